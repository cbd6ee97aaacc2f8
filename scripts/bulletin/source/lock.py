"""`translation.lock`: what an editor accepted, read and written. The file is YAML of one shape; nobody types it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from bulletin.model.calendar import parse_day
from bulletin.model.catalogue import message
from bulletin.model.state import Accepted
from bulletin.source.text import Flaw

LOCK_NAME = "translation.lock"
_HEAD = """\
# Do scripts/accept.py ghi: bản dịch khớp với bản gốc như cả hai vào ngày này. Không sửa bằng tay.
# Written by scripts/accept.py: the translation matches its source as both stood on that day. Not to be edited by hand.
"""
_LOCALE = re.compile(r"([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*):")
_FIELD = re.compile(r"  (of|accepted|source|translation):(?: (.*))?")
_DIGEST = re.compile(r"  - ([0-9a-f]{16})")


def read_lock(text: str) -> tuple[dict[str, Accepted], list[Flaw]]:
    """Locale tag → what was accepted. A lock that is damaged accepts nothing, and says on which line."""
    found: dict[str, dict[str, object]] = {}
    lines: dict[str, int] = {}
    entry: dict[str, object] | None = None
    digests: list[str] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if match := _LOCALE.fullmatch(line):
            if match[1] in found:
                return {}, [Flaw(number, message("damaged-lock", found=line))]
            entry = found.setdefault(match[1], {})
            lines[match[1]] = number
            digests = None
        elif entry is not None and (match := _FIELD.fullmatch(line)):
            digests = [] if match[1] in ("source", "translation") else None
            entry[match[1]] = match[2] if digests is None else digests
        elif digests is not None and (match := _DIGEST.fullmatch(line)):
            digests.append(match[1])
        else:
            return {}, [Flaw(number, message("damaged-lock", found=line))]
    accepted = {}
    for tag, fields in found.items():
        read = _accepted(fields, lines[tag])
        if read is None:
            return {}, [Flaw(lines[tag], message("damaged-lock", found=f"{tag}:"))]
        accepted[tag] = read
    return accepted, []


def _accepted(fields: Mapping[str, object], line: int) -> Accepted | None:
    of, on = fields.get("of"), fields.get("accepted")
    source, translation = fields.get("source"), fields.get("translation")
    if not isinstance(of, str) or not isinstance(on, str) or not isinstance(source, list) or not isinstance(translation, list):
        return None
    try:
        day = parse_day(on)
    except ValueError:
        return None
    return Accepted(of, day, tuple(source), tuple(translation), line)


def write_lock(accepted: Mapping[str, Accepted]) -> str:
    """The lock's text: a digest a line, so that a change of one block is a change of one line."""
    parts = [_HEAD]
    for tag in sorted(accepted):
        entry = accepted[tag]
        parts.append(f"{tag}:\n  of: {entry.of}\n  accepted: {_iso(entry.on)}\n")
        for name, digests in (("source", entry.source), ("translation", entry.translation)):
            parts.append(f"  {name}:\n" + "".join(f"  - {digest}\n" for digest in digests))
    return "".join(parts)


def _iso(day: date) -> str:
    return day.isoformat()
