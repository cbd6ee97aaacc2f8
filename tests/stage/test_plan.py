"""Which pages a site has."""

from pathlib import Path

import pytest
from bulletin.model.page import PageKind
from bulletin.stage.lists import kind_of_list

from tests.stage.sites import ENGLISH, STANDING, TOPICS, dated, stage
from tests.trees import KEY, SOURCE, pair, with_body, with_field, write_docs

EVERY_SITE = {
    "404.html": PageKind.NOT_FOUND,
    "en/404.html": PageKind.NOT_FOUND,
    "": PageKind.HOME,
    "en/": PageKind.HOME,
    "feeds/": PageKind.FEEDS,
    "en/feeds/": PageKind.FEEDS,
    "site-map/": PageKind.SITE_MAP,
    "en/site-map/": PageKind.SITE_MAP,
    "api/v1/": PageKind.API,
    "en/api/v1/": PageKind.API,
    "search/": PageKind.SEARCH,
    "en/search/": PageKind.SEARCH,
}
WITHDRAWN = SOURCE.replace(
    "status: published",
    "status: withdrawn\nwithdrawn: {on: 2026-03-10, reason: {vi: Số liệu sai., en: The figures were wrong.}}",
)


def both(key: str, kind: PageKind, english: PageKind | None = None) -> dict[str, PageKind]:
    return {f"{key}/": kind, f"en/{key}/": english or kind}


def above(month: str) -> dict[str, PageKind]:
    """The lists of a section that lead to its bulletins of a month."""
    section, year, _ = month.split("/")
    return {
        **both(section, PageKind.SECTION),
        **both(f"{section}/{year}", PageKind.YEAR),
        **both(month, PageKind.MONTH),
    }


def archive(month: str) -> dict[str, PageKind]:
    """The lists of all sections by date that lead to the bulletins of a month."""
    year = month.split("/", maxsplit=1)[0]
    return {
        **both("archive", PageKind.ARCHIVE),
        **both(f"archive/{year}", PageKind.ARCHIVE_YEAR),
        **both(f"archive/{month}", PageKind.ARCHIVE_MONTH),
    }


def test_an_empty_folder_has_a_front_page_in_each_language(tmp_path: Path) -> None:
    assert stage(tmp_path, {}).kinds() == EVERY_SITE


def test_a_pair_has_a_page_in_each_language_and_the_lists_that_lead_to_it(tmp_path: Path) -> None:
    files = {"_data/topics.yml": TOPICS, **pair(source=with_field(SOURCE, "topics: [investment]"))}
    assert stage(tmp_path, files).kinds() == {
        **EVERY_SITE,
        **both(KEY, PageKind.BULLETIN),
        **above("news/2026/03"),
        **archive("2026/03"),
        **both("topics", PageKind.INDEX),
        f"both/{KEY}/": PageKind.BOTH,
        **both("topics/investment", PageKind.TAXON),
    }


def test_a_missing_translation_has_a_stub_and_all_lists_in_both_languages(tmp_path: Path) -> None:
    assert stage(tmp_path, pair(translation=None)).kinds() == {
        **EVERY_SITE,
        **both(KEY, PageKind.BULLETIN, PageKind.STUB),
        **above("news/2026/03"),
        **archive("2026/03"),
    }


def test_a_bulletin_written_in_english_has_a_vietnamese_stub(tmp_path: Path) -> None:
    kinds = stage(tmp_path, {f"{KEY}/index.en.md": ENGLISH}).kinds()
    assert (kinds[f"{KEY}/"], kinds[f"en/{KEY}/"]) == (PageKind.STUB, PageKind.BULLETIN)


def test_a_standing_page_has_a_section_and_no_month(tmp_path: Path) -> None:
    assert stage(tmp_path, {"about/organisation/index.vi.md": STANDING}).kinds() == {
        **EVERY_SITE,
        **both("about/organisation", PageKind.STANDING, PageKind.STUB),
        **both("about", PageKind.SECTION),
    }


def test_nothing_is_planned_for_a_bulletin_that_is_not_public(tmp_path: Path) -> None:
    files = {
        "_data/topics.yml": TOPICS,
        **pair(source=with_field(SOURCE, "topics: [investment]", "embargo_until: 2026-04-01")),
    }
    assert stage(tmp_path, files).kinds() == EVERY_SITE


def test_a_withdrawn_bulletin_says_so_in_both_languages(tmp_path: Path) -> None:
    assert stage(tmp_path, pair(source=WITHDRAWN)).kinds() == {
        **EVERY_SITE,
        **both(KEY, PageKind.WITHDRAWN),
        **above("news/2026/03"),
    }


def test_a_bulletin_withdrawn_before_its_day_has_no_page(tmp_path: Path) -> None:
    assert stage(tmp_path, pair(source=with_field(WITHDRAWN, "embargo_until: 2026-04-01"))).kinds() == EVERY_SITE


def test_a_bulletin_withdrawn_without_approval_has_a_page_if_it_was_ever_published(tmp_path: Path) -> None:
    never_approved = WITHDRAWN.replace("approved: {by: Nguyễn Văn A, on: 2026-03-05}\n", "")
    assert stage(tmp_path, pair(source=never_approved)).kinds() == EVERY_SITE
    write_docs(tmp_path, {"urls.lock": f"/{KEY}/\n"})
    assert stage(tmp_path, pair(source=never_approved)).kinds()[f"en/{KEY}/"] is PageKind.WITHDRAWN


def test_a_former_key_leads_on_in_both_languages(tmp_path: Path) -> None:
    staged = stage(tmp_path, pair(source=with_field(SOURCE, "redirect_from: [news/2026/02/cu]")))
    for prefix in ("", "en/"):
        page = staged[f"{prefix}news/2026/02/cu/"]
        assert (page.kind, page.content["target"]) == (PageKind.REDIRECT, f"{prefix}{KEY}/")


def test_a_former_key_of_a_bulletin_that_is_not_public_leads_nowhere(tmp_path: Path) -> None:
    source = with_field(SOURCE, "redirect_from: [news/2026/02/cu]", "embargo_until: 2026-04-01")
    assert stage(tmp_path, pair(source=source)).kinds() == EVERY_SITE


@pytest.mark.parametrize(
    ("address", "kinds"),
    [
        pytest.param("news/", both("news", PageKind.SECTION), id="section"),
        pytest.param("en/press/2024/07/", above("press/2024/07"), id="month"),
        pytest.param(
            "topics/culture/", both("topics", PageKind.INDEX) | both("topics/culture", PageKind.TAXON), id="topic"
        ),
        pytest.param(
            "audience/press/", both("audience", PageKind.INDEX) | both("audience/press", PageKind.TAXON), id="audience"
        ),
        pytest.param("en/archive/2024/07/", archive("2024/07"), id="archive"),
    ],
)
def test_a_list_that_was_published_once_stays_with_those_to_which_it_leads(
    tmp_path: Path, address: str, kinds: dict[str, PageKind]
) -> None:
    write_docs(tmp_path, {"urls.lock": f"/{address}\n"})
    staged = stage(tmp_path, {"_data/topics.yml": TOPICS})
    assert staged.kinds() == {**EVERY_SITE, **kinds}
    assert not staged[address].is_indexable


@pytest.mark.parametrize(
    "address", ["archive/2024/13/", "archive/0000/", "topics/never/", "audience/cats/", "archive/x/"]
)
def test_what_cannot_be_a_list_is_none(address: str) -> None:
    assert kind_of_list(address.rstrip("/"), {"topics": {}}) is None


def test_other_sections_are_as_good_as_news(tmp_path: Path) -> None:
    kinds = stage(tmp_path, dated("clarifications/2026/03/lam-ro", "2026-03-05")).kinds()
    assert {url for url in kinds if "clarifications" in url} == {
        *above("clarifications/2026/03"),
        *both("clarifications/2026/03/lam-ro", PageKind.BULLETIN),
        "both/clarifications/2026/03/lam-ro/",
    }


def test_a_link_to_a_former_key_leads_to_the_present_one(tmp_path: Path) -> None:
    moved = with_field(SOURCE, "redirect_from: [news/2025/12/ten-cu]")
    linking = with_body(SOURCE.replace("05", "06"), "Xem [tin trước](/news/2025/12/ten-cu/).\n")
    staged = stage(tmp_path, {**pair(source=moved), **pair("news/2026/03/sau", linking, None)})
    assert '<a href="../hoi-nghi/">tin trước</a>' in staged["news/2026/03/sau/"].body


def test_a_link_to_a_list_in_which_there_is_nothing_yet_waits_as_text(tmp_path: Path) -> None:
    source = with_body(SOURCE, "Xem [đầu tư](/topics/investment/) và [sự kiện](/events/).\n")
    staged = stage(tmp_path, {"_data/topics.yml": TOPICS, **pair(source=source, translation=None)})
    assert staged[f"{KEY}/"].body == '<p data-block="0">Xem <span>đầu tư</span> và <span>sự kiện</span>.</p>'
