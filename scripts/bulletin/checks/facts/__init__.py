"""Texts → the quantities they state, read in each language, and what one text states and the other does not.

`tables` and `sayings` hold words; `keys` → `draft` what is made of a quantity; `scanning` reads digits, `vietnamese` and `english` the words
around them; `headings` the units of columns; `matching` compares, `describe` says what a fact is worth.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bulletin.checks.facts.english.grammar import English
from bulletin.checks.facts.headings import bare_units
from bulletin.checks.facts.scanning.scanner import Scanner
from bulletin.checks.facts.vietnamese.grammar import Vietnamese
from bulletin.model.fact import Fact

SCANNERS: Mapping[str, type[Scanner]] = {"vi": Vietnamese, "en": English}
"""Locale tag → the grammar of its quantities. A locale without one is not compared."""

_ALIKE = str.maketrans({"\u0130": "I", "\u0131": "i", "\u017f": "s", "\u212a": "K"})
"""Letters that a pattern without case takes for ASCII ones (İ, ı, ſ, the sign of Kelvin), and no table knows."""
_ANY_ALIKE = re.compile("[\u0130\u0131\u017f\u212a]")


def read_facts(text: str, tag: str) -> list[Fact]:
    """The quantities that a text in one of the languages of SCANNERS states, in their order."""
    if not text.isascii() and _ANY_ALIKE.search(text):
        text = text.translate(_ALIKE)
    return SCANNERS[tag](text).read() + bare_units(text, tag)
