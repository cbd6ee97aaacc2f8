"""All that an output can show of one run: every form is made from this."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from bulletin.checks.bundle import Checked
from bulletin.checks.coverage import Coverage
from bulletin.model.changes import Changes, Nearness, vicinity
from bulletin.model.finding import Finding, Severity
from bulletin.model.rulebook import gravity


@dataclass(frozen=True)  # no slots: they leave no room for what is remembered
class Report:
    """What one run of the check found."""

    findings: tuple[Finding, ...]
    """Errors and warnings by place, as the policy weighs them."""
    coverage: Coverage
    bundles: tuple[Checked, ...]
    root: str = "docs/"
    """The docs folder from the root of the repository, with a slash at its end; empty for the root itself."""
    changes: Changes | None = None
    """What changed since the revision of `--base`; None where none was given."""
    before: Coverage | None = None
    """The coverage at that revision; None where it is not known."""
    waived: tuple[Finding, ...] = ()
    """What somebody has answered for: it is shown, and stops nothing."""

    @property
    def errors(self) -> int:
        """How many findings stop publication."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many do not."""
        return len(self.findings) - self.errors

    def place(self, path: str) -> str:
        """A path below the docs folder, from the root of the repository."""
        return self.root.rstrip("/") or "." if path == "." else f"{self.root}{path}"

    def other_edition(self, finding: Finding) -> str:
        """The path of the edition with which a finding's own was compared; empty where there is none."""
        bundle = self._by_key.get(finding.key)
        paths = bundle.paths if bundle else None
        if bundle is None or not paths:
            return ""
        if bundle.source in paths and paths[bundle.source] != finding.path:
            return paths[bundle.source]
        others = [path for path in paths.values() if path != finding.path]
        return others[0] if len(others) == 1 else ""

    @cached_property
    def _by_key(self) -> dict[str, Checked]:
        return {bundle.key: bundle for bundle in self.bundles}

    def nearness(self) -> Callable[[Finding], Nearness]:
        """What tells how near a finding is to the change; all are equally far where there is none."""
        if self.changes is None:
            return lambda _: Nearness.ELSEWHERE
        near = vicinity(self.changes)
        return lambda finding: near.of(finding, self.other_edition(finding))

    def worst_first(self) -> list[tuple[Nearness, Finding]]:
        """Findings with their nearness: those of the change first, errors before warnings, the gravest rule first."""
        near = self.nearness()
        found = [(near(finding), finding) for finding in self.findings]
        return sorted(found, key=lambda each: (each[0], *_weight(each[1])))

    def changed_first(self) -> list[Finding]:
        """Findings by place, those on changed lines first, then those in changed bulletins."""
        near = self.nearness()
        return sorted(self.findings, key=lambda finding: (near(finding), finding.sort_key))


def _weight(finding: Finding) -> tuple[object, ...]:
    return (finding.severity is not Severity.ERROR, gravity(finding.rule), *finding.sort_key)
