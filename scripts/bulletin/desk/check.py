"""Check a docs folder: `check.py`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bulletin.checks.bundle import Given
from bulletin.checks.coverage import Coverage, coverage
from bulletin.checks.recall import with_old_texts
from bulletin.checks.run import Task, run
from bulletin.checks.weight import Weighed, weigh_run
from bulletin.desk.arguments import day_given, desk_parser, docs_of, site_tags, write_report
from bulletin.desk.site_texts import site_findings
from bulletin.model.finding import Severity
from bulletin.program import DONE, FINDINGS, cache_of, count_of, say, short
from bulletin.reports import json as json_report
from bulletin.reports.text import lines, summary, table, waived_lines
from bulletin.source.approvers import read_approving
from bulletin.source.registries import read_policy, survey_registries

FORMATS = ("text", "json")
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
    add("--today", metavar="DATE", help="coi như hôm nay là / as on this day (SOURCE_DATE_EPOCH, or the clock)")
    add("--jobs", metavar="N", help="số tiến trình / worker processes (one for each core)")
    add("--no-cache", action="store_true", help="không dùng bộ nhớ đệm / check everything anew")
    add("paths", nargs="*", metavar="PATH", help="chỉ những bài này / only these bulletins, folders or files")
    return parser


def check(arguments: argparse.Namespace) -> int:
    """Check a docs folder and report; 1 where there is an error."""
    docs, today = docs_of(arguments.docs), day_given(arguments.today)
    jobs = count_of(arguments.jobs, "--jobs") if arguments.jobs else os.cpu_count() or 1
    tags = site_tags()
    policy = read_policy(docs)
    registries, gaps = survey_registries(docs, tags)
    given = Given(tags, registries, today, read_approving(docs, policy, tags))
    cache = None if arguments.no_cache else cache_of(docs)
    task = Task(docs, given, jobs, cache, trusts_stat=not os.environ.get("CI"))
    with _progress() as progress:
        # What a share lets pass depends on bulletins that were not asked for.
        every = run(task, (), progress).bundles if arguments.paths and policy.has_shares else None
        outcome = with_old_texts(run(task, arguments.paths, progress), docs, tags, today)
    across = outcome.findings if arguments.paths else (*outcome.findings, *site_findings(docs, tags, gaps))
    weighed = weigh_run(outcome.bundles, across, policy, today, every)
    findings = weighed.findings
    covered = coverage(outcome.bundles, tags, policy)
    if arguments.format == "json":
        report = json_report.report(findings, covered)
    else:
        is_seen = arguments.output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        report = _text(weighed, covered, len(outcome.bundles), docs, colour=is_seen)
    if arguments.output is None:
        say(report)
    else:
        write_report(Path(arguments.output), report)
    return FINDINGS if any(finding.severity is Severity.ERROR for finding in findings) else DONE


def _text(weighed: Weighed, covered: Coverage, bundles: int, docs: Path, *, colour: bool) -> str:
    found, below = weighed.findings, f"{short(docs)}/"
    told = [*lines(found, below, colour=colour), *waived_lines(weighed.waived, below, colour=colour)]
    parts = [*told, *table(covered), summary(found, bundles, len(weighed.waived))]
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
