"""Ordinals, ranks and weekdays: "thứ ba" is the third or Tuesday, "giải Nhì", "tứ kết"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import number_keys
from bulletin.checks.facts.tables import VIETNAMESE_DIGITS
from bulletin.checks.facts.vietnamese.colloquial import Colloquial
from bulletin.checks.facts.vietnamese.spelling import Spelling
from bulletin.model.fact import Family, Strength

_ORDINAL = re.compile(
    r"\s+(nhất|nhì|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?:\s(?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín)(?![^\W_]))?|\d{1,4}(?![.,]?\d))",
    re.IGNORECASE,
)


class Ordinals(Colloquial, Spelling):
    """Reads ordinals."""

    words: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("nhị", "tam", "tứ", "ngũ", "lục", "thất", "bát", "cửu", "song", "lưỡng"), "sino"), "hat-trick": "sino",
        "thứ": "ordinal_words", "chủ": "sunday", "nhất": "alone", "nhì": "alone", "giải": "rank_words", "hạng": "rank_words", "lần": "rank_words",
    }  # fmt: skip

    def alone(self, start: int, token: str) -> None:
        """Nhất, Nhì: a rank, alone in a cell."""
        if self.is_cell(start, start + len(token)):
            value = 1.0 if token.lower() == "nhất" else 2.0
            self.add(
                Draft(
                    start,
                    start + len(token),
                    value,
                    keys=[("=", value)],
                    family=Family.ORDINAL,
                    strength=Strength.OPTIONAL,
                )
            )

    def sino(self, start: int, token: str) -> None:
        """Tứ kết, song ngữ: a Chinese numeral may be what the other edition counts."""
        if self.old_age(start, token):
            return
        if token[0].islower():
            value = float(
                {
                    "nhị": 2,
                    "song": 2,
                    "lưỡng": 2,
                    "tam": 3,
                    "tứ": 4,
                    "ngũ": 5,
                    "lục": 6,
                    "thất": 7,
                    "bát": 8,
                    "cửu": 9,
                }.get(token.lower(), 3)
            )
            self.add(Draft(start, start + len(token), value, keys=[("=", value)], strength=Strength.OPTIONAL))

    def ordinal_words(self, start: int, token: str) -> None:
        """Thứ ba: the third, or Tuesday."""
        match = _ORDINAL.match(self.text, start + len(token))
        if match is None:
            return
        end = match.end()
        if match[1].isdecimal() or match[1].lower() in ("nhất", "nhì", "tư"):
            number = self._ordinal_number(match[1].lower())
        else:
            spelled, end, _ = self.spelled(match.start(1))
            if spelled is None:
                return
            number = spelled
        previous = self.previous_word(start)
        draft = Draft(start, end, number, keys=number_keys(number, None), family=Family.ORDINAL)
        is_name = match[1][0].isupper() or token[0].isupper()
        if 2 <= number <= 7:  # Monday is "thứ hai"
            rest = self.text[end : end + 12].lower()
            is_day = (
                (is_name and not match[1].isdecimal())
                or re.match(r"\s*(?:hằng tuần|hàng tuần|tuần|đến thứ|\(|ngày|tới thứ|và thứ)", rest)
                or previous in ("từ", "đến", "sáng", "chiều", "tối", "và")
            )
            draft.keys.append(("w", int(number) - 1))
            if is_day:
                draft.family, draft.strength = Family.WEEKDAY, Strength.WEAK
        if previous in ("người", "bên") and number == 3:  # a third party
            draft.strength = Strength.OPTIONAL
        elif number == 1:
            draft.strength = (
                Strength.WEAK if previous in ("lần", "giải", "hạng", "kỳ", "khóa", "vòng") else Strength.OPTIONAL
            )
        elif number == 2 and draft.family is Family.ORDINAL:
            draft.strength = (
                Strength.STRONG if previous in ("giải", "hạng", "kỳ", "khóa", "vòng", "đứng") else Strength.WEAK
            )
        self.add(draft)

    @staticmethod
    def _ordinal_number(word: str) -> float:
        if word.isdecimal():
            return float(word)
        if word.startswith("mười"):
            return 10.0 + VIETNAMESE_DIGITS.get(word[5:], 0)
        return float({"nhất": 1, "nhì": 2}.get(word) or VIETNAMESE_DIGITS[word])

    def rank_words(self, start: int, token: str) -> None:
        """Giải Nhất, hạng nhì, lần đầu."""
        if token.lower() == "lần" and self.text[start + 3 : start + 7].lower() == " đầu":
            self.add(Draft(start, start + 7, 1.0, keys=[("=", 1.0)], family=Family.ORDINAL, strength=Strength.WEAK))
            return
        match = re.compile(r"\s+(nhất|nhì|ba|tư|năm)(?![^\W_])", re.IGNORECASE).match(self.text, start + len(token))
        if (
            match is None
            or (match[1][0].islower() and token.lower() == "lần")
            or (match[1].lower() in ("ba", "tư", "năm") and match[1][0].islower())
        ):
            return
        number = self._ordinal_number(match[1].lower())
        self.add(
            Draft(
                match.start(1),
                match.end(),
                number,
                keys=[*number_keys(number, None), *([("g", number)] if token.lower() == "giải" else [])],
                family=Family.ORDINAL,
                strength=Strength.WEAK,
            )
        )

    def sunday(self, start: int, token: str) -> None:
        """Chủ nhật."""
        match = re.compile(r"\s+nhật(?![^\W_])", re.IGNORECASE).match(self.text, start + len(token))
        if match:
            self.add(Draft(start, match.end(), keys=[("w", 7)], family=Family.WEEKDAY, strength=Strength.WEAK))
