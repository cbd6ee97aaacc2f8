"""The page on which readers search, and where a search leads that finds nothing or cannot run."""

from __future__ import annotations

from bulletin.model.page import Json, Page
from bulletin.stage.lists import ARCHIVE, SEARCH, SITE_MAP, TAXONOMIES
from bulletin.stage.taxon_pages import index_step
from bulletin.stage.view import View


def search_page(view: View, key: str, tag: str) -> Page:
    """A field and an empty list; results come from the index that finish/ writes. No search engine needs to keep it."""
    instead = str(_instead(view, tag)["title"])
    content: dict[str, Json] = {
        "trail": view.trail(tag),
        "no_script": view.label(tag, "search_no_script", place=instead),
    }
    texts = (view.label(tag, "search"), view.label(tag, "search_description", site=view.site.name[tag]))
    return view.page(key, tag, texts, content)


def search_links(view: View, tag: str) -> dict[str, Json]:
    """What the search of every page of a locale leads to; nothing of it changes with a new bulletin."""
    topics = [taxonomy for taxonomy in TAXONOMIES[:1] if view.listed.get((taxonomy, tag))]
    return {
        "url": view.url(SEARCH, tag),
        "instead": _instead(view, tag),
        "ways": [_instead(view, tag), *(index_step(view, taxonomy, tag) for taxonomy in topics)],
        "others": [
            {
                "tag": each,
                "url": view.url(SEARCH, each),
                "title": view.label(tag, "search_in", language=view.label(tag, f"language_{each}")),
            }
            for each in view.site.tags
            if each != tag
        ],
    }


def _instead(view: View, tag: str) -> dict[str, Json]:
    """Where to look without a search: the archive, once there is something in it."""
    key, name = (ARCHIVE, "archive") if view.listed.get((ARCHIVE, tag)) else (SITE_MAP, "site_map")
    return view.link(view.label(tag, name), key, tag)
