"""Pages → terms: which pages have a term, and how much they are about it, in letters that a browser reads quickly."""

from __future__ import annotations

from collections.abc import Iterable

from bulletin.finish.search.documents import Weighed

Levels = dict[int, list[int]]
"""Level → numbers of pages, rising."""
_FIRST, _MORE, _BITS = 48, 32, 5
"""A number is digits of five bits, the lowest first, from `0` on; those that have another behind them, from `P` on."""
_LEVEL = 111
"""Level 1 is `p`, 15 is `~`: no digit is."""
MARKED = "!"
"""What stands before the code of marks."""


class Inverted:
    """All terms of one locale."""

    def __init__(self, pages: Iterable[Weighed]) -> None:
        """Number the pages from 0 on, and turn them round."""
        self.terms: dict[str, dict[str, Levels]] = {}
        """Term → code of marks → level → pages; pairs have no marks."""
        self.units: dict[str, int] = {}
        """Unit → how many pages have it."""
        terms, units = self.terms, self.units
        for number, page in enumerate(pages):
            for unit, variants in page.units.items():
                units[unit] = units.get(unit, 0) + 1
                held = terms.setdefault(unit, {})
                for code, level in variants.items():
                    held.setdefault(code, {}).setdefault(level, []).append(number)
            for pair, level in page.pairs.items():
                terms.setdefault(pair, {}).setdefault("", {}).setdefault(level, []).append(number)


def encoded(variants: dict[str, Levels]) -> str:
    """The pages of a term without marks, then those of each code; of a code by level, each a run of distances."""
    found = []
    for code in sorted(variants):
        if code:
            found.append(MARKED + code)
        for level in sorted(variants[code]):
            if level > 1:
                found.append(chr(_LEVEL + level))
            last = -1
            for number in variants[code][level]:
                distance = number - last - 1
                last = number
                while distance >= _MORE:
                    found.append(chr(_FIRST + _MORE + distance % _MORE))
                    distance >>= _BITS
                found.append(chr(_FIRST + distance))
    return "".join(found)


def digit(number: int) -> str:
    """A number up to 63 in one letter."""
    return chr(_FIRST + number)
