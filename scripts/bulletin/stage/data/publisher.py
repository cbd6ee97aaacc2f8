"""Who publishes the site, and the site itself."""

from __future__ import annotations

from types import MappingProxyType

from bulletin.model.locale import LocalText
from bulletin.model.page import Json
from bulletin.model.site import AgencyKind, Site
from bulletin.stage.details.words import without_nothing

_TYPES = MappingProxyType({AgencyKind.ORGANISATION: "Organization", AgencyKind.GOVERNMENT: "GovernmentOrganization"})
LOGO = "icon.svg"
"""Name of the emblem below `overrides/assets/`: its address changes with its content, so the renderer puts it in."""


def publisher(site: Site, tag: str) -> dict[str, Json]:
    """Who publishes: the same thing on every page, by its `@id`, with what a consumer that sees one page needs."""
    return {
        "@type": _TYPES[site.agency_kind],
        "@id": f"{site.url}#organization",
        "name": site.agency[tag],
        "url": site.url,
    }


def organisation_in_full(site: Site, tag: str) -> Json:
    """Who publishes, as the front page tells it."""
    hrefs = [contact.href for contact in site.contacts]
    return without_nothing(
        {
            **publisher(site, tag),
            "alternateName": _others(site.agency, tag),
            "logo": {"asset": LOGO},
            "email": next((href[7:].partition("?")[0] for href in hrefs if href.startswith("mailto:")), ""),
            "telephone": next((href[4:] for href in hrefs if href.startswith("tel:")), ""),
            "sameAs": [each.href for each in site.follow],
        }
    )


def website(site: Site, tag: str) -> Json:
    """The site in one language, as its front page tells it."""
    url = site.url + site.locale(tag).prefix
    return without_nothing(
        {
            "@type": "WebSite",
            "@id": website_id(site, tag),
            "url": url,
            "name": site.name[tag],
            "alternateName": _others(site.name, tag),
            "description": site.description[tag],
            "inLanguage": tag,
            "publisher": {"@id": f"{site.url}#organization"},
        }
    )


def website_id(site: Site, tag: str) -> str:
    """What the site in one language is called by other nodes."""
    return f"{site.url}{site.locale(tag).prefix}#website"


def _others(texts: LocalText, tag: str) -> list[Json]:
    """The names in other languages."""
    return [text for text in dict.fromkeys(texts.values()) if text != texts[tag]]
