"""The HTML of a text, put on another page than its own: ids that are nobody else's, addresses that lead from there.

The renderer's HTML is sanitised and well-formed, so what is read here is written back as it was but for those.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from html import escape
from html.parser import HTMLParser
from urllib.parse import urlsplit

from bulletin.model.body import Body
from bulletin.model.page import Later
from bulletin.model.routes import relative_url

_VOID = frozenset(("br", "hr", "img", "col", "wbr"))
_NUMBER = "data-block"
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_DEEPEST = 6
_FOOTNOTES = {"class": "footnote"}
SEPARATOR = "."
"""Between the prefix of an id and the id: no tag of a locale, and no key, has one."""


@dataclass(frozen=True, slots=True)
class Placing:
    """From which page a text comes, and to which it goes."""

    was: str
    """Address of its own page, below the root."""
    now: str
    """Address of the page on which it is put."""
    prefix: str
    """What its ids begin with there."""
    here: Mapping[str, str] = field(default_factory=dict)
    """Address of a page whose text is on this one too → the id under which it is."""
    demotes: int = 0
    """By how many levels its headings sink."""

    def href(self, address: str) -> str:
        """Where a link leads from the new page."""
        if address.startswith("#"):
            return f"#{self.prefix}{SEPARATOR}{address[1:]}"
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            return address
        target = posixpath.normpath(posixpath.join(posixpath.dirname(self.was) or ".", parts.path))
        target = "" if target == "." else target
        if target and (parts.path.endswith("/") or parts.path in (".", "..")):
            target += "/"
        anchor = self.here.get(target)
        if anchor is not None:
            return f"#{anchor}{SEPARATOR}{parts.fragment}" if parts.fragment else f"#{anchor}"
        return relative_url(self.now, target) + (f"#{parts.fragment}" if parts.fragment else "")

    def srcset(self, listed: str) -> str:
        """A list of pictures with their widths."""
        moved = (each.partition(" ") for each in listed.split(", "))
        return ", ".join(f"{self.href(address)} {width}" for address, _, width in moved)


@dataclass(frozen=True, slots=True)
class Text:
    """A text on its new page."""

    elements: tuple[str, ...]
    """The top-level elements, as `data-block` counts them."""
    footnotes: str
    """Empty where there are none."""

    @property
    def html(self) -> str:
        """The whole."""
        return "".join(self.elements) + self.footnotes


def placed(html: str, placing: Placing) -> Text:
    """Put a sanitised text on another page."""
    reader = _Reader(placing)
    reader.feed(html)
    reader.close()
    return Text(tuple("".join(parts) for parts in reader.elements), "".join(reader.footnotes))


def placed_later(body: Body, placing: Placing) -> Later:
    """The same as one piece of HTML, worked out when the page is made."""
    return Later(placing_digest(body.digest, placing), lambda: placed(body.html, placing).html)


def placing_digest(body: str, placing: Placing) -> str:
    """Digest of a text, which has a digest itself, on its new page."""
    here = sorted(placing.here.items())
    values = repr((body, placing.was, placing.now, placing.prefix, here, placing.demotes))
    return blake2b(values.encode(errors="surrogatepass"), digest_size=16).hexdigest()


class _Reader(HTMLParser):
    """Writes down what it reads, each top-level element by itself."""

    def __init__(self, placing: Placing) -> None:
        super().__init__(convert_charrefs=False)
        self.placing = placing
        self.elements: list[list[str]] = []
        self.footnotes: list[str] = []
        self.depth = 0
        self.is_begun = False
        """Whether an element with a number was seen: what stands before the first belongs to it."""
        self.is_in_footnotes = False

    def write(self, text: str) -> None:
        if self.is_in_footnotes:
            self.footnotes.append(text)
        elif self.elements:
            self.elements[-1].append(text)
        elif text.strip():
            self.elements.append([text])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self.depth == 0:
            self.is_in_footnotes = tag == "div" and given == _FOOTNOTES
            if _NUMBER in given:
                if self.is_begun or not self.elements:
                    self.elements.append([])
                self.is_begun = True
        given.pop(_NUMBER, None)
        written = "".join(f' {name}="{escape(self._moved(name, value))}"' for name, value in given.items())
        self.write(f"<{self._name(tag)}{written}>")
        self.depth += tag not in _VOID

    def _moved(self, name: str, value: str) -> str:
        if name == "id":
            return f"{self.placing.prefix}{SEPARATOR}{value}"
        if name in ("href", "src"):
            return self.placing.href(value)
        return self.placing.srcset(value) if name == "srcset" else value

    def _name(self, tag: str) -> str:
        return f"h{min(int(tag[1]) + self.placing.demotes, _DEEPEST)}" if tag in _HEADINGS else tag

    def handle_endtag(self, tag: str) -> None:
        self.depth -= 1
        self.write(f"</{self._name(tag)}>")

    def handle_data(self, data: str) -> None:
        self.write(data)

    def handle_entityref(self, name: str) -> None:
        self.write(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.write(f"&#{name};")
