"""Fractions: "two thirds", "half a million", "half past eight", "a quarter of an hour"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import NOON, number_keys, rounded
from bulletin.checks.facts.scanning.scanner import Scanner
from bulletin.checks.facts.tables import ENGLISH_NUMBERS
from bulletin.model.fact import Family, Strength

FRACTION_NAMES = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "twelfth": 12, "twelfths": 12, "twentieth": 20, "twentieths": 20, "hundredth": 100, "hundredths": 100, "thousandth": 1000}  # fmt: skip
FRACTION = re.compile(
    rf"[\s-]({'|'.join(sorted(FRACTION_NAMES, key=len, reverse=True))})(?![^\W_])(?!\s(?:of\s)?(?:year|century|day|time|quarter|place|floor|round|session|congress|edition))",
    re.IGNORECASE,
)
_AND_A = re.compile(r"(?<=\s)(minute|hour|day|week|month|year|decade|century|tonne|hectare|kilometre|kilo)\sand\sa\s$")
OF_TIME = re.compile(r"\s+of\s+an?\s+(?=(?:hour|day|week|month|year|decade|century|percentage point)(?![^\W_]))")


class Fractions(Scanner):
    """Reads fractions."""

    words: ClassVar[Mapping[str, str]] = {
        "half": "half_words", "quarter": "quarter_alone", **dict.fromkeys(("halved", "halving", "halve"), "halved"),
    }  # fmt: skip

    def fraction(self, start: int, match: re.Match[str], value: float) -> None:
        """Keep "two thirds", "three quarters of an hour"."""
        below = FRACTION_NAMES[match[1].lower()]
        share = value / below
        draft = Draft(start, match.end(), keys=[*number_keys(share, None), ("u", "%", rounded(100 * share))])
        if match[1].lower() == "quarters":
            self.quarters_of_year(draft, value)
        if time := OF_TIME.match(self.text, match.end()):
            unit, draft.end = self.unit_after(time.end() - 1)
            draft.keys = number_keys(share, unit)
        draft.parts = (("=", value), ("=", float(below)))
        self.add(draft)

    @staticmethod
    def takes_fraction(value: float, count: int, match: re.Match[str]) -> bool:
        """Whether "two thirds" is one: the name fits the number, and nothing is counted by it."""
        plural = match[1].lower().endswith("s") and match[1].lower() != "halves"
        return count == 1 and value < 20 and (plural == (value > 1) or match[1].lower() == "half")

    def quarters_of_year(self, draft: Draft, number: float) -> None:
        """The remaining three quarters are nine months, the first two a half of the year."""
        part = re.search(r"(first|last)\s$", self.before(draft.start))
        if number == 2 and part:
            draft.keys, draft.family = [("h", 1 if part[1] == "first" else 2), ("h6",)], Family.PERIOD
        else:
            draft.keys.append(("u", "month", 3 * number))

    def half_words(self, start: int, token: str) -> None:
        """Half, half a million, half an hour, half as much again, half past eight."""
        end = start + len(token)
        text = self.text
        if match := _AND_A.search(text, max(0, start - 20), start):  # the last hour and a half
            unit, _ = self.unit_after(match.start(1) - 1)
            if unit is not None and (not self.drafts or self.drafts[-1].end <= match.start(1)):
                self.add(Draft(match.start(1), end, 1.5, unit=unit, keys=number_keys(1.5, unit)))
                return
        if match := re.compile(r"\s+past\s+([a-z]+|\d{1,2})", re.IGNORECASE).match(text, end):
            hour = int(match[1]) if match[1].isdecimal() else ENGLISH_NUMBERS.get(match[1].lower(), -1)
            if 0 <= hour <= 24:
                self.add(
                    Draft(
                        start,
                        match.end(),
                        keys=[("t", hour * 60 + 30), ("t", hour * 60 + 30 + NOON)],
                        family=Family.TIME,
                    )
                )
                return
        if match := re.compile(r"\s+(?:as\s+[a-z]+\s+again|again\s+as\s+[a-z]+)").match(text, end):
            self.add(Draft(start, match.end(), 1.5, keys=[("=", 1.5), ("u", "%", 50.0)]))
            return
        if match := re.compile(r"[\s-]+an?(?=\s)").match(text, end):
            draft = self.amount(start, match.end(), 0.5)
        else:
            draft = self.amount(start, end, 0.5)
        draft.can_be_day = False
        if draft.magnitude == 1 and draft.unit is None:
            draft.strength = Strength.WEAK
            draft.keys.append(("u", "%", 50.0))
            if re.compile(r"-(?:time|way|hearted|finished|truth)").match(text, end):
                draft.strength = Strength.OPTIONAL

    def quarter_alone(self, start: int, token: str) -> None:
        """A quarter of an hour, a single quarter; "three quarters" was read before."""
        if match := re.compile(r"\s+of\s+an\s+hour").match(self.text, start + len(token)):
            self.add(Draft(start, match.end(), 900.0, keys=[("u", "s", 900.0)]))
        elif token.lower() == "quarter":
            self.add(Draft(start, start + len(token), 3.0, keys=[("u", "month", 3.0)], strength=Strength.OPTIONAL))

    def halved(self, start: int, token: str) -> None:
        """Halved: by half."""
        self.add(Draft(start, start + len(token), 0.5, keys=[("=", 0.5), ("u", "%", 50.0)], strength=Strength.WEAK))
