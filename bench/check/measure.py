"""Times the translation check over thousands of bulletins, with its memory: `make check-speed`.

    python -m bench.check.measure [--pairs N] [--runs N] [--today DAY]

Cold has no cache; warm has that of the run before, with nothing or ten files changed since. Exit status: 0 within the
limits of the issue (at 10,000 pairs), 1 not.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bulletin.program import cache_of

from bench.check.generate import generate

ROOT = Path(__file__).parents[2]
WORK = ROOT / ".build" / "bench" / "check"
FULL = 10_000
LIMITS = {"cold": 30.0, "ten changed": 3.0}
"""Seconds at FULL pairs on two cores."""
MEMORY = 600
"""Megabytes of all processes together."""
EVERY = 0.1
"""Seconds between two looks at the memory."""
TEN = 10


@dataclass(frozen=True, slots=True)
class Run:
    """One run of check.py."""

    seconds: float
    cpu: float
    """Seconds of all its processes."""
    megabytes: float
    """The most that all processes held at a time; what they share is counted once (PSS)."""


def run(docs: Path, today: str) -> Run:
    """Check a folder with the real command; its report goes into a file."""
    command = [
        sys.executable,
        str(ROOT / "scripts" / "check.py"),
        "--docs",
        str(docs),
        "--today",
        today,
        "--output",
        str(WORK / "report.txt"),
    ]
    environment = {
        key: value for key, value in os.environ.items() if key != "CI"
    }  # there files are read to see whether they changed
    before = os.times()
    began = time.monotonic()
    process = subprocess.Popen(command, env=environment, cwd=ROOT)
    most = 0.0
    while process.poll() is None:
        most = max(most, sum(map(_megabytes, _tree(process.pid))))
        time.sleep(EVERY)
    seconds = time.monotonic() - began
    if process.returncode not in (0, 1):
        raise SystemExit(f"check.py ended with {process.returncode}")
    after = os.times()
    return Run(
        seconds, after.children_user + after.children_system - before.children_user - before.children_system, most
    )


def _tree(process: int) -> Iterator[int]:
    """A process and those that it started."""
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    except OSError:
        return
    for child in children:
        yield from _tree(int(child))


def _megabytes(process: int) -> float:
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text("ascii")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in text.splitlines() if line.startswith("Pss:")), 0.0)


def _change_ten(docs: Path) -> None:
    files = sorted(docs.rglob("index.en.md"))
    for path in files[:: max(1, len(files) // TEN)][:TEN]:
        path.write_text(path.read_text("utf-8") + "\nMore follows.\n", "utf-8")


def measured(docs: Path, runs: int, today: str) -> dict[str, list[Run]]:
    """Every kind of run, some times each."""
    cache = cache_of(docs)
    prepare: dict[str, Callable[[], object]] = {
        "cold": lambda: cache.unlink(missing_ok=True),
        "nothing changed": lambda: None,
        "ten changed": lambda: _change_ten(docs),
    }
    found: dict[str, list[Run]] = {}
    for name, before in prepare.items():
        for _ in range(runs):
            before()
            found.setdefault(name, []).append(run(docs, today))
    return found


def main() -> int:
    """Generate, measure, print the table."""
    parser = argparse.ArgumentParser(prog="measure", description="Times the translation check.")
    parser.add_argument("--pairs", type=int, default=FULL, metavar="N", help="bulletins with both editions")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="runs of each kind; the median counts")
    parser.add_argument("--today", default="2026-12-31", metavar="DAY")
    options = parser.parse_args()
    docs = WORK / f"docs-{options.pairs}"
    words = generate(docs, options.pairs)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    print(f"{options.pairs:,} pairs, {words:.0f} words an edition, {cores} cores, Python {sys.version.split()[0]}\n")
    print("| run | seconds | core seconds | MB | pairs per second |\n|---|--:|--:|--:|--:|")
    is_within = True
    for name, runs in measured(docs, options.runs, options.today).items():
        seconds, cpu = statistics.median(each.seconds for each in runs), statistics.median(each.cpu for each in runs)
        megabytes = max(each.megabytes for each in runs)
        print(f"| {name} | {seconds:.1f} | {cpu:.1f} | {megabytes:.0f} | {options.pairs / seconds:,.0f} |", flush=True)
        is_within &= megabytes <= MEMORY and seconds <= LIMITS.get(name, LIMITS["ten changed"])
    return 0 if is_within or options.pairs < FULL else 1


if __name__ == "__main__":
    sys.exit(main())
