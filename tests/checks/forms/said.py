"""A value in the words of both languages, and the sentences of news that carry it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bulletin.checks.facts import read_facts
from bulletin.checks.facts.matching import Matching, match_facts
from bulletin.model.fact import Fact, Strength
from hypothesis.strategies import SearchStrategy

Value = TypeVar("Value")
Form = TypeVar("Form")


@dataclass(frozen=True, slots=True)
class Said:
    """One value in every accepted form."""

    vi: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Carrier:
    """A sentence and its translation; `{}` is the place of the value."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Kind(Generic[Value]):
    """A family of values that are said alike."""

    name: str
    values: SearchStrategy[Value]
    say: Callable[[Value], Said]
    changes: Callable[[Value], Iterable[Value]]
    """Values near by that a reader must not be told instead."""
    carriers: Sequence[Carrier]


def unique(forms: Iterable[Form]) -> tuple[Form, ...]:
    """The forms in their order, each once."""
    return tuple(dict.fromkeys(forms))


def place(carrier: str, form: str) -> str:
    """The sentence with the form in its place; a sentence begins with a capital."""
    text = carrier.format(form)
    return text[0].upper() + text[1:]


def compare(vi: str, en: str) -> tuple[list[Fact], list[Fact], Matching]:
    """The facts of both texts, and how they match."""
    left, right = read_facts(vi, "vi"), read_facts(en, "en")
    return left, right, match_facts(left, right)


def are_equal(vi: str, en: str) -> bool:
    """Whether nothing that matters is left over, and nothing is written in the other language's way."""
    left, right, found = compare(vi, en)
    over = [left[i] for i in found.left] + [right[j] for j in found.right]
    return not found.foreign_left and not found.foreign_right and all(f.strength is not Strength.STRONG for f in over)


def is_found(vi: str, en: str) -> bool:
    """Whether a difference shows: something left over on both sides, or something strong on one, or a wrong separator."""
    left, right, found = compare(vi, en)
    over = [left[i] for i in found.left] + [right[j] for j in found.right]
    strong = any(fact.strength is Strength.STRONG for fact in over)
    return strong or bool(found.left and found.right) or bool(found.foreign_left or found.foreign_right)
