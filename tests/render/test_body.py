"""The form that a text has on its page."""

import unicodedata

import pytest
from bulletin.model.anchors import heading_slug

from tests.render.texts import Told, render, told

NFC = "Đường Đặng Văn Ngữ"
NFD = unicodedata.normalize("NFD", NFC)


@pytest.mark.parametrize("text", [pytest.param(NFC, id="NFC"), pytest.param(NFD, id="NFD")])
def test_an_anchor_has_plain_letters(text: str) -> None:
    assert heading_slug(text, "-") == "duong-dang-van-ngu"


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        pytest.param("## Vốn\n\n## Vốn\n\n## Vốn", {"von", "von_1", "von_2"}, id="same-words"),
        pytest.param("## Vốn\n\n## Vờn", {"von", "von_1"}, id="same-without-marks"),
        pytest.param("## ***\n\n## 你好", {"section", "ni-hao"}, id="no-letters-or-others"),
        pytest.param("## “…”", {"section"}, id="nothing-that-an-address-can-hold"),
        pytest.param("## site--main", {"site-main"}, id="not-the-page's-own"),
        pytest.param("## Vốn {#von-dang-ky}", {"von-dang-ky"}, id="chosen-by-the-editor"),
    ],
)
def test_headings_have_anchors_of_their_own(text: str, ids: set[str]) -> None:
    body = render(text)
    assert body.ids == ids
    assert told(body) == []


def test_a_heading_of_level_1_is_told_and_all_levels_step_down() -> None:
    body = render("Mở đầu.\n\n# Một\n\n## Hai\n\n###### Sáu")
    assert [f"<h{n}" in body.html for n in range(1, 7)] == [False, True, True, False, False, True]
    assert told(body) == [Told(3, "schema")]
    assert body.problems[0].is_warning


def test_headings_without_a_level_1_stay_where_they_are() -> None:
    body = render("## Hai\n\n### Ba")
    assert ('<h2 id="hai">' in body.html, '<h3 id="ba">' in body.html) == (True, True)
    assert told(body) == []


def test_a_level_1_does_not_hide_what_else_is_wrong() -> None:
    body = render("# Một\n\n<table onclick='x()'><tr><td>x</table>")
    assert told(body) == [Told(1, "schema"), Told(3, "unsafe-html")]


def test_columns_are_aligned_by_class() -> None:
    body = render("| Năm | Vốn | Ghi chú |\n|:--|--:|:-:|\n| 2025 | 1.250,5 | x |")
    assert "style" not in body.html
    for word, name in (("2025", "left"), ("1.250,5", "right"), ("x", "center")):
        assert f'<td class="{name}">{word}</td>' in body.html
    assert told(body) == []


@pytest.mark.parametrize(
    ("kind", "vi", "en"),
    [
        pytest.param("note", "Ghi chú", "Note", id="note"),
        pytest.param("warning", "Lưu ý", "Please note", id="warning"),
        pytest.param("tip", "Gợi ý", "Tip", id="tip"),
        pytest.param("quote", "Trích dẫn", "Quotation", id="quote"),
    ],
)
def test_a_box_is_titled_in_the_language_of_its_page(kind: str, vi: str, en: str) -> None:
    for tag, title in (("vi", vi), ("en", en)):
        html = render(f"!!! {kind}\n    Nội dung.", tag).html
        assert f'<div class="admonition {kind}">\n<p class="admonition-title">{title}</p>' in html


def test_a_box_keeps_the_title_that_it_was_given() -> None:
    assert '<p class="admonition-title">Riêng</p>' in render('!!! note "Riêng"\n    Nội dung.').html


def test_a_box_may_have_no_title() -> None:
    assert render('!!! note ""\n    Nội dung.').html == '<div class="admonition note">\n<p>Nội dung.</p>\n</div>'


def test_an_abbreviation_is_explained_wherever_it_stands() -> None:
    body = render("*[UBND]: Ủy ban nhân dân\n\nUBND tỉnh và **UBND** xã; `UBND`.")
    assert body.html.count('title="Ủy ban nhân dân">UBND</abbr>') == 2
    assert "<code>UBND</code>" in body.html


def test_one_text_leaves_nothing_to_the_next() -> None:
    render("*[UBND]: Ủy ban\n\n[r]: ../cong-bo/\n\n## Vốn\n\nx[^1]\n\n[^1]: chú")
    body = render("## Vốn\n\nUBND [r] [^1]")
    assert body.html == '<h2 id="von">Vốn</h2>\n<p>UBND [r] [^1]</p>'


def test_a_comment_is_left_out_without_a_word() -> None:
    body = render("Trước.\n\n<!-- bí mật\n\n[x](../khong-co/) -->\n\nSau <!-- riêng --> đó.")
    assert "bí mật" not in body.html
    assert "riêng" not in body.html
    assert (told(body), body.links) == ([], ())


def test_a_comment_that_is_never_closed_is_told() -> None:
    assert told(render("<!-- xong -->\n\nTrước.\n\nMột <!-- bí mật\n\nSau.")) == [Told(5, "unsafe-html")]


def test_a_comment_in_code_is_code() -> None:
    assert told(render("Viết `<!-- ghi chú` như thế.")) == []


def test_a_text_on_which_the_parser_stumbles_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object) -> str:
        raise IndexError("lỗi của thư viện")

    with monkeypatch.context() as patch:
        patch.setattr("markdown.core.Markdown.convert", stumble)
        body = render("Một đoạn.")
    assert (body.html, told(body)) == ("", [Told(1, "schema")])
    assert render("Một đoạn.").html == "<p>Một đoạn.</p>"


def test_a_table_in_html_needs_no_body_of_its_own() -> None:
    body = render('<table><tr><th colspan="2">x</th></tr></table>')
    assert told(body) == []
    assert body.html == '<table><tbody><tr><th colspan="2">x</th></tr></tbody></table>'


def test_numbers_of_lists_are_kept_and_bullets_do_not_go_on_with_them() -> None:
    body = render("1. Một\n\nĐoạn.\n\n2. Hai\n\n- a\n- b\n\n2026. Năm bản lề\n")
    assert '<ol start="2">' in body.html
    assert '<ol start="2026">' in body.html
    assert "<ul>" in body.html
    assert told(body) == []


def test_a_tilde_is_about_and_no_subscript() -> None:
    assert render("Khoảng ~7%; từ 5~7 đến 8").html == "<p>Khoảng ~7%; từ 5~7 đến 8</p>"


def test_a_table_can_be_reached_and_scrolled_by_the_keyboard() -> None:
    assert '<table tabindex="0">' in render("| A | B |\n|---|---|\n| 1 | 2 |").html
