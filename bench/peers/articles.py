"""The generated docs folder as every generator can take it: each edition with all its fields, and the files beside."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bench.content.bulletins import registry
from bench.content.material import TAGS

_INNER = re.compile(r"\]\(((?:\.\./)*[a-z0-9/.-]*?)/?index\.(?:vi|en)\.md\)")
_PICTURE = re.compile(r"\]\(([a-z-]+\.(?:svg|jpg))(?= |\))")
_BOX = re.compile(r'^[!?]{3}\+? [\w-]+(?: "([^"]*)")?\n((?:    .*\n?|\n(?=    ))+)', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Article:
    """One edition."""

    key: str
    tag: str
    title: str
    description: str
    day: date | None
    topics: tuple[str, ...]
    image: str
    """Name of the lead picture in the bundle; empty for none."""
    alt: str
    body: str

    @property
    def section(self) -> str:
        """Its top folder."""
        return self.key.split("/", 1)[0]

    @property
    def url(self) -> str:
        """Its address below the site, as this project has it."""
        return url_of(self.key, self.tag)

    @property
    def name(self) -> str:
        """Its file below a docs folder."""
        return f"{self.key}/index.{self.tag}.md" if self.key else f"index.{self.tag}.md"


def url_of(key: str, tag: str) -> str:
    """`/key/`, or `/en/key/`."""
    return "/".join(["" if tag == TAGS[0] else f"/{tag}", *([key] if key else []), ""])


def read(docs: Path) -> list[Article]:
    """Every edition, Vietnamese before English."""
    return [article for path in sorted(docs.rglob("index.vi.md")) for article in read_bundle(docs, path.parent)]


def read_bundle(docs: Path, folder: Path) -> Iterator[Article]:
    """Both editions of a bundle."""
    key = "" if folder == docs else folder.relative_to(docs).as_posix()
    shared: dict[str, Any] = {}
    for tag in TAGS:
        front, body = (folder / f"index.{tag}.md").read_text("utf-8").removeprefix("---\n").split("\n---\n", 1)
        fields = yaml.load(front, yaml.CBaseLoader)  # noqa: S506 - reads texts only
        shared = shared or fields
        image = fields.get("image") or {}
        yield Article(
            key=key,
            tag=tag,
            title=fields["title"],
            description=fields["description"],
            day=date.fromisoformat(str(shared["date"])) if "date" in shared else None,
            topics=tuple(shared.get("topics", ())),
            image=image.get("file", ""),
            alt=image.get("alt", ""),
            body=body.strip("\n") + "\n",
        )


def assets(docs: Path) -> Iterator[Path]:
    """The pictures, from the docs folder."""
    yield from (path.relative_to(docs) for path in sorted(docs.rglob("*.*")) if path.suffix in {".svg", ".jpg"})


def topic_name(key: str, tag: str) -> str:
    """What readers see of a topic."""
    return str(registry("topics")[key][tag])


def with_links(article: Article, address: Callable[[str, str], str]) -> str:
    """The body with every link to another bulletin as a generator wants it, from its key and language."""

    def there(match: re.Match[str]) -> str:
        key = posixpath.normpath(posixpath.join(article.key, match[1] or "."))
        return f"]({address('' if key == '.' else key, article.tag)})"

    return _INNER.sub(there, article.body)


def plain(article: Article) -> str:
    """The body for generators without boxes: links and pictures as addresses, boxes as quotations."""

    def quotation(match: re.Match[str]) -> str:
        lines = match[2].rstrip("\n").split("\n")
        head = [f"**{match[1]}**", ""] if match[1] else []
        return "\n".join(f"> {line.removeprefix('    ')}".rstrip() for line in [*head, *lines]) + "\n"

    text = _PICTURE.sub(rf"](/{article.key}/\1", with_links(article, url_of))
    return _BOX.sub(quotation, text)
