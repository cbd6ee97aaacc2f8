"""Dates in digits, months with their year, and holidays."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import FIRST_YEAR, LAST_YEAR, date_keys, is_date, rounded
from bulletin.checks.facts.scanning.ratios import RATIO, SCALE, Ratios
from bulletin.checks.facts.scanning.years import YEARS, Years
from bulletin.checks.facts.tables import PERCENT
from bulletin.model.fact import Family, Key, Strength

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})\s?([/.–-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s?[/-]\s?(\d{4})(?!\d)")
_TWO = re.compile(r"(\d{1,2})\s?([/.–-])\s?(\d{1,2})(?![\d/]|[.,]\d)")


class Dates(Ratios, Years):
    """Reads dates in digits. A language adds those with words."""

    holidays: ClassVar[Mapping[str, tuple[int, int]]] = {}
    """Name of a day, in lower case → its day and month."""

    def holiday(self, start: int, token: str) -> None:
        """Keep the day of a holiday, if the other edition says its date instead."""
        del token
        text = self.text[start : start + 24].lower()
        for name, day in self.holidays.items():
            if text.startswith(name):
                keys = date_keys(*day)
                self.add(Draft(start, start + len(name), keys=keys, family=Family.DATE, strength=Strength.OPTIONAL))
                return

    def whole_date(self, start: int) -> bool:
        """Read a date with its year in digits, if there is one."""
        text = self.text
        if (match := _ISO.match(text, start)) and is_date(int(match[3]), int(match[2])):
            self.date(start, match.end(), int(match[3]), int(match[2]), int(match[1]))
            return True
        if match := _DAY_MONTH_YEAR.match(text, start):
            day, month = self.order(int(match[1]), int(match[3]))
            if is_date(day, month):
                self.date(start, match.end(), day, month, int(match[4]))
                return True
        return False

    def short_date(self, start: int) -> bool:
        """Read any other date in digits, if there is one, or what looks like it."""
        return (
            self._begins_scale(start)
            or self._begins_school_year(start)
            or self._begins_month_year(start)
            or self.long_date(start)
            or self._day_month(start)
            or ((match := RATIO.match(self.text, start)) is not None and self.ratio(start, match))
        )

    def _begins_scale(self, start: int) -> bool:
        match = SCALE.match(self.text, start) if self.text[start] == "1" else None
        return match is not None and self.scale(start, match)

    def _begins_school_year(self, start: int) -> bool:
        match = YEARS.match(self.text, start) if self.text[start + 3 : start + 4].isdecimal() else None
        if match is None:
            return False
        first, last = int(match[1]), int(match[2])
        is_one = FIRST_YEAR <= first <= LAST_YEAR and last == (first + 1) % 100  # 2025/26
        if is_one:
            self.school_year(start, match)
        return is_one

    def _begins_month_year(self, start: int) -> bool:
        match = _MONTH_YEAR.match(self.text, start)
        if match is None or not (1 <= int(match[1]) <= 12 and FIRST_YEAR <= int(match[2]) <= LAST_YEAR):
            return False
        self.month_year(start, match)
        return True

    def _day_month(self, start: int) -> bool:
        """15/3; 15-3 and 15.3, where words say so. Whether that is what begins here."""
        match = _TWO.match(self.text, start)
        if match is None:
            return False
        day, month = int(match[1]), int(match[3])
        if match[2] == "/":
            if not is_date(day, month):
                return False
            self._slash(start, match.end(), day, month)
            if (day, month) == (24, 7) and not self.means_date(start, "/"):  # day and night
                self.drafts[-1].strength = Strength.OPTIONAL
            return True
        if not self.means_date(start, match[2]) or not is_date(day, month):
            return False
        self.date(start, match.end(), day, month, 0)
        return True

    def order(self, first: int, second: int) -> tuple[int, int]:
        """Day and month of two numbers; a month above 12 is the day of an American date."""
        return (second, first) if second > 12 >= first else (first, second)  # months

    def month_year(self, start: int, match: re.Match[str]) -> None:
        """Keep "3/2026"."""
        month, year = int(match[1]), int(match[2])
        self.add(Draft(start, match.start(2) - 1, keys=[("m", month)], family=Family.DATE, month=month))
        self.add(self.year(match.start(2), match.end(), year))

    def _slash(self, start: int, end: int, day: int, month: int) -> None:
        """15/3: a date, or where nothing says so, a ratio as well."""
        draft = self.add(Draft(start, end, keys=date_keys(day, month), family=Family.DATE, day=(day, month)))
        if not self.means_date(start, "/"):
            draft.parts = (("=", float(day)), ("=", float(month)))
            if day == month:  # all 12 of them
                draft.keys += [("=", float(day)), ("u", PERCENT, 100.0)]
            if day < month:
                draft.keys += [("=", rounded(day / month)), ("u", PERCENT, rounded(100 * day / month))]

    def long_date(self, start: int) -> bool:
        """Read a date with words that begins with digits, if there is one."""
        del start
        return False

    def means_date(self, start: int, separator: str) -> bool:
        """Whether two numbers with a separator are a date, by the words before them."""
        del start, separator
        return False

    def date(self, start: int, end: int, day: int, month: int, year: int) -> Draft:
        """Keep a date, and its year (0 for none) as a fact of its own."""
        parts: tuple[Key, ...] = (("=", float(day)), ("=", float(month)))  # as 18-4 in a column of dates
        draft = self.add(
            Draft(start, end, keys=date_keys(day, month), parts=parts, family=Family.DATE, day=(day, month))
        )
        if year:
            self.add(self.year(start, end, year))
        return draft
