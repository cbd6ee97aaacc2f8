"""How much of what must be translated is, for each locale and section."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bulletin.checks.bundle import Checked
from bulletin.model.policy import Policy
from bulletin.model.state import State


@dataclass(slots=True)
class Tally:
    """Counts of one locale and section. A required page is in exactly one of the seven states."""

    required: int = 0
    current: int = 0
    stale: int = 0
    diverged: int = 0
    missing: int = 0
    untracked: int = 0
    machine: int = 0
    """Machine translations that the policy does not count."""
    draft: int = 0
    words: int = 0
    """Of the sources that must be translated."""
    words_current: int = 0

    def add(self, state: str, words: int) -> None:
        """Count one page."""
        self.required += 1
        self.words += words
        setattr(self, state, getattr(self, state) + 1)
        if state == "current":
            self.words_current += words

    def as_json(self) -> dict[str, int]:
        """The counts by name, in the order of the contract."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(slots=True)
class Coverage:
    """Locale tag → section → counts."""

    tallies: dict[str, dict[str, Tally]] = field(default_factory=dict)

    def as_json(self) -> dict[str, dict[str, dict[str, int]]]:
        """As the contract has it."""
        return {
            tag: {section: tally.as_json() for section, tally in sorted(sections.items())}
            for tag, sections in sorted(self.tallies.items())
        }


def coverage(bundles: Iterable[Checked], tags: Iterable[str], policy: Policy) -> Coverage:
    """Count every bulletin that must be translated."""
    found = Coverage({tag: {} for tag in tags})
    for bundle in bundles:
        for tag in bundle.required:
            state = state_of(bundle, tag, policy)
            found.tallies.setdefault(tag, {}).setdefault(bundle.section, Tally()).add(state, bundle.words)
    return found


def state_of(bundle: Checked, tag: str, policy: Policy) -> str:
    """In which of the states a required page is counted."""
    stands = (bundle.standings or {}).get(tag)
    if stands is None:  # there is a file that cannot be read
        return State.MISSING.value
    status = (bundle.translation_status or {}).get(tag, "")
    section = policy.section(bundle.section)
    if status == "draft" and not section.draft:
        return "draft"
    if status == "machine" and not section.machine:
        return "machine"
    return "current" if stands.state.is_current else stands.state.value
