"""Make the editors' dashboard: `report.py`."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bulletin.checks.bundle import Checked
from bulletin.checks.bundle import Given as CheckGiven
from bulletin.checks.run import Task, run
from bulletin.checks.weight import weigh_run
from bulletin.desk.arguments import day_given, desk_parser, docs_of
from bulletin.desk.folder import OwnFolder
from bulletin.model.bulletin import Edition
from bulletin.model.catalogue import message
from bulletin.model.finding import CallError
from bulletin.program import DONE, ROOT, WORK, cache_of, config_of, count_of, say, short
from bulletin.reports.dashboard.board import Board, Given, Waived, board
from bulletin.reports.dashboard.items import Item
from bulletin.reports.dashboard.pages import Detail, Pages
from bulletin.reports.dashboard.sides import Gone, Old, Sides, gone, side_by_side
from bulletin.source.approvers import read_approving
from bulletin.source.blocks import read_blocks
from bulletin.source.history import old_blocks
from bulletin.source.lock import lock_of
from bulletin.source.registries import read_policy, read_registries
from bulletin.source.site import read_labels, read_site
from bulletin.source.tree import Bundle, read_bundle, scan_tree

FONTS = ("be-vietnam-pro-regular.woff2", "be-vietnam-pro-bold.woff2")
MAX_HISTORIES = 60
"""Bundles for which git is asked, the worst first; each costs some hundredths of a second."""


def parser() -> argparse.ArgumentParser:
    """The arguments of report.py."""
    parser = desk_parser(
        "report.py",
        "Lập bảng theo dõi bản dịch cho ban biên tập. / Make the translation dashboard for the editorial office.",
        "It is for editors: names, deadlines and drafts are in it; never publish it. "
        "Exit: 0 written; 2 wrong call, configuration or registry; 3 our own error.",
    )
    add = parser.add_argument
    add("--to", default=str(WORK / "report"), metavar="DIR", help="nơi ghi / where to write it (.build/report)")
    add("--today", metavar="DATE", help="coi như hôm nay là / as on this day (SOURCE_DATE_EPOCH, or the clock)")
    add("--jobs", metavar="N", help="số tiến trình / worker processes (one for each core)")
    add("--no-cache", action="store_true", help="không dùng bộ nhớ đệm / check everything anew")
    return parser


def report(arguments: argparse.Namespace) -> int:
    """Check a docs folder and write its dashboard; findings are shown there and stop nothing."""
    docs, today = docs_of(arguments.docs), day_given(arguments.today)
    jobs = count_of(arguments.jobs, "--jobs") if arguments.jobs else os.cpu_count() or 1
    target = Path(arguments.to)
    _keep_apart(target.resolve(), docs.resolve())
    site = read_site(config_of(docs))
    tags, policy = site.tags, read_policy(docs)
    registries = read_registries(docs, tags)
    cache = None if arguments.no_cache else cache_of(docs)
    rules = CheckGiven(tags, registries, today, read_approving(docs, policy, tags), site.issue)
    task = Task(docs, rules, jobs, cache, trusts_stat=not os.environ.get("CI"))
    outcome = run(task)
    weighed = weigh_run(outcome.bundles, outcome.findings, policy, today)
    waived = [
        Waived(each, each.waived.reason, each.waived.by, each.waived.until) for each in weighed.waived if each.waived
    ]
    labels = read_labels(ROOT / "overrides" / "locales", tags)
    is_own = docs.resolve() == ROOT / "docs"
    given = Given(today, policy, registries, labels, site.name, short(docs), is_own)
    whole = board(outcome.bundles, weighed.findings, given, waived)
    pages, folder = Pages(whole), OwnFolder(target, "--to")
    for path, text in pages.assets(site.colours):
        folder.write(path, text.encode())
    for font in FONTS:
        folder.write(f"assets/{font}", (ROOT / "overrides" / "assets" / font).read_bytes())
    for path, html in pages.main():
        folder.write(path, html.encode("utf-8", "backslashreplace"))
    for detail in _details(_Reader(docs, tags), whole, pages.keys):
        for path, html in pages.of_bulletin(detail):
            folder.write(path, html.encode("utf-8", "backslashreplace"))
    folder.close()
    say(f"{short(target / 'index.html')}: việc cần làm / to do: {len(whole.items)}\n")
    return DONE


@dataclass(slots=True)
class _Reader:
    """Reads editions again, with what git knows of their past."""

    docs: Path
    tags: tuple[str, ...]
    histories: int = 0
    """Bundles for which git was asked."""

    def sides(self, bundle: Bundle, checked: Checked, items: list[Item]) -> Iterator[Sides]:
        """Each translation of a bundle next to its source."""
        bulletin = read_bundle(self.docs, bundle, self.tags)[0]
        for item in items:
            if bulletin is None or bulletin.source is None:
                yield Sides("", item.tag, (), item.findings)
                continue
            blocks = {tag: read_blocks(edition) for tag, edition in bulletin.editions.items()}
            stands = (checked.standings or {}).get(item.tag)
            accepted, old = None, Old()
            if item.tag in bulletin.editions:
                accepted = lock_of(self.docs, bundle)[0].get(item.tag)
                lost = gone(accepted, stands, bulletin, blocks, item.tag)
                if stands is None or stands.pending or (accepted and accepted.of != bulletin.source.locale):
                    accepted = None
                if any(lost):
                    editions = bulletin.source, bulletin.editions[item.tag]
                    old = self._old(editions, lost)
            yield side_by_side(bulletin, blocks, item.tag, item.findings, accepted, old)

    def _old(self, editions: tuple[Edition, Edition], lost: Gone) -> Old:
        self.histories += 1
        if self.histories > MAX_HISTORIES:
            return Old(is_asked=False)
        source, translation = (
            old_blocks(self.docs, edition, own, self.tags) for edition, own in zip(editions, lost, strict=True)
        )
        return Old(source, translation)


def _details(reader: _Reader, whole: Board, keys: list[str]) -> Iterator[Detail]:
    files = {bundle.key: bundle for bundle in scan_tree(reader.docs)[0]}
    checked: Mapping[str, Checked] = {bundle.key: bundle for bundle in whole.bundles}
    by_key: dict[str, list[Item]] = {}
    for item in whole.items:
        by_key.setdefault(item.key, []).append(item)
    for key in keys:
        if key in files:
            items = by_key.get(key, [])
            yield Detail(checked[key], items, list(reader.sides(files[key], checked[key], items)))


def _keep_apart(target: Path, docs: Path) -> None:
    """Never among the content, the site or the project's own files."""
    guarded = (docs, *(ROOT / name for name in ("site", "overrides", "scripts", "tests", "docs", "bench")))
    for folder in guarded:
        if target.is_relative_to(folder) or folder.is_relative_to(target):
            raise CallError("--to", message("overlapping-folders", found=target, other=folder))
