"""A server's folder of releases: each is whole, the one that readers see is a link, and to switch is one rename.

    DIR/current → releases/000012-4f1d0a2b9c3e
    DIR/releases/000012-4f1d0a2b9c3e/site/…        the site, with .br and .gz beside what is text
                                     nginx/redirects.map
                                     manifest.sha256
    DIR/lasting/…      files whose names change with their content, of all releases: a page that a reader got
                       before the switch finds its own after it

Whenever the process dies or the disk fills, `current` leads to a whole release, the old one or the new one.
Unchanged files are hard links to those of the release before, so they keep the ETag that readers already have.
"""

import hashlib
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from bulletin.publish import errors, lock, manifest
from bulletin.publish.compress import ENCODINGS, compressed, is_compressible
from bulletin.publish.redirects import MAP, as_map, redirects
from bulletin.publish.tree import contents, naming, sync

CURRENT, RELEASES, LASTING, SITE, SERVER = "current", "releases", "lasting", "site", "nginx"
WAIT_SECONDS = 30.0
_NAME = re.compile(r"(?P<number>\d{6})-(?P<digest>[0-9a-f]{12})")
LASTING_NAMES = (
    r"^assets/[^/]+\.[0-9a-f]{10}\.[a-z0-9]+$|-[0-9a-f]{10}-[0-9]+\.webp$|(^|/)card-[0-9a-f]{10}\.(png|jpg)$"
    r"|^search/[0-9a-f]{12}/[^/]+/[^/]+$"
)
"""Files whose names change with their content: `assets/icon.bbe49900ef.svg`, `…/lua-0d9c3be1f2-800.webp`,
`…/card-0d9c3be1f2.png`, `search/0b2c6bb2830f/vi/t3.txt`."""
_LASTING = re.compile(LASTING_NAMES)
_THREADS = 16


@dataclass(frozen=True, slots=True)
class Release:
    """One published site."""

    path: Path
    number: int
    """Rises with every publication."""
    digest: str
    """Of the site's manifest: equal for equal sites."""

    @property
    def name(self) -> str:
        """Its folder's name."""
        return self.path.name


def is_lasting(path: str) -> bool:
    """Whether a file's name changes with its content, itself or the file of which it is a smaller form."""
    return _LASTING.search(path.removesuffix(".br").removesuffix(".gz")) is not None


def releases(base: Path) -> list[Release]:
    """The whole releases of a folder, the oldest first."""
    try:
        names = sorted(entry.name for entry in (base / RELEASES).iterdir())
    except FileNotFoundError:
        return []
    found = ((name, _NAME.fullmatch(name)) for name in names)
    return [
        Release(base / RELEASES / name, int(match["number"]), match["digest"])
        for name, match in found
        if match and (base / RELEASES / name / manifest.MANIFEST).is_file()
    ]


def current(base: Path) -> Release | None:
    """The release that readers see, if it is whole."""
    name = _name_of_current(base)
    return next((release for release in releases(base) if release.name == name), None)


def _name_of_current(base: Path) -> str:
    try:
        return (base / CURRENT).readlink().name
    except OSError:
        return ""


def moved_of(release: Release) -> str:
    """The former addresses of a release, as the server reads them."""
    return (release.path / SERVER / MAP).read_text(encoding="utf-8")


def publish(tree: Path, base: Path, keep: int, *, wait_seconds: float = WAIT_SECONDS) -> tuple[Release, bool]:
    """Make a site, which has its manifest, the one that readers see; False if they see it already.

    Keeps so many releases. Raises PublishError, and then the old site stands.
    """
    tree, base = Path(os.path.realpath(tree)), Path(os.path.realpath(base))
    if tree.is_relative_to(base) or base.is_relative_to(tree):
        raise errors.PublishError(errors.OVERLAP.filled(tree=tree, site=base))
    with _held(base, wait_seconds):
        manifest.verify(tree)
        seen = current(base)
        digest = hashlib.sha256(manifest.read(tree)).hexdigest()[:12]
        if seen and seen.digest == digest and _is_sound(seen):
            return seen, False
        stamp = _next_stamp(base)
        _remove_newer(base, seen)
        release = _made(tree, base, seen, digest, stamp)
        _keep_lasting(base, release)
        _switch(base, release)
        _prune(base, keep)
    return release, True


def roll_back(base: Path, *, wait_seconds: float = WAIT_SECONDS) -> Release:
    """Make the release before the current one the one that readers see. Raises PublishError where there is none."""
    base = Path(os.path.realpath(base))
    with _held(base, wait_seconds):
        seen = current(base)
        before = [release for release in releases(base) if seen and release.number < seen.number]
        if not before:
            raise errors.PublishError(errors.NO_EARLIER.filled(base=base))
        manifest.verify(before[-1].path)
        _keep_lasting(base, before[-1])
        _switch(base, before[-1])
    return before[-1]


def check_base(base: Path) -> None:
    """Refuse a folder that holds something else. Raises PublishError."""
    if not os.path.lexists(base):
        return
    if not base.is_dir():
        raise errors.PublishError(errors.NOT_A_FOLDER.filled(site=base))
    is_ours = (base / RELEASES).is_dir() and (base / CURRENT).is_symlink() == os.path.lexists(base / CURRENT)
    if not is_ours and any(entry.name != _LOCK for entry in base.iterdir()):
        raise errors.PublishError(errors.NOT_RELEASES.filled(base=base))


# One release


def _next_stamp(base: Path) -> int:
    """The time that the files of the next release bear: that of no other, because nginx's ETag is time and size."""
    stamps = [int((release.path / manifest.MANIFEST).stat().st_mtime) for release in releases(base)]
    return max([int(time.time()), *(stamp + 1 for stamp in stamps)])


def _remove_newer(base: Path, seen: Release | None) -> None:
    """Remove releases beyond the one that readers see: rolled back, or of a publication killed before its switch."""
    for release in releases(base):
        if seen and release.number > seen.number:
            _remove(release)


def _remove(release: Release) -> None:
    with suppress(OSError):  # in nobody's way; the next publication tries again
        (release.path / manifest.MANIFEST).unlink()  # first: half a release is none
        shutil.rmtree(release.path)


def _made(tree: Path, base: Path, seen: Release | None, digest: str, stamp: int) -> Release:
    names = (_NAME.fullmatch(entry.name) for entry in (base / RELEASES).iterdir()) if (base / RELEASES).is_dir() else ()
    number = max((int(match["number"]) for match in names if match), default=0) + 1
    work = base / RELEASES / f".new-{secrets.token_hex(8)}"
    work.mkdir(parents=True)
    maker = _Maker(tree, work, seen.path if seen else None, manifest.digests(seen.path) if seen else {}, stamp)
    expected = manifest.digests(tree)
    listed = contents(tree)
    for folder in listed.folders:
        (work / SITE / folder).mkdir(parents=True)
    (work / SITE).mkdir(exist_ok=True)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda path: maker.make(path, expected.get(path)), listed.files))
    (work / SERVER).mkdir()
    maker.write(f"{SERVER}/{MAP}", as_map(redirects(tree, listed.files)).encode())
    manifest.write_manifest(work)
    os.utime(work / manifest.MANIFEST, (stamp, stamp))
    written = manifest.digests(work)
    wrong = [path for path, value in expected.items() if written.get(f"{SITE}/{path}") != value]
    if wrong:
        shown = errors.WRONG.filled(path=wrong[0])
        raise errors.ManifestError(errors.DISAGREES.filled(tree=work, count=len(wrong), shown=shown))
    made = contents(work)
    with ThreadPoolExecutor(_THREADS) as pool:
        list(pool.map(sync, [work / path for path in made.files + made.folders]))
    sync(work)
    target = base / RELEASES / f"{number:06}-{digest}"
    work.rename(target)
    sync(base / RELEASES)
    return Release(target, number, digest)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Fills the folder of a release from a site, and from the release before where that has the same bytes."""

    tree: Path
    work: Path
    before: Path | None
    known: Mapping[str, str]
    """What the manifest of the release before says."""
    stamp: int

    def make(self, path: str, digest: str | None) -> None:
        """Bring one file of the site, compressed too if that makes it smaller."""
        name = f"{SITE}/{path}"
        if digest and self._linked(name, digest):
            for suffix in ENCODINGS if is_compressible(path) else ():
                self._linked(f"{name}{suffix}")
            return
        data = (self.tree / path).read_bytes()
        self.write(name, data)
        if is_compressible(path):
            for suffix, packed in compressed(data).items():
                self.write(f"{name}{suffix}", packed)

    def write(self, name: str, data: bytes) -> None:
        """Write one file with the time of this release."""
        target = self.work / name
        with naming(target):
            target.write_bytes(data)
        os.utime(target, (self.stamp, self.stamp))

    def _linked(self, name: str, digest: str = "") -> bool:
        """Link a file of the release before if it is what its manifest says, and has the digest where one is given."""
        if self.before is None:
            return False
        wanted = self.known.get(name)
        if wanted is None or (digest and digest != wanted):
            return False
        old = self.before / name
        try:
            if manifest.hash_of(old) != wanted:  # damaged since
                return False
            os.link(old, self.work / name)
        except OSError:  # not there, or a file system without links, or too many of them
            return False
        return True


def _is_sound(release: Release) -> bool:
    try:
        manifest.verify(release.path)
    except errors.ManifestError:
        return False
    return True


# What readers see


def _switch(base: Path, release: Release) -> None:
    beside = base / f".{CURRENT}-{secrets.token_hex(8)}"
    beside.symlink_to(f"{RELEASES}/{release.name}")
    beside.replace(base / CURRENT)
    try:
        sync(base)
    except OSError as error:
        raise errors.PublishError(errors.UNCONFIRMED.filled(site=base, reason=errors.reason(error))) from error


def _keep_lasting(base: Path, release: Release) -> None:
    """Put a release's lasting files where they outlive it, before anyone can be told of them."""
    for path in _lasting_of(release):
        source, target = release.path / SITE / path, base / LASTING / path
        with suppress(OSError):
            if target.samefile(source):
                continue
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{secrets.token_hex(8)}")
        try:
            os.link(source, beside)
        except OSError:
            shutil.copy2(source, beside)
        beside.replace(target)


def _lasting_of(release: Release) -> Iterator[str]:
    prefix = f"{SITE}/"
    below = (path.removeprefix(prefix) for path in manifest.digests(release.path) if path.startswith(prefix))
    yield from filter(is_lasting, below)


def _prune(base: Path, keep: int) -> None:
    """Remove the oldest releases beyond so many, and lasting files of none that is left; never the current one."""
    every, seen = releases(base), current(base)
    older = [release for release in every if seen and release.number < seen.number]
    for release in older[: max(0, len(older) - (keep - 1))]:
        _remove(release)
    with suppress(OSError, errors.PublishError):
        wanted = {path for release in releases(base) for path in _lasting_of(release)}
        for path in contents(base / LASTING).files:
            if path not in wanted:
                (base / LASTING / path).unlink()


def _clear(base: Path) -> None:
    """Remove what a publication that was killed has left."""
    seen = _name_of_current(base)  # stays, whatever has become of it
    with suppress(OSError):
        for left in (base / RELEASES).iterdir():
            is_half = _NAME.fullmatch(left.name) and not (left / manifest.MANIFEST).is_file()
            if left.name.startswith(".new-") or (is_half and left.name != seen):
                shutil.rmtree(left, ignore_errors=True)
    with suppress(OSError):
        for link in base.glob(f".{CURRENT}-*"):
            link.unlink()


_LOCK = ".lock"


@contextmanager
def _held(base: Path, wait_seconds: float) -> Iterator[None]:
    """Hold the folder for one publication; what the system refuses becomes a PublishError."""
    try:
        check_base(base)
        base.mkdir(parents=True, exist_ok=True)
        with lock.held(base / _LOCK, wait_seconds):
            _clear(base)
            try:
                yield
            finally:
                _clear(base)
    except lock.BusyError as error:
        raise errors.PublishError(errors.BUSY.filled(site=base, seconds=wait_seconds)) from error
    except errors.ManifestError as error:
        raise errors.PublishError(_failed(base, error.message)) from error
    except OSError as error:
        raise errors.PublishError(_failed(base, errors.reason(error))) from error


def _failed(base: Path, why: errors.Message) -> errors.Message:
    outcome = errors.OLD_STANDS if current(base) else errors.NONE_STANDS
    return errors.FAILED.filled(reason=why, outcome=outcome.filled(site=base / CURRENT))
