"""What readers call the agencies and places that types name."""

from __future__ import annotations

from bulletin.model.kinds import Named, text_in
from bulletin.model.registry import Registries


def name_of(registries: Registries, registry: str, value: Named, tag: str) -> str:
    """The name of a key, or the text that stands for one; empty for none."""
    entry = registries.get(registry, {}).get(value.key)
    return entry.text[tag] if entry else text_in(value.text, tag)[0]
