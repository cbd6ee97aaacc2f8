"""What pages show, resolved before anything is rendered."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bulletin.model.page import Page, PageKind

from tests.build.projects import picture
from tests.stage.sites import ENGLISH, STANDING, TOPICS, Staged, dated, stage
from tests.trees import KEY, SOURCE, TRANSLATION, pair, with_body, with_field


def content(page: Page) -> dict[str, Any]:
    return dict(page.content)


# Stubs


def test_no_list_shows_a_stub(tmp_path: Path) -> None:
    source = with_field(SOURCE, "topics: [investment]")
    files = {
        "_data/topics.yml": TOPICS,
        **pair(source=source, translation=None),
        **dated("news/2026/03/hai", "2026-03-01"),
    }
    staged = stage(tmp_path, files)
    assert staged.items("news/") == [f"{KEY}/", "news/2026/03/hai/"]
    assert staged.items("") == [f"{KEY}/", "news/2026/03/hai/"]
    assert staged.items("en/") == ["en/news/2026/03/hai/"]
    for url in ("en/news/", "en/news/2026/03/"):
        assert staged.items(url) == ["en/news/2026/03/hai/"]
    assert staged.items("en/topics/investment/") == []
    assert staged.items("en/news/2026/03/hai/", "others") == []


def test_a_stub_is_nobody_s_alternate_and_search_engines_leave_it(tmp_path: Path) -> None:
    staged = stage(tmp_path, pair(translation=None))
    text, stub = staged[f"{KEY}/"], staged[f"en/{KEY}/"]
    assert (stub.kind, stub.is_indexable, stub.alternates) == (PageKind.STUB, False, {})
    assert (text.alternates, text.x_default) == ({"vi": f"{KEY}/"}, f"{KEY}/")


def test_a_stub_names_the_edition_that_there_is_and_nothing_else(tmp_path: Path) -> None:
    draft = TRANSLATION.replace("reviewed", "draft")
    stub = stage(tmp_path, pair(translation=draft))[f"en/{KEY}/"]
    edition = {"url": f"{KEY}/", "tag": "vi", "title": "Hội nghị xúc tiến đầu tư Nghệ An"}
    assert content(stub)["editions"] == [edition]
    assert "Nghệ An investment conference" not in str(stub)
    assert "projects" not in str(stub)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        pytest.param((), "at present", id="required"),
        pytest.param(("translate: optional",), "another language only", id="optional"),
        pytest.param(("translate: none", "reason: Tin nội bộ"), "another language only", id="none"),
    ],
)
def test_a_stub_says_whether_a_translation_is_to_come(tmp_path: Path, fields: tuple[str, ...], words: str) -> None:
    stub = stage(tmp_path, pair(source=with_field(SOURCE, *fields), translation=None))[f"en/{KEY}/"]
    assert words in content(stub)["text"]


def test_the_english_edition_under_a_longer_embargo_is_a_stub_until_then(tmp_path: Path) -> None:
    files = pair(translation=with_field(TRANSLATION, "embargo_until: 2026-03-21T09:00:00+07:00"))
    before = stage(tmp_path, files, "2026-03-21T08:59:59+07:00")
    after = stage(tmp_path, files, "2026-03-21T09:00:00+07:00")
    assert before[f"en/{KEY}/"].kind is PageKind.STUB
    assert after[f"en/{KEY}/"].kind is PageKind.BULLETIN
    assert before.items("en/news/") == []
    assert after[f"{KEY}/"].alternates == {"vi": f"{KEY}/", "en": f"en/{KEY}/"}


# Lists


def test_an_empty_list_is_kept_from_search_engines(tmp_path: Path) -> None:
    staged = stage(tmp_path, pair(translation=None))
    assert (staged["news/"].is_indexable, staged["en/news/"].is_indexable) == (True, False)
    assert staged["news/"].alternates == {"vi": "news/"}
    assert staged["en/news/2026/03/"].alternates == {}


def test_a_section_shows_its_newest_20_and_leads_to_every_month(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {}
    for month in (1, 2, 3):
        for day in range(1, 10):
            files |= dated(f"news/2026/{month:02}/bai-{day}", f"2026-{month:02}-{day:02}")
    files |= dated("news/2025/12/cu", "2025-12-31", english=None)
    staged = stage(tmp_path, files)
    shown = staged.items("news/")
    assert shown[:2] == ["news/2026/03/bai-9/", "news/2026/03/bai-8/"]
    assert (len(shown), shown[-1]) == (20, "news/2026/01/bai-8/")
    years: Any = staged["news/"].content["years"]
    assert [(year["year"], [(month["url"], month["count"]) for month in year["months"]]) for year in years] == [
        ("2026", [("news/2026/03/", 9), ("news/2026/02/", 9), ("news/2026/01/", 9)]),
        ("2025", [("news/2025/12/", 1)]),
    ]
    english: Any = staged["en/news/"].content["years"]
    assert [year["year"] for year in english] == ["2026"]


def test_a_month_shows_all_that_was_published_in_it(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {}
    for day in range(1, 26):
        files |= dated(f"news/2026/01/bai-{day}", f"2026-01-{day:02}", english=None)
    staged = stage(tmp_path, files)
    assert staged.items("news/2026/01/") == [f"news/2026/01/bai-{day}/" for day in range(25, 0, -1)]
    assert staged["news/2026/01/"].title == "Tin tức: Tháng 01 năm 2026"
    assert staged["en/news/2026/01/"].title == "News: January 2026"


def test_a_topic_shows_its_newest_20_from_all_sections_and_leads_to_older_months(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"_data/topics.yml": TOPICS}
    for section in ("news", "features"):
        for day in range(1, 12):
            files |= dated(f"{section}/2026/02/bai-{day}", f"2026-02-{day:02}", "topics: investment")
    files |= dated("press/2024/05/cu", "2024-05-01", "topics: [investment, culture]")
    topic = stage(tmp_path, files)["topics/investment/"]
    items, years = content(topic)["items"], content(topic)["years"]
    assert len(items) == 20
    assert {item["section"] for item in items} == {"Tin tức", "Chuyên đề"}
    assert [(year["url"], [(month["url"], month["count"]) for month in year["months"]]) for year in years] == [
        ("archive/2026/", [("archive/2026/02/", 2)]),
        ("archive/2024/", [("archive/2024/05/", 1)]),
    ]
    assert (topic.title, topic.description) == ("Đầu tư", "Tin về đầu tư.")


def test_a_topic_without_a_lead_is_described_by_its_name(tmp_path: Path) -> None:
    files = {"_data/topics.yml": TOPICS, **dated("news/2026/02/a", "2026-02-01", "topics: culture")}
    staged = stage(tmp_path, files)
    assert staged["en/topics/culture/"].description.startswith("Everything on Culture in the ")


def test_other_news_is_older_news_of_the_same_language(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {}
    for day in range(1, 8):
        files |= dated(f"news/2026/02/bai-{day}", f"2026-02-{day:02}", english="Story" if day % 2 else None)
    staged = stage(tmp_path, files)
    assert staged.items("news/2026/02/bai-6/", "others") == [f"news/2026/02/bai-{day}/" for day in (5, 4, 3, 2)]
    assert staged.items("en/news/2026/02/bai-5/", "others") == [f"en/news/2026/02/bai-{day}/" for day in (3, 1)]
    assert staged.items("news/2026/02/bai-1/", "others") == []


def test_a_new_bulletin_changes_its_one_neighbour_and_lists_of_other_months_only_beside_its_own(tmp_path: Path) -> None:
    old = {
        **dated("news/2026/01/a", "2026-01-01"),
        **dated("news/2026/02/b", "2026-02-01"),
        **dated("news/2026/02/c", "2026-02-02"),
        **dated("press/2026/02/d", "2026-02-03"),
    }
    before = stage(tmp_path / "1", old)
    after = stage(tmp_path / "2", old | dated("news/2026/03/e", "2026-03-01"))
    changed = {url for url in before.kinds() if after[url] != before[url]}
    assert {url for url in changed if before[url].kind is PageKind.BULLETIN} == {
        "news/2026/02/c/",
        "en/news/2026/02/c/",
    }
    assert not {"news/2026/01/", "press/2026/02/", "press/", "archive/2026/01/"} & changed
    assert {"news/2026/02/", "archive/2026/02/", "archive/2026/", "news/2026/", "news/"} <= changed


def test_bulletins_of_one_day_stand_in_the_order_of_their_keys(tmp_path: Path) -> None:
    files = {
        **dated("press/2026/02/b", "2026-02-01"),
        **dated("news/2026/02/z", "2026-02-01"),
        **dated("news/2026/02/a", "2026-02-01"),
    }
    assert stage(tmp_path, files).items("") == ["news/2026/02/a/", "news/2026/02/z/", "press/2026/02/b/"]


@pytest.mark.parametrize(
    ("now", "first"),
    [
        pytest.param("2026-03-09T23:59:59+07:00", "news/2026/01/ghim/", id="until-its-day-ends"),
        pytest.param("2026-03-10T00:00:00+07:00", "news/2026/03/moi/", id="and-no-longer"),
    ],
)
def test_a_featured_bulletin_is_pinned_until_its_day_has_ended(tmp_path: Path, now: str, first: str) -> None:
    files = dated("news/2026/01/ghim", "2026-01-01", "featured: 2026-03-09") | dated("news/2026/03/moi", "2026-03-05")
    staged = stage(tmp_path, files, now)
    assert staged.items("")[0] == first
    assert staged.items("news/")[0] == "news/2026/03/moi/"


def test_withdrawn_bulletins_stand_in_no_list(tmp_path: Path) -> None:
    gone = SOURCE.replace(
        "status: published", "status: withdrawn\nwithdrawn: {on: 2026-03-10, reason: {vi: Sai., en: Wrong.}}"
    )
    staged = stage(tmp_path, pair(source=gone) | dated("news/2026/02/a", "2026-02-01"))
    assert staged.items("news/") == ["news/2026/02/a/"]
    assert staged.items("en/news/2026/03/") == []
    assert content(staged[f"en/{KEY}/"])["reason"] == "Wrong."
    for words in ("Hội nghị", "investment conference", "diễn ra", "was held"):
        assert words not in str([staged[f"{KEY}/"], staged[f"en/{KEY}/"]])
    assert staged[f"{KEY}/"].is_indexable is False


# Editions


def test_a_pair_is_each_other_s_alternate_and_english_is_for_everyone_else(tmp_path: Path) -> None:
    staged = stage(tmp_path, pair())
    for url in (f"{KEY}/", f"en/{KEY}/"):
        assert staged[url].alternates == {"vi": f"{KEY}/", "en": f"en/{KEY}/"}
        assert staged[url].x_default == f"en/{KEY}/"


def test_the_page_of_the_body_has_its_language(tmp_path: Path) -> None:
    staged = stage(tmp_path, pair())
    assert (staged[f"{KEY}/"].locale, "diễn ra" in staged[f"{KEY}/"].body) == ("vi", True)
    assert (staged[f"en/{KEY}/"].locale, "was held" in staged[f"en/{KEY}/"].body) == ("en", True)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param((), date(2026, 3, 5), id="its-day"),
        pytest.param(("updated: 2026-03-11",), date(2026, 3, 11), id="its-update"),
        pytest.param(
            ("updated: 2026-03-11", "corrections: [{on: 2026-03-12, note: Sửa số liệu.}]"),
            date(2026, 3, 12),
            id="its-correction",
        ),
        pytest.param(("updated: 2026-01-01",), date(2026, 3, 5), id="never-before-its-day"),
    ],
)
def test_a_page_was_changed_when_its_editors_say_so(tmp_path: Path, fields: tuple[str, ...], expected: date) -> None:
    assert stage(tmp_path, pair(source=with_field(SOURCE, *fields)))[f"{KEY}/"].modified == expected


def test_a_correction_of_one_edition_changes_that_edition_only(tmp_path: Path) -> None:
    files = pair(translation=with_field(TRANSLATION, "corrections: [{on: 2026-03-12, note: A name was wrong.}]"))
    staged = stage(tmp_path, files)
    assert (staged[f"{KEY}/"].modified, staged[f"en/{KEY}/"].modified) == (date(2026, 3, 5), date(2026, 3, 12))


def test_lists_changed_with_their_newest_bulletin_of_that_language(tmp_path: Path) -> None:
    files = dated("news/2026/02/a", "2026-02-01", "updated: 2026-02-20") | dated(
        "news/2026/02/b", "2026-02-25", english=None
    )
    staged = stage(tmp_path, files)
    assert (staged["news/"].modified, staged["en/news/"].modified) == (date(2026, 2, 25), date(2026, 2, 20))


def test_a_standing_page_changed_when_it_was_approved_or_updated(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "about/organisation/index.vi.md": STANDING,
        "about/contacts/index.vi.md": with_field(STANDING, "updated: 2026-03-01", "reviewed_on: 2026-03-15"),
    }
    staged = stage(tmp_path, files)
    assert staged["about/organisation/"].modified == date(2026, 2, 1)
    assert staged["about/contacts/"].modified == date(2026, 3, 1)
    assert content(staged["about/contacts/"])["reviewed_on"]["iso"] == "2026-03-15"
    assert content(staged["about/organisation/"])["others"] == []


def test_the_foot_leads_to_the_standing_pages_of_its_language_only(tmp_path: Path) -> None:
    translation = (
        "---\ntitle: Contacts\ndescription: How to reach us.\ntranslation: {of: vi, status: reviewed}\n---\nWrite.\n"
    )
    files = {"about/organisation/index.vi.md": STANDING, **pair("about/contacts", STANDING, translation)}
    furniture: Any = stage(tmp_path, files).prepared.furniture
    assert [link["url"] for link in furniture["vi"]["about"]] == ["about/contacts/", "about/organisation/"]
    assert [link["url"] for link in furniture["en"]["about"]] == ["en/about/contacts/"]


def test_the_menu_leads_to_sections_that_have_something_in_that_language(tmp_path: Path) -> None:
    files = dated("news/2026/02/a", "2026-02-01", english=None) | dated("press/2026/02/a", "2026-02-01")
    furniture: Any = stage(tmp_path, files).prepared.furniture
    assert [link["url"] for link in furniture["vi"]["sections"]] == ["news/", "press/"]
    assert [link["url"] for link in furniture["en"]["sections"]] == ["en/press/"]


def test_every_switch_lands_on_a_page(tmp_path: Path) -> None:
    source = with_field(SOURCE, "topics: [investment]", "redirect_from: [news/2026/02/cu]")
    files = {"_data/topics.yml": TOPICS, **pair(source=source, translation=None), "news/2026/03/x/index.en.md": ENGLISH}
    staged = stage(tmp_path, files)
    addresses = set(staged.kinds())
    for page in staged.prepared.pages:
        assert set(page.switch) == {"vi", "en"} - {page.locale}
        assert set(page.switch.values()) <= addresses


def test_home_texts_are_shown_once_they_are_public(tmp_path: Path) -> None:
    home = STANDING.replace("Cơ quan chủ quản", "Chào mừng").replace("Sở Ngoại vụ", "Lời ngỏ")
    public = stage(tmp_path / "1", {"index.vi.md": home})
    assert (content(public[""])["heading"], public[""].body) == ("Chào mừng", '<p data-block="0">Lời ngỏ.</p>')
    hidden = stage(tmp_path / "2", {"index.vi.md": home.replace("published", "draft")})
    assert (content(hidden[""])["heading"], hidden[""].body) == ("Bản tin đối ngoại Nghệ An", "")
    assert public["en/"].body == ""


# Files


def names(staged: Staged) -> list[str]:
    """List what is copied, without the part of a picture's name that changes with its content."""
    return [re.sub(r"-[0-9a-f]{10}-", "-*-", file.url.rsplit("/", 1)[-1]) for file in staged.prepared.files]


def test_only_files_that_a_public_edition_uses_are_copied(tmp_path: Path) -> None:
    body = "![Ảnh](trong-bai.png) [Số liệu](so-lieu.pdf)\n"
    source = with_field(with_body(SOURCE, body), "image: {file: dau.png, alt: Cảng}")
    translation = with_body(TRANSLATION, "![Picture](trong-bai.png)\n")
    hidden = with_field(with_body(SOURCE, "![Ảnh](kin.png)\n"), "embargo_until: 2026-04-01", "image: {file: bia.png}")
    files = {
        **pair(source=source, translation=translation),
        **pair("news/2026/03/kin", hidden),
        **{f"{KEY}/{name}.png": picture(name) for name in ("dau", "trong-bai", "trong-bai.en", "thua")},
        **{f"news/2026/03/kin/{name}.png": picture(name) for name in ("kin", "bia")},
        f"{KEY}/so-lieu.pdf": "%PDF-1.7",
    }
    staged = stage(tmp_path, files)
    assert names(staged) == ["dau-*-2.webp", "so-lieu.pdf", "trong-bai-*-2.webp", "trong-bai.en-*-2.webp"]
    assert {file.source.rsplit("/", 1)[0] for file in staged.prepared.files} == {KEY}


def test_a_file_of_a_translation_that_is_not_public_stays_behind(tmp_path: Path) -> None:
    translation = with_field(TRANSLATION.replace("reviewed", "draft"), "image: {file: anh.png, alt: Port}")
    files = {**pair(translation=translation), f"{KEY}/anh.en.png": picture("")}
    assert names(stage(tmp_path, files)) == []


def test_a_vietnamese_file_name_is_encoded_in_its_address(tmp_path: Path) -> None:
    files = {f"{KEY}/index.vi.md": with_body(SOURCE, "[Số liệu](<số liệu.pdf>)\n"), f"{KEY}/số liệu.pdf": "%PDF-1.7"}
    (file,) = stage(tmp_path, files).prepared.files
    assert (file.url, file.source) == (f"{KEY}/s%E1%BB%91%20li%E1%BB%87u.pdf", f"{KEY}/số liệu.pdf")
