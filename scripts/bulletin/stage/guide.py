"""What the guide for programs says: only what stays, so that a new bulletin does not change it."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.model.bulletin import HOME_KEY
from bulletin.model.guide import Chapter, Guide, Way
from bulletin.model.routes import page_url
from bulletin.stage.site_map import ways
from bulletin.stage.view import View

FEEDS, API = "feeds", "api/v1/"
"""Key of the page that lists the feeds, and the address of the interface for programs."""


def guide_of(view: View) -> Guide:
    """The guide to a site, in all its languages."""
    site = view.site
    notes = [text for tag in site.tags for text in (view.label(tag, "llms_note"), site.notice.get(tag, ""))]
    return Guide(
        title=_joined(site.name[tag] for tag in site.tags),
        summary=_joined(site.description[tag] for tag in site.tags),
        notes=tuple(dict.fromkeys(text for text in (*notes, *_rights(view)) if text)),
        chapters=(*(_chapter(view, tag) for tag in site.tags), _for_programs(view)),
    )


def _joined(texts: Iterator[str]) -> str:
    return " / ".join(dict.fromkeys(texts))


def _rights(view: View) -> Iterator[str]:
    for tag in view.site.tags:
        licence, url = view.site.licence[tag], view.site.licence_url
        yield f"{licence}: {url}" if url else licence


def _chapter(view: View, tag: str) -> Chapter:
    """Where a locale has what: its front page, sections, ways to find something, feeds."""
    site = view.site
    found = [Way(view.label(tag, "home"), view.url(HOME_KEY, tag))]
    found += [_way(link) for link in (*view.sections(tag), *ways(view, tag))]
    found.append(Way(view.label(tag, "llms_feeds"), view.url(FEEDS, tag), view.label(tag, "llms_feeds_note")))
    for name in ("atom.xml", "feed.json"):
        title = "Atom" if name.endswith("xml") else "JSON Feed"
        found.append(Way(title, view.url(FEEDS, tag) + name, view.label(tag, "llms_newest")))
    return Chapter(f"{site.locale(tag).name} ({tag})", tuple(found))


def _way(link: object) -> Way:
    return Way(str(link["title"]), str(link["url"])) if isinstance(link, dict) else Way("", "")


def _for_programs(view: View) -> Chapter:
    """What programs read instead of pages, each named in all languages."""
    tags = view.site.tags

    def said(name: str) -> str:
        return _joined(view.label(tag, name) for tag in tags)

    calendars = [
        Way(
            f"{view.label(tag, 'event_all')} ({tag})", f"{page_url(view.site.locale(tag).prefix, 'events')}calendar.ics"
        )
        for tag in tags
        if ("events", tag) in view.plan.kinds
    ]
    return Chapter(
        said("llms_programs"),
        (
            Way("API", API, said("llms_api")),
            Way("sitemap.xml", "sitemap.xml", said("llms_sitemap")),
            *calendars,
        ),
    )
