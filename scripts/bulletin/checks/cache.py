"""What an earlier run said of bundles that have not changed since.

The file holds data, one line a bundle with its own checksum: a damaged, foreign or half-written line is checked anew.
Locally a file's size, times and inode stand for its content; in CI its content is read (architecture.md, "Cache key").
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from bulletin.checks.bundle import Checked, Given, checked_from_json
from bulletin.source.marks import TICK, Mark, code_digest, mark_of
from bulletin.source.tree import Bundle

UNUSED = 30 * 24 * 3600 * 1_000_000_000
"""Nanoseconds after which nobody is expected to come back to a docs folder: of a branch, or of a test."""
_OURS = re.compile(r"[0-9a-f]{16}(?:-\d+)?")
"""The names of caches, and of those that were not finished."""


@dataclass(frozen=True, slots=True)
class Cache:
    """A file that belongs to one docs folder."""

    file: Path
    docs: Path
    given: Given
    trusts_stat: bool
    kept: dict[str, str] = field(default_factory=dict)
    """Key → the line of what was loaded: it is written again as it is."""

    def marks(self, bundles: Iterable[Bundle]) -> dict[str, Mark]:
        """By key, what each bundle is now: taken before it is read, so that a change meanwhile is seen next time."""
        return {bundle.key: mark_of(self.docs, bundle, trusts_stat=self.trusts_stat) for bundle in bundles}

    def load(self, marks: Mapping[str, Mark]) -> dict[str, Checked]:
        """What is known of the bundles as they are now, and holds today."""
        try:
            lines = self.file.read_text(encoding="utf-8", errors="surrogateescape").split("\n")
        except OSError:
            return {}
        if lines[0] != self._epoch():
            return {}
        with suppress(OSError):
            os.utime(self.file)  # it is in use
        known = {}
        for line in lines[1:]:
            checked = _checked(line, marks)
            if checked is not None and checked.holds_on(self.given.today):
                known[checked.key] = checked
                self.kept[checked.key] = line
        return known

    def save(self, marks: Mapping[str, Mark], done: Mapping[str, Checked], began: int) -> None:
        """Write the file beside the old one, then put it in its place.

        What changed just before the run began, in nanoseconds, is left out: a second change may have the same time.
        """
        lines = [self._epoch()]
        for key, checked in sorted(done.items()):
            if key in self.kept:
                lines.append(self.kept[key])
            elif marks[key].newest < began - TICK:
                rest = f"{marks[key].digest}\t{json.dumps(key)}\t{checked.to_json()}"
                lines.append(f"{_checksum(rest)}\t{rest}")
        beside = self.file.with_name(f"{self.file.name}-{os.getpid()}")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text("\n".join(lines), encoding="utf-8", errors="surrogateescape")
            beside.replace(self.file)
            self._forget_unused(began)
        except OSError:  # a full or read-only disk costs time, nothing else
            with suppress(OSError):
                beside.unlink()

    def adopt(self, others: Iterable[Path], bundles: Sequence[Bundle]) -> int:
        """Take from caches that were made elsewhere what they say of bundles with the same content; say how many."""
        began = time.time_ns()
        marks = self.marks(bundles)
        done = self.load(marks)
        known = len(done)
        here = {
            bundle.key: mark_of(self.docs, bundle, trusts_stat=False) for bundle in bundles if bundle.key not in done
        }
        for other in others:
            found = Cache(other, self.docs, self.given, trusts_stat=False).load(here)
            done = {**found, **done}
        if len(done) > known:
            self.save(marks, done, began)
        return len(done) - known

    def _forget_unused(self, now: int) -> None:
        """Remove the caches of other docs folders that have not been used for long."""
        with os.scandir(self.file.parent) as entries:
            for entry in entries:
                if _OURS.fullmatch(entry.name) and entry.stat(follow_symlinks=False).st_mtime_ns < now - UNUSED:
                    with suppress(OSError):
                        Path(entry.path).unlink()

    def _epoch(self) -> str:
        """Of everything that decides what the check says, but the content of bundles and the day."""
        words = (
            code_digest("model", "source", "checks"),
            repr(self.given.tags),
            repr(sorted(self.given.registries.items())),
            repr(self.given.approving),
            repr(self.given.issue),
        )
        return blake2b("\n".join(words).encode(errors="backslashreplace"), digest_size=16).hexdigest()


def _checked(line: str, marks: Mapping[str, Mark]) -> Checked | None:
    checksum, _, rest = line.partition("\t")
    digest, _, text = rest.partition("\t")
    key, _, data = text.partition("\t")
    try:
        mark = marks.get(json.loads(key))
        if mark is None or mark.digest != digest or checksum != _checksum(rest):
            return None
        return checked_from_json(data)
    except (ValueError, KeyError, TypeError):
        return None


def _checksum(text: str) -> str:
    return blake2b(text.encode(errors="surrogateescape"), digest_size=8).hexdigest()
