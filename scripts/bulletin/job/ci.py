"""Do on this machine what the workflows do, in their order: `ci.py`.

Each step is a program of the project, so what fails here fails there. All steps run, whatever the others say, because
a pull request that is refused needs its reports most; the exit status is the worst of them.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bulletin.job.due import LINE
from bulletin.job.quality import code_quality
from bulletin.program import DONE, FINDINGS, ROOT, WORK, Parser, instant_of, say, short

FOLDER = WORK / "ci"
NEXT_CHANGE = "next-change"
SUMMARY = "summary.md"
ANNOTATIONS = "annotations.txt"
REPORTS = {
    "json": "check.json",
    "github": ANNOTATIONS,
    "sarif": "check.sarif",
    "junit": "check.junit.xml",
    "markdown": SUMMARY,
}
"""Form of the report → file in `.build/ci/`."""
QUALITY = "code-quality.json"
STEPS = ("check", "site")


@dataclass(frozen=True, slots=True)
class _Call:
    """What all steps share."""

    docs: str
    site_dir: str
    base: str

    def program(self, name: str, *arguments: str) -> list[str]:
        return [sys.executable, str(ROOT / "scripts" / f"{name}.py"), "--docs", self.docs, *arguments]


def parser() -> argparse.ArgumentParser:
    """The arguments of ci.py."""
    parser = Parser(
        prog="ci.py",
        allow_abbrev=False,
        description="Chạy các bước như trên máy chủ CI. / Run what the workflows run: `check` (the reports), `site` "
        "(build, verify, dashboard); both where none is named. Reports: .build/ci/ and .build/report/.",
        epilog="Exit: 0 all is well; 1 findings; 2 wrong call, configuration or registry; 3 our own error.",
    )
    add = parser.add_argument
    add("--docs", default=str(ROOT / "docs"), metavar="DIR", help="thư mục nội dung / the content (docs)")
    add("--site-dir", default=str(ROOT / "site"), metavar="DIR", help="nơi dựng trang / where to build (site)")
    add("--base", default="", metavar="REF", help="các dòng sửa từ REF lên trước / lines changed since REF come first")
    add("--now", metavar="INSTANT", help="như vào thời điểm này / as at this instant (SOURCE_DATE_EPOCH, or the clock)")
    add("steps", nargs="*", choices=(*STEPS, []), metavar="STEP", help="check, site")
    return parser


def ci(arguments: argparse.Namespace) -> int:
    """Run the steps; the worst of their statuses."""
    call = _Call(arguments.docs, arguments.site_dir, arguments.base)
    # One clock for all: an embargo that ends between two steps would make them disagree.
    epoch = str(int(instant_of(arguments.now).timestamp()))
    environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch}
    FOLDER.mkdir(parents=True, exist_ok=True)
    steps = arguments.steps or STEPS
    statuses = []
    if "check" in steps:
        statuses.append(_check(call, environment))
    if "site" in steps:
        statuses.append(_site(call, environment))
    return max(statuses)


def _check(call: _Call, environment: dict[str, str]) -> int:
    """Every form of the report, from one check: what the first run finds the others know."""
    base = ["--base", call.base] if call.base else []
    with _Group("check.py"):
        status = _run(call.program("check", *base, "--badge", str(FOLDER / "badge.svg")), environment)
    if status > FINDINGS:
        return status
    for form, name in REPORTS.items():
        arguments = ("--format", form, "--output", str(FOLDER / name), *base)
        status = max(status, _run(call.program("check", *arguments), environment))
    quality = code_quality((FOLDER / REPORTS["json"]).read_text(encoding="utf-8"), short(Path(call.docs)))
    (FOLDER / QUALITY).write_text(quality, encoding="utf-8")
    _tell_forge()
    return status


def _tell_forge() -> None:
    """Show the reports where a forge looks for them: annotations in the log, the summary in its file."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        say((FOLDER / ANNOTATIONS).read_text(encoding="utf-8"))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write((FOLDER / SUMMARY).read_text(encoding="utf-8"))


def _site(call: _Call, environment: dict[str, str]) -> int:
    """Build and verify; the dashboard also where nothing was built, because then it is wanted."""
    next_change = FOLDER / NEXT_CHANGE
    next_change.unlink(missing_ok=True)
    place = ("--site-dir", call.site_dir)
    with _Group("build.py"):
        built = subprocess.run(
            call.program("build", *place), check=False, env=environment, stdout=subprocess.PIPE, encoding="utf-8"
        )
        say(built.stdout)
    statuses = [_status(built.returncode)]
    found = LINE.search(built.stdout)
    if built.returncode == DONE and found:
        next_change.write_text(f"{found[1]}\n", encoding="utf-8")
        with _Group("verify.py"):
            statuses.append(_run(call.program("verify", *place), environment))
    with _Group("report.py"):
        statuses.append(_run(call.program("report", "--to", str(WORK / "report")), environment))
    return max(statuses)


def _run(command: Sequence[str], environment: dict[str, str]) -> int:
    return _status(subprocess.run(command, check=False, env=environment).returncode)


def _status(code: int) -> int:
    """An exit status; that of a step that was killed is our own error."""
    return code if 0 <= code <= 3 else 3  # noqa: PLR2004 - the statuses of program.py


class _Group:
    """A step as a section of the log that a forge can fold; on a terminal, its name."""

    def __init__(self, name: str) -> None:
        self.is_folded = os.environ.get("GITHUB_ACTIONS") == "true"
        say(f"::group::{name}\n" if self.is_folded else f"== {name}\n")

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        if self.is_folded:
            say("::endgroup::\n")
