"""What a build keeps of an index beside the site: readers need none of it."""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from bulletin.finish.search.files import Index, manifest_file
from bulletin.finish.store import keep, kept, prune

FOLDER = "search"
KEPT = 40
"""Indexes: other branches have others, and each locale its own."""


def keep_lengths(index: Index, cache: Path) -> None:
    """Keep how long the rows of each unit are; a full or read-only disk costs time, nothing else."""
    entry = _entry(cache, manifest_file(index.manifest)[1])
    with suppress(OSError):
        keep(entry, marshal.dumps(dict(index.lengths), 2))
        prune(entry.parent, (entry.name,), KEPT)


def kept_lengths(cache: Path, manifest: bytes) -> Mapping[str, int] | None:
    """Unit → letters of its rows in the index of a manifest; None where they are not known."""
    data = kept(_entry(cache, manifest))
    if data is None:
        return None
    found: dict[str, int] = marshal.loads(data)  # noqa: S302 - whole, and written above
    return found


def _entry(cache: Path, manifest: bytes) -> Path:
    return cache / FOLDER / blake2b(manifest, digest_size=16).hexdigest()
