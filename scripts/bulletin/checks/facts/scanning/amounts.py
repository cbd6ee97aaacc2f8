"""Amounts: what digits are worth, with the magnitude and the unit behind them."""

from __future__ import annotations

import re

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import FIRST_YEAR, LAST_YEAR, number_keys
from bulletin.checks.facts.scanning.units import AFTER, BLANKS, MAGNITUDE_STARTS, UNIT_STARTS, Units
from bulletin.checks.facts.tables import PERCENT, POINT
from bulletin.model.fact import Family, Strength

CODE_TAIL = re.compile(r"[A-Za-zĐ]{1,4}\d{0,4}(?![^\W_])")
MIN_YEAR = 1800
"""Before it, four digits are as likely a number."""
LEAST_KIP = 100
"""Kip below which there is no coin: "bốn kíp" are four teams."""


class Amounts(Units):
    """Reads numbers with what follows them."""

    def value(self, digits: str) -> tuple[float | None, float | None]:
        """What digits are worth in this language, and in one with the separators the other way round; None for nothing."""
        if not digits.isdecimal():
            digits = BLANKS.sub("", digits)
        if digits.isdecimal():
            return float(digits), None
        own, foreign = _parse(digits, self.decimal, self.thousands), _parse(digits, self.thousands, self.decimal)
        if own is not None and foreign is not None and foreign < own and digits.endswith("0"):
            foreign = None  # nobody writes 1.450 for 1.45
        return own, foreign

    def amount(self, start: int, end: int, raw: float, digits: str = "") -> Draft:
        """Keep a number with what follows it: magnitudes, a unit, a currency."""
        word = AFTER.match(self.text, end)
        following = word[1].lower() if word else ""
        magnitude, unit, raw, stop = 1.0, None, float(raw), end
        if following in MAGNITUDE_STARTS[self.tag]:
            magnitude, end = self.magnitude_after(end)
            raw, end = self.compound(raw * magnitude, magnitude, end)
            unit, end = self.unit_after(end)
        elif following in UNIT_STARTS[self.tag]:
            unit, end = self.unit_at(end)
        tail = None
        if unit is None and magnitude == 1 and digits and end < len(self.text) and self.text[end].isalpha():
            tail = CODE_TAIL.match(self.text, end)
        if tail is not None and digits.isdecimal():
            end = tail.end()
            return self.add(Draft(start, end, keys=[("c", self.text[start:end].lower())], family=Family.CODE))
        if unit is not None and raw < LEAST_KIP and unit[0] == "LAK":
            unit, end = None, stop  # "bốn kíp" are teams
        draft = Draft(start, end, raw, magnitude, unit, number_keys(raw, unit))
        if (
            unit is None
            and magnitude == 1
            and len(digits) == 4
            and digits.isdecimal()
            and FIRST_YEAR <= raw <= LAST_YEAR
        ):
            draft.year = int(raw)
            draft.keys.append(("Y", raw))
            draft.family = Family.YEAR if raw >= MIN_YEAR else Family.NUMBER
        if raw == 100 and unit and unit[0] == PERCENT:  # "all of them"
            draft.strength = Strength.WEAK
        if raw == 0 or (raw == 1 and (unit is None or unit[0] not in (PERCENT, POINT))):
            draft.strength = Strength.WEAK
        draft.can_be_day = unit is None and magnitude == 1 and digits.isdecimal() and 1 <= raw <= 31
        self.finished(self.add(draft))
        self.at = max(self.at, draft.end)
        return draft

    def finished(self, draft: Draft) -> Draft:
        """Add the readings that the words around a number give it."""
        return draft

    def compound(self, raw: float, magnitude: float, end: int) -> tuple[float, int]:
        """Add a smaller magnitude that follows: "2 tỷ 300 triệu"."""
        for _ in range(3):
            match = self.compound_re.match(self.text, end) if magnitude > 1 else None
            if match is None:
                break
            value = self.value(match[1])[0]
            smaller, after = self.magnitude_after(match.end())
            if value is None or not 1 < smaller < magnitude:
                break
            raw, magnitude, end = raw + value * smaller, smaller, after
        return raw, end

    compound_re = re.compile(r"\s(\d{1,3}(?:[.,]\d+)?)(?=\s)")


def _parse(digits: str, decimal: str, thousands: str) -> float | None:
    """A number with exactly these separators; None where they are placed otherwise."""
    whole, point, fraction = digits.partition(decimal)
    if point and not fraction.isdecimal():
        return None
    groups = whole.split(thousands)
    if len(groups) > 1 and not (1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])):
        return None
    joined = "".join(groups)
    if not joined.isdecimal() or (len(groups) > 1 and joined[0] == "0"):
        return None
    return float(f"{joined}.{fraction}") if point else float(joined)
