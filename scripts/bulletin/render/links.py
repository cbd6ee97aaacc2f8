"""The link treeprocessor: every link and picture of a text resolved against the model, once."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX

from bulletin.model.body import Link, Problem
from bulletin.model.bulletin import Bulletin, Edition
from bulletin.model.catalogue import message
from bulletin.model.routes import Destination, LinkKind, Routes, page_url, relative_url

_ALIGN = re.compile(r"text-align: (left|center|right);")
_DEEPEST_HEADING = 6


class Context:
    """The edition whose text is being rendered, and what was found in it so far."""

    def __init__(self, edition: Edition, bulletin: Bulletin, routes: Routes) -> None:
        """Begin a text."""
        self.edition = edition
        self.bulletin = bulletin
        self.routes = routes
        self.url = page_url(routes.site.locale(edition.locale).prefix, edition.key)
        self.links: list[Link] = []
        self.problems: list[Problem] = []
        self.written: set[str] = set()
        """Every address that this processor put into the text; any other was written as HTML."""

    def line_of(self, words: str) -> int:
        """The line on which words first stand in the edition's file; its text's first line if they do not."""
        at = self.edition.body.find(words) if words else -1
        return self.edition.body_line + (self.edition.body.count("\n", 0, at) if at >= 0 else 0)

    def refuse(self, words: str, rule: str, name: str, *, is_warning: bool = False, **parts: object) -> None:
        """Note a problem at the line where the words stand."""
        self.problems.append(Problem(self.line_of(words), rule, message(name, **parts), is_warning))


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
            self.context.refuse("\n# ", "schema", "title-heading", is_warning=True)
        for element in root.iter():
            tag = element.tag
            if tag == "a" and "href" in element.attrib:
                self._link(element)
            elif tag == "img":
                self._picture(element)
            elif tag in ("td", "th"):
                match = _ALIGN.fullmatch(element.get("style", ""))
                if match:
                    del element.attrib["style"]
                    element.set("class", match[1])
            elif demote and isinstance(tag, str) and re.fullmatch("h[1-6]", tag):
                element.tag = f"h{min(int(tag[1]) + 1, _DEEPEST_HEADING)}"

    def _link(self, element: Element) -> None:
        href = element.get("href", "")
        if STX in href:  # <name@example.org>, which Python-Markdown hides from harvesters
            self.context.written.add("mailto:")
            return
        if element.get("class", "").startswith("footnote"):
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
        if destination.kind is LinkKind.ASSET:
            element.set("src", self._address(destination))
        else:
            element.tag = "span"
            element.attrib.clear()

    def _resolve(self, href: str, *, is_image: bool) -> Destination:
        context = self.context
        destination = context.routes.resolve(href, context.bulletin, context.edition.locale)
        context.links.append(Link(href, context.line_of(href), destination, is_image))
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
