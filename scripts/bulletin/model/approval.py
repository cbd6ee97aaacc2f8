"""Approvals: who may give one, which text it was given for, and whether that is the text of today."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from html import unescape
from unicodedata import normalize
from urllib.parse import unquote

from bulletin.model.block import Block
from bulletin.model.bulletin import HOME_KEY, Bulletin, Edition, TranslationStatus
from bulletin.model.locale import LocalText
from bulletin.model.policy import Binding

HOME = "home"
"""How a list of sections names the home page's texts, which are in none."""
_WHOLE, _PART = 16, 8
"""Bytes of a digest that decides, which nobody can find a second text for; and of one that says what has changed."""


@dataclass(frozen=True, slots=True)
class Approver:
    """Somebody who may approve: an entry of `_data/approvers.yml`."""

    key: str
    name: str
    role: LocalText = field(default_factory=dict)
    email: str = ""
    sections: frozenset[str] | None = None
    """None for all; `home` stands for the home page."""
    since: date | None = None
    until: date | None = None
    """The last day on which an approval may be given."""

    def is_in_office(self, day: date) -> bool:
        """Whether a day is one of theirs."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def may(self, section: str, day: date) -> bool:
        """Whether an approval for a section, given on a day, is one."""
        return self.is_in_office(day) and (self.sections is None or (section or HOME) in self.sections)


@dataclass(frozen=True, slots=True)
class Approving:
    """What an approval needs here."""

    binding: Binding | None = None
    """None: an `approval.lock` binds where there is one, and the front matter suffices where there is none."""
    approvers: tuple[Approver, ...] | None = None
    """None where there is no `_data/approvers.yml`: any name will do."""

    def known(self, name: str) -> list[Approver]:
        """Everybody of that name, or with that key; several where one person has had several offices."""
        wanted = _plain(name)
        everybody = self.approvers or ()
        return [each for each in everybody if _plain(each.name) == wanted]

    def may(self, name: str, section: str, day: date) -> bool:
        """Whether somebody may approve, or nobody asks."""
        return self.approvers is None or any(each.may(section, day) for each in self.known(name))


ANY_NAME = Approving()
"""Where nothing is said of approvals."""


def approving(binding: Binding | None, approvers: Sequence[Approver] | None) -> Approving:
    """The rule of an office: where approvers are named and the policy is silent, an approval is bound to its text."""
    if binding is None and approvers is not None:
        binding = Binding.TEXT
    return Approving(binding, None if approvers is None else tuple(approvers))


@dataclass(frozen=True, slots=True)
class Imprint:
    """What was approved, or what is there now: digests of all that readers see of one edition, and of when."""

    typed: str
    """Of the text as it was typed: if it is the same, so is everything else."""
    seen: str = ""
    """Of the text as readers read it; reflow, emphasis, and whatever else is trivial, leave it alone."""
    dates: str = ""
    """Of what decides when it is public, and of the label of machine translations."""
    credits: str = ""
    """Of bylines, sources, days of corrections, and the fields of its type."""
    files: str = ""
    """Of the bytes of pictures and attachments."""
    blocks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recorded:
    """One edition in `approval.lock`."""

    by: str
    on: date
    imprint: Imprint
    role: str = ""
    line: int = 1
    """1-based, in the lock."""


@dataclass(frozen=True, slots=True)
class ApprovalLock:
    """A bundle's `approval.lock`."""

    key: str = ""
    """Of the bulletin for which it was written."""
    editions: Mapping[str, Recorded] = field(default_factory=dict)
    damaged: int = 0
    """1-based line that has no place in it; such a lock approves nothing. 0 for a sound one."""
    found: str = ""
    """What stands on that line."""

    def is_of(self, bulletin: Bulletin) -> bool:
        """Whether it speaks of this bulletin, or of what it was before it moved inside its section."""
        former = (key for key in bulletin.shared.redirect_from if key.split("/")[0] == bulletin.section)
        return self.key == bulletin.key or (bulletin.key != HOME_KEY and self.key in former)


def imprint_of(bulletin: Bulletin, edition: Edition, blocks: Iterable[Block] | None = None) -> Imprint:
    """Take the imprint of an edition; without its blocks, only of the text as it was typed."""
    dates, credits_, files = _dates(bulletin, edition), _credits(bulletin, edition), list(_files(bulletin, edition))
    texts = [edition.title, edition.description, edition.body, *_picture_texts(edition)]
    texts += [correction.note for correction in edition.corrections]
    typed = _digest([edition.locale, texts, dates, credits_, files], _WHOLE)
    if blocks is None:
        return Imprint(typed)
    read = list(blocks)
    plain = json.loads(_plain(json.dumps([dates, credits_], ensure_ascii=False)))
    seen = [edition.locale, plain, files, [block.identity for block in read]]
    return Imprint(
        typed,
        _digest(seen, _WHOLE),
        _digest(plain[0], _PART),
        _digest(plain[1], _PART),
        _digest(files, _PART),
        tuple(block.digest for block in read),
    )


def _dates(bulletin: Bulletin, edition: Edition) -> list[object]:
    shared, source, translation = bulletin.shared, bulletin.source, edition.translation
    days = [shared.date, shared.embargo_until, edition.shared.embargo_until]
    return [
        *(str(day) if day else "" for day in days),
        source.own.get("expires", "") if source else "",
        translation is not None and translation.status is TranslationStatus.MACHINE,
    ]


def _credits(bulletin: Bulletin, edition: Edition) -> list[object]:
    shared, tag = bulletin.shared, edition.locale
    credit = shared.source
    owned = [each.own for each in (bulletin.source, edition) if each is not None]
    return [
        shared.author.get(tag, ""),
        [credit.name.get(tag, ""), credit.url, credit.rights.get(tag, "")] if credit else [],
        edition.image.credit if edition.image else "",
        [str(correction.on) for correction in edition.corrections],
        [sorted((name, value) for name, value in own.items() if name != "expires") for own in owned],
    ]


def _picture_texts(edition: Edition) -> Iterator[str]:
    image = edition.image
    yield from (image.file, image.alt, image.caption) if image else ()


def _files(bulletin: Bulletin, edition: Edition) -> Iterator[tuple[str, str]]:
    """Name and digest of every file of the bundle whose name stands in the text: one too many does no harm."""
    text = "\n".join((edition.body, *edition.own.values(), *(bulletin.source.own.values() if bulletin.source else ())))
    text = normalize("NFC", unquote(unescape(text.replace("\\", ""))))
    lead = edition.image.file if edition.image else ""
    for name in sorted({asset.name for asset in bulletin.assets}):
        asset = bulletin.asset(name, edition.locale)
        if asset is not None and (name == lead or normalize("NFC", name) in text):
            yield name, asset.digest


def _plain(text: str) -> str:
    return " ".join(normalize("NFC", text).split())


def _digest(value: object, size: int) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return blake2b(text.encode("utf-8", "backslashreplace"), digest_size=size).hexdigest()
