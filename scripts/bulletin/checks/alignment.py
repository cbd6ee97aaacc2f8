"""Blocks of two editions → their alignment, by kind and by what they say.

A global alignment (Needleman and Wunsch, 1970). What it costs to pair two blocks comes from their kinds, from the
numbers, names, addresses and common words that they share or should, and from their lengths (Gale and Church, 1993).
Where both editions have the same blocks in the same order, and nothing that these say speaks against it, they are
paired as they come.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from math import exp, log

from bulletin.checks.lexicon import common_words
from bulletin.model.alignment import Alignment, Pair
from bulletin.model.block import Block, BlockKind

GAP = 0.47
"""What a block without a counterpart costs; a pair costs 0 at best, 0.5 if nothing is known, 1 at worst."""
MORE = 0.45
"""What it costs behind another: blocks are lost together."""
OTHER_KIND = 0.22
UNKNOWN = 0.4
"""A pair that shares no evidence costs more, however well its lengths fit."""
IMPOSSIBLE = 10.0
MAX_CELLS = 30_000
"""170 blocks against 170 take a fifth of a second; longer texts are first cut where two blocks surely agree."""
BAND = 40
"""How far a stretch that is still too long is looked ahead in."""
MOVED = 0.2
"""The most that a pair may cost whose blocks stand in another order than the rest."""
WORD = 0.45
"""The weight of a common word; a quantity or a document weighs 1."""
NAME = 0.8
"""The weight of a word with a capital, if both sides have it."""
LINK = 0.45
"""The weight of where a link leads: little, or links that changed places would take their blocks along."""
ABSENT_NAME = 0.25
"""The weight of a name that one side has: most words with capitals are translated."""
ENOUGH = 1.5
"""The weight of evidence from which its absence on the other side counts against a pair that stands in its place."""
MARGIN = 6
"""Blocks on either side of those that do not fit which are aligned with them."""
FIT = 0.45
"""The share of it that the other side must have, so that no comparison with other blocks is needed."""
SPREAD = 0.3
"""Standard deviation of the logarithm of the lengths' ratio: twice what it was in 1,000 pairs of good translations."""
SHORT = 40
"""Characters below which a length says nothing."""
_NAME = re.compile(r"(?<![^\W_])[^\W\d_a-zà-ỹđ][^\W\d_]+")
_EDITION = re.compile(r"/index\.[A-Za-z-]+\.md$")
_STOP = frozenset((
    "the", "an", "in", "on", "of", "for", "to", "and", "by", "at", "this", "it", "he", "she", "they", "trong", "tai",
    "cac", "nhung", "ngay", "theo", "tu", "day", "do", "ong", "ba", "cung", "ben", "voi", "mot",
))  # fmt: skip
_TEXT = (
    BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING, BlockKind.TERM, BlockKind.DEFINITION, BlockKind.ADMONITION,
    BlockKind.HTML,
)  # fmt: skip
"""Kinds one of which an editor may have turned into another."""


class Features:
    """What of a block can be recognised in another language; names and words are looked for only if they are needed."""

    __slots__ = ("_said", "block", "sure", "tag")

    def __init__(self, block: Block, sure: Iterable[object], tag: str = "") -> None:
        self.block = block
        self.sure = dict.fromkeys(sure)
        """Quantities, documents, pictures: the same in every language. Weights are summed in their order."""
        self.tag = tag
        self._said: Mapping[object, float] | None = None

    @property
    def said(self) -> Mapping[object, float]:
        """Every piece of evidence with its weight."""
        if self._said is None:
            block = self.block
            said: dict[object, float] = {("word", number): WORD for number in common_words(block.prose, self.tag)}
            names = map(folded, _NAME.findall(block.prose))
            said |= {name: NAME for name in names if name not in _STOP}
            said |= {f"#{_place(link.href)}": LINK for link in block.links}
            said |= dict.fromkeys(self.sure, 1.0)
            self._said = said
        return self._said


def features_of(block: Block, facts: Iterable[object], tag: str = "") -> Features:
    """The features of a block; facts are hashable readings of its quantities, the tag its edition's."""
    if block.figures:
        facts = (*facts, *(("src", figure.src) for figure in block.figures))
    return Features(block, facts, tag)


def _place(href: str) -> str:
    """The last part of where a link leads, without the locale."""
    return _EDITION.sub("", href).rstrip("/").rpartition("/")[2]


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """A word without diacritics, in lower case: names survive translation so."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def align(source: Sequence[Features], translation: Sequence[Features]) -> Alignment:
    """Align the blocks of two editions: fields by their kind, body and footnotes each in their order."""
    left, right = _parts(source), _parts(translation)
    pairs = _fields(left[0], right[0])
    for one, other in zip(left[1:], right[1:], strict=True):
        pairs += _sequence(one, other)
    return Alignment(tuple(pairs))


def _parts(features: Iterable[Features]) -> tuple[list[Features], list[Features], list[Features]]:
    """Fields, body, footnotes."""
    fields: list[Features] = []
    body: list[Features] = []
    notes: list[Features] = []
    for each in features:
        kind = each.block.kind
        if kind.is_field:
            fields.append(each)
        elif kind is BlockKind.FOOTNOTE or each.block.container[:1] == "f":
            notes.append(each)
        else:
            body.append(each)
    return fields, body, notes


def _fields(left: Sequence[Features], right: Sequence[Features]) -> list[Pair]:
    """Fields pair by their kind and name; notes of corrections, and several texts of one field, by their order."""
    waiting: dict[tuple[BlockKind, str], list[Block]] = {}
    for each in right:
        waiting.setdefault((each.block.kind, each.block.label), []).append(each.block)
    keys = [(each.block, (each.block.kind, each.block.label)) for each in left]
    return [Pair(block, waiting[key].pop(0)) for block, key in keys if waiting.get(key)]


def _sequence(left: Sequence[Features], right: Sequence[Features]) -> list[Pair]:
    if len(left) != len(right):
        return _Comparison(left, right).pairs()
    unfit = [at for at, fits in enumerate(map(_fit, left, right)) if not fits]
    if not unfit:
        return _as_they_come(left, right)
    first, last = max(unfit[0] - MARGIN, 0), unfit[-1] + MARGIN + 1
    middle = _Comparison(left[first:last], right[first:last]).pairs()
    return [*_as_they_come(left[:first], right[:first]), *middle, *_as_they_come(left[last:], right[last:])]


def _as_they_come(left: Sequence[Features], right: Sequence[Features]) -> list[Pair]:
    return [Pair(a.block, b.block) for a, b in zip(left, right, strict=True)]


def _fit(a: Features, b: Features) -> bool:
    """Whether two blocks are of one shape, and share enough of what they say, or say little."""
    one, other = a.block, b.block
    if one.kind is not other.kind or one.level != other.level or one.container != other.container:
        return False
    if len(one.cells) != len(other.cells):
        return False
    if a.sure and b.sure and not a.sure.keys().isdisjoint(b.sure):
        return True
    said, there = a.said, b.said
    shared = sum(_absent(weight, each) for each, weight in said.items() if each in there)
    least = min(sum(map(_absent, side.values(), side)) for side in (said, there))
    return least < ENOUGH or shared >= FIT * least


class _Comparison:
    """Two runs of blocks, with what is rare in them: a name that every block has tells nothing."""

    def __init__(self, left: Sequence[Features], right: Sequence[Features]) -> None:
        self.left = left
        self.right = right
        counts = [Counter(chain.from_iterable(side.said for side in sides)) for sides in (left, right)]
        self.commonness = counts[0] | counts[1]
        self.once = {each for each, number in counts[0].items() if number == 1 and counts[1][each] == 1}
        lengths = [sum(len(each.block.text) for each in side) for side in (left, right)]
        self.scale = log(max(lengths[0], 1) / max(lengths[1], 1))
        self.said = [[self._weighed(each) for each in side] for side in (left, right)]
        self.heads = [_heads(side) for side in (left, right)]
        self.shared = self._shared()

    def _shared(self) -> list[int]:
        """For each row, as bits, the columns with which it shares any evidence."""
        columns: dict[object, int] = {}
        for column, (said, _) in enumerate(self.said[1]):
            for each in said:
                columns[each] = columns.get(each, 0) | 1 << column
        rows = []
        for said, _ in self.said[0]:
            bits = 0
            for each in said:
                bits |= columns.get(each, 0)
            rows.append(bits)
        return rows

    def _weighed(self, features: Features) -> tuple[dict[object, float], float]:
        """The weight of each piece of evidence, and of all if they are missed."""
        said = {each: weight / (1 + log(self.commonness[each])) for each, weight in features.said.items()}
        return said, sum(map(_absent, said.values(), said))

    def cost(self, row: int, column: int) -> float:
        """What it costs to pair two blocks."""
        one, other = self.left[row].block, self.right[column].block
        apart = 0.0
        if one.kind is not other.kind:
            if one.kind not in _TEXT or other.kind not in _TEXT:
                return IMPOSSIBLE
            apart = OTHER_KIND
        elif one.level != other.level:
            apart = 0.1
        elif one.container != other.container:
            apart = 0.12
        elif (row in self.heads[0]) is not (column in self.heads[1]):
            apart = OTHER_KIND
        return apart + self._unlike(row, column)

    def _unlike(self, row: int, column: int) -> float:
        """From 0, surely the same, over 0.5, nothing known, to 1."""
        (one, weight), (other, weight_there) = self.said[0][row], self.said[1][column]
        both = [each for each in one if each in other]
        missed = sum(_absent(one[each], each) for each in both)
        signs = 1.8 * sum(one[each] for each in both) - 0.9 * (min(weight, weight_there) - missed)
        signs -= 0.15 * min(abs(weight - weight_there), 4.0)
        length, length_there = len(self.left[row].block.text), len(self.right[column].block.text)
        if max(length, length_there) > SHORT:
            ratio = (log(max(length, 1) / max(length_there, 1)) - self.scale) / SPREAD
            signs += max(0.4 - ratio * ratio / 2, -2.0)
        return 1 / (1 + exp(signs)) if signs < 50 else 0.0  # noqa: PLR2004 - beyond it exp says nothing more

    def pairs(self) -> list[Pair]:
        """The alignment of the least cost, with what was only moved paired too."""
        steps = self._steps()
        moved = self._moved(steps)
        taken = set(moved.values())
        found = []
        for row, column in steps:
            if column is None and row in moved:
                found.append(Pair(self.left[row].block, self.right[moved[row]].block, is_moved=True))
            elif row is not None or column not in taken:
                found.append(
                    Pair(
                        self.left[row].block if row is not None else None,
                        self.right[column].block if column is not None else None,
                    )
                )
        return found

    def _moved(self, steps: Sequence[tuple[int | None, int | None]]) -> dict[int, int]:
        """Blocks left over on both sides that surely are the same, those of the source first."""
        rows = [row for row, column in steps if column is None and row is not None]
        columns = [column for row, column in steps if row is None and column is not None]
        if not rows or not columns or len(rows) * len(columns) > MAX_CELLS:
            return {}
        likely = sorted(
            (cost, row, column)
            for row in rows
            for column in columns
            if self.left[row].block.kind is self.right[column].block.kind and (cost := self.cost(row, column)) <= MOVED
        )
        moved: dict[int, int] = {}
        for _, row, column in likely:
            if row not in moved and column not in moved.values():
                moved[row] = column
        return moved

    # Which blocks go together

    def _steps(self) -> list[tuple[int | None, int | None]]:
        """The blocks of both sides in order, as pairs of indices; None for no counterpart."""
        rows, columns = len(self.left), len(self.right)
        steps: list[tuple[int | None, int | None]] = []
        row = column = 0
        for next_row, next_column in [*self._sure_pairs(), (rows, columns)]:
            steps += self._between(row, next_row, column, next_column)
            if next_row < rows:
                steps.append((next_row, next_column))
            row, column = next_row + 1, next_column + 1
        return steps

    def _sure_pairs(self) -> list[tuple[int, int]]:
        """In long texts, pairs that share what stands nowhere else: between them the rest is aligned piece by piece."""
        if len(self.left) * len(self.right) <= MAX_CELLS:
            return []
        places = {
            each: column for column, features in enumerate(self.right) for each in features.said if each in self.once
        }
        found = []
        for row, features in enumerate(self.left):
            votes: Counter[int] = Counter()
            for each, weight in features.said.items():
                if each in self.once:
                    votes[places[each]] += weight  # type: ignore[assignment] # typeshed counts only in whole numbers
            for column, weight in votes.most_common(1):
                if weight >= 1 and features.block.kind is self.right[column].block.kind:
                    found.append((row, column))
        return _rising(found)

    def _between(self, top: int, bottom: int, first: int, last: int) -> list[tuple[int | None, int | None]]:
        if (bottom - top) * (last - first) > MAX_CELLS:
            return self._in_order(top, bottom, first, last)
        if top == bottom or first == last:
            return [*((row, None) for row in range(top, bottom)), *((None, column) for column in range(first, last))]
        width = last - first
        above = [0.0, *(GAP + column * MORE for column in range(width))]
        steps_above = bytearray(b"\2" * (width + 1))
        moves: list[bytearray] = []
        for row in range(top, bottom):
            left = GAP + (row - top) * MORE
            line = [left]
            steps = bytearray(b"\1")
            shared = self.shared[row] >> first
            for column in range(1, width + 1):
                down = above[column] + (MORE if steps_above[column] == 1 else GAP)
                aside = left + (MORE if steps[-1] == 2 else GAP)  # noqa: PLR2004 - as in _walk_back
                best, step = (down, 1) if down <= aside else (aside, 2)
                least = 0.0 if shared >> (column - 1) & 1 else UNKNOWN
                if above[column - 1] + least < best:
                    both = above[column - 1] + self.cost(row, first + column - 1)
                    if both <= best:
                        best, step = both, 0
                left = best
                line.append(best)
                steps.append(step)
            moves.append(steps)
            above, steps_above = line, steps
        return _walk_back(moves, top, first, width)

    def _in_order(self, row: int, bottom: int, column: int, last: int) -> list[tuple[int | None, int | None]]:
        """In linear time, for thousands of blocks that all say alike: as they come, if they fit in kind."""
        steps: list[tuple[int | None, int | None]] = []
        while row < bottom and column < last:
            kind = self.left[row].block.kind
            ahead = range(column, min(column + BAND, last))
            at = next((each for each in ahead if self.right[each].block.kind is kind), None)
            if at is None:
                steps.append((row, None))
            else:
                steps += [(None, each) for each in range(column, at)]
                steps.append((row, at))
                column = at + 1
            row += 1
        return [*steps, *((each, None) for each in range(row, bottom)), *((None, each) for each in range(column, last))]


def _heads(side: Sequence[Features]) -> set[int]:
    """Where tables begin."""
    is_row = [each.block.kind is BlockKind.ROW for each in side]
    return {at for at, here in enumerate(is_row) if here and not (at and is_row[at - 1])}


def _absent(weight: float, evidence: object) -> float:
    """What it weighs that only one side has a piece of evidence."""
    return weight * ABSENT_NAME / NAME if isinstance(evidence, str) else weight


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs, given by rising rows, whose columns rise too."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, column) in enumerate(pairs):
        at = bisect_left(ends, column)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [column]
        last[at : at + 1] = [index]
    run = []
    index = last[-1] if last else -1
    while index >= 0:
        run.append(pairs[index])
        index = before[index]
    return run[::-1]


def _walk_back(moves: Sequence[bytearray], top: int, first: int, width: int) -> list[tuple[int | None, int | None]]:
    steps: list[tuple[int | None, int | None]] = []
    row, column = len(moves), width
    while row or column:
        step = 2 if row == 0 else 1 if column == 0 else moves[row - 1][column]
        row -= step != 2  # noqa: PLR2004 - 0 is both, 1 a block of the source, 2 one of the translation
        column -= step != 1
        steps.append((top + row if step != 2 else None, first + column if step != 1 else None))  # noqa: PLR2004
    return steps[::-1]
