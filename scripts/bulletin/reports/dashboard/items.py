"""Findings and states → the work of an office, worst first, each piece with its deadline and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from bulletin.checks.bundle import Checked
from bulletin.checks.coverage import state_of
from bulletin.model.bulletin import HOME_KEY
from bulletin.model.finding import Finding, Severity
from bulletin.model.policy import Policy
from bulletin.model.rules import DUE, FIXED
from bulletin.model.state import Standing

SOON = 7
"""Days before a deadline from which a piece of work is due soon."""
_OF_STATE = frozenset((*DUE, "untracked-translation", "edited-translation", "lock-pending"))
"""Rules that tell a state, which the piece of work itself tells already."""


class Urgency(Enum):
    """When a piece of work is to be done."""

    NOW = "now"
    """It holds an error, or its deadline is over."""
    SOON = "soon"
    """Its deadline is near."""
    LATER = "later"
    """It has a later deadline, or none."""
    DRAFT = "draft"
    """Nobody has asked for it to be public."""


class Task(Enum):
    """What is to be done."""

    MEND = "mend"
    """Correct what an edition says, or its front matter."""
    TRANSLATE = "translate"
    REVISE = "revise"
    """Bring the translation up to its source."""
    RECONCILE = "reconcile"
    """Compare two editions that both changed."""
    ACCEPT = "accept"
    """Compare for the first time, and accept."""
    RECHECK = "recheck"
    """Read again what changed in the translation alone."""
    REVIEW = "review"
    """Read what a machine translated."""
    FINISH = "finish"
    """Complete a draft."""
    APPROVE = "approve"
    """Approve what is meant to be public and is not cleared."""
    RECORD = "record"
    """Write down an acceptance that a form holds."""


TASKS = {
    "missing": Task.TRANSLATE,
    "stale": Task.REVISE,
    "diverged": Task.RECONCILE,
    "untracked": Task.ACCEPT,
    "machine": Task.REVIEW,
    "draft": Task.FINISH,
    "edited": Task.RECHECK,
    "pending": Task.RECORD,
}
"""State → what is to be done, unless an error comes first."""
UNDONE = ("missing", "stale", "diverged", "untracked", "machine", "draft")
"""States of a required page that do not count."""


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of work: a translation that is not what it should be, or a bulletin with findings."""

    key: str
    tag: str
    """Locale of the translation; that of the source, or empty, where the work is about no translation."""
    section: str
    titles: Mapping[str, str]
    state: str
    """One of TASKS, or `faulty` where only findings are the matter."""
    task: Task
    urgency: Urgency
    deadline: date | None
    """The last day on which it is in time; None where there is none."""
    days: int
    """From today to the deadline; below 0 where it is over, 0 where there is none."""
    translator: str
    agencies: tuple[str, ...]
    findings: tuple[Finding, ...]
    """Weighed, errors first; those that tell its state are not among them."""
    errors: int
    """How many of all its findings are errors."""
    words: int
    """Of the source."""
    place: tuple[str, int]
    """File below the docs folder, and line, where to begin."""
    target: str
    """Path of the translation, which may not exist yet; empty where there is none."""
    changed: int = 0
    """Blocks of the source that changed since it was accepted."""
    accepted: date | None = None
    """The day on which it last matched; None where nobody accepted it."""
    is_public: bool = True
    """Whether its editors have asked for the source to be public."""

    @property
    def is_overdue(self) -> bool:
        """Whether its deadline is over."""
        return self.deadline is not None and self.days < 0

    @property
    def sort_key(self) -> tuple[int, int, int, date, int, str, str]:
        """Worst first: what is wrong for readers, then what is due or overdue longest; long texts before short."""
        order = list(Urgency).index(self.urgency)
        wrong = self.errors and self.task in (Task.MEND, Task.APPROVE)
        deadline = self.deadline or date.max
        return (order, 0 if wrong else 1, 0 if self.errors else 1, deadline, -self.words, self.key, self.tag)


def items(bundles: Iterable[Checked], findings: Iterable[Finding], policy: Policy, today: date) -> list[Item]:
    """Every piece of work, worst first; findings are all of a run, weighed."""
    every = list(bundles)
    homes = _Homes(every)
    by_key: dict[str, list[Finding]] = {}
    for finding in findings:
        if homes.has(finding):
            by_key.setdefault(finding.key, []).append(finding)
    found = [item for bundle in every for item in _of_bundle(bundle, by_key.get(bundle.key, []), policy, today)]
    return sorted(found, key=lambda item: item.sort_key)


def homeless(bundles: Iterable[Checked], findings: Iterable[Finding]) -> list[Finding]:
    """Findings on no bulletin, such as a file that lies where none should."""
    homes = _Homes(bundles)
    return [finding for finding in findings if not homes.has(finding)]


class _Homes:
    """Which findings are about a bulletin; the key of the home page is empty, as that of no bulletin is."""

    def __init__(self, bundles: Iterable[Checked]) -> None:
        own = {bundle.key: bundle for bundle in bundles}
        home = own.get(HOME_KEY)
        self.keys = frozenset(own)
        self.paths = frozenset((home.paths or {}).values()) if home else frozenset()

    def has(self, finding: Finding) -> bool:
        """Whether a finding is about one of the bulletins."""
        return finding.key in self.keys if finding.key or finding.locale else finding.path in self.paths


def _of_bundle(bundle: Checked, findings: list[Finding], policy: Policy, today: date) -> Iterator[Item]:
    translations = dict.fromkeys((*bundle.required, *(bundle.standings or {})))
    tags = list(translations) or [bundle.source]
    rest = [finding for finding in findings if finding.locale not in tags]
    for index, tag in enumerate(tags):
        own = [finding for finding in findings if finding.locale == tag] + (rest if index == 0 else [])
        item = _item(bundle, tag if tag in translations else "", own, policy, today)
        if item is not None:
            yield item


def _item(bundle: Checked, tag: str, findings: list[Finding], policy: Policy, today: date) -> Item | None:
    stands = (bundle.standings or {}).get(tag, None)
    state = _state(bundle, tag, stands, policy)
    others = [finding for finding in findings if not (finding.rule in _OF_STATE and finding.locale == tag)]
    if not state and not others:
        return None
    others.sort(key=lambda finding: (finding.severity is not Severity.ERROR, finding.sort_key))
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    wrong = [finding for finding in others if finding.severity is Severity.ERROR]
    task = Task.MEND if state not in TASKS or _comes_first(wrong, state, tag) else TASKS[state]
    is_public = bundle.about.status == "published" and not bundle.is_draft
    due = next((finding.due for finding in findings if finding.due is not None and finding.locale == tag), None)
    deadline = deadline_of(bundle, tag, state, policy)
    deadline = due - timedelta(days=1) if due is not None else deadline
    if deadline is not None and deadline < today and _is_let_pass(findings, tag, policy):
        deadline = None
    days = (deadline - today).days if deadline else 0
    paths = bundle.paths or {}
    source = paths.get(bundle.source, "")
    begin = [*wrong, *others]
    if task is Task.MEND and begin and begin[0].rule == "clearance":
        task = Task.APPROVE
    is_mended = task in (Task.MEND, Task.APPROVE) and begin
    place = (begin[0].path, begin[0].line) if is_mended else _begin(bundle, tag, task, stands, source)
    return Item(
        key=bundle.key,
        tag=tag,
        section=bundle.section,
        titles=bundle.about.titles,
        state=state or "faulty",
        task=task,
        urgency=_urgency(errors, deadline, days, is_public=is_public),
        deadline=deadline,
        days=days,
        translator=bundle.about.translators.get(tag, ""),
        agencies=bundle.about.agencies,
        findings=tuple(others),
        errors=errors,
        words=bundle.words,
        place=place,
        target=(paths.get(tag) or _path_of(bundle, tag, source)) if tag else "",
        changed=max(len(stands.changed), len(stands.removed)) if stands else 0,
        accepted=stands.accepted if stands else None,
        is_public=is_public,
    )


def _comes_first(wrong: Iterable[Finding], state: str, tag: str) -> bool:
    """Whether errors are to be mended first: other values than those of a source that has changed are no mistake."""
    if state in ("stale", "diverged"):
        return any(finding.rule in FIXED or finding.locale != tag for finding in wrong)
    return any(wrong)


def _state(bundle: Checked, tag: str, stands: Standing | None, policy: Policy) -> str:
    """What is to be done about a translation beside its findings; empty for nothing."""
    if not tag:
        return ""
    state = state_of(bundle, tag, policy)
    if stands is not None and stands.pending:
        return state if state in ("machine", "draft") else "pending"
    if state == "current":
        return "edited" if stands is not None and stands.state.value == "edited" else ""
    return state if state in TASKS else ""


def deadline_of(bundle: Checked, tag: str, state: str, policy: Policy) -> date | None:
    """The last day of grace of a required page that does not count; None where there is none."""
    if state not in UNDONE or tag not in bundle.required or bundle.since is None:
        return None
    try:
        return bundle.since + timedelta(days=policy.section(bundle.section).grace_days)
    except OverflowError:  # a grace of millions of years
        return None


def _is_let_pass(findings: Iterable[Finding], tag: str, policy: Policy) -> bool:
    """Whether the policy takes a state for an error, and yet lets this one pass: the share that it asks for is met."""
    states = [finding for finding in findings if finding.rule in DUE and finding.locale == tag]
    return any(
        finding.severity is Severity.WARNING and policy.severity(finding.rule) is Severity.ERROR for finding in states
    )


def _urgency(errors: int, deadline: date | None, days: int, *, is_public: bool) -> Urgency:
    if errors or (deadline is not None and days < 0):
        return Urgency.NOW
    if not is_public:
        return Urgency.DRAFT
    return Urgency.SOON if deadline is not None and days <= SOON else Urgency.LATER


def _begin(bundle: Checked, tag: str, task: Task, stands: Standing | None, source: str) -> tuple[str, int]:
    """Where the work begins: at the first block of the source that changed, else at the translation's first line."""
    if task in (Task.REVISE, Task.RECONCILE) and stands is not None and stands.changed:
        return source, stands.changed[0]
    return (bundle.paths or {}).get(tag) or source or bundle.key, 1


def _path_of(bundle: Checked, tag: str, source: str) -> str:
    """Where a translation that is missing is to lie."""
    folder = source.rsplit("/", 1)[0] if "/" in source else bundle.key
    return f"{folder}/index.{tag}.md".removeprefix("/")
