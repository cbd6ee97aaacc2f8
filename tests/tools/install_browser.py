"""Find a Chromium to test with, or install one: Debian's when root, else playwright's own."""

import os
import shutil
import subprocess
import sys

from tests.site.browser import find_chromium

WAYS_OUT = (
    "Không có Chromium chạy được: cài đặt gói `chromium`, hoặc đặt CHROMIUM=/đường/dẫn/chromium."
    " / No Chromium runs here: install the package `chromium`, or set CHROMIUM=/path/to/chromium."
)


def is_found() -> bool:
    try:
        find_chromium()
    except FileNotFoundError:
        return False
    return True


def attempt(*command: str) -> None:
    """Whether it worked is told by looking for the browser again, not by the exit code."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, check=False, stdin=subprocess.DEVNULL, stdout=sys.stderr, env=environment)


def install_by_apt() -> None:
    if os.geteuid() == 0 and shutil.which("apt-get"):
        attempt("apt-get", "update", "-qq")
        attempt("apt-get", "install", "-qq", "--no-install-recommends", "chromium", "fonts-liberation")


def install_by_playwright() -> None:
    attempt(sys.executable, "-m", "playwright", "install", "chromium")


def main() -> int:
    for install in (install_by_apt, install_by_playwright):
        if is_found():
            return 0
        if "CHROMIUM" not in os.environ:
            install()
    if is_found():
        return 0
    print(WAYS_OUT, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
