"""Values of the fields of types, each read from what an editor typed. All raise ValueError for anything else."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bulletin.model.calendar import after, parse_day, parse_instant, start_of
from bulletin.model.kinds import Moment, Period, Span
from bulletin.source.fields import parse_address, parse_file_name

_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_PHONE = re.compile(r"(?=(?:\D*\d){3})[+(]?\d[\d ().+/-]{1,40}")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_YEAR = re.compile(r"\d{4}")
_ALMOST = re.compile(r"\d{4}-")
"""2026-3 and 2026-Q5 are no words."""


def parse_moment(text: str) -> Moment:
    try:
        day = parse_day(text)
    except ValueError:
        instant = parse_instant(text)
        return Moment(instant, instant)
    return Moment(start_of(day), after(day))


def parse_language(text: str) -> str:
    if not _TAG.fullmatch(text):
        raise ValueError(text)
    return text


def parse_phone(text: str) -> str:
    if not _PHONE.fullmatch(text):
        raise ValueError(text)
    return text


def parse_address_or_file(text: str) -> str:
    return parse_address(text) if "://" in text else parse_file_name(text)


def no_period(text: str) -> str:
    raise ValueError(text)


def period_of(text: str) -> Period:
    """A month, quarter or year; words for any other text. Raises ValueError for what is nearly one of those."""
    if month := _MONTH.fullmatch(text):
        first = date(int(month[1]), int(month[2]), 1)
        return Period(Span.MONTH, first, _before_next(first, 1))
    if quarter := _QUARTER.fullmatch(text):
        first = date(int(quarter[1]), 3 * int(quarter[2]) - 2, 1)
        return Period(Span.QUARTER, first, _before_next(first, 3))
    if _YEAR.fullmatch(text):
        return Period(Span.YEAR, date(int(text), 1, 1), date(int(text), 12, 31))
    if _ALMOST.match(text):
        raise ValueError(text)
    return Period()


def _before_next(first: date, months: int) -> date:
    """The last day of so many months."""
    year, month = divmod(first.month - 1 + months, 12)
    if first.year + year > date.max.year:
        return date.max
    return date(first.year + year, month + 1, 1) - timedelta(days=1)
