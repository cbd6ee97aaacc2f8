"""How a translation stands to its source: decided from their texts and what was accepted, nothing else."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import Enum

MAX_ORDERED = 1000
"""Blocks whose order is compared as people would; for more of them that takes too long."""


class State(Enum):
    """The states of checks.md."""

    MISSING = "missing"
    """It is required, and there is no file."""
    ORPHAN = "orphan"
    """Its source edition is gone."""
    UNTRACKED = "untracked"
    """Nobody ever accepted it."""
    STALE = "stale"
    """The source changed in meaning since it was accepted."""
    DIVERGED = "diverged"
    """Both changed since."""
    EDITED = "edited"
    """Only the translation changed since; still current."""
    CURRENT = "current"
    """It matches its source."""

    @property
    def is_current(self) -> bool:
        """Whether readers can take it for what the source says."""
        return self in (State.CURRENT, State.EDITED)

    @property
    def rule(self) -> str:
        """The rule under which a check tells it; empty for current."""
        return _RULES.get(self, "")


_RULES = {
    State.MISSING: "missing-translation",
    State.ORPHAN: "orphan-translation",
    State.UNTRACKED: "untracked-translation",
    State.STALE: "stale-translation",
    State.DIVERGED: "diverged-translation",
    State.EDITED: "edited-translation",
}


@dataclass(frozen=True, slots=True)
class Accepted:
    """What `translation.lock` remembers of one translation."""

    of: str
    """Tag of the source's locale."""
    on: date
    """The day on which it was accepted, in the site's zone."""
    source: tuple[str, ...]
    """Digests of the source's blocks, in their order."""
    translation: tuple[str, ...]
    line: int = 1
    """1-based, in the lock."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one translation stands."""

    state: State
    accepted: date | None = None
    """The day on which it last matched; None where nobody accepted it."""
    pending: bool = False
    """Whether an editor has accepted it in a form, and the lock does not say so yet."""
    changed: tuple[int, ...] = ()
    """Lines of the source's blocks that are new since, 1-based."""
    removed: tuple[str, ...] = ()
    """Digests of the source's blocks that are gone since, those that others replaced included."""


def standing(
    accepted: Accepted | None,
    source: tuple[tuple[str, int], ...],
    translation: tuple[str, ...],
    checked: date | None,
    today: date,
) -> Standing:
    """Decide how a translation stands; the source is (digest, line) for each of its blocks.

    A day `checked` later than the lock's, and not later than today, accepts the translation as it is.
    """
    if checked is not None and checked <= today and (accepted is None or checked > accepted.on):
        return Standing(State.CURRENT, checked, pending=True)
    if accepted is None:
        return Standing(State.UNTRACKED)
    digests = tuple(digest for digest, _ in source)
    source_changed = digests != accepted.source
    translation_changed = translation != accepted.translation
    if not source_changed:
        return Standing(State.EDITED if translation_changed else State.CURRENT, accepted.on)
    changed, removed = difference(accepted.source, source)
    state = State.DIVERGED if translation_changed else State.STALE
    return Standing(state, accepted.on, changed=changed, removed=removed)


def difference(before: tuple[str, ...], after: tuple[tuple[str, int], ...]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Lines of blocks that are new, and digests that are gone.

    Where the same blocks stand in another order, those are told that no longer follow the blocks before them.
    """
    gone = Counter(before) - Counter(digest for digest, _ in after)
    new = Counter(digest for digest, _ in after) - Counter(before)
    changed = []
    for digest, line in reversed(after):  # of equal blocks the last is the one that was added
        if new[digest] > 0:
            new[digest] -= 1
            changed.append(line)
    if not changed and not gone:
        kept = _in_order(before, tuple(digest for digest, _ in after))
        return tuple(line for at, (_, line) in enumerate(after) if at not in kept), ()
    return tuple(reversed(changed)), tuple(gone.elements())


def _in_order(before: tuple[str, ...], after: tuple[str, ...]) -> set[int]:
    """Places in `after` of the blocks that kept their order."""
    if len(after) > MAX_ORDERED:
        return {at for at, (was, now) in enumerate(zip(before, after, strict=False)) if was == now}
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return {at for _, start, size in matcher.get_matching_blocks() for at in range(start, start + size)}
