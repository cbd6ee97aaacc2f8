"""Texts, names and moments of types as the templates take them."""

from __future__ import annotations

from collections.abc import Iterable

from bulletin.model.kinds import Moment, Named, text_in
from bulletin.model.locale import LocalText
from bulletin.model.moments import Part, span_of
from bulletin.model.page import Json
from bulletin.stage.view import View

SCHEMA = "https://schema.org"


def said(texts: LocalText, tag: str) -> Json:
    """A text with the tag of its language, which is empty for the page's own; None for no text."""
    text, language = text_in(texts, tag)
    return {"text": text, "lang": "" if language == tag else language} if text else None


def named(view: View, registry: str, value: Named, tag: str) -> Json:
    """An agency or a place, with the address of its list if it has one; None for none."""
    entry = view.registries.get(registry, {}).get(value.key)
    if entry is None:
        text = said(value.text, tag)
        return {**text, "url": ""} if isinstance(text, dict) else None
    return {"text": entry.text[tag], "lang": "", "url": list_address(view, f"{registry}/{entry.key}", tag)}


def list_address(view: View, key: str, tag: str) -> str:
    """The address of a list; empty where the site has no such list."""
    return view.url(key, tag) if (key, tag) in view.plan.kinds else ""


def span(start: Moment, end: Moment | None, tag: str) -> list[Json]:
    """When something is, for people and for machines."""
    return pieces(span_of(start, end, tag))


def pieces(parts: Iterable[Part]) -> list[Json]:
    """Parts of a sentence as values."""
    return [{"text": part.text, "iso": part.iso} for part in parts]


def without_nothing(values: dict[str, Json]) -> dict[str, Json]:
    """Only what is given: machines take an empty value for a statement."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def organisation(name: str, url: str = "") -> Json:
    """An organisation for machines; None without a name."""
    return without_nothing({"@type": "Organization", "name": name, "url": url}) if name else None
