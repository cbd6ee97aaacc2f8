"""Sequences of changes: after each, what the build makes with all that it remembers is what it makes with nothing.

python -m tests.equality.sequences --count 200 --first 1000
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random

from tests.build.projects import copy_project, differing, epoch_of, large_tree, mkdocs, snapshot
from tests.equality.changes import CHANGES, Project
from tests.trees import NOW, write_docs

STEPS = 4
BULLETINS = 7


@dataclass(frozen=True, slots=True)
class Built:
    """What one build said and made."""

    status: int
    told: tuple[str, ...]
    """Findings and the like; not how long it took."""
    files: dict[str, bytes]


def run_build(project: Project, site: Path, *options: str) -> Built:
    """Build a project as an editor would."""
    command = [sys.executable, "scripts/build.py", "--site-dir", str(site), "--now", project.now.isoformat(), *options]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        command, cwd=project.root, check=False, capture_output=True, text=True, encoding="utf-8", env=environment
    )
    told = [line for line in (done.stdout + done.stderr).splitlines() if " s)" not in line]
    return Built(done.returncode, tuple(told), snapshot(site))


def faults(seed: int, folder: Path, steps: int = STEPS, *, ends_plainly: bool = True) -> list[str]:
    """What was wrong in one sequence; it ends with a build by MkDocs alone, if it `ends_plainly`."""
    random = Random(seed)
    project = Project(copy_project(folder / "du-an", large_tree(seed, BULLETINS)), datetime.fromisoformat(NOW), random)
    site, other = folder / "site", folder / "other"
    last = run_build(project, site)
    if last.status:
        return [f"seed {seed}: the first build ended with {last.status}: {last.told}"]
    for number in range(steps):
        name = random.choice(sorted(CHANGES))
        before = snapshot(project.docs)
        CHANGES[name](project)
        project.done.append(name)
        place = f"seed {seed}, step {number} {project.done}"
        found = run_build(project, site)
        again = run_build(project, other, "--no-cache")
        if (found.status, found.told) != (again.status, again.told):
            return [f"{place}: {found.status} {found.told} but {again.status} {again.told}"]
        if found.status == 0 and (wrong := differing(found.files, again.files)):
            return [f"{place}: {wrong[:8]}"]
        if found.status and found.files != last.files:
            return [f"{place}: the old site did not stand"]
        if found.status:  # an editor takes back what was refused
            shutil.rmtree(project.docs)
            write_docs(project.docs, before)
            found = run_build(project, site)
            if found.status:
                return [f"{place}: taken back, and refused: {found.told}"]
        last = found
    return _plainly(project, last, f"seed {seed} {project.done}") if ends_plainly else []


def _plainly(project: Project, last: Built, place: str) -> list[str]:
    """How MkDocs alone differs."""
    done = mkdocs(project.root, "build", epoch=epoch_of(project.now.isoformat()))
    wrong = differing(last.files, snapshot(project.root / ".build/mkdocs"))
    return [f"{place}: MkDocs alone differs: {wrong[:8]} {done.stderr[-300:]}"] if wrong else []


def main(arguments: Sequence[str] | None = None) -> int:
    """Run many sequences; say which seeds fail."""
    parser = argparse.ArgumentParser(prog="python -m tests.equality.sequences", description=__doc__)
    parser.add_argument("--count", type=int, default=200, help="how many sequences")
    parser.add_argument("--first", type=int, default=1000, help="the first seed")
    parser.add_argument("--steps", type=int, default=STEPS, help="changes in each")
    asked = parser.parse_args(arguments)

    def one(seed: int) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            return faults(seed, Path(folder), asked.steps)

    failed = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for seed, found in enumerate(pool.map(one, range(asked.first, asked.first + asked.count)), asked.first):
            failed += bool(found)
            for line in found:
                print(line, flush=True)
            if not found and (seed - asked.first + 1) % 10 == 0:
                print(f"{seed - asked.first + 1}/{asked.count}", flush=True)
    print(f"{asked.count} sequences, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
