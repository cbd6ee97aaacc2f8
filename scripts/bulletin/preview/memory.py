"""The bundles of a docs folder as they were last read and checked; only what changed is read again."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from bulletin.checks.approvals import judge
from bulletin.checks.bundle import Checked
from bulletin.checks.cache import Cache
from bulletin.checks.run import read_and_check
from bulletin.model.bulletin import Bulletin
from bulletin.model.clearance import Judgement
from bulletin.model.finding import Finding
from bulletin.preview.settings import Settings
from bulletin.source.approval_lock import approval_lock_of
from bulletin.source.tree import Bundle, read_bundle, scan_tree

FEW = 24
"""Bundles that are checked at once (30 ms each); more of them are left to processes of their own."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Known:
    """One bundle."""

    bundle: Bundle
    mark: tuple[object, ...]
    """Names, sizes and times of its files."""
    bulletin: Bulletin | None
    judgements: Mapping[str, Judgement]
    checked: Checked | None
    """None as long as nobody has checked it as it is now."""


@dataclass(frozen=True, slots=True)
class Memory:
    """All bundles at one moment."""

    docs: Path
    settings: Settings
    today: date
    known: Mapping[str, Known] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    """On files that belong to no bundle."""

    @property
    def unchecked(self) -> list[str]:
        """Keys of what nobody has checked as it is now."""
        return [key for key, each in self.known.items() if each.checked is None]


def read_all(docs: Path, settings: Settings, today: date, progress: Progress) -> Memory:
    """Read every bundle; none of them is checked yet."""
    return again(Memory(docs, settings, today), None, progress)[0]


def again(before: Memory, paths: Collection[str] | None, progress: Progress) -> tuple[Memory, frozenset[str]]:
    """Read what has changed, and say which keys that are; `paths` lie below the docs folder, None if nobody knows."""
    keys = _named(before, paths) if paths is not None else None
    if keys is not None:
        bundles, findings = [before.known[key].bundle for key in keys], before.findings
        known = dict(before.known)
    else:
        bundles, found = scan_tree(before.docs)
        findings, known = tuple(found), {}
    forced = keys or _folders(before, paths or ())
    changed: set[str] = set(before.known if keys is None else ())
    for at, bundle in enumerate(bundles):
        old = before.known.get(bundle.key)
        mark = _mark(before.docs, bundle)
        if old is not None and old.mark == mark and bundle.key not in forced:
            known[bundle.key] = old
            changed.discard(bundle.key)
            continue
        known[bundle.key] = _read(before, bundle, mark)
        changed.add(bundle.key)
        progress(at, len(bundles))
    return replace(before, known=known, findings=findings), frozenset(changed)


def checked_few(memory: Memory, first: Collection[str] = ()) -> Memory:
    """Check the bundles that nobody has checked, if they are few; else some of them alone."""
    waiting = memory.unchecked
    keys = waiting if len(waiting) <= FEW else [key for key in waiting if key in first][:FEW]
    given = memory.settings.given(memory.today)
    done = {}
    for key in keys:
        old = memory.known[key]
        bulletin, checked = read_and_check(memory.docs, old.bundle, given)
        done[key] = replace(old, bulletin=bulletin, judgements=_judged(memory, old.bundle, bulletin), checked=checked)
    return replace(memory, known={**memory.known, **done}) if done else memory


def checked_before(memory: Memory, cache: Path) -> Memory:
    """Take what other runs of the check have found of bundles as they are."""
    waiting = [memory.known[key].bundle for key in memory.unchecked]
    kept = Cache(cache, memory.docs, memory.settings.given(memory.today), trusts_stat=True)
    found = kept.load(kept.marks(waiting)) if waiting else {}
    done = {key: replace(memory.known[key], checked=checked) for key, checked in found.items()}
    return replace(memory, known={**memory.known, **done}) if done else memory


def on(memory: Memory, settings: Settings, today: date) -> Memory:
    """The same bundles under other settings, or on another day: to be judged anew, and checked."""
    if settings == memory.settings:
        known = {
            key: each if each.checked and each.checked.holds_on(today) else replace(each, checked=None)
            for key, each in memory.known.items()
        }
        return replace(memory, settings=settings, today=today, known=known)
    bare = replace(memory, settings=settings, today=today)
    known = {
        key: replace(each, judgements=_judged(bare, each.bundle, each.bulletin), checked=None)
        for key, each in memory.known.items()
    }
    return replace(bare, known=known)


def _named(before: Memory, paths: Iterable[str]) -> frozenset[str] | None:
    """The keys of files that were there and still are; None where something else may have happened."""
    keys = set()
    for path in paths:
        key = path.rpartition("/")[0]
        known = before.known.get(key)
        if known is None or path not in known.bundle.files.values():
            return None
        full = before.docs / path
        if full.is_symlink() or not full.is_file():
            return None
        keys.add(key)
    return frozenset(keys)


def _folders(before: Memory, paths: Iterable[str]) -> frozenset[str]:
    """The bundles of files: two changes within one tick of the disk's clock look alike."""
    return frozenset(path.rpartition("/")[0] for path in paths).intersection(before.known)


def _mark(docs: Path, bundle: Bundle) -> tuple[object, ...]:
    found: list[object] = [bundle.is_misplaced]
    for name, path in sorted(bundle.files.items()):
        try:
            stat = os.lstat(docs / path)
        except OSError as error:
            found += (name, path, error.errno)
        else:
            found += (name, path, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)
    return tuple(found)


def _read(memory: Memory, bundle: Bundle, mark: tuple[object, ...]) -> Known:
    bulletin, _ = read_bundle(memory.docs, bundle, memory.settings.site.tags)
    return Known(bundle, mark, bulletin, _judged(memory, bundle, bulletin), None)


def _judged(memory: Memory, bundle: Bundle, bulletin: Bulletin | None) -> Mapping[str, Judgement]:
    if bulletin is None:
        return {}
    lock = approval_lock_of(memory.docs, bundle.files)
    return {tag: judge(bulletin, tag, lock, memory.settings.approving) for tag in bulletin.editions}
