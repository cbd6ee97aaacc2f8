"""All that the dashboard shows of an office's work on one day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bulletin.checks.bundle import Checked
from bulletin.checks.coverage import Tally
from bulletin.model.finding import Finding, Severity
from bulletin.model.locale import LocalText
from bulletin.model.policy import Policy
from bulletin.model.registry import Registries
from bulletin.model.site import Labels
from bulletin.reports.dashboard import shares
from bulletin.reports.dashboard.items import Item, Urgency, homeless, items
from bulletin.reports.dashboard.shares import Point, Share

MONTHS = 18
"""How far back the charts over time go."""


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that somebody has waived."""

    finding: Finding
    reason: str
    by: str
    until: date


@dataclass(frozen=True, slots=True)
class Given:
    """What the pages need beside the outcome of the check."""

    today: date
    policy: Policy
    registries: Registries
    labels: Labels
    """Those of the site, for the names of its sections."""
    name: LocalText
    """Of the site."""
    docs: str
    """The docs folder as commands and paths name it."""
    is_own: bool
    """Whether it is the one that commands take by themselves."""


@dataclass(frozen=True, slots=True)
class Board:
    """The whole."""

    given: Given
    bundles: Sequence[Checked]
    findings: Sequence[Finding]
    """All of the check, weighed."""
    items: Sequence[Item]
    """Worst first."""
    total: Tally
    """Of every required page."""
    sections: Sequence[Share]
    months: Sequence[Share]
    """The oldest first."""
    agencies: Sequence[Share]
    translators: Sequence[Share]
    points: Sequence[Point]
    waiting: Sequence[Checked]
    """Bulletins that wait for approval."""
    waived: Sequence[Waived]
    homeless: Sequence[Finding]

    def count(self, severity: Severity) -> int:
        """How many findings weigh so much."""
        return sum(finding.severity is severity for finding in self.findings)

    def group(self, urgency: Urgency) -> list[Item]:
        """The work of one urgency, worst first."""
        return [item for item in self.items if item.urgency is urgency]

    @property
    def upcoming(self) -> Mapping[date, list[Item]]:
        """Deadline → what is due on that day, from today on, the next one first."""
        found: dict[date, list[Item]] = {}
        for item in sorted(self.items, key=lambda item: item.deadline or date.max):
            if item.deadline is not None and item.days >= 0:
                found.setdefault(item.deadline, []).append(item)
        return found


def board(
    bundles: Sequence[Checked], findings: Sequence[Finding], given: Given, waived: Iterable[Waived] = ()
) -> Board:
    """Sort out an outcome of the check; findings are weighed, without the waived ones."""
    policy = given.policy
    sections = shares.shares(bundles, policy, shares.by_section)
    return Board(
        given=given,
        bundles=bundles,
        findings=findings,
        items=items(bundles, findings, policy, given.today),
        total=shares.total(sections),
        sections=sections,
        months=shares.shares(bundles, policy, shares.by_month)[-MONTHS:],
        agencies=_most_first(shares.shares(bundles, policy, shares.by_agency)),
        translators=_most_first(shares.shares(bundles, policy, shares.by_translator)),
        points=shares.over_time(bundles, policy, given.today, MONTHS),
        waiting=[bundle for bundle in bundles if _waits(bundle)],
        waived=tuple(waived),
        homeless=homeless(bundles, findings),
    )


def _most_first(groups: Iterable[Share]) -> list[Share]:
    """Those with most pages first; those without a name last."""
    return sorted(groups, key=lambda share: (not share.key, -share.tally.required, share.key))


def _waits(bundle: Checked) -> bool:
    about = bundle.about
    return about.status == "review" or (about.status == "published" and not about.approved_by)
