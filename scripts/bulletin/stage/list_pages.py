"""The pages of lists."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin.model.bulletin import DATED_SECTIONS, Bulletin
from bulletin.model.page import Json, Page
from bulletin.stage.view import NEWEST, View, last_change


def section_page(view: View, key: str, tag: str) -> Page:
    """The newest bulletins of a section, and its months; all of a section without months."""
    listed = view.listed.get((key, tag), [])
    title = view.label(tag, f"section_{key}")
    is_dated = key in DATED_SECTIONS
    content: dict[str, Json] = {
        "trail": view.trail(tag),
        "items": view.cards.cards(listed[:NEWEST] if is_dated else listed, tag),
        "years": _years(view, listed, tag) if is_dated else [],
    }
    description = view.label(tag, "section_description", section=title, site=view.site.name[tag])
    return view.page(key, tag, (title, description), content, modified=last_change(listed))


def _years(view: View, listed: Sequence[Bulletin], tag: str) -> list[Json]:
    """The months of a section, the newest first, with the number of their bulletins."""
    counts: dict[str, dict[str, int]] = {}
    for key in sorted((bulletin.key for bulletin in listed), reverse=True):
        _, year, month, _ = key.split("/")
        months = counts.setdefault(year, {})
        months[month] = months.get(month, 0) + 1
    section = listed[0].section if listed else ""
    return [
        {
            "year": year,
            "months": [
                {**view.month_step(f"{section}/{year}/{month}", tag), "count": count} for month, count in months.items()
            ],
        }
        for year, months in counts.items()
    ]


def month_page(view: View, key: str, tag: str) -> Page:
    """All bulletins of a section in one month."""
    listed = view.listed.get((key, tag), [])
    section = key.split("/", 1)[0]
    month = str(view.month_step(key, tag)["title"])
    section_title = view.label(tag, f"section_{section}")
    title = view.label(tag, "month_title", section=section_title, month=month)
    content: dict[str, Json] = {
        "trail": view.trail(tag, view.section_step(section, tag)),
        "items": view.cards.cards(listed, tag),
    }
    description = view.label(tag, "month_description", section=section_title, month=month)
    return view.page(key, tag, (title, description), content, modified=last_change(listed))


def taxon_page(view: View, key: str, tag: str) -> Page:
    """The newest bulletins on a topic, and the months of the older ones."""
    listed = view.listed.get((key, tag), [])
    taxonomy, _, name = key.partition("/")
    entry = view.registries[taxonomy][name]
    lead = entry.lead.get(tag, "")
    months = {"/".join(bulletin.key.split("/")[:3]): None for bulletin in listed[NEWEST:] if bulletin.is_dated}
    content: dict[str, Json] = {
        "trail": view.trail(tag),
        "lead": lead,
        "items": view.cards.cards(listed[:NEWEST], tag),
        "months": [view.month_step(month, tag) for month in months],
    }
    description = lead or view.label(tag, "topic_description", topic=entry.text[tag], site=view.site.name[tag])
    return view.page(key, tag, (entry.text[tag], description), content, modified=last_change(listed))
