"""The rendered text of an edition, and what was seen while it was rendered."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.model.bulletin import Asset
from bulletin.model.finding import Message
from bulletin.model.routes import Destination


@dataclass(frozen=True, slots=True)
class Link:
    """One link or picture of a text."""

    href: str
    """As the editor wrote it."""
    line: int
    """1-based, in the edition's file."""
    destination: Destination
    is_image: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a text that cannot be published as it stands."""

    line: int
    """1-based, in the edition's file."""
    rule: str
    message: Message
    is_warning: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """One edition's text as sanitised HTML."""

    html: str
    links: tuple[Link, ...]
    ids: frozenset[str]
    """Every anchor that a link can name."""
    problems: tuple[Problem, ...]

    @property
    def assets(self) -> tuple[Asset, ...]:
        """The files of the bundle that the text shows or links to."""
        return tuple(link.destination.asset for link in self.links if link.destination.asset)
