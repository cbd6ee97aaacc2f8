"""Whose time it was."""

import pytest

from bench.profile import Row, package_of, packages


@pytest.mark.parametrize(
    ("file", "name", "package"),
    [
        pytest.param("/srv/run/scripts/bulletin/stage/view.py", "lists", "bulletin.stage", id="ours"),
        pytest.param("/srv/run/scripts/bulletin/cli.py", "build", "bulletin.cli", id="a-module-of-ours"),
        pytest.param("/srv/.venv/lib/python3.11/site-packages/markdown/core.py", "convert", "markdown", id="installed"),
        pytest.param("/usr/lib/python3.11/html/parser.py", "feed", "Python's library", id="library"),
        pytest.param("<frozen importlib._bootstrap>", "_load", "importing modules", id="import"),
    ],
)
def test_a_function_belongs_to_its_package(file: str, name: str, package: str) -> None:
    assert package_of((file, 12, name)) == package


def test_a_function_in_c_counts_for_those_that_call_it() -> None:
    ours, theirs = ("scripts/bulletin/stage/view.py", 4, "lists"), ("site-packages/markdown/core.py", 9, "convert")
    rows = [
        Row(ours, 1, 0.5, 2.0, {}),
        Row(("~", 0, "<built-in method sorted>"), 5, 1.0, 1.0, {ours: (3, 3, 0.75, 0.75), theirs: (2, 2, 0.25, 0.25)}),
        Row(("~", 0, "<built-in method posix.read>"), 1, 4.0, 4.0, {ours: (1, 1, 4.0, 4.0)}),
    ]
    assert packages(rows) == {"bulletin.stage": 1.25, "markdown": 0.25, "waiting for other processes": 4.0}
