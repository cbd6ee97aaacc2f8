"""How well the search finds what is known to be there: `make search-quality`.

    python -m tests.search.measure [--demo SITE] [--docs SITE] [--check] [--all]

Without sites both are built. MRR is the mean of 1/rank of the page that was meant, by kind of question and language,
for the questions on which weights were tuned and for those held out. `--check` fails under floor.json.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from tests.search.asking import ROOT, Known, ask, known

FLOOR = Path(__file__).with_name("floor.json")
SOURCES = {
    "demo": ["--docs", "examples/demo-province/docs", "--now", "2026-11-20T09:00+07:00"],
    "docs": ["--now", "2026-11-24T09:00+07:00"],
}


def ranked(sites: Mapping[str, Path]) -> list[tuple[Known, int, list[str]]]:
    """Every question with the rank of what was meant, 0 for none, and what came first."""
    found = []
    for name, site in sites.items():
        questions = [each for each in known() if each.site == name]
        answers = ask(site, [each.question for each in questions])
        found += [
            (each, answer.rank_of(each.url), answer.urls[:3]) for each, answer in zip(questions, answers, strict=True)
        ]
    return found


def figures(found: list[tuple[Known, int, list[str]]]) -> dict[str, float]:
    """`vi tuned`, `vi held-out` and `vi <kind>` → MRR."""
    groups = defaultdict(list)
    for each, rank, _ in found:
        for group in ("held-out" if each.is_held_out else "tuned", each.kind):
            groups[f"{each.tag} {group}"].append(1 / rank if rank else 0.0)
    return {group: round(sum(values) / len(values), 3) for group, values in sorted(groups.items())}


def fallen(measured: Mapping[str, float]) -> list[str]:
    """What is under the floor."""
    floor = json.loads(FLOOR.read_text("utf-8"))
    return [
        f"{group}: {measured.get(group)} < {least}" for group, least in floor.items() if measured.get(group, 0) < least
    ]


def build(folder: Path) -> dict[str, Path]:
    """Both sites, built anew."""
    for name, options in SOURCES.items():
        command = [sys.executable, "scripts/build.py", *options, "--site-dir", str(folder / name)]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return {name: folder / name for name in SOURCES}


def main() -> int:
    """Print the figures, and what does not come first."""
    parser = argparse.ArgumentParser(prog="measure", description="MRR of the search")
    parser.add_argument("--demo", type=Path)
    parser.add_argument("--docs", type=Path)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--tuned-only", action="store_true", help="do not show which of the held-out questions fail")
    options = parser.parse_args()
    sites = {name: getattr(options, name) for name in SOURCES if getattr(options, name)}
    found = ranked(sites or build(ROOT / ".build" / "search"))
    measured = figures(found)
    for group, value in measured.items():
        print(f"{value:6.3f}  {group}")
    for each, rank, first in found:
        if rank != 1 and not (options.tuned_only and each.is_held_out):
            held = ", held out" if each.is_held_out else ""
            print(f"{rank or '-':>3}  “{each.text}” ({each.site}, {each.tag}, {each.kind}{held}) → {each.url}")
            print(f"     first: {first[0] if first else 'nothing'}")
    under = fallen(measured) if options.check else []
    print("\n".join(under))
    return 1 if under else 0


if __name__ == "__main__":
    sys.exit(main())
