"""A text on another page: every id its own, every address still right, all else as it was."""

from __future__ import annotations

from posixpath import join, normpath

import pytest
from bulletin.model.routes import relative_url
from bulletin.stage.markup import Placing, placed
from hypothesis import given
from hypothesis import strategies as st

from tests.render.texts import render_numbered

WAS = "en/news/2026/03/hoi-nghi/"
HERE = Placing(WAS, "both/news/2026/03/hoi-nghi/", "en")


def moved(html: str, placing: Placing = HERE) -> str:
    return placed(html, placing).html


def test_ids_and_links_to_them_bear_the_prefix() -> None:
    html = '<h2 id="von" data-block="0">Vốn</h2><p data-block="1"><a href="#von">Vốn</a></p>'
    assert moved(html) == '<h2 id="en.von">Vốn</h2><p><a href="#en.von">Vốn</a></p>'


@pytest.mark.parametrize(
    ("was", "now"),
    [
        pytest.param("../cong-bo/", "../../../../../en/news/2026/03/cong-bo/", id="neighbour"),
        pytest.param("../cong-bo/#muc-1", "../../../../../en/news/2026/03/cong-bo/#muc-1", id="place-on-it"),
        pytest.param("../../../../../news/2026/03/hoi-nghi/", "../../../../../news/2026/03/hoi-nghi/", id="vietnamese"),
        pytest.param("../../../../../", "../../../../../", id="home"),
        pytest.param("../../../../", "../../../../../en/", id="english-home"),
        pytest.param("./", "../../../../../en/news/2026/03/hoi-nghi/", id="itself"),
        pytest.param(
            "../../../../../news/2026/03/hoi-nghi/s%E1%BB%91.pdf",
            "../../../../../news/2026/03/hoi-nghi/s%E1%BB%91.pdf",
            id="file",
        ),
        pytest.param("https://nghean.gov.vn/a?b=1&amp;c=2#d", "https://nghean.gov.vn/a?b=1&amp;c=2#d", id="other-site"),
        pytest.param("mailto:a@example.org", "mailto:a@example.org", id="letter"),
        pytest.param("tel:+84238", "tel:+84238", id="telephone"),
    ],
)
def test_addresses_lead_to_where_they_led(was: str, now: str) -> None:
    assert moved(f'<p data-block="0"><a href="{was}">a</a></p>') == f'<p><a href="{now}">a</a></p>'


def test_pictures_are_found_in_every_width() -> None:
    html = '<p data-block="0"><img src="../a-1200.webp" srcset="../a-480.webp 480w, ../a-1200.webp 1200w" alt="a"></p>'
    root = "../../../../../en/news/2026/03/"
    assert moved(html) == (
        f'<p><img src="{root}a-1200.webp" srcset="{root}a-480.webp 480w, {root}a-1200.webp 1200w" alt="a"></p>'
    )


def test_texts_on_one_page_link_to_each_other_there() -> None:
    here = Placing(WAS, "en/issues/2026-3/whole/", "b", {"en/news/2026/03/cong-bo/": "a"}, demotes=1)
    html = '<h2 data-block="0"><a href="../cong-bo/">x</a><a href="../cong-bo/#fn:1">y</a></h2>'
    assert moved(html, here) == '<h3><a href="#a">x</a><a href="#a.fn:1">y</a></h3>'


def test_headings_sink_no_deeper_than_six() -> None:
    here = Placing(WAS, WAS, "b", demotes=2)
    assert moved('<h2 data-block="0">a</h2><h5 data-block="1">b</h5>', here) == "<h4>a</h4><h6>b</h6>"


def test_elements_are_those_that_carry_a_number_and_footnotes_stand_apart() -> None:
    html = '<div data-block="0" class="footnote">a</div><p>b</p>c\n<hr data-block="1"><div class="footnote"><hr></div>'
    text = placed(html, HERE)
    assert text.elements == ('<div class="footnote">a</div><p>b</p>c\n', "<hr>")
    assert text.footnotes == '<div class="footnote"><hr></div>'


def test_what_stands_before_the_first_number_is_not_lost() -> None:
    assert placed('a<p>b</p><p data-block="0">c</p><p data-block="1">d</p>', HERE).elements == (
        "a<p>b</p><p>c</p>",
        "<p>d</p>",
    )


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt; &nbsp;&amp;#60;</p>", id="escaped-marks"),
        pytest.param('<p title="a&quot;&gt;&lt;img src=x&gt;">b</p>', id="marks-in-an-attribute"),
        pytest.param("<pre><code>&lt;b&gt; \"x\" &amp;amp; 'y'\n</code></pre>", id="code"),
        pytest.param("<p>Đổi mới, ố</p>", id="vietnamese-of-two-forms"),
    ],
)
def test_words_stay_as_they_are(html: str) -> None:
    assert moved(html) == html


def test_an_attribute_with_a_bare_mark_stays_within_its_quotes() -> None:
    assert moved('<p title="a><b">c</p>') == '<p title="a&gt;&lt;b">c</p>'


TEXT = """\
Đoạn **đậm** & [nhảy](#von)[^1], [kia](../cong-bo/), UBND.

## Vốn

- a
    - b

| a | b |
|---|--:|
| 1 | 2 |

!!! note
    Ghi

![Ảnh](anh.jpg)

<div>khối <span id="x">y</span></div>

*[UBND]: Ủy ban "nhân dân" <tỉnh>

[^1]: Chú thích [^2].
[^2]: Hai.
"""


def test_a_rendered_text_put_on_its_own_page_says_the_same() -> None:
    body = render_numbered(TEXT)
    was = "news/2026/03/hoi-nghi/"
    text = placed(body.html, Placing(was, was, "vi"))
    assert len(text.elements) == body.html.count("data-block")
    expected = body.html
    for number in range(len(text.elements)):
        expected = expected.replace(f' data-block="{number}"', "")
    for name in body.ids:
        expected = expected.replace(f'id="{name}"', f'id="vi.{name}"').replace(f'href="#{name}"', f'href="#vi.{name}"')
    assert text.html.replace("&gt;", ">").replace("&lt;", "<") == expected.replace("&gt;", ">").replace("&lt;", "<")


folders = st.lists(st.sampled_from(["en", "news", "2026", "a-b", "%C4%91"]), max_size=5).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


@given(folders, folders, folders)
def test_a_relative_address_leads_to_the_same_page_from_anywhere(was: str, now: str, target: str) -> None:
    found = Placing(was, now, "p").href(relative_url(was, target))
    assert normpath(join("/", now, found)) == normpath(join("/", target))
    assert found.endswith("/")
