"""Findings as GitLab reads them."""

from __future__ import annotations

import json
from typing import Any

from bulletin.job.quality import code_quality


def finding(**changed: object) -> dict[str, object]:
    return {
        "rule": "value-mismatch",
        "severity": "error",
        "path": "news/a/index.en.md",
        "line": 7,
        "locale": "en",
        "message": "“5” / “6”",
        "key": "news/a",
        **changed,
    }


def read(*findings: dict[str, object]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(code_quality(json.dumps({"findings": findings}), "docs"))
    return found


def test_a_finding_has_its_place_and_its_weight() -> None:
    (entry,) = read(finding())
    assert entry.pop("fingerprint")
    assert entry == {
        "description": "“5” / “6”",
        "check_name": "value-mismatch",
        "severity": "major",
        "location": {"path": "docs/news/a/index.en.md", "lines": {"begin": 7}},
    }
    assert read(finding(severity="warning"))[0]["severity"] == "minor"


def test_a_finding_that_only_moved_is_no_new_one() -> None:
    assert read(finding())[0]["fingerprint"] == read(finding(line=90))[0]["fingerprint"]


def test_two_findings_are_two_even_where_they_say_the_same() -> None:
    entries = read(finding(), finding(line=9), finding(message="“5” / “7”"))
    assert len({entry["fingerprint"] for entry in entries}) == 3
