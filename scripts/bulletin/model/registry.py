"""The registries of `docs/_data/`: keys of topics, places and the like, with a text in every locale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from bulletin.model.locale import LocalText

REGISTRIES = ("topics", "sectors", "people", "agencies", "places", "links", "glossary", "figures")
NAMED = ("people", "agencies", "places", "glossary")
"""Registries whose texts are looked for in what editors write."""
TAXONOMIES = ("topics", "sectors")
"""Registries whose texts are labels of lists."""

LocalForms = Mapping[str, tuple[str, ...]]
"""Locale tag → texts of one kind."""


@dataclass(frozen=True, slots=True)
class Post:
    """What a person is, or was, in office."""

    forms: LocalForms
    """What it may be called, the right name first."""
    since: date | None = None
    """The first day; None where nobody needs to know."""
    until: date | None = None
    """The last day; None for a post that is still held."""

    def is_held_on(self, day: date) -> bool:
        """Whether it was held on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a registry."""

    key: str
    text: LocalText
    """The right name or term; without a locale only where the check is asked to tell what is missing."""
    line: int
    """1-based, in the registry's file."""
    lead: LocalText = field(default_factory=dict)
    """An introductory sentence for the list of a topic, sector, place or agency; empty where there is none."""
    slug: str = ""
    """The last part of the list's address; empty for the key itself."""
    abbr: LocalForms = field(default_factory=dict)
    """Abbreviations, which are spelled out where they are first used."""
    forms: LocalForms = field(default_factory=dict)
    """Other right forms."""
    avoid: LocalForms = field(default_factory=dict)
    """Forms that nobody may write."""
    common: tuple[str, ...] = ()
    """Tags of the locales whose readers know the abbreviations without being told."""
    since: date | None = None
    """The first day of the name; None for one that always held."""
    until: date | None = None
    """The last day of the name; None for one that still holds."""
    successor: str = ""
    """The key, in the same registry, of what came after `until`."""
    posts: tuple[Post, ...] = ()
    """Of a person."""
    href: LocalText = field(default_factory=dict)
    """Of a link: its address; empty for the name of a group of links."""
    group: str = ""
    """Of a link: the key of the group in which it is shown."""
    value: LocalText = field(default_factory=dict)
    """Of a key figure: what it is, with its unit; `text` says of what."""
    as_of: date | None = None
    """Of a key figure: the day on which it was so."""
    source: LocalText = field(default_factory=dict)
    """Of a key figure: who says so."""

    def is_valid_on(self, day: date) -> bool:
        """Whether the name holds on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


Registries = Mapping[str, Mapping[str, Entry]]
"""Registry name → key → entry. A registry without a file is an empty mapping."""


def grouped_links(links: Mapping[str, Entry]) -> list[tuple[Entry | None, list[Entry]]]:
    """Links by their groups, both as the registry has them; those of none come last, with None. No group is empty."""
    found: list[tuple[Entry | None, list[Entry]]] = [
        (group, [link for link in links.values() if link.href and link.group == group.key])
        for group in links.values()
        if not group.href
    ]
    found.append((None, [link for link in links.values() if link.href and not link.group]))
    return [(group, members) for group, members in found if members]


def successor_on(registry: Mapping[str, Entry], entry: Entry, day: date) -> Entry | None:
    """What a name is called on a day, over any number of steps; None where nobody has written that."""
    seen = {entry.key}
    while entry.until is not None and entry.until < day:
        after = registry.get(entry.successor)
        if after is None or after.key in seen:
            return None
        seen.add(after.key)
        entry = after
    return entry


def successors(registry: Mapping[str, Entry], entry: Entry, day: date) -> Iterator[Entry]:
    """What has taken the place of a name by a day, one after the other, as far as somebody has written it."""
    seen = {entry.key}
    while entry.until is not None and entry.until < day:
        after = registry.get(entry.successor)
        if after is None or after.key in seen:
            return
        seen.add(after.key)
        yield after
        entry = after
