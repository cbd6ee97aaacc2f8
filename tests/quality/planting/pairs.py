"""A bundle as two editions whose stretches of text face one another, and what is said near each."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from tests.quality.planting.bundles import Bundle, Locale, other
from tests.quality.planting.pages import Block, Region, blocks, regions

NEAR = 1
"""Blocks on either side that a translator may have moved a fact to."""
LEAD = 3
"""Blocks at the top of the body that state again what title and description say."""


@dataclass(frozen=True, slots=True)
class Facing:
    """A stretch of text in one edition and the one that says the same in the other."""

    locale: Locale
    """The edition to be changed."""
    here: Region
    there: Region
    text: str
    """What `here` says."""
    counterpart: str
    """What `there` says."""
    near_here: str
    """`here` with its neighbours, in its own edition."""
    near_there: str
    """The same of the other edition."""

    @property
    def place(self) -> str:
        return self.here.place


def _alignment(vietnamese: tuple[Block, ...], english: tuple[Block, ...]) -> dict[int, int]:
    """Which block of the English edition each Vietnamese one faces, where their kinds run alike."""
    kinds = [[(block.kind, block.indent) for block in side] for side in (vietnamese, english)]
    matcher = SequenceMatcher(None, kinds[0], kinds[1], autojunk=False)
    return {a + i: b + i for a, b, size in matcher.get_matching_blocks() for i in range(size)}


class Pair:
    """Both editions of a bundle, aligned block by block."""

    def __init__(self, bundle: Bundle) -> None:
        self.bundle = bundle
        self.blocks: dict[Locale, tuple[Block, ...]] = {
            "vi": blocks(bundle.text("vi")),
            "en": blocks(bundle.text("en")),
        }
        self.regions: dict[Locale, tuple[Region, ...]] = {
            "vi": regions(bundle.text("vi")),
            "en": regions(bundle.text("en")),
        }

    @cached_property
    def aligned(self) -> dict[Locale, dict[int, int]]:
        """For each locale, which block of the other edition faces each block."""
        forwards = _alignment(self.blocks["vi"], self.blocks["en"])
        return {"vi": forwards, "en": {there: here for here, there in forwards.items()}}

    @property
    def is_parallel(self) -> bool:
        """Both editions have the same blocks in the same order."""
        return len(self.aligned["vi"]) == len(self.blocks["vi"]) == len(self.blocks["en"])

    def near(self, locale: Locale, region: Region) -> str:
        """A region with what stands around it, as one text; for a field, all fields and the first blocks."""
        text, around = self.bundle.text(locale), self.blocks[locale]
        if region.block < 0:
            fields = [text[r.start : r.end] for r in self.regions[locale] if r.block < 0]
            body = text[around[0].start : around[min(LEAD, len(around)) - 1].end] if around else ""
            return "\n\n".join([*fields, body])
        first = around[max(0, region.block - NEAR)]
        last = around[min(len(around) - 1, region.block + NEAR)]
        return text[first.start : last.end]

    def facing(self) -> Iterator[Facing]:
        """Every pair of regions, once for each edition to be changed."""
        for locale in ("vi", "en"):
            far = other(locale)
            index: dict[tuple[str, int, int], list[Region]] = {}
            for region in self.regions[far]:
                index.setdefault((region.place, region.block, region.column), []).append(region)
            for region in self.regions[locale]:
                block = self.aligned[locale].get(region.block, None) if region.block >= 0 else -1
                faced = index.get((region.place, block, region.column), []) if block is not None else []
                if len(faced) == 1 and self._same_cells(locale, region, faced[0]):
                    yield self._face(locale, region, faced[0])

    def _same_cells(self, locale: Locale, here: Region, there: Region) -> bool:
        if here.place != "cell":
            return True
        counts = [
            sum(r.place == "cell" and r.block == own.block for r in self.regions[side])
            for side, own in ((locale, here), (other(locale), there))
        ]
        return counts[0] == counts[1]

    def _face(self, locale: Locale, here: Region, there: Region) -> Facing:
        far = other(locale)
        return Facing(
            locale,
            here,
            there,
            self.bundle.text(locale)[here.start : here.end],
            self.bundle.text(far)[there.start : there.end],
            self.near(locale, here),
            self.near(far, there),
        )
