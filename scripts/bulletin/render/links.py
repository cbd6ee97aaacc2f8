"""The link treeprocessor: every link and picture of a text resolved against the model, once."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, STX

from bulletin.model.body import Link, Problem
from bulletin.model.bulletin import Asset, Bulletin, Edition
from bulletin.model.catalogue import message
from bulletin.model.routes import Destination, Document, LinkKind, Routes, page_url, relative_url, variants

_SIZES = "(min-width: 45rem) 42rem, 100vw"
"""How wide the column of a text is, for the browser's choice among the widths of a picture."""
_ALIGN = re.compile(r"text-align: (left|center|right);")
_WRITTEN = re.compile(r"(?:\]\(\s*<?|\]:\s*<?|<)([^\s<>)]+)")
_ESCAPED = re.compile(f"{STX}([0-9]+){ETX}")
"""What Python-Markdown makes of a backslash before a mark."""
_FOOTNOTE_CLASSES = ("footnote-ref", "footnote-backref")
_DEEPEST_HEADING = 6
_HEADINGS = frozenset(f"h{level}" for level in range(1, _DEEPEST_HEADING + 1))


class Context:
    """The edition whose text is being rendered, and what was found in it so far."""

    def __init__(self, edition: Edition, bulletin: Bulletin, routes: Routes) -> None:
        """Begin a text."""
        self.edition = edition
        self.bulletin = bulletin
        self.routes = routes
        self.url = page_url(routes.site.locale(edition.locale).prefix, edition.key)
        self.links: list[Link] = []
        self.problems: dict[Problem, None] = {}
        self.asked: dict[str, Document | None] = {}
        """Comparable number of a document that the text names → what there is of it now."""
        self.numbers: dict[str, None] = {}
        """Of those, the ones that became links."""
        self.written: set[str] = set()
        """Every address that this processor put into the text; any other was written as HTML."""
        self._breaks = [at for at, character in enumerate(edition.body) if character == "\n"]
        self._places: dict[str, tuple[int, int]] = {}
        """Pattern → where it was last found (-1: nowhere), and from where to look for the next one."""
        self._links: dict[str, list[int]] = {}
        """Address → where a link or a definition has it."""
        for match in _WRITTEN.finditer(edition.body):
            self._links.setdefault(match[1], []).append(match.start(1))

    def line_of(self, *patterns: str) -> int:
        """The line on which the first of several patterns that is found stands in the edition's file.

        A pattern that is asked for again is looked for behind its last place, and stays at the last one there is.
        A text in which none is found is pointed at as a whole, by its first line.
        """
        body = self.edition.body
        for pattern in patterns:
            at, behind = self._places.get(pattern, (-1, 0))
            if behind <= len(body):
                match = re.compile(pattern, re.IGNORECASE).search(body, behind)
                at, behind = (match.start(), match.end() or 1) if match else (at, len(body) + 1)
                self._places[pattern] = at, behind
            if at >= 0:
                return self._line_at(at)
        return self.edition.body_line

    def line_of_link(self, href: str) -> int:
        """The line of a link; each of several links to one address has its own."""
        places = self._links.get(href)
        if places is None:
            places = self._links[href] = [max(self.edition.body.find(href), 0)]
        return self._line_at(places.pop(0) if len(places) > 1 else places[0])

    def _line_at(self, at: int) -> int:
        return self.edition.body_line + bisect.bisect_left(self._breaks, at)

    def refuse(
        self, patterns: Iterable[str], rule: str, name: str, *, is_warning: bool = False, **parts: object
    ) -> None:
        """Note a problem, once for each line, where the first of several patterns that is found stands."""
        self.problems[Problem(self.line_of(*patterns), rule, message(name, **parts), is_warning)] = None

    @property
    def is_refused(self) -> bool:
        """Whether the text cannot be published as it stands."""
        return any(not problem.is_warning for problem in self.problems)


class LinkProcessor(Treeprocessor):
    """Resolves links and pictures, and gives tables and headings the form that the pages need."""

    def __init__(self, md: Markdown) -> None:
        """Attach to a Markdown instance; `context` is set before each text."""
        super().__init__(md)
        self.context: Context

    def run(self, root: Element) -> None:
        """Walk the whole text."""
        demote = root.find(".//h1") is not None
        if demote:
            patterns = (r"(?m)^#(?!#)", r"(?m)^=+[ \t]*$", "<h1")
            self.context.refuse(patterns, "schema", "title-heading", is_warning=True)
        for element in root.iter():
            tag = element.tag
            if tag == "a" and "href" in element.attrib:
                self._link(element)
            elif tag == "img":
                self._picture(element)
            elif tag == "table":
                element.set("tabindex", "0")  # a wide one scrolls in its own box, which the keyboard must reach
            elif tag in ("td", "th"):
                match = _ALIGN.fullmatch(element.get("style", ""))
                if match:
                    del element.attrib["style"]
                    element.set("class", match[1])
            elif demote and tag in _HEADINGS:
                element.tag = f"h{min(int(tag[1]) + 1, _DEEPEST_HEADING)}"

    def _link(self, element: Element) -> None:
        href = element.get("href", "")
        if AMP_SUBSTITUTE in href:  # <name@example.org>, which Python-Markdown hides from harvesters
            return
        if element.get("class", "") in _FOOTNOTE_CLASSES and href.startswith("#fn"):
            self.context.written.add(href)
            return
        destination = self._resolve(href, is_image=False)
        if destination.kind in (LinkKind.PAGE, LinkKind.ASSET, LinkKind.EXTERNAL):
            element.set("href", self._address(destination))
            if destination.locale not in ("", self.context.edition.locale):
                element.set("hreflang", destination.locale)
        else:
            element.tag = "span"
            element.attrib.clear()

    def _picture(self, element: Element) -> None:
        destination = self._resolve(element.get("src", ""), is_image=True)
        asset = destination.asset
        if asset is not None:
            element.set("src", self._address(destination))
            self._set_size(element, asset)
        else:
            element.tag = "span"
            element.attrib.clear()

    def _set_size(self, element: Element, asset: Asset) -> None:
        """Say how large a picture is, so that nothing moves when it comes, and in which widths it is to be had."""
        context = self.context
        if asset.picture and asset.picture.width:
            element.set("width", str(asset.picture.width))
            element.set("height", str(asset.picture.height))
        if scaled := variants(context.edition.key, asset):
            listed = ", ".join(f"{relative_url(context.url, url)} {width}w" for url, width in scaled)
            element.set("srcset", listed)
            element.set("sizes", _SIZES)
            context.written.add(listed)
        element.set("loading", "lazy")
        element.set("decoding", "async")

    def _resolve(self, href: str, *, is_image: bool) -> Destination:
        context = self.context
        href = _ESCAPED.sub(lambda match: chr(int(match[1])), href)
        destination = context.routes.resolve(href, context.bulletin, context.edition.locale)
        context.links.append(Link(href, context.line_of_link(href), destination, is_image))
        return destination

    def _address(self, destination: Destination) -> str:
        if destination.kind is LinkKind.EXTERNAL:
            address = destination.url
        elif destination.url == self.context.url and destination.fragment:
            address = f"#{destination.fragment}"
        else:
            address = relative_url(self.context.url, destination.url)
            address += f"#{destination.fragment}" if destination.fragment else ""
        self.context.written.add(address)
        return address
