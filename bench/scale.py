"""Whether this project's time and memory grow in a straight line: `make bench-scale`, which takes an hour or so.

    python -m bench.scale [--sizes N …] [--runs N] [--readme FILE]

Cold runs once for each size, the others so many times; the median counts. Results go to .build/bench/scale.json.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.content.generate import generate
from bench.measure import Bench, case_edit, mark_of, say
from bench.peers.articles import Article, read
from bench.peers.peer import TOOLS
from bench.peers.this_project import THIS
from bench.results import machine
from bench.run import RunError
from bench.table import inserted

SIZES = (100, 1000, 2500, 5000, 10_000)
RESULTS = TOOLS / "scale.json"
MARKS = "<!-- bench-scale:begin -->", "<!-- bench-scale:end -->"
CASES = ("cold", "nothing", "edit")


@dataclass(frozen=True, slots=True)
class Point:
    """One size and case."""

    pairs: int
    case: str
    wall: float
    cpu: float
    megabytes: float
    """The most that all processes held together, in any of the runs."""


def points(pairs: int, count: int) -> Iterator[Point]:
    """Every case at one size."""
    content, folder = TOOLS / f"content-{pairs}", TOOLS / "runs" / f"scale-{pairs}"
    say(f"generating {pairs:,} pairs")
    generate(content, pairs)
    docs = content / "docs"
    bench = Bench("this", THIS, docs, folder, read(docs))
    bench.prepare()
    news = [article for article in bench.articles if article.tag == "vi" and article.section == "news"]
    for case in CASES:
        costs = []
        for number in range(1 if case == "cold" else count):
            changed: list[Article] = []
            if case == "edit":
                changed = case_edit([bench], news[(len(news) // 2 + 7 * number) % len(news)], number)
            costs.append(bench.once(weighs=True))
            say(f"{pairs:,} pairs, {case}: {costs[-1].wall:.2f} s, {costs[-1].together:.0f} MB")
            if any(mark_of(number) not in bench.page(each).read_text("utf-8") for each in changed):
                raise RunError(f"the page of {changed[0].key} is not what was written")
        walls, cpus = [cost.wall for cost in costs], [cost.cpu for cost in costs]
        yield Point(
            pairs, case, statistics.median(walls), statistics.median(cpus), max(cost.together for cost in costs)
        )
    shutil.rmtree(folder)
    shutil.rmtree(content)


def markdown(about: str, found: Iterable[Point]) -> str:
    """A row for each size."""
    cells = {(point.pairs, point.case): point for point in found}
    lines = [
        about,
        "",
        "| pairs | cold, s | CPU, s | CPU a pair, ms | MB | nothing changed, s | one edit, s | CPU, s | MB |",
        "|--:|" + "--:|" * 8,
    ]
    for pairs in sorted({pairs for pairs, _ in cells}):
        cold, nothing, edit = (cells[pairs, case] for case in CASES)
        lines.append(
            f"| {pairs:,} | {cold.wall:.1f} | {cold.cpu:.1f} | {1000 * cold.cpu / pairs:.1f} | {cold.megabytes:.0f} "
            f"| {nothing.wall:.2f} | {edit.wall:.2f} | {edit.cpu:.2f} | {edit.megabytes:.0f} |"
        )
    return "\n".join(lines)


def main(argv: Sequence[str]) -> int:
    """Measure each size, store after each, show."""
    parser = argparse.ArgumentParser(prog="bench-scale", description="Times this project at growing sizes.")
    add = parser.add_argument
    add("--sizes", type=int, nargs="+", default=SIZES, metavar="N", help="pairs (100 1000 2500 5000 10000)")
    add("--runs", type=int, default=3, metavar="N", help="runs with nothing and with one edit (3)")
    add("--readme", type=Path, metavar="FILE", help="put the table between the marks of this file")
    options = parser.parse_args(argv)
    found: list[Point] = []
    about = (
        f"This project alone, pictures for sharing drawn, {machine()}. MB: the most that all processes held together."
    )
    for pairs in options.sizes:
        try:
            found += points(pairs, options.runs)
        except RunError as error:
            say(str(error))
            return 1
        RESULTS.write_text(json.dumps([asdict(point) for point in found], indent=1) + "\n", "utf-8")
    text = markdown(about, found)
    if options.readme:
        options.readme.write_text(inserted(options.readme.read_text("utf-8"), text, MARKS), "utf-8")
    else:
        print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
