"""Fields of a mapping read by their declared type; each mistake is noted with its line, and reading goes on."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from enum import Enum
from typing import TypeVar
from urllib.parse import urlsplit

from bulletin.model.bulletin import DATED_SECTIONS, SECTIONS
from bulletin.model.calendar import parse_day, parse_instant
from bulletin.model.catalogue import Words, did_you_mean, message, noun, one_of, quoted
from bulletin.model.locale import LocalText
from bulletin.source.text import Flaw
from bulletin.source.yaml_reader import Mapping, Node, Scalar, Sequence

KEY = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
E_ = TypeVar("E_", bound=Enum)
T = TypeVar("T")


def suggestions(name: str, known: Iterable[str]) -> Words:
    """The known names that look most like one that is not known."""
    return did_you_mean(difflib.get_close_matches(name, list(known), n=2, cutoff=0.7))


class Fields:
    """One mapping, read field by field; `close` then reports the fields that nobody asked for."""

    def __init__(self, mapping: Mapping, flaws: list[Flaw], tags: tuple[str, ...], owner: str = "") -> None:
        """Read a mapping; `tags` are the site's locales, `owner` is the name of the field that holds it."""
        self.mapping = mapping
        self.flaws = flaws
        self.tags = tags
        self.owner = owner
        self._asked: dict[str, None] = {}

    @property
    def lines(self) -> dict[str, int]:
        """Field → 1-based line."""
        return dict(self.mapping.key_lines)

    def has(self, name: str) -> bool:
        """Whether the field is there with a value; `name:` alone is as good as absent."""
        node = self.mapping.entries.get(name)
        return node is not None and not (isinstance(node, Scalar) and not node.text and not node.is_quoted)

    def line(self, name: str) -> int:
        """Where a field stands; the mapping's own line for an absent one."""
        return self.mapping.key_lines.get(name, self.mapping.line)

    def note(self, name: str, sentence: str, /, **parts: object) -> None:
        """Note a mistake at a field."""
        self.flaws.append(Flaw(self.line(name), message(sentence, **parts)))

    def warn(self, name: str, sentence: str, /, **parts: object) -> None:
        """Note something at a field with which an edition can be published all the same."""
        self.flaws.append(Flaw(self.line(name), message(sentence, **parts), is_warning=True))

    def _get(self, name: str, *, required: bool) -> Node | None:
        self._asked[name] = None
        if self.has(name):
            return self.mapping.entries[name]
        if required:
            self.note(name, "missing-field", name=self._full(name))
        return None

    def _full(self, name: str) -> str:
        return f"{self.owner}.{name}" if self.owner else name

    def _scalar(self, name: str, expected: str, *, required: bool) -> str | None:
        node = self._get(name, required=required)
        if node is None:
            return None
        return self._as_scalar(node, name, expected)

    def _as_scalar(self, node: Node, name: str, expected: str) -> str | None:
        if not isinstance(node, Scalar):
            self._wrong(node.line, name, _kind(node), noun(expected))
            return None
        text = node.text.strip()
        if not text:
            sentence = message("empty-field", name=self._full(name), expected=noun(expected))
            self.flaws.append(Flaw(node.line, sentence))
            return None
        return text

    def _wrong(self, line: int, name: str, found: Words, expected: Words) -> None:
        sentence = message("wrong-type", name=self._full(name), found=found, expected=expected)
        self.flaws.append(Flaw(line, sentence))

    def text(self, name: str, *, required: bool = False, limit: int | None = None) -> str:
        """One line of text; empty where it is absent or wrong."""
        text = self._scalar(name, "text", required=required)
        if text is None:
            return ""
        if "\n" in text:
            self.note(name, "one-line", name=self._full(name))
        if limit and len(text) > limit:
            self.note(name, "too-long", name=self._full(name), found=len(text), limit=limit)
        return text

    def parsed(self, name: str, parse: Callable[[str], T], expected: str, *, required: bool = False) -> T | None:
        """A scalar read by a function that raises ValueError for a wrong one; None where absent or wrong."""
        text = self._scalar(name, expected, required=required)
        if text is None:
            return None
        try:
            return parse(text)
        except ValueError:
            self._wrong(self.line(name), name, quoted(text), noun(expected))
            return None

    def day(self, name: str, *, required: bool = False) -> date | None:
        """A calendar day in the site's zone."""
        return self.parsed(name, parse_day, "day", required=required)

    def instant(self, name: str) -> datetime | None:
        """An instant in UTC; a day means its beginning in the site's zone."""
        return self.parsed(name, parse_instant, "instant")

    def key(self, name: str, *, required: bool = False) -> str:
        """One key of a registry."""
        return self.parsed(name, _key, "key", required=required) or ""

    def address(self, name: str) -> str:
        """A web address."""
        return self.parsed(name, parse_address, "address") or ""

    def choice(self, name: str, choices: type[E_], *, required: bool = False) -> E_ | None:
        """A member of a closed set, by its value."""
        text = self._scalar(name, "text", required=required)
        if text is None:
            return None
        try:
            return choices(text)
        except ValueError:
            self._wrong(self.line(name), name, quoted(text), one_of(member.value for member in choices))
            return None

    def texts(self, name: str, parse: Callable[[str], str], expected: str) -> tuple[str, ...]:
        """A list, or a single value; each read by a function that raises ValueError for a wrong one."""
        node = self._get(name, required=False)
        if node is None:
            return ()
        found = []
        for item in node.items if isinstance(node, Sequence) else [node]:
            text = self._as_scalar(item, name, expected)
            if text is None:
                continue
            try:
                found.append(parse(text))
            except ValueError:
                self._wrong(item.line, name, quoted(text), noun(expected))
        return tuple(dict.fromkeys(found))

    def keys(self, name: str) -> tuple[str, ...]:
        """Keys of a registry."""
        return self.texts(name, _key, "key")

    def choices(self, name: str, allowed: Iterable[str]) -> tuple[str, ...]:
        """Values of a closed set."""
        known = tuple(allowed)
        values = self.texts(name, str, "text")
        for value in values:
            if value not in known:
                self._wrong(self.line(name), name, quoted(value), one_of(known))
        return tuple(value for value in values if value in known)

    def group(self, name: str, *, required: bool = False) -> Fields | None:
        """Fields below a field."""
        node = self._get(name, required=required)
        if node is None:
            return None
        if not isinstance(node, Mapping):
            self._wrong(node.line, name, _kind(node), noun("mapping"))
            return None
        return Fields(node, self.flaws, self.tags, self._full(name))

    def groups(self, name: str) -> list[Fields]:
        """A list of groups of fields."""
        node = self._get(name, required=False)
        if node is None:
            return []
        if not isinstance(node, Sequence):
            self._wrong(node.line, name, _kind(node), noun("list"))
            return []
        found = []
        for item in node.items:
            if isinstance(item, Mapping):
                found.append(Fields(item, self.flaws, self.tags, self._full(name)))
            else:
                self._wrong(item.line, name, _kind(item), noun("mapping"))
        return found

    def local_text(self, name: str, *, required: bool = False, in_each: bool = False) -> LocalText:
        """A text for each locale; a single text serves all, unless each locale needs its own (`in_each`)."""
        node = self._get(name, required=required)
        if node is None:
            return {}
        if isinstance(node, Scalar) and not in_each:
            text = self._as_scalar(node, name, "local-text")
            return dict.fromkeys(self.tags, text) if text else {}
        if not isinstance(node, Mapping):
            self._wrong(node.line, name, _kind(node), noun("local-text"))
            return {}
        return self._texts_of(Fields(node, self.flaws, self.tags, self._full(name)), name)

    def _texts_of(self, group: Fields, name: str) -> LocalText:
        texts = {tag: group.text(tag) for tag in self.tags}
        if missing := [tag for tag, text in texts.items() if not text]:
            self.note(name, "missing-locale-text", name=self._full(name), missing=", ".join(missing))
        group.close()
        return texts

    def skip(self, *names: str) -> None:
        """Let fields be that another part of the project reads."""
        self._asked.update(dict.fromkeys(names))

    def close(self) -> None:
        """Note every field that nobody asked for."""
        for name in self.mapping.entries:
            if name not in self._asked:
                close = suggestions(name, self._asked)
                self.note(name, "unknown-field", name=self._full(name), suggestion=close)


def _kind(node: Node) -> Words:
    """What stands where something else was expected."""
    if isinstance(node, Scalar):
        return quoted(node.text)
    return noun("list") if isinstance(node, Sequence) else noun("mapping")


def _key(text: str) -> str:
    if not KEY.fullmatch(text):
        raise ValueError(text)
    return text


def parse_address(text: str) -> str:
    """A web address as it is. Raises ValueError for anything else."""
    parts = urlsplit(text)
    if parts.scheme not in ("https", "http") or not parts.hostname or " " in text or not text.isprintable():
        raise ValueError(text)
    return text


def parse_file_name(text: str) -> str:
    """The name of a file of the bundle. Raises ValueError for a path."""
    if "/" in text or "\\" in text or text.startswith("."):
        raise ValueError(text)
    return text


def parse_bulletin_key(text: str) -> str:
    """The key of a bulletin, without the slashes around it. Raises ValueError for anything else."""
    key = text.strip("/")
    section, *rest = key.split("/")
    depth = 3 if section in DATED_SECTIONS else 1  # less would be a list: news/2026/03
    if section not in SECTIONS or len(rest) != depth or not all(KEY.fullmatch(part) for part in rest):
        raise ValueError(text)
    return key


def parse_email(text: str) -> str:
    """An e-mail address. Raises ValueError for anything else."""
    if not _EMAIL.fullmatch(text):
        raise ValueError(text)
    return text


def parse_whole(text: str) -> int:
    """A whole number of at least 1. Raises ValueError for anything else."""
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text)):  # noqa: PLR2004 - int() has a limit
        raise ValueError(text)
    return int(text)
