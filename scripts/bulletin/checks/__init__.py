"""Model → findings, one module for each family of rules; `weigh_all` then says which of them stop publication.

`run` checks bundles by their content alone, all that check.py needs; `check_texts` adds what only rendering tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from bulletin.checks.addresses import check_lock
from bulletin.checks.approvals import judge_all
from bulletin.checks.bundle import Checked
from bulletin.checks.run import Outcome, Task, check_for_others, run
from bulletin.checks.texts import check_text
from bulletin.checks.weight import Weighed, weigh, weigh_run
from bulletin.model.body import Body
from bulletin.model.bulletin import Bulletin
from bulletin.model.clearance import Clearance
from bulletin.model.finding import Finding
from bulletin.model.policy import Policy
from bulletin.model.rows import Rows
from bulletin.model.rules import DUE
from bulletin.model.state import Standing

__all__ = [
    "Task",
    "check_for_others",
    "check_lock",
    "check_texts",
    "judge_all",
    "rows_of",
    "run",
    "standings_of",
    "weigh_all",
]


def check_texts(bulletins: Mapping[str, Bulletin], bodies: Mapping[tuple[str, str], Body]) -> Iterator[Finding]:
    """Findings on rendered texts, in no order; bodies are by key and locale tag."""
    for bulletin in bulletins.values():
        for tag, edition in bulletin.editions.items():
            body = bodies.get((bulletin.key, tag))
            if body is not None and not body.is_plain:
                yield from check_text(edition, body, bodies)


def weigh_all(  # noqa: PLR0913, PLR0917 - called once, with all on which a weight depends
    outcome: Outcome,
    texts: Iterable[Finding],
    policy: Policy,
    today: date,
    bulletins: Mapping[str, Bulletin],
    clearances: Mapping[tuple[str, str], Clearance],
    every: Iterable[Checked] | None = None,
) -> Weighed:
    """Every finding by place, weighed by the policy and then by whether its edition is to be public.

    `every` are all bundles of the docs folder, where the outcome is of some of them only.
    """
    by_key: dict[str, list[Finding]] = {}
    for finding in texts:
        by_key.setdefault(finding.key, []).append(finding)
    whole = [replace(each, findings=(*each.findings, *by_key.get(each.key, ()))) for each in outcome.bundles]
    found = weigh_run(whole, outcome.findings, policy, today, every)
    weighed = weigh(found.findings, bulletins, clearances)
    if not policy.is_given:
        # An office that has set no policy publishes what has no translation yet, or a stale one: the page says so.
        weighed = [finding.as_warning() if finding.rule in DUE else finding for finding in weighed]
    return Weighed(weighed, found.waived)


def standings_of(outcome: Outcome) -> dict[tuple[str, str], Standing]:
    """(key, locale tag) of each translation that is required or there → how it stands to its source."""
    return {
        (bundle.key, tag): standing
        for bundle in outcome.bundles
        for tag, standing in (bundle.standings or {}).items()
    }  # fmt: skip


def rows_of(outcome: Outcome) -> dict[tuple[str, str], Rows]:
    """(key, locale tag) of each translation that is there → how it and its source stand beside each other."""
    return {(bundle.key, tag): rows for bundle in outcome.bundles for tag, rows in (bundle.rows or {}).items()}
