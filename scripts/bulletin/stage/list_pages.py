"""The pages of sections, of their years and of their months."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bulletin.model.bulletin import DATED_SECTIONS
from bulletin.model.page import Json, Page
from bulletin.stage import calendars, section_lists
from bulletin.stage.feed_places import feed_links
from bulletin.stage.neighbours import lists_beside, period_name
from bulletin.stage.view import NEWEST, View, last_change

NOTHING_ELSE: Mapping[str, Json] = MappingProxyType({"groups": [], "table": [], "covers": []})
"""What the lists of some sections show, and those of others do not."""
STYLES: Json = ["ways"]
"""What pages of lists need besides the style sheet of every page."""


def section_page(view: View, key: str, tag: str) -> Page:
    """The newest bulletins of a section, its years and months; all of a section without months."""
    listed = view.listed.get((key, tag), [])
    title = view.label(tag, f"section_{key}")
    is_dated = key in DATED_SECTIONS
    years = reversed(view.shelves.get((tag, key, 1), [])) if is_dated else []
    content: dict[str, Json] = {
        "styles": STYLES,
        "trail": view.trail(tag),
        "items": view.cards.cards(listed[:NEWEST] if is_dated else listed, tag),
        "years": [year_step(view, year, tag) for year in years],
        "feeds": feed_links(view, key, tag),
        "calendar": calendars.address_of_all(view, tag) if key == calendars.SECTION and listed else "",
        **NOTHING_ELSE,
        **(section_lists.LISTS[key](view, listed, tag) if key in section_lists.LISTS and listed else {}),
    }
    description = view.label(tag, "section_description", section=title, site=view.site.name[tag])
    return view.page(key, tag, (title, description), content, modified=last_change(listed))


def year_step(view: View, key: str, tag: str) -> dict[str, Json]:
    """A link to the year of a section, and to its months that have something, the newest first."""
    months = [month for month in view.shelves.get((tag, key.split("/", 1)[0], 2), []) if month.startswith(f"{key}/")]
    return {
        **view.link(period_name(view, key, tag), key, tag),
        "year": key.split("/")[1],
        "count": len(view.listed.get((key, tag), [])),
        "months": [
            {**view.month_step(month, tag), "count": len(view.listed[(month, tag)])} for month in reversed(months)
        ],
    }


def year_page(view: View, key: str, tag: str) -> Page:
    """The newest bulletins of a section in one year, and the months of that year."""
    return _period(view, key, tag, "year_of_section")


def month_page(view: View, key: str, tag: str) -> Page:
    """All bulletins of a section in one month."""
    return _period(view, key, tag, "month_title")


def _period(view: View, key: str, tag: str, label: str) -> Page:
    listed = view.listed.get((key, tag), [])
    section, year, *month = key.split("/")
    steps = [view.section_step(section, tag)]
    if month:
        in_year = f"{section}/{year}"
        steps.append(view.link(period_name(view, in_year, tag), in_year, tag))
    names = {
        "section": view.label(tag, f"section_{section}"),
        "year": year,
        "month": period_name(view, key, tag),
        "period": period_name(view, key, tag),
    }
    content: dict[str, Json] = {
        "styles": STYLES,
        "trail": view.trail(tag, *steps),
        "items": view.cards.cards(listed if month else listed[:NEWEST], tag),
        "count": view.count(len(listed), tag),
        "months": year_step(view, key, tag)["months"] if not month else [],
        "beside": lists_beside(view, key, tag),
    }
    texts = (view.label(tag, label, **names), view.label(tag, "month_description", **names))
    return view.page(key, tag, texts, content, modified=last_change(listed))
