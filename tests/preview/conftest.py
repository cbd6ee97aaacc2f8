"""One preview of a project with every kind of page, as an editor runs it, and a browser that looks at it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.build.projects import copy_project
from tests.site.browser import find_chromium, launch_flags
from tests.site.kinds import write_kinds

NOW = "2026-11-20T09:00+07:00"
SECONDS = 30.0
"""Until something that has to happen has happened, on a busy machine."""


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


def until(is_so: Callable[[], bool], what: str) -> None:
    """Wait for something. Fails with what was waited for."""
    deadline = time.monotonic() + SECONDS
    while not is_so():
        assert time.monotonic() < deadline, what
        time.sleep(0.05)


@dataclass
class Preview:
    """A process that shows a project."""

    root: Path
    port: int
    process: subprocess.Popen[str]
    log: Path

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def ask(self, path: str, host: str = "") -> tuple[int, str]:
        """The answer to a path, which is sent as it is."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        try:
            connection.putrequest("GET", path, skip_host=True)
            connection.putheader("Host", host or f"127.0.0.1:{self.port}")
            connection.endheaders()
            answer = connection.getresponse()
            return answer.status, answer.read().decode(errors="replace")
        except OSError:
            return 0, ""
        finally:
            connection.close()

    def until_ready(self) -> None:
        """Wait until everything is read."""
        until(lambda: self.ask("/")[0] == 200, f"the first page; {self.said[-500:]}")

    def until_shown(self, path: str, words: str, *, is_shown: bool = True) -> str:
        """Wait until a page says something, or no longer does."""
        until(lambda: (words in self.ask(path)[1]) == is_shown, f"{path}: {words!r}, {self.said[-500:]}")
        return self.ask(path)[1]


def start(root: Path, *options: str) -> Preview:
    """Start the preview of a project; it is not yet ready."""
    port, log = free_port(), root / "preview.log"
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "scripts/serve.py", "--port", str(port), "--now", NOW, *options],
            cwd=root, stdout=output, stderr=subprocess.STDOUT, text=True, env=environment,
        )  # fmt: skip
    return Preview(root, port, process, log)


def project(folder: Path) -> Path:
    """A copy of the project with every kind of page."""
    shutil.rmtree(copy_project(folder, {}) / "docs")
    write_kinds(folder)
    return folder


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """One whose tests leave the content as they found it."""
    found = start(project(tmp_path_factory.mktemp("preview")))
    try:
        found.until_ready()
        yield found
    finally:
        found.process.kill()
        found.process.wait()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=launch_flags())
        yield chromium
        chromium.close()
