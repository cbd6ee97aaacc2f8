"""The front page of a locale."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin.model.bulletin import HOME_KEY, Bulletin
from bulletin.model.calendar import day_of
from bulletin.model.page import Json, Page
from bulletin.stage.front_blocks import blocks
from bulletin.stage.front_strip import figures, open_opportunities
from bulletin.stage.view import View, last_change

ON_FRONT = 4
"""Bulletins at the head of the page: the lead story and three beside it."""
STORIES = ("news", "features")
"""Sections of which the head is made, as far as they have enough."""


def front_page(view: View, key: str, tag: str) -> Page:
    """The newest of every section, what is pinned first, and what investors look for."""
    bulletins = view.newest[tag]
    front = lead_stories(view, tag)
    is_public = view.cleared.is_public(HOME_KEY, tag)
    edition = view.cleared.bulletins[HOME_KEY].editions[tag] if is_public else None
    content: dict[str, Json] = {
        "heading": edition.title if edition else view.site.name[tag],
        "date": view.cards.day(bulletins[0].shared.date if bulletins else None, tag),
        "front": view.cards.cards(front, tag),
        "figures": figures(view, tag),
        "opportunities": open_opportunities(view, tag),
        "is_for_investors_first": view.site.sections_of(tag)[0] == "opportunities",
        "blocks": blocks(view, tag, front),
        "topics": [
            view.link(entry.text[tag], f"topics/{topic}", tag)
            for topic, entry in view.registries.get("topics", {}).items()
            if view.listed.get((f"topics/{topic}", tag))
        ],
        "all_topics": view.url("topics", tag) if ("topics", tag) in view.plan.kinds else "",
    }
    texts = (view.site.name[tag], edition.description if edition else view.site.description[tag])
    body = view.bodies[(HOME_KEY, tag)].html if edition else ""
    return view.page(key, tag, texts, content, body=body, modified=last_change(bulletins))


def lead_stories(view: View, tag: str) -> Sequence[Bulletin]:
    """What is pinned, then the newest stories, then the newest of all else.

    Unless it is pinned, the first has a picture if one of them has: it is shown large.
    """
    bulletins = view.newest[tag]
    today = day_of(view.cleared.now)
    pinned = [b for b in bulletins if b.shared.featured and b.shared.featured >= today]
    stories = [b for b in bulletins if b.section in STORIES and b not in pinned]
    others = [b for b in bulletins if b.section not in STORIES and b not in pinned]
    found = [*pinned, *stories, *others][:ON_FRONT]
    if found and not pinned:
        lead = next((b for b in found if b.editions[tag].image), found[0])
        found.remove(lead)
        found.insert(0, lead)
    return found
