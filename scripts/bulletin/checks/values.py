"""`value-mismatch`, `number-format`, `added-conversion`: the quantities of two editions, block against block."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

from bulletin.checks.facts import SCANNERS, read_facts
from bulletin.checks.facts.describe import describe
from bulletin.checks.facts.keys import rounded
from bulletin.checks.facts.matching import Matching, match_facts
from bulletin.checks.facts.tables import CURRENCIES
from bulletin.checks.references import without_references
from bulletin.checks.told import Sides, Spot, Told
from bulletin.model.alignment import Alignment
from bulletin.model.block import Block, BlockKind
from bulletin.model.catalogue import Words, message
from bulletin.model.fact import Fact, Family, Key, Strength

SMALL = 31
"""Up to it a number without a unit may be a day, an item, a count: the same number nearby is no evidence."""
NEIGHBOURS = 2
"""How many blocks away a translator may have moved a sentence."""
_NEAR_DAY = re.compile(
    r"(?<![^\W_])(?:(?:hôm|sáng|trưa|chiều|tối|đêm|ngày) (?:sau|trước|đó|ấy|hôm)|ngày mai|hôm qua|cùng ngày|hôm kia|"
    r"tháng sau|tháng tới|next month|yesterday|tomorrow|(?:day|night|evening|morning) (?:before|after)|"
    r"(?:the|that)(?: very)? (?:next|following|same|previous|very) (?:day|morning|afternoon|evening|night)|"
    r"(?:next|following|same|previous|that) (?:day|morning|afternoon|evening|night))(?![^\W_])",
    re.IGNORECASE,
)
_NEAR_MONTH = re.compile(
    r"(?<![^\W_])(?:(?:cùng|trong) tháng|tháng (?:sau|trước|tới|kế tiếp|đó|ấy|này)|"
    r"(?:next|following|same|previous|preceding|that|this|last) month|month (?:before|after|earlier|later))(?![^\W_])",
    re.IGNORECASE,
)
_NEAR_PERIOD = re.compile(
    r"(?<![^\W_])(?:(?:the|this|that|same|previous|following|next|last) (?:quarter|half)(?! of)|"
    r"quý (?:này|trước|sau|đó)|trong quý(?! [IVX\d])|cùng quý|cùng kỳ|same period)(?![^\W_])",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"(?<![^\W_])(?:hôm nay|sáng nay|chiều nay|tối nay|today|this (?:morning|afternoon|evening))(?![^\W_])",
    re.IGNORECASE,
)
_LESSER = ("~", "d*", "q3", "h6", "3m", "6m", "e", "f")
"""Readings that say too little to show that a fact is stated."""
_OTHER_YEAR = re.compile(
    r"năm (?:trước|sau|tới|tiếp|kế|ngoái|nay)(?![^\W_])|"
    r"(?:previous|following|next|last|this|preceding) year|year (?:before|earlier|after)",
    re.IGNORECASE,
)
_WRITTEN = re.compile(r"\d|\b[IVX]{2,}\b|\b(?:hundred|thousand|million|billion|trillion|trăm|nghìn|ngàn|triệu|tỷ|tỉ)\b")
"""Digits, Roman numerals and large numbers in words."""
_ABOUT = re.compile(
    r"(?:about|around|approximately|roughly|nearly|some|equivalent|equal(?:ling)?|or|over|more than|almost|≈|~|"
    r"khoảng|tương đương|xấp xỉ|gần|hơn|tức)[^.;]{0,24}$|\($|=\s*$",
    re.IGNORECASE,
)
LEAST_COUNT = 7
"""The least number in words that is told by itself where the other edition does not state it: smaller ones are often
left out, as the corpus shows."""
LEAST_DEFINITE = 10
"""The same behind "the": of "the six months" the length is known."""
DECADES = 240
"""Months from which on even a small number of decades is told."""
COMMON_SHARES = (0.5, rounded(1 / 3))
"""Shares that good prose leaves out or says otherwise: "half", "a third"."""
LEAST_MEASURE = 4
"""The same with a unit: "six nights"."""
_DEFINITE = re.compile(r"(?<![^\W_])(?:the|these|those|all|his|her|its|their|our)\s$", re.IGNORECASE)
_LASTS = re.compile(
    r"(?<![^\W_])(?:trong|mất|kéo dài|khoảng|hơn|gần|suốt|từ|còn|chừng|thêm|sớm|chậm)\s$", re.IGNORECASE
)
"""Words before hours that last, rather than a time of day."""
_SENTENCE = re.compile(r"(?<=[.!?:])\s")
_LIST_MARK = re.compile(r"[,;]\s|\s(?:và|and|cùng|or|hoặc)\s")
_FREE = (BlockKind.CODE, BlockKind.HTML, BlockKind.RULE)

MOST = 60
"""Quantities of one block that are told: a block that is all wrong needs no list of thousands."""


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
    doubtful_left: list[Fact] = field(default_factory=list)
    """What of the source only an optional fact stands for."""
    doubtful_right: list[Fact] = field(default_factory=list)
    prizes: list[tuple[Fact, Fact]] = field(default_factory=list)
    """Ranks of prizes that contradict one another."""
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
    alignment: Alignment, facts: Mapping[int, list[Fact]], sides: Sides, foreign: frozenset[int]
) -> Iterator[Told]:
    """Findings on the values; facts are by `id` of the block, `foreign` holds the blocks that are not translated.

    None where one of the two languages has no grammar here.
    """
    if sides.source_tag not in SCANNERS or sides.translation_tag not in SCANNERS:
        return
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


Scales = dict[tuple[int, int, int], float]
"""(Number of a table in the source, in the translation, index of a column) → how many of the translation's units make
one of the source's."""


def _scales(alignment: Alignment, facts: Mapping[int, list[Fact]]) -> Scales:
    """Columns whose heads name two units of one kind, tạ/ha and tonnes/ha, and whose cells are converted so."""
    heads: Scales = {}
    found: Scales = {}
    for pair in alignment:
        source, translation = pair.source, pair.translation
        if (
            source is None
            or translation is None
            or source.kind is not BlockKind.ROW
            or len(source.cells) != len(translation.cells)
        ):
            continue
        left, right = _by_cell(source, facts.get(id(source), [])), _by_cell(translation, facts.get(id(translation), []))
        for column, (a, b) in enumerate(zip(left, right, strict=True)):
            place = (source.top, translation.top, column)
            ratio = _ratio_of_units(a, b)
            if ratio is not None:
                heads[place] = ratio
            elif place in heads and len(a) == len(b) == 1 and _scaled(a[0], heads[place]).keys[0] == b[0].keys[0]:
                found[place] = heads[place]
    return found


def _ratio_of_units(left: Sequence[Fact], right: Sequence[Fact]) -> float | None:
    one = next((fact.keys[0] for fact in left if fact.family is Family.UNIT), None)
    other = next((fact.keys[0] for fact in right if fact.family is Family.UNIT), None)
    if one is None or other is None or one[1] != other[1] or one[2] == other[2]:
        return None
    return float(one[2]) / float(other[2])


def _scaled(fact: Fact, ratio: float) -> Fact:
    keys: list[Key] = [("=", rounded(float(key[1]) * ratio)) for key in fact.keys if key[0] == "="]
    return fact._replace(keys=tuple(keys)) if keys else fact


def _units(
    alignment: Alignment, facts: Mapping[int, list[Fact]], sides: Sides, foreign: frozenset[int]
) -> Iterator[_Unit]:
    scales = _scales(alignment, facts)
    for pair in alignment:
        source, translation = pair.source, pair.translation
        if (source is not None and id(source) in foreign) or (translation is not None and id(translation) in foreign):
            continue
        if source and translation and source.kind is BlockKind.ROW and len(source.cells) == len(translation.cells) > 1:
            yield from _cells(source, translation, facts, scales, sides.day)
            continue
        if source and translation and source.figures and len(source.figures) == len(translation.figures):
            yield from _pictures(source, translation, sides)
        left = [_dated(fact, sides.day) for fact in facts.get(id(source), ())] if source else []
        right = [_dated(fact, sides.day) for fact in facts.get(id(translation), ())] if translation else []
        # A field of a type means one thing, as a cell does: the capital that is sought stands nowhere but in `capital`.
        is_alone = source is not None and source.kind is BlockKind.FIELD
        yield _Unit(source, translation, left, right, is_cell=is_alone)


def _pictures(source: Block, translation: Block, sides: Sides) -> Iterator[_Unit]:
    """The texts of pictures, each against its own counterpart."""
    for one, other in zip(source.figures, translation.figures, strict=True):
        for kind, mine, theirs in (
            (BlockKind.ALT, one.alt, other.alt),
            (BlockKind.CAPTION, one.caption, other.caption),
        ):
            if mine and theirs:
                blocks = Block(kind, mine, mine, one.line), Block(kind, theirs, theirs, other.line)
                left, right = facts_of(blocks[0], sides.source_tag), facts_of(blocks[1], sides.translation_tag)
                yield _Unit(
                    *blocks,
                    [_dated(fact, sides.day) for fact in left],
                    [_dated(fact, sides.day) for fact in right],
                    is_cell=True,
                )


def _cells(
    source: Block, translation: Block, facts: Mapping[int, list[Fact]], scales: Scales, day: date | None
) -> Iterator[_Unit]:
    left, right = _by_cell(source, facts.get(id(source), [])), _by_cell(translation, facts.get(id(translation), []))
    for column, (a, b) in enumerate(zip(left, right, strict=True)):
        ratio = scales.get((source.top, translation.top, column))
        if ratio is not None:
            a = [_scaled(fact, ratio) for fact in a if fact.family is not Family.UNIT]  # noqa: PLW2901
            b = [fact for fact in b if fact.family is not Family.UNIT]  # noqa: PLW2901
        yield _Unit(
            source, translation, [_dated(each, day) for each in a], [_dated(each, day) for each in b], is_cell=True
        )


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
    for key in fact.keys:
        if key[0] == "y":
            break
    else:
        return fact
    # "The year before" is before the year that the text speaks of, often itself the one before the bulletin's.
    shifts = {int(key[1]) - back for key in fact.keys if key[0] == "y" for back in ((0, 1) if key[1] else (0,))}
    keys: list[Key] = (
        [("Y", float(day.year + shift)) for shift in sorted(shifts, reverse=True)] if day else list(fact.keys)
    )
    return Fact(fact.text, fact.start, fact.end, tuple(keys), (), (), fact.strength, fact.family)


# Matching


def _match_unit(unit: _Unit) -> None:
    unit.all_left, unit.all_right = tuple(unit.left), tuple(unit.right)
    if unit.source is None or unit.translation is None:
        return
    if not unit.left and not unit.right:
        return
    found = match_facts(unit.left, unit.right)
    for i, j in found.matched:
        one, other = unit.left[i], unit.right[j]
        if Strength.OPTIONAL in (one.strength, other.strength) and one.strength is not other.strength:
            unit.doubtful_left += [one] if other.strength is Strength.OPTIONAL else []
            unit.doubtful_right += [other] if one.strength is Strength.OPTIONAL else []
    unit.prizes = _prizes(unit, found)
    unit.formats = [(unit.left[i], unit.right[j], True) for i, j in found.foreign_left]
    unit.formats += [(unit.left[i], unit.right[j], False) for i, j in found.foreign_right]
    unit.left = [unit.left[i] for i in found.left]
    unit.right = [unit.right[j] for j in found.right]


def _prizes(unit: _Unit, found: Matching) -> list[tuple[Fact, Fact]]:
    """The one prize that only one side names, if that is so of both sides, and nothing matches one of them.

    Of "hai anh em … giải Ba" and "the brothers … second prize", "hai" would stand for the second.
    """
    left, right = ({_prize(fact): fact for fact in side if _prize(fact)} for side in (unit.left, unit.right))
    only_left, only_right = left.keys() - right.keys(), right.keys() - left.keys()
    if len(only_left) != 1 or len(only_right) != 1:
        return []
    one, other = left[only_left.pop()], right[only_right.pop()]
    is_open = any(unit.left[i] is one for i in found.left) or any(unit.right[j] is other for j in found.right)
    return [(one, other)] if is_open else []


def _prize(fact: Fact) -> float:
    """The rank of a prize; 0 for what is none."""
    if fact.family is not Family.ORDINAL:
        return 0.0
    return next((float(key[1]) for key in fact.keys if key[0] == "g"), 0.0)


def _match_neighbours(units: Sequence[_Unit]) -> None:
    """Match what is left over with what is left over nearby: a sentence that moved, or a block that another took in."""
    for distance in range(1, NEIGHBOURS + 1):
        for index, unit in enumerate(units):
            if not unit.left or unit.is_cell:
                continue
            for other in (index - distance, index + distance):
                near = units[other] if 0 <= other < len(units) else None
                if near is not None and near.right and _can_move(unit, near):
                    _match_moved(unit, near)


def _can_move(unit: _Unit, near: _Unit) -> bool:
    """Whether a sentence may have moved between two blocks: not between fields and body, nor from item to item."""
    if near.is_cell or unit.is_field != near.is_field:
        return False
    blocks = [block for each in (unit, near) for block in (each.source, each.translation)]
    is_gap = None in blocks
    return is_gap or not all(block is not None and block.kind is BlockKind.ITEM for block in blocks)


def _match_moved(unit: _Unit, near: _Unit) -> None:
    left = [fact for fact in unit.left if fact.strength is Strength.STRONG]
    right = [fact for fact in near.right if fact.strength is Strength.STRONG]
    found = match_facts(left, right)
    moved = {id(left[i]) for i, _ in found.matched}
    unit.left = [fact for fact in unit.left if id(fact) not in moved]
    moved = {id(right[j]) for _, j in found.matched}
    near.right = [fact for fact in near.right if id(fact) not in moved]


# What remains


def _formats(unit: _Unit) -> Iterator[Told]:
    source, translation = unit.source, unit.translation
    if source is None or translation is None:
        return
    for left, right, is_source in unit.formats[:MOST]:
        lines = (source.line_at(left.start), translation.line_at(right.start))
        found, expected = (left, right) if is_source else (right, left)
        parts = {
            "found": found.text,
            "other": expected.text,
            "line": lines[1 if is_source else 0],
            "meaning": describe(expected),
        }
        spots = Spot(left.text, lines[0], in_source=True), Spot(right.text, lines[1], in_source=False)
        yield Told("number-format", lines[0 if is_source else 1], message("number-format", **parts), is_source, spots)


def _malformed(block: Block, facts: Iterable[Fact], *, in_source: bool) -> Iterator[Told]:
    for fact in facts:
        if not fact.keys and fact.foreign:
            sentence = message("number-format-alone", found=fact.text)
            line = block.line_at(fact.start)
            yield Told("number-format", line, sentence, in_source, (Spot(fact.text, line, in_source),))


def malformed_numbers(block: Block, tag: str) -> Iterator[Told]:
    """Numbers of an edition without a counterpart whose separators are plainly the other locale's."""
    yield from _malformed(block, facts_of(block, tag)[:MOST], in_source=True)


def _left_over(unit: _Unit, index: int, units: Sequence[_Unit], sides: Sides) -> Iterator[Told]:
    source, translation = unit.source, unit.translation
    if source is None or translation is None or not (unit.left or unit.right):
        return
    left_wrong = [fact for fact in unit.left if not fact.keys]
    right_wrong = [fact for fact in unit.right if not fact.keys]
    yield from _malformed(source, left_wrong[:MOST], in_source=True)
    yield from _malformed(translation, right_wrong[:MOST], in_source=False)
    left = [fact for fact in unit.left if fact.keys]
    right = [fact for fact in unit.right if fact.keys]
    left, right = _uncited(left, translation), _uncited(right, source)
    if unit.is_cell:
        left, right = _unglossed(left, unit.all_left), _unglossed(right, unit.all_right)
    if not left and not right:
        return
    near = [unit] if unit.is_cell else [each for each in units[max(0, index - 1) : index + 2] if not each.is_cell]
    told = {id(fact) for pair in unit.prizes for fact in pair}
    left, right = [fact for fact in left if id(fact) not in told], [fact for fact in right if id(fact) not in told]
    sole, left, right = _sole(left, right)
    here_left = _said(unit.all_left, (fact for each in near for fact in each.all_left))
    here_right = _said(unit.all_right, (fact for each in near for fact in each.all_right))
    text = f"{source.prose} {translation.prose}"
    left = [
        fact for fact in left if fact.year or _is_rank(fact) or not _is_said(fact, here_right, is_cell=unit.is_cell)
    ]
    right = [
        fact for fact in right if fact.year or _is_rank(fact) or not _is_said(fact, here_left, is_cell=unit.is_cell)
    ]
    doubtful_left = [*unit.doubtful_left[:MOST], *_besides(unit.left, left)]
    doubtful_right = [*unit.doubtful_right[:MOST], *_besides(unit.right, right)]
    left, right = left[:MOST], right[:MOST]
    same, left, right = _confused(left, right, lambda one, other: one.family is other.family and _is_kin(one, other))
    left = [
        fact
        for fact in left
        if not _is_said(fact, here_right, is_cell=unit.is_cell) and not _is_supplied(fact, sides, text, unit.all_right)
    ]
    right = [
        fact
        for fact in right
        if not _is_said(fact, here_left, is_cell=unit.is_cell) and not _is_supplied(fact, sides, text, unit.all_left)
    ]
    others, left, right = _confused(left, right, _is_kin)
    if unit.is_field:
        left = [fact for fact in left if not _is_told_elsewhere(fact, units, in_source=False)]
        right = [fact for fact in right if not _is_told_elsewhere(fact, units, in_source=True)]
    for one, other in (*unit.prizes, *sole, *same, *others):
        yield _mismatch(source, translation, one, other)
    around = units[max(0, index - NEIGHBOURS) : index + NEIGHBOURS + 1]
    counted = _numbers(fact for each in around for fact in each.all_right)
    for fact in left:
        if _stands_alone(fact, doubtful_right) or _is_count_of_its_own(fact, source, translation, counted):
            yield _missing(source, translation, fact)
    counted = _numbers(fact for each in around for fact in each.all_left)
    for fact in right:
        if _stands_alone(fact, doubtful_left) or _is_count_of_its_own(fact, translation, source, counted):
            yield _added(source, translation, fact, unit)


def _unglossed(facts: list[Fact], own: Iterable[Fact]) -> list[Fact]:
    """Dates but those that a cell says twice: "3 Tháng 2 (3 February)" is the name of a street."""
    if not facts:
        return facts
    rest = set(map(id, facts))
    stated = {key for fact in own if id(fact) not in rest for key in fact.keys[:1]}
    return [fact for fact in facts if fact.family is not Family.DATE or not stated.issuperset(fact.keys[:1])]


def _is_told_elsewhere(fact: Fact, units: Sequence[_Unit], *, in_source: bool) -> bool:
    """Whether an ordinal of a title, of a session or a term, stands in another text of the other edition.

    A title is cut shorter in one language than in the other; "Kỳ họp thứ 5, khóa VIII" is "the session" there.
    """
    if fact.family is not Family.ORDINAL:
        return False
    number = next((key for key in fact.keys if key[0] == "="), None)
    everything = (other for unit in units for other in (unit.all_left if in_source else unit.all_right))
    return any(other.family is Family.ORDINAL and number in other.keys for other in everything)


def _sole(left: list[Fact], right: list[Fact]) -> tuple[list[tuple[Fact, Fact]], list[Fact], list[Fact]]:
    """The pairs of facts that are the only ones of their kind on each side that nothing matches.

    They contradict one another, though each may be stated elsewhere in the other edition.
    """
    pairs = []
    kinds = [Counter([(fact.family, _unit_of(fact)) for fact in side if _may_be_wrong(fact)]) for side in (left, right)]
    for kind in kinds[0]:
        if kinds[0][kind] == kinds[1][kind] == 1:
            one, other = (
                next(fact for fact in side if _may_be_wrong(fact) and (fact.family, _unit_of(fact)) == kind)
                for side in (left, right)
            )
            if one.strength is other.strength:
                pairs.append((one, other))
    taken = {id(fact) for pair in pairs for fact in pair}
    return pairs, [fact for fact in left if id(fact) not in taken], [fact for fact in right if id(fact) not in taken]


def _may_be_wrong(fact: Fact) -> bool:
    return fact.strength is Strength.STRONG or (fact.strength is Strength.WEAK and ("=", 1.0) not in fact.keys)


def _besides(facts: Iterable[Fact], kept: Iterable[Fact]) -> list[Fact]:
    """The first of the facts that were not kept."""
    idents = set(map(id, kept))
    return [fact for fact in facts if id(fact) not in idents][:MOST]


def _stands_alone(fact: Fact, doubtful: Iterable[Fact]) -> bool:
    """Whether a fact is told although nothing on the other side contradicts it.

    What is spelled out ("three", "a month", "tháng Ba") often has no counterpart in good prose: "ba bức ảnh" are "the
    pictures". It is told against another fact that is left over, or whose counterpart is doubtful, not by itself.
    """
    if fact.strength is not Strength.STRONG:
        return False
    if fact.family is Family.PERIOD or _WRITTEN.search(fact.text):
        return True
    return any(each.strength is not Strength.OPTIONAL and _is_kin(fact, each) for each in doubtful)


def _numbers(facts: Iterable[Fact]) -> set[Key]:
    """The bare numbers of facts."""
    return {("=", key[-1]) for fact in facts for key in fact.keys if key[0] in ("=", "~", "u")}


def _is_count_of_its_own(fact: Fact, block: Block, other: Block, said: set[Key]) -> bool:
    """Whether a count that is spelled out, "ten days", "twelve rangers", is told although nothing contradicts it.

    Small numbers are often left out, and so is a count of what is then named; a number that stands nearby on the other
    side may be meant, and "the six months" may be any that were spoken of.
    """
    is_length = (
        fact.family is Family.TIME
        and bool(_unit_of(fact))
        and bool(_LASTS.search(block.prose, max(0, fact.start - 9), fact.start))
    )
    if fact.strength is not Strength.STRONG or not (fact.family is Family.NUMBER or is_length) or not fact.keys:
        return False
    value = next((float(key[1]) for key in fact.keys if key[0] in ("=", "~")), 0.0)
    if 0 < value < 1 and value not in COMMON_SHARES:
        return not any(("=", key[-1]) in said for key in fact.keys) and not fact.text.endswith("quarter")
    least = LEAST_MEASURE if _unit_of(fact) else LEAST_COUNT
    is_long = any(key[0] == "u" and key[1] == "month" and float(key[2]) >= DECADES for key in fact.keys)
    if is_long:
        least = 2
    own = [("=", key[-1]) for key in fact.keys if key[0] in ("=", "u")]
    if value < least or value != int(value) or any(key in said for key in own):
        return False
    is_name = fact.text[:1].isupper() or fact.text.startswith(("a ", "an "))  # or "a dozen"
    may_be_known = value < LEAST_DEFINITE or bool(_unit_of(fact))
    if is_name or (may_be_known and _DEFINITE.search(block.prose, max(0, fact.start - 12), fact.start)):
        return False
    return is_long or value not in {*_lengths_of_lists(block.prose), *_lengths_of_lists(other.prose)}


def _lengths_of_lists(prose: str) -> Iterator[int]:
    """How many things each list within the sentences of a text may name."""
    for sentence in _SENTENCE.split(prose):
        marks = len(_LIST_MARK.findall(sentence))
        if marks:
            yield from (marks, marks + 1)


def _uncited(facts: list[Fact], other: Block) -> list[Fact]:
    """Facts but the number of a document that the other block cites in full: "Resolution 57" is 57-NQ/TW."""
    if not facts:
        return facts
    cited = {float(match[1]) for match in re.finditer(r"(?<![\d/.,])(\d{1,5})(?=[-–/][\dA-ZĐ])", other.prose)}
    return [
        fact for fact in facts if not (fact.family is Family.NUMBER and fact.keys[0] in {("=", each) for each in cited})
    ]


def _is_rank(fact: Fact) -> bool:
    """Whether it is a first, second or third, which the same number elsewhere does not state."""
    return fact.family is Family.ORDINAL and fact.strength is Strength.WEAK


def _said(here: Iterable[Fact], near: Iterable[Fact]) -> set[Key]:
    """Every reading of the facts around, small numbers only where they stand; a date says its month too."""
    said = {key for fact in here for key in fact.keys if fact.strength is not Strength.OPTIONAL or key[0] in ("u", "d")}
    said |= {
        key
        for fact in near
        if fact.strength is not Strength.OPTIONAL
        for key in fact.keys
        if key[0] not in ("=", "~", "D", "h", "q") or float(key[1]) > SMALL
    }
    return said | {("m", key[2]) for key in said if key[0] == "d"}


def _confused(
    left: list[Fact], right: list[Fact], are_kin: Callable[[Fact, Fact], bool]
) -> tuple[list[tuple[Fact, Fact]], list[Fact], list[Fact]]:
    """Pair what each side has left over, if it is of one kind: one of the two is the other's mistake."""
    pairs = []
    rest = list(right)
    alone = []
    for fact in left:
        close = [other for other in rest if are_kin(fact, other)]
        if not close:
            alone.append(fact)
            continue
        other = min(close, key=lambda each: _distance(fact, each))
        rest.remove(other)
        pairs.append((fact, other))
    return pairs, alone, rest


def _distance(one: Fact, other: Fact) -> tuple[bool, bool, bool, int]:
    return (
        one.family is not other.family,
        one.strength is not other.strength,
        _unit_of(one) != _unit_of(other),
        abs(one.start - other.start),
    )


_KIN = {
    Family.ORDINAL: frozenset((Family.ORDINAL, Family.NUMBER, Family.WEEKDAY)),
    Family.NUMBER: frozenset((Family.ORDINAL, Family.NUMBER, Family.YEAR, Family.CODE)),
    Family.YEAR: frozenset((Family.YEAR, Family.NUMBER)),
    Family.CODE: frozenset((Family.CODE, Family.NUMBER)),
    Family.WEEKDAY: frozenset((Family.WEEKDAY, Family.ORDINAL)),
}


def _is_kin(one: Fact, other: Fact) -> bool:
    """Whether two facts that nothing matches can be one fact told wrongly."""
    weak = {one.strength, other.strength} - {Strength.STRONG}
    if Strength.OPTIONAL in weak:
        return False
    if weak and one.strength is other.strength:
        return one.family is other.family
    return other.family in _KIN.get(one.family, {one.family}) or _unit_of(one) == _unit_of(other) == "s"


def _unit_of(fact: Fact) -> str:
    return next((str(key[1]) for key in fact.keys if key[0] == "u"), "")


def _is_said(fact: Fact, said: set[Key], *, is_cell: bool) -> bool:
    """Whether the other edition states a fact close by, if not as often: translators repeat, or say "that year"."""
    if is_cell:
        return False
    exact = [key for key in fact.keys if key[0] not in _LESSER]
    return any(key in said or (key[0] == "D" and ("d*", *key[1:]) in said) for key in exact)


def _is_supplied(fact: Fact, sides: Sides, text: str, others: Iterable[Fact]) -> bool:  # noqa: PLR0911 - a case each
    """Whether the bulletin's date says what one of the texts leaves out; `others` are the facts of the other text."""
    day = sides.day
    dates = [key for key in fact.keys if key[0] == "d"]
    if _is_pointed_at(fact, text):
        return True
    if fact.year and day is None and _OTHER_YEAR.search(text):
        return True
    if day is None:
        return False
    if fact.month:
        return fact.month == day.month
    if dates and _falls_on(dates, day.year, {key[1] for other in others for key in other.keys if key[0] == "w"}):
        return True
    if dates:
        return ("d", day.day, day.month) in dates and bool(_TODAY.search(text))
    if not fact.year:
        return False
    if fact.year == day.year:
        return True
    months = fact.year * 12 + 6 - (day.year * 12 + day.month)
    return abs(months) <= YEAR_REACH and _has_own_day(fact)


def _is_pointed_at(fact: Fact, text: str) -> bool:
    """Whether "the quarter", "the following month" or "that night" stands for a period, a month or a day."""
    if fact.family is Family.PERIOD:
        return bool(_NEAR_PERIOD.search(text))
    if fact.month:
        return bool(_NEAR_MONTH.search(text))
    return any(key[0] in ("d", "D") for key in fact.keys) and bool(_NEAR_DAY.search(text))


def _falls_on(dates: Iterable[Key], year: int, weekdays: set[str | float]) -> bool:
    """Whether a day of a year is one of the weekdays, 1 for Monday, that the other text names instead."""
    for _, day, month in dates:
        with suppress(ValueError):  # 29 February
            if weekdays and date(year, int(month), int(day)).isoweekday() in weekdays:
                return True
    return False


def _has_own_day(fact: Fact) -> bool:
    """Whether a year stands in a date: "15 March 2026"."""
    return not fact.text.strip().isdigit()


# Sentences


def _mismatch(source: Block, translation: Block, one: Fact, other: Fact) -> Told:
    lines = source.line_at(one.start), translation.line_at(other.start)
    parts = {"found": other.text, "expected": one.text, "line": lines[0], "meaning": describe(one)}
    spots = Spot(one.text, lines[0], in_source=True), Spot(other.text, lines[1], in_source=False)
    return Told("value-mismatch", lines[1], message("value-mismatch", **parts), spots=spots)


def _missing(source: Block, translation: Block, fact: Fact) -> Told:
    parts = {
        "expected": fact.text,
        "line": source.line_at(fact.start),
        "meaning": describe(fact),
        "text": _quoted(translation),
    }
    spots = (Spot(fact.text, source.line_at(fact.start), in_source=True),)
    return Told("value-mismatch", translation.line, message("value-missing", **parts), spots=spots)


def _added(source: Block, translation: Block, fact: Fact, unit: _Unit) -> Told:
    line = translation.line_at(fact.start)
    parts: dict[str, object] = {"found": fact.text, "line": source.line, "text": _quoted(source)}
    spots = (Spot(fact.text, line, in_source=False),)
    if _is_conversion(translation, fact, unit):
        return Told("added-conversion", line, message("added-conversion", **parts), spots=spots)
    return Told("value-mismatch", line, message("value-added", meaning=describe(fact), **parts), spots=spots)


def _is_conversion(translation: Block, fact: Fact, unit: _Unit) -> bool:
    """Whether a translator has converted an amount that the source states: "(about USD 50 million)"."""
    name = _unit_of(fact)
    if not name or name == "%":
        return False
    kind = CURRENCIES if name in CURRENCIES else frozenset(_CONVERTED.get(name, ()))
    others = {_unit_of(other) for other in unit.all_right if other is not fact} - {name, ""}
    before = translation.prose[max(0, fact.start - 40) : fact.start]
    return bool(others & (kind | {"m²", "m", "kg", "nmi", "°C"} if name not in CURRENCIES else kind)) and bool(
        _ABOUT.search(before)
    )


_CONVERTED = {"mi": ("m",), "nmi": ("m",), "m": ("nmi", "mi")}
YEAR_REACH = 9
"""Months from the bulletin's date within which nobody mistakes the year of a day and month."""


def _quoted(block: Block) -> Words:
    text = " ".join(block.text.split())
    shown = text if len(text) <= 60 else f"{text[:59]}…"  # noqa: PLR2004 - a line of a message
    return Words(shown, shown)
