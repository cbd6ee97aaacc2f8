"""A docs folder → what the check says of every bundle, in worker processes, with a cache of what did not change.

The cache holds data, one line a bundle with its own checksum: a damaged, foreign or half-written line is checked anew. Locally a file's
size, times and inode stand for its content; in CI its content is read (architecture.md, "Cache key").
"""

from __future__ import annotations

import json
import multiprocessing
import os
import platform
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from bulletin.checks.addresses import check_redirects
from bulletin.checks.bundle import Checked, Given, check_bundle, checked_from_json
from bulletin.checks.targets import anchor_told
from bulletin.model.anchors import heading_anchors
from bulletin.model.block import Block
from bulletin.model.catalogue import message
from bulletin.model.finding import Finding, Severity
from bulletin.model.state import Accepted
from bulletin.source.blocks import read_blocks
from bulletin.source.disk import read_regular
from bulletin.source.lock import LOCK_NAME, read_lock
from bulletin.source.text import decode
from bulletin.source.tree import Bundle, read_bundle, scan_tree

CHUNK = 24
"""Bundles that a worker takes at once: some 0.2 s of work."""
FEW = 12
"""Bundles for which no process is worth starting."""
PACKAGES = ("babel", "PyYAML", "Pillow", "python-slugify")
"""Packages whose version a result depends on."""


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

    def all_findings(self) -> Iterator[Finding]:
        """Every finding, unweighed."""
        yield from self.findings
        for bundle in self.bundles:
            yield from bundle.findings


def run(task: Task, only: Callable[[str], bool] | None = None, progress: Callable[[int, int], None] | None = None) -> Outcome:
    """Check a docs folder, or those of its bundles whose key is wanted; tell (done, of how many) as it goes."""
    bundles, findings = scan_tree(task.docs)
    if only is not None:
        bundles = [bundle for bundle in bundles if only(bundle.key)]
        findings = [finding for finding in findings if finding.key and only(finding.key)]
    marks = {bundle.key: _mark(task, bundle) for bundle in bundles}
    known = _load(task, marks) if task.cache else {}
    todo = [bundle for bundle in bundles if bundle.key not in known]
    done = dict(known)
    for text in _work(task, todo):
        checked = checked_from_json(text)
        done[checked.key] = checked
        if progress is not None:
            progress(len(done), len(bundles))
    if task.cache and todo and only is None:
        _save(task, marks, done)
    found = tuple(done[bundle.key] for bundle in bundles if bundle.key in done)
    across = [*findings, *_redirects(found), *_anchors(task, bundles, found)]
    return Outcome(found, tuple(across))


# Work


_current: Task | None = None


def _work(task: Task, bundles: Sequence[Bundle]) -> Iterator[str]:
    global _current  # noqa: PLW0603 - forked workers find the task here instead of in every message
    _current = task
    chunks = [bundles[at : at + CHUNK] for at in range(0, len(bundles), CHUNK)]
    if task.jobs == 1 or len(bundles) <= FEW or "fork" not in multiprocessing.get_all_start_methods():
        for chunk in chunks:
            yield from _check_chunk(chunk)
        return
    with multiprocessing.get_context("fork").Pool(min(task.jobs, len(chunks))) as pool:
        for texts in pool.imap_unordered(_check_chunk, chunks):
            yield from texts


def _check_chunk(bundles: Sequence[Bundle]) -> list[str]:
    task = _current
    if task is None:  # pragma: no cover - set before any worker starts
        raise RuntimeError
    return [check_one(task.docs, bundle, task.given).to_json() for bundle in bundles]


def check_one(docs: Path, bundle: Bundle, given: Given) -> Checked:
    """Read and check one bundle."""
    bulletin, told = read_bundle(docs, bundle, given.tags)
    if bulletin is None:
        return Checked(bundle.key, tuple(told))
    accepted, found = lock_of(docs, bundle)
    blocks = {tag: read_blocks(edition) for tag, edition in bulletin.editions.items()}
    return check_bundle(bulletin, blocks, accepted, [*told, *found], given)


def lock_of(docs: Path, bundle: Bundle) -> tuple[Mapping[str, Accepted], list[Finding]]:
    """What was accepted of a bundle's translations, and what is wrong with its lock."""
    path = bundle.files.get(LOCK_NAME)
    if path is None:
        return {}, []
    try:
        text, flaws = decode(read_regular(docs / path))
    except OSError as error:
        sentence = message("unreadable-file", reason=error.strerror)
        return {}, [Finding("schema", Severity.ERROR, path, 1, sentence, bundle.key)]
    accepted: Mapping[str, Accepted] = {}
    if text is not None:
        accepted, more = read_lock(text)
        flaws = [*flaws, *more]
    return accepted, [Finding("schema", Severity.ERROR, path, flaw.line, flaw.message, bundle.key) for flaw in flaws]


# What two bundles have to do with each other


def _redirects(bundles: Iterable[Checked]) -> Iterator[Finding]:
    bundles = list(bundles)
    claims = [(each.key, former, path, line, each.source) for each in bundles for former, path, line in each.redirects]
    yield from check_redirects(claims, {each.key for each in bundles})


def _anchors(task: Task, bundles: Sequence[Bundle], found: Iterable[Checked]) -> Iterator[Finding]:
    """Compare the headings of other bulletins to which a source and its translation lead."""
    waiting = [(checked, entry) for checked in found for entry in checked.anchors]
    if not waiting:
        return
    by_key = {bundle.key: bundle for bundle in bundles}
    if any(entry[0].key not in by_key for _, entry in waiting):
        by_key = {bundle.key: bundle for bundle in scan_tree(task.docs)[0]}

    @cache
    def anchors(key: str) -> Mapping[str, list[str]]:
        bundle = by_key.get(key)
        bulletin = read_bundle(task.docs, bundle, task.given.tags)[0] if bundle else None
        if bulletin is None:
            return {}
        return {tag: _headings(read_blocks(edition)) for tag, edition in bulletin.editions.items()}

    for checked, (anchor, source, translation, path) in waiting:
        there = anchors(anchor.key)
        one, other = _index(there.get(source, []), anchor.source), _index(there.get(translation, []), anchor.translation)
        if one != other and one is not None:
            told = anchor_told(anchor)
            yield Finding(told.rule, Severity.ERROR, path, told.line, told.message, checked.key, translation)


def _headings(blocks: Sequence[Block]) -> list[str]:
    return list(heading_anchors(blocks).values())


def _index(anchors: Sequence[str], anchor: str) -> int | None:
    return anchors.index(anchor) if anchor in anchors else None


# The cache


@cache
def _code_digest() -> str:
    """Of everything that decides what the check says, but the content."""
    digest = blake2b(digest_size=16)
    root = Path(__file__).parents[1]
    for folder in ("model", "source", "checks"):
        for path in sorted((root / folder).rglob("*.py")):
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(path.read_bytes())
    digest.update(platform.python_version().encode())
    digest.update("".join(version(package) for package in PACKAGES).encode())
    return digest.hexdigest()


def _epoch(task: Task) -> str:
    given = task.given
    words = [_code_digest(), repr(given.tags), repr(sorted((name, sorted(entries)) for name, entries in given.registries.items()))]
    return blake2b("\n".join(words).encode(), digest_size=16).hexdigest()


def _mark(task: Task, bundle: Bundle) -> str:
    """What a bundle's files are, without reading them where that is allowed."""
    digest = blake2b(digest_size=16)
    for name, path in sorted(bundle.files.items()):
        digest.update(f"{name}\0{path}\0{bundle.is_misplaced}\0".encode(errors="surrogateescape"))
        try:
            if task.trusts_stat:
                found = os.stat(task.docs / path, follow_symlinks=False)
                digest.update(f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}".encode())
            else:
                digest.update(read_regular(task.docs / path))
        except OSError as error:
            digest.update(str(error.errno).encode())
    return digest.hexdigest()


def _load(task: Task, marks: Mapping[str, str]) -> dict[str, Checked]:
    """What the cache knows of the bundles as they are now."""
    if task.cache is None:
        return {}
    try:
        lines = task.cache.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return {}
    if lines[0] != _epoch(task):
        return {}
    known = {}
    for line in lines[1:]:
        checksum, _, rest = line.partition("\t")
        mark, _, text = rest.partition("\t")
        key = text.partition("\t")[0]
        if not rest or marks.get(_unescaped(key)) != mark or checksum != _checksum(rest):
            continue
        try:
            checked = checked_from_json(text.partition("\t")[2])
        except (ValueError, KeyError, TypeError):
            continue
        known[checked.key] = checked
    return known


def _save(task: Task, marks: Mapping[str, str], done: Mapping[str, Checked]) -> None:
    """Write the cache beside the old one, then put it in its place."""
    if task.cache is None:
        return
    lines = [_epoch(task)]
    for key, checked in done.items():
        if not checked.depends_on_day:
            rest = f"{marks[key]}\t{json.dumps(key)}\t{checked.to_json()}"
            lines.append(f"{_checksum(rest)}\t{rest}")
    try:
        task.cache.parent.mkdir(parents=True, exist_ok=True)
        beside = task.cache.with_name(f"{task.cache.name}-{os.getpid()}")
        beside.write_text("\n".join(lines), encoding="utf-8")
        beside.replace(task.cache)
    except OSError:  # a full or read-only disk costs time, nothing else
        return


def _unescaped(key: str) -> str:
    try:
        return str(json.loads(key))
    except ValueError:
        return ""


def _checksum(text: str) -> str:
    return blake2b(text.encode(errors="surrogateescape"), digest_size=8).hexdigest()


def with_findings(checked: Checked, findings: Sequence[Finding]) -> Checked:
    """The same bundle with other findings."""
    return replace(checked, findings=tuple(findings))
