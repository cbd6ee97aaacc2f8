"""The time that an amount belongs to: "per day", "annually", "every other year"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.english.spelling import Spelling
from bulletin.checks.facts.keys import number_keys
from bulletin.model.fact import Strength

_PER_MANY = {"hundred": 100.0, "thousand": 1000.0, "million": 1e6, "dozen": 12.0}
TIMES_OF_RATES = frozenset(("hour", "day", "week", "month", "quarter", "year"))
_OF_AMOUNT = re.compile(r"(?:[\s-]+(?!in |for |after |before |within |over |than |about |took )[a-z]+){0,3}\s+")


class Rates(Spelling):
    """Reads rates."""

    words: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("hourly", "daily", "weekly", "monthly", "quarterly", "annual", "annually", "yearly"), "adverb_of_rate"),
        "per": "rate", "each": "rate", "every": "every",
    }  # fmt: skip

    def rate(self, start: int, token: str) -> None:
        """Per day, each year."""
        time = self.next_word(start + len(token))
        if time in _PER_MANY:
            begin = start + len(token) + 1
            self.spelled_amount(begin, begin + len(time), _PER_MANY[time])
        elif time in TIMES_OF_RATES and not self.text.startswith(" of", start + len(token) + 1 + len(time)):
            self.each(start, start + len(token) + 1 + len(time), time)

    def adverb_of_rate(self, start: int, token: str) -> None:
        """Daily, annually."""
        lower = token.lower()
        time = "day" if lower == "daily" else "year" if lower.startswith("annual") else lower.removesuffix("ly")
        self.each(start, start + len(token), time)

    def every(self, start: int, token: str) -> None:
        """Every other year: two years; every year."""
        end = start + len(token)
        self.rate(start, token)
        if match := re.compile(r"\s+(?:other|second)\s+([a-z]+)").match(self.text, end):
            unit, stop = self.unit_after(match.start(1) - 1)
            keys = [*number_keys(2.0, unit), ("=", 2.0), ("~", 2.0)]
            self.add(Draft(start, stop if unit else match.start(1), 2.0, keys=keys, strength=Strength.OPTIONAL))

    def belongs_to_amount(self, start: int) -> bool:
        """Whether "a day" follows an amount: 40 tonnes, 40 tonnes of waste, twice."""
        last = self.drafts[-1].end if self.drafts else -1
        return last >= 0 and _OF_AMOUNT.fullmatch(self.text, last, start) is not None
