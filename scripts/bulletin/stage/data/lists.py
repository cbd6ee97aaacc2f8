"""A list of bulletins, and the way from the front page to a page."""

from __future__ import annotations

from bulletin.model.page import Json, Page
from bulletin.model.site import Site
from bulletin.stage.data.publisher import website_id
from bulletin.stage.details.words import without_nothing


def breadcrumbs(site: Site, page: Page) -> Json:
    """The way to a page, itself last; None for a page without one."""
    trail = page.content.get("trail")
    if not isinstance(trail, list) or not trail:
        return None
    steps = [(step["title"], str(step["url"])) for step in trail if isinstance(step, dict)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": at, "name": name, "item": site.url + url}
            for at, (name, url) in enumerate([*steps, (page.title, page.url)], 1)
        ],
    }


def collection(site: Site, page: Page) -> Json:
    """A page that is a list, with the addresses of what it shows."""
    items = page.content.get("items")
    urls = [site.url + str(item["url"]) for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return without_nothing(
        {
            "@type": "CollectionPage",
            "@id": f"{site.url}{page.url}#page",
            "url": site.url + page.url,
            "name": page.title,
            "description": page.description,
            "inLanguage": page.locale,
            "dateModified": page.modified.isoformat() if page.modified else "",
            "isPartOf": {"@id": website_id(site, page.locale)},
            "mainEntity": {
                "@type": "ItemList",
                "itemListElement": [
                    {"@type": "ListItem", "position": at, "url": url} for at, url in enumerate(urls, 1)
                ],
            }
            if urls
            else None,
        }
    )
