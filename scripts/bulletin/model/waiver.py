"""A waiver: the decision of a named person to let one finding at one place pass until a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MAX_REASON = 300
"""Characters of a reason."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """One entry of a bundle's `waivers.yml`."""

    rule: str
    locale: str
    """Tag of the edition that its finding speaks of; empty where none is meant."""
    texts: tuple[tuple[str, tuple[str, ...]], ...]
    """Locale tag → digests of the blocks of that edition, or the one digest of the whole edition."""
    is_whole: bool
    """Whether the digests are those of whole editions: the finding was in no block."""
    reason: str
    by: str
    on: date
    until: date
    """The last day on which it holds."""
    field: str = ""
    """The field of the front matter at which the finding was, where it was in no block."""
    at: int = 1
    """Line of the finding when it was waived, 1-based: for readers, and to find a text that has changed."""
    line: int = 1
    """1-based, in `waivers.yml`."""

    def holds_on(self, day: date) -> bool:
        """Whether a day is one of its own."""
        return self.on <= day <= self.until


@dataclass(frozen=True, slots=True)
class Held:
    """A waiver beside the bundle as it is now."""

    waiver: Waiver
    path: str
    """The file in which its findings are, below the docs folder."""
    lines: tuple[tuple[int, int], ...]
    """First and last of the lines at which its findings are, or where they return."""
    is_unchanged: bool
    """Whether the texts are still those for which it was given."""

    def covers(self, rule: str, locale: str, path: str, line: int) -> bool:
        """Whether it is about a finding of a rule at a place."""
        is_here = (rule, locale, path) == (self.waiver.rule, self.waiver.locale, self.path)
        return is_here and any(first <= line <= last for first, last in self.lines)


def year_after(day: date) -> date:
    """The same day of the next year; 1 March where the next year has no 29 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1) if day.year < date.max.year else date.max
