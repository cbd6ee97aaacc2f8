"""Numbers that are only near: "hàng trăm", "vài chục", "dăm hộ", "triệu người"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.tables import MAGNITUDES
from bulletin.checks.facts.vietnamese.rates import Rates
from bulletin.checks.facts.vietnamese.spelling import Spelling
from bulletin.model.fact import Family, Strength

_VAGUE = re.compile(r"\s+(chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?![^\W_])(?!\s+(?:đồng|usd))", re.IGNORECASE)


class Vague(Rates, Spelling):
    """Reads numbers that are only near."""

    words: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"), "bare_magnitude"), **dict.fromkeys(("mươi", "dăm", "chục"), "about"),
        **dict.fromkeys(("vài", "hàng", "mấy", "hằng"), "vague_words"),
    }  # fmt: skip

    def bare_magnitude(self, start: int, token: str) -> None:
        """Trăm người, triệu hai, trăm rưỡi: one hundred and so on, often in a saying."""
        del token
        spelled, end, _ = self.spelled(start)
        if spelled is not None:
            draft = self.spelled_amount(start, end, spelled)
            draft.strength = Strength.OPTIONAL

    def about(self, start: int, token: str) -> None:
        """Mươi ngày, dăm hộ, dăm chục: about ten, about five."""
        end = start + len(token)
        value = 5.0 if token.lower() == "dăm" else 10.0
        magnitude, end = self.magnitude_after(end)
        draft = self.spelled_amount(start, end, value * magnitude)
        draft.can_be_day = False
        draft.strength = Strength.OPTIONAL
        if magnitude > 1:
            draft.keys.append(("v", magnitude))

    def vague_words(self, start: int, token: str) -> None:
        """Hàng trăm, vài chục, mấy nghìn."""
        match = _VAGUE.match(self.text, start + len(token))
        if match is None or token.lower() == "hằng":
            self.rate(start, token)
            return
        words = match[1].lower()
        value = MAGNITUDES["vi"][words]
        end = match.end()
        extra, end = self.magnitude_after(end)
        keys = [("v", value * extra)]
        if token.lower() in ("vài", "mấy") and words == "chục":
            keys.append(("v", 12.0))
        self.add(Draft(start, end, keys=keys, family=Family.VAGUE, strength=Strength.WEAK))  # type: ignore[arg-type]
