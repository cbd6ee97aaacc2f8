"""The shares that a policy requires: on which day a translation that is not current becomes an error.

A share counts the bulletins whose days of grace are over. While it is met, the others may wait.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bulletin.checks.bundle import Checked
from bulletin.checks.coverage import state_of
from bulletin.model.policy import Policy, SectionPolicy
from bulletin.model.state import State


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What a policy lets pass, and until when, if nothing is done."""

    due: date | None
    """The first day on which it is an error, today at the earliest; None where no such day can be seen."""
    share: float | None = None
    """The share that is current, where it is this share that lets the finding pass today."""
    required: float = 1.0

    def is_error(self, today: date) -> bool:
        """Whether the day has come."""
        return self.due is not None and self.due <= today


def due_day(checked: Checked, section: SectionPolicy) -> date | None:
    """The first day behind the days of grace; None where the calendar ends before.

    A bulletin that has no day at all has no grace either.
    """
    if checked.since is None:
        return date.min
    try:
        return checked.since + timedelta(days=section.grace_days + 1)
    except OverflowError:
        return None


class Shares:
    """Every locale and section of a docs folder, day by day as their bulletins leave their grace."""

    def __init__(self, bundles: Iterable[Checked], policy: Policy) -> None:
        """Count the bulletins that must be translated."""
        self.policy = policy
        pages: dict[tuple[str, str], list[tuple[date, int, bool]]] = {}
        for bundle in bundles:
            section = policy.section(bundle.section)
            due = due_day(bundle, section)
            if due is None:
                continue
            weight = bundle.words if section.by_words else 1
            for tag in bundle.required:
                is_current = state_of(bundle, tag, policy) == State.CURRENT.value
                pages.setdefault((bundle.section, tag), []).append((due, weight, is_current))
        self._shares = {place: _Share(found) for place, found in pages.items()}

    def reckon(self, checked: Checked, tag: str, today: date) -> Reckoning:
        """Say when a translation that is missing or behind becomes an error.

        One that nobody requires counts, for its own sake, as if it were required.
        """
        section = self.policy.section(checked.section)
        due = due_day(checked, section)
        if due is None:
            return Reckoning(None)
        share = self._shares.get((checked.section, tag)) or _Share([])
        weight = checked.words if section.by_words else 1
        extra = 0 if tag in checked.required else weight
        start = max(due, today)
        first = share.first_unmet(start, section.required, extra)
        is_over = due <= today
        if is_over and first != today:
            return Reckoning(first, share.at(today, extra), section.required)
        return Reckoning(first, None if first == due else share.at(start, extra), section.required)


class _Share:
    """The share of one locale and section."""

    def __init__(self, pages: Iterable[tuple[date, int, bool]]) -> None:
        self.days: list[date] = []
        """Each day on which bulletins leave their grace, in order."""
        self.counts: list[tuple[int, int]] = []
        """For each of these days: what is current, and all."""
        current = whole = 0
        for due, weight, is_current in sorted(pages):
            whole += weight
            current += weight if is_current else 0
            if self.days and self.days[-1] == due:
                self.counts[-1] = (current, whole)
            else:
                self.days.append(due)
                self.counts.append((current, whole))
        self._unmet: dict[tuple[float, int], list[date]] = {}

    def at(self, day: date, extra: int = 0) -> float:
        """The share on a day, from 0 to 1; 1 where there is nothing to count."""
        place = bisect_right(self.days, day)
        current, whole = self.counts[place - 1] if place else (0, 0)
        return current / (whole + extra) if whole + extra else 1.0

    def first_unmet(self, start: date, required: float, extra: int) -> date | None:
        """The first day from a start on which the share is less than what is required."""
        if self.at(start, extra) < required:
            return start
        unmet = self._unmet.get((required, extra))
        if unmet is None:
            unmet = [day for day in self.days if self.at(day, extra) < required]
            self._unmet[required, extra] = unmet
        place = bisect_left(unmet, start)
        return unmet[place] if place < len(unmet) else None
