"""A docs folder → what the check says of every bundle, in worker processes, with a cache of what did not change."""

from __future__ import annotations

import gc
import multiprocessing
import signal
import time
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import closing
from dataclasses import dataclass
from functools import cache as remembered
from pathlib import Path

from bulletin.checks.addresses import check_redirects
from bulletin.checks.bundle import Beside, Checked, Given, check_bundle, checked_from_json
from bulletin.checks.cache import Cache
from bulletin.checks.kinds import check_contents, check_numbers
from bulletin.checks.targets import anchor_told, anchors_agree
from bulletin.model.block import Block
from bulletin.model.bulletin import Bulletin
from bulletin.model.finding import Finding, Severity
from bulletin.source.approval_lock import APPROVAL_NAME, approval_lock_of
from bulletin.source.blocks import read_blocks
from bulletin.source.disk import printable
from bulletin.source.lock import lock_of
from bulletin.source.selection import select
from bulletin.source.tree import Bundle, read_bundle, scan_tree
from bulletin.source.waivers import WAIVERS_NAME, waivers_of

GARBAGE = (100_000, 50, 50)
"""When Python looks for garbage: a text of many blocks makes much, and none of it in circles."""
CHUNK = 24
"""Bundles that a worker takes at once: some 0.2 s of work."""
FEW = 12
"""Bundles for which no process is worth starting."""


@dataclass(frozen=True, slots=True)
class Task:
    """One run of the check."""

    docs: Path
    given: Given
    jobs: int = 1
    cache: Path | None = None
    """The file of the cache; None for none."""
    trusts_stat: bool = True
    """Whether size, times and inode may stand for the content of a file."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run found."""

    bundles: tuple[Checked, ...]
    findings: tuple[Finding, ...]
    """Those that belong to no bundle, or to two of them."""
    files: Mapping[str, Bundle]
    """Key → the files of each bundle, as they lay there."""


def run(task: Task, paths: Sequence[str] = (), progress: Callable[[int, int], None] | None = None) -> Outcome:
    """Check a docs folder, or what lies at some paths there; tell (done, of how many) as it goes.

    Raises CallError for a path at which there is nothing that is checked.
    """
    began = time.time_ns()
    every, findings = scan_tree(task.docs)
    bundles = every
    if paths:
        chosen = select(task.docs, paths, every, findings)
        bundles = [bundle for bundle in every if chosen.means(bundle)]
        keys = {bundle.key for bundle in bundles}
        findings = [finding for finding in findings if chosen.shows(finding, keys)]
    cache = Cache(task.cache, task.docs, task.given, task.trusts_stat) if task.cache else None
    marks = cache.marks(bundles) if cache else {}
    done = cache.load(marks) if cache else {}
    todo = [bundle for bundle in bundles if bundle.key not in done]
    with closing(_work(task, todo)) as texts:
        for text in texts:
            checked = checked_from_json(text)
            done[checked.key] = checked
            if progress is not None:
                progress(len(done), len(bundles))
    if cache and todo and not paths:
        cache.save(marks, done, began)
    found = tuple(done[bundle.key] for bundle in bundles)
    told = (*findings, *across(task, every, found))
    return Outcome(found, told, {bundle.key: bundle for bundle in bundles})


def check_for_others(task: Task, keys: Collection[str]) -> None:
    """Check some bundles and leave in the cache what is said of them, by their content, for whoever has the same."""
    if task.cache is None:
        return
    began = time.time_ns()
    bundles = [bundle for bundle in scan_tree(task.docs)[0] if bundle.key in keys]
    cache = Cache(task.cache, task.docs, task.given, trusts_stat=False)
    marks = cache.marks(bundles)
    with closing(_work(task, bundles)) as texts:
        done = {checked.key: checked for checked in map(checked_from_json, texts)}
    cache.save(marks, done, began)


# Work


_current: Task | None = None


def _work(task: Task, bundles: Sequence[Bundle]) -> Generator[str]:
    """Check bundles one after the other, or in processes of our own; their results come in any order."""
    global _current  # noqa: PLW0603 - forked workers find the task here instead of in every message
    _current = task
    chunks = [bundles[at : at + CHUNK] for at in range(0, len(bundles), CHUNK)]
    if task.jobs == 1 or len(bundles) <= FEW or "fork" not in multiprocessing.get_all_start_methods():
        for chunk in chunks:
            yield from _check_chunk(chunk)
        return
    before = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(min(task.jobs, len(chunks)), multiprocessing.get_context("fork"), _begin_worker)
    try:
        for future in as_completed(_submitted(pool, chunks)):
            yield from future.result()
    except BaseException:  # also Ctrl-C: nobody waits for what is not wanted any more
        for worker in set(multiprocessing.active_children()) - before:
            worker.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, chunks: Iterable[Sequence[Bundle]]) -> list[Future[list[str]]]:
    """Give out the work. Workers start with Ctrl-C held back, so that it is this process that ends them."""
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return [pool.submit(_check_chunk, chunk) for chunk in chunks]
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def _begin_worker() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _check_chunk(bundles: Sequence[Bundle]) -> list[str]:
    gc.set_threshold(*GARBAGE)
    task = _current
    if task is None:  # pragma: no cover - set before any worker starts
        raise RuntimeError
    return [check_one(task.docs, bundle, task.given).to_json() for bundle in bundles]


def check_one(docs: Path, bundle: Bundle, given: Given) -> Checked:
    """Read and check one bundle."""
    return read_and_check(docs, bundle, given)[1]


def read_and_check(docs: Path, bundle: Bundle, given: Given) -> tuple[Bulletin | None, Checked]:
    """Read and check one bundle; give what was read too, None where it holds no edition."""
    bulletin, told = read_bundle(docs, bundle, given.tags)
    if bulletin is None:
        return None, Checked(bundle.key, tuple(told))
    beside, found = read_beside(docs, bundle)
    blocks = {tag: read_blocks(edition) for tag, edition in bulletin.editions.items()}
    return bulletin, check_bundle(bulletin, blocks, beside, [*told, *found], given)


def read_beside(docs: Path, bundle: Bundle) -> tuple[Beside, list[Finding]]:
    """Read what lies beside the texts, and tell what is wrong with it."""
    accepted, found = lock_of(docs, bundle)
    waivers, more = waivers_of(docs, bundle)
    approved = approval_lock_of(docs, bundle.files)
    paths = [printable(bundle.files.get(name, "")) for name in (APPROVAL_NAME, WAIVERS_NAME)]
    return Beside(accepted, approved, paths[0], tuple(waivers), paths[1]), [*found, *more]


# What two bundles have to do with each other


def across(task: Task, every: Sequence[Bundle], found: Sequence[Checked]) -> Iterator[Finding]:
    """What is wrong between bundles; `every` are all of the docs folder, `found` those that were checked."""
    yield from _claims(found, every)
    yield from _anchors(task, every, found)


def _claims(found: Iterable[Checked], bundles: Iterable[Bundle]) -> Iterator[Finding]:
    all_found, keys = list(found), {bundle.key for bundle in bundles}
    yield from check_redirects((claim for each in all_found for claim in each.redirects), keys)
    yield from check_numbers(claim for each in all_found for claim in each.numbers)
    yield from check_contents((claim for each in all_found for claim in each.contents), keys)


def _anchors(task: Task, bundles: Sequence[Bundle], found: Iterable[Checked]) -> Iterator[Finding]:
    """Compare the headings of other bulletins to which a source and its translation lead."""
    waiting = [(checked, entry) for checked in found for entry in checked.anchors]
    if not waiting:
        return
    by_key = {bundle.key: bundle for bundle in bundles}

    @remembered
    def texts(key: str) -> Mapping[str, tuple[Block, ...]]:
        bundle = by_key.get(key)
        bulletin = read_bundle(task.docs, bundle, task.given.tags)[0] if bundle else None
        if bulletin is None:
            return {}
        return {tag: read_blocks(edition) for tag, edition in bulletin.editions.items()}

    for checked, (anchor, source, translation, path) in waiting:
        there = texts(anchor.key)
        if source in there and translation in there and not anchors_agree(anchor, there[source], there[translation]):
            told = anchor_told(anchor)
            yield Finding(told.rule, Severity.ERROR, path, told.line, told.message, checked.key, translation)
