"""Decades: "the nineties", "a decade"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.scanning.scanner import Scanner
from bulletin.model.fact import Family, Key, Strength


class Decades(Scanner):
    """Reads decades."""

    words: ClassVar[Mapping[str, str]] = {
        "decade": "decade",
        **dict.fromkeys(("nineties", "eighties", "seventies", "sixties", "fifties", "forties", "thirties", "twenties"), "decade_name"),
    }  # fmt: skip

    def decade(self, start: int, token: str) -> None:
        """The decade: ten years, if the other edition says so."""
        self.add(
            Draft(
                start, start + len(token), 10.0, keys=[("=", 10.0), ("u", "month", 120.0)], strength=Strength.OPTIONAL
            )
        )

    def decade_name(self, start: int, token: str) -> None:
        """The nineties."""
        tens = {
            "twenties": 20,
            "thirties": 30,
            "forties": 40,
            "fifties": 50,
            "sixties": 60,
            "seventies": 70,
            "eighties": 80,
            "nineties": 90,
        }[token.lower()]
        keys: list[Key] = [("=", float(tens)), ("=", 1900.0 + tens)]
        self.add(Draft(start, start + len(token), keys=keys, family=Family.YEAR, strength=Strength.WEAK))
