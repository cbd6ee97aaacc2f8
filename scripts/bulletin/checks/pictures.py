"""`image-mismatch`, `missing-alt`, `missing-caption`: which pictures two editions show, and with which texts."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterator, Sequence

from bulletin.checks.destinations import file_of
from bulletin.checks.told import Told
from bulletin.model.alignment import Alignment
from bulletin.model.block import Block, Figure
from bulletin.model.bulletin import Edition
from bulletin.model.catalogue import message

RULE = "image-mismatch"
MOST = 60
"""Missing pictures that are told: for each the place where it should stand is looked for."""


def compare_pictures(alignment: Alignment, source: Edition, translation: Edition) -> Iterator[Told]:
    """Findings on the pictures of two editions, each with the picture of the source that it stands for."""
    yield from _lead_picture(source, translation)
    left = [figure for pair in alignment if pair.source for figure in pair.source.figures]
    right = [figure for pair in alignment if pair.translation for figure in pair.translation.figures]
    if not left and not right:
        return
    pairs, left, right = _paired(left, right)
    yield from _order(pairs)
    for one, other in zip(left, right, strict=False):
        parts = {"found": other.src, "expected": one.src, "line": one.line}
        yield Told(RULE, other.line, message("image-mismatch", **parts))
        pairs.append((one, other))
    for one in left[len(right) :][:MOST]:
        line = _beside(alignment, one, translation.body_line, 1)
        yield Told(RULE, line, message("image-missing", expected=one.src, line=one.line))
    for other in right[len(left) :][:MOST]:
        line = _beside(alignment, other, source.body_line, 0)
        yield Told(RULE, other.line, message("image-added", found=other.src, line=line))
    for one, other in pairs:
        yield from _captions((one.src, one.caption, one.line), (other.src, other.caption, other.line))


def _captions(one: tuple[str, str, int], other: tuple[str, str, int]) -> Iterator[Told]:
    """The caption that one of two pictures lacks; each is its file, caption and line."""
    for (src, caption, line), (_, there, line_there), in_source in ((other, one, False), (one, other, True)):
        if there.strip() and not caption.strip():
            sentence = message("missing-caption", found=src, expected=there, line=line_there)
            yield Told("missing-caption", line, sentence, in_source=in_source)


def _beside(alignment: Alignment, figure: Figure, line: int, side: int) -> int:
    """The line of an edition at which a picture should stand: that of its block, or of the block before.

    The edition is 0 for the source and 1 for the translation, and the line that of its body's beginning.
    """
    for pair in alignment:
        blocks = (pair.source, pair.translation)
        own, other = blocks[side], blocks[1 - side]
        if own is not None and not own.kind.is_field:
            line = own.line
        if other is not None and any(each is figure for each in other.figures):
            return line
    return line


def _paired(
    left: Sequence[Figure], right: Sequence[Figure]
) -> tuple[list[tuple[Figure, Figure]], list[Figure], list[Figure]]:
    """Pictures of the same file, and what each side has left."""
    waiting: dict[str, deque[Figure]] = {}
    for other in right:
        waiting.setdefault(file_of(other.src), deque()).append(other)
    pairs = []
    alone = []
    for figure in left:
        same = waiting.get(file_of(figure.src))
        if same:
            pairs.append((figure, same.popleft()))
        else:
            alone.append(figure)
    free = {id(each) for each in itertools.chain.from_iterable(waiting.values())}
    return pairs, alone, [other for other in right if id(other) in free]


def _order(pairs: Sequence[tuple[Figure, Figure]]) -> Iterator[Told]:
    """The first picture that stands before one that it follows in the source."""
    for (_, before), (one, other) in itertools.pairwise(pairs):
        if other.line < before.line:
            yield Told(RULE, other.line, message("image-order", found=other.src, line=one.line))
            return


def _lead_picture(source: Edition, translation: Edition) -> Iterator[Told]:
    one, other = source.image, translation.image
    if one is not None and other is not None:
        if file_of(one.file) != file_of(other.file):
            parts = {"found": other.file, "expected": one.file, "line": one.line}
            yield Told(RULE, other.line, message("image-mismatch", **parts))
        lines = [image.caption_line if image.caption else image.line for image in (one, other)]
        yield from _captions((one.file, one.caption, lines[0]), (other.file, other.caption, lines[1]))
    elif one is not None:
        yield Told(RULE, translation.line_of("title"), message("image-missing", expected=one.file, line=one.line))
    elif other is not None:
        sentence = message("image-added", found=other.file, line=source.line_of("title"))
        yield Told(RULE, other.line, sentence)


def missing_alts(edition: Edition, blocks: Sequence[Block]) -> Iterator[Told]:
    """Pictures of one edition without a text for those who do not see them (WCAG 2.2, 1.1.1)."""
    if edition.image is not None and edition.image.file and not edition.image.alt.strip():
        yield Told("missing-alt", edition.image.line, message("missing-alt", found=edition.image.file), in_source=True)
    for block in blocks:
        for figure in block.figures:
            if not figure.alt.strip():
                yield Told("missing-alt", figure.line, message("missing-alt", found=figure.src), in_source=True)
