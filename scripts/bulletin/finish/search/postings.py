"""Pages → terms: which pages have a term, and how much they are about it, in letters that a browser reads quickly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bulletin.finish.search.documents import Weighed

_FIRST, _MORE, _BITS = 48, 32, 5
"""A number is digits of five bits, the lowest first, from `0` on; those that have another behind them, from `P` on."""
_LEVEL = 111
"""Level 1 is `p`, 15 is `~`: no digit is."""
_SHIFT = 32
"""Bits of a page's number below its level."""
_PAGE = (1 << _SHIFT) - 1
MARKED = "!"
"""What stands before the code of marks."""


def rows_of(pages: Iterable[Weighed]) -> tuple[dict[str, str], dict[str, int]]:
    """Number the pages from 0 on and turn them round: term → its pages, in letters; unit → how many pages have it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    marked: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    units: dict[str, int] = {}
    for number, page in enumerate(pages):
        for unit in {unit for unit, _ in page.units}:
            units[unit] = units.get(unit, 0) + 1
        for (unit, code), level in page.units.items():
            postings = marked[unit][code] if code else found[unit]
            postings.append(level << _SHIFT | number)
        for pair, level in page.pairs.items():
            found[pair].append(level << _SHIFT | number)
    rows = {term: encoded(postings) for term, postings in found.items()}
    for unit, variants in marked.items():
        others = [MARKED + code + encoded(variants[code]) for code in sorted(variants)]
        rows[unit] = rows.get(unit, "") + "".join(others)
    return rows, units


def encoded(postings: list[int]) -> str:
    """Levels with pages, level by level; the pages of one as distances. Level 1 is not named."""
    found = []
    level, last = 1, -1
    for posting in sorted(postings):
        if posting >> _SHIFT != level:
            level, last = posting >> _SHIFT, -1
            found.append(chr(_LEVEL + level))
        number = posting & _PAGE
        distance = number - last - 1
        last = number
        while distance >= _MORE:
            found.append(chr(_FIRST + _MORE + distance % _MORE))
            distance >>= _BITS
        found.append(chr(_FIRST + distance))
    return "".join(found)


def decoded(code: str) -> list[int]:
    """What `encoded` wrote."""
    found = []
    level, last, distance, shift = 1, -1, 0, 0
    for letter in code:
        value = ord(letter)
        if value > _LEVEL:
            level, last = value - _LEVEL, -1
            continue
        value -= _FIRST
        distance += (value & (_MORE - 1)) << shift
        shift += _BITS
        if value < _MORE:
            last += distance + 1
            found.append(level << _SHIFT | last)
            distance, shift = 0, 0
    return found


@dataclass(frozen=True, slots=True)
class Row:
    """The pages of one term: level and number, by the code of the marks with which it is written, "" for none."""

    variants: Mapping[str, Sequence[int]]

    @classmethod
    def read(cls, text: str) -> Row:
        """A row as `rows_of` writes it; one without pages is empty."""
        plain, *others = text.split(MARKED)
        found = {"": decoded(plain), **{each[0]: decoded(each[1:]) for each in others}}
        return cls({code: postings for code, postings in found.items() if postings})

    def with_page(self, number: int, levels: Mapping[str, int]) -> Row:
        """The row after a page has these levels, by code of marks, and no others."""
        found = {code: [each for each in kept if each & _PAGE != number] for code, kept in self.variants.items()}
        for code, level in levels.items():
            found.setdefault(code, []).append(level << _SHIFT | number)
        return Row({code: postings for code, postings in found.items() if postings})

    @property
    def pages(self) -> int:
        """How many pages have the term."""
        return len({each & _PAGE for postings in self.variants.values() for each in postings})

    def written(self) -> str:
        """As `rows_of` writes it."""
        plain = encoded([*self.variants.get("", ())])
        others = (MARKED + code + encoded([*self.variants[code]]) for code in sorted(self.variants) if code)
        return plain + "".join(others)


def digit(number: int) -> str:
    """A number up to 63 in one letter."""
    return chr(_FIRST + number)
