"""What the period of an issue is called, as each locale writes it."""

from __future__ import annotations

from datetime import date

import pytest
from bulletin.model.kinds import Period, Span
from bulletin.model.periods import period_name


@pytest.mark.parametrize(
    ("period", "vietnamese", "english"),
    [
        pytest.param(
            Period(Span.MONTH, date(2026, 2, 1), date(2026, 2, 28)), "Tháng 02 năm 2026", "February 2026", id="month"
        ),
        pytest.param(
            Period(Span.QUARTER, date(2026, 7, 1), date(2026, 9, 30)),
            "Quý III năm 2026",
            "third quarter of 2026",
            id="quarter",
        ),
        pytest.param(
            Period(Span.QUARTER, date(2026, 10, 1), date(2026, 12, 31)),
            "Quý IV năm 2026",
            "fourth quarter of 2026",
            id="last-quarter",
        ),
        pytest.param(Period(Span.YEAR, date(2026, 1, 1), date(2026, 12, 31)), "Năm 2026", "2026", id="year"),
        pytest.param(
            Period(Span.DAYS, date(2025, 12, 20), date(2026, 1, 5)),
            "Từ ngày 20 tháng 12 năm 2025 đến ngày 05 tháng 01 năm 2026",
            "20 December 2025 – 5 January 2026",
            id="days",
        ),
        pytest.param(
            Period(Span.DAYS, date(2026, 9, 2), date(2026, 9, 2)),
            "ngày 02 tháng 9 năm 2026",
            "2 September 2026",
            id="day",
        ),
        pytest.param(
            Period(Span.TEXT, text={"vi": "Xuân Bính Ngọ", "en": "Spring 2026"}),
            "Xuân Bính Ngọ",
            "Spring 2026",
            id="text",
        ),
        pytest.param(Period(), "", "", id="none"),
    ],
)
def test_a_period_has_its_own_form_in_each_language(period: Period, vietnamese: str, english: str) -> None:
    assert (period_name(period, "vi"), period_name(period, "en")) == (vietnamese, english)


def test_a_third_language_writes_its_own_quarters() -> None:
    assert period_name(Period(Span.QUARTER, date(2026, 7, 1), date(2026, 9, 30)), "ja") == "2026年第3四半期"
