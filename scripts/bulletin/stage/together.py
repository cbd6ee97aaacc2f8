"""What can be read together: complete pairs side by side, the texts of a numbered issue one after the other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias

from bulletin.model.bulletin import Bulletin
from bulletin.model.page import PageKind
from bulletin.model.site import Site
from bulletin.stage.gate import Cleared

BOTH = "both/"
"""What the key of a page begins with that shows the pair of the bulletin named behind it."""
WHOLE = "/whole"
"""What the key of a page ends with that shows all texts of the numbered issue named before it."""
Place: TypeAlias = tuple[str, str]
"""Key and locale tag of a page."""


def pair_of(bulletin: Bulletin, cleared: Cleared, site: Site) -> tuple[str, str] | None:
    """The tags of the source and of the translation that are shown beside each other; None for no complete pair.

    Of several translations it is the one for readers of every other language, else the first of the site's.
    """
    source, key = bulletin.source_locale, bulletin.key
    if not key or source is None or not cleared.is_public(key, source):
        return None
    others = [tag for tag in site.tags if tag != source and cleared.is_public(key, tag)]
    if not others:
        return None
    return source, site.international if site.international in others else others[0]


def key_of_both(bulletin: Bulletin, tag: str, cleared: Cleared, site: Site) -> str:
    """The key of the page on which an edition stands beside another one; empty where there is none."""
    pair = pair_of(bulletin, cleared, site)
    return BOTH + bulletin.key if pair and tag in pair else ""


def pages_of_pairs(cleared: Cleared, site: Site) -> Iterator[Place]:
    """The pages on which two editions stand side by side."""
    for key, bulletin in cleared.bulletins.items():
        if pair_of(bulletin, cleared, site):
            yield BOTH + key, site.default_locale.tag


def left_behind(
    recorded: Collection[Place],
    kinds: Mapping[Place, PageKind],
    former: Mapping[str, str],
    site: Site,
    cleared: Cleared,
) -> dict[Place, Place]:
    """Pages that were published, of which there is nothing to show now → what is left of each.

    A bulletin's own address is answered as long as addresses are for ever; so is this one. Not by a redirect, which
    readers' browsers keep: the pair may come back tomorrow.
    """
    found = {}
    for place in recorded:
        key, tag = place
        own = key.removeprefix(BOTH) if key.startswith(BOTH) else key.removesuffix(WHOLE)
        if place in kinds or own == key:
            continue
        own = former.get(own, own)
        public = [each for each in site.tags if key.startswith(BOTH) and cleared.is_public(own, each)]
        left = own, public[0] if public else tag
        if left in kinds:
            found[place] = left
    return found
