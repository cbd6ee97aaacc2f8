"""Which Chromium the tests drive, and how it is started so that it stays silent and offline."""

import os
import shutil
import subprocess
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> Path:
    """The program that CHROMIUM names, else the first on PATH that runs, else playwright's own download.

    Raises FileNotFoundError when none of them runs.
    """
    if named := os.environ.get("CHROMIUM"):
        if runs(Path(named)):
            return Path(named)
        raise FileNotFoundError(f"CHROMIUM={named}")
    on_path = [Path(found) for name in NAMES if (found := shutil.which(name))]
    for candidate in on_path:
        if runs(candidate):
            return candidate
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    if runs(own):
        return own
    raise FileNotFoundError("chromium")


def runs(program: Path) -> bool:
    """Ubuntu's chromium-browser, for one, may be a note that it has moved to snap: finding is not enough."""
    try:
        answer = subprocess.run([program, "--version"], capture_output=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def launch_flags() -> list[str]:
    flags = [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        # Chromium's own errands; on a closed network each would wait for its time-out.
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        # A page that asks for a foreign host is noticed; that host never is.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ]
    if os.geteuid() == 0:
        flags.append("--no-sandbox")  # Chromium refuses to start as root with it
    return flags
