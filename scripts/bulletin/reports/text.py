"""Findings as lines for a terminal or a log, and coverage as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bulletin.checks.coverage import Coverage, Tally
from bulletin.model.finding import Finding, Severity

_RED, _YELLOW, _DIM, _PLAIN = "\033[31m", "\033[33m", "\033[2m", "\033[0m"
_COLUMNS = (
    ("required", "cần"), ("current", "khớp"), ("stale", "cũ"), ("diverged", "lệch"), ("missing", "thiếu"), ("untracked", "chưa xác nhận"), ("machine", "máy"), ("draft", "nháp"),
)  # fmt: skip


def lines(findings: Iterable[Finding], below: str, *, colour: bool = False) -> Iterator[str]:
    """One line for each finding: place, severity, rule, Vietnamese, English; paths begin with `below`."""
    for finding in findings:
        place = f"{below}{finding.path}:{finding.line}"
        severity = finding.severity.value
        if colour:
            tone = _RED if finding.severity is Severity.ERROR else _YELLOW
            yield f"{_DIM}{place}:{_PLAIN} {tone}{severity}: {finding.rule}:{_PLAIN} {finding.message}"
        else:
            yield f"{place}: {severity}: {finding.rule}: {finding.message}"


def table(coverage: Coverage) -> Iterator[str]:
    """Coverage of each locale and section: pages in each state, and the share of pages and words that are current."""
    rows = [
        (tag, section, tally) for tag, sections in sorted(coverage.tallies.items()) for section, tally in sorted(sections.items())
    ]
    if not rows:
        return
    head = ["", *(f"{vi} / {en}" for en, vi in _COLUMNS), "trang / pages", "từ / words"]
    cells = [head, *([f"{tag} {section}", *_counts(tally)] for tag, section, tally in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    for row in cells:
        yield "  ".join(cell.ljust(width) if not column else cell.rjust(width) for column, (cell, width) in enumerate(zip(row, widths, strict=True))).rstrip()


def _counts(tally: Tally) -> list[str]:
    counts = [str(getattr(tally, name)) for name, _ in _COLUMNS]
    return [*counts, _share(tally.current, tally.required), _share(tally.words_current, tally.words)]


def _share(part: int, whole: int) -> str:
    return f"{100 * part // whole}%" if whole else "–"


def summary(findings: Iterable[Finding], bundles: int) -> str:
    """The last line: how many errors and warnings."""
    counts = [finding.severity for finding in findings]
    errors, warnings = counts.count(Severity.ERROR), counts.count(Severity.WARNING)
    return (
        f"{bundles} bài: {errors} lỗi, {warnings} cảnh báo / bulletins: {bundles}, errors: {errors}, warnings: {warnings}"
    )
