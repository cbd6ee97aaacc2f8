"""What readers of one locale can search for, as values that finish/ makes an index of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Synonyms:
    """One thing that has several names, such as a place: whoever knows one of them finds it."""

    said: tuple[str, ...]
    """Names by which texts of the locale may call it; where one of them stands, the others are found too."""
    names: tuple[str, ...]
    """All its names, in every locale."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One page that can be found; only what is public in its locale."""

    url: str
    """Below the site's root."""
    title: str
    description: str
    """What a result shows, and the lead that weighs more than the text."""
    section: str
    """What kind of page it is, in words of the locale."""
    date: str = ""
    """In words of the locale; empty for a page without one."""
    headings: tuple[str, ...] = ()
    number: str = ""
    """Of a document."""
    aliases: tuple[str, ...] = ()
    """Other names of the page itself, in every locale."""
    names: tuple[str, ...] = ()
    """Of places, agencies and the like that it is about, in every locale."""
    body: str = ""
    """Plain text; a line is a paragraph, a cell or an item."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that can be found in one locale."""

    locale: str
    entries: tuple[Entry, ...]
    """In an order that changes little with a new bulletin: of two alike, the later one is shown first."""
    synonyms: tuple[Synonyms, ...] = ()
