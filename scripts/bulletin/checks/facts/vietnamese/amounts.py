"""What the words around an amount make of it: "2 triệu rưỡi", "6 tháng đầu năm", "gấp 3 lần"."""

from __future__ import annotations

import re

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import NOON, THOUSAND, number_keys, rounded
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


class Amounts(Rates, Colloquial):
    """Adds the readings that words around an amount give it."""

    def finished(self, draft: Draft) -> Draft:
        """Halves of units, months of the year, times as many."""
        if draft.raw is None:
            return draft
        following = self.next_word(draft.end)
        if following == "lần" and draft.raw < 100 and re.search(r"(?:gấp|tăng|bằng|hơn)\s$", self.before(draft.start)):
            draft.keys += [("u", "%", rounded(100 * draft.raw)), ("u", "%", rounded(100 * draft.raw - 100))]
        if following == "Tết":
            draft.strength = Strength.OPTIONAL
        if following == "rưỡi" and (half := _RUOI.match(self.text, draft.end)):
            step = draft.magnitude if draft.unit is None and draft.magnitude > 1 else 1
            if step == 1 and draft.raw >= HUNDRED and not draft.raw % HUNDRED and draft.unit is None:
                step = HUNDRED  # trăm rưỡi
            draft.raw += step / 2
            draft.end = half.end()
            if step == HUNDRED and draft.magnitude == 1:  # trăm rưỡi triệu
                draft.magnitude, draft.end = self.magnitude_after(draft.end)
                draft.raw *= draft.magnitude
                draft.unit, draft.end = self.unit_after(draft.end)
                self.at = max(self.at, draft.end)
            elif draft.magnitude > 1 and draft.unit is None:
                draft.unit, draft.end = self.unit_after(draft.end)
            draft.keys = number_keys(draft.raw, draft.unit)
            if draft.unit is None and draft.magnitude == 1 and 0 <= draft.raw < 24:  # "8 giờ đến 11 rưỡi"
                minutes = int(draft.raw * 60)
                draft.keys += [("t", minutes), ("t", minutes + NOON)]
        if draft.magnitude >= THOUSAND:
            self.tenths_after(draft)
        elif draft.unit:
            self.tenths_of_metre(draft)
        elif following == "phần":
            self.parts_of_ten(draft)
        elif draft.raw < HUNDRED and self.is_slogan(draft):
            draft.strength = Strength.WEAK
        if draft.has_unit("month", 1) and draft.raw in (3, 6):
            draft.keys.append(("3m",) if draft.raw == 3 else ("6m",))
        months = draft.raw * draft.unit[1] if draft.unit and draft.unit[0] == "month" and draft.unit[1] < 12 else 0
        if months == 6 and re.compile(r"\s(?:năm\s)?(?:19|20)\d\d(?!\d)").match(self.text, draft.end):
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
        base = draft.unit[0] if draft.unit and draft.unit[1] == 1 and draft.magnitude == 1 else ""
        if base in ("s", "m") and (match := _TENTHS.match(self.text, draft.end)):
            draft.keys.append(("u", base, rounded(draft.raw + float(f"0.{match[1]}"))))  # 12 giây 4, 1 mét 80
            draft.end = match.end()
        if draft.raw == FULL_MARKS and draft.unit is None and _FULL_MARKS.search(self.before(draft.start)):
            draft.strength = Strength.WEAK  # "bài đạt điểm 10" has full marks
        if added := _ADDED_TIME.match(self.text, draft.end):  # phút 90+4
            draft.keys.append(("=", draft.raw + float(added[1])))
            draft.strength = Strength.OPTIONAL
        if draft.has_unit("m", 1) and draft.raw == 11 and _PENALTY.search(self.before(draft.start)):
            draft.strength = Strength.OPTIONAL
        if draft.raw == 1 and draft.magnitude == 1 and (name := self.next_word(draft.start + 3)) in TIMES_OF_RATES:
            draft.keys.append(("r", TIMES_OF_RATES[name]))  # "40 tấn một ngày"
        elif per := PER.match(self.text, draft.end):
            self.rate_of(per.start(1), per)
        if self._counts_a_list(draft) or _LABELLED.search(self.before(draft.start)):
            draft.strength = Strength.WEAK  # "vào lớp 10" is admission to upper secondary school
            if draft.has_unit("month", 12):  # lớp 10 năm học 2026–2027
                draft.unit, draft.keys = None, number_keys(draft.raw, None)
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

    def _counts_a_list(self, draft: Draft) -> bool:
        """Whether a number only counts what is then named: "ba tỉnh A, B và C" is "the provinces of A, B and C"."""
        if draft.raw is None or draft.magnitude != 1 or not 2 <= draft.raw <= 6:  # nobody lists more
            return False
        match = _LISTED.match(self.text, draft.start + len(self.text[draft.start : draft.end].split(" ")[0]))
        if match is None:
            return False
        stretch = re.split(r"[.;(]", self.text[match.end() : match.end() + 110], maxsplit=1)[0]
        return len(_IN_LIST.findall(stretch)) >= draft.raw - 1
