"""The inline Markdown of a block → what a reader reads, and its links and pictures. Lines stay countable."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

from bulletin.model.block import Figure, Target

_SPECIAL = re.compile(r"[\\`*_\[\]<{&~^@/]|www\.")
"""Without one of these a text is already what a reader reads."""
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()<>#+\-.!|~^])")
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)([^`]{1,2000}?)(?<!`)\1(?!`)")
_TARGET = r"""<?((?:[^\s()<>]|\([^\s()]{0,400}\)){0,2000})>?(?:\s{1,4}(?:"([^"]{0,2000})"|'([^']{0,2000})'))?\s{0,4}"""
_IMAGE = re.compile(r"!\[([^\[\]]{0,2000})\]\(\s{0,4}" + _TARGET + r"\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]]{0,2000})\]\(\s{0,4}" + _TARGET + r"\)")
_REFERENCE = re.compile(r"(!?)\[([^\[\]^]{1,1000})\]\s?\[([^\[\]^]{0,200})\]")
_SHORT = re.compile(r"(!?)\[([^\[\]^]{1,200})\](?![\[(:])")
_NOTE = re.compile(r"\[\^([^\]\s]{1,100})\]")
_AUTO = re.compile(r"<((?:https?|ftp|mailto|tel):[^<>\s]{1,2000})>|<([^<>\s@]{1,100}@[^<>\s@]{1,200})>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>|<!--.{0,2000}?-->", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{:?[ ]{0,3}((?:[#.][\w-]+|[\w-]+=(?:\"[^\"{}]*\"|'[^'{}]*'|[\w./:-]+))(?:\s+(?:[#.][\w-]+|[\w-]+=(?:\"[^\"{}]*\"|'[^'{}]*'|[\w./:-]+))){0,9})[ ]{0,3}\}")
_LANG = re.compile(r"\blang=[\"']?([A-Za-z-]{2,20})")
_ANCHOR = re.compile(r"(?:^|\s)(?:#|id=[\"']?)([\w-]+)")
_STRONG = re.compile(r"(\*\*|(?<!\w)__)(?=\S)([^*_]{1,2000}?)(?<=\S)\1(?!_?\w|(?<=\*)\b\B)")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]{1,2000}?)(?<=[^\s*_])\1(?![\w*])|(\*)(?=[^\s*])([^*]{1,2000}?)(?<=[^\s*])\*")
_MARKS = re.compile(r"(\^\^|~~)(?=\S)([^~^]{1,2000}?)(?<=\S)\1")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"”“]{1,2000}|[\w.+-]{1,80}@[\w-]{1,80}(?:\.[\w-]{1,80}){1,4}"
    r"|(?<![\w.@/])(?:[a-z0-9-]{1,40}\.){1,4}(?:com|vn|org|net|gov|edu|info|asia|int|la|th)(?:/[^\s<>\"”“]{0,500})?(?![\w])",
    re.IGNORECASE,
)
HOLE = "\ufffc"
"""Stands in prose for what is no language: U+FFFC OBJECT REPLACEMENT CHARACTER."""
_KEPT = {"\ue000": "*", "\ue001": "_", "\ue002": "`", "\ue003": "[", "\ue004": "]", "\ue005": "~", "\ue006": "^", "\ue007": "<", "\ue008": "{", "\ue009": "|"}
_KEEP = {mark: code for code, mark in _KEPT.items()}
_KEPT_ANY = re.compile("[\ue000-\ue009]")
_CODE_MARK = "\ue010{}\ue011"
_CODE_ANY = re.compile("\ue010(\\d+)\ue011")


@dataclass(slots=True)
class Inline:
    """What a text holds."""

    text: str
    prose: str
    links: list[Target] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lang: str = ""
    anchor: str = ""
    """An anchor that its editor gave it (`{#x}`)."""


def read_inline(raw: str, line: int, definitions: Mapping[str, tuple[str, str]]) -> Inline:
    """Read one text that begins on a 1-based line of its file; definitions are those of reference links, by label."""
    if not _SPECIAL.search(raw):
        return Inline(raw, raw)
    return _Reader(raw, line, definitions).read()


class _Reader:
    """Takes the markup off a text, step by step, in the order in which the renderer reads it."""

    def __init__(self, raw: str, line: int, definitions: Mapping[str, tuple[str, str]]) -> None:
        self.raw = raw
        self.line = line
        self.definitions = definitions
        self.code: list[str] = []
        self.found = Inline("", "")
        self.targets: list[tuple[int, Target]] = []

    def read(self) -> Inline:
        text = _ESCAPE.sub(lambda match: _KEEP.get(match[1], match[1]), self.raw)
        if "`" in text:
            text = _CODE.sub(self._take_code, text)
        found = self.found
        if "[" in text or "<" in text:
            text = self._read_brackets(text)
        if "{" in text:
            text = _ATTRIBUTES.sub(self._take_attributes, text)
        if "<" in text:
            text = _TAG.sub("", text)
        text = _without_emphasis(text)
        if "&" in text:
            text = unescape(text)
        text = _KEPT_ANY.sub(lambda match: _KEPT[match[0]], text)
        found.text = _CODE_ANY.sub(lambda match: self.code[int(match[1])], text)
        prose = _CODE_ANY.sub(HOLE, text)
        found.prose = _ADDRESS.sub(HOLE, prose) if "." in prose else prose
        found.links = [link for _, link in sorted(self.targets, key=lambda pair: pair[0])]
        return found

    def _line_of(self, text: str, offset: int) -> int:
        return self.line + text.count("\n", 0, offset)

    def _take_code(self, match: re.Match[str]) -> str:
        self.code.append(match[2])
        return _CODE_MARK.format(len(self.code) - 1) + "\n" * match[2].count("\n")

    def _take_attributes(self, match: re.Match[str]) -> str:
        lang = _LANG.search(match[1])
        # Attributes behind a link or an emphasis are theirs, those at the end of the text are the block's.
        if not match.string[match.end() :].strip():
            anchor = _ANCHOR.search(match[1])
            self.found.lang = lang[1] if lang else self.found.lang
            self.found.anchor = anchor[1] if anchor else self.found.anchor
        return ""

    def _read_brackets(self, text: str) -> str:
        if "[^" in text:
            text = _NOTE.sub(self._take_note, text)
        if "![" in text:
            text = _IMAGE.sub(self._take_image, text)
        if "](" in text:
            for _ in range(3):  # a picture in a link, brackets in its text
                text, count = _LINK.subn(self._take_link, text)
                if not count:
                    break
        if "<" in text:
            text = _AUTO.sub(self._take_auto, text)
        if self.definitions and "[" in text:
            text = _REFERENCE.sub(self._take_reference, text)
            text = _SHORT.sub(self._take_reference, text)
        return text

    def _take_note(self, match: re.Match[str]) -> str:
        self.found.notes.append(match[1])
        return ""

    def _take_image(self, match: re.Match[str]) -> str:
        place = self._line_of(match.string, match.start())
        self.found.figures.append(Figure(match[2], self._plain(match[1]), match[3] or match[4] or "", place))
        return "\n" * match[0].count("\n")

    def _add(self, match: re.Match[str], text: str, href: str) -> None:
        place = self._line_of(match.string, match.start())
        self.targets.append((match.start(), Target(self._plain(text), href, place)))

    def _take_link(self, match: re.Match[str]) -> str:
        self._add(match, match[1], match[2])
        return match[1] + "\n" * (match[0].count("\n") - match[1].count("\n"))

    def _take_auto(self, match: re.Match[str]) -> str:
        address = match[1] or f"mailto:{match[2]}"
        shown = match[1] or match[2]
        self._add(match, shown, address)
        return shown.replace("_", _KEEP["_"]).replace("*", _KEEP["*"])

    def _take_reference(self, match: re.Match[str]) -> str:
        label = (match[3] if len(match.groups()) > 2 else "") or match[2]  # noqa: PLR2004 - the third group
        target = self.definitions.get(" ".join(label.lower().split()))
        if target is None:
            return match[0]
        if match[1]:
            place = self._line_of(match.string, match.start())
            self.found.figures.append(Figure(target[0], self._plain(match[2]), target[1], place))
            return ""
        self._add(match, match[2], target[0])
        return match[2]

    def _plain(self, text: str) -> str:
        text = _without_emphasis(_CODE_ANY.sub(lambda match: self.code[int(match[1])], text))
        return " ".join(unescape(_KEPT_ANY.sub(lambda match: _KEPT[match[0]], text)).split())


def _without_emphasis(text: str) -> str:
    if "^" in text or "~" in text:
        text = _MARKS.sub(r"\2", text)
    if "*" not in text and "_" not in text:
        return text
    for _ in range(3):
        bare = _EMPHASIS.sub(lambda match: match[2] or match[4], _STRONG.sub(r"\2", text))
        if bare == text:
            break
        text = bare
    return text
