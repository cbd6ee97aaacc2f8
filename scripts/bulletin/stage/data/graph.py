"""All that a page tells machines, in one graph."""

from __future__ import annotations

from dataclasses import replace

from bulletin.model.page import Json, Page, PageKind
from bulletin.stage.data.articles import work
from bulletin.stage.data.lists import breadcrumbs, collection
from bulletin.stage.data.publisher import organisation_in_full, website
from bulletin.stage.data.social import social
from bulletin.stage.details.words import SCHEMA
from bulletin.stage.view import EDITIONS, View


def described(view: View, key: str, tag: str, page: Page) -> Page:
    """A page with what it tells machines. One that search engines may not keep tells them nothing of itself."""
    content = {**page.content, "social": social(page)}
    content.pop("data", None)
    if nodes := _nodes(view, key, tag, page) if page.is_indexable else []:
        content["data"] = {"@context": SCHEMA, "@graph": nodes}
    return replace(page, content=content)


def _nodes(view: View, key: str, tag: str, page: Page) -> list[Json]:
    found: list[Json] = []
    if page.kind is PageKind.HOME:
        found = [website(view.site, tag), organisation_in_full(view.site, tag)]
    elif page.kind in EDITIONS:
        found = [work(view, view.cleared.bulletins[key], tag, page), page.content["data"]]
    else:
        found = [collection(view.site, page)]
    return [node for node in (*found, breadcrumbs(view.site, page)) if node]
