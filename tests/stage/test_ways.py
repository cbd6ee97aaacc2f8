"""The ways to find a bulletin: by date, topic, place, agency and audience, and by what stands beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bulletin.model.page import PageKind
from bulletin.stage.lists import LISTS

from tests.stage.sites import STANDING, TOPICS, Staged, dated, stage
from tests.trees import KEY, NOW, SOURCE, pair, with_field

PLACES = """\
dam-sen: {vi: Đầm Sen, en: Sen Lagoon, lead: {vi: Đầm nước lợ., en: A brackish lagoon.}}
an-hoa: {vi: Xã An Hòa, en: An Hòa Commune}
ang-son: {vi: Áng Sơn, en: Áng Sơn}
do-luong: {vi: Đô Lương, en: Đô Lương}
"""
AGENCIES = """\
dpi: {vi: Sở Kế hoạch và Đầu tư, en: Department of Planning and Investment, until: 2026-03-19, successor: dof}
dof: {vi: Sở Tài chính, en: Department of Finance, until: 2026-03-25, successor: doe}
doe: {vi: Sở Kinh tế, en: Department of Economy}
"""


def content(staged: Staged, url: str) -> dict[str, Any]:
    return dict(staged[url].content)


def urls(links: list[dict[str, Any]]) -> list[str]:
    return [link["url"] for link in links]


# By date


def test_a_year_is_twelve_calendars_whose_weeks_begin_on_monday(tmp_path: Path) -> None:
    files = dated("news/2026/03/a", "2026-03-05") | dated("press/2026/03/b", "2026-03-05", english=None)
    staged = stage(tmp_path, files)
    vietnamese, english = content(staged, "archive/2026/"), content(staged, "en/archive/2026/")
    assert (len(vietnamese["months"]), vietnamese["weekdays"][0]) == (12, {"short": "T2", "full": "Thứ Hai"})
    march = vietnamese["months"][2]
    assert [day and day["day"] for day in march["weeks"][0]] == [None, None, None, None, None, None, 1]
    assert march["weeks"][1][3] == {
        "day": 5,
        "url": "archive/2026/03/#d05",
        "name": "Ngày 05 tháng 3 năm 2026: 2 bài",
        "count": "2 bài",
    }
    assert english["months"][2]["weeks"][1][3]["name"] == "5 March 2026: 1 item"
    assert english["weekdays"][0] == {"short": "Mon", "full": "Monday"}
    days = [day for month in vietnamese["months"] for week in month["weeks"] for day in week if day]
    assert (len(days), [day["day"] for day in days if day["url"]]) == (365, [5])
    assert [month["url"] for month in vietnamese["months"] if month["url"]] == ["archive/2026/03/"]


def test_a_leap_day_has_its_place(tmp_path: Path) -> None:
    months = content(stage(tmp_path, dated("news/2024/02/a", "2024-02-29")), "archive/2024/")["months"]
    assert [day["day"] for week in months[1]["weeks"] for day in week if day and day["url"]] == [29]


def test_a_month_has_all_bulletins_by_day_the_newest_first(tmp_path: Path) -> None:
    files = {
        **dated("news/2026/03/a", "2026-03-05"),
        **dated("press/2026/03/b", "2026-03-05"),
        **dated("news/2026/03/c", "2026-03-12"),
        **dated("news/2026/02/d", "2026-02-28"),
    }
    staged = stage(tmp_path, files)
    days = content(staged, "archive/2026/03/")["days"]
    assert [(day["anchor"], urls(day["items"])) for day in days] == [
        ("d12", ["news/2026/03/c/"]),
        ("d05", ["news/2026/03/a/", "press/2026/03/b/"]),
    ]
    assert (days[0]["title"], days[0]["weekday"]) == ("Ngày 12 tháng 3 năm 2026", "Thứ Năm")
    assert staged["en/archive/2026/03/"].title == "Archive: March 2026"


def test_the_turn_of_the_year_is_midnight_in_vietnam(tmp_path: Path) -> None:
    """17:00 UTC of 31 December is 00:00 of 1 January there."""
    files = dated("news/2026/12/cu", "2026-12-31") | dated("news/2027/01/moi", "2027-01-01")
    # Nobody approves ahead, so both were approved on the day before the last.
    approved = {
        name: text.replace(f"on: {day}", "on: 2026-12-30") if isinstance(text, str) else text
        for name, text in files.items()
        for day in ["2026-12-31" if "/12/" in name else "2027-01-01"]
    }
    before = stage(tmp_path / "1", approved, "2026-12-31T16:59:59Z")
    after = stage(tmp_path / "2", approved, "2026-12-31T17:00:00Z")
    assert "archive/2027/" not in before.kinds()
    assert urls(content(after, "archive/")["years"]) == ["archive/2027/", "archive/2026/"]
    assert [day["anchor"] for day in content(after, "archive/2027/01/")["days"]] == ["d01"]
    assert [day["anchor"] for day in content(after, "archive/2026/12/")["days"]] == ["d31"]


def test_an_embargo_moves_no_bulletin_to_another_day(tmp_path: Path) -> None:
    source = with_field(SOURCE, "embargo_until: 2026-03-31T17:30:00Z")  # half past midnight of 1 April in Vietnam
    staged = stage(tmp_path, pair(source=source), "2026-04-02T08:00:00+07:00")
    assert [day["anchor"] for day in content(staged, "archive/2026/03/")["days"]] == ["d05"]
    assert "archive/2026/04/" not in staged.kinds()


def test_months_and_years_lead_to_those_before_and_after_that_have_something_in_the_language(tmp_path: Path) -> None:
    files = {
        **dated("news/2024/11/a", "2024-11-01"),
        **dated("news/2026/01/b", "2026-01-01", english=None),
        **dated("news/2026/03/c", "2026-03-01"),
        **dated("press/2026/02/d", "2026-02-01"),
    }
    staged = stage(tmp_path, files)

    def beside(url: str) -> list[str | None]:
        found = content(staged, url)["beside"] or {"previous": None, "next": None}
        return [found[name] and found[name]["url"] for name in ("previous", "next")]

    assert beside("news/2026/01/") == ["news/2024/11/", "news/2026/03/"]
    assert beside("en/news/2026/01/") == ["en/news/2024/11/", "en/news/2026/03/"]  # nothing in it, and led on
    assert beside("en/news/2026/03/") == ["en/news/2024/11/", None]
    assert beside("archive/2026/02/") == ["archive/2026/01/", "archive/2026/03/"]
    assert beside("news/2026/") == ["news/2024/", None]
    assert beside("archive/2024/") == [None, "archive/2026/"]
    assert beside("press/2026/02/") == [None, None]


def test_a_section_s_year_shows_its_newest_20_and_all_its_months(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = dated("news/2025/12/cu", "2025-12-31")
    for month in (1, 2):
        for day in range(1, 13):
            files |= dated(f"news/2026/{month:02}/bai-{day}", f"2026-{month:02}-{day:02}")
    staged = stage(tmp_path, files)
    shown = staged.items("news/2026/")
    assert (len(shown), shown[0], shown[-1]) == (20, "news/2026/02/bai-12/", "news/2026/01/bai-5/")
    months = content(staged, "en/news/2026/")["months"]
    assert [(month["url"], month["count"]) for month in months] == [
        ("en/news/2026/02/", 12),
        ("en/news/2026/01/", 12),
    ]
    assert (staged["news/2026/"].title, staged["en/news/2026/"].title) == ("Tin tức: Năm 2026", "News: 2026")


# By topic, place, agency and audience


def test_a_place_is_found_from_the_bulletin_and_from_all_places_in_the_order_of_the_language(tmp_path: Path) -> None:
    files = {
        "_data/places.yml": PLACES,
        **dated("news/2026/02/a", "2026-02-01", "places: [do-luong, an-hoa, dam-sen]"),
        **dated("news/2026/02/b", "2026-02-02", "places: [ang-son]"),
        **dated("news/2026/02/c", "2026-02-03", "places: [dam-sen]", english=None),
    }
    staged = stage(tmp_path, files)
    (group,) = content(staged, "news/2026/02/a/")["taxa"]
    assert (group["title"], urls(group["links"])) == (
        "Địa danh",
        ["places/do-luong/", "places/an-hoa/", "places/dam-sen/"],
    )
    (names,) = content(staged, "places/")["groups"]
    assert [(entry["title"], entry["count"]) for entry in names["entries"]] == [
        ("Áng Sơn", "1 bài"),
        ("Đầm Sen", "2 bài"),
        ("Đô Lương", "1 bài"),
        ("Xã An Hòa", "1 bài"),
    ]
    (names,) = content(staged, "en/places/")["groups"]
    assert [entry["title"] for entry in names["entries"]] == ["An Hòa Commune", "Áng Sơn", "Đô Lương", "Sen Lagoon"]
    assert content(staged, "en/places/dam-sen/")["lead"] == "A brackish lagoon."
    assert staged.items("places/dam-sen/") == ["news/2026/02/c/", "news/2026/02/a/"]
    assert content(staged, "places/dam-sen/")["trail"][1]["url"] == "places/"


def test_a_list_of_names_has_those_of_its_language_only(tmp_path: Path) -> None:
    files = {
        "_data/places.yml": PLACES,
        **dated("news/2026/02/a", "2026-02-01", "places: [dam-sen]"),
        **dated("news/2026/02/b", "2026-02-02", "places: [an-hoa]", english=None),
    }
    staged = stage(tmp_path, files)
    (names,) = content(staged, "en/places/")["groups"]
    assert urls(names["entries"]) == ["en/places/dam-sen/"]
    assert (staged["en/places/an-hoa/"].is_indexable, staged["places/an-hoa/"].alternates) == (
        False,
        {"vi": "places/an-hoa/"},
    )


def test_many_names_stand_under_their_letters(tmp_path: Path) -> None:
    registry = "".join(f"k{number}: {{vi: {'ÂĐ'[number % 2]}{number:02}, en: P{number:02}}}\n" for number in range(24))
    keys = ", ".join(f"k{number}" for number in range(24))
    files = {"_data/places.yml": registry, **dated("news/2026/02/a", "2026-02-01", f"places: [{keys}]")}
    staged = stage(tmp_path, files)
    assert [group["letter"] for group in content(staged, "places/")["groups"]] == ["Â", "Đ"]
    assert [group["letter"] for group in content(staged, "en/places/")["groups"]] == ["P"]


def test_what_has_no_date_stands_in_groups_of_its_own_after_the_dated(tmp_path: Path) -> None:
    files = {
        "_data/topics.yml": TOPICS,
        **dated("news/2026/02/a", "2026-02-01", "topics: [investment]"),
        "opportunities/cang/index.vi.md": with_field(STANDING, "topics: [investment]"),
        "about/gioi-thieu/index.vi.md": with_field(STANDING, "topics: [investment]"),
    }
    staged = stage(tmp_path, files)
    assert staged.items("topics/investment/") == ["news/2026/02/a/"]
    groups = content(staged, "topics/investment/")["groups"]
    assert [(group["url"], urls(group["items"])) for group in groups] == [
        ("opportunities/", ["opportunities/cang/"]),
        ("about/", ["about/gioi-thieu/"]),
    ]
    assert content(staged, "en/topics/investment/")["groups"] == []


def test_a_former_agency_says_until_when_and_is_found_under_its_successor_too(tmp_path: Path) -> None:
    files = {
        "_data/agencies.yml": AGENCIES,
        **dated("news/2025/02/a", "2025-02-01", "agencies: [dpi]"),
        **dated("news/2026/03/b", "2026-03-20", "agencies: [dof]"),
    }
    staged = stage(tmp_path, files)
    former, present = content(staged, "en/agencies/dpi/"), content(staged, "en/agencies/dof/")
    assert former["ended"] == "This name was in use until 19 March 2026."
    assert former["successor"] == {"title": "Department of Finance", "url": "en/agencies/dof/"}
    assert staged.items("agencies/dpi/") == ["news/2025/02/a/"]
    assert staged.items("agencies/dof/") == ["news/2026/03/b/", "news/2025/02/a/"]
    assert (present["ended"], present["successor"], urls(present["former"])) == ("", None, ["en/agencies/dpi/"])
    assert urls(content(staged, "news/2025/02/a/")["taxa"][0]["links"]) == ["agencies/dpi/"]
    later = stage(tmp_path / "later", files, "2026-03-26T00:00:00+07:00")
    assert content(later, "agencies/dpi/")["successor"]["url"] == "agencies/doe/"
    assert later.items("agencies/doe/") == ["news/2026/03/b/", "news/2025/02/a/"]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param("2026-03-19T10:00:00+07:00", "2026-03-19T17:00:00+00:00", id="the-first-name-ends"),
        pytest.param(NOW, "2026-03-25T17:00:00+00:00", id="the-second"),
        pytest.param("2026-03-26T00:00:00+07:00", None, id="none-does"),
    ],
)
def test_the_site_changes_when_a_name_ends(tmp_path: Path, now: str, expected: str | None) -> None:
    files = {"_data/agencies.yml": AGENCIES, **dated("news/2025/02/a", "2025-02-01", "agencies: [dpi]")}
    change = stage(tmp_path, files, now).prepared.next_change
    assert (change and change.isoformat()) == expected


def test_each_audience_has_a_page(tmp_path: Path) -> None:
    files = dated("news/2026/02/a", "2026-02-01", "audience: [press, investors]")
    staged = stage(tmp_path, files)
    assert staged["audience/investors/"].title == "Nhà đầu tư"
    assert staged["en/audience/press/"].title == "The press"
    (names,) = content(staged, "en/audience/")["groups"]
    assert urls(names["entries"]) == ["en/audience/investors/", "en/audience/press/"]
    assert urls(content(staged, "en/news/2026/02/a/")["taxa"][0]["links"]) == [
        "en/audience/press/",
        "en/audience/investors/",
    ]


def test_the_fields_of_a_type_lead_to_places_agencies_and_sectors(tmp_path: Path) -> None:
    files = {
        "_data/places.yml": PLACES,
        "_data/agencies.yml": AGENCIES,
        "_data/sectors.yml": "energy: {vi: Năng lượng, en: Energy}\n",
        **dated("events/2026/03/hoi-nghi", "2026-03-01", "start: 2026-04-01", "place: dam-sen", "organiser: doe"),
        "documents/qd-15/index.vi.md": with_field(STANDING, "number: 15/2026/QĐ-UBND", "issuer: doe"),
        "opportunities/gio/index.vi.md": with_field(STANDING, "sector: energy"),
    }
    staged = stage(tmp_path, files)
    assert staged.items("places/dam-sen/") == ["events/2026/03/hoi-nghi/"]
    assert staged.items("agencies/doe/") == ["events/2026/03/hoi-nghi/"]
    assert urls(content(staged, "agencies/doe/")["groups"][0]["items"]) == ["documents/qd-15/"]
    assert urls(content(staged, "sectors/energy/")["groups"][0]["items"]) == ["opportunities/gio/"]
    assert [group["taxonomy"] for group in content(staged, "documents/qd-15/")["taxa"]] == ["agencies"]


# What stands beside


def test_a_bulletin_leads_to_those_before_and_after_in_its_section_and_language(tmp_path: Path) -> None:
    files = {
        **dated("news/2026/01/a", "2026-01-01", title="Một"),
        **dated("news/2026/02/b", "2026-02-01", english=None),
        **dated("press/2026/02/x", "2026-02-02"),
        **dated("news/2026/03/c", "2026-03-01"),
        "about/gioi-thieu/index.vi.md": STANDING,
    }
    staged = stage(tmp_path, files)
    assert content(staged, "news/2026/02/b/")["beside"] == {
        "previous": {"title": "Một", "url": "news/2026/01/a/"},
        "next": {"title": "Bài viết", "url": "news/2026/03/c/"},
    }
    assert content(staged, "en/news/2026/01/a/")["beside"]["next"]["url"] == "en/news/2026/03/c/"
    assert content(staged, "press/2026/02/x/")["beside"] is None
    assert content(staged, "about/gioi-thieu/")["beside"] is None


# Sections that are looked for otherwise


def test_events_are_split_into_coming_the_soonest_first_and_past_the_newest_first(tmp_path: Path) -> None:
    files = {
        **dated("events/2026/01/a", "2026-01-01", "start: 2026-02-01", "end: 2026-02-03"),
        **dated("events/2026/01/b", "2026-01-02", "start: 2026-03-10T08:00+07:00"),
        **dated("events/2026/03/c", "2026-03-01", "start: 2026-05-01", "event_status: postponed"),
        **dated("events/2026/03/d", "2026-03-02", "start: 2026-03-19", "end: 2026-03-20", english=None),
        **dated("events/2026/03/e", "2026-03-03"),
    }
    staged = stage(tmp_path, files)
    groups = content(staged, "events/")["groups"]
    assert [urls(group["items"]) for group in groups] == [
        ["events/2026/03/d/", "events/2026/03/c/"],
        ["events/2026/01/b/", "events/2026/01/a/"],
        ["events/2026/03/e/"],
    ]
    first, second = groups[0]["items"]
    assert (first["section"], second["alert"]) == ("Ngày 19–20 tháng 3 năm 2026", "Hoãn")
    english = content(staged, "en/events/")["groups"]
    assert urls(english[0]["items"]) == ["en/events/2026/03/c/"]
    later = stage(tmp_path / "later", files, "2026-06-01T08:00:00+07:00")
    coming = content(later, "events/")["groups"][0]
    assert (coming["items"], coming["none"]) == ([], "Hiện chưa có sự kiện nào được thông báo.")


def test_open_opportunities_stand_above_closed_ones_those_that_close_first_first(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "opportunities/a/index.vi.md": STANDING,
        "opportunities/b/index.vi.md": with_field(STANDING, "expires: 2026-03-20", "capital: 900 tỷ đồng"),
        "opportunities/c/index.vi.md": with_field(STANDING, "expires: 2026-03-19"),
        "opportunities/d/index.vi.md": with_field(STANDING, "expires: 2026-12-31"),
    }
    still_open, closed = content(stage(tmp_path, files), "opportunities/")["groups"]
    assert urls(still_open["items"]) == ["opportunities/b/", "opportunities/d/", "opportunities/a/"]
    assert urls(closed["items"]) == ["opportunities/c/"]
    assert closed["items"][0]["alert"] == "Đã đóng sau ngày 19 tháng 3 năm 2026"
    assert still_open["items"][0]["notes"] == [
        "Vốn đầu tư: 900 tỷ đồng",
        "Nhận hồ sơ đến hết ngày 20 tháng 3 năm 2026",
    ]


def test_documents_are_a_table_the_newest_first(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "_data/agencies.yml": AGENCIES,
        "documents/a/index.vi.md": STANDING,
        "documents/b/index.vi.md": with_field(
            STANDING, "number: 15/2026/QĐ-UBND", "issued_on: 2026-01-05", "issuer: doe", "legal_status: in-force"
        ),
        "documents/c/index.vi.md": with_field(
            STANDING, "number: 72/2015/NĐ-CP", "issued_on: 2026-02-05", "issuer: Chính phủ", "legal_status: repealed"
        ),
    }
    rows = content(stage(tmp_path, files), "documents/")["table"]
    assert [(row["number"], row["issuer"], row["agency"], row["status"], row["is_repealed"]) for row in rows] == [
        ("72/2015/NĐ-CP", "Chính phủ", "", "Hết hiệu lực", True),
        ("15/2026/QĐ-UBND", "Sở Kinh tế", "agencies/doe/", "Còn hiệu lực", False),
        ("", "", "", "", False),
    ]


def test_issues_are_covers_the_newest_number_first(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "issues/2025-12/index.vi.md": with_field(STANDING, "number: 12"),
        "issues/2026-2/index.vi.md": with_field(STANDING, "number: 2"),
        "issues/2026-10/index.vi.md": with_field(STANDING, "number: 10"),
        "issues/2026-9/index.vi.md": STANDING,
    }
    staged = stage(tmp_path, files)
    assert [content(staged, "issues/2026-9/")["beside"][side]["url"] for side in ("previous", "next")] == [
        "issues/2026-2/",
        "issues/2026-10/",
    ]
    assert content(staged, "issues/2026-10/")["beside"]["next"] is None
    covers = content(staged, "issues/")["covers"]
    assert [(cover["url"], cover["section"]) for cover in covers] == [
        ("issues/2026-10/", "Số 10"),
        ("issues/2026-9/", "Các số bản tin"),
        ("issues/2026-2/", "Số 2"),
        ("issues/2025-12/", "Số 12"),
    ]


# All of it on one page


def test_the_site_map_leads_to_every_list_of_the_language_but_months(tmp_path: Path) -> None:
    files = {
        "_data/topics.yml": TOPICS,
        **dated("news/2026/02/a", "2026-02-01", "topics: [investment]", "audience: [press]"),
        **dated("press/2026/02/b", "2026-02-01", "topics: [culture]", english=None),
        "about/gioi-thieu/index.vi.md": STANDING,
    }
    staged = stage(tmp_path, files)
    for tag in ("vi", "en"):
        lists = {
            page.url
            for page in staged.prepared.pages
            if page.locale == tag
            and page.is_indexable
            and page.kind in LISTS - {PageKind.MONTH, PageKind.ARCHIVE_MONTH}
        }
        shown = str(staged["site-map/" if tag == "vi" else "en/site-map/"].content)
        assert {url for url in lists if f"'url': '{url}'" not in shown} == set()
        assert len(lists) >= 8
    assert "'url': 'en/topics/culture/'" not in str(staged["en/site-map/"].content)
    assert "about/gioi-thieu/" not in str(staged["en/site-map/"].content)


def test_the_foot_leads_to_the_ways_that_have_something_in_the_language(tmp_path: Path) -> None:
    files = {"_data/topics.yml": TOPICS, **dated("news/2026/02/a", "2026-02-01", "topics: culture", english=None)}
    furniture: Any = stage(tmp_path, files).prepared.furniture
    assert urls(furniture["vi"]["ways"]) == ["archive/", "topics/", "feeds/", "api/v1/", "site-map/"]
    assert urls(furniture["en"]["ways"]) == ["en/feeds/", "en/api/v1/", "en/site-map/"]


def test_every_address_in_every_page_is_that_of_a_page(tmp_path: Path) -> None:
    files = {
        "_data/topics.yml": TOPICS,
        "_data/places.yml": PLACES,
        "_data/agencies.yml": AGENCIES,
        **dated("news/2026/02/a", "2026-02-01", "topics: [investment]", "places: [dam-sen]", "agencies: [dpi]"),
        **dated("events/2025/02/b", "2025-02-01", "audience: [visitors]", "start: 2026-05-01", english=None),
        **pair(KEY, with_field(SOURCE, "agencies: [dof]"), None),
        "documents/a/index.vi.md": with_field(STANDING, "issuer: doe"),
    }
    (tmp_path / "urls.lock").write_text("/topics/culture/\n/en/press/2020/05/\n/archive/2020/05/\n", encoding="utf-8")
    staged = stage(tmp_path, files)
    known = set(staged.kinds())
    known |= {image.url for image in staged.prepared.extras.share_images}
    known |= {feed.url + name for feed in staged.prepared.extras.feeds for name in ("atom.xml", "feed.json")}

    def addresses(value: object) -> list[str]:
        if isinstance(value, dict):
            url = value.get("url")
            own = [url] if isinstance(url, str) and url and "://" not in url else []
            return own + [each for part in value.values() for each in addresses(part)]
        return [each for part in value for each in addresses(part)] if isinstance(value, list) else []

    for page in staged.prepared.pages:
        found = {each.partition("#")[0] for each in addresses(dict(page.content))}
        assert found <= known, page.url
