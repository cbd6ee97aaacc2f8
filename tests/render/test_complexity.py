"""Every text is answered in the time that an editor waits, with HTML or with a finding."""

import time

import pytest

from tests.render.texts import Told, render, told

SECONDS = 30.0
"""An end to texts that would keep the parser for minutes; no measure of speed."""
TOO_COMPLEX = {
    "8,000 pictures that never close": "![" * 8000,
    "20,000 brackets": "[" * 20_000,
    "900 brackets far apart": ("[" + "x " * 150) * 900,
    "900 pictures far apart": ("![" + "x " * 150) * 900,
    "900 links that never close": ("[a](" + "x " * 150) * 900,
    "900 tags that never close": ("<a " + "x " * 150) * 900,
    "900 angle brackets far apart": ("<" + "x " * 150) * 900,
    "lists 300 deep": "\n".join("    " * level + "- mục" for level in range(300)),
    "boxes 300 deep": "".join("    " * level + "!!! note\n\n" for level in range(300)),
    **{f"5,000 times {mark}": mark * 5000 for mark in ("*", "_", "<", "`", "&", "~", "^")},
    "5,000 emphases": "*a " * 5000,
    "20,000 definitions of one term": "thuật ngữ\n" + ": nghĩa\n" * 20_000,
    "20,000 headings": "## Đường\n" * 20_000,
    "5,000 underlined headings": "Đường\n===\n" * 5000,
    "20,000 rows": "|a|b|\n|-|-|\n" + "|1|2|\n" * 20_000,
    "100,000 paragraphs": "a\n\n" * 100_000,
    "100,000 items": "- a\n" * 100_000,
    "4,900 notes": "\n\n".join(f"[^{n}]: chú {n}" for n in range(4900)),
    "4,900 times one note": "x[^1]\n\n" * 4900 + "[^1]: chú",
    "2,000 abbreviations": "\n\n".join(f"*[TU{n}]: x" for n in range(2000)) + "\n\n" + "TU5 dài\n\n" * 20_000,
    "an abbreviation 100,000 times": "*[UBND]: Ủy ban nhân dân\n\n" + "UBND tỉnh " * 90_000,
    "999 tables of contents": "[TOC]\n\n" * 999 + "## x\n\n" * 1000,
}
SIMPLE_ENOUGH = {
    "5,000 quotation marks": "''" * 2500,
    "5,000 greater-than signs": ">" * 5000,
    "quotes 3,000 deep": "> " * 3000 + "x",
    "5,000 bars": "|" * 5000,
    "5,000 round brackets": "(" * 5000,
    "5,000 backslashes": "\\" * 5000,
    "a line of 800,000 letters": "chữ " * 200_000,
    "a word of 900,000 letters": "x" * 900_000,
    "900,000 spaces": "x" + " " * 900_000 + "y",
    "500,000 line ends": "\n" * 500_000,
    "2,500 rows": "|a|b|\n|-|-|\n" + "|1|2|\n" * 2500,
    "3,000 columns": "|" + "a|" * 3000 + "\n|" + "-|" * 3000 + "\n",
    "5,000 ampersands": "& " * 1000 + "\n\n" + ("&amp; " * 1000 + "\n\n") * 4,
    "1,000 notes": "\n\n".join(f"x[^{n}]\n\n[^{n}]: chú {n}" for n in range(490)),
    "4,900 references": "\n\n".join(f"[r{n}]: https://a.example/{n}" for n in range(4900)),
    "500 abbreviations": "\n\n".join(f"*[TU{n}]: x" for n in range(500)) + "\n\n" + ("TU5 dài " * 1000 + "\n\n") * 20,
    "1,000 links in one list": "".join(f"- [Bài số {n}](https://a.example/{n})\n" for n in range(1000)),
    "lists 20 deep": "\n".join("    " * level + "- mục" for level in range(20)),
    "5,000 attributes": "x\n{: " + "a=b " * 5000 + "}",
    "quotation marks in 100,000 words": "\"a\" 'b' " * 50_000,
    "43 lengths of back quotes": " ".join("`" * n + "x" * 20_000 for n in range(1, 44)),
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in TOO_COMPLEX.items()])
def test_a_text_that_would_take_long_is_a_finding_at_once(text: str) -> None:
    start = time.process_time()
    body = render(f"Đoạn đầu.\n\n{text}")
    assert time.process_time() - start < SECONDS
    assert body.html == ""
    assert [problem.rule for problem in body.problems] == ["schema"]
    assert not body.problems[0].is_warning


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in SIMPLE_ENOUGH.items()])
def test_a_long_text_is_rendered(text: str) -> None:
    start = time.process_time()
    body = render(text)
    assert time.process_time() - start < SECONDS
    assert [problem for problem in body.problems if problem.rule == "schema"] == []


def test_the_finding_stands_at_the_crowded_block() -> None:
    body = render("Một đoạn [có liên kết](../cong-bo/).\n\nHai.\n\n" + "![" * 2000)
    assert told(body) == [Told(5, "schema")]
    assert body.problems[0].message.en == ('the passage has 2000 times "["; expected at most 1000, split or rewrite it')
