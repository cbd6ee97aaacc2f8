"""Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.

GitHub keeps 10 errors, 10 warnings and 10 notices of a step and 50 annotations of a job, and drops the rest without a
word. So the worst are given to it, one notice counts the others, and the log has them all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from bulletin.model.finding import Finding, Severity
from bulletin.model.rulebook import rule_text
from bulletin.reports.report import Report
from bulletin.reports.text import lines, summary, table

LIMIT = 10
"""Annotations of one severity that GitHub shows of a step."""
MAX_TITLE = 255
"""Characters of a title (REST API, "Create a check run")."""
MAX_MESSAGE = 16_000
"""Characters of a message: under the 64 KiB of the same page, whatever the characters."""
MAX_RULES = 12
"""Rules that the notice counts."""


def report(found: Report) -> str:
    """Commands for the worst findings, a notice on those left out, then a folded log of all of these, and the table."""
    ordered = [finding for _, finding in found.worst_first()]
    shown = {severity: list(islice(_of(ordered, severity), LIMIT)) for severity in Severity}
    told = {id(finding) for findings in shown.values() for finding in findings}
    rest = [finding for finding in ordered if id(finding) not in told]
    parts = [_annotation(finding, found) for findings in shown.values() for finding in findings]
    if rest:
        parts += [_notice(rest), "::group::Các phát hiện còn lại / The other findings"]
        parts += [_harmless(line) for line in lines(rest, found.root)]
        parts.append("::endgroup::")
    parts += [*table(found.coverage), summary(found.findings, len(found.bundles), len(found.waived))]
    return "".join(f"{part}\n" for part in parts)


def command(name: str, properties: dict[str, str], message: str) -> str:
    """One workflow command (actions/toolkit, `packages/core/src/command.ts`)."""
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {given}::{_data(message)}"


def _of(findings: Iterable[Finding], severity: Severity) -> Iterator[Finding]:
    return (finding for finding in findings if finding.severity is severity)


def _annotation(finding: Finding, found: Report) -> str:
    title = rule_text(finding.rule).title
    properties = {
        "file": found.place(finding.path),
        "line": str(finding.line),
        "title": f"{finding.rule}: {title}"[:MAX_TITLE],
    }
    message = f"{finding.message.vi}\n{finding.message.en}"
    return command(finding.severity.value, properties, message[:MAX_MESSAGE])


def _notice(rest: list[Finding]) -> str:
    errors = sum(finding.severity is Severity.ERROR for finding in rest)
    warnings = len(rest) - errors
    counts = Counter(finding.rule for finding in rest).most_common()
    rules = ", ".join(f"{rule} {count}" for rule, count in counts[:MAX_RULES]) + ("…" if counts[MAX_RULES:] else "")
    vi = f"Chưa hiện ở đây: {errors} lỗi, {warnings} cảnh báo ({rules}). Xem đủ trong nhật ký của bước này."
    en = f"Not shown here: errors: {errors}, warnings: {warnings} ({rules}). The log of this step has them all."
    return command("notice", {"title": "Kiểm tra bản dịch / Translation check"}, f"{vi}\n{en}")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _harmless(line: str) -> str:
    """A line of the log that quotes what editors wrote: no command of the runner, in either of its forms.

    It takes `::…::` at the beginning of a line, and `##[…]` anywhere in it, for commands (actions/runner,
    `ActionCommand.cs`).
    """
    return f"- {line}".replace("##[", "# #[").replace("\r", " ")
