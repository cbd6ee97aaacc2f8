"""Who wrote a text, as machines are told: a byline is words, and machines ask whether they name a person."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bulletin.model.locale import LocalText
from bulletin.model.page import Json
from bulletin.stage.data.publisher import publisher
from bulletin.stage.view import View

_NAME = re.compile(r"[^\W\d_][^\W\d_’'.-]*(?:[’'.-][^\W\d_]+)*\.?")
_WORDS = range(2, 7)
"""Of how many words a person's name is."""
_BODIES = frozenset(
    (
        *("ban", "báo", "bộ", "cổng", "cục", "đài", "hội", "khoa", "nhóm", "phòng", "sở", "tạp", "thông", "tổ", "tòa"),
        *("trung", "trường", "ủy", "uỷ", "ubnd", "viện", "xã"),
    )
)
"""What the names of Vietnamese bodies begin with."""


def author(view: View, byline: LocalText, tag: str) -> dict[str, Json]:
    """The author of a text; the words of the byline are kept besides, where it is not sure whom they name."""
    text = byline.get(tag, "")
    if not text:
        return {"author": publisher(view.site, tag)}
    names = [name.strip() for name in re.split(r"[,;&]| và | and ", text) if name.strip()]
    if all(_is_person(view, name) for name in names) and (len(names) > 1 or _is_same(byline.values())):
        people: list[Json] = [{"@type": "Person", "name": name} for name in names]
        return {"author": people if len(people) > 1 else people[0]}
    if text in _agencies(view, tag):
        return {"author": {"@type": "Organization", "name": text}}
    return {"author": publisher(view.site, tag), "creditText": text}


def _is_same(texts: Iterable[str]) -> bool:
    """Whether every language has the same words: a desk's name is translated, a person's is not."""
    return len(set(texts)) == 1


def _agencies(view: View, tag: str) -> set[str]:
    return {entry.text[tag] for entry in view.registries.get("agencies", {}).values()}


def _is_person(view: View, name: str) -> bool:
    """Whether a name is a person's: one of the registry, or several words with a capital each, and no body's."""
    if any(name in entry.text.values() for entry in view.registries.get("people", {}).values()):
        return True
    words = name.split()
    if (
        len(words) not in _WORDS
        or words[0].casefold() in _BODIES
        or any(name in _agencies(view, t) for t in view.site.tags)
    ):
        return False
    return all(_NAME.fullmatch(word) and word[0].isupper() and not word[1:].isupper() for word in words)
