"""When something takes place, as readers of each language are told."""

import pytest
from bulletin.model.kinds import Moment
from bulletin.model.moments import NBSP, days_of, iso_of, span_of
from bulletin.source.values import parse_moment


def moments(text: str) -> tuple[Moment, Moment | None]:
    start, _, end = text.partition(" – ")
    return parse_moment(start), parse_moment(end) if end else None


def said(text: str, tag: str) -> str:
    return "".join(part.text for part in span_of(*moments(text), tag)).replace(NBSP, " ")


@pytest.mark.parametrize(
    ("given", "vi", "en"),
    [
        pytest.param(
            "2026-12-10T08:00+07:00", "08 giờ 00, ngày 10 tháng 12 năm 2026", "8 a.m., 10 December 2026", id="instant"
        ),
        pytest.param(
            "2026-12-10T08:05+07:00 – 2026-12-10T16:30+07:00",
            "Từ 08 giờ 05 đến 16 giờ 30, ngày 10 tháng 12 năm 2026",
            "8.05 a.m. to 4.30 p.m., 10 December 2026",
            id="within-a-day",
        ),
        pytest.param(
            "2026-12-10T08:00+07:00 – 2026-12-11T16:30+07:00",
            "Từ 08 giờ 00, ngày 10 tháng 12 đến 16 giờ 30, ngày 11 tháng 12 năm 2026",
            "8 a.m., 10 December to 4.30 p.m., 11 December 2026",
            id="over-days",
        ),
        pytest.param("2027-02-19", "Ngày 19 tháng 02 năm 2027", "19 February 2027", id="day"),
        pytest.param(
            "2027-02-19 – 2027-02-19", "Ngày 19 tháng 02 năm 2027", "19 February 2027", id="the-same-day-twice"
        ),
        pytest.param(
            "2027-02-05 – 2027-02-21",
            "Từ ngày 05 đến ngày 21 tháng 02 năm 2027",
            "5 to 21 February 2027",
            id="days-of-a-month",
        ),
        pytest.param(
            "2027-04-30 – 2027-05-02",
            "Từ ngày 30 tháng 4 đến ngày 02 tháng 5 năm 2027",
            "30 April to 2 May 2027",
            id="over-months",
        ),
        pytest.param(
            "2026-12-30 – 2027-01-02",
            "Từ ngày 30 tháng 12 năm 2026 đến ngày 02 tháng 01 năm 2027",
            "30 December 2026 to 2 January 2027",
            id="over-the-turn-of-the-year",
        ),
        pytest.param(
            "2026-12-31T18:00Z",
            "01 giờ 00, ngày 01 tháng 01 năm 2027",
            "1 a.m., 1 January 2027",
            id="in-the-site-s-zone-it-is-next-year",
        ),
        pytest.param(
            "2026-12-10T08:00+07:00 – 2026-12-12",
            "Từ 08 giờ 00, ngày 10 tháng 12 đến ngày 12 tháng 12 năm 2026",
            "8 a.m., 10 December to 12 December 2026",
            id="an-hour-and-a-day",
        ),
        pytest.param(
            "2026-12-10T08:00+07:00 – 2026-12-10",
            "08 giờ 00, ngày 10 tháng 12 năm 2026",
            "8 a.m., 10 December 2026",
            id="an-hour-and-its-day",
        ),
        pytest.param(
            "2026-12-10 – 2026-12-10T16:30+07:00",
            "Ngày 10 tháng 12 năm 2026",
            "10 December 2026",
            id="a-day-and-its-hour",
        ),
        pytest.param(
            "2026-12-10T12:00+07:00", "12 giờ 00, ngày 10 tháng 12 năm 2026", "12 noon, 10 December 2026", id="noon"
        ),
        pytest.param(
            "2026-12-10T00:00+07:00", "00 giờ 00, ngày 10 tháng 12 năm 2026", "00:00, 10 December 2026", id="midnight"
        ),
    ],
)
def test_a_span_is_told_in_each_language_s_own_form_without_repeating_itself(given: str, vi: str, en: str) -> None:
    assert (said(given, "vi"), said(given, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("given", "short"),
    [
        pytest.param("2026-12-10T08:00+07:00 – 2026-12-10T16:30+07:00", "8 a.m., 10 December 2026", id="one-day"),
        pytest.param("2026-12-10T08:00+07:00 – 2026-12-11T16:30+07:00", "10–11 December 2026", id="two-days"),
    ],
)
def test_in_short_only_what_is_on_one_day_has_an_hour(given: str, short: str) -> None:
    assert days_of(*moments(given), "en").replace(NBSP, " ") == short


def test_machines_are_told_days_as_days_and_instants_with_their_offset() -> None:
    parts = span_of(*moments("2026-12-10T01:00Z – 2026-12-12"), "vi")
    assert [part.iso for part in parts] == ["", "2026-12-10T08:00+07:00", "", "2026-12-12"]
    assert iso_of(parse_moment("2026-12-10")) == "2026-12-10"


def test_a_third_language_says_both_moments_whole() -> None:
    assert said("2026-12-10T08:00+07:00 – 2026-12-11", "de") == "08:00, 10. Dezember 2026 – 11. Dezember 2026"
