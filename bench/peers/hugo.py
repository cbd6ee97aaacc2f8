"""Hugo with a minimal theme of our own."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from bench.peers.articles import Article, assets, plain, read, topic_name
from bench.peers.front import front_matter
from bench.peers.peer import TOOLS, Peer, copy_theme, put
from bench.peers.versions import of_package


def program() -> Path:
    """The program itself, not the Python script that starts it."""
    return next((TOOLS / "peers").glob("lib/python3*/site-packages/hugo/binaries/hugo*"))


def edition(article: Article) -> str:
    """Front matter in YAML, body for Goldmark."""
    topics = [topic_name(key, article.tag) for key in article.topics]
    return front_matter(article, topics=topics, image=article.image, alt=article.alt) + plain(article)


def source(article: Article) -> str:
    """A bundle of pages; the front page has a name of its own."""
    return f"content/{article.name}" if article.key else f"content/_index.{article.tag}.md"


def write(docs: Path, folder: Path) -> None:
    """Content, pictures and theme."""
    copy_theme("hugo", folder)
    for article in read(docs):
        put(folder / source(article), edition(article))
    for path in assets(docs):
        target = folder / "static" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(docs / path, target)


def command(folder: Path) -> Sequence[str]:
    """One build; Hugo removes nothing from its output by itself, nor was it asked to."""
    return [str(program()), "--quiet", "--source", str(folder), "--destination", str(folder / "site")]


HUGO = Peer(
    name="Hugo",
    write=write,
    command=command,
    edition=edition,
    source=source,
    version=partial(of_package, "peers", "hugo"),
    caches=("resources", ".hugo_build.lock"),
    has=("lists of sections and topics", "RSS", "an index of all texts, with no page that searches it"),
    lacks=("search page", "boxes (shown as quotations)", "check of links"),
)
