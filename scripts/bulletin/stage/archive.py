"""Browsing by date: the years of all sections, a year as calendars, a month as one calendar and its bulletins."""

from __future__ import annotations

from calendar import Calendar
from datetime import date

from bulletin.model.bulletin import Bulletin
from bulletin.model.locale import long_date, month_alone, weekday_names
from bulletin.model.page import Json, Page
from bulletin.stage.lists import ARCHIVE
from bulletin.stage.neighbours import lists_beside, period_name
from bulletin.stage.view import View, last_change

STYLES: Json = ["ways", "calendar"]
_WEEKS = Calendar(firstweekday=0)
"""Weeks begin on Monday (thứ Hai), as they do in Vietnam."""


def archive_page(view: View, key: str, tag: str) -> Page:
    """All years that have something, each with its twelve months."""
    years = [_year(view, year, tag) for year in reversed(view.shelves.get((tag, ARCHIVE, 1), []))]
    content: dict[str, Json] = {"styles": STYLES, "trail": view.trail(tag), "years": years}
    texts = (view.label(tag, "archive"), view.label(tag, "archive_description", site=view.site.name[tag]))
    return view.page(key, tag, texts, content, modified=last_change(view.listed.get((key, tag), [])))


def _year(view: View, key: str, tag: str) -> Json:
    """A link to a year with all its months; one in which there is nothing has no address."""
    year = int(key.split("/")[1])
    months: list[Json] = []
    for month in range(1, 13):
        listed = view.listed.get((f"{key}/{month:02}", tag), [])
        months.append(
            {
                "title": month_alone(date(year, month, 1), tag),
                "url": view.url(f"{key}/{month:02}", tag) if listed else "",
                "count": view.count(len(listed), tag),
            }
        )
    return {
        **view.link(period_name(view, key, tag), key, tag),
        "count": view.count(len(view.listed[(key, tag)]), tag),
        "months": months,
    }


def archive_year_page(view: View, key: str, tag: str) -> Page:
    """Twelve calendars, in which the days that have something lead to them."""
    year = int(key.split("/")[1])
    listed = view.listed.get((key, tag), [])
    name = period_name(view, key, tag)
    content: dict[str, Json] = {
        "styles": STYLES,
        "trail": view.trail(tag, _archive_step(view, tag)),
        "count": view.count(len(listed), tag),
        "weekdays": _weekdays(tag),
        "months": [_month(view, f"{key}/{month:02}", date(year, month, 1), tag) for month in range(1, 13)],
        "beside": lists_beside(view, key, tag),
    }
    texts = (
        view.label(tag, "archive_year", year=str(year)),
        view.label(tag, "archive_period_description", period=name, site=view.site.name[tag]),
    )
    return view.page(key, tag, texts, content, modified=last_change(listed))


def _archive_step(view: View, tag: str) -> dict[str, Json]:
    return view.link(view.label(tag, "archive"), ARCHIVE, tag)


def _weekdays(tag: str) -> Json:
    return [{"short": short, "full": full} for short, full in weekday_names(tag)]


def _month(view: View, key: str, first: date, tag: str) -> dict[str, Json]:
    """A month as weeks of seven days; a day of another month is None."""
    days = _days(view, key, tag)
    weeks: list[Json] = [
        [_day(view, key, first.replace(day=day), days.get(day, []), tag) if day else None for day in week]
        for week in _WEEKS.monthdayscalendar(first.year, first.month)
    ]
    return {
        "title": month_alone(first, tag),
        "caption": period_name(view, key, tag),
        "url": view.url(key, tag) if days else "",
        "weeks": weeks,
    }


def _day(view: View, key: str, day: date, bulletins: list[Bulletin], tag: str) -> dict[str, Json]:
    """The number of a day; where it has something also the way there, and what a screen reader says of it."""
    if not bulletins:
        return {"day": day.day, "url": "", "name": "", "count": ""}
    count = view.count(len(bulletins), tag)
    return {
        "day": day.day,
        "url": f"{view.url(key, tag)}#{_anchor(day)}",
        "name": view.label(tag, "day_with_count", day=_sentence(long_date(day, tag)), count=count),
        "count": count,
    }


def _anchor(day: date) -> str:
    return f"d{day.day:02}"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _days(view: View, key: str, tag: str) -> dict[int, list[Bulletin]]:
    """Day of the month → its bulletins, the newest day first."""
    days: dict[int, list[Bulletin]] = {}
    for bulletin in view.listed.get((key, tag), []):
        if bulletin.shared.date:
            days.setdefault(bulletin.shared.date.day, []).append(bulletin)
    return days


def archive_month_page(view: View, key: str, tag: str) -> Page:
    """A calendar, and below it all bulletins of the month by day, the newest first."""
    _, year, month = key.split("/")
    first = date(int(year), int(month), 1)
    listed = view.listed.get((key, tag), [])
    in_year = f"{ARCHIVE}/{year}"
    name = period_name(view, key, tag)
    days: list[Json] = [
        {
            "anchor": _anchor(first.replace(day=day)),
            "title": _sentence(long_date(first.replace(day=day), tag)),
            "iso": first.replace(day=day).isoformat(),
            "weekday": weekday_names(tag)[first.replace(day=day).weekday()][1],
            "items": view.cards.cards(bulletins, tag),
        }
        for day, bulletins in _days(view, key, tag).items()
    ]
    content: dict[str, Json] = {
        "styles": STYLES,
        "trail": view.trail(tag, _archive_step(view, tag), view.link(period_name(view, in_year, tag), in_year, tag)),
        "count": view.count(len(listed), tag),
        "name": name,
        "weekdays": _weekdays(tag),
        "month": _month(view, key, first, tag),
        "days": days,
        "beside": lists_beside(view, key, tag),
    }
    texts = (
        view.label(tag, "archive_month", month=name),
        view.label(tag, "archive_period_description", period=name, site=view.site.name[tag]),
    )
    return view.page(key, tag, texts, content, modified=last_change(listed))
