"""`value-mismatch`, `number-format`, `added-conversion`: the quantities of two editions, block against block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from bulletin.checks.facts import SCANNERS, read_facts
from bulletin.checks.facts.describe import describe
from bulletin.checks.facts.matching import match_facts
from bulletin.checks.facts.tables import CURRENCIES
from bulletin.checks.references import without_references
from bulletin.checks.told import Sides, Told
from bulletin.model.alignment import Alignment
from bulletin.model.block import Block, BlockKind
from bulletin.model.catalogue import Words, message
from bulletin.model.fact import Fact, Family, Key, Strength

NEIGHBOURS = 2
"""How many blocks away a translator may have moved a sentence."""
_TODAY = re.compile(r"(?<![^\W_])(?:hôm nay|sáng nay|chiều nay|tối nay|today|this (?:morning|afternoon|evening))(?![^\W_])", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:about|around|approximately|roughly|nearly|some|equivalent|equal(?:ling)?|or|over|more than|almost|≈|~|khoảng|tương đương|xấp xỉ|gần|hơn|tức)[^.;]{0,24}$|\($|=\s*$",
    re.IGNORECASE,
)
_FREE = (BlockKind.CODE, BlockKind.HTML, BlockKind.RULE)


@dataclass(slots=True)
class _Unit:
    """Two texts that are compared: two blocks, or two cells; one of them is None where a block has no counterpart."""

    source: Block | None
    translation: Block | None
    left: list[Fact] = field(default_factory=list)
    """What of the source is still unmatched."""
    right: list[Fact] = field(default_factory=list)
    all_left: tuple[Fact, ...] = ()
    all_right: tuple[Fact, ...] = ()
    formats: list[tuple[Fact, Fact, bool]] = field(default_factory=list)
    """Facts that agree if one is read with the other locale's separators; whether that is the source's."""
    is_cell: bool = False

    @property
    def is_field(self) -> bool:
        """Whether it stands in the front matter."""
        block = self.source or self.translation
        return block is not None and block.kind.is_field


def facts_of(block: Block, tag: str) -> list[Fact]:
    """The quantities of a block; none in code, and none in a language without a grammar."""
    if tag not in SCANNERS or block.kind in _FREE or not block.prose:
        return []
    return read_facts(without_references(block.prose), tag)


def compare_values(
    alignment: Alignment, facts: dict[int, list[Fact]], sides: Sides, foreign: frozenset[int]
) -> Iterator[Told]:
    """Findings on the values; facts are by `id` of the block, `foreign` holds the blocks that are not translated."""
    units = list(_units(alignment, facts, sides, foreign))
    for unit in units:
        _match_unit(unit)
    formats = [told for unit in units for told in _formats(unit)]
    _match_neighbours(units)
    yield from _distinct(formats)
    for index, unit in enumerate(units):
        yield from _left_over(unit, index, units, sides)


def _distinct(formats: Iterable[Told]) -> Iterator[Told]:
    seen = set()
    for told in formats:
        if told not in seen:
            seen.add(told)
            yield told


def _units(alignment: Alignment, facts: dict[int, list[Fact]], sides: Sides, foreign: frozenset[int]) -> Iterator[_Unit]:
    for pair in alignment:
        source, translation = pair.source, pair.translation
        if (source is not None and id(source) in foreign) or (translation is not None and id(translation) in foreign):
            continue
        if source and translation and source.kind is BlockKind.ROW and len(source.cells) == len(translation.cells) > 1:
            yield from _cells(source, translation, facts)
            continue
        left = [_dated(fact, sides.day) for fact in facts.get(id(source), ())] if source else []
        right = [_dated(fact, sides.day) for fact in facts.get(id(translation), ())] if translation else []
        yield _Unit(source, translation, left, right)


def _cells(source: Block, translation: Block, facts: dict[int, list[Fact]]) -> Iterator[_Unit]:
    left, right = _by_cell(source, facts.get(id(source), [])), _by_cell(translation, facts.get(id(translation), []))
    for a, b in zip(left, right, strict=True):
        yield _Unit(source, translation, list(a), list(b), is_cell=True)


def _by_cell(block: Block, facts: Sequence[Fact]) -> list[list[Fact]]:
    """The facts of a row, cell by cell; prose joins the cells with ` | `."""
    found: list[list[Fact]] = []
    start = 0
    for cell in block.cells:
        end = start + len(cell)
        found.append([fact for fact in facts if start <= fact.start < end + 1])
        start = end + 3
    return found


def _dated(fact: Fact, day: date | None) -> Fact:
    """Put the year into "last year", by the bulletin's date."""
    if not any(key[0] == "y" for key in fact.keys):
        return fact
    keys: list[Key] = [("=", float(day.year + int(key[1]))) if key[0] == "y" and day else key for key in fact.keys]
    return Fact(fact.text, fact.start, fact.end, tuple(keys), (), (), fact.strength, fact.family)


# Matching


def _match_unit(unit: _Unit) -> None:
    unit.all_left, unit.all_right = tuple(unit.left), tuple(unit.right)
    if unit.source is None or unit.translation is None:
        return
    found = match_facts(unit.left, unit.right)
    unit.formats = [(unit.left[i], unit.right[j], True) for i, j in found.foreign_left]
    unit.formats += [(unit.left[i], unit.right[j], False) for i, j in found.foreign_right]
    unit.left = [unit.left[i] for i in found.left]
    unit.right = [unit.right[j] for j in found.right]


def _match_neighbours(units: Sequence[_Unit]) -> None:
    """Match what is left over with what is left over nearby: a sentence that moved, or a block that another took in."""
    for distance in range(1, NEIGHBOURS + 1):
        for index, unit in enumerate(units):
            if not unit.left or unit.is_cell:
                continue
            for other in (index - distance, index + distance):
                near = units[other] if 0 <= other < len(units) else None
                if near is None or not near.right or near.is_cell or unit.is_field != near.is_field:
                    continue
                found = match_facts(unit.left, near.right)
                unit.left = [unit.left[i] for i in found.left]
                near.right = [near.right[j] for j in found.right]


# What remains


def _formats(unit: _Unit) -> Iterator[Told]:
    source, translation = unit.source, unit.translation
    if source is None or translation is None:
        return
    for left, right, is_source in unit.formats:
        lines = (source.line_at(left.start), translation.line_at(right.start))
        found, expected = (left, right) if is_source else (right, left)
        parts = {"found": found.text, "other": expected.text, "line": lines[1 if is_source else 0], "meaning": describe(expected)}
        yield Told("number-format", lines[0 if is_source else 1], message("number-format", **parts), is_source)


def _malformed(block: Block, facts: Iterable[Fact], *, in_source: bool) -> Iterator[Told]:
    for fact in facts:
        if not fact.keys and fact.foreign:
            sentence = message("number-format-alone", found=fact.text)
            yield Told("number-format", block.line_at(fact.start), sentence, in_source)


def malformed_numbers(block: Block, tag: str) -> Iterator[Told]:
    """Numbers of an edition without a counterpart whose separators are plainly the other locale's."""
    yield from _malformed(block, facts_of(block, tag), in_source=True)


def _left_over(unit: _Unit, index: int, units: Sequence[_Unit], sides: Sides) -> Iterator[Told]:
    source, translation = unit.source, unit.translation
    if source is None or translation is None:
        return
    left_wrong = [fact for fact in unit.left if not fact.keys]
    right_wrong = [fact for fact in unit.right if not fact.keys]
    yield from _malformed(source, left_wrong, in_source=True)
    yield from _malformed(translation, right_wrong, in_source=False)
    left = [fact for fact in unit.left if fact.keys]
    right = [fact for fact in unit.right if fact.keys]
    if not left and not right:
        return
    near = [unit] if unit.is_cell else [each for each in units[max(0, index - 1) : index + 2] if not each.is_cell]
    here_left = {key for each in near for fact in each.all_left for key in fact.keys}
    here_right = {key for each in near for fact in each.all_right for key in fact.keys}
    text = f"{source.prose} {translation.prose}"
    pairs, left, right = _confused(left, right, is_cell=unit.is_cell)
    for one, other in pairs:
        yield _mismatch(source, translation, one, other)
    for fact in left:
        if fact.strength is Strength.STRONG and not _is_said(fact, here_right, is_cell=unit.is_cell) and not _is_supplied(fact, unit.left, sides, text):
            yield _missing(source, translation, fact)
    for fact in right:
        if fact.strength is Strength.STRONG and not _is_said(fact, here_left, is_cell=unit.is_cell) and not _is_supplied(fact, unit.right, sides, text):
            yield _added(source, translation, fact, unit)


def _confused(
    left: list[Fact], right: list[Fact], *, is_cell: bool
) -> tuple[list[tuple[Fact, Fact]], list[Fact], list[Fact]]:
    """Pair what each side has left over, if it is of one family: one of the two is the other's mistake."""
    pairs = []
    rest = list(right)
    alone = []
    for fact in left:
        close = [other for other in rest if _is_kin(fact, other)]
        if not close or (fact.strength is Strength.OPTIONAL and not is_cell):
            alone.append(fact)
            continue
        other = min(close, key=lambda each: (each.family is not fact.family, each.strength is not fact.strength, _unit_of(each) != _unit_of(fact), abs(each.start - fact.start)))
        rest.remove(other)
        pairs.append((fact, other))
    return pairs, alone, rest


_KIN = {
    Family.ORDINAL: frozenset((Family.ORDINAL, Family.NUMBER)),
    Family.NUMBER: frozenset((Family.ORDINAL, Family.NUMBER, Family.YEAR, Family.CODE)),
    Family.YEAR: frozenset((Family.YEAR, Family.NUMBER)),
    Family.CODE: frozenset((Family.CODE, Family.NUMBER)),
}


def _is_kin(one: Fact, other: Fact) -> bool:
    """Whether two facts that nothing matches can be one fact told wrongly."""
    weak = {one.strength, other.strength} - {Strength.STRONG}
    if Strength.OPTIONAL in weak:
        return False
    if weak and one.strength is other.strength:
        return one.family is other.family
    return other.family in _KIN.get(one.family, {one.family})


def _unit_of(fact: Fact) -> str:
    return next((str(key[1]) for key in fact.keys if key[0] == "u"), "")


def _is_said(fact: Fact, said: set[Key], *, is_cell: bool) -> bool:
    """Whether the other edition states a fact close by, if not as often: translators repeat, or say "that year"."""
    if is_cell:
        return False
    return any(key in said or (key[0] == "D" and ("d*", *key[1:]) in said) for key in fact.keys)


def _is_supplied(fact: Fact, beside: Iterable[Fact], sides: Sides, text: str) -> bool:
    """Whether the bulletin's date says what one of the texts leaves out."""
    day = sides.day
    if day is None:
        return False
    if fact.month:
        return fact.month == day.month
    dates = [key for key in fact.keys if key[0] == "d"]
    if dates:
        return ("d", day.day, day.month) in dates and bool(_TODAY.search(text))
    if not fact.year:
        return False
    if fact.year == day.year:
        return True
    del beside
    months = fact.year * 12 + 6 - (day.year * 12 + day.month)
    return abs(months) <= YEAR_REACH and _has_own_day(fact)


def _has_own_day(fact: Fact) -> bool:
    """Whether a year stands in a date: "15 March 2026"."""
    return not fact.text.strip().isdigit()


# Sentences


def _mismatch(source: Block, translation: Block, one: Fact, other: Fact) -> Told:
    parts = {"found": other.text, "expected": one.text, "line": source.line_at(one.start), "meaning": describe(one)}
    return Told("value-mismatch", translation.line_at(other.start), message("value-mismatch", **parts))


def _missing(source: Block, translation: Block, fact: Fact) -> Told:
    parts = {"expected": fact.text, "line": source.line_at(fact.start), "meaning": describe(fact), "text": _quoted(translation)}
    return Told("value-mismatch", translation.line, message("value-missing", **parts))


def _added(source: Block, translation: Block, fact: Fact, unit: _Unit) -> Told:
    line = translation.line_at(fact.start)
    parts: dict[str, object] = {"found": fact.text, "line": source.line, "text": _quoted(source)}
    if _is_conversion(translation, fact, unit):
        return Told("added-conversion", line, message("added-conversion", **parts))
    return Told("value-mismatch", line, message("value-added", meaning=describe(fact), **parts))


def _is_conversion(translation: Block, fact: Fact, unit: _Unit) -> bool:
    """Whether a translator has converted an amount that the source states: "(about USD 50 million)"."""
    name = _unit_of(fact)
    if not name or name == "%":
        return False
    kind = CURRENCIES if name in CURRENCIES else frozenset(_CONVERTED.get(name, ()))
    others = {_unit_of(other) for other in unit.all_right if other is not fact} - {name, ""}
    before = translation.prose[max(0, fact.start - 40) : fact.start]
    return bool(others & (kind | {"m²", "m", "kg", "nmi", "°C"} if name not in CURRENCIES else kind)) and bool(_ABOUT.search(before))


_CONVERTED = {"mi": ("m",), "nmi": ("m",), "m": ("nmi", "mi")}
YEAR_REACH = 9
"""Months from the bulletin's date within which nobody mistakes the year of a day and month."""


def _quoted(block: Block) -> Words:
    text = " ".join(block.text.split())
    shown = text if len(text) <= 60 else f"{text[:59]}…"  # noqa: PLR2004 - a line of a message
    return Words(shown, shown)
