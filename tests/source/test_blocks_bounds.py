"""No text keeps the splitter busy: much of any fragment, and nesting of any depth."""

from __future__ import annotations

import time

import pytest
from bulletin.source.blocks import split_body

SIZE = 1 << 18
"""Characters: a quarter of the 1 MiB that must be split in 3 s, so that the tests take a quarter of the time."""
SECONDS = 2.5
"""Of the processor's, which has other things to do during a test; measured 0.8 at most, and 60 where time grew with a square."""
FRAGMENTS = (
    *(
        "[",
        "![",
        "*a",
        "_",
        "`",
        "<a",
        "{: ",
        "> ",
        "- ",
        "| ",
        "<div>",
        "a\n\n",
        " ",
        "\\",
        "]",
        "[a](",
        "[a]",
        "[^a]",
    ),
    *(
        "**a",
        "~~",
        "^a",
        "<!--",
        "<?",
        "&",
        "&#1;",
        "# ",
        "# a\n",
        "- a\n",
        "1. a\n\n",
        "> a\n",
        "| a | b |\n",
        "a\n---\n",
    ),
    *(
        "***\n",
        "[a]: b\n",
        "[^a]: b\n",
        "*[a]: b\n",
        "*[a\n",
        ": a\n",
        "a\n: b\n\n",
        "!!! note\n    a\n",
        "    a\n",
        "```\n",
    ),
    *(
        "<div>\n",
        "</div>",
        "<p>a</p>\n\n",
        "<!-- a -->\n",
        "<hr>\n",
        '<div "\n',
        "a|",
        "`a|`|",
        "\t",
        "\n",
        "a.b",
        "a@",
        "a-",
    ),
    *("(", "![a](b)", "<https://a>", "{: .x}\n", "- # a\n", "- > ", "> - ", "`` ` ", "<script>", '!!! a "', "a\n===\n"),
)
DEEP = {
    "lists": "".join("    " * depth + "- a\n" for depth in range(360)),
    "loose lists": "".join("    " * depth + "1. a\n\n" for depth in range(360)),
    "quotations": "> " * (SIZE // 2),
    "steps of quotations": "".join(">" * depth + " a\n" for depth in range(700)),
    "lists in one line": "- " * (SIZE // 2) + "x",
    "boxes": "".join("    " * depth + "!!! note\n\n" for depth in range(360)),
    "brackets": "[" * (SIZE // 2) + "]" * (SIZE // 2),
    "elements": "<div>" * 25_000 + "</div>" * 25_000,
    "runs of code": "".join("`" * length + "a" for length in range(700)),
    "dashes": "-" * SIZE + "x",
    "a title without an end": "[a]: " + '"' * SIZE + " x",
}


def assert_quick(body: str) -> None:
    """Split a text within the time."""
    began = time.process_time()
    split_body(body)
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_much_of_a_fragment_is_split_in_seconds(fragment: str) -> None:
    assert_quick((fragment * (SIZE // len(fragment) + 1))[:SIZE])


@pytest.mark.parametrize("name", DEEP)
def test_any_depth_is_split_in_seconds(name: str) -> None:
    assert_quick(DEEP[name])
