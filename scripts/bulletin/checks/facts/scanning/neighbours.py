"""Numbers that share what stands with one of them: "5, 6 và 7%", "from 5 to 9 March"."""

from __future__ import annotations

import re

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import NOON, date_keys, is_date, number_keys
from bulletin.checks.facts.scanning.times import POINT_CLOCK, Times
from bulletin.checks.facts.tables import CURRENCIES
from bulletin.model.fact import Family, Strength

_LATE = re.compile(r"p\.?m|chiều|tối|đêm|afternoon|evening", re.IGNORECASE)
LATE_DAY = 27
"""A day behind it that stands before one of the next month's first days may be of the month before."""
WEEKS = 20


class Neighbours(Times):
    """Gives numbers what their neighbours say for both."""

    link_re: re.Pattern[str]
    """What stands between two numbers of which the second one's unit or month holds for both."""

    def link(self) -> None:
        """Give a number the unit, the magnitude or the month of its neighbour: "5, 6 và 7%", "from 5 to 9 March"."""
        drafts = [draft for draft in self.drafts if not (draft.end - draft.start > 4 and draft.family is Family.YEAR)]
        for index in range(len(drafts) - 1, 0, -1):
            left, right = drafts[index - 1], drafts[index]
            gap = self.text[left.end : right.start]
            if (
                right.day[1] and index > 1 and left.family in (Family.WEEKDAY, Family.TIME)
            ):  # from Monday 18 to Saturday 23 May
                further = drafts[index - 2]
                gap = self.text[further.end : left.start] + gap
                if further.can_be_day:
                    left = further
            if len(gap) <= 28 and self.link_re.fullmatch(gap.lower()):  # ", from the 5th to the "
                self._share(left, right)
                self._share_back(left, right, gap)

    def _share(self, left: Draft, right: Draft) -> None:
        if left.month == 1 < right.month and left.family is Family.DATE and right.family is Family.DATE:
            right.keys += number_keys(float(right.month), ("month", 1))  # from January to August: eight months
            left.strength = Strength.WEAK
        if left.family is Family.NUMBER and right.family is Family.NUMBER:
            self._share_amount(left, right)
        if right.day[1] and left.can_be_day and left.raw is not None:
            self._share_month(left, right, left.raw)
        if right.minutes >= 0:
            self._share_hour(left, right)
        if right.month and left.can_be_day and left.raw is not None and left.raw <= 12 and right.family is Family.DATE:
            left.keys.append(("m", int(left.raw)))
            left.month = int(left.raw)

    @staticmethod
    def _share_amount(left: Draft, right: Draft) -> None:
        """US$120–150 million; 5, 6 và 7%."""
        if left.raw is None or right.raw is None:
            return
        if left.unit and left.unit[0] in CURRENCIES and left.magnitude == 1 < right.magnitude:
            left.keys += number_keys(left.raw * right.magnitude, left.unit)
            left.raw, left.magnitude = left.raw * right.magnitude, right.magnitude
            if right.unit is None:
                right.unit = left.unit
                right.keys = number_keys(right.raw, right.unit)
        elif left.unit is None and (right.unit or right.magnitude > 1):
            scale = right.magnitude if left.magnitude == 1 else 1
            left.keys += number_keys(left.raw * scale, right.unit)
            if scale > 1:
                left.keys += number_keys(left.raw, right.unit)
            left.unit = right.unit
            if scale > 1:
                left.magnitude, left.raw = right.magnitude, left.raw * scale

    @staticmethod
    def _share_month(left: Draft, right: Draft, number: float) -> None:
        """From 5 to 9 March; the night of the 30th and the morning of 1 July."""
        day, month = int(number), right.day[1]
        if is_date(day, month):
            left.keys += date_keys(day, month)
            left.day = (day, month)
            left.family = Family.DATE
        earlier = month - 1 or 12
        if LATE_DAY < number > right.day[0] + WEEKS and is_date(day, earlier):
            left.keys += date_keys(day, earlier)
            left.family = Family.DATE

    def _share_hour(self, left: Draft, right: Draft) -> None:
        """7.30–11.30 a.m.; from 2 to 4 p.m."""
        clock = POINT_CLOCK.fullmatch(self.text[left.start : left.end]) if left.raw is not None else None
        if clock:
            minutes = int(clock[1]) * 60 + int(clock[2])
            left.keys.append(("t", minutes))
            if right.minutes >= NOON > minutes:
                left.keys.append(("t", minutes + NOON))
        is_late = _LATE.search(self.text[right.start : right.end]) is not None
        if left.can_be_day and left.raw is not None and left.raw <= 24:  # hours
            left.keys.append(("t", int(left.raw) * 60))
            if left.raw < 12 and is_late:
                left.keys.append(("t", int(left.raw) * 60 + NOON))
            left.minutes = int(left.raw) * 60
        if is_late and right.minutes >= NOON and 0 <= left.minutes < NOON and left.family is Family.TIME:
            self.share_half_day(left)

    def _share_back(self, left: Draft, right: Draft, gap: str) -> None:
        """March 5–9: the day behind the month."""
        if (
            left.month
            and right.can_be_day
            and right.raw is not None
            and right.raw <= 12
            and left.family is Family.DATE
            and not right.year
        ):
            right.keys.append(("m", int(right.raw)))  # từ tháng 6 đến 8
        month = left.day[1]
        if (
            month
            and right.can_be_day
            and right.raw is not None
            and right.family is not Family.PERIOD
            and gap.strip(" ,;\n")
            and is_date(int(right.raw), month)
        ):
            right.keys += date_keys(int(right.raw), month)
            right.day = (int(right.raw), month)
            right.family = Family.DATE
