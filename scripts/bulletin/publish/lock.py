"""One publication of a site at a time, among processes and threads of one machine."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PAUSE_SECONDS = 0.05


class BusyError(Exception):
    """Another holder did not let go in time."""


@contextmanager
def held(path: Path, wait_seconds: float) -> Iterator[None]:
    """Hold the lock file, which is gone afterwards; raises BusyError when another keeps it.

    The kernel lets go when the holder dies, so a lock file found after a kill holds nobody up.
    """
    descriptor = _acquired(path, time.monotonic() + wait_seconds)
    try:
        yield
    finally:
        with suppress(OSError):  # what was published is published; the next one removes the file
            path.unlink()
        os.close(descriptor)


def _acquired(path: Path, deadline: float) -> int:
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_still_there(descriptor, path):
                return descriptor
        except BlockingIOError:
            pass
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)
        if time.monotonic() >= deadline:
            raise BusyError
        time.sleep(_PAUSE_SECONDS)


def _is_still_there(descriptor: int, path: Path) -> bool:
    """Tell whether we locked the file at the path, not one that its last holder has removed."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    except FileNotFoundError:
        return False
