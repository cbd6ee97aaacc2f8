"""The fields of a type, as each edition gives them, made into one value; and what in a translation contradicts it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from bulletin.model.kinds import Details, Named, Ruling

T = TypeVar("T")


def merged(source: T, others: list[T]) -> T:
    """The source edition's value with the texts of the other editions for the locales in which it says nothing.

    What is no text belongs to the source edition.
    """
    result: Any = source
    for other in others:
        result = _with_texts(result, other)
    return result  # type: ignore[no-any-return] # the same type as the source


def _with_texts(value: Any, other: Any) -> Any:  # noqa: ANN401 - any field of any type
    if isinstance(value, Mapping):
        return {**other, **value} if value else value
    if isinstance(value, tuple):
        added = [_with_texts(mine, theirs) for mine, theirs in zip(value, other, strict=False)]
        return (*added, *value[len(added) :])
    if (isinstance(value, Named) and value.key) or (isinstance(value, Ruling) and value.verdict):
        return value
    if is_dataclass(value) and type(value) is type(other) and not isinstance(value, type):
        parts = {each.name: _with_texts(getattr(value, each.name), getattr(other, each.name)) for each in fields(value)}
        return replace(value, **parts)
    return value


def contradictions(source: Details | None, own: Details, given: Mapping[str, int]) -> Iterator[str]:
    """The fields of a translation that say something else than the source; `given` are those that stand in its file."""
    for each in fields(own):
        if each.name in given and differs(getattr(source, each.name, None), getattr(own, each.name)):
            yield each.name


def differs(source: Any, own: Any) -> bool:  # noqa: ANN401 - any field of any type
    """Whether a value contradicts the source's; a text does only where the source has one for its locale, or none."""
    if not own:
        return False
    if not source or isinstance(own, Mapping):
        return not source or any(source.get(tag, text) != text for tag, text in own.items())
    if isinstance(own, tuple):
        return len(own) != len(source) or any(differs(mine, theirs) for mine, theirs in zip(source, own, strict=True))
    if isinstance(own, Named | Ruling):
        decided = own.key != source.key if isinstance(own, Named) else own.verdict is not source.verdict
        return differs(source.text, own.text) if source.text else decided
    if is_dataclass(own):
        return any(differs(getattr(source, each.name), getattr(own, each.name)) for each in fields(own))
    return bool(own != source)
