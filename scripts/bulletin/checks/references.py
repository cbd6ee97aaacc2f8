"""`reference-mismatch`: numbers of documents, and whether their letters fit the kind of document that they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from bulletin.checks.told import Spot, Told
from bulletin.model.alignment import Alignment
from bulletin.model.block import Block, BlockKind
from bulletin.model.catalogue import message
from bulletin.model.documents import KINDS, REFERENCE, first_letters, number_key, shown

_NUMBERED = re.compile(
    r"\b(?:số|Số|No\.?|no\.?|Nos\.?|number) ?(?P<number>\d{1,6}[a-zA-Z]?)"
    r"[-‑–/](?P<letters>[A-ZĐ][A-Za-zĐđ]{0,7})(?!\w)(?![-‑–/.][A-ZĐ])"
)
"""Numbers of other shapes, which only the word before them tells from a size or a house."""
_SHORT = re.compile(
    r"[ \xa0](\d{1,4}(?:/(?:19|20)\d\d)?)(?![\w%/-]|[.,:]\d"
    r"| (?:năm|điểm|triệu|tỷ|trang|tháng|million|billion|pages))"
)
_SHORT_NAME = re.compile(
    r"\b(?:nghị quyết|nghị định|chỉ thị|kết luận|quyết định|thông tư|luật|đề án|quy định|pháp lệnh"
    r"|resolution|decree|directive|conclusion|decision|circular|law|project|scheme|regulation|ordinance)s?"
    r"(?: số| no\.?| number)?\s$"
)
MAX_NAME = 24
"""Characters before such a number in which its kind is looked for."""
"""A document that is named by its number alone: "Nghị quyết 57"."""
_LIKE = re.compile(r"\d{1,6}[a-zA-Z]?[-‑–/][A-ZĐ]\w*(?:[-‑–/.&][A-ZĐ]\w*)*")
_MAY_BE = re.compile(r"\d[A-Za-z]?[-‑–/]")
"""What every reference holds: a quick look before the long one."""
_NOT_READ = (BlockKind.CODE, BlockKind.HTML)
_KINDS = [
    sorted({name for names in KINDS.values() for name in names[index]}, key=len, reverse=True) for index in (0, 1)
]
_NAMED = {
    tag: re.compile(
        rf"(?<!\w)({'|'.join(_KINDS[index])})"
        rf"\s+(?:{number}:?\s*|hành động số\s*)?$",
        re.IGNORECASE,
    )
    for index, (tag, number) in enumerate((("vi", "số"), ("en", r"(?:no|number)\.?")))
}


class Reference(NamedTuple):
    """The number of a document in a text."""

    text: str
    key: str
    """Comparable: without diacritics, in capitals, with one kind of dash."""
    line: int
    start: int = 0
    """Offset in the prose of its block."""

    @property
    def number(self) -> str:
        """Its digits."""
        return re.split(r"[-/]", self.key, maxsplit=1)[0]

    @property
    def letters(self) -> str:
        """All behind the number and the year."""
        return re.sub(r"^[^-/]*[-/](?:\d+/)?", "", self.key)


@dataclass(slots=True)
class _Unit:
    source: Block
    translation: Block
    left: list[Reference]
    right: list[Reference]
    short: tuple[list[Reference], list[Reference]]


@lru_cache(maxsize=512)
def _may_refer(prose: str) -> bool:
    """Whether a text can hold the number of a document; each is asked about five times."""
    return _MAY_BE.search(prose) is not None


def read_references(block: Block) -> list[Reference]:
    """The document numbers of a block."""
    if block.kind in _NOT_READ or not _may_refer(block.prose):
        return []
    return [_reference(block, match, match.start()) for match in REFERENCE.finditer(block.prose)]


def _numbered(block: Block, certain: Sequence[Reference]) -> list[Reference]:
    """Numbers that may be those of documents: reported only where the other edition does not have them anyhow."""
    known = {reference.start for reference in certain}
    found = (match for match in _NUMBERED.finditer(block.prose) if match.start("number") not in known)
    return [_reference(block, match, match.start("number")) for match in found]


def _short(block: Block) -> list[Reference]:
    """Documents that are named by a number alone."""
    if block.kind in _NOT_READ:
        return []
    prose = block.prose
    return [
        Reference(match[1], number_key(match[1]), block.line_at(match.start(1)))
        for match in _SHORT.finditer(prose)
        if _SHORT_NAME.search(prose[max(0, match.start(1) - MAX_NAME) : match.start(1)].lower())
    ]


def _reference(block: Block, match: re.Match[str], start: int) -> Reference:
    text = block.prose[start : match.end()]
    return Reference(text, number_key(text), block.line_at(start), start)


def without_references(prose: str) -> str:
    """A text of the same length in which document numbers are holes, so that nobody takes 72/2015 for a date."""
    if not _may_refer(prose):
        return prose
    return REFERENCE.sub(lambda match: "\ufffc" * len(match[0]), prose)


def compare_references(alignment: Alignment, foreign: frozenset[int]) -> Iterator[Told]:
    """Findings on the document numbers of two editions: each stands in the other, if not always as often."""
    units, gone_left, gone_right = _units(alignment, foreign)
    if not units:
        return
    in_source = {ref.key for unit in units for ref in unit.left} | gone_left
    in_translation = {ref.key for unit in units for ref in unit.right} | gone_right
    if in_source != in_translation:
        in_source |= _like(unit.source for unit in units)
        in_translation |= _like(unit.translation for unit in units)
    shorts = [{ref.key for unit in units for ref in unit.short[side]} for side in (0, 1)]
    for unit in units:
        left = [ref for ref in _unique(unit.left) if ref.key not in in_translation and _stem(ref) not in shorts[1]]
        right = [ref for ref in _unique(unit.right) if ref.key not in in_source and _stem(ref) not in shorts[0]]
        yield from _unit(unit, left, right)
        if not left and not right:
            yield from _exchanged(unit)
    numbers = [{ref.number for ref in each} | {_stem(ref) for ref in each} for each in (_all(units, 0), _all(units, 1))]
    for unit in units:
        ours = [ref for ref in _unique(unit.short[0]) if ref.key not in shorts[1] and ref.key not in numbers[1]]
        theirs = [ref for ref in _unique(unit.short[1]) if ref.key not in shorts[0] and ref.key not in numbers[0]]
        yield from (_mismatch(one, other) for one, other in zip(ours, theirs, strict=False))


def _like(blocks: Iterable[Block]) -> set[str]:
    """Whatever looks like a number of a document, if only a little: enough to say that it is there."""
    return {number_key(match) for block in blocks for match in _LIKE.findall(block.prose)}


def _all(units: Iterable[_Unit], side: int) -> list[Reference]:
    return [ref for unit in units for ref in (unit.right if side else unit.left)]


def _stem(reference: Reference) -> str:
    """The number, with the year if it has one: 72/2015."""
    number, _, rest = reference.key.partition("/")
    year = rest.partition("/")[0]
    return f"{number}/{year}" if year.isdigit() else reference.number


def _unit(unit: _Unit, left: list[Reference], right: list[Reference]) -> Iterator[Told]:
    for one, other in zip(left, right, strict=False):
        yield _mismatch(one, other)
    for one in left[len(right) :]:
        instead = next((ref for ref in unit.right if ref.key != one.key), None)
        if instead is not None and len(unit.right) >= len(unit.left):
            yield _mismatch(one, instead)  # another document of this bulletin stands in its place
        else:
            parts = {"expected": one.text, "line": one.line, "text": _quote(unit.translation)}
            spots = (Spot(one.text, one.line, in_source=True),)
            line = unit.translation.line
            yield Told("reference-mismatch", line, message("reference-missing", **parts), spots=spots)
    for other in right[len(left) :]:
        parts = {"found": other.text, "line": unit.source.line, "text": _quote(unit.source)}
        spots = (Spot(other.text, other.line, in_source=False),)
        yield Told("reference-mismatch", other.line, message("reference-added", **parts), spots=spots)


def _exchanged(unit: _Unit) -> Iterator[Told]:
    """Two documents of one kind in one block, of which each stands elsewhere in the other edition too."""
    ours, theirs = {ref.key for ref in unit.left}, {ref.key for ref in unit.right}
    left = [ref for ref in _unique(unit.left) if ref.key not in theirs]
    right = [ref for ref in _unique(unit.right) if ref.key not in ours]
    if len(left) == len(right) == 1 and left[0].letters == right[0].letters:
        yield _mismatch(left[0], right[0])


def _mismatch(one: Reference, other: Reference) -> Told:
    parts = {"found": other.text, "expected": one.text, "line": one.line}
    spots = Spot(one.text, one.line, in_source=True), Spot(other.text, other.line, in_source=False)
    return Told("reference-mismatch", other.line, message("reference-mismatch", **parts), spots=spots)


def _quote(block: Block) -> str:
    return " ".join(block.text.split())


def _units(alignment: Alignment, foreign: frozenset[int]) -> tuple[list[_Unit], set[str], set[str]]:
    units = []
    gone_left: set[str] = set()
    gone_right: set[str] = set()
    for pair in alignment:
        left = _of(pair.source)
        right = _of(pair.translation)
        blocks = pair.both
        if blocks is None or id(blocks[0]) in foreign or id(blocks[1]) in foreign:
            gone_left |= {ref.key for ref in left}
            gone_right |= {ref.key for ref in right}
            continue
        short = _short(blocks[0]), _short(blocks[1])
        if left or right or any(short):
            units.append(_Unit(*blocks, left, right, short))
    return units, gone_left, gone_right


def _of(block: Block | None) -> list[Reference]:
    if block is None or not _may_refer(block.prose):
        return []
    certain = read_references(block)
    return certain if block.kind in _NOT_READ else [*certain, *_numbered(block, certain)]


def _unique(references: Iterable[Reference]) -> list[Reference]:
    return list({ref.key: ref for ref in references}.values())


def wrong_letters(block: Block, tag: str) -> Iterator[Told]:
    """Document numbers whose letters are not those of the kind that stands before them."""
    if tag not in _NAMED or block.kind in _NOT_READ or not _may_refer(block.prose):
        return
    index = 0 if tag == "vi" else 1
    for match in REFERENCE.finditer(block.prose):
        letters = match["of_year"] or match["two"] or match["one"] or match["known"]
        head = first_letters(letters)
        named = _NAMED[tag].search(block.prose[max(0, match.start() - 40) : match.start()]) if head in KINDS else None
        if named is None or named[1].lower() in KINDS[head][index]:
            continue
        kind = named[1].lower()
        expected = next((head for head, names in KINDS.items() if kind in names[index]), "")
        if not expected:  # "Subm\u0130ss\u0130on", which a pattern without case takes for a kind
            continue
        parts = {"found": match[0], "kind": named[1], "expected": shown(expected)}
        yield Told(
            "reference-mismatch", block.line_at(match.start()), message("reference-letters", **parts), in_source=True
        )
