"""The rendered text of an edition, and what was seen while it was rendered."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from bulletin.model.bulletin import Asset
from bulletin.model.finding import Message
from bulletin.model.routes import Destination, LinkKind


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


@dataclass(frozen=True)
class Body:
    """One edition's text as sanitised HTML."""

    html: str
    links: tuple[Link, ...]
    ids: frozenset[str]
    """Every anchor that a link can name."""
    problems: tuple[Problem, ...]
    numbers: tuple[str, ...] = ()
    """Comparable numbers of the documents to which the text itself leads, in their order."""

    @cached_property
    def digest(self) -> str:
        """Of the HTML, in hexadecimal."""
        return digest_of(self.html)

    @cached_property
    def assets(self) -> tuple[Asset, ...]:
        """The files of the bundle that the text shows or links to."""
        return tuple(link.destination.asset for link in self.links if link.destination.asset)

    @cached_property
    def targets(self) -> frozenset[str]:
        """Keys of the bulletins and lists to which its links lead."""
        return frozenset(link.destination.key for link in self.links if link.destination.key)

    @cached_property
    def is_plain(self) -> bool:
        """Whether nothing is to be told of it: no problem, no link that leads nowhere, none to an anchor."""
        return not self.problems and all(_is_plain(link) for link in self.links)


def _is_plain(link: Link) -> bool:
    destination = link.destination
    if link.is_image:
        return destination.asset is not None and destination.asset.picture is not None
    is_there = destination.kind in (LinkKind.PAGE, LinkKind.ASSET, LinkKind.EXTERNAL)
    return is_there and not (destination.fragment and destination.kind is LinkKind.PAGE)


def digest_of(html: str) -> str:
    """The digest under which a text is known, in hexadecimal."""
    return blake2b(html.encode(errors="surrogatepass"), digest_size=16).hexdigest()
