"""The editors' commands run on docs folders: whole programs, but within this process, because there are many runs."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from bulletin import program

from tests.trees import KEY, ROOT, SOURCE, TRANSLATION, with_body

TODAY = "2026-03-20"
"""The day of `tests.trees.NOW`."""

VI = with_body(
    SOURCE,
    """\
Hội nghị diễn ra ngày 05 tháng 3 năm 2026 tại Vinh, không thu phí.

## Kết quả

- Ký ba thỏa thuận với [Sở Công Thương](https://example.vn/).
- Vốn đăng ký 1.250,5 tỷ đồng.

| Năm | Dự án |
|---|---|
| 2025 | 12 |
""",
)
EN = with_body(
    TRANSLATION.replace(", checked: 2026-03-05", ""),
    """\
The conference was held on 5 March 2026 in Vinh, free of charge.

## Results

- Three agreements with the [Department of Industry and Trade](https://example.vn/) were signed.
- The registered capital is VND 1,250.5 billion.

| Year | Projects |
|---|---|
| 2025 | 12 |
""",
)
"""A pair that says the same, and that nobody has accepted."""
VI_PATH, EN_PATH, LOCK_PATH = f"{KEY}/index.vi.md", f"{KEY}/index.en.md", f"{KEY}/translation.lock"


def files(source: str = VI, translation: str | None = EN) -> dict[str, str | bytes]:
    """The one bulletin of most tests."""
    found: dict[str, str | bytes] = {VI_PATH: source}
    return found if translation is None else {**found, EN_PATH: translation}


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended."""

    status: int
    output: str
    errors: str

    @property
    def report(self) -> dict[str, Any]:
        """The JSON that was printed."""
        report: dict[str, Any] = json.loads(self.output)
        return report

    def rules(self, severity: str = "") -> list[str]:
        """The rules of the findings in the JSON that was printed, in their order."""
        return [each["rule"] for each in self.report["findings"] if severity in ("", each["severity"])]


def run(verb: str, *arguments: str | Path) -> Done:
    """Run a verb of editors with its arguments."""
    module = import_module(f"bulletin.desk.{verb}")
    output, errors = io.StringIO(), io.StringIO()
    before, argv = signal.getsignal(signal.SIGTERM), sys.argv
    sys.argv = [f"{verb}.py", *map(str, arguments)]
    try:
        with redirect_stdout(output), redirect_stderr(errors), pytest.raises(SystemExit) as ended:
            program.main(module.parser(), getattr(module, verb))
    finally:
        signal.signal(signal.SIGTERM, before)
        sys.argv = argv
    assert isinstance(ended.value.code, int)
    return Done(ended.value.code, output.getvalue(), errors.getvalue())


def check(docs: Path, *arguments: str | Path, today: str = TODAY) -> Done:
    """Check a folder, without what earlier runs left; the report is JSON unless an argument says otherwise."""
    return run("check", "--docs", docs, "--no-cache", "--format", "json", "--today", today, *arguments)


def accept(docs: Path, *paths: str | Path, today: str = TODAY) -> Done:
    """Accept, all of the folder where no path is given."""
    return run("accept", "--docs", docs, "--today", today, *(paths or (docs,)))


def script(verb: str, *arguments: str | Path, root: Path = ROOT, environment: Mapping[str, str] | None = None) -> Done:
    """Run the script of a project as a program of its own."""
    command = [sys.executable, str(root / f"scripts/{verb}.py"), *map(str, arguments)]
    around = {name: value for name, value in os.environ.items() if name not in ("CI", "SOURCE_DATE_EPOCH")}
    around |= {"PYTHONDONTWRITEBYTECODE": "1", **(environment or {})}
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=around)
    return Done(done.returncode, done.stdout, done.stderr)
