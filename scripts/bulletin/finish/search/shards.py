"""Sorted rows in files of a size that a slow line brings at once, and the list that says which row is in which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bulletin.finish.search.postings import digit

SIZE = 4000
"""Letters of a file, before it is compressed to about half."""
_LONGEST = 63
"""Letters that a row can have in common with the one before it."""


@dataclass(frozen=True, slots=True)
class Shards:
    """Files of rows, and what tells them apart."""

    texts: tuple[str, ...]
    separators: tuple[str, ...]
    """One for each file: no key in it is smaller, and every key before it is."""


def sharded(rows: Iterable[tuple[str, str]], size: int = SIZE) -> Shards:
    """Cut rows of key and value, sorted by key."""
    texts: list[str] = []
    separators: list[str] = []
    current: list[str] = []
    length, before = 0, ""
    for key, value in rows:
        if length >= size:
            texts.append("".join(current))
            current, length = [], 0
        if not current:
            separators.append(_between(before, key))
        row = f"{front_coded(key, before if current else '')}\t{value}\n"
        current.append(row)
        length += len(row)
        before = key
    if current:
        texts.append("".join(current))
    return Shards(tuple(texts), tuple(separators))


def front_coded(key: str, before: str) -> str:
    """How many letters a key shares with the one before it, then the others."""
    shared = _common(key, before)
    return digit(shared) + key[shared:]


def coded_list(keys: Sequence[str]) -> str:
    """Sorted keys on a line each, front-coded."""
    return "\n".join(front_coded(key, before) for before, key in zip(("", *keys), keys, strict=False))


def _between(before: str, key: str) -> str:
    """The shortest beginning of a key that is greater than the one before it."""
    return key[: _common(key, before) + 1]


def _common(one: str, other: str) -> int:
    at = 0
    for a, b in zip(one, other, strict=False):
        if a != b or at == _LONGEST:
            break
        at += 1
    return at
