"""An edition's Markdown → its blocks with their lines: the one splitter, which reads as the renderer does.

It follows Python-Markdown (blockprocessors.py, and the extensions tables, footnotes, admonition, def_list, sane_lists): a list,
a table or a box begins only where a paragraph could, children are indented by four spaces, a heading or a quotation may stand
on any line. What it takes for a top-level block carries `data-block` with the same number on the page; a test holds them together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bulletin.model.block import Block, BlockKind
from bulletin.model.bulletin import Edition
from bulletin.source.inline import Inline, read_inline

MAX_DEPTH = 24
"""Containers in containers: more is taken for text."""
_HEADING = re.compile(r"(#{1,6})(.*?)#*\s*$")
_SETEXT = re.compile(r"[=-]+ *$")
_RULE = re.compile(r" {0,3}(?:(?:-+ {0,2}){3,}|(?:_+ {0,2}){3,}|(?:\*+ {0,2}){3,}) *$")
_ITEM = re.compile(r"( {0,3})([*+-]|\d+\.) +(.*)$")
_QUOTE = re.compile(r" {0,3}> ?(.*)$")
_BOX = re.compile(r'(?:!!!|\?\?\?\+?) ?([\w-]+(?: +[\w-]+)*)(?: +"(.*?)")? *$')
_FOOTNOTE = re.compile(r" {0,3}\[\^([^\]]*)\]: *(.*)$")
_ABBREVIATION = re.compile(r" {0,3}\*\[[^\\\]]*\] ?:")
_DEFINITION = re.compile(r" {0,3}: {1,3}(.*)$")
_REFERENCE = re.compile(r" {0,3}\[([^\[\]^]{1,200})\]: *<?([^\s<>]+)>?(?: +(?:\"([^\"]*)\"|'([^']*)'|\(([^)]*)\)))? *$")
_SEPARATOR = re.compile(r" {0,3}\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *$")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`~]*$")
_HTML = re.compile(
    r"<(?:/?(?:address|article|aside|blockquote|center|details|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|"
    r"iframe|li|main|math|nav|noscript|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul|video)\b|!--)",
    re.IGNORECASE,
)
_ATTRIBUTE_LINE = re.compile(r"\s*\{:[^{}\n]{0,500}\}\s*$")
_CELL = re.compile(r"((?:[^|\\`]|\\.|`[^`]*`|`)*)(\||$)")


class _Line(NamedTuple):
    number: int
    """1-based, in the file."""
    text: str


def read_blocks(edition: Edition) -> tuple[Block, ...]:
    """Every block of an edition: the fields that readers see, then the body."""
    return (*field_blocks(edition), *split_body(edition.body, edition.body_line))


def field_blocks(edition: Edition) -> Iterator[Block]:
    """The texts of the front matter, as blocks."""
    yield _field(BlockKind.TITLE, edition.title, edition.line_of("title"))
    yield _field(BlockKind.DESCRIPTION, edition.description, edition.line_of("description"))
    image = edition.image
    if image is not None and image.alt:
        yield _field(BlockKind.ALT, image.alt, image.alt_line)
    if image is not None and image.caption:
        yield _field(BlockKind.CAPTION, image.caption, image.caption_line)
    for correction in edition.corrections:
        yield _field(BlockKind.CORRECTION, correction.note, edition.line_of("corrections"))


def _field(kind: BlockKind, text: str, line: int) -> Block:
    text = " ".join(text.split())
    return Block(kind, text, text, line)


def split_body(body: str, first_line: int = 1) -> list[Block]:
    """The blocks of a Markdown text whose first line is a 1-based line of its file."""
    lines = [_Line(number, text.expandtabs(4)) for number, text in enumerate(body.split("\n"), first_line)]
    splitter = _Splitter()
    splitter.read_definitions(lines)
    splitter.split(lines, "")
    return [*splitter.blocks, *splitter.footnotes]


class _Splitter:
    """Collects the blocks of one text."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.footnotes: list[Block] = []
        self.definitions: dict[str, tuple[str, str]] = {}
        self.top = -1
        self.last = ""
        """The kind of the last top-level block, since two lists, quotations or lists of definitions on end are one."""

    def read_definitions(self, lines: Sequence[_Line]) -> None:
        for line in lines:
            if "]:" in line.text and (match := _REFERENCE.match(line.text)):
                label = " ".join(match[1].lower().split())
                self.definitions.setdefault(label, (match[2], match[3] or match[4] or match[5] or ""))

    # Where blocks begin and end

    def split(self, lines: Sequence[_Line], container: str) -> None:
        """Take apart the lines of one container, chunk by chunk between empty lines."""
        if len(container) > MAX_DEPTH:
            self._text(BlockKind.PARAGRAPH, lines, container)
            return
        at = 0
        while at < len(lines):
            if not lines[at].text.strip():
                at += 1
                continue
            if (end := _fence_end(lines, at)) is not None:
                self._open("code", container)
                self._code(lines[at:end], container)
                at = end
                continue
            end = _chunk_end(lines, at)
            at = self._chunk(lines, at, end, container)

    def _chunk(self, lines: Sequence[_Line], at: int, end: int, container: str) -> int:
        """Read what begins on a line; return the first line after it."""
        first = lines[at].text
        if first.startswith("    "):
            stop = _indented_end(lines, at)
            self._open("code", container, merges=True)
            self._code(lines[at:stop], container)
            return stop
        if match := _BOX.match(first):
            stop = _children_end(lines, at + 1, end)
            self._open("box", container)
            self._box(match, lines[at], container)
            self.split(_dedented(lines[at + 1 : stop]), f"{container}a")
            return stop
        if _HTML.match(first):
            stop = _html_end(lines, at, end)
            self._open("html", container)
            text = "\n".join(line.text for line in lines[at:stop])
            self._add(BlockKind.HTML, text, lines[at].number, container)
            return stop
        if end - at > 1 and "|" in first and _SEPARATOR.match(lines[at + 1].text) and _fits(first, lines[at + 1].text):
            self._open("table", container)
            for number, line in enumerate(lines[at:end]):
                if number != 1:
                    self._row(line, container)
            return end
        return self._flow(lines, at, end, container)

    def _flow(self, lines: Sequence[_Line], at: int, end: int, container: str) -> int:
        """Read a chunk that is no table: the renderer looks for headings in it first, then rules, then the rest."""
        first = lines[at].text
        if match := _HEADING.match(first):
            self._open("heading", container)
            self._heading(match[2], len(match[1]), lines[at].number, container)
            return self._after_heading(lines, at + 1, end)
        stop = next((i for i in range(at + 1, end) if lines[i].text.startswith("#")), end)
        if stop - at > 1 and _SETEXT.match(lines[at + 1].text):
            self._open("heading", container)
            self._heading(first, 1 if lines[at + 1].text[0] == "=" else 2, lines[at].number, container)
            return at + 2
        if _RULE.match(first):
            self._open("rule", container)
            self._add(BlockKind.RULE, "", lines[at].number, container)
            return at + 1
        stop = next((i for i in range(at + 1, stop) if _RULE.match(lines[i].text) and _is_rule(lines, i)), stop)
        if _ITEM.match(first):
            return self._list(lines, at, stop, container)
        if _QUOTE.match(first):
            return self._quotation(lines, at, stop, container)
        stop = next((i for i in range(at + 1, stop) if _QUOTE.match(lines[i].text)), stop)
        if match := _FOOTNOTE.match(first):
            return self._footnote(match, lines, at, stop)
        if _ABBREVIATION.match(first) or _REFERENCE.match(first):
            return at + 1
        if _ATTRIBUTE_LINE.match(first) and stop - at == 1:
            return stop
        if (definition := next((i for i in range(at, stop) if _DEFINITION.match(lines[i].text)), None)) is not None and (
            definition > at or self.last == "definitions"
        ):
            return self._definitions(lines, at, definition, stop, container)
        stop = next((i for i in range(at + 1, stop) if _is_aside(lines[i].text)), stop)
        self._open("paragraph", container)
        self._text(BlockKind.PARAGRAPH, lines[at:stop], container)
        return stop

    @staticmethod
    def _after_heading(lines: Sequence[_Line], at: int, end: int) -> int:
        """Skip a line of attributes that belongs to the heading."""
        return at + 1 if at < end and _ATTRIBUTE_LINE.match(lines[at].text) else at

    def _list(self, lines: Sequence[_Line], at: int, stop: int, container: str) -> int:
        """Read the items of one list, also those after empty lines."""
        numbered = lines[at].text.strip()[0].isdigit()
        label = "1" if numbered else "-"
        self._open(f"list{label}", container, merges=True)
        limit = stop
        while at < len(lines):
            match = _ITEM.match(lines[at].text)
            if match is None or match[2][0].isdigit() != numbered or _is_rule(lines, at) and _RULE.match(lines[at].text):
                break
            limit = max(limit, at + 1)
            chunk_end = min(_chunk_end(lines, at), stop) if at < stop else _chunk_end(lines, at)
            end = _item_end(lines, at, chunk_end, numbered=numbered)
            own = [_Line(lines[at].number, match[3]), *_dedented(lines[at + 1 : end])]
            self._item(own, container, label)
            at = end
            following = at
            while following < len(lines) and not lines[following].text.strip():
                following += 1
            if following == len(lines):
                return following
            if following > at:
                at = following
        return at

    def _item(self, own: list[_Line], container: str, label: str) -> None:
        """One item: its first paragraph, then what is nested in it."""
        stop = 1
        while stop < len(own) and own[stop].text.strip() and not _begins_block(own[stop].text):
            stop += 1
        inner = f"{container}i"
        level = inner.count("i")
        if own[0].text.strip() or stop > 1:
            self._text(BlockKind.ITEM, own[:stop], container, level=level, label=label)
        self.split(own[stop:], inner)

    def _quotation(self, lines: Sequence[_Line], at: int, stop: int, container: str) -> int:
        self._open("quotation", container, merges=True)
        own = []
        for line in lines[at:stop]:
            match = _QUOTE.match(line.text)
            own.append(_Line(line.number, match[1] if match else line.text))
        self.split(own, f"{container}q")
        return stop

    def _footnote(self, match: re.Match[str], lines: Sequence[_Line], at: int, stop: int) -> int:
        end = at + 1
        while end < stop and not _FOOTNOTE.match(lines[end].text):
            end += 1
        end = _children_end(lines, end, end) if end == stop else end
        own = [_Line(lines[at].number, match[2]), *_dedented(lines[at + 1 : end])]
        before, self.blocks = self.blocks, []
        top, last = self.top, self.last
        first = next((i for i, line in enumerate(own) if i and not line.text.strip()), len(own))
        self._text(BlockKind.FOOTNOTE, own[:first], "", label=match[1])
        self.split(own[first:], "f")
        self.footnotes += [_with_top(block, -1) for block in self.blocks]
        self.blocks, self.top, self.last = before, top, last
        return end

    def _definitions(self, lines: Sequence[_Line], at: int, definition: int, stop: int, container: str) -> int:
        self._open("definitions", container, merges=True)
        for line in lines[at:definition]:
            self._text(BlockKind.TERM, [line], container)
        end = definition + 1
        while end < stop and not _DEFINITION.match(lines[end].text):
            end += 1
        end = _children_end(lines, end, end) if end == stop else end
        match = _DEFINITION.match(lines[definition].text)
        own = [_Line(lines[definition].number, match[1] if match else ""), *_dedented(lines[definition + 1 : end])]
        first = next((i for i, line in enumerate(own) if i and not line.text.strip()), len(own))
        self._text(BlockKind.DEFINITION, own[:first], container)
        self.split(own[first:], f"{container}d")
        return end

    # Blocks

    def _open(self, what: str, container: str, *, merges: bool = False) -> None:
        """Count a top-level block, unless it goes on with the one before it."""
        if container:
            return
        if not (merges and self.last == what):
            self.top += 1
        self.last = what

    def _add(self, kind: BlockKind, text: str, line: int, container: str, **more: object) -> None:
        block = Block(kind, text, "", line, container=container, top=self.top, **more)  # type: ignore[arg-type]
        self.blocks.append(block)

    def _code(self, lines: Sequence[_Line], container: str) -> None:
        text = "\n".join(line.text for line in lines).rstrip()
        self._add(BlockKind.CODE, text, lines[0].number, container)

    def _box(self, match: re.Match[str], line: _Line, container: str) -> None:
        inline = read_inline(match[2] or "", line.number, self.definitions)
        kind = match[1].split()[0].lower()
        self._block(BlockKind.ADMONITION, inline, line.number, container, label=kind)

    def _heading(self, raw: str, level: int, line: int, container: str) -> None:
        inline = read_inline(raw.strip(), line, self.definitions)
        self._block(BlockKind.HEADING, inline, line, container, level=level, label=inline.anchor)

    def _row(self, line: _Line, container: str) -> None:
        cells = [read_inline(cell, line.number, self.definitions) for cell in _cells(line.text)]
        whole = Inline(" | ".join(cell.text for cell in cells), " | ".join(cell.prose for cell in cells))
        for cell in cells:
            whole.links += cell.links
            whole.figures += cell.figures
            whole.notes += cell.notes
        self._block(BlockKind.ROW, whole, line.number, container, cells=tuple(cell.prose for cell in cells))

    def _text(
        self, kind: BlockKind, lines: Sequence[_Line], container: str, *, level: int | None = None, label: str = ""
    ) -> None:
        lang = ""
        if len(lines) > 1 and (match := _ATTRIBUTE_LINE.match(lines[-1].text)):
            lang = read_inline(match[0].strip(), 1, {}).lang
            lines = lines[:-1]
        raw = "\n".join(line.text.strip() for line in lines)
        inline = read_inline(raw, lines[0].number, self.definitions)
        inline.lang = inline.lang or lang
        if kind is BlockKind.PARAGRAPH and inline.figures and not inline.text.strip():
            kind = BlockKind.PICTURE
        depth = container.count("i") if level is None else level
        self._block(kind, inline, lines[0].number, container, level=depth, label=label)

    def _block(  # noqa: PLR0913 - the fields of a block
        self,
        kind: BlockKind,
        inline: Inline,
        line: int,
        container: str,
        *,
        level: int = 0,
        label: str = "",
        cells: tuple[str, ...] = (),
    ) -> None:
        self.blocks.append(
            Block(
                kind,
                inline.text,
                inline.prose,
                line,
                level,
                container,
                cells,
                tuple(inline.links),
                tuple(inline.figures),
                tuple(inline.notes),
                label,
                inline.lang,
                self.top,
            )
        )


def _with_top(block: Block, top: int) -> Block:
    from dataclasses import replace

    return replace(block, top=top)


def _chunk_end(lines: Sequence[_Line], at: int) -> int:
    while at < len(lines) and lines[at].text.strip():
        at += 1
    return at


def _indented_end(lines: Sequence[_Line], at: int) -> int:
    """The end of code: indented lines, and empty ones between them."""
    end = at
    while at < len(lines) and (not lines[at].text.strip() or lines[at].text.startswith("    ")):
        at += 1
        if lines[at - 1].text.strip():
            end = at
    return end


def _children_end(lines: Sequence[_Line], at: int, end: int) -> int:
    """The end of what is indented below a line: the rest of its chunk as far as it is, then whole chunks that begin so."""
    while at < end and lines[at].text.startswith("    "):
        at += 1
    if at < end:
        return at
    while True:
        following = at
        while following < len(lines) and not lines[following].text.strip():
            following += 1
        if following == len(lines) or following == at or not lines[following].text.startswith("    "):
            return at
        at = following
        while at < len(lines) and lines[at].text.strip() and lines[at].text.startswith("    "):
            at += 1


def _item_end(lines: Sequence[_Line], at: int, chunk_end: int, *, numbered: bool) -> int:
    """The end of an item: its lines up to the next item, then indented chunks."""
    end = at + 1
    while end < chunk_end:
        match = _ITEM.match(lines[end].text)
        if match is not None and match[2][0].isdigit() == numbered:
            return end
        end += 1
    return _children_end(lines, end, end)


def _html_end(lines: Sequence[_Line], at: int, end: int) -> int:
    """The end of raw HTML: where its element is closed, or the end of the chunk."""
    match = re.match(r"<([a-z][a-z0-9]*)", lines[at].text, re.IGNORECASE)
    if match is None:
        while at < len(lines) and "-->" not in lines[at].text:
            at += 1
        return min(at + 1, len(lines)) if at < len(lines) else end
    name = match[1].lower()
    depth = 0
    for number in range(at, len(lines)):
        text = lines[number].text.lower()
        depth += text.count(f"<{name}") - text.count(f"</{name}")
        if depth <= 0:
            return number + 1
    return end


def _fence_end(lines: Sequence[_Line], at: int) -> int | None:
    match = _FENCE.match(lines[at].text)
    if match is None:
        return None
    for end in range(at + 1, len(lines)):
        if lines[end].text.rstrip() == match[1]:
            return end + 1
    return None


def _is_rule(lines: Sequence[_Line], at: int) -> bool:
    """Whether a line of dashes is a rule rather than the underline of a heading or an item."""
    return not (lines[at].text.lstrip().startswith(("- ", "* ")) and re.search(r"[^\s*_-]", lines[at].text))


def _is_aside(text: str) -> bool:
    """Whether a line ends a paragraph although no empty line stands before it."""
    return bool(_FOOTNOTE.match(text) or _ABBREVIATION.match(text) or _REFERENCE.match(text) or _BOX.match(text))


def _begins_block(text: str) -> bool:
    """Whether a line inside an item begins a nested block."""
    return bool(_ITEM.match(text) or _QUOTE.match(text) or _HEADING.match(text))


def _dedented(lines: Sequence[_Line]) -> list[_Line]:
    return [_Line(line.number, line.text[4:] if line.text.startswith("    ") else line.text.lstrip()) for line in lines]


def _cells(text: str) -> list[str]:
    """The cells of a row, without the outer bars."""
    text = text.strip().removeprefix("|")
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    cells = []
    at = 0
    while True:
        match = _CELL.match(text, at)
        if match is None:
            break
        cells.append(match[1].strip().replace("\\|", "|"))
        at = match.end()
        if not match[2]:
            break
    return cells


def _fits(head: str, separator: str) -> bool:
    return len(_cells(head)) == len(_cells(separator))
