"""A quantity that a text states: what both languages must say alike."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

Key = tuple[str | float, ...]
"""One reading of a fact, comparable across languages. Its first part says what it is:

`=` a number without a unit; `u` a unit's name and the value in it; `~` the bare number of such a value;
`d` day and month; `D` a day of a month, `d*` the day of a date; `m` month; `q` quarter; `h` half of a year;
`t` minutes after midnight; `w` weekday from 1, Monday; `c` a code; `p` a telephone number; `v` "hundreds";
`U` a unit by itself; `Y` a year that stands outside a date, which "last year" can mean, and `y` such a year as
the distance from the bulletin's; `3m` three months, and `q3` a quarter that they can be; `6m` six months, and
`h6` the half of a year; `r` the time to which an amount belongs, "a day"; `g` the rank of a prize; `e` what a number is
worth in a unit, and `f` without one, if the magnitude of its neighbour holds for it too.
"""


class Strength(Enum):
    """What it means when the other edition does not state a fact."""

    STRONG = "strong"
    """A mismatch."""
    WEAK = "weak"
    """A mismatch only against another fact of its family that is left over there: "both", "two", a weekday."""
    OPTIONAL = "optional"
    """None at all: "one", "first", "last year". It may stand for a fact of the other edition."""


class Family(Enum):
    """Facts that a translator could have confused."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    YEAR = "year"
    DATE = "date"
    TIME = "time"
    WEEKDAY = "weekday"
    PERIOD = "period"
    """A quarter or a half of a year."""
    CODE = "code"
    PHONE = "phone"
    VAGUE = "vague"
    RATE = "rate"
    """The time to which an amount belongs: "40 tonnes a day"."""
    UNIT = "unit"
    """A unit without a number, at the head of a column."""


class Fact(NamedTuple):
    """One quantity of a text with every way to read it; a tuple, for there are hundreds in a bulletin."""

    text: str
    """As it is written."""
    start: int
    """Offset in the text."""
    end: int
    keys: tuple[Key, ...]
    """The readings; empty where its writing is wrong in its language."""
    foreign: tuple[Key, ...] = ()
    """The readings that it has with the separators of the other language."""
    parts: tuple[Key, ...] = ()
    """The facts that may stand for it together: 19/20 is "19 of 20"."""
    strength: Strength = Strength.STRONG
    family: Family = Family.NUMBER
    year: int = 0
    """The year, for one that is written as such; else 0."""
    month: int = 0
    """The month, for a month by itself; else 0."""
