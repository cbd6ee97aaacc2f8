"""What begins with a digit: which of the readers is asked first."""

from __future__ import annotations

import re

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.scanning.codes import KILOMETRE, ROAD_MARK, Codes
from bulletin.checks.facts.scanning.dates import Dates
from bulletin.checks.facts.scanning.numbers import Numbers
from bulletin.checks.facts.scanning.phones import Phones
from bulletin.checks.facts.scanning.times import Times
from bulletin.model.fact import Family

_SPACES = frozenset(" \u00a0\u202f\u2009\n")
_LETTERS = re.compile(r"[^\W\d_]+")
_DOTTED = re.compile(r"\.\s?\d{1,2}(?!\d)|(?:[.,]\d{3})+\s?/")
"""A date, a time or a ratio with points in it, behind the first digits."""
_AFTER_DIGITS = frozenset("/-–.:)hgHGaApPonsrt")
_AFTER_SPACE = frozenset("/-–.(thgapnosrd0123456789")


class Digits(Numbers, Dates, Times, Phones, Codes):
    """Reads what begins with digits."""

    def digits(self, start: int, token: str) -> None:
        text = self.text
        before = text[start - 1] if start else " "
        if (mark := ROAD_MARK.match(text, start)) and KILOMETRE.search(self.before(start, 4)):
            self.add(Draft(start, mark.end(), keys=[("c", f"km{mark[1]}+{mark[2]}")], family=Family.CODE))
        elif before.isalpha() or before == "_" or (before in "-." and start > 1 and text[start - 2].isalpha()):
            self.letters_then_digits(start)
        elif not self._goes_further(start, start + len(token)) or not (
            self.whole_date(start) or self.phone(start) or self.short_date(start) or self.time(start)
        ):
            self.number(start)

    after_digits: frozenset[str] = frozenset()
    """Words behind a number that can make it a date or a time."""

    def _goes_further(self, start: int, end: int) -> bool:
        """Whether what stands behind digits can make them a date, a time or a telephone number: a quick look."""
        if end - start >= 8:  # nobody writes so large a number in one piece
            return True
        after = self.text[end : end + 2]
        first, second = after[:1], after[1:]
        if first == ".":
            return _DOTTED.match(self.text, end) is not None or self.may_be_phone(start)
        if first in _SPACES:
            if not second.isalpha():
                return second in _AFTER_SPACE
            if second in _AFTER_SPACE or second.isupper():
                word = _LETTERS.match(self.text, end + 1)
                return word is not None and word[0].lower() in self.after_digits
            return False
        return first in _AFTER_DIGITS
