"""What changed in the content since an earlier revision, and how near to it a finding is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from bulletin.model.finding import Finding


class Nearness(IntEnum):
    """How much a finding has to do with a change, the nearest first."""

    LINE = 0
    """It is on a line that changed, or names one of the other edition."""
    BUNDLE = 1
    """Something else of its bulletin changed."""
    ELSEWHERE = 2
    """Nothing of its bulletin changed."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference between an earlier revision and the files as they are; paths are below the docs folder."""

    revision: str
    """The commit with which the files were compared."""
    lines: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    """Path → first and last line of each stretch that is new or beside which some are gone, 1-based, in their order."""
    files: frozenset[str] = frozenset()
    """Every file that changed, those that are gone and the former names of others included."""

    @property
    def folders(self) -> frozenset[str]:
        """The folders of the files; empty for the docs folder itself."""
        return frozenset(_folder(path) for path in self.files)

    def holds(self, path: str, line: int) -> bool:
        """Whether a line changed."""
        stretches = self.lines.get(path, ())
        at = bisect_right(stretches, line, key=lambda stretch: stretch[0])
        return at > 0 and line <= stretches[at - 1][1]


@dataclass(frozen=True, slots=True)
class Vicinity:
    """Tells of many findings how near they are; looks up the folders of a change once."""

    changes: Changes
    folders: frozenset[str]

    def of(self, finding: Finding, other: str) -> Nearness:
        """How near a finding is; `other` is the path of the other edition, empty where there is none."""
        there = finding.message.there
        if self.changes.holds(finding.path, finding.line) or (other and there and self.changes.holds(other, there)):
            return Nearness.LINE
        folder = finding.key or _folder(finding.path)
        # Beside the home page lies what has nothing to do with it.
        is_near = folder in self.folders if folder else not self.changes.files.isdisjoint((finding.path, other))
        is_near |= finding.path in self.folders
        return Nearness.BUNDLE if is_near else Nearness.ELSEWHERE


def vicinity(changes: Changes) -> Vicinity:
    """What tells how near findings are to a change."""
    return Vicinity(changes, changes.folders)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
