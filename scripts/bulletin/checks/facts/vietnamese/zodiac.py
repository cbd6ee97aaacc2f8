"""Years and hours by the twelve animals: "năm Mậu Tý", "giờ Thìn"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.vietnamese.periods import Periods
from bulletin.model.fact import Family, Key, Strength

_STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
_BRANCHES = {
    name: number
    for number, names in enumerate(
        ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")
    )
    for name in (names,)
} | {"tí": 0, "mẹo": 3, "tị": 5}
_BRANCH = re.compile(r"\s(" + "|".join(_BRANCHES) + r")(?![^\W_])", re.IGNORECASE)
FIRST_CYCLE = 1564
"""The first of eight cycles of sixty years that end in 2043; in a cycle, year 4 is Giáp Tý."""


class Zodiac(Periods):
    """Reads years of the cycle of sixty, and double hours."""

    words: ClassVar[Mapping[str, str]] = {**dict.fromkeys(_STEMS, "cyclic_year"), "giờ": "double_hour"}

    def cyclic_year(self, start: int, token: str) -> None:
        """Năm Mậu Tý: 2008, or sixty years before or after. Else a quarter, for "quý"."""
        match = _BRANCH.match(self.text, start + len(token))
        if match is None or not token[0].isupper():
            if token.lower() == "quý":
                self.quarter_words(start, token)
            return
        stem, branch = _STEMS.index(token.lower()), _BRANCHES[match[1].lower()]
        years = [
            year
            for year in range(FIRST_CYCLE, FIRST_CYCLE + 480)
            if (year - 4) % 10 == stem and (year - 4) % 12 == branch
        ]
        keys: list[Key] = [("=", float(year)) for year in years]
        self.add(Draft(start, match.end(), keys=keys, family=Family.YEAR, strength=Strength.OPTIONAL))

    def double_hour(self, start: int, token: str) -> None:
        """Giờ Thìn: from 7 to 9 a.m."""
        match = _BRANCH.match(self.text, start + len(token))
        if match and match[1][0].isupper():
            hour = (2 * _BRANCHES[match[1].lower()] - 1) % 24
            keys: list[Key] = [("t", (hour + more) % 24 * 60) for more in range(3)]
            keys += [("=", float((hour + more - 1) % 12 + 1)) for more in range(3)]
            self.add(Draft(start, match.end(), keys=keys, family=Family.TIME, strength=Strength.OPTIONAL))
