"""Numbers in digits, with their sign; versions and sections that only look like one."""

from __future__ import annotations

import re

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import number_keys
from bulletin.checks.facts.scanning.amounts import Amounts
from bulletin.checks.facts.scanning.years import YEARS, Years
from bulletin.checks.facts.tables import BEFORE
from bulletin.model.fact import Family, Strength

NUMBER = re.compile(r"\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?![\d])|\d{1,3}(?: \d{3}){2,}(?!\d)|\d+(?:[.,]\d+)*")
_SECTION = re.compile(
    r"(?:mục|điều|khoản|phần|hình|bảng|phiên bản|chương|tiêu chí|section|version|article|table|figure|annex|phụ lục)\s$"
)
_ROOM = re.compile(
    r"(?:phòng|tầng|gian|gian hàng|hội trường|giảng đường|cửa|lô|room|booth|stand|hall|lot|gate|unit)\s$"
)


class Numbers(Amounts, Years):
    """Reads numbers in digits."""

    def number(self, start: int) -> None:
        text = self.text
        if match := YEARS.match(text, start):
            self.school_year(start, match)
            return
        match = NUMBER.match(text, start)
        if match is None:
            return
        own, foreign = self.value(match[0])
        end = match.end()
        if own is None and foreign is None:  # 1.2.3: a version or a section
            self.add(Draft(start, end, keys=[("c", match[0])], strength=Strength.WEAK, family=Family.CODE))
            return
        if self.suffix(start, end, own):
            return
        sign = self._sign(start)
        draft = self.amount(start, end, (own if own is not None else 0) * sign, match[0])
        if foreign is not None:
            scale = draft.magnitude
            draft.foreign = number_keys(foreign * sign * scale, draft.unit)
            if own is None and self.is_version(start, match[0]):
                draft.keys, draft.foreign, draft.strength = draft.foreign, [], Strength.WEAK
            elif own is None:
                draft.keys = []
                draft.raw = None

    def suffix(self, start: int, end: int, value: float | None) -> bool:
        """Read a number with letters of the language behind it: 15th, 1990s. Whether there are some."""
        del start, end, value
        return False

    def is_version(self, start: int, digits: str) -> bool:
        """Whether a number with a foreign point is one that is written so everywhere: "4.0", "IELTS 6.5"."""
        before = self.before(start)
        if _SECTION.search(before):
            return True
        is_bare = re.fullmatch(r"[2-5]\.0", digits) or (
            _ROOM.search(before) and re.fullmatch(r"\d{1,2}\.\d{1,3}", digits)
        )
        if is_bare and self.unit_after(start + len(digits))[0] is None:
            return True
        word = re.search(r"(?<![^\W_])([^\W\d_]{2,})[\s-]$", self.text[max(0, start - 20) : start])
        return (
            bool(word and word[1].isupper() and word[1].isascii() and word[1].lower() not in BEFORE) and "." in digits
        )

    def _sign(self, start: int) -> int:
        further = self.text[start - 2 : start - 1] if start > 1 else ""
        if (
            self.text[max(0, start - 1) : start] in ("-", "−", "–")
            and further in (" ", "(", "\n", "|", "", "\u00a0")
            and self.is_bare_sign(start)
        ):
            return -1
        return -1 if self.is_negative(start) else 1

    negative_re = re.compile(r"(?!)")
    negative_ends = ""
    """The last letters of what is found by it, for a quick look."""

    def is_negative(self, start: int) -> bool:
        """Whether a word before a number makes it negative."""
        return self.text[max(0, start - 2) : start - 1] in self.negative_ends and bool(
            self.negative_re.search(self.before(start))
        )

    def is_bare_sign(self, start: int) -> bool:
        """Whether a dash that touches a number is its sign: no number stands before it."""
        return not re.search(r"[\d%][\s\u00a0]*[-−–]$", self.text[max(0, start - 6) : start])
