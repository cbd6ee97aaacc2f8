"""Two folders change places: in one rename where the system can, else in two with a way back."""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
"""Both from Linux's fcntl.h; see renameat2(2)."""
_RENAME_SWAP = 2
"""From Darwin's stdio.h; see renamex_np(2)."""
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.EXDEV, errno.ENOTSUP, errno.EOPNOTSUPP}


def exchange(new: Path, site: Path, aside: Path) -> None:
    """Put the new folder in the place of the site; the old one is then at `new` or at `aside`.

    At no instant is there nothing at `site`, except between the two renames of a system without
    exchange: a process killed there leaves the old site at `aside`.
    """
    if not _exchanged(new, site):
        _renamed_twice(new, site, aside)


def _exchanged(new: Path, site: Path) -> bool:
    call = _system_call()
    if call is None:
        return False
    ctypes.set_errno(0)
    if call(os.fsencode(new), os.fsencode(site)) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(new), None, str(site))


def _system_call() -> Callable[[bytes, bytes], int] | None:
    darwin = sys.platform == "darwin"
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        call = libc.renamex_np if darwin else libc.renameat2
    except AttributeError:  # glibc before 2.28, musl before 1.2.6
        return None
    path, flags = ctypes.c_char_p, ctypes.c_uint
    if darwin:
        call.argtypes = (path, path, flags)
        return lambda a, b: int(call(a, b, _RENAME_SWAP))
    call.argtypes = (ctypes.c_int, path, ctypes.c_int, path, flags)
    return lambda a, b: int(call(_AT_FDCWD, a, _AT_FDCWD, b, _RENAME_EXCHANGE))


def _renamed_twice(new: Path, site: Path, aside: Path) -> None:
    site.rename(aside)
    try:
        new.rename(site)
    except BaseException:
        aside.rename(site)
        raise
