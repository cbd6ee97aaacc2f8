"""`mkdocs serve` shows cleared content, and nothing else."""

import re
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.build.previews import free_port, running
from tests.build.projects import EPOCH, change, copy_project
from tests.trees import KEY, SOURCE, pair, with_field

FILES = {**pair(), "news/2026/03/bi-mat/index.vi.md": with_field(SOURCE, "embargo_until: 2026-04-01")}


def fetch(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("serve") / "du-an", FILES)


@pytest.fixture(scope="module")
def server(root: Path) -> Iterator[str]:
    """Start it in a project of its own, and wait until it answers."""
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with running(command, root, port, {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}) as address:
        yield f"{address}/"


def test_it_serves_the_front_pages(server: str) -> None:
    for tag, url in (("vi", ""), ("en", "en/")):
        status, text = fetch(server + url)
        assert status == 200
        assert f'<html lang="{tag}">' in text
        assert "Hội nghị xúc tiến" in text or "investment conference" in text


def test_it_serves_what_is_cleared(server: str) -> None:
    assert "diễn ra ngày 05" in fetch(f"{server}{KEY}/")[1]
    assert "was held on 5 March" in fetch(f"{server}en/{KEY}/")[1]


@pytest.mark.parametrize(
    "url",
    [
        "news/2026/03/bi-mat/",
        "en/news/2026/03/bi-mat/",
        "news/2026/03/bi-mat/index.vi.md",
        "_data/",
        "docs/",
        f"{KEY}/index.vi.md",
    ],
)
def test_it_serves_nothing_that_is_not(server: str, url: str) -> None:
    status, text = fetch(server + url)
    assert status == 404
    assert not re.search(r"diễn ra ngày|---\ntitle", text)


def test_a_change_is_built_once(root: Path, server: str) -> None:
    change(root / "docs" / KEY / "index.vi.md", "title: Hội nghị xúc tiến", "title: Diễn đàn xúc tiến")
    deadline = time.monotonic() + 20
    while "Diễn đàn xúc tiến" not in fetch(f"{server}{KEY}/")[1]:
        assert time.monotonic() < deadline
        time.sleep(0.2)
    time.sleep(3)  # a build that watches what it writes begins again within a second
    assert (root.parent / "log").read_text(encoding="utf-8").count("Detected file changes") == 1
