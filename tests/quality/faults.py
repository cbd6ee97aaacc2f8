"""Plants faults of known rule and place in the corpus, from a fixed seed and evenly over their kinds."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random

from tests.quality.planting import (
    calendar,
    counting,
    formats,
    leftovers,
    links,
    losses,
    meanings,
    numbers,
    references,
    structure,
    trivia,
)
from tests.quality.planting.bundles import Bundle
from tests.quality.planting.fault import Fault
from tests.quality.planting.pairs import Facing, Pair

__all__ = ["SEED", "STATES", "TARGETS", "Fault", "plant", "plant_half"]

SEED = 20260331
"""Of every planting; another gives other faults, and figures that cannot be compared."""
TARGETS: Mapping[str, int] = {
    "value-mismatch": 240,
    "number-format": 120,
    "reference-mismatch": 100,
    "untranslated-block": 120,
    "structure-mismatch": 140,
    "link-mismatch": 110,
    "image-mismatch": 60,
    "missing-alt": 60,
    "missing-caption": 60,
    "stale-translation": 110,
    "diverged-translation": 40,
    "edited-translation": 40,
    "trivial": 140,
}
"""How many faults of each rule are planted in a half, as far as the corpus gives them."""
STATES = frozenset({"stale-translation", "diverged-translation", "edited-translation", "trivial"})
"""What is changed only after `accept.py`."""
SPARE = 3
"""Candidates kept of each kind in each file of a bundle."""

ByFace = Callable[[Pair, Facing, Random], Iterator[Fault]]
ByPair = Callable[[Pair, Sequence[Bundle], Random], Iterator[Fault]]

BY_FACE: tuple[ByFace, ...] = (
    numbers.slips,
    numbers.beside,
    numbers.columns,
    numbers.in_words,
    numbers.range_ends,
    calendar.days,
    calendar.months,
    calendar.years,
    calendar.quarters,
    calendar.times,
    counting.ordinals,
    counting.centuries,
    counting.multiples,
    losses.parts,
    formats.separators,
    references.numbers,
    leftovers.untranslated,
)
BY_PAIR: tuple[ByPair, ...] = (structure.changes, links.links, links.pictures, meanings.changes, trivia.changes)


def _candidates(bundle: Bundle, others: Sequence[Bundle], seed: int) -> Iterator[Fault]:
    pair = Pair(bundle)
    for planted in BY_FACE:
        rng = Random(f"{seed}:{bundle.key}:{planted.__name__}")
        for face in pair.facing():
            yield from planted(pair, face, rng)
    for changes in BY_PAIR:
        yield from changes(pair, others, Random(f"{seed}:{bundle.key}:{changes.__module__}:{changes.__name__}"))


def plant(bundle: Bundle, seed: int = SEED, others: Sequence[Bundle] = ()) -> list[Fault]:
    """Faults that a bundle allows, at most a few of each kind in each file, the same for the same seed.

    `others` are the bundles beside it, for paragraphs and links taken from elsewhere.
    """
    found: dict[tuple[str, str, str], list[Fault]] = {}
    seen = set()
    for fault in _candidates(bundle, others, seed):
        change = (fault.rule, *(fault.texts[name] for name in sorted(fault.texts)))
        if change not in seen and (fault.texts != bundle.texts or fault.kind == trivia.RENAMED):
            seen.add(change)
            found.setdefault((fault.rule, fault.kind, fault.file), []).append(fault)
    rng = Random(f"{seed}:{bundle.key}:choice")
    chosen = []
    for group in found.values():
        places = _by_place(group, rng)
        chosen.extend(places[:SPARE])
    return chosen


def _by_place(group: Sequence[Fault], rng: Random) -> list[Fault]:
    """The faults in an order that takes each place in turn, by chance within a place."""
    shuffled = rng.sample(list(group), len(group))
    seen: Counter[str] = Counter()
    ranked = []
    for fault in shuffled:
        ranked.append((seen[fault.place], fault))
        seen[fault.place] += 1
    return [fault for _, fault in sorted(ranked, key=lambda pair: pair[0])]


def _choose(candidates: Sequence[Fault], number: int, rng: Random) -> list[Fault]:
    """So many, one of each kind in turn, and of a kind what evens out bundles, files and places."""
    kinds: dict[str, list[Fault]] = {}
    for fault in rng.sample(list(candidates), len(candidates)):
        kinds.setdefault(fault.kind, []).append(fault)
    used: Counter[tuple[str, str]] = Counter()
    chosen: list[Fault] = []

    def weight(fault: Fault) -> tuple[int, int, int, int]:
        return (
            used["file", fault.file + fault.kind],
            used["place", fault.place + fault.kind],
            used["key", fault.key],
            used["place", fault.place],
        )

    while len(chosen) < number and any(kinds.values()):
        for group in [kinds[kind] for kind in sorted(kinds) if kinds[kind]]:
            fault = min(group, key=weight)
            group.remove(fault)
            chosen.append(fault)
            for count in (
                ("file", fault.file + fault.kind),
                ("place", fault.place + fault.kind),
                ("key", fault.key),
                ("place", fault.place),
            ):
                used[count] += 1
    return chosen[:number]


def plant_half(bundles: Sequence[Bundle], seed: int = SEED) -> list[Fault]:
    """The faults of a half: so many of each rule as `TARGETS` asks and the bundles give."""
    candidates: dict[str, list[Fault]] = {rule: [] for rule in TARGETS}
    for bundle in bundles:
        for fault in plant(bundle, seed, bundles):
            candidates[fault.rule].append(fault)
    return [
        fault
        for rule, number in TARGETS.items()
        for fault in _choose(candidates[rule], number, Random(f"{seed}:{rule}"))
    ]
