"""The gate: which editions are public at an instant. Nothing that it does not name is copied to the stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bulletin.model.bulletin import Bulletin, Status
from bulletin.model.calendar import after, day_of
from bulletin.model.clearance import Clearance, Judgement, clearance
from bulletin.model.kinds import changes_at
from bulletin.model.policy import Policy


@dataclass(frozen=True, slots=True)
class Cleared:
    """What may be public at one instant."""

    now: datetime
    bulletins: Mapping[str, Bulletin]
    """Key → bulletin, cleared or not."""
    clearances: Mapping[tuple[str, str], Clearance]
    """(key, locale tag) → what the gate says; for each edition that there is."""

    def is_public(self, key: str, tag: str) -> bool:
        """Whether an edition may be shown."""
        found = self.clearances.get((key, tag))
        return found is not None and found.is_public

    def public(self, tag: str) -> list[Bulletin]:
        """The bulletins that a locale shows, by key; the home page's texts are not among them."""
        return [self.bulletins[key] for key in sorted(self.bulletins) if key and self.is_public(key, tag)]

    def is_withdrawn(self, key: str) -> bool:
        """Whether a bulletin was public and says so no longer: the source would be cleared but for that."""
        source = self.bulletins[key].source_locale
        return bool(source) and self.clearances[(key, str(source))].is_withdrawn

    def awaits_approval(self, key: str) -> bool:
        """Whether an edition of a bulletin needs nothing but a new approval."""
        return any(self.clearances[(key, tag)].awaits_approval for tag in self.bulletins[key].editions)

    @property
    def next_change(self) -> datetime | None:
        """The next instant, in UTC, at which time alone changes the site; None where it never does."""
        instants = []
        for (key, _), found in self.clearances.items():
            bulletin = self.bulletins[key]
            if found.opens_by_itself:
                instants.append(max(found.instants))
            if found.is_public:
                changes = [after(bulletin.shared.featured)] if bulletin.shared.featured else []
                changes += changes_at(bulletin.details) if bulletin.details else []
                instants += [instant for instant in changes if instant > self.now]
        return min(instants, default=None)

    @property
    def today(self) -> str:
        """The day in the site's zone, ISO 8601."""
        return day_of(self.now).isoformat()


def clear(
    bulletins: Mapping[str, Bulletin],
    now: datetime,
    policy: Policy,
    judgements: Mapping[tuple[str, str], Judgement],
) -> Cleared:
    """Ask the gate about every edition; `now` has a zone, `judgements` are by key and locale tag.

    Raises KeyError for an edition whose approval nobody has judged.
    """
    return Cleared(
        now,
        bulletins,
        {
            (key, tag): clearance(
                bulletin,
                tag,
                now,
                allows_machine=policy.allows_machine(bulletin.section),
                judgement=judgements[(key, tag)],
            )
            for key, bulletin in bulletins.items()
            for tag in bulletin.editions
        },
    )


def is_withdrawn_unrecorded(bulletin: Bulletin) -> bool:
    """Whether a bulletin says that it is withdrawn, whoever approved it."""
    return bulletin.shared.status is Status.WITHDRAWN and bulletin.shared.withdrawn is not None
