"""The real site, built once, served, and opened in a real browser."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.site.accessibility import Violation, find_violations
from tests.site.browser import find_chromium, launch_flags
from tests.site.kinds import write_kinds
from tests.site.server import serve
from tests.site.visits import Visits

ROOT = Path(__file__).parents[2]


def built(
    name: str, tmp_path_factory: pytest.TempPathFactory, write_docs: Callable[[Path], Path], *options: str
) -> Path:
    """A built site, for reading only: pytest's worker processes share it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    site, log = shared / name, shared / f"{name}.log"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not log.exists():
            docs = write_docs(shared / f"{name}-source")
            command = [sys.executable, "scripts/build.py", "--docs", str(docs), "--site-dir", str(site), *options]
            with log.open("w") as output:
                subprocess.run(command, cwd=ROOT, check=False, stdout=output, stderr=subprocess.STDOUT)
    if not site.is_dir():
        pytest.fail(f"scripts/build.py built nothing:\n{log.read_text(encoding='utf-8')}", pytrace=False)
    return site


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site."""
    return built("site", tmp_path_factory, lambda _: ROOT / "docs")


@pytest.fixture(scope="session")
def site_url(site_dir: Path) -> Iterator[str]:
    """Where the real site is served, without a closing slash."""
    with serve(site_dir) as address:
        yield address


@pytest.fixture(scope="session")
def kinds_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content with what it lacks, so that every kind of page is there."""
    return built("kinds", tmp_path_factory, write_kinds)


@pytest.fixture(scope="session")
def demo_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo province at its own moment."""
    docs = ROOT / "examples" / "demo-province" / "docs"
    return built("demo", tmp_path_factory, lambda _: docs, "--now", "2026-11-20T09:00+07:00")


@pytest.fixture(scope="session")
def kinds_url(kinds_dir: Path) -> Iterator[str]:
    """Where that site is served, without a closing slash."""
    with serve(kinds_dir) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=launch_flags())
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Visits]:
    """Opens pages; at the end the test fails if one asked for a foreign host, or complained of anything.

    A test that expects a fault takes the record: `open_page.record(page)`.
    """
    # Asked for late, so that a test with pages of its own does not build the site.
    visits = Visits(browser, lambda: str(request.getfixturevalue("site_url")))
    yield visits
    visits.close()


@pytest.fixture
def axe() -> Callable[[Page], list[Violation]]:
    return find_violations
