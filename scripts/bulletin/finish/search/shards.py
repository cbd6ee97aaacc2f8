"""Rows in files of a size that a slow line brings at once, and how to know which row is in which."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bulletin.finish.search.postings import digit

SIZE = 1200
"""Letters of a file on average, before it is compressed to about half."""
MOST = 4000
"""Files of terms; those of a larger site are longer."""
_SHARP = 4
"""Binary digits of the number of files that count: 208 is followed by 224."""
_LONGEST = 63
"""Letters that a row can have in common with the one before it."""
_OFFSET, _PRIME, _BITS = 2166136261, 16777619, 0xFFFFFFFF
"""FNV-1a."""


@dataclass(frozen=True, slots=True)
class Buckets:
    """Terms by their first unit: a unit and the pairs that begin with it are read together."""

    texts: tuple[str, ...]
    split: tuple[str, ...]
    """Units with so many pairs that these lie by the first letter of the second unit, too."""
    lengths: Mapping[str, int]
    """Unit → letters of the rows of its terms."""


def bucketed(rows: Mapping[str, str], size: int = SIZE) -> Buckets:
    """Put terms with their values into files by a hash: nobody needs a list to find them."""
    groups: dict[str, list[str]] = {}
    lengths: dict[str, int] = {}
    for term in sorted(rows):
        unit = term.partition(" ")[0]
        groups.setdefault(unit, []).append(term)
        lengths[unit] = lengths.get(unit, 0) + len(term) - len(unit) + len(rows[term]) + 2
    count = count_of(lengths.values(), size)
    split = {unit for unit, length in lengths.items() if is_long(length, size)}
    buckets: list[list[str]] = [[] for _ in range(count)]
    for unit, terms in groups.items():
        if unit not in split:
            buckets[bucket_of(unit, count)] += terms
            continue
        for term in terms:
            buckets[bucket_of(name_of(term, split), count)].append(term)
    texts = tuple(_text((term, rows[term]) for term in sorted(terms)) for terms in buckets)
    return Buckets(texts, tuple(sorted(split)), lengths)


def count_of(lengths: Iterable[int], size: int = SIZE) -> int:
    """How many files of terms there are: a number that a few letters more or less seldom change."""
    count = min(MOST, 1 + sum(lengths) // size)
    step = 1 << max(0, count.bit_length() - _SHARP)
    return count // step * step


def is_long(length: int, size: int = SIZE) -> bool:
    """Whether the rows of a unit are too many for one file."""
    return length > 2 * size


def name_of(term: str, split: Container[str]) -> str:
    """What decides in which file a term is."""
    unit = term.partition(" ")[0]
    return term[: len(unit) + 2] if unit in split else unit


def rows_in(text: str) -> dict[str, str]:
    """Key → value of a file that `text_of_rows` or `coded_list` wrote."""
    found: dict[str, str] = {}
    key = ""
    for line in text.split("\n"):
        if line:
            coded, _, value = line.partition("\t")
            key = key[: ord(coded[0]) - ord(digit(0))] + coded[1:]
            found[key] = value
    return found


def text_of_rows(rows: Mapping[str, str]) -> str:
    """A file of rows."""
    return _text((term, rows[term]) for term in sorted(rows))


def bucket_of(name: str, count: int) -> int:
    """The number of the file in which terms of a name are."""
    found = _OFFSET
    for letter in name:
        found = ((found ^ ord(letter)) * _PRIME) & _BITS
    return found % count


@dataclass(frozen=True, slots=True)
class Shards:
    """Files of sorted rows, and what tells them apart."""

    texts: tuple[str, ...]
    separators: tuple[str, ...]
    """One for each file: no key in it is smaller, and every key before it is."""


def sharded(rows: Sequence[tuple[str, str]], size: int = 3 * SIZE) -> Shards:
    """Cut rows of key and value, sorted by key."""
    parts: list[list[tuple[str, str]]] = []
    length = size
    for key, value in rows:
        if length >= size:
            parts.append([])
            length = 0
        parts[-1].append((key, value))
        length += len(key) // 2 + len(value) + 3
    lasts = ["", *(part[-1][0] for part in parts)]
    separators = (_between(before, part[0][0]) for before, part in zip(lasts, parts, strict=False))
    return Shards(tuple(_text(part) for part in parts), tuple(separators))


def coded_list(keys: Sequence[str]) -> str:
    """Sorted keys on a line each, front-coded."""
    return "\n".join(_front_coded(key, before) for before, key in zip(("", *keys), keys, strict=False))


def _text(rows: Iterable[tuple[str, str]]) -> str:
    lines, before = [], ""
    for key, value in rows:
        lines.append(f"{_front_coded(key, before)}\t{value}\n")
        before = key
    return "".join(lines)


def _front_coded(key: str, before: str) -> str:
    """How many letters a key shares with the one before it, then the others."""
    shared = _common(key, before)
    return digit(shared) + key[shared:]


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
