"""One bundle → all that the check says of it, as data that a cache can keep."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from bulletin.checks.about import About, about, about_from_json
from bulletin.checks.addresses import Claim, redirect_claims
from bulletin.checks.approvals import approval_findings
from bulletin.checks.kinds import check_kind, contents_of, numbers_of
from bulletin.checks.metadata import check_metadata
from bulletin.checks.pair import Read, check_alone, compare, read
from bulletin.checks.states import missing, required_in, standings, state_findings
from bulletin.checks.targets import Anchor
from bulletin.checks.terms.findings import Compared, check_terms
from bulletin.checks.terms.matcher import names_of
from bulletin.checks.waiving import Places
from bulletin.model.approval import ANY_NAME, ApprovalLock, Approving
from bulletin.model.block import Block, BlockKind
from bulletin.model.bulletin import Bulletin, Status, TranslationStatus
from bulletin.model.calendar import day_of
from bulletin.model.catalogue import message
from bulletin.model.finding import Finding, Message, Severity
from bulletin.model.kinds import IssueRules
from bulletin.model.registry import Registries
from bulletin.model.rows import Rows, rows_of
from bulletin.model.state import Accepted, Standing, State
from bulletin.model.waiver import Held, Waiver

MAX_BLOCKS = 5_000
"""Of an edition: what is behind them is not compared, and the edition is refused."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check says of one bundle, before the policy weighs it."""

    key: str
    findings: tuple[Finding, ...]
    section: str = ""
    source: str = ""
    """Tag of the source's locale; empty where there is none."""
    required: tuple[str, ...] = ()
    """Tags of the locales into which it must be translated."""
    standings: Mapping[str, Standing] | None = None
    """By locale tag; those that are missing are among them."""
    translation_status: Mapping[str, str] | None = None
    """Locale tag → `machine`, `draft`, `reviewed`, or empty for none that can be read."""
    is_draft: bool = False
    """Whether the source is being written: its findings, and those of its translations, are warnings."""
    words: int = 0
    """Of the source."""
    about: About = About()  # noqa: RUF009 - it is frozen
    """What reports say of it."""
    since: date | None = None
    """The day from which grace runs: the latest of date, approval and embargo."""
    redirects: tuple[Claim, ...] = ()
    """The former keys that it claims."""
    numbers: tuple[Claim, ...] = ()
    """The number of a document, which no other has."""
    contents: tuple[Claim, ...] = ()
    """The bulletins that an issue names."""
    anchors: tuple[tuple[Anchor, str, str, str], ...] = ()
    """Anchors in other bulletins, with source and translation locale and the translation's path."""
    paths: Mapping[str, str] | None = None
    """Locale tag → path of the edition, below the docs folder."""
    days: tuple[date, ...] = ()
    """On each of these days it may change by itself: those on which editors say they have compared."""
    today: date | None = None
    """The day on which it was checked."""
    waivers: tuple[Held, ...] = ()
    """Its waivers, beside its texts as they are; whether their days are over is not for the cache to say."""
    waivers_path: str = ""
    """Of the file in which they stand."""
    rows: Mapping[str, Rows] | None = None
    """Tag of a translation → how it and its source stand beside each other."""

    def holds_on(self, day: date) -> bool:
        """Whether it would be the same on another day."""
        return all((each <= day) == (self.today is not None and each <= self.today) for each in self.days)

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, default=_plain, separators=(",", ":"))


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, State | Severity):
        return value.value
    raise TypeError(type(value).__name__)


def checked_from_json(text: str) -> Checked:
    """Read what `Checked.to_json` wrote. Raises ValueError, KeyError or TypeError for anything else."""
    data: dict[str, Any] = json.loads(text)
    data["findings"] = tuple(_finding(each) for each in data["findings"])
    data["standings"] = {tag: _standing(each) for tag, each in (data["standings"] or {}).items()}
    data["since"] = date.fromisoformat(data["since"]) if data["since"] else None
    data["today"] = date.fromisoformat(data["today"]) if data["today"] else None
    data["days"] = tuple(date.fromisoformat(day) for day in data["days"])
    data["required"] = tuple(data["required"])
    data["about"] = about_from_json(data["about"])
    for name in ("redirects", "numbers", "contents"):
        data[name] = tuple((key, claimed, path, line, tag) for key, claimed, path, line, tag in data[name])
    data["anchors"] = tuple((Anchor(**anchor), a, b, path) for anchor, a, b, path in data["anchors"])
    data["waivers"] = tuple(_held(each) for each in data["waivers"])
    data["rows"] = {tag: tuple((a, b) for a, b in rows) for tag, rows in (data["rows"] or {}).items()}
    return Checked(**data)


def _held(data: dict[str, Any]) -> Held:
    waiver = data["waiver"]
    texts = tuple((tag, tuple(digests)) for tag, digests in waiver["texts"])
    days = {name: date.fromisoformat(waiver[name]) for name in ("on", "until")}
    lines = tuple((first, last) for first, last in data["lines"])
    return Held(**{**data, "waiver": Waiver(**{**waiver, **days, "texts": texts}), "lines": lines})


def _finding(data: dict[str, Any]) -> Finding:
    return Finding(**{**data, "severity": Severity(data["severity"]), "message": Message(**data["message"])})


def _standing(data: dict[str, Any]) -> Standing:
    accepted = date.fromisoformat(data["accepted"]) if data["accepted"] else None
    return Standing(State(data["state"]), accepted, data["pending"], tuple(data["changed"]), tuple(data["removed"]))


@dataclass(frozen=True, slots=True)
class Given:
    """What holds for every bundle."""

    tags: tuple[str, ...]
    registries: Registries
    today: date
    approving: Approving = ANY_NAME
    """What an approval needs."""
    issue: IssueRules = IssueRules()  # noqa: RUF009 - it is frozen
    """What holds for numbered issues."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What lies beside the texts in a bundle, as it was read."""

    accepted: Mapping[str, Accepted]
    """`translation.lock`."""
    approved: ApprovalLock | None = None
    approved_path: str = ""
    waivers: tuple[Waiver, ...] = ()
    waivers_path: str = ""


def check_bundle(
    bulletin: Bulletin,
    blocks: Mapping[str, tuple[Block, ...]],
    beside: Beside,
    told: Sequence[Finding],
    given: Given,
) -> Checked:
    """Check one bulletin; blocks are by locale tag, `told` is what reading it found."""
    findings = [*told, *check_metadata(bulletin, given.registries), *_too_long(bulletin, blocks)]
    findings += check_kind(bulletin, blocks, given.registries, given.issue)
    findings += approval_findings(bulletin, blocks, beside.approved, given.approving, beside.approved_path)
    sides = {tag: read(edition, blocks[tag][:MAX_BLOCKS]) for tag, edition in bulletin.editions.items()}
    source = bulletin.source
    anchors: list[tuple[Anchor, str, str, str]] = []
    compared: list[Compared] = []
    for tag, side in sides.items():
        if source is None or tag == source.locale or side.edition.translation is None:
            continue
        result = compare(bulletin, sides[source.locale], side)
        compared.append(Compared(source.locale, tag, result))
        findings += result.findings
        anchors += [(anchor, source.locale, tag, side.edition.path) for anchor in result.anchors]
    for side in sides.values():
        findings += check_alone(side, has_pair=bool(compared))
    findings += check_terms(bulletin, sides, compared, names_of(given.registries, given.tags))
    found = standings(bulletin, blocks, beside.accepted, given.today)
    for tag, stands in found.items():
        findings += state_findings(bulletin.editions[tag], stands, given.today)
    unreadable = {finding.locale for finding in told if finding.locale and finding.locale not in bulletin.editions}
    required = tuple(required_in(bulletin, given.tags))
    for tag in required:
        if tag not in bulletin.editions and tag not in unreadable:
            findings.append(missing(bulletin, tag))
            found[tag] = Standing(State.MISSING)
    alignments = {each.translation: each.result.alignment for each in compared}
    places = Places(bulletin, blocks, alignments) if beside.waivers else None
    translations = [edition.translation for edition in bulletin.editions.values() if edition.translation]
    return Checked(
        key=bulletin.key,
        findings=tuple(dict.fromkeys(findings)),
        section=bulletin.section,
        source=source.locale if source else "",
        required=required,
        standings=found,
        translation_status={tag: _status(side) for tag, side in sides.items() if side.edition.translation},
        is_draft=source is not None and source.shared.status in (Status.DRAFT, Status.REVIEW),
        words=_words(sides[source.locale]) if source else 0,
        about=about(bulletin),
        since=_since(bulletin),
        redirects=tuple(redirect_claims(bulletin)),
        numbers=numbers_of(bulletin),
        contents=contents_of(bulletin),
        anchors=tuple(anchors),
        paths={tag: edition.path for tag, edition in bulletin.editions.items()},
        days=tuple(each.checked for each in translations if each.checked),
        today=given.today,
        waivers=tuple(places.held(waiver) for waiver in beside.waivers) if places else (),
        waivers_path=beside.waivers_path,
        rows={tag: rows_of(alignment) for tag, alignment in alignments.items()},
    )


def _too_long(bulletin: Bulletin, blocks: Mapping[str, tuple[Block, ...]]) -> Iterator[Finding]:
    """Editions of more blocks than anybody reads, or the check compares while an editor waits."""
    for tag, edition in bulletin.editions.items():
        if len(blocks[tag]) > MAX_BLOCKS:
            sentence = message("too-many-blocks", found=len(blocks[tag]), limit=MAX_BLOCKS)
            line = blocks[tag][MAX_BLOCKS].line
            yield Finding("schema", Severity.ERROR, edition.path, line, sentence, edition.key, tag)


def _status(side: Read) -> str:
    translation = side.edition.translation
    status = translation.status if translation else None
    return status.value if isinstance(status, TranslationStatus) else ""


def _words(side: Read) -> int:
    kinds = (BlockKind.CODE, BlockKind.HTML)
    return sum(len(block.prose.split()) for block in side.blocks if block.kind not in kinds)


def _since(bulletin: Bulletin) -> date | None:
    shared = bulletin.shared
    days = [shared.date, shared.approved.on if shared.approved else None]
    if shared.embargo_until:
        days.append(day_of(shared.embargo_until))
    return max((day for day in days if day), default=None)
