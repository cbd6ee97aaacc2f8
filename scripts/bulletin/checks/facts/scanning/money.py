"""Money with its currency before it: VND 1,250 billion, US$50m."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.keys import number_keys
from bulletin.checks.facts.scanning.amounts import Amounts
from bulletin.checks.facts.scanning.numbers import NUMBER
from bulletin.checks.facts.tables import BEFORE, CURRENCIES
from bulletin.model.fact import Strength


class Money(Amounts):
    """Reads amounts behind a currency."""

    words: ClassVar[Mapping[str, str]] = dict.fromkeys(BEFORE, "currency")

    def currency(self, start: int, token: str) -> None:
        """Read an amount with its currency before it."""
        end = start + len(token)
        if token.isalpha() and not token.isupper():
            return  # "Rub 2 kg" are no roubles
        code = BEFORE[token.lower()]
        if token == "$":
            head = self.text[max(0, start - 2) : start].upper()
            code = {"S": "SGD", "A": "AUD", "K": "HKD"}.get(head[-1:], "USD") if head[-2:] != "US" else "USD"
            code = "SGD" if head[-1:] == "S" and head[-2:] != "US" else code
            start -= 2 if head[-2:] in ("US", "HK") else 1 if head[-1:] in ("S", "A") and not head[:1].isalpha() else 0
        match = re.compile(r"[\s\u00a0]?(?=\d)").match(self.text, end)
        number = NUMBER.match(self.text, match.end()) if match else None
        if number is None:
            return
        own, foreign = self.value(number[0])
        if own is None and foreign is None:
            return
        stop = number.end()
        scale = {"k": 1e3, "m": 1e6, "b": 1e9}.get(self.text[stop : stop + 1].lower(), 1.0) if self.tag == "en" else 1.0
        if scale > 1 and not self.text[stop + 1 : stop + 2].isalpha():  # $50M
            own, stop = (own or 0.0) * scale, stop + 1
        draft = self.amount(start, stop, own or 0.0, "")
        if draft.unit is None or draft.unit[0] not in CURRENCIES:
            if draft.unit is not None:  # "USD 20 a night" has no unit, "USD 5 m" is read as metres
                draft.end = stop
            draft.unit = (code, 1)
        draft.strength = Strength.WEAK if draft.raw == 1 else Strength.STRONG
        draft.can_be_day = False
        draft.keys = number_keys(draft.raw or 0.0, draft.unit) if own is not None else []
        if foreign is not None:
            draft.foreign = number_keys(foreign * draft.magnitude, draft.unit)
