"""Ordinals and what they may be: "15th", "twenty-first", "the second quarter", "1990s"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.english.lunar import LUNAR, Lunar
from bulletin.checks.facts.english.periods import Periods
from bulletin.checks.facts.keys import FIRST_YEAR, number_keys
from bulletin.checks.facts.tables import ENGLISH_NUMBERS, ENGLISH_ORDINALS
from bulletin.model.fact import Family, Strength

ORDINAL_TAIL = re.compile(r"(?:st|nd|rd|th)(?![^\W_])")
_DECADE_TAIL = re.compile(r"[’']?s(?![^\W_])")
_TO_LUNAR = re.compile(r"\s+(?:to|and|or|through|until)\s+(?:the\s+)?[a-z]+\s+(?:lunar\s+)?month(?![^\W_])")
_PRIZE = re.compile(r"[\s-](?:prize|place)s?(?![^\W_])")
_TIME = re.compile(r"\s(?:year|month|week|day|hour)(?![^\W_])")
_MONTH = re.compile(r"\s+(?:lunar\s+)?month(?![^\W_])")
_AND_QUARTER = re.compile(r",?\s(?:and|to)\s(second|third|fourth)\squarters?")
_IDIOM = re.compile(
    r"-(?:rate|hand|class|tier|ever|generation|guess|best)(?![^\W_])|[\s-]to[\s-]none|[\s-]part(?:y|ies)(?![^\W_])|\s+hour(?![^\W_])"
)
_RANKED = frozenset(("prize", "place", "class", "edition", "session", "round", "time", "rank"))


class Ordinals(Lunar, Periods):
    """Reads ordinals."""

    words: ClassVar[Mapping[str, str]] = dict.fromkeys(ENGLISH_ORDINALS, "ordinal_words")

    def suffix(self, start: int, end: int, value: float | None) -> bool:
        """15th, 1990s."""
        if value is None or self.text[end : end + 1] not in "snrt’'":
            return False
        if match := ORDINAL_TAIL.match(self.text, end):
            if self.lunar(start, match.end(), value):
                return True
            draft = Draft(start, match.end(), value, keys=number_keys(value, None), family=Family.ORDINAL)
            draft.can_be_day = value <= 31  # days of a month
            if draft.can_be_day:
                draft.keys.append(("D", int(value)))
            self.quarter_or_half(draft, match.end())
            if value == 1:
                draft.strength = Strength.WEAK
            self.add(draft)
            return True
        if match := _DECADE_TAIL.match(self.text, end):
            keys = number_keys(value, None)
            if value < 100:  # '90s
                keys.append(("=", 1900 + value))
            elif value >= FIRST_YEAR:
                keys.append(("=", value % 100))
            self.add(Draft(start, match.end(), value, keys=keys, family=Family.YEAR))
            return True
        return False

    def ordinal_words(self, start: int, token: str) -> None:
        """Third, twenty-first, the second quarter, the first half."""
        lower = token.lower()
        if "-" in lower:
            return
        self.ordinal(start, start + len(token), float(ENGLISH_ORDINALS[lower]))

    def ordinal(self, start: int, end: int, number: float) -> None:
        """Keep an ordinal in words, with all that it may be: a day, a quarter, a half, a lunar month."""
        if (number == 1 and self._first_of_times(start, end)) or self.lunar(start, end, number):
            return
        draft = Draft(start, end, number, keys=number_keys(number, None), family=Family.ORDINAL)
        draft.can_be_day = number <= 31
        if draft.can_be_day:
            draft.keys.append(("D", int(number)))
        if _AND_QUARTER.match(self.text, end):
            draft.keys = [("q", int(number)), ("q3",)]
            draft.family = Family.PERIOD
        else:
            self._add_months(draft, number)
            if (
                self.text[start].isupper()
                and not self.begins_sentence(start)
                and self.text[end + 1 : end + 2].isupper()
            ):
                draft.strength = Strength.WEAK  # a name
            elif _IDIOM.match(self.text, end):
                draft.strength = Strength.OPTIONAL
            else:
                self._rank(draft, number)
        self.add(draft)

    def _first_of_times(self, start: int, end: int) -> bool:
        """The first year. Whether that is what begins here, and no lunar month."""
        if LUNAR.match(self.text, end) or not _TIME.match(self.text, end):
            return False
        unit, stop = self.unit_after(end)
        keys = [*number_keys(1.0, unit), ("=", 1.0)]
        self.add(Draft(start, stop, 1.0, keys=keys, family=Family.ORDINAL, strength=Strength.OPTIONAL))
        return True

    def _add_months(self, draft: Draft, number: float) -> None:
        """The fourth month, from the fourth to the eighth lunar month, the fourth quarter … the third."""
        if number <= 12 and _MONTH.match(self.text, draft.end):
            draft.keys.append(("m", int(number)))
        if number <= 12 and _TO_LUNAR.match(self.text, draft.end):
            draft.keys.append(("m", int(number)))
        if number <= 4 and "quarter" in self.text and self.next_word(draft.end) not in ENGLISH_NUMBERS:
            draft.keys.append(("q", int(number)))

    def _rank(self, draft: Draft, number: float) -> None:
        """First prize, the second phase, the second half; "a second" counts nothing."""
        start, end = draft.start, draft.end
        if _PRIZE.match(self.text, end):
            draft.keys.append(("g", number))
        self.quarter_or_half(draft, end)
        if number == 1 and draft.family is Family.ORDINAL:
            draft.strength = Strength.WEAK if self.next_word(end) in _RANKED else Strength.OPTIONAL
        elif number == 2 and draft.family is Family.ORDINAL:
            draft.strength = Strength.WEAK
        if (
            self.text[start:end].lower() == "second"
            and self.previous_word(start) in ("per", "a", "every", "each")
            and self.next_word(end) not in ("time", "phase", "round")
        ):
            draft.strength = Strength.OPTIONAL
