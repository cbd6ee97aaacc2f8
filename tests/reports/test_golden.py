"""Every form of report on one run with findings of every rule, as a file to read.

After a form was changed, and looked at: `PYTHONPATH=scripts python -m tests.reports.test_golden`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from bulletin.model.changes import Changes
from bulletin.reports import github, junit, markdown, sarif
from bulletin.reports.badge import badge
from bulletin.reports.report import Report

from tests.reports.samples import BEFORE, EN, NOW, WAIVED, sample

FOLDER = Path(__file__).parent / "golden"
CHANGES = Changes("0" * 40, {EN: ((15, 16), (21, 22))}, frozenset((EN,)))


def without_rules(found: Report) -> str:
    """The SARIF of a run but for the list of all rules, and the places in it: another test is about these."""
    data = json.loads(sarif.report(found))
    [run] = data["runs"]
    del run["tool"]["driver"]["rules"]
    for result in run["results"]:
        del result["ruleIndex"]
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


FORMS: dict[str, Callable[[Report], str]] = {
    "github.txt": github.report,
    "junit.xml": junit.report,
    "summary.md": lambda found: markdown.report(found, "https://forge.example/a/b/blob/c0ffee/"),
    "results.sarif": without_rules,
    "badge.svg": lambda _: badge(NOW),
}


def written(name: str) -> str:
    """A form of the run."""
    found = sample(changes=CHANGES, before=BEFORE)
    # A Report remembers what it looked up; `replace` makes one that is new.
    return FORMS[name](replace(found, waived=WAIVED))


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_exactly_its_golden_file(name: str) -> None:
    assert written(name) == (FOLDER / name).read_bytes().decode()


@pytest.mark.parametrize("name", FORMS)
def test_a_form_ends_with_one_line_feed_and_is_utf_8(name: str) -> None:
    text = written(name)

    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert text.encode().decode() == text


def renew() -> None:
    for name in FORMS:
        (FOLDER / name).write_bytes(written(name).encode())


if __name__ == "__main__":
    renew()
