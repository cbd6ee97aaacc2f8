"""Quarters, and periods beside another: "quý II", "cùng kỳ"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.scanning.scanner import Scanner
from bulletin.checks.facts.tables import ROMAN, VIETNAMESE_DIGITS
from bulletin.checks.facts.vietnamese.dates import YEAR_TAIL
from bulletin.model.fact import Family

_QUARTER = re.compile(r"\s+(IV|I{1,3}|[1-4](?![\d.,]*\d)|một|hai|ba|bốn|tư)(?![^\W_])", re.IGNORECASE)
_QUARTER_OF_YEAR = re.compile(r"\s+(đầu|cuối)(?:\s+(?:tiên|cùng))?(?:\s+của)?\s+năm(?![^\W_])", re.IGNORECASE)
_MORE_QUARTERS = re.compile(r"\s?(?:,|và|-|–|đến)\s?(?:quý\s)?(IV|I{1,3})(?![^\W_])")


class Periods(Scanner):
    """Reads quarters and the same period of the year before."""

    words: ClassVar[Mapping[str, str]] = {"cùng": "same_period"}

    def quarter_words(self, start: int, token: str) -> None:
        """Quý II, quý 2, quý III và IV."""
        match = _QUARTER.match(self.text, start + len(token))
        if place := _QUARTER_OF_YEAR.match(self.text, start + len(token)):
            self._quarter(start, place.end(), "1" if place[1].lower() == "đầu" else "4")
            return
        if match is None or (
            match[1].islower() and self.previous_word(start) in ("mỗi", "hằng", "hàng", "từng", "một")
        ):
            return
        self._quarter(start, match.end(1), match[1])
        while more := _MORE_QUARTERS.match(self.text, self.at):
            self._quarter(more.start(1), more.end(1), more[1])
        if tail := YEAR_TAIL.match(self.text, self.at):
            self.add(self.year(tail.start(1), tail.end(), int(tail[1])))

    def _quarter(self, start: int, end: int, name: str) -> None:
        number = ROMAN.get(name.upper()) or VIETNAMESE_DIGITS.get(name.lower()) or int(name)
        self.add(Draft(start, end, keys=[("q", number), ("q3",)], family=Family.PERIOD))

    def same_period(self, start: int, token: str) -> None:
        """Cùng kỳ: the year before."""
        if self.text[start : start + 7].lower() == "cùng kỳ":
            self.relative_year(start, start + 7, -1)
        del token
