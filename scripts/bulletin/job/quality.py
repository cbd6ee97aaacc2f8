"""The JSON of check.py → a code quality report, the form in which GitLab shows findings in a merge request."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import Any

SEVERITIES = {"error": "major", "warning": "minor"}


def code_quality(report: str, docs: str) -> str:
    """A JSON list, the findings in their order; `docs` is the content's folder from the root of the repository."""
    seen: Counter[str] = Counter()
    entries = []
    for finding in json.loads(report)["findings"]:
        # Without the line, so that a finding that only moved is no new one; with a number, so that two stay two.
        what = json.dumps([finding[name] for name in ("rule", "path", "message")], ensure_ascii=False)
        seen[what] += 1
        entries.append(_entry(finding, docs, hashlib.sha256(f"{what}{seen[what]}".encode()).hexdigest()))
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"


def _entry(finding: dict[str, Any], docs: str, fingerprint: str) -> dict[str, Any]:
    return {
        "description": finding["message"],
        "check_name": finding["rule"],
        "fingerprint": fingerprint,
        "severity": SEVERITIES[finding["severity"]],
        "location": {"path": f"{docs}/{finding['path']}", "lines": {"begin": finding["line"]}},
    }
