"""The files of an index: a small one that may change, and those that it names.

The folder of the terms and results is named by all that decides what is where; while that is the same, a text changes
the terms of its own words and no other file. Who reads terms asks for them with the digest of all of them behind the
address, so that no cache on the way gives those of another day. Words lie in a folder of their own digest.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from bulletin.finish.search.documents import weighed
from bulletin.finish.search.folding import WITHOUT, Folder
from bulletin.finish.search.postings import digit, rows_of
from bulletin.finish.search.shards import bucketed, coded_list, sharded
from bulletin.finish.search.synonyms import Thesaurus
from bulletin.model.search import Catalogue, Entry

FOLDER = "search"
MOST = 2000
"""Files of results; of a larger site there are several in each."""
_NAME = 12
"""Hexadecimal digits of a digest in an address."""


@dataclass(frozen=True, slots=True)
class Index:
    """One locale's, with what is to be known to change a few of its rows."""

    manifest: Mapping[str, object]
    files: Mapping[str, str]
    """Address below the root → text, without the manifest."""
    lengths: Mapping[str, int]
    """Unit → letters of its rows (shards.bucketed)."""


def written(
    catalogues: Iterable[Catalogue], told: Callable[[Index], None] | None = None
) -> Iterator[tuple[str, bytes]]:
    """Address and content of every file; the same content gives the same bytes at the same addresses.

    Each index is `told` to who asks.
    """
    for catalogue in catalogues:
        index = index_of(catalogue)
        if told is not None:
            told(index)
        yield from files_of(index)


def index_of(catalogue: Catalogue) -> Index:
    """The index of everything that can be found in a locale."""
    folder = Folder(catalogue.locale)
    thesaurus = Thesaurus(catalogue.synonyms, folder)
    entries = catalogue.entries
    rows, units = rows_of(weighed(entry, folder, thesaurus) for entry in entries)
    terms = bucketed(rows)
    together = 1 + len(entries) // MOST
    results = [
        _json([_result(entry) for entry in entries[at : at + together]]) for at in range(0, len(entries), together)
    ]
    words = words_of([(unit, digit(units[unit].bit_length())) for unit in sorted(units)], catalogue.locale)
    split = coded_list(terms.split)
    path = f"{FOLDER}/{_digest([str(len(terms.texts)), split, *results])}/{catalogue.locale}/"
    manifest = {
        "path": path,
        "terms": digest_of_terms(sha256(text.encode()).hexdigest() for text in terms.texts),
        "lists": words.path,
        "pages": len(entries),
        "together": together,
        "files": len(terms.texts),
        "split": split,
        "words": words.separators,
        "without": sorted(WITHOUT.get(catalogue.locale, ())),
    }
    files = {f"{path}t{at}.txt": text for at, text in enumerate(terms.texts)}
    files |= {f"{path}r{at}.json": text for at, text in enumerate(results)}
    return Index(manifest, {**files, **words.files}, terms.lengths)


def files_of(index: Index) -> Iterator[tuple[str, bytes]]:
    """Address and content of every file of an index."""
    yield manifest_file(index.manifest)
    yield from ((address, text.encode()) for address, text in index.files.items())


def manifest_file(manifest: Mapping[str, object]) -> tuple[str, bytes]:
    """Address and content of the file that tells where the others are."""
    locale = str(manifest["path"]).split("/")[2]
    return f"{FOLDER}/{locale}.json", _json(manifest).encode()


@dataclass(frozen=True, slots=True)
class Words:
    """All units of a locale, in files."""

    path: str
    files: Mapping[str, str]
    separators: str


def words_of(rows: Sequence[tuple[str, str]], locale: str) -> Words:
    """The files of units, sorted, each with how often it is found."""
    shards = sharded(rows)
    path = f"{FOLDER}/{_digest(shards.texts)}/{locale}/"
    files = {f"{path}w{at}.txt": text for at, text in enumerate(shards.texts)}
    return Words(path, files, coded_list(shards.separators))


def digest_of_terms(hashes: Iterable[str]) -> str:
    """Of the SHA-256 of every file of terms, in their order."""
    return _digest(hashes)


def _digest(texts: Iterable[str]) -> str:
    digest = sha256()
    for text in texts:
        digest.update(f"{text}\n".encode())
    return digest.hexdigest()[:_NAME]


def _result(entry: Entry) -> list[str]:
    return [entry.url, entry.title, entry.date, entry.section, entry.description]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
