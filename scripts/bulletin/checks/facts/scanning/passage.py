"""A text that is being read: what has been found in it, and the words around a place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar, TypeAlias

from bulletin.checks.facts.draft import Draft

Spelled: TypeAlias = tuple[float | None, int, int]
"""A number in words, the offset of its end, of how many words it is; None where it is no number."""
_SPACE = re.compile(r"(?<!\d)[\u00a0\u202f\u2009\n\t]|[\u00a0\u202f\u2009\n\t](?!\d{3})")
"""White space for which a space may stand; between digits it can separate thousands."""
_ANY_SPACE = re.compile("[\u00a0\u202f\u2009\n\t]")


class Passage:
    """A text and how far it has been read."""

    tag = ""
    words: ClassVar[Mapping[str, str]] = {}
    """Word in lower case → name of the method that reads what begins with it."""
    decimal = ","
    thousands = "."
    next_re = re.compile(r"[\s\u00a0]+([^\W\d_]+)")
    previous_re = re.compile(r"([^\W\d_]+)[\s\u00a0]+$")
    word_re = re.compile(r"[^\W\d_]+")
    sentence_ends = ".:!?|•–…"
    joins: tuple[str, ...] = (" ", "\u00a0", "\n")
    """What stands between the words of one number."""
    longest = 14
    """Words of the longest number that anyone spells out."""

    def __init__(self, text: str) -> None:
        """Take a text in NFC."""
        self.text = _SPACE.sub(" ", text) if _ANY_SPACE.search(text) else text
        self.drafts: list[Draft] = []
        self.at = 0
        """Everything before it has been read."""

    def add(self, draft: Draft) -> Draft:
        """Keep a fact, and go on after it."""
        self.drafts.append(draft)
        self.at = max(self.at, draft.end)
        return draft

    def is_cell(self, start: int, end: int) -> bool:
        """Whether a stretch is all that a cell, or the whole text, holds."""
        before, after = self.text[max(0, start - 3) : start].rstrip(), self.text[end : end + 3].lstrip()
        return before[-1:] in ("", "|") and after[:1] in ("", "|")

    def before(self, start: int, length: int = 24) -> str:
        """What stands before an offset, in lower case."""
        return self.text[start - length if start > length else 0 : start].lower()

    def next_word(self, end: int) -> str:
        match = self.next_re.match(self.text, end)
        return match[1] if match else ""

    def previous_word(self, start: int) -> str:
        match = self.previous_re.search(self.text, max(0, start - 20), start)
        return match[1] if match else ""

    def begins_sentence(self, start: int) -> bool:
        before = self.text[max(0, start - 3) : start].rstrip(' \n\u00a0“"(*')
        return not before or before[-1] in self.sentence_ends

    def number_run(self, start: int, spelling: frozenset[str]) -> list[tuple[str, int]]:
        """The words from an offset on with which numbers are spelled, in lower case, each with its end."""
        words: list[tuple[str, int]] = []
        at = start
        while len(words) < self.longest:
            match = self.word_re.match(self.text, at)
            if match is None or (word := match[0].lower()) not in spelling:
                break
            words.append((word, match.end()))
            if self.text[match.end() : match.end() + 1] not in self.joins:
                break
            at = match.end() + 1
        return words
