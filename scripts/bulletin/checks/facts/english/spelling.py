"""English numbers in words: forty-five, two hundred and ten."""

from __future__ import annotations

import re

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import THOUSAND
from bulletin.checks.facts.scanning.passage import Spelled
from bulletin.checks.facts.scanning.scanner import Scanner
from bulletin.checks.facts.tables import ENGLISH_NUMBERS, ENGLISH_ORDINALS, MAGNITUDES
from bulletin.model.fact import Strength

_LAST_MAGNITUDE = re.compile(r"(thousand|million|billion|trillion)$")
_SPELLING = frozenset((*ENGLISH_NUMBERS, *ENGLISH_ORDINALS, *MAGNITUDES["en"], "hundred", "dozen", "and"))
"""Every word that numbers are spelled with."""


def read_words(words: list[tuple[str, int]]) -> Spelled:
    """English number words from the first on → value, end, how many were read. One pass over a small grammar."""
    total = group = 0.0
    seen = end = 0
    last_was_unit = last_was_ten = last_was_ordinal = False
    for at, (word, word_end) in enumerate(words):
        following = words[at + 1][0] if at + 1 < len(words) else ""
        if word in ENGLISH_NUMBERS:
            value = ENGLISH_NUMBERS[word]
            if last_was_unit or (last_was_ten and value >= 10):
                break
            group += value
            last_was_ten = value >= 20 or (value >= 10)
            last_was_unit = value < 20
        elif word == "hundred" and 0 < group < 100:
            group *= 100
            last_was_unit = last_was_ten = False
        elif word == "hundred" and not at:
            group, last_was_unit, last_was_ten = 100, False, False
        elif word in ("thousand", "million", "billion", "trillion") and (group or not at or total):
            scale = MAGNITUDES["en"][word]
            if group or not total:
                total += (group or 1) * scale
            else:
                total *= scale
            group = 0
            last_was_unit = last_was_ten = False
        elif word == "dozen" and group:
            group *= 12
            last_was_unit = True
        elif (
            word == "and"
            and seen
            and words[at - 1][0] in ("hundred", "thousand", "million")
            and following in ENGLISH_NUMBERS
        ):
            continue
        elif (
            word in ENGLISH_ORDINALS
            and last_was_ten
            and not last_was_unit
            and ENGLISH_ORDINALS[word] < 10
            and group >= 20
        ):
            group += ENGLISH_ORDINALS[word]  # twenty-first
            seen += 1
            end = word_end
            break
        elif word in ("hundredth", "thousandth") and group and not last_was_ordinal:
            group *= ENGLISH_ORDINALS[word]  # four hundredth
            last_was_ordinal = True
        else:
            break
        seen += 1
        end = word_end
    if not seen:
        return None, 0, 0
    return total + group, end, seen


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
