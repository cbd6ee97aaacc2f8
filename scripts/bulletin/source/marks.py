"""What the files of a bundle are, without reading them where that is allowed (architecture.md, "Cache key")."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin.source.disk import read_regular

if TYPE_CHECKING:
    from bulletin.source.tree import Bundle

PACKAGES = ("babel", "PyYAML", "Pillow", "python-slugify", "tzdata")
"""Packages whose version a result depends on."""
_TEXTS = (".md", ".lock", "waivers.yml")
"""What is read with the bulletin, and what the check alone reads; none of it is published as it lies there."""
TICK = 100_000_000
"""Nanoseconds within which a disk may give two changes one time: ten times what Linux needs at 100 Hz."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The state of a bundle."""

    digest: str
    newest: int
    """When the last of its files changed, in nanoseconds; 0 where the digest is that of their contents."""
    others: str
    """The same as `digest`, of what is neither a text nor read by the check alone: pictures and files to download."""


def mark_of(docs: Path, bundle: Bundle, *, trusts_stat: bool) -> Mark:
    """What a bundle is now: to be taken before it is read, so that a change meanwhile is seen next time."""
    digest, others = blake2b(digest_size=16), blake2b(digest_size=16)
    newest = 0
    for name, path in sorted(bundle.files.items()):
        state = f"{name}\0{path}\0{bundle.is_misplaced}\0".encode(errors="surrogateescape")
        try:
            if trusts_stat:
                found = os.lstat(f"{docs}/{path}")
                newest = max(newest, found.st_mtime_ns, found.st_ctime_ns)
                state += f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}\0".encode()
            else:
                state += blake2b(read_regular(docs / path)).digest()
        except OSError as error:
            state += f"{error.errno}\0".encode()
        digest.update(state)
        if not name.endswith(_TEXTS):
            others.update(state)
    return Mark(digest.hexdigest(), newest, others.hexdigest())


@cache
def code_digest(*folders: str) -> str:
    """Of our own code in some packages, of Python, and of the packages on which reading depends."""
    digest = blake2b(digest_size=16)
    root = Path(__file__).parents[1]
    for path in _modules(root, folders):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    digest.update(platform.python_version().encode())
    digest.update(" ".join(version(package) for package in PACKAGES).encode())
    return digest.hexdigest()


def _modules(root: Path, folders: Iterable[str]) -> Iterable[Path]:
    return (path for folder in folders for path in sorted((root / folder).rglob("*.py")))
