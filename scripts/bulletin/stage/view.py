"""What every page is made from: the public bulletins of each locale in their order, and the words around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from bulletin.model.body import Body
from bulletin.model.bulletin import HOME_KEY, SECTIONS, Bulletin, Edition, TranslationStatus
from bulletin.model.calendar import day_of
from bulletin.model.locale import month_name, plural_form
from bulletin.model.page import Json, Page, PageKind
from bulletin.model.registry import Registries
from bulletin.model.routes import Document, page_url
from bulletin.model.rows import Rows
from bulletin.model.site import Labels, Site
from bulletin.model.state import Standing
from bulletin.stage.cards import Cards, newest_first
from bulletin.stage.gate import Cleared
from bulletin.stage.lists import LISTS, lists_of
from bulletin.stage.plan import Plan, documents_of
from bulletin.stage.references import mentions_of, repeals_of

NEWEST = 20
"""Bulletins that a list shows; the others are reached by months."""
EDITIONS = (PageKind.BULLETIN, PageKind.STANDING, PageKind.ISSUE)
"""Kinds of page whose body is an edition's."""


@dataclass(frozen=True)
class View:
    """The content of one site at one instant, as its pages look at it."""

    site: Site
    labels: Labels
    registries: Registries
    cleared: Cleared
    plan: Plan
    bodies: Mapping[tuple[str, str], Body]
    """(key, locale tag) → rendered text."""
    standings: Mapping[tuple[str, str], Standing]
    """(key, tag of a translation) → how it stands to its source."""
    rows: Mapping[tuple[str, str], Rows]
    """(key, tag of a translation) → which elements of it and its source stand side by side."""
    emblem: str = ""
    """The site's icon, as SVG."""
    newest: Mapping[str, list[Bulletin]] = field(init=False)
    """Tag → public dated bulletins, the newest first."""
    standing: Mapping[str, list[Bulletin]] = field(init=False)
    """Tag → public bulletins without a month, by key."""
    listed: Mapping[tuple[str, str], list[Bulletin]] = field(init=False)
    """(key of a list, tag) → its bulletins: dated ones first, the newest first, then the others by key."""
    places: Mapping[str, Mapping[str, int]] = field(init=False)
    """Tag → key of a dated bulletin → its place in `newest`."""

    def __post_init__(self) -> None:
        """Order the bulletins of each locale once."""
        newest = {tag: newest_first(b for b in self.cleared.public(tag) if b.is_dated) for tag in self.site.tags}
        standing = {
            tag: sorted((b for b in self.cleared.public(tag) if not b.is_dated), key=lambda b: b.key)
            for tag in self.site.tags
        }
        listed: dict[tuple[str, str], list[Bulletin]] = {}
        for tag in self.site.tags:
            for bulletin in [*newest[tag], *standing[tag]]:
                for key in lists_of(bulletin, self.registries, self.today):
                    listed.setdefault((key, tag), []).append(bulletin)
        places = {tag: {b.key: at for at, b in enumerate(newest[tag])} for tag in self.site.tags}
        for name, value in (("newest", newest), ("standing", standing), ("listed", listed), ("places", places)):
            object.__setattr__(self, name, value)

    @property
    def today(self) -> date:
        """The day in the site's zone."""
        return day_of(self.cleared.now)

    @cached_property
    def shelves(self) -> Mapping[tuple[str, str, int], list[str]]:
        """(tag, first part of a key, slashes in it) → keys of such lists that have something, sorted.

        So `("vi", "news", 2)` leads to all months of the news, of whatever year.
        """
        found: dict[tuple[str, str, int], list[str]] = {}
        for key, tag in sorted(self.listed):
            found.setdefault((tag, key.split("/", 1)[0], key.count("/")), []).append(key)
        return found

    @cached_property
    def ranks(self) -> Mapping[tuple[str, str], int]:
        """(key of a bulletin, tag) → its place in the list of its section."""
        return {
            (bulletin.key, tag): at
            for (key, tag), bulletins in self.listed.items()
            if key in SECTIONS
            for at, bulletin in enumerate(bulletins)
        }

    @property
    def cards(self) -> Cards:
        """What lists show of a bulletin."""
        return Cards(self.site, self.labels, self.registries, self.cleared.now)

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The public documents, by their comparable numbers."""
        return documents_of(self.cleared, self.site)

    @cached_property
    def repeals(self) -> Mapping[str, list[str]]:
        """Comparable number of a document → the keys of the public ones that it repeals."""
        return repeals_of(self.cleared, self.documents)

    @cached_property
    def mentions(self) -> Mapping[tuple[str, str], list[Bulletin]]:
        """(key of a document, tag) → the bulletins whose text leads to it, the newest first."""
        return mentions_of(self.cleared, self.bodies, self.documents)

    def url(self, key: str, tag: str) -> str:
        """The address of a key in a locale."""
        return page_url(self.site.locale(tag).prefix, key)

    def link(self, title: str, key: str, tag: str) -> dict[str, Json]:
        """A link to a key in a locale."""
        return {"title": title, "url": self.url(key, tag)}

    def label(self, tag: str, name: str, **parts: str) -> str:
        """A text of the site's furniture; `parts` stand in its braces."""
        return self.labels[tag][name].format(**parts) if parts else self.labels[tag][name]

    def count(self, number: int, tag: str) -> str:
        """A number of bulletins in words: "2 bài", "1 bulletin"."""
        labels = self.labels[tag]
        form = labels.get(f"bulletins_{plural_form(number, tag)}", labels["bulletins_other"])
        return form.format(count=number)

    def is_indexable(self, key: str, tag: str) -> bool:
        """Whether a page has content of its own in its own language."""
        kind = self.plan.kinds[(key, tag)]
        if kind in LISTS:
            return bool(self.listed.get((key, tag)))
        if kind in (PageKind.SITE_MAP, PageKind.FEEDS):
            return bool(self.newest[tag] or self.standing[tag])
        return kind in EDITIONS or kind in (PageKind.HOME, PageKind.API)

    def sections(self, tag: str) -> list[Json]:
        """Links to the sections that have something in a locale, in its order."""
        order = self.site.sections_of(tag)
        return [self.section_step(section, tag) for section in order if self.listed.get((section, tag))]

    def trail(self, tag: str, *steps: dict[str, Json]) -> list[Json]:
        """The way from the front page to a page."""
        return [self.link(self.label(tag, "home"), HOME_KEY, tag), *steps]

    def section_step(self, section: str, tag: str) -> dict[str, Json]:
        """A link to a section."""
        return self.link(self.label(tag, f"section_{section}"), section, tag)

    def month_step(self, key: str, tag: str) -> dict[str, Json]:
        """A link to the month of a section in which a bulletin, or the list itself, lies."""
        _, year, month = key.split("/")[:3]
        name = month_name(date(int(year) or 1, int(month), 1), tag)
        return self.link(name, "/".join(key.split("/")[:3]), tag)

    def other_editions(self, bulletin: Bulletin, tag: str) -> list[dict[str, Json]]:
        """The public editions of a bulletin in other locales."""
        return [
            {"url": self.url(bulletin.key, each), "tag": each, "title": bulletin.editions[each].title}
            for each in self.site.tags
            if each != tag and self.cleared.is_public(bulletin.key, each)
        ]

    def page(  # noqa: PLR0913 - the values in which kinds of page differ
        self,
        key: str,
        tag: str,
        texts: tuple[str, str],
        content: Mapping[str, Json],
        *,
        body: str = "",
        modified: date | None = None,
    ) -> Page:
        """A page of the plan; `texts` are its title and description."""
        alternates = {each: self.url(key, each) for each in self.site.tags if self.is_indexable(key, each)}
        is_indexable = tag in alternates
        return Page(
            kind=self.plan.kinds[(key, tag)],
            url=self.url(key, tag),
            locale=tag,
            title=texts[0],
            description=texts[1],
            is_indexable=is_indexable,
            alternates=alternates if is_indexable else {},
            x_default=alternates.get(self.site.international, self.url(key, tag)),
            switch={each: self.url(key, each) for each in self.site.tags if each != tag},
            content=content,
            body=body,
            modified=modified,
        )


def is_machine(edition: Edition) -> bool:
    """Whether nobody has read a translation."""
    return edition.translation is not None and edition.translation.status is TranslationStatus.MACHINE


def last_change(bulletins: Sequence[Bulletin]) -> date | None:
    """The last day on which one of several bulletins was dated or updated."""
    days = [day for bulletin in bulletins for day in (bulletin.shared.date, bulletin.shared.updated) if day]
    return max(days, default=None)
