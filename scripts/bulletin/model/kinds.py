"""What the types add to a bulletin: the claim of a clarification, the time of an event, the number of a document.

`Bulletin.details` has the one value of a bulletin, merged from its editions. A field that nobody filled in is empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from types import MappingProxyType
from typing import TypeAlias

from bulletin.model.calendar import after, day_of, start_of
from bulletin.model.documents import DocumentKind
from bulletin.model.locale import LocalText

IMPRINT = ("publisher", "responsible", "licence", "licence_authority", "address", "printed_by")
"""Fields of the imprint of a numbered issue."""


class Verdict(Enum):
    """What an examination of a claim came to."""

    FALSE = "false"
    MISLEADING = "misleading"
    """What is true in it is told so that people believe something else."""
    ALTERED = "altered"
    """A picture, recording or document was changed."""
    UNPROVEN = "unproven"
    OUTDATED = "outdated"
    """It was true once."""
    TRUE = "true"


class EventStatus(Enum):
    """Whether an event takes place as announced."""

    SCHEDULED = "scheduled"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class LegalStatus(Enum):
    """Whether a document is in force."""

    NOT_YET = "not-yet-in-force"
    IN_FORCE = "in-force"
    PARTLY_REPEALED = "partly-repealed"
    REPEALED = "repealed"

    @property
    def is_repealed(self) -> bool:
        """Whether any part of it is in force no more."""
        return self in (LegalStatus.PARTLY_REPEALED, LegalStatus.REPEALED)


@dataclass(frozen=True, slots=True)
class Named:
    """An agency or a place: the key of its registry, or a text."""

    key: str = ""
    text: LocalText = field(default_factory=dict)
    """Empty where there is a key."""

    def __bool__(self) -> bool:
        """Whether it is given."""
        return bool(self.key or self.text)


@dataclass(frozen=True, slots=True)
class NamedLink:
    """Something that readers can look up."""

    name: LocalText = field(default_factory=dict)
    url: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence."""

    text: LocalText = field(default_factory=dict)
    url: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict: one of the set, or a text."""

    verdict: Verdict | None = None
    text: LocalText = field(default_factory=dict)
    """Empty where the verdict is one of the set."""

    def __bool__(self) -> bool:
        """Whether it is given."""
        return self.verdict is not None or bool(self.text)


@dataclass(frozen=True, slots=True)
class Claim:
    """Of a clarification: what is said, and what is to be said of that."""

    claim: LocalText = field(default_factory=dict)
    verdict: Ruling = Ruling()
    claimed_on: date | None = None
    claimed_by: LocalText = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[NamedLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant, or a whole day in the site's zone."""

    begins: datetime
    """In UTC."""
    ends: datetime
    """In UTC: the first instant after the day; an instant ends as it begins."""

    @property
    def is_day(self) -> bool:
        """Whether a whole day is meant."""
        return self.ends > self.begins

    @property
    def day(self) -> date:
        """The day in the site's zone."""
        return day_of(self.begins)


@dataclass(frozen=True, slots=True)
class Event:
    """Of an event: when, where and whose."""

    start: Moment | None = None
    end: Moment | None = None
    """Of an all-day event its last day, not the day after."""
    place: Named = Named()
    organiser: Named = Named()
    link: str = ""
    """The event's own site."""
    event_status: EventStatus = EventStatus.SCHEDULED

    @property
    def is_all_day(self) -> bool:
        """Whether only days are known."""
        return self.start is not None and self.start.is_day

    @property
    def last_day(self) -> date | None:
        """The last day of it in the site's zone."""
        last = self.end or self.start
        return last.day if last else None

    @property
    def over(self) -> datetime | None:
        """The instant in UTC from which it is past: its end, else the end of its last day."""
        last = self.end or self.start
        if last is None:
            return None
        return last.ends if self.end or last.is_day else after(last.day)

    def is_over(self, now: datetime) -> bool:
        """Whether it is past; never where nobody says when it is."""
        return self.over is not None and self.over <= now

    def has_begun(self, now: datetime) -> bool:
        """Whether it is under way or past."""
        return self.start is not None and self.start.begins <= now


@dataclass(frozen=True, slots=True)
class PressLink:
    """One report of the press."""

    outlet: LocalText = field(default_factory=dict)
    title: str = ""
    """The headline as it was printed, in the language of the report."""
    link: str = ""
    published_on: date | None = None
    language: str = ""
    """BCP 47 tag of the report's language; empty where nobody says."""


@dataclass(frozen=True, slots=True)
class PressReport:
    """Of a press digest: one report, or several."""

    outlet: LocalText = field(default_factory=dict)
    link: str = ""
    published_on: date | None = None
    language: str = ""
    links: tuple[PressLink, ...] = ()

    @property
    def reports(self) -> tuple[PressLink, ...]:
        """The reports, whichever way they were written down."""
        if self.links or not self.link:
            return self.links
        return (PressLink(self.outlet, "", self.link, self.published_on, self.language),)


@dataclass(frozen=True, slots=True)
class LegalDocument:
    """Of a document: its number, whose it is, and whether it is in force."""

    number: str = ""
    kind: DocumentKind | None = None
    issuer: Named = Named()
    issued_on: date | None = None
    effective_on: date | None = None
    legal_status: LegalStatus | None = None
    repealed_by: str = ""
    """Number of another document."""
    text: str = ""
    """Where the full text is: an address, or the name of a file of the bundle."""

    @property
    def address(self) -> str:
        """The address of the full text; empty for a file, and for none."""
        return self.text if "://" in self.text else ""

    @property
    def file(self) -> str:
        """The name of the file with the full text; empty for an address, and for none."""
        return "" if "://" in self.text else self.text

    def status_on(self, day: date) -> LegalStatus | None:
        """Whether it is in force on a day: what comes into force does so by itself, and nothing does before its day."""
        if self.effective_on is None or self.legal_status not in (LegalStatus.NOT_YET, LegalStatus.IN_FORCE):
            return self.legal_status
        return LegalStatus.IN_FORCE if self.effective_on <= day else LegalStatus.NOT_YET


class Span(Enum):
    """What a period is called by."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DAYS = "days"
    """From one day to another."""
    TEXT = "text"
    """Words only: no bulletin can be said to lie in it."""


@dataclass(frozen=True, slots=True)
class Period:
    """The time of which a numbered issue tells."""

    span: Span = Span.TEXT
    first: date | None = None
    last: date | None = None
    text: LocalText = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether it is given."""
        return self.first is not None or bool(self.text)

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first is not None and self.last is not None and self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class NumberedIssue:
    """Of a numbered issue: its number, what it holds, and its imprint."""

    number: int | None = None
    period: Period = Period()
    contents: tuple[str, ...] = ()
    """Keys of bulletins in their order; empty where the period says which."""
    publisher: LocalText = field(default_factory=dict)
    responsible: LocalText = field(default_factory=dict)
    """Who answers for the content."""
    licence: LocalText = field(default_factory=dict)
    """The number and day of the licence to publish."""
    licence_authority: LocalText = field(default_factory=dict)
    address: LocalText = field(default_factory=dict)
    printed_by: LocalText = field(default_factory=dict)
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class IssueRules:
    """What holds for every numbered issue of a site: `extra.site.issue`."""

    imprint: Mapping[str, LocalText] = field(default_factory=dict)
    """Field of the imprint → what it says where an issue says nothing."""
    requires: tuple[str, ...] = ("publisher", "responsible", "licence", "address")
    """Fields of the imprint that nobody may leave out."""
    max_pages: int = 64

    def imprint_of(self, issue: NumberedIssue) -> dict[str, LocalText]:
        """Every field of an issue's imprint that has a text, its own before the site's."""
        found = {name: getattr(issue, name) or self.imprint.get(name, {}) for name in IMPRINT}
        return {name: text for name, text in found.items() if text}


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """Whom to ask."""

    name: LocalText = field(default_factory=dict)
    phone: str = ""
    email: str = ""

    def __bool__(self) -> bool:
        """Whether it is given."""
        return bool(self.name or self.phone or self.email)


@dataclass(frozen=True, slots=True)
class Opportunity:
    """Of an investment opportunity."""

    capital: LocalText = field(default_factory=dict)
    area: LocalText = field(default_factory=dict)
    sector: str = ""
    """Key of the registry."""
    contact: ContactPoint = ContactPoint()
    as_of: date | None = None
    expires: date | None = None
    """The last day on which it is open."""

    def is_closed(self, today: date) -> bool:
        """Whether its last day is over."""
        return self.expires is not None and self.expires < today


Details: TypeAlias = Claim | Event | PressReport | LegalDocument | NumberedIssue | Opportunity
DETAILS: Mapping[str, type[Details]] = MappingProxyType(
    {
        "clarifications": Claim,
        "events": Event,
        "press": PressReport,
        "documents": LegalDocument,
        "issues": NumberedIssue,
        "opportunities": Opportunity,
    }
)
"""Section → what it adds."""


def changes_at(details: Details) -> list[datetime]:
    """The instants, in UTC, at which time alone changes what readers see of it."""
    found: list[datetime | None] = []
    if isinstance(details, Event):
        found = [details.start.begins if details.start else None, details.over]
    elif isinstance(details, Opportunity):
        found = [after(details.expires) if details.expires else None]
    elif isinstance(details, LegalDocument):
        found = [start_of(details.effective_on) if details.effective_on else None]
    return [instant for instant in found if instant is not None]


def text_in(texts: LocalText, tag: str) -> tuple[str, str]:
    """The text for readers of a locale and the tag of its language: another's where it has none of its own.

    Two empty texts where there is none at all. A page marks a text of another language with its `lang`.
    """
    if texts.get(tag):
        return texts[tag], tag
    return next(((text, other) for other, text in texts.items() if text), ("", ""))
