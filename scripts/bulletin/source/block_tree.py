"""A Markdown text → the tree of its blocks, with lines, as the renderer builds it.

Python-Markdown's block parser again (3.11: blockparser.py, blockprocessors.py; admonition, abbr, def_list, footnotes,
sane_lists, tables), since checks know nothing of the renderer: its order of tests, its regular expressions, its states.
It keeps the line of every text, and has a bound for depth, for lines and for every search.
tests/source/test_blocks_renderer.py holds it to the original, element by element.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bulletin.source.raw_blocks import Raw, Remainder, take_out
from bulletin.source.rows import is_table

MAX_DEPTH = 100
"""Calls of the parser in one another; what lies deeper is text. The renderer refuses 40 steps of indentation."""
MAX_LEVEL = 50
"""Lists in lists."""
MAX_LINES = 1000
"""Lines without an empty one between them; here the next line begins another text. The renderer refuses 3,000."""
_TAB = "    "
_BOX = re.compile(r'(?:^|\n)!!! ?([\w\-]+(?: +[\w\-]+)*)(?: +"(.*?)")? *(?:\n|$)')
_SETEXT = re.compile(r"(?:=+|-+) *(?:\n|$)")
_RULE = re.compile(r"^ {0,3}(?>(?:-+ {0,2}){3,1000}|(?:_+ {0,2}){3,1000}|(?:\*+ {0,2}){3,1000}) *$", re.MULTILINE)
_TWICE = {mark: re.compile(rf"{re.escape(mark)} {{0,2}}{re.escape(mark)}") for mark in "-*_"}
_NUMBERED = re.compile(r" {0,3}\d+\. +(.*)")
_BULLET = re.compile(r" {0,3}[*+-] +(.*)")
_NESTED = re.compile(r" {4,7}(?:\d+\.|[*+-]) +.*")
_DEFINITION = re.compile(r"^ {0,3}: {1,3}(.*)(?:\n|\Z)", re.MULTILINE)
_NO_INDENT = re.compile(r" {0,3}[^ :]")
_QUOTE = re.compile(r"(?:^|\n) {0,3}>")
_QUOTED = re.compile(r" {0,3}> ?(.*)")
_FOOTNOTE = re.compile(r"^ {0,3}\[\^([^\]]{0,200})\]: *(.*)$", re.MULTILINE)
_ABBREVIATION = re.compile(r"^\*\[([^\\]{0,200}?)\] ?: *\n? *(.*)$", re.MULTILINE)
_SHORT_ABBREVIATION = re.compile(r"\*\[[^\\\n\]]{0,200}?\S\]:[^\n]*\S[^\n]*$(?=\n\*\[)", re.MULTILINE)
_REFERENCE = re.compile(
    r"^ {0,3}\[([^\[\]]*)\]: *(?:\n *)?([^\s]{1,1000}) *(?:\n *)?(?:([\"'])(.{0,500})\3 *|\((.{0,500})\) *)?$",
    re.MULTILINE,
)
_INDENT = re.compile(r"(?:    )+")
_LISTS = frozenset(("ul", "ol"))
_ITEMS = frozenset(("li",))
_ALL_LISTS = frozenset(("dl", "ul", "ol"))
_ALL_ITEMS = frozenset(("dd", "li"))
_PLAIN_MARKS = re.compile(r"[^\W\d_]|[“\"(‘'…]")
"""First characters with which nothing but a paragraph begins, if it is of one line."""

Chunk = tuple[str, int]
"""A text, and the 0-based line on which it begins."""


class Node:
    """An element of the tree, by the name that it has in HTML."""

    __slots__ = ("label", "line", "nodes", "tag", "tail", "tail_line", "text")

    def __init__(self, tag: str, text: str = "", line: int = 0, label: str = "") -> None:
        """Make a leaf; `line` is the 0-based line of its text."""
        self.tag = tag
        self.text = text
        self.line = line
        self.label = label
        """Of a box, its kinds; of a footnote, its mark; of a title that nobody wrote, "default"."""
        self.nodes = _NO_NODES
        self.tail = ""
        """Text that follows it in an item."""
        self.tail_line = 0

    def add(self, tag: str, text: str = "", line: int = 0, label: str = "") -> Node:
        """Append a child."""
        node = Node(tag, text, line, label)
        if self.nodes:
            self.nodes.append(node)
        else:
            self.nodes = [node]
        return node

    @property
    def last(self) -> Node | None:
        """The last child."""
        return self.nodes[-1] if self.nodes else None


_NO_NODES: list[Node] = []
"""Of a leaf, as most nodes are; never added to."""


@dataclass(slots=True)
class Tree:
    """What a text holds."""

    root: Node
    footnotes: list[Node] = field(default_factory=list)
    """In the order in which they were first defined."""
    references: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Label in lower case → address and title, for reference links."""
    remainder: Remainder = field(default_factory=lambda: Remainder("", None, []))
    """What was read, which knows the lines of the body."""

    @property
    def raw(self) -> list[Raw]:
        """Fenced code and raw HTML, by the number of their marks."""
        return self.remainder.raw


def read_tree(body: str) -> Tree:
    """Take a whole Markdown text apart."""
    parser = _Parser()
    tree = parser.tree
    tree.remainder = take_out(body)
    if body.strip():
        parser.parse(tree.root, _chunks(tree.remainder.text, 0))
    labels = list(parser.footnotes)
    for label in labels:
        chunks = parser.footnotes[label]
        footnote = Node("footnote", line=chunks[0][1], label=label)
        tree.footnotes.append(footnote)
        parser.parse(footnote, [each for chunk in reversed(chunks) for each in _chunks(*chunk)])
        labels += list(parser.footnotes)[len(labels) :]  # one within another, which the renderer refuses
    return tree


def _chunks(text: str, line: int) -> list[Chunk]:
    """The parts between empty lines, the first one last: parse takes them from the end."""
    if "\n\n" not in text and text.count("\n") <= MAX_LINES:
        return [(text, line)]
    found: list[Chunk] = []
    for part in text.split("\n\n"):
        breaks = part.count("\n")
        if breaks > MAX_LINES:
            found += _cut(part, line)
        else:
            found.append((part, line))
        line += breaks + 2
    found.reverse()
    return found


def _cut(text: str, line: int) -> Iterator[Chunk]:
    lines = text.split("\n")
    for at in range(0, len(lines), MAX_LINES):
        yield "\n".join(lines[at : at + MAX_LINES]), line + at


class _Parser:
    """Builds one tree; `parse` tries on each chunk what the renderer would, in its order."""

    def __init__(self) -> None:
        self.tree = Tree(Node("div"))
        self.footnotes: dict[str, list[Chunk]] = {}
        self.states: list[str] = []
        self.depth = 0

    def parse(self, parent: Node, chunks: list[Chunk]) -> None:
        """Attach chunks, of which the first one is last in the list, to a node."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            for text, line in reversed(chunks):
                if text.strip():
                    self._paragraph(parent, text, line)
            chunks = []
        state = self.states[-1] if self.states else ""
        while chunks:
            text, line = chunks.pop()
            if "\n" not in text and _PLAIN_MARKS.match(text) and state != "list":
                parent.add("p", text, line)
            elif not text or text[0] == "\n":
                self._empty(parent, text, line, chunks)
            elif "!!!" in text and (match := _BOX.search(text)):
                self._box(parent, text, line, chunks, match)
            elif text.startswith(_TAB):
                self._indented(parent, text, line, chunks)
            elif "\n" in text and "|" in text and is_table(text):
                parent.add("table", text, line)
            else:
                self._flow(parent, text, line, chunks)
        self.depth -= 1

    def _within(self, state: str, parent: Node, chunks: list[Chunk]) -> None:
        self.states.append(state)
        self.parse(parent, chunks)
        self.states.pop()

    def _flow(self, parent: Node, text: str, line: int, chunks: list[Chunk]) -> None:
        """Read a chunk that is not indented and no table."""
        if "#" in text and self._heading(parent, text, line, chunks):
            return
        if (end := text.find("\n")) >= 0 and text[end + 1 : end + 2] in ("=", "-"):
            match = _SETEXT.match(text, end + 1)
            if match is not None:
                parent.add(f"h{1 if text[end + 1] == '=' else 2}", text[:end].strip(), line)
                if match.end() < len(text) or text[match.end() - 1] == "\n":
                    chunks.append((text[match.end() :], line + 2))
                return
        match = _RULE.search(text) if end < 0 or _may_hold_rule(text) else None
        if match is not None:
            self._rule(parent, text, line, chunks, match)
        elif _NUMBERED.match(text):
            self._list(parent, text, line, "ol")
        elif _BULLET.match(text):
            self._list(parent, text, line, "ul")
        elif not (
            (":" in text and self._definition(parent, text, line, chunks))
            or (">" in text and self._quotation(parent, text, line))
            or ("]" in text and "[" in text and self._aside(text, line, chunks))
        ):
            self._paragraph(parent, text, line)

    # In the order of the renderer

    def _empty(self, parent: Node, text: str, line: int, chunks: list[Chunk]) -> None:
        last = parent.last
        if last is not None and last.tag == "pre":
            last.text += "\n" if text else "\n\n"
        if len(text) > 1:
            chunks.append((text[1:], line + 1))

    def _box(self, parent: Node, text: str, line: int, chunks: list[Chunk], match: re.Match[str]) -> None:
        if match.start():
            self.parse(parent, [(text[: match.start()], line)])
        place = line + text.count("\n", 0, match.start(1))
        box = parent.add("box", "", place, match[1].lower())
        if match[2] != "":
            default = box.label.split(" ", 1)[0].capitalize()
            box.add("title", match[2] or default, place, "" if match[2] else "default")
        first = line + text.count("\n", 0, match.end())
        own, rest, taken = _detab(text[match.end() :])
        self.parse(box, _chunks(own, first))
        if rest:
            chunks.append((rest, first + taken))

    def _indented(self, parent: Node, text: str, line: int, chunks: list[Chunk]) -> None:
        last = parent.last
        if last is not None and last.tag == "box":
            self._in_box(last, text, line, chunks)
        elif self._state() != "detabbed" and (parent.tag in _ITEMS or (last is not None and last.tag in _LISTS)):
            self._in_list(parent, text, line, _LISTS, _ITEMS)
        elif self._state() != "detabbed" and (
            parent.tag in _ALL_ITEMS or (last is not None and last.tag in _ALL_LISTS)
        ):
            self._in_list(parent, text, line, _ALL_LISTS, _ALL_ITEMS)
        else:
            own, rest, taken = _detab(text)
            if last is not None and last.tag == "pre":
                last.text = f"{last.text}\n{own.rstrip()}\n"
            else:
                parent.add("pre", own.rstrip() + "\n", line)
            if rest:
                chunks.append((rest, line + taken))

    def _in_box(self, box: Node, text: str, line: int, chunks: list[Chunk]) -> None:
        """Go on with a box, or with the last item of a list that ends it."""
        place = box
        indent = 4
        while (last := place.last) is not None and last.tag in _ALL_LISTS and text.startswith(" " * (indent + 4)):
            if last.last is None:
                break
            place = last.last
            indent += 4
        if place.tag in _ALL_ITEMS and place.text:
            place.add("p", place.text, place.line)
            place.text = ""
        own, rest, taken = _detab(text, indent)
        self.parse(place, _chunks(own, line))
        if rest:
            chunks.append((rest, line + taken))

    def _in_list(self, parent: Node, text: str, line: int, lists: frozenset[str], items: frozenset[str]) -> None:
        """Read what is indented below an item."""
        level, place = self._level(parent, text, lists, items)
        text = _loosely_detabbed(text, level)
        if parent.tag in items:
            last = parent.last
            place = last if last is not None and last.tag in lists else parent
        elif place.tag not in items:
            last = place.last
            if last is not None and last.tag in items:
                if last.text:
                    _wrap(last)
                self._within("detabbed", last, _chunks(text, line))
                return
            place = place.add("dd" if lists is _ALL_LISTS else "li")
        self._within("detabbed", place, [(text, line)])

    def _level(self, parent: Node, text: str, lists: frozenset[str], items: frozenset[str]) -> tuple[int, Node]:
        """How deep in lists an indented text lies, and the node there."""
        match = _INDENT.match(text)
        steps = len(match[0]) // 4 if match else 0
        level = 1 if self._state() == "list" else 0
        while MAX_LEVEL > steps > level:
            last = parent.last
            if last is None or (last.tag not in lists and last.tag not in items):
                break
            if last.tag in lists:
                level += 1
            parent = last
        return level, parent

    def _heading(self, parent: Node, text: str, line: int, chunks: list[Chunk]) -> bool:
        found = _find_heading(text)
        if found is None:
            return False
        start, end, level, title = found
        place = line + text.count("\n", 0, start)
        if start > 1:
            self.parse(parent, [(text[: start - 1], line)])
        parent.add(f"h{level}", title, place)
        after = text[end + 1 :]
        if after:
            chunks.append((_loosely_detabbed(after, 1) if self._state() == "looselist" else after, place + 1))
        return True

    def _rule(self, parent: Node, text: str, line: int, chunks: list[Chunk], match: re.Match[str]) -> None:
        before = text[: match.start()].rstrip("\n")
        if before:
            self.parse(parent, [(before, line)])
        parent.add("hr", "", line + text.count("\n", 0, match.start()))
        after = text[match.end() :].lstrip("\n")
        if after:
            chunks.append((after, line + text.count("\n", 0, len(text) - len(after))))

    def _list(self, parent: Node, text: str, line: int, tag: str) -> None:
        items = _items(text, line, _NUMBERED if tag == "ol" else _BULLET)
        found = parent.last
        if found is not None and found.tag == tag:
            if found.nodes:
                last = found.nodes[-1]
                if last.text:
                    _wrap(last)
                if last.nodes and (tail := last.nodes[-1]).tail:
                    own = tail.tail.lstrip()
                    last.add("p", own, tail.tail_line + tail.tail.count("\n", 0, len(tail.tail) - len(own)))
                    tail.tail = ""
            self._within("looselist", found.add("li"), [items.pop(0)])
        elif parent.tag in _LISTS:
            found = parent
        else:
            found = parent.add(tag, "", line)
        self.states.append("list")
        for item in items:
            place = found.nodes[-1] if item[0].startswith(_TAB) and found.nodes else found.add("li")
            self.parse(place, [item])
        self.states.pop()

    def _definition(self, parent: Node, text: str, line: int, chunks: list[Chunk]) -> bool:
        match = _DEFINITION.search(text)
        if match is None:
            return False
        before = text[: match.start()]
        terms = [(own.strip(), line + at) for at, own in enumerate(before.split("\n")) if own.strip()]
        place = line + before.count("\n")
        after = text[match.end() :]
        own, rest, taken = (after, "", 0) if _NO_INDENT.match(after) else _detab(after)
        last = parent.last
        if not terms and last is None:
            return False
        state = "list"
        if not terms and last is not None and last.tag in ("p", "title"):
            state = "looselist"
            terms = [(each, last.line + at) for at, each in enumerate(last.text.split("\n"))]
            parent.nodes.pop()
            last = parent.last
        if last is not None and last.tag == "dl":
            if not terms and last.nodes and last.nodes[-1].tag == "dd" and last.nodes[-1].nodes:
                state = "looselist"
        else:
            last = parent.add("dl", "", place)
        for term, at in terms:
            last.add("dt", term, at)
        self._within(state, last.add("dd", "", place), [(f"{match[1]}\n{own}" if own else match[1], place)])
        if rest:
            chunks.append((rest, place + 1 + taken))
        return True

    def _quotation(self, parent: Node, text: str, line: int) -> bool:
        match = _QUOTE.search(text)
        if match is None:
            return False
        start = match.start()
        self.parse(parent, [(text[:start], line)])
        own = "\n".join(_unquoted(each) for each in text[start:].split("\n"))
        last = parent.last
        quote = last if last is not None and last.tag == "blockquote" else parent.add("blockquote", "", line)
        self._within("blockquote", quote, _chunks(own, line + text.count("\n", 0, start)))
        return True

    def _aside(self, text: str, line: int, chunks: list[Chunk]) -> bool:
        """Take a footnote, an abbreviation or the target of links out of a chunk."""
        if "]:" not in text and "] :" not in text:
            return False
        if "[^" in text and (match := _FOOTNOTE.search(text)):
            self._footnote(text, line, chunks, match)
            return True
        if "*[" in text:
            match = _ABBREVIATION.search(text)
            if match is not None and match[1].strip() and match[2].strip():
                start, end = match.span()
                # Those that follow are taken in one pass, which else would copy the rest for each.
                while text.startswith("\n*[", end) and (following := _SHORT_ABBREVIATION.match(text, end + 1)):
                    end = following.end()
                _put_back(text, line, chunks, start, end)
                return True
        match = _REFERENCE.search(text)
        if match is None:
            return False
        start = end = match.start()
        for each in _REFERENCE.finditer(text, start):
            if each.start() > start and (text[end : each.start()].strip("\n") or "\n" in each[0]):
                break
            title = each[4] or each[5] or ""
            self.tree.references[each[1].strip().lower()] = (each[2].lstrip("<").rstrip(">"), title)
            end = each.end()
        _put_back(text, line, chunks, start, end)
        return True

    def _footnote(self, text: str, line: int, chunks: list[Chunk], match: re.Match[str]) -> None:
        before = text[: match.start()]
        for each in _FOOTNOTE.finditer(text, match.end()):
            if text[match.end() : each.start()].strip("\n"):
                break
            self.footnotes[match[1]] = [(match[2].rstrip(), line + text.count("\n", 0, match.start(2)))]
            match = each
        place = line + text.count("\n", 0, match.start(2))
        after = text[match.end() :]
        rest = after.lstrip("\n")
        breaks = len(after) - len(rest)
        following = _FOOTNOTE.search(rest)
        own = rest[: following.start()].rstrip("\n") if following else rest
        joined = f"{match[2]}\n{_loosely_detabbed(own, 1)}"
        first = joined.lstrip("\n")
        found = [(first if following else first.rstrip("\n"), place + len(joined) - len(first))]
        if following:
            chunks.append((rest[following.start() :], place + breaks + rest.count("\n", 0, following.start())))
        else:
            found += _indented_chunks(chunks)
        found[-1] = (found[-1][0].rstrip(), found[-1][1])
        self.footnotes[match[1]] = found
        if before.strip():
            chunks.append((before.rstrip("\n"), line))

    def _paragraph(self, parent: Node, text: str, line: int) -> None:
        if not text.strip():
            return
        if self._state() != "list":
            own = text.lstrip()
            parent.add("p", own, line + text.count("\n", 0, len(text) - len(own)))
        elif (last := parent.last) is not None:
            if not last.tail:
                last.tail_line = line - 1
            last.tail += _following(text, line - last.tail_line - last.tail.count("\n"))
        elif parent.text:
            parent.text += _following(text, line - parent.line - parent.text.count("\n"))
        else:
            parent.text = text.lstrip()
            parent.line = line + text.count("\n", 0, len(text) - len(parent.text))

    def _state(self) -> str:
        return self.states[-1] if self.states else ""


def _may_hold_rule(text: str) -> bool:
    return any(mark in text and _TWICE[mark].search(text) for mark in "-*_")


def _wrap(item: Node) -> None:
    """Make the text of an item a paragraph, as in a list with empty lines between its items."""
    item.nodes = [Node("p", item.text, item.line), *item.nodes]
    item.text = ""


def _following(text: str, lines: int) -> str:
    """A text that goes on with another so many lines below its end: what stood between them was taken out."""
    return "\n" * max(lines, 1) + text


def _put_back(text: str, line: int, chunks: list[Chunk], start: int, end: int) -> None:
    """Leave what stands around a part that was taken for later."""
    if text[end:].strip():
        after = text[end:].lstrip("\n")
        chunks.append((after, line + text.count("\n", 0, len(text) - len(after))))
    if text[:start].strip():
        chunks.append((text[:start].rstrip("\n"), line))


def _detab(text: str, length: int = 4) -> tuple[str, str, int]:
    """The lines that are indented, without their indentation; what follows them; and how many lines they are."""
    indent = " " * length
    own = []
    at = 0
    while at <= len(text):
        end = text.find("\n", at)
        if end < 0:
            end = len(text)
        if text.startswith(indent, at):
            own.append(text[at + length : end])
        elif not text[at:end].strip():
            own.append("")
        else:
            break
        at = end + 1
    return "\n".join(own), text[at:], len(own)


def _loosely_detabbed(text: str, level: int) -> str:
    """Every line without its indentation; the lines that are less indented as they are."""
    indent = _TAB * level
    if not indent:
        return text
    return "\n".join(line.removeprefix(indent) for line in text.split("\n"))


def _find_heading(text: str) -> tuple[int, int, int, str] | None:
    """Start, end, level and title of the first heading with `#`; one that ends with a single backslash is none."""
    start = 0 if text[0] == "#" else text.find("\n#") + 1
    while start or text[0] == "#":
        end = text.find("\n", start)
        if end < 0:
            end = len(text)
        line = text[start:end]
        words = line.lstrip("#")
        level = min(len(line) - len(words), 6)
        bare = line[level:]
        if (len(bare) - len(bare.rstrip("\\"))) % 2 == 0:
            title = bare.rstrip("#")
            if len(title) < len(bare) and (len(title) - len(title.rstrip("\\"))) % 2:
                title += "#"
            return start, end, level, title.strip()
        start = text.find("\n#", end) + 1
        if not start:
            return None
    return None


def _items(text: str, line: int, pattern: re.Pattern[str]) -> list[Chunk]:
    """The items of a list without empty lines; one that is indented belongs to the one before it."""
    found: list[tuple[list[str], int]] = []
    for at, own in enumerate(text.split("\n"), line):
        if match := pattern.match(own):
            found.append(([match[1]], at))
        elif _NESTED.match(own) and not found[-1][0][0].startswith(_TAB):
            found.append(([own], at))
        else:
            found[-1][0].append(own)
    return [("\n".join(lines), at) for lines, at in found]


def _unquoted(line: str) -> str:
    if line.strip() == ">":
        return ""
    match = _QUOTED.match(line)
    return match[1] if match else line


def _indented_chunks(chunks: list[Chunk]) -> Iterator[Chunk]:
    """Take the chunks that go on with a footnote, without their indentation."""
    while chunks and chunks[-1][0].startswith(_TAB):
        text, line = chunks.pop()
        match = _FOOTNOTE.search(text)
        if match is None:
            yield _loosely_detabbed(text, 1), line
            continue
        before = text[: match.start()].rstrip("\n")
        yield _loosely_detabbed(before, 1), line
        chunks.append((text[match.start() :], line + text.count("\n", 0, match.start())))
        return
