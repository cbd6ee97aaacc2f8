"""Where the files of the interface are: the same addresses for ever, as long as there is a version 1."""

from __future__ import annotations

from bulletin.model.api import ROOT

INDEX, SCHEMA, NEWEST, STANDING, FIGURES = (
    f"{ROOT}{name}.json" for name in ("index", "schema", "newest", "bulletins/standing", "figures")
)
"""Files that every site has, below its root."""


def address_of(key: str) -> str:
    """The file of a bulletin."""
    return f"{ROOT}bulletins/{key}.json"


def address_of_year(year: str) -> str:
    """The list of the bulletins of a year."""
    return f"{ROOT}bulletins/{year}.json"


def address_of_taxonomy(taxonomy: str) -> str:
    """The topics, the places and the like that bulletins name."""
    return f"{ROOT}{taxonomy}.json"
