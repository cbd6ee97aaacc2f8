"""Vietnamese numbers in words: hai mươi lăm, một trăm linh năm, triệu hai."""

from __future__ import annotations

import re

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


def read_words(words: list[tuple[str, int]]) -> Spelled:
    """Vietnamese number words from the first on → value, end, how many were read. One pass over a small grammar."""
    total = group = 0.0
    digit: int | None = None
    seen = 0
    end = 0
    count = len(words)
    at = 0
    last = ""
    while at < count:
        word, word_end = words[at]
        following = words[at + 1][0] if at + 1 < count else ""
        if word in VIETNAMESE_DIGITS:
            if digit is not None:
                break  # "hai ba": two or three
            if (
                word == "năm"
                and at
                and last not in ("linh", "lẻ")
                and following not in ("mươi", "trăm", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "vạn", "chục")
            ):
                break  # "mười năm": ten years
            if word == "tư" and last not in ("mươi", "linh", "lẻ"):
                break
            if word in ("mốt", "lăm", "nhăm") and last not in (
                "mươi",
                "mười",
                "hăm",
                "trăm",
                "nghìn",
                "ngàn",
                "vạn",
                "triệu",
            ):
                break
            digit = VIETNAMESE_DIGITS[word]
        elif word == "hăm" and not at and following in VIETNAMESE_DIGITS:
            group += 20
        elif word == "mười":
            if digit is not None or last in ("mươi", "mười"):
                break
            group += 10
        elif word in ("mươi", "chục"):
            if digit is None:
                break
            group += digit * 10
            digit = None
        elif word == "trăm":
            if digit is None and at:
                break
            group += (digit or 1) * 100
            digit = None
        elif word in ("linh", "lẻ"):
            if (last != "trăm" and last not in MAGNITUDES["vi"]) or following not in VIETNAMESE_DIGITS:
                break
        elif word in ("nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"):
            scale = MAGNITUDES["vi"][word]
            amount = group + (digit or 0)
            if not amount and not at:
                amount = 1.0  # "trăm rưỡi", "triệu hai"
            if amount:
                total += amount * scale
            elif total:
                total *= scale
            group, digit = 0.0, None
        else:
            break
        last = word
        end = word_end
        at += 1
        seen += 1
    if not seen:
        return None, 0, 0
    before = words[seen - 2][0] if seen > 1 else ""
    if (
        digit
        and before in ("trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ")
        and last not in ("năm", "một")
        and not group % 1
    ):
        digit = int(digit * MAGNITUDES["vi"][before] / 10)  # "ngàn mốt" is 1,100, "triệu hai" 1.2 million
    return total + group + (digit or 0), end, seen


class Spelling(Scanner):
    """Reads numbers that are spelled."""

    def spelled(self, start: int) -> Spelled:
        words = self.number_run(start, _SPELLING)
        cut = next((at for at, (word, end) in enumerate(words) if word in _RATIOS and self._is_ratio(end)), len(words))
        return read_words(words[:cut])

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
