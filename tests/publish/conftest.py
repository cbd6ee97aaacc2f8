"""Trees to publish, and the driver that publishes them in a process of its own."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bulletin.publish import write_manifest

from tests.publish.driver import COMMAND, Publish, StartDriver
from tests.publish.trees import NEW, OLD, Files, MakeTree, write_files


@pytest.fixture
def make_tree(tmp_path: Path) -> MakeTree:
    """Write files into a folder of that name, with their manifest."""

    def make(name: str, files: Files) -> Path:
        root = tmp_path / name
        write_files(root, files)
        write_manifest(root)
        return root

    return make


@pytest.fixture
def old(make_tree: MakeTree) -> Path:
    return make_tree("old", OLD)


@pytest.fixture
def new(make_tree: MakeTree) -> Path:
    return make_tree("new", NEW)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return where the site goes, in a folder that holds nothing else."""
    (tmp_path / "www").mkdir()
    return tmp_path / "www" / "site"


@pytest.fixture
def driver() -> Iterator[StartDriver]:
    """Start the driver; what comes back asks it for one publication in a mode."""
    started: list[subprocess.Popen[str]] = []

    def start(tree: Path, site: Path, *options: str) -> Publish:
        process = subprocess.Popen(
            [*COMMAND, str(tree), str(site), *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)

        def ask(mode: str, n: int = 0) -> dict[str, Any]:
            assert process.stdin
            assert process.stdout
            process.stdin.write(f"{mode} {n}\n")
            process.stdin.flush()
            answer: dict[str, Any] = json.loads(process.stdout.readline())
            return answer

        return ask

    yield start
    for process in started:
        process.communicate()
