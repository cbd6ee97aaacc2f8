"""Days of the lunar calendar: "the tenth day of the third lunar month", "the full moon"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import date_keys, is_date
from bulletin.checks.facts.scanning.scanner import Scanner
from bulletin.checks.facts.tables import ENGLISH_ORDINALS
from bulletin.model.fact import Family, Strength

LUNAR = re.compile(
    r"\s+(?:day\s+)?(?:of|in)\s+the\s+(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last|\d{1,2}(?:st|nd|rd|th))\s+(?:lunar\s+)?month(?![^\W_])",
    re.IGNORECASE,
)


class Lunar(Scanner):
    """Reads days of the lunar calendar."""

    words: ClassVar[Mapping[str, str]] = {"full": "full_moon"}

    def lunar(self, start: int, end: int, day: float) -> bool:
        """The tenth day of the third lunar month. Whether that is what begins here."""
        match = LUNAR.match(self.text, end)
        if match is None or day > 31:
            return False
        name = match[1].lower()
        month = 12 if name == "last" else ENGLISH_ORDINALS.get(name) or int(re.match(r"\d*", name)[0] or 0)  # type: ignore[index]
        if not is_date(int(day), month):
            return False
        self.add(Draft(start, match.end(), keys=date_keys(int(day), month), family=Family.DATE, day=(int(day), month)))
        return True

    def full_moon(self, start: int, token: str) -> None:
        """The full moon of the seventh lunar month: its fifteenth day."""
        match = re.compile(r"[\s-]moon(?:\s+(?:day|night|festival))?(?![^\W_])", re.IGNORECASE).match(
            self.text, start + len(token)
        )
        if match and not self.lunar(start, match.end(), 15.0):
            self.add(
                Draft(start, match.end(), keys=[("D", 15), ("=", 15.0)], family=Family.DATE, strength=Strength.OPTIONAL)
            )
