"""The time that an amount belongs to: "mỗi ngày", "tấn/năm"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.scanning.scanner import Scanner

TIMES_OF_RATES = {"giờ": "hour", "ngày": "day", "tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year"}
_EACH = re.compile(r"\s+(?:một\s+)?(giờ|ngày|tuần|tháng|quý|năm)(?![^\W_])", re.IGNORECASE)
PER = re.compile(r"\s?/\s?(giờ|ngày|tuần|tháng|quý|năm)(?![^\W_])", re.IGNORECASE)


class Rates(Scanner):
    """Reads rates."""

    words: ClassVar[Mapping[str, str]] = {"mỗi": "rate"}

    def rate_of(self, start: int, match: re.Match[str]) -> None:
        is_round = self.text.startswith(" đêm", match.end())  # mỗi ngày đêm, tấn/ngày đêm: 24 hours
        self.each(start, match.end() + (4 if is_round else 0), TIMES_OF_RATES[match[1].lower()])
        if is_round:
            self.drafts[-1].keys.append(("u", "s", 86400.0))

    def rate(self, start: int, token: str) -> None:
        """Mỗi ngày, hằng năm."""
        match = _EACH.match(self.text, start + len(token))
        if match:
            self.rate_of(start, match)
