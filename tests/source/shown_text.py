"""The text that a reader reads on a rendered page, without the numbers of footnotes."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_INLINE = frozenset(("a", "abbr", "b", "code", "del", "em", "i", "img", "ins", "span", "strong", "sub", "sup"))
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_TYPED = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "′": "'", "″": '"', "…": "..."})


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.notes = 0
        self.is_raised = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.notes += tag == "a" and (dict(attrs).get("class") or "").startswith("footnote-")
        self.is_raised = tag == "sup"
        self.parts.append("" if tag in _INLINE else " ")

    def handle_endtag(self, tag: str) -> None:
        self.notes -= tag == "a" and self.notes > 0
        self.is_raised = False
        self.parts.append("" if tag in _INLINE else " ")

    def handle_data(self, data: str) -> None:
        if not self.notes:
            self.parts.append(data.translate(_RAISED) if self.is_raised and data.isdigit() else data)


def shown(html: str) -> str:
    """Return the words of a page's text."""
    text = _Text()
    text.feed(html)
    text.close()
    return plain("".join(text.parts))


def plain(text: str) -> str:
    """Return a text without what the renderer sets of itself."""
    return re.sub(r"\s+", " ", text.translate(_TYPED)).strip()
