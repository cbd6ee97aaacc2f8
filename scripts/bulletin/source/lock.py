"""`translation.lock`: what an editor accepted, read and written. The file is YAML of one shape; nobody types it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bulletin.model.calendar import parse_day
from bulletin.model.catalogue import message
from bulletin.model.finding import Finding, Severity
from bulletin.model.state import Accepted
from bulletin.source.disk import printable, read_regular
from bulletin.source.text import Flaw, decode
from bulletin.source.tree import Bundle

LOCK_NAME = "translation.lock"
_HEAD = """\
# Do scripts/accept.py ghi: bản dịch khớp với bản gốc như cả hai vào ngày này. Không sửa bằng tay.
# Written by scripts/accept.py: the translation matches its source as both stood on that day. Not to be edited by hand.
"""
_LOCALE = re.compile(r"([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*):")
_FIELD = re.compile(r"  (of|accepted): (\S+)")
_LIST = re.compile(r"  (source|translation):")
_DIGEST = re.compile(r"  - ([0-9a-f]{16})")


@dataclass(slots=True)
class _Entry:
    """One locale while its lines are read."""

    line: int
    fields: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)

    def take(self, line: str) -> bool:
        """Read one line; False for one that has no place here, such as what a merge left behind."""
        if match := _DIGEST.fullmatch(line):
            digests = next(reversed(self.lists.values()), None)
            if digests is None:
                return False
            digests.append(match[1])
            return True
        if (match := _LIST.fullmatch(line)) and match[1] not in self.lists:
            self.lists[match[1]] = []
            return True
        if (match := _FIELD.fullmatch(line)) and match[1] not in self.fields and not self.lists:
            self.fields[match[1]] = match[2]
            return True
        return False

    def accepted(self) -> Accepted | None:
        """What it says; None where something is missing."""
        try:
            day = parse_day(self.fields["accepted"])
            source, translation = tuple(self.lists["source"]), tuple(self.lists["translation"])
            return Accepted(self.fields["of"], day, source, translation, self.line)
        except (KeyError, ValueError):
            return None


def lock_of(docs: Path, bundle: Bundle) -> tuple[Mapping[str, Accepted], list[Finding]]:
    """What was accepted of a bundle's translations, and what is wrong with its lock."""
    path = bundle.files.get(LOCK_NAME)
    if path is None:
        return {}, []
    try:
        text, flaws = decode(read_regular(docs / path))
    except OSError as error:
        text, flaws = None, [Flaw(1, message("unreadable-file", reason=error.strerror))]
    accepted: Mapping[str, Accepted] = {}
    if text is not None:
        accepted, more = read_lock(text)
        flaws = [*flaws, *more]
    place = printable(path)
    return accepted, [Finding("schema", Severity.ERROR, place, flaw.line, flaw.message, bundle.key) for flaw in flaws]


def read_lock(text: str) -> tuple[dict[str, Accepted], list[Flaw]]:
    """Locale tag → what was accepted. A lock that is damaged accepts nothing, and says on which line."""
    entries: dict[str, _Entry] = {}
    entry: _Entry | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _LOCALE.fullmatch(line)
        if match and match[1] not in entries:
            entry = entries[match[1]] = _Entry(number)
        elif entry is None or not entry.take(line):
            return {}, [Flaw(number, message("damaged-lock", found=line))]
    accepted = {}
    for tag, each in entries.items():
        found = each.accepted()
        if found is None:
            return {}, [Flaw(each.line, message("damaged-lock", found=f"{tag}:"))]
        accepted[tag] = found
    return accepted, []


def write_lock(accepted: Mapping[str, Accepted]) -> str:
    """The lock's text: a digest a line, so that a change of one block is a change of one line."""
    parts = [_HEAD]
    for tag in sorted(accepted):
        entry = accepted[tag]
        parts.append(f"{tag}:\n  of: {entry.of}\n  accepted: {entry.on.isoformat()}\n")
        for name, digests in (("source", entry.source), ("translation", entry.translation)):
            parts.append(f"  {name}:\n" + "".join(f"  - {digest}\n" for digest in digests))
    return "".join(parts)
