"""What a card says of the language in which its bulletin is."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tests.trees import ROOT

CARD = {
    "url": "news/2026/02/a/",
    "title": "Cảng đón tàu",
    "description": "Mô tả.",
    "section": "News",
    "date": None,
    "image": None,
}


def shown(tag: str, locale: str) -> str:
    """A card that leads to a bulletin in one language, on a page in another."""
    loader = FileSystemLoader(ROOT / "overrides")
    env = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    env.filters["way"] = str
    names = {"vi": "Tiếng Việt", "en": "English"}
    context: dict[str, Any] = {
        "site": SimpleNamespace(locale=lambda tag: SimpleNamespace(name=names[tag])),
        "shown": {"locale": locale},
        "item": CARD | {"tag": tag},
    }
    source = '{% import "site/parts.html" as parts with context %}{{ parts.card(item) }}'
    return env.from_string(source).render(context)


def test_a_card_that_leads_to_another_language_names_it_and_marks_every_text_of_it() -> None:
    card = shown("vi", "en")
    assert '<span class="language" lang="vi">Tiếng Việt</span>' in card
    assert '<a href="news/2026/02/a/" lang="vi" hreflang="vi">Cảng đón tàu</a>' in card
    assert '<p class="lead" lang="vi">Mô tả.</p>' in card
    assert '<p class="label">News' in card, "the section is in the language of the page"


@pytest.mark.parametrize("tag", ["vi", "en"])
def test_a_card_in_the_language_of_its_page_says_nothing_of_it(tag: str) -> None:
    assert "lang" not in shown(tag, tag)
