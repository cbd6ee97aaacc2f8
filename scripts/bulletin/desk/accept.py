"""Record that translations match their sources: `accept.py`."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from bulletin.checks.acceptance import accepted_now
from bulletin.checks.states import standings
from bulletin.desk.arguments import day_given, desk_parser, docs_of, site_tags
from bulletin.model.catalogue import message
from bulletin.model.finding import Finding, Severity
from bulletin.program import DONE, FINDINGS, say, short
from bulletin.reports.text import lines
from bulletin.source.blocks import read_blocks
from bulletin.source.lock import LOCK_NAME, lock_of, write_lock
from bulletin.source.selection import Place, select, tags_meant
from bulletin.source.tree import Bundle, read_bundle, scan_tree
from bulletin.source.writing import write_whole


def parser() -> argparse.ArgumentParser:
    """The arguments of accept.py."""
    parser = desk_parser(
        "accept.py",
        "Xác nhận bản dịch khớp với bản gốc. / Record, in the bundle's translation.lock, that a translation matches "
        "its source as both stand now.",
        "Undo: restore translation.lock from git. "
        "Exit: 0 done; 1 something could not be accepted; 2 wrong call; 3 our own error.",
    )
    add = parser.add_argument
    add("--today", metavar="DATE", help="ghi ngày này / record this day (SOURCE_DATE_EPOCH, or the clock)")
    add(
        "--pending",
        action="store_true",
        help="chỉ bản có checked mới hơn / only what an editor has dated `checked` since",
    )
    add("paths", nargs="+", metavar="PATH", help="thư mục hoặc tệp của bài / folder or file of a bulletin")
    return parser


def accept(arguments: argparse.Namespace) -> int:
    """Record that translations match their sources as both stand now; 1 where one cannot be accepted."""
    docs, today = docs_of(arguments.docs), day_given(arguments.today)
    tags = site_tags(docs)
    bundles, misplaced = scan_tree(docs)
    places = select(docs, arguments.paths, bundles, misplaced).places
    findings: list[Finding] = []
    without = dict.fromkeys(places)
    for bundle in bundles:
        meaning = [place for place in places if place.means(bundle)]
        if arguments.pending:
            named = pending_in(docs, bundle, tags, today) if meaning else frozenset()
            findings += _accept_bundle(docs, bundle, named, tags, today)[1] if named else []
        elif meaning:
            accepted, told = _accept_bundle(docs, bundle, tags_meant(meaning, bundle, tags), tags, today)
            findings += told
            without = {place: None for place in without if place not in meaning or not (accepted or told)}
    findings += [_nothing(place) for place in without if not arguments.pending]
    ordered = sorted(set(findings), key=lambda finding: finding.sort_key)
    say("".join(f"{line}\n" for line in lines(ordered, f"{short(docs)}/")))
    return FINDINGS if ordered else DONE


def pending_in(docs: Path, bundle: Bundle, tags: tuple[str, ...], today: date) -> frozenset[str]:
    """The locales of the translations that `lock-pending` reports; none where something cannot be read."""
    bulletin, _ = read_bundle(docs, bundle, tags)
    was, damaged = lock_of(docs, bundle)
    if bulletin is None or damaged:
        return frozenset()
    blocks = {tag: read_blocks(edition) for tag, edition in bulletin.editions.items()}
    return frozenset(tag for tag, stands in standings(bulletin, blocks, was, today).items() if stands.pending)


def _accept_bundle(
    docs: Path, bundle: Bundle, named: frozenset[str], tags: tuple[str, ...], today: date
) -> tuple[list[str], list[Finding]]:
    """Write a bundle's lock if it is to say something else, and tell; the locales accepted, and why others are not."""
    bulletin, told = read_bundle(docs, bundle, tags)
    source = bulletin.source if bulletin else None
    wanted = named if source is not None and source.locale not in named else frozenset()
    read = bulletin.editions if bulletin else {}
    unread = {tag for tag in tags if f"index.{tag}.md" in bundle.files and tag not in read}
    if source is not None and wanted:
        unread &= wanted
    findings = [finding for finding in told if finding.locale in unread]
    was, damaged = lock_of(docs, bundle)
    if bulletin is None or damaged:
        return [], [*findings, *damaged]
    now, accepted = accepted_now(bulletin, was, today, wanted)
    if not accepted:
        return [], findings
    where = bundle.key or "."
    if now == was:
        say(f"{where}: không đổi / unchanged\n")
        return accepted, findings
    lock = f"{bundle.key}/{LOCK_NAME}".removeprefix("/")
    try:
        write_whole(docs / lock, write_lock(now))
    except OSError as error:
        sentence = message("unwritable-file", found=LOCK_NAME, reason=error.strerror)
        return [], [*findings, Finding("schema", Severity.ERROR, lock, 1, sentence, bundle.key)]
    say(f"{where}: đã xác nhận / accepted: {', '.join(accepted)}\n")
    return accepted, findings


def _nothing(place: Place) -> Finding:
    return Finding("schema", Severity.ERROR, place.path or ".", 1, message("nothing-to-accept"))
