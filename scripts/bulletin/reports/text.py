"""Findings as lines for a terminal or a log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bulletin.model.finding import Finding


def lines(findings: Iterable[Finding], below: str) -> Iterator[str]:
    """One line for each finding: place, severity, rule, Vietnamese, English; paths begin with `below`."""
    for finding in findings:
        place = f"{below}{finding.path}:{finding.line}"
        yield f"{place}: {finding.severity.value}: {finding.rule}: {finding.message}"
