"""Days, months and numbers in each locale's own form."""

from datetime import date

import pytest
from bulletin.model.locale import day_range, month_alone, plural_form, weekday_names


@pytest.mark.parametrize(
    ("first", "last", "vietnamese", "english"),
    [
        pytest.param(
            date(2027, 2, 19), date(2027, 2, 19), "ngày 19 tháng 02 năm 2027", "19 February 2027", id="one-day"
        ),
        pytest.param(
            date(2027, 3, 5), date(2027, 3, 12), "ngày 05–12 tháng 3 năm 2027", "5–12 March 2027", id="one-month"
        ),
        pytest.param(
            date(2026, 11, 30),
            date(2026, 12, 2),
            "ngày 30 tháng 11 – ngày 02 tháng 12 năm 2026",
            "30 November – 2 December 2026",
            id="one-year",
        ),
        pytest.param(
            date(2026, 12, 31),
            date(2027, 1, 1),
            "ngày 31 tháng 12 năm 2026 – ngày 01 tháng 01 năm 2027",
            "31 December 2026 – 1 January 2027",
            id="over-the-year",
        ),
    ],
)
def test_several_days_name_what_they_share_once(first: date, last: date, vietnamese: str, english: str) -> None:
    assert (day_range(first, last, "vi"), day_range(first, last, "en")) == (vietnamese, english)


def test_weeks_begin_on_monday() -> None:
    assert weekday_names("vi")[0] == ("T2", "Thứ Hai")
    assert weekday_names("vi")[6] == ("CN", "Chủ Nhật")
    assert weekday_names("en")[::6] == (("Mon", "Monday"), ("Sun", "Sunday"))


def test_a_month_below_its_year_needs_no_year() -> None:
    assert (month_alone(date(2026, 1, 1), "vi"), month_alone(date(2026, 5, 1), "en")) == ("Tháng 01", "May")


def test_only_languages_that_do_so_count_one_apart() -> None:
    assert [plural_form(count, tag) for tag in ("vi", "en") for count in (1, 2)] == ["other", "other", "one", "other"]
