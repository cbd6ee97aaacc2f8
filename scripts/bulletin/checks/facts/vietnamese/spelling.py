"""Vietnamese numbers in words: hai mươi lăm, một trăm linh năm, triệu hai."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import THOUSAND, number_keys
from bulletin.checks.facts.scanning.amounts import LEAST_KIP
from bulletin.checks.facts.scanning.passage import Spelled
from bulletin.checks.facts.scanning.scanner import Scanner
from bulletin.checks.facts.scanning.units import NO_MAGNITUDE
from bulletin.checks.facts.tables import MAGNITUDES, VIETNAMESE_DIGITS

_LAST_MAGNITUDE = re.compile(r"(nghìn|ngàn|vạn|triệu|tỷ|tỉ)$")
_RATIOS = frozenset(("tỷ", "tỉ", "triệu"))
_SPELLING = frozenset((*VIETNAMESE_DIGITS, *MAGNITUDES["vi"], "mười", "mươi", "chục", "trăm", "hăm", "linh", "lẻ"))
"""Every word that numbers are spelled with."""
_THOUSANDS = ("nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ")
_SHORTENED = frozenset(("trăm", *_THOUSANDS))
"""Words behind which a digit alone is the next smaller step."""
_AFTER_FIVE = frozenset(("mươi", "trăm", "chục", *_THOUSANDS))
"""Words before which "năm" is five behind another number, and no year."""
_LATE_DIGITS = frozenset(("mươi", "mười", "hăm", "trăm", "nghìn", "ngàn", "vạn", "triệu"))
_AFTER_WHAT = {"tư": frozenset(("mươi", "linh", "lẻ")), **dict.fromkeys(("mốt", "lăm", "nhăm"), _LATE_DIGITS)}
"""Digits that begin no number → the words behind which they stand."""


@dataclass(slots=True)
class _Sum:
    """A number in words, as far as it has been read. Each method takes one more word; whether it belongs to the number."""

    total: float = 0.0
    group: float = 0.0
    """What the next magnitude multiplies, but for the last digit."""
    digit: int | None = None
    last: str = ""

    def take_digit(self, word: str, following: str) -> bool:
        if self.digit is not None:
            return False  # "hai ba": two or three
        is_year = word == "năm" and self.last not in ("", "linh", "lẻ") and following not in _AFTER_FIVE  # "mười năm"
        is_first = word in _AFTER_WHAT and self.last not in _AFTER_WHAT[word]
        if not is_year and not is_first:
            self.digit = VIETNAMESE_DIGITS[word]
        return self.digit is not None

    def take_twenty(self, _: str, following: str) -> bool:
        if self.last or following not in VIETNAMESE_DIGITS:
            return False
        self.group += 20
        return True

    def take_ten(self, _: str, __: str) -> bool:
        if self.digit is not None or self.last in ("mươi", "mười"):
            return False
        self.group += 10
        return True

    def take_tens(self, _: str, __: str) -> bool:
        return self.digit is not None and self._multiply(10)

    def take_hundred(self, _: str, __: str) -> bool:
        return (self.digit is not None or not self.last) and self._multiply(100)

    def _multiply(self, scale: int) -> bool:
        self.group += (self.digit or 1) * scale
        self.digit = None
        return True

    def take_link(self, _: str, following: str) -> bool:
        return self.last in MAGNITUDES["vi"] and following in VIETNAMESE_DIGITS

    def take_magnitude(self, word: str, _: str) -> bool:
        amount = self.group + (self.digit or 0)
        if not amount and not self.last:
            amount = 1.0  # "trăm rưỡi", "triệu hai"
        if amount:
            self.total += amount * MAGNITUDES["vi"][word]
        elif self.total:
            self.total *= MAGNITUDES["vi"][word]
        self.group, self.digit = 0.0, None
        return True


_STEPS: Mapping[str, Callable[[_Sum, str, str], bool]] = {
    **dict.fromkeys(VIETNAMESE_DIGITS, _Sum.take_digit),
    **dict.fromkeys(_THOUSANDS, _Sum.take_magnitude),
    **dict.fromkeys(("mươi", "chục"), _Sum.take_tens),
    **dict.fromkeys(("linh", "lẻ"), _Sum.take_link),
    "hăm": _Sum.take_twenty,
    "mười": _Sum.take_ten,
    "trăm": _Sum.take_hundred,
}


def read_words(words: list[tuple[str, int]]) -> Spelled:
    """Vietnamese number words from the first on → value, end, how many were read. One pass over a small grammar."""
    so_far = _Sum()
    seen = end = 0
    for word, word_end in words:
        following = words[seen + 1][0] if seen + 1 < len(words) else ""
        step = _STEPS.get(word)
        if step is None or not step(so_far, word, following):
            break
        so_far.last, end = word, word_end
        seen += 1
    if not seen:
        return None, 0, 0
    digit: float = so_far.digit or 0
    before = words[seen - 2][0] if seen > 1 else ""
    if digit and before in _SHORTENED and so_far.last not in ("năm", "một") and not so_far.group % 1:
        digit = int(digit * MAGNITUDES["vi"][before] / 10)  # "ngàn mốt" is 1,100, "triệu hai" 1.2 million
    return so_far.total + so_far.group + digit, end, seen


class Spelling(Scanner):
    """Reads numbers that are spelled."""

    def spelled(self, start: int) -> Spelled:
        words = self.number_run(start, _SPELLING)
        for at, (word, end) in enumerate(words):
            if word in _RATIOS and self._is_ratio(end):
                return read_words(words[:at])
        return read_words(words)

    def _is_ratio(self, end: int) -> bool:
        """Whether "tỷ" begins a word of its own, "tỷ lệ"."""
        return NO_MAGNITUDE.match(self.text, end) is not None

    def spelled_amount(self, start: int, end: int, value: float) -> Draft:
        unit, after = self.unit_after(end)
        if unit is not None and unit[0] == "LAK" and value < LEAST_KIP:
            unit, after = None, end  # four teams
        draft = self.add(Draft(start, after, value, 1, unit, number_keys(value, unit)))
        draft.can_be_day = unit is None and value <= 31  # days of a month
        if abs(value) >= THOUSAND and (match := _LAST_MAGNITUDE.search(self.text[start:end].lower())):
            draft.magnitude = MAGNITUDES["vi"][match[1]]
        return self.finished(draft)
