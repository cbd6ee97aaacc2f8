"""The corpus is whole, and planting in it is the same every time."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.quality import corpus_rules
from tests.quality.faults import SEED, Fault, plant, plant_half
from tests.quality.hand import read_entries
from tests.quality.planting.bundles import Bundle, read_half
from tests.quality.planting.trivia import RENAMED

HERE = Path(__file__).parent
CORPUS, HAND = HERE / "corpus", HERE / "hand"
halves = pytest.mark.parametrize("half", ["develop", "held-out"])


@cache
def bundles(half: str) -> tuple[Bundle, ...]:
    return tuple(read_half(CORPUS / half))


@cache
def planted(half: str) -> tuple[Fault, ...]:
    return tuple(plant_half(bundles(half)))


@halves
def test_every_bundle_has_both_editions(half: str) -> None:
    assert corpus_rules.lone_editions(CORPUS / half) == []


@halves
def test_every_text_is_composed(half: str) -> None:
    assert corpus_rules.not_composed(CORPUS / half) == []


@halves
def test_what_a_hand_file_replaces_stands_once_in_its_file(half: str) -> None:
    assert list(corpus_rules.unfit_entries(HAND, half, bundles(half))) == []


@halves
def test_every_half_has_faults_and_variants_by_hand(half: str) -> None:
    counts = Counter(entry.rule for entry in read_entries(HAND, half))
    assert counts["value-mismatch"] >= 50
    assert counts["variant"] >= 50


def test_no_slug_is_used_twice() -> None:
    assert corpus_rules.repeated_slugs([*bundles("develop"), *bundles("held-out")]) == []


def test_there_are_enough_pairs_and_blocks() -> None:
    whole = [*bundles("develop"), *bundles("held-out")]
    assert len(whole) >= corpus_rules.PAIRS
    assert corpus_rules.blocks(whole) >= corpus_rules.BLOCKS


def test_the_same_seed_plants_the_same_faults() -> None:
    some = bundles("develop")[:3]
    assert plant_half(some) == plant_half(some)
    assert plant(some[0], SEED, some) == plant(some[0], SEED, some)


def test_another_seed_plants_other_faults() -> None:
    some = bundles("develop")[:3]
    assert plant_half(some, SEED + 1) != plant_half(some)


@pytest.mark.planted
@pytest.mark.parametrize("rule", corpus_rules.RULES)
def test_enough_faults_of_each_rule_are_planted(rule: str) -> None:
    counts = [sum(fault.rule == rule for fault in planted(half)) for half in ("develop", "held-out")]
    assert min(counts) >= corpus_rules.HALF
    assert sum(counts) >= corpus_rules.FAULTS


@pytest.mark.planted
@halves
def test_every_fault_changes_its_file_at_its_line(half: str) -> None:
    texts = {bundle.key: bundle.texts for bundle in bundles(half)}
    for fault in planted(half):
        if fault.kind == RENAMED:
            continue
        old, new = texts[fault.key][fault.file], fault.texts[fault.file]
        same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(new))
        assert old != new, fault.kind
        assert fault.line <= old.count("\n") + 1, fault.kind
        if fault.place in {"title", "cell", "item", "heading"} and not fault.kind.endswith("dropped"):
            assert abs(old.count("\n", 0, same) + 1 - fault.line) <= 1, fault.kind
