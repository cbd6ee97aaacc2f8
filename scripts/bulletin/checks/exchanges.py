"""`value-mismatch` for two values that have changed places: both editions state them, but not of the same things.

What a value is said of is read from its clause: names, common words of both languages, and the other values there. On
the clean pairs of the corpus that gives no false alarm; of values exchanged at random some 37 % are seen, those whose
clauses tell them apart.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bulletin.checks.alignment import folded
from bulletin.checks.facts.matching import match_facts
from bulletin.checks.lexicon import placed_words
from bulletin.checks.told import Sides, Told
from bulletin.model.alignment import Alignment
from bulletin.model.block import Block, BlockKind
from bulletin.model.catalogue import message
from bulletin.model.fact import Fact, Family, Strength

MOST = 24
"""Values of one kind in a block that are compared with one another; a block of more is a list, not prose."""
ENOUGH = 2
"""How much more must speak for the exchange than against it; less for numbers that come in another order."""
_STRONG = Strength.STRONG
RANGE = 14
"""Characters between the ends of a range, "Km 211+500 – Km 218+300", of which what stands around is said of both."""
_FAMILIES = (Family.NUMBER, Family.DATE, Family.TIME)
_CUT = re.compile(r"[,;.:()–—](?=\s)|\s(?:và|còn|trong khi|and|while|but|with|whereas)\s|\s[–—]\s|\.$")
"""Where a clause may end. A comma or point inside a number has no space behind it."""
_JOINT = re.compile(r"\s*(?:[,;]|,?\s(?:và|and))\s*")
"""What stands between the values of a series."""
_SHARE = re.compile(
    r"(?<![^\W_])(?:in(?! to)|of|out of|per|trong(?: số)?|trên|cứ)(?![^\W_])(?:[\s-]+[^\W\d_]+(?:['’]s)?){0,4}\s*$|"
    r"(?:cứ|thì)\s|"
    r"(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|Article|Clause|Point)\s*$"
)
"""What stands before the whole of a share, within one, or before a number that is a name."""
_PART = re.compile(
    r"(?<![^\W_])(?:(?P<before>from|instead of|rather than|compared with|against|từ|mức|thay vì|thay cho|so với)|"
    r"(?P<after>to|lên|xuống|còn))"
    r"(?:\s(?:about|nearly|more than|over|just|only|mức|khoảng|gần|hơn|chỉ|USD|VND)){0,2}\s$"
)
"""Words right before a value."""
_CAPITALS = "".join(letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper() and len(letter.lower()) == 1)
_NAME = re.compile(rf"(?<!\w)[{_CAPITALS}][\w'’-]*")

Sign = tuple[str, int | str]
"""Something that both editions can have in a clause: a common word, a name, a value."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one edition states a value."""

    fact: Fact
    around: frozenset[Sign]
    """What its clause holds."""
    behind: frozenset[Sign]
    """What of that stands between it and the next value of its kind."""
    series: int
    """The number of the series "A, B and C" to which it belongs."""
    part: str
    """What the word before it makes of it: where a change began, or ended; empty for nothing."""
    is_share: bool
    """Whether it is one of two that make a share, "seven applications in ten", in either order."""


@dataclass(frozen=True, slots=True)
class _Matched:
    """One value in both editions."""

    left: _Place
    right: _Place
    sign: Sign


def exchanged_values(
    alignment: Alignment, facts: Mapping[int, list[Fact]], sides: Sides, foreign: frozenset[int]
) -> Iterator[Told]:
    """Findings on values that are stated in both blocks of a pair, each in the other's place.

    Facts are by `id` of the block, `foreign` holds the blocks that are not translated. Rows are left out: their cells
    are compared one by one.
    """
    for pair in alignment:
        source, translation = pair.source, pair.translation
        if source is None or translation is None or source.kind is BlockKind.ROW:
            continue
        if id(source) in foreign or id(translation) in foreign:
            continue
        left, right = facts.get(id(source), []), facts.get(id(translation), [])
        kinds = _kinds(left) if len(right) > 1 else ()
        matched = [(left[i], right[j]) for i, j in match_facts(left, right).matched] if kinds else []
        for kind in sorted(kinds):
            for one, other in _exchanges((source, translation), (left, right), matched, kind, sides):
                parts = {"found": one.right.fact.text, "other": other.right.fact.text}
                parts |= {"expected": one.left.fact.text, "rest": other.left.fact.text}
                sentence = message("value-exchanged", line=source.line_at(one.left.fact.start), **parts)
                yield Told("value-mismatch", translation.line_at(one.right.fact.start), sentence)


def _kind(fact: Fact) -> tuple[str, str]:
    """Values of one kind can stand in each other's place."""
    for key in fact.keys:
        if key[0] == "u":
            return fact.family.value, str(key[1])
    return fact.family.value, ""


def _kinds(facts: Sequence[Fact]) -> set[tuple[str, str]]:
    """The kinds of which a text states at least two values."""
    if len(facts) < 2:  # noqa: PLR2004 - two values can change places
        return set()
    counts = Counter([_kind(fact) for fact in facts if _counts(fact)])
    return {kind for kind, count in counts.items() if 1 < count <= MOST}


def _counts(fact: Fact) -> bool:
    return fact.strength is _STRONG and fact.family in _FAMILIES and bool(fact.keys)


def _exchanges(
    blocks: tuple[Block, Block],
    facts: tuple[Sequence[Fact], Sequence[Fact]],
    pairs: Sequence[tuple[Fact, Fact]],
    kind: tuple[str, str],
    sides: Sides,
) -> Iterator[tuple[_Matched, _Matched]]:
    """Pairs of values of a kind that stand in each other's place, of those that the two blocks share."""
    left, right = facts
    # "28 minutes instead of 50" names the unit once.
    own = [(one, other) for one, other in pairs if _kind(one) == kind and one.family is other.family]
    signs: list[Sign] = [("fact", number) for number in range(len(pairs))]
    single = [
        (sign, one, other)
        for sign, (one, other) in zip(signs, pairs, strict=True)
        if (one, other) in own and _is_single(one, left) and _is_single(other, right)
    ]
    if len(single) < 2:  # noqa: PLR2004 - as above
        return
    clauses = (
        _Clauses(blocks[0].prose, sides.source_tag, [one for one, _ in pairs], [one for one, _ in own]),
        _Clauses(blocks[1].prose, sides.translation_tag, [other for _, other in pairs], [other for _, other in own]),
    )
    once = [_Matched(clauses[0].place(one), clauses[1].place(other), sign) for sign, one, other in single]
    taken: set[Sign] = set()
    for at, one in enumerate(once):
        for other in once[at + 1 :]:
            if not taken & {one.sign, other.sign} and _have_changed_places(one, other):
                taken |= {one.sign, other.sign}
                yield one, other


def _is_single(fact: Fact, facts: Iterable[Fact]) -> bool:
    return _counts(fact) and sum(each.keys[:1] == fact.keys[:1] for each in facts) == 1


def _have_changed_places(one: _Matched, other: _Matched) -> bool:
    is_turned = (one.left.fact.start < other.left.fact.start) != (one.right.fact.start < other.right.fact.start)
    own = {one.sign, other.sign}
    a, b, c, d = (each.around - own for each in (one.left, one.right, other.left, other.right))
    is_one_clause = a == c or b == d
    if is_one_clause and _take_each_others_part(one, other):
        return True
    is_range = not is_turned and min(_gap(one.left, other.left), _gap(one.right, other.right)) < RANGE
    if is_range or _keep_their_parts(one, other):
        return False
    if is_one_clause:  # what follows each value says of what it is
        if any(each.is_share for each in (one.left, one.right, other.left, other.right)):
            return False
        if one.left.series == other.left.series:
            return is_turned and one.right.series == other.right.series
        a, b, c, d = (each.behind - own for each in (one.left, one.right, other.left, other.right))
    a, c, b, d = a - c, c - a, b - d, d - b
    gain = _evidence(a & d) + _evidence(c & b) - _evidence(a & b) - _evidence(c & d)
    if gain >= ENOUGH and a & d and c & b:
        return True
    # A person's age, or a day, is told of in any order: "at 45, she …", "the one of 31 December, which it replaces".
    says_what = any(kind != "name" for kind, _ in (a & d) | (c & b))
    return gain > 0 and is_turned and says_what and one.left.fact.family is Family.NUMBER


def _gap(one: _Place, other: _Place) -> int:
    """How many characters stand between two values."""
    return max(one.fact.start, other.fact.start) - min(one.fact.end, other.fact.end)


def _keep_their_parts(one: _Matched, other: _Matched) -> bool:
    """Whether one of two values is where a change began, or ended, in both editions."""
    return any(each.left.part != "" and each.left.part == each.right.part for each in (one, other))


def _take_each_others_part(one: _Matched, other: _Matched) -> bool:
    """Whether "from 5 to 7" has become "from 7 to 5"."""
    if _keep_their_parts(one, other):
        return False
    return (one.left.part != "" and one.left.part == other.right.part) or (
        other.left.part != "" and other.left.part == one.right.part
    )


def _evidence(shared: frozenset[Sign]) -> int:
    """How much two clauses share; the words of a name count as one."""
    names = sum(kind == "name" for kind, _ in shared)
    return len(shared) - max(0, names - 1)


class _Clauses:
    """A text cut into clauses, each with what it holds."""

    def __init__(self, prose: str, tag: str, facts: Sequence[Fact], values: Iterable[Fact]) -> None:
        values = sorted(values, key=lambda fact: fact.start)
        self._shares = {
            each.start
            for one, other in pairwise(values)
            if _SHARE.search(prose[max(0, one.start - 4) : other.start])
            for each in (one, other)
        }
        self._prose = prose
        self._starts = _starts(prose, [fact.start for fact in values])
        self._signs: list[tuple[Sign, int]] = [
            *_words_and_names(prose, tag),
            *[(("fact", number), fact.start) for number, fact in enumerate(facts) if fact.family is not Family.RATE],
        ]
        self._next = {one.start: other.start for one, other in pairwise(values)}
        self._series = {}
        series = 0
        for one, other in pairwise([*values[:1], *values]):
            series += not _JOINT.fullmatch(prose[one.end : other.start])
            self._series[other.start] = series

    def place(self, fact: Fact) -> _Place:
        """Where a value of the kind stands."""
        clause = bisect_right(self._starts, fact.start)
        start, end = self._starts[clause - 1], self._starts[clause] if clause < len(self._starts) else None
        stop = self._next.get(fact.start)
        behind = min((each for each in (stop, end) if each is not None), default=None)
        return _Place(
            fact,
            self._between(start, end),
            self._between(fact.end, behind),
            self._series.get(fact.start, -fact.start),
            _part_of(self._prose[max(0, fact.start - 30) : fact.start]),
            fact.start in self._shares,
        )

    def _between(self, start: int, end: int | None) -> frozenset[Sign]:
        stop = len(self._prose) if end is None else end
        return frozenset([sign for sign, at in self._signs if start <= at < stop])


@lru_cache(maxsize=64)
def _words_and_names(prose: str, tag: str) -> tuple[tuple[Sign, int], ...]:
    """The common words and the names of a text with their offsets; it is asked about once for every kind of value."""
    words: list[tuple[Sign, int]] = [(("word", number), start) for number, start in placed_words(prose, tag)]
    return (*words, *[(("name", folded(found[0])), found.start()) for found in _NAME.finditer(prose)])


def _part_of(before: str) -> str:
    """What the words before a value make of it."""
    found = _PART.search(before)
    return next((name for name, text in found.groupdict().items() if text), "") if found else ""


def _starts(prose: str, values: Sequence[int]) -> list[int]:
    """Where the clauses begin; an opening without a value, "In 2024, …", belongs to what follows it."""
    starts = [0]
    opens = True
    for found in _CUT.finditer(prose):
        mark = found.group().strip()
        if not (mark == "," and opens and not any(starts[-1] <= value < found.start() for value in values)):
            starts.append(found.end())
        opens = mark in (".", ";", ":")
    return starts
