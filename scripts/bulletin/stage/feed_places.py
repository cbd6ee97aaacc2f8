"""Which feeds a site has, where they lie, and how pages lead to them."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.model.bulletin import HOME_KEY, SECTIONS, Bulletin
from bulletin.model.feed import ATOM, ATOM_TYPE, JSON, JSON_TYPE
from bulletin.model.page import Json
from bulletin.stage.lists import FEEDS
from bulletin.stage.view import View

TOPICS = "topics"


def feed_keys(view: View, tag: str) -> Iterator[str]:
    """The keys of the lists of a locale that have a feed, after that of the locale itself.

    A feed stays as long as its list has a page, if empty: devices ask for it daily, and would not learn otherwise that
    its last bulletin was withdrawn.
    """
    yield HOME_KEY
    sections = (section for section in view.site.sections_of(tag) if section != "about")  # of which nothing is news
    yield from (section for section in sections if (section, tag) in view.plan.kinds)
    topics = (f"{TOPICS}/{key}" for key in view.registries.get(TOPICS, {}))
    yield from (topic for topic in topics if (topic, tag) in view.plan.kinds)


def told_in(view: View, key: str, tag: str) -> list[Bulletin]:
    """The bulletins of a list of which a feed can tell: those that have a day of publication."""
    every = [*view.newest[tag], *view.standing[tag]] if key == HOME_KEY else view.listed.get((key, tag), [])
    return [bulletin for bulletin in every if bulletin.shared.date]


def feed_url(view: View, key: str, tag: str) -> str:
    """The address of the folder of a feed, below the site's root."""
    return view.url(f"{FEEDS}/{key}" if key else FEEDS, tag)


def feed_name(view: View, key: str, tag: str) -> str:
    """What readers call the bulletins of a feed."""
    if key == HOME_KEY:
        return view.label(tag, "feeds_all")
    if key in SECTIONS:
        return view.label(tag, f"section_{key}")
    return view.registries[TOPICS][key.partition("/")[2]].text[tag]


def feed_title(view: View, key: str, tag: str) -> str:
    """What a reader's own program calls the feed."""
    site = view.site.name[tag]
    return site if key == HOME_KEY else f"{feed_name(view, key, tag)} – {site}"


def feed_links(view: View, key: str, tag: str) -> list[Json]:
    """The files of a feed as a page names them; none for a feed that has nothing to tell, or that there is not."""
    if key not in feed_keys(view, tag) or not told_in(view, key, tag):
        return []
    url, title = feed_url(view, key, tag), feed_title(view, key, tag)
    return [
        {"url": url + ATOM, "type": ATOM_TYPE, "title": title, "format": "Atom"},
        {"url": url + JSON, "type": JSON_TYPE, "title": title, "format": "JSON Feed"},
    ]
