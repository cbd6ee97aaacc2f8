"""Measures the translation check: plants faults in clean pairs, runs the public commands and counts.

    python tests/quality/measure.py [--half develop|held-out|both] [--show RULE|false-alarms|missed|all] [--reveal]
        [--write-first-run] [--check] [--write-floor] [--table [--readme PATH]]

Exit status: 0 measured, 1 a figure fell below the floor, 2 the call is wrong or a command of the project failed.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[0] = str(ROOT)

from tests.quality import figures as measured  # noqa: E402 - found only from the root
from tests.quality import tables  # noqa: E402
from tests.quality.faults import plant_half  # noqa: E402
from tests.quality.figures import Figures  # noqa: E402
from tests.quality.hand import apply, read_entries  # noqa: E402
from tests.quality.planting.bundles import read_half  # noqa: E402
from tests.quality.planting.pages import count_blocks  # noqa: E402
from tests.quality.scoring import HARMLESS, Outcome, Score, score  # noqa: E402
from tests.quality.tree import CommandError, cases, check, write  # noqa: E402

HERE = Path(__file__).parent
CORPUS, HAND = HERE / "corpus", HERE / "hand"
FIRST_RUN, FLOOR = HERE / "first-run.json", HERE / "floor.json"
HALVES = ("develop", "held-out")
TODAY = "2026-12-31"
"""The check's day: later than every date of the corpus, so that nothing waits for its publication."""


def run(half: str, today: str) -> Score:
    """Plant, check and judge one half of the corpus."""
    bundles = read_half(CORPUS / half)
    found = cases(plant_half(bundles), apply(read_entries(HAND, half), bundles))
    with tempfile.TemporaryDirectory(prefix="quality-") as folder:
        tree = Path(folder) / "docs"
        write(tree, bundles, found)
        findings = check(tree, today)
    return score(bundles, found, findings, sum(count_blocks(b.text(b.source)) for b in bundles))


def _described(outcome: Outcome, label: str) -> Iterator[str]:
    fault = outcome.case.fault
    yield f"{label}: {fault.rule} ({fault.kind}, {fault.place}) {fault.key}/{fault.file}:{fault.line}"
    yield f"    - {fault.before!r}"
    yield f"    + {fault.after!r}"
    for message in outcome.messages:
        yield f"    {message}"


def _wanted(outcome: Outcome, what: str) -> str | None:
    """Under which label an outcome is shown, or None."""
    fault = outcome.case.fault
    missed = fault.rule not in HARMLESS and not outcome.found
    if missed and what in {"missed", "all", fault.rule}:
        return "missed"
    rules = {finding.rule for finding in outcome.against}
    return "false alarm" if outcome.against and (what in {"false-alarms", "all", fault.rule} or what in rules) else None


def shown(result: Score, what: str) -> Iterator[str]:
    """Every miss and false alarm that was asked for, with its change and messages."""
    for finding in [*result.alarms, *result.states]:
        if what in {"false-alarms", "all", finding.rule}:
            yield f"false alarm on clean text: {finding.path}:{finding.line}: {finding.rule}: {finding.message}"
    for outcome in result.outcomes:
        label = _wanted(outcome, what)
        if label is not None:
            yield from _described(outcome, label)


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="measure.py", description="Measures the translation check.")
    parser.add_argument("--half", choices=[*HALVES, "both"], default="both")
    parser.add_argument("--show", metavar="RULE|false-alarms|missed|all")
    parser.add_argument("--reveal", action="store_true", help="show the held-out half, which is never developed on")
    parser.add_argument("--today", default=TODAY, help="the check's day, ISO 8601")
    for name in ("--write-first-run", "--check", "--write-floor", "--table"):
        parser.add_argument(name, action="store_true")
    parser.add_argument("--readme", type=Path, help="put the table between the marks of this file")
    found = parser.parse_args(argv)
    if found.show and found.half == "held-out" and not found.reveal:
        parser.error("--show reveals the held-out half only with --half held-out --reveal")
    if (found.check or found.write_floor) and found.half != "both":
        parser.error("the floor is of both halves")
    return found


def _write(path: Path, data: Mapping[str, object]) -> None:
    path.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", "utf-8")


def _store(options: argparse.Namespace, named: Mapping[str, Figures]) -> None:
    """Write the files that were asked for."""
    if options.write_first_run:
        if FIRST_RUN.exists():
            print(f"{FIRST_RUN.name} exists and stays as it is", file=sys.stderr)
        else:
            _write(FIRST_RUN, {half: measured.as_data(found) for half, found in named.items()})
    if options.write_floor:
        _write(FLOOR, measured.floor(named["both"]))


def _table(options: argparse.Namespace, named: Mapping[str, Figures]) -> None:
    table = "\n".join(tables.markdown(named, measured.read(FIRST_RUN)))
    if options.readme:
        options.readme.write_text(tables.inserted(options.readme.read_text("utf-8"), table), "utf-8")
    else:
        print(table)


def main(argv: Sequence[str]) -> int:
    """Measure what was asked for; give the exit status."""
    options = _arguments(argv)
    halves = HALVES if options.half == "both" else (options.half,)
    try:
        scores = {half: run(half, options.today) for half in halves}
    except CommandError as error:
        print(error, file=sys.stderr)
        return 2
    named = {half: measured.figures(result) for half, result in scores.items()}
    if len(halves) > 1:
        named["both"] = measured.summed(list(named.values()))
    _store(options, named)
    if options.table or options.readme:
        _table(options, named)
    else:
        print("\n".join(tables.report(named, measured.read(FIRST_RUN))))
    for half, result in scores.items():
        if options.show and (half != "held-out" or options.half == "held-out"):
            print(f"\n{half}:", *shown(result, options.show), sep="\n")
    lines = measured.fallen(named["both"], measured.read(FLOOR)) if options.check else []
    for line in lines:
        print(f"fell: {line}", file=sys.stderr)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
