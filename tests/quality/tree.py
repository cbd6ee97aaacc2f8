"""One temporary tree with the clean bundles and a bundle for each case, and the two commands run on it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.quality.faults import STATES
from tests.quality.planting.bundles import Bundle
from tests.quality.planting.fault import Fault
from tests.quality.planting.trivia import RENAMED

SCRIPTS = Path(__file__).parents[2] / "scripts"
FOUND = (0, 1)
"""Exit statuses of a check that ran: without and with findings at `error`."""


class CommandError(Exception):
    """A command of the project ended with another status than a run may have; the message holds what it printed."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding as `check.py --format json` gives it."""

    rule: str
    path: str
    line: int
    """1-based; 0 if the finding has none."""
    message: str
    key: str
    """The bundle's; empty if the finding is of none."""


@dataclass(frozen=True, slots=True)
class Case:
    """A fault or variant with the bundle that holds it."""

    fault: Fault
    key: str
    """Of the bundle in the tree, beside the clean one."""
    by_hand: bool


def clone_key(key: str, number: int) -> str:
    """A key beside another, unique by its number; an issue stays `<year>-<number>`."""
    return f"{key}{number:04d}" if key.startswith("issues/") else f"{key}-x{number:04d}"


def cases(planted: Iterable[Fault], by_hand: Iterable[Fault]) -> list[Case]:
    """Every fault with a key of its own."""
    found: list[Case] = []
    for faults, hand in ((planted, False), (by_hand, True)):
        for fault in faults:
            found.append(Case(fault, clone_key(fault.key, len(found) + 1), hand))
    return found


def _put(tree: Path, key: str, texts: Mapping[str, str]) -> None:
    folder = tree / key
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8", newline="\n")


def _run(script: str, arguments: Sequence[str], statuses: Sequence[int]) -> str:
    done = subprocess.run(  # noqa: PLW1510 - the status is read below
        [sys.executable, str(SCRIPTS / script), *arguments], capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode not in statuses:
        raise CommandError(f"{script} ended with {done.returncode}: {(done.stderr or done.stdout).strip()[-2000:]}")
    return done.stdout


def _accept(tree: Path, keys: Sequence[str]) -> None:
    _run("accept.py", ["--docs", str(tree), *(str(tree / key) for key in keys)], (0,))


def write(tree: Path, clean: Sequence[Bundle], found: Sequence[Case]) -> None:
    """Write the tree: all that needs a lock is accepted as it was clean, and changed only then."""
    by_key = {bundle.key: bundle for bundle in clean}
    for bundle in clean:
        _put(tree, bundle.key, bundle.texts)
    changed = [case for case in found if case.fault.rule in STATES]
    before = {case.key: f"{case.key}9" if case.fault.kind == RENAMED else case.key for case in changed}
    for case in changed:
        _put(tree, before[case.key], by_key[case.fault.key].texts)
    _accept(tree, [*by_key, *before.values()])
    for case in changed:
        if before[case.key] != case.key:
            shutil.move(tree / before[case.key], tree / case.key)
        _put(tree, case.key, case.fault.texts)
    for case in found:
        if case.fault.rule not in STATES:
            _put(tree, case.key, case.fault.texts)


def _finding(data: Mapping[str, Any]) -> Finding:
    path = str(data.get("path") or "")
    key = str(data.get("key") or "") or path.rpartition("/")[0]
    return Finding(str(data["rule"]), path, int(data.get("line") or 0), str(data["message"]), key)


def check(tree: Path, today: str) -> list[Finding]:
    """All findings of one run of the check over the tree."""
    output = _run("check.py", ["--docs", str(tree), "--format", "json", "--today", today], FOUND)
    return [_finding(data) for data in json.loads(output)["findings"]]
