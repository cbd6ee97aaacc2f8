"""Which top-level elements of two texts stand beside each other when both are read side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TypeAlias

from bulletin.model.alignment import Alignment

Rows: TypeAlias = tuple[tuple[int, int], ...]
"""How many elements of the source, and of the translation, each row has; in the order of both texts."""
_Link: TypeAlias = tuple[int, int]
"""Numbers (`Block.top`) of an element of the source and one of the translation that say the same."""
NEAR = 6
"""Elements that a reader takes in at once: what moved farther than this stands alone where it is, in either text."""


def rows_of(alignment: Alignment) -> Rows:
    """The smallest rows that keep both texts in their own order and part nothing that says the same.

    Lists, tables and the like stay whole. Footnotes and fields are in no row.
    """
    sources = [pair.source.top for pair in alignment if pair.source is not None]
    translations = [pair.translation.top for pair in alignment if pair.translation is not None]
    size = max(sources, default=-1) + 1, max(translations, default=-1) + 1
    kept: list[_Link] = []
    moved: list[_Link] = []
    for pair in alignment:
        if pair.both is not None and min(link := (pair.both[0].top, pair.both[1].top)) >= 0:
            (moved if pair.is_moved else kept).append(link)
    rows = _rows(kept, size)
    return _rows([*kept, *_near(moved, rows)], size) if moved else rows


def _rows(links: Sequence[_Link], size: tuple[int, int]) -> Rows:
    """Cut both texts wherever no link crosses the cut."""
    least, most = _bounds(links, size)
    rows: list[tuple[int, int]] = []
    at, other = 0, 0
    while (at, other) != size:
        if at < size[0] and least[at + 1] <= other <= most[at + 1]:
            step = (1, 0)
        elif other < most[at]:
            step = (0, 1)
        else:
            end = next(each for each in range(at + 1, size[0] + 1) if least[each] <= most[each])
            step = (end - at, least[end] - other)
        rows.append(step)
        at, other = at + step[0], other + step[1]
    return tuple(rows)


def _bounds(links: Iterable[_Link], size: tuple[int, int]) -> tuple[list[int], list[int]]:
    """For each cut of the source the least and the greatest cut of the translation that no link crosses."""
    first, last = [size[1]] * (size[0] + 1), [0] * (size[0] + 1)
    for source, translation in links:
        first[source] = min(first[source], translation)
        last[source + 1] = max(last[source + 1], translation + 1)
    return list(accumulate(last, max)), list(accumulate(reversed(first), min))[::-1]


def _near(moved: Iterable[_Link], rows: Rows) -> list[_Link]:
    """The moved ones that lie so near that the row which holds both ends is still read at a glance."""
    places = [[number for number, row in enumerate(rows) for _ in range(row[side])] for side in (0, 1)]
    sizes = [0, *accumulate(max(row) for row in rows)]
    found = []
    for source, translation in moved:
        ends = sorted((places[0][source], places[1][translation]))
        if sizes[ends[1] + 1] - sizes[ends[0]] <= NEAR:
            found.append((source, translation))
    return found
