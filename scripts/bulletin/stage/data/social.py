"""How a page is shown where somebody shares it: Open Graph, which every network and messenger reads."""

from __future__ import annotations

from bulletin.model.locale import with_territory
from bulletin.model.page import Json, Page, PageKind
from bulletin.stage.data.pictures import shared_picture


def social(page: Page) -> Json:
    """What is said of a page beside its title; None for one that says only that something is not there.

    A page that repeats another, such as a pair side by side, is shown by its own name, and under no address.
    """
    if not page.is_indexable and not page.canonical:
        return None
    picture = shared_picture(page.content)
    return {
        "locale": with_territory(page.locale),
        "others": [with_territory(tag) for tag in page.alternates if tag != page.locale],
        "picture": {"url": picture.url, "width": picture.width, "height": picture.height, "alt": picture.alt}
        if picture
        else None,
        "article": _article(page) if page.kind is PageKind.BULLETIN else None,
    }


def _article(page: Page) -> Json:
    """Days, section and topics of a dated bulletin."""
    date, section, groups = (page.content[name] for name in ("date", "section", "taxa"))
    topics = [
        link["title"]
        for group in (groups if isinstance(groups, list) else [])
        if isinstance(group, dict) and group["taxonomy"] == "topics" and isinstance(group["links"], list)
        for link in group["links"]
        if isinstance(link, dict)
    ]
    return {
        "published": date["iso"] if isinstance(date, dict) else "",
        "modified": page.modified.isoformat() if page.modified else "",
        "section": section["title"] if isinstance(section, dict) else "",
        "tags": [*topics],
    }
