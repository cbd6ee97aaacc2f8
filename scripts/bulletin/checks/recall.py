"""What changed blocks once said, put into the messages on stale translations, where git has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from bulletin.checks.bundle import Checked
from bulletin.checks.run import Outcome
from bulletin.checks.states import state_findings
from bulletin.model.finding import Finding
from bulletin.model.state import State
from bulletin.source.history import old_texts
from bulletin.source.tree import Bundle, read_bundle

MAX_HISTORIES = 40
"""Bundles for which git is asked; each costs some hundredths of a second."""
_CHANGED = (State.STALE, State.DIVERGED)


def with_old_texts(outcome: Outcome, docs: Path, tags: tuple[str, ...], today: date) -> Outcome:
    """The same outcome, with the old texts in its messages. It is never cached: git may learn and forget."""
    stale = [each for each in outcome.bundles if _changed(each)][:MAX_HISTORIES]
    told = {each.key: _recalled(each, docs, outcome.files.get(each.key), tags, today) for each in stale}
    return replace(outcome, bundles=tuple(told.get(each.key, each) for each in outcome.bundles))


def _changed(checked: Checked) -> list[str]:
    """Tags of the translations whose source has changed."""
    return [tag for tag, stands in (checked.standings or {}).items() if stands.state in _CHANGED]


def _recalled(checked: Checked, docs: Path, bundle: Bundle | None, tags: tuple[str, ...], today: date) -> Checked:
    bulletin = read_bundle(docs, bundle, tags)[0] if bundle else None
    if bulletin is None or bulletin.source is None:  # it changed in this very moment
        return checked
    findings = list(checked.findings)
    for tag in _changed(checked):
        stands = (checked.standings or {})[tag]
        old = old_texts(docs, bulletin.source, stands.removed, tags)
        if old and tag in bulletin.editions:
            said = state_findings(bulletin.editions[tag], stands, today, old)
            findings = list(_replaced(findings, said, stands.state.rule, tag))
    return replace(checked, findings=tuple(findings))


def _replaced(findings: list[Finding], said: Iterator[Finding], rule: str, tag: str) -> Iterator[Finding]:
    yield from (each for each in findings if (each.rule, each.locale) != (rule, tag))
    yield from (each for each in said if each.rule == rule)
