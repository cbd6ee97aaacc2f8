"""The editors' verbs: check, accept, new. They put the packages of reading together, print, and return a status.

Nothing here knows the renderer: content is checked by itself.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from bulletin.checks.acceptance import accepted_now
from bulletin.checks.bundle import Given
from bulletin.checks.coverage import Coverage, coverage
from bulletin.checks.recall import with_old_texts
from bulletin.checks.run import Task, run
from bulletin.checks.weight import weigh_outcome
from bulletin.model.calendar import day_of, parse_day
from bulletin.model.catalogue import message
from bulletin.model.finding import CallError, Finding, Severity
from bulletin.program import CONFIG, DONE, FINDINGS, ROOT, Parser, cache_of, count_of, instant_of, say, short
from bulletin.reports import json as json_report
from bulletin.reports.text import lines, summary, table
from bulletin.source.lock import LOCK_NAME, lock_of, write_lock
from bulletin.source.registries import read_policy, read_registries
from bulletin.source.scaffold import TYPES, bundle_key, bundle_texts, plain_title, slug_flaw, title_flaw, write_bundle
from bulletin.source.selection import Place, select
from bulletin.source.site import read_site
from bulletin.source.tree import Bundle, read_bundle, scan_tree
from bulletin.source.writing import write_whole

FORMATS = ("text", "json")
EVERY = 20
"""Bundles after which the line of progress is written anew."""


# Check


def check(arguments: argparse.Namespace) -> int:
    """Check a docs folder and report; 1 where there is an error."""
    docs, today = _docs(arguments.docs), _day(arguments.today)
    jobs = count_of(arguments.jobs, "--jobs") if arguments.jobs else os.cpu_count() or 1
    tags = read_site(CONFIG).tags
    given, policy = Given(tags, read_registries(docs, tags), today), read_policy(docs)
    cache = None if arguments.no_cache else cache_of(docs)
    task = Task(docs, given, jobs, cache, trusts_stat=not os.environ.get("CI"))
    with _progress() as progress:
        outcome = with_old_texts(run(task, arguments.paths, progress), docs, tags, today)
    findings = weigh_outcome(outcome.bundles, outcome.findings, policy, today)
    covered = coverage(outcome.bundles, tags, policy)
    if arguments.format == "json":
        report = json_report.report(findings, covered)
    else:
        is_seen = arguments.output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        report = _text(findings, covered, len(outcome.bundles), docs, colour=is_seen)
    if arguments.output is None:
        say(report)
    else:
        _write(Path(arguments.output), report)
    return FINDINGS if any(finding.severity is Severity.ERROR for finding in findings) else DONE


def _text(findings: Sequence[Finding], covered: Coverage, bundles: int, docs: Path, *, colour: bool) -> str:
    parts = [*lines(findings, f"{short(docs)}/", colour=colour), *table(covered), summary(findings, bundles)]
    return "".join(f"{part}\n" for part in parts)


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None] | None]:
    """Count on the terminal, on a line that goes away at the end; nothing where errors go elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return

    def tell(done: int, of: int) -> None:
        if done % EVERY == 0:
            sys.stderr.write(f"\r\033[Kđang kiểm tra / checking: {done}/{of}")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        sys.stderr.write("\r\033[K")
        sys.stderr.flush()


# Accept


def accept(arguments: argparse.Namespace) -> int:
    """Record that translations match their sources as both stand now; 1 where one cannot be accepted."""
    docs, today = _docs(arguments.docs), _day(arguments.today)
    tags = read_site(CONFIG).tags
    bundles, misplaced = scan_tree(docs)
    places = select(docs, arguments.paths, bundles, misplaced).places
    findings: list[Finding] = []
    without = dict.fromkeys(places)
    for bundle in bundles:
        meaning = [place for place in places if place.means(bundle)]
        if meaning:
            accepted, told = _accept_bundle(docs, bundle, _tags_of(meaning, bundle, tags), tags, today)
            findings += told
            without = {place: None for place in without if place not in meaning or not (accepted or told)}
    findings += [_nothing(place) for place in without]
    ordered = sorted(set(findings), key=lambda finding: finding.sort_key)
    say("".join(f"{line}\n" for line in lines(ordered, f"{short(docs)}/")))
    return FINDINGS if ordered else DONE


def _tags_of(places: Sequence[Place], bundle: Bundle, tags: Sequence[str]) -> frozenset[str]:
    """The locales of the editions that a call names one by one; none where it means the bundle as a whole."""
    files = {bundle.files.get(f"index.{tag}.md"): tag for tag in tags}
    named = [files.get(place.path, "") for place in places]
    return frozenset(named) if all(named) else frozenset()


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


# New


def new(arguments: argparse.Namespace) -> int:
    """Make a bundle with both editions, ready to fill in; never touch one that is there."""
    docs, today = _docs(arguments.docs), _day(arguments.today)
    source, *others = read_site(CONFIG).tags
    titles = {source: plain_title(arguments.title)}
    if arguments.title_en is not None:
        titles = {"en": plain_title(arguments.title_en)} | titles
    for tag, title in titles.items():
        flaw = title_flaw(title)
        if flaw is not None:
            raise CallError("--title" if tag == source else "--title-en", flaw)
    flaw = slug_flaw(arguments.type, arguments.slug)
    if flaw is not None:
        raise CallError("SLUG", flaw)
    key = bundle_key(arguments.type, arguments.slug, today)
    texts = bundle_texts(arguments.type, titles, today, (source, *others))
    try:
        write_bundle(docs / key, texts)
    except FileExistsError as error:
        raise CallError("SLUG", message("bundle-exists", found=key)) from error
    except OSError as error:
        raise CallError("--docs", message("unwritable-file", found=key, reason=error.strerror)) from error
    say("".join(f"{short(docs / key)}/{name}\n" for name in texts))
    return DONE


# Arguments


def _docs(text: str) -> Path:
    docs = Path(text)
    try:
        if docs.is_dir():
            return docs
    except OSError as error:  # a name that is too long
        raise CallError("--docs", message("no-folder", found=docs)) from error
    raise CallError("--docs", message("no-folder", found=docs))


def _day(text: str | None) -> date:
    """The day in the site's zone: the option, else that of SOURCE_DATE_EPOCH or the clock."""
    if text is None:
        return day_of(instant_of(None))
    try:
        return parse_day(text)
    except ValueError as error:
        raise CallError("--today", message("wrong-day", found=text)) from error


def _write(path: Path, text: str) -> None:
    try:
        write_whole(path, text)
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links, in Python before 3.13
        reason = error.strerror if isinstance(error, OSError) else error
        raise CallError("--output", message("unwritable-file", found=path, reason=reason)) from error


def _parser(prog: str, description: str, epilog: str) -> argparse.ArgumentParser:
    parser = Parser(prog=prog, allow_abbrev=False, description=description, epilog=epilog)
    docs = str(ROOT / "docs")
    parser.add_argument("--docs", default=docs, metavar="DIR", help="thư mục nội dung / the content (docs)")
    return parser


def check_parser() -> argparse.ArgumentParser:
    """The arguments of check.py."""
    parser = _parser(
        "check.py",
        "Kiểm tra hai ngôn ngữ có nói cùng một điều. / Check that both languages say the same.",
        "Exit: 0 no finding at error; 1 at least one; 2 wrong call, configuration or registry; 3 our own error.",
    )
    add = parser.add_argument
    add("--format", default="text", choices=FORMATS, help="dạng kết quả / form of the report (text)")
    add("--output", metavar="FILE", help="ghi vào tệp / write the report to a file (standard output)")
    add("--today", metavar="DATE", help="coi như hôm nay là / as on this day (SOURCE_DATE_EPOCH, or the clock)")
    add("--jobs", metavar="N", help="số tiến trình / worker processes (one for each core)")
    add("--no-cache", action="store_true", help="không dùng bộ nhớ đệm / check everything anew")
    add("paths", nargs="*", metavar="PATH", help="chỉ những bài này / only these bulletins, folders or files")
    return parser


def accept_parser() -> argparse.ArgumentParser:
    """The arguments of accept.py."""
    parser = _parser(
        "accept.py",
        "Xác nhận bản dịch khớp với bản gốc. / Record, in the bundle's translation.lock, that a translation matches "
        "its source as both stand now.",
        "Undo: restore translation.lock from git. "
        "Exit: 0 done; 1 something could not be accepted; 2 wrong call; 3 our own error.",
    )
    add = parser.add_argument
    add("--today", metavar="DATE", help="ghi ngày này / record this day (SOURCE_DATE_EPOCH, or the clock)")
    add("paths", nargs="+", metavar="PATH", help="thư mục hoặc tệp của bài / folder or file of a bulletin")
    return parser


def new_parser() -> argparse.ArgumentParser:
    """The arguments of new.py."""
    parser = _parser(
        "new.py",
        "Tạo một bài mới với cả hai ngôn ngữ. / Make a bundle with both editions, ready to fill in.",
        'For example: new.py news khai-truong-cang --title "Khai trương cảng" --title-en "A port opens". '
        "Undo: delete the folder. Exit: 0 done; 2 wrong call; 3 our own error.",
    )
    add = parser.add_argument
    add("type", choices=TYPES, metavar="TYPE", help="mục / section: " + ", ".join(TYPES))
    add("slug", metavar="SLUG", help="tên thư mục / name of the folder: a–z, 0–9, -")
    add("--title", required=True, metavar="TEXT", help="tiêu đề của bản gốc / title of the source edition")
    add("--title-en", metavar="TEXT", help="tiêu đề tiếng Anh / title of the English edition")
    add("--today", metavar="DATE", help="ngày của bài / date of the bulletin (SOURCE_DATE_EPOCH, or the clock)")
    return parser
