"""Which texts would keep Python-Markdown busy for longer than an editor waits: its time grows with a square."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LIMITS = {"[": 5000, "*": 5000, "_": 5000, "`": 5000, "<": 5000, "&": 5000, "^": 5000, "~": 5000, "|": 20_000}
"""Mark → how many a text may have."""
_DEFINITIONS = {"[^": 1000, "*[": 500, "[TOC]": 1}
"""Each is looked for again wherever another one, or the word that it explains, stands."""
MAX_MARKS = 1000
"""Of one of `[*_`<&^~` in one block: 8,000 `![` take 19 s."""
MAX_LINES = 20_000
MAX_LINES_IN_BLOCK = 3000
"""Each heading, term or list item of a block makes the parser copy the rest of the block."""
_DEEPEST = 40
"""Steps of indentation; above 150 the parser's recursion ends in an error."""
_FARTHEST = 10_000_000
"""Characters walked in search of the ends of brackets and tags, in all; 10 million take about 2 s."""
_MOST_COPIED = 20_000_000_000
"""Characters copied for abbreviations, each of which cuts its block in two; 20 billion take about 1 s."""
_ABBREVIATION = re.compile(r"^ {0,3}\*\[([^\]\n]+)\]:", re.MULTILINE)
_BLANK = re.compile(r"\n\s*\n")
_DEEP = re.compile(rf"^(?: {{4}}|\t){{{_DEEPEST},}}\S.*", re.MULTILINE)
_BRACKET = re.compile(r"\\.|[\[\]()]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Too many of one mark."""

    mark: str
    found: int
    limit: int
    words: str
    """What stands at its place."""


def crowds(body: str) -> Iterator[Crowd]:
    """Everything of which a text has too many; nothing for any text that is rendered in a few seconds."""
    if (lines := sum(bool(line.strip()) for line in body.split("\n"))) > MAX_LINES:
        yield Crowd("↵", lines, MAX_LINES, "")
    if deep := _DEEP.search(body):
        indent = deep[0].expandtabs(4)
        steps = (len(indent) - len(indent.lstrip())) // 4
        yield Crowd("→", steps, _DEEPEST, deep[0])
    for mark, limit in {**_LIMITS, **_DEFINITIONS}.items():
        if (count := body.count(mark)) > limit:
            yield Crowd(mark, count, limit, mark)
    abbreviations = set(_ABBREVIATION.findall(body))
    walked = dict.fromkeys("[<", 0)
    for block in _BLANK.split(body):
        yield from _crowds_in(block)
        for word in abbreviations:
            if (count := block.count(word)) * len(block) > _MOST_COPIED:
                yield Crowd(word, count, _MOST_COPIED // len(block), block[:80])
        for mark, steps in (("[", _steps_to_brackets(block)), ("<", block.count("<") * len(block))):
            walked[mark] += steps
            if walked[mark] > _FARTHEST:
                count = block.count(mark) or block.count("(")
                yield Crowd(mark, count, count * _FARTHEST // walked[mark], block[:80])
                return


def _crowds_in(block: str) -> Iterator[Crowd]:
    if (lines := block.count("\n") + 1) > MAX_LINES_IN_BLOCK:
        yield Crowd("↵", lines, MAX_LINES_IN_BLOCK, block[:80])
    for mark in _LIMITS:
        if mark != "|" and (count := block.count(mark)) > MAX_MARKS:
            yield Crowd(mark, count, MAX_MARKS, block[:80])


def _steps_to_brackets(block: str) -> int:
    """From each bracket to its partner, or to the end of the block where it has none."""
    if "[" not in block:
        return 0
    steps = 0
    opened: dict[str, list[int]] = {"[": [], "(": []}
    for match in _BRACKET.finditer(block):
        mark = match[0]
        if mark in opened:
            opened[mark].append(match.start())
        elif mark in "])" and (waiting := opened["[" if mark == "]" else "("]):
            steps += match.start() - waiting.pop()
    return steps + sum(len(block) - start for waiting in opened.values() for start in waiting)
