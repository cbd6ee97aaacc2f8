"""Writes down whose texts a page asks for, so that a change of a text makes anew what shows it, and nothing else."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping
from typing import TypeAlias, TypeVar

Place: TypeAlias = tuple[str, str]
"""Key and locale tag: of a page, or of an edition."""
Value = TypeVar("Value")


class Notes:
    """Whose texts were asked for, while which page was made."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.pages: dict[str, dict[Place, None]] = {}
        """Key of a bulletin → the pages that asked for one of its texts, in their order."""
        self._page: Place | None = None

    def begin(self, page: Place | None) -> None:
        """From now on this page asks; None for nobody whose asking matters."""
        self._page = page

    def add(self, key: str) -> None:
        """A text of this bulletin was asked for, or how its texts stand to one another."""
        if self._page is not None:
            self.pages.setdefault(key, {})[self._page] = None


class Noted(Mapping[Place, Value]):
    """(key, locale tag) → value of an edition; who asks for one is written down.

    Who goes through all of them is not: what is taken so is to be part of what making/memory.py holds every page to.
    """

    def __init__(self, values: Mapping[Place, Value], notes: Notes) -> None:
        """Give the values of a mapping."""
        self._values = values
        self._notes = notes

    def __getitem__(self, place: Place) -> Value:
        """The value of an edition. Raises KeyError."""
        self._notes.add(place[0])
        return self._values[place]

    def __iter__(self) -> Iterator[Place]:
        """Every edition."""
        return iter(self._values)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._values)

    def items(self) -> ItemsView[Place, Value]:
        """All of them; not written down."""
        return self._values.items()
