"""How a translation stands to its source: decided from their texts and what an editor last accepted, and from nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


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
    accepted: Accepted | None, source: tuple[tuple[str, int], ...], translation: tuple[str, ...], checked: date | None, today: date
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
    changed, removed = _difference(accepted.source, source)
    return Standing(State.DIVERGED if translation_changed else State.STALE, accepted.on, changed=changed, removed=removed)


def _difference(
    before: tuple[str, ...], after: tuple[tuple[str, int], ...]
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Lines of blocks that are new, and digests that are gone; blocks that only moved are told as new where they stand now."""
    known = set(before)
    now = {digest for digest, _ in after}
    changed = tuple(line for digest, line in after if digest not in known)
    removed = tuple(digest for digest in before if digest not in now)
    if not changed and not removed:  # the same blocks in another order, or one of two equal ones is gone
        old = list(before)
        changed = tuple(line for (digest, line), was in zip(after, [*old, *[""] * len(after)], strict=False) if digest != was)
    return changed, removed
