"""The strip of the front page for those who think of investing: key figures, and what is open to them."""

from __future__ import annotations

import re

from bulletin.model.bulletin import Bulletin
from bulletin.model.calendar import day_of
from bulletin.model.kinds import Opportunity, text_in
from bulletin.model.page import Json
from bulletin.stage.view import View

OFFERS = 4
"""Opportunities in the strip."""
_NUMBER = re.compile(r"\D*\d\S*")
_SECTION = "opportunities"


def figures(view: View, tag: str) -> Json:
    """The key figures in the order of their registry; None without any."""
    found: list[Json] = []
    for entry in view.registries.get("figures", {}).values():
        number, unit = parts_of(entry.value[tag])
        day = view.cards.day(entry.as_of, tag)
        source = entry.source.get(tag, "")
        found.append({"label": entry.text[tag], "number": number, "unit": unit, "as_of": day, "source": source})
    return {"items": found, "wide": columns(len(found), 6), "middle": columns(len(found), 4)} if found else None


def columns(count: int, most: int) -> int:
    """In how many columns so many things stand: few gaps in the last row weigh twice as much as few rows."""
    return min(range(1, min(count, most) + 1), key=lambda each: 2 * (-count % each) + -(-count // each))


def parts_of(value: str) -> tuple[str, str]:
    """A figure's number, with what stands before it, and its unit: "1,24", "triệu người"; "VND 950", "billion"."""
    match = _NUMBER.match(value)
    return (match[0], value[match.end() :].strip()) if match else (value, "")


def open_opportunities(view: View, tag: str) -> Json:
    """The opportunities that are open at the build's instant, those that close first before those without an end."""
    today = day_of(view.cleared.now)
    offers = [(b, _terms(b)) for b in view.listed.get((_SECTION, tag), [])]
    still_open = [(b, terms) for b, terms in offers if not terms.is_closed(today)]
    still_open.sort(key=lambda each: (each[1].expires is None, each[1].expires or today, each[0].key))
    if not still_open:
        return None
    offered = still_open[:OFFERS]
    return {
        **view.section_step(_SECTION, tag),
        "section": _SECTION,
        "heading": view.label(tag, "front_open"),
        "items": [
            {
                "title": bulletin.editions[tag].title,
                "url": view.url(bulletin.key, tag),
                "capital": text_in(terms.capital, tag)[0],
                "closes": view.cards.day(terms.expires, tag),
            }
            for bulletin, terms in offered
        ],
        "wide": columns(len(offered), 4),
        "middle": columns(len(offered), 3),
    }


def _terms(bulletin: Bulletin) -> Opportunity:
    return bulletin.details if isinstance(bulletin.details, Opportunity) else Opportunity()
