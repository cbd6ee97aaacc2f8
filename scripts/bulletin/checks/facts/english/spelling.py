"""English numbers in words: forty-five, two hundred and ten."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import THOUSAND
from bulletin.checks.facts.scanning.passage import Spelled
from bulletin.checks.facts.scanning.scanner import Scanner
from bulletin.checks.facts.tables import ENGLISH_NUMBERS, ENGLISH_ORDINALS, MAGNITUDES
from bulletin.model.fact import Strength

_LAST_MAGNITUDE = re.compile(r"(thousand|million|billion|trillion)$")
_SPELLING = frozenset((*ENGLISH_NUMBERS, *ENGLISH_ORDINALS, *MAGNITUDES["en"], "hundred", "dozen", "and"))
"""Every word that numbers are spelled with."""


@dataclass(slots=True)
class _Sum:
    """A number in words, as far as it has been read. Each method takes one more word; whether it belongs to the number."""

    total: float = 0.0
    group: float = 0.0
    """What the next magnitude multiplies."""
    seen: int = 0
    is_unit: bool = False
    """Whether the last word was less than twenty, or a dozen."""
    is_ten: bool = False
    is_ordinal: bool = False
    is_whole: bool = False
    """Whether nothing can follow."""

    def take_number(self, word: str) -> bool:
        value = ENGLISH_NUMBERS[word]
        if self.is_unit or (self.is_ten and value >= 10):
            return False
        self.group += value
        self.is_ten, self.is_unit = value >= 10, value < 20
        return True

    def take_hundred(self, _: str) -> bool:
        if 0 < self.group < 100:
            self.group *= 100
        elif not self.seen:
            self.group = 100
        else:
            return False
        self.is_unit = self.is_ten = False
        return True

    def take_magnitude(self, word: str) -> bool:
        if self.seen and not self.group and not self.total:
            return False
        scale = MAGNITUDES["en"][word]
        if self.group or not self.total:
            self.total += (self.group or 1) * scale
        else:
            self.total *= scale
        self.group = 0
        self.is_unit = self.is_ten = False
        return True

    def take_dozen(self, _: str) -> bool:
        if not self.group:
            return False
        self.group *= 12
        self.is_unit = True
        return True

    def take_ordinal(self, word: str) -> bool:
        value = ENGLISH_ORDINALS[word]
        if self.is_ten and not self.is_unit and value < 10 and self.group >= 20:
            self.group += value  # twenty-first
            self.is_whole = True
        elif value >= 100 and self.group and not self.is_ordinal:
            self.group *= value  # four hundredth
            self.is_ordinal = True
        else:
            return False
        return True


_STEPS: Mapping[str, Callable[[_Sum, str], bool]] = {
    **dict.fromkeys(ENGLISH_NUMBERS, _Sum.take_number),
    **dict.fromkeys(ENGLISH_ORDINALS, _Sum.take_ordinal),
    **dict.fromkeys(("thousand", "million", "billion", "trillion"), _Sum.take_magnitude),
    "hundred": _Sum.take_hundred,
    "dozen": _Sum.take_dozen,
}


def read_words(words: list[tuple[str, int]]) -> Spelled:
    """English number words from the first on → value, end, how many were read. One pass over a small grammar."""
    so_far = _Sum()
    end = 0
    for at, (word, word_end) in enumerate(words):
        if word == "and":
            following = words[at + 1][0] if at + 1 < len(words) else ""
            if so_far.seen and words[at - 1][0] in ("hundred", "thousand", "million") and following in ENGLISH_NUMBERS:
                continue
            break
        step = _STEPS.get(word)
        if step is None or not step(so_far, word):
            break
        so_far.seen += 1
        end = word_end
        if so_far.is_whole:
            break
    if not so_far.seen:
        return None, 0, 0
    return so_far.total + so_far.group, end, so_far.seen


class Spelling(Scanner):
    """Reads numbers that are spelled."""

    def spelled(self, start: int) -> Spelled:
        return read_words(self.number_run(start, _SPELLING))

    def spelled_amount(self, start: int, end: int, value: float) -> Draft:
        draft = self.amount(start, end, value)
        match = _LAST_MAGNITUDE.search(self.text[start:end].lower()) if abs(value) >= THOUSAND else None
        if match and draft.magnitude == 1:
            draft.magnitude = MAGNITUDES["en"][match[1]]
        draft.can_be_day = draft.unit is None and draft.magnitude == 1 and value <= 31
        if draft.unit and draft.strength is Strength.WEAK and value != 1:
            draft.strength = Strength.STRONG
        return draft
