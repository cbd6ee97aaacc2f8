"""How much of the content was translated at an earlier revision."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bulletin.checks.coverage import Coverage, coverage
from bulletin.checks.run import Outcome, Task, run
from bulletin.model.changes import Changes
from bulletin.model.finding import CallError
from bulletin.model.policy import Policy
from bulletin.source.base import write_base
from bulletin.source.registries import DATA_FOLDER, POLICY_FILE, read_policy
from bulletin.source.selection import below


def coverage_before(
    task: Task, outcome: Outcome, changes: Changes, policy: Policy, paths: Sequence[str] = ()
) -> Coverage | None:
    """The coverage at the revision of some changes, under the policy of then; None where git cannot tell.

    Only what changed is read and checked again; all else was as it is. Where a call names paths, only what lay there.
    """
    folders = changes.folders
    with TemporaryDirectory(prefix="bulletin-") as folder:
        docs = Path(folder)
        if not write_base(task.docs, changes.revision, folders, docs):
            return None
        if f"{DATA_FOLDER}/{POLICY_FILE}" in changes.files:
            with suppress(CallError):  # a wrong policy counted nothing
                policy = read_policy(docs)
        was = run(replace(task, docs=docs, cache=None)).bundles
    named = [below(task.docs, path) for path in paths]
    then = [each for each in was if not named or any(_lies(each.key, place) for place in named)]
    same = [each for each in outcome.bundles if each.key not in folders]
    return coverage([*same, *then], task.given.tags, policy)


def _lies(key: str, place: str) -> bool:
    """Whether a bundle lies at a place, below it, or has it as a file."""
    return not place or key == place or key.startswith(f"{place}/") or place.rpartition("/")[0] == key
