"""Fractions and multiples: "2 phần 3", "một phần tư", "gấp rưỡi"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import number_keys, rounded
from bulletin.checks.facts.vietnamese.colloquial import Colloquial
from bulletin.checks.facts.vietnamese.spelling import Spelling

FRACTION = re.compile(
    r"\s+phần\s+(\d+|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|nghìn|một(?=\snghìn))(?![^\W_])", re.IGNORECASE
)
_TIMES = re.compile(r"\s+(đôi|rưỡi|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?![^\W_])", re.IGNORECASE)


class Fractions(Colloquial, Spelling):
    """Reads fractions, and what letters behind digits mean."""

    words: ClassVar[Mapping[str, str]] = {"gấp": "times_words", "nhân": "times_words"}

    def suffix(self, start: int, end: int, value: float | None) -> bool:
        """2/3 in words: "2 phần 3"; 1m78; 9X."""
        if value is not None and (self.tight_decimals(start, end, value) or self.generation(start, end, value)):
            return True
        if self.text[end : end + 2].lstrip()[:1] not in ("p", "P", ""):
            return False
        match = FRACTION.match(self.text, end)
        if match is None or value is None:
            return False
        self.fraction(start, match, value)
        return True

    def fraction(self, start: int, match: re.Match[str], numerator: float) -> None:
        word = match[1].lower()
        below, end = 0.0, match.end()
        if word.isdecimal():
            below = float(word)
        elif word == "tư":
            below = 4.0
        else:
            spelled, stop, _ = self.spelled(match.start(1))
            if spelled:
                below, end = spelled, stop
        if not below:
            return
        value = numerator / below
        draft = Draft(start, end, keys=[*number_keys(value, None), ("u", "%", rounded(100 * value))])
        unit, stop = self.unit_after(end)
        if unit is not None:  # một phần tư giờ
            draft.keys, draft.end = [*number_keys(value, unit), *draft.keys], stop
        draft.parts = (("=", numerator), ("=", below))
        self.add(draft)

    def times_words(self, start: int, token: str) -> None:
        """Gấp đôi, gấp rưỡi, gấp ba."""
        match = _TIMES.match(self.text, start + len(token))
        if match is None:
            return
        word = match[1].lower()
        end = match.end()
        number = {"đôi": 2.0, "rưỡi": 1.5}.get(word, 0.0)
        if not number:
            spelled, end, _ = self.spelled(match.start(1))
            number = spelled or 0.0
        rest = re.compile(r"(?:\s+lần)?(?:\s+rưỡi)?").match(self.text, end)
        if rest and "rưỡi" in rest[0]:
            number += 0.5
        if token.lower() == "nhân" and word != "đôi":
            return
        keys = [*number_keys(number, None), ("u", "%", 100 * number), ("u", "%", 100 * number - 100)]
        if number == 1.5:  # half as much again
            keys.append(("=", 0.5))
        self.add(Draft(start, rest.end() if rest else end, number, keys=keys))
