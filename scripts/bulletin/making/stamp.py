"""Knows when a build would do what the last one did, without reading anything: it says the same, and is done.

A stamp belongs to one call (its arguments, folder and environment) and holds a digest of every file on which the
result depends, until when time alone changes nothing, and what the build printed. Locally a file's size, times and
inode stand for its content; where `CI` is set its content is read (architecture.md, "Cache key").

This module imports next to nothing, because nothing else is imported when it finds that all is as it was.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

TICK = 100_000_000
"""Nanoseconds within which a disk may give two changes one time: ten times what Linux needs at 100 Hz."""
KEPT = 20
"""Stamps of other calls that are kept."""
ENVIRONMENT = ("CI", "SOURCE_DATE_EPOCH", "TZ", "LANG", "LC_ALL", "PYTHONHASHSEED")
"""Variables on which a result, or what is printed, may depend."""
_LEFT_OUT = frozenset({"__pycache__", ".git", ".DS_Store"})


@dataclass(frozen=True, slots=True)
class Stamp:
    """What holds of a site as one call has left it."""

    inputs: str
    """Digest of the files that were read."""
    begins: float
    """The instant for which the site was built, in seconds since 1970 (UTC)."""
    ends: float
    """The instant at which time alone may change it."""
    is_fixed: bool
    """Whether the call itself names the instant."""
    said: str
    """What was told of the content, with a newline behind each line."""
    next: str
    """The line that says when to build again."""
    places: Sequence[str]
    """Files and folders that were read."""
    site_dir: str
    shown: str
    """The folder of the site as the call names it."""
    site: str
    """Digest of the site as it was left."""


ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / ".build" / "cache" / "stamps"
_NEVER = frozenset({"--no-cache", "--help", "-h"})


def told_again(arguments: Sequence[str]) -> bool:
    """Say what the last build of this call has said, if nothing has changed since; False if it must be done."""
    began = time.monotonic()
    stamp = None if _NEVER & set(arguments) else find(file_of(arguments))
    if stamp is None:
        return False
    took = time.monotonic() - began
    try:
        text = f"{stamp.said}không đổi / unchanged: {stamp.shown} ({took:.2f} s)\n{stamp.next}\n"
        sys.stdout.buffer.write(text.encode(errors="backslashreplace"))
        sys.stdout.flush()
    except BrokenPipeError:  # who reads our output may leave early
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    return True


def file_of(arguments: Sequence[str]) -> Path:
    """Where the stamp of a call is kept."""
    variables = (f"{name}={os.environ.get(name)}" for name in ENVIRONMENT)
    here = os.getcwd()  # noqa: PTH109 - pathlib costs time here
    values = [sys.version, str(ROOT), here, _packages(), *arguments, *variables]
    return FOLDER / blake2b("\0".join(values).encode(errors="surrogateescape"), digest_size=12).hexdigest()


def _packages() -> str:
    """When packages were last put beside this interpreter, or taken away."""
    folder = f"{sys.prefix}/lib/python{sys.version_info[0]}.{sys.version_info[1]}/site-packages"
    try:
        return str(os.stat(folder).st_mtime_ns)  # noqa: PTH116 - pathlib costs time here
    except OSError:
        return ""


@dataclass(frozen=True, slots=True)
class Seen:
    """Files as they were at one moment."""

    digest: str
    newest: int
    """When the last of them changed, in nanoseconds; 0 where contents were read."""


_seen: dict[tuple[str, ...], Seen] = {}
"""What this process has looked at while it decided whether there is anything to do."""


def look(places: Sequence[str], *, trusts_stat: bool) -> Seen:
    """All files at some places, folders with all that is below them; of what is not there, that it is not."""
    digest = blake2b(digest_size=20)
    newest = 0
    for place in places:
        digest.update(f"\0{place}\0".encode(errors="surrogateescape"))
        for path, found in _walk(place):
            if trusts_stat:
                newest = max(newest, found.st_mtime_ns, found.st_ctime_ns)
                mark = f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino} {found.st_mode}"
                digest.update(f"{path}\0{mark}\n".encode(errors="surrogateescape"))
            else:
                digest.update(_content(path))
    return Seen(digest.hexdigest(), newest)


def inputs_of(places: Sequence[str], *, trusts_stat: bool) -> Seen:
    """The same, from what this process has seen already: before it read anything of it."""
    return _seen.get(tuple(places)) or look(places, trusts_stat=trusts_stat)


def _content(path: str) -> bytes:
    name = path.encode(errors="surrogateescape")
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            return name + b"\0" + blake2b(file.read(), digest_size=20).digest()
    except OSError as error:
        return name + b"\0" + str(error.errno).encode()


def _walk(place: str) -> Iterator[tuple[str, os.stat_result]]:
    """Every file of a place and its state, in the order of their names; links are not followed."""
    try:
        entries = sorted(os.scandir(place), key=lambda entry: entry.name)
    except NotADirectoryError:
        yield place, os.stat(place)  # noqa: PTH116 - as above
        return
    except OSError:
        return
    for entry in entries:
        if entry.name in _LEFT_OUT:
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path)
            else:
                yield entry.path, entry.stat(follow_symlinks=False)
        except OSError:
            continue


def load(file: Path) -> Stamp | None:
    """A stamp, if it is there and whole."""
    try:
        digest, _, text = file.read_text(encoding="utf-8", errors="surrogateescape").partition("\n")
        if digest != _checksum(text):
            return None
        return Stamp(**json.loads(text))
    except (OSError, ValueError, TypeError):
        return None


def save(file: Path, stamp: Stamp, newest: int, began: int) -> None:
    """Keep a stamp, in one step; a full or read-only disk costs time, nothing else.

    Where something changed just before the build began, in nanoseconds, a second change may have the same time: then
    there is no stamp.
    """
    if newest >= began - TICK:
        return
    values = {name: getattr(stamp, name) for name in Stamp.__slots__}
    text = json.dumps(values, ensure_ascii=False)
    beside = file.with_name(f"{file.name}-{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(f"{_checksum(text)}\n{text}", encoding="utf-8", errors="surrogateescape")
        beside.replace(file)
        others = sorted(file.parent.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        for old in others[:-KEPT]:
            old.unlink()
    except OSError:
        return


def _checksum(text: str) -> str:
    return blake2b(text.encode(errors="surrogatepass"), digest_size=16).hexdigest()


def find(file: Path) -> Stamp | None:
    """The stamp of a call whose result still stands; None if anything has changed, or may have."""
    stamp = load(file)
    if stamp is None or not stamp.inputs or not stamp.begins <= _now(stamp) < stamp.ends:
        return None
    trusts_stat = not os.environ.get("CI")
    _seen[tuple(stamp.places)] = seen = look(stamp.places, trusts_stat=trusts_stat)
    if seen.digest != stamp.inputs or look([stamp.site_dir], trusts_stat=trusts_stat).digest != stamp.site:
        return None
    return stamp


def _now(stamp: Stamp) -> float:
    """The clock, or the fixed instant that is part of the call, and so of the stamp's name."""
    return stamp.begins if stamp.is_fixed else time.time()
