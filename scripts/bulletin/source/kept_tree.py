"""A docs folder read again where it has changed: every other bundle is what it was when it was read last.

The file holds data under a checksum, an entry a bundle; what is damaged, foreign or of another version is read anew.
"""

from __future__ import annotations

import marshal
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import is_dataclass, replace
from enum import Enum
from hashlib import blake2b
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

from bulletin.model import approval, bulletin, documents, finding, kinds, waiver
from bulletin.model.approval import ApprovalLock
from bulletin.model.bulletin import Bulletin
from bulletin.source.approval_lock import approval_lock_of
from bulletin.source.coding import Coding
from bulletin.source.marks import TICK, Mark, code_digest, mark_of
from bulletin.source.tree import Tree, read_bundle, scan_tree

_CHECKSUM_BYTES = 32
_MODULES: tuple[ModuleType, ...] = (approval, bulletin, documents, finding, kinds, waiver)


def _is_ours(value: object, module: ModuleType) -> bool:
    is_kind = isinstance(value, type) and (is_dataclass(value) or issubclass(value, Enum))
    return is_kind and getattr(value, "__module__", "") == module.__name__


_Entry: TypeAlias = tuple[str, Any, str]
"""Mark, data, and the digest of the rest."""
CODING = Coding(value for module in _MODULES for value in vars(module).values() if _is_ours(value, module))


def read_tree_again(docs: Path, tags: tuple[str, ...], file: Path | None, *, trusts_stat: bool) -> Tree:
    """What `read_tree` gives; `file` is where the last reading is kept, None for nowhere."""
    began = time.time_ns()
    epoch = f"{code_digest('model', 'source')} {tags!r} {docs.resolve()}"
    known = _load(file, epoch) if file else {}
    bundles, findings = scan_tree(docs)
    bulletins: dict[str, Bulletin] = {}
    locks: dict[str, ApprovalLock] = {}
    kept: dict[str, _Entry] = {}
    rests: dict[str, str] = {}
    is_changed = False
    for bundle in bundles:
        mark = mark_of(docs, bundle, trusts_stat=trusts_stat) if file else None
        entry = known.get(bundle.key)
        if mark is not None and entry is not None and entry[0] == mark.digest:
            kept[bundle.key] = entry
            read, told, lock = CODING.read(entry[1])
            rest = entry[2]
        else:
            lock = approval_lock_of(docs, bundle.files)
            read, told = read_bundle(docs, bundle, tags)
            is_changed = True
            rest = _rest(read, mark) if mark else ""
            if mark is not None and mark.newest < began - TICK:
                kept[bundle.key] = mark.digest, CODING.written((read, tuple(told), lock)), rest
        rests[bundle.key] = rest
        if lock is not None:
            locks[bundle.key] = lock
        if read is not None:
            bulletins[bundle.key] = read
        findings += told
    if file and (is_changed or len(kept) != len(known)):
        _save(file, epoch, kept)
    return Tree(bulletins, tuple(sorted(findings, key=lambda each: each.sort_key)), locks, rests if file else {})


def _rest(read: Bulletin | None, mark: Mark) -> str:
    """Digest of a bulletin without its texts, and of the other files of its bundle."""
    if read is None:
        return mark.digest
    bare = replace(read, editions={tag: replace(edition, body="") for tag, edition in read.editions.items()})
    text = f"{CODING.written(bare)!r} {mark.others}"
    return blake2b(text.encode(errors="backslashreplace"), digest_size=16).hexdigest()


def _load(file: Path, epoch: str) -> dict[str, _Entry]:
    """What was kept of each bundle, by key."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        data = file.read_bytes()
        if data[:_CHECKSUM_BYTES] == _checksum(data[_CHECKSUM_BYTES:]):
            found, entries = marshal.loads(data[_CHECKSUM_BYTES:])  # noqa: S302 - whole, and written below
            if found == epoch:
                return {key: (digest, values, rest) for key, digest, values, rest in entries}
    return {}


def _save(file: Path, epoch: str, kept: Mapping[str, _Entry]) -> None:
    """Write the file beside the old one, then put it in its place; a full or read-only disk costs time alone."""
    data = marshal.dumps((epoch, [(key, *entry) for key, entry in kept.items()]), 2)
    beside = file.with_name(f"{file.name}-{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_checksum(data) + data)
        beside.replace(file)


def _checksum(data: bytes) -> bytes:
    return blake2b(data, digest_size=_CHECKSUM_BYTES).digest()
