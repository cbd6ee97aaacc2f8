"""The front page: what leads, what investors and visitors find on it, and the way it goes through the sections."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bulletin.stage.front_strip import columns, parts_of

from tests.stage.sites import STANDING, Staged, dated, stage
from tests.trees import ROOT, pair, with_field

NOW = "2026-03-20T08:00:00+07:00"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9" viewBox="0 0 16 9"></svg>'
FLAT = """\
---
title: {title}
description: Mô tả.
status: published
approved: {{by: Nguyễn Văn A, on: 2026-02-01}}
---
Nội dung.
"""
FLAT_EN = """\
---
title: A page
description: A description.
translation: {of: vi, status: reviewed}
---
Text.
"""
CONFIG = f"""\
INHERIT: {ROOT / "mkdocs.yml"}
extra:
  site:
    sections:
      en: [opportunities, press, news]
"""
LINKS = """\
ministries: {vi: Bộ và ngành, en: Ministries}
empty: {vi: Không có gì, en: Nothing}
mofa: {vi: Bộ Ngoại giao, en: Ministry of Foreign Affairs, href: "https://mofa.example/", group: ministries}
ungrouped: {vi: Giấy phép, en: The licence, href: "https://licence.example/"}
visa: {vi: Thị thực, en: Visas, href: {vi: "https://visa.example/", en: "https://visa.example/en/"}, group: ministries}
"""
FIGURES = """\
population: {vi: Dân số, en: Population, value: {vi: "1,24 triệu người", en: 1.24 million}, as_of: 2025-12-31}
growth: {vi: Tăng trưởng, en: Growth, value: {vi: "7,8%", en: 7.8%}, source: {vi: Thống kê tỉnh, en: Statistics Office}}
"""


def flat(key: str, *fields: str, title: str = "Bài", english: bool = True) -> dict[str, str | bytes]:
    """The files of a bulletin without a month."""
    return pair(key, with_field(FLAT.format(title=title), *fields), FLAT_EN if english else None)


def pictured(key: str, day: str) -> dict[str, str | bytes]:
    """A dated bulletin with a picture, in Vietnamese."""
    return {
        **dated(key, day, "image: {file: anh.svg, alt: Hình vẽ}", english=None),
        f"{key}/anh.svg": SVG,
    }


def block(staged: Staged, section: str, home: str = "") -> Any:  # noqa: ANN401 - JSON
    """What the front page shows of a section; None where it shows nothing."""
    rails: list[Any] = []
    for each in shown(staged, "blocks", home):
        rails += each["rails"] if each["kind"] == "lists" else [each]
    return next((rail for rail in rails if rail["section"] == section), None)


def urls(rail: dict[str, Any]) -> list[str]:
    return [item["url"] for item in rail["items"]]


def shown(staged: Staged, name: str, home: str = "") -> Any:  # noqa: ANN401 - JSON
    return staged[home].content[name]


# The head of the page


def test_four_stand_at_the_head_then_four_of_each_section_and_the_masthead_has_the_day_of_the_newest(
    tmp_path: Path,
) -> None:
    files: dict[str, str | bytes] = {}
    for day in range(1, 16):
        files |= dated(f"news/2026/02/bai-{day}", f"2026-02-{day:02}")
    files |= dated("press/2026/01/diem-bao", "2026-01-05")
    staged = stage(tmp_path, files)
    assert staged.items("") == [f"news/2026/02/bai-{day}/" for day in (15, 14, 13, 12)]
    assert urls(block(staged, "news")) == [f"news/2026/02/bai-{day}/" for day in (11, 10, 9, 8)]
    assert urls(block(staged, "press")) == ["press/2026/01/diem-bao/"]
    assert shown(staged, "date") == {"iso": "2026-02-15", "text": "ngày 15 tháng 02 năm 2026"}
    assert shown(staged, "date", "en/")["text"] == "15 February 2026"


def test_news_and_features_come_to_the_head_before_all_else_however_new_it_is(tmp_path: Path) -> None:
    files = {
        **dated("news/2026/01/tin", "2026-01-05"),
        **dated("features/2026/02/bai", "2026-02-05"),
        **dated("press/2026/03/bao", "2026-03-05"),
        **dated("clarifications/2026/03/ro", "2026-03-06"),
    }
    staged = stage(tmp_path, files)
    assert staged.items("") == [
        "features/2026/02/bai/",
        "news/2026/01/tin/",
        "clarifications/2026/03/ro/",
        "press/2026/03/bao/",
    ]
    assert shown(staged, "blocks") == [], "nothing is shown twice"


def test_the_lead_story_has_a_picture_if_one_of_the_four_has(tmp_path: Path) -> None:
    files = dated("news/2026/02/moi", "2026-02-09", english=None)
    files |= pictured("news/2026/02/co-anh", "2026-02-05") | pictured("news/2026/01/cu", "2026-01-05")
    assert stage(tmp_path, files).items("") == ["news/2026/02/co-anh/", "news/2026/02/moi/", "news/2026/01/cu/"]


def test_what_is_pinned_leads_without_a_picture_too(tmp_path: Path) -> None:
    files = dated("press/2026/01/ghim", "2026-01-05", "featured: 2026-04-01", english=None)
    files |= pictured("news/2026/02/co-anh", "2026-02-05")
    assert stage(tmp_path, files).items("") == ["press/2026/01/ghim/", "news/2026/02/co-anh/"]


def test_a_front_page_shows_nothing_that_has_no_edition_in_its_language(tmp_path: Path) -> None:
    files = {
        **dated("news/2026/02/a", "2026-02-01", english=None),
        **dated("clarifications/2026/02/b", "2026-02-02", english=None),
        **flat("opportunities/c", english=False),
        **flat("issues/2026-1", english=False),
        **flat("documents/d", english=False),
    }
    english = stage(tmp_path, files)["en/"].content
    assert [english[name] for name in ("front", "blocks", "opportunities", "date")] == [[], [], None, None]


# The order of the sections


def test_each_locale_has_its_own_order_in_menu_and_blocks(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = flat("opportunities/c")
    for day in range(1, 7):
        files |= dated(f"news/2026/02/bai-{day}", f"2026-02-{day:02}") | dated(
            f"press/2026/02/bao-{day}", f"2026-02-{day:02}"
        )
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    staged = stage(tmp_path, files)
    menus = [
        [section["url"] for section in staged.prepared.furniture[tag]["sections"]]  # type: ignore[index,call-overload,union-attr]
        for tag in ("vi", "en")
    ]
    assert menus == [["news/", "press/", "opportunities/"], ["en/opportunities/", "en/press/", "en/news/"]]
    assert [each["kind"] for each in shown(staged, "blocks")] == ["cards", "lists"]
    assert [each["kind"] for each in shown(staged, "blocks", "en/")] == ["lists", "cards"]
    assert [shown(staged, "is_for_investors_first", home) for home in ("", "en/")] == [False, True]


def test_neighbouring_lists_are_one_block(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = flat("documents/a") | flat("issues/2026-1")
    for section in ("clarifications", "press"):
        for day in range(1, 4):
            files |= dated(f"{section}/2026/02/bai-{day}", f"2026-02-{day:02}")
    blocks = shown(stage(tmp_path, files), "blocks")
    assert [[rail["section"] for rail in each.get("rails", [])] for each in blocks] == [
        ["clarifications", "press"],
        [],
        ["documents"],
    ]


# Events


def event(slug: str, *fields: str) -> dict[str, str | bytes]:
    return dated(f"events/2026/02/{slug}", "2026-02-01", *fields, title=f"Sự kiện {slug}")


@pytest.fixture
def news() -> dict[str, str | bytes]:
    """Enough for the head of the page, so that all else is in its own block."""
    files: dict[str, str | bytes] = {}
    for day in range(1, 5):
        files |= dated(f"news/2026/01/bai-{day}", f"2026-01-{day:02}")
    return files


def test_coming_events_stand_with_the_soonest_first_and_those_without_a_time_last(
    tmp_path: Path, news: dict[str, str | bytes]
) -> None:
    files = {
        **news,
        **event("muon", "start: 2026-06-01"),
        **event("som", "start: 2026-03-21T08:00+07:00"),
        **event("het", "start: 2026-03-18", "end: 2026-03-19"),
        **event("dang", "start: 2026-03-18", "end: 2026-03-20"),
        **event("khong-ro"),
    }
    rail = block(stage(tmp_path, files, NOW), "events")
    assert urls(rail) == [f"events/2026/02/{slug}/" for slug in ("dang", "som", "muon", "khong-ro")]
    assert rail["heading"] == "Sự kiện sắp tới"


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param("2026-03-20T23:59:59+07:00", ["events/2026/02/hoi/"], id="until-its-last-day-ends"),
        pytest.param("2026-03-21T00:00:00+07:00", [], id="and-no-longer"),
    ],
)
def test_an_event_is_coming_until_it_is_over(
    tmp_path: Path, news: dict[str, str | bytes], now: str, expected: list[str]
) -> None:
    staged = stage(tmp_path, news | event("hoi", "start: 2026-03-19", "end: 2026-03-20"), now)
    rail = block(staged, "events")
    assert (urls(rail) if rail else []) == expected
    assert "events/" in staged.kinds()


def test_an_event_shows_its_day_its_place_its_end_and_that_it_is_put_off(
    tmp_path: Path, news: dict[str, str | bytes]
) -> None:
    fields = ("start: 2026-12-10", "end: 2026-12-11", "place: minh-ha", "event_status: postponed")
    places = {"_data/places.yml": "minh-ha: {vi: Phường Minh Hà, en: Minh Hà Ward}\n"}
    staged = stage(tmp_path, {**news, **places, **event("hoi", *fields)})
    (item,), (english,) = block(staged, "events")["items"], block(staged, "events", "en/")["items"]
    assert item["tile"] == {"iso": "2026-12-10", "day": "10", "month": "12/2026"}
    assert english["tile"]["month"] == "Dec 2026"
    assert [note["text"] for note in item["notes"]] == ["Hoãn", "Phường Minh Hà", "ngày 10–11 tháng 12 năm 2026"]
    assert [note["text"] for note in english["notes"]] == ["Postponed", "Minh Hà Ward", "10–11 December 2026"]


# What is looked up


def test_a_clarification_is_told_by_what_is_so_and_never_by_the_claim(
    tmp_path: Path, news: dict[str, str | bytes]
) -> None:
    fields = ("claim: {vi: Cảng đã bị bán, en: The port has been sold}", "verdict: 'false'")
    files = news | dated("clarifications/2026/02/cang", "2026-02-01", *fields, title="Cảng vẫn của tỉnh")
    staged = stage(tmp_path, files)
    (item,) = block(staged, "clarifications")["items"]
    assert (item["title"], item["description"]) == ("Cảng vẫn của tỉnh", "Mô tả.")
    for home in ("", "en/"):
        assert "đã bị bán" not in str(staged[home])
        assert "been sold" not in str(staged[home])


def test_documents_stand_with_the_last_issued_first_without_those_that_are_repealed(tmp_path: Path) -> None:
    files = {
        **flat("documents/a-cu", "number: 08/2025/NQ-HĐND", "issued_on: 2025-08-14"),
        **flat("documents/b-bo", "number: 31/2021/QĐ-UBND", "issued_on: 2026-03-01", "legal_status: repealed"),
        **flat("documents/c-moi", "number: 15/2026/QĐ-UBND", "issued_on: 2026-02-18"),
    }
    rail = block(stage(tmp_path, files), "documents")
    assert urls(rail) == ["documents/c-moi/", "documents/a-cu/"]
    assert rail["items"][0]["notes"] == [{"text": "15/2026/QĐ-UBND", "is_strong": True}]


def test_a_digest_names_each_paper_once(tmp_path: Path, news: dict[str, str | bytes]) -> None:
    links = "".join(
        f"\n  - {{outlet: {outlet}, title: A port, link: 'https://news.example/{number}', language: en}}"
        for number, outlet in enumerate(("The Gull", "Küstenblatt", "The Gull"))
    )
    staged = stage(tmp_path, news | dated("press/2026/02/bao", "2026-02-01", f"links:{links}"))
    assert [note["text"] for note in block(staged, "press")["items"][0]["notes"]] == ["The Gull, Küstenblatt"]


def test_the_newest_issue_is_that_with_the_highest_number_and_tells_what_it_holds_in_each_language(
    tmp_path: Path,
) -> None:
    files = {
        **flat("issues/2026-9", "number: 9"),
        **flat("issues/2026-10", "number: 10", "period: 2026-02"),
        **dated("news/2026/02/a", "2026-02-01"),
        **dated("news/2026/02/b", "2026-02-02", english=None),
        **dated("news/2026/03/c", "2026-03-01"),
    }
    staged = stage(tmp_path, files)
    newest, english = block(staged, "issues"), block(staged, "issues", "en/")
    assert (newest["item"]["url"], newest["label"]) == ("issues/2026-10/", "Số 10, Tháng 02 năm 2026")
    assert [link["url"] for link in newest["contents"]] == ["news/2026/02/a/", "news/2026/02/b/"]
    assert [link["url"] for link in english["contents"]] == ["en/news/2026/02/a/"]
    assert (newest["whole"], english["whole"]) == ("issues/2026-10/whole/", "en/issues/2026-10/whole/")


def test_an_issue_that_says_nothing_of_itself_is_shown_all_the_same(tmp_path: Path) -> None:
    newest = block(stage(tmp_path, flat("issues/2026-1")), "issues")
    assert (newest["number"], newest["label"], newest["contents"], newest["whole"]) == ("", "", [], "")


# For investors


def test_open_opportunities_stand_with_those_first_that_close_first_and_closed_ones_leave(tmp_path: Path) -> None:
    files = {
        **flat("opportunities/a-luon-mo"),
        **flat("opportunities/b-thang-sau", "expires: 2026-04-30", "capital: {vi: 320 tỷ đồng, en: VND 320 billion}"),
        **flat("opportunities/c-hom-nay", "expires: 2026-03-20"),
        **flat("opportunities/d-hom-qua", "expires: 2026-03-19"),
    }
    offers = shown(stage(tmp_path, files, NOW), "opportunities", "en/")
    slugs = ("c-hom-nay", "b-thang-sau", "a-luon-mo")
    assert urls(offers) == [f"en/opportunities/{slug}/" for slug in slugs]
    assert (offers["items"][1]["capital"], offers["items"][1]["closes"]["iso"]) == ("VND 320 billion", "2026-04-30")
    assert offers["items"][2]["closes"] is None


def test_key_figures_stand_as_their_registry_has_them_in_each_language(tmp_path: Path) -> None:
    staged = stage(tmp_path, pair() | {"_data/figures.yml": FIGURES})
    first, second = shown(staged, "figures")["items"]
    assert (first["number"], first["unit"], first["label"]) == ("1,24", "triệu người", "Dân số")
    assert (first["as_of"]["iso"], first["source"]) == ("2025-12-31", "")
    assert (second["number"], second["unit"], second["as_of"], second["source"]) == ("7,8%", "", None, "Thống kê tỉnh")
    assert [each["number"] for each in shown(staged, "figures", "en/")["items"]] == ["1.24", "7.8%"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("5.860 km²", ("5.860", "km²"), id="number-and-unit"),
        pytest.param("US$1.58 billion", ("US$1.58", "billion"), id="sign-before"),
        pytest.param("VND 1,250.5 billion", ("VND 1,250.5", "billion"), id="word-before"),
        pytest.param("khoảng 3–4 giờ", ("khoảng 3–4", "giờ"), id="range"),
        pytest.param("không có", ("không có", ""), id="no-number"),
    ],
)
def test_a_figure_is_parted_into_its_number_and_its_unit(value: str, expected: tuple[str, str]) -> None:
    assert parts_of(value) == expected


@pytest.mark.parametrize(
    ("count", "most", "expected"),
    [
        (1, 6, 1),
        (2, 6, 2),
        (5, 6, 5),
        (6, 6, 6),
        (7, 6, 4),
        (8, 6, 4),
        (9, 6, 3),
        (13, 6, 5),
        (5, 4, 3),
        (11, 6, 6),
        (6, 4, 3),
        (4, 3, 2),
    ],
)
def test_things_stand_in_as_many_columns_as_leave_the_fewest_gaps(count: int, most: int, expected: int) -> None:
    assert columns(count, most) == expected


# The foot


def test_the_foot_leads_to_groups_of_links_and_never_to_links_that_only_texts_use(tmp_path: Path) -> None:
    foot: Any = stage(tmp_path, pair() | {"_data/links.yml": LINKS}).prepared.furniture
    assert foot["en"]["links"] == [
        {
            "title": "Ministries",
            "links": [
                {"title": "Ministry of Foreign Affairs", "url": "https://mofa.example/"},
                {"title": "Visas", "url": "https://visa.example/en/"},
            ],
        }
    ]


def test_pages_on_rights_privacy_and_accessibility_are_the_small_print_in_the_languages_that_have_them(
    tmp_path: Path,
) -> None:
    files: dict[str, str | bytes] = {"about/organisation/index.vi.md": STANDING, "about/rights/index.vi.md": STANDING}
    foot: Any = stage(tmp_path, files | flat("about/privacy")).prepared.furniture
    assert [link["url"] for link in foot["vi"]["about"]] == ["about/organisation/"]
    assert [link["url"] for link in foot["vi"]["rights"]] == ["about/rights/", "about/privacy/"]
    assert [link["url"] for link in foot["en"]["rights"]] == ["en/about/privacy/"]
