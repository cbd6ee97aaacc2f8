"""What the coverage policy lets pass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Policy:
    """`docs/_data/coverage.yml`."""

    machine: Mapping[str, bool] = field(default_factory=dict)
    """Section, or `*` for the rest → whether a machine translation may be public, labelled."""

    def allows_machine(self, section: str) -> bool:
        """Whether a machine translation of a section may be public; no, unless the policy says so."""
        return self.machine.get(section, self.machine.get("*", False))
