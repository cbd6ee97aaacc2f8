"""MkDocs with Material and static-i18n as they come, and Zensical with zensical-i18n, which reads the same settings.

Neither makes lists: those are written here as pages, once, as an office would have to write them by hand.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

from bench.content.material import TAGS
from bench.peers.articles import Article, assets, read, topic_name, with_links
from bench.peers.front import front_matter
from bench.peers.peer import THEMES, TOOLS, Peer, put
from bench.peers.versions import of_package

NAMES: Mapping[str, str] = {"vi": "Bản tin", "en": "Bulletin"}


def edition(article: Article) -> str:
    """The text as it is: its Markdown is theirs. Links leave the language out, as both want it."""

    def address(key: str, _tag: str) -> str:
        up = "/".join([".."] * len(Path(article.key).parts)) or "."
        return f"{up}/{key}/index.md" if key else f"{up}/index.md"

    tags = [topic_name(key, article.tag) for key in article.topics]
    picture = f"![{article.alt}]({article.image})\n\n" if article.image else ""
    head = "" if article.body.startswith("# ") else f"# {article.title}\n\n"
    return front_matter(article, tags=tags) + head + picture + with_links(article, address)


def source(article: Article) -> str:
    """The same place as in this project."""
    return f"docs/{article.name}"


def lists(articles: Iterable[Article]) -> list[tuple[str, str]]:
    """(file, text) of a page for each month of a section, and for each section."""
    found = []
    for tag in TAGS:
        dated = [each for each in articles if each.tag == tag and each.day]
        dated.sort(key=lambda each: (each.section, f"{each.day:%Y-%m}", each.key))
        for section, of_section in groupby(dated, key=lambda each: each.section):
            months = []
            for month, of_month in groupby(of_section, key=lambda each: f"{each.day:%Y-%m}"):
                lines = [f"- [{each.title}](../{each.key}/index.md), {each.day}" for each in of_month]
                found.append(
                    (f"lists/{section}-{month}.{tag}.md", f"# {section} {month}\n\n" + "\n".join(lines) + "\n")
                )
                months.append(f"- [{month}]({section}-{month}.md)")
            found.append((f"lists/{section}.{tag}.md", f"# {section}\n\n" + "\n".join(reversed(months)) + "\n"))
    return found


def _write(settings: str, docs: Path, folder: Path) -> None:
    articles = read(docs)
    for article in articles:
        put(folder / source(article), edition(article))
    for name, text in lists(articles):
        put(folder / "docs" / name, text)
    for path in assets(docs):
        shutil.copy(docs / path, folder / "docs" / path)
    sections = sorted({each.section for each in articles if each.day})
    text = (THEMES / "mkdocs" / settings).read_text("utf-8")
    nav = "".join(f"  - {section}: lists/{section}.md\n" for section in sections)
    put(folder / "mkdocs.yml", text + "nav:\n  - index.md\n" + nav)


def _mkdocs(folder: Path) -> Sequence[str]:
    script = str(Path(sys.executable).parent / "mkdocs")
    return [script, "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")]


def _zensical(folder: Path) -> Sequence[str]:
    return [str(TOOLS / "peers" / "bin" / "zensical-i18n"), "build", "--config-file", str(folder / "mkdocs.yml")]


_LACKS = ("lists (written by hand here)", "feeds")

STOCK = Peer(
    name="MkDocs + Material + static-i18n",
    write=partial(_write, "mkdocs.yml"),
    command=_mkdocs,
    edition=edition,
    source=source,
    version=lambda: " / ".join(version(name) for name in ("mkdocs", "mkdocs-material", "mkdocs-static-i18n")),
    has=("search with its page", "check of links", "tables of contents"),
    lacks=_LACKS,
)

ZENSICAL = Peer(
    name="Zensical + zensical-i18n",
    write=partial(_write, "zensical.yml"),
    command=_zensical,
    edition=edition,
    source=source,
    version=lambda: " / ".join(of_package("peers", name) for name in ("zensical", "zensical-i18n")),
    caches=(".cache", ".zensical-i18n"),
    has=("search with its page", "check of links", "tables of contents"),
    lacks=_LACKS,
)
