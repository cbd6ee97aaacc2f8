"""What each page shows, resolved: a page can then be rendered without looking at any other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bulletin.model.body import Body
from bulletin.model.bulletin import (
    DATED_SECTIONS,
    HOME_KEY,
    SECTIONS,
    Bulletin,
    Edition,
    Shared,
    TranslationStatus,
)
from bulletin.model.calendar import day_of
from bulletin.model.locale import Locale, month_name
from bulletin.model.page import Json, Page, PageKind, Published
from bulletin.model.registry import Registries
from bulletin.model.routes import asset_url, page_url, variants
from bulletin.model.site import Labels, Site
from bulletin.model.state import Standing
from bulletin.stage.cards import Cards, newest_first
from bulletin.stage.gate import Cleared
from bulletin.stage.plan import NOT_FOUND_URL, Plan
from bulletin.stage.standings import how_they_stand

NEWEST = 20
"""Bulletins that a section or topic shows; the others are reached by months."""
ON_FRONT = 4
"""Bulletins at the head of the front page: the lead story and three beside it."""
ON_RAIL = 4
"""Bulletins of a section on the front page."""
OTHERS = 4
"""Other news below a bulletin."""
_DAY = "\0"
"""Where the day of a sentence stands: a text of a label never holds it."""
_EDITIONS = (PageKind.BULLETIN, PageKind.STANDING)


class Pages:
    """Makes the pages of one plan."""

    def __init__(  # noqa: PLR0913, PLR0917 - called once, with all that pages are made of
        self,
        site: Site,
        labels: Labels,
        registries: Registries,
        cleared: Cleared,
        plan: Plan,
        bodies: Mapping[tuple[str, str], Body],
        standings: Mapping[tuple[str, str], Standing],
    ) -> None:
        """Order the bulletins of each locale once."""
        self.site = site
        self.labels = labels
        self.registries = registries
        self.cleared = cleared
        self.plan = plan
        self.bodies = bodies
        self.standings = standings
        self.cards = Cards(site, labels)
        self.newest = {tag: newest_first(b for b in cleared.public(tag) if b.is_dated) for tag in site.tags}
        self.standing = {tag: self._standing(tag) for tag in site.tags}
        self._places = {tag: {b.key: at for at, b in enumerate(self.newest[tag])} for tag in site.tags}
        self._listed: dict[tuple[str, str], list[Bulletin]] = {}
        for tag in site.tags:
            for bulletin in [*self.newest[tag], *self.standing[tag]]:
                for key in _lists_of(bulletin):
                    self._listed.setdefault((key, tag), []).append(bulletin)

    def _standing(self, tag: str) -> list[Bulletin]:
        return sorted((b for b in self.cleared.public(tag) if not b.is_dated), key=lambda b: b.key)

    def all(self) -> Iterator[Page]:
        """Every page, by address."""
        made = [self._page(key, tag, kind) for (key, tag), kind in self.plan.kinds.items()]
        lost = [self._not_found(locale) for locale in self.site.locales]
        yield from sorted([*made, *lost], key=lambda page: page.url)

    def furniture(self) -> dict[str, Json]:
        """What every page of a locale shows around its own content: sections and standing pages, by tag."""
        return {
            tag: {
                "home": self._url(HOME_KEY, tag),
                "sections": self._sections(tag),
                "about": self._about(tag),
            }
            for tag in self.site.tags
        }

    def files(self) -> list[Published]:
        """The files that public editions show or link to, and no others."""
        found: dict[str, Published] = {}
        for key, bulletin in self.cleared.bulletins.items():
            for tag, edition in bulletin.editions.items():
                if self.cleared.is_public(key, tag):
                    assets = list(self.bodies[(key, tag)].assets)
                    if edition.image and (lead := bulletin.asset(edition.image.file, tag)):
                        assets.append(lead)
                    for asset in assets:
                        scaled = variants(key, asset) or [(asset_url(key, asset), 0)]
                        found.update({url: Published(url, asset.path, width) for url, width in scaled})
        return [found[url] for url in sorted(found)]

    # What surrounds a page

    def _page(self, key: str, tag: str, kind: PageKind) -> Page:
        make = {
            PageKind.HOME: self._home,
            PageKind.SECTION: self._section,
            PageKind.MONTH: self._month,
            PageKind.TOPIC: self._topic,
            PageKind.BULLETIN: self._edition,
            PageKind.STANDING: self._edition,
            PageKind.STUB: self._stub,
            PageKind.WITHDRAWN: self._withdrawn,
            PageKind.REDIRECT: self._redirect,
        }[kind]
        return make(key, tag, kind)

    def _make(  # noqa: PLR0913 - the values in which kinds of page differ
        self,
        key: str,
        tag: str,
        kind: PageKind,
        texts: tuple[str, str],
        content: dict[str, Json],
        *,
        body: str = "",
        modified: date | None = None,
    ) -> Page:
        alternates = {each: self._url(key, each) for each in self.site.tags if self._is_indexable(key, each)}
        is_indexable = tag in alternates
        return Page(
            kind=kind,
            url=self._url(key, tag),
            locale=tag,
            title=texts[0],
            description=texts[1],
            is_indexable=is_indexable,
            alternates=alternates if is_indexable else {},
            x_default=alternates.get(self.site.international, self._url(key, tag)),
            switch={each: self._url(key, each) for each in self.site.tags if each != tag},
            content=content,
            body=body,
            modified=modified,
        )

    def _is_indexable(self, key: str, tag: str) -> bool:
        """Whether a page has content of its own in its own language."""
        kind = self.plan.kinds[(key, tag)]
        if kind in (PageKind.SECTION, PageKind.MONTH, PageKind.TOPIC):
            return bool(self._listed.get((key, tag)))
        return kind in _EDITIONS or kind is PageKind.HOME

    def _url(self, key: str, tag: str) -> str:
        return page_url(self.site.locale(tag).prefix, key)

    def _link(self, title: str, key: str, tag: str) -> dict[str, Json]:
        return {"title": title, "url": self._url(key, tag)}

    def _label(self, tag: str, name: str, **parts: str) -> str:
        return self.labels[tag][name].format(**parts) if parts else self.labels[tag][name]

    def _sections(self, tag: str) -> list[Json]:
        return [
            self._link(self._label(tag, f"section_{section}"), section, tag)
            for section in SECTIONS
            if self._listed.get((section, tag))
        ]

    def _about(self, tag: str) -> list[Json]:
        return [
            self._link(bulletin.editions[tag].title, bulletin.key, tag)
            for bulletin in self.standing[tag]
            if bulletin.section == "about"
        ]

    def _trail(self, tag: str, *steps: dict[str, Json]) -> list[Json]:
        return [self._link(self._label(tag, "home"), HOME_KEY, tag), *steps]

    def _section_step(self, section: str, tag: str) -> dict[str, Json]:
        return self._link(self._label(tag, f"section_{section}"), section, tag)

    def _month_step(self, key: str, tag: str) -> dict[str, Json]:
        _, year, month = key.split("/")[:3]
        name = month_name(date(int(year) or 1, int(month), 1), tag)
        return self._link(name, "/".join(key.split("/")[:3]), tag)

    # Lists

    def _home(self, key: str, tag: str, kind: PageKind) -> Page:
        bulletins = self.newest[tag]
        today = day_of(self.cleared.now)
        pinned = [b for b in bulletins if b.shared.featured and b.shared.featured >= today]
        front = [*pinned, *(b for b in bulletins if b not in pinned)][:ON_FRONT]
        is_public = self.cleared.is_public(HOME_KEY, tag)
        edition = self.cleared.bulletins[HOME_KEY].editions[tag] if is_public else None
        content: dict[str, Json] = {
            "heading": edition.title if edition else self.site.name[tag],
            "date": self.cards.day(bulletins[0].shared.date if bulletins else None, tag),
            "front": self.cards.cards(front, tag),
            "rails": self._rails(tag, front),
            "topics": [
                self._link(entry.text[tag], f"topics/{topic}", tag)
                for topic, entry in self.registries.get("topics", {}).items()
                if self._listed.get((f"topics/{topic}", tag))
            ],
        }
        texts = (self.site.name[tag], edition.description if edition else self.site.description[tag])
        body = self.bodies[(HOME_KEY, tag)].html if edition else ""
        return self._make(key, tag, kind, texts, content, body=body, modified=_last_change(bulletins))

    def _rails(self, tag: str, front: Sequence[Bulletin]) -> list[Json]:
        """For each section the newest that the front does not already show; a section without any has no rail."""
        rails: list[Json] = []
        for section in DATED_SECTIONS:
            rest = [b for b in self._listed.get((section, tag), []) if b not in front][:ON_RAIL]
            if rest:
                rails.append({**self._section_step(section, tag), "items": self.cards.cards(rest, tag)})
        return rails

    def _section(self, key: str, tag: str, kind: PageKind) -> Page:
        listed = self._listed.get((key, tag), [])
        title = self._label(tag, f"section_{key}")
        is_dated = key in DATED_SECTIONS
        content: dict[str, Json] = {
            "trail": self._trail(tag),
            "items": self.cards.cards(listed[:NEWEST] if is_dated else listed, tag),
            "years": self._years(listed, tag) if is_dated else [],
        }
        description = self._label(tag, "section_description", section=title, site=self.site.name[tag])
        return self._make(key, tag, kind, (title, description), content, modified=_last_change(listed))

    def _years(self, listed: Sequence[Bulletin], tag: str) -> list[Json]:
        """The months of a section, the newest first, with the number of their bulletins."""
        counts: dict[str, dict[str, int]] = {}
        for key in sorted((bulletin.key for bulletin in listed), reverse=True):
            _, year, month, _ = key.split("/")
            months = counts.setdefault(year, {})
            months[month] = months.get(month, 0) + 1
        section = listed[0].section if listed else ""
        return [
            {
                "year": year,
                "months": [
                    {**self._month_step(f"{section}/{year}/{month}", tag), "count": count}
                    for month, count in months.items()
                ],
            }
            for year, months in counts.items()
        ]

    def _month(self, key: str, tag: str, kind: PageKind) -> Page:
        listed = self._listed.get((key, tag), [])
        section = key.split("/", 1)[0]
        month = str(self._month_step(key, tag)["title"])
        section_title = self._label(tag, f"section_{section}")
        title = self._label(tag, "month_title", section=section_title, month=month)
        content: dict[str, Json] = {
            "trail": self._trail(tag, self._section_step(section, tag)),
            "items": self.cards.cards(listed, tag),
        }
        description = self._label(tag, "month_description", section=section_title, month=month)
        return self._make(key, tag, kind, (title, description), content, modified=_last_change(listed))

    def _topic(self, key: str, tag: str, kind: PageKind) -> Page:
        listed = self._listed.get((key, tag), [])
        entry = self.registries["topics"][key.split("/", 1)[1]]
        lead = entry.lead.get(tag, "")
        months = {"/".join(bulletin.key.split("/")[:3]): None for bulletin in listed[NEWEST:] if bulletin.is_dated}
        content: dict[str, Json] = {
            "trail": self._trail(tag),
            "lead": lead,
            "items": self.cards.cards(listed[:NEWEST], tag),
            "months": [self._month_step(month, tag) for month in months],
        }
        description = lead or self._label(tag, "topic_description", topic=entry.text[tag], site=self.site.name[tag])
        texts = (entry.text[tag], description)
        return self._make(key, tag, kind, texts, content, modified=_last_change(listed))

    # Editions and what stands in for them

    def _edition(self, key: str, tag: str, kind: PageKind) -> Page:
        bulletin = self.cleared.bulletins[key]
        edition, shared = bulletin.editions[tag], bulletin.shared
        topics = self.registries.get("topics", {})
        steps = [self._section_step(bulletin.section, tag)]
        if bulletin.is_dated:
            steps.append(self._month_step(key, tag))
        content: dict[str, Json] = {
            "trail": self._trail(tag, *steps),
            "section": steps[0],
            "date": self.cards.day(shared.date, tag),
            "updated": self.cards.day(shared.updated, tag),
            "reviewed_on": self.cards.day(shared.reviewed_on, tag),
            "byline": shared.author.get(tag, ""),
            "source": self._source(shared, tag),
            "image": self.cards.image(bulletin, edition),
            "topics": [
                self._link(topics[topic].text[tag], f"topics/{topic}", tag)
                for topic in shared.topics
                if topic in topics  # a policy, or a waiver, may let a key pass that no registry has
            ],
            "corrections": [
                {"date": self.cards.day(correction.on, tag), "note": correction.note}
                for correction in edition.corrections
            ],
            "is_machine": _is_machine(edition),
            "other_editions": [
                {**other, "standing": self._standing_beside(bulletin, tag, str(other["tag"]))}
                for other in self._other_editions(bulletin, tag)
            ],
            "others": self.cards.cards(self._older(bulletin, tag), tag),
        }
        texts = (edition.title, edition.description)
        modified = _changed_on(bulletin, edition)
        body = self.bodies[(key, tag)].html
        return self._make(key, tag, kind, texts, content, body=body, modified=modified)

    def _source(self, shared: Shared, tag: str) -> Json:
        credit = shared.source
        if credit is None:
            return None
        return {"name": credit.name[tag], "url": credit.url, "rights": credit.rights.get(tag, "")}

    def _standing_beside(self, bulletin: Bulletin, tag: str, other: str) -> Json:
        """How an edition and another stand to each other; None for two translations, which nobody compares."""
        source = bulletin.source_locale
        if source is None or source not in (tag, other):
            return None
        translation = bulletin.editions[other if tag == source else tag]
        if _is_machine(translation) and translation.locale == tag:
            return None  # the page bears the label of machine translations
        standing = self.standings.get((bulletin.key, translation.locale))
        updated = bulletin.shared.updated
        if updated and updated > day_of(self.cleared.now):
            updated = None
        told = how_they_stand(standing, updated, is_machine=_is_machine(translation))
        names = {"source": self._language(source, tag), "translation": self._language(translation.locale, tag)}
        label = told.label if tag == translation.locale else told.label_on_source
        before, _, after = self._label(tag, label, day=_DAY, **names).partition(_DAY)
        return {
            "is_changed": told.is_changed and tag != source,
            "before": before,
            "day": self.cards.day(told.day, tag),
            "after": after,
        }

    def _language(self, tag: str, reader: str) -> str:
        """The name of a language in the middle of a sentence in a reader's."""
        return self.labels[reader].get(f"language_{tag}", self.site.locale(tag).name)

    def _other_editions(self, bulletin: Bulletin, tag: str) -> list[dict[str, Json]]:
        return [
            {"url": self._url(bulletin.key, each), "tag": each, "title": bulletin.editions[each].title}
            for each in self.site.tags
            if each != tag and self.cleared.is_public(bulletin.key, each)
        ]

    def _older(self, bulletin: Bulletin, tag: str) -> list[Bulletin]:
        """Only older ones, so that a new bulletin changes no page but its own and the lists."""
        at = self._places[tag].get(bulletin.key)
        return [] if at is None else self.newest[tag][at + 1 : at + 1 + OTHERS]

    def _stub(self, key: str, tag: str, kind: PageKind) -> Page:
        """Say that there is no such edition now. Whether a translation is being made is nobody's business yet."""
        bulletin = self.cleared.bulletins[key]
        is_under_review = self._is_under_review(key, tag)
        title = self._label(tag, "review_title" if is_under_review else "stub_title")
        text = "review_text" if is_under_review else f"stub_{bulletin.shared.translate.value}"
        steps = [self._section_step(bulletin.section, tag)]
        content: dict[str, Json] = {
            "trail": self._trail(tag, *steps),
            "text": self._label(tag, text),
            "editions": [*self._other_editions(bulletin, tag)],
        }
        return self._make(key, tag, kind, (title, title), content)

    def _is_under_review(self, key: str, tag: str) -> bool:
        """Whether an edition waits for a new approval, or there is no other to which a reader could be sent."""
        found = self.cleared.clearances.get((key, tag))
        is_waiting = found is not None and found.awaits_approval
        return is_waiting or not self._other_editions(self.cleared.bulletins[key], tag)

    def _withdrawn(self, key: str, tag: str, kind: PageKind) -> Page:
        """Say since when and why, and nothing of the bulletin itself."""
        bulletin = self.cleared.bulletins[key]
        withdrawn = bulletin.shared.withdrawn
        title = self._label(tag, "withdrawn_title")
        content: dict[str, Json] = {
            "trail": self._trail(tag, self._section_step(bulletin.section, tag)),
            "date": self.cards.day(withdrawn.on if withdrawn else None, tag),
            "reason": withdrawn.reason[tag] if withdrawn else "",
        }
        return self._make(key, tag, kind, (title, title), content)

    def _redirect(self, key: str, tag: str, kind: PageKind) -> Page:
        title = self._label(tag, "redirect_title")
        content: dict[str, Json] = {"target": self._url(self.plan.redirects[key], tag)}
        return self._make(key, tag, kind, (title, title), content)

    def _not_found(self, locale: Locale) -> Page:
        """The answer to an address that does not exist, in every language, that of the address first."""
        tags = sorted(self.site.tags, key=lambda tag: tag != locale.tag)
        parts: list[Json] = [
            {
                "tag": tag,
                "title": self._label(tag, "not_found_title"),
                "text": self._label(tag, "not_found_text"),
                "home": self._link(self._label(tag, "not_found_home"), HOME_KEY, tag),
                "sections": self._sections(tag),
            }
            for tag in tags
        ]
        title = " · ".join(self._label(tag, "not_found_title") for tag in tags)
        url = f"{locale.prefix}{NOT_FOUND_URL}"
        return Page(
            kind=PageKind.NOT_FOUND,
            url=url,
            locale=locale.tag,
            title=title,
            description=title,
            is_indexable=False,
            alternates={},
            x_default=url,
            switch={each: self._url(HOME_KEY, each) for each in tags if each != locale.tag},
            content={"parts": parts},
        )


def _is_machine(edition: Edition) -> bool:
    return edition.translation is not None and edition.translation.status is TranslationStatus.MACHINE


def _lists_of(bulletin: Bulletin) -> Iterator[str]:
    """The keys of the lists in which a bulletin stands."""
    yield bulletin.section
    if bulletin.is_dated:
        yield bulletin.key.rsplit("/", 1)[0]
    for topic in bulletin.shared.topics:
        yield f"topics/{topic}"


def _changed_on(bulletin: Bulletin, edition: Edition) -> date | None:
    """The last day on which an edition's content changed, as far as the editors have said."""
    shared = bulletin.shared
    approved = shared.approved.on if shared.approved and not shared.date else None
    days = [shared.date, shared.updated, approved, *(correction.on for correction in edition.corrections)]
    return max((day for day in days if day), default=None)


def _last_change(bulletins: Sequence[Bulletin]) -> date | None:
    """The last day on which one of several bulletins was dated or updated."""
    days = [day for bulletin in bulletins for day in (bulletin.shared.date, bulletin.shared.updated) if day]
    return max(days, default=None)
