"""What changes on the disk, told as soon as it is quiet again for a moment; also where a folder goes and comes back."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from watchfiles import watch

STEP = 12
"""Milliseconds without a change after which changes are told."""
LONGEST = 400
"""Milliseconds after which they are told although it does not become quiet."""
TICK = 300
"""Milliseconds between two looks at what no watch tells of: single files, and whether the folders are the same."""
_SKIPPED = frozenset(("__pycache__", "node_modules"))


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed since the last time."""

    paths: frozenset[Path] = frozenset()
    is_everything: bool = False
    """Whether nobody knows what: a folder has come or gone, or too much happened."""


Hear = Callable[[Changes], None]


class Watch:
    """Watches folders and single files in a thread of its own."""

    def __init__(self, folders: Iterable[Path], files: Callable[[], Iterable[Path]], hear: Hear) -> None:
        """Take what is watched; a file of `files`, asked for at every look, may come and go."""
        self._folders = [folder.resolve() for folder in folders]
        self._files = files
        self._hear = hear
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End, soon."""
        self._stop.set()

    def _run(self) -> None:
        polls = False
        while not self._stop.is_set():
            there = self._there()
            marks = self._marks()
            try:
                polls = self._watch(there, marks, polls=polls)
            except OSError:  # as many watches as the system allows are taken: look again and again instead
                polls = True
            if not self._stop.is_set():
                self._hear(Changes(is_everything=True))

    def _watch(self, there: list[tuple[Path, int]], marks: dict[Path, object], *, polls: bool) -> bool:
        """Tell of changes until one of the folders is another one; say whether to look again and again from now on."""
        if not there:
            self._stop.wait(TICK / 1000)
            return polls
        told = watch(
            *(folder for folder, _ in there),
            watch_filter=lambda _, path: _is_content(path),
            debounce=LONGEST,
            step=STEP,
            rust_timeout=TICK,
            yield_on_timeout=True,
            stop_event=self._stop,
            raise_interrupt=False,
            force_polling=polls or None,
        )
        for found in told:
            paths = {Path(path) for _, path in found}
            if not paths.isdisjoint(folder for folder, _ in there):
                return polls  # one was removed, whatever lies there now: nothing more is told of it
            if not found or any(not path.exists() for path in paths):
                if self._there() != there:
                    return polls
                now = self._marks()
                paths |= {path for path in now.keys() | marks.keys() if now.get(path) != marks.get(path)}
                marks = now
            if paths:
                self._hear(Changes(frozenset(paths)))
        return polls

    def _there(self) -> list[tuple[Path, int]]:
        found = []
        for folder in self._folders:
            try:
                found.append((folder, folder.stat().st_ino))
            except OSError:
                continue
        return found

    def _marks(self) -> dict[Path, object]:
        found: dict[Path, object] = {}
        for path in self._files():
            try:
                stat = path.stat()
                found[path] = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
            except OSError:
                found[path] = None
        return found


def _is_content(path: str) -> bool:
    """Whether a file is one of ours: no editor's copy, nothing hidden, nothing that Python writes."""
    name = os.path.basename(path)  # noqa: PTH119 - called for every change
    if name.startswith((".", "#")) or name.endswith(("~", ".pyc", ".swp", ".tmp")):
        return False
    return _SKIPPED.isdisjoint(Path(path).parts)
