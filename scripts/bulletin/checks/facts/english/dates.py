"""English dates, months and weekdays: "15th of March", "March 5, 2026", "the end of June"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.english.ordinals import ORDINAL_TAIL
from bulletin.checks.facts.keys import is_date
from bulletin.checks.facts.scanning.scanner import Scanner
from bulletin.checks.facts.tables import MONTHS, WEEKDAYS
from bulletin.model.fact import Family, Key, Strength

_MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY_FIRST = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?:day\s+)?of)?\s+({_MONTH_NAMES})(?![^\W_])\.?(?:,?\s+(\d{{4}})(?!\d))?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    r"\.?\s+(?:the\s)?(\d{1,2})(?:st|nd|rd|th)?(?![\d%]|[.,]\d|\s?(?:per cent|percent|million|billion))(?:,?\s+(\d{4})(?!\d))?",
    re.IGNORECASE,
)
_MONTH_ALONE = re.compile(r"\.?,?\s+(?:of\s)?(\d{4})(?!\d|,\d)")
_MAY = re.compile(
    r"(?:in|of|since|by|until|till|late|early|mid|last|next|from|to|and|between|this|through|for|during|before|after|on|–|-|,|\d|\d(?:st|nd|rd|th)|\()[\s-]?$"
)


class Dates(Scanner):
    """Reads dates with words."""

    words: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(MONTHS, "month_words"), **dict.fromkeys(WEEKDAYS, "weekday"), "end": "end_of", "year-end": "end_of",
        **dict.fromkeys(("new", "labour", "labor", "national", "christmas"), "holiday"),
    }  # fmt: skip
    holidays: ClassVar[Mapping[str, tuple[int, int]]] = {
        "new year's day": (1, 1), "new year’s day": (1, 1), "labour day": (1, 5), "labor day": (1, 5), "national day": (2, 9), "christmas": (25, 12),
    }  # fmt: skip

    def long_date(self, start: int) -> bool:
        """15 March 2026, 15th of March."""
        match = _DAY_FIRST.match(self.text, start)
        if match is None or not match[2][0].isupper():
            street = re.compile(r"(\d{1,2})\s+(?:Tháng|Thang|tháng|thang)\s+(\d{1,2})(?!\d)").match(self.text, start)
            if street and is_date(int(street[1]), int(street[2])):  # 30 Tháng 4 Street
                self.date(start, street.end(), int(street[1]), int(street[2]), 0)
                return True
            return False
        day, month = int(match[1]), MONTHS[match[2].lower()]
        if not is_date(day, month):
            return False
        self.date(start, match.end() if match[3] else match.end(2), day, month, int(match[3] or 0))
        return True

    def means_date(self, start: int, separator: str) -> bool:
        """Whether 15/3 is a date: after "on" and the like."""
        return separator == "/" and bool(
            re.search(r"(?:on|from|to|until|by|since|before|after|and)\s$", self.before(start))
        )

    def month_words(self, start: int, token: str) -> None:
        """March, March 5, March 5, 2026, in May."""
        lower = token.lower()
        if not token[0].isupper() or lower not in MONTHS:
            return
        month = MONTHS[lower]
        end = start + len(token)
        if lower in ("mar", "jan", "dec", "jun", "jul", "sep", "oct", "nov", "feb", "apr", "aug") and not re.compile(
            r"\.|\s\d"
        ).match(self.text, end):
            return
        if (match := _MONTH_FIRST.match(self.text, end)) and is_date(int(match[1]), month):
            self.date(start, match.end() if match[2] else match.end(1), int(match[1]), month, int(match[2] or 0))
            tail = ORDINAL_TAIL.match(self.text, self.at)
            if tail:
                self.at = tail.end()
            return
        has_year = _MONTH_ALONE.match(self.text, end)
        is_verb = lower == "may" and not has_year and not _MAY.search(self.before(start))
        strength = Strength.OPTIONAL if is_verb else Strength.STRONG
        draft = Draft(start, end, float(month), keys=[("m", month)], family=Family.DATE, month=month, strength=strength)
        draft.parts = (("=", float(month)),)  # a bare 2 in a column of months
        self.add(draft)

    def weekday(self, start: int, token: str) -> None:
        """Monday."""
        if token[0].isupper():
            number = WEEKDAYS[token.lower()]
            self.add(
                Draft(start, start + len(token), keys=[("w", number)], family=Family.WEEKDAY, strength=Strength.WEAK)
            )

    def end_of(self, start: int, token: str) -> None:
        """The end of 2026: 31 December."""
        month = re.compile(rf"\s+of\s+({_MONTH_NAMES})(?![^\W_])", re.IGNORECASE).match(self.text, start + len(token))
        if month:
            number = MONTHS[month[1].lower()]
            keys: list[Key] = [("d", day, number) for day in (28, 29, 30, 31)]
            keys += [("q", number // 3)] if number % 3 == 0 else []
            self.add(Draft(start, start + len(token), keys=keys, family=Family.DATE, strength=Strength.OPTIONAL))
        elif (
            re.compile(r"\s+of\s+(?:the\s+year|this\s+year|next\s+year|\d{4})").match(self.text, start + len(token))
            or "-" in token
        ):
            self.add(
                Draft(start, start + len(token), keys=[("d", 31, 12)], family=Family.DATE, strength=Strength.OPTIONAL)
            )
