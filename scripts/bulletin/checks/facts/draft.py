"""A fact that is being read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bulletin.checks.facts.tables import Unit
from bulletin.model.fact import Family, Key, Strength


@dataclass(slots=True)
class Draft:
    """A fact that is being read."""

    start: int
    end: int
    raw: float | None = None
    """The bare number, magnitude included; None for what is no number."""
    magnitude: float = 1
    unit: Unit | None = None
    keys: list[Key] = field(default_factory=list)
    foreign: Sequence[Key] = ()
    parts: tuple[Key, ...] = ()
    strength: Strength = Strength.STRONG
    family: Family = Family.NUMBER
    year: int = 0
    month: int = 0
    day: tuple[int, int] = (0, 0)
    """Day and month of a date."""
    can_be_day: bool = False
    minutes: int = -1
    """Of a time."""

    def has_unit(self, base: str, factor: float) -> bool:
        """Whether it is a number of exactly these units."""
        return self.unit == (base, factor)
