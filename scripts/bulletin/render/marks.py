"""What the texts of a site get of themselves: document numbers as links, abbreviations with what they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from bulletin.model.documents import REFERENCE, number_key
from bulletin.model.kinds import LegalStatus
from bulletin.model.routes import relative_url
from bulletin.render.typography import LITERAL

if TYPE_CHECKING:
    from bulletin.render.links import LinkProcessor

_LEFT_ALONE = LITERAL | {"a", "abbr", "h1", "h2", "h3", "h4", "h5", "h6", "img", "sup"}
"""Elements in which nothing is marked: links and code, and headings, which are anchors themselves."""
_Found = tuple[int, int, list[Element]]


class Marks(Treeprocessor):
    """Marks a text; each abbreviation is explained once, and each repealed document told once."""

    def __init__(
        self,
        md: Markdown,
        links: LinkProcessor,
        abbreviations: Mapping[str, str],
        repealed: Mapping[LegalStatus, str],
    ) -> None:
        """Attach to a Markdown instance; `repealed` is what stands behind the number of a repealed document."""
        super().__init__(md)
        self._links = links
        self._abbreviations = abbreviations
        shorts = sorted(abbreviations, key=len, reverse=True)
        alternatives = "|".join(map(re.escape, shorts)) or "(?!)"
        self._short = re.compile(rf"(?<![\w/&.‑–-])(?:{alternatives})(?![\w/&]|[.‑–-]\w)")
        self._repealed = repealed
        self._told: set[str] = set()

    def run(self, root: Element) -> None:
        """Walk the whole text."""
        self._told = set()
        explained: set[str] = set()
        for abbr in root.iter("abbr"):  # those that an editor explained in the text itself
            if (text := "".join(abbr.itertext())) not in explained:
                explained.add(text)
                abbr.set("tabindex", "0")
        self._told |= explained
        for parent in list(_marked(root)):
            self._mark_text(parent)
            for child in list(parent):
                self._mark_tail(parent, child)

    def _mark_text(self, parent: Element) -> None:
        text = parent.text or ""
        if isinstance(parent.text, AtomicString):
            return
        if found := self._found(text):
            parent.text, pieces = _cut(text, found)
            for at, piece in enumerate(pieces):
                parent.insert(at, piece)

    def _mark_tail(self, parent: Element, child: Element) -> None:
        text = child.tail or ""
        if isinstance(child.tail, AtomicString):
            return
        if found := self._found(text):
            child.tail, pieces = _cut(text, found)
            at = list(parent).index(child) + 1
            for offset, piece in enumerate(pieces):
                parent.insert(at + offset, piece)

    def _found(self, text: str) -> list[_Found]:
        """What is to be marked in a text, in its order and without overlaps."""
        found: list[_Found] = []
        end = 0
        both: list[tuple[re.Match[str], Callable[[re.Match[str]], list[Element]]]] = [
            *((match, self._document) for match in REFERENCE.finditer(text)),
            *((match, self._abbreviation) for match in self._short.finditer(text)),
        ]
        for match, make in sorted(both, key=lambda each: each[0].start()):
            if match.start() >= end and (made := make(match)):
                found.append((*match.span(), made))
                end = match.end()
        return found

    def _document(self, match: re.Match[str]) -> list[Element]:
        """The number as a link to the document's page, in the reader's language if it has one."""
        context = self._links.context
        number = number_key(match[0])
        document = context.asked[number] = context.routes.documents.get(number)
        if document is None or document.key == context.edition.key:
            return []
        tag = next((tag for tag in (context.edition.locale, *document.tags) if tag in document.tags), "")
        if not tag:
            return []
        address = relative_url(context.url, context.routes.url(document.key, tag))
        context.written.add(address)
        context.numbers[number] = None
        link = Element("a", {"class": "document", "href": address})
        link.text = match[0]
        if tag != context.edition.locale:
            link.set("hreflang", tag)
        said = self._repealed.get(document.status) if document.status else None
        if said is None:
            return [link]
        link.set("class", "document repealed")
        if document.key in self._told:
            return [link]
        self._told.add(document.key)
        link.tail = " "
        note = Element("small", {"class": "repealed"})
        note.text = f"({said})"
        return [link, note]

    def _abbreviation(self, match: re.Match[str]) -> list[Element]:
        short, full = match[0], self._abbreviations[match[0]]
        if short in self._told:
            return []
        self._told.add(short)
        before = match.string[: match.start()]
        if before.endswith("(") and full.casefold() in before.casefold():
            return []  # the text itself explains it
        abbr = Element("abbr", {"title": full, "tabindex": "0"})
        abbr.text = short
        return [abbr]


def _marked(root: Element) -> Iterator[Element]:
    """The elements whose own text is to be marked."""
    if root.tag in _LEFT_ALONE:
        return
    yield root
    for child in root:
        yield from _marked(child)


def _cut(text: str, found: list[_Found]) -> tuple[str, list[Element]]:
    """The text before the first mark, and the marks, each with the text behind it as its tail."""
    pieces: list[Element] = []
    ends = [start for start, _, _ in found[1:]] + [len(text)]
    for (_, end, made), until in zip(found, ends, strict=True):
        made[-1].tail = text[end:until]
        pieces += made
    return text[: found[0][0]], pieces
