"""The summary in Markdown: what a reader of Markdown shows is what was said, and it fits into a summary of GitHub."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from bulletin.checks.coverage import Coverage, Tally
from bulletin.model.changes import Changes
from bulletin.model.finding import Finding, Severity
from bulletin.reports.markdown import LIMIT, escaped, report
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.reports.samples import BEFORE, EN, HOSTILE, KEY, PIECES, WAIVED, finding, sample, told

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
LINE = (
    st.lists(st.sampled_from(PIECES) | st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=4))
    .map("".join)
    .map(lambda text: f"x{text}x")
)
"""What a message can be: one printable line."""


def shown(tokens: list[Token] | None) -> str:
    """The text that a reader sees of inline tokens, with a line feed for `<br>`."""
    words = []
    for token in tokens or ():
        if token.type == "html_inline":
            words.append({"<br>": "\n"}[token.content])
        elif token.type not in ("strong_open", "strong_close", "link_open", "link_close"):
            assert token.type == "text", token
            words.append(token.content)
    return "".join(words)


def items(text: str) -> list[str]:
    """The text of every list item."""
    tokens = READER.parse(text)
    depth = 0
    found = []
    for token in tokens:
        depth += token.nesting if token.type.startswith("list_item") else 0
        if token.type == "inline" and depth:
            found.append(shown(token.children))
    return found


def row(text: str, name: str) -> list[str]:
    """The cells of a row of the table."""
    [line] = [line for line in text.splitlines() if line.startswith(f"| {name} ")]
    return [cell.strip() for cell in line.strip("|").split("|")][1:]


@given(LINE)
def test_any_message_is_shown_as_it_was_said(text: str) -> None:
    [item] = items(report(sample(told(text))))

    assert item == f"❌ docs/{EN}:3 value-mismatch\nvi {text}\nen {text}"


@pytest.mark.parametrize(
    "text",
    [HOSTILE.strip(), "a\\", "~~x~~", "- [ ] việc", "1. một", "# một", "> lời", "&copy;", "www.a.vn https://a.vn"],
)
def test_marks_of_every_kind_are_shown_as_they_are(text: str) -> None:
    [item] = items(report(sample(told(text))))

    assert item.endswith(f"\nen {text}")


@given(LINE)
def test_any_text_is_one_cell_of_a_table(text: str) -> None:
    tokens = READER.parse(f"| a | b |\n|---|---|\n| {escaped(text)} | c |\n")

    assert [shown(token.children) for token in tokens if token.type == "inline"] == ["a", "b", text, "c"]


def test_a_text_of_several_lines_is_one() -> None:
    assert escaped("a\r\nb\n\nc") == "a b c"


@given(LINE)
def test_a_place_is_a_link_to_its_line(name: str) -> None:
    text = report(sample(told("x", path=f"{KEY}/{name}.md")), "https://forge.example/a/blob/1/")

    [link] = [
        child
        for token in READER.parse(text)
        for child in token.children or ()
        if child.type == "link_open"
    ]  # fmt: skip
    address = str(link.attrs["href"])
    assert address.startswith(f"https://forge.example/a/blob/1/docs/{KEY}/")
    assert address.endswith(".md?plain=1#L3")
    assert re.fullmatch(r"[!-~]+", address)


def test_without_an_address_the_link_is_that_of_the_file() -> None:
    assert f"](docs/{EN}#L3)" in report(sample(told("x")))


@pytest.mark.parametrize(
    ("findings", "verdict"),
    [
        pytest.param([], "## ✅ Đạt: hai ngôn ngữ nói cùng một điều / Passed: both languages say the same", id="none"),
        pytest.param([finding("missing-alt")], "## ⚠️ Đạt, có cảnh báo / Passed, with warnings", id="warning"),
        pytest.param(
            [finding("missing-alt"), finding("schema")],
            "## ❌ Chưa thể công bố: còn lỗi / Not to be published: there are errors",
            id="error",
        ),
    ],
)
def test_the_verdict_comes_first_in_both_languages(findings: list[Finding], verdict: str) -> None:
    assert report(replace(sample(), findings=tuple(findings))).startswith(f"{verdict}\n\n3 bài: ")


def test_findings_of_changed_lines_come_first_then_those_of_changed_bulletins() -> None:
    changes = Changes("0" * 40, {EN: ((14, 14),)}, frozenset((EN,)))
    elsewhere = finding("schema", path="khac", key="")
    findings = [elsewhere, finding("schema", 2), finding("missing-alt", 3), finding("missing-alt", 14)]

    lines = [line for line in report(sample(*findings, changes=changes)).splitlines() if line.startswith(("###", "- "))]

    assert [line[:30].split("**")[0].split("](")[0] for line in lines] == [
        "### Độ phủ bản dịch / Coverage",
        "### Ở dòng vừa sửa / On change",
        "- ⚠️ [docs/news/2026/03/hoi-ng",
        "### Trong bài vừa sửa / In cha",
        "- ❌ [docs/news/2026/03/hoi-ngh",
        "- ⚠️ [docs/news/2026/03/hoi-ng",
        "### Ở các bài khác / In other ",
        "- ❌ [docs/khac:1",
    ]


def test_coverage_is_told_before_and_after() -> None:
    text = report(sample(told("x"), before=BEFORE))

    assert row(text, "en news") == ["2 → 3", "50 → 66 ▲", "64 → 55 ▼", "1 → 2", *"1000000"[:1], *"00000"]
    assert row(text, "en about") == ["0 → 1", "– → 0", "– → 0", "0", "0", "0", "0 → 1", "0", "0", "0"]
    assert row(text, "en plans") == ["0", "–", "–", *"0000000"]


def test_without_a_base_coverage_is_that_of_now() -> None:
    assert row(report(sample(told("x"))), "en news") == ["3", "66", "55", "2", "1", "0", "0", "0", "0", "0"]


def test_a_rise_of_less_than_one_per_cent_is_told() -> None:
    now, was = (Coverage({"en": {"news": Tally(required=1000, current=count)}}) for count in (502, 501))

    text = report(replace(sample(told("x")), coverage=now, before=was))

    assert row(text, "en news")[1] == "50.10 → 50.20 ▲"


def test_a_summary_of_too_many_findings_is_cut_with_a_count() -> None:
    findings = [told(f"{number} {'ệ|' * 60}") for number in range(4000)]

    text = report(sample(*findings))

    assert len(text.encode()) < LIMIT < 1024 * 1024
    found = re.search(r"… và (\d+) phát hiện nữa; .* / … and (\d+) more", text)
    assert found is not None
    assert int(found[1]) == int(found[2]) == 4000 - len(items(text))


def test_a_waived_finding_is_shown_with_its_reason_name_and_end() -> None:
    text = report(replace(sample(told("x", Severity.WARNING)), waived=WAIVED))

    assert "1 được miễn / " in text
    assert items(text)[-1].endswith(f"\nTrích nguyên văn {HOSTILE} (Trần Thị B | Sở, 2026-12-05)")
