"""Halves: "nửa triệu", "nửa đầu năm", "trăm rưỡi"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.scanning.scanner import Scanner
from bulletin.model.fact import Family, Key, Strength

_YEAR_HALF = re.compile(r"\s+(đầu|cuối|sau)\s+(?:năm|của năm)(?![^\W_])")


class Halves(Scanner):
    """Reads halves."""

    words: ClassVar[Mapping[str, str]] = {"nửa": "half_words"}

    def half_words(self, start: int, token: str) -> None:
        """Nửa, một nửa, nửa triệu, nửa đầu năm."""
        end = start + len(token)
        if match := _YEAR_HALF.match(self.text, end):
            keys: list[Key] = [("h", 1 if match[1] == "đầu" else 2), ("h6",)]
            self.add(Draft(start, match.end(), keys=keys, family=Family.PERIOD))
            return
        if self.text[end : end + 4] == " đêm":
            self.add(Draft(start, end + 4, keys=[("t", 0), ("t", 24 * 60)], family=Family.TIME, strength=Strength.WEAK))
            return
        draft = self.amount(start, end, 0.5)
        draft.can_be_day = False
        if draft.unit is None and draft.magnitude == 1:
            draft.keys.append(("u", "%", 50.0))
        elif draft.has_unit("month", 1):
            draft.keys += [("u", "s", days * 86400.0) for days in (14, 15)]  # a fortnight
        if draft.magnitude == 1 and draft.unit is None:
            draft.strength = Strength.WEAK
