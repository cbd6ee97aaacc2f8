"""A docs folder as a province would have it after years, for the benchmark: valid, accepted, with pictures and links.

    python -m bench.content.generate FOLDER [--pairs N] [--seed N]

FOLDER/docs is then built with --now 2026-11-23T12:00+07:00. The same N and seed give the same bytes. Registries, front
page and standing pages are the demo province's; a numbered issue is added for each quarter.
"""

from __future__ import annotations

import argparse
import multiprocessing
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from bulletin.checks.bundle import Given
from bulletin.checks.run import check_one
from bulletin.checks.states import digests
from bulletin.model.state import Accepted
from bulletin.source.blocks import read_blocks
from bulletin.source.lock import LOCK_NAME, write_lock
from bulletin.source.registries import read_registries
from bulletin.source.tree import Bundle, read_bundle

from bench.content.bulletins import Plan, write
from bench.content.issues import issues
from bench.content.material import DEMO, TAGS, TODAY, material

ATTEMPTS = 40
NOW = "2026-11-23T12:00+07:00"
"""When what was written is built."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written."""

    pairs: int
    words: tuple[int, int]
    """Of all texts in Vietnamese and in English."""
    attempts: int


@cache
def _given() -> Given:
    return Given(TAGS, read_registries(DEMO, TAGS), TODAY)


def put(docs: Path, key: str, files: Mapping[str, bytes]) -> bool:
    """Write a bundle with its lock; False, and nothing there, where the check has something to say."""
    folder = docs / key
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    bundle = Bundle(key, {name: f"{key}/{name}" for name in files})
    bulletin, _ = read_bundle(docs, bundle, TAGS)
    if bulletin is not None and len(bulletin.editions) == len(TAGS):
        source, own = (tuple(digest for digest, _ in digests(read_blocks(bulletin.editions[tag]))) for tag in TAGS)
        lock = write_lock({"en": Accepted("vi", TODAY, source, own)})
        (folder / LOCK_NAME).write_text(lock, "utf-8")
        bundle.files[LOCK_NAME] = f"{key}/{LOCK_NAME}"
        if not check_one(docs, bundle, _given()).findings:
            return True
    shutil.rmtree(folder)
    return False


def _put_first(docs: Path, plan: Plan, number: int) -> tuple[Mapping[str, bytes], int]:
    """Write the first attempt at a bulletin that the check has nothing to say about."""
    for attempt in range(ATTEMPTS):
        head, files = write(plan, number, attempt)
        if put(docs, head.key, files):
            return files, attempt + 1
    raise RuntimeError(number)


def _write(docs: Path, plan: Plan, numbers: Sequence[int]) -> Written:
    words, attempts = [0, 0], 0
    for number in numbers:
        files, needed = _put_first(docs, plan, number)
        attempts += needed
        for index, tag in enumerate(TAGS):
            words[index] += len(files[f"index.{tag}.md"].split(b"---\n", 2)[2].split())
    return Written(len(numbers), (words[0], words[1]), attempts)


def generate(folder: Path, pairs: int, seed: int = 8) -> Written:
    """Write FOLDER/docs anew."""
    docs, plan = folder / "docs", Plan(pairs, seed)
    shutil.rmtree(docs, ignore_errors=True)
    docs.mkdir(parents=True)
    for name in ("_data", "about"):
        shutil.copytree(DEMO / name, docs / name)
    for path in DEMO.glob("*.*"):
        shutil.copy(path, docs)
    material()  # before the processes are forked, so that it is made once
    tasks = [range(at, min(at + 20, pairs)) for at in range(0, pairs, 20)]
    with multiprocessing.get_context("fork").Pool() as pool:
        found = list(pool.imap_unordered(partial(_write, docs, plan), tasks))
    for key, _, files in issues(plan):
        if not put(docs, key, files):
            raise RuntimeError(key)
    return Written(
        pairs,
        (sum(each.words[0] for each in found), sum(each.words[1] for each in found)),
        sum(each.attempts for each in found),
    )


def main() -> None:
    """Write what was asked for, and tell its size."""
    parser = argparse.ArgumentParser(prog="generate", description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pairs", type=int, default=1000, metavar="N")
    parser.add_argument("--seed", type=int, default=8, metavar="N")
    options = parser.parse_args()
    written = generate(options.folder, options.pairs, options.seed)
    vi, en = (words // max(1, written.pairs) for words in written.words)
    print(f"{written.pairs:,} pairs, {vi} words of Vietnamese and {en} of English each; {written.attempts} attempts")


if __name__ == "__main__":
    main()
