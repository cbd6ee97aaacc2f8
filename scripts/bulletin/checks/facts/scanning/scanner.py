"""Reads the facts of one text, word by word; then what they lend one another."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import accumulate
from typing import Any, ClassVar, TypeAlias

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import ranked
from bulletin.checks.facts.sayings import is_in_saying
from bulletin.checks.facts.scanning.compounds import Compounds
from bulletin.checks.facts.scanning.digits import Digits
from bulletin.checks.facts.scanning.ellipses import Ellipses
from bulletin.checks.facts.scanning.money import Money
from bulletin.checks.facts.scanning.neighbours import Neighbours
from bulletin.checks.facts.scanning.romans import Romans
from bulletin.checks.facts.tables import ROMAN
from bulletin.model.fact import Fact, Family, Strength

_TOKENS = re.compile(r"(\d+|[^\W\d_]+(?:-[^\W\d_]+)*|[$€£¥₫])")
_SAID = (Family.NUMBER, Family.ORDINAL, Family.TIME)
"""What set phrases are told with."""
MOST_READERS = 50_000
"""Words that are remembered: more than the vocabulary of any site, and some megabytes."""
Reader: TypeAlias = "Callable[[Any, int, str], None]"
"""A method of a scanner that reads what begins at an offset with a word."""


class Scanner(Digits, Romans, Money, Neighbours, Compounds, Ellipses):
    """Reads one text. A subclass knows the words of its language."""

    prefixes: frozenset[str] = frozenset()
    """Parts of words before a hyphen behind which a word counts: mid-March."""
    hyphenated: frozenset[str] = frozenset()
    """Words that go on with a hyphen: "three-day"."""
    beginnings: ClassVar[Mapping[str, str]] = {}
    """The words of all its parts."""
    _readers: ClassVar[dict[str, Reader]] = {}
    """Word as it was written → the method that reads what begins with it."""
    _silent: ClassVar[set[str]] = set()
    """Words that begin nothing: most are, and one look-up is all that they take."""

    def __init_subclass__(cls) -> None:
        """Put the words of all its parts together, and give each language a memory of its own."""
        super().__init_subclass__()
        tables = [vars(base).get("words", {}) for base in reversed(cls.__mro__)]
        cls.beginnings = {word: name for table in tables for word, name in table.items()}
        cls._readers = {}
        cls._silent = set()

    def read(self) -> list[Fact]:
        """The facts of the text."""
        pieces = _TOKENS.split(self.text)
        tokens, silent = pieces[1::2], self._silent
        loud = [place for place, token in enumerate(tokens) if token not in silent]
        if not loud:
            return []
        readers = self._readers
        ends = list(accumulate(map(len, pieces)))
        for place in loud:
            token = tokens[place]
            reader = readers.get(token) or self._reader(token)
            if reader is not None and (start := ends[2 * place]) >= self.at:
                reader(self, start, token)
        if len(self.drafts) > 1:
            self.link()
            self.merge()
            self.complete()
        return [self._fact(draft) for draft in self.drafts if draft.keys or draft.foreign]

    @classmethod
    def _reader(cls, token: str) -> Reader | None:
        """The method that reads what begins with a word, None for none; remembered, as far as there is room."""
        if token[0].isdecimal():
            return cls.digits
        lower = token.lower()
        name = "roman" if token in ROMAN else cls.beginnings.get(lower, "_hyphenated" if "-" in lower else "")
        has_room = len(cls._readers) + len(cls._silent) < MOST_READERS
        if not name:
            if has_room:
                cls._silent.add(token)
            return None
        reader: Reader = getattr(cls, name)
        if has_room:
            cls._readers[token] = reader
        return reader

    def _hyphenated(self, start: int, token: str) -> None:
        """Read the first part of a word with a hyphen, or the part behind "mid-"."""
        head, _, tail = token.partition("-")
        method = self.beginnings.get(head.lower()) if head.lower() in self.hyphenated else None
        if method is not None:
            getattr(self, method)(start, head)
        elif head.lower() in self.prefixes and (method := self.beginnings.get(tail.lower())) is not None:
            getattr(self, method)(start + len(head) + 1, tail)
        elif tail in ROMAN and head.isascii():  # level-II
            self.add(
                Draft(
                    start + len(head) + 1,
                    start + len(token),
                    float(ROMAN[tail]),
                    keys=[("=", float(ROMAN[tail]))],
                    family=Family.ORDINAL,
                )
            )

    def _fact(self, draft: Draft) -> Fact:
        start, end, keys = draft.start, draft.end, draft.keys
        if (
            draft.strength is not Strength.OPTIONAL
            and draft.family in _SAID
            and self.text[start].isalpha()
            and is_in_saying(self.text, start, end, self.tag)
        ):
            draft.strength = Strength.OPTIONAL
        return Fact(
            self.text[start:end].strip(" \n-"),
            start,
            end,
            ranked(keys) if len(keys) > 1 else tuple(keys),
            tuple(draft.foreign),
            draft.parts,
            draft.strength,
            draft.family,
            draft.year,
            draft.month,
        )

    def each(self, start: int, end: int, time: str) -> None:
        """Keep the time to which an amount belongs: "a day"."""
        self.add(Draft(start, end, keys=[("r", time)], family=Family.RATE, strength=Strength.WEAK))
