"""What stands in a published site and in its spare tree: of each file its key, its hash, and its state on the disk.

The ledger is only believed where the disk agrees: a file is sound while its size, times and inode are those that were
written down after it was made (architecture.md, "Cache key"), or while its content has the hash that was.
"""

from __future__ import annotations

import marshal
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

State = tuple[int, int, int, int]
"""Size, mtime_ns, ctime_ns, inode."""
_CHECKSUM_BYTES = 32
_FORM = 1
"""Of the file; another form is as good as none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a tree."""

    key: str
    """What its maker said it depends on."""
    sha256: str
    """In hexadecimal."""
    state: State


@dataclass(frozen=True, slots=True)
class Ledger:
    """Two trees, by address below their roots."""

    site: Mapping[str, Entry] = field(default_factory=dict)
    spare: Mapping[str, Entry] = field(default_factory=dict)


def read_ledger(file: Path) -> Ledger:
    """The ledger in a file; an empty one where there is none, or none that is whole."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        data = file.read_bytes()
        if data[:_CHECKSUM_BYTES] == _checksum(data[_CHECKSUM_BYTES:]):
            form, *trees = marshal.loads(data[_CHECKSUM_BYTES:])  # noqa: S302 - whole, and written below
            if form == _FORM:
                return Ledger(*({at: Entry(*values) for at, *values in tree} for tree in trees))
    return Ledger()


def write_ledger(file: Path, ledger: Ledger) -> None:
    """Write it beside the old one, then in its place; a full or read-only disk costs time, nothing else."""
    trees = (
        [(at, each.key, each.sha256, each.state) for at, each in tree.items()] for tree in (ledger.site, ledger.spare)
    )
    data = marshal.dumps((_FORM, *trees), 2)
    beside = file.with_name(f"{file.name}-{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_checksum(data) + data)
        beside.replace(file)


def _checksum(data: bytes) -> bytes:
    return blake2b(data, digest_size=_CHECKSUM_BYTES).digest()


def state_of(path: str | Path) -> State | None:
    """How a regular file lies on the disk; None for anything else."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def states_below(root: Path) -> tuple[dict[str, State | None], list[str]]:
    """Every file below a folder, None for what is no regular file; and every folder."""
    files: dict[str, State | None] = {}
    folders: list[str] = []
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            entries = list(os.scandir(root / folder))
        except OSError:
            continue
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_dir(follow_symlinks=False):
                folders.append(path)
                waiting.append(path)
            elif entry.is_file(follow_symlinks=False):
                found = entry.stat(follow_symlinks=False)
                files[path] = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
            else:
                files[path] = None
    return files, folders
