"""Every form of the registries in one locale, found in one walk over the words of a text."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from bulletin.checks.terms.words import MARKS, TOKEN, Keys, has_right_marks, is_capital
from bulletin.model.registry import NAMED, Entry, Post, Registries

MAX_CHUNKS = 100_000
_END = "\0"
"""The key in a node that leads to the forms which end there; no word has it."""


class Kind(Enum):
    """What a form is to its entry."""

    NAME = "name"
    """The text itself, or another right form."""
    ABBREVIATION = "abbreviation"
    """Short for it."""
    OTHER = "other"
    """Right where the name is expected, but too common to mean it by itself: "Vietnamese", "crossing"."""
    POST = "post"
    """What a person is or was; it means nothing without the person."""
    AVOIDED = "avoided"
    """A form that nobody may write."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing an entry."""

    text: str
    kind: Kind
    registry: str
    entry: Entry
    words: tuple[str, ...]
    tag: str
    post: Post | None = None

    @property
    def ident(self) -> tuple[str, str]:
        """Of the entry."""
        return self.registry, self.entry.key

    @property
    def rule(self) -> str:
        """Under which it is told."""
        return "term-mismatch" if self.registry == "glossary" else "name-mismatch"

    def is_written(self, words: Sequence[str], *, strictly: bool) -> bool:
        """Whether words with the same keys are this form; strictly, with capitals wherever it has one."""
        if self.kind is Kind.ABBREVIATION:
            return all(_is_abbreviation(found, own) for found, own in zip(words, self.words, strict=True))
        is_exact = self.kind is Kind.AVOIDED
        needs_capitals = strictly or is_exact or (len(self.words) == 1 and self.registry in {"places", "people"})
        return all(
            has_right_marks(found, own, self.tag, is_exact=is_exact)
            and (not needs_capitals or not is_capital(own) or is_capital(found))
            for found, own in zip(words, self.words, strict=True)
        )


def _kind_of(text: str, registry: str) -> Kind:
    """Of a form beside the name: whoever writes a term of one word, or a word for a people, need not mean the entry."""
    return Kind.NAME if registry != "glossary" and len(text.split()) > 1 else Kind.OTHER


def _officials(text: str) -> Iterator[str]:
    """Those who speak for a body, by whom English often names it: "Minister of Finance", "Director of Finance"."""
    match = _BODY.fullmatch(text)
    for title in _TITLES.get(match[1], ()) if match else ():
        if match:
            yield f"{title} of {match[2]}"
            yield f"{title} for {match[2]}"
            yield f"{match[2]} {title}"


_BODY = re.compile(r"(Ministry|Department) of (.+)")
_TITLES = {"Ministry": ("Minister",), "Department": ("Director", "Head")}


def _is_abbreviation(found: str, own: str) -> bool:
    found = found.strip("'’")
    return found == own or found.removesuffix("s").rstrip("'’") == own


@dataclass(frozen=True, slots=True)
class Match:
    """A run of words that has the keys of some forms."""

    first: int
    """Index of its first word."""
    end: int
    """Index after its last."""
    forms: tuple[Form, ...]


_NO_WORD, _SEVERAL, _OTHERS = "\1", "\2", "\3"
"""Keys of what stands between two spaces and is not one word: none, several of which one begins a form, others."""


class _Chunks(dict[str, str]):
    """What stands between two spaces → the key of the one word in it, or one of those above."""

    def __init__(self, keys: Keys, root: Container[str]) -> None:
        self.keys_of = keys
        self.root = root

    def __missing__(self, chunk: str) -> str:
        """Work it out."""
        if len(self) > MAX_CHUNKS:
            self.clear()
        tokens = TOKEN.findall(chunk)
        keys = [self.keys_of[token] for token in tokens if token not in MARKS]
        many = _SEVERAL if any(self.keys_of[token] in self.root for token in tokens) else _OTHERS
        is_one = len(keys) == 1 and not any(self.keys_of[token] in self.root for token in tokens if token in MARKS)
        found = self[chunk] = keys[0] if is_one else many if keys else _NO_WORD
        return found


class Matcher:
    """The forms of one locale, by the keys of their words."""

    def __init__(self, registries: Registries, tag: str) -> None:
        self.tag = tag
        self.keys = Keys(tag)
        self.root: dict[str, Any] = {}
        self.chunks = _Chunks(self.keys, self.root)
        self.alone: set[str] = {_SEVERAL}
        """Keys of the words behind which any other may stand, or none."""
        self.abbreviated: list[Form] = []
        """The abbreviations that are spelled out where they are first used."""
        for registry in NAMED:
            for entry in registries.get(registry, {}).values():
                for form in self._forms(registry, entry):
                    self._add(form)

    def _forms(self, registry: str, entry: Entry) -> Iterator[Form]:
        tag = self.tag
        texts = [(text, Kind.NAME) for text in (entry.text.get(tag, ""),) if text]
        texts += [(text, _kind_of(text, registry)) for text in entry.forms.get(tag, ())]
        if tag == "en" and registry == "agencies":
            texts += [(official, Kind.OTHER) for text, _ in texts for official in _officials(text)]
        texts += [(text, Kind.ABBREVIATION) for text in entry.abbr.get(tag, ())]
        texts += [(text, Kind.AVOIDED) for text in entry.avoid.get(tag, ())]
        for text, kind in texts:
            yield Form(text, kind, registry, entry, tuple(TOKEN.findall(text)), tag)
        for post in entry.posts:
            for text in post.forms.get(tag, ()):
                yield Form(text, Kind.POST, registry, entry, tuple(TOKEN.findall(text)), tag, post)

    def _add(self, form: Form) -> None:
        if not form.words:
            return
        first, *rest = form.words
        if not rest or first in MARKS or rest[0] in MARKS:
            self.alone.add(self.keys[first] if first not in MARKS else _NO_WORD)
        node = self.root
        for word in form.words:
            node = node.setdefault(self.keys[word], {})
        node.setdefault(_END, []).append(form)
        if form.kind is Kind.ABBREVIATION and self.tag not in form.entry.common:
            self.abbreviated.append(form)

    def may_find(self, text: str) -> bool:
        """Whether some form may stand in a text: two words follow each other as in one. Most texts need no more.

        Cutting a text at its spaces takes a third of the time of taking it apart.
        """
        root, alone = self.root, self.alone
        keys = list(map(self.chunks.__getitem__, text.split()))
        last = len(keys) - 1
        for at in [at for at, key in enumerate(keys) if key in root or key in alone]:
            key = keys[at]
            if key in alone:
                return True
            if at < last and ((after := keys[at + 1]) in root[key] or after in {_NO_WORD, _SEVERAL, _OTHERS}):
                return True
        return False

    def find(self, keys: Sequence[str]) -> list[Match]:
        """Every run of words that is a form by its keys, nested and overlapping ones too, by where they begin."""
        found = []
        root = self.root
        last = len(keys)
        for first in [at for at, key in enumerate(keys) if key in root]:
            node = root[keys[first]]
            end = first + 1
            while True:
                if _END in node:
                    found.append(Match(first, end, tuple(node[_END])))
                if end == last:
                    break
                node = node.get(keys[end])
                if node is None:
                    break
                end += 1
        return found


@dataclass(frozen=True, slots=True)
class Names:
    """The registries, made ready for looking names up."""

    registries: Registries
    matchers: dict[str, Matcher]
    """By locale tag."""


_ready: list[Names] = []
"""The names of the last registries: one run has one set, and its workers inherit it ready-made."""


def names_of(registries: Registries, tags: Sequence[str]) -> Names:
    """Make the registries ready, once."""
    if not (_ready and _ready[0].registries is registries and tuple(_ready[0].matchers) == tuple(tags)):
        _ready[:] = [Names(registries, {tag: Matcher(registries, tag) for tag in tags})]
    return _ready[0]
