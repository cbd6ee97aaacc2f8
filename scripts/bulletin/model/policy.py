"""What the coverage policy asks for and lets pass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from bulletin.model.finding import Severity
from bulletin.model.rules import ERRORS, FIXED


class Binding(Enum):
    """What an approval is bound to."""

    TEXT = "text"
    """The text that was approved: nothing is public without an `approval.lock` that fits it."""
    NAMES = "names"
    """The name and day in the front matter alone; locks are ignored."""


class Measure(Enum):
    """What a share is of."""

    PAGES = "pages"
    """Bulletins, each counting for one."""
    WORDS = "words"
    """Bulletins, each counting for the words of its source."""


class Level(Enum):
    """What a policy makes of a rule."""

    ERROR = "error"
    WARNING = "warning"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class SectionPolicy:
    """What the policy asks of one section, or of the rest."""

    required: float = 1.0
    """Share of the bulletins, from 0 to 1, whose translation must be current."""
    by_words: bool = False
    """Whether the share is of words rather than of pages."""
    grace_days: int = 0
    """Days after publication within which a translation may be missing or stale."""
    machine: bool = False
    """Whether a machine translation may be public, labelled, and counts."""
    draft: bool = False
    """Whether a draft counts; it is never public."""


@dataclass(frozen=True, slots=True)
class Policy:
    """`docs/_data/coverage.yml`."""

    sections: Mapping[str, SectionPolicy] = field(default_factory=dict)
    """Section, or `*` for the rest."""
    rules: Mapping[str, Level] = field(default_factory=dict)
    """Rule, or `*` for every rule that is not named."""
    is_given: bool = False
    """Whether the file says what is required of sections or rules; where it does not, the defaults hold."""
    approvals: Binding | None = None
    """What approvals are bound to; None where the file does not say."""

    def section(self, name: str) -> SectionPolicy:
        """What is asked of a section."""
        return self.sections.get(name) or self.sections.get("*") or SectionPolicy()

    def allows_machine(self, section: str) -> bool:
        """Whether a machine translation of a section may be public; no, unless the policy says so."""
        return self.section(section).machine

    @property
    def has_shares(self) -> bool:
        """Whether a section may have less than all of its bulletins translated: one then depends on the others."""
        return any(section.required < 1 for section in self.sections.values())

    def severity(self, rule: str) -> Severity | None:
        """How much a rule weighs; None where the policy turns it off."""
        default = Severity.ERROR if rule in ERRORS else Severity.WARNING
        level = self.rules.get(rule) or self.rules.get("*")
        if level is None or rule in FIXED:
            return default
        return None if level is Level.OFF else Severity(level.value)
