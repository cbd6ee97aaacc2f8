"""What the rules on a pair are given, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bulletin.model.finding import Message


@dataclass(frozen=True, slots=True)
class Spot:
    """The very words of one edition that a finding is about."""

    text: str
    line: int
    """1-based, in the edition's file."""
    in_source: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What is wrong with a pair, or with one edition of it, at a line."""

    rule: str
    line: int
    """1-based, in the translation's file; in the source's where `in_source`."""
    message: Message
    in_source: bool = False
    spots: tuple[Spot, ...] = ()
    """The words that disagree, in either edition; none where a rule does not know them."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Two editions of a bulletin, as the comparison needs them."""

    source_tag: str
    translation_tag: str
    day: date | None
    """The bulletin's date, which supplies years and months."""
