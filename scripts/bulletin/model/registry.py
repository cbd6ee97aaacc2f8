"""The registries of `docs/_data/`: keys of topics, places and the like, with a text in every locale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bulletin.model.locale import LocalText

REGISTRIES = ("topics", "sectors", "people", "agencies", "places", "links", "glossary")


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a registry."""

    key: str
    text: LocalText
    line: int
    """1-based, in the registry's file."""
    lead: LocalText = field(default_factory=dict)
    """An introductory sentence for the list of a topic or sector; empty where there is none."""


Registries = Mapping[str, Mapping[str, Entry]]
"""Registry name → key → entry. A registry without a file is an empty mapping."""
