"""The lists of a site: which there are, and in which of them a bulletin stands.

A list has a key like a bulletin: `news`, `news/2026/03`, `topics/investment`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bulletin.model.bulletin import DATED_SECTIONS, SECTIONS, Bulletin
from bulletin.model.page import PageKind
from bulletin.model.registry import Registries

TAXONOMIES = ("topics",)
"""Registries of which each key has a list, in the order in which a bulletin names them."""
LISTS = frozenset((PageKind.SECTION, PageKind.MONTH, PageKind.TAXON))
"""Kinds of page that show bulletins, and are nothing without."""
_MONTH = re.compile(r"[0-9]{4}/[0-9]{2}")


def lists_of(bulletin: Bulletin, registries: Registries) -> Iterator[str]:
    """The keys of the lists in which a bulletin stands."""
    yield from places_of(bulletin)
    for taxonomy in TAXONOMIES:
        # A policy, or a waiver, may let a key pass that no registry has.
        known = registries.get(taxonomy, {})
        for key in getattr(bulletin.shared, taxonomy):
            if key in known:
                yield f"{taxonomy}/{key}"


def places_of(bulletin: Bulletin) -> Iterator[str]:
    """The keys of the lists whose addresses lie above a bulletin's own: a reader who shortens it must land."""
    yield bulletin.section
    if bulletin.is_dated:
        yield bulletin.key.rsplit("/", 1)[0]


def kind_of_list(key: str, registries: Registries) -> PageKind | None:
    """What the list with a key is; None where a key cannot be a list's."""
    first, _, rest = key.partition("/")
    if first in SECTIONS and not rest:
        return PageKind.SECTION
    if first in DATED_SECTIONS and _MONTH.fullmatch(rest):
        return PageKind.MONTH
    if first in TAXONOMIES and rest in registries.get(first, {}):
        return PageKind.TAXON
    return None
