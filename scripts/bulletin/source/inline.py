"""The inline Markdown of a block → what a reader reads, and its links and pictures. Lines stay countable.

Takes the markup off in the order in which Python-Markdown 3.11 does: code, backslashes, footnotes, links and pictures,
addresses, HTML, entities, emphasis. Every search has a bound, so that no text keeps it busy.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from bulletin.model.block import Figure, Target

_SPECIAL = re.compile(r"[\\`*_\[<&~^\x02]")
"""Without one of these a text is already what a reader reads."""
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()<>#+\-.!|~^])")
_RUN = re.compile(r"`+")
_ATTRIBUTES = r"(?:\{:?[ ]*[^{}\n ][^{}\n]{0,500}+\})?"
"""Attributes behind an element within a text, which are the element's."""
_TARGET = re.compile(
    r"\(\s*(?:<([^<>]{0,2000}+)>|((?:[^()\"<>\n]|\([^()\n]{0,400}+\)){0,2000}?))"
    rf"(?:\s+(?:\"([^\"]{{0,2000}}+)\"|'([^']{{0,2000}}+)'))?\s*\){_ATTRIBUTES}"
)
_LABEL = re.compile(rf"\s?\[([^\[\]]{{0,200}}+)\]{_ATTRIBUTES}")
_BEHIND = re.compile(_ATTRIBUTES)
_NOTE = re.compile(r"(?<!!)\[\^([^\]]{0,200}+)\]")
_AUTO = re.compile(
    rf"<([a-z][a-z0-9+.-]{{0,40}}+://[^<>]{{0,2000}}+)>{_ATTRIBUTES}"
    rf"|<(?:mailto:)?([^<>\s@!]{{1,100}}@[^<>\s@]{{1,200}}+)>{_ATTRIBUTES}",
    re.IGNORECASE,
)
_RAISED = re.compile(r"<sup>([0-9]{1,20})</sup>|(?<!\^)\^([0-9]{1,20})\^(?!\^)")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z](?:[^<>\"']|\"[^\"]{0,500}+\"|'[^']{0,500}+'){0,500}+>")
_COMMENT_END = re.compile(r"-->")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[0-9a-z]{1,31});", re.IGNORECASE)
_BOLD = re.compile(rf"\*\*(?=[^\s*])([^*]{{1,4000}}+)(?<=[^\s*])\*\*{_ATTRIBUTES}")
_BOLD_UNDERSCORES = re.compile(rf"(?<![\w\\])__(?=[^\s_])([^_]{{1,4000}}+)(?<=[^\s_])__(?!\w){_ATTRIBUTES}")
_ITALIC = re.compile(rf"\*(?=[^\s*])([^*]{{1,4000}}+)(?<=[^\s*])\*{_ATTRIBUTES}")
_ITALIC_UNDERSCORES = re.compile(rf"(?<!\w)_(?=[^\s_])([^_]{{1,4000}}+)(?<=[^\s_])_(?!\w){_ATTRIBUTES}")
_STRUCK = re.compile(r"(\^\^|~~)(?=\S)([^~^]{1,4000}+)(?<=\S)\1")
_DOTTED = re.compile(r"\.[a-zA-Z]")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"”“]{1,2000}(?<![.,;:!?)])|[\w.+-]{1,80}@[\w-]{1,80}(?:\.[\w-]{1,80}){1,4}"
    r"|(?<![\w.@/-])(?:[a-z0-9-]{1,40}\.){1,4}(?:com|vn|org|net|gov|edu|info|asia|int|la|th)"
    r"(?:/[^\s<>\"”“]{0,500}(?<![.,;:!?)])|(?!\w))",
    re.IGNORECASE,
)
HOLE = "\ufffc"
"""Stands in prose for what is no language: U+FFFC OBJECT REPLACEMENT CHARACTER."""
_KEPT = re.compile("\x02([0-9]{1,7})\x03")
_MAX_BACKSLASHES = 100
_MAX_LABEL = 1000
_MAX_NESTING = 4
"""Emphasis in emphasis, pictures in links: more is not looked for."""


@dataclass(slots=True)
class Inline:
    """What a text holds."""

    text: str
    prose: str
    links: tuple[Target, ...] = ()
    figures: tuple[Figure, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Defined:
    """What a body defines for all its texts."""

    references: Mapping[str, tuple[str, str]]
    """Label in lower case → address and title."""
    footnotes: Collection[str]


NOTHING_DEFINED = Defined({}, ())


def read_inline(raw: str, line: int, defined: Defined = NOTHING_DEFINED) -> Inline:
    """Read one text that begins on a 1-based line of its file."""
    if _SPECIAL.search(raw) is None:
        return Inline(raw, _without_addresses(raw))
    return _Reader(line, defined).read(raw)


def _without_addresses(text: str) -> str:
    if _DOTTED.search(text) is None and "//" not in text:
        return text
    return _ADDRESS.sub(HOLE, text)


class _Reader:
    """Takes the markup off a text, step by step."""

    def __init__(self, line: int, defined: Defined) -> None:
        self.line = line
        self.defined = defined
        self.kept: list[tuple[str, str]] = []
        """What later steps must not read: as text, and as prose."""
        self.figures: list[Figure] = []
        self.notes: list[str] = []
        self.targets: dict[int, Target] = {}
        """Number of what is kept in a link's place → the link."""
        self.counted = (0, 0)
        """An offset, and how many line feeds stand before it."""

    def read(self, text: str) -> Inline:
        if "\x02" in text:
            text = text.replace("\x02", "")
        if "`" in text:
            text = "".join(self._without_code(text))
        if "\\" in text:
            text = _ESCAPE.sub(self._take_escape, text)
        if "[" in text:
            if "[^" in text and self.defined.footnotes:
                text = _NOTE.sub(self._take_note, text)
            if "]" in text:
                text = self._without_brackets(text, 0, 0)
        if "<" in text:
            text = self._without_html(text)
        elif "^" in text:
            text = _RAISED.sub(_raise, text)
        if "&" in text:
            text = _ENTITY.sub(self._take_entity, text)
        text = _without_emphasis(text)
        prose = _without_addresses(_KEPT.sub(lambda match: self._keeping(match)[1], text))
        places = (int(match[1]) for match in _KEPT.finditer(text)) if self.targets else ()
        links = tuple(self.targets[place] for place in places if place in self.targets)
        return Inline(self._shown(text), prose, links, tuple(self.figures), tuple(self.notes))

    # What is kept from later steps

    def _keep(self, text: str, prose: str) -> str:
        self.kept.append((text, prose))
        return f"\x02{len(self.kept) - 1}\x03"

    def _keep_link(self, text: str, prose: str, link: Target) -> str:
        self.targets[len(self.kept)] = link
        return self._keep(text, prose)

    def _keeping(self, match: re.Match[str]) -> tuple[str, str]:
        number = int(match[1])
        return self.kept[number] if number < len(self.kept) else ("", "")

    def _shown(self, text: str) -> str:
        return _KEPT.sub(lambda match: self._keeping(match)[0], text) if self.kept else text

    def _take_escape(self, match: re.Match[str]) -> str:
        return self._keep(match[1], match[1])

    def _take_entity(self, match: re.Match[str]) -> str:
        character = unescape(match[0]).replace("\n", " ")
        return self._keep(character, character) if character != match[0] else character

    def _without_code(self, text: str) -> Iterator[str]:
        """Keep every code; a run of backticks goes with the next one of its length."""
        runs = [match.span() for match in _RUN.finditer(text)]
        places: dict[int, deque[int]] = defaultdict(deque)
        for number, (start, end) in enumerate(runs):
            places[end - start].append(number)
        at = number = 0
        while number < len(runs):
            start, end = runs[number]
            before = text[max(start - _MAX_BACKSLASHES, at) : start]
            start += (len(before) - len(before.rstrip("\\"))) % 2
            partners = places[end - start]
            while partners and partners[0] <= number:
                partners.popleft()
            number += 1
            if start < end and partners:
                number = partners[0] + 1
                close, after = runs[partners[0]]
                code = text[end:close]
                yield text[at:start]
                yield self._keep(code.replace("\n", " ").strip(), HOLE) + "\n" * code.count("\n")
                at = after + len(_attributes(text, after))
        yield text[at:]

    # Links and pictures

    def _take_note(self, match: re.Match[str]) -> str:
        if match[1] not in self.defined.footnotes:
            return self._keep(match[0], match[0].replace("\n", " ")) + "\n" * match[0].count("\n")
        self.notes.append(match[1])
        return "\n" * match[0].count("\n")

    def _may_lead(self, text: str, start: int, end: int) -> bool:
        """Whether brackets may be a link's, which is not looked for in every pair of many."""
        return text.startswith("(", end + 1) or (bool(self.defined.references) and end - start <= _MAX_LABEL)

    def _without_brackets(self, text: str, begin: int, depth: int) -> str:
        """Take links and pictures out of a text that begins so many lines below the whole; leave what links say."""
        out = []
        at = 0
        number = self.line + begin
        for start, end in _bracketed(text):
            if start < at or not self._may_lead(text, start, end):
                continue
            is_image = start > 0 and text[start - 1] == "!"
            inner = text[start + 1 : end]
            target = self._target(text, inner, end + 1)
            if target is None:
                continue
            href, title, after = target
            out.append(text[at : start - is_image])
            number += text.count("\n", at, start)
            breaks = text.count("\n", start, after)
            following = number + breaks
            if is_image:
                self.figures.append(Figure(href, self._plain(inner), self._plain(title), number))
            else:
                if "[" in inner and depth < _MAX_NESTING:
                    inner = self._without_brackets(inner, number - self.line, depth + 1)
                out += (self._keep_link("", "", Target(self._plain(inner), href, number)), inner)
                breaks -= inner.count("\n")
            out.append("\n" * breaks)
            at = after
            number = following
        out.append(text[at:])
        return "".join(out)

    def _target(self, text: str, inner: str, at: int) -> tuple[str, str, int] | None:
        """Address, title and end of the link whose text ends before an offset; None where it is none."""
        if text.startswith("(", at) and (match := _TARGET.match(text, at)):
            href = match[1] if match[1] is not None else match[2] or ""
            return self._shown(href.strip()), match[3] or match[4] or "", match.end()
        if not self.defined.references:
            return None
        match = _LABEL.match(text, at)
        if match is not None:
            found = self.defined.references.get(_label(match[1] or inner))
            if found is not None:
                return self._shown(found[0]), found[1], match.end()
        found = self.defined.references.get(_label(inner))
        return (self._shown(found[0]), found[1], at + len(_attributes(text, at))) if found else None

    def _without_html(self, text: str) -> str:
        if "@" in text or "://" in text:
            text = _AUTO.sub(self._take_auto, text)
        if "<!--" in text:
            text = _without_comments(text)
        text = _RAISED.sub(_raise, text)
        text = _BREAK.sub(" ", text)
        return _TAG.sub(lambda match: "\n" * match[0].count("\n"), text)

    def _take_auto(self, match: re.Match[str]) -> str:
        shown = match[1] or match[2]
        href = match[1] or f"mailto:{match[2]}"
        offset, breaks = self.counted
        breaks += match.string.count("\n", offset, match.start())
        self.counted = match.start(), breaks
        return self._keep_link(shown, HOLE, Target(shown, href, self.line + breaks))

    def _plain(self, text: str) -> str:
        """A short text that stands for itself: of a link, a picture or its title."""
        text = _TAG.sub("", text) if "<" in text else text
        text = _without_emphasis(text)
        if "&" in text:
            text = _ENTITY.sub(lambda match: unescape(match[0]), text)
        return " ".join(self._shown(text).split())


def _attributes(text: str, at: int) -> str:
    match = _BEHIND.match(text, at) if text.startswith("{", at) else None
    return match[0] if match else ""


def _label(text: str) -> str:
    return " ".join(text.lower().split())


def _raise(match: re.Match[str]) -> str:
    return (match[1] or match[2]).translate(_SUPERSCRIPT)


def _bracketed(text: str) -> list[tuple[int, int]]:
    """Where brackets that belong together open and close, by their beginning."""
    waiting: list[int] = []
    found = []
    for match in re.finditer(r"[\[\]]", text):
        if match[0] == "[":
            waiting.append(match.start())
        elif waiting:
            found.append((waiting.pop(), match.start()))
    found.sort()
    return found


def _without_comments(text: str) -> str:
    out: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        end = _COMMENT_END.search(text, start + 4)
        if end is None:
            break
        out += (text[at:start], "\n" * text.count("\n", start, end.end()))
        at = end.end()
    return "".join((*out, text[at:]))


def _without_emphasis(text: str) -> str:
    if "^" in text or "~" in text:
        text = _STRUCK.sub(r"\2", text)
    for _ in range(_MAX_NESTING):
        before = text
        if "*" in text:
            text = _ITALIC.sub(r"\1", _BOLD.sub(r"\1", text))
        if "_" in text:
            text = _ITALIC_UNDERSCORES.sub(r"\1", _BOLD_UNDERSCORES.sub(r"\1", text))
        if text == before:
            break
    return text
