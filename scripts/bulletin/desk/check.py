"""Check a docs folder: `check.py`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bulletin.checks.before import coverage_before
from bulletin.checks.bundle import Given
from bulletin.checks.coverage import coverage
from bulletin.checks.recall import with_old_texts
from bulletin.checks.run import Task, run
from bulletin.checks.weight import weigh_run
from bulletin.desk.arguments import day_given, desk_parser, docs_of, site_of, write_report
from bulletin.desk.forge import files_address
from bulletin.desk.site_texts import site_findings
from bulletin.program import DONE, FINDINGS, cache_of, count_of, say, short
from bulletin.reports import github, json, junit, markdown, sarif
from bulletin.reports.badge import badge
from bulletin.reports.report import Report
from bulletin.reports.text import lines, summary, table, waived_lines
from bulletin.source.approvers import read_approving
from bulletin.source.changes import read_changes, repository_prefix
from bulletin.source.registries import read_policy, survey_registries

FORMATS = ("text", "json", "github", "sarif", "junit", "markdown")
EVERY = 20
"""Bundles after which the line of progress is written anew."""


def parser() -> argparse.ArgumentParser:
    """The arguments of check.py."""
    parser = desk_parser(
        "check.py",
        "Kiểm tra hai ngôn ngữ có nói cùng một điều. / Check that both languages say the same.",
        "Exit: 0 no finding at error; 1 at least one; 2 wrong call, configuration or registry; 3 our own error.",
    )
    add = parser.add_argument
    add("--format", default="text", choices=FORMATS, help="dạng kết quả / form of the report (text)")
    add("--output", metavar="FILE", help="ghi vào tệp / write the report to a file (standard output)")
    add("--base", metavar="REF", help="so với phiên bản git / put first what changed since a revision of git")
    add("--badge", metavar="FILE", help="ghi huy hiệu độ phủ / write an SVG badge with the coverage")
    add("--today", metavar="DATE", help="coi như hôm nay là / as on this day (SOURCE_DATE_EPOCH, or the clock)")
    add("--jobs", metavar="N", help="số tiến trình / worker processes (one for each core)")
    add("--no-cache", action="store_true", help="không dùng bộ nhớ đệm / check everything anew")
    add("paths", nargs="*", metavar="PATH", help="chỉ những bài này / only these bulletins, folders or files")
    return parser


def check(arguments: argparse.Namespace) -> int:
    """Check a docs folder and report; 1 where there is an error."""
    docs, today = docs_of(arguments.docs), day_given(arguments.today)
    jobs = count_of(arguments.jobs, "--jobs") if arguments.jobs else os.cpu_count() or 1
    site = site_of(docs)
    tags = site.tags
    policy = read_policy(docs)
    registries, gaps = survey_registries(docs, tags)
    given = Given(tags, registries, today, read_approving(docs, policy, tags), site.issue)
    changes = None if arguments.base is None else read_changes(docs, arguments.base)
    cache = None if arguments.no_cache else cache_of(docs)
    task = Task(docs, given, jobs, cache, trusts_stat=not os.environ.get("CI"))
    with _progress() as progress:
        # What a share lets pass depends on bulletins that were not asked for.
        every = run(task, (), progress).bundles if arguments.paths and policy.has_shares else None
        outcome = with_old_texts(run(task, arguments.paths, progress), docs, tags, today)
    across = outcome.findings if arguments.paths else (*outcome.findings, *site_findings(docs, tags, gaps))
    weighed = weigh_run(outcome.bundles, across, policy, today, every)
    before = None
    if changes is not None and arguments.format == "markdown":  # the one form that shows it
        before = coverage_before(task, outcome, changes, policy, arguments.paths)
    found = Report(
        findings=tuple(weighed.findings),
        coverage=coverage(outcome.bundles, tags, policy),
        bundles=outcome.bundles,
        root=_root(docs),
        changes=changes,
        before=before,
        waived=tuple(weighed.waived),
    )
    _write(found, arguments, docs)
    return FINDINGS if found.errors else DONE


def _write(found: Report, arguments: argparse.Namespace, docs: Path) -> None:
    """Put the report, and the badge, where the call wants them."""
    is_seen = arguments.output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    report = _FORMS[arguments.format](found) if arguments.format != "text" else _text(found, docs, colour=is_seen)
    if arguments.output is None:
        say(report)
    else:
        write_report(Path(arguments.output), report)
    if arguments.badge is not None:
        write_report(Path(arguments.badge), badge(found.coverage), "--badge")


def _root(docs: Path) -> str:
    """The docs folder from the root of its repository; without one from here, and else it stands for itself."""
    prefix = repository_prefix(docs)
    if prefix is not None:
        return prefix
    path = short(docs)
    return "" if path in (".", "") or Path(path).is_absolute() else f"{path}/"


def _text(found: Report, docs: Path, *, colour: bool) -> str:
    findings, below = found.changed_first(), f"{short(docs)}/"
    told = [*lines(findings, below, colour=colour), *waived_lines(found.waived, below, colour=colour)]
    parts = [*told, *table(found.coverage), summary(findings, len(found.bundles), len(found.waived))]
    return "".join(f"{part}\n" for part in parts)


_FORMS: Mapping[str, Callable[[Report], str]] = {
    "json": lambda found: json.report(found.findings, found.coverage),
    "github": github.report,
    "sarif": sarif.report,
    "junit": junit.report,
    "markdown": lambda found: markdown.report(found, files_address(os.environ)),
}


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
