"""Quotation marks as both languages print them."""

import pytest

from tests.render.texts import render, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('"Xin chào" ông', "“Xin chào” ông", id="vietnamese"),
        pytest.param('the province\'s "Vision 2030"', "the province’s “Vision 2030”", id="english"),
        pytest.param("các nhà đầu tư' ý kiến", "các nhà đầu tư’ ý kiến", id="a-closing-apostrophe"),
        pytest.param("\"Ông nói: 'Được'\" hết", "“Ông nói: ‘Được’” hết", id="one-in-the-other"),
        pytest.param("\"'Được' là xong\"", "“‘Được’ là xong”", id="two-open-at-once"),
        pytest.param('Ông nói—"được"—rồi đi', "Ông nói—“được”—rồi đi", id="after-an-em-dash"),
        pytest.param('"Tôi nghĩ—" ông ngừng', "“Tôi nghĩ—” ông ngừng", id="closing-after-an-em-dash"),
        pytest.param('("Nghị quyết 39")', "(“Nghị quyết 39”)", id="in-brackets"),
        pytest.param("'tis the Lam river, rock 'n' roll", "’tis the Lam river, rock ’n’ roll", id="elisions"),
        pytest.param("'em gái' và 'anh'", "‘em gái’ và ‘anh’", id="a-quoted-vietnamese-word"),
        pytest.param("the '90s", "the ’90s", id="a-decade"),
        pytest.param("5'6\" và 18°40'30\"B", "5′6″ và 18°40′30″B", id="measurements"),
        pytest.param('đến năm "2030"', "đến năm “2030”", id="a-quoted-number"),
        pytest.param('*"nhấn"* và "**đậm**"', "<em>“nhấn”</em> và “<strong>đậm</strong>”", id="at-borders-of-tags"),
        pytest.param('"*Một **hai "ba"***"', "“<em>Một <strong>hai “ba”</strong></em>”", id="nested-emphasis"),
        pytest.param('*nói*"', "<em>nói</em>”", id="behind-a-tag"),
        pytest.param('<span lang="en">"Hello"</span>', '<span lang="en">“Hello”</span>', id="in-html"),
        pytest.param('hết&nbsp;"mới"', "hết&nbsp;“mới”", id="after-an-entity"),
        pytest.param('A&amp;"B"', "A&amp;”B”", id="behind-an-ampersand"),
        pytest.param("`\"code\"` 'x'", '<code>"code"</code> ‘x’', id="code-stays"),
        pytest.param('<kbd>"x"</kbd> "y"', '<kbd>"x"</kbd> “y”', id="keys-stay"),
        pytest.param('một<br>"hai"', "một<br>“hai”", id="on-a-new-line"),
        pytest.param(
            "<https://a.example/?q='x'>",
            "<a href=\"https://a.example/?q='x'\">https://a.example/?q='x'</a>",
            id="an-address-stays",
        ),
    ],
)
def test_quotation_marks_are_curled(text: str, expected: str) -> None:
    body = render(f"x {text}")
    assert body.html == f"<p>x {expected}</p>"
    assert told(body) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('- "một"\n- "hai"', ["“một”", "“hai”"], id="list"),
        pytest.param('> "một"\n\n"hai"', ["“một”", "“hai”"], id="quote"),
        pytest.param('| "a" | "b" |\n|---|---|\n| "c" | \'d\' |', ["“a”", "“b”", "“c”", "‘d’"], id="table"),
        pytest.param('"thuật ngữ"\n:   "nghĩa"', ["“thuật ngữ”", "“nghĩa”"], id="definition"),
        pytest.param('## "Tiêu đề"\n\n"thân"', ["“Tiêu đề”", "“thân”"], id="heading"),
        pytest.param('x[^1]\n\n[^1]: "chú"', ["“chú”"], id="footnote"),
        pytest.param('!!! note "Khung "lạ""\n    "trong"', ["“lạ”", "“trong”"], id="box"),
    ],
)
def test_a_block_begins_anew(text: str, expected: list[str]) -> None:
    html = render(text).html
    assert [words for words in expected if words not in html] == []


def test_code_blocks_keep_every_mark() -> None:
    body = render('    print("it\'s")\n')
    assert body.html == '<pre><code>print("it\'s")\n</code></pre>'


def test_an_apostrophe_in_an_attribute_stays() -> None:
    body = render("![Cô gái 'Nghệ'](anh.jpg \"it's\")")
    assert 'title="it\'s"' in body.html
