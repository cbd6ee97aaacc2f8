"""Findings and coverage as the JSON of checks.md, version 1."""

from __future__ import annotations

import json
from collections.abc import Iterable

from bulletin.checks.coverage import Coverage
from bulletin.model.finding import Finding


def report(findings: Iterable[Finding], coverage: Coverage) -> str:
    """One JSON document with a line feed at its end; a message holds both languages, Vietnamese first."""
    data = {"version": 1, "findings": [_finding(each) for each in findings], "coverage": coverage.as_json()}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "path": finding.path,
        "line": finding.line,
        "locale": finding.locale,
        "message": str(finding.message),
        "key": finding.key,
    }
