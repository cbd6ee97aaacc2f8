"""What the head of a page says to machines, read by nothing that made it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any


@dataclass
class Head:
    """Of one page."""

    lang: str = ""
    title: str = ""
    canonical: str = ""
    robots: str = ""
    alternates: dict[str, str] = field(default_factory=dict)
    """hreflang → address."""
    meta: dict[str, list[str]] = field(default_factory=dict)
    """Property of Open Graph → its values."""
    graphs: list[dict[str, Any]] = field(default_factory=list)

    @property
    def nodes(self) -> list[dict[str, Any]]:
        """What its JSON-LD says."""
        return [node for graph in self.graphs for node in graph["@graph"]]

    @property
    def about_itself(self) -> list[dict[str, Any]]:
        """The nodes that say an address of their own: the page, or what it is about."""
        return [node for node in self.nodes if "url" in node and not node["@id"].endswith("#organization")]

    def one(self, name: str) -> str:
        """A property that may stand once; empty for none."""
        values = self.meta.get(name, [])
        assert len(values) <= 1, (name, values)
        return values[0] if values else ""


def head_of(path: Path) -> Head:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.head


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.head = Head()
        self.is_data = self.is_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.head.lang = given["lang"]
        elif tag == "meta" and given.get("property"):
            self.head.meta.setdefault(given["property"], []).append(given["content"])
        elif tag == "meta" and given.get("name") == "robots":
            self.head.robots = given["content"]
        elif tag == "link" and given.get("rel") == "canonical":
            assert not self.head.canonical
            self.head.canonical = given["href"]
        elif tag == "link" and given.get("rel") == "alternate" and "hreflang" in given:
            assert given["hreflang"] not in self.head.alternates
            self.head.alternates[given["hreflang"]] = given["href"]
        self.is_data = tag == "script" and given.get("type") == "application/ld+json"
        self.is_title = tag == "title" and not self.head.title

    def handle_data(self, data: str) -> None:
        if self.is_data:
            self.head.graphs.append(json.loads(data))
        elif self.is_title:
            self.head.title += data

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "title"):
            self.is_data = self.is_title = False
