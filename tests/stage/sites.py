"""Docs folders taken as far as the stage: which pages they make, and what each of them shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bulletin.model.calendar import parse_instant
from bulletin.model.finding import Severity
from bulletin.model.page import Page, PageKind, resolved
from bulletin.prepared import Prepared, prepare

from tests.trees import NOW, WAITING, pair, with_field, write_docs

TOPICS = """\
investment: {vi: Đầu tư, en: Investment, lead: {vi: Tin về đầu tư., en: News on investment.}}
culture: {vi: Văn hóa, en: Culture}
"""
STANDING = """\
---
title: Cơ quan chủ quản
description: Ai làm bản tin này.
status: published
approved: {by: Nguyễn Văn A, on: 2026-02-01}
---
Sở Ngoại vụ.
"""
ENGLISH = """\
---
title: Consulates in the region
description: Where to find them.
date: 2026-03-05
status: published
approved: {by: Nguyễn Văn A, on: 2026-03-05}
---
Three offices are open.
"""
"""A bulletin that was written in English."""


@dataclass(frozen=True, slots=True)
class Staged:
    """The pages that a docs folder makes."""

    prepared: Prepared

    def __getitem__(self, url: str) -> Page:
        page = next(page for page in self.prepared.pages if page.url == url)
        return replace(page, content={name: resolved(value) for name, value in page.content.items()})

    def kinds(self) -> dict[str, PageKind]:
        """Address → kind, for all pages."""
        return {page.url: page.kind for page in self.prepared.pages}

    def items(self, url: str, name: str = "items") -> list[str]:
        """The addresses to which the cards of a list, or those at the head of a front page, lead."""
        page = self[url]
        found: Any = page.content["front" if page.kind is PageKind.HOME else name]
        return [card["url"] for card in found]


def stage(folder: Path, files: Mapping[str, str | bytes], now: str = NOW) -> Staged:
    """Write a docs folder and take it to the stage, where translations may wait. Fails where an error stops it."""
    docs = write_docs(folder / "docs", {**WAITING, **files})
    prepared = prepare(docs, parse_instant(now))
    found = prepared.findings
    assert [f"{each.path}:{each.line}: {each.message}" for each in found if each.severity is Severity.ERROR] == []
    return Staged(prepared)


def dated(
    key: str, day: str, *fields: str, title: str = "Bài viết", english: str | None = "A story"
) -> dict[str, str | bytes]:
    """The files of a dated bulletin; without a translation where there is no English title."""
    source = (
        f"---\ntitle: {title}\ndescription: Mô tả.\ndate: {day}\nstatus: published\n"
        f"approved: {{by: Nguyễn Văn A, on: {day}}}\n---\nNội dung.\n"
    )
    translation = (
        f"---\ntitle: {english}\ndescription: A description.\ntranslation: {{of: vi, status: reviewed}}\n---\nText.\n"
    )
    return pair(key, with_field(source, *fields), translation if english else None)
