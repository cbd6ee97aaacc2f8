"""The front page of a locale."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin.model.bulletin import DATED_SECTIONS, HOME_KEY, Bulletin
from bulletin.model.calendar import day_of
from bulletin.model.page import Json, Page
from bulletin.stage.view import View, last_change

ON_FRONT = 4
"""Bulletins at the head of the page: the lead story and three beside it."""
ON_RAIL = 4
"""Bulletins of a section."""


def front_page(view: View, key: str, tag: str) -> Page:
    """The newest of every section, what is pinned first."""
    bulletins = view.newest[tag]
    today = day_of(view.cleared.now)
    pinned = [b for b in bulletins if b.shared.featured and b.shared.featured >= today]
    front = [*pinned, *(b for b in bulletins if b not in pinned)][:ON_FRONT]
    is_public = view.cleared.is_public(HOME_KEY, tag)
    edition = view.cleared.bulletins[HOME_KEY].editions[tag] if is_public else None
    content: dict[str, Json] = {
        "heading": edition.title if edition else view.site.name[tag],
        "date": view.cards.day(bulletins[0].shared.date if bulletins else None, tag),
        "front": view.cards.cards(front, tag),
        "rails": _rails(view, tag, front),
        "topics": [
            view.link(entry.text[tag], f"topics/{topic}", tag)
            for topic, entry in view.registries.get("topics", {}).items()
            if view.listed.get((f"topics/{topic}", tag))
        ],
    }
    texts = (view.site.name[tag], edition.description if edition else view.site.description[tag])
    body = view.bodies[(HOME_KEY, tag)].html if edition else ""
    return view.page(key, tag, texts, content, body=body, modified=last_change(bulletins))


def _rails(view: View, tag: str, front: Sequence[Bulletin]) -> list[Json]:
    """For each section the newest that the front does not already show; a section without any has no rail."""
    rails: list[Json] = []
    for section in DATED_SECTIONS:
        rest = [b for b in view.listed.get((section, tag), []) if b not in front][:ON_RAIL]
        if rest:
            rails.append({**view.section_step(section, tag), "items": view.cards.cards(rest, tag)})
    return rails
