"""Every page of two whole sites: what its parts tell machines of language, address and other editions agrees."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import extruct
import pytest

from tests.site.heads import Head, head_of
from tests.site.kinds import addresses
from tests.site.vocabulary import faults

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
IMAGE = ".//{http://www.google.com/schemas/sitemap-image/1.1}loc"
COUNTRY = {"vi": "vi_VN", "en": "en_US"}
NEEDED = {
    "NewsArticle": (
        "headline",
        "datePublished",
        "dateModified",
        "author",
        "publisher",
        "mainEntityOfPage",
        "inLanguage",
    ),
    "Event": ("name", "startDate", "eventStatus", "description", "inLanguage"),
    "ClaimReview": ("claimReviewed", "reviewRating", "url", "author", "inLanguage"),
    "Organization": ("name", "url", "logo"),
    "WebSite": ("name", "url", "inLanguage"),
    "BreadcrumbList": ("itemListElement",),
    "PublicationIssue": ("name", "datePublished", "inLanguage", "isPartOf"),
    "Legislation": ("name", "legislationIdentifier", "inLanguage"),
    "CollectionPage": ("name", "inLanguage"),
    "WebPage": ("name", "inLanguage"),
    "AboutPage": ("name", "inLanguage"),
}
"""What search engines ask of a type ("Structured data", Google Search Central), and what this site says besides."""


@pytest.fixture(scope="module", params=["kinds", "demo"])
def site(request: pytest.FixtureRequest) -> Path:
    return Path(request.getfixturevalue(f"{request.param}_dir"))


@pytest.fixture(scope="module")
def heads(site: Path) -> dict[str, Head]:
    """Address below the root → what the head of that page says."""
    paths = sorted(site.rglob("*.html"))
    assert len(paths) > 100
    return {path.relative_to(site).as_posix().removesuffix("index.html"): head_of(path) for path in paths}


def root_of(heads: dict[str, Head]) -> str:
    return heads[""].canonical


def kept(heads: dict[str, Head]) -> dict[str, Head]:
    """Pages that search engines may keep: those that are their own canonical address."""
    return {url: head for url, head in heads.items() if head.canonical == root_of(heads) + url}


def entries(site: Path, name: str = "sitemap.xml") -> Iterator[ET.Element]:
    yield from ET.fromstring((site / name).read_bytes())


def test_a_page_says_its_language_in_one_voice(heads: dict[str, Head]) -> None:
    for url, head in kept(heads).items():
        tag = "en" if url.startswith("en/") else "vi"
        assert head.lang == tag, url
        assert head.one("og:locale") == COUNTRY[tag], url
        assert head.alternates[tag] == head.canonical, url
        told = {node["inLanguage"] for node in head.nodes if "inLanguage" in node}
        assert told == {tag}, url
        others = [COUNTRY[each] for each in head.alternates if each not in (tag, "x-default")]
        assert head.meta.get("og:locale:alternate", []) == others, url


def test_a_page_says_its_address_in_one_voice(heads: dict[str, Head]) -> None:
    for url, head in kept(heads).items():
        assert head.one("og:url") == head.canonical, url
        assert {node["url"] for node in head.about_itself} == {head.canonical}, url
        assert all(node["@id"].startswith(head.canonical + "#") for node in head.about_itself), url
        steps = [
            step["item"] for node in head.nodes if node["@type"] == "BreadcrumbList" for step in node["itemListElement"]
        ]
        assert steps[-1:] == ([head.canonical] if url not in ("", "en/") else []), url


def test_editions_name_each_other(heads: dict[str, Head]) -> None:
    pages = kept(heads)
    for url, head in pages.items():
        for tag, there in head.alternates.items():
            other = pages[there.removeprefix(root_of(heads))]
            assert other.alternates == head.alternates, (url, tag)
    named = {
        (node["@id"], other["@id"])
        for head in pages.values()
        for node in head.nodes
        for other in [
            *node.get("workTranslation", []),
            *([node["translationOfWork"]] if "translationOfWork" in node else []),
        ]
    }
    assert len(named) > 10
    assert named == {(other, one) for one, other in named}
    ids = {node["@id"] for head in pages.values() for node in head.nodes if "@id" in node}
    assert {one for one, _ in named} <= ids


def test_the_sitemap_has_those_pages_and_their_alternates(site: Path, heads: dict[str, Head]) -> None:
    found = {
        str(entry.findtext(f"{SITEMAP}loc")): {
            str(link.get("hreflang")): str(link.get("href")) for link in entry.iter(LINK)
        }
        for entry in entries(site)
    }
    assert found == {head.canonical: head.alternates for head in kept(heads).values()}


def test_the_day_of_a_change_is_the_same_everywhere(site: Path, heads: dict[str, Head]) -> None:
    days = {entry.findtext(f"{SITEMAP}loc"): entry.findtext(f"{SITEMAP}lastmod") for entry in entries(site)}
    pages = kept(heads)
    for url, head in pages.items():
        if modified := head.one("article:modified_time"):
            (article,) = [node for node in head.nodes if node["@type"] == "NewsArticle"]
            assert article["dateModified"] == modified == days[head.canonical], url
            assert article["datePublished"] == head.one("article:published_time") <= modified, url
            assert article["headline"] == head.one("og:title"), url
            assert article["articleSection"] == head.one("article:section"), url


def test_a_page_that_nobody_may_keep_says_nothing_of_another(heads: dict[str, Head]) -> None:
    pages = kept(heads)
    others = {url: head for url, head in heads.items() if url not in pages}
    assert len(others) > 10
    for url, head in others.items():
        assert (head.alternates, head.nodes, head.one("og:url")) == ({}, [], ""), url
        assert head.canonical or head.robots == "noindex", url
        if head.canonical:  # a pair side by side, a whole issue, a former address
            assert head.canonical.removeprefix(root_of(heads)) in pages, url
        else:
            assert not head.meta, url


def test_every_type_and_property_is_one_of_schema_org_and_none_that_is_needed_lacks(heads: dict[str, Head]) -> None:
    seen = set()
    for url, head in heads.items():
        assert len(head.graphs) <= 1, url
        for node in head.nodes:
            seen.add(node["@type"])
            assert list(faults(node)) == [], url
            assert [name for name in NEEDED[node["@type"]] if not node.get(name)] == [], (url, node["@type"])
            if "author" in node:
                authors = node["author"] if isinstance(node["author"], list) else [node["author"]]
                assert all(author["name"] for author in authors), url
            if node["@type"] == "BreadcrumbList":
                steps = node["itemListElement"]
                assert [step["position"] for step in steps] == list(range(1, len(steps) + 1)), url
                assert all(step["name"] and step["item"] for step in steps), url
    assert seen == NEEDED.keys()


def test_the_judge_of_the_vocabulary_is_not_blind() -> None:
    assert list(faults({"@type": "NewsItem"})) == ["NewsItem: no such type"]
    assert list(faults({"@type": "NewsArticle", "titel": "x"})) == ["NewsArticle.titel: no such property"]
    assert len(list(faults({"@type": "NewsArticle", "publisher": {"@type": "Place", "name": "x"}}))) == 1
    assert len(list(faults({"@type": "Event", "location": {"@type": "Person", "naem": "x"}}))) == 2


def test_pictures_and_files_that_machines_are_told_of_are_there(site: Path, heads: dict[str, Head]) -> None:
    root = root_of(heads)
    told = [str(each.text) for entry in entries(site) for each in entry.iterfind(IMAGE)]
    for head in heads.values():
        told += head.meta.get("og:image", [])
        for node in head.nodes:
            told += [
                *(node.get("image", []) if isinstance(node.get("image"), list) else []),
                *([node["logo"]] if "logo" in node else []),
            ]
    assert len(told) > 5
    assert [url for url in told if not (site / unquote(url.removeprefix(root))).is_file()] == []


def test_the_news_sitemap_has_the_newest_two_days_of_each_language(site: Path, heads: dict[str, Head]) -> None:
    news = "{http://www.google.com/schemas/sitemap-news/0.9}"
    pages, found = kept(heads), list(entries(site, "sitemap-news.xml"))
    for entry in found:
        head = pages[str(entry.findtext(f"{SITEMAP}loc")).removeprefix(root_of(heads))]
        assert entry.findtext(f".//{news}language") == head.lang
        assert entry.findtext(f".//{news}title") == head.one("og:title")
        assert entry.findtext(f".//{news}publication_date") == head.one("article:published_time")
        assert entry.findtext(f".//{news}name") == head.one("og:site_name")
    days = sorted({head.one("article:published_time") for head in pages.values()})
    told = {str(entry.findtext(f".//{news}publication_date")) for entry in found}
    assert days[-1] in told
    assert len(told) <= 2


def test_robots_are_told_of_both_sitemaps_and_kept_from_nothing(site: Path, heads: dict[str, Head]) -> None:
    text = (site / "robots.txt").read_text(encoding="utf-8")
    root = root_of(heads)
    assert text == f"User-agent: *\nAllow: /\nSitemap: {root}sitemap.xml\nSitemap: {root}sitemap-news.xml\n"


def test_the_guide_for_programs_leads_to_what_is_there(site: Path, heads: dict[str, Head]) -> None:
    text, root = (site / "llms.txt").read_text(encoding="utf-8"), root_of(heads)
    lines = text.splitlines()
    assert lines[0].startswith("# ")
    assert lines[2].startswith("> ")
    assert [line for line in lines if line.startswith("## ")][:2] == ["## Tiếng Việt (vi)", "## English (en)"]
    links = re.findall(rf"\]\({re.escape(root)}([^)]*)\)", text)
    assert len(links) > 20
    lost = [url for url in links if not (site / (url or "index.html")).exists()]
    assert lost == []
    for url, head in heads.items():
        if head.one("og:type") == "article":
            assert url not in links, "a bulletin would change the guide"


def test_a_reader_that_others_made_finds_the_same(kinds_dir: Path) -> None:
    for kind, _, url in addresses():
        path = kinds_dir / (url if url.endswith(".html") else f"{url}index.html")
        text = path.read_text(encoding="utf-8")
        read = extruct.extract(text, base_url=f"https://example.org/{url}", syntaxes=["json-ld", "opengraph"])
        head = head_of(path)
        assert read["json-ld"] == head.graphs, kind
        properties = [pair for each in read["opengraph"] for pair in each["properties"]]
        wanted = [(name, value) for name, values in head.meta.items() for value in values]
        assert sorted((name, value) for name, value in properties) == sorted(wanted), kind
