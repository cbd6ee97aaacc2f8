"""A summary in Markdown for the page of a CI run or a comment: the verdict, the coverage, the findings, worst first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from urllib.parse import quote

from bulletin.checks.coverage import Tally
from bulletin.model.changes import Nearness
from bulletin.model.finding import Finding, Severity
from bulletin.reports.report import Report

LIMIT = 1_000_000
"""Bytes: GitHub takes no summary of a step beyond 1 MiB."""
_ASIDE = 2_000
"""Bytes kept for what ends a summary that was cut."""
_HEADS = {
    Nearness.LINE: "Ở dòng vừa sửa / On changed lines",
    Nearness.BUNDLE: "Trong bài vừa sửa / In changed bulletins",
    Nearness.ELSEWHERE: "Ở các bài khác / In other bulletins",
}
# What has a meaning within a line, to GitHub and GitLab too: mathematics between $, addresses without brackets.
_MEANING = re.compile(r"([\\`*_\[\]|~$]|:(?=//)|(?<=[Ww]{3})\.)")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def report(found: Report, link: str = "") -> str:
    """The summary. `link` is the address of the repository's files as they were checked, with a slash at its end."""
    parts = [*_verdict(found), *_coverage(found)]
    size = sum(_size(part) for part in parts)
    told = list(_findings(found, link))
    for at, (line, _) in enumerate(told):
        size += _size(line)
        if size > LIMIT - _ASIDE:
            left = sum(is_finding for _, is_finding in told[at:])
            parts += ["", f"… và {left} phát hiện nữa; chạy `make check` để xem đủ. / … and {left} more: `make check`."]
            break
        parts.append(line)
    return "\n".join(parts).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """A text on one line that Markdown shows as it is, in a table too."""
    text = " ".join(re.split(r"[\r\n]+", text))
    text = re.sub("[&<>]", lambda match: _ENTITIES[match[0]], text)
    return _MEANING.sub(r"\\\1", text)


def _size(line: str) -> int:
    return len(line.encode("utf-8", "surrogatepass")) + 1


def _verdict(found: Report) -> Iterator[str]:
    errors, warnings = found.errors, found.warnings
    if errors:
        vi, en, mark = "Chưa thể công bố: còn lỗi", "Not to be published: there are errors", "❌"
    elif warnings:
        vi, en, mark = "Đạt, có cảnh báo", "Passed, with warnings", "⚠️"
    else:
        vi, en, mark = "Đạt: hai ngôn ngữ nói cùng một điều", "Passed: both languages say the same", "✅"
    yield f"## {mark} {vi} / {en}"
    yield ""
    bundles = len(found.bundles)
    counts = f"{bundles} bài: {errors} lỗi, {warnings} cảnh báo"
    waived = len(found.waived)
    vi = f"{counts}, {waived} được miễn" if waived else counts
    en = f"bulletins: {bundles}, errors: {errors}, warnings: {warnings}" + (f", waived: {waived}" if waived else "")
    yield f"{vi} / {en}"
    yield ""


# Coverage


def _coverage(found: Report) -> Iterator[str]:
    rows = sorted(
        {
            (tag, section)
            for each in (found.coverage, found.before)
            if each is not None
            for tag, sections in each.tallies.items()
            for section in sections
        }
    )
    if not rows:
        return
    yield "### Độ phủ bản dịch / Coverage"
    yield ""
    heads = ("cần / required", "% bài / pages", "% từ / words", "khớp / current", "cũ / stale", "lệch / diverged")
    rest = ("thiếu / missing", "chưa so / untracked", "máy / machine", "nháp / draft")
    yield f"| mục / section | {' | '.join((*heads, *rest))} |"
    yield f"|---|{'--:|' * (len(heads) + len(rest))}"
    for tag, section in rows:
        now, was = _tally(found.coverage.tallies, tag, section), None
        if found.before is not None:
            was = _tally(found.before.tallies, tag, section)
        cells = [_change(str(now.required), None if was is None else str(was.required))]
        cells += [
            _share(now.current, now.required, None if was is None else (was.current, was.required)),
            _share(now.words_current, now.words, None if was is None else (was.words_current, was.words)),
        ]
        for name in ("current", "stale", "diverged", "missing", "untracked", "machine", "draft"):
            cells.append(_change(str(getattr(now, name)), None if was is None else str(getattr(was, name))))
        yield f"| {escaped(f'{tag} {section}')} | {' | '.join(cells)} |"
    yield ""


def _tally(tallies: dict[str, dict[str, Tally]], tag: str, section: str) -> Tally:
    return tallies.get(tag, {}).get(section) or Tally()


def _change(now: str, was: str | None) -> str:
    return now if was is None or was == now else f"{was} → {now}"


def _share(part: int, whole: int, was: tuple[int, int] | None) -> str:
    """A share in per cent and, where it changed, before and after; whole per cent, so that 100 means all."""
    now = _percent(part, whole)
    if was is None or (part * was[1] == was[0] * whole and bool(whole) == bool(was[1])):
        return now
    if not whole or not was[1]:
        return _change(now, _percent(*was))
    arrow = "▲" if part * was[1] > was[0] * whole else "▼"
    before = _percent(*was)
    if before == now:  # less than one per cent of many
        before, now = f"{100 * was[0] / was[1]:.2f}", f"{100 * part / whole:.2f}"
    return f"{before} → {now} {arrow}"


def _percent(part: int, whole: int) -> str:
    return str(100 * part // whole) if whole else "–"


# Findings


def _findings(found: Report, link: str) -> Iterator[tuple[str, bool]]:
    """Every line, with whether it is a finding."""
    for nearness, group in groupby(found.worst_first(), key=lambda each: each[0]):
        if found.changes is not None:
            yield f"### {_HEADS[nearness]}", False
        else:
            yield "### Phát hiện / Findings", False
        yield "", False
        for _, finding in group:
            yield f"- {_finding(finding, found, link)}", True
        yield "", False
    if found.waived:
        yield "### Được miễn / Waived", False
        yield "", False
        for finding in found.waived:
            yield f"- {_finding(finding, found, link)}", True


def _finding(finding: Finding, found: Report, link: str) -> str:
    mark = "❌" if finding.severity is Severity.ERROR else "⚠️"
    said = f"{escaped(finding.message.vi)}<br>{escaped(finding.message.en)}"
    waiver = finding.waived
    answer = f"<br>{escaped(f'{waiver.reason} ({waiver.by}, {waiver.until.isoformat()})')}" if waiver else ""
    return f"{mark} {_place(finding, found, link)} **{escaped(finding.rule)}**<br>{said}{answer}"


def _place(finding: Finding, found: Report, link: str) -> str:
    place = found.place(finding.path)
    target = quote(place, errors="surrogatepass")
    # Where it is shown as a page, a Markdown file has no lines.
    address = f"{link}{target}?plain=1#L{finding.line}" if link else f"{target}#L{finding.line}"
    return f"[{escaped(f'{place}:{finding.line}')}]({address})"
