"""What the period of a numbered issue is called in each locale."""

from __future__ import annotations

from datetime import date

from bulletin.model.kinds import Period, Span, text_in
from bulletin.model.locale import long_date, month_name

_ORDINALS = ("first", "second", "third", "fourth")
_ROMAN = ("I", "II", "III", "IV")


def period_name(period: Period, tag: str) -> str:
    """As it stands behind the number: "Quý III năm 2026", "third quarter of 2026"; empty where nobody gives one."""
    first, last = period.first, period.last
    if period.span is Span.TEXT or first is None or last is None:
        return text_in(period.text, tag)[0]
    if period.span is Span.MONTH:
        return month_name(first, tag)
    if period.span is Span.QUARTER:
        return _quarter(first, tag)
    if period.span is Span.YEAR:
        return f"Năm {first.year}" if tag == "vi" else str(first.year)
    if first == last:
        return long_date(first, tag)
    days = long_date(first, tag), long_date(last, tag)
    return f"Từ {days[0]} đến {days[1]}" if tag == "vi" else f"{days[0]} – {days[1]}"


def _quarter(first: date, tag: str) -> str:
    number = (first.month - 1) // 3
    if tag == "vi":
        return f"Quý {_ROMAN[number]} năm {first.year}"
    if tag == "en":
        return f"{_ORDINALS[number]} quarter of {first.year}"
    from babel.dates import format_skeleton  # noqa: PLC0415 - as in model.locale

    return format_skeleton("yQQQQ", first, locale=tag.replace("-", "_"))
