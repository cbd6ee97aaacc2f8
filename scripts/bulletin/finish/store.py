"""A folder of costly files, each under the digest of what it was made from; a damaged one is as good as none."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Collection
from pathlib import Path

_DIGEST_BYTES = 32


def kept(entry: Path) -> bytes | None:
    """What an entry holds, if it is whole: it begins with the digest of the rest."""
    try:
        data = entry.read_bytes()
    except OSError:
        return None
    content = data[_DIGEST_BYTES:]
    return content if data[:_DIGEST_BYTES] == hashlib.sha256(content).digest() else None


def keep(entry: Path, content: bytes) -> None:
    """Write an entry in one step."""
    entry.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=entry.parent, delete=False) as beside:
        beside.write(hashlib.sha256(content).digest() + content)
    Path(beside.name).replace(entry)


def prune(folder: Path, used: Collection[str], limit: int) -> None:
    """Remove the oldest entries that were not used, until no more than a number of entries is left."""
    if not folder.is_dir():
        return
    entries = [path for path in folder.iterdir() if path.is_file()]
    unused = sorted((path for path in entries if path.name not in used), key=lambda path: path.stat().st_mtime_ns)
    for path in unused[: max(0, len(entries) - limit)]:
        path.unlink(missing_ok=True)
