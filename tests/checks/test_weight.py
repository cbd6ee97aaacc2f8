"""Which mistakes stop publication: those in what editors have asked to be public."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from bulletin.model.calendar import parse_instant
from bulletin.model.finding import Finding, Severity
from bulletin.prepared import prepare

from tests.trees import KEY, NOW, SOURCE, TRANSLATION, build, pair, with_body, with_field, write_docs

VI, EN = f"{KEY}/index.vi.md", f"{KEY}/index.en.md"
REMINDERS = ("clearance", "missing-translation", "untracked-translation", "lock-pending")
"""Findings that these trees have beside the one that is asked for."""
WRONG = "topics: [khong-co]"
"""A key that no registry has."""


def found(docs: Path) -> list[Finding]:
    """The findings of the whole chain of checks."""
    return list(prepare(docs, parse_instant(NOW)).findings)


def severities(findings: list[Finding], path: str) -> set[str]:
    """How the findings on a file weigh, but for the reminders of approval and translation."""
    return {each.severity.value for each in findings if each.path == path and each.rule not in REMINDERS}


DRAFT = SOURCE.replace("status: published", "status: draft")
REVIEW = SOURCE.replace("status: published", "status: review")
UNAPPROVED = SOURCE.replace("approved: {by: Nguyễn Văn A, on: 2026-03-05}\n", "")
EMBARGOED = with_field(SOURCE, "embargo_until: 2026-04-01")
DATED_LATER = SOURCE.replace("date: 2026-03-05", "date: 2026-03-31")
WITHDRAWN = with_field(
    SOURCE.replace("status: published", "status: withdrawn"),
    "withdrawn: {on: 2026-03-06, reason: {vi: Sai, en: Wrong}}",
)


@pytest.mark.parametrize(
    ("source", "severity"),
    [
        pytest.param(SOURCE, "error", id="to-be-published"),
        pytest.param(EMBARGOED, "error", id="embargoed-and-approved"),
        pytest.param(DATED_LATER, "error", id="dated-later"),
        pytest.param(WITHDRAWN, "error", id="withdrawn"),
        pytest.param(SOURCE.replace("status: published", "status: Published"), "error", id="status-in-capitals"),
        pytest.param(SOURCE.replace("status: published", "status: drafts"), "error", id="status-misspelt"),
        pytest.param(UNAPPROVED.replace("status: published", "status: drafts"), "error", id="misspelt-and-unapproved"),
        pytest.param(SOURCE.replace("on: 2026-03-05}", "on: mai}"), "error", id="approval-misspelt"),
        pytest.param(DRAFT, "warning", id="draft"),
        pytest.param(REVIEW, "warning", id="review"),
        pytest.param(UNAPPROVED, "warning", id="unapproved"),
        pytest.param(with_field(DRAFT, "embargo_until: 2026-04-01"), "warning", id="embargoed-draft"),
    ],
)
@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(lambda text: with_field(text, WRONG), id="registry"),
        pytest.param(lambda text: with_field(text, "zzz: 1"), id="schema"),
        pytest.param(lambda text: with_field(text, "featured: mai"), id="type"),
        pytest.param(lambda text: with_field(text, "image: {file: thieu.jpg, alt: Cảng}"), id="picture"),
        pytest.param(lambda text: with_body(text, "[Không có](../khong-co/)"), id="link"),
        pytest.param(lambda text: with_body(text, "<script>x</script>"), id="html"),
        pytest.param(lambda text: with_body(text, "Một\u202ehai"), id="character"),
        pytest.param(lambda text: with_body(text, "Nghe\u0323\u0302 An"), id="nfd"),
    ],
)
def test_a_mistake_weighs_as_much_as_its_edition(
    source: str, severity: str, wrong: Callable[[str], str], tmp_path: Path
) -> None:
    docs = write_docs(tmp_path, pair(source=wrong(source), translation=None))

    assert severities(found(docs), VI) == {severity}


@pytest.mark.parametrize(
    ("source", "translation", "in_source", "in_translation"),
    [
        pytest.param(
            with_field(SOURCE, WRONG),
            with_field(TRANSLATION.replace("status: reviewed", "status: draft"), "zzz: 1"),
            {"error"},
            {"warning"},
            id="draft-translation-of-what-is-published",
        ),
        pytest.param(
            with_field(DRAFT, WRONG), with_field(TRANSLATION, "zzz: 1"), {"warning"}, {"warning"}, id="of-a-draft"
        ),
        pytest.param(
            with_field(UNAPPROVED, WRONG),
            with_field(TRANSLATION, "zzz: 1"),
            {"warning"},
            {"warning"},
            id="of-what-nobody-approved",
        ),
        pytest.param(SOURCE, with_field(TRANSLATION, "zzz: 1"), set(), {"error"}, id="of-what-is-published"),
        pytest.param(
            SOURCE,
            with_field(TRANSLATION.replace("status: reviewed", "status: machine"), "zzz: 1"),
            set(),
            {"warning"},
            id="machine-translation",
        ),
        pytest.param(
            SOURCE, TRANSLATION.replace("status: reviewed", "status: reviwed"), set(), {"error"}, id="status-misspelt"
        ),
        pytest.param(SOURCE, with_field(TRANSLATION, "approved: yes"), set(), {"error"}, id="own-approval-misspelt"),
        pytest.param(
            SOURCE, with_field(TRANSLATION, "embargo_until: mai"), set(), {"error"}, id="own-embargo-misspelt"
        ),
    ],
)
def test_a_mistake_in_a_translation_weighs_as_much_as_the_translation(
    source: str, translation: str, in_source: set[str], in_translation: set[str], tmp_path: Path
) -> None:
    findings = found(write_docs(tmp_path, pair(source=source, translation=translation)))

    assert (severities(findings, VI), severities(findings, EN)) == (in_source, in_translation)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("status: draft\n", id="no-front-matter"),
        pytest.param("---\nstatus: draft\n", id="unclosed"),
        pytest.param('---\nstatus: draft\ntitle: "x\n---\n', id="syntax"),
        pytest.param("---\nstatus: draft\nstatus: draft\n---\n", id="said-twice"),
        pytest.param("---\n- status: draft\n---\n", id="no-mapping"),
        pytest.param("---\nstatus: draft\ntitle: &a x\n---\n", id="anchor"),
        pytest.param("---\nstatus: draft\ntitle: !x y\n---\n", id="tag"),
        pytest.param(DRAFT.encode() + b"\xff", id="bytes"),
    ],
)
@pytest.mark.parametrize("path", [VI, EN])
def test_front_matter_that_cannot_be_read_is_an_error_whatever_it_says(
    text: str | bytes, path: str, tmp_path: Path
) -> None:
    findings = found(write_docs(tmp_path, {**pair(source=DRAFT), path: text}))

    assert severities(findings, path) == {"error"}


@pytest.mark.parametrize(
    ("source", "severity"), [pytest.param(SOURCE, "error", id="published"), pytest.param(DRAFT, "warning", id="draft")]
)
def test_a_wrong_file_weighs_as_much_as_its_bulletin(source: str, severity: str, tmp_path: Path) -> None:
    docs = write_docs(tmp_path, {**pair(source=source), f"{KEY}/x.svg": "<svg onload=''/>", f"{KEY}/index.vn.md": ""})

    findings = found(docs)

    assert severities(findings, f"{KEY}/x.svg") == {severity}
    assert severities(findings, f"{KEY}/index.vn.md") == {severity}


def test_a_reminder_of_a_missing_approval_stops_nothing(tmp_path: Path) -> None:
    findings = found(write_docs(tmp_path, pair(source=with_field(UNAPPROVED, "translate: optional"), translation=None)))

    assert [(each.rule, each.severity, each.path, each.line) for each in findings] == [
        ("clearance", Severity.WARNING, VI, 5)
    ]


def test_a_mistake_in_a_draft_does_not_stop_what_is_published(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", pair() | pair("about/nhap", source=with_field(DRAFT, WRONG), translation=None))

    run = build(docs, tmp_path / "site")

    assert run.status == 0
    assert ": warning: registry-missing: " in run.output
    assert run.holds("Hội nghị diễn ra")


def test_a_mistake_in_what_is_published_leaves_the_old_site_untouched(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", pair(source=with_field(EMBARGOED, WRONG)))
    site = write_docs(tmp_path / "site", {"index.html": "cũ"})

    run = build(docs, site)

    assert run.status == 1
    assert ": error: registry-missing: " in run.output
    assert (site / "index.html").read_text(encoding="utf-8") == "cũ"
    assert len(list(site.iterdir())) == 1
