"""The feeds of a built site: sound to a reader that others made, and whole wherever they lead."""

import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import feedparser
import pytest
from bulletin.source.site import read_site
from jsonschema import Draft202012Validator

from tests.site.kinds import KINDS
from tests.trees import ROOT

SITE = read_site(ROOT / "mkdocs.yml")
SCHEMA = json.loads((ROOT / "tests/finish/feeds/schema.json").read_text(encoding="utf-8"))
_LINK = re.compile(
    r'<link rel="alternate" type="application/(?:atom|feed)\+(?:xml|json)" title="([^"]*)" href="([^"]*)">'
)


class Addresses(HTMLParser):
    """Every address of a text, and every language that it names."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name in ("href", "src", "poster"):
                self.found.append(value or "")
            if name == "srcset":
                self.found += [each.split()[0] for each in (value or "").split(",")]


def atoms(site: Path) -> list[Path]:
    return sorted(site.rglob("feeds/**/atom.xml"))


def words(html: str) -> list[str]:
    return unescape(re.sub(r"<[^>]+>", " ", html)).split()


def read(path: Path) -> Any:  # noqa: ANN401 - feedparser has no types
    found = feedparser.parse(path.read_bytes())
    assert not found.bozo, (path, found.bozo_exception)
    return found


@pytest.fixture(params=["site_dir", "kinds_dir"])
def site(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


def test_feedparser_and_the_schema_find_nothing_wrong(site: Path) -> None:
    assert len(atoms(site)) > 4
    for path in atoms(site):
        found, prefix = read(path), "en" if path.is_relative_to(site / "en") else "vi"
        assert found.feed.language == prefix
        document = json.loads((path.parent / "feed.json").read_text(encoding="utf-8"))
        assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(document)] == []
        assert [item["id"] for item in document["items"]] == [entry.id for entry in found.entries]
        texts = [words(entry.content[0].value) for entry in found.entries]  # feedparser sanitises what it reads
        assert [words(item["content_html"]) for item in document["items"]] == texts
        assert [entry.published_parsed for entry in found.entries] == sorted(
            (entry.published_parsed for entry in found.entries), reverse=True
        )


def test_every_address_is_whole_and_of_a_file_of_the_site(site: Path) -> None:
    for path in site.rglob("feeds/**/feed.json"):
        document = json.loads(path.read_text(encoding="utf-8"))
        own = [document["icon"], document["home_page_url"], document["feed_url"], document["_bulletin"]["about"]]
        for item in document["items"]:
            texts = Addresses(item["content_html"])
            assert not texts.tags & {"script", "style", "iframe", "form"}
            own += [item["url"], *texts.found, *([item["image"]] if "image" in item else [])]
        assert [each for each in own if not each.startswith(("https://", "http://", "mailto:", "tel:"))] == []
        inside = {each.removeprefix(SITE.url).partition("#")[0] for each in own if each.startswith(SITE.url)}
        files = [site / unquote(each) / ("index.html" if each.endswith("/") or not each else "") for each in inside]
        assert [file for file in files if not file.is_file()] == []


def test_an_entry_is_the_edition_at_its_address(site: Path) -> None:
    for path in atoms(site):
        found = read(path)
        for entry in found.entries:
            page = (site / entry.link.removeprefix(SITE.url) / "index.html").read_text(encoding="utf-8")
            assert f'<html lang="{found.feed.language}">' in page
            assert entry.title in re.sub(r"<[^>]+>", "", unescape(page))
            assert 'name="robots" content="noindex"' not in page


def test_every_page_names_the_feed_of_its_language_and_that_of_its_list(kinds_dir: Path) -> None:
    for path in kinds_dir.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in page:
            continue
        named = _LINK.findall(page)
        assert len(named) in (2, 4), path
        prefix = "en/" if '<html lang="en">' in page else ""
        names = [(path.parent / address).resolve() for _, address in named]
        if path.name != "404.html":
            assert names[0] == (kinds_dir / prefix / "feeds/atom.xml").resolve()
            assert all(name.is_file() for name in names)
    section = (kinds_dir / "en/news/index.html").read_text(encoding="utf-8")
    titles = [unescape(title) for title, _ in _LINK.findall(section)]
    assert titles == [SITE.name["en"]] * 2 + [f"News – {SITE.name['en']}"] * 2


def test_stubs_and_withdrawn_bulletins_are_in_no_feed(kinds_dir: Path) -> None:
    links = [entry.link for path in atoms(kinds_dir) for entry in read(path).entries]
    assert f"{SITE.url}news/2026/10/danh-muc/" in links
    stub = f"{SITE.url}en/{KINDS['stub']}"
    assert (kinds_dir / "en" / KINDS["stub"] / "index.html").is_file()
    assert not [link for link in links if "da-go" in link or link == stub]
