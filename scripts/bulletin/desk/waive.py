"""Waive a finding at one place, until a day, or take a waiver back: `waive.py`."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bulletin.checks.bundle import Checked, Given
from bulletin.checks.pair import alignments_of
from bulletin.checks.run import Task, check_one, run
from bulletin.checks.waiving import Places
from bulletin.desk.arguments import day_given, desk_parser, docs_of, one_line, option_day, site_of
from bulletin.model.approval import Approving
from bulletin.model.catalogue import message, on_day
from bulletin.model.finding import CallError, Message
from bulletin.model.rules import RULES, UNWAIVABLE
from bulletin.model.waiver import MAX_REASON, Held, Waiver, year_after
from bulletin.program import DONE, say
from bulletin.source.approvers import read_approving
from bulletin.source.blocks import read_blocks
from bulletin.source.disk import read_regular
from bulletin.source.fields import suggestions
from bulletin.source.registries import read_policy, read_registries
from bulletin.source.selection import below
from bulletin.source.tree import Bundle, read_bundle, scan_tree
from bulletin.source.waivers import MAX_NAME, WAIVERS_NAME, read_waivers, rewritten
from bulletin.source.writing import write_whole


def parser() -> argparse.ArgumentParser:
    """The arguments of waive.py."""
    parser = desk_parser(
        "waive.py",
        "Miễn một phát hiện ở một chỗ, đến một ngày. / Let a finding at one place pass until a day; it is recorded in "
        "the bundle's waivers.yml and ends by itself when the text on either side changes.",
        'For example: waive.py docs/news/2026/03/x/index.en.md:14 --rule value-mismatch --reason "The source rounds." '
        '--by "Trần Thị B" --until 2026-06-20. Exit: 0 done; 2 wrong call; 3 our own error.',
    )
    add = parser.add_argument
    add("--rule", metavar="RULE", help="quy tắc / rule of the finding")
    add("--reason", metavar="TEXT", help="lý do / why")
    add("--by", metavar="NAME", help="ai cho miễn / who answers for it")
    add("--until", metavar="DAY", help="ngày cuối / the last day, at most a year from today")
    add("--remove", action="store_true", help="bỏ miễn trừ / take back the waivers at that place")
    add("--today", metavar="DATE", help="coi như hôm nay là / as on this day (SOURCE_DATE_EPOCH, or the clock)")
    add("path", metavar="PATH[:LINE]", help="tệp hoặc bài mà check.py nêu / the file, or bulletin, that check.py names")
    return parser


@dataclass(frozen=True, slots=True)
class _Place:
    """What the call points at."""

    given: str
    bundle: Bundle
    path: str
    """Of the file, below the docs folder; empty where the whole bulletin is meant."""
    line: int
    """0 where none is given."""

    def means(self, path: str, lines: tuple[tuple[int, int], ...]) -> bool:
        """Whether something that stands in a file at some lines is meant."""
        is_there = self.path in ("", path)
        return is_there and (not self.line or any(first <= self.line <= last for first, last in lines))


def waive(arguments: argparse.Namespace) -> int:
    """Record a waiver for the findings at one place, or remove those that stand there."""
    docs, today = docs_of(arguments.docs), day_given(arguments.today)
    site = site_of(docs)
    tags = site.tags
    policy = read_policy(docs)
    given = Given(tags, read_registries(docs, tags), today, read_approving(docs, policy, tags), site.issue)
    place = _place(docs, arguments.path)
    file = docs / (place.bundle.files.get(WAIVERS_NAME) or f"{place.bundle.key}/{WAIVERS_NAME}".removeprefix("/"))
    text = _text_of(file)
    if arguments.remove:
        without, added = _removed(docs, place, given, text, _rule(arguments.rule) if arguments.rule else ""), []
    else:
        added = _added(docs, place, given, arguments)
        without = _replaced(text, added)
    now = rewritten(text, without, added)
    if now is None:
        raise CallError(file.as_posix(), message("not-ours"))
    _write(file, now)
    vi, en = ("đã bỏ", "removed") if arguments.remove else ("đã miễn", "waived")
    where = place.bundle.key or "."
    for waiver in added:
        say(f"{where}: {vi} / {en}: {waiver.rule}, {waiver.locale or '–'}:{waiver.at}, {_until(waiver)}\n")
    if arguments.remove:
        say(f"{where}: {vi} / {en}: {len(without)}\n")
    return DONE


def _until(waiver: Waiver) -> Message:
    day = on_day(waiver.until)
    return Message(f"đến {day.vi}", f"until {day.en}")


# What the call means


def _place(docs: Path, given: str) -> _Place:
    head, colon, tail = given.rpartition(":")
    is_line = bool(colon and head and tail.isascii() and tail.isdigit() and len(tail) < 10)  # noqa: PLR2004
    name, line = (head, int(tail)) if is_line else (given, 0)
    path = below(docs, name)
    for bundle in scan_tree(docs)[0]:
        if path in bundle.files.values():
            return _Place(given, bundle, path, line)
        if (bundle.key and bundle.key == path) or (not bundle.key and not path):
            return _Place(given, bundle, "", line)
    raise CallError(given, message("one-bundle", found=name))


def _rule(given: str | None) -> str:
    if not given:
        raise CallError("--rule", message("missing-field", name="--rule"))
    if given not in RULES:
        raise CallError("--rule", message("unknown-rule", name=given, suggestion=suggestions(given, RULES)))
    if given in UNWAIVABLE:
        raise CallError("--rule", message("unwaivable-rule", name=given))
    return given


def _name(given: str | None, approving: Approving, today: date) -> str:
    """Whose name stands for it: where the office names its approvers, one of them, and in office today."""
    if not given:
        raise CallError("--by", message("missing-field", name="--by"))
    name = one_line(given, "--by", MAX_NAME)
    if approving.approvers is None:
        return name
    in_office = [each for each in approving.approvers if each.is_in_office(today)]
    for each in in_office:
        if name in (each.key, each.name):
            return each.name
    names = [text for each in in_office for text in (each.key, each.name)]
    raise CallError("--by", message("unknown-approver", found=name, suggestion=suggestions(name, names)))


# What is recorded


def _added(docs: Path, place: _Place, given: Given, arguments: argparse.Namespace) -> list[Waiver]:
    rule = _rule(arguments.rule)
    if not arguments.reason:
        raise CallError("--reason", message("missing-field", name="--reason"))
    reason = one_line(arguments.reason, "--reason", MAX_REASON)
    by = _name(arguments.by, given.approving, given.today)
    until = option_day(arguments.until, "--until")
    if until is None:
        raise CallError("--until", message("missing-field", name="--until"))
    last = year_after(given.today)
    if not given.today <= until <= last:
        raise CallError("--until", message("wrong-end", found=until, first=given.today, last=last))
    bulletin, _ = read_bundle(docs, place.bundle, given.tags)
    outcome = run(Task(docs, given), [str(docs / next(iter(place.bundle.files.values())))])
    found = [*outcome.findings, *(each for checked in outcome.bundles for each in checked.findings)]
    found = [each for each in found if each.rule == rule and each.key == place.bundle.key]
    if bulletin is None:
        found = []
    added: dict[object, Waiver] = {}
    if bulletin is not None:
        blocks = {tag: read_blocks(edition) for tag, edition in bulletin.editions.items()}
        places = Places(bulletin, blocks, alignments_of(bulletin, blocks))
        for finding in sorted(found, key=lambda each: each.sort_key):
            where = places.where(finding)
            lines = places.lines(finding)
            if place.means(finding.path, (lines, (finding.line, finding.line))):
                details = (where.texts, where.is_whole, reason, by, given.today, until, where.field, finding.line)
                waiver = Waiver(rule, finding.locale, *details)
                added.setdefault((finding.locale, finding.path, where), waiver)
    if not added:
        raise CallError(place.given, message("nothing-to-waive", rule=rule))
    return list(added.values())


def _replaced(text: str, added: list[Waiver]) -> list[int]:
    """Lines of entries that speak of the same places, which the new ones replace."""
    new = {(each.rule, each.locale, each.texts, each.field) for each in added}
    was, _ = read_waivers(text)
    return [each.line for each in was if (each.rule, each.locale, each.texts, each.field) in new]


def _removed(docs: Path, place: _Place, given: Given, text: str, rule: str) -> list[int]:
    """Lines of the entries that are meant: those at a place of an edition, or at a line of waivers.yml itself."""
    if place.path and place.path == place.bundle.files.get(WAIVERS_NAME):
        starts = [each.line for each in read_waivers(text)[0] if rule in ("", each.rule)]
        meant = [start for start in starts if start <= place.line][-1:] if place.line else starts
    else:
        checked: Checked = check_one(docs, place.bundle, given)
        held: list[Held] = [each for each in checked.waivers if rule in ("", each.waiver.rule)]
        meant = [
            each.waiver.line for each in held if place.means(each.path, (*each.lines, (each.waiver.at, each.waiver.at)))
        ]
    if not meant:
        raise CallError(place.given, message("no-such-waiver", rule=rule or "*"))
    return meant


def _text_of(file: Path) -> str:
    try:
        return read_regular(file).decode("utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise CallError(file.as_posix(), message("not-ours")) from error


def _write(file: Path, text: str) -> None:
    try:
        if text:
            write_whole(file, text)
        else:
            file.unlink(missing_ok=True)
    except OSError as error:
        raise CallError(file.as_posix(), message("unwritable-file", found=file.name, reason=error.strerror)) from error
