"""What follows a number: its magnitude and its unit."""

from __future__ import annotations

import re

from bulletin.checks.facts.scanning.passage import Passage
from bulletin.checks.facts.tables import CURRENCIES, MAGNITUDES, TIGHT, UNITS, Unit

AFTER = re.compile(r"[\s-]?([^\W\d_]+|[^\w\s-])")
"""The word or sign behind a number."""
UNIT_STARTS = {tag: frozenset(AFTER.match(word)[1] for word in UNITS[tag]) for tag in UNITS}  # type: ignore[index]
"""With what units begin: a quick look before the long one."""
MAGNITUDE_STARTS = {tag: frozenset((*MAGNITUDES[tag], *TIGHT[tag])) for tag in MAGNITUDES}
BLANKS = re.compile(r"\s+")
NO_MAGNITUDE = re.compile(r"\s(?:lệ|trọng|suất|phú|giá|số|phần|mỉ|thí|tập|hồi)(?![^\W_])", re.IGNORECASE)
"""What makes "tỷ" or "triệu" a word of its own: "hai tỷ lệ" are two rates."""


def unit_pattern(tag: str) -> re.Pattern[str]:
    """A unit after a number, longest first; letters do not go on behind it."""
    words = sorted(UNITS[tag], key=len, reverse=True)
    listed = "|".join(re.escape(word).replace("\\ ", r"\s") for word in words)
    return re.compile(rf"[\s-]?({listed})(?:(?<=[%°€$£¥₫²³])|(?![^\W_]))", re.IGNORECASE)


def magnitude_pattern(tag: str) -> re.Pattern[str]:
    """One or more magnitudes after a number: "nghìn tỷ", "million"."""
    listed = "|".join(sorted(MAGNITUDES[tag], key=len, reverse=True))
    tight = "|".join(TIGHT[tag])
    return re.compile(rf"(?:[\s-]?((?i:{listed}))(?![^\W_])(?!{NO_MAGNITUDE.pattern})|({tight})(?![^\W_]))")


class Units(Passage):
    """Reads units and magnitudes."""

    unit_re: re.Pattern[str]
    magnitude_re: re.Pattern[str]

    def magnitude_after(self, end: int) -> tuple[float, int]:
        """The magnitude at an offset and where it ends; 1 for none."""
        magnitude = 1.0
        for _ in range(3):
            match = self.magnitude_re.match(self.text, end)
            if match is None:
                break
            table = MAGNITUDES[self.tag] if match[1] else TIGHT[self.tag]
            magnitude *= table[(match[1] or match[2]).lower()]
            end = match.end()
        return magnitude, end

    def unit_after(self, end: int) -> tuple[Unit | None, int]:
        """The unit at an offset and where it ends."""
        word = AFTER.match(self.text, end)
        if word is None or word[1].lower() not in UNIT_STARTS[self.tag]:
            return None, end
        return self.unit_at(end)

    def unit_at(self, end: int) -> tuple[Unit | None, int]:
        """The same, where the word at the offset is one with which units begin."""
        match = self.unit_re.match(self.text, end)
        if match is None:
            return None, end
        unit = UNITS[self.tag].get(BLANKS.sub(" ", match[1].lower()))
        is_name = match[1][0].isupper() and match[1][1:2].islower() and len(match[1]) > 2  # kW, Hz
        if match[1].lower() == "second" and self.text[match.end() : match.end() + 1] == "-":
            return None, end  # "21 second-level industries"
        if unit and is_name and (unit[0] not in CURRENCIES or match[1] in ("Đồng", "Dong")):
            return None, end  # Ngã ba Đồng Lộc
        return unit, match.end()
