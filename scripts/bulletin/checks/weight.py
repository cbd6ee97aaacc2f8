"""Which findings stop publication: by the policy, by waivers, and by what editors have asked to be public."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bulletin.checks.bundle import Checked
from bulletin.checks.shares import Reckoning, Shares
from bulletin.model.bulletin import Bulletin
from bulletin.model.catalogue import Words, message, on_day
from bulletin.model.clearance import Clearance
from bulletin.model.finding import Finding, Severity
from bulletin.model.policy import Policy
from bulletin.model.rules import COMPARED, DUE, UNWAIVABLE
from bulletin.model.waiver import Held


@dataclass(frozen=True, slots=True)
class Weighed:
    """All that a run found, by place."""

    findings: list[Finding]
    waived: list[Finding]
    """Those that somebody has waived, each with its waiver; they stop nothing and count as nothing else."""


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
    source = clearances.get((bulletin.key, bulletin.source_locale or ""))
    if finding.rule in COMPARED and source is not None and source.awaits_approval:
        return True  # what it is compared with is not what was approved
    tags = [finding.locale] if finding.locale else list(bulletin.editions)
    known = [clearances[(bulletin.key, tag)] for tag in tags if tag in bulletin.editions]
    return len(known) == len(tags) and bool(known) and all(each.is_work_in_progress for each in known)


def weigh_outcome(
    bundles: Iterable[Checked],
    findings: Iterable[Finding],
    policy: Policy,
    today: date,
    every: Iterable[Checked] | None = None,
) -> list[Finding]:
    """Every finding of a run that nobody has waived, by place, as the policy weighs it; see `weigh_run`."""
    return weigh_run(bundles, findings, policy, today, every).findings


def weigh_run(
    bundles: Iterable[Checked],
    findings: Iterable[Finding],
    policy: Policy,
    today: date,
    every: Iterable[Checked] | None = None,
) -> Weighed:
    """Weigh every finding of a run; `findings` are those that no bundle holds.

    `every` are all bundles of the docs folder, on which shares depend, where the run was of some of them only.
    What concerns a draft warns. A translation that is missing or stale warns until its days of grace are over, and as
    long as the share that is required is met.
    """
    by_key = {bundle.key: bundle for bundle in bundles}
    scale = _Scale(policy, today, Shares(by_key.values() if every is None else every, policy))
    for finding in findings:
        scale.put(finding, by_key.get(finding.key))
    for bundle in by_key.values():
        for finding in bundle.findings:
            scale.put(finding, bundle)
    for bundle in by_key.values():
        scale.put_unused(bundle)
    return scale.weighed()


class _Scale:
    """One weighing."""

    def __init__(self, policy: Policy, today: date, shares: Shares) -> None:
        self.policy = policy
        self.today = today
        self.shares = shares
        self.found: set[Finding] = set()
        self.waived: set[Finding] = set()
        self.used: Counter[tuple[str, int]] = Counter()
        """(key, line in `waivers.yml`) of the waivers that some finding is about."""

    def put(self, finding: Finding, checked: Checked | None) -> None:
        """Weigh one finding."""
        held = self._held(finding, checked)
        weighed = self._weighed(finding, checked)
        if weighed is None:
            return
        if held is None:
            self.found.add(weighed)
        elif self._holds(held):
            self.waived.add(replace(weighed, waived=held.waiver))
        else:
            name = "waiver-ended" if held.is_unchanged else "waiver-outdated"
            parts = {"by": held.waiver.by, "until": on_day(held.waiver.until)}
            self.found.add(replace(weighed, message=weighed.message.then(message(name, **parts))))

    def put_unused(self, checked: Checked) -> None:
        """Tell of waivers that no finding of the bundle is about."""
        for held in checked.waivers:
            if not self.used[checked.key, held.waiver.line]:
                sentence = message("unused-waiver", rule=held.waiver.rule, by=held.waiver.by)
                finding = Finding(
                    "unused-waiver", Severity.ERROR, checked.waivers_path, held.waiver.line, sentence, checked.key
                )
                weighed = weigh_alone(finding, self.policy)
                self.found |= {weighed} if weighed else set()

    def weighed(self) -> Weighed:
        """All that was put, by place."""
        return Weighed(*(sorted(found, key=lambda finding: finding.sort_key) for found in (self.found, self.waived)))

    def _held(self, finding: Finding, checked: Checked | None) -> Held | None:
        """The waiver that is about a finding: one that holds before one that has ended."""
        if checked is None or finding.rule in UNWAIVABLE:
            return None
        place = (finding.rule, finding.locale, finding.path, finding.line)
        about = [held for held in checked.waivers if held.covers(*place)]
        for held in about:
            self.used[checked.key, held.waiver.line] += 1
        return min(about, key=lambda held: not self._holds(held), default=None)

    def _holds(self, held: Held) -> bool:
        return held.is_unchanged and held.waiver.holds_on(self.today)

    def _weighed(self, finding: Finding, checked: Checked | None) -> Finding | None:
        weighed = weigh_alone(finding, self.policy)
        if weighed is None or checked is None or weighed.severity is not Severity.ERROR:
            return weighed
        if _concerns_draft(finding, checked, self.policy):
            return weighed.as_warning()
        if finding.rule not in DUE:
            return weighed
        reckoning = self.shares.reckon(checked, finding.locale, self.today)
        return weighed if reckoning.is_error(self.today) else _let_pass(weighed, reckoning)


def _let_pass(finding: Finding, reckoning: Reckoning) -> Finding:
    """A warning that says why it is none yet, and from which day it will be more."""
    sentence = finding.message
    if reckoning.share is not None:
        parts = {"share": _percent(reckoning.share), "required": _percent(reckoning.required)}
        sentence = sentence.then(message("share-met", **parts))
    if reckoning.due is not None:
        sentence = sentence.then(message("due-later", day=on_day(reckoning.due)))
    return replace(finding, severity=Severity.WARNING, message=sentence, due=reckoning.due)


def _percent(share: float) -> Words:
    """Per cent, to a tenth, rounded down, so that 100 means all."""
    text = f"{int(share * 1000 + 1e-9) / 10:g}"
    return Words(f"{text.replace('.', ',')}%", f"{text}%")


def weigh_by_policy(checked: Checked, policy: Policy, today: date) -> list[Finding]:
    """The findings of one bundle that nobody has waived, as the policy weighs them."""
    return weigh_run([checked], [], policy, today).findings


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


def _concerns_draft(finding: Finding, checked: Checked, policy: Policy) -> bool:
    """Whether it is about something that nobody has asked to be public.

    An edition that cannot be read keeps its errors: nobody knows whether it is a draft.
    """
    if finding.locale and finding.locale not in (checked.paths or {}):
        return False
    status = (checked.translation_status or {}).get(finding.locale)
    is_unread = status == "machine" and not policy.allows_machine(checked.section)
    return checked.is_draft or status == "draft" or is_unread
