"""Codes, of letters and digits: QL1A, km211+500, AH14."""

from __future__ import annotations

import re

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import number_keys
from bulletin.checks.facts.scanning.amounts import CODE_TAIL
from bulletin.checks.facts.scanning.numbers import NUMBER
from bulletin.checks.facts.scanning.passage import Passage
from bulletin.model.fact import Family, Strength

ROAD_MARK = re.compile(r"(\d{1,4})\s?\+\s?(\d{3})(?!\d)")
"""211+500: 500 metres behind the stone of kilometre 211."""
KILOMETRE = re.compile(r"km\s?$")
_CODE_HEAD = re.compile(r"[^\W\d_]+[-.]?$")


class Codes(Passage):
    """Reads codes. A language adds what its letters before digits mean."""

    def letters_then_digits(self, start: int) -> None:
        head = _CODE_HEAD.search(self.text, max(0, start - 20), start)
        name = head[0] if head else ""
        match = NUMBER.match(self.text, start)
        digits = re.match(r"\d+", self.text[start : start + 20])
        if match is None or digits is None:
            return
        end = start + len(digits[0])
        if self.named(name, int(digits[0][:9]), start - len(name), end):
            return
        tail = CODE_TAIL.match(self.text, end)
        if name.upper().rstrip(".") in ("QL", "ĐT", "TL", "DT", "ĐH", "HL"):
            self._code_or_number(start, end, tail)
            return
        end = tail.end() if tail else end
        code = self.text[start - len(name) : end].lower()
        self.add(
            Draft(
                start - len(name),
                end,
                keys=[("c", code), ("=", float(digits[0][:9]))],
                strength=Strength.WEAK,
                family=Family.CODE,
            )
        )

    def _code_or_number(self, start: int, end: int, tail: re.Match[str] | None) -> None:
        if tail is None:
            self.add(Draft(start, end, keys=number_keys(float(self.text[start:end]), None)))
        else:
            end = tail.end()
            self.add(Draft(start, end, keys=[("c", self.text[start:end].lower())], family=Family.CODE))

    def named(self, name: str, number: int, start: int, end: int) -> bool:
        """Read letters that touch a number and mean something: Q2. Whether they do."""
        del name, number, start, end
        return False
