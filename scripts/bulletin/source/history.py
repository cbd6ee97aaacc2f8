"""What git remembers of a source edition: the text of blocks that have changed.

Without git, or without their past, nothing. It is asked for words only: no state depends on it.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bulletin.model.bulletin import Edition
from bulletin.source.blocks import read_blocks
from bulletin.source.front_matter import EditionFile, read_edition

MAX_REVISIONS = 20
"""How far back a file's history is read."""
TIMEOUT = 10
"""Seconds after which git is left alone."""
_MARK = "commit "
# A clone without all its objects would ask the network for them (git 2.44 knows the variable; older ones the setting).
_OFFLINE = {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}


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
        log = _git(docs, "log", f"-{MAX_REVISIONS}", f"--format={_MARK}%H", "--follow", "--name-only", "--", path)
    except (OSError, subprocess.SubprocessError):
        return
    commit = ""
    for line in log.decode("utf-8", "surrogateescape").splitlines():
        if line.startswith(_MARK):
            commit = line.removeprefix(_MARK)
        elif line:
            try:
                yield _git(docs, "cat-file", "blob", f"{commit}:{line}")
            except (OSError, subprocess.SubprocessError):
                continue


def _git(folder: Path, *arguments: str) -> bytes:
    command = ["git", "-c", "core.quotePath=false", "-c", "protocol.allow=never", *arguments]
    environment = {**os.environ, **_OFFLINE}
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=TIMEOUT, env=environment)
    return done.stdout
