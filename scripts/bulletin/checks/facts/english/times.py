"""English times of day: "2 p.m.", "8 o'clock", "ten to seven", "noon"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import NOON
from bulletin.checks.facts.scanning.scanner import Scanner
from bulletin.checks.facts.tables import ENGLISH_NUMBERS
from bulletin.model.fact import Family, Key, Strength

_TIME = re.compile(r"([01]?\d|2[0-4])(?:[:.]([0-5]\d))?\s?(a\.?m\b\.?|p\.?m\b\.?|noon\b|midnight\b)", re.IGNORECASE)
_OCLOCK = re.compile(r"([01]?\d)\s?o[’']clock(?:\s(in the (?:morning|afternoon|evening)))?", re.IGNORECASE)
_CLOCK_TO = re.compile(
    r"\s+(?:minutes\s+)?(to|past)\s+(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![^\W_])"
)
_HALF_DAY = re.compile(r"\s(?:(a\.?m\.?|p\.?m\.?)|o[’']clock)(?![^\W_])", re.IGNORECASE)


class Times(Scanner):
    """Reads times of day with words."""

    words: ClassVar[Mapping[str, str]] = dict.fromkeys(("noon", "midday", "midnight"), "noon")

    def time(self, start: int) -> bool:
        """2 p.m., 8.30 a.m., 14:00, 8 o'clock."""
        match = _TIME.match(self.text, start) or _OCLOCK.match(self.text, start)
        if match is None:
            if not super().time(start):
                return False
            tail = re.compile(r"\s?(?:hrs|hours|h)\b").match(self.text, self.drafts[-1].end)
            if tail:
                self.drafts[-1].end = self.at = tail.end()
            return True
        hour = int(match[1])
        is_clock = match.re is _OCLOCK
        minute = 0 if is_clock else int(match[2] or 0)
        half = (match[2] if is_clock else match[3]) or ""
        half = half.lower().replace(".", "")
        if half in ("pm", "noon", "in the afternoon", "in the evening") and hour < 12:
            hour += 12
        elif half in ("am", "midnight") and hour == 12:
            hour = 0
        draft = self.clock(start, match.end(), hour, minute)
        if half == "midnight":
            draft.keys.append(("t", 24 * 60))
        if is_clock and not half:
            draft.keys.append(("t", hour * 60 + NOON))
        return True

    def share_half_day(self, left: Draft) -> None:
        """From 1:30 to 5 p.m."""
        if not self.text[left.start : left.end].strip("0123456789:."):
            left.keys.append(("t", left.minutes + NOON))

    def minutes_to(self, start: int, end: int, minutes: int) -> bool:
        """Ten to seven, twenty past four. Whether it is a time."""
        match = _CLOCK_TO.match(self.text, end)
        before = self.before(start)
        if match is None or not (re.search(r"(?:at|by|before|after|until|till)\s(?:about\s|around\s)?$", before)):
            return False
        if re.compile(r"\s*(?:%|per\s?cent|people|[a-z]+s(?![^\W_]))").match(self.text, match.end()):
            return False  # by five to six per cent
        hour = ENGLISH_NUMBERS[match[2]]
        value = hour * 60 + (minutes if match[1] == "past" else -minutes)
        self.add(Draft(start, match.end(), keys=[("t", value), ("t", value + NOON)], family=Family.TIME))
        return True

    def time_in_words(self, draft: Draft, value: float) -> None:
        match = _HALF_DAY.match(self.text, draft.end)
        if match and value <= 12:  # hours
            hour = int(value) % 12 + (12 if (match[1] or "").lower().startswith("p") else 0)
            draft.keys = [("t", hour * 60)]
            draft.keys += [] if match[1] else [("t", hour * 60 + NOON)]
            draft.family, draft.end = Family.TIME, match.end()
            self.at = max(self.at, draft.end)

    def noon(self, start: int, token: str) -> None:
        """Noon is 12:00, midnight 0:00 or 24:00."""
        keys: list[Key] = [("t", 0), ("t", 24 * 60)] if token.lower() == "midnight" else [("t", NOON)]
        self.add(Draft(start, start + len(token), keys=keys, family=Family.TIME, strength=Strength.WEAK))
