"""`approval.lock`: which text of each edition was approved, and by whom. YAML of one shape; nobody types it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bulletin.model.approval import ApprovalLock, Imprint, Recorded
from bulletin.model.calendar import parse_day
from bulletin.source.disk import read_regular
from bulletin.source.text import decode

APPROVAL_NAME = "approval.lock"
_HEAD = """\
# Do scripts/approve.py ghi: văn bản nào đã được duyệt, ai duyệt, ngày nào. Không sửa bằng tay.
# Written by scripts/approve.py: which text was approved, by whom and when. Not to be edited by hand.
"""
_HOME = "."
_KEY = re.compile(r"key: (\S+)")
_LOCALE = re.compile(r"([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*):")
_DIGESTS = {"typed": 32, "seen": 32, "dates": 16, "credits": 16, "files": 16}
"""Name → hexadecimal digits."""
_FIELD = re.compile(r"  (by|role|on|typed|seen|dates|credits|files): (\S(?:.*\S)?)")
_LIST = "  blocks:"
_DIGEST = re.compile(r"  - ([0-9a-f]{16})")


@dataclass(slots=True)
class _Entry:
    """One locale while its lines are read."""

    line: int
    fields: dict[str, str] = field(default_factory=dict)
    blocks: list[str] | None = None

    def take(self, line: str) -> bool:
        """Read one line; False for one that has no place here, such as what a merge left behind."""
        if self.blocks is not None:
            match = _DIGEST.fullmatch(line)
            if match:
                self.blocks.append(match[1])
            return match is not None
        if line == _LIST:
            self.blocks = []
            return True
        match = _FIELD.fullmatch(line)
        if match is None or match[1] in self.fields:
            return False
        size = _DIGESTS.get(match[1])
        if size and not re.fullmatch(f"[0-9a-f]{{{size}}}", match[2]):
            return False
        self.fields[match[1]] = match[2]
        return True

    def recorded(self) -> Recorded | None:
        """What it says; None where something is missing."""
        if self.blocks is None:
            return None
        try:
            digests = {name: self.fields[name] for name in _DIGESTS}
            day = parse_day(self.fields["on"])
            imprint = Imprint(**digests, blocks=tuple(self.blocks))
            return Recorded(self.fields["by"], day, imprint, self.fields.get("role", ""), self.line)
        except (KeyError, ValueError):
            return None


def approval_lock_of(docs: Path, files: Mapping[str, str]) -> ApprovalLock | None:
    """The lock of a bundle, given its files by name; None where there is none. One that cannot be read is damaged."""
    path = files.get(APPROVAL_NAME)
    if path is None:
        return None
    try:
        text, flaws = decode(read_regular(docs / path))
    except OSError as error:
        return ApprovalLock(damaged=1, found=str(error.strerror))
    if text is None or flaws:
        return ApprovalLock(damaged=flaws[0].line, found=flaws[0].message.en)
    return read_approval_lock(text)


def read_approval_lock(text: str) -> ApprovalLock:
    """Everything in a lock, or the first line that has no place in it."""
    key = None
    entries: dict[str, _Entry] = {}
    entry: _Entry | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if (match := _KEY.fullmatch(line)) and key is None and not entries:
            key = "" if match[1] == _HOME else match[1]
        elif (match := _LOCALE.fullmatch(line)) and match[1] not in entries and key is not None:
            entry = entries[match[1]] = _Entry(number)
        elif entry is None or not entry.take(line):
            return ApprovalLock(damaged=number, found=line)
    if key is None:
        return ApprovalLock(damaged=1, found="")
    recorded = {}
    for tag, each in entries.items():
        found = each.recorded()
        if found is None:
            return ApprovalLock(damaged=each.line, found=f"{tag}:")
        recorded[tag] = found
    return ApprovalLock(key, recorded)


def write_approval_lock(lock: ApprovalLock) -> str:
    """The lock's text: a digest a line, so that a change of one block is a change of few lines."""
    parts = [f"{_HEAD}key: {lock.key or _HOME}\n"]
    for tag in sorted(lock.editions):
        entry = lock.editions[tag]
        parts.append(f"{tag}:\n  by: {entry.by}\n")
        parts.append(f"  role: {entry.role}\n" if entry.role else "")
        parts.append(f"  on: {entry.on.isoformat()}\n")
        parts += [f"  {name}: {getattr(entry.imprint, name)}\n" for name in _DIGESTS]
        parts.append(f"{_LIST}\n" + "".join(f"  - {digest}\n" for digest in entry.imprint.blocks))
    return "".join(parts)
