"""What the facts of one text have to do with those of another: matched, written in the other locale's form, or left over."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bulletin.checks.facts.keys import rounded
from bulletin.model.fact import Fact, Family, Key, Strength

_EXACT: Mapping[object, tuple[str, ...]] = {
    "=": ("=",),
    "~": (),
    "D": ("D",),
    "d*": (),
    "3m": (),
    "q3": (),
    "6m": (),
    "h6": (),
    "e": (),
    "f": (),
}
"""Kind of key → kinds that it meets at once; any other kind meets itself."""
_LOOSE: Mapping[object, tuple[str, ...]] = {
    "=": ("=", "~", "f"),
    "~": ("=", "f"),
    "u": ("u", "e"),
    "e": ("u",),
    "f": ("=", "~"),
    "D": ("D", "d*"),
    "d*": ("D",),
    "3m": ("q3",),
    "q3": ("3m",),
    "6m": ("h6",),
    "h6": ("6m",),
}
"""The same where a unit or a month is left out in one of the languages."""

_ODD = re.compile(r"\d,\d{3}(?![\d.,])(?!\s(?:million|thousand))")
"""Three decimals in Vietnamese, thousands of billions in English."""
_OF_DONG = re.compile(r"(?:VND|dong|₫).*\d\sbillion|billion\s(?:VND|dong)", re.IGNORECASE)
"""Dong are so small that thousands of billions of them are no oddity."""
_LITERAL = re.compile(r"\d(?:[\d.,]*\d)?")

MOST = 200
"""Facts of one text that may be made of others; more are left over only where the texts have nothing in common."""


NEAR = 40
"""Characters between two counts that make one together."""
FEW = 20
"""The most that is told in two parts without a word."""
HALF = 0.5
EQUAL = 0.05
"""Percentage points within which a share and a ratio are one: 33.3% is a third."""


@dataclass(slots=True)
class Matching:
    """The outcome."""

    matched: list[tuple[int, int]] = field(default_factory=list)
    """Indices into the two sequences."""
    foreign_left: list[tuple[int, int]] = field(default_factory=list)
    """Pairs of which the left one is written with the other locale's separators."""
    foreign_right: list[tuple[int, int]] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    """What of the left nothing matches."""
    right: list[int] = field(default_factory=list)


def match_facts(left: Sequence[Fact], right: Sequence[Fact]) -> Matching:
    """Compare two multisets of facts; each stands for one of the other side."""
    found = Matching()
    if not left or not right:
        found.left, found.right = list(range(len(left))), list(range(len(right)))
        return found
    # What must be matched first, so that what merely may stand for a fact does not take the place of one.
    sure = [[i for i, fact in enumerate(side) if fact.strength is not Strength.OPTIONAL] for side in (left, right)]
    open_left, open_right = _passes(left, right, sure[0], sure[1], found)
    open_left += [i for i, fact in enumerate(left) if fact.strength is Strength.OPTIONAL]
    open_right += [j for j, fact in enumerate(right) if fact.strength is Strength.OPTIONAL]
    open_left, open_right = _passes(left, right, open_left, open_right, found)
    found.left, found.right = sorted(open_left), sorted(open_right)
    return found


def _passes(
    left: Sequence[Fact], right: Sequence[Fact], open_left: list[int], open_right: list[int], found: Matching
) -> tuple[list[int], list[int]]:
    """Match what is open: exactly, with a unit left out, with the other locale's separators, in parts, as a share."""
    for table in (_EXACT, _LOOSE):
        if not open_left or not open_right:
            return open_left, open_right
        pairs = _meet([(i, left[i].keys) for i in open_left], [(j, right[j].keys) for j in open_right], table)
        found.matched += pairs
        open_left, open_right = _without(open_left, open_right, pairs)
    is_any_foreign = any(left[i].foreign for i in open_left) or any(right[j].foreign for j in open_right)
    for is_sure in (True, False) if is_any_foreign else ():
        if open_left and open_right:
            written = [(i, left[i].foreign) for i in open_left if not is_sure or _is_grouped(left[i])]
            pairs = _meet(written, [(j, right[j].keys) for j in open_right], _LOOSE)
            pairs = [(i, j) for i, j in pairs if _is_slip_of_separators(left[i], right[j])]
            found.foreign_left += pairs
            open_left, open_right = _without(open_left, open_right, pairs)
        if open_left and open_right:
            written = [(j, right[j].foreign) for j in open_right if not is_sure or _is_grouped(right[j])]
            pairs = _meet([(i, left[i].keys) for i in open_left], written, _LOOSE)
            pairs = [(i, j) for i, j in pairs if _is_slip_of_separators(right[j], left[i])]
            found.foreign_right += pairs
            open_left, open_right = _without(open_left, open_right, pairs)
    if not open_left or not open_right:  # then nothing has parts or shares here
        return open_left, open_right
    open_left, open_right = _parts(left, right, open_left, open_right, found)
    open_left, open_right = _shares(left, right, open_left, open_right, found, of_halves=False)
    open_right, open_left = _shares(right, left, open_right, open_left, found, turned=True, of_halves=False)
    open_left, open_right = _halves(left, right, open_left, open_right, found)
    open_right, open_left = _halves(right, left, open_right, open_left, found, turned=True)
    open_left, open_right = _shares(left, right, open_left, open_right, found)
    open_right, open_left = _shares(right, left, open_right, open_left, found, turned=True)
    open_left, open_right = _sums(left, right, open_left, open_right, found)
    open_right, open_left = _sums(right, left, open_right, open_left, found, turned=True)
    return open_left, open_right


def _sums(
    left: Sequence[Fact],
    right: Sequence[Fact],
    open_left: list[int],
    open_right: list[int],
    found: Matching,
    *,
    turned: bool = False,
) -> tuple[list[int], list[int]]:
    """Let "ba phường, xã" be "one ward and two communes": two small counts, one behind the other, that make a third."""
    for i in list(open_left):
        whole = _count(left[i])
        if not whole:
            continue
        pair = next(
            (
                (a, b)
                for a, b in pairwise(sorted(open_right))
                if 0 < right[b].start - right[a].end < NEAR
                and _count(right[a])
                and _count(right[b])
                and _count(right[a]) + _count(right[b]) == whole
            ),
            None,
        )
        if pair is not None:
            found.matched += [(j, i) if turned else (i, j) for j in pair]
            open_left = [each for each in open_left if each != i]
            open_right = [each for each in open_right if each not in pair]
    return open_left, open_right


def _count(fact: Fact) -> float:
    """A count of few things without a unit; 0 for what is none."""
    if fact.family is not Family.NUMBER or any(key[0] == "u" for key in fact.keys):
        return 0.0
    value = next((float(key[1]) for key in fact.keys if key[0] == "="), 0.0)
    return value if value.is_integer() and 0 < value <= FEW else 0.0


def _is_slip_of_separators(wrong: Fact, other: Fact) -> bool:
    """Whether the separators of a number are wrong, rather than the magnitude or the unit of the other one.

    Of "4.471 tỷ" and "4,471 million", or "1.124 MW" and "1,124 kW", both are written as their languages do. "1,835
    trillion" for "1.835 tỷ" and "4,150 tỷ" for "4.15 trillion" are written as nobody writes.
    """
    is_odd = _ODD.search(wrong.text) is not None and not _OF_DONG.search(wrong.text)
    return is_odd or _is_written_alike(wrong, other)


def _is_written_alike(one: Fact, other: Fact) -> bool:
    digits = [found[0] if (found := _LITERAL.search(fact.text)) else "" for fact in (one, other)]
    readings = [[_literal(text, decimal) for text in digits] for decimal in ".,"]
    return any(a == b and a is not None for a, b in readings) or all(None in both for both in readings)


def _literal(text: str, decimal: str) -> float | None:
    """Digits read with one of the two signs as the decimal one; None where they cannot be."""
    plain = text.replace("," if decimal == "." else ".", "").replace(decimal, ".")
    try:
        return float(plain)
    except ValueError:
        return None


def _is_grouped(fact: Fact) -> bool:
    """Whether the other locale's reading is the likelier: it groups thousands, or is the only one."""
    own = [float(key[-1]) for key in fact.keys if key[0] in ("=", "~")]
    other = [float(key[-1]) for key in fact.foreign if key[0] in ("=", "~")]
    return not own or not other or other[0] > own[0]


def _shares(
    left: Sequence[Fact],
    right: Sequence[Fact],
    open_left: list[int],
    open_right: list[int],
    found: Matching,
    *,
    turned: bool = False,
    of_halves: bool = True,
) -> tuple[list[int], list[int]]:
    """Let 90% be "nine in ten": two numbers in that ratio; half may rather be five where ten are told of."""
    for i in list(open_left):
        share = next((float(key[2]) for key in left[i].keys if key[0] == "u" and key[1] == "%"), None)
        if not share or (not of_halves and _share_of(left[i]) == HALF):
            continue
        numbers = [
            (j, float(key[1]))
            for j in open_right
            for key in right[j].keys
            if key[0] in ("=", "~") and float(key[1]).is_integer()
        ]
        pair = next(
            (
                (a, b)
                for a, part in numbers
                for b, whole in numbers
                if a != b and 0 < part < whole and abs(100 * part / whole - share) < EQUAL
            ),
            None,
        )
        if pair is not None:
            found.matched += [(j, i) if turned else (i, j) for j in pair]
            open_left = [each for each in open_left if each != i]
            open_right = [each for each in open_right if each not in pair]
    return open_left, open_right


def _halves(
    left: Sequence[Fact],
    right: Sequence[Fact],
    open_left: list[int],
    open_right: list[int],
    found: Matching,
    *,
    turned: bool = False,
) -> tuple[list[int], list[int]]:
    """Let "half of the six" be three, and "200 each" be half of 400: the other side states the whole."""
    for i in list(open_left):
        part = _share_of(left[i])
        if not part or any(_share_of(right[j]) for j in open_right):
            continue
        wholes = {float(key[1]) for fact in (*left, *right) for key in fact.keys if key[0] in ("=", "~")}
        pair = next(
            (
                j
                for j in open_right
                for key in right[j].keys
                if key[0] in ("=", "~") and float(key[1]) >= 1 and rounded(float(key[1]) / part) in wholes
            ),
            None,
        )
        if pair is not None:
            taken = {i, *(each for each in open_left if _has_part(left[each], part, right[pair]))}
            found.matched += [(pair, each) if turned else (each, pair) for each in sorted(taken)]
            open_left = [each for each in open_left if each not in taken]
            open_right = [each for each in open_right if each != pair]
    return open_left, open_right


def _share_of(fact: Fact) -> float:
    """The value of a fraction; 0 for what is none."""
    value = next((float(key[1]) for key in fact.keys if key[0] == "="), 0.0)
    return value if 0 < value < 1 else 0.0


def _has_part(whole: Fact, share: float, part: Fact) -> bool:
    """Whether a share of one number is another one."""
    parts = {float(key[1]) for key in part.keys if key[0] in ("=", "~")}
    return any(rounded(float(key[1]) * share) in parts for key in whole.keys if key[0] in ("=", "~"))


def _meet(
    left: Iterable[tuple[int, Iterable[Key]]],
    right: Iterable[tuple[int, Iterable[Key]]],
    table: Mapping[object, tuple[str, ...]],
) -> list[tuple[int, int]]:
    waiting: dict[Key, deque[int]] = defaultdict(deque)
    for j, keys in right:
        for key in keys:
            waiting[key].append(j)
    taken: set[int] = set()
    pairs = []
    for i, keys in left:
        partner = _partner(keys, waiting, taken, table)
        if partner is not None:
            taken.add(partner)
            pairs.append((i, partner))
    return pairs


def _partner(
    keys: Iterable[Key], waiting: Mapping[Key, deque[int]], taken: set[int], table: Mapping[object, tuple[str, ...]]
) -> int | None:
    """The first that is not taken of those that one of the keys meets."""
    for key in keys:
        kinds = table.get(key[0])
        met = _first(waiting.get(key), taken) if kinds is None else None
        for kind in kinds or ():
            met = _first(waiting.get(key if kind == key[0] else (kind, *key[1:])), taken)
            if met is not None:
                break
        if met is not None:
            return met
    return None


def _first(waiting: deque[int] | None, taken: set[int]) -> int | None:
    """The first that is not taken; those before it are dropped, for they will not be free again."""
    while waiting and waiting[0] in taken:
        waiting.popleft()
    return waiting[0] if waiting else None


def _without(left: list[int], right: list[int], pairs: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    if not pairs:
        return left, right
    done_left, done_right = {i for i, _ in pairs}, {j for _, j in pairs}
    return [i for i in left if i not in done_left], [j for j in right if j not in done_right]


def _parts(
    left: Sequence[Fact], right: Sequence[Fact], open_left: list[int], open_right: list[int], found: Matching
) -> tuple[list[int], list[int]]:
    """Let 19/20 be "19 of 20", and a date be its two numbers."""
    for i in open_left[:MOST]:
        taken = _cover(left[i], right, open_right)
        if taken:
            found.matched += [(i, j) for j in taken]
            open_left = [each for each in open_left if each != i]
            open_right = [each for each in open_right if each not in taken]
    for j in open_right[:MOST]:
        taken = _cover(right[j], left, open_left)
        if taken:
            found.matched += [(i, j) for i in taken]
            open_right = [each for each in open_right if each != j]
            open_left = [each for each in open_left if each not in taken]
    return open_left, open_right


def _cover(fact: Fact, others: Sequence[Fact], available: list[int]) -> list[int]:
    """The facts that stand for the parts of one; empty unless all are there. The number one may be unsaid."""
    taken: list[int] = []
    for part in fact.parts:
        partner = next((j for j in available if j not in taken and _means(others[j], part)), None)
        if partner is None and (part != ("=", 1.0) or fact.family is Family.DATE):
            return []
        if partner is not None:
            taken.append(partner)
    return taken


def _means(fact: Fact, key: Key) -> bool:
    wanted = {key, ("~", *key[1:])}
    if key[0] == "=":
        wanted |= (
            {("D", int(key[1])), ("m", int(key[1]))} if isinstance(key[1], float) and key[1].is_integer() else set()
        )
    return any(each in wanted for each in fact.keys)
