"""Annotations: what the runner makes of them, within the limits of GitHub, and nothing that an editor wrote as a command."""

from __future__ import annotations

import pytest
from bulletin.model.changes import Changes
from bulletin.model.finding import Finding, Message, Severity
from bulletin.reports.github import command, report
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.commands import Command, read_command
from tests.reports.samples import EN, HOSTILE, KEY, PIECES, finding, sample, told


def commands(text: str) -> list[Command]:
    """What the runner obeys in a log."""
    return [found for line in text.split("\n") if (found := read_command(line)) is not None]


def many(count: int, severity: Severity = Severity.ERROR) -> list[Finding]:
    """Findings on the lines from 1 on."""
    said = Message("sai", "wrong")
    return [Finding("value-mismatch", severity, EN, line, said, KEY, "en") for line in range(1, count + 1)]


def test_an_annotation_names_file_line_rule_and_both_languages() -> None:
    [first, *_] = commands(report(sample(finding("value-mismatch", 14))))

    assert first == Command(
        "error",
        {
            "file": f"docs/{EN}",
            "line": "14",
            "title": "value-mismatch: Hai bản nêu giá trị khác nhau / The two editions state different values",
        },
        "thông báo của value-mismatch\nwhat value-mismatch says",
    )


@pytest.mark.parametrize(
    ("root", "path", "file"),
    [
        pytest.param("docs/", "khac", "docs/khac", id="below"),
        pytest.param("docs/", ".", "docs", id="folder-itself"),
        pytest.param("", EN, EN, id="root-of-the-repository"),
        pytest.param("", ".", ".", id="root-itself"),
        pytest.param("tỉnh, a:b/docs/", EN, f"tỉnh, a:b/docs/{EN}", id="marks"),
    ],
)
def test_a_file_is_named_from_the_root_of_the_repository(root: str, path: str, file: str) -> None:
    [first, *_] = commands(report(sample(told("x", path=path), root=root)))

    assert first.properties["file"] == file


TEXT = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=9).map("".join)


@given(TEXT, TEXT)
def test_any_text_comes_back_from_a_command(message: str, title: str) -> None:
    title = f"x{title}x"  # the runner takes away white space at the ends
    lines = command("warning", {"file": title, "title": title}, message)

    assert "\n" not in lines
    assert "\r" not in lines
    assert read_command(lines) == Command("warning", {"file": title, "title": title}, message)


@given(TEXT.map(lambda text: text.replace("\n", "")))
def test_nothing_that_an_editor_wrote_is_a_command(text: str) -> None:
    for hostile in (text, f"::error::{text}", f"##[add-mask]{text}", f"{HOSTILE}{text}"):
        findings = [told(hostile, path=path) for path in (hostile, EN) for _ in range(12)]

        names = [found.name for found in commands(report(sample(*findings, root="")))]

        assert names == ["error"] * 10 + ["notice", "group", "endgroup"]


def test_no_more_are_given_than_github_shows_and_one_notice_counts_the_rest() -> None:
    text = report(sample(*many(25), *many(40, Severity.WARNING)))
    found = commands(text)

    assert [each.name for each in found] == ["error"] * 10 + ["warning"] * 10 + ["notice", "group", "endgroup"]
    assert [each.properties["line"] for each in found[:10]] == [str(line) for line in range(1, 11)]
    assert "15 lỗi, 30 cảnh báo (value-mismatch 45)" in found[20].data
    assert "errors: 15, warnings: 30 (value-mismatch 45)" in found[20].data


def test_the_log_has_every_finding_that_is_no_annotation() -> None:
    lines = report(sample(*many(25))).split("\n")
    folded = lines[lines.index("::group::Các phát hiện còn lại / The other findings") + 1 : lines.index("::endgroup::")]

    assert [line.split(":")[1] for line in folded] == [str(line) for line in range(11, 26)]


def test_ten_of_each_need_no_notice() -> None:
    found = commands(report(sample(*many(10), *many(10, Severity.WARNING))))

    assert [each.name for each in found] == ["error"] * 10 + ["warning"] * 10


def test_a_finding_on_a_changed_line_is_among_the_ten_wherever_it_stands() -> None:
    changes = Changes("0" * 40, {EN: ((99, 99),)}, frozenset((EN,)))

    [first, *_] = commands(report(sample(*many(100), changes=changes)))

    assert first.properties["line"] == "99"


def test_without_findings_there_is_no_command() -> None:
    assert commands(report(sample(told("x")).__class__((), sample().coverage, ()))) == []


def test_a_title_and_a_message_stay_within_what_github_takes() -> None:
    [first, *_] = commands(report(sample(told("ệ" * 100_000))))

    assert len(first.properties["title"]) <= 255
    assert len(first.data.encode()) < 64 * 1024
