"""Abbreviations of the registries, which pages explain to readers who do not know them."""

from __future__ import annotations

from collections.abc import Mapping

from bulletin.model.registry import NAMED, Registries


def abbreviations_of(registries: Registries, tag: str) -> Mapping[str, str]:
    """Abbreviation → what it stands for, in a locale.

    Those that its readers know without being told are left out, and those that stand for several names.
    """
    found: dict[str, str] = {}
    doubtful: set[str] = set()
    for name in NAMED:
        for entry in registries.get(name, {}).values():
            full = entry.text.get(tag, "")
            for short in entry.abbr.get(tag, ()) if full and tag not in entry.common else ():
                if found.setdefault(short, full) != full:
                    doubtful.add(short)
    return {short: full for short, full in found.items() if short not in doubtful}
