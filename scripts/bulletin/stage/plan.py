"""Which pages the site has: editions and stubs, lists, withdrawn pages, redirects."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from bulletin.model.api import KEY as API_KEY
from bulletin.model.bulletin import HOME_KEY, SECTIONS
from bulletin.model.calendar import day_of
from bulletin.model.documents import number_key
from bulletin.model.kinds import LegalDocument, NumberedIssue
from bulletin.model.page import PageKind
from bulletin.model.registry import Registries
from bulletin.model.routes import Document, Route, Routes, page_url
from bulletin.model.site import Site
from bulletin.stage.gate import Cleared, is_withdrawn_unrecorded
from bulletin.stage.lists import (
    ARCHIVE,
    FEEDS,
    SEARCH,
    SITE_MAP,
    TAXONOMIES,
    kind_of_list,
    known_taxa,
    lists_of,
    places_of,
)
from bulletin.stage.together import WHOLE, Place, left_behind, pages_of_pairs

NOT_FOUND_URL = "404.html"
"""Below the prefix of a locale: a server answers `/en/…` with English first; others know the one at the root."""
_NO_TARGETS = frozenset((PageKind.REDIRECT, PageKind.BOTH, PageKind.WHOLE, PageKind.GONE))
"""Pages that repeat others, or lead to them: no text links to one."""

ALWAYS = (
    (HOME_KEY, PageKind.HOME),
    (SITE_MAP, PageKind.SITE_MAP),
    (SEARCH, PageKind.SEARCH),
    (FEEDS, PageKind.FEEDS),
    (API_KEY, PageKind.API),
)
"""Keys, with their kinds, that every site has."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Every key of the site with what it is in each locale."""

    kinds: Mapping[tuple[str, str], PageKind]
    """(key, locale tag) → kind of page. Lists have keys too: `news`, `news/2026/03`, `topics/investment`."""
    redirects: Mapping[str, str]
    """Former key → key."""
    left: Mapping[Place, Place] = field(default_factory=dict)
    """Page on which editions could be read together → what is left of them."""

    def keys(self) -> Iterator[str]:
        """Every key, once."""
        yield from dict.fromkeys(key for key, _ in self.kinds)

    def routes(self, site: Site, cleared: Cleared, registries: Registries) -> Routes:
        """The addresses against which links are resolved. A link to a former key leads to the present one."""
        pages = {
            page_url(site.locale(tag).prefix, key): Route(
                key, tag, is_edition=kind in (PageKind.BULLETIN, PageKind.STANDING, PageKind.ISSUE, PageKind.HOME)
            )
            for (key, tag), kind in self.kinds.items()
            if kind not in _NO_TARGETS
        }
        taxa = (f"{taxonomy}/{key}" for taxonomy in TAXONOMIES for key in known_taxa(taxonomy, registries))
        lists = frozenset((*SECTIONS, *TAXONOMIES, ARCHIVE, *taxa))
        return Routes(site, pages, cleared.bulletins, self.redirects, lists, documents_of(cleared, site))


def plan(cleared: Cleared, site: Site, registries: Registries, recorded: Collection[str]) -> Plan:
    """Decide on all pages. `recorded` are the addresses that were ever published.

    A list has a page in every locale as soon as it has a bulletin in one, so that the switcher always lands.
    """
    kinds: dict[tuple[str, str], PageKind] = {}
    lists: set[str] = set()
    today = day_of(cleared.now)
    for key, bulletin in cleared.bulletins.items():
        if not key:
            continue
        public = [tag for tag in site.tags if cleared.is_public(key, tag)]
        own = PageKind.BULLETIN if bulletin.is_dated else PageKind.STANDING
        own = PageKind.ISSUE if isinstance(bulletin.details, NumberedIssue) else own
        was_public = any(page_url(locale.prefix, key) in recorded for locale in site.locales)
        if public:
            kinds.update({(key, tag): own if tag in public else PageKind.STUB for tag in site.tags})
            lists.update(lists_of(bulletin, registries, today))
        elif cleared.is_withdrawn(key) or (was_public and is_withdrawn_unrecorded(bulletin)):
            kinds.update({(key, tag): PageKind.WITHDRAWN for tag in site.tags})
        elif was_public and cleared.awaits_approval(key):
            kinds.update({(key, tag): PageKind.STUB for tag in site.tags})
        else:
            continue
        lists.update(places_of(bulletin))
    # Lists that were published once stay, even when they are empty: addresses are for ever.
    lists.update(key for key, _ in _places_of(recorded, site))
    kinds.update({(key, tag): kind for key, kind in ALWAYS for tag in site.tags})
    # So does what lies above them, to which they lead.
    lists.update([above for key in lists for above in _above(key)])
    for key in lists:
        kind = kind_of_list(key, registries)
        if kind is not None:
            kinds.update({(key, tag): kind for tag in site.tags})
    redirects = _redirects(cleared, kinds)
    kinds.update({(former, tag): PageKind.REDIRECT for former in redirects for tag in site.tags})
    kinds.update(dict.fromkeys(pages_of_pairs(cleared, site), PageKind.BOTH))
    kinds.update({(key + WHOLE, tag): PageKind.WHOLE for (key, tag), kind in kinds.items() if kind is PageKind.ISSUE})
    left = left_behind(_places_of(recorded, site), kinds, redirects, site, cleared)
    kinds.update(dict.fromkeys(left, PageKind.GONE))
    return Plan(kinds, redirects, left)


def documents_of(cleared: Cleared, site: Site) -> dict[str, Document]:
    """The documents that have a page, by their comparable numbers."""
    found = {}
    for key in sorted(cleared.bulletins, reverse=True):
        tags = tuple(tag for tag in site.tags if cleared.is_public(key, tag))
        details = cleared.bulletins[key].details
        if tags and isinstance(details, LegalDocument) and details.number:
            found[number_key(details.number)] = Document(key, tags, details.legal_status)
    return found


def _places_of(addresses: Collection[str], site: Site) -> list[Place]:
    """The keys of addresses, which may be those of lists, with the tags of their locales."""
    others = site.locales[1:]
    found = []
    for address in addresses:
        locale = next((each for each in others if address.startswith(each.prefix)), site.default_locale)
        found.append((address[len(locale.prefix) :].strip("/"), locale.tag))
    return found


def _above(key: str) -> Iterator[str]:
    """`archive/2026` and `archive` of `archive/2026/03`."""
    while "/" in key:
        key = key.rsplit("/", 1)[0]
        yield key


def _redirects(cleared: Cleared, kinds: Mapping[tuple[str, str], PageKind]) -> dict[str, str]:
    taken = {key for key, _ in kinds}
    return {
        former: key
        for key in sorted(cleared.bulletins)
        for former in cleared.bulletins[key].shared.redirect_from
        if key in taken and former not in taken and former not in cleared.bulletins
    }
