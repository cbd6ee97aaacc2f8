"""Days and instants in the site's zone."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

SITE_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
"""The zone in which a calendar day of the content begins and ends (UTC+7, no summer time)."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})")


def parse_day(text: str) -> date:
    """Read an ISO 8601 calendar day, `YYYY-MM-DD` only.

    Raises ValueError for any other form and for a day that the calendar does not have.
    """
    if not _DAY.fullmatch(text) or not text.isascii():
        raise ValueError(text)
    return date.fromisoformat(text)


def parse_instant(text: str) -> datetime:
    """Read an instant with its offset, or a day, which means 00:00 of that day in the site's zone.

    Raises ValueError for an instant without an offset, because nobody could say when it is.
    """
    if _DAY.fullmatch(text):
        return start_of(parse_day(text))
    if not _INSTANT.fullmatch(text) or not text.isascii():
        raise ValueError(text)
    try:
        instant = datetime.fromisoformat(text).astimezone(UTC)
        day_of(instant)
    except OverflowError as error:  # year 1 or 9999 moved over the edge by its offset, or by the site's
        raise ValueError(text) from error
    return instant


def start_of(day: date) -> datetime:
    """The first instant of a day in the site's zone, in UTC."""
    if day == date.min:  # its midnight in UTC+7 lies before the first instant Python can hold
        return datetime.min.replace(tzinfo=UTC)
    return datetime.combine(day, time(), SITE_ZONE).astimezone(UTC)


def day_of(instant: datetime) -> date:
    """The calendar day in the site's zone on which an instant falls."""
    return instant.astimezone(SITE_ZONE).date()


def after(day: date) -> datetime:
    """The first instant after a day has ended in the site's zone; for the last day, the last instant there."""
    if day == date.max:
        return datetime.max.replace(tzinfo=SITE_ZONE).astimezone(UTC)
    return start_of(day + timedelta(days=1))
