"""Two editions of a bulletin next to each other: block by block, with the findings where they belong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from bulletin.checks.pair import align_editions, compare, read
from bulletin.checks.told import Spot
from bulletin.model.alignment import Pair
from bulletin.model.block import Block, BlockKind
from bulletin.model.bulletin import Bulletin, Edition
from bulletin.model.finding import Finding
from bulletin.model.state import Accepted, Standing
from bulletin.reports.dashboard.words import Piece, Span, compared, plain

MAX_BLOCKS = 800
"""Of an edition: more than that is no bulletin, and nobody reads it in two columns."""
_SPOTTED = frozenset(("value-mismatch", "number-format", "added-conversion", "reference-mismatch"))
"""Rules that know which words they are about."""
_FOREIGN = "untranslated-block"
"""The rule that is about all words of a block."""


Blocks = Mapping[str, tuple[Block, ...]]
"""By locale tag."""
Gone = tuple[tuple[str, ...], tuple[str, ...]]
"""Digests of blocks that were there once: of the source, of the translation."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One block of one edition; or one that is gone."""

    kind: str
    """Of the block."""
    line: int
    """1-based; 0 for a block that is gone."""
    pieces: tuple[Piece, ...]
    is_changed: bool = False
    """Whether it changed since the two were last accepted."""
    is_unknown: bool = False
    """Whether nobody can say what it was before."""


@dataclass(frozen=True, slots=True)
class Row:
    """Two cells that say the same, and what is wrong with them."""

    source: Cell | None
    translation: Cell | None
    is_moved: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing to look at."""
        cells = [cell for cell in (self.source, self.translation) if cell is not None]
        return not self.findings and len(cells) == 2 and not any(cell.is_changed for cell in cells)  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class Old:
    """What git knows of blocks that have changed: digest → text, of each edition."""

    source: Mapping[str, str] = field(default_factory=dict)
    translation: Mapping[str, str] = field(default_factory=dict)
    is_asked: bool = True
    """Whether git was asked at all."""


@dataclass(frozen=True, slots=True)
class Sides:
    """One pair of editions."""

    source_tag: str
    translation_tag: str
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    """Those that no block has."""
    is_alone: bool = False
    """Whether there is no translation."""
    is_cut: bool = False
    """Whether there are more blocks than are shown."""
    is_asked: bool = True
    """Whether git was asked for old texts."""


def gone(accepted: Accepted | None, stands: Standing | None, bulletin: Bulletin, blocks: Blocks, tag: str) -> Gone:
    """What was there when a translation was accepted, and is no more."""
    source = bulletin.source
    if accepted is None or source is None or stands is None or stands.pending or accepted.of != source.locale:
        return (), ()
    now = {block.digest for block in blocks[source.locale]}, {block.digest for block in blocks[tag]}
    return (
        tuple(digest for digest in accepted.source if digest not in now[0]),
        tuple(digest for digest in accepted.translation if digest not in now[1]),
    )


def side_by_side(  # noqa: PLR0913, PLR0917 - the two editions, what is wrong with them, what they were
    bulletin: Bulletin, blocks: Blocks, tag: str, findings: Sequence[Finding], accepted: Accepted | None, old: Old
) -> Sides:
    """Put a translation next to its source; `accepted` is None where nothing is to be said of changes."""
    source, translation = bulletin.source, bulletin.editions.get(tag)
    if source is None:
        return Sides("", tag, (), tuple(findings))
    ours = blocks[source.locale][:MAX_BLOCKS]
    is_cut = len(blocks[source.locale]) > MAX_BLOCKS
    spots: list[Spot] = []
    if translation is None:
        pairs = [Pair(block, None) for block in ours]
        theirs: tuple[Block, ...] = ()
    else:
        theirs = blocks[tag][:MAX_BLOCKS]
        is_cut = is_cut or len(blocks[tag]) > MAX_BLOCKS
        pairs, spots = _aligned(bulletin, (source, ours), (translation, theirs), findings)
    places = _Places(source, ours, translation, theirs, findings)
    before = (
        _changes(accepted.source, ours, old.source) if accepted else _Changes(),
        _changes(accepted.translation, theirs, old.translation) if accepted else _Changes(),
    )
    rows = _rows(pairs, places, spots, before)
    return Sides(
        source.locale,
        tag,
        tuple(rows),
        tuple(places.general),
        is_alone=translation is None,
        is_cut=is_cut,
        is_asked=old.is_asked,
    )


def _aligned(
    bulletin: Bulletin,
    source: tuple[Edition, tuple[Block, ...]],
    translation: tuple[Edition, tuple[Block, ...]],
    findings: Iterable[Finding],
) -> tuple[list[Pair], list[Spot]]:
    left, right = read(*source), read(*translation)
    wanted = {_name(finding) for finding in findings if finding.rule in _SPOTTED}
    if not wanted:
        return list(align_editions(left, right)), []
    result = compare(bulletin, left, right)
    spots = [spot for finding, found in result.spots.items() if _name(finding) in wanted for spot in found]
    return list(result.alignment), spots


def _name(finding: Finding) -> tuple[str, str, int, str]:
    """What a finding is, whatever the policy makes of it."""
    return finding.rule, finding.path, finding.line, finding.message.en


class _Places:
    """Which block each finding is about."""

    def __init__(
        self,
        source: Edition,
        ours: Sequence[Block],
        translation: Edition | None,
        theirs: Sequence[Block],
        findings: Iterable[Finding],
    ) -> None:
        self.of_block: dict[int, list[Finding]] = {}
        self.general: list[Finding] = []
        for finding in findings:
            block = None
            if finding.path == source.path:
                block = _block_at(ours, finding.line, source.body_line)
            elif translation is not None and finding.path == translation.path:
                block = _block_at(theirs, finding.line, translation.body_line)
            if block is None:
                self.general.append(finding)
            else:
                self.of_block.setdefault(id(block), []).append(finding)

    def at(self, *blocks: Block | None) -> tuple[Finding, ...]:
        """The findings on some blocks."""
        return tuple(dict.fromkeys(finding for block in blocks for finding in self.of_block.get(id(block), ())))


def _block_at(blocks: Sequence[Block], line: int, body_line: int) -> Block | None:
    """The block on whose lines a line lies; of the front matter only one that begins there."""
    if line < body_line:
        return next((block for block in blocks if block.line == line and block.kind.is_field), None)
    before = [block for block in blocks if block.line <= line and not block.kind.is_field]
    return max(before, key=lambda block: block.line, default=None)


@dataclass(slots=True)
class _Changes:
    """What became of the blocks of an edition since it was accepted."""

    new: dict[int, str] = field(default_factory=dict)
    """`id` of a block that is new → the digest of the one whose place it took; empty for none."""
    removed: dict[int, list[str]] = field(default_factory=dict)
    """`id` of a block → digests of those that stood before it; under 0 those at the end."""
    texts: Mapping[str, str] = field(default_factory=dict)


def _changes(was: Sequence[str], now: Sequence[Block], texts: Mapping[str, str]) -> _Changes:
    found = _Changes(texts=texts)
    digests = [block.digest for block in now]
    if list(was) == digests:
        return found
    moved = set(was) & set(digests)
    for _, a, b, c, d in SequenceMatcher(None, was, digests, autojunk=False).get_opcodes():
        old = [digest for digest in was[a:b] if digest not in moved]
        new = [block for block, digest in zip(now[c:d], digests[c:d], strict=True) if digest not in moved]
        for index, block in enumerate(new):
            found.new[id(block)] = old[index] if index < len(old) else ""
        if old[len(new) :]:
            found.removed.setdefault(id(now[d]) if d < len(now) else 0, []).extend(old[len(new) :])
    return found


def _rows(
    pairs: Sequence[Pair], places: _Places, spots: Sequence[Spot], before: tuple[_Changes, _Changes]
) -> Iterator[Row]:
    marks = _Marks(pairs, spots)
    for pair in pairs:
        for side, block in enumerate((pair.source, pair.translation)):
            yield from _removed(before[side].removed.get(id(block), ()) if block else (), before[side], side)
        cells = [
            _cell(block, before[side], marks.of(block), places.at(block)) if block else None
            for side, block in enumerate((pair.source, pair.translation))
        ]
        yield Row(cells[0], cells[1], pair.is_moved, places.at(pair.source, pair.translation))
    for side in (0, 1):
        yield from _removed(before[side].removed.get(0, ()), before[side], side)


def _removed(digests: Iterable[str], changes: _Changes, side: int) -> Iterator[Row]:
    for digest in digests:
        text = changes.texts.get(digest, "")
        cell = Cell("gone", 0, (Piece(text, "old"),) if text else (), is_changed=True, is_unknown=not text)
        yield Row(None, cell) if side else Row(cell, None)


def _cell(block: Block, changes: _Changes, spans: list[Span], findings: Iterable[Finding]) -> Cell:
    text = shown(block)
    if any(finding.rule == _FOREIGN for finding in findings):
        spans = [(0, len(text))]
    if id(block) not in changes.new:
        return Cell(block.kind.value, block.line, tuple(plain(text, spans)))
    digest = changes.new[id(block)]
    before = changes.texts.get(digest)
    if before is not None and before.split() != text.split():
        pieces = compared(before, " ".join(text.split()) if not spans else text, spans)
    else:
        pieces = plain(text, spans) if digest else [Piece(text, "new")]
    return Cell(
        block.kind.value, block.line, tuple(pieces), is_changed=True, is_unknown=bool(digest) and before is None
    )


def shown(block: Block) -> str:
    """What a reader reads of a block, its pictures' texts included."""
    parts = [block.text, *(text for figure in block.figures for text in (figure.alt, figure.caption) if text)]
    if block.kind is BlockKind.PICTURE:
        parts = parts[1:]
    return "\n".join(part for part in parts if part.strip())


class _Marks:
    """Where in each block the words stand that findings are about."""

    def __init__(self, pairs: Iterable[Pair], spots: Iterable[Spot]) -> None:
        self.spans: dict[int, list[Span]] = {}
        both = list(pairs)
        sides = [pair.source for pair in both if pair.source], [pair.translation for pair in both if pair.translation]
        for spot in spots:
            self._find(sides[0] if spot.in_source else sides[1], spot)

    def of(self, block: Block) -> list[Span]:
        """The marked spans of what is shown of a block."""
        return self.spans.get(id(block), [])

    def _find(self, blocks: Iterable[Block], spot: Spot) -> None:
        """In the last block that begins no later than the line; there from the line on, at the first that is free."""
        near = [block for block in blocks if block.line <= spot.line and spot.text in shown(block)]
        block = max(near, key=lambda each: each.line, default=None)
        if block is None:
            return
        text = shown(block)
        lines = text.split("\n")
        start = sum(len(line) + 1 for line in lines[: max(0, min(spot.line - block.line, len(lines) - 1))])
        taken = self.spans.setdefault(id(block), [])
        whole = re.compile(rf"(?<!\w){re.escape(spot.text)}(?!\w)")
        for begin in (start, 0):
            for match in whole.finditer(text, begin):
                if match.span() not in taken:
                    taken.append(match.span())
                    return
        at = text.find(spot.text, start)
        if at >= 0:
            taken.append((at, at + len(spot.text)))
