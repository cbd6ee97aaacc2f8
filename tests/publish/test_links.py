"""The links of a finished site: each that leads nowhere is found, with its line, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from bulletin.publish.links import DeadLink, dead_links

from tests.publish.trees import write_files

URL = "https://ban-tin.example/tin/"
SITE = {
    "index.html": '<h1 id="đầu">Tin</h1>\n<a href="news/">Tin tức</a>',
    "news/index.html": '<h2 id=hai>Hai</h2><img src="../lua-480.webp">',
    "lua-480.webp": "x",
    "bao-cao năm.pdf": "x",
}


def dead(folder: Path, html: str, name: str = "news/2026/index.html") -> list[DeadLink]:
    write_files(folder, {**SITE, name: html})
    return list(dead_links(folder, URL))


@pytest.mark.parametrize(
    "html",
    [
        '<a href="../">lên</a>',
        '<a href="/tin/news/">tuyệt đối</a>',
        '<a href="https://ban-tin.example/tin/news/#hai">cả địa chỉ</a>',
        '<a href="../../#%C4%91%E1%BA%A7u">neo</a>',
        '<a href="../../bao-cao%20n%C4%83m.pdf">tệp</a>',
        '<img srcset="../../lua-480.webp 480w, /tin/lua-480.webp 800w">',
        '<a href="https://nghean.gov.vn/khong-biet">nơi khác</a>',
        '<a href="mailto:bt@example.org">thư</a> <a href="tel:+84238">gọi</a>',
        '<p>href="khong-phai-the"</p>',
        '<meta http-equiv="refresh" content="0; url=../">',
    ],
)
def test_a_link_that_leads_somewhere_is_fine(tmp_path: Path, html: str) -> None:
    assert dead(tmp_path, html) == []


@pytest.mark.parametrize(
    ("html", "href"),
    [
        ('<p>\n<a href="../gone/">x</a>', "../gone/"),
        ('<p>\n<a href="/news/">ngoài gốc của trang</a>', "/news/"),
        ("<p>\n<a href='../#ba'>neo</a>", "../#ba"),
        ('<p>\n<img src="lua.webp">', "lua.webp"),
        ('<p>\n<img srcset="../../lua-480.webp 480w, lua-800.webp 800w">', "lua-800.webp"),
        ('<p>\n<a href="..">thư mục không có gạch chéo</a>', ".."),
        ('<p>\n<meta http-equiv="refresh" content="0; url=../gone/">', "../gone/"),
        ('<p>\n<a href="https://ban-tin.example/tin/gone/">x</a>', "https://ban-tin.example/tin/gone/"),
        ('<p>\n<a href="../a&amp;b/">x</a>', "../a&b/"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_its_line(tmp_path: Path, html: str, href: str) -> None:
    found = dead(tmp_path, html)
    if href == "..":
        assert found == []  # a server adds the slash
        return
    assert found == [DeadLink("news/2026/index.html", 2, href)]


def test_a_sitemap_names_only_pages_that_are_there(tmp_path: Path) -> None:
    sitemap = f"<urlset>\n<url><loc>{URL}news/</loc></url>\n<url><loc>{URL}gone/</loc></url></urlset>"
    assert dead(tmp_path, sitemap, "sitemap.xml") == [DeadLink("sitemap.xml", 3, f"{URL}gone/")]
