"""Numbers that are only near: "hundreds", "tens of thousands"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.scanning.scanner import Scanner
from bulletin.model.fact import Family, Key, Strength


class Vague(Scanner):
    """Reads numbers that are only near."""

    words: ClassVar[Mapping[str, str]] = dict.fromkeys(
        ("hundreds", "thousands", "dozens", "tens", "millions", "billions", "scores"), "vague_words"
    )

    def vague_words(self, start: int, token: str) -> None:
        """Hundreds, tens of thousands."""
        scale = {
            "hundreds": 100.0,
            "thousands": 1e3,
            "dozens": 10.0,
            "tens": 10.0,
            "millions": 1e6,
            "billions": 1e9,
            "scores": 10.0,
        }
        value = scale[token.lower()]
        end = start + len(token)
        if match := re.compile(r"\s+of\s+(hundreds|thousands|millions|billions)(?![^\W_])").match(self.text, end):
            value *= scale[match[1]]
            end = match.end()
        keys: list[Key] = [("v", value)]
        if token.lower() == "dozens":
            keys.append(("v", 12.0))
        self.add(Draft(start, end, keys=keys, family=Family.VAGUE, strength=Strength.WEAK))
