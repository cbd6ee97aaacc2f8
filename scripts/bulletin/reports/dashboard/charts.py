"""Coverage → shapes: where each part of a bar begins and ends, in per cent, so that a template only draws."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bulletin.checks.coverage import Tally
from bulletin.reports.dashboard.labels import percent
from bulletin.reports.dashboard.shares import Point, Share

KINDS = ("current", "changed", "untracked", "unread", "missing")
"""The parts of a bar, from left to right, or from below."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a bar."""

    kind: str
    """One of KINDS."""
    count: int
    start: float
    """In per cent of the whole length, from the left or from above."""
    size: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One group of pages."""

    key: str
    name: str
    counts: tuple[int, ...]
    """In the order of KINDS."""
    required: int
    pages: int
    """Per cent of pages that are current, rounded down."""
    words: int
    """Per cent of words."""
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """Two lines over time, as points of an SVG path in a box of 100 by 100."""

    points: tuple[Point, ...]
    required: str
    current: str
    highest: int


def counts(tally: Tally) -> tuple[int, ...]:
    """Pages in the order of KINDS."""
    changed, unread = tally.stale + tally.diverged, tally.machine + tally.draft
    return tally.current, changed, tally.untracked, unread, tally.missing


def bars(groups: Iterable[Share], names: dict[str, str]) -> list[Bar]:
    """A bar of full length for each group; names are by key."""
    return [_bar(share, names.get(share.key, share.key), share.tally.required) for share in groups]


def columns(groups: Sequence[Share], names: dict[str, str]) -> list[Bar]:
    """Columns as high as their numbers of pages; their parts begin from above."""
    highest = max((share.tally.required for share in groups), default=0)
    return [_bar(share, names.get(share.key, share.key), highest, from_below=True) for share in groups]


def _bar(share: Share, name: str, whole: int, *, from_below: bool = False) -> Bar:
    tally = share.tally
    found = counts(tally)
    parts = []
    start = 0.0
    for kind, count in zip(KINDS, found, strict=True):
        size = 100 * count / whole if whole else 0.0
        place = 100 - start - size if from_below else start
        if count:
            parts.append(Part(kind, count, round(place, 2), round(size, 2)))
        start += size
    pages, words = percent(tally.current, tally.required), percent(tally.words_current, tally.words)
    return Bar(share.key, name, found, tally.required, pages, words, tuple(parts))


def curve(points: Sequence[Point]) -> Curve:
    """Two filled lines; points lie at equal distances, as the ends of months nearly do."""
    highest = max((point.required for point in points), default=0)
    return Curve(
        tuple(points),
        _path([point.required for point in points], highest),
        _path([point.current for point in points], highest),
        highest,
    )


def _path(values: Sequence[int], highest: int) -> str:
    """A closed area above the lower edge."""
    if not values or not highest:
        return ""
    step = 100 / max(len(values) - 1, 1)
    line = " ".join(f"L{index * step:.2f} {100 - 100 * value / highest:.2f}" for index, value in enumerate(values))
    return f"M0 100 {line} L100 {100 - 100 * values[-1] / highest:.2f} L100 100 Z"
