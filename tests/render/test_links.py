"""Where the links of a text lead once it is a page."""

import re

import pytest
from bulletin.model.bulletin import Asset, Picture
from bulletin.model.routes import LinkKind

from tests.render.texts import HIDDEN, KEY, Told, render, told

HERE = "news/2026/03"


@pytest.mark.parametrize(
    ("tag", "href", "expected"),
    [
        pytest.param("vi", "../cong-bo/", '<a href="../cong-bo/">', id="a-folder-beside"),
        pytest.param("vi", "../cong-bo", '<a href="../cong-bo/">', id="without-a-slash"),
        pytest.param("vi", "../cong-bo/index.md", '<a href="../cong-bo/">', id="index-of-the-folder"),
        pytest.param("vi", f"/{HERE}/cong-bo/", '<a href="../cong-bo/">', id="from-the-root"),
        pytest.param("en", f"/{HERE}/cong-bo/", '<a href="../cong-bo/">', id="from-the-root-in-english"),
        pytest.param("vi", "../cong-bo/#kết-quả", '<a href="../cong-bo/#kết-quả">', id="with-an-anchor"),
        pytest.param("vi", "#von", '<a href="#von">', id="on-this-page"),
        pytest.param("vi", f"/{HERE}/hoi-nghi/#von", '<a href="#von">', id="on-this-page-by-its-address"),
        pytest.param("vi", "/news/", '<a href="../../../">', id="a-section"),
        pytest.param("vi", "/", '<a href="../../../../">', id="the-home-page"),
        pytest.param("vi", "anh.jpg", '<a href="anh.jpg">', id="a-file"),
        pytest.param("en", "anh.jpg", f'<a href="../../../../../{KEY}/anh.en.jpg">', id="a-file-of-this-locale"),
        pytest.param("vi", "số liệu.pdf", '<a href="s%E1%BB%91%20li%E1%BB%87u.pdf">', id="a-vietnamese-name"),
        pytest.param(
            "vi",
            "../cong-bo/index.en.md",
            f'<a href="../../../../en/{HERE}/cong-bo/" hreflang="en">',
            id="another-language-by-file",
        ),
        pytest.param(
            "vi",
            f"/en/{HERE}/cong-bo/",
            f'<a href="../../../../en/{HERE}/cong-bo/" hreflang="en">',
            id="another-language-by-address",
        ),
        pytest.param(
            "en",
            "../cong-bo/index.vi.md",
            f'<a href="../../../../../{HERE}/cong-bo/" hreflang="vi">',
            id="vietnamese-from-english",
        ),
        pytest.param(
            "vi",
            "/en/features/2026/01/song-lam/#lich-su",
            '<a href="../../../../en/features/2026/01/song-lam/" hreflang="en">',
            id="a-stub-has-no-anchors",
        ),
        pytest.param(
            "vi",
            "https://ban-tin-nghe-an.example/news/2026/03/cong-bo/",
            '<a href="../cong-bo/">',
            id="this-site-by-its-whole-address",
        ),
        pytest.param("vi", "https://nghean.gov.vn/", '<a href="https://nghean.gov.vn/">', id="another-site"),
        pytest.param("vi", "mailto:bantin@example.org", '<a href="mailto:bantin@example.org">', id="e-mail"),
        pytest.param("vi", "tel:+842383844444", '<a href="tel:+842383844444">', id="telephone"),
    ],
)
def test_a_link_leads_to_its_page(tag: str, href: str, expected: str) -> None:
    body = render(f"Xem [bài này](<{href}>) nhé.", tag)
    assert body.html == f"<p>Xem {expected}bài này</a> nhé.</p>"
    assert told(body) == []


def test_a_reference_is_a_link_like_any_other() -> None:
    body = render('Xem [bài][b] và [Bài].\n\n[b]: ../cong-bo/ "Đã đăng"\n[bài]: /news/\n')
    assert '<a href="../cong-bo/" title="Đã đăng">bài</a>' in body.html
    assert '<a href="../../../">Bài</a>' in body.html


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Xem [bài chưa đăng](../chua-cong-bo/).", id="relative"),
        pytest.param("Xem [bài chưa đăng](/news/2026/03/chua-cong-bo/#von).", id="from-the-root"),
        pytest.param("Xem [bài chưa đăng](/en/news/2026/03/chua-cong-bo/index.en.md).", id="in-english"),
        pytest.param("Xem [bài chưa đăng][x].\n\n[x]: ../chua-cong-bo/ 'chua-cong-bo'", id="reference"),
        pytest.param("Xem [bài chưa đăng](../chua-cong-bo/ 'chua-cong-bo').", id="with-a-title"),
        pytest.param("Xem [bài chưa đăng](../chua-cong-bo/){: .footnote-ref }.", id="dressed-as-a-footnote"),
        pytest.param("Xem [bài chưa đăng](../chua\\-cong\\-bo/).", id="escaped"),
        pytest.param("Xem [bài chưa đăng](../chua%2Dcong-bo/).", id="percent-encoded"),
        pytest.param(
            "Xem [bài chưa đăng](https://ban-tin-nghe-an.example/news/2026/03/chua-cong-bo/).", id="whole-address"
        ),
    ],
)
def test_a_link_to_a_bulletin_that_is_not_public_keeps_its_words_only(text: str) -> None:
    body = render(text)
    assert body.html == "<p>Xem <span>bài chưa đăng</span>.</p>"
    assert [(link.destination.kind, link.destination.key) for link in body.links] == [(LinkKind.UNPUBLISHED, HIDDEN)]


@pytest.mark.parametrize(
    ("href", "kind"),
    [
        pytest.param("../khong-co/", LinkKind.BROKEN, id="no-such-bulletin"),
        pytest.param("khong-co.pdf", LinkKind.BROKEN, id="no-such-file"),
        pytest.param("chi-tieng-anh.png", LinkKind.BROKEN, id="a-file-of-another-locale"),
        pytest.param("../../../../../etc/passwd", LinkKind.BROKEN, id="out-of-the-site"),
        pytest.param("../cong-bo/anh.jpg", LinkKind.BROKEN, id="a-file-of-another-bulletin"),
        pytest.param("?trang=2", LinkKind.BROKEN, id="a-query"),
        pytest.param("//evil.example/x", LinkKind.FORBIDDEN, id="without-a-scheme"),
        pytest.param("javascript:alert(1)", LinkKind.FORBIDDEN, id="javascript"),
        pytest.param("JaVaScRiPt:alert(1)", LinkKind.FORBIDDEN, id="javascript-in-mixed-case"),
        pytest.param("javascript\\:alert(1)", LinkKind.BROKEN, id="javascript-with-a-backslash"),
        pytest.param("javascript&#58;alert(1)", LinkKind.BROKEN, id="javascript-with-an-entity"),
        pytest.param("&#106;avascript:alert(1)", LinkKind.BROKEN, id="javascript-beginning-with-an-entity"),
        pytest.param("data:text/html,x", LinkKind.FORBIDDEN, id="data"),
        pytest.param("vbscript:x", LinkKind.FORBIDDEN, id="vbscript"),
        pytest.param("file:///etc/passwd", LinkKind.FORBIDDEN, id="file"),
        pytest.param("blob:https://a.example/x", LinkKind.FORBIDDEN, id="blob"),
        pytest.param("http:", LinkKind.FORBIDDEN, id="a-scheme-alone"),
        pytest.param("http://[x", LinkKind.BROKEN, id="no-address-at-all"),
    ],
)
def test_a_link_that_leads_nowhere_is_no_link(href: str, kind: LinkKind) -> None:
    body = render(f"Đoạn đầu.\n\nXem [bài này](<{href}>).")
    assert body.html == "<p>Đoạn đầu.</p>\n<p>Xem <span>bài này</span>.</p>"
    assert [(link.destination.kind, link.line) for link in body.links] == [(kind, 10)]


def test_two_links_to_one_address_have_a_line_each() -> None:
    body = render("[a](../khong-co/)\n\n[b](../khong-co/)\n\nVà [c][k].\n\n[k]: ../khong-co/\n")
    assert [link.line for link in body.links] == [8, 10, 14]


def test_an_address_in_angle_brackets_is_hidden_from_harvesters_and_still_a_link() -> None:
    body = render("Viết cho <bantin@example.org>.")
    assert body.html == '<p>Viết cho <a href="mailto:bantin@example.org">bantin@example.org</a>.</p>'
    assert told(body) == []


@pytest.mark.parametrize(
    ("tag", "src"),
    [
        pytest.param("vi", "anh.jpg", id="common"),
        pytest.param("en", f"../../../../../{KEY}/anh.en.jpg", id="override-of-this-locale"),
    ],
)
def test_a_picture_is_a_file_of_the_bundle(tag: str, src: str) -> None:
    body = render("![Quang cảnh hội nghị](anh.jpg)", tag)
    assert body.html == f'<p><img alt="Quang cảnh hội nghị" decoding="async" loading="lazy" src="{src}"></p>'
    assert [asset.path for asset in body.assets] == [f"{KEY}/{src.rsplit('/', 1)[-1]}"]


def test_a_photograph_is_offered_in_several_widths_and_keeps_its_place() -> None:
    photograph = Asset("cang.jpg", f"{KEY}/cang.jpg", picture=Picture(1600, 900, "0123456789abcdef"))
    body = render("![Cảng Cửa Lò](cang.jpg)", "en", (photograph,))
    folder = f"../../../../../{KEY}"
    assert f'src="{folder}/cang-0123456789-1200.webp"' in body.html
    assert 'width="1600"' in body.html
    assert 'height="900"' in body.html
    listed = ", ".join(f"{folder}/cang-0123456789-{width}.webp {width}w" for width in (480, 800, 1200))
    assert f'srcset="{listed}"' in body.html
    assert told(body) == []


@pytest.mark.parametrize(
    "src",
    [
        pytest.param("https://evil.example/dem.png", id="another-site"),
        pytest.param("../cong-bo/anh.jpg", id="another-bulletin"),
        pytest.param("../cong-bo/", id="a-page"),
        pytest.param("data:image/png;base64,AAAA", id="data"),
    ],
)
def test_a_picture_from_elsewhere_is_not_shown(src: str) -> None:
    body = render(f"![Quang cảnh](<{src}>)")
    assert "<img" not in body.html
    assert src not in body.html
    assert body.assets == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param('Xem\n<a href="../cong-bo/">bài</a>.', 2, id="a-page"),
        pytest.param('Xem\n<a href="../chua-cong-bo/">bài</a>.', 2, id="a-hidden-page"),
        pytest.param(
            'Xem\n<a href="https://ban-tin-nghe-an.example/news/2026/03/chua-cong-bo/">bài</a>.', 2, id="whole-address"
        ),
        pytest.param('Xem\n<a href="HTTPS://BAN-TIN-NGHE-AN.example/x/">bài</a>.', 2, id="in-capitals"),
        pytest.param('Xem\n<img src="https://evil.example/dem.png" alt="">.', 2, id="a-picture-from-elsewhere"),
        pytest.param('Xem\n\n<p><img src="anh.jpg" alt=""></p>', 3, id="a-picture-of-the-bundle"),
    ],
)
def test_an_address_in_html_is_told_because_nobody_checks_it(text: str, line: int) -> None:
    assert told(render(text)) == [Told(line, "unsafe-html")]


def test_a_link_to_another_site_may_be_html() -> None:
    body = render('<a href="https://nghean.gov.vn/" lang="vi">Cổng thông tin</a> tỉnh')
    assert body.html == '<p><a href="https://nghean.gov.vn/" lang="vi">Cổng thông tin</a> tỉnh</p>'
    assert told(body) == []


def test_footnotes_lead_there_and_back_in_words_of_the_page() -> None:
    text = "Vốn đăng ký tăng[^1], vốn thực hiện cũng vậy[^nguon].\n\n[^1]: Số liệu quý II.\n[^nguon]: Báo cáo.\n"
    for tag, words in (("vi", "Trở lại chỗ ghi chú 2 trong bài"), ("en", "Back to note 2 in the text")):
        body = render(text, tag)
        assert f'href="#fnref:nguon" title="{words}"' in body.html
        assert told(body) == []
        assert all(target in body.ids for target in re.findall(r'href="#([^"]+)"', body.html))
        assert body.html.count('href="#fn') == 4
