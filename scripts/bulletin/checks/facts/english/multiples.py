"""Multiples: "twice", "doubled", "threefold"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.scanning.scanner import Scanner
from bulletin.checks.facts.tables import ENGLISH_NUMBERS
from bulletin.model.fact import Strength

_MULTIPLES = {"tw": 2.0, "doub": 2.0, "thr": 3.0, "tri": 3.0, "treb": 3.0, "quad": 4.0, "quin": 5.0}


class Multiples(Scanner):
    """Reads multiples."""

    words: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("twice", "double", "doubled", "doubling", "doubles", "twofold", "triple", "tripled", "tripling", "thrice", "trebled", "treble"), "times_words"),
        **dict.fromkeys(("quadrupled", "quadruple", "quintupled"), "times_words"),
        **{f"{word}fold": "times_words" for word in ENGLISH_NUMBERS if word not in ("zero", "one")},
    }  # fmt: skip

    def times_words(self, start: int, token: str) -> None:
        """Twice, doubled, threefold."""
        lower = token.lower()
        named = ENGLISH_NUMBERS.get(lower.removesuffix("fold"))
        number = (
            float(named)
            if named
            else next((value for head, value in _MULTIPLES.items() if lower.startswith(head)), 2.0)
        )
        strength = Strength.WEAK if lower in ("twice", "double", "triple", "thrice") else Strength.STRONG
        self.add(Draft(start, start + len(token), number, keys=[("=", number)], strength=strength))
