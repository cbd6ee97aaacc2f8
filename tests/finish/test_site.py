"""Rendered pages made a site: nothing lost, nothing foreign, and an honest sitemap."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from bulletin.finish import FinishError, finish
from bulletin.model.page import Page, PageKind, Published
from bulletin.model.site import Site
from bulletin.source.site import read_site

from tests.trees import ROOT

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
KEY = "news/2026/03/hoi-nghi/"


@pytest.fixture(scope="module")
def site() -> Site:
    return read_site(ROOT / "mkdocs.yml")


def page(url: str, kind: PageKind = PageKind.BULLETIN, *, partner: str = "", modified: date | None = None) -> Page:
    """Make a page that search engines may keep if it has content of its own."""
    tag, other = ("en", "vi") if url.startswith("en/") else ("vi", "en")
    is_indexable = kind in (PageKind.BULLETIN, PageKind.HOME, PageKind.SECTION)
    alternates = {tag: url, **({other: partner} if partner else {})} if is_indexable else {}
    return Page(
        kind=kind,
        url=url,
        locale=tag,
        title="Hội nghị",
        description="Xúc tiến đầu tư.",
        is_indexable=is_indexable,
        alternates=alternates,
        x_default=alternates.get("en", url),
        switch={},
        modified=modified,
    )


PAGES = (
    page("", PageKind.HOME, modified=date(2026, 3, 5)),
    page("404.html", PageKind.NOT_FOUND),
    page(KEY, partner=f"en/{KEY}", modified=date(2026, 3, 5)),
    page(f"en/{KEY}", partner=KEY, modified=date(2026, 3, 12)),
    page("features/2026/01/song-lam/"),
    page("en/features/2026/01/song-lam/", PageKind.STUB),
    page("news/2026/02/da-go/", PageKind.WITHDRAWN),
    page("news/2026/02/cu/", PageKind.REDIRECT),
)
INDEXABLE = ["", KEY, f"en/{KEY}", "features/2026/01/song-lam/"]


def rendered(folder: Path, pages: Iterable[Page] = PAGES) -> Path:
    """Write what the renderer would have made of the pages."""
    for each in pages:
        path = folder / (each.url if each.url.endswith(".html") else f"{each.url}index.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<h1>{each.title}</h1>", encoding="utf-8")
    return folder


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def urls(sitemap: Path) -> list[ET.Element]:
    root = ET.fromstring(sitemap.read_bytes())
    assert root.tag == f"{SITEMAP}urlset"
    return list(root)


def test_the_sitemap_holds_every_page_that_search_engines_may_keep(tmp_path: Path, site: Site) -> None:
    html = rendered(tmp_path / "html")
    finish(html, tmp_path, PAGES, [], site)
    found = [url.findtext(f"{SITEMAP}loc") for url in urls(html / "sitemap.xml")]
    assert found == [f"https://ban-tin-nghe-an.example/{url}" for url in INDEXABLE]


def test_the_sitemap_obeys_its_schema(tmp_path: Path, site: Site) -> None:
    """Follow sitemap.xsd 0.9: per url one loc of 12–2048 characters, then lastmod; links of another namespace last."""
    html = rendered(tmp_path / "html")
    finish(html, tmp_path, PAGES, [], site)
    text = (html / "sitemap.xml").read_text(encoding="utf-8")
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<urlset ')
    for url in urls(html / "sitemap.xml"):
        assert url.tag == f"{SITEMAP}url"
        names = [child.tag for child in url]
        assert re.fullmatch(
            r"L(M)?X+", "".join({f"{SITEMAP}loc": "L", f"{SITEMAP}lastmod": "M"}.get(n, "X") for n in names)
        )
        assert 12 <= len(url.findtext(f"{SITEMAP}loc") or "") <= 2048
        modified = url.findtext(f"{SITEMAP}lastmod")
        assert modified is None or re.fullmatch(r"\d{4}-\d\d-\d\d", modified)
        for link in url.iter(f"{XHTML}link"):
            assert set(link.attrib) == {"rel", "hreflang", "href"}
            assert link.get("href", "").startswith("https://ban-tin-nghe-an.example/")


def test_a_page_was_changed_when_its_content_was_and_not_when_it_was_built(tmp_path: Path, site: Site) -> None:
    html = rendered(tmp_path / "html")
    finish(html, tmp_path, PAGES, [], site)
    found = [url.findtext(f"{SITEMAP}lastmod") for url in urls(html / "sitemap.xml")]
    assert found == ["2026-03-05", "2026-03-05", "2026-03-12", None]


def test_alternates_lead_both_ways_and_to_pages_of_the_sitemap_only(tmp_path: Path, site: Site) -> None:
    html = rendered(tmp_path / "html")
    finish(html, tmp_path, PAGES, [], site)
    sets = {
        url.findtext(f"{SITEMAP}loc"): {link.get("hreflang"): link.get("href") for link in url.iter(f"{XHTML}link")}
        for url in urls(html / "sitemap.xml")
    }
    base = "https://ban-tin-nghe-an.example/"
    assert sets[base + KEY] == {"vi": base + KEY, "en": f"{base}en/{KEY}", "x-default": f"{base}en/{KEY}"}
    assert sets[base + "features/2026/01/song-lam/"] == {
        "vi": base + "features/2026/01/song-lam/",
        "x-default": base + "features/2026/01/song-lam/",
    }
    for links in sets.values():
        for target in links.values():
            assert sets[target] == links


def test_an_address_with_marks_of_xml_is_escaped(tmp_path: Path, site: Site) -> None:
    pages = [page("news/2026/03/a/")]
    html = rendered(tmp_path / "html", pages)
    finish(html, tmp_path, pages, [], replace(site, url='https://a.example/x&"<y/'))
    (url,) = urls(html / "sitemap.xml")
    assert url.findtext(f"{SITEMAP}loc") == 'https://a.example/x&"<y/news/2026/03/a/'
    assert {link.get("href") for link in url.iter(f"{XHTML}link")} == {'https://a.example/x&"<y/news/2026/03/a/'}


def test_a_site_without_a_page_has_an_empty_sitemap(tmp_path: Path, site: Site) -> None:
    (tmp_path / "html").mkdir()
    finish(tmp_path / "html", tmp_path, [], [], site)
    assert urls(tmp_path / "html" / "sitemap.xml") == []


@pytest.mark.parametrize(
    ("count", "parts"), [pytest.param(50_000, [], id="50,000"), pytest.param(50_001, [50_000, 1], id="50,001")]
)
def test_a_sitemap_of_more_than_50_000_addresses_is_an_index(
    tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch, count: int, parts: list[int]
) -> None:
    monkeypatch.setattr("bulletin.finish.site._hold_to", lambda *_: None)  # 50,000 files prove nothing here
    html = tmp_path / "html"
    html.mkdir()
    finish(html, tmp_path, [page(f"news/2026/03/b{number}/") for number in range(count)], [], site)
    root = ET.fromstring((html / "sitemap.xml").read_bytes())
    if not parts:
        assert (root.tag, len(root)) == (f"{SITEMAP}urlset", count)
        return
    assert root.tag == f"{SITEMAP}sitemapindex"
    names = [entry.findtext(f"{SITEMAP}loc") for entry in root]
    assert names == [f"https://ban-tin-nghe-an.example/sitemap-{number}.xml" for number in (1, 2)]
    assert [len(urls(html / f"sitemap-{number}.xml")) for number in (1, 2)] == parts


def test_robots_are_shown_the_sitemap(tmp_path: Path, site: Site) -> None:
    html = rendered(tmp_path / "html")
    finish(html, tmp_path, PAGES, [], site)
    assert (html / "robots.txt").read_bytes() == (
        b"User-agent: *\nAllow: /\nSitemap: https://ban-tin-nghe-an.example/sitemap.xml\n"
    )
    assert (html / ".nojekyll").read_bytes() == b""


@pytest.mark.parametrize("lost", [pytest.param(f"{KEY}index.html", id="page"), pytest.param("404.html", id="404")])
def test_a_lost_page_stops_everything(tmp_path: Path, site: Site, lost: str) -> None:
    html = rendered(tmp_path / "html")
    (html / lost).unlink()
    with pytest.raises(FinishError, match=f"^1 pages lost, 0 not staged: .*{re.escape(lost)}"):
        finish(html, tmp_path, PAGES, [], site)
    assert not (html / "sitemap.xml").exists()


@pytest.mark.parametrize(
    "foreign",
    [
        pytest.param("news/2026/03/bi-mat/index.html", id="page"),
        pytest.param("assets/tim-kiem.html", id="file"),
        pytest.param("news/404.html", id="second-404"),
    ],
)
def test_a_page_that_was_not_staged_stops_everything(tmp_path: Path, site: Site, foreign: str) -> None:
    html = rendered(tmp_path / "html")
    (html / foreign).parent.mkdir(parents=True, exist_ok=True)
    (html / foreign).write_text("<p>x</p>")
    with pytest.raises(FinishError, match=f"^0 pages lost, 1 not staged: .*{re.escape(foreign)}"):
        finish(html, tmp_path, PAGES, [], site)


def test_files_are_copied_to_the_addresses_that_pages_show(tmp_path: Path, site: Site) -> None:
    (tmp_path / "docs" / KEY).mkdir(parents=True)
    (tmp_path / "docs" / KEY / "số liệu.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "docs" / KEY / "thừa.pdf").write_bytes(b"%PDF-1.7 b")
    html = rendered(tmp_path / "html")
    file = Published(f"{KEY}s%E1%BB%91%20li%E1%BB%87u.pdf", f"{KEY}số liệu.pdf")
    finish(html, tmp_path / "docs", PAGES, [file], site)
    assert (html / KEY / "số liệu.pdf").read_bytes() == b"%PDF-1.7"
    assert not (html / KEY / "thừa.pdf").exists()


def test_a_file_that_became_a_link_meanwhile_is_not_followed(tmp_path: Path, site: Site) -> None:
    (tmp_path / "docs" / KEY).mkdir(parents=True)
    (tmp_path / "bi-mat.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "docs" / KEY / "a.pdf").symlink_to(tmp_path / "bi-mat.pdf")
    html = rendered(tmp_path / "html")
    with pytest.raises(FinishError, match="symbolic link"):
        finish(html, tmp_path / "docs", PAGES, [Published(f"{KEY}a.pdf", f"{KEY}a.pdf")], site)
    assert not (html / KEY / "a.pdf").is_symlink()


def test_finishing_twice_is_the_same_as_once(tmp_path: Path, site: Site) -> None:
    html = rendered(tmp_path / "html")
    finish(html, tmp_path, PAGES, [], site)
    once = snapshot(html)
    finish(html, tmp_path, PAGES, [], site)
    assert snapshot(html) == once
