"""The figures as tables, for a terminal and for the README."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.quality.figures import Figures, Share

BEGIN, END = "<!-- quality:begin -->", "<!-- quality:end -->"


def _columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _first(stored: Mapping[str, Any], rule: str, name: str) -> str:
    value = stored.get("rules", {}).get(rule, {}).get(name)
    return "–" if value is None else f"{value:.1%}"


def report(named: Mapping[str, Figures], first: Mapping[str, Any]) -> Iterator[str]:
    """Everything measured, rule by rule and half by half, with the first run's figures at the end of each row."""
    head = ["rule", "half", "n", "recall", "precision", "at its place", "script", "hand", "first recall", "first prec."]
    rows = [head]
    rules = list(dict.fromkeys(rule for found in named.values() for rule in found.rules))
    for rule in rules:
        for half, found in named.items():
            if (own := found.rules.get(rule)) is not None:
                stored = first.get(half, {})
                counted = [f"{share.hits}/{share.of}" for share in (own.placed, own.script, own.hand)]
                shares = [str(own.recall), str(own.precision)]
                firsts = [_first(stored, rule, name) for name in ("recall", "precision")]
                rows.append([rule, half, str(own.recall.of), *shares, *counted, *firsts])
    yield from _columns(rows)
    yield ""
    for half, found in named.items():
        before = first.get(half, {}).get("false_alarms_per_thousand")
        then = "" if before is None else f"; at the first run {before:.2f}"
        alarms = f"{found.clean_alarms} in {found.blocks} blocks of {found.pairs} pairs"
        yield f"{half}: {found.per_thousand:.2f} false alarms for 1,000 clean blocks ({alarms}){then}"
        for kind, share in found.harmless.items():
            yield f"{half}: {kind}: {share.hits} of {share.of} without a finding, {share}"
        if found.clean_states:
            yield f"{half}: {found.clean_states} findings of a state on bundles just accepted"


def _percent(share: Share) -> str:
    return "–" if share.value is None else f"{share.value:.1%}"


def _range(share: Share) -> str:
    low, high = share.interval()
    return _percent(share) + (f" ({low:.0%}–{high:.0%})" if share.of else "")


def markdown(named: Mapping[str, Figures], first: Mapping[str, Any]) -> Iterator[str]:
    """The README's table: what was measured on the half that nobody developed on, and beside it the other."""
    held, developed = named.get("held-out"), named.get("develop")
    shown = held or developed
    if shown is None:
        return
    yield "| Rule | Faults | Recall | Precision | Recall at the first run | Recall, developed on |"
    yield "|---|---:|---|---|---:|---:|"
    half = "held-out" if held else "develop"
    for rule, own in shown.rules.items():
        if not own.recall.of:
            continue
        other = developed.rules.get(rule) if developed else None
        beside = _percent(other.recall) if other else "–"
        then = _first(first.get(half, {}), rule, "recall")
        yield f"| `{rule}` | {own.recall.of} | {_range(own.recall)} | {_range(own.precision)} | {then} | {beside} |"
    yield ""
    texts = [
        f"{found.per_thousand:.1f} ({name}: {found.clean_alarms} in {found.blocks:,} blocks of {found.pairs} pairs)"
        for name, found in (("held out", held), ("developed on", developed))
        if found is not None
    ]
    yield f"False alarms for each 1,000 clean blocks: {'; '.join(texts)}."
    harmless = [f"{share.hits} of {share.of} {kind}s" for kind, share in shown.harmless.items() if share.of]
    said = " and ".join(harmless).replace("trivials", "trivial changes").replace("variants", "equally right variants")
    yield f"Without any finding, as they must be: {said}. In brackets: Wilson's 95 % interval."


def inserted(readme: str, table: str) -> str:
    """The README with the table between its two marks. Raises ValueError if a mark is missing."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"no {BEGIN} … {END}")
    return f"{before}{BEGIN}\n{table}\n{END}{after}"
