"""Which block of a translation stands for which block of its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bulletin.model.block import Block


@dataclass(frozen=True, slots=True)
class Pair:
    """Two blocks that say the same, or one that has no counterpart."""

    source: Block | None
    translation: Block | None

    @property
    def both(self) -> tuple[Block, Block] | None:
        """The two blocks, where there are two."""
        if self.source is None or self.translation is None:
            return None
        return self.source, self.translation


@dataclass(frozen=True, slots=True)
class Alignment:
    """The blocks of two editions side by side, in their order: fields, body, footnotes."""

    pairs: tuple[Pair, ...]

    def __iter__(self) -> Iterator[Pair]:
        """Pair after pair."""
        return iter(self.pairs)

    def gaps(self) -> Iterator[tuple[tuple[Block, ...], tuple[Block, ...], int]]:
        """Every run of blocks without a counterpart: those of the source, those of the translation, the index after them."""
        source: list[Block] = []
        translation: list[Block] = []
        for index, pair in enumerate((*self.pairs, None)):
            if pair is not None and pair.source is None and pair.translation is not None:
                translation.append(pair.translation)
            elif pair is not None and pair.translation is None and pair.source is not None:
                source.append(pair.source)
            elif source or translation:
                yield tuple(source), tuple(translation), index
                source, translation = [], []
