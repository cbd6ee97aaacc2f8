"""Days and instants: what is read, when a day begins and ends in UTC+7, and how it is written for readers."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from bulletin.model.calendar import SITE_ZONE, after, day_of, parse_day, parse_instant, start_of
from bulletin.model.locale import long_date, month_name
from hypothesis import example, given
from hypothesis import strategies as st

SOME_DAYS = st.dates(date(1976, 1, 1))
"""Since 1976 the zone is UTC+7 in the whole country."""
LAST_INSTANT = datetime(9999, 12, 31, 16, 59, 59, tzinfo=UTC)
"""Of the last day in UTC+7."""


@given(st.dates())
def test_a_day_that_is_written_is_the_day_that_is_read(day: date) -> None:
    assert parse_day(day.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    [
        *("2026-2-30", "2026-02-30", "2026-13-01", "2026-3-5", "05/03/2026", "20260305", "2026-W10-4", "0000-01-01"),
        *(
            "2026-03-05T08:00",
            " 2026-03-05",
            "2026-03-05\n",
            "",
            "hôm nay",
            "２０２６-03-05",
            "٢٠٢٦-٠٣-٠٥",
            "-2026-03-05",
        ),
    ],
)
def test_no_other_form_is_a_day(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_day(text or "?")


@given(st.text(max_size=30))
@example("0001-01-01T00:00:00+07:00")
@example("9999-12-31T23:59:59-07:00")
@example("9999-12-31T23:59:59Z")
@example("2026-03-05T24:00:00Z")
@example("2026-03-05T08:00:00+99:99")
@example("٢٠٢٦-٠٣-٠٥")
def test_any_text_is_an_instant_or_a_value_error(text: str) -> None:
    for parse in (parse_day, parse_instant):
        try:
            parse(text)
        except ValueError:
            continue


@given(
    st.datetimes(LAST_INSTANT.replace(year=1, tzinfo=None), LAST_INSTANT.replace(tzinfo=None), timezones=st.just(UTC))
)
def test_an_instant_that_is_written_is_the_instant_that_is_read(instant: datetime) -> None:
    assert parse_instant(instant.isoformat()) == instant
    assert day_of(parse_instant(instant.isoformat())) in (instant.date(), instant.date() + timedelta(days=1))


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        pytest.param("2026-03-05", "2026-03-04T17:00:00+00:00", id="day-is-its-midnight-in-vietnam"),
        pytest.param("2026-03-05T08:00:00+07:00", "2026-03-05T01:00:00+00:00", id="offset"),
        pytest.param("2026-03-05 08:00+07:00", "2026-03-05T01:00:00+00:00", id="space-without-seconds"),
        pytest.param("2026-03-05T01:00:00Z", "2026-03-05T01:00:00+00:00", id="z"),
        pytest.param("2026-03-05T08:00:00.250+0700", "2026-03-05T01:00:00.250000+00:00", id="fraction"),
        pytest.param("9999-12-31T16:59:59Z", "9999-12-31T16:59:59+00:00", id="last-in-vietnam"),
    ],
)
def test_an_instant_has_an_offset_or_is_a_day(text: str, instant: str) -> None:
    assert parse_instant(text).isoformat() == instant
    assert parse_instant(text).tzinfo is UTC


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2026-03-05T08:00:00", id="no-offset"),
        pytest.param("2026-03-05T08+07:00", id="no-minutes"),
        pytest.param("12:30", id="no-day"),
        pytest.param("2026-03-05T08:60:00Z", id="minute-60"),
        pytest.param("2026-03-05T08:00:60Z", id="leap-second"),
        pytest.param("9999-12-31T17:00:00Z", id="a-day-that-vietnam-never-has"),
        pytest.param("0001-01-01T06:59:59+07:00", id="before-the-first-year"),
    ],
)
def test_no_other_form_is_an_instant(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_instant(text)


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        pytest.param("2026-03-04T16:59:59Z", "2026-03-04", id="last-second"),
        pytest.param("2026-03-04T17:00:00Z", "2026-03-05", id="midnight"),
        pytest.param("2026-03-05T16:59:59Z", "2026-03-05", id="last-second-of-the-next"),
        pytest.param("2025-12-31T17:00:00Z", "2026-01-01", id="new-year"),
    ],
)
def test_a_day_begins_at_17_00_utc(instant: str, day: str) -> None:
    assert day_of(parse_instant(instant)).isoformat() == day


@given(SOME_DAYS)
@example(date.max)
def test_a_day_lasts_from_its_start_until_the_start_of_the_next(day: date) -> None:
    start, end = start_of(day), after(day)

    assert day_of(start) == day
    assert start <= end - timedelta(microseconds=1)
    assert day_of(end - timedelta(microseconds=1)) == day
    if day != date.max:
        assert end - start == timedelta(days=1)
        assert end == start_of(day + timedelta(days=1))


@given(st.dates())
@example(date.min)
@example(date.max)
def test_start_and_end_of_any_day_can_be_written_in_the_sites_zone(day: date) -> None:
    assert start_of(day).astimezone(SITE_ZONE).isoformat()
    assert after(day).astimezone(SITE_ZONE).isoformat()
    assert start_of(day) < after(day)


# For readers


@pytest.mark.parametrize(
    ("day", "vi", "en", "month_vi", "month_en"),
    [
        pytest.param(
            date(2026, 1, 9), "ngày 09 tháng 01 năm 2026", "9 January 2026", "Tháng 01 năm 2026", "January 2026",
            id="zeros-for-both",
        ),
        pytest.param(
            date(2026, 2, 10), "ngày 10 tháng 02 năm 2026", "10 February 2026", "Tháng 02 năm 2026", "February 2026",
            id="zero-for-february",
        ),
        pytest.param(
            date(2026, 3, 5), "ngày 05 tháng 3 năm 2026", "5 March 2026", "Tháng 3 năm 2026", "March 2026",
            id="no-zero-for-march",
        ),
        pytest.param(
            date(2026, 12, 31), "ngày 31 tháng 12 năm 2026", "31 December 2026", "Tháng 12 năm 2026", "December 2026",
            id="none",
        ),
    ],
)  # fmt: skip
def test_a_date_is_written_as_decree_30_2020_says(day: date, vi: str, en: str, month_vi: str, month_en: str) -> None:
    assert (long_date(day, "vi"), long_date(day, "en")) == (vi, en)
    assert (month_name(day, "vi"), month_name(day, "en")) == (month_vi, month_en)


@given(st.dates())
def test_only_days_under_10_and_months_1_and_2_have_a_zero(day: date) -> None:
    _, number, _, month, _, year = long_date(day, "vi").split()

    assert (int(number), int(month), int(year)) == (day.day, day.month, day.year)
    assert number.startswith("0") == (day.day < 10)
    assert month.startswith("0") == (day.month <= 2)
