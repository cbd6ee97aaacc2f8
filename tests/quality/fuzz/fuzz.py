"""Throws thousands of inputs at the check: any input at all gives findings or one line, and none takes long.

    python -m tests.quality.fuzz.fuzz [--count N] [--seed N] [--big N] [--jobs N] [--only NUMBER]

Prints a line for each 1,000, every failure once with a minimal input (kept in .build/fuzz/), and the slowest ten.
Exit status: 0 nothing went wrong, 1 something did.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.quality.fuzz.inputs import Input, big, nth
from tests.quality.fuzz.throw import LIMIT, Failure, Result, shown, smaller, throw, throw_for_real

ROOT = Path(__file__).parents[3]
KEPT = ROOT / ".build" / "fuzz"
REAL = 250
"""One input of so many goes through the commands themselves."""


@dataclass(frozen=True, slots=True)
class Throw:
    """Which input, and how it went."""

    name: str
    kind: str
    result: Result


def given_of(name: str, seed: int) -> Input:
    """The input of a name: a number, or `big` and a number."""
    word, _, number = name.rpartition(" ")
    return big(int(number), seed) if word else nth(int(number), seed)


def _work(task: tuple[str, int]) -> Throw:
    name, seed = task
    given = given_of(name, seed)
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        result = throw(given, Path(folder))
        if result.failure is None and name.isdigit() and int(name) % REAL == 0:
            result = Result(result.seconds, throw_for_real(given, Path(folder)))
    return Throw(name, given.kind, result)


def _thrown(names: list[str], seed: int, jobs: int) -> Iterator[Throw]:
    tasks = [(name, seed) for name in names]
    if jobs == 1:
        yield from map(_work, tasks)
        return
    with multiprocessing.get_context("fork").Pool(jobs, maxtasksperchild=2000) as pool:
        yield from pool.imap_unordered(_work, tasks, chunksize=4)


def _keep(each: Throw, failure: Failure, seed: int) -> list[str]:
    """Look for a minimal input, keep it, and tell it."""
    given = given_of(each.name, seed)
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        place = Path(folder)

        def is_same(tried: Input) -> bool:
            found = throw(tried, place).failure
            return found is not None and found.cause == failure.cause

        if is_same(given) and not failure.cause.startswith("HangError"):
            given = smaller(given, is_same)
    kept = KEPT / re.sub(r"[^\w.-]+", "-", failure.cause)
    shutil.rmtree(kept, ignore_errors=True)
    given.write(kept / "docs")
    (kept / "traceback.txt").write_text(
        f"{each.name} (seed {seed})\n{failure.trace}", "utf-8", errors="backslashreplace"
    )
    return [
        f"  input {each.name} ({each.kind}), kept in {kept.relative_to(ROOT)}",
        *shown(given.files),
        f"    {failure.trace.strip().splitlines()[-1] if failure.trace else ''}",
    ]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="fuzz", description="Throws inputs at the translation check.")
    parser.add_argument("--count", type=int, default=20_000, metavar="N", help="inputs")
    parser.add_argument("--big", type=int, default=300, metavar="N", help="files of 256 KiB besides")
    parser.add_argument("--seed", type=int, default=4, metavar="N")
    parser.add_argument("--start", type=int, default=0, metavar="N", help="number of the first input")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N")
    parser.add_argument("--only", metavar="NAME", help="one input, told whole: a number, or `big N`")
    return parser.parse_args()


def _one(name: str, seed: int) -> int:
    given = given_of(name, seed)
    print(given.kind, *shown(given.files), sep="\n")
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        result = throw(given, Path(folder))
    print(f"{result.seconds:.2f} s", result.failure.trace if result.failure else "")
    return 1 if result.failure else 0


def main() -> int:
    """Throw them all."""
    options = _arguments()
    if options.only:
        return _one(options.only, options.seed)
    numbers = [str(number) for number in range(options.start, options.start + options.count)]
    names = [*numbers, *(f"big {number}" for number in range(options.big))]
    causes: dict[str, list[Throw]] = {}
    slowest: list[Throw] = []
    began = time.monotonic()
    for done, each in enumerate(_thrown(names, options.seed, options.jobs), 1):
        failure = each.result.failure
        if failure is not None:
            causes.setdefault(failure.cause, []).append(each)
            if len(causes[failure.cause]) == 1:
                print(f"FAILED {failure.cause}", *_keep(each, failure, options.seed), sep="\n", flush=True)
        slowest = sorted([*slowest, each], key=lambda one: -one.result.seconds)[:10]
        if done % 1000 == 0 or done == len(names):
            failed = sum(map(len, causes.values()))
            print(
                f"{done:>6} inputs, {time.monotonic() - began:.0f} s: {failed} failed in {len(causes)} ways, slowest {slowest[0].result.seconds:.1f} s",
                flush=True,
            )
    for cause, throws in sorted(causes.items(), key=lambda each: -len(each[1])):
        print(f"{len(throws):>6} × {cause} (first {throws[0].name})")
    print("slowest:", *(f"  {each.result.seconds:6.2f} s  {each.name:>9}  {each.kind}" for each in slowest), sep="\n")
    slow = [each for each in slowest if each.result.seconds > LIMIT]
    return 1 if causes or slow else 0


if __name__ == "__main__":
    sys.exit(main())
