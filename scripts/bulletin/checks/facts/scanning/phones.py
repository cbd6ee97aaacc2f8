"""Telephone numbers: +84 238 3844 123 is 0238 3844 123."""

from __future__ import annotations

import re

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.scanning.passage import Passage
from bulletin.model.fact import Family

_PHONE = re.compile(
    r"(?<![\w/.,])(?:(?:\(\s?\+?84\s?\)|\+\s?84)(?:\s?\(0\))?|\(\+84\s?\d{1,3}\)|\(0\d{1,4}\)|0\d{1,4}(?=[\s.)–-]|\d{5})|1[89]00(?=[\s.]?\d{4})|\+\d{1,3}(?=[\s(.-]))"
    r"(?:[\s.–-]{0,2}\d{1,4}){2,5}(?![\w%]|[.,]\d)"
)


class Phones(Passage):
    """Reads telephone numbers."""

    def may_be_phone(self, start: int) -> bool:
        """Whether a telephone number can begin with the digits at an offset."""
        text = self.text
        return (
            text[start] == "0"
            or text[max(0, start - 1) : start] in ("+", "(")
            or text[max(0, start - 2) : start] == "+ "
            or text.startswith(("1800", "1900"), start)
        )

    def phone(self, start: int) -> bool:
        """Read a telephone number: +84 238 3844 123 is 0238 3844 123."""
        text = self.text
        if not self.may_be_phone(start):
            return False
        begin = start
        while begin and text[begin - 1] in "+( ":
            if text[begin - 1] == " " and text[max(0, begin - 2) : begin - 1] not in ("+", "("):
                break
            begin -= 1
        match = next((found for at in range(begin, start + 1) if (found := _PHONE.match(text, at))), None)
        if match is None:
            return False
        digits = re.sub(r"\D", "", match[0].replace("(0)", ""))
        if not 8 <= len(digits) <= 13:  # ITU-T E.164, with room for a wrong one
            return False
        if digits.startswith("84") and not match[0].startswith(("0", "1")):
            digits = f"0{digits[2:]}"
        self.add(Draft(match.start(), match.end(), keys=[("p", digits)], family=Family.PHONE))
        return True
