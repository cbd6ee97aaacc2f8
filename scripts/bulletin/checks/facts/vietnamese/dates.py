"""Vietnamese dates and months: "15 tháng 3 năm 2026", "tháng Giêng", "cuối năm"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import is_date
from bulletin.checks.facts.tables import VIETNAMESE_DIGITS
from bulletin.checks.facts.vietnamese.colloquial import Colloquial
from bulletin.checks.facts.vietnamese.homonyms import COUNTED
from bulletin.model.fact import Family, Strength

_LONG = re.compile(
    r"(\d{1,2})\s+tháng\s+(\d{1,2}(?!\d|[.,]\d|/\d{1,2}(?!\d))|[^\W\d_]+(?:\s(?:một|hai))?)(?:(?:,)?\s+(?:năm\s+)?(\d{4})(?!\d))?",
    re.IGNORECASE,
)
_MONTH = re.compile(r"\s+(\d{1,2}(?![\d.,]\d|\d)|[^\W\d_]+(?:\s(?:một|hai)(?![^\W_]))?)", re.IGNORECASE)
YEAR_TAIL = re.compile(r"\s?[/-]\s?(\d{4})(?!\d)")
_LUNAR = {"giêng": 1, "chạp": 12, "một": 11}
_DAY_CUES = re.compile(
    r"(?:ngày|sáng|trưa|chiều|tối|đêm|mùng|mồng|hôm|từ|đến|tới|hết|trước|sau|vào|và|rằm|khuya|trong|,|-|–)\s*\(?$"
)
_STRONG_DAY_CUES = re.compile(
    r"(?:ngày|sáng|trưa|chiều|tối|đêm|mùng|mồng|hôm|thứ (?:hai|ba|tư|năm|sáu|bảy),?|chủ nhật,?)\s*\(?$"
)
_LASTING = frozenset(("trong", "sau", "mỗi", "khoảng", "gần", "hơn", "suốt"))
"""Words behind which "3 tháng" lasts so long."""
_RANGE_OF_DATES = re.compile(r"\d{1,2}[-.]\d{1,2}\s+(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?\d{1,2}[-.]\d{1,2}(?!\d)")


class Dates(Colloquial):
    """Reads dates with words."""

    words: ClassVar[Mapping[str, str]] = {
        "tháng": "month_words", "đầu": "year_start", "cuối": "year_end", "hết": "year_end",
        **dict.fromkeys(("tết", "quốc", "giáng", "noel"), "holiday"),
    }  # fmt: skip
    holidays: ClassVar[Mapping[str, tuple[int, int]]] = {
        "tết dương lịch": (1, 1), "quốc tế lao động": (1, 5), "quốc khánh": (2, 9), "giáng sinh": (25, 12), "noel": (25, 12),
    }  # fmt: skip

    def long_date(self, start: int) -> bool:
        """15 tháng 3 năm 2026."""
        match = _LONG.match(self.text, start)
        if match is None:
            return False
        name = match[2].lower()
        month = int(name) if name.isdecimal() else self.month_number(name)
        day = int(match[1])
        if month is None or not is_date(day, month):
            return False
        is_lower = not name.isdecimal() and match[2][0].islower() and name.split()[0] not in ("giêng", "chạp")
        if is_lower and not re.search(r"(?:ngày|mùng|mồng|rằm)\s$", self.before(start)):
            return False
        is_sure = match[3] or name in ("giêng", "chạp") or _DAY_CUES.search(self.before(start))
        if not is_sure and self.previous_word(start).lower() in _LASTING:
            return False
        end = match.end(2)
        self.date(start, match.end() if match[3] else end, day, month, int(match[3] or 0))
        if not match[3] and (tail := YEAR_TAIL.match(self.text, end)):
            self.add(self.year(tail.start(1), tail.end(), int(tail[1])))
        return True

    def means_date(self, start: int, separator: str) -> bool:
        """Whether 15/3, 15-3 or 15.3 is a date."""
        before = self.before(start)
        if separator == "/":
            return bool(_STRONG_DAY_CUES.search(before))
        if _STRONG_DAY_CUES.search(before):
            return True
        if re.search(r"(?:từ|đến|tới|hết)\s$", before):  # từ 14-4 đến 18-4
            return bool(
                re.search(r"\d[-.]\d{1,2}\s+(?:đến|tới)\s(?:hết\s)?$", before)
                or _RANGE_OF_DATES.match(self.text, start)
            )
        return False

    def month_number(self, name: str) -> int | None:
        if name in _LUNAR and name != "một":
            return _LUNAR[name]
        words = name.split()
        if words[0] == "mười":
            return 10 + VIETNAMESE_DIGITS.get(words[1], 0) if len(words) > 1 else 10
        return VIETNAMESE_DIGITS.get(words[0]) if len(words) == 1 else None

    def month_words(self, start: int, token: str) -> None:
        """Tháng 3, tháng Giêng, tháng 3 và tháng 4, các tháng 5, 6."""
        match = _MONTH.match(self.text, start + len(token))
        if match is None or self.month_of_quarter(start, start + len(token)):
            return
        name = match[1].lower()
        strength = Strength.STRONG
        if name.isdecimal():
            month, end = int(name), match.end()
        else:
            number = self.month_number(name)
            if number is None:
                name = name.split()[0]
                number = self.month_number(name)
            if number is None:
                return
            month, end = number, match.start(1) + len(name)
            if match[1][0].islower() and name.split()[0] not in ("giêng", "chạp"):
                if self.previous_word(start) in ("mỗi", "hằng", "hàng", "từng", "một", "ngày", "những", "các", "trong"):
                    return
                strength = (
                    Strength.OPTIONAL
                    if name.split()[0] in ("năm", "một") or COUNTED.match(self.text, end)
                    else Strength.WEAK
                )
        if not 1 <= month <= 12:  # months
            return
        self.add(
            Draft(start, end, float(month), keys=[("m", month)], family=Family.DATE, month=month, strength=strength)
        )
        if tail := YEAR_TAIL.match(self.text, end):
            self.add(self.year(tail.start(1), tail.end(), int(tail[1])))

    def year_start(self, start: int, token: str) -> None:
        """Từ đầu năm: since January."""
        if self.text[start : start + 7].lower() == "đầu năm":
            self.add(Draft(start, start + 3, keys=[("m", 1)], family=Family.DATE, strength=Strength.OPTIONAL))
        del token

    def year_end(self, start: int, token: str) -> None:
        """Cuối năm, hết năm: 31 December."""
        end = start + len(token)
        if re.compile(r"\snăm(?![^\W_])").match(self.text, end):
            self.add(Draft(start, end, keys=[("d", 31, 12)], family=Family.DATE, strength=Strength.OPTIONAL))
        elif (match := re.compile(r"\stháng\s(\d{1,2})(?!\d)").match(self.text, end)) and 1 <= int(match[1]) <= 12:
            self.add(
                Draft(
                    start,
                    end,
                    keys=[("d", day, int(match[1])) for day in (28, 29, 30, 31)],
                    family=Family.DATE,
                    strength=Strength.OPTIONAL,
                )
            )
