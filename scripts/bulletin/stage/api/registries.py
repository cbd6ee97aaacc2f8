"""The words by which bulletins are found, and the key figures, for machines."""

from __future__ import annotations

from collections.abc import Mapping

from bulletin.model.page import Json
from bulletin.stage.api.editions import iso
from bulletin.stage.details.words import without_nothing
from bulletin.stage.lists import AUDIENCE, known_taxa
from bulletin.stage.view import View


def taxonomy_file(view: View, taxonomy: str) -> dict[str, Json]:
    """The keys of a taxonomy that public bulletins name, in the order of its registry."""
    used = {key for key, _ in view.listed if key.startswith(f"{taxonomy}/")}
    keys = [key for key in known_taxa(taxonomy, view.registries) if f"{taxonomy}/{key}" in used]
    return {"kind": "registry", "registry": taxonomy, "items": [_entry(view, taxonomy, key, used) for key in keys]}


def _entry(view: View, taxonomy: str, key: str, used: set[str]) -> Json:
    url = {
        tag: view.site.url + view.url(f"{taxonomy}/{key}", tag)
        for tag in view.site.tags
        if view.listed.get((f"{taxonomy}/{key}", tag))
    }
    if taxonomy == AUDIENCE:
        return {"key": key, "name": {tag: view.label(tag, f"audience_{key}") for tag in view.site.tags}, "url": {**url}}
    entry = view.registries[taxonomy][key]
    return without_nothing(
        {
            "key": key,
            "name": _texts(view, entry.text),
            "description": _texts(view, entry.lead),
            "url": {**url},
            "until": iso(entry.until),
            "successor": entry.successor if f"{taxonomy}/{entry.successor}" in used else "",
        }
    )


def figures_file(view: View) -> dict[str, Json]:
    """The key figures of the front page."""
    return {
        "kind": "figures",
        "items": [
            without_nothing(
                {
                    "key": entry.key,
                    "name": _texts(view, entry.text),
                    "value": _texts(view, entry.value),
                    "as_of": iso(entry.as_of),
                    "source": _texts(view, entry.source),
                }
            )
            for entry in view.registries.get("figures", {}).values()
        ],
    }


def _texts(view: View, texts: Mapping[str, str]) -> dict[str, Json]:
    """A text of a registry, which everybody may read, by its languages in the site's order."""
    return {tag: texts[tag] for tag in view.site.tags if texts.get(tag)}
