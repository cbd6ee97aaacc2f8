"""The lists of a site: which there are, and in which of them a bulletin stands.

A list has a key like a bulletin: `news`, `news/2026`, `news/2026/03`, `topics`, `topics/investment`, `archive/2026/03`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from types import MappingProxyType

from bulletin.model.bulletin import AUDIENCES, DATED_SECTIONS, SECTIONS, Bulletin
from bulletin.model.calendar import after
from bulletin.model.kinds import Event, LegalDocument, Named, Opportunity
from bulletin.model.page import PageKind
from bulletin.model.registry import Registries, successors

AUDIENCE = "audience"
"""The taxonomy whose keys no registry holds."""
TAXONOMIES = ("topics", "sectors", "places", "agencies", AUDIENCE)
"""What bulletins are found by; each key has a list, in the order in which a bulletin names them."""
ARCHIVE = "archive"
SITE_MAP = "site-map"
FEEDS = "feeds"
SEARCH = "search"
LISTS = frozenset(
    (
        PageKind.SECTION,
        PageKind.YEAR,
        PageKind.MONTH,
        PageKind.TAXON,
        PageKind.INDEX,
        PageKind.ARCHIVE,
        PageKind.ARCHIVE_YEAR,
        PageKind.ARCHIVE_MONTH,
    )
)
"""Kinds of page that show bulletins, and are nothing without."""
_ROOTS = MappingProxyType(
    dict.fromkeys(SECTIONS, PageKind.SECTION) | dict.fromkeys(TAXONOMIES, PageKind.INDEX) | {ARCHIVE: PageKind.ARCHIVE}
)
"""Keys that have no list above them."""
_YEAR = re.compile(r"[0-9]{4}")
_MONTH = re.compile(r"[0-9]{4}/(?:0[1-9]|1[0-2])")
_NO_YEAR = "0000"
"""What the calendar does not have."""


def lists_of(bulletin: Bulletin, registries: Registries, today: date) -> Iterator[str]:
    """The keys of the lists in which a bulletin stands on a day."""
    yield from places_of(bulletin)
    day = bulletin.shared.date
    if bulletin.is_dated and day:
        yield from (ARCHIVE, f"{ARCHIVE}/{day.year:04}", f"{ARCHIVE}/{day.year:04}/{day.month:02}")
    for taxonomy in TAXONOMIES:
        keys = taxa_of(bulletin, taxonomy, registries, today)
        if keys:
            yield taxonomy
        yield from (f"{taxonomy}/{key}" for key in keys)


def places_of(bulletin: Bulletin) -> Iterator[str]:
    """The keys of the lists whose addresses lie above a bulletin's own: a reader who shortens it must land."""
    yield bulletin.section
    if bulletin.is_dated:
        section, year, month, _ = bulletin.key.split("/")
        yield from (f"{section}/{year}", f"{section}/{year}/{month}")


def known_taxa(taxonomy: str, registries: Registries) -> tuple[str, ...]:
    """The keys of a taxonomy of which there can be a list."""
    return AUDIENCES if taxonomy == AUDIENCE else tuple(registries.get(taxonomy, {}))


def taxa_of(bulletin: Bulletin, taxonomy: str, registries: Registries, today: date) -> list[str]:
    """The keys of a taxonomy under which a bulletin is found; under those that took the place of others, too."""
    own = named_taxa(bulletin, taxonomy, registries)
    registry = registries.get(taxonomy, {})
    later = [after.key for key in own if key in registry for after in successors(registry, registry[key], today)]
    return list(dict.fromkeys([*own, *later]))


def named_taxa(bulletin: Bulletin, taxonomy: str, registries: Registries) -> list[str]:
    """The keys of a taxonomy that a bulletin itself names, in its shared fields or in those of its type."""
    known = known_taxa(taxonomy, registries)
    named = [*getattr(bulletin.shared, taxonomy), *_named_by_details(bulletin, taxonomy)]
    # A policy, or a waiver, may let a key pass that no registry has.
    return [key for key in dict.fromkeys(named) if key in known]


def _named_by_details(bulletin: Bulletin, taxonomy: str) -> Iterable[str]:
    """The keys of a taxonomy that the fields of a type name: the place of an event, the issuer of a document."""
    match bulletin.details, taxonomy:
        case Event(place=Named(key=key)), "places":
            return (key,)
        case Event(organiser=Named(key=key)), "agencies":
            return (key,)
        case LegalDocument(issuer=Named(key=key)), "agencies":
            return (key,)
        case Opportunity(sector=key), "sectors":
            return (key,)
        case _:
            return ()


def next_turn(registries: Registries, now: datetime) -> datetime | None:
    """The next instant at which a name ceases to hold, and its list says so; None where none will."""
    ends = [
        after(entry.until) for taxonomy in TAXONOMIES for entry in registries.get(taxonomy, {}).values() if entry.until
    ]
    return min((end for end in ends if end > now), default=None)


def kind_of_list(key: str, registries: Registries) -> PageKind | None:
    """What the list with a key is; None where a key cannot be a list's."""
    first, _, rest = key.partition("/")
    if not rest:
        return _ROOTS.get(first)
    if first in TAXONOMIES:
        return PageKind.TAXON if rest in known_taxa(first, registries) else None
    if first in DATED_SECTIONS:
        kinds = (PageKind.YEAR, PageKind.MONTH)
    elif first == ARCHIVE:
        kinds = (PageKind.ARCHIVE_YEAR, PageKind.ARCHIVE_MONTH)
    else:
        return None
    if rest.startswith(_NO_YEAR):
        return None
    return next((kind for kind, form in zip(kinds, (_YEAR, _MONTH), strict=True) if form.fullmatch(rest)), None)
