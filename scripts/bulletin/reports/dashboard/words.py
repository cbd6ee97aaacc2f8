"""What changed between two texts, word by word, and which words of a text are marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

_WORD = re.compile(r"\s+|\w+(?:[.,:/–-]\w+)*|[^\w\s]")
"""A number with its separators is one word: of 1.250,5 → 1.251,5 all is struck."""
MOST = 1500
"""Words of a text that is compared; a longer one is struck as a whole."""
ALIKE = 0.35
"""The ratio below which two texts are shown one behind the other: a patchwork helps nobody."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a text."""

    text: str
    change: str = ""
    """`old` for words that are gone, `new` for words that were added; empty for those that stayed."""
    is_marked: bool = False
    """Whether a finding is about them."""


Span = tuple[int, int]
"""Where marked words begin and end in a text."""


def plain(text: str, spans: Iterable[Span] = ()) -> list[Piece]:
    """A text in pieces, so that the marked ones stand alone."""
    return list(_cut(text, 0, len(text), "", spans))


def compared(before: str, after: str, spans: Iterable[Span] = ()) -> list[Piece]:
    """The words of two texts: what stayed, what is gone, what is new; spans are of the second."""
    marked = list(spans)
    old, new = _words(before), _words(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if max(len(old), len(new)) > MOST or matcher.ratio() < ALIKE:
        gone = [Piece(before, "old"), Piece(" ")] if before else []
        return [*gone, *_cut(after, 0, len(after), "new", marked)]
    starts = [0]
    for word in new:
        starts.append(starts[-1] + len(word))
    pieces: list[Piece] = []
    for _, a, b, c, d in _joined(matcher.get_opcodes(), old):
        change = "" if old[a:b] == new[c:d] else "new"
        if change and a < b:
            pieces.append(Piece("".join(old[a:b]), "old"))
        if change and a < b and c < d and not old[b - 1].isspace():
            pieces.append(Piece(" "))
        pieces += _cut(after, starts[c], starts[d], change, marked)
    return pieces


Opcode = tuple[str, int, int, int, int]


def _joined(opcodes: Sequence[Opcode], old: Sequence[str]) -> list[Opcode]:
    """Changes with nothing but white space between them as one."""
    found: list[Opcode] = []
    for opcode in opcodes:
        tag, a, b, c, d = opcode
        is_space = tag == "equal" and not "".join(old[a:b]).strip()
        last = found[-1] if found else None
        is_open = last is not None and last[0] == "change"
        if tag == "equal" and not (is_space and is_open):
            found.append(opcode)
        elif last is not None and is_open:
            found[-1] = ("change", last[1], b, last[3], d)
        else:
            found.append(("change", a, b, c, d))
    return found


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _cut(text: str, start: int, end: int, change: str, spans: Iterable[Span]) -> Iterator[Piece]:
    """The part of a text between two places, cut where marks begin and end."""
    marked = list(spans)
    inside = {place for span in marked for place in span if start < place < end}
    edges = sorted({start, end} | inside)
    for a, b in pairwise(edges):
        yield Piece(text[a:b], change, any(first <= a and b <= last for first, last in marked))
