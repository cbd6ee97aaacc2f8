"""Two numbers with a stroke between them: 47/50, 24/7, 1/2.000 of a map."""

from __future__ import annotations

import re

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import rounded
from bulletin.checks.facts.scanning.amounts import Amounts
from bulletin.checks.facts.tables import PERCENT
from bulletin.model.fact import Family, Key, Strength

RATIO = re.compile(r"(\d{1,6}(?:[.,]\d{3})*)\s?/\s?(\d{1,6}(?:[.,]\d{3})*)(?![\d/]|[.,]\d)")
SCALE = re.compile(r"(\d{1,2})\s?[:/]\s?(\d{1,3}(?:[.,]\d{3})+|\d{3,7}|1(?!\d))(?![\d/:]|[.,]\d)")
_SCALE_CUE = re.compile(r"(?:tỷ lệ|tỉ lệ|bản đồ|bình đồ|scale(?: of)?|map|plan)\s$|^\s*$")


class Ratios(Amounts):
    """Reads ratios and scales."""

    def scale(self, start: int, match: re.Match[str]) -> bool:
        """1:2000 or 1/2.000 of a map; a model of 1:1 is as large as life. Whether it is one."""
        whole = int(re.sub(r"\D", "", match[2]))
        is_colon = ":" in match[0]
        if match[1] != "1" or (not is_colon and not _SCALE_CUE.search(self.before(start))) or whole % 50 > (whole == 1):
            return False
        keys: list[Key] = [("c", f"1/{whole}"), ("=", rounded(1 / whole))]
        strength = Strength.OPTIONAL if whole == 1 else Strength.STRONG
        parts: tuple[Key, ...] = (("=", 1.0), ("=", float(whole)))
        self.add(Draft(start, match.end(), keys=keys, parts=parts, strength=strength, family=Family.CODE))
        return True

    def ratio(self, start: int, match: re.Match[str]) -> bool:
        first, second = (self.value(match[group])[0] for group in (1, 2))
        if not first or not second:
            return False
        parts: tuple[Key, ...] = (("=", rounded(first)), ("=", rounded(second)))
        keys: list[Key] = [("c", f"{first:g}/{second:g}"), ("=", rounded(first / second))]
        keys += [("=", rounded(first)), ("u", PERCENT, 100.0)] if first == second else []  # all 130
        is_always = match[0].replace(" ", "") in ("24/24", "24/7")
        strength = Strength.OPTIONAL if is_always else Strength.STRONG
        keys += [("u", "s", 86400.0), ("=", 24.0)] if is_always else []
        self.add(Draft(start, match.end(), keys=keys, parts=parts, strength=strength))
        return True
