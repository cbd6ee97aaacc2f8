"""Findings as SARIF 2.1.0 (OASIS, Errata 01), in the part of it that GitHub's code scanning and GitLab read."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any
from urllib.parse import quote

from bulletin.model.finding import Finding, Message, Severity
from bulletin.model.rulebook import rule_text
from bulletin.model.rules import ERRORS, RULES
from bulletin.reports.report import Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MAX_RESULTS = 25_000
"""Results of a run: GitHub shows the 5,000 gravest, and refuses a file with more than these ("Result limits")."""
ROOT = "%SRCROOT%"
"""What GitHub and others take for the root of the repository."""
STATES = frozenset((
    *("missing-translation", "stale-translation", "diverged-translation", "edited-translation"),
    *("untracked-translation", "orphan-translation", "lock-pending"),
))  # fmt: skip
"""Rules of which an edition has one finding, whatever its message says that day."""
# Lines of the other edition move with every line that is written above them.
_LINES = re.compile(r"(\blines? |\.md:)\d+(?:, \d+)*")
# What a viewer would take for a link or a placeholder (SARIF 2.1.0, 3.11.5 and 3.11.6).
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")
_PLACEHOLDER = re.compile(r"\{(\d+)\}")


def report(found: Report) -> str:
    """One SARIF document: the rules, and a result for every finding, the worst first, and for every waived one."""
    ordered = [finding for _, finding in found.worst_first()]
    waived = found.waived[: max(0, MAX_RESULTS - len(ordered))]
    left_out = len(ordered) + len(found.waived) - MAX_RESULTS
    rules = _rules(ordered, found.waived)
    results = list(_results(ordered[:MAX_RESULTS], waived, rules, found))
    run: dict[str, Any] = {
        "tool": {"driver": {"name": "check.py", "rules": list(rules.values())}},
        "automationDetails": {"id": "translation-check/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "Thư mục gốc của kho / The root of the repository"}}},
        "invocations": [_invocation(left_out)],
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def plain(text: str) -> str:
    """A text as a message of SARIF, in which some brackets have a meaning."""
    return _PLACEHOLDER.sub(r"{{\1}}", _LINK.sub(r"\\[", text))


def _rules(findings: list[Finding], waived: Sequence[Finding]) -> dict[str, dict[str, Any]]:
    used = {finding.rule for finding in (*findings, *waived)}
    return {name: _rule(name) for name in sorted(RULES | used)}


def _rule(name: str) -> dict[str, Any]:
    text = rule_text(name)
    level = "error" if name in ERRORS else "warning"
    return {
        "id": name,
        "shortDescription": {"text": plain(str(text.title))},
        "fullDescription": {"text": plain(_both(text.help))},
        "help": {"text": plain(_both(text.help)), "markdown": f"**{text.title}**\n\n{text.help.vi}\n\n{text.help.en}"},
        "defaultConfiguration": {"level": level},
        "properties": {"problem.severity": level, "tags": ["translation"]},
    }


def _results(
    findings: list[Finding], waived: Sequence[Finding], rules: Mapping[str, object], found: Report
) -> Iterator[dict[str, Any]]:
    places = {name: at for at, name in enumerate(rules)}
    seen: Counter[str] = Counter()
    for finding in (*findings, *waived):
        result = _result(finding, places, seen, found)
        yield {**result, "suppressions": _suppressions(finding)} if waived else result


def _suppressions(finding: Finding) -> list[dict[str, str]]:
    waiver = finding.waived
    if waiver is None:
        return []
    reason = f"{waiver.reason} ({waiver.by}, {waiver.until.isoformat()})"
    return [{"kind": "external", "status": "accepted", "justification": reason}]


def _result(finding: Finding, places: Mapping[str, int], seen: Counter[str], found: Report) -> dict[str, Any]:
    print_ = fingerprint(finding)
    seen[print_] += 1
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": places[finding.rule],
        "level": "error" if finding.severity is Severity.ERROR else "warning",
        "message": {"text": plain(_both(finding.message))},
        "locations": [{"physicalLocation": _place(found.place(finding.path), finding.line)}],
        "partialFingerprints": {"primaryLocationLineHash": f"{print_}:{seen[print_]}"},
    }
    other = found.other_edition(finding)
    if other and finding.message.there:
        text = {"text": "Bản kia nói ở đây / What the other edition says"}
        where = _place(found.place(other), finding.message.there)
        result["relatedLocations"] = [{"id": 1, "physicalLocation": where, "message": text}]
    return result


def fingerprint(finding: Finding) -> str:
    """The same for the same finding after lines moved; of equal ones in a file the caller counts."""
    said = "" if finding.rule in STATES else _LINES.sub(r"\1", finding.message.en)
    words = f"{finding.rule}\0{finding.path}\0{finding.locale}\0{said}"
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _place(path: str, line: int) -> dict[str, Any]:
    location = {"uri": quote(path, errors="surrogatepass"), "uriBaseId": ROOT}
    return {"artifactLocation": location, "region": {"startLine": max(1, line)}}


def _invocation(left_out: int) -> dict[str, Any]:
    if left_out <= 0:
        return {"executionSuccessful": True}
    vi, en = f"Không ghi {left_out} phát hiện nhẹ nhất.", f"The least grave findings are left out: {left_out}."
    note = {"level": "warning", "message": {"text": f"{vi}\n{en}"}}
    return {"executionSuccessful": True, "toolExecutionNotifications": [note]}


def _both(message: Message) -> str:
    return f"{message.vi}\n{message.en}"
