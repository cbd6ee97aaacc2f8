"""What one page says, weighed: for each term how much the page is about it. It depends on no other page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bulletin.finish.search.folding import Folder
from bulletin.finish.search.synonyms import Thesaurus
from bulletin.model.search import Entry

TITLE, HEADING, LEAD, BODY = 14, 2, 2, 1
"""How much a place in a page weighs."""
ALIAS, NAME = 10, 3
"""What other names of the page, and names of what its fields say it is about, weigh at least."""
ASIDE = 0.5
"""How much of the weight of a name is that of other names of the same thing."""
LEVELS = 15
"""Of impact, 1 to 15."""
HALF = 5
"""The weight that has half of the highest impact."""
PIVOT = 700
"""Units of a page of ordinary length."""
SLOPE = 0.25
"""How much of the length counts."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The terms of one page."""

    units: dict[tuple[str, str], int]
    """(unit, code of the marks with which it is written, "" for none) → level."""
    pairs: dict[str, int]
    """Two units side by side, with a space → level."""


def weighed(entry: Entry, folder: Folder, thesaurus: Thesaurus) -> Weighed:
    """Weigh every unit of a page, and every two that stand side by side."""
    units: dict[tuple[str, str], float] = {}
    pairs: dict[str, float] = {}
    asides: dict[tuple[str, ...], float] = {}
    length = 0
    for text, weight in _places(entry):
        for sentence in folder.sentences(text):
            before = ""
            for found in sentence:
                units[found] = units.get(found, 0) + weight
                unit = found[0]
                if before:
                    pair = f"{before} {unit}"
                    pairs[pair] = pairs.get(pair, 0) + weight
                before = unit
            length += len(sentence)
            for name in thesaurus.beside([unit for unit, _ in sentence]):
                asides[name] = asides.get(name, 0) + ASIDE * weight
    for names, weight in ((entry.aliases, ALIAS), (entry.names, NAME)):
        for name in (tuple(folder.units(text)) for text in names):
            asides[name] = max(weight, asides.get(name, 0))
    _add(asides, units, pairs)
    scale = 1 - SLOPE + SLOPE * length / PIVOT
    levels = {weight: level_of(weight / scale) for weight in {*units.values(), *pairs.values()}}
    return Weighed(
        {found: levels[weight] for found, weight in units.items()},
        {pair: levels[weight] for pair, weight in pairs.items()},
    )


def _add(asides: dict[tuple[str, ...], float], units: dict[tuple[str, str], float], pairs: dict[str, float]) -> None:
    """Names by which a page is found although it does not say them: a word of several of them counts once."""
    said = {unit for unit, _ in units}
    for name, weight in asides.items():
        for unit in name:
            if unit not in said:
                units[unit, ""] = max(weight, units.get((unit, ""), 0))
    own = set(pairs)
    for name, weight in asides.items():
        for pair in map(" ".join, pairwise(name)):
            if pair not in own:
                pairs[pair] = max(weight, pairs.get(pair, 0))


def level_of(weight: float) -> int:
    """A saturated weight: many times is not much more than often."""
    return max(1, round(LEVELS * weight / (weight + HALF)))


def _places(entry: Entry) -> Iterator[tuple[str, int]]:
    yield entry.title, TITLE
    yield entry.number, TITLE
    yield entry.description, LEAD
    for heading in entry.headings:
        yield heading, HEADING
    yield entry.body, BODY
