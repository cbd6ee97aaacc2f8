"""Findings as lines for a terminal or a log, and coverage as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from posixpath import normpath

from bulletin.checks.coverage import Coverage, Tally
from bulletin.model.catalogue import Words, message, on_day
from bulletin.model.finding import Finding, Severity

_RED, _YELLOW, _DIM, _PLAIN = "\033[31m", "\033[33m", "\033[2m", "\033[0m"
_COLUMNS = (
    ("required", "cần", "required"),
    ("current", "khớp", "current"),
    ("stale", "cũ", "stale"),
    ("diverged", "lệch", "diverged"),
    ("missing", "thiếu", "missing"),
    ("untracked", "chưa so", "untracked"),
    ("machine", "máy", "machine"),
    ("draft", "nháp", "draft"),
)
"""Count, head in Vietnamese, head in English."""


def lines(findings: Iterable[Finding], below: str, *, colour: bool = False) -> Iterator[str]:
    """One line for each finding: place, severity, rule, Vietnamese, English; paths begin with `below`."""
    for finding in findings:
        path = f"{below}{finding.path}"
        place = f"{normpath(path) if finding.path.startswith('../') else path}:{finding.line}"
        severity = finding.severity.value
        if colour:
            tone = _RED if finding.severity is Severity.ERROR else _YELLOW
            yield f"{_DIM}{place}:{_PLAIN} {tone}{severity}: {finding.rule}:{_PLAIN} {finding.message}"
        else:
            yield f"{place}: {severity}: {finding.rule}: {finding.message}"


def waived_lines(findings: Iterable[Finding], below: str, *, colour: bool = False) -> Iterator[str]:
    """One line for each finding that somebody has waived: place, rule, what it is, who waived it, why, until when."""
    for finding in findings:
        waiver = finding.waived
        if waiver is not None:
            parts = {"by": waiver.by, "until": on_day(waiver.until), "reason": Words(waiver.reason, waiver.reason)}
            sentence = finding.message.then(message("waived", **parts))
            line = f"{below}{finding.path}:{finding.line}: waived: {finding.rule}: {sentence}"
            yield f"{_DIM}{line}{_PLAIN}" if colour else line


def table(coverage: Coverage) -> Iterator[str]:
    """Coverage of each locale and section: pages in each state, and the share of pages and words that are current.

    Two heads, one in each language, and at most 100 columns for counts below 100,000.
    """
    rows = [
        [f"{tag} {section}", *_counts(tally)]
        for tag, sections in sorted(coverage.tallies.items())
        for section, tally in sorted(sections.items())
    ]
    if not rows:
        return
    vi = ["độ phủ", *(head for _, head, _ in _COLUMNS), "% bài", "% từ"]
    en = ["coverage", *(head for _, _, head in _COLUMNS), "% pages", "% words"]
    cells = [vi, en, *rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(vi))]
    for first, *others in cells:
        counts = (cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))
        yield " ".join((first.ljust(widths[0]), *counts))


def _counts(tally: Tally) -> list[str]:
    counts = [str(getattr(tally, name)) for name, _, _ in _COLUMNS]
    return [*counts, _share(tally.current, tally.required), _share(tally.words_current, tally.words)]


def _share(part: int, whole: int) -> str:
    """Whole per cent, rounded down, so that 100 means all."""
    return str(100 * part // whole) if whole else "–"


def summary(findings: Iterable[Finding], bundles: int, waived: int = 0) -> str:
    """The last line: how many errors and warnings, and how many findings are waived, if any."""
    counts = [finding.severity for finding in findings]
    errors, warnings = counts.count(Severity.ERROR), counts.count(Severity.WARNING)
    vi = f"{bundles} bài: {errors} lỗi, {warnings} cảnh báo"
    en = f"bulletins: {bundles}, errors: {errors}, warnings: {warnings}"
    if waived:
        vi, en = f"{vi}, đã miễn {waived}", f"{en}, waived: {waived}"
    return f"{vi} / {en}"
