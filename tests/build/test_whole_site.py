"""What holds for every page of a site, over a large tree with bulletins in every state."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.build.projects import BODY_WORDS, large_tree
from tests.trees import build, write_docs

BASE = "https://ban-tin-nghe-an.example/"


class Html(HTMLParser):
    """Reads the parts of a page by which it is found."""

    def __init__(self, url: str, text: str) -> None:
        super().__init__()
        self.url = url
        self.lang = ""
        self.canonical = ""
        self.alternates: dict[str, str] = {}
        self.links: list[tuple[str, str]] = []
        self.switch: list[str] = []
        self.ids: list[str] = []
        self.is_indexable = True
        self.is_redirect = False
        self.text = text
        self._in_switch = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.lang = given["lang"]
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "nav":
            self._in_switch = given.get("class") == "languages"
        if given.get("rel") == "canonical":
            self.canonical = given["href"]
        elif given.get("rel") == "alternate" and "hreflang" in given:
            self.alternates[given["hreflang"]] = given["href"]
        elif address := given.get("href") or given.get("src"):
            self.links.append((tag, address))
            self.links += [(tag, each.split()[0]) for each in given.get("srcset", "").split(", ") if each]
            if tag == "a" and self._in_switch:
                self.switch.append(urljoin(BASE + self.url, address))
        if given.get("name") == "robots":
            self.is_indexable = False
        self.is_redirect |= given.get("http-equiv") == "refresh"


@pytest.fixture(scope="module", params=[1, 2], ids=["one-tree", "another-tree"])
def site(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    docs = write_docs(folder / "docs", large_tree(request.param, 70))
    run = build(docs, folder / "site")
    assert (run.status, run.errors) == (0, "")
    return run.site


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Html]:
    found = {}
    for path in sorted(site.rglob("*.html")):
        url = path.relative_to(site).as_posix().removesuffix("index.html")
        found[url] = Html(url, path.read_text(encoding="utf-8"))
    return found


def local(address: str) -> str | None:
    """Return the part of an address below the site's root; None for one of another site."""
    return address.removeprefix(BASE) if address.startswith(BASE) else None


def texts(pages: dict[str, Html]) -> Iterator[Html]:
    """Every page of one language but redirects and the answers to no address."""
    own = (page for page in pages.values() if not page.url.startswith("both/"))
    return (page for page in own if not page.is_redirect and not page.url.endswith("404.html"))


def test_the_tree_has_all_kinds_of_pages(pages: dict[str, Html]) -> None:
    assert len(pages) > 150
    for words in ("Not available in English", "Bài này chưa có bản tiếng Việt", "has been withdrawn", "has moved"):
        assert any(words in page.text for page in pages.values())


def test_every_link_leads_to_a_file_and_to_an_anchor_that_is_there(site: Path, pages: dict[str, Html]) -> None:
    dead = []
    for page in pages.values():
        for tag, href in page.links:
            parts = urlsplit(urljoin(BASE + page.url, href))
            target = local(parts._replace(fragment="").geturl())
            if target is None:
                continue
            path = site / unquote(target)
            is_there = (path / "index.html").is_file() if target == "" or target.endswith("/") else path.is_file()
            if not is_there or (tag == "a" and parts.fragment and unquote(parts.fragment) not in pages[target].ids):
                dead.append((page.url, href))
    assert dead == []


def test_alternates_are_symmetric_and_name_the_page_itself(pages: dict[str, Html]) -> None:
    for page in texts(pages):
        if not page.is_indexable:
            assert (page.alternates, page.canonical) == ({}, "")
            continue
        assert page.alternates[page.lang] == page.canonical == BASE + page.url
        for tag, address in page.alternates.items():
            other = pages[local(address) or ""]
            assert other.is_indexable
            assert other.alternates == page.alternates
            assert tag in (other.lang, "x-default")
        assert page.alternates["x-default"] == page.alternates.get("en", page.canonical)


def test_the_language_of_a_page_is_that_of_its_address_and_of_its_text(pages: dict[str, Html]) -> None:
    for page in texts(pages):
        tag, other = ("en", "vi") if page.url.startswith("en/") else ("vi", "en")
        assert page.lang == tag
        assert BODY_WORDS[other] not in page.text
    assert sum(BODY_WORDS["en"] in page.text for page in pages.values()) > 20
    assert sum(BODY_WORDS["vi"] in page.text for page in pages.values()) > 20


def test_side_by_side_every_text_is_marked_with_its_language_and_the_original_is_named(pages: dict[str, Html]) -> None:
    found = [page for page in pages.values() if page.url.startswith("both/")]
    assert len(found) > 10
    for page in found:
        key = page.url.removeprefix("both/")
        assert page.canonical in (BASE + key, f"{BASE}en/{key}")
        assert (page.alternates, page.is_indexable) == ({}, True)
        assert page.switch == [BASE + key, f"{BASE}en/{key}"]
        assert pages[key].is_indexable
        assert pages[f"en/{key}"].is_indexable
        cells = re.findall(r'<div class="cell" lang="(..)" data-name="..">(.*?)</div>', page.text, re.DOTALL)
        assert {tag for tag, _ in cells} == {"vi", "en"}
        for tag, text in cells:
            assert BODY_WORDS["en" if tag == "vi" else "vi"] not in text


def test_the_switch_lands_on_the_same_key_in_the_other_language(pages: dict[str, Html]) -> None:
    for page in texts(pages):
        other = page.url.removeprefix("en/") if page.lang == "en" else f"en/{page.url}"
        assert page.switch == [BASE + other]
        assert other in pages


def test_no_page_has_an_anchor_twice(pages: dict[str, Html]) -> None:
    assert [page.url for page in pages.values() if len(page.ids) != len(set(page.ids))] == []


def test_the_sitemap_holds_exactly_the_indexable_pages(site: Path, pages: dict[str, Html]) -> None:
    root = ET.fromstring((site / "sitemap.xml").read_bytes())
    found = [loc.text for loc in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    expected = {page.canonical for page in texts(pages) if page.is_indexable}
    assert len(found) == len(set(found))
    assert set(found) == expected


def test_nothing_of_another_site_is_loaded(pages: dict[str, Html]) -> None:
    for page in pages.values():
        loaded = [href for tag, href in page.links if tag != "a"]
        assert [href for href in loaded if "//" in href] == []


def test_a_file_is_in_the_site_only_if_a_page_shows_it(site: Path, pages: dict[str, Html]) -> None:
    shown = {
        local(urljoin(BASE + page.url, href))
        for page in pages.values()
        for tag, href in page.links
        if tag in ("img", "a")
    }
    pictures = {path.relative_to(site).as_posix() for path in site.rglob("*.webp")}
    assert pictures
    assert pictures <= shown


@pytest.mark.parametrize(("address", "first"), [("404.html", "vi"), ("en/404.html", "en")])
def test_the_error_page_leads_anywhere_from_the_root(pages: dict[str, Html], address: str, first: str) -> None:
    page = pages[address]
    assert page.lang == first
    assert page.text.index(f'<section lang="{first}"') == page.text.index("<section lang=")
    assert all(href.startswith(("/", "#", "https://", "mailto:")) for _, href in page.links)
    assert 'lang="vi"' in page.text
    assert 'lang="en"' in page.text
    assert not page.is_indexable
