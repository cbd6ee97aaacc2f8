"""A run of the check made by hand: every rule, both locales, all kinds of places, and names and messages of all sorts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bulletin.checks.bundle import Checked
from bulletin.checks.coverage import Coverage, Tally
from bulletin.model.changes import Changes
from bulletin.model.finding import Finding, Message, Severity
from bulletin.model.rules import ERRORS, FIXED
from bulletin.model.waiver import Waiver
from bulletin.reports.report import Report

KEY, OTHER = "news/2026/03/hoi-nghi", "about/lien-he"
VI, EN = f"{KEY}/index.vi.md", f"{KEY}/index.en.md"
HOSTILE = (
    "%0A ]]> | 👩‍🌾 Nghê\u0323 An `x` <script>alert(1)</script> [a](b) {0} ##[add-mask]x ::error::y $x$ *z* &amp; \\n"
)
"""What editors could write: escapes, ends, marks and commands of every form, an emoji of three, and NFD."""
PIECES = (
    *(
        "%",
        "%0A",
        "%25",
        "%3A",
        "::",
        "##[",
        "]",
        "[",
        "](",
        "{0}",
        "{{",
        "]]>",
        "<br>",
        "<!--",
        "&lt;",
        "&",
        "|",
        "\\",
    ),
    *(
        "`",
        "*",
        "_",
        "~~",
        "$",
        "http://",
        "www.a",
        "@",
        "#1",
        ",",
        ":",
        "=",
        " ",
        "\u0323",
        "ệ",
        "👍",
        "\u200d",
        "\u202e",
    ),
)
"""Of which texts are made that a form could take for something else."""
RULES = (
    *("schema", "clearance", "unsafe-html", "broken-link", "lost-url", "value-mismatch", "reference-mismatch"),
    *("number-format", "link-mismatch", "untranslated-block", "orphan-translation", "missing-translation"),
    *("diverged-translation", "stale-translation", "registry-missing", "structure-mismatch", "term-mismatch"),
    *("name-mismatch", "metadata-mismatch", "image-mismatch", "missing-alt", "missing-caption", "added-conversion"),
    *("edited-translation", "untracked-translation", "lock-pending", "unpublished-link", "ui-string-missing"),
    "taxonomy-missing",
)
"""Those of which there is a sample. A rule that is added later needs none: no form treats it in its own way."""


def finding(rule: str, line: int = 1, path: str = EN, **fields: str) -> Finding:
    """A finding as the policy weighs it by default."""
    severity = Severity.ERROR if rule in ERRORS else Severity.WARNING
    said = Message(f"thông báo của {rule}", f"what {rule} says", there=line + 1 if rule.endswith("mismatch") else 0)
    return Finding(rule, severity, path, line, said, fields.get("key", KEY), fields.get("locale", "en"))


def told(text: str, severity: Severity = Severity.ERROR, path: str = EN) -> Finding:
    """A finding that says a text in both languages."""
    return Finding("value-mismatch", severity, path, 3, Message(f"vi {text}", f"en {text}"), KEY, "en")


FINDINGS = (
    Finding("schema", Severity.ERROR, "khac", 1, Message("không có mục “khac”", 'there is no section "khac"')),
    Finding("schema", Severity.ERROR, ".", 1, Message("không đọc được tệp", "the file cannot be read")),
    finding("schema", path=f"{KEY}/ảnh, 100%0A: a|b]]>\u0061\u0302 👍.txt", locale=""),
    finding("missing-translation", path=f"{OTHER}/index.vi.md", key=OTHER),
    finding("missing-alt", 7, VI, locale="vi"),
    finding("value-mismatch", 9, VI, locale="vi"),
    *(finding(rule, 10 + at) for at, rule in enumerate(RULES) if rule not in {*FIXED, "missing-translation"}),
    told(HOSTILE),
    told(HOSTILE, Severity.WARNING),
)
CHECKED = (
    Checked(OTHER, (), section="about", source="vi", required=("en",), paths={"vi": f"{OTHER}/index.vi.md"}),
    Checked(KEY, (), section="news", source="vi", required=("en",), paths={"vi": VI, "en": EN}),
    Checked("", (), source="vi", paths={"vi": "index.vi.md", "en": "index.en.md"}),
)
NOW = Coverage(
    {
        "vi": {},
        "en": {
            "about": Tally(required=1, missing=1, words=40),
            "news": Tally(required=3, current=2, stale=1, words=900, words_current=500),
        },
    }
)
BEFORE = Coverage(
    {"vi": {}, "en": {"news": Tally(required=2, current=1, stale=1, words=700, words_current=450), "plans": Tally()}}
)
WAIVER = Waiver(
    rule="value-mismatch",
    locale="en",
    texts=(),
    is_whole=False,
    reason=f"Trích nguyên văn {HOSTILE}",
    by="Trần Thị B | Sở",
    on=date(2026, 11, 5),
    until=date(2026, 12, 5),
)
WAIVED = (replace(finding("value-mismatch", 30), waived=WAIVER),)


def sample(*findings: Finding, changes: Changes | None = None, **fields: Coverage | str | None) -> Report:
    """A run with some findings; without any, with those of all rules."""
    root, before = fields.get("root", "docs/"), fields.get("before")
    assert isinstance(root, str)
    assert before is None or isinstance(before, Coverage)
    found = tuple(sorted(findings or FINDINGS, key=lambda each: each.sort_key))
    return Report(found, NOW, CHECKED, root, changes, before)
