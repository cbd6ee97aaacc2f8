"""Files written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
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
    write_all({path: data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write several files, or none: all beside their places before the first is put there.

    Raises OSError, and then puts back those that were already in place.
    """
    old: dict[Path, bytes | None] = {}
    beside = {path: path.parent / f".{path.name}-{os.getpid()}" for path in files}
    try:
        for path, data in files.items():
            beside[path].write_bytes(data)
        for path in files:
            old[path] = path.read_bytes() if path.is_file() else None
            try:
                beside[path].replace(path)
            except OSError:
                del old[path]
                raise
    except OSError:
        for path, was in old.items():
            with suppress(OSError):
                if was is None:
                    path.unlink()
                else:
                    path.write_bytes(was)
        raise
    finally:
        for path in beside.values():
            path.unlink(missing_ok=True)
