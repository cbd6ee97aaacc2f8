"""What the corpus must be for its figures to mean anything. Says the claim that fails, and never quotes held-out text."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.quality.hand import problem, read_entries
from tests.quality.planting.bundles import FILES, Bundle
from tests.quality.planting.pages import count_blocks

PAIRS, BLOCKS, FAULTS, HALF = 80, 1000, 150, 75
"""The least there must be: pairs and blocks in all, faults of a rule in all and in each half."""
RULES = (
    "value-mismatch",
    "number-format",
    "reference-mismatch",
    "untranslated-block",
    "structure-mismatch",
    "link-mismatch",
    "stale-translation",
    "trivial",
)
"""The rules of which so many must be planted."""


def lone_editions(folder: Path) -> list[str]:
    """Folders with an edition whose other edition is missing."""
    folders = {path.parent for name in FILES.values() for path in folder.rglob(name)}
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folders
        if not all((path / name).is_file() for name in FILES.values())
    )


def not_composed(folder: Path) -> list[str]:
    """Files whose text is not in NFC."""
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*.md"))
        if not unicodedata.is_normalized("NFC", path.read_text("utf-8"))
    ]


def repeated_slugs(bundles: Sequence[Bundle]) -> list[str]:
    """Slugs that two bundles share, of one half or of both; numbered issues are told apart by their folder."""
    counts = Counter(bundle.key.rsplit("/", 1)[-1] for bundle in bundles)
    return sorted(slug for slug, count in counts.items() if count > 1)


def unfit_entries(folder: Path, half: str, bundles: Sequence[Bundle]) -> Iterator[str]:
    """Entries of the hand files that cannot be applied, with the reason."""
    by_key = {bundle.key: bundle for bundle in bundles}
    for entry in read_entries(folder, half):
        reason = problem(entry, by_key)
        if reason is not None:
            yield reason


def blocks(bundles: Sequence[Bundle]) -> int:
    """Blocks of all pairs, each counted once, in the source edition."""
    return sum(count_blocks(bundle.text(bundle.source)) for bundle in bundles)
