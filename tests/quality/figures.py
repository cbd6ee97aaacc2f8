"""Figures of a score: recall and precision of each rule with their intervals, and false alarms on clean text."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from math import sqrt
from pathlib import Path
from typing import Any

from tests.quality.faults import TARGETS
from tests.quality.hand import VARIANT
from tests.quality.scoring import HARMLESS, Score

Z = 1.959964
"""Of a normal distribution, for an interval of 95 % (Wilson, 1927)."""
THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    hits: int
    of: int

    @property
    def value(self) -> float | None:
        """The share, or None of nothing."""
        return self.hits / self.of if self.of else None

    def interval(self) -> tuple[float, float]:
        """Wilson's interval at 95 %; from 0 to 1 of nothing."""
        if not self.of:
            return 0.0, 1.0
        p, n = self.hits / self.of, self.of
        middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
        spread = Z / (1 + Z * Z / n) * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
        return max(0.0, middle - spread), min(1.0, middle + spread)

    def __add__(self, other: "Share") -> "Share":
        return Share(self.hits + other.hits, self.of + other.of)

    def __str__(self) -> str:
        if self.value is None:
            return "–"
        low, high = self.interval()
        return f"{self.value:.1%} [{low:.1%}–{high:.1%}]"


@dataclass(frozen=True, slots=True)
class RuleFigures:
    """What was measured of one rule."""

    script: Share
    """Found of those planted by script."""
    hand: Share
    """Found of those planted by hand."""
    placed: Share
    """Found at their place, of those found."""
    alarms: int
    """False alarms and collateral of the rule."""

    @property
    def recall(self) -> Share:
        return self.script + self.hand

    @property
    def precision(self) -> Share:
        return Share(self.recall.hits, self.recall.hits + self.alarms)

    def __add__(self, other: "RuleFigures") -> "RuleFigures":
        return RuleFigures(
            self.script + other.script, self.hand + other.hand, self.placed + other.placed, self.alarms + other.alarms
        )


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of a half, or of both."""

    rules: Mapping[str, RuleFigures]
    harmless: Mapping[str, Share]
    """Of trivial changes and of variants: how many gave no finding."""
    clean_alarms: int
    clean_states: int
    """Findings of a state on bundles just accepted."""
    blocks: int
    pairs: int

    @property
    def per_thousand(self) -> float:
        """False alarms for each thousand clean blocks."""
        return THOUSAND * self.clean_alarms / self.blocks if self.blocks else 0.0

    def __add__(self, other: "Figures") -> "Figures":
        nothing = RuleFigures(Share(0, 0), Share(0, 0), Share(0, 0), 0)
        names = [*self.rules, *(rule for rule in other.rules if rule not in self.rules)]
        kinds = [*self.harmless, *(kind for kind in other.harmless if kind not in self.harmless)]
        return Figures(
            {rule: self.rules.get(rule, nothing) + other.rules.get(rule, nothing) for rule in names},
            {kind: self.harmless.get(kind, Share(0, 0)) + other.harmless.get(kind, Share(0, 0)) for kind in kinds},
            self.clean_alarms + other.clean_alarms,
            self.clean_states + other.clean_states,
            self.blocks + other.blocks,
            self.pairs + other.pairs,
        )


def _alarms(score: Score) -> Counter[str]:
    """False alarms of each rule, on clean bundles, on what is harmless and beside other faults."""
    found = Counter(finding.rule for finding in [*score.alarms, *score.states])
    for outcome in score.outcomes:
        found.update(finding.rule for finding in outcome.against)
    return found


def figures(score: Score) -> Figures:
    """The figures of one half."""
    alarms = _alarms(score)
    rules = {}
    planted = {outcome.case.fault.rule for outcome in score.outcomes} - HARMLESS
    order = [*TARGETS, *sorted((planted | set(alarms)) - set(TARGETS))]
    for rule in (r for r in order if (r in planted or alarms[r]) and r not in HARMLESS):
        own = [outcome for outcome in score.outcomes if outcome.case.fault.rule == rule]
        shares = [
            Share(sum(o.found for o in own if o.case.by_hand == hand), sum(o.case.by_hand == hand for o in own))
            for hand in (False, True)
        ]
        placed = Share(sum(o.placed for o in own), sum(o.found for o in own))
        rules[rule] = RuleFigures(shares[0], shares[1], placed, alarms[rule])
    harmless = {}
    for kind in ("trivial", VARIANT):
        own = [outcome for outcome in score.outcomes if outcome.case.fault.rule == kind]
        harmless[kind] = Share(sum(not o.found for o in own), len(own))
    return Figures(rules, harmless, len(score.alarms), len(score.states), score.blocks, score.pairs)


def as_data(found: Figures) -> dict[str, Any]:
    """Figures as they are stored, with recall and precision spelled out."""
    data = asdict(found)
    for rule, own in found.rules.items():
        data["rules"][rule] |= {"recall": own.recall.value, "precision": own.precision.value}
    return data | {"false_alarms_per_thousand": found.per_thousand}


def read(path: Path) -> dict[str, Any]:
    """Stored figures, or nothing if there is no such file."""
    return dict(json.loads(path.read_text("utf-8"))) if path.is_file() else {}


def _floored(value: float) -> float:
    return int(value * THOUSAND) / THOUSAND


def floor(found: Figures) -> dict[str, Any]:
    """The least that a later run may reach, rounded in its favour."""
    rules = {}
    for rule, own in found.rules.items():
        values = {"recall": own.recall.value, "precision": own.precision.value}
        if own.recall.of:
            rules[rule] = {kind: _floored(value) for kind, value in values.items() if value is not None}
    alarms = int(found.per_thousand * THOUSAND + 1) / THOUSAND if found.per_thousand else 0.0
    harmless = {kind: _floored(share.value) for kind, share in found.harmless.items() if share.value is not None}
    return {**rules, "harmless": harmless, "false_alarms_per_thousand": alarms}


def fallen(found: Figures, least: Mapping[str, Any]) -> list[str]:
    """A line for each figure that fell below the floor."""
    lines = []
    for rule, wanted in least.items():
        if rule == "false_alarms_per_thousand":
            if found.per_thousand > wanted:
                lines.append(f"false alarms for 1,000 clean blocks: {found.per_thousand:.3f}, at most {wanted}")
        elif rule == "harmless":
            lines += _below("harmless", {kind: share.value for kind, share in found.harmless.items()}, wanted)
        else:
            own = found.rules.get(rule)
            values = {"recall": own.recall.value, "precision": own.precision.value} if own else {}
            lines += _below(rule, values, wanted)
    return lines


def _below(name: str, values: Mapping[str, float | None], wanted: Mapping[str, float]) -> Iterable[str]:
    for kind, least in wanted.items():
        value = values.get(kind)
        if value is None or value < least:
            yield f"{name}: {kind} {'none' if value is None else f'{value:.3f}'}, at least {least}"


def summed(halves: Sequence[Figures]) -> Figures:
    """The figures of all halves together."""
    total = halves[0]
    for half in halves[1:]:
        total += half
    return total
