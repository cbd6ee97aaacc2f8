"""Quantities of spoken Vietnamese: "1m78", "mét hai", "2 triệu 3", "đôi mươi", "thất tuần", "9X", "đầy chín phần"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import THOUSAND, number_keys, rounded
from bulletin.checks.facts.scanning.scanner import Scanner
from bulletin.checks.facts.tables import ROMAN, VIETNAMESE_DIGITS
from bulletin.model.fact import Family, Key, Strength

_TIGHT = re.compile(r"(m|kg)(\d{1,2})(?!\d|[.,]\d|[^\W_])")
_ENDS = r"(?=\s*(?:đồng|đ(?![^\W_]))?\s*(?:[.,;:)”\"](?!\d)|$))"
_DIGIT = "mốt|hai|ba|tư|bốn|lăm|năm|sáu|bảy|tám|chín"
_TENTH = re.compile(rf"\s(\d|{_DIGIT}){_ENDS}")
_METRE_AND = re.compile(rf"\s({_DIGIT}|rưỡi)(?:(?=\s(?:là|và|thì|nên|mỗi)(?![^\W_]))|{_ENDS})")
_DECADE = re.compile(r"[xX](?![^\W_])")
_ROUND = re.compile(r"1\s?/\s?(4|8|16|32)(?!\d|/)")
_AGE = re.compile(r"\s(?:tuần|thập)(?![^\W_])", re.IGNORECASE)
_AGES = {"tam": 30, "tứ": 40, "ngũ": 50, "lục": 60, "thất": 70, "bát": 80, "cửu": 90}
_NEARLY = re.compile(r"(?<![^\W_])(?:hơn|gần|ngót|cả|chừng|non|quá|được|tới|đến)\s$")
_OLD = re.compile(r"(?:tuổi|ngoài|gần|ngoại|đã|độ|vào|bước sang|xấp xỉ|ở)\s$", re.IGNORECASE)
_PAIR = re.compile(r"\s(mươi|tám|chục)(?![^\W_])", re.IGNORECASE)
_PARTS = re.compile(
    r"\s+phần(?![^\W_])(?!\s+(?:quà|thưởng|cơm|ăn|việc|mềm|trăm|nghìn|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|\d))",
    re.IGNORECASE,
)
_BEFORE_PARTS = re.compile(r"(?:gồm|có|thành|chia|làm|các)\s(?:các\s)?$", re.IGNORECASE)
_OPENED = re.compile(r"[“\"‘«](?:[^“”\"‘’«».;:]{0,24}[\s,-])?$")
_CLOSED = re.compile(r"\s+[^\W\d_][^“”\"‘’«».;:]{0,40}[”\"’»]")
_OF_QUARTER = re.compile(
    r"\s+(đầu tiên|đầu|thứ nhất|thứ hai|giữa|thứ ba|cuối cùng|cuối)\s+(?:của\s+)?quý\s+(IV|I{1,3}|[1-4])(?![^\W_])",
    re.IGNORECASE,
)
_SLOGAN = 12
"""The most that slogans count."""


class Colloquial(Scanner):
    """Reads what people say rather than what offices write."""

    words: ClassVar[Mapping[str, str]] = {
        "đôi": "pair_of", "xưa": "rare_age", "cổ": "rare_age", "cú": "brace", "tạ": "bare_unit", "yến": "bare_unit", "mét": "metre_and",
    }  # fmt: skip

    @cached_property
    def _is_quoting(self) -> bool:
        """Whether the text quotes anything: a quick look."""
        return any(mark in self.text for mark in '“"‘«')

    def tight_decimals(self, start: int, end: int, value: float) -> bool:
        """1m78, 2kg4; "1m2" may be a square metre. Whether that is what begins here."""
        match = _TIGHT.match(self.text, end)
        if match is None:
            return False
        amount = value + float(f"0.{match[2]}")
        keys = number_keys(amount, (match[1], 1))
        if match[1] == "m" and match[2] in ("2", "3"):
            if value > 2:  # nobody is so tall
                return False
            keys += number_keys(value, (f"m{'²' if match[2] == '2' else '³'}", 1))
        self.add(Draft(start, match.end(), amount, unit=(match[1], 1), keys=keys))
        return True

    def generation(self, start: int, end: int, value: float) -> bool:
        """Thế hệ 9X: those born in the nineties. Whether that is what begins here."""
        match = _DECADE.match(self.text, end)
        if match is None or not 4 < value < 10:
            return False
        keys: list[Key] = [("c", self.text[start : match.end()].lower()), ("=", 10 * value), ("=", 1900 + 10 * value)]
        self.add(Draft(start, match.end(), keys=keys, strength=Strength.WEAK, family=Family.YEAR))
        return True

    def short_date(self, start: int) -> bool:
        return self.round_of(start) or super().short_date(start)

    def round_of(self, start: int) -> bool:
        """Vòng 1/8: the round of sixteen. Whether that is what begins here."""
        match = _ROUND.match(self.text, start) if self.before(start).endswith("vòng ") else None
        if match is None:
            return False
        of = float(match[1])
        keys: list[Key] = [("=", 2 * of), ("=", of), ("=", 1 / of)]
        self.add(Draft(start, match.end(), keys=keys, strength=Strength.WEAK, family=Family.ORDINAL))
        return True

    def tenths_after(self, draft: Draft) -> None:
        """2 triệu 3, 3 tỷ hai: tenths of the magnitude, where nothing else is counted by the last digit."""
        if draft.unit is not None or draft.raw is None or draft.magnitude < THOUSAND:
            return
        match = _TENTH.match(self.text, draft.end)
        if match is None or self.text[draft.start : draft.end].endswith(match[0]):
            return
        tenths = float(match[1]) if match[1].isdecimal() else VIETNAMESE_DIGITS[match[1]]
        draft.raw = rounded(draft.raw + tenths * draft.magnitude / 10)
        draft.unit, draft.end = self.unit_after(match.end())
        draft.keys = number_keys(draft.raw, draft.unit)

    def metre_and(self, start: int, token: str) -> None:
        """Cao mét hai, một mét sáu: the unit stands before the tenths."""
        last = self.drafts[-1] if self.drafts else None
        match = _METRE_AND.match(self.text, start + len(token))
        if match is None:
            return
        more = 0.5 if match[1] == "rưỡi" else VIETNAMESE_DIGITS[match[1]] / 10
        if last is None or last.end < start - 1:
            keys = number_keys(1 + more, ("m", 1))
            self.add(Draft(start, match.end(), 1 + more, unit=("m", 1), keys=keys, strength=Strength.OPTIONAL))

    def tenths_of_metre(self, draft: Draft) -> None:
        """Một mét sáu, 1 mét sáu."""
        match = _METRE_AND.match(self.text, draft.end) if draft.has_unit("m", 1) else None
        if match is not None and match[1] != "rưỡi" and draft.raw is not None:
            draft.raw = rounded(draft.raw + VIETNAMESE_DIGITS[match[1]] / 10)
            draft.keys, draft.end = number_keys(draft.raw, draft.unit), match.end()
            self.at = max(self.at, draft.end)

    def old_age(self, start: int, token: str) -> bool:
        """Thất tuần, ngoài lục tuần: seventy, over sixty. Whether that is what begins here."""
        age = _AGES.get(token.lower())
        match = _AGE.match(self.text, start + len(token)) if age else None
        if match is None or age is None:
            return False
        self._may_be(start, match.end(), float(age))
        return True

    def pair_of(self, start: int, token: str) -> None:
        """Tuổi đôi mươi is twenty, đôi tám sixteen."""
        match = _PAIR.match(self.text, start + len(token))
        if match is not None and (match[1].lower() != "tám" or _OLD.search(self.before(start))):
            self._may_be(start, match.end(), 16.0 if match[1].lower() == "tám" else 20.0)

    def rare_age(self, start: int, token: str) -> None:
        """Tuổi xưa nay hiếm is seventy, by a line of Du Fu's; cổ lai hy too."""
        for saying in ("xưa nay hiếm", "cổ lai hy", "cổ lai hi"):
            if saying.startswith(token.lower()) and self.text[start : start + len(saying)].lower() == saying:
                self._may_be(start, start + len(saying), 70.0)

    def brace(self, start: int, token: str) -> None:
        """Cú đúp: two goals, cú ăn ba: three prizes."""
        for said, number in ((" đúp", 2.0), (" ăn ba", 3.0)):
            end = start + len(token) + len(said)
            if self.text[start + len(token) : end].lower() == said:
                self.add(Draft(start, end, number, keys=[("=", number)], strength=Strength.OPTIONAL))

    def bare_unit(self, start: int, token: str) -> None:
        """Hơn tạ mực, gần yến gạo: one of them."""
        if _NEARLY.search(self.before(start, 12)):
            unit, end = self.unit_after(start - 1)
            self.add(Draft(start, end, 1.0, unit=unit, keys=number_keys(1.0, unit), strength=Strength.OPTIONAL))
        del token

    def _may_be(self, start: int, end: int, value: float) -> None:
        keys: list[Key] = [("=", value), ("=", 1900 + value), ("v", 10.0)]
        self.add(Draft(start, end, value, keys=keys, strength=Strength.OPTIONAL))

    def parts_of_ten(self, draft: Draft) -> None:
        """Đầy chín phần is 90%; "mười phần yên tâm" is no number."""
        value = draft.raw
        if value is None or not 1 < value <= 10 or draft.unit or _PARTS.match(self.text, draft.end) is None:
            return
        draft.keys += [("u", "%", 10 * value), ("=", value / 10)]
        if value == 10 and not _BEFORE_PARTS.search(self.before(draft.start)):  # all of them
            draft.strength = Strength.OPTIONAL

    def is_slogan(self, draft: Draft) -> bool:
        """Whether a number belongs to a slogan: “4 tại chỗ”, “3 không”, “hai không, ba có”."""
        if draft.raw is None or not 1 < draft.raw <= _SLOGAN or draft.unit or draft.magnitude != 1:
            return False
        if not self._is_quoting:
            return False
        stop = draft.start + len(self.text[draft.start : draft.end].split(" ")[0])
        return (
            _CLOSED.match(self.text, stop) is not None
            and _OPENED.search(self.text, max(0, draft.start - 26), draft.start) is not None
        )

    def month_of_quarter(self, start: int, end: int) -> bool:
        """Tháng đầu quý IV: October. Whether that is what begins here."""
        match = _OF_QUARTER.match(self.text, end)
        if match is None:
            return False
        place = {"đầu": 1, "thứ nhất": 1, "thứ hai": 2, "giữa": 2}.get(match[1].lower().removesuffix(" tiên"), 3)
        quarter = int(match[2]) if match[2].isdecimal() else ROMAN[match[2].upper()]
        month = 3 * quarter - 3 + place
        keys: list[Key] = [("m", month), ("q", quarter)]
        self.add(Draft(start, match.end(), float(month), keys=keys, family=Family.DATE, month=month))
        return True
