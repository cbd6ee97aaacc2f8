"""The rows of tables: where a table is one, and where its cells end (Python-Markdown's extensions/tables.py)."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator

_PIPES = re.compile(r"\\\\|(\\`+)|(`+)|\\\||(\|)")
_END_BORDER = re.compile(r"(?<!\\)(?:\\\\)*\|$")
_SEPARATOR = re.compile(r"[|: -]*$")


def is_table(text: str) -> bool:
    """Whether a chunk of at least two lines begins with a head and a row of dashes of as many cells."""
    lines = text.split("\n", 2)
    head, separator = lines[0].strip(" "), lines[1].strip(" ")
    if "|" not in head or not _SEPARATOR.match(separator):
        return False
    is_bordered = has_border(head)
    count = len(cells(head, is_bordered=is_bordered))
    if count == 1 and not (is_bordered and all(has_border(line.strip(" ")) for line in text.split("\n")[1:])):
        return False
    return len(cells(separator, is_bordered=is_bordered)) == count


def rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table, each with the number of its line, 0-based; none has more or fewer cells than the head."""
    lines = [line.strip(" ") for line in text.split("\n")]
    is_bordered = has_border(lines[0])
    count = len(cells(lines[1], is_bordered=is_bordered))
    for number, line in enumerate(lines):
        if number != 1:
            found = [cell.strip(" ") for cell in cells(line, is_bordered=is_bordered)[:count]]
            yield number, found + [""] * (count - len(found))


def has_border(row: str) -> bool:
    """Whether a row begins or ends with a line."""
    return row.startswith("|") or _END_BORDER.search(row[-1000:]) is not None


def cells(row: str, *, is_bordered: bool) -> list[str]:
    """The cells of a row; a `|` in code or behind a backslash ends none."""
    if is_bordered:
        row = row.removeprefix("|")
        match = _END_BORDER.search(row, max(len(row) - 1000, 0))
        row = row[: match.start()] if match else row
    if "`" not in row and "\\" not in row:
        return row.split("|")
    regions = _code(row)
    found = []
    start = 0
    for match in _PIPES.finditer(row):
        if match[3]:
            at = match.start()
            while regions and regions[0][1] < at:
                regions.popleft()
            if not (regions and regions[0][0] <= at):
                found.append(row[start:at])
                start = at + 1
    found.append(row[start:])
    return found


def _code(row: str) -> deque[tuple[int, int]]:
    """Where code begins and ends, in order: a run of backticks goes with the next one of its length."""
    runs: list[tuple[int, int, int, int]] = []
    places: dict[int, deque[int]] = defaultdict(deque)
    for match in _PIPES.finditer(row):
        if match[1] or match[2]:
            escaped = 1 if match[1] else 0
            length = match.end() - match.start() - escaped
            places[length].append(len(runs))
            runs.append((match.start(), match.end() - 1, length, escaped))
    found: deque[tuple[int, int]] = deque()
    at = 0
    while at < len(runs):
        start, _, length, escaped = runs[at]
        partners = places[length - escaped]
        while partners and partners[0] <= at:
            partners.popleft()
        if partners and length > escaped:
            found.append((start, runs[partners[0]][1]))
            at = partners[0] + 1
        else:
            at += 1
    return found
