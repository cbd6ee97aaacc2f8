"""The verbs that make the site; here the packages are put together, and nowhere else but in desk/."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import NoReturn

from bulletin import program
from bulletin.checks import Task, check_lock, check_texts, judge_all, rows_of, run, standings_of, weigh_all
from bulletin.checks.addresses import LOCK_NAME, read_lock, write_lock
from bulletin.checks.bundle import Given
from bulletin.finish import FinishError, finish
from bulletin.making import stamp
from bulletin.making.build import Means, build_site, forget_unused
from bulletin.making.hands import HandError, parallel
from bulletin.making.outputs import Content, SourceError
from bulletin.model.abbreviations import abbreviations_of
from bulletin.model.calendar import SITE_ZONE, day_of, start_of
from bulletin.model.catalogue import message
from bulletin.model.extras import Extras
from bulletin.model.finding import CallError, Finding, Message, Severity
from bulletin.model.page import Json, Page, Published
from bulletin.model.routes import page_url
from bulletin.model.site import Labels, Site
from bulletin.program import (
    CONFIG,
    DONE,
    FINDINGS,
    ROOT,
    WORK,
    Parser,
    cache_of,
    config_of,
    count_of,
    instant_of,
    short,
)
from bulletin.publish import PublishError, check_target, write_manifest
from bulletin.render.body import BodyRenderer
from bulletin.render.kept_bodies import bodies_of
from bulletin.render.press import RenderError
from bulletin.reports.text import lines, waived_lines
from bulletin.source.approvers import read_approving
from bulletin.source.kept_tree import read_tree_again
from bulletin.source.registries import read_policy, read_registries
from bulletin.source.site import check_closed, config_files, read_extensions, read_labels, read_site
from bulletin.stage.extras import extras_of
from bulletin.stage.gate import clear
from bulletin.stage.lists import next_turn
from bulletin.stage.pages import all_pages, files, furniture
from bulletin.stage.plan import plan
from bulletin.stage.tree import write_stage
from bulletin.stage.view import View

OVERRIDES = ROOT / "overrides"
EMBLEM = ROOT / "overrides" / "assets" / "icon.svg"
"""The site's icon, which stands in every masthead and in every picture for sharing."""
REPORT = "_report/"
"""Where the preview shows the editors' dashboard: no slug begins with `_`."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything that the content says the site is, before a page is rendered."""

    site: Site
    labels: Labels
    docs: Path
    findings: Sequence[Finding]
    """Weighed, by place."""
    waived: Sequence[Finding]
    """Those that somebody has waived; they stop nothing."""
    editions: int
    """How many could be read."""
    pages: Sequence[Page]
    """Empty where an error stops publication."""
    furniture: Mapping[str, Json]
    files: Sequence[Published]
    extras: Extras
    next_change: datetime | None

    @property
    def content(self) -> Content:
        """What the site is made of."""
        pages, files = list(self.pages), list(self.files)
        return Content(self.docs, self.site, self.labels, self.furniture, pages, files, self.extras)

    @property
    def errors(self) -> int:
        """How many findings stop publication."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)


def prepare(docs: Path, now: datetime, *, jobs: int = 1, cache: Path | None = None) -> Prepared:
    """Read, check and clear a docs folder; `cache` is the file in which the check keeps what it knows, None for none.

    Raises CallError for a wrong configuration or registry.
    """
    config = config_of(docs)
    site = read_site(config)
    labels = read_labels(ROOT / "overrides" / "locales", site.tags)
    extensions = read_extensions(config)
    if not docs.is_dir():
        raise CallError("--docs", message("no-folder", found=docs))
    registries, policy = read_registries(docs, site.tags), read_policy(docs)
    trusts_stat, today = not os.environ.get("CI"), day_of(now)
    file = cache.parents[1] / "tree" / cache.name if cache else None
    tree = read_tree_again(docs, site.tags, file, trusts_stat=trusts_stat)
    approving = read_approving(docs, policy, site.tags)
    given = Given(site.tags, registries, today, approving, site.issue)
    outcome = run(Task(docs, given, jobs, cache, trusts_stat=trusts_stat))
    cleared = clear(tree.bulletins, now, policy, judge_all(tree, approving))
    lock = read_lock_of(docs)
    recorded = set(read_lock(lock)[0])
    planned = plan(cleared, site, registries, recorded)
    routes = planned.routes(site, cleared, registries)
    renderer = BodyRenderer(extensions, labels, {tag: abbreviations_of(registries, tag) for tag in site.tags})
    kept = cache.parents[1] / "bodies" / cache.name if cache else None
    bodies = bodies_of(tree.bulletins, routes, renderer, kept, lambda makers: parallel(makers, jobs))
    # What reading found is among what the check tells of each bundle.
    texts = check_texts(tree.bulletins, bodies)
    weighed = weigh_all(outcome, texts, policy, today, tree.bulletins, cleared.clearances)
    findings = weighed.findings
    if not any(finding.severity is Severity.ERROR for finding in findings):
        # A bulletin with a mistake is not lost: to call it so would send its editor the wrong way.
        addresses = {page_url(site.locale(tag).prefix, key) for key, tag in planned.kinds}
        findings += check_lock(lock, addresses)
    is_stopped = any(finding.severity is Severity.ERROR for finding in findings)
    seen = standings_of(outcome), rows_of(outcome)
    emblem = EMBLEM.read_text(encoding="utf-8")
    view = View(site, labels, registries, cleared, planned, bodies, *seen, emblem) if not is_stopped else None
    return Prepared(
        site=site,
        labels=labels,
        docs=docs,
        findings=findings,
        waived=weighed.waived,
        editions=len(bodies),
        pages=list(all_pages(view)) if view else [],
        furniture=furniture(view) if view else {},
        files=files(view) if view else [],
        extras=extras_of(view) if view else Extras(),
        next_change=min(filter(None, (cleared.next_change, next_turn(registries, now))), default=None),
    )


def read_lock_of(docs: Path) -> str:
    """The addresses that were ever published from a docs folder: `urls.lock` beside it.

    The project's own lock speaks of its own docs/ only, not of another tree that is built inside the project.
    """
    docs = docs.resolve()
    if docs.parent == ROOT and docs != ROOT / "docs":
        return ""
    path = docs.parent / LOCK_NAME
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise CallError(f"{LOCK_NAME}:1", message("unreadable-file", reason=error)) from error


# What the verbs do


def build(arguments: argparse.Namespace) -> int:
    """Check, stage, render, finish and publish; the old site stands in every case but success."""
    docs, site_dir = Path(arguments.docs), Path(arguments.site_dir)
    _keep_apart(docs.resolve(), site_dir.resolve())
    now = instant_of(arguments.now)
    jobs = count_of(arguments.jobs, "--jobs") if arguments.jobs else os.cpu_count() or 1
    clock, began = _Clock(), time.time_ns()
    trusts_stat = not os.environ.get("CI")
    places = [str(path.resolve()) for path in _places(docs)]
    check_closed(CONFIG)
    inputs = stamp.inputs_of(places, trusts_stat=trusts_stat)
    prepared = prepare(docs, now, jobs=jobs, cache=None if arguments.no_cache else cache_of(docs))
    for line in told_lines(prepared, docs):
        print(line)
    clock.say("đã kiểm tra", "checked", f"{prepared.editions}")
    if prepared.errors:
        return _stopped(prepared)
    try:
        check_target(site_dir.resolve())
    except PublishError as error:
        raise CallError("--site-dir", Message(error.message.vi, error.message.en)) from error
    with _work_folder("run") as folder:
        cache = None if arguments.no_cache else WORK / "cache"
        means = Means(OVERRIDES, Path(folder), jobs, cache, trusts_stat)
        result = build_site(prepared.content, site_dir, means)
    clock.say("đã dựng trang", "pages rendered", f"{result.pages}/{len(prepared.pages)}")
    clock.say("đã có ảnh chia sẻ", "pictures for sharing", f"{len(prepared.extras.share_images)}")
    what = ("đã xuất bản", "published") if result.is_new else ("không đổi", "unchanged")
    clock.say(*what, str(arguments.site_dir))
    print(next_line(prepared.next_change))
    if not arguments.no_cache:
        forget_unused((WORK / "cache" / "tree", WORK / "cache" / "bodies"), cache_of(docs).name, time.time())
        is_fixed = bool(arguments.now or os.environ.get("SOURCE_DATE_EPOCH"))
        ends = min(filter(None, (prepared.next_change, start_of(day_of(now) + timedelta(days=1)))))
        site = stamp.look([str(site_dir.resolve())], trusts_stat=trusts_stat)
        stamp.save(
            stamp.file_of(sys.argv[1:]),
            stamp.Stamp(
                inputs=inputs.digest,
                places=places,
                begins=now.timestamp(),
                ends=ends.timestamp(),
                is_fixed=is_fixed,
                said="".join(f"{line}\n" for line in told_lines(prepared, docs)),
                next=next_line(prepared.next_change),
                site_dir=str(site_dir.resolve()),
                shown=str(arguments.site_dir),
                site=site.digest,
            ),
            inputs.newest,
            began,
        )
    return DONE


def _places(docs: Path) -> list[Path]:
    """All files and folders on which a build depends."""
    return [
        docs,
        OVERRIDES,
        ROOT / "scripts",
        CONFIG,
        *config_files(config_of(docs)),
        docs.resolve().parent / LOCK_NAME,
    ]


def _work_folder(purpose: str) -> tempfile.TemporaryDirectory[str]:
    """A folder for this process alone; those of processes that were killed are removed first."""
    WORK.mkdir(exist_ok=True)
    for left in WORK.glob("*-*-*"):
        owner = left.name.split("-")[1]
        if owner.isdigit() and not _is_alive(int(owner)):
            shutil.rmtree(left, ignore_errors=True)
    return tempfile.TemporaryDirectory(prefix=f"{purpose}-{os.getpid()}-", dir=WORK)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _stopped(prepared: Prepared) -> int:
    print(
        f"Dừng: {prepared.errors} lỗi, không xuất bản gì; trang cũ giữ nguyên. / "
        f"Stopped: errors: {prepared.errors}, nothing is published; the old site stands.",
        file=sys.stderr,
    )
    return FINDINGS


def complete(html: Path, prepared: Prepared, *, uses_cache: bool = True) -> None:
    """Finish rendered pages in place and write their manifest."""
    cache = WORK / "cache" if uses_cache else None
    finish(html, prepared.docs, prepared.pages, prepared.files, prepared.site, extras=prepared.extras, cache=cache)
    write_manifest(html)


def record(arguments: argparse.Namespace) -> int:
    """Add the addresses of a published site to urls.lock. Run by the publishing job, after the site is public."""
    site_dir = Path(arguments.site_dir)
    if not site_dir.is_dir():
        raise CallError("--site-dir", message("no-folder", found=site_dir))
    lock = ROOT / LOCK_NAME
    old = lock.read_text(encoding="utf-8") if lock.exists() else ""
    addresses, findings = read_lock(old)
    say_findings(findings, ROOT)
    if findings:
        return FINDINGS
    below = (path.parent.relative_to(site_dir).as_posix() for path in site_dir.rglob("index.html"))
    found = {"" if folder == "." else f"{folder}/" for folder in below}
    beside = lock.with_suffix(".lock.new")
    beside.write_text(write_lock([*addresses, *found]), encoding="utf-8", newline="\n")
    beside.replace(lock)
    new = len(found - set(addresses))
    print(f"{LOCK_NAME}: thêm {new} địa chỉ / {new} addresses added")
    return DONE


def serve(arguments: argparse.Namespace) -> int:
    """Build into a folder of its own, serve it, and do so again whenever a source changes; until interrupted.

    Each build is a process of its own, so that no mistake in content, template or code ends the preview.
    """
    docs = Path(arguments.docs)
    if not docs.is_dir():
        raise CallError("--docs", message("no-folder", found=docs))
    port = count_of(arguments.port, "--port")
    base = read_site(config_of(docs)).base_path
    with _work_folder("preview") as folder:
        site_dir = Path(folder) / "site"
        command = [sys.executable, str(ROOT / "scripts" / "build.py"), "--docs", str(docs)]
        command += ["--site-dir", str(site_dir), *(["--now", arguments.now] if arguments.now else [])]

        report = _Report(docs, Path(folder) / "report", arguments.now)

        def builder() -> None:
            if subprocess.run(command, check=False).returncode:
                print("Trang xem trước giữ bản cũ. / The preview keeps the last good site.", flush=True)
            report.is_old = True

        builder()
        watched = [docs, ROOT / "overrides", ROOT / "scripts", CONFIG, config_of(docs)]
        from bulletin.render.preview import Beside  # noqa: PLC0415 - it imports MkDocs, which build.py leaves to workers
        from bulletin.render.preview import serve as preview  # noqa: PLC0415 - as above

        print(f"Bảng theo dõi / Dashboard: http://{arguments.host}:{port}{base}{REPORT}", flush=True)
        beside = Beside(REPORT, report.folder, report.refresh)
        preview(site_dir, builder, watched, (arguments.host, port), base, beside)
    return DONE


class _Report:
    """The editors' dashboard, made anew when somebody looks at it after a change; it is never in the site."""

    def __init__(self, docs: Path, folder: Path, now: str | None) -> None:
        self.folder = folder
        self.is_old = True
        self._lock = threading.Lock()
        self._command = [sys.executable, str(ROOT / "scripts" / "report.py"), "--docs", str(docs), "--to", str(folder)]
        self._command += ["--today", day_of(instant_of(now)).isoformat()] if now else []

    def refresh(self) -> None:
        """Make it anew if the content changed since; one after the other, whoever asks."""
        with self._lock:
            if self.is_old:
                self.is_old = False
                subprocess.run(self._command, check=False, stdout=subprocess.DEVNULL)


def next_line(instant: datetime | None) -> str:
    """The line from which the schedule reads when to build again, in the site's zone."""
    when = instant.astimezone(SITE_ZONE).isoformat() if instant else "none"
    return f"Lần thay đổi kế tiếp / Next change: {when}"


def say_findings(findings: Sequence[Finding], docs: Path) -> None:
    """Print every finding on a line."""
    for line in finding_lines(findings, docs):
        print(line)


def finding_lines(findings: Sequence[Finding], docs: Path) -> list[str]:
    """Every finding on a line; those on urls.lock are about the file beside the docs folder."""
    on_lock = [finding for finding in findings if finding.path == LOCK_NAME]
    others = [finding for finding in findings if finding.path != LOCK_NAME]
    return [*lines(others, f"{short(docs)}/"), *lines(on_lock, "")]


def told_lines(prepared: Prepared, docs: Path) -> list[str]:
    """Every finding on a line; those that are waived last, so that nobody forgets them."""
    return [*finding_lines(prepared.findings, docs), *waived_lines(prepared.waived, f"{short(docs)}/")]


class _Clock:
    """Tells what was done and how long it took."""

    def __init__(self) -> None:
        self.start = time.monotonic()

    def say(self, vi: str, en: str, what: str) -> None:
        print(f"{vi} / {en}: {what} ({time.monotonic() - self.start:.1f} s)", flush=True)


# Arguments


def _keep_apart(docs: Path, site_dir: Path) -> None:
    for guarded in (docs, ROOT / "overrides", ROOT / "scripts", ROOT / "tests"):
        if site_dir == guarded or guarded.is_relative_to(site_dir) or site_dir.is_relative_to(guarded):
            raise CallError("--site-dir", message("overlapping-folders", found=site_dir, other=guarded))


def build_parser() -> argparse.ArgumentParser:
    """The arguments of build.py."""
    parser = Parser(
        prog="build.py",
        allow_abbrev=False,
        description="Kiểm tra nội dung và dựng trang. / Check the content and build the site.",
        epilog="Exit: 0 built and switched; 1 findings stopped publication; 2 wrong call, configuration or registry; "
        "3 our own error. In every case but 0 the old site is untouched.",
    )
    parser.add_argument(
        "--docs", default=str(ROOT / "docs"), metavar="DIR", help="thư mục nội dung / the content (docs)"
    )
    parser.add_argument(
        "--site-dir", default=str(ROOT / "site"), metavar="DIR", help="nơi xuất bản / where to publish (site)"
    )
    parser.add_argument(
        "--now",
        metavar="INSTANT",
        help="dựng như vào thời điểm này / build as at this instant, such as 2026-03-05T08:00:00+07:00 "
        "(SOURCE_DATE_EPOCH, or the clock)",
    )
    parser.add_argument("--jobs", metavar="N", help="số tiến trình / worker processes (one for each core)")
    parser.add_argument(
        "--no-cache",
        action="store_true",
        help="không dùng bộ nhớ đệm / make everything anew: what the check and photographs keep in .build/cache too",
    )
    return parser


def serve_parser() -> argparse.ArgumentParser:
    """The arguments of serve.py."""
    parser = Parser(
        prog="serve.py",
        allow_abbrev=False,
        description="Xem trước trang trên máy này. / Preview the site here; it reloads when a source changes.",
    )
    parser.add_argument(
        "--docs", default=str(ROOT / "docs"), metavar="DIR", help="thư mục nội dung / the content (docs)"
    )
    parser.add_argument("--host", default="127.0.0.1", help="địa chỉ / address to listen at (127.0.0.1)")
    parser.add_argument("--port", default="8000", metavar="N", help="cổng / port (8000)")
    parser.add_argument("--now", metavar="INSTANT", help="xem như vào thời điểm này / preview as at this instant")
    return parser


def record_parser() -> argparse.ArgumentParser:
    """The arguments of record.py."""
    parser = Parser(
        prog="record.py",
        allow_abbrev=False,
        description="Ghi các địa chỉ đã công bố vào urls.lock. / Record the published addresses in urls.lock.",
    )
    parser.add_argument(
        "--site-dir",
        default=str(ROOT / "site"),
        metavar="DIR",
        help="trang đã xuất bản / the published site (site)",
    )
    return parser


def main(parser: argparse.ArgumentParser, verb: Callable[[argparse.Namespace], int]) -> NoReturn:
    """Run a verb as a program, and leave with its exit status."""
    program.main(parser, verb, told=(RenderError, HandError, SourceError, FinishError, PublishError))


# The plain `mkdocs build`, for which hooks.py calls the same steps


def stage_for_mkdocs(docs: Path) -> tuple[Prepared, Path]:
    """Read, check and stage for a plain MkDocs build; return what was prepared and its docs folder.

    Nothing that an earlier build knew is used: this one is what the fast build is compared with.

    Raises CallError, also where findings stop publication.
    """
    prepared = prepare(docs, instant_of(None), jobs=os.cpu_count() or 1)
    for line in told_lines(prepared, docs):
        print(line)
    if prepared.errors:
        found = f"{prepared.errors}"
        raise CallError("docs", Message(f"{found} lỗi, không dựng trang", f"errors: {found}, nothing is built"))
    stage = WORK / "stage"
    shutil.rmtree(stage, ignore_errors=True)
    write_stage(prepared.pages, dict(prepared.furniture), stage, prepared.site)
    print(next_line(prepared.next_change))
    return prepared, stage / "pages"
