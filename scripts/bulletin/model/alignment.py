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
    is_moved: bool = False
    """Whether the two stand in another order than the rest; such a pair stands where the source's block does."""

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
