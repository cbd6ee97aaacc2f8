"""Units that hold for a column or a table: "Giá trị (tỷ đồng)", "Unit: VND million"."""

from __future__ import annotations

import re

from bulletin.checks.facts.scanning.units import AFTER, MAGNITUDE_STARTS, UNIT_STARTS, magnitude_pattern, unit_pattern
from bulletin.checks.facts.tables import BEFORE, MAGNITUDES, TIGHT, UNITS
from bulletin.model.fact import Fact, Family, Strength

_PLACE = re.compile(
    r"\(([^()\d]{1,40})\)|(?:đơn vị(?: tính)?|unit)s?\s?:\s?([^()\d.;]{1,40})|(?:^|\| )([^()\d|]{1,24})(?= \||$)",
    re.IGNORECASE,
)
_MAGNITUDE = {tag: magnitude_pattern(tag) for tag in UNITS}
_UNIT = {tag: unit_pattern(tag) for tag in UNITS}


def bare_units(text: str, tag: str) -> list[Fact]:
    """Units without a number, in parentheses, after "Unit:" or alone in a cell."""
    if "(" not in text and "|" not in text and ":" not in text and len(text) > 24:  # a cell
        return []
    facts = []
    for match in _PLACE.finditer(text):
        group = next(number for number in (1, 2, 3) if match[number] is not None)
        words = match[group].strip()
        found = _read(words, tag)
        if found is not None:
            base, factor, magnitude = found
            key = ("U", base, factor * magnitude)
            start = match.start(group)
            facts.append(Fact(words, start, match.end(group), (key,), strength=Strength.WEAK, family=Family.UNIT))
    return facts


def _read(words: str, tag: str) -> tuple[str, float, float] | None:
    """A whole text that is a unit, with its magnitude before or (in English) behind it."""
    lower = f" {words.lower().split('/')[0].strip()}"
    first = AFTER.match(lower)
    if first is None or (first[1] not in UNIT_STARTS[tag] and first[1] not in MAGNITUDE_STARTS[tag]):
        return None
    magnitude = 1.0
    at = 0
    while match := _MAGNITUDE[tag].match(lower, at):
        if match[1] is None:
            break
        magnitude *= MAGNITUDES[tag][match[1]]
        at = match.end()
    unit = _UNIT[tag].match(lower, at)
    if unit is None:
        return None
    end = unit.end()
    name = re.sub(r"\s+", " ", unit[1])
    if name in BEFORE:
        while match := _MAGNITUDE[tag].match(lower, end):
            magnitude *= {**MAGNITUDES[tag], **TIGHT[tag]}[(match[1] or match[2])]
            end = match.end()
    if lower[end:].strip():
        return None
    base, factor = UNITS[tag][name]
    return base, factor, magnitude
