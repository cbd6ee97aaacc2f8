"""Which findings stop publication: by the policy, and by what editors have asked to be public."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from bulletin.checks.bundle import Checked
from bulletin.model.bulletin import Bulletin
from bulletin.model.clearance import Clearance
from bulletin.model.finding import Finding, Severity
from bulletin.model.policy import Policy
from bulletin.model.rules import DUE


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


def weigh_outcome(
    bundles: Iterable[Checked], findings: Iterable[Finding], policy: Policy, today: date
) -> list[Finding]:
    """Every finding of a run by place, as the policy weighs it; `findings` are those that no bundle holds."""
    by_key = {bundle.key: bundle for bundle in bundles}
    weighed = [_weighed(finding, by_key.get(finding.key), policy, today) for finding in findings]
    for bundle in by_key.values():
        weighed += weigh_by_policy(bundle, policy, today)
    return sorted({each for each in weighed if each is not None}, key=lambda finding: finding.sort_key)


def weigh_by_policy(checked: Checked, policy: Policy, today: date) -> list[Finding]:
    """The findings of a bundle as the policy weighs them; those that it turns off are left out.

    What concerns a draft warns. A translation that is missing or stale warns until its days of grace are over.
    """
    weighed = (_weighed(finding, checked, policy, today) for finding in checked.findings)
    return [finding for finding in weighed if finding is not None]


def weigh_alone(finding: Finding, policy: Policy) -> Finding | None:
    """A finding that belongs to no bundle, as the policy weighs it."""
    severity = _least(finding, policy)
    return None if severity is None else replace(finding, severity=severity)


def _weighed(finding: Finding, checked: Checked | None, policy: Policy, today: date) -> Finding | None:
    weighed = weigh_alone(finding, policy)
    if weighed is None or checked is None or weighed.severity is not Severity.ERROR:
        return weighed
    if _concerns_draft(finding, checked, policy) or _is_in_grace(finding, checked, policy, today):
        return weighed.as_warning()
    return weighed


def _least(finding: Finding, policy: Policy) -> Severity | None:
    """What the policy says; what reading took for a mere warning (`schema`, `clearance`) stays one."""
    severity = policy.severity(finding.rule)
    if severity is Severity.ERROR and finding.severity is Severity.WARNING:
        return Severity.WARNING
    return severity


def _concerns_draft(finding: Finding, checked: Checked, policy: Policy) -> bool:
    """Whether it is about something that nobody has asked to be public.

    An edition that cannot be read keeps its errors: nobody knows whether it is a draft.
    """
    if finding.locale and finding.locale not in (checked.paths or {}):
        return False
    status = (checked.translation_status or {}).get(finding.locale)
    is_unread = status == "machine" and not policy.allows_machine(checked.section)
    return checked.is_draft or status == "draft" or is_unread


def _is_in_grace(finding: Finding, checked: Checked, policy: Policy, today: date) -> bool:
    """Whether the days of grace are not over; the last of them is that many days after `since`."""
    if finding.rule not in DUE or checked.since is None:
        return False
    return (today - checked.since).days <= policy.section(checked.section).grace_days
