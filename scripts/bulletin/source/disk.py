"""Files on the disk: read without following a link or waiting for a pipe, named so that all can print it."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def read_regular(path: Path) -> bytes:
    """The bytes of a regular file, without following a link that took its place meanwhile.

    Raises OSError where there is no such file; a pipe, from which nothing may ever come, is none.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(22, "not a regular file", str(path))
        return stream.read()


def printable(path: str) -> str:
    """A path as it can be printed anywhere: bytes that are no UTF-8 and control characters as escapes."""
    text = path.encode("utf-8", "backslashreplace").decode()
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
