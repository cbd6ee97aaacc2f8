"""The readings of a quantity: what of it can be compared, a tuple each, and bounds that every language shares."""

from __future__ import annotations

from collections.abc import Mapping

from bulletin.checks.facts.tables import PERCENT, POINT, Unit
from bulletin.model.fact import Key

FIRST_YEAR, LAST_YEAR = 1000, 2199
NOON = 12 * 60
THOUSAND = 1000
"""The least of the magnitudes that end a number in words."""
_RANK: Mapping[object, int] = {
    "D": 1,
    "Y": 4,
    "3m": 2,
    "q3": 2,
    "6m": 2,
    "h6": 2,
    "=": 2,
    "~": 3,
    "d*": 3,
    "e": 3,
    "f": 3,
}
"""Readings that say less come last, so that the others are met first."""


def rounded(value: float) -> float:
    """A value fit for comparison: ten significant digits, since 1.2505 × 10¹² and 1250.5 × 10⁹ differ as floats."""
    value = float(value)
    if -1e10 < value < 1e10 and value.is_integer():
        return value
    return float(f"{value:.10g}")


def ranked(keys: list[Key]) -> tuple[Key, ...]:
    if len(keys) == 2:
        one, other = keys
        if one == other:
            return (one,)
        return (other, one) if _RANK.get(other[0], 0) < _RANK.get(one[0], 0) else (one, other)
    return tuple(sorted(dict.fromkeys(keys), key=lambda key: _RANK.get(key[0], 0)))


def number_keys(raw: float, unit: Unit | None) -> list[Key]:
    """The readings of a number with its unit."""
    if unit is None:
        return [("=", rounded(raw))]
    base, factor = unit
    keys: list[Key] = [("u", base, rounded(raw * factor))]
    if base not in (PERCENT, POINT):
        keys.append(("~", rounded(raw)))
        if factor != 1 and base not in ("s", "month"):
            keys.append(("~", rounded(raw * factor)))  # "250" in a column of kilograms
    return keys


def date_keys(day: int, month: int) -> list[Key]:
    """The readings of a day of a month."""
    return [("d", day, month), ("d*", day)]


def is_date(day: int, month: int) -> bool:
    """Whether there is such a day."""
    return 1 <= month <= 12 and 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)  # the calendar
