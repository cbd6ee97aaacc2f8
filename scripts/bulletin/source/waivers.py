"""`waivers.yml`: which findings of a bundle somebody has waived, read and written; scripts/waive.py is its only author.

A list, one entry a waiver. Entries that stay are kept byte for byte when another one is added or removed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path

from bulletin.model.catalogue import message
from bulletin.model.finding import Finding, Severity
from bulletin.model.rules import RULES, UNWAIVABLE
from bulletin.model.waiver import MAX_REASON, Waiver, year_after
from bulletin.source.disk import printable, read_regular
from bulletin.source.fields import Fields, suggestions
from bulletin.source.text import Flaw, decode
from bulletin.source.tree import Bundle
from bulletin.source.yaml_reader import Mapping, read_yaml
from bulletin.source.yaml_reader import Sequence as YamlSequence

WAIVERS_NAME = "waivers.yml"
MAX_NAME = 150
"""Characters of a name."""
_HEAD = """\
# Do scripts/waive.py ghi: phát hiện nào được miễn, ai cho miễn, vì sao, đến ngày nào. Không sửa bằng tay.
# Written by scripts/waive.py: which findings are waived, by whom, why, and until when. Not to be edited by hand.
"""
_DIGEST = re.compile(r"[0-9a-f]{16}")
_ENTRY = re.compile(r"(?m)^-(?=[ \n])")


def waivers_of(docs: Path, bundle: Bundle) -> tuple[list[Waiver], list[Finding]]:
    """The waivers of a bundle, and what is wrong with their file.

    A file that is wrong waives nothing, so that its own mistakes need stop nothing: a warning.
    """
    path = bundle.files.get(WAIVERS_NAME)
    if path is None:
        return [], []
    try:
        text, flaws = decode(read_regular(docs / path))
    except OSError as error:
        text, flaws = None, [Flaw(1, message("unreadable-file", reason=error.strerror))]
    waivers: list[Waiver] = []
    if text is not None and not flaws:
        waivers, flaws = read_waivers(text)
    place = printable(path)
    return waivers, [Finding("schema", Severity.WARNING, place, flaw.line, flaw.message, bundle.key) for flaw in flaws]


def read_waivers(text: str) -> tuple[list[Waiver], list[Flaw]]:
    """Every entry; none where one is wrong, and then why."""
    node, flaws = read_yaml(text)
    if node is None:
        return [], flaws
    if not isinstance(node, YamlSequence):
        return [], [*flaws, Flaw(node.line, message("wrong-waivers"))]
    top = Fields(Mapping(node.line, {"waivers": node}, {"waivers": node.line}), flaws, ())
    found = [_waiver(group) for group in top.groups("waivers")]
    if flaws:
        return [], sorted(flaws, key=lambda flaw: flaw.line)
    return [waiver for waiver in found if waiver is not None], []


def _waiver(group: Fields) -> Waiver | None:
    rule, locale = group.text("rule", required=True), group.text("locale")
    if rule and rule not in RULES:
        group.note("rule", "unknown-rule", name=rule, suggestion=suggestions(rule, RULES))
    elif rule in UNWAIVABLE:
        group.note("rule", "unwaivable-rule", name=rule)
    is_whole = group.has("editions")
    texts = _texts(group, "editions" if is_whole else "blocks")
    if is_whole and group.has("blocks"):
        group.note("blocks", "unknown-field", name="blocks", suggestion="")
    reason = group.text("reason", required=True, limit=MAX_REASON)
    by = group.text("by", required=True, limit=MAX_NAME)
    on, until = group.day("on", required=True), group.day("until", required=True)
    field, at = group.text("field"), group.parsed("line", _line, "count", required=True)
    group.close()
    if on and until and not on <= until <= year_after(on):
        group.note("until", "wrong-end", found=until, first=on, last=year_after(on))
    if not (rule and texts and reason and by and on and until and at):
        return None
    return Waiver(rule, locale, texts, is_whole, reason, by, on, until, field, at, group.mapping.line)


def _texts(group: Fields, name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Locale tag → digests."""
    below = group.group(name, required=True)
    if below is None:
        return ()
    return tuple((tag, below.texts(tag, _digest, "digest")) for tag in sorted(below.mapping.entries))


def _digest(text: str) -> str:
    if not _DIGEST.fullmatch(text):
        raise ValueError(text)
    return text


def _line(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) > 0):  # noqa: PLR2004 - int() has a limit
        raise ValueError(text)
    return int(text)


def rewritten(text: str, without: Collection[int], added: Sequence[Waiver]) -> str | None:
    """The file without the entries that begin on some lines, and with others behind; empty where none is left.

    None where the file is not written as scripts/waive.py writes it, so that something could be lost.
    """
    was, flaws = read_waivers(text)
    starts = [match.start() for match in _ENTRY.finditer(text)]
    lines = [text.count("\n", 0, start) + 1 for start in starts]
    if flaws or [waiver.line for waiver in was] != lines:
        return None
    head = text[: starts[0]] if starts else _HEAD
    ends = [*starts[1:], len(text)]
    kept = [text[a:b] for a, b, line in zip(starts, ends, lines, strict=False) if line not in without]
    whole = head + "".join(each if each.endswith("\n") else f"{each}\n" for each in kept) + "".join(map(_entry, added))
    expected = [waiver for waiver in was if waiver.line not in without] + list(added)
    again, flaws = read_waivers(whole)
    if flaws or [_content(waiver) for waiver in again] != [_content(waiver) for waiver in expected]:
        return None
    return whole if expected else ""


def _content(waiver: Waiver) -> object:
    return (
        *(waiver.rule, waiver.locale, waiver.texts, waiver.is_whole, waiver.reason, waiver.by),
        *(waiver.on, waiver.until, waiver.field, waiver.at),
    )


def _entry(waiver: Waiver) -> str:
    lines = [f"- rule: {waiver.rule}"]
    lines += [f"  locale: {waiver.locale}"] if waiver.locale else []
    lines += [f"  field: {waiver.field}"] if waiver.field else []
    lines += [f"  line: {waiver.at}", "  editions:" if waiver.is_whole else "  blocks:"]
    lines += [f"    {tag}: [{', '.join(digests)}]" for tag, digests in waiver.texts]
    lines += [f"  reason: {_quoted(waiver.reason)}", f"  by: {_quoted(waiver.by)}"]
    lines += [f"  on: {waiver.on.isoformat()}", f"  until: {waiver.until.isoformat()}"]
    return "".join(f"{line}\n" for line in lines)


def _quoted(text: str) -> str:
    """A YAML scalar in single quotes, in which nothing but the quote itself has a meaning."""
    return "'" + text.replace("'", "''") + "'"
