"""Every file of the interface, one after the other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bulletin.model.api import KEY, ApiFile, written
from bulletin.model.bulletin import HOME_KEY, Bulletin
from bulletin.model.page import Json
from bulletin.stage.api.addresses import (
    FIGURES,
    INDEX,
    NEWEST,
    SCHEMA,
    STANDING,
    address_of,
    address_of_taxonomy,
    address_of_year,
)
from bulletin.stage.api.bulletins import (
    bulletin_file,
    changed,
    entry_of,
    is_withdrawn,
    moved_file,
    public_tags,
    withdrawn_file,
)
from bulletin.stage.api.editions import iso
from bulletin.stage.api.registries import figures_file, taxonomy_file
from bulletin.stage.api.schema import schema
from bulletin.stage.cards import newest_first
from bulletin.stage.details.words import without_nothing
from bulletin.stage.lists import TAXONOMIES
from bulletin.stage.view import NEWEST as SHOWN
from bulletin.stage.view import View

VERSION = 1
DIGEST = 16
"""Characters of SHA-256 by which a client sees that a file is another one."""


@dataclass(frozen=True, slots=True)
class Interface:
    """The files of a site. Each is made when it is asked for: together they would hold every text once more."""

    view: View
    standing: Mapping[str, str] = field(default_factory=dict)
    """Key → SHA-256 in hexadecimal of the file of each bulletin that stands as it is: neither it, nor a list that
    tells of no other, is made."""

    def __iter__(self) -> Iterator[ApiFile]:
        """Bulletins first: lists have their digests."""
        view = self.view
        digests = {key: sha256[:DIGEST] for key, sha256 in self.standing.items()}
        known = [each for each in view.cleared.bulletins.values() if each.key]
        public = newest_first(each for each in known if public_tags(view, each))
        withdrawn = sorted((each for each in known if is_withdrawn(view, each)), key=lambda each: each.key)
        for bulletin, make in [*((b, bulletin_file) for b in public), *((b, withdrawn_file) for b in withdrawn)]:
            if bulletin.key in self.standing:
                continue
            file = ApiFile(address_of(bulletin.key), written(make(view, bulletin)))
            digests[bulletin.key] = hashlib.sha256(file.data).hexdigest()[:DIGEST]
            yield file
        for former, key in view.plan.redirects.items():
            if key in digests and key not in self.standing:
                yield ApiFile(address_of(former), written(moved_file(view, former, key)))
        yield from self._lists(public, withdrawn, digests)
        if self.standing:
            return
        for taxonomy in TAXONOMIES:
            yield ApiFile(address_of_taxonomy(taxonomy), written(taxonomy_file(view, taxonomy)))
        yield ApiFile(FIGURES, written(figures_file(view)))
        yield ApiFile(SCHEMA, written(schema(view.site.url + SCHEMA)))
        yield ApiFile(INDEX, written(_index(view, public, withdrawn)))

    def _lists(
        self, public: Sequence[Bulletin], withdrawn: Sequence[Bulletin], digests: dict[str, str]
    ) -> Iterator[ApiFile]:
        """The newest, and all by their years: public ones first."""

        def entries(listed: Iterable[Bulletin]) -> list[Json]:
            return [entry_of(self.view, each, digests[each.key]) for each in listed]

        def stands(listed: Iterable[Bulletin]) -> bool:
            return bool(self.standing) and all(each.key in self.standing for each in listed)

        newest = [each for each in public if each.is_dated][:SHOWN]
        if not stands(newest):
            yield ApiFile(NEWEST, written({"kind": "bulletins", "items": entries(newest)}))
        for year, listed in _by_year([*public, *withdrawn]).items():
            if stands(listed):
                continue
            items = entries(listed)
            if year:
                content: dict[str, Json] = {"kind": "bulletins", "year": int(year), "items": items}
                yield ApiFile(address_of_year(year), written(content))
            else:
                yield ApiFile(STANDING, written({"kind": "bulletins", "items": items}))


def _by_year(bulletins: Sequence[Bulletin]) -> dict[str, list[Bulletin]]:
    """Year of the key → its bulletins, the newest year first; those of no month are under an empty text."""
    found: dict[str, list[Bulletin]] = {"": []}
    for bulletin in bulletins:
        found.setdefault(bulletin.key.split("/")[1] if bulletin.is_dated else "", []).append(bulletin)
    return {year: found[year] for year in sorted(found, reverse=True)}


def _index(view: View, public: Sequence[Bulletin], withdrawn: Sequence[Bulletin]) -> dict[str, Json]:
    """What there is, whose it is, and where the rest is."""
    site, tags = view.site, view.site.tags
    days = [changed(each, public_tags(view, each)) for each in public]
    days += [each.shared.withdrawn.on for each in withdrawn if each.shared.withdrawn]
    by_year = _by_year([*public, *withdrawn])
    return {
        "kind": "index",
        "version": VERSION,
        **without_nothing(
            {
                "name": {tag: site.name[tag] for tag in tags},
                "description": {tag: site.description[tag] for tag in tags},
                "publisher": {tag: site.agency[tag] for tag in tags},
                "notice": {tag: site.notice[tag] for tag in tags if site.notice.get(tag)},
                "licence": without_nothing({"name": {tag: site.licence[tag] for tag in tags}, "url": site.licence_url}),
                "changed_on": iso(max((day for day in days if day), default=None)),
                "locales": [
                    {"lang": each.tag, "name": each.name, "url": site.url + view.url(HOME_KEY, each.tag)}
                    for each in site.locales
                ],
                "sections": [_section(view, section) for section in _sections(view)],
            }
        ),
        "documentation": {tag: site.url + view.url(KEY, tag) for tag in tags},
        "schema": site.url + SCHEMA,
        "newest": site.url + NEWEST,
        "years": [
            {"year": int(year), "count": len(listed), "file": site.url + address_of_year(year)}
            for year, listed in by_year.items()
            if year
        ],
        "standing": {"count": len(by_year[""]), "file": site.url + STANDING},
        "registries": {taxonomy: site.url + address_of_taxonomy(taxonomy) for taxonomy in TAXONOMIES},
        "figures": site.url + FIGURES,
    }


def _sections(view: View) -> list[str]:
    return [
        section
        for section in view.site.sections_of(view.site.default_locale.tag)
        if any(view.listed.get((section, tag)) for tag in view.site.tags)
    ]


def _section(view: View, section: str) -> Json:
    tags = [tag for tag in view.site.tags if view.listed.get((section, tag))]
    return {
        "key": section,
        "name": {tag: view.label(tag, f"section_{section}") for tag in view.site.tags},
        "url": {tag: view.site.url + view.url(section, tag) for tag in tags},
    }
