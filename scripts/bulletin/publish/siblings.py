"""Hidden folders beside a site: `.site.new-…`, a copy in the making, and `.site.old-…`, set aside.

Only the holder of the site's lock makes or removes them, so one that is there when the lock is
taken was left by a publication that was killed.
"""

import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def named(site: Path, kind: str) -> Path:
    """Return an unused name of the kind, "new" or "old", on the file system of the site."""
    return site.with_name(f".{site.name}.{kind}-{os.getpid()}-{secrets.token_hex(8)}")


def lock_file(site: Path) -> Path:
    """Return where the lock of the site is, while it is held."""
    return site.with_name(f".{site.name}.lock")


def left(site: Path, kind: str) -> Iterator[Path]:
    """Find the folders of the kind that stand beside the site."""
    pattern = re.compile(rf"\.{re.escape(site.name)}\.{kind}-\d+-[0-9a-f]{{16}}")
    for path in sorted(site.parent.iterdir()):
        if pattern.fullmatch(path.name) and path.is_dir() and not path.is_symlink():
            yield path


def clear(site: Path) -> None:
    """Remove them all, but where the site itself is missing, first put back the one set aside."""
    for path in left(site, "old"):
        if os.path.lexists(site):
            _remove(path)
        else:
            path.rename(site)
    for path in left(site, "new"):
        _remove(path)


def _remove(path: Path) -> None:
    with suppress(OSError):  # it is in nobody's way; the next publication tries again
        shutil.rmtree(path)
