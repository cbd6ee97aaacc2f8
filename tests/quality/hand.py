"""The faults and variants that the corpus's writers planted by hand, as values like those planted by script."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.quality.planting.bundles import FILES, Bundle
from tests.quality.planting.fault import Fault, line_at

VARIANT = "variant"
"""The rule of an equally right rendering, which must give no finding."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a hand file, as it stands there."""

    source: str
    """The hand file's name."""
    rule: str
    key: str
    file: str
    old: str
    new: str
    why: str


def read_entries(folder: Path, half: str) -> list[Entry]:
    """Every entry of the hand files of a half, in the order of the files."""
    found: list[Entry] = []
    for path in sorted(folder.glob(f"*-{half}.yml")):
        data = yaml.safe_load(path.read_text("utf-8"))
        found.extend(_entry(path.name, fault["rule"], fault) for fault in data.get("faults") or ())
        found.extend(_entry(path.name, VARIANT, variant) for variant in data.get("variants") or ())
    return found


def _entry(source: str, rule: str, data: Mapping[str, object]) -> Entry:
    names = ("key", "file", "old", "new", "why")
    key, file, old, new, why = ("" if data.get(name) is None else str(data.get(name)) for name in names)
    return Entry(source, rule, key, file, old, new, why)


def problem(entry: Entry, bundles: Mapping[str, Bundle]) -> str | None:
    """Why an entry cannot be applied; None if it can."""
    if entry.key not in bundles:
        return f"{entry.source}: no bundle {entry.key}"
    if entry.file not in FILES.values():
        return f"{entry.source}: no file {entry.file} in {entry.key}"
    times = bundles[entry.key].texts[entry.file].count(entry.old)
    if not entry.old or times != 1:
        return f"{entry.source}: {entry.key}/{entry.file}: {times} times {entry.old!r}"
    return f"{entry.source}: {entry.key}: nothing changes" if entry.old == entry.new else None


def apply(entries: Sequence[Entry], bundles: Sequence[Bundle]) -> list[Fault]:
    """The entries that can be applied, each alone in its bundle."""
    by_key = {bundle.key: bundle for bundle in bundles}
    return [_applied(entry, by_key[entry.key]) for entry in entries if problem(entry, by_key) is None]


def _applied(entry: Entry, bundle: Bundle) -> Fault:
    text = bundle.texts[entry.file]
    at = text.index(entry.old)
    same = next((i for i, (a, b) in enumerate(zip(entry.old, entry.new, strict=False)) if a != b), 0)
    line = line_at(text, at + same)
    texts = {**bundle.texts, entry.file: text.replace(entry.old, entry.new)}
    return Fault(entry.rule, entry.key, entry.file, line, entry.old, entry.new, entry.why, texts, "hand")
