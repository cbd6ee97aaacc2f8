"""An edition → its blocks with their lines: the fields that readers see, then the body, as block_tree takes it apart.

The blocks of one top-level element carry the number that its element has on the page (`data-block`); a test holds them
together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from bulletin.model.block import Block, BlockKind
from bulletin.model.bulletin import Edition
from bulletin.source.block_tree import Node, Tree, read_tree
from bulletin.source.inline import Defined, Inline, read_inline
from bulletin.source.raw_blocks import MARK, RawKind
from bulletin.source.rows import rows

_LINE_OF_ATTRIBUTES = re.compile(r"\n *\{:? *([^{}\n ][^{}\n]{0,500})\} *$")
_ATTRIBUTES_BEHIND = re.compile(r" +\{:? *([^{}\n ][^{}\n]{0,500})\} *$")
_LANG = re.compile(r"(?:^| )lang=[\"']?([A-Za-z-]{2,20})")
_ANCHOR = re.compile(r"(?:^| )(?:#|id=[\"']?)([^\s\"'#]+)")
_EDGES = re.compile(r"[ ]+(?=\n)|(?<=\n)[ ]+")
_IN_ONE_LINE = frozenset((BlockKind.HEADING, BlockKind.TERM))


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
    for each in edition.texts:
        if each.locale == edition.locale:
            yield replace(_field(BlockKind.FIELD, each.text, each.line), label=each.name, lang=each.language)


def _field(kind: BlockKind, text: str, line: int) -> Block:
    text = " ".join(text.split())
    return Block(kind, text, text, line)


def split_body(body: str, first_line: int = 1) -> list[Block]:
    """The blocks of a Markdown text whose first line is a 1-based line of its file."""
    tree = read_tree(body)
    reader = _Reader(tree, first_line)
    for node in tree.root.nodes:
        if not reader.is_nothing(node):
            reader.top += 1
            reader.read(node, "")
    reader.top = -1
    for footnote in tree.footnotes:
        reader.read_footnote(footnote)
    return reader.blocks


class _Reader:
    """Walks through a tree and collects its blocks."""

    def __init__(self, tree: Tree, first_line: int) -> None:
        self.tree = tree
        self.first_line = first_line
        self.defined = Defined(tree.references, frozenset(footnote.label for footnote in tree.footnotes))
        self.is_whole = tree.remainder.lines is None
        self.blocks: list[Block] = []
        self.top = -1
        self.readers: dict[str, Callable[[Node, str], None]] = {
            "p": self._paragraph,
            "ul": self._list,
            "ol": self._list,
            "li": self._stray_item,
            "table": self._table,
            "blockquote": self._quotation,
            "box": self._box,
            "title": self._title,
            "dl": self._definitions,
            "dt": self._described,
            "dd": self._described,
            "pre": self._code,
            "hr": self._rule,
        }
        """Tag → what reads it; of any other tag, a heading's."""

    def is_nothing(self, node: Node) -> bool:
        """Whether an element leaves no trace on the page: a comment."""
        if node.tag != "p" or "\x02" not in node.text:
            return False
        match = MARK.fullmatch(node.text.strip())
        return match is not None and self.tree.raw[int(match[1])].kind is RawKind.NOTHING

    def read(self, node: Node, container: str) -> None:
        """Add the blocks of one element."""
        self.readers.get(node.tag, self._heading)(node, container)

    def _paragraph(self, node: Node, container: str) -> None:
        if "\x02" in node.text:
            self._marked(node, container)
        else:
            self._text(BlockKind.PARAGRAPH, node.text, node.line, container)

    def _list(self, node: Node, container: str) -> None:
        for item in node.nodes:
            self._item(item, container, "1" if node.tag == "ol" else "-")

    def _stray_item(self, node: Node, container: str) -> None:
        self._item(node, container, "-")

    def _quotation(self, node: Node, container: str) -> None:
        self._read_all(node.nodes, f"{container}q")

    def _definitions(self, node: Node, container: str) -> None:
        for each in node.nodes:
            self._described(each, container)

    def _code(self, node: Node, container: str) -> None:
        self._add(BlockKind.CODE, node.text.strip("\n"), node.line, container)

    def _rule(self, node: Node, container: str) -> None:
        self._add(BlockKind.RULE, "", node.line, container)

    def _heading(self, node: Node, container: str) -> None:
        self._text(BlockKind.HEADING, node.text, node.line, container, level=int(node.tag[1]))

    def _title(self, node: Node, container: str) -> None:
        """Of a box, which has read it."""

    def _read_all(self, nodes: list[Node], container: str) -> None:
        for node in nodes:
            self.read(node, container)
            if node.tail.strip():
                self._text(BlockKind.PARAGRAPH, node.tail, node.tail_line, container)

    def _item(self, item: Node, container: str, label: str) -> None:
        """One item: its text or first paragraph, then what else is in it."""
        inner = f"{container}i"
        if item.tag != "li":
            self.read(item, inner)
            return
        rest = self._leading(BlockKind.ITEM, item, container, level=inner.count("i"), label=label)
        self._read_all(rest, inner)

    def _described(self, node: Node, container: str) -> None:
        if node.tag == "dt":
            self._text(BlockKind.TERM, node.text, node.line, container)
        elif node.tag == "dd":
            self._read_all(self._leading(BlockKind.DEFINITION, node, container), f"{container}d")
        else:
            self.read(node, f"{container}d")

    def read_footnote(self, node: Node) -> None:
        """Add the blocks of a footnote."""
        self._read_all(self._leading(BlockKind.FOOTNOTE, node, "", label=node.label), "f")

    def _leading(
        self, kind: BlockKind, node: Node, container: str, *, level: int | None = None, label: str = ""
    ) -> list[Node]:
        """Add the first text of an element as a block of its own kind; return the rest."""
        nodes = node.nodes
        if node.text:
            self._text(kind, node.text, node.line, container, level=level, label=label)
        elif nodes and nodes[0].tag == "p" and "\x02" not in nodes[0].text:
            self._text(kind, nodes[0].text, nodes[0].line, container, level=level, label=label)
            nodes = nodes[1:]
        return nodes

    def _marked(self, node: Node, container: str) -> None:
        """A paragraph of raw HTML or fenced code."""
        match = MARK.fullmatch(node.text.strip())
        if match is None:
            self._text(BlockKind.PARAGRAPH, MARK.sub(self._raw_text, node.text), node.line, container)
            return
        raw = self.tree.raw[int(match[1])]
        if raw.kind is not RawKind.NOTHING:
            kind = BlockKind.CODE if raw.kind is RawKind.CODE else BlockKind.HTML
            text = MARK.sub(self._raw_text, raw.text) if "\x02" in raw.text else raw.text
            self._block(kind, Inline(text.strip("\n"), ""), self.first_line + raw.line, container)

    def _raw_text(self, match: re.Match[str]) -> str:
        number = int(match[1])
        return self.tree.raw[number].text if number < len(self.tree.raw) else ""

    def _box(self, node: Node, container: str) -> None:
        title = next((each.text for each in node.nodes if each.tag == "title" and not each.label), "")
        inline = read_inline(title, self._line(node.line), self.defined)
        kind = node.label.split()[0]
        self._block(BlockKind.ADMONITION, inline, self._line(node.line), container, label=kind)
        self._read_all(node.nodes, f"{container}a")

    def _table(self, node: Node, container: str) -> None:
        for at, cells in rows(node.text):
            line = self._line(node.line + at)
            found = [read_inline(_attributed(cell, _ATTRIBUTES_BEHIND)[0], line, self.defined) for cell in cells]
            whole = Inline(" | ".join(cell.text for cell in found), " | ".join(cell.prose for cell in found))
            for cell in found:
                whole.links += cell.links
                whole.figures += cell.figures
                whole.notes += cell.notes
            self._block(BlockKind.ROW, whole, line, container, cells=tuple(cell.prose for cell in found))

    def _text(  # noqa: PLR0913 - what a text has
        self, kind: BlockKind, raw: str, line: int, container: str, *, level: int | None = None, label: str = ""
    ) -> None:
        """Add a text as a block; its attributes stand on a line of their own, or behind a heading."""
        attributes = ""
        if raw[:1] in (" ", "\n") or raw[-1:] in (" ", "\n"):
            line += len(raw) - len(raw.lstrip("\n"))
            raw = raw.strip()
        if raw.endswith("}"):
            pattern = _ATTRIBUTES_BEHIND if kind in _IN_ONE_LINE else _LINE_OF_ATTRIBUTES
            raw, attributes = _attributed(raw, pattern)
        if "\n" in raw:
            raw = _EDGES.sub("", raw)
        number = self._line(line)
        inline = read_inline(raw, number, self.defined)
        lang = match[1] if attributes and (match := _LANG.search(attributes)) else ""
        if kind is BlockKind.PARAGRAPH and inline.figures and not inline.text.strip():
            kind = BlockKind.PICTURE
        if kind is BlockKind.HEADING:
            label = match[1] if attributes and (match := _ANCHOR.search(attributes)) else ""
            inline.text, inline.prose = inline.text.strip(), inline.prose.strip()
        depth = container.count("i") if level is None else level
        self._block(kind, inline, number, container, level=depth, label=label, lang=lang)

    def _line(self, line: int) -> int:
        """The 1-based line of the file of a line of the tree."""
        return self.first_line + (line if self.is_whole else self.tree.remainder.origin(line))

    def _add(self, kind: BlockKind, text: str, line: int, container: str) -> None:
        self._block(kind, Inline(text, ""), self._line(line), container)

    def _block(  # noqa: PLR0913 - the fields of a block
        self,
        kind: BlockKind,
        inline: Inline,
        line: int,
        container: str,
        *,
        level: int = 0,
        label: str = "",
        lang: str = "",
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
                inline.links,
                inline.figures,
                inline.notes,
                label,
                lang,
                self.top,
            )
        )


def _attributed(raw: str, pattern: re.Pattern[str]) -> tuple[str, str]:
    """A text without the attributes at its end, and these."""
    if not raw.endswith("}"):
        return raw, ""
    match = pattern.search(raw, max(len(raw) - 600, 0))
    return (raw[: match.start()], match[1]) if match else (raw, "")
