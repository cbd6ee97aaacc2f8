"""A page of the site: everything that it shows, resolved, so that it can be rendered without any other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Union

Json = Union[None, bool, int, str, list["Json"], dict[str, "Json"], "Later"]


@dataclass(frozen=True, slots=True)
class Later:
    """A value that costs much, and is worked out when the page is made."""

    digest: str
    """Of all that it is worked out from; the code that does it is not in it."""
    make: Callable[[], Json]


def resolved(value: Json) -> Json:
    """A value in which everything has been worked out."""
    if isinstance(value, Later):
        return value.make()
    if isinstance(value, list):
        return [resolved(each) for each in value]
    if isinstance(value, dict):
        return {name: resolved(each) for name, each in value.items()}
    return value


class PageKind(Enum):
    """What a page is; each has a template of its own."""

    HOME = "home"
    """The front page of a locale."""
    SECTION = "section"
    """The newest bulletins of a section, and its months."""
    YEAR = "year"
    """The newest bulletins of a section in one year, and its months."""
    MONTH = "month"
    """All bulletins of a section in one month."""
    TAXON = "taxon"
    """The newest bulletins on a topic, from a place and the like."""
    INDEX = "index"
    """All topics, all places and the like, of which there is something."""
    ARCHIVE = "archive"
    """The years of all sections."""
    ARCHIVE_YEAR = "archive-year"
    """A calendar for each month of a year."""
    ARCHIVE_MONTH = "archive-month"
    """The calendar of a month, and all its bulletins by day."""
    SITE_MAP = "site-map"
    """All lists and standing pages of a locale, on one page."""
    FEEDS = "feeds"
    """What feeds a locale has, and what a feed is."""
    API = "api"
    """What programs are given, explained to people."""
    SEARCH = "search"
    """Where readers search a locale: without them an empty list."""
    BULLETIN = "bulletin"
    """An edition of a dated bulletin."""
    STANDING = "standing"
    """An edition of a page without a date."""
    ISSUE = "issue"
    """An edition of a numbered issue."""
    WHOLE = "whole"
    """All texts of a numbered issue on one page, to be read and printed."""
    STUB = "stub"
    """An honest notice where a translation is missing."""
    WITHDRAWN = "withdrawn"
    """A notice that a bulletin is no longer public."""
    REDIRECT = "redirect"
    """The way from a key that a bulletin once had."""
    NOT_FOUND = "not-found"
    """The bilingual answer to an address that does not exist."""
    BOTH = "both"
    """Two editions of a bulletin side by side: one page for both locales, in the tree of the default one."""
    GONE = "gone"
    """A notice where editions could be read together, and at present cannot."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one locale."""

    kind: PageKind
    url: str
    """Below the site's root, without a leading slash: `en/news/`; `en/404.html` for the answer to no address there."""
    locale: str
    title: str
    description: str
    is_indexable: bool
    """Whether search engines may keep it. Only such pages are in the sitemap and in `alternates`."""
    alternates: Mapping[str, str]
    """Tag → address of the same content in that locale, itself included; empty where not indexable."""
    x_default: str
    """The address for readers of any other language: the international edition's if there is one, else its own."""
    switch: Mapping[str, str]
    """Tag → address to which the language switcher leads; every other locale has one."""
    content: Mapping[str, Json] = field(default_factory=dict)
    """What else its template shows."""
    body: str = ""
    """Sanitised HTML."""
    modified: date | None = None
    """The last day on which the content changed; None where nothing says so."""
    canonical: str = ""
    """Address of the page whose content this one repeats: search engines are sent there. Empty where it repeats none;
    such a page is not indexable itself."""


@dataclass(frozen=True, slots=True)
class Published:
    """One file of a bundle in the site."""

    url: str
    """Below the site's root, percent-encoded."""
    source: str
    """Path below the docs folder."""
    width: int = 0
    """In pixels, at which a photograph is made anew; 0 for a file that is copied as it is."""
