"""The HTML of a text as it is read away from the site: every address whole, nothing that only its own page needs.

The renderer's HTML is sanitised and well-formed, so what is read here is written back as it was but for those.
"""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser
from urllib.parse import urljoin

_ADDRESSES = frozenset(("href", "src", "poster"))
_OF_THE_PAGE = frozenset(("id", "class", "tabindex", "data-block", "sizes", "loading", "decoding"))
"""Attributes that mean something to the page's styles, script and anchors. Texts of a feed stand on one page, so their
ids could clash; a link to a place of the text leads to that place on the site instead."""

_TITLE = "admonition-title"


def carried(html: str, url: str) -> str:
    """A sanitised text of the page at an absolute address."""
    reader = _Reader(url)
    reader.feed(html)
    reader.close()
    return "".join(reader.written).strip()


class _Reader(HTMLParser):
    def __init__(self, url: str) -> None:
        super().__init__(convert_charrefs=False)
        self.url = url
        self.written: list[str] = []
        self.titled = ""
        """The element of the head of a box that is open."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = [(name, self._whole(name, value or "")) for name, value in attrs if name not in _OF_THE_PAGE]
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in kept)
        self.written.append(f"<{tag}{attributes}>")
        if _TITLE in (dict(attrs).get("class") or "").split():
            # The styles that make it the head of a box stay behind.
            self.titled = tag
            self.written.append("<strong>")

    def _whole(self, name: str, value: str) -> str:
        if name in _ADDRESSES:
            return urljoin(self.url, value)
        if name == "srcset":
            listed = (each.partition(" ") for each in value.split(", "))
            return ", ".join(f"{urljoin(self.url, address)} {width}".strip() for address, _, width in listed)
        return value

    def handle_endtag(self, tag: str) -> None:
        if tag == self.titled:
            self.titled = ""
            self.written.append("</strong>")
        self.written.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.written.append(data)

    def handle_entityref(self, name: str) -> None:
        self.written.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.written.append(f"&#{name};")
