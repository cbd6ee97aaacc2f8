"""The guide as programs read it: Markdown in the order that llmstxt.org asks for."""

from __future__ import annotations

import re

from bulletin.model.guide import Guide, Way
from bulletin.model.site import Site

NAME = "llms.txt"
_MARKS = re.compile(r"([\\`*_\[\]<>#|])")


def written(guide: Guide, site: Site) -> bytes:
    """A heading, a summary, notes, then lists of links under headings."""
    parts = [f"# {_plain(guide.title)}", f"> {_plain(guide.summary)}", *map(_plain, guide.notes)]
    for chapter in guide.chapters:
        parts.append(f"## {_plain(chapter.title)}")
        parts.append("\n".join(_line(way, site) for way in chapter.ways))
    return ("\n\n".join(parts) + "\n").encode()


def _line(way: Way, site: Site) -> str:
    note = f": {_plain(way.note)}" if way.note else ""
    return f"- [{_plain(way.title)}]({site.url}{way.url}){note}"


def _plain(text: str) -> str:
    """A text on one line in which nothing is a mark of Markdown; an address in it stays one."""
    words = (word if word.startswith(("https://", "http://")) else _MARKS.sub(r"\\\1", word) for word in text.split())
    return " ".join(words)
