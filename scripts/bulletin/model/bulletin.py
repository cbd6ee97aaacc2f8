"""A bulletin and its editions, as the editors wrote them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import TypeAlias

from bulletin.model.kinds import Details
from bulletin.model.locale import LocalText

Day: TypeAlias = date
"""For the fields beside `Shared.date`, whose name hides the type."""
DATED_SECTIONS = ("news", "features", "clarifications", "events", "press")
"""Sections whose bundles lie at `<section>/<year>/<month>/<slug>`."""
FLAT_SECTIONS = ("issues", "opportunities", "documents", "about")
"""Sections whose bundles lie at `<section>/<slug>`."""
SECTIONS = DATED_SECTIONS + FLAT_SECTIONS
RESERVED_SLUGS = frozenset(
    ("en", "both", "page", "search", "feeds", "api", "assets", "topics", "places", "agencies", "archive")
)
"""Slugs that the site's own URLs need (architecture.md, "Contracts")."""
AUDIENCES = ("investors", "visitors", "diaspora", "press")
"""For whom a bulletin may be meant, in the order in which readers are offered them."""
HOME_KEY = ""
"""The key of the home page's texts, which lie at the root of the docs folder."""


class Status(Enum):
    """How far the editors have come with a bulletin."""

    DRAFT = "draft"
    """Being written."""
    REVIEW = "review"
    """Waiting for approval."""
    PUBLISHED = "published"
    """May be public, if it is approved and its time has come."""
    WITHDRAWN = "withdrawn"
    """Was public; its pages say that it no longer is."""


class TranslationStatus(Enum):
    """How far a translation has come."""

    MACHINE = "machine"
    """Made by a machine and read by nobody: public only where the policy says so, and labelled."""
    DRAFT = "draft"
    """Never public."""
    REVIEWED = "reviewed"
    """Read by a person who answers for it."""


class Translate(Enum):
    """Whether a bulletin is to be translated."""

    REQUIRED = "required"
    """It counts in the coverage."""
    OPTIONAL = "optional"
    """It may be."""
    NONE = "none"
    """It stays in one language, for the reason that is given."""


@dataclass(frozen=True, slots=True)
class Approval:
    """The recorded approval without which nothing is published."""

    by: str
    on: date
    role: str = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """The `translation` block, which makes an edition a translation."""

    of: str
    """Tag of the source edition's locale."""
    status: TranslationStatus | None
    """None where it is missing or wrong: never public, but meant to be more than a draft."""
    translator: str = ""
    reviewer: str = ""
    checked: date | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A lead picture."""

    file: str
    """Name in the bundle's folder."""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    line: int = 1
    alt_line: int = 1
    caption_line: int = 1


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction that readers are told of."""

    on: date
    note: str


@dataclass(frozen=True, slots=True)
class Credit:
    """The credited source."""

    name: LocalText
    url: str = ""
    rights: LocalText = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Since when, and why, a bulletin is no longer public."""

    on: date
    reason: LocalText


@dataclass(frozen=True, slots=True)
class Shared:
    """The fields that belong to the source edition and hold for every edition."""

    date: Day | None = None
    """Calendar day in the site's zone; None for standing pages."""
    status: Status | None = None
    """None where it is missing or wrong: nothing is published then."""
    approved: Approval | None = None
    embargo_until: datetime | None = None
    """In UTC."""
    topics: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    author: LocalText = field(default_factory=dict)
    source: Credit | None = None
    featured: Day | None = None
    audience: tuple[str, ...] = ()
    translate: Translate = Translate.REQUIRED
    updated: Day | None = None
    reviewed_on: Day | None = None
    withdrawn: Withdrawal | None = None
    redirect_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldText:
    """A text in a field of a bulletin's type, which readers of one locale see."""

    name: str
    """Of the field: `claim`, `evidence`."""
    locale: str
    text: str
    line: int = field(compare=False)
    """1-based, in the edition's file; where the text is the source edition's, that of the field `translation`."""
    slot: str = ""
    """Which of the texts of that field it is; the same in every edition."""
    language: str = ""
    """The language in which it is whatever the locale: `und` for the name of a newspaper."""
    is_inherited: bool = False
    """Whether the source edition gives it for this locale, or nobody does and it is the source's own."""
    there: int = field(default=0, compare=False)
    """Of a text that is inherited: its 1-based line in the source edition's file."""
    is_doubtful: bool = False
    """Whether it is a text only if the source edition has one there: it looks like a key of a registry."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One bulletin in one locale: one file."""

    key: str
    locale: str
    path: str
    """Below the docs folder, with `/`."""
    title: str
    description: str
    body: str
    """Markdown, NFC, lines ended by `\\n`."""
    body_line: int
    """1-based line of the file on which the body begins."""
    lines: Mapping[str, int]
    """Front-matter field → 1-based line."""
    shared: Shared
    """What this file itself says; a translation's is nearly empty."""
    image: Image | None = None
    translation: Translation | None = None
    """None for the source edition."""
    corrections: tuple[Correction, ...] = ()
    faulty: bool = False
    """Whether its front matter or text has a finding; such an edition is not published."""
    own: Mapping[str, str] = field(default_factory=dict)
    """Fields of its type, such as `expires` of an opportunity: name → value as it was written, in one form."""
    details: Details | None = None
    """The same fields as this file gives them, read; None where it gives none. `Bulletin.details` is what holds."""
    texts: tuple[FieldText, ...] = ()
    """Texts in fields of its type; of those for another locale, a translation takes what it does not give itself."""

    def line_of(self, field_name: str) -> int:
        """Where a field stands; 1 for a field that is not there."""
        return self.lines.get(field_name, 1)


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture is before it is shown."""

    width: int
    """In pixels, as it is seen: turned upright. 0 where nobody can read it."""
    height: int
    digest: str
    """SHA-256 of its bytes, in hexadecimal."""
    is_fixed: bool = False
    """Whether it is published as it is: a drawing, a moving picture, or one that nobody can read."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture or a file to download, in a bundle's folder."""

    name: str
    """The name that texts use, without the locale: `photo.jpg`."""
    path: str
    """Below the docs folder."""
    locale: str = ""
    """Tag of the only locale that it serves (`photo.en.jpg`); empty for all."""
    picture: Picture | None = None
    """None for what is no picture."""
    digest: str = ""
    """SHA-256 of its bytes, in hexadecimal; of what is no picture only where somebody needs it."""


@dataclass(frozen=True, slots=True)
class Bulletin:
    """One item of content in all its languages: one folder."""

    key: str
    editions: Mapping[str, Edition]
    """By locale tag; only those whose front matter could be read."""
    source_locale: str | None
    """Tag of the source edition; None where none could be read, or more than one claims to be."""
    assets: tuple[Asset, ...] = ()
    details: Details | None = None
    """What its type adds to it, of all editions together; None where nothing of that is given, or by no source."""

    @property
    def section(self) -> str:
        """The top folder; empty for the home page."""
        return self.key.split("/", 1)[0]

    @property
    def is_dated(self) -> bool:
        """Whether it lies in a month."""
        return self.section in DATED_SECTIONS

    @property
    def source(self) -> Edition | None:
        """The edition that owns the shared metadata."""
        return self.editions.get(self.source_locale) if self.source_locale else None

    @property
    def shared(self) -> Shared:
        """The metadata of all editions; all empty where there is no source edition."""
        return self.source.shared if self.source else Shared()

    def asset(self, name: str, locale: str) -> Asset | None:
        """The file that serves a name in a locale: its own variant before the common one."""
        for wanted in (locale, ""):
            for asset in self.assets:
                if asset.name == name and asset.locale == wanted:
                    return asset
        return None
