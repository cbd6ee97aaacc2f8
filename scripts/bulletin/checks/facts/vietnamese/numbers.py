"""Numbers in words where they stand: counted things, names, times, fractions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import number_keys
from bulletin.checks.facts.scanning.passage import Spelled
from bulletin.checks.facts.tables import VIETNAMESE_DIGITS
from bulletin.checks.facts.vietnamese.fractions import FRACTION, Fractions
from bulletin.checks.facts.vietnamese.homonyms import Homonyms
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
_LAST = frozenset(("mốt", "lăm", "nhăm", "tư"))
"""Words that end a number, and begin none."""
_SOME = frozenset(("dăm", "đôi", "vài", "mấy"))
"""Words behind which a number is only near: "dăm ba trăm"."""
_OR_SO = frozenset(("năm", "ba", "bốn", "hai"))
"""Numbers behind which another is one of both: "ba bốn"."""


class Numbers(Times, Fractions, Homonyms):
    """Reads numbers in words."""

    words: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys((*VIETNAMESE_DIGITS, "mười", "hăm"), "number_words"), "năm": "year_words",
    }  # fmt: skip

    def number_words(self, start: int, token: str) -> None:
        """Hai mươi lăm, ba xã, một trăm linh năm."""
        lower, is_upper = token.lower(), token[0].isupper()
        if lower in _LAST:
            if lower == "tư" and is_upper and self.is_cell(start, start + 2):
                self._place(start, start + 2, 4.0, Strength.OPTIONAL)
            return
        spelled = self.spelled(start)
        value, end, count = spelled
        if value is None:
            return
        following = self.next_word(end)
        if following in ("giờ", "rưỡi") and self.spelled_clock(start, spelled):
            return
        previous = self.previous_word(start).lower()
        if is_upper and self._is_name(start, spelled, previous, following):
            return
        if match := FRACTION.match(self.text, end):
            self.fraction(start, match, value)
            return
        if count == 1 and self.is_other_word(token, end, previous, following):
            return
        is_doubtful = (
            following == "Tết"
            or previous in _SOME
            or (is_upper and count == 1 and not (self.begins_sentence(start) and following))
            or (count == 1 and (previous in _OR_SO or self.is_no_number(lower, start, end, previous)))
        )
        if self.is_negative(start):
            value = -value
        draft = self.spelled_amount(start, end, value)
        self._weigh(draft, value, is_one=count == 1)
        if is_doubtful:
            draft.strength = Strength.OPTIONAL

    def _is_name(self, start: int, spelled: Spelled, previous: str, following: str) -> bool:
        """Read giải Nhất, khóa Mười and "Ba" alone in a cell; "chú Ba", Hai Bà Trưng and chợ Ba Mươi count nothing."""
        value, end, count = spelled
        if value is None:
            return True
        if count == 1 and self.is_cell(start, end):
            self._place(start, end, value, Strength.OPTIONAL)
            return True
        if previous in _KINSHIP and count == 1:
            return True
        if previous in _NUMBER_BEFORE_NAME:
            self._place(start, end, value, Strength.STRONG)
            return True
        is_title = count > 1 and not self.begins_sentence(start) and self.text[start:end].istitle()
        return following[:1].isupper() or is_title

    def _place(self, start: int, end: int, value: float, strength: Strength) -> None:
        """Keep a place among others."""
        self.add(Draft(start, end, value, keys=number_keys(value, None), family=Family.ORDINAL, strength=strength))

    @staticmethod
    def _weigh(draft: Draft, value: float, *, is_one: bool) -> None:
        """Một, and hai and ba without a unit, need no number on the other side: "hai ngân hàng" are "the banks"."""
        if is_one and draft.magnitude == 1:
            if value == 1:
                draft.strength = Strength.OPTIONAL
            elif value in (2, 3) and draft.unit is None:
                draft.strength = Strength.WEAK

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
