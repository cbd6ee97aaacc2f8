"""Front matter for generators that take YAML."""

from __future__ import annotations

import json

from bench.peers.articles import Article


def front_matter(article: Article, **more: object) -> str:
    """What all need, and what one wants besides; JSON is YAML."""
    fields: dict[str, object] = {"title": article.title, "description": article.description}
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in {**fields, **more}.items() if value]
    if article.day:
        lines.append(f"date: {article.day}")
    return "---\n" + "\n".join(lines) + "\n---\n\n"
