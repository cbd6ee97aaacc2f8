"""Files written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, text: str | bytes) -> None:
    """Write a file beside its place, then put it there; a device, a pipe or a link's target is written as what it is.

    Raises OSError, and then leaves everything as it was.
    """
    data = text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    beside = path.parent / f".{path.name}-{os.getpid()}"
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
