"""The verbs that make the site; here the packages are put together, and nowhere else but in desk/."""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from bulletin import program
from bulletin.checks.addresses import LOCK_NAME, read_lock, write_lock
from bulletin.checks.run import GARBAGE
from bulletin.finish import FinishError, finish
from bulletin.making import stamp
from bulletin.making.build import Means, Result, build_site, forget_unused, remember
from bulletin.making.edit import build_edit
from bulletin.making.hands import HandError
from bulletin.making.memory import Memory
from bulletin.making.outputs import SourceError
from bulletin.model.calendar import SITE_ZONE
from bulletin.model.catalogue import message
from bulletin.model.finding import CallError, Finding, Message
from bulletin.prepared import OVERRIDES, Ground, Prepared, prepare, read_ground
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
from bulletin.render.press import RenderError
from bulletin.reports.text import lines, waived_lines
from bulletin.shards import SHARDS, make_shard, share_of, take_shards
from bulletin.source.site import check_closed, config_files
from bulletin.stage.tree import write_stage

# What the verbs do


def build(arguments: argparse.Namespace) -> int:
    """Check, stage, render, finish and publish; the old site stands in every case but success."""
    gc.set_threshold(*GARBAGE)
    docs, site_dir = Path(arguments.docs), Path(arguments.site_dir)
    _keep_apart(docs.resolve(), site_dir.resolve())
    now = instant_of(arguments.now)
    jobs = count_of(arguments.jobs, "--jobs") if arguments.jobs else os.cpu_count() or 1
    clock, began = _Clock(), time.time_ns()
    trusts_stat = not os.environ.get("CI")
    places = [str(path.resolve()) for path in _places(docs)]
    check_closed(CONFIG)
    inputs = stamp.inputs_of(places, trusts_stat=trusts_stat)
    if arguments.shard:
        return _shard(arguments, docs, now, jobs, clock)
    cache = None if arguments.no_cache else cache_of(docs)
    prepared = prepare(docs, now, jobs=jobs, cache=cache, before=_taking(arguments, cache, clock))
    for line in told_lines(prepared, docs):
        print(line)
    clock.say("đã kiểm tra", "checked", f"{prepared.editions}")
    if prepared.errors:
        return _stopped(prepared)
    try:
        check_target(site_dir.resolve())
    except PublishError as error:
        raise CallError("--site-dir", Message(error.message.vi, error.message.en)) from error
    with work_folder("run") as folder:
        cache = None if arguments.no_cache else WORK / "cache"
        means = Means(OVERRIDES, Path(folder), jobs, cache, trusts_stat)
        result, known = _made(prepared, site_dir, means)
    clock.say("đã dựng trang", "pages rendered", f"{result.pages}/{known.count}")
    clock.say("đã có ảnh chia sẻ", "pictures for sharing", f"{known.images}")
    what = ("đã xuất bản", "published") if result.is_new else ("không đổi", "unchanged")
    clock.say(*what, str(arguments.site_dir))
    print(next_line(prepared.next_change))
    if not arguments.no_cache:
        forget_unused((WORK / "cache" / "tree", WORK / "cache" / "bodies"), cache_of(docs).name, time.time())
        is_fixed = bool(arguments.now or os.environ.get("SOURCE_DATE_EPOCH"))
        site = stamp.look([str(site_dir.resolve())], trusts_stat=trusts_stat)
        stamp.save(
            stamp.file_of(sys.argv[1:]),
            stamp.Stamp(
                inputs=inputs.digest,
                places=places,
                begins=now.timestamp(),
                ends=prepared.ends.timestamp(),
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


def _shard(arguments: argparse.Namespace, docs: Path, now: datetime, jobs: int, clock: _Clock) -> int:
    """Make one part of what is costly, for a build elsewhere; no site is touched."""
    if arguments.merge or arguments.no_cache:
        raise CallError("--shard", message("shard-alone"))
    share = share_of(arguments.shard)
    with work_folder("shard") as folder:
        made = make_shard(read_ground(docs, now, cache_of(docs)), share, jobs, Path(folder), SHARDS)
    clock.say("đã làm phần", "shard made", f"{short(made.file)}: {made.bulletins}/{made.of}")
    return DONE


def _taking(arguments: argparse.Namespace, cache: Path | None, clock: _Clock) -> Callable[[Ground], None]:
    """What is to be done with the shards that others have made, once it is known of what they are parts."""
    if not arguments.merge:
        return lambda _: None
    if cache is None:
        raise CallError("--merge", message("merge-needs-cache"))
    folder = Path(arguments.merge)
    if not folder.is_dir():
        raise CallError("--merge", message("no-folder", found=folder))

    def take(ground: Ground) -> None:
        with work_folder("merge") as work:
            taken = take_shards(folder, ground, cache, Path(work))
        for name in taken.refused:
            refusal = message("shard-unreadable", found=name)
            print(f"{refusal.vi} / {refusal.en}", file=sys.stderr)
        clock.say("đã lấy từ các phần", "taken from shards", f"{taken.things} ({taken.files})")

    return take


def _made(prepared: Prepared, site_dir: Path, means: Means) -> tuple[Result, Memory]:
    """Make the site, from what has changed alone where that is known; tell what is known now."""
    edit = prepared.edit
    done = build_edit(edit, site_dir, means) if edit else None
    if done is None:
        result = build_site(prepared.content, site_dir, means)
        count, images = len(prepared.pages), len(prepared.extras.share_images)
        asked = {key: list(pages) for key, pages in prepared.notes.pages.items()}
        known = prepared.present or Memory("", 0, 0, {}, {}, {}, 0, 0)
        done = result, replace(known, pages=asked, count=count, images=images)
    if edit and means.cache:
        remember(site_dir, means.cache, done[1])
    return done


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


def work_folder(purpose: str) -> tempfile.TemporaryDirectory[str]:
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
    parser.add_argument(
        "--shard",
        metavar="I/N",
        help="chỉ làm trước phần thứ I trong N phần việc tốn thời gian, ghi vào .build/shards/ / "
        "only make part I of N of what is costly, into .build/shards/; no site",
    )
    parser.add_argument(
        "--merge",
        nargs="?",
        const=str(SHARDS),
        metavar="DIR",
        help="dựng cả trang, lấy những gì các phần đã làm / build the site with what shards have made (.build/shards)",
    )
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
