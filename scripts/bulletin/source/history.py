"""What git remembers of a source edition: the text of blocks that have changed.

Without git, or without their past, nothing. It is asked for words only: no state depends on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bulletin.model.bulletin import Edition
from bulletin.source.blocks import read_blocks
from bulletin.source.front_matter import EditionFile, read_edition
from bulletin.source.git import FAILURES, git

MAX_REVISIONS = 20
"""How far back a file's history is read."""
_MARK = "commit "


def old_texts(docs: Path, source: Edition, digests: Sequence[str], tags: tuple[str, ...]) -> list[str]:
    """The texts of blocks with these digests, in their order, as the newest revision that has each of them."""
    found = old_blocks(docs, source, digests, tags)
    return [found[digest] for digest in digests if digest in found]


def old_blocks(docs: Path, edition: Edition, digests: Iterable[str], tags: tuple[str, ...]) -> dict[str, str]:
    """Digest → text of the blocks that an edition once had; those that git does not know are left out."""
    found: dict[str, str] = {}
    wanted = set(digests)
    for data in _revisions(docs, edition.path) if wanted else ():
        was, _ = read_edition(EditionFile(edition.key, edition.locale, edition.path, data), tags)
        for block in read_blocks(was) if was else ():
            if block.digest in wanted:
                found.setdefault(block.digest, " ".join(block.text.split()))
        if len(found) == len(wanted):
            break
    return found


def _revisions(docs: Path, path: str) -> Iterator[bytes]:
    """The file as it was, newest first, under whatever name it had."""
    try:
        log = git(docs, "log", f"-{MAX_REVISIONS}", f"--format={_MARK}%H", "--follow", "--name-only", "--", path)
    except FAILURES:
        return
    commit = ""
    for line in log.decode("utf-8", "surrogateescape").splitlines():
        if line.startswith(_MARK):
            commit = line.removeprefix(_MARK)
        elif line:
            try:
                yield git(docs, "cat-file", "blob", f"{commit}:{line}")
            except FAILURES:
                continue
