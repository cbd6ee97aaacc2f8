"""Numbers in words where they stand: counted things, names, times, fractions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import number_keys
from bulletin.checks.facts.tables import VIETNAMESE_DIGITS
from bulletin.checks.facts.vietnamese.fractions import FRACTION, Fractions
from bulletin.checks.facts.vietnamese.homonyms import NOT_AFTER, NOT_COUNTED, Homonyms
from bulletin.checks.facts.vietnamese.times import Times
from bulletin.model.fact import Family, Strength

_NUMBER_BEFORE_NAME = frozenset(
    [
        "giải",
        "hạng",
        "thứ",
        "khóa",
        "lần",
        "loại",
        "cấp",
        "hàng",
        "bậc",
        "nhóm",
        "đợt",
        "kỳ",
        "vòng",
        "quý",
        "nhất",
        "ngày",
        "khoá",
        "tháng",
        "ngôi",
    ]
)
_KINSHIP = frozenset(
    ("anh", "chị", "chú", "bác", "cô", "ông", "bà", "dì", "cậu", "mợ", "thím", "dượng", "má", "ba", "mệ")
)
"""Words before which "Hai" or "Bảy" is a name: a child is called by its place among the others."""


class Numbers(Times, Fractions, Homonyms):
    """Reads numbers in words."""

    words: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys((*VIETNAMESE_DIGITS, "mười", "hăm"), "number_words"), "năm": "year_words",
    }  # fmt: skip

    def number_words(self, start: int, token: str) -> None:
        """Hai mươi lăm, ba xã, một trăm linh năm."""
        lower = token.lower()
        if lower == "tư" and token[0].isupper() and self.is_cell(start, start + 2):
            self.add(Draft(start, start + 2, 4.0, keys=[("=", 4.0)], family=Family.ORDINAL, strength=Strength.OPTIONAL))
        if lower in ("mốt", "lăm", "nhăm", "tư"):
            return
        spelled = self.spelled(start)
        value, end, count = spelled
        if value is None:
            return
        following = self.next_word(end)
        if following in ("giờ", "rưỡi") and self.spelled_clock(start, spelled):
            return
        previous = self.previous_word(start)
        if count == 1 and token[0].isupper() and self.is_cell(start, end):
            self.add(
                Draft(
                    start, end, value, keys=number_keys(value, None), family=Family.ORDINAL, strength=Strength.OPTIONAL
                )
            )
            return
        strength = None
        if token[0].isupper():
            if previous.lower() in _KINSHIP and count == 1:
                return
            if previous.lower() in _NUMBER_BEFORE_NAME:
                self.add(Draft(start, end, value, keys=number_keys(value, None), family=Family.ORDINAL))
                return
            if following[:1].isupper() or (
                count > 1
                and not self.begins_sentence(start)
                and self.text[end - 1 : end] != ""
                and self.text[start:end].istitle()
            ):
                return  # Hai Bà Trưng, chợ Ba Mươi
            if count == 1 and not (self.begins_sentence(start) and following):
                strength = Strength.OPTIONAL
        if match := FRACTION.match(self.text, end):
            self.fraction(start, match, value)
            return
        if previous.lower() in ("dăm", "đôi", "vài", "mấy"):
            strength = Strength.OPTIONAL  # "dăm ba trăm": some hundreds
        if count == 1:
            is_name = token[0].isupper() or lower != "bảy"
            if lower == "bảy" and self.text.startswith("lá một hoa", end + 1):
                return  # a herb
            if (is_name and following in NOT_COUNTED.get(lower, ())) or previous.lower() in NOT_AFTER.get(lower, ()):
                return
            if previous.lower() in ("dăm", "đôi", "vài", "mấy", "năm", "ba", "bốn", "hai"):
                strength = Strength.OPTIONAL  # "dăm ba", "ba bốn": some
            if lower in ("năm", "chín") and self.is_no_number(lower, start, end, previous):
                strength = Strength.OPTIONAL
        if self.is_negative(start):
            value = -value
        draft = self.spelled_amount(start, end, value)
        if count == 1 and draft.magnitude == 1:
            if value == 1:
                draft.strength = Strength.OPTIONAL
            elif value in (2, 3) and draft.unit is None:  # "hai ngân hàng" are "the banks"
                draft.strength = Strength.WEAK
        if following == "Tết":
            strength = Strength.OPTIONAL
        draft.strength = strength or draft.strength

    def year_words(self, start: int, token: str) -> None:
        """Năm ngoái, năm nay; else the number five."""
        following = self.next_word(start + len(token)).lower()
        shift = {"ngoái": -1, "trước": -1, "nay": 0, "sau": 1, "tới": 1, "tiếp": 1, "kế": 1, "qua": -1, "kia": -2}.get(
            following
        )
        if shift is not None:
            self.relative_year(start, start + len(token) + 1 + len(following), shift)
        else:
            self.number_words(start, token)
