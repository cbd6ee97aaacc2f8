"""Years in digits: 2026, 2025–26."""

from __future__ import annotations

import re

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.scanning.passage import Passage
from bulletin.model.fact import Family, Key, Strength

YEARS = re.compile(r"(\d{4})\s?[-–/]\s?(\d{2})(?!\d|[/.,–-]\d)")


class Years(Passage):
    """Reads years."""

    @staticmethod
    def year(start: int, end: int, year: int) -> Draft:
        keys: list[Key] = [("=", float(year)), ("Y", float(year))]
        return Draft(start, end, float(year), keys=keys, family=Family.YEAR, year=year)

    def school_year(self, start: int, match: re.Match[str]) -> None:
        first, last = int(match[1]), int(match[2])
        self.add(self.year(start, match.end(1), first))
        whole = first // 100 * 100 + last
        draft = self.add(self.year(match.start(2), match.end(), whole))
        if not first < whole <= first + 50:  # 2026-12 or the like: two numbers
            draft.keys.append(("=", float(last)))
            draft.year = 0

    def relative_year(self, start: int, end: int, shift: int) -> None:
        """Keep "last year": so many years from the bulletin's."""
        self.add(Draft(start, end, keys=[("y", shift)], family=Family.YEAR, strength=Strength.OPTIONAL))
