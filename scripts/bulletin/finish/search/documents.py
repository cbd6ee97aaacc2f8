"""What one page says, weighed: for each term how much the page is about it. It depends on no other page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bulletin.finish.search.folding import Folder
from bulletin.finish.search.synonyms import Thesaurus
from bulletin.model.search import Entry

TITLE, HEADING, LEAD, NAME, BODY, ASIDE = 14, 2, 2, 3, 1, 1
"""How much a place in a page weighs; an aside is another name of what the page speaks of."""
LEVELS = 15
"""Of impact, 1 to 15."""
HALF = 5
"""The weight that has half of the highest impact."""
PIVOT = 700
"""Units of a page of ordinary length."""
SLOPE = 0.25
"""How much of the length counts."""

Impacts = dict[str, int]
"""Term → level."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The terms of one page."""

    units: dict[str, dict[str, int]]
    """Unit → code of the marks with which it is written ("" for none) → level."""
    pairs: Impacts
    """Two units side by side, with a space → level."""


def weighed(entry: Entry, folder: Folder, thesaurus: Thesaurus) -> Weighed:
    """Weigh every unit of a page, and every two that stand side by side."""
    units: dict[tuple[str, str], int] = {}
    pairs: dict[tuple[str, str], int] = {}
    asides: dict[tuple[str, ...], None] = {}
    length = 0
    for text, weight in _places(entry):
        for sentence in folder.sentences(text):
            before = ""
            for found in sentence:
                units[found] = units.get(found, 0) + weight
                unit = found[0]
                if before:
                    pairs[before, unit] = pairs.get((before, unit), 0) + weight
                before = unit
            length += len(sentence)
            asides.update(dict.fromkeys(thesaurus.beside([unit for unit, _ in sentence])))
    said = {unit for unit, _ in units}
    for name in asides:
        for unit in name:
            if unit not in said:
                units[unit, ""] = ASIDE
        for pair in zip(name, name[1:], strict=False):
            pairs.setdefault(pair, ASIDE)
    scale = 1 - SLOPE + SLOPE * length / PIVOT
    by_unit: dict[str, dict[str, int]] = {}
    for (unit, code), weight in units.items():
        by_unit.setdefault(unit, {})[code] = level_of(weight / scale)
    return Weighed(by_unit, {f"{one} {two}": level_of(weight / scale) for (one, two), weight in pairs.items()})


def level_of(weight: float) -> int:
    """A saturated weight: many times is not much more than often."""
    return max(1, round(LEVELS * weight / (weight + HALF)))


def _places(entry: Entry) -> Iterator[tuple[str, int]]:
    yield entry.title, TITLE
    yield entry.number, TITLE
    yield entry.description, LEAD
    for heading in entry.headings:
        yield heading, HEADING
    for name in entry.names:
        yield name, NAME
    yield entry.body, BODY
