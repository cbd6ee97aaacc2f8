"""`data-block`: the number of each top-level block, set by us alone."""

from __future__ import annotations

import pytest
from bulletin.render.sanitiser import OURS, sanitise

from tests.render.texts import Told, render_numbered, told


def html(body: str) -> str:
    """Render a text; it must be without a problem."""
    rendered = render_numbered(body)
    assert told(rendered) == []
    return rendered.html


def test_every_top_level_block_carries_its_number() -> None:
    body = "## Vốn\n\nĐoạn.\n\n- một\n- hai\n\n1. ba\n\n> trích\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n\n    mã\n\nTừ\n: nghĩa\n"
    found = html(body)
    for number, tag in enumerate(("h2", "p", "ul", "ol", "blockquote", "table", "hr", "pre", "dl")):
        assert f"<{tag}" in found
        opening = found.split(f'data-block="{number}"')[0].rsplit("<", 1)[1]
        assert opening.split()[0] == tag
    assert found.count("data-block") == 9


def test_what_lies_in_a_block_has_no_number() -> None:
    assert html("> a\n>\n> - b\n\n!!! note\n    c\n").count("data-block") == 2


def test_footnotes_comments_and_definitions_of_links_are_not_counted() -> None:
    body = "<!-- riêng -->\n\nMột[^1] [x] UBND.\n\n[^1]: Nguồn.\n[x]: https://x.vn\n*[UBND]: Ủy ban\n\n<!-- a -->\n\nHai.\n"
    found = html(body)
    assert found.count("data-block") == 2
    assert '<p data-block="1">Hai.</p>' in found
    assert '<div class="footnote">' in found


def test_raw_html_carries_its_number_on_its_first_tag() -> None:
    found = html('<!-- a --><div class="lead">b</div>\n\n<p>c</p>\n\n<hr>\n\nd\n')
    assert '<div data-block="0" class="lead">b</div>' in found
    assert '<p data-block="1">c</p>' in found
    assert '<hr data-block="2">' in found
    assert '<p data-block="3">d</p>' in found


def test_a_paragraph_of_nothing_but_inline_html_is_one() -> None:
    assert (
        html("<br>\n\n&nbsp;\n\na")
        == '<p data-block="0"><br></p>\n<p data-block="1">&nbsp;</p>\n<p data-block="2">a</p>'
    )


def test_footnotes_stand_at_the_end_whatever_a_text_says() -> None:
    found = html("///Footnotes Go Here///\n\na[^1]\n\n[^1]: b\n")
    assert found.startswith('<p data-block="0">///Footnotes Go Here///</p>\n<p data-block="1">a')


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("a\n{: data-block=7 }", id="attribute-list"),
        pytest.param("*a*{: data-block=0 }", id="on-emphasis"),
        pytest.param('<div data-block="0">a</div>', id="raw"),
        pytest.param("<div DATA-BLOCK=7>a</div>", id="raw-capitals"),
        pytest.param('a <span data-block="7">b</span>', id="inline"),
        pytest.param('<div><p data-block="7">b</p></div>', id="within"),
        pytest.param('<div data-block="">b</div>', id="empty"),
    ],
)
def test_an_editor_cannot_number_a_block(body: str) -> None:
    rendered = render_numbered(body)
    assert [each.rule for each in told(rendered)] == ["unsafe-html"]
    assert 'data-block="7"' not in rendered.html
    assert told(rendered)[0].line == (2 if body.startswith("a\n") else 1)


def test_the_sanitiser_keeps_no_number_but_ours() -> None:
    assert sanitise('<p data-block="7">a</p>') == "<p>a</p>"
    assert sanitise(f'<p data-block="{OURS}7">a</p>') == '<p data-block="7">a</p>'


def test_other_data_attributes_stay_refused() -> None:
    assert told(render_numbered('a\n\n<div data-x="1">a</div>')) == [Told(3, "unsafe-html")]


def test_numbers_are_the_same_in_every_process() -> None:
    assert html("a\n\nb") == '<p data-block="0">a</p>\n<p data-block="1">b</p>'


def test_code_between_fences_is_shown_as_it_is_written() -> None:
    found = html('Gõ:\n```\n<b> "x" & *y*\n```\nHết.\n')
    assert '<pre data-block="1"><code>&lt;b&gt; "x" &amp; *y*\n</code></pre>' in found
    assert '<p data-block="2">Hết.</p>' in found


@pytest.mark.parametrize("opening", ["``` python", "~~~ .python", "``` {.python}"])
def test_the_language_behind_a_fence_leaves_no_trace(opening: str) -> None:
    assert html(f"{opening}\nx\n{opening[:3]}\n") == '<pre data-block="0"><code>x\n</code></pre>'
