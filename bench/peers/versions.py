"""Which version of a generator was run."""

from __future__ import annotations

import json
from importlib.metadata import distributions

from bench.peers.peer import TOOLS


def of_package(environment: str, name: str) -> str:
    """The version of a Python package in an environment of the benchmark."""
    folders = [str(path) for path in (TOOLS / environment).glob("lib/python3*/site-packages")]
    return next(found.version for found in distributions(name=name, path=folders))


def of_module(folder: str, name: str) -> str:
    """The version of a package of npm."""
    path = TOOLS / folder / "node_modules" / name / "package.json"
    return str(json.loads(path.read_text("utf-8"))["version"])
