"""Roman numerals: Đại hội XIX, quý II."""

from __future__ import annotations

import re

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.scanning.passage import Passage
from bulletin.checks.facts.tables import ROMAN
from bulletin.model.fact import Family, Key, Strength

_OF_YEAR = re.compile(r"\s?/\s?\d{4}(?!\d)")


class Romans(Passage):
    """Reads Roman numerals."""

    roman_cue_re = re.compile(r"(?!)")

    def roman(self, start: int, token: str) -> None:
        """Read a Roman numeral."""
        if (
            len(token) == 1
            and not self.roman_cue_re.search(self.before(start))
            and not _OF_YEAR.match(self.text, start + 1)
        ):
            return
        number = float(ROMAN[token])
        keys: list[Key] = [("=", number), *((("q", int(number)),) if number <= 4 else ())]  # quarters
        if self.before(start).endswith("chuyên khoa "):  # the degree of a doctor
            self.add(Draft(start, start + len(token), number, keys=keys, strength=Strength.OPTIONAL))
            return
        self.add(Draft(start, start + len(token), number, keys=keys, family=Family.ORDINAL))
