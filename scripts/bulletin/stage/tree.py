"""The stage on disk: a page a file, named as the renderer's plugin wants, its content in front matter."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path

from bulletin.model.page import Json, Page, PageKind, resolved
from bulletin.model.site import Site

FURNITURE = "furniture.json"


def write_stage(pages: Iterable[Page], furniture: Json, folder: Path, site: Site) -> None:
    """Write pages into an empty folder: `pages/` is the renderer's docs folder, beside it what all share."""
    for page in pages:
        target = folder / "pages" / source_name(page, site)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(staged_text(page), encoding="utf-8", newline="\n")
    (folder / FURNITURE).write_text(json.dumps(furniture, ensure_ascii=False), encoding="utf-8")


def source_name(page: Page, site: Site) -> str:
    """The file that becomes a page: `news/2026/03/wind/index.en.md`."""
    if page.kind is PageKind.NOT_FOUND:
        return f"404.{page.locale}.md"
    return f"{page.url.removeprefix(site.locale(page.locale).prefix)}index.{page.locale}.md"


def staged_text(page: Page) -> str:
    """A page as a file: two fields of YAML, of which one holds everything as JSON, and the finished body."""
    data = asdict(replace(page, content={name: resolved(each) for name, each in page.content.items()}))
    body = data.pop("body")
    data["kind"] = page.kind.value
    data["modified"] = page.modified and page.modified.isoformat()
    staged = json.dumps(data, ensure_ascii=False)
    return f"---\ntitle: {_quoted(page.title)}\nstaged: {_quoted(staged)}\n---\n{body}"


def _quoted(text: str) -> str:
    """A YAML scalar in single quotes, in which nothing but the quote itself has a meaning."""
    return "'" + text.replace("'", "''") + "'"
