"""Feeds as Atom 1.0 (RFC 4287).

By hand, on the standard library's writer of XML: the library that is kept for this (feedgen) knows no language of an
entry and no JSON Feed, takes the clock for what is not said, and brings lxml along.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from bulletin.model.feed import ATOM, ATOM_TYPE, JSON, JSON_TYPE, Author, Entry, Feed
from bulletin.model.site import Site

_NAMESPACE = "http://www.w3.org/2005/Atom"
_HTML = "text/html"
_HTML_ELSEWHERE = "text/html; charset=utf-8"
"""The type of a translation's page. Of several alternates of type text/html some readers take the first for the
entry's own page, and some the last (feedparser); one with a parameter none of them does."""
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not have, even by their numbers (2.2)."""
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without entries was last updated."""


def written(feed: Feed, site: Site, icon: str) -> bytes:
    """An Atom document; `icon` is an absolute address, or empty."""
    root = Element("feed", {"xmlns": _NAMESPACE, "xml:lang": feed.locale})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.description)
    _text(root, "updated", _instant(max((entry.updated for entry in feed.entries), default=_NEVER)))
    _author(root, feed.author)
    _link(root, "self", site.url + feed.url + ATOM, ATOM_TYPE)
    _link(root, "alternate", feed.home, _HTML, feed.locale)
    _translations(root, feed.translations.items())
    _link(root, "alternate", site.url + feed.url + JSON, JSON_TYPE, feed.locale)
    if feed.licence:
        _link(root, "license", feed.licence)  # RFC 4946
    for name, text in (("rights", feed.rights), ("icon", icon), ("logo", icon)):
        if text:
            _text(root, name, text)
    for entry in feed.entries:
        _entry(root, entry, feed)
    indent(root, " ")
    document: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def _entry(root: Element, entry: Entry, feed: Feed) -> None:
    element = SubElement(root, "entry", {"xml:lang": feed.locale})
    _text(element, "id", entry.id)
    _text(element, "title", entry.title)
    _link(element, "alternate", entry.url, _HTML, feed.locale)
    _translations(element, entry.translations)
    _text(element, "published", _instant(entry.published))
    _text(element, "updated", _instant(entry.updated))
    _author(element, entry.author)
    for category in entry.categories:
        given = {"term": category.term, "scheme": category.scheme, "label": category.label}
        SubElement(element, "category", {name: _plain(value) for name, value in given.items() if value})
    if entry.rights:
        _text(element, "rights", entry.rights)
    _text(element, "summary", entry.summary)
    _text(element, "content", entry.content, {"type": "html"})


def _text(parent: Element, name: str, text: str, attributes: dict[str, str] | None = None) -> None:
    SubElement(parent, name, attributes or {}).text = _plain(text)


def _author(parent: Element, author: Author) -> None:
    element = SubElement(parent, "author")
    _text(element, "name", author.name)
    if author.url:
        _text(element, "uri", author.url)


def _translations(parent: Element, translations: Iterable[tuple[str, str]]) -> None:
    for tag, url in translations:
        _link(parent, "alternate", url, _HTML_ELSEWHERE, tag)


def _link(parent: Element, rel: str, href: str, kind: str = "", language: str = "") -> None:
    given = {"rel": rel, "type": kind, "hreflang": language, "href": href}
    SubElement(parent, "link", {name: _plain(value) for name, value in given.items() if value})


def _plain(text: str) -> str:
    return _NOT_XML.sub("", text)


def _instant(instant: datetime) -> str:
    return instant.isoformat(timespec="seconds")
