"""Numbers in words where they stand: counted things, times, fractions, "both", "a pair"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.english.fractions import FRACTION, Fractions
from bulletin.checks.facts.english.ordinals import Ordinals
from bulletin.checks.facts.english.spelling import Spelling
from bulletin.checks.facts.english.times import Times
from bulletin.checks.facts.tables import ENGLISH_NUMBERS, ENGLISH_ORDINALS
from bulletin.model.fact import Strength

_PLURALS = {
    f"{word}es" if word.endswith("x") else f"{word}s": number
    for word, number in ENGLISH_NUMBERS.items()
    if 0 < number < 20 and word != "ten"
}
"""As in "under-fives"; "tens" are vague."""
OR_TWO = re.compile(
    r"(?<=\s)(minute|hour|day|week|fortnight|month|year|decade|kilo|tonne|kilometre|metre|hectare)\sor\s$"
)


class Numbers(Spelling, Times, Fractions, Ordinals):
    """Reads numbers in words."""

    words: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(ENGLISH_NUMBERS, "number_words"), **dict.fromkeys(_PLURALS, "plural_of"), "both": "both", "hat": "hat",
        **dict.fromkeys(("pair", "couple", "trio", "brace", "biennial", "biennially", "twin", "hat-trick"), "pair"),
    }  # fmt: skip

    def number_words(self, start: int, token: str) -> None:
        """Forty-five, two hundred and ten, three."""
        value, end, count = self.spelled(start)
        if value is None or (value in (5, 10, 20, 25) and self.minutes_to(start, end, int(value))):
            return
        if (match := FRACTION.match(self.text, end)) and self.takes_fraction(value, count, match):
            self.fraction(start, match, value)
            return
        if count > 1 and re.split(r"[\s-]", self.text[start:end].lower())[-1] in ENGLISH_ORDINALS:  # twenty-first
            self.ordinal(start, end, value)
            return
        if self.is_negative(start):
            value = -value
        draft = self.spelled_amount(start, end, value)
        self.time_in_words(draft, value)
        if value == 2 and self.previous_word(start) == "no":  # "no two alike"
            draft.strength = Strength.OPTIONAL
        elif token[0].isupper() and count == 1 and self.text[end + 1 : end + 2].isupper():
            draft.strength = Strength.WEAK  # part of a name, or of a headline in capitals
        elif draft.magnitude == 1 and draft.raw == value:
            if value in (0, 1) or OR_TWO.search(self.before(start)):
                draft.strength = Strength.OPTIONAL
            elif value in (2, 3) and draft.unit is None:  # "the two banks" are "the banks"
                draft.strength = Strength.WEAK

    def plural_of(self, start: int, token: str) -> None:
        """Under-fives."""
        if self.before(start, 6).endswith(("under-", "over-")):
            number = float(_PLURALS[token.lower()])
            self.add(Draft(start, start + len(token), number, keys=[("=", number)]))

    def both(self, start: int, token: str) -> None:
        """Both: two."""
        self.add(Draft(start, start + len(token), 2.0, keys=[("=", 2.0)], strength=Strength.OPTIONAL))

    def pair(self, start: int, token: str) -> None:
        """Pair, couple, trio."""
        number = 3.0 if token.lower() in ("trio", "hat-trick", "hat") else 2.0
        self.add(Draft(start, start + len(token), number, keys=[("=", number)], strength=Strength.OPTIONAL))

    def hat(self, start: int, token: str) -> None:
        """Hat trick: three."""
        if self.text[start : start + 9].lower() == "hat trick":
            self.pair(start, token)
