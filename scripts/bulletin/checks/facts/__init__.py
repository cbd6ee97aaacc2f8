"""Texts → the quantities they state, read in each language, and what one text states and the other does not.

`tables` holds the words, `scanner` reads digits, `vietnamese` and `english` read the words around them, `matching` compares.
"""

from __future__ import annotations

from collections.abc import Mapping

from bulletin.checks.facts.english import English
from bulletin.checks.facts.scanner import Scanner
from bulletin.checks.facts.vietnamese import Vietnamese
from bulletin.model.fact import Fact

SCANNERS: Mapping[str, type[Scanner]] = {"vi": Vietnamese, "en": English}
"""Locale tag → the grammar of its quantities. A locale without one is not compared."""


def read_facts(text: str, tag: str) -> list[Fact]:
    """The quantities that a text in one of the languages of SCANNERS states, in their order."""
    return SCANNERS[tag](text).read()
