"""Which findings stop publication: those on what editors have asked to be public."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bulletin.model.bulletin import Bulletin
from bulletin.model.clearance import Clearance
from bulletin.model.finding import Finding


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
