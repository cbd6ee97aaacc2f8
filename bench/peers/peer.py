"""What the benchmark knows of a generator."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.peers.articles import Article

THEMES = Path(__file__).parent / "themes"
TOOLS = Path(__file__).parents[2] / ".build" / "bench"
"""Where `make bench` puts the generators."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator, and how it is run in a folder that `write` has filled."""

    name: str
    write: Callable[[Path, Path], None]
    """From a docs folder into a folder of its own."""
    command: Callable[[Path], Sequence[str]]
    edition: Callable[[Article], str]
    """An edition as the generator reads it."""
    source: Callable[[Article], str]
    """Where it reads it, from its folder."""
    version: Callable[[], str]
    output: str = "site"
    caches: tuple[str, ...] = ()
    """What it keeps between two runs besides its output, from its folder."""
    page: Callable[[Article], str] = field(default=lambda article: f"{article.url.strip('/')}/index.html".lstrip("/"))
    """Where the page of an edition stands in its output."""
    environment: Mapping[str, str] = field(default_factory=dict)
    has: tuple[str, ...] = ()
    """What it makes besides the pages of both languages."""
    lacks: tuple[str, ...] = ()
    """What this project makes and it does not."""
    is_told: Callable[[Path, Article], None] | None = None
    """What an edit asks for besides the text, such as a lock."""

    def clear(self, folder: Path) -> None:
        """Remove what earlier runs left."""
        for name in (self.output, *self.caches):
            path = folder / name
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


def put(path: Path, text: str) -> None:
    """Write a file, with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def copy_theme(name: str, folder: Path) -> None:
    """Put a generator's settings and templates into its folder."""
    shutil.copytree(THEMES / name, folder, dirs_exist_ok=True)
