"""The number of every top-level block of a text: `data-block`, from 0, as source/blocks.py counts them.

Footnotes stand behind the text and have none, nor has what leaves no trace on the page: comments, abbreviations,
targets of links.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from bulletin.render.sanitiser import BLOCK, OURS

_FIRST_TAG = re.compile(r"(?s:\s|<!--.*?-->)*<([a-zA-Z][^\s/>]*)")
_COMMENTS = re.compile(r"(?s:<!--.*?--!?>|<!\[CDATA\[.*?\]\]>|<[!?].*?>|\s)*")
_LANGUAGE = re.compile(r"(<pre[^>]*><code) class=\"language-[^\"]*\"")


class BlockNumbers(Treeprocessor):
    """Numbers the blocks; what an editor wrote as `data-block` stays, for the sanitiser to refuse."""

    def run(self, root: Element) -> None:
        """Number the whole text."""
        number = 0
        for element in root:
            if element.tag == "div" and element.get("class") == "footnote":
                continue
            match = HTML_PLACEHOLDER_RE.fullmatch((element.text or "").strip()) if element.tag == "p" else None
            if match is not None and len(element) == 0 and int(match[1]) < self.md.htmlStash.html_counter:
                number += self._number_raw(element, int(match[1]), f"{OURS}{number}")
            else:
                element.attrib.setdefault(BLOCK, f"{OURS}{number}")
                number += 1

    def _number_raw(self, paragraph: Element, place: int, number: str) -> int:
        """Number raw HTML or fenced code, which Python-Markdown keeps aside; return how many blocks it is."""
        raw = str(self.md.htmlStash.rawHtmlBlocks[place])
        if _COMMENTS.fullmatch(raw):
            return 0
        match = _FIRST_TAG.match(raw)
        if match is not None and self.md.is_block_level(match[1].lower()):
            # The language that is named behind a fence is for colours, which pages do not have.
            raw = _LANGUAGE.sub(r"\1", raw, count=1)
            self.md.htmlStash.rawHtmlBlocks[place] = f'{raw[: match.end()]} {BLOCK}="{number}"{raw[match.end() :]}'
        else:
            paragraph.attrib.setdefault(BLOCK, number)
        return 1
