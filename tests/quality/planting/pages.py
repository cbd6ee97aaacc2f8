"""A small splitter of its own: an edition's blocks with offsets, and the stretches of text in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

FRONT = re.compile(r"\A---\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
FIELD = re.compile(r"^(title|description):[ \t]*(.+?)[ \t]*$", re.MULTILINE)
IMAGE_FIELD = re.compile(r"\b(alt|caption):[ \t]*(\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|[^,}\n\"']+)")
PICTURE = re.compile(r"!\[([^\]\n]*)\]\(([^)\s]+)(?:\s+\"([^\"\n]*)\")?\)(\{[^}\n]*\})?")
FENCE = re.compile(r" *(```|~~~)")
HEADING = re.compile(r"(#{1,6}) +(?=\S)")
ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?) +[\w-]+(?: +\"([^\"]*)\")?")
ITEM = re.compile(r"( *)([-*+]|\d{1,3}[.)]) +(?=\S)")
FOOTNOTE = re.compile(r"\[\^([^\]]+)\]: +")
QUOTE = re.compile(r" {0,3}> ?")
DELIMITER = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*\Z")
RULE = re.compile(r" {0,3}([-*_])( *\1){2,} *\Z")
CELL = re.compile(r"(?<=\|)((?:\\.|[^|\\])*?)(?=\|)")

COUNTED = frozenset({"heading", "paragraph", "item", "header-row", "row", "quote", "footnote", "admonition"})
"""The kinds that are counted as blocks; what is inside an admonition counts with it."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the body, on whole lines."""

    kind: str
    start: int
    """Offset of its first character that is not indentation."""
    end: int
    """Offset after its last character, the line's end left out."""
    text: int
    """Offset where its own text begins, after the marker."""
    indent: int
    """Columns of indentation, 4 for each admonition or list it is in."""
    inside: bool
    """It stands inside an admonition."""


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of running text: a field, a cell, an alt text, the text of a block."""

    place: str
    start: int
    end: int
    block: int
    """Index of its block; -1 in the front matter."""
    column: int = 0
    """Which cell of its row, or which picture's."""


class _Lines:
    """The lines of a body with their offsets, read forwards."""

    def __init__(self, text: str, offset: int) -> None:
        self.rows: list[tuple[int, str]] = []
        for line in text[offset:].split("\n"):
            self.rows.append((offset, line))
            offset += len(line) + 1
        self.at = 0

    def line(self, ahead: int = 0) -> str | None:
        """The line so far ahead, or None past the end."""
        return self.rows[self.at + ahead][1] if self.at + ahead < len(self.rows) else None


def _starts_block(line: str, inner: int) -> bool:
    """Whether a line ends the paragraph before it."""
    bare = line[inner:]
    return (
        not line.strip()
        or any(p.match(bare) for p in (FENCE, HEADING, ADMONITION, ITEM, FOOTNOTE, QUOTE, RULE))
        or bare.lstrip().startswith("|")
    )


def _take(lines: _Lines, inner: int) -> tuple[int, int]:
    """Take the line and those that continue it; give the first offset and the end."""
    first, line = lines.rows[lines.at]
    end = first + len(line)
    lines.at += 1
    while (line_ := lines.line()) is not None and not _starts_block(line_, min(inner, _indent(line_))):
        end = lines.rows[lines.at][0] + len(line_)
        lines.at += 1
    return first, end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _code(lines: _Lines, mark: str) -> tuple[int, int]:
    first = lines.rows[lines.at][0]
    lines.at += 1
    while (line := lines.line()) is not None and not line.strip().startswith(mark):
        lines.at += 1
    lines.at = min(lines.at + 1, len(lines.rows))
    last, line_ = lines.rows[lines.at - 1]
    return first, last + len(line_)


def _run(lines: _Lines, pattern: re.Pattern[str], inner: int) -> tuple[int, int]:
    """Take all lines in a row that match."""
    first, line = lines.rows[lines.at]
    end = first + len(line)
    lines.at += 1
    while (line_ := lines.line()) is not None and pattern.match(line_[min(inner, _indent(line_)) :]):
        end = lines.rows[lines.at][0] + len(line_)
        lines.at += 1
    return first, end


def _table(lines: _Lines, indent: int, *, inside: bool) -> Iterator[Block]:
    head = True
    while (line := lines.line()) is not None and line.strip().startswith("|"):
        offset = lines.rows[lines.at][0]
        if not DELIMITER.match(line):
            kind = "header-row" if head else "row"
            yield Block(kind, offset + indent, offset + len(line.rstrip()), offset + indent, indent, inside)
            head = False
        lines.at += 1


def _marked(lines: _Lines, indent: int) -> tuple[str, int, int, int] | None:
    """A block that shows its kind by a marker: kind, start, end, offset of its text."""
    offset, line = lines.rows[lines.at]
    bare = line[indent:]
    start = offset + indent
    if (fence := FENCE.match(bare)) is not None:
        _, end = _code(lines, fence[1])
        return "code", start, end, start
    for kind, pattern in (("heading", HEADING), ("admonition", ADMONITION), ("rule", RULE)):
        if (found := pattern.match(bare)) is not None:
            lines.at += 1
            return kind, start, offset + len(line.rstrip()), start + found.end()
    if (found := QUOTE.match(bare)) is not None:
        _, end = _run(lines, QUOTE, indent)
        return "quote", start, end, start + found.end()
    for kind, pattern in (("footnote", FOOTNOTE), ("item", ITEM)):
        if (found := pattern.match(bare)) is not None:
            _, end = _take(lines, indent)
            return kind, start, end, start + found.end()
    return None


def _blocks(text: str) -> Iterator[Block]:
    front = FRONT.match(text)
    lines = _Lines(text, front.end() if front else 0)
    inside = False
    while (line := lines.line()) is not None:
        if not line.strip():
            lines.at += 1
            continue
        indent = _indent(line)
        inside = inside and indent >= 4
        if line.strip().startswith("|") and DELIMITER.match(lines.line(1) or ""):
            yield from _table(lines, indent, inside=inside)
        elif (marked := _marked(lines, indent)) is not None:
            kind, start, end, own = marked
            yield Block(kind, start, end, own, indent, inside)
            inside = inside or kind == "admonition"
        else:
            first, end = _take(lines, indent)
            whole = PICTURE.fullmatch(text[first:end].strip())
            yield Block("image" if whole else "paragraph", first + indent, end, first + indent, indent, inside)


@lru_cache(maxsize=4096)
def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of an edition's body in their order."""
    return tuple(_blocks(text))


def count_blocks(text: str) -> int:
    """How many headings, paragraphs, list items, table rows, quotes, footnotes and admonitions there are."""
    return sum(block.kind in COUNTED and not block.inside for block in blocks(text))


def _front_regions(text: str) -> Iterator[Region]:
    front = FRONT.match(text)
    if front is None:
        return
    for pattern in (FIELD, IMAGE_FIELD):
        for found in pattern.finditer(text, front.start(1), front.end(1)):
            start, end = found.span(2)
            if text[start] in "\"'" and end - start > 1:
                start, end = start + 1, end - 1
            if text[start] not in ">|&*" and start < end:
                yield Region(found[1], start, len(text[:end].rstrip()), -1)


def _block_regions(text: str, index: int, block: Block) -> Iterator[Region]:
    if block.kind in {"code", "rule"}:
        return
    if block.kind in {"row", "header-row"}:
        for column, found in enumerate(CELL.finditer(text, block.start, block.end)):
            cell = found[1]
            start = found.start() + len(cell) - len(cell.lstrip())
            yield Region("cell", start, start + len(cell.strip()), index, column)
        return
    if block.kind == "admonition":
        title = ADMONITION.match(text, block.start)
        if title and title[1]:
            yield Region("admonition", *title.span(1), index)
        return
    for column, found in enumerate(PICTURE.finditer(text, block.text, block.end)):
        yield Region("alt", *found.span(1), index, column)
        if found[3]:
            yield Region("caption", *found.span(3), index, column)
    if block.kind != "image":
        yield Region(block.kind, block.text, block.end, index)


@lru_cache(maxsize=4096)
def regions(text: str) -> tuple[Region, ...]:
    """All running text of an edition: fields first, then the body's."""
    found = list(_front_regions(text))
    for index, block in enumerate(blocks(text)):
        found.extend(_block_regions(text, index, block))
    return tuple(found)
