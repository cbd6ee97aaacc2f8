"""Anchors of headings, as the renderer sets them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from slugify import slugify

from bulletin.model.block import Block, BlockKind

_COUNTED = re.compile(r"(.*)_(\d{1,9})$")


def heading_slug(text: str, separator: str = "-") -> str:
    """An anchor in ASCII, the same for NFC and NFD: "Đường Đặng Văn Ngữ" → `duong-dang-van-ngu`."""
    return slugify(text, separator=separator) or "section"


def heading_anchors(blocks: Iterable[Block]) -> dict[int, str]:
    """`id` of a heading → its anchor; a second one of the same words gets `_1`, as Python-Markdown's toc does."""
    found: dict[int, str] = {}
    taken: dict[str, str] = {}
    """Anchor → the last one that was made from it, from where counting goes on: all between the two are taken."""
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            anchor = block.label or heading_slug(block.text)
            first = anchor
            anchor = taken.get(anchor, anchor)
            while anchor in taken:
                match = _COUNTED.match(anchor)
                anchor = f"{match[1]}_{int(match[2]) + 1}" if match else f"{anchor}_1"
            taken[first] = taken[anchor] = anchor
            found[id(block)] = anchor
    return found
