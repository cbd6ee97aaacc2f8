"""Whether a node of JSON-LD speaks as schema.org does: types and properties that exist, with values they may have.

The vocabulary is that of msgspec-schemaorg, which is generated from the one that schema.org publishes.
"""

from __future__ import annotations

import builtins
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_type_hints

import msgspec_schemaorg.models as vocabulary

_NAMES = {"id": "@id", "type": "@type", "context": "@context"}


_ALSO = {"LegislationObject": ("MediaObject",)}
"""Of a type with two parents, the one that the package leaves out."""


class _Known(dict[str, Any]):
    """The types of the vocabulary; one of which the package has only the name is a type without properties."""

    def __missing__(self, name: str) -> type:
        if hasattr(builtins, name) or hasattr(typing, name) or name in ("URL", "date", "datetime", "time"):
            raise KeyError(name)  # the module itself has it
        return type(name, (), {})


@cache
def _properties(name: str) -> dict[str, frozenset[str]]:
    """Property of a type → the names of the types that its values may have."""
    hints = get_type_hints(getattr(vocabulary, name), localns=_Known(vars(vocabulary)))
    own = {_NAMES.get(field, field): frozenset(_types_in(hint)) for field, hint in hints.items()}
    for other in _ALSO.get(name, ()):
        own = {**_properties(other), **own}
    return own


def _types_in(hint: Any) -> Iterator[str]:  # noqa: ANN401 - whatever an annotation is
    parts = get_args(hint)
    if hasattr(hint, "__metadata__"):
        parts = parts[:1]
    if parts:
        for part in parts:
            yield from _types_in(part)
    elif isinstance(hint, type):
        yield hint.__name__


def _is_a(name: str, wanted: frozenset[str]) -> bool:
    if any(_is_a(other, wanted) for other in _ALSO.get(name, ())):
        return True
    return any(base.__name__ in wanted for base in getattr(vocabulary, name).__mro__)


def faults(node: Any, place: str = "") -> Iterator[str]:  # noqa: ANN401 - JSON
    """Every type that does not exist, property that a type has not, and value that a property may not have."""
    name = node.get("@type", "")
    place = f"{place}{name}"
    if not hasattr(vocabulary, name):
        yield f"{place}: no such type"
        return
    for key, value in node.items():
        if key == "@type":
            continue
        wanted = _properties(name).get(key)
        if key != "@id" and wanted is None:
            yield f"{place}.{key}: no such property"
            continue
        for each in value if isinstance(value, list) else [value]:
            yield from _of_value(each, wanted or frozenset(("str",)), f"{place}.{key}")


def _of_value(value: Any, wanted: frozenset[str], place: str) -> Iterator[str]:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        if value.keys() == {"@id"}:
            return  # a reference: what it leads to is judged where it stands
        if not _is_a(value["@type"], wanted):
            yield f"{place}: {value['@type']}, expected {sorted(wanted)}"
        yield from faults(value, f"{place} → ")
        return
    simple = {"str": str, "bool": bool, "int": int, "float": float}
    # Days are words; so is an address, for which any thing may stand, and a member of an enumeration.
    is_address = isinstance(value, str) and value.startswith(("https://", "http://"))
    is_words = isinstance(value, str) and bool(wanted & {"date", "datetime", "time"})
    is_words = is_words or (
        is_address and ("URL" in wanted or any(each[0].isupper() for each in wanted - {"NoneType"}))
    )
    if not is_words and not any(isinstance(value, simple[each]) for each in wanted & simple.keys()):
        yield f"{place}: {value!r}, expected {sorted(wanted)}"
