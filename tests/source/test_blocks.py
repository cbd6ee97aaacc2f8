"""What blocks say: kinds, containers, lines, texts, links, pictures."""

from __future__ import annotations

import re

import pytest
from bulletin.model.block import Block, BlockKind
from bulletin.source.blocks import split_body
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render.texts import render
from tests.source.markdown_texts import MIXTURES, bodies
from tests.source.shown_text import plain, shown


def outline(body: str) -> list[tuple[str, str, str, int]]:
    """(kind, container, text, line) of each block."""
    return [(block.kind.value, block.container, block.text, block.line) for block in split_body(body)]


def only(body: str) -> Block:
    """Return the block of a text that has one."""
    (block,) = split_body(body)
    return block


def test_each_block_says_what_it_is_and_where_it_lies() -> None:
    body = "# Vốn\n\nGồm:\n\n- một\n- hai\n\n    thêm\n\n    - ba\n\n> trích\n>\n> 1. bốn\n\n!!! note\n    hộp\n\n***\n"
    assert outline(body) == [
        ("heading", "", "Vốn", 1),
        ("paragraph", "", "Gồm:", 3),
        ("item", "", "một", 5),
        ("item", "", "hai", 6),
        ("paragraph", "i", "thêm", 8),
        ("item", "i", "ba", 10),
        ("paragraph", "q", "trích", 12),
        ("item", "q", "bốn", 14),
        ("admonition", "", "", 16),
        ("paragraph", "a", "hộp", 17),
        ("rule", "", "", 19),
    ]


def test_footnotes_stand_behind_the_text_and_in_no_top_level_block() -> None:
    blocks = split_body("Một[^a].\n\n[^a]: Nguồn: Cục Thống kê.\n\n    Đoạn hai.\n\nHết.\n")
    assert [(block.kind.value, block.label, block.top, block.line) for block in blocks] == [
        ("paragraph", "", 0, 1),
        ("paragraph", "", 1, 7),
        ("footnote", "a", -1, 3),
        ("paragraph", "", -1, 5),
    ]


def test_a_row_has_the_cells_of_the_head() -> None:
    blocks = split_body("| Năm | Vốn |\n|---|--:|\n| 2025 | **1.250,5** tỷ | thừa |\n| 2026 |\n")
    assert [block.cells for block in blocks] == [("Năm", "Vốn"), ("2025", "1.250,5 tỷ"), ("2026", "")]
    assert [block.line for block in blocks] == [1, 3, 4]


def test_a_comment_is_no_block() -> None:
    assert outline("<!-- riêng\n\ntư -->\n\nVốn\n") == [("paragraph", "", "Vốn", 5)]


def test_lines_are_counted_behind_html_and_code() -> None:
    body = "<div>\n\na\n\n</div>\nb\n```\nc\n```\nd\n\n<!-- e\n\n-->\nf\n"
    assert [(kind, line) for kind, _, _, line in outline(body)] == [
        ("html", 1),
        ("paragraph", 6),
        ("code", 7),
        ("paragraph", 10),
        ("paragraph", 15),
    ]


def test_a_block_is_marked_with_a_language() -> None:
    vi, item = split_body("Cho thuê\n{: lang=vi }\n\n- áo dài\n  {: lang=vi }\n")
    assert (vi.lang, vi.text, item.lang, item.text) == ("vi", "Cho thuê", "vi", "áo dài")


def test_a_heading_keeps_the_anchor_that_it_was_given() -> None:
    assert (only("## Quy mô {#scale}").text, only("## Quy mô {#scale}").label) == ("Quy mô", "scale")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param("**Vốn** *đầu* __tư__ _mới_ ***cả***", "Vốn đầu tư mới cả", id="emphasis"),
        pytest.param("**a *b* c** và *d **e** f*", "a b c và d e f", id="nested"),
        pytest.param("ten_tep_dai 5 * 3 * 2 giá*", "ten_tep_dai 5 * 3 * 2 giá*", id="no-emphasis"),
        pytest.param("**Vốn**đầu tư và **a_b**", "Vốnđầu tư và a_b", id="within-a-word"),
        pytest.param("^^thêm^^ ~~bớt~~ ~7%", "thêm bớt ~7%", id="inserted-and-deleted"),
        pytest.param("10^6^ m<sup>2</sup> H<sub>2</sub>O", "10⁶ m² H2O", id="raised"),
        pytest.param('xem [bài *này*](../x/ "tên").', "xem bài này.", id="link"),
        pytest.param("[a [b] c](x) [1] [d]", "a [b] c [1] [d]", id="brackets"),
        pytest.param("![ảnh](a.jpg) dưới", "dưới", id="picture"),
        pytest.param("[![ảnh](a.jpg)](https://x.vn)", "", id="picture-in-a-link"),
        pytest.param("`a*b*` và ``c`d`` và \\`e\\`", "a*b* và c`d và `e`", id="code"),
        pytest.param("\\*không\\* 1\\. C:\\tep", "*không* 1. C:\\tep", id="backslashes"),
        pytest.param("[x](../x/){: .lead} **z**{.lead}", "x z", id="attributes"),
        pytest.param("giá {a} đồng", "giá {a} đồng", id="no-attributes"),
        pytest.param("Q&amp;A &ndash; 5&nbsp;% AT&T &copy", "Q&A – 5\xa0% AT&T &copy", id="entities"),
        pytest.param("<https://x.vn/a_b_c> <ban@x.vn>", "https://x.vn/a_b_c ban@x.vn", id="addresses"),
        pytest.param("một<br>hai <b>ba</b> <!-- bốn --> a < b", "một hai ba  a < b", id="html"),
        pytest.param("Một[^1] và [^2]", "Một và [^2]", id="footnotes"),
    ],
)
def test_a_text_is_what_a_reader_reads(raw: str, text: str) -> None:
    body = f"{raw}\n\n[^1]: Nguồn\n"
    assert split_body(body)[0].text.strip() == text
    assert plain(text) in shown(render(body).html)


def test_prose_has_a_hole_for_what_is_no_language() -> None:
    block = only("Xem `ma = 5` tại nghean.gov.vn/tin, ban-tin@x.gov.vn hay <https://x.vn/5> (https://y.vn/6).")
    assert block.prose == "Xem ￼ tại ￼, ￼ hay ￼ (￼)."


def test_links_and_pictures_are_told_with_their_lines_in_order() -> None:
    block = only(
        "<https://a.vn> và\n[b\nc](https://b.vn) ![d](e.jpg 'F')\n[g][1], [h]\n\n[1]: ../g/\n[H]: <https://h.vn>\n"
    )
    assert [(link.text, link.href, link.line) for link in block.links] == [
        ("https://a.vn", "https://a.vn", 1),
        ("b c", "https://b.vn", 2),
        ("g", "../g/", 4),
        ("h", "https://h.vn", 4),
    ]
    assert [(each.src, each.alt, each.caption, each.line) for each in block.figures] == [("e.jpg", "d", "F", 3)]


@pytest.mark.parametrize("target", ["số liệu.pdf", "<số liệu.pdf>", "a_(b).pdf", "x?a=1&b=(2)"])
def test_an_address_may_hold_spaces_and_brackets(target: str) -> None:
    assert only(f"[a]({target})").links[0].href == target.strip("<>")


WORDS = (
    "Vốn",
    "*tỷ",
    "đồng*",
    "[xem](../x/)",
    "[xem\ntiếp](../x/)",
    "`mã\nnày`",
    "[^1]",
    "<b>",
    "a&amp;b",
    "![ả\nnh](a.jpg)",
)


@given(st.lists(st.sampled_from((*WORDS, "\n")), min_size=1, max_size=12))
def test_a_text_has_as_many_line_feeds_as_the_file(parts: list[str]) -> None:
    raw = re.sub(r"\n\s*\n", "\n", " ".join(("Đầu", *parts, "cuối")))
    block = split_body(f"{raw}\n\n[^1]: Nguồn\n")[0]
    assert block.text.count("\n") == block.prose.count("\n") == raw.count("\n")


@settings(max_examples=300)
@given(MIXTURES)
def test_a_word_is_found_on_its_line(body: str) -> None:
    """Each line is given a word of its own, which a block must place where it stands."""
    lines = [f"{line.rstrip()} dòng{at}x" for at, line in enumerate(body.replace("\r\n", "\n").split("\n"), 1)]
    lines = [
        line if re.search(r"\w", old) else old
        for line, old in zip(lines, body.replace("\r\n", "\n").split("\n"), strict=True)
    ]
    body = "\n".join(lines)
    if re.search(r">[^\n]*[^\s<>][^\n<]*<|\n +<", body):
        return  # HTML that begins behind a text or spaces on its line is put on a line of its own
    for block in split_body(body):
        for match in re.finditer(r"dòng([0-9]+)x", block.prose):
            assert block.line_at(match.start()) == int(match[1])


@pytest.mark.parametrize("body", [pytest.param(body, id=path) for path, body in bodies().items()])
def test_the_blocks_of_a_real_text_say_what_its_page_shows(body: str) -> None:
    body = re.sub(r"^(!!! \w+)$", r'\1 ""', body, flags=re.MULTILINE)
    texts = (block.text.replace(" | ", " ") for block in split_body(body) if block.kind is not BlockKind.HTML)
    assert plain(" ".join(texts)) == plain(shown(render(body).html))
