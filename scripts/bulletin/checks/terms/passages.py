"""The texts of an edition with the names that stand in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bulletin.checks.language_quotes import encloses, quotations
from bulletin.checks.references import without_references
from bulletin.checks.terms.matcher import Form, Kind, Match, Matcher
from bulletin.checks.terms.words import TOKEN, is_capital, without_possessive
from bulletin.model.block import Block, BlockKind

_SENTENCE = re.compile(r"[.!?…]+[\"”»’)]*\s+|\s\|\s")
_FREE = (BlockKind.CODE, BlockKind.HTML, BlockKind.RULE)
MAX_SENTENCE = 600
"""Characters on either side of a name that are read for what is said of it."""
_OPENERS = frozenset('.!?…:;|()[]"“”«»/*')


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text."""

    forms: tuple[Form, ...]
    """All that are written so: one name may have several entries."""
    first: int
    """Index of its first word."""
    end: int
    start: int
    """Offset in the text."""
    stop: int
    text: str
    """As it is written there."""


class Passage:
    """One text that is read by itself: of a block, or of a picture in it."""

    def __init__(self, block: Block, text: str, line: int, matcher: Matcher, *, is_prose: bool) -> None:
        self.block = block
        self.text = without_references(text)
        self.line = line
        self.is_prose = is_prose
        self.matcher = matcher
        self.matches: Sequence[Match] = matcher.find(self.keys) if matcher.may_find(self.text) else ()

    @cached_property
    def words(self) -> list[str]:
        """Its words and marks."""
        return TOKEN.findall(self.text)

    @cached_property
    def keys(self) -> list[str]:
        """The key of each."""
        return list(map(self.matcher.keys.__getitem__, self.words))

    def line_at(self, offset: int) -> int:
        """The 1-based line of the file on which a character stands."""
        return self.block.line_at(offset) if self.is_prose else self.line

    @cached_property
    def offsets(self) -> list[tuple[int, int]]:
        """Where each word stands."""
        return [match.span() for match in TOKEN.finditer(self.text)]

    @cached_property
    def quoted(self) -> list[tuple[int, int]]:
        """Where quotations begin and end."""
        return quotations(self.text)

    @cached_property
    def mentions(self) -> list[Mention]:
        """The outermost names but posts, leftmost first; of two that overlap, the longer."""
        if not self.matches:
            return []
        return self._outermost(is_post=False)

    @cached_property
    def post_mentions(self) -> list[Mention]:
        """The outermost posts."""
        return self._outermost(is_post=True)

    def _outermost(self, *, is_post: bool) -> list[Mention]:
        found = []
        after = 0
        # The longest first, so that the many short ones inside of it need not be looked at.
        for match in sorted(self.matches, key=lambda each: (each.first, -each.end)):
            if match.first < after:
                continue
            forms = tuple(each for each in self._written(match, strictly=True) if (each.kind is Kind.POST) is is_post)
            if forms:
                after = match.end
                start, stop = self.offsets[match.first][0], self.offsets[match.end - 1][1]
                stop -= len(self.words[match.end - 1]) - len(without_possessive(self.words[match.end - 1]))
                text = " ".join(self.text[start:stop].split())
                found.append(Mention(forms, match.first, match.end, start, stop, text))
        return found

    def _written(self, match: Match, *, strictly: bool) -> tuple[Form, ...]:
        words = self.words[match.first : match.end]
        forms = tuple(form for form in match.forms if form.is_written(words, strictly=strictly))
        # What is right for one entry is not wrong because another forbids it.
        right = tuple(form for form in forms if form.kind is not Kind.AVOIDED)
        return right or forms

    @cached_property
    def known(self) -> dict[tuple[str, str], Form]:
        """Every entry that is rightly named, inside of longer names too, with how."""
        found: dict[tuple[str, str], Form] = {}
        for match in self.matches:
            if any(form.ident not in found for form in match.forms):
                for form in self._written(match, strictly=False):
                    if form.kind in {Kind.NAME, Kind.ABBREVIATION, Kind.OTHER}:
                        found[form.ident] = form
        return found

    @cached_property
    def posts(self) -> list[Form]:
        """Every post that is rightly named."""
        return [
            form for match in self.matches for form in self._written(match, strictly=False) if form.kind is Kind.POST
        ]

    def is_quoted(self, mention: Mention) -> bool:
        """Whether somebody else's words have the name."""
        if "q" in self.block.container:
            return True
        return encloses(self.quoted, mention.start, mention.stop) is not None

    def sentence(self, mention: Mention) -> str:
        """The sentence, or cell, around a name, if it is not longer than any."""
        first, last = max(0, mention.start - MAX_SENTENCE), mention.stop + MAX_SENTENCE
        start = max((found.end() for found in _SENTENCE.finditer(self.text, first, mention.start)), default=first)
        after = _SENTENCE.search(self.text, mention.stop, last)
        return self.text[start : after.start() if after else last]

    def begins_sentence(self, mention: Mention) -> bool:
        """Whether a capital at its beginning says nothing."""
        return mention.first == 0 or self.words[mention.first - 1] in _OPENERS or self._begins_line(mention)

    def _begins_line(self, mention: Mention) -> bool:
        before = self.text[max(0, mention.start - 9) : mention.start].rstrip(" “\"'(")
        return not before

    def is_touched_by_name(self, mention: Mention) -> bool:
        """Whether a word with a capital stands beside it, so that it may be part of a longer name."""
        before, after = self.before(mention, 1), self.after(mention, 1)
        is_first = mention.first == 1 or (mention.first > 1 and self.words[mention.first - 2] in _OPENERS)
        return (bool(before) and is_capital(before[0]) and not is_first) or (bool(after) and is_capital(after[0]))

    def before(self, mention: Mention, number: int) -> list[str]:
        """The words that stand right before it, nearest last, up to a mark."""
        found: list[str] = []
        for word in reversed(self.words[max(0, mention.first - number) : mention.first]):
            if not (word[0].isalnum() or word[-1].isalnum()):
                break
            found.append(word)
        return found[::-1]

    def after(self, mention: Mention, number: int) -> list[str]:
        """The words that stand right behind it, up to a mark."""
        found: list[str] = []
        for word in self.words[mention.end : mention.end + number]:
            if not (word[0].isalnum() or word[-1].isalnum()):
                break
            found.append(word)
        return found


@dataclass(frozen=True, slots=True)
class Named:
    """The passages of an edition, by block."""

    tag: str
    blocks: dict[int, list[Passage]]
    """`id` of the block → its passages."""
    passages: tuple[Passage, ...]
    """Those in which something may be named, as they come."""


def passages_of(blocks: Sequence[Block], matcher: Matcher) -> Named:
    """Look the names up in every block of an edition that is in its language."""
    found: dict[int, list[Passage]] = {}
    if matcher.root:
        for block in blocks:
            if block.kind in _FREE or (block.lang and block.lang != matcher.tag):
                continue
            own = [Passage(block, block.prose, block.line, matcher, is_prose=True)] if block.prose else []
            for figure in block.figures:
                own += [
                    Passage(block, text, figure.line, matcher, is_prose=False)
                    for text in (figure.alt, figure.caption)
                    if text
                ]
            found[id(block)] = own
    return Named(matcher.tag, found, tuple(each for own in found.values() for each in own if each.matches))
