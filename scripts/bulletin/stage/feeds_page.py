"""The page that says what feeds there are, and what a feed is."""

from __future__ import annotations

from collections.abc import Iterable

from bulletin.model.bulletin import HOME_KEY, SECTIONS
from bulletin.model.collation import sort_key
from bulletin.model.page import Json, Page
from bulletin.stage import calendars
from bulletin.stage.feed_places import feed_keys, feed_links, feed_name
from bulletin.stage.view import View


def feeds_page(view: View, key: str, tag: str) -> Page:
    """The feed of all bulletins, those of sections and of topics, and the calendar to be followed."""
    keys = [each for each in feed_keys(view, tag) if each != HOME_KEY]
    topics = sorted(
        (each for each in keys if each not in SECTIONS), key=lambda each: sort_key(feed_name(view, each, tag), tag)
    )
    content: dict[str, Json] = {
        "styles": ["ways"],
        "trail": view.trail(tag),
        "groups": [
            {"title": view.label(tag, label), "name": label, "feeds": entries}
            for label, group in (
                ("feeds_whole", [HOME_KEY]),
                ("feeds_by_section", [each for each in keys if each in SECTIONS]),
                ("feeds_by_topic", topics),
            )
            if (entries := _entries(view, group, tag))
        ],
        "calendar": calendars.address_of_all(view, tag) if view.listed.get((calendars.SECTION, tag)) else "",
    }
    texts = (view.label(tag, "feeds"), view.label(tag, "feeds_description", site=view.site.name[tag]))
    return view.page(key, tag, texts, content)


def _entries(view: View, keys: Iterable[str], tag: str) -> list[Json]:
    """Each with its name and its files, and the page that shows the same bulletins."""
    return [
        {**view.link(feed_name(view, key, tag), key, tag), "files": files}
        for key in keys
        if (files := feed_links(view, key, tag))
    ]
