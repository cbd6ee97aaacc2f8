"""How long a text takes to read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

_TAGS = re.compile(r"<[^>]*>")
_WORDS = re.compile(r"\w+(?:[.,:/’'-]\w+)*")
WORDS_A_MINUTE: Mapping[str, int] = MappingProxyType({"vi": 240, "en": 228})
"""Words that adults read in a minute; Vietnamese writes a space after each syllable, so its words are syllables.

English: 228 (Trauzettel-Klosinski and Dietz, 2012, table 2). Vietnamese is not in that study: 1.05 times as many, since
so many syllables stand for one English word in 265 pairs of bulletins, and a pair takes as long in both languages.
"""
_USUAL = 220


def minutes_of(html: str, tag: str) -> int:
    """Whole minutes for a rendered text, at least 1; what stands in tags is not read."""
    words = len(_WORDS.findall(_TAGS.sub(" ", html)))
    return max(1, round(words / WORDS_A_MINUTE.get(tag, _USUAL)))
