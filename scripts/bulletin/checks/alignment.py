"""Blocks of two editions → their alignment, by kind and by what they say.

A global alignment (Needleman and Wunsch, 1970) whose costs come from the kinds of the blocks, the numbers, names and addresses that
they share, and their lengths. Blocks are paired as they come where their kinds agree and nothing they say speaks against it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bulletin.model.alignment import Alignment, Pair
from bulletin.model.block import Block, BlockKind

Evidence = frozenset[object]
GAP = 0.6
"""What a block without a counterpart costs; a pair that nothing speaks for costs 0.45, one that all speaks against 0.9."""
OTHER_KIND = 0.5
MAX_CELLS = 160_000
"""400 blocks against 400 take half a second; longer texts are aligned in linear time, by kind alone."""
BAND = 40
"""How far such an alignment looks ahead."""
_NAME = re.compile(r"(?<![^\W_])[^\W\d_a-zà-ỹđ][^\W\d_]*")
_STOP = frozenset("the a in on of for to and by at an this it he she they trong tai cac nhung ngay theo tu day do ong ba cung ben voi mot".split())


@dataclass(frozen=True, slots=True)
class Features:
    """What of a block can be recognised in another language."""

    block: Block
    evidence: Evidence
    length: int


def features_of(block: Block, facts: Sequence[object]) -> Features:
    """The features of a block; facts are hashable readings of its quantities."""
    names = {folded(match[0]) for match in _NAME.finditer(block.prose)} - _STOP
    targets = {link.href.rsplit("/", 2)[-1] for link in block.links if len(link.href) > 3}  # noqa: PLR2004
    figures = {figure.src for figure in block.figures}
    return Features(block, frozenset({*facts, *(name for name in names if len(name) > 1), *targets, *figures}), len(block.text))


def folded(text: str) -> str:
    """A word without diacritics, in lower case: names survive translation so."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def align(source: Sequence[Features], translation: Sequence[Features]) -> Alignment:
    """Align the blocks of two editions: fields by their kind, body and footnotes each in their order."""
    pairs = _fields(source, translation)
    for is_part in (_is_body, _is_note):
        left = [each for each in source if is_part(each.block)]
        right = [each for each in translation if is_part(each.block)]
        pairs += _sequence(left, right)
    return Alignment(tuple(pairs))


def _is_note(block: Block) -> bool:
    return block.kind is BlockKind.FOOTNOTE or block.container.startswith("f")


def _is_body(block: Block) -> bool:
    return not block.kind.is_field and not _is_note(block)


def _fields(source: Sequence[Features], translation: Sequence[Features]) -> list[Pair]:
    """Fields pair by their kind; notes of corrections by their order."""
    pairs = []
    for kind in (BlockKind.TITLE, BlockKind.DESCRIPTION, BlockKind.ALT, BlockKind.CAPTION, BlockKind.CORRECTION):
        left = [each.block for each in source if each.block.kind is kind]
        right = [each.block for each in translation if each.block.kind is kind]
        pairs += [Pair(a, b) for a, b in zip(left, right, strict=False)]
    return pairs


def _sequence(left: Sequence[Features], right: Sequence[Features]) -> list[Pair]:
    if len(left) == len(right) and all(
        _signature(a.block) == _signature(b.block) and not _contradicts(a, b) for a, b in zip(left, right, strict=True)
    ):
        return [Pair(a.block, b.block) for a, b in zip(left, right, strict=True)]
    return _cheapest(left, right)


def _signature(block: Block) -> tuple[object, ...]:
    return (block.kind, block.level, block.container, len(block.cells))


def _contradicts(a: Features, b: Features) -> bool:
    """Whether two blocks both name several things, and share none of them."""
    return min(len(a.evidence), len(b.evidence)) >= 2 and not a.evidence & b.evidence  # noqa: PLR2004


def likeness(a: Features, b: Features) -> float:
    """How much two blocks look like each other's translation, from 0 to 1; 0.5 where nothing is known."""
    shared = len(a.evidence & b.evidence)
    smaller = min(len(a.evidence), len(b.evidence))
    larger = max(len(a.evidence), len(b.evidence))
    if larger == 0:
        said = 0.5
    elif smaller == 0:
        said = 0.5 - min(larger, 4) * 0.06
    else:
        said = 0.15 + 0.85 * shared / (0.5 * (smaller + larger)) if shared else 0.5 - 0.12 * min(smaller, 4)
    longer, shorter = max(a.length, b.length, 1), max(min(a.length, b.length), 1)
    return max(0.0, min(1.0, said + 0.25 * (shorter / longer - 0.75)))


def _cost(a: Features, b: Features) -> float:
    one, other = a.block, b.block
    apart = 0.9 * (1 - likeness(a, b))
    if one.kind is not other.kind:
        text = {BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING, BlockKind.TERM, BlockKind.DEFINITION, BlockKind.ADMONITION, BlockKind.HTML}
        return OTHER_KIND + apart if one.kind in text and other.kind in text else 10.0
    if one.kind is BlockKind.HEADING and one.level != other.level:
        apart += 0.15
    elif one.container != other.container:
        apart += 0.2
    elif one.kind is BlockKind.ITEM and one.level != other.level:
        apart += 0.1
    return apart


def _cheapest(left: Sequence[Features], right: Sequence[Features]) -> list[Pair]:
    """The alignment of the least cost."""
    rows, columns = len(left), len(right)
    if not rows or not columns:
        return [*(Pair(each.block, None) for each in left), *(Pair(None, each.block) for each in right)]
    if rows * columns > MAX_CELLS:
        return _in_order(left, right)
    previous = [column * GAP for column in range(columns + 1)]
    moves: list[bytearray] = []
    for row in range(1, rows + 1):
        current = [row * GAP]
        steps = bytearray([1])
        for column in range(1, columns + 1):
            above, aside = previous[column] + GAP, current[column - 1] + GAP
            best, step = (above, 1) if above <= aside else (aside, 2)
            if previous[column - 1] < best:
                both = previous[column - 1] + _cost(left[row - 1], right[column - 1])
                if both <= best:
                    best, step = both, 0
            current.append(best)
            steps.append(step)
        moves.append(steps)
        previous = current
    return _walk_back(left, right, moves)


def _in_order(left: Sequence[Features], right: Sequence[Features]) -> list[Pair]:
    """An alignment in linear time for texts of thousands of blocks: as they come, skipping what does not fit in kind."""
    pairs = []
    row = column = 0
    while row < len(left) and column < len(right):
        if left[row].block.kind is right[column].block.kind:
            pairs.append(Pair(left[row].block, right[column].block))
            row, column = row + 1, column + 1
            continue
        skip = next(
            (n for n in range(1, BAND) if column + n < len(right) and left[row].block.kind is right[column + n].block.kind), 0
        )
        if skip:
            pairs += [Pair(None, each.block) for each in right[column : column + skip]]
            column += skip
        else:
            pairs.append(Pair(left[row].block, None))
            row += 1
    pairs += [Pair(each.block, None) for each in left[row:]]
    pairs += [Pair(None, each.block) for each in right[column:]]
    return pairs


def _walk_back(left: Sequence[Features], right: Sequence[Features], moves: Sequence[bytearray]) -> list[Pair]:
    pairs = []
    row, column = len(left), len(right)
    while row or column:
        if row == 0:
            step = 2
        elif column == 0:
            step = 1
        else:
            step = moves[row - 1][column]
        if step == 0:
            row, column = row - 1, column - 1
            pairs.append(Pair(left[row].block, right[column].block))
        elif step == 1:
            row -= 1
            pairs.append(Pair(left[row].block, None))
        else:
            column -= 1
            pairs.append(Pair(None, right[column].block))
    return pairs[::-1]
