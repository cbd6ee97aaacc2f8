"""Straight quotation marks → the curly ones of both languages, in text but not in code."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

LITERAL = frozenset(("code", "pre", "kbd", "samp"))
_OPENS_AFTER = re.compile(r"[\s(\[{“‘—–/\-]")
_PLACEHOLDER = re.compile(f"{STX}[^{ETX}]*{ETX}")


def curl(text: str, before: str = "") -> str:
    """Replace `"` and `'` by the mark that fits its place; `before` is the character in front of the text."""
    if '"' not in text and "'" not in text:
        return text
    out: list[str] = []
    at = 0
    for placeholder in [*_PLACEHOLDER.finditer(text), None]:
        end = placeholder.start() if placeholder else len(text)
        for index in range(at, end):
            previous = text[index - 1] if index else before
            opens = not previous or bool(_OPENS_AFTER.match(previous))
            character = text[index]
            if character == '"':
                character = "“" if opens else "”"
            elif character == "'":
                follows = text[index + 1 : index + 2]
                character = "‘" if opens and not follows.isdigit() else "’"
            out.append(character)
        if placeholder:
            out.append(placeholder.group())
            at = placeholder.end()
    return "".join(out)


class SmartQuotes(Treeprocessor):
    """Curls the quotation marks of a whole text."""

    def run(self, root: Element) -> None:
        """Walk every text outside of code, in reading order."""
        for block in root:
            self._walk(block, "")
            block.tail = block.tail and curl(block.tail)

    def _walk(self, element: Element, before: str) -> str:
        """Return the last character, by which the next mark is judged."""
        if element.tag in LITERAL:
            return "x"
        if element.text:
            element.text = curl(element.text, before)
            before = element.text[-1]
        for child in element:
            before = self._walk(child, before) if child.tag != "br" else " "
            if child.tail:
                child.tail = curl(child.tail, before)
                before = child.tail[-1]
        return before
