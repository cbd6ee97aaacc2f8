"""Days of the lunar calendar: "rằm tháng Giêng", "mùng ba Tết"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import date_keys, is_date
from bulletin.checks.facts.vietnamese.dates import Dates
from bulletin.checks.facts.vietnamese.spelling import Spelling
from bulletin.model.fact import Family, Key, Strength


class Lunar(Dates, Spelling):
    """Reads days of the lunar calendar."""

    words: ClassVar[Mapping[str, str]] = {"rằm": "full_moon", "mồng": "lunar_day", "mùng": "lunar_day"}

    def full_moon(self, start: int, token: str) -> None:
        """Rằm tháng Giêng: the fifteenth day."""
        draft = Draft(
            start,
            start + len(token),
            15.0,
            keys=[("D", 15), ("=", 15.0)],
            strength=Strength.OPTIONAL,
            family=Family.DATE,
        )
        match = re.compile(r"\s+tháng\s+(\d{1,2}|[^\W\d_]+(?:\s(?:một|hai)(?![^\W_]))?)", re.IGNORECASE).match(
            self.text, start + len(token)
        )
        month = None
        if match:
            name = match[1].lower()
            month = int(name) if name.isdecimal() else self.month_number(name)
        if month and 1 <= month <= 12:
            draft.keys = [("d", 15, month), ("m", month), ("=", float(month))]
            draft.parts = (("=", 15.0), ("=", float(month)))
            draft.end = match.end() if match else draft.end
        self.add(draft)

    def lunar_day(self, start: int, token: str) -> None:
        """Mùng ba Tết, mồng Mười tháng Ba, mùng 8."""
        end = start + len(token) + 1
        digits = re.compile(r"\d{1,2}(?!\d)").match(self.text, end)
        if digits:
            number, stop = float(digits[0]), digits.end()
            if re.compile(r"[/-]\d|\s+tháng\s+\d").match(self.text, stop):
                return
        else:
            spelled, stop, _ = self.spelled(end)
            if spelled is None:
                return
            number = spelled
        day = int(number)
        month = re.compile(r"\s+tháng\s+(\d{1,2}|[^\W\d_]+(?:\s(?:một|hai)(?![^\W_]))?)", re.IGNORECASE).match(
            self.text, stop
        )
        name = month[1].lower() if month else ""
        which = int(name) if name.isdecimal() else self.month_number(name) if name else None
        if month and which and is_date(day, which):
            keys: list[Key] = [*date_keys(day, which), ("m", which)]
            self.add(
                Draft(
                    start,
                    month.end(),
                    keys=keys,
                    parts=(("=", number), ("=", float(which))),
                    family=Family.DATE,
                    day=(day, which),
                )
            )
        elif 1 <= day <= 31:  # days of a month
            draft = Draft(start, stop, number, keys=[("=", number), ("D", day)], family=Family.DATE)
            draft.can_be_day = True
            draft.strength = Strength.WEAK if day == 1 else Strength.STRONG
            self.add(draft)
