"""What a check has to say to an editor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from bulletin.model.waiver import Waiver


class Severity(Enum):
    """How much a finding weighs."""

    ERROR = "error"
    """Stops publication."""
    WARNING = "warning"
    """Is told, and stops nothing."""


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence in the two languages of the editors: what was found, and what was expected."""

    vi: str
    en: str
    there: int = 0
    """1-based line of the other edition that it names; 0 where it names none."""

    def __str__(self) -> str:
        """Both languages on one line, Vietnamese first."""
        return f"{self.vi} / {self.en}"

    def then(self, other: Message) -> Message:
        """Both sentences as one."""
        return Message(f"{self.vi}; {other.vi}", f"{self.en}; {other.en}", self.there or other.there)


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a check, at one place."""

    rule: str
    """Kebab-case kind, such as `schema`, `clearance` or `broken-link`."""
    severity: Severity
    path: str
    """Of the file, below the docs folder, with `/`."""
    line: int
    """1-based; 1 where the whole file or folder is meant."""
    message: Message
    key: str = ""
    """Of the bulletin; empty where there is none."""
    locale: str = ""
    """Tag of the edition; empty where none is meant."""
    due: date | None = None
    """The day from which it is an error, for a warning that a policy lets pass until then; it is in the message too."""
    waived: Waiver | None = None
    """Why it counts for nothing, and until when; None for one that counts. No list holds both kinds."""

    @property
    def sort_key(self) -> tuple[str, int, str, str]:
        """By place, then rule."""
        return (self.path, self.line, self.rule, self.message.en)

    def as_warning(self) -> Finding:
        """The same finding about something that is not going to be public."""
        return replace(self, severity=Severity.WARNING)


@dataclass(eq=False)  # not frozen: contextlib writes the traceback into an exception that passes through it
class CallError(Exception):
    """The call, the configuration or a registry is wrong: one line, exit status 2."""

    place: str
    """File and line, or the option."""
    message: Message

    def __str__(self) -> str:
        """One line: place, then the message in both languages."""
        return f"{self.place}: {self.message}"
