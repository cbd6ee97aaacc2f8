"""The files of an index: a small one that may change, and those that it names, which never do."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256

from bulletin.finish.search.documents import weighed
from bulletin.finish.search.folding import Folder
from bulletin.finish.search.postings import Inverted, digit, encoded
from bulletin.finish.search.shards import coded_list, sharded
from bulletin.finish.search.synonyms import Thesaurus
from bulletin.model.search import Catalogue, Entry

FOLDER = "search"
TOGETHER = 2
"""Results in one file."""


def written(catalogues: Iterable[Catalogue]) -> Iterator[tuple[str, bytes]]:
    """Address and content of every file; the same content gives the same bytes at the same addresses."""
    for catalogue in catalogues:
        yield from _of_locale(catalogue)


def _of_locale(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    folder = Folder(catalogue.locale)
    thesaurus = Thesaurus(catalogue.synonyms, folder)
    inverted = Inverted(weighed(entry, folder, thesaurus) for entry in catalogue.entries)
    terms = sharded((term, encoded(inverted.terms[term])) for term in sorted(inverted.terms))
    words = sharded((unit, digit(inverted.units[unit].bit_length())) for unit in sorted(inverted.units))
    files = {f"t{at}.txt": text for at, text in enumerate(terms.texts)}
    files |= {f"w{at}.txt": text for at, text in enumerate(words.texts)}
    entries = catalogue.entries
    for at in range(0, len(entries), TOGETHER):
        files[f"r{at // TOGETHER}.json"] = _json([_result(entry) for entry in entries[at : at + TOGETHER]])
    digest = sha256()
    for name, text in files.items():
        digest.update(f"{name}\n{text}\n".encode())
    path = f"{FOLDER}/{digest.hexdigest()[:12]}/{catalogue.locale}/"
    manifest = {
        "path": path,
        "pages": len(entries),
        "together": TOGETHER,
        "terms": coded_list(terms.separators),
        "words": coded_list(words.separators),
    }
    yield f"{FOLDER}/{catalogue.locale}.json", _json(manifest).encode()
    yield from ((path + name, text.encode()) for name, text in files.items())


def _result(entry: Entry) -> list[str]:
    return [entry.url, entry.title, entry.date, entry.section, entry.description]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
