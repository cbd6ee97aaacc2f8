"""Feeds as JSON Feed 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from typing import Any

from bulletin.model.feed import JSON, Author, Entry, Feed
from bulletin.model.site import Site

VERSION = "https://jsonfeed.org/version/1.1"
EXTENSION = "_bulletin"
"""What the format has no name for; `about` says where it is explained ("Extensions")."""


def written(feed: Feed, site: Site, icon: str) -> bytes:
    """A JSON Feed; `icon` is an absolute address, or empty."""
    document = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": site.url + feed.url + JSON,
        "description": feed.description,
        "icon": icon,
        "favicon": icon,
        "authors": [_author(feed.author)],
        "language": feed.locale,
        EXTENSION: _given({"about": feed.about, "rights": feed.rights, "license": feed.licence}),
        "items": [_item(entry, feed) for entry in feed.entries],
    }
    text = json.dumps(_given(document) | {"items": document["items"]}, ensure_ascii=False, indent=1)
    return (text + "\n").encode(errors="replace")  # half a character is the only one that UTF-8 does not have


def _item(entry: Entry, feed: Feed) -> dict[str, Any]:
    translations = [{"language": tag, "url": url} for tag, url in entry.translations]
    more = _given({"rights": entry.rights, "translations": translations})
    return _given(
        {
            "id": entry.id,
            "url": entry.url,
            "title": entry.title,
            "summary": entry.summary,
            "content_html": entry.content,
            "image": entry.image,
            "date_published": entry.published.isoformat(timespec="seconds"),
            "date_modified": entry.updated.isoformat(timespec="seconds"),
            "authors": [_author(entry.author)],
            "tags": list(dict.fromkeys(category.label for category in entry.categories)),
            "language": feed.locale,
            EXTENSION: {"about": feed.about, **more} if more else {},
        }
    )


def _author(author: Author) -> dict[str, Any]:
    return _given({"name": author.name, "url": author.url})


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
