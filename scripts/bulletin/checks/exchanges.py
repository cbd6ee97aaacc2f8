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
"""How much more must speak for the exchange than against it; half of it for numbers that come in another order."""
_FAMILIES = (Family.NUMBER, Family.DATE, Family.TIME, Family.YEAR)
_CUT = re.compile(r"[,;.:()–—](?=\s)|\s(?:và|còn|trong khi|and|while|but|with|whereas)\s|\s[–—]\s|\.$")
"""Where a clause may end. A comma or point inside a number has no space behind it."""
_NAME = re.compile(r"[A-ZĐÀ-Ỵ][\w'’-]*")

Sign = tuple[str, int | str]
"""Something that both editions can have in a clause: a common word, a name, a value."""


@dataclass(frozen=True, slots=True)
class _Matched:
    """One value as the two editions state it, with what else their clauses hold."""

    left: Fact
    right: Fact
    sign: Sign
    signs_left: frozenset[Sign]
    signs_right: frozenset[Sign]


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
        for kind in sorted(_kinds(left) & _kinds(right)):
            for one, other in _exchanges((source, translation), (left, right), kind, sides):
                parts = {"found": one.right.text, "other": other.right.text}
                parts |= {"expected": one.left.text, "rest": other.left.text}
                sentence = message("value-exchanged", line=source.line_at(one.left.start), **parts)
                yield Told("value-mismatch", translation.line_at(one.right.start), sentence)


def _kind(fact: Fact) -> tuple[str, str]:
    """Values of one kind can stand in each other's place."""
    return fact.family.value, next((str(key[1]) for key in fact.keys if key[0] == "u"), "")


def _kinds(facts: Sequence[Fact]) -> set[tuple[str, str]]:
    """The kinds of which a text states at least two values."""
    if len(facts) < 2:  # noqa: PLR2004 - two values can change places
        return set()
    counts = Counter(_kind(fact) for fact in facts if _counts(fact))
    return {kind for kind, count in counts.items() if 1 < count <= MOST}


def _counts(fact: Fact) -> bool:
    return bool(fact.keys) and fact.strength is Strength.STRONG and fact.family in _FAMILIES


def _exchanges(
    blocks: tuple[Block, Block], facts: tuple[Sequence[Fact], Sequence[Fact]], kind: tuple[str, str], sides: Sides
) -> Iterator[tuple[_Matched, _Matched]]:
    """Pairs of values of a kind that stand in each other's place."""
    left, right = facts
    pairs = [(left[i], right[j]) for i, j in match_facts(left, right).matched]
    signs: list[Sign] = [("fact", number) for number in range(len(pairs))]
    clauses = (
        _Clauses(blocks[0].prose, sides.source_tag, [one for one, _ in pairs], kind),
        _Clauses(blocks[1].prose, sides.translation_tag, [other for _, other in pairs], kind),
    )
    once = [
        _Matched(one, other, sign, clauses[0].around(one), clauses[1].around(other))
        for sign, (one, other) in zip(signs, pairs, strict=True)
        if _kind(one) == kind and _counts(one) and _counts(other) and _is_single(one, left) and _is_single(other, right)
    ]
    taken: set[Sign] = set()
    for at, one in enumerate(once):
        for other in once[at + 1 :]:
            if not taken & {one.sign, other.sign} and _have_changed_places(one, other):
                taken |= {one.sign, other.sign}
                yield one, other


def _is_single(fact: Fact, facts: Iterable[Fact]) -> bool:
    return sum(each.keys[:1] == fact.keys[:1] for each in facts) == 1


def _have_changed_places(one: _Matched, other: _Matched) -> bool:
    own = {one.sign, other.sign}
    a, b, c, d = (each - own for each in (one.signs_left, one.signs_right, other.signs_left, other.signs_right))
    if a == c or b == d:  # of two values in one clause nothing says which is which
        return False
    a, c, b, d = a - c, c - a, b - d, d - b
    gain = _evidence(a & d) + _evidence(c & b) - _evidence(a & b) - _evidence(c & d)
    is_turned = (one.left.start < other.left.start) != (one.right.start < other.right.start)
    # A person's age, or a day, is told of in any order: "at 45, she …", "the one of 31 December, which it replaces".
    if one.left.family is not Family.NUMBER:
        return gain >= ENOUGH and bool(a & d) and bool(c & b)
    says_what = any(kind != "name" for kind, _ in (a & d) | (c & b))
    return gain >= (1 if is_turned and says_what else ENOUGH)


def _evidence(shared: frozenset[Sign]) -> int:
    """How much two clauses share; the words of a name count as one."""
    names = sum(kind == "name" for kind, _ in shared)
    return len(shared) - max(0, names - 1)


class _Clauses:
    """A text cut into clauses, each with what it holds."""

    def __init__(self, prose: str, tag: str, facts: Sequence[Fact], kind: tuple[str, str]) -> None:
        self._starts = _starts(prose, [fact.start for fact in facts if _kind(fact) == kind])
        self._signs: list[set[Sign]] = [set() for _ in self._starts]
        for number, start in placed_words(prose, tag):
            self._at(start).add(("word", number))
        for found in _NAME.finditer(prose):
            self._at(found.start()).add(("name", folded(found.group())))
        for number, fact in enumerate(facts):
            self._at(fact.start).add(("fact", number))

    def _at(self, start: int) -> set[Sign]:
        return self._signs[bisect_right(self._starts, start) - 1]

    def around(self, fact: Fact) -> frozenset[Sign]:
        """What the clause of a value holds."""
        return frozenset(self._at(fact.start))


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
