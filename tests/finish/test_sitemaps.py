"""Sitemaps, judged by their schemas; robots.txt; and the guide for programs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from bulletin.finish import guide, sitemaps
from bulletin.model.guide import Chapter, Guide, Way
from bulletin.model.headline import Headline
from bulletin.model.page import Page, PageKind
from bulletin.model.site import Site
from bulletin.source.site import read_site
from markdown_it import MarkdownIt
from xmlschema import XMLSchema

from tests.trees import ROOT

KEY = "news/2026/03/hoi-nghi/"
DAY = date(2026, 3, 5)
TITLE = "Giá điện < 7 cent & “lúa – tôm”: 3 câu hỏi"
HEADLINE = Headline(KEY, "vi", TITLE, DAY)
PAGE = Page(
    kind=PageKind.BULLETIN,
    url=KEY,
    locale="vi",
    title=TITLE,
    description="Mô tả.",
    is_indexable=True,
    alternates={"vi": KEY, "en": f"en/{KEY}"},
    x_default=f"en/{KEY}",
    switch={},
    content={"image": {"url": f"{KEY}b%C3%ACa%20m%E1%BB%9Bi.jpg", "width": 1200, "height": 675}},
    modified=DAY,
)


@pytest.fixture(scope="module")
def site() -> Site:
    return read_site(ROOT / "mkdocs.yml")


@pytest.fixture(scope="module")
def schema() -> XMLSchema:
    return XMLSchema(str(Path(__file__).parent / "schemas" / "sitemap.xsd"))


def made(site: Site, *pages: Page, news: tuple[Headline, ...] = ()) -> dict[str, str]:
    return dict(sitemaps.sitemaps(pages, news, site))


def test_both_sitemaps_obey_their_schemas(site: Site, schema: XMLSchema) -> None:
    files = made(site, PAGE, replace(PAGE, url="about/lien-he/", content={}, modified=None), news=(HEADLINE,))
    for name in ("sitemap.xml", "sitemap-news.xml"):
        assert [str(error.reason) for error in schema.iter_errors(files[name])] == [], name


def test_the_schemas_are_not_blind(site: Site, schema: XMLSchema) -> None:
    files = made(site, PAGE, news=(HEADLINE,))
    wrong = (
        files["sitemap.xml"].replace("hreflang", "lang"),
        files["sitemap.xml"].replace("<lastmod>2026", "<lastmod>26"),
        files["sitemap-news.xml"].replace("news:language", "news:lang"),
        files["sitemap-news.xml"].replace(">vi<", ">Tiếng Việt<"),
        files["sitemap-news.xml"].split("<url>")[0] + "</urlset>",
    )
    assert [schema.is_valid(text) for text in wrong] == [False] * len(wrong)


def test_too_many_pages_are_told_of_in_parts(site: Site, schema: XMLSchema, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "LIMIT", 2)
    files = made(site, *(replace(PAGE, url=f"news/2026/03/bai-{number}/") for number in range(5)))
    assert sorted(files) == ["robots.txt", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    assert all(schema.is_valid(text) for name, text in files.items() if name.endswith(".xml"))
    assert "news" not in files["robots.txt"]


def test_without_news_there_is_no_sitemap_of_news_and_robots_are_told_of_none(site: Site) -> None:
    files = made(site, PAGE)
    assert "sitemap-news.xml" not in files
    assert files["robots.txt"].splitlines()[2:] == [f"Sitemap: {site.url}sitemap.xml"]


@pytest.mark.parametrize(
    ("tag", "language"), [("vi", "vi"), ("en-GB", "en"), ("zh-Hans", "zh-cn"), ("zh-Hant", "zh-tw"), ("zh-HK", "zh-tw")]
)
def test_news_say_their_language_as_search_engines_want_it(site: Site, tag: str, language: str) -> None:
    named = replace(site, name={**site.name, tag: "Bản tin"})
    text = made(named, PAGE, news=(replace(HEADLINE, locale=tag),))["sitemap-news.xml"]
    assert f"<news:language>{language}</news:language>" in text


def test_the_guide_is_markdown_whose_texts_are_only_texts(site: Site) -> None:
    way = Way("[Tin] *mới* <b>", "news/", "Giá_điện & `lệnh`")
    found = guide.written(
        Guide("Bản tin # 1", "Dòng một\n\n## dòng hai", ("> ghi chú",), (Chapter("Mục", (way,)),)), site
    )
    tokens = MarkdownIt().parse(found.decode())
    headings = [tokens[at + 1].content for at, each in enumerate(tokens) if each.type == "heading_open"]
    assert len(headings) == 2
    html = MarkdownIt().render(found.decode())
    assert f'<a href="{site.url}news/">[Tin] *mới* &lt;b&gt;</a>: Giá_điện &amp; `lệnh`' in html
    assert html.count("<blockquote>") == 1
    assert "<p>&gt; ghi chú</p>" in html
