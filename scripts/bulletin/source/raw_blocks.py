"""Code between fences and raw HTML, taken out of a Markdown text before its blocks are looked for.

Follows Python-Markdown 3.11: extensions/fenced_code.py, then htmlparser.py. Each piece leaves a mark on a line of its
own, with empty lines around it, so the lines of what remains are told by a list of their own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum

MARK = re.compile("\x02([0-9]+)\x03")
"""Stands for a piece that was taken out; U+0002 and U+0003 are no characters of a text (content.md)."""
_CONTROLS = str.maketrans({"\x02": None, "\x03": None})
_FENCE = re.compile(
    r"(~{3,}|`{3,})[ ]*(?:\{[^\n]*\}|(?:\.?[\w#.+-]*[ ]*)(?:hl_lines=([\"'])[^\n]*?\2[ ]*)?)$", re.MULTILINE
)
_CLOSING = re.compile(r"^(~{3,}|`{3,}) *$", re.MULTILINE)
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main", "menu", "nav", "ol"),
        *("p", "pre", "section", "table", "ul", "canvas", "colgroup", "dd", "body", "dt", "group", "html", "iframe"),
        *("li", "legend", "math", "map", "noscript", "output", "object", "option", "progress", "script", "style"),
        *("summary", "tbody", "td", "textarea", "tfoot", "th", "thead", "tr", "video", "center"),
    )
)
"""Python-Markdown's BLOCK_LEVEL_ELEMENTS."""
_MAX_TAG = 1000
"""Characters between two quotation marks of a tag; more is taken for text."""
_BEGINS_RAW = re.compile(rf"^ {{0,3}}<(?:[!?]|(?:{'|'.join(sorted(_BLOCKS))})(?![\w-]))", re.MULTILINE | re.IGNORECASE)
_TAG = re.compile(
    r"<([a-zA-Z][^`\t\n\r\f />\x00]{0,100}+)"
    rf"[^`>\"']{{0,{_MAX_TAG}}}+(?:(?:\"[^\"]{{0,{_MAX_TAG}}}+\"|'[^']{{0,{_MAX_TAG}}}+')[^`>\"']{{0,{_MAX_TAG}}}+){{0,50}}+>"
)
_END = re.compile(rf"</([a-zA-Z][^`\t\n\r\f />]*)[^>]{{0,{_MAX_TAG}}}+>")
_OTHER = {
    "<!--": re.compile(r"--!?>"),
    "<![CDATA[": re.compile(r"\]\]>"),
    "<?": re.compile(r"\?>"),
    "<!": re.compile(r">"),
}
"""How comments and the like begin, and what they end with."""
_IS_BLOCK = re.compile(r"<!(?:--|\[CDATA\[|doctype)", re.IGNORECASE)
_OPENING = re.compile(r"<[a-zA-Z/!?]|&(?=[#\w])")
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][-.a-zA-Z0-9]*);")
_MAX_INDENT = 3
_INDENT = re.compile(r"^\s*\Z", re.MULTILINE)
_BLANK = re.compile(r"([ ]*\n){2}")
_LITERAL = frozenset(("script", "style"))
_COMMENTS = re.compile(r"(?s:<!--.*?--!?>|<!\[CDATA\[.*?\]\]>|<[!?].*?>)|\s+")


class RawKind(Enum):
    """What was taken out."""

    CODE = "code"
    HTML = "html"
    NOTHING = "nothing"
    """Comments and the like, of which a page shows nothing."""


@dataclass(frozen=True, slots=True)
class Raw:
    """A piece that was taken out."""

    kind: RawKind
    text: str
    line: int
    """0-based, in the text."""


@dataclass(slots=True)
class Remainder:
    """A text without what was taken out."""

    text: str
    lines: list[int] | None
    """For each line of the text, 0-based, its line in the original; None where they are the same."""
    raw: list[Raw]

    def origin(self, line: int) -> int:
        """The 0-based line of the original."""
        if self.lines is None:
            return line
        return self.lines[min(line, len(self.lines) - 1)]


def take_out(body: str) -> Remainder:
    """Normalise the white space of a text, and take out its fenced code and raw HTML."""
    text = body
    if "\x02" in text or "\x03" in text:
        text = text.translate(_CONTROLS)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" in text:
        text = text.expandtabs(4)
    text += "\n\n"
    if " \n" in text:
        text = re.sub(r"(?<=\n) +\n", "\n", text)
    remainder = Remainder(text, None, [])
    if "```" in text or "~~~" in text:
        _take_fences(remainder)
    if "<" in text and _BEGINS_RAW.search(remainder.text):
        _Html(remainder).take()
    return remainder


@dataclass(slots=True)
class _Pieces:
    """The remainder in the making."""

    before: Remainder
    parts: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=lambda: [0])
    fresh: bool = True
    """Whether nothing stands on the last line yet."""

    def keep(self, text: str, line: int) -> None:
        """Add a part that begins on a line of the text before."""
        if not text:
            return
        if self.fresh:
            self.lines[-1] = self.before.origin(line)
        self.parts.append(text)
        for each in range(line + 1, line + 1 + text.count("\n")):
            self.lines.append(self.before.origin(each))
        self.fresh = text.endswith("\n")

    def insert(self, text: str, line: int) -> None:
        """Add what is not in the text before."""
        self.parts.append(text)
        self.lines += [self.before.origin(line)] * text.count("\n")
        self.fresh = text.endswith("\n")

    def finish(self) -> None:
        self.before.text = "".join(self.parts)
        self.before.lines = self.lines


def _take_fences(remainder: Remainder) -> None:
    text = remainder.text
    closings: dict[str, list[int]] = defaultdict(list)
    for match in _CLOSING.finditer(text):
        closings[match[1]].append(match.start())
    for places in closings.values():
        places.reverse()
    pieces = _Pieces(remainder)
    at = line = 0
    for match in re.finditer(r"^(?=```|~~~)", text, re.MULTILINE):
        start = match.start()
        opening = _FENCE.match(text, start)
        if start < at or opening is None:
            continue
        places = closings[opening[1]]
        while places and places[-1] <= start:
            places.pop()
        if not places:
            continue
        first = line + text.count("\n", at, start)
        pieces.keep(text[at:start], line)
        code = text[opening.end() + 1 : places[-1]]
        pieces.insert(f"\n\x02{len(remainder.raw)}\x03\n", first)
        remainder.raw.append(Raw(RawKind.CODE, code.removesuffix("\n"), remainder.origin(first)))
        at = places[-1] + len(opening[1])
        while text[at : at + 1] == " ":
            at += 1
        line = first + text.count("\n", start, at)
    if at:
        pieces.keep(text[at:], line)
        pieces.finish()


class _Html:
    """Walks through the tags of a text; what is between them it copies."""

    def __init__(self, remainder: Remainder) -> None:
        self.remainder = remainder
        self.text = remainder.text
        self.pieces = _Pieces(remainder)
        self.cache: list[str] = []
        self.cache_line = 0
        self.stack: list[str] = []
        self.is_raw = False
        self.is_tail = False
        """Behind raw HTML on its last line."""
        self.line = 0
        self.endless: set[str] = set()
        """Openings after which no end was found, so that none is looked for again."""

    def take(self) -> None:
        text = self.text
        at = 0
        for match in _OPENING.finditer(text):
            start = match.start()
            if start < at:
                continue
            self._data(text[at:start])
            at = self._markup(start)
        self._data(text[at:])
        if self.cache:
            self._store_cache()
        self.pieces.finish()

    def _markup(self, start: int) -> int:
        """Read what begins with a `<` or `&`; return where it ends."""
        text = self.text
        if text[start] == "&":
            match = _ENTITY.match(text, start) if self.is_tail and not self.is_raw else None
            if match is not None:
                self._keep(match[0])
                return match.end()
        elif text[start + 1] in "!?":
            return self._other(start)
        elif match := (_END if text[start + 1] == "/" else _TAG).match(text, start):
            return self._tag(match)
        self._data(text[start])
        return start + 1

    def _tag(self, match: re.Match[str]) -> int:
        tag, text = match[1].lower(), match[0]
        if text[1] == "/":
            self._end(tag, text, match.end())
        elif tag == "hr" or text.endswith("/>"):
            self._empty(text, match.end(), is_block=tag in _BLOCKS and self._is_line_start(match.start()))
        else:
            self._start(tag, text, match.start())
            if tag in _LITERAL and self.is_raw:
                close = re.compile(rf"</{tag}", re.IGNORECASE).search(self.text, match.end())
                end = close.start() if close else len(self.text)
                self._data(self.text[match.end() : end])
                return end
        return match.end()

    def _other(self, start: int) -> int:
        """Read a comment or the like."""
        text = self.text
        end = self._end_of_other(start)
        if end is not None:
            is_block = (text[start + 1] == "?" or _IS_BLOCK.match(text, start)) and self._is_line_start(start)
            self._empty(text[start:end], end, is_block=bool(is_block))
            return end
        end = start + 1
        if text[end] == "?" and self._may_begin(start):
            end = text.find(">", end) + 1 or len(text[: text.find("<", end)]) if "<" in text[end:] else len(text)
        self._data(text[start:end])
        return end

    def _end_of_other(self, start: int) -> int | None:
        """Where a comment or the like ends; None where it is none."""
        opening = next(each for each in _OTHER if self.text.startswith(each, start))
        if opening in self.endless or (opening != "<!--" and not self._may_begin(start)):
            return None
        end = _OTHER[opening].search(self.text, start + len(opening))
        if end is None:
            self.endless.add(opening)
            return None
        return end.end()

    def _may_begin(self, start: int) -> bool:
        return self.is_tail or self._is_line_start(start)

    def _is_line_start(self, at: int) -> bool:
        return _INDENT.search(self.text, max(at - _MAX_INDENT, 0), at) is not None

    def _data(self, text: str) -> None:
        if "\n" in text:
            self.is_tail = False
        if self.is_raw:
            self._keep(text)
        else:
            self.pieces.keep(text, self.line)
        self.line += text.count("\n")

    def _keep(self, text: str) -> None:
        if not self.cache:
            self.cache_line = self.line
        self.cache.append(text)

    def _store_cache(self) -> None:
        self._store("".join(self.cache), self.cache_line)
        self.cache = []

    def _store(self, html: str, line: int) -> None:
        self.pieces.insert(f"\x02{len(self.remainder.raw)}\x03", line)
        kind = RawKind.HTML if _COMMENTS.sub("", html) else RawKind.NOTHING
        self.remainder.raw.append(Raw(kind, html, self.remainder.origin(line)))

    def _start(self, tag: str, text: str, start: int) -> None:
        if tag in _BLOCKS and (self.is_tail or (self._is_line_start(start) and not self.is_raw)):
            self.is_raw = True
            self.pieces.insert("\n", self.line)
        if self.is_raw:
            self.stack.append(tag)
        self._data(text)

    def _end(self, tag: str, text: str, end: int) -> None:
        was_raw = self.is_raw
        self._data(text)
        if not was_raw:
            return
        if tag in self.stack:
            while self.stack.pop() != tag:
                pass
        if not self.stack:
            self.is_tail = not _BLANK.match(self.text, end)
            self.is_raw = False
            self._store_cache()
            self.pieces.insert("\n\n", self.line)

    def _empty(self, text: str, end: int, *, is_block: bool) -> None:
        if self.is_raw or self.is_tail:
            self._keep(text)
        elif is_block:
            self.is_tail = not _BLANK.match(self.text, end)
            last = self.pieces.parts[-1] if self.pieces.parts else ""
            if last.endswith("\n") and not last.endswith("\n\n"):
                self.pieces.insert("\n", self.line)
            self._store(text, self.line)
            self.line += text.count("\n")
            self.pieces.insert("\n\n", self.line)
            return
        else:
            self.pieces.keep(text, self.line)
        self.line += text.count("\n")
