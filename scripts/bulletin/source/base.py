"""The content as it was at an earlier revision: some of its bundles, read from git into a folder."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from bulletin.source.changes import PATIENCE
from bulletin.source.disk import printable
from bulletin.source.git import FAILURES, git
from bulletin.source.registries import DATA_FOLDER, POLICY_FILE

TEXTS = (b".md", b".lock", b".yml")
"""What decides how a translation stands; pictures and attachments do not."""
_FILES = (b"100644", b"100755")


def write_base(docs: Path, revision: str, folders: Collection[str], into: Path) -> bool:
    """Write the texts of some folders below the docs folder, and the policy, as a commit has them.

    False where git does not have them all: a clone may lack what it has not fetched.
    """
    try:
        listed = git(docs, "ls-tree", "-r", "-z", revision, ".", timeout=PATIENCE)
        wanted = [(name, ident) for name, ident in _files(listed) if _is_wanted(name, folders)]
        told = b"".join(ident + b"\n" for _, ident in wanted)
        contents = git(docs, "cat-file", "--batch", told=told, timeout=PATIENCE) if wanted else b""
    except FAILURES:
        return False
    at = 0
    for name, _ in wanted:
        head, _, _ = contents[at : at + 200].partition(b"\n")
        at += len(head) + 1
        if not head.rpartition(b" ")[2].isdigit():  # "… missing"
            return False
        size = int(head.rpartition(b" ")[2])
        path = into / os.fsdecode(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(contents[at : at + size])
        at += size + 1
    return True


def _files(listed: bytes) -> Iterator[tuple[bytes, bytes]]:
    """(path, object) of every regular file; `..` and the like, which no git of today writes, are left out."""
    for entry in listed.split(b"\0"):
        head, _, name = entry.partition(b"\t")
        parts = name.split(b"/")
        if head.split(b" ")[0] in _FILES and not {b"", b".", b".."} & set(parts):
            yield name, head.split(b" ")[2]


def _is_wanted(name: bytes, folders: Collection[str]) -> bool:
    path = printable(os.fsdecode(name))
    if path == f"{DATA_FOLDER}/{POLICY_FILE}":
        return True
    return name.endswith(TEXTS) and path.rpartition("/")[0] in folders
