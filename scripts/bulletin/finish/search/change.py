"""An index after a text has changed: the rows of its words are written anew, and all else stands as it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from bulletin.finish.search.documents import Weighed, weighed
from bulletin.finish.search.files import Index, digest_of_terms, manifest_file, words_of
from bulletin.finish.search.folding import Folder
from bulletin.finish.search.postings import Row, digit
from bulletin.finish.search.shards import bucket_of, count_of, is_long, name_of, rows_in, text_of_rows
from bulletin.finish.search.synonyms import Thesaurus
from bulletin.model.search import Entry, Synonyms

Reader = Callable[[str], str]
"""Gives the text of a file of the standing index by its address."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An index as it stands."""

    manifest: Mapping[str, object]
    lengths: Mapping[str, int]
    """As in Index."""
    read: Reader
    hashes: Callable[[str], str]
    """Gives the SHA-256 of a file by its address, in hexadecimal."""


@dataclass(frozen=True, slots=True)
class Turned:
    """One page whose text is another now."""

    number: int
    """Its place among the entries."""
    before: Entry
    after: Entry


@dataclass(slots=True)
class _Work:
    """What is changed on the way."""

    lengths: dict[str, int]
    buckets: dict[int, dict[str, str]] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    """Unit → how often it is found now, in letters; empty for never."""


def changed(standing: Standing, turned: Sequence[Turned], synonyms: Sequence[Synonyms], locale: str) -> Index | None:
    """The files that are other ones now, and what is known of the whole; None where all have to be made anew."""
    folder = Folder(locale)
    thesaurus = Thesaurus(synonyms, folder)
    work = _Work(dict(standing.lengths))
    for each in turned:
        if _result(each.before) != _result(each.after):
            return None
        _turn(work, standing, each.number, *(weighed(entry, folder, thesaurus) for entry in (each.before, each.after)))
    manifest, path = dict(standing.manifest), str(standing.manifest["path"])
    count, split = int(str(manifest["files"])), _split(manifest)
    moved = {unit for unit in work.lengths.keys() | standing.lengths.keys() if is_long(work.lengths.get(unit, 0))}
    if count_of(work.lengths.values()) != count or moved != split:
        return None
    texts = {f"{path}t{at}.txt": text_of_rows(rows) for at, rows in work.buckets.items()}
    hashes = {address: sha256(text.encode()).hexdigest() for address, text in texts.items()}
    names = (f"{path}t{at}.txt" for at in range(count))
    manifest["terms"] = digest_of_terms(hashes.get(name) or standing.hashes(name) for name in names)
    files = dict(texts)
    if work.units:
        words = words_of(sorted(_words(standing, work.units).items()), locale)
        manifest |= {"lists": words.path, "words": words.separators}
        files |= words.files
    return Index(manifest, files, work.lengths)


def _turn(work: _Work, standing: Standing, number: int, before: Weighed, after: Weighed) -> None:
    """Take one page out of the rows of its words, and put it into those that it has now."""
    for pair in before.pairs.keys() | after.pairs.keys():
        if before.pairs.get(pair) != after.pairs.get(pair):
            _write(work, standing, pair, number, {"": after.pairs[pair]} if pair in after.pairs else {})
    was, now = _by_unit(before), _by_unit(after)
    for unit in was.keys() | now.keys():
        if was.get(unit) == now.get(unit):
            continue
        old, new = _write(work, standing, unit, number, now.get(unit, {}))
        if _often(old) != _often(new) or unit in work.units:
            work.units[unit] = _often(new)


def _by_unit(page: Weighed) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for (unit, code), level in page.units.items():
        found.setdefault(unit, {})[code] = level
    return found


def _write(work: _Work, standing: Standing, term: str, number: int, levels: Mapping[str, int]) -> tuple[Row, Row]:
    """Change a row; return it as it was and as it is."""
    unit, split = term.partition(" ")[0], _split(standing.manifest)
    at = bucket_of(name_of(term, split), int(str(standing.manifest["files"])))
    if at not in work.buckets:
        work.buckets[at] = rows_in(standing.read(f"{standing.manifest['path']}t{at}.txt"))
    rows = work.buckets[at]
    before = Row.read(rows.get(term, ""))
    after = before.with_page(number, levels)
    beside = len(term) - len(unit) + 2
    old, new = rows.pop(term, ""), after.written()
    length = work.lengths.get(unit, 0) - (len(old) + beside if old else 0) + (len(new) + beside if new else 0)
    work.lengths.pop(unit, None)
    if length:
        work.lengths[unit] = length
    if new:
        rows[term] = new
    return before, after


def _often(row: Row) -> str:
    """How often a unit is found, as the files of words say it; empty for never."""
    pages = row.pages
    return digit(pages.bit_length()) if pages else ""


def _words(standing: Standing, changes: Mapping[str, str]) -> dict[str, str]:
    count = len(rows_in(str(standing.manifest["words"])))
    rows: dict[str, str] = {}
    for at in range(count):
        rows |= rows_in(standing.read(f"{standing.manifest['lists']}w{at}.txt"))
    rows |= changes
    return {unit: often for unit, often in rows.items() if often}


def _split(manifest: Mapping[str, object]) -> set[str]:
    return set(rows_in(str(manifest["split"])))


def _result(entry: Entry) -> tuple[str, ...]:
    return entry.url, entry.title, entry.date, entry.section, entry.description


def manifest_of(data: bytes) -> Mapping[str, object]:
    """A manifest as it was written. Raises ValueError."""
    found = json.loads(data)
    if not isinstance(found, dict) or manifest_file(found)[1] != data:
        raise ValueError("manifest")
    return found
