"""Pelican with the theme called simple, which comes with it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from bench.peers.articles import Article, assets, read, topic_name, url_of, with_links
from bench.peers.peer import TOOLS, Peer, copy_theme, put
from bench.peers.versions import of_package


def edition(article: Article) -> str:
    """Metadata as Pelican's own header, body for Python-Markdown."""
    topics = ", ".join(topic_name(key, article.tag).replace(",", "") for key in article.topics)
    fields = {
        "Title": article.title,
        "Summary": article.description,
        "Date": str(article.day or ""),
        "Lang": article.tag,
        "Slug": article.key or "home",
        "Category": article.section,
        "Tags": topics,
        "Save_as": f"{article.url.strip('/')}/index.html" if article.key else "",
        "URL": article.url.lstrip("/") if article.key else "",
    }
    head = "".join(f"{name}: {value}\n" for name, value in fields.items() if value)
    body = with_links(article, url_of)
    for picture in ("view.svg", "photo.jpg", "cover.svg"):
        body = body.replace(f"]({picture}", f"](/extra/{article.key}/{picture}")
    if article.image:
        body = f"![{article.alt}](/extra/{article.key}/{article.image})\n\n{body}"
    return f"{head}\n{body}"


def source(article: Article) -> str:
    """Articles are what has a day, pages the rest; the front page's text is a page of its own."""
    folder = "articles" if article.day else "pages"
    return f"content/{folder}/{article.name}"


def write(docs: Path, folder: Path) -> None:
    """Content, pictures and settings."""
    copy_theme("pelican", folder)
    for article in read(docs):
        put(folder / source(article), edition(article))
    for path in assets(docs):
        target = folder / "content" / "extra" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(docs / path, target)


def command(folder: Path) -> Sequence[str]:
    """One build; what was read is kept for the next."""
    return [str(TOOLS / "pelican" / "bin" / "pelican"), "--quiet", "--settings", str(folder / "pelicanconf.py")]


def page(article: Article) -> str:
    """The front page is Pelican's own, a list; the office's text is a page beside it."""
    if article.key:
        return f"{article.url.strip('/')}/index.html"
    return "pages/home.html" if article.tag == "vi" else f"pages/home-{article.tag}.html"


PELICAN = Peer(
    name="Pelican",
    write=write,
    command=command,
    edition=edition,
    source=source,
    version=partial(of_package, "pelican", "pelican"),
    caches=("cache", "__pycache__"),
    page=page,
    has=("lists of sections and topics in Vietnamese", "Atom for each language"),
    lacks=("lists in English", "search", "front page of an office's own", "check of links"),
)
