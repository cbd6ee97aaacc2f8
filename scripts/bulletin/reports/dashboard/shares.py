"""Coverage by section, month, agency and translator, and how it grew, from content alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bulletin.checks.bundle import Checked
from bulletin.checks.coverage import Tally, state_of
from bulletin.model.policy import Policy

Keys = Callable[[Checked, str], Iterable[str]]
"""A bulletin and the locale of a translation → the groups in which it counts."""


@dataclass(frozen=True, slots=True)
class Share:
    """One group: its key, and how many of its required pages are in which state."""

    key: str
    """Empty where the bulletins name no such thing."""
    tally: Tally


@dataclass(frozen=True, slots=True)
class Point:
    """How it stood at the end of a day."""

    day: date
    required: int
    """Pages whose grace had begun."""
    current: int
    """Those of them whose present translation had been accepted, and is current today."""


def shares(bundles: Iterable[Checked], policy: Policy, keys: Keys) -> list[Share]:
    """Each group of required pages, by its key."""
    found: dict[str, Tally] = {}
    for bundle in bundles:
        for tag in bundle.required:
            for key in keys(bundle, tag):
                found.setdefault(key, Tally()).add(state_of(bundle, tag, policy), bundle.words)
    return [Share(key, tally) for key, tally in sorted(found.items())]


def by_section(bundle: Checked, _tag: str) -> Iterable[str]:
    """The group of a section."""
    return (bundle.section,)


def by_month(bundle: Checked, _tag: str) -> Iterable[str]:
    """The month of the bulletin's date, `2026-03`; without a date, none."""
    day = bundle.about.date
    return (f"{day:%Y-%m}",) if day else ()


def by_agency(bundle: Checked, _tag: str) -> Iterable[str]:
    """Every agency that it names."""
    return bundle.about.agencies or ("",)


def by_translator(bundle: Checked, tag: str) -> Iterable[str]:
    """Who translated it."""
    return (bundle.about.translators.get(tag, ""),)


def total(groups: Iterable[Share]) -> Tally:
    """All groups together; right only where each page counts in one of them."""
    whole = Tally()
    for share in groups:
        for name in Tally.__slots__:
            setattr(whole, name, getattr(whole, name) + getattr(share.tally, name))
    return whole


def over_time(bundles: Sequence[Checked], policy: Policy, today: date, months: int) -> list[Point]:
    """The end of each of the last months, and today.

    A bulletin counts from the day on which its grace begins, its translation from the day of the lock. What is stale
    today was right once, but nobody knows until when: it is not counted.
    """
    pages = [
        (bundle.since or date.min, _accepted(bundle, tag) if state_of(bundle, tag, policy) == "current" else None)
        for bundle in bundles
        for tag in bundle.required
    ]
    begun = [since for since, _ in pages if date.min < since <= today]
    days = _ends(min(begun), today, months) if begun else []
    return [
        Point(
            day,
            sum(since <= day for since, _ in pages),
            sum(since <= day and accepted is not None and accepted <= day for since, accepted in pages),
        )
        for day in days
    ]


def _accepted(bundle: Checked, tag: str) -> date | None:
    stands = (bundle.standings or {}).get(tag)
    return stands.accepted if stands else None


def _ends(first: date, today: date, months: int) -> list[date]:
    """The last days of months up to the one before today's, at most so many, and today."""
    days = [today]
    day = today.replace(day=1)
    while len(days) < months and day > first and day > date.min:
        day -= timedelta(days=1)
        days.append(day)
        day = day.replace(day=1)
    return days[::-1]
