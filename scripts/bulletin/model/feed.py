"""What a feed tells of a locale's bulletins, or of those of a section or on a topic, whatever the format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

ATOM, JSON = "atom.xml", "feed.json"
"""Names of the two files of a feed."""
ATOM_TYPE, JSON_TYPE = "application/atom+xml", "application/feed+json"
"""Their media types (RFC 4287, 7; JSON Feed 1.1, "Discovery")."""


@dataclass(frozen=True, slots=True)
class Category:
    """What a bulletin is found by."""

    term: str
    """Key: `investment`."""
    label: str
    """What readers call it."""
    scheme: str = ""
    """Absolute address of the list of all terms of its kind; empty for a section."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who answers for an entry, or for all of a feed."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One edition. Addresses are absolute."""

    id: str
    """For ever, whatever the bulletin is called and wherever it is moved; another in each locale."""
    url: str
    title: str
    summary: str
    """Plain text."""
    content: str
    """The full text as HTML."""
    published: datetime
    """In the site's zone; it never changes."""
    updated: datetime
    """In the site's zone; later than `published` as soon as a change was told to readers."""
    author: Author
    rights: str = ""
    """Empty where the feed's own hold."""
    categories: tuple[Category, ...] = ()
    translations: tuple[tuple[str, str], ...] = ()
    """Tag → address of the other public editions."""
    image: str = ""
    """The lead picture; empty for none."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed of one locale, which is written as Atom and as JSON. Addresses are absolute but for `url`."""

    url: str
    """Of the folder of its files, below the site's root: `en/feeds/topics/investment/`."""
    id: str
    locale: str
    title: str
    description: str
    home: str
    """Of the page that shows the same bulletins."""
    about: str
    """Of the page that says what feeds there are."""
    author: Author
    rights: str
    licence: str
    """Address of the licence; empty for none."""
    translations: Mapping[str, str]
    """Tag → address of the same page in other locales, where it has something."""
    entries: tuple[Entry, ...]
    """The latest first, by their publication."""
