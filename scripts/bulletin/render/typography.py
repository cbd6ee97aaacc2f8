"""Straight quotation marks → the curly ones of both languages, in text but not in code."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, HTML_PLACEHOLDER_RE, STX, AtomicString

LITERAL = frozenset(("code", "pre", "kbd", "samp"))
_OPENS_AFTER = re.compile(r"[\s(\[{“‘—–/\-]")
_DASHES = frozenset("—–/-")
_CLOSES_BEFORE = re.compile(r"[\s.,;:!?…)\]}”’]|$")
_ELIDED = re.compile(r"(?:tis|twas|twere|twill)\b|n'", re.IGNORECASE)
"""What an apostrophe may begin: 'tis, rock 'n' roll. Not 'em, which quotes a Vietnamese word more often."""
_DEGREES = re.compile(r"°\d+$")
_SECONDS = re.compile(r"′\d+(?:[.,]\d+)?$")
_PLACEHOLDER = re.compile(f"({STX}[^{ETX}]*{ETX})")
_RAW_TAG = re.compile(r"<(/?)([a-z0-9]+)", re.IGNORECASE)


def curl(text: str) -> str:
    """Replace every `"` and `'` by the one character that fits its place."""
    if '"' not in text and "'" not in text:
        return text
    out = list(text)
    for match in re.finditer("[\"']", text):
        at = match.start()
        before = "".join(out[max(at - 12, 0) : at])
        out[at] = _double(before, text[at + 1 :][:1]) if match[0] == '"' else _single(before, text[at + 1 :][:8])
    return "".join(out)


def _double(before: str, follows: str) -> str:
    if _SECONDS.search(before):
        return "″"
    return "“" if _is_opening(before, follows) else "”"


def _single(before: str, follows: str) -> str:
    if before[-1:].isdecimal() and (follows[:1].isdigit() or _DEGREES.search(before)):
        return "′"
    is_apostrophe = follows[:1].isdigit() or _ELIDED.match(follows) or not _is_opening(before, follows)
    return "’" if is_apostrophe else "‘"


def _is_opening(before: str, follows: str) -> bool:
    if before[-1:] in _DASHES and _CLOSES_BEFORE.match(follows):
        return False
    return not before or bool(_OPENS_AFTER.match(before[-1]))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a text of the tree."""

    held: str
    """As the tree holds it."""
    seen: str | None = None
    """What readers see of a part that is to stay as it is; None for text, which is curled."""
    place: tuple[Element, bool] | None = None
    """The element, and whether the part is in its tail; None where nothing is written back."""

    @property
    def shown(self) -> str:
        return self.held if self.seen is None else self.seen


class SmartQuotes(Treeprocessor):
    """Curls the quotation marks of a whole text."""

    def run(self, root: Element) -> None:
        """Read all texts as one, so that a mark at the border of an element has its neighbours."""
        self._raw_literals = 0
        pieces = list(self._pieces(root))
        whole = curl("".join(piece.shown for piece in pieces))
        texts: dict[tuple[Element, bool], str] = {}
        at = 0
        for piece in pieces:
            end = at + len(piece.shown)
            if piece.place is not None:
                texts[piece.place] = texts.get(piece.place, "") + (whole[at:end] if piece.seen is None else piece.held)
            at = end
        for (element, is_tail), text in texts.items():
            if is_tail:
                element.tail = text
            else:
                element.text = text

    def _pieces(self, element: Element) -> Iterator[_Piece]:
        if isinstance(element.text, AtomicString):  # code, and addresses that are their own text
            yield _Piece("", "x")
            return
        edge = _Piece("", "\n" if self.md.is_block_level(element.tag) or element.tag == "br" else "")
        yield edge
        yield from self._parts(element.text or "", (element, False))
        for child in element:
            yield from self._pieces(child)
            yield from self._parts(child.tail or "", (child, True))
        yield edge

    def _parts(self, text: str, place: tuple[Element, bool]) -> Iterator[_Piece]:
        for part in _PLACEHOLDER.split(text):
            if part.startswith(STX):
                yield _Piece(part, self._behind(part), place)
            elif part:
                yield _Piece(part, part if self._raw_literals else None, place)

    def _behind(self, placeholder: str) -> str:
        """What readers see where Python-Markdown keeps something out of sight: nothing of a tag."""
        if placeholder[1:-1].isdecimal():
            return chr(int(placeholder[1:-1]))
        if placeholder == AMP_SUBSTITUTE:
            return "&"
        match = HTML_PLACEHOLDER_RE.fullmatch(placeholder)
        raw = self.md.htmlStash.rawHtmlBlocks[int(match[1])] if match else ""
        if not isinstance(raw, str):
            return ""
        if (tag := _RAW_TAG.match(raw)) and tag[2].lower() in LITERAL:
            self._raw_literals += -1 if tag[1] else 1
            return "x"
        if tag and tag[2].lower() == "br":
            return "\n"
        return "" if tag or raw.startswith("<") else html.unescape(raw)
