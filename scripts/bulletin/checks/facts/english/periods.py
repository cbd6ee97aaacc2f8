"""Quarters, halves and years beside another: "Q2", "the last quarter", "last year", "year on year"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.scanning.scanner import Scanner
from bulletin.model.fact import Family, Key, Strength

_YEAR_ON_YEAR = re.compile(r"[\s-](?:on|over)[\s-]year|[\s-](?:before|earlier|ago|previously)(?![^\W_])")
_COMPARED = frozenset(("than", "as", "with", "from", "on", "versus", "over", "against", "to"))
_YEAR_WORDS = {
    "last": -1,
    "previous": -1,
    "this": 0,
    "next": 1,
    "coming": 1,
    "past": -1,
    "preceding": -1,
    "following": 1,
}


class Periods(Scanner):
    """Reads quarters, halves and years that are told from the bulletin's."""

    words: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("previous", "this", "next", "coming", "same", "preceding", "following", "earlier"), "relative"),
        "last": "last_of", "final": "last_of", "year": "year_on_year",
    }  # fmt: skip

    def named(self, name: str, number: int, start: int, end: int) -> bool:
        """Q2, H1."""
        if name == "Q" and 1 <= number <= 4:  # quarters
            self.add(Draft(start, end, keys=[("q", number), ("q3",)], family=Family.PERIOD))
            return True
        if name == "H" and number in (1, 2):
            self.add(Draft(start, end, keys=[("h", number)], family=Family.PERIOD))
            return True
        if name.lower() in ("mid-", "pre-", "post-", "late-", "early-", "under-", "over-", "non-", "no.", "art."):
            self.number(end - len(str(number)))
            return True
        return False

    def quarter_or_half(self, draft: Draft, end: int) -> None:
        number = int(draft.raw) if draft.raw and 0 < draft.raw <= 4 else 0
        if 1 <= number <= 4 and (match := re.compile(r"[\s-]quarters?(?![^\W_])").match(self.text, end)):
            draft.keys, draft.family, draft.end = [("q", number), ("q3",)], Family.PERIOD, match.end()
        elif number in (1, 2) and (match := re.compile(r"[\s-]half(?![^\W_])").match(self.text, end)):
            keys: list[Key] = [("h", number), ("h6",), ("=", 0.5), ("=", float(number))]
            draft.keys, draft.end = keys, match.end()
            is_year = re.compile(r"\s+(?:of\s+(?:the\s+year|this year|last year|\d{4}|fiscal)|[-–])").match(
                self.text, match.end()
            )
            draft.family = Family.PERIOD
            draft.strength = Strength.STRONG if is_year else Strength.WEAK
            if is_year:
                draft.keys = [("h", number), ("h6",)]

    def relative(self, start: int, token: str) -> None:
        """Last year, the same period, a year earlier."""
        following = self.next_word(start + len(token))
        lower = token.lower()
        if lower == "earlier":
            if self.previous_word(start) == "year":
                self.relative_year(start, start + len(token), -1)
        elif following == "year" or (lower == "same" and following in ("period", "time", "month", "quarter")):
            self.relative_year(start, start + len(token), _YEAR_WORDS.get(lower, -1))

    def last_of(self, start: int, token: str) -> None:
        """The last quarter is the fourth, the last lunar month the twelfth; else last year."""
        end = start + len(token)
        if match := re.compile(r"\s+quarter(?=\s+of|[\s,.;)]|$)").match(self.text, end):
            self.add(Draft(start, match.end(), keys=[("q", 4), ("q3",)], family=Family.PERIOD, strength=Strength.WEAK))
        elif match := re.compile(r"\s+(?:lunar\s+month|month\s+of\s+the\s+lunar)").match(self.text, end):
            self.add(Draft(start, match.end(), keys=[("m", 12)], family=Family.DATE, strength=Strength.OPTIONAL))
        else:
            self.relative(start, token)

    def year_on_year(self, start: int, token: str) -> None:
        """Year on year: against the year before."""
        if _YEAR_ON_YEAR.match(self.text, start + len(token)):
            self.relative_year(start, start + len(token), -1)

    def is_comparison(self, start: int, end: int) -> bool:
        """Whether "a year" begins "a year-on-year rise", or stands in "than a year ago"."""
        match = _YEAR_ON_YEAR.match(self.text, end)
        return match is not None and (match[0].endswith("year") or self.previous_word(start) in _COMPARED)
