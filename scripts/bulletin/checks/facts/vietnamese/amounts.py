"""What the words around an amount make of it: "2 triệu rưỡi", "6 tháng đầu năm", "gấp 3 lần"."""

from __future__ import annotations

import re

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import NOON, THOUSAND, number_keys, rounded
from bulletin.checks.facts.tables import Unit
from bulletin.checks.facts.vietnamese.colloquial import Colloquial
from bulletin.checks.facts.vietnamese.rates import PER, TIMES_OF_RATES, Rates
from bulletin.model.fact import Family, Strength

_AFTER_MONTHS = re.compile(r"\s+(đầu|cuối)(?:\s+(?:năm|của năm))?(?![^\W_])")
_ONCE = re.compile(r"\s+(?:một|1)\s+(?:lần|kỳ|đợt|báo cáo)(?![^\W_])")
_RUOI = re.compile(r"\s+rưỡi(?![^\W_])")
_LABELLED = re.compile(r"(?:lớp|khối|bão số|áp thấp số|90\s?\+)\s?$")
"""Before numbers that are names, or part of one."""
_ADDED_TIME = re.compile(r"\s?\+\s?(\d{1,2})(?!\d)")
_FULL_MARKS = re.compile(r"điểm\s$")
_PENALTY = re.compile(r"(?:chấm|quả|phạt đền|đá)\s$")
HUNDRED = 100
FULL_MARKS = 10
_TENTHS = re.compile(r"\s(\d{1,2})(?![\d.,]\d|\d|\s?(?:%|[^\W\d_]))")
_LISTED = re.compile(r"(?:\s[a-zà-ỹđ]+){1,8}:?\s(?=[A-ZÀ-ỸĐ\d“\"])")
_IN_LIST = re.compile(r",|\s(?:và|với|cùng|đến)\s")
_TOGETHER = frozenset(
    [
        "bên",
        "nước",
        "phía",
        "địa",
        "đất",
        "dân",
        "quốc",
        "đoàn",
        "đội",
        "đầu",
        "vợ",
        "chiều",
        "miền",
        "bờ",
        "tỉnh",
        "chính",
        "đồng",
        "mặt",
    ]
)
"""Words before which "hai" is often left out: "hai bên" is "they"."""
_DAY_BEFORE = re.compile(r"(?:ngày|mùng|mồng|rằm|hôm|sáng|chiều|tối)\s$")
_AS_MANY = re.compile(r"(?:gấp|tăng|bằng|hơn)\s$")
_OF_YEAR = re.compile(r"\s(?:năm\s)?(?:19|20)\d\d(?!\d)")


class Amounts(Rates, Colloquial):
    """Adds the readings that words around an amount give it."""

    def finished(self, draft: Draft) -> Draft:
        """Halves of units, months of the year, times as many."""
        if draft.raw is None:
            return draft
        following = self.next_word(draft.end)
        if following == "lần":
            self._times_as_many(draft, draft.raw)
        elif following == "Tết":
            draft.strength = Strength.OPTIONAL
        elif following == "rưỡi":
            self._and_a_half(draft, draft.raw)
        self._last_part(draft, following)
        if draft.unit and draft.unit[0] == "month" and draft.unit[1] < 12:
            self._months(draft, draft.raw * draft.unit[1])
        if draft.unit and draft.magnitude == 1:
            self._tenths(draft, draft.raw, draft.unit)
        self._of_games(draft, draft.raw)
        if draft.raw == 1 and draft.magnitude == 1 and (name := self.next_word(draft.start + 3)) in TIMES_OF_RATES:
            draft.keys.append(("r", TIMES_OF_RATES[name]))  # "40 tấn một ngày"
        elif per := PER.match(self.text, draft.end):
            self.rate_of(per.start(1), per)
        self._labelled(draft, draft.raw)
        if draft.can_be_day and _DAY_BEFORE.search(self.before(draft.start, 14)):
            draft.keys.append(("D", int(draft.raw)))
        if (
            draft.raw in (2, 3)
            and draft.unit is None
            and draft.magnitude == 1
            and self.next_word(draft.end) in _TOGETHER
        ):
            draft.strength = Strength.WEAK
        return draft

    def _times_as_many(self, draft: Draft, raw: float) -> None:
        """Gấp 3 lần: 300%, or 200% more."""
        if raw < 100 and _AS_MANY.search(self.before(draft.start)):
            draft.keys += [("u", "%", rounded(100 * raw)), ("u", "%", rounded(100 * raw - 100))]

    def _and_a_half(self, draft: Draft, raw: float) -> None:
        """2 triệu rưỡi, trăm rưỡi, 3 năm rưỡi; "8 giờ đến 11 rưỡi" is a time."""
        half = _RUOI.match(self.text, draft.end)
        if half is None:
            return
        step = draft.magnitude if draft.unit is None and draft.magnitude > 1 else 1
        if step == 1 and raw >= HUNDRED and not raw % HUNDRED and draft.unit is None:
            step = HUNDRED  # trăm rưỡi
        raw += step / 2
        draft.end = half.end()
        if step == HUNDRED and draft.magnitude == 1:  # trăm rưỡi triệu
            draft.magnitude, draft.end = self.magnitude_after(draft.end)
            raw *= draft.magnitude
            draft.unit, draft.end = self.unit_after(draft.end)
            self.at = max(self.at, draft.end)
        elif draft.magnitude > 1 and draft.unit is None:
            draft.unit, draft.end = self.unit_after(draft.end)
        draft.raw, draft.keys = raw, number_keys(raw, draft.unit)
        if draft.unit is None and draft.magnitude == 1 and 0 <= raw < 24:
            minutes = int(raw * 60)
            draft.keys += [("t", minutes), ("t", minutes + NOON)]

    def _last_part(self, draft: Draft, following: str) -> None:
        """2 triệu 3, một mét sáu, chín phần; “4 tại chỗ” counts nothing."""
        if draft.magnitude >= THOUSAND:
            self.tenths_after(draft)
        elif draft.unit:
            self.tenths_of_metre(draft)
        elif following == "phần":
            self.parts_of_ten(draft)
        elif draft.raw is not None and draft.raw < HUNDRED and self.is_slogan(draft):
            draft.strength = Strength.WEAK

    def _months(self, draft: Draft, months: float) -> None:
        """6 tháng đầu năm is the first half, 3 tháng đầu năm the first quarter; 6 tháng một lần is twice a year."""
        if draft.raw in (3, 6) and draft.has_unit("month", 1):
            draft.keys.append(("3m",) if draft.raw == 3 else ("6m",))
        if months == 6 and _OF_YEAR.match(self.text, draft.end):
            draft.keys += [("h", 1), ("h6",)]  # "6 tháng 2026" is the first half
        if months and (match := _AFTER_MONTHS.match(self.text, draft.end)):
            if months == 6:  # half a year
                draft.keys = [("h", 1 if match[1] == "đầu" else 2), ("h6",)]
                draft.family = Family.PERIOD
            if months == 3 and match[1] == "đầu":  # a quarter
                draft.keys.append(("q", 1))
        if months and 12 % months == 0 and _ONCE.match(self.text, draft.end):  # twice a year
            draft.keys.append(("=", 12 / months))
            draft.strength = Strength.WEAK

    def _tenths(self, draft: Draft, raw: float, unit: Unit) -> None:
        """12 giây 4, 1 mét 80."""
        base, factor = unit
        if factor == 1 and base in ("s", "m") and (match := _TENTHS.match(self.text, draft.end)):
            draft.keys.append(("u", base, rounded(raw + float(f"0.{match[1]}"))))
            draft.end = match.end()

    def _of_games(self, draft: Draft, raw: float) -> None:
        """Điểm 10 are full marks; phút 90+4; chấm 11 m is the penalty spot."""
        if raw == FULL_MARKS and draft.unit is None and _FULL_MARKS.search(self.before(draft.start)):
            draft.strength = Strength.WEAK
        if added := _ADDED_TIME.match(self.text, draft.end):
            draft.keys.append(("=", raw + float(added[1])))
            draft.strength = Strength.OPTIONAL
        if raw == 11 and draft.has_unit("m", 1) and _PENALTY.search(self.before(draft.start)):
            draft.strength = Strength.OPTIONAL

    def _labelled(self, draft: Draft, raw: float) -> None:
        """Vào lớp 10 is admission to upper secondary school; "ba tỉnh A, B và C" are the provinces."""
        if self._counts_a_list(draft) or _LABELLED.search(self.before(draft.start)):
            draft.strength = Strength.WEAK
            if draft.has_unit("month", 12):  # lớp 10 năm học 2026–2027
                draft.unit, draft.keys = None, number_keys(raw, None)

    def _counts_a_list(self, draft: Draft) -> bool:
        """Whether a number only counts what is then named: "ba tỉnh A, B và C" is "the provinces of A, B and C"."""
        if draft.raw is None or draft.magnitude != 1 or not 2 <= draft.raw <= 6:  # nobody lists more
            return False
        match = _LISTED.match(self.text, draft.start + len(self.text[draft.start : draft.end].split(" ")[0]))
        if match is None:
            return False
        stretch = re.split(r"[.;(]", self.text[match.end() : match.end() + 110], maxsplit=1)[0]
        return len(_IN_LIST.findall(stretch)) >= draft.raw - 1
