"""Publishes by difference: a spare tree is brought up to date with what has changed, and changes places with the site.

    spare ──replace, link, remove──▶ the wanted tree ──one rename──▶ site; the old site is the next spare

Unchanged files are one inode in both trees, so a file is never written into: another one takes its place. Whatever
happens before the rename, the site stands; after one that was stopped, everything is made and written anew.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bulletin.publish import errors, lock, manifest, siblings
from bulletin.publish.ledger import Entry, Ledger, State, read_ledger, state_of, states_below, write_ledger
from bulletin.publish.switch import check_target, failure, replace_folder
from bulletin.publish.tree import naming, refuse_unfit_name, sync

LEDGER = "ledger"
"""The name of a ledger in the folder of its site."""
WAIT_SECONDS = 30.0
_THREADS = 16


@dataclass(frozen=True, slots=True)
class Wanted:
    """One file of the wanted tree."""

    key: str
    sha256: str
    made: Path | None
    """Where its bytes lie, to be moved from there; None for those that the ledger knows."""


class StaleError(Exception):
    """Another publication came between: what stood when the build began does not stand now."""


class Standing:
    """What stands of a site, and of the spare tree that belongs to it, when a build begins."""

    def __init__(self, site: Path, home: Path, *, trusts_stat: bool) -> None:
        """Look at the spare tree; the site itself is looked at where it is needed.

        `home` is the folder for the ledger and the spare tree: of this site alone, and on its file system.
        """
        self.site, self.home = Path(os.path.realpath(site)), home
        self.spare, self.ledger, self.busy = home / "tree", home / LEDGER, home / "busy"
        self._trusts_stat = trusts_stat
        # After a publication that was stopped nothing is believed: a disk gives the numbers of lost files to others.
        self.known: Ledger = Ledger() if os.path.lexists(self.busy) else read_ledger(self.ledger)
        self.mark = state_of(self.ledger)
        self.states, self.folders = states_below(self.spare)
        self.folders_set = frozenset(self.folders)
        self._site: tuple[dict[str, State | None], list[str]] | None = None

    def has(self, address: str, key: str) -> bool:
        """Whether a file of this key is there, whole, in one of the trees."""
        entry = self.known.site.get(address)
        if entry is None or entry.key != key:
            return False
        return self.is_spared(address, entry.sha256) or self.is_sound(address)

    def sha256(self, address: str) -> str:
        """The hash of a file that is there."""
        return self.known.site[address].sha256

    def is_spared(self, address: str, sha256: str) -> bool:
        """Whether the spare tree has a file with this hash."""
        entry = self.known.spare.get(address)
        return entry is not None and entry.sha256 == sha256 and self._agrees(self.spare, address, entry, self.states)

    def is_sound(self, address: str) -> bool:
        """Whether the site has the file that the ledger says."""
        entry = self.known.site.get(address)
        return entry is not None and self._agrees(self.site, address, entry, {address: state_of(self.site / address)})

    @property
    def site_states(self) -> Mapping[str, State | None]:
        """The site's own files, looked at once."""
        return self._look()[0]

    @property
    def site_folders(self) -> list[str]:
        """The site's own folders."""
        return self._look()[1]

    def _look(self) -> tuple[dict[str, State | None], list[str]]:
        if self._site is None:
            self._site = states_below(self.site)
        return self._site

    def _agrees(self, root: Path, address: str, entry: Entry, states: Mapping[str, State | None]) -> bool:
        state = states.get(address)
        if self._trusts_stat or state is None:
            return state == entry.state
        try:
            return manifest.hash_of(root / address) == entry.sha256
        except OSError:
            return False


def publish(wanted: Mapping[str, Wanted], standing: Standing, *, wait_seconds: float = WAIT_SECONDS) -> bool:
    """Make the site what is wanted, with its manifest; False if it was that already.

    Raises PublishError, and then the old site stands; only its UNCONFIRMED means that the new one does. Raises
    StaleError where the site has been published by another process since `standing` was looked at.
    """
    site = standing.site
    try:
        check_target(site)
        for address in wanted.keys() - standing.known.site.keys():
            refuse_unfit_name(address)
        site.parent.mkdir(parents=True, exist_ok=True)
        with lock.held(siblings.lock_file(site), wait_seconds):
            if state_of(standing.ledger) != standing.mark:
                raise StaleError
            siblings.clear(site)
            try:
                return _publish(wanted, standing)
            finally:
                with suppress(OSError):  # what is left is in nobody's way
                    siblings.clear(site)
    except lock.BusyError as error:
        raise errors.PublishError(errors.BUSY.filled(site=site, seconds=wait_seconds)) from error
    except errors.ManifestError as error:
        raise failure(error.message, site) from error
    except OSError as error:
        raise failure(errors.reason(error), site) from error


def _publish(wanted: Mapping[str, Wanted], standing: Standing) -> bool:
    known = standing.known
    text = "".join(f"{wanted[at].sha256}  {at}\n" for at in sorted(wanted, key=os.fsencode)).encode()
    whole = {**wanted, manifest.MANIFEST: Wanted("", hashlib.sha256(text).hexdigest(), None)}
    if _stands(whole, standing):
        entries = {at: Entry(each.key, each.sha256, known.site[at].state) for at, each in whole.items()}
        write_ledger(standing.ledger, Ledger(entries, known.spare))
        return False
    standing.home.mkdir(parents=True, exist_ok=True)
    standing.busy.touch()
    _exchange(whole, standing, text)
    standing.busy.unlink()
    return True


def _exchange(whole: Mapping[str, Wanted], standing: Standing, text: bytes) -> None:
    """Bring a tree up to date, put it in the place of the site, and write down what stands now."""
    site, known = standing.site, standing.known
    # Without a spare tree, and for a first site, a folder beside the site, as any other publication has it.
    tree = standing.spare if standing.spare.is_dir() else siblings.named(site, "new")
    touched, sound = _update(whole, standing, tree, text)
    replace_folder(site, tree)
    if tree == standing.spare and os.path.lexists(tree):  # it is the old site now
        entries = {
            at: Entry(each.key, each.sha256, state)
            for at, each in whole.items()
            if (state := state_of(site / at) if at in touched else known.spare[at].state)
        }
        # To link or unlink a file changes its state; one that was not sound before is not called so now.
        old = {at: _restated(tree, at, entry) if at in sound else entry for at, entry in known.site.items()}
        write_ledger(standing.ledger, Ledger(entries, {at: entry for at, entry in old.items() if entry}))
        return
    is_doubled = _double(site, whole, standing.home)
    states = states_below(site)[0]
    entries = {at: Entry(each.key, each.sha256, state) for at, each in whole.items() if (state := states.get(at))}
    write_ledger(standing.ledger, Ledger(entries, entries if is_doubled else {}))


def _stands(whole: Mapping[str, Wanted], standing: Standing) -> bool:
    """Whether the site has what is wanted, and nothing else."""
    known = standing.known.site
    if len(known) != len(whole) or any(
        at not in known or known[at].sha256 != each.sha256 for at, each in whole.items()
    ):
        return False
    has_all = standing.site_states.keys() == whole.keys() and set(standing.site_folders) == _folders_of(whole)
    return has_all and all(standing.is_sound(at) for at in whole)


def _update(whole: Mapping[str, Wanted], standing: Standing, tree: Path, text: bytes) -> tuple[set[str], set[str]]:
    """Make a tree what is wanted; return where it has another file now, and where the site had a sound one of these."""
    is_new = not tree.is_dir()
    tree.mkdir(exist_ok=True)
    folders = _folders_of(whole)
    if not is_new:
        _clean(tree, whole, folders, standing)
    for folder in sorted(folders):
        if is_new or folder not in standing.folders_set:
            (tree / folder).mkdir(exist_ok=True)
    touched: set[str] = set()
    sound: set[str] = set()
    fresh: list[str] = []
    for at, each in whole.items():
        if not is_new and standing.is_spared(at, each.sha256):
            continue
        target = tree / at
        entry = standing.known.site.get(at)
        if entry is not None and state_of(standing.site / at) == entry.state:
            sound.add(at)
        target.unlink(missing_ok=True)
        touched.add(at)
        with naming(target):
            if each.made is not None:
                each.made.replace(target)
            elif at == manifest.MANIFEST:
                target.write_bytes(text)
            elif _linked(standing.site / at, target):
                continue
        fresh.append(at)
    _seal(tree, fresh, touched, whole)
    return touched, sound


def _seal(tree: Path, fresh: Iterable[str], touched: Iterable[str], whole: Mapping[str, Wanted]) -> None:
    """Read what was written once more, and see it on the disk."""
    wrong = [at for at in fresh if manifest.hash_of(tree / at) != whole[at].sha256]
    if wrong:
        shown = errors.WRONG.filled(path=wrong[0])
        raise errors.ManifestError(errors.DISAGREES.filled(tree=tree, count=len(wrong), shown=shown))
    with ThreadPoolExecutor(_THREADS) as pool:
        list(pool.map(sync, [*(tree / at for at in fresh), *{(tree / at).parent for at in touched}, tree]))


def _clean(tree: Path, whole: Mapping[str, Wanted], folders: set[str], standing: Standing) -> None:
    """Remove what is not wanted: files, what is no file, folders without any."""
    for at, state in standing.states.items():
        if at not in whole or state is None:
            (tree / at).unlink(missing_ok=True)
    for folder in sorted(standing.folders, key=len, reverse=True):
        if folder not in folders:
            shutil.rmtree(tree / folder)


def _folders_of(addresses: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for address in addresses:
        folder = address.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _linked(source: Path, target: Path) -> bool:
    """Give a file a second name; False where it had to be copied, which disks without such names need."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target, follow_symlinks=False)
        return False
    return True


def _double(site: Path, whole: Iterable[str], home: Path) -> bool:
    """Make the first spare tree of a site; False where the disk has no second names, and there is none."""
    new, spare = home / "new", home / "tree"
    try:
        for left in (new, spare):
            if left.is_dir():
                shutil.rmtree(left)
        new.mkdir(parents=True)
        if new.stat().st_dev != site.stat().st_dev:
            raise OSError  # noqa: TRY301 - as where the system itself says so
        for folder in sorted(_folders_of(whole)):
            (new / folder).mkdir()
        for at in whole:
            os.link(site / at, new / at)
        new.rename(spare)
    except OSError:
        shutil.rmtree(new, ignore_errors=True)
        return False
    return True


def _restated(root: Path, address: str, entry: Entry) -> Entry | None:
    state = state_of(root / address)
    return Entry(entry.key, entry.sha256, state) if state else None
