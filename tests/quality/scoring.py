"""Says of each case whether it was found, and where; and of each finding whether it was a false alarm.

A fault is found when its bundle has a finding of its rule that the clean bundle has not (rule and message compared as
multisets, with line numbers and keys left out of the messages, since both shift). It is found *at its place* when such
a finding stands within three lines of the change, in the file changed, or names a line so near in its message.

A false alarm is a finding of a pair rule on a clean bundle, or a new one on a variant or on a trivial change. Collateral
is a new finding of another pair rule in a fault's bundle; it counts against that other rule unless the fault entails it:

- structure, untranslated and picture faults, and changes of meaning planted to make a translation stale, take values,
  references and links with them: nothing else in their bundles counts;
- a missing alt text or caption is a field lost: values, language and picture go with it;
- a number in the wrong format is also another value, or none; a wrong value may be a wrong format (a separator moved),
  a conversion or a shared field; a part of a sentence dropped may hold a reference;
- a wrong document number is also a wrong number.

Findings of a wrong state (`edited` for `stale`) count against that state's rule.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tests.quality.faults import STATES
from tests.quality.hand import VARIANT
from tests.quality.planting.bundles import Bundle
from tests.quality.tree import Case, Finding

PAIR_RULES = frozenset(
    {
        "value-mismatch",
        "number-format",
        "reference-mismatch",
        "untranslated-block",
        "structure-mismatch",
        "link-mismatch",
        "image-mismatch",
        "missing-alt",
        "missing-caption",
        "metadata-mismatch",
        "added-conversion",
    }
)
STATE_RULES = STATES - {"trivial"}
HARMLESS = frozenset({"trivial", VARIANT})
"""What must give no finding."""
_FIELD = frozenset({"value-mismatch", "number-format", "untranslated-block", "image-mismatch", "reference-mismatch"})
ENTAILED: Mapping[str, frozenset[str]] = {
    "structure-mismatch": PAIR_RULES,
    "untranslated-block": PAIR_RULES,
    "image-mismatch": PAIR_RULES,
    "missing-alt": _FIELD,
    "missing-caption": _FIELD,
    "number-format": frozenset({"value-mismatch"}),
    "value-mismatch": frozenset({"number-format", "added-conversion", "metadata-mismatch", "reference-mismatch"}),
    "reference-mismatch": frozenset({"value-mismatch"}),
    **dict.fromkeys(STATE_RULES, PAIR_RULES),
}
NEAR = 3
"""Lines between a finding and the change that still are its place."""
LINES = re.compile(r"\b(?:lines?|dòng)\s+(\d+(?:\s*(?:,|–|-|and|và)\s*\d+)*)")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the check made of one case."""

    case: Case
    found: bool
    """A fault: its rule was found. A trivial change or variant: something was, wrongly."""
    placed: bool
    """Found, and at its place."""
    against: list[Finding]
    """The findings that count as false alarms or collateral."""
    messages: list[str]
    """Of every new finding in the bundle."""


@dataclass(frozen=True, slots=True)
class Score:
    """All outcomes of a half."""

    outcomes: list[Outcome] = field(default_factory=list)
    alarms: list[Finding] = field(default_factory=list)
    """Findings of pair rules on clean bundles."""
    states: list[Finding] = field(default_factory=list)
    """Findings of the three states on clean bundles, all of them just accepted."""
    blocks: int = 0
    """Blocks of the clean bundles, counted once for each pair."""
    pairs: int = 0


def _plain(finding: Finding, key: str, clean: str) -> tuple[str, str]:
    """Rule and message without what differs between a bundle and its clean twin."""
    message = finding.message.replace(key, clean)
    return finding.rule, LINES.sub("line N", re.sub(r"(?<=\.md):\d+", "", message))


def _new(found: Iterable[Finding], case: Case, clean: Sequence[Finding]) -> list[Finding]:
    """The findings that the clean bundle has not."""
    known = Counter(_plain(finding, case.fault.key, case.fault.key) for finding in clean)
    fresh = []
    for finding in found:
        name = _plain(finding, case.key, case.fault.key)
        if known[name]:
            known[name] -= 1
        else:
            fresh.append(finding)
    return fresh


def _lines(message: str) -> list[int]:
    return [int(n) for group in LINES.findall(message) for n in re.findall(r"\d+", group)]


def _at_place(finding: Finding, case: Case) -> bool:
    own = finding.path.endswith(case.fault.file) and abs(finding.line - case.fault.line) <= NEAR
    return own or any(abs(line - case.fault.line) <= NEAR for line in _lines(finding.message))


def _outcome(case: Case, fresh: Sequence[Finding]) -> Outcome:
    rule = case.fault.rule
    messages = [f"{finding.path}:{finding.line}: {finding.rule}: {finding.message}" for finding in fresh]
    if rule in HARMLESS:
        wrong = [f for f in fresh if f.rule in PAIR_RULES or (rule == "trivial" and f.rule in STATE_RULES)]
        return Outcome(case, bool(wrong), placed=False, against=wrong, messages=messages)
    hits = [finding for finding in fresh if finding.rule == rule]
    watched = PAIR_RULES | (STATE_RULES if rule in STATE_RULES else frozenset())
    spared = ENTAILED.get(rule, frozenset()) | {rule}
    against = [finding for finding in fresh if finding.rule in watched - spared]
    return Outcome(case, bool(hits), any(_at_place(hit, case) for hit in hits), against, messages)


def score(clean: Sequence[Bundle], cases: Sequence[Case], findings: Iterable[Finding], blocks: int) -> Score:
    """Judge every case by the findings of one run over the tree."""
    by_key: dict[str, list[Finding]] = {}
    for finding in findings:
        by_key.setdefault(finding.key, []).append(finding)
    result = Score(blocks=blocks, pairs=len(clean))
    for bundle in clean:
        own = by_key.get(bundle.key, [])
        result.alarms.extend(finding for finding in own if finding.rule in PAIR_RULES)
        result.states.extend(finding for finding in own if finding.rule in STATE_RULES)
    for case in cases:
        fresh = _new(by_key.get(case.key, []), case, by_key.get(case.fault.key, []))
        result.outcomes.append(_outcome(case, fresh))
    return result
