"""Where a build's time goes: `make profile`.

    python -m bench.profile [--pairs N] [--case cold|nothing|edit …] [--jobs N] [--top N]

Each case is one build in a process of its own, with --jobs 1, or the workers would not be seen. For each: what it took
without the profiler, by its processes and its own clock; then, under the profiler, which slows it, the milliseconds
that each package spent in its own code and what it calls in C, and the functions that took longest.
"""

from __future__ import annotations

import argparse
import pstats
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.content.generate import NOW, generate
from bench.measure import Bench, case_edit, environment_of, keep_pictures, say
from bench.peers.articles import read
from bench.peers.peer import TOOLS
from bench.peers.this_project import THIS
from bench.run import measure

CASES = ("cold", "nothing", "edit")
MILLI = 1000
LEAST = 2
"""Milliseconds from which a package is named."""
WAITING = ("posix.read", "posix.wait", "select.", "'poll'")
IN_C = "functions in C"


Function = tuple[str, int, str]
"""File, line and name, as the profiler tells them; a function in C has neither file nor line."""
Figures = tuple[int, int, float, float]
"""Calls without those of itself, all calls, seconds in its own code, seconds with what it calls."""
Stats = Mapping[Function, tuple[int, int, float, float, Mapping[Function, Figures]]]


class Row(NamedTuple):
    """What the profiler knows of a function, in seconds."""

    function: Function
    calls: int
    own: float
    all: float
    """With what it calls."""
    callers: Mapping[Function, Figures]

    def line(self) -> str:
        """As it is shown."""
        file, _, name = self.function
        place = "/".join(Path(file).parts[-2:])
        return f"  {self.all * MILLI:>8,.0f} {self.own * MILLI:>8,.0f} {self.calls:>9,}  {name} ({place})"


def rows(path: Path) -> Iterator[Row]:
    """Every function of a profile."""
    stats: Stats = vars(pstats.Stats(str(path)))["stats"]
    for function, (_, calls, own, total, callers) in stats.items():
        yield Row(function, calls, own, total, callers)


def package_of(function: Function) -> str:
    """`bulletin.stage`, the name of a package that was installed, or Python itself."""
    file, line, name = function
    parts = Path(file).parts
    if "site-packages" in parts:
        return parts[parts.index("site-packages") + 1].removesuffix(".py")
    if "scripts" in parts and "bulletin" in parts:
        return ".".join(part.removesuffix(".py") for part in parts[parts.index("bulletin") :][:2])
    if any(text in name for text in WAITING):
        return "waiting for other processes"
    if "importlib" in file or "marshal" in name:
        return "importing modules"
    return "Python's library" if line else IN_C


def packages(found: Iterable[Row]) -> Counter[str]:
    """Seconds in each package; a function in C counts for those that call it."""
    seconds: Counter[str] = Counter()
    for row in found:
        package = package_of(row.function)
        if package != IN_C:
            seconds[package] += row.own  # type: ignore[assignment] # counts, only not whole ones
            continue
        for caller, (_, _, own, _) in row.callers.items():
            seconds[package_of(caller)] += own  # type: ignore[assignment]
    return seconds


def report(path: Path, top: int) -> Iterator[str]:
    """Packages, then functions."""
    found = list(rows(path))
    seconds = packages(found)
    yield f"  {sum(seconds.values()) * MILLI:>8,.0f} ms under the profiler, of which"
    for name, each in seconds.most_common():
        if each * MILLI >= LEAST:
            yield f"  {each * MILLI:>8,.0f} ms {name}"
    ours = [row for row in found if package_of(row.function).startswith("bulletin")]
    yield "  our functions that took longest with what they call: all ms, own ms, calls"
    yield from (row.line() for row in sorted(ours, key=lambda row: row.all, reverse=True)[:top])
    yield "  functions that took longest in themselves: all ms, own ms, calls"
    yield from (row.line() for row in sorted(found, key=lambda row: row.own, reverse=True)[:top])


def profile(bench: Bench, jobs: int, path: Path) -> None:
    """One build under the profiler."""
    command = [sys.executable, "-m", "cProfile", "-o", str(path), "scripts/build.py", "--now", NOW, "--jobs", str(jobs)]
    measure(command, bench.folder, environment_of(THIS))


def prepare(bench: Bench, case: str, number: int) -> None:
    """Bring the folder into the state that a case begins with."""
    if case == "cold":
        keep_pictures(bench)
    elif case == "edit":
        news = [article for article in bench.articles if article.tag == "vi" and article.section == "news"]
        case_edit([bench], news[(len(news) // 2 + 7 * number) % len(news)], number)


def main(argv: Sequence[str]) -> int:
    """Build twice for each case: once with the clock, once with the profiler."""
    parser = argparse.ArgumentParser(prog="profile", description="Tells where a build's time goes.")
    add = parser.add_argument
    add("--pairs", type=int, default=1000, metavar="N", help="bulletins with both editions (1000)")
    add("--case", nargs="+", choices=CASES, default=CASES, metavar="CASE", help="of cold, nothing, edit (all)")
    add("--jobs", type=int, default=1, metavar="N", help="worker processes, which the profiler does not see (1)")
    add("--top", type=int, default=25, metavar="N", help="functions to name (25)")
    options = parser.parse_args(argv)
    docs = TOOLS / f"content-{options.pairs}" / "docs"
    say(f"generating {options.pairs} pairs")
    generate(docs.parent, options.pairs)
    bench = Bench("this", THIS, docs, TOOLS / "runs" / "profile", read(docs))
    bench.prepare()
    say("building once, so that pictures for sharing are there: no case draws them")
    bench.once()
    for at, case in enumerate(options.case):
        prepare(bench, case, 2 * at)
        cost = bench.once()
        print(f"{case}: {cost.wall * MILLI:,.0f} ms on the wall, {cost.cpu * MILLI:,.0f} ms of CPU")
        clock = (bench.folder / "bench.log").read_text("utf-8").splitlines()
        print("\n".join(f"  {line}" for line in clock if " s)" in line))
        prepare(bench, case, 2 * at + 1)
        path = TOOLS / f"profile-{case}.prof"
        profile(bench, options.jobs, path)
        print("\n".join(report(path, options.top)), end="\n\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
