"""Centuries and decades: "thế kỷ XIX", "thập niên 1990", "những năm 90"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import number_keys
from bulletin.checks.facts.scanning.scanner import Scanner
from bulletin.checks.facts.tables import ROMAN
from bulletin.model.fact import Family

_CENTURY = re.compile(r"\s+(?:thứ\s+)?(\d{1,2}(?!\d)|[IVX]+(?![^\W_]))")
_DECADE = re.compile(r"\s+(?:đầu |cuối |giữa )?(\d{4}|\d0)(?!\d)")


class Centuries(Scanner):
    """Reads centuries and decades."""

    words: ClassVar[Mapping[str, str]] = {"thế": "century_words", "thập": "decade_words", "những": "decade_words"}

    def century_words(self, start: int, token: str) -> None:
        """Thế kỷ XIX."""
        match = re.compile(r"\s+k[ỷỉ]").match(self.text, start + len(token))
        number = _CENTURY.match(self.text, match.end()) if match else None
        if number is None:
            return
        value = float(number[1]) if number[1].isdecimal() else float(ROMAN.get(number[1], 0))
        if value:
            self.add(Draft(start, number.end(), value, keys=number_keys(value, None), family=Family.ORDINAL))

    def decade_words(self, start: int, token: str) -> None:
        """Thập niên 1990, những năm 90."""
        head = re.compile(r"\s+(?:niên|kỷ|kỉ)" if token.lower() == "thập" else r"\s+năm").match(
            self.text, start + len(token)
        )
        number = _DECADE.match(self.text, head.end()) if head else None
        if number is None:
            return
        value = float(number[1])
        keys = number_keys(value, None)
        if value < 100:  # '90s
            keys.append(("=", 1900 + value))
        self.add(Draft(start, number.end(), value, keys=keys, family=Family.YEAR))
