"""What a report says of a bulletin beside its findings: names, days, who is responsible. It decides nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from bulletin.model.bulletin import Bulletin
from bulletin.model.calendar import day_of

Day: TypeAlias = date
"""For the fields, one of which hides the type."""


@dataclass(frozen=True, slots=True)
class About:
    """The metadata of one bulletin as its source states them; all empty where none can be read."""

    titles: Mapping[str, str] = field(default_factory=dict)
    """Locale tag → title."""
    date: Day | None = None
    status: str = ""
    """`draft`, `review`, `published`, `withdrawn`; empty where it is missing or wrong."""
    agencies: tuple[str, ...] = ()
    """Keys of the registry."""
    translators: Mapping[str, str] = field(default_factory=dict)
    """Locale tag → name; only of translations that name one."""
    approved_by: str = ""
    embargo: Day | None = None
    """The day on which an embargo ends, in the site's zone."""


def about(bulletin: Bulletin) -> About:
    """What a bulletin says of itself."""
    shared = bulletin.shared
    editions = bulletin.editions.items()
    translations = {tag: edition.translation for tag, edition in editions if edition.translation}
    return About(
        titles={tag: edition.title for tag, edition in editions},
        date=shared.date,
        status=shared.status.value if shared.status else "",
        agencies=shared.agencies,
        translators={tag: each.translator for tag, each in translations.items() if each.translator},
        approved_by=shared.approved.by if shared.approved else "",
        embargo=day_of(shared.embargo_until) if shared.embargo_until else None,
    )


def about_from_json(data: dict[str, Any]) -> About:
    """Read what `Checked.to_json` wrote of it. Raises ValueError, KeyError or TypeError for anything else."""
    days = {name: Day.fromisoformat(data[name]) if data[name] else None for name in ("date", "embargo")}
    return About(**{**data, **days, "agencies": tuple(data["agencies"])})
