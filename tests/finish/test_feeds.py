"""Feeds as files: read back by a reader that others made, by a schema of the format, and held to the letter once."""

import json
import unicodedata
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from bulletin.finish import atom, json_feed
from bulletin.model.calendar import SITE_ZONE
from bulletin.model.feed import Author, Category, Entry, Feed
from bulletin.model.site import Site
from bulletin.source.site import read_site
from jsonschema import Draft202012Validator

from tests.trees import ROOT

GOLDEN = Path(__file__).parent / "feeds"
HOME = "https://ban-tin-nghe-an.example/"
ICON = f"{HOME}assets/icon.0123456789.svg"
ENTRY = Entry(
    id="tag:ban-tin-nghe-an.example,2026:news/2026/03/hoi-nghi:vi",
    url=f"{HOME}news/2026/03/hoi-nghi/",
    title="Hội nghị xúc tiến đầu tư Nghệ An",
    summary="Tỉnh giới thiệu các dự án với nhà đầu tư.",
    content='<div lang="vi">\n<p>Hội nghị diễn ra ngày 05 tháng 3; tham dự có <em>230</em> nhà đầu tư &amp; khách.</p>\n</div>',
    published=datetime(2026, 3, 5, tzinfo=SITE_ZONE),
    updated=datetime(2026, 3, 9, 0, 0, 1, tzinfo=SITE_ZONE),
    author=Author("Nguyễn Thùy Dương"),
    rights="Ảnh: Sở Tài chính",
    categories=(
        Category("news", "Tin tức"),
        Category("investment", "Đầu tư", f"{HOME}topics/"),
        Category("investment", "Đầu tư", f"{HOME}sectors/"),
    ),
    translations=(("en", f"{HOME}en/news/2026/03/hoi-nghi/"),),
    image=f"{HOME}news/2026/03/hoi-nghi/anh-0123456789-1200.webp",
)
FEED = Feed(
    url="feeds/topics/investment/",
    id="tag:ban-tin-nghe-an.example,2026:feeds/topics/investment:vi",
    locale="vi",
    title="Đầu tư – Bản tin đối ngoại Nghệ An",
    description="Tin về đầu tư.",
    home=f"{HOME}topics/investment/",
    about=f"{HOME}feeds/",
    author=Author("Sở Ngoại vụ", HOME),
    rights="CC BY 4.0",
    licence="https://creativecommons.org/licenses/by/4.0/",
    translations={"en": f"{HOME}en/topics/investment/"},
    entries=(ENTRY,),
)


@pytest.fixture(scope="module")
def site() -> Site:
    return read_site(ROOT / "mkdocs.yml")


def read(data: bytes) -> Any:  # noqa: ANN401 - feedparser has no types
    found = feedparser.parse(data)
    assert not found.bozo, found.bozo_exception
    return found


def faults(data: bytes) -> list[str]:
    """What the schema of JSON Feed says against a feed."""
    schema = json.loads((GOLDEN / "schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return [
        f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(json.loads(data))
    ]


@pytest.mark.parametrize(("name", "writer"), [("atom.xml", atom.written), ("feed.json", json_feed.written)])
def test_the_files_are_these_to_the_byte(name: str, writer: Any, site: Site) -> None:  # noqa: ANN401 - either module's
    assert writer(FEED, site, ICON).decode() == (GOLDEN / name).read_text(encoding="utf-8")


def test_a_reader_finds_in_it_what_was_written(site: Site) -> None:
    found = read(atom.written(FEED, site, ICON))
    (entry,) = found.entries
    assert (found.version, found.feed.language, found.feed.link) == ("atom10", "vi", FEED.home)
    assert (found.feed.title, found.feed.subtitle, found.feed.rights) == (FEED.title, FEED.description, FEED.rights)
    assert found.feed.updated == "2026-03-09T00:00:01+07:00"
    assert (entry.id, entry.title, entry.summary, entry.author) == (
        ENTRY.id,
        ENTRY.title,
        ENTRY.summary,
        "Nguyễn Thùy Dương",
    )
    assert (entry.published, entry.updated) == ("2026-03-05T00:00:00+07:00", "2026-03-09T00:00:01+07:00")
    assert (entry.content[0].type, entry.content[0].language, entry.content[0].value) == (
        "text/html",
        "vi",
        ENTRY.content,
    )
    assert [(tag.term, tag.scheme, tag.label) for tag in entry.tags][1] == ("investment", f"{HOME}topics/", "Đầu tư")


def test_the_page_of_an_entry_is_its_own_for_readers_of_the_first_link_and_of_the_last(site: Site) -> None:
    (entry,) = read(atom.written(FEED, site, ICON)).entries
    assert entry.link == ENTRY.url == entry.links[0].href
    assert [(each.hreflang, each.href) for each in entry.links[1:]] == [*ENTRY.translations]


def test_json_feed_says_the_same_and_keeps_to_its_schema(site: Site) -> None:
    data = json_feed.written(FEED, site, ICON)
    assert faults(data) == []
    document = json.loads(data)
    (item,) = document["items"]
    assert (item["id"], item["title"], item["content_html"]) == (ENTRY.id, ENTRY.title, ENTRY.content)
    assert (document["language"], item["language"], item["tags"]) == ("vi", "vi", ["Tin tức", "Đầu tư"])
    assert item["_bulletin"]["translations"] == [{"language": "en", "url": ENTRY.translations[0][1]}]


def test_the_schema_sees_what_is_wrong(site: Site) -> None:
    document = json.loads(json_feed.written(FEED, site, ICON))
    document["items"][0] |= {"date_published": "05/03/2026", "author": "A"}
    del document["title"]
    assert len(faults(json.dumps(document).encode())) == 3


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Đầu tư ]]> <b>vào</b> &amp; & “Nghệ An”", id="marks-of-xml"),
        pytest.param("Hội\x00 nghị\x0b \x1b\x7f\ufffe\uffff", id="control-characters"),
        pytest.param("</title></entry><!-- <?xml?> <![CDATA[", id="markup"),
        pytest.param("Nửa \ud83d chữ", id="half-a-character"),
        pytest.param(unicodedata.normalize("NFD", "Tỉnh Nghệ An đón đoàn"), id="nfd"),
        pytest.param("🌾 𠮷", id="beyond-the-first-plane"),
    ],
)
def test_hostile_texts_leave_both_files_sound(title: str, site: Site) -> None:
    entry = replace(ENTRY, title=title, summary=title, content=f"<p>{title}</p>", author=Author(title), rights=title)
    feed = replace(FEED, title=title, entries=(replace(entry, categories=(Category("news", title),)),))
    data = atom.written(feed, site, ICON)
    read(data)
    expected = "".join(c for c in title if c not in "\x00\x0b\x1b\ufffe\uffff\ud83d")
    told = ET.fromstring(data).find("{http://www.w3.org/2005/Atom}entry/{http://www.w3.org/2005/Atom}title")
    assert told is not None
    assert told.text == expected
    other = json_feed.written(feed, site, ICON)
    assert faults(other) == []
    assert json.loads(other)["items"][0]["title"] == title.replace("\ud83d", "?")


def test_a_feed_with_nothing_in_it_is_still_one(site: Site) -> None:
    empty = replace(FEED, entries=(), licence="", translations={})
    assert read(atom.written(empty, site, "")).entries == []
    data = json_feed.written(empty, site, "")
    assert faults(data) == []
    assert json.loads(data)["items"] == []
