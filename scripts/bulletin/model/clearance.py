"""The gate's rule: what stands between an edition and the public. The default is no."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from bulletin.model.bulletin import Bulletin, Edition, Shared, Status, TranslationStatus
from bulletin.model.calendar import day_of, start_of


class Reason(Enum):
    """Why an edition is not public."""

    NO_EDITION = "no-edition"
    """There is no file, or it cannot be read."""
    NO_SOURCE = "no-source"
    """The source edition, which owns status and approval, is missing."""
    FAULTY = "faulty"
    """Something in the edition, or in its source, is wrong."""
    NOT_PUBLISHED = "not-published"
    """The status is not `published`."""
    WITHDRAWN = "withdrawn"
    """It was public and no longer is."""
    NOT_APPROVED = "not-approved"
    """No approval is recorded."""
    APPROVED_LATER = "approved-later"
    """The approval is dated after today."""
    DATED_LATER = "dated-later"
    """The bulletin's day has not come."""
    EMBARGOED = "embargoed"
    """The embargo has not ended."""
    DRAFT_TRANSLATION = "draft-translation"
    """The translation is a draft, or does not say what it is."""
    MACHINE_TRANSLATION = "machine-translation"
    """Nobody has read the translation, and the policy does not allow that."""
    CHANGED = "changed"
    """It is not the text that was approved."""
    NOT_RECORDED = "not-recorded"
    """Which text was approved is not recorded, or the record is damaged or another bulletin's."""
    NOT_ENTITLED = "not-entitled"
    """Whoever approved it may not approve it."""


APPROVAL_REASONS = frozenset((Reason.CHANGED, Reason.NOT_RECORDED, Reason.NOT_ENTITLED))
"""Reasons that a new approval ends."""
TIME_REASONS = frozenset((Reason.APPROVED_LATER, Reason.DATED_LATER, Reason.EMBARGOED))
"""Reasons that end by themselves."""
EDITORIAL_REASONS = frozenset(
    (Reason.NOT_PUBLISHED, Reason.NOT_APPROVED, Reason.DRAFT_TRANSLATION, Reason.MACHINE_TRANSLATION, *APPROVAL_REASONS)
)
"""Reasons that only an editor ends: such an edition is work in progress."""


@dataclass(frozen=True, slots=True)
class Clearance:
    """What the gate says of one edition at one instant."""

    reasons: tuple[Reason, ...]
    instants: tuple[datetime, ...]
    """Instants still to come at which one of the reasons ends, in UTC."""
    is_work_in_progress: bool
    """Whether its findings are warnings only, because no editor has asked for it to be public."""

    @property
    def is_public(self) -> bool:
        """Whether nothing stands against it."""
        return not self.reasons

    @property
    def is_withdrawn(self) -> bool:
        """Whether it would be public had it not been withdrawn."""
        return self.reasons == (Reason.WITHDRAWN,)

    @property
    def awaits_approval(self) -> bool:
        """Whether it needs nothing but a new approval, and perhaps time: it may have been public before."""
        return (
            bool(APPROVAL_REASONS.intersection(self.reasons)) and set(self.reasons) <= APPROVAL_REASONS | TIME_REASONS
        )

    @property
    def opens_by_itself(self) -> bool:
        """Whether time alone makes it public."""
        return bool(self.reasons) and set(self.reasons) <= TIME_REASONS


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the approval of one edition is worth."""

    reasons: tuple[Reason, ...] = ()
    """Of APPROVAL_REASONS."""
    on: date | None = None
    """The day of an approval that is recorded for this edition alone; None where there is none."""


def clearance(
    bulletin: Bulletin,
    tag: str,
    now: datetime,
    *,
    allows_machine: bool = False,
    judgement: Judgement = Judgement(),
) -> Clearance:
    """Say whether an edition may be public at an instant, and every reason against it.

    `now` has a zone; days are those of the site's zone. An embargo ends at its instant, not after it.
    """
    edition = bulletin.editions.get(tag)
    source = bulletin.source
    if edition is None:
        return Clearance((Reason.NO_EDITION,), (), is_work_in_progress=False)
    if source is None:
        return Clearance((Reason.NO_SOURCE,), (), is_work_in_progress=False)
    found = list(_reasons(edition, source, now, allows_machine=allows_machine))
    found += [(reason, None) for reason in judgement.reasons]
    if judgement.on is not None and judgement.on > day_of(now):
        found.append((Reason.APPROVED_LATER, start_of(judgement.on)))
    reasons = tuple(dict.fromkeys(reason for reason, _ in found))
    return Clearance(
        reasons,
        tuple(instant for _, instant in found if instant is not None),
        is_work_in_progress=_status_is_known(edition, source)
        and any(_is_editorial(reason, edition, source) for reason in reasons),
    )


def _reasons(
    edition: Edition, source: Edition, now: datetime, *, allows_machine: bool
) -> Iterator[tuple[Reason, datetime | None]]:
    """Every reason, with the instant at which it ends by itself."""
    if edition.faulty or source.faulty:
        yield Reason.FAULTY, None
    both = (source,) if edition is source else (source, edition)
    for status in {each.shared.status for each in both if each is source or "status" in each.lines}:
        if status is Status.WITHDRAWN:
            yield Reason.WITHDRAWN, None
        elif status is not Status.PUBLISHED:
            yield Reason.NOT_PUBLISHED, None
    if edition.translation and edition.translation.status in (TranslationStatus.DRAFT, None):
        yield Reason.DRAFT_TRANSLATION, None
    if edition.translation and edition.translation.status is TranslationStatus.MACHINE and not allows_machine:
        yield Reason.MACHINE_TRANSLATION, None
    if source.shared.approved is None or ("approved" in edition.lines and edition.shared.approved is None):
        yield Reason.NOT_APPROVED, None
    today = day_of(now)
    for each in both:
        yield from _time_reasons(each.shared, today, now)


def _time_reasons(shared: Shared, today: date, now: datetime) -> Iterator[tuple[Reason, datetime | None]]:
    if shared.approved and shared.approved.on > today:
        yield Reason.APPROVED_LATER, start_of(shared.approved.on)
    if shared.date and shared.date > today:
        yield Reason.DATED_LATER, start_of(shared.date)
    if shared.embargo_until and shared.embargo_until > now:
        yield Reason.EMBARGOED, shared.embargo_until


def _status_is_known(edition: Edition, source: Edition) -> bool:
    """Whether no status is there that cannot be read: what it was meant to be, nobody knows."""
    return not any("status" in each.lines and each.shared.status is None for each in (source, edition))


def _is_editorial(reason: Reason, edition: Edition, source: Edition) -> bool:
    """A status or approval that is there but cannot be read was meant; one that is absent was not given."""
    if reason is Reason.NOT_PUBLISHED:
        both = (source, edition)
        statuses = [each.shared.status for each in both if each is source or "status" in each.lines]
        return Status.DRAFT in statuses or Status.REVIEW in statuses
    if reason is Reason.NOT_APPROVED:
        return "approved" not in source.lines and "approved" not in edition.lines
    if reason is Reason.DRAFT_TRANSLATION:
        return edition.translation is not None and edition.translation.status is TranslationStatus.DRAFT
    return reason in EDITORIAL_REASONS
