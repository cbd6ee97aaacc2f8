"""Record that somebody approves a text: `approve.py`."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bulletin.desk.arguments import day_given, desk_parser, docs_of, one_line, option_day, site_tags
from bulletin.model.approval import HOME, ApprovalLock, Approving, Recorded, imprint_of
from bulletin.model.bulletin import Approval, Bulletin, Edition, TranslationStatus
from bulletin.model.catalogue import message, on_day
from bulletin.model.finding import CallError, Finding, Severity
from bulletin.program import DONE, FINDINGS, say, short
from bulletin.reports.text import lines
from bulletin.source.approval_lock import APPROVAL_NAME, approval_lock_of, write_approval_lock
from bulletin.source.approvers import MAX_NAME, read_approving
from bulletin.source.blocks import read_blocks
from bulletin.source.disk import read_regular
from bulletin.source.fields import suggestions
from bulletin.source.front_matter import EditionFile
from bulletin.source.registries import read_policy
from bulletin.source.selection import select, tags_meant
from bulletin.source.signing import field_of, signed
from bulletin.source.tree import Bundle, read_bundle, scan_tree
from bulletin.source.writing import write_all


def parser() -> argparse.ArgumentParser:
    """The arguments of approve.py."""
    parser = desk_parser(
        "approve.py",
        "Ghi nhận việc phê duyệt văn bản như hiện có. / Record, in the bundle's approval.lock and front matter, that "
        "somebody approves its texts as they stand now.",
        "A folder means every edition that is no draft; a file means that edition. Undo: restore both files from git. "
        "Exit: 0 done; 1 something could not be approved; 2 wrong call, or somebody who may not; 3 our own error.",
    )
    add = parser.add_argument
    add("--by", required=True, metavar="NAME", help="người duyệt / who approves: a name or key of _data/approvers.yml")
    add("--role", metavar="TEXT", help="chức vụ / in which office")
    add("--on", metavar="DAY", help="ngày duyệt / the day of the approval (today)")
    add("--today", metavar="DATE", help="coi như hôm nay là / as on this day (SOURCE_DATE_EPOCH, or the clock)")
    add("paths", nargs="+", metavar="PATH", help="thư mục hoặc tệp của bài / folder or file of a bulletin")
    return parser


@dataclass(frozen=True, slots=True)
class _Call:
    """What was asked for."""

    docs: Path
    tags: tuple[str, ...]
    rule: Approving
    by: str
    role: str
    on: date
    is_dated: bool
    """Whether the day was given, so that an approval of the same text is recorded anew."""


def approve(arguments: argparse.Namespace) -> int:
    """Record an approval of texts as they stand now; 1 where there is one that cannot be approved."""
    docs, today = docs_of(arguments.docs), day_given(arguments.today)
    tags = site_tags(docs)
    rule = read_approving(docs, read_policy(docs), tags)
    on = option_day(arguments.on, "--on") or today
    if on > today:
        raise CallError("--on", message("approved-ahead", found=on))
    by = _name(one_line(arguments.by, "--by", MAX_NAME), rule)
    role = one_line(arguments.role, "--role", MAX_NAME) if arguments.role else ""
    call = _Call(docs, tags, rule, by, role, on, arguments.on is not None)
    bundles, misplaced = scan_tree(docs)
    places = select(docs, arguments.paths, bundles, misplaced).places
    meant = {bundle.key: [place for place in places if place.means(bundle)] for bundle in bundles}
    _hold_to_sections(call, [bundle.key for bundle in bundles if meant[bundle.key]])
    findings: list[Finding] = []
    without = dict.fromkeys(places)
    for bundle in bundles:
        if meaning := meant[bundle.key]:
            is_done, told = _approve_bundle(call, bundle, tags_meant(meaning, bundle, tags))
            findings += told
            without = {place: None for place in without if place not in meaning or not (is_done or told)}
    nothing = message("nothing-to-approve")
    findings += [Finding("clearance", Severity.ERROR, place.path or ".", 1, nothing) for place in without]
    ordered = sorted(set(findings), key=lambda finding: finding.sort_key)
    say("".join(f"{line}\n" for line in lines(ordered, f"{short(docs)}/")))
    return FINDINGS if ordered else DONE


def _name(given: str, rule: Approving) -> str:
    """The name to record: whose key was given, or who is so called. Raises CallError for nobody."""
    if rule.approvers is None:
        return given
    for each in rule.approvers:
        if each.key == given:
            return each.name
    if known := rule.known(given):
        return known[0].name
    names = [name for each in rule.approvers for name in (each.key, each.name)]
    raise CallError("--by", message("unknown-approver", found=given, suggestion=suggestions(given, names)))


def _hold_to_sections(call: _Call, keys: Sequence[str]) -> None:
    """Raise CallError, before anything is written, where the approver may not approve all that is meant."""
    for section in dict.fromkeys(key.split("/")[0] for key in keys):
        if not call.rule.may(call.by, section, call.on):
            parts = {"found": call.by, "section": section or HOME, "day": on_day(call.on)}
            raise CallError("--by", message("not-entitled", **parts))


def _approve_bundle(call: _Call, bundle: Bundle, named: frozenset[str]) -> tuple[bool, list[Finding]]:
    """Write a bundle's lock and front matter; whether anything is approved, and why something is not."""
    bulletin, told = read_bundle(call.docs, bundle, call.tags, hashes_all=True)
    lock = approval_lock_of(call.docs, bundle.files) or ApprovalLock(bundle.key)
    wanted = [tag for tag in call.tags if f"index.{tag}.md" in bundle.files and (tag in named or not named)]
    if not named and bulletin is not None:  # a draft need not be right yet
        wanted = [tag for tag in wanted if tag not in bulletin.editions or not _is_draft(bulletin.editions[tag])]
    findings = [each for each in told if each.severity is Severity.ERROR and each.locale in ("", *wanted)]
    place = f"{bundle.key}/{APPROVAL_NAME}".removeprefix("/")
    if lock.damaged:
        sentence = message("damaged-approval", found=lock.found)
        findings.append(Finding("clearance", Severity.ERROR, place, lock.damaged, sentence, bundle.key))
    if bulletin is None or bulletin.source is None or findings:
        return False, findings
    editions = [bulletin.editions[tag] for tag in wanted]
    if not editions:
        return False, []
    was = lock if lock.is_of(bulletin) else ApprovalLock(bundle.key)
    entries = {edition.locale: _recorded(call, bulletin, edition, was) for edition in editions}
    kept = {tag: entry for tag, entry in was.editions.items() if f"index.{tag}.md" in bundle.files}
    now = ApprovalLock(bundle.key, {**kept, **entries})
    texts: dict[str, bytes] = {place: write_approval_lock(now).encode()}
    for edition in editions:
        if edition is bulletin.source or "approved" in edition.lines:
            signature = _signature(call, edition, entries[edition.locale])
            if isinstance(signature, Finding):
                return False, [signature]
            texts[edition.path] = signature
    return _write(call, bundle, texts, sorted(entries))


def _is_draft(edition: Edition) -> bool:
    translation = edition.translation
    return translation is not None and translation.status in (TranslationStatus.DRAFT, None)


def _recorded(call: _Call, bulletin: Bulletin, edition: Edition, was: ApprovalLock) -> Recorded:
    """The day and office stay where the same person has approved the same text, unless they are given anew."""
    imprint = imprint_of(bulletin, edition, read_blocks(edition))
    entry = was.editions.get(edition.locale)
    is_same = entry is not None and entry.by == call.by and entry.imprint.seen == imprint.seen
    if entry is not None and is_same:
        on = call.on if call.is_dated else entry.on
        return Recorded(call.by, on, imprint, call.role or entry.role)
    return Recorded(call.by, call.on, imprint, call.role)


def _signature(call: _Call, edition: Edition, entry: Recorded) -> bytes | Finding:
    """The file with the approval in its front matter, or why that cannot be."""
    approval = Approval(entry.by, entry.on, entry.role)
    data = read_regular(call.docs / edition.path)
    if edition.shared.approved == approval:
        return data
    found = signed(EditionFile(edition.key, edition.locale, edition.path, data), approval, call.tags)
    if found is None:
        sentence = message("unsafe-edit", line=field_of(approval))
        line = edition.line_of("approved")
        return Finding("clearance", Severity.ERROR, edition.path, line, sentence, edition.key, edition.locale)
    return found


def _write(call: _Call, bundle: Bundle, texts: Mapping[str, bytes], tags: Sequence[str]) -> tuple[bool, list[Finding]]:
    where = bundle.key or "."
    changed = {path: data for path, data in texts.items() if _bytes_of(call.docs / path) != data}
    if not changed:
        say(f"{where}: không đổi / unchanged\n")
        return True, []
    try:
        write_all({call.docs / path: data for path, data in changed.items()})
    except OSError as error:
        name = next(iter(changed)).rsplit("/", 1)[-1]
        sentence = message("unwritable-file", found=name, reason=error.strerror)
        return False, [Finding("schema", Severity.ERROR, next(iter(changed)), 1, sentence, bundle.key)]
    say(f"{where}: đã phê duyệt / approved: {', '.join(tags)}\n")
    return True, []


def _bytes_of(path: Path) -> bytes | None:
    try:
        return read_regular(path)
    except FileNotFoundError:
        return None
