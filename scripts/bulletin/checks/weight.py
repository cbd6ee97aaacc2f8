"""Which findings stop publication, and which are told only: by the policy, and by what editors have asked to be public."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from bulletin.checks.bundle import Checked
from bulletin.model.bulletin import Bulletin
from bulletin.model.clearance import Clearance
from bulletin.model.finding import Finding, Severity
from bulletin.model.policy import DUE, Policy


def weigh(
    findings: Iterable[Finding],
    bulletins: Mapping[str, Bulletin],
    clearances: Mapping[tuple[str, str], Clearance],
) -> list[Finding]:
    """Findings by place; those on work in progress are warnings.

    An edition that cannot be read keeps its errors: nobody knows whether it is a draft.
    """
    weighed = set()
    for finding in findings:
        bulletin = bulletins.get(finding.key) if finding.key or finding.locale else None
        is_draft = bulletin is not None and _is_in_progress(finding, bulletin, clearances)
        weighed.add(finding.as_warning() if is_draft else finding)
    return sorted(weighed, key=lambda finding: finding.sort_key)


def _is_in_progress(finding: Finding, bulletin: Bulletin, clearances: Mapping[tuple[str, str], Clearance]) -> bool:
    tags = [finding.locale] if finding.locale else list(bulletin.editions)
    known = [clearances[(bulletin.key, tag)] for tag in tags if tag in bulletin.editions]
    return len(known) == len(tags) and bool(known) and all(each.is_work_in_progress for each in known)


def weigh_by_policy(checked: Checked, policy: Policy, today: date) -> list[Finding]:
    """The findings of a bundle as the policy weighs them; those that it turns off are left out.

    What concerns a draft warns. A translation that is missing or stale warns until its days of grace are over.
    """
    weighed = []
    for finding in checked.findings:
        severity = _least(finding, policy)
        if severity is None:
            continue
        if severity is Severity.ERROR and (_concerns_draft(finding, checked) or _is_in_grace(finding, checked, policy, today)):
            severity = Severity.WARNING
        weighed.append(replace(finding, severity=severity))
    return weighed


def weigh_alone(finding: Finding, policy: Policy) -> Finding | None:
    """A finding that belongs to no bundle, as the policy weighs it."""
    severity = _least(finding, policy)
    return None if severity is None else replace(finding, severity=severity)


def _least(finding: Finding, policy: Policy) -> Severity | None:
    """What the policy says; what reading took for a mere warning (`schema`, `clearance`) stays one."""
    severity = policy.severity(finding.rule)
    if severity is Severity.ERROR and finding.severity is Severity.WARNING:
        return Severity.WARNING
    return severity


def _concerns_draft(finding: Finding, checked: Checked) -> bool:
    if checked.is_draft:
        return bool(finding.locale)
    return bool(finding.locale) and (checked.translation_status or {}).get(finding.locale) == "draft"


def _is_in_grace(finding: Finding, checked: Checked, policy: Policy, today: date) -> bool:
    if finding.rule not in DUE:
        return False
    if checked.since is None:
        return False
    return today <= checked.since + timedelta(days=policy.section(checked.section).grace_days)
