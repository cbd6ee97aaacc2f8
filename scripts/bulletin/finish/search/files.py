"""The files of an index: a small one that may change, and those that it names, which never do."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
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


def written(catalogues: Iterable[Catalogue]) -> Iterator[tuple[str, bytes]]:
    """Address and content of every file; the same content gives the same bytes at the same addresses."""
    for catalogue in catalogues:
        yield from _of_locale(catalogue)


def _of_locale(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    folder = Folder(catalogue.locale)
    thesaurus = Thesaurus(catalogue.synonyms, folder)
    rows, units = rows_of(weighed(entry, folder, thesaurus) for entry in catalogue.entries)
    terms = bucketed(rows)
    words = sharded([(unit, digit(units[unit].bit_length())) for unit in sorted(units)])
    files = {f"t{at}.txt": text for at, text in enumerate(terms.texts)}
    files |= {f"w{at}.txt": text for at, text in enumerate(words.texts)}
    entries = catalogue.entries
    together = 1 + len(entries) // MOST
    for at in range(0, len(entries), together):
        files[f"r{at // together}.json"] = _json([_result(entry) for entry in entries[at : at + together]])
    digest = sha256()
    for name, text in files.items():
        digest.update(f"{name}\n{text}\n".encode())
    path = f"{FOLDER}/{digest.hexdigest()[:12]}/{catalogue.locale}/"
    manifest = {
        "path": path,
        "pages": len(entries),
        "together": together,
        "files": len(terms.texts),
        "split": coded_list(terms.split),
        "words": coded_list(words.separators),
        "without": sorted(WITHOUT.get(catalogue.locale, ())),
    }
    yield f"{FOLDER}/{catalogue.locale}.json", _json(manifest).encode()
    yield from ((path + name, text.encode()) for name, text in files.items())


def _result(entry: Entry) -> list[str]:
    return [entry.url, entry.title, entry.date, entry.section, entry.description]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
