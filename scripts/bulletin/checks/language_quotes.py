"""What stands in quotation marks and parentheses, apart from the text around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

_MARKS = re.compile(r"[\"“”«»()\[\]‘]|’(?!\w)")
_OPENS = {'"': '"', "”": "“", "»": "«", ")": "(", "]": "[", "’": "‘"}
_DEPTH = 4
"""Open marks among which the partner of a closing one is looked for; an unclosed one encloses nothing."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A part of a text that stands between two marks."""

    text: str
    is_quotation: bool
    """False if it stands in parentheses or brackets."""


def split_quoted(text: str) -> tuple[str, list[Quoted]]:
    """The text without its quotations and parentheses, and the outermost of these; a sentence's end in them is kept."""
    if _MARKS.search(text) is None:
        return text, []
    outside: list[str] = []
    quoted: list[Quoted] = []
    last = 0
    for start, end in _spans(text):
        inside = text[start + 1 : end]
        outside += [text[last:start], f" {inside[-1:]} " if inside.endswith((".", "!", "?", "…")) else " "]
        quoted.append(Quoted(inside, is_quotation=text[start] not in "(["))
        last = end + 1
    return "".join([*outside, text[last:]]), quoted


def quotations(text: str) -> list[tuple[int, int]]:
    """Where the outermost quotations open and close."""
    return [(start, end) for start, end in _spans(text) if text[start] not in "(["]


def encloses(spans: Sequence[tuple[int, int]], start: int, stop: int) -> tuple[int, int] | None:
    """Which of the spans, in their order, holds a part of the text; None for none."""
    at = bisect_left(spans, (start, 0)) - 1
    return spans[at] if at >= 0 and stop <= spans[at][1] else None


def _spans(text: str) -> list[tuple[int, int]]:
    """Where the outermost pairs of marks open and close."""
    spans: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for found in _MARKS.finditer(text):
        mark, at = found[0], found.start()
        opener = _OPENS.get(mark)
        recent = [each for each, _ in reversed(opened[-_DEPTH:])] if opener else []
        partner = recent.index(opener) + 1 if opener in recent else 0
        if partner:
            start = opened[-partner][1]
            del opened[-partner:]
            while spans and spans[-1][0] > start:
                spans.pop()
            spans.append((start, at))
        elif opener in {None, mark}:
            opened.append((mark, at))
    return spans
