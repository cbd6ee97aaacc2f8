"""The project itself, as a copy in the folder, so that its caches are its own."""

from __future__ import annotations

import compileall
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bulletin.checks.states import digests
from bulletin.model.state import Accepted
from bulletin.source.blocks import read_blocks
from bulletin.source.lock import LOCK_NAME, write_lock
from bulletin.source.tree import Bundle, read_bundle

from bench.content.generate import NOW
from bench.content.material import TAGS
from bench.peers.articles import Article
from bench.peers.peer import Peer

ROOT = Path(__file__).parents[2]
PARTS = ("scripts", "overrides", "mkdocs.yml")
PICTURES = ".build/cache/share-images"
"""What is kept where the pictures for sharing are not to be drawn again."""


def write(docs: Path, folder: Path) -> None:
    """The program and the docs folder."""
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder)
    shutil.copytree(docs, folder / "docs")
    compileall.compile_dir(folder / "scripts", quiet=2)


def command(_folder: Path) -> Sequence[str]:
    """The real command: check, build, publish."""
    return [sys.executable, "scripts/build.py", "--now", NOW]


def accept(folder: Path, article: Article) -> None:
    """Write the bundle's lock anew, as an editor does who has compared both texts."""
    docs = folder / "docs"
    bundle = Bundle(article.key, {path.name: f"{article.key}/{path.name}" for path in (docs / article.key).iterdir()})
    bulletin, _ = read_bundle(docs, bundle, TAGS)
    if bulletin is None:
        raise ValueError(article.key)
    source, own = (tuple(digest for digest, _ in digests(read_blocks(bulletin.editions[tag]))) for tag in TAGS)
    day = date.fromisoformat(NOW[:10])
    (docs / article.key / LOCK_NAME).write_text(write_lock({"en": Accepted("vi", day, source, own)}), "utf-8")


def version() -> str:
    """It has none: it is this tree."""
    return ""


THIS = Peer(
    name="This project",
    write=write,
    command=command,
    edition=lambda _: "",
    source=lambda article: f"docs/{article.name}",
    version=version,
    caches=(".build",),
    has=(
        *("check of both languages", "lists, months, archive, topics, places, agencies", "Atom and JSON feeds"),
        *("search with its page", "pictures for sharing", "API files", "calendars"),
    ),
    is_told=accept,
)
