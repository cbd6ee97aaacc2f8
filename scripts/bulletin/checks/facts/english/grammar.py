"""Quantities in English: numbers in words, "15 March", "2 p.m.", "the second quarter", "the 19th century", "twice"."""

from __future__ import annotations

import re

from bulletin.checks.facts.english.amounts import Amounts
from bulletin.checks.facts.english.articles import Articles
from bulletin.checks.facts.english.dates import Dates
from bulletin.checks.facts.english.decades import Decades
from bulletin.checks.facts.english.multiples import Multiples
from bulletin.checks.facts.english.numbers import Numbers
from bulletin.checks.facts.english.vague import Vague
from bulletin.checks.facts.scanning.units import magnitude_pattern, unit_pattern
from bulletin.checks.facts.tables import ENGLISH_NUMBERS, ENGLISH_ORDINALS, MONTHS


class English(Articles, Numbers, Dates, Amounts, Vague, Multiples, Decades):
    """Reads an English text."""

    tag = "en"
    decimal = "."
    thousands = ","
    next_re = re.compile(r"[\s\u00a0-]+([A-Za-z]+)")
    previous_re = re.compile(r"([A-Za-z]+)[\s\u00a0-]+$")
    word_re = re.compile(r"[A-Za-z]+")
    sentence_ends = ".:;!?|•–…"
    joins = (" ", "-", "\u00a0", "\n")
    longest = 16
    unit_re = unit_pattern("en")
    magnitude_re = magnitude_pattern("en")
    link_re = re.compile(
        r"\s*(?:[-–,;/&]|and|to|or|until|till|through|versus|v|by|,? and|,? or|down to|up to|against|from|compared with|instead of|rather than|then)?\s*(?:the|on|about|around|nearly|almost|over|some|more than|just over|from|as many as|up to)?\s*(?:the)?\s*",
    )
    negative_re = re.compile(r"(?:minus|negative)\s$")
    negative_ends = "sSeE"
    after_digits = frozenset((*MONTHS, "of", "day", "a", "am", "p", "pm", "noon", "midnight", "o", "tháng", "thang"))
    roman_cue_re = re.compile(
        r"(?<![^\W_])(?:chapter|part|class|zone|phase|quarter|region|war|section|article|category|level|grade|type|congress|volume|area|term|annex|hospital|"
        r"line|group|park|elizabeth|hoàng mai|hoang mai|đông hồi|dong hoi|no\.|plant|factory|session|course)\s$"
    )
    hyphenated = frozenset((*ENGLISH_NUMBERS, *ENGLISH_ORDINALS, "half", "quarter", "year", "full"))
    prefixes = frozenset(("mid", "early", "late", "pre", "post", "end", "under", "over"))

    def next_word(self, end: int) -> str:
        return super().next_word(end).lower()

    def previous_word(self, start: int) -> str:
        return super().previous_word(start).lower()
