"""When something takes place, as readers of a locale are told: an instant, a day, or from one to another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bulletin.model.calendar import SITE_ZONE
from bulletin.model.kinds import Moment
from bulletin.model.locale import day_range, long_date, vietnamese_month

_NOON = 12
NBSP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence about time."""

    text: str
    iso: str = ""
    """ISO 8601 of the moment that the piece names, in the site's zone; empty for the words between."""


def iso_of(moment: Moment) -> str:
    """A moment for machines: a day, or an instant with its offset."""
    return moment.day.isoformat() if moment.is_day else _local(moment).isoformat(timespec="minutes")


def span_of(start: Moment, end: Moment | None, tag: str) -> list[Part]:
    """When something is that begins at one moment and ends at another, if anybody says so, in the site's zone.

    "Từ 08 giờ 00, ngày 10 tháng 12 đến 16 giờ 30, ngày 11 tháng 12 năm 2026", "19 to 21 February 2027".
    """
    is_one_day = end is not None and end.day == start.day and (start.is_day or end.is_day)
    if end is None or end.begins <= start.begins or is_one_day:
        return _sentence([Part(_moment(start, tag), iso_of(start))])
    before, between = ("từ ", " đến ") if tag == "vi" else ("", " to " if tag == "en" else " – ")
    return _sentence(
        [
            *([Part(before)] if before else []),
            Part(_first(start, end, tag), iso_of(start)),
            Part(between),
            Part(_moment(end, tag), iso_of(end)),
        ]
    )


def days_of(start: Moment, end: Moment | None, tag: str) -> str:
    """The same in short: the hours only of what begins and ends on one day."""
    if end is None or end.day <= start.day:
        return _capital(_moment(start, tag))
    return _capital(day_range(start.day, end.day, tag))


def _first(start: Moment, end: Moment, tag: str) -> str:
    """The beginning without what the end says again: its day, month or year."""
    if start.day == end.day:
        return _hour(start, tag) if not start.is_day and not end.is_day else _moment(start, tag)
    if tag not in ("vi", "en") or start.day.year != end.day.year:
        return _moment(start, tag)
    is_short = start.is_day and end.is_day and start.day.month == end.day.month
    day = _day_alone(start.day, tag) if is_short else _day_and_month(start.day, tag)
    return day if start.is_day else f"{_hour(start, tag)}, {day}"


def _moment(moment: Moment, tag: str) -> str:
    day = long_date(moment.day, tag)
    return day if moment.is_day else f"{_hour(moment, tag)}, {day}"


def _day_alone(day: date, tag: str) -> str:
    return f"ngày {day.day:02}" if tag == "vi" else str(day.day)


def _day_and_month(day: date, tag: str) -> str:
    if tag == "vi":
        return f"ngày {day.day:02} tháng {vietnamese_month(day)}"
    return long_date(day, tag).rsplit(" ", 1)[0]


def _hour(moment: Moment, tag: str) -> str:
    """The time of day, on one line: "08 giờ 00" as in official letters, "8 a.m." and "8.30 a.m." as in Britain."""
    at = _local(moment)
    if tag == "vi":
        return f"{at.hour:02}{NBSP}giờ{NBSP}{at.minute:02}"
    if tag != "en":
        from babel.dates import format_time  # noqa: PLC0415 - as in locale.py

        return format_time(at.time(), "short", locale=tag.replace("-", "_"))
    if at.minute == 0 and at.hour % _NOON == 0:
        return f"12{NBSP}noon" if at.hour else "00:00"  # of which day midnight is, nobody would know
    minutes = f".{at.minute:02}" if at.minute else ""
    return f"{at.hour % _NOON or _NOON}{minutes}{NBSP}{'a.m.' if at.hour < _NOON else 'p.m.'}"


def _local(moment: Moment) -> datetime:
    return moment.begins.astimezone(SITE_ZONE)


def _sentence(parts: list[Part]) -> list[Part]:
    return [Part(_capital(parts[0].text), parts[0].iso), *parts[1:]]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
