"""Blocks lost, added, joined or turned into others. Only where both editions have the same blocks."""

import re
from collections.abc import Iterator, Sequence
from random import Random

from tests.quality.planting.bundles import Bundle, Locale
from tests.quality.planting.fault import Edit, Fault, make
from tests.quality.planting.pages import CELL, DELIMITER, QUOTE, Block, blocks
from tests.quality.planting.pairs import Pair

RULE = "structure-mismatch"
PLAIN = re.compile(r"[^\[\]()!>|]{80,}")
"""A paragraph that may stand in any bulletin: no links, notes or pictures."""
COLUMNS = 3
"""A table of fewer columns is left with its columns."""


def whole_lines(text: str, start: int, end: int) -> Edit:
    """Remove the lines from `start` to `end`, with one empty line where two would be left."""
    first = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    last = len(text) if stop < 0 else stop + 1
    if text[first - 2 : first] == "\n\n" and text[last : last + 1] in {"\n", ""}:
        last += 1
    return Edit(first, min(last, len(text)), "")


class _Side:
    """One edition of a parallel pair, to be changed."""

    def __init__(self, pair: Pair, locale: Locale) -> None:
        self.bundle, self.locale = pair.bundle, locale
        self.text, self.blocks = pair.bundle.text(locale), pair.blocks[locale]

    def fault(self, kind: str, block: Block, *edits: Edit) -> Fault:
        return make(self.bundle, self.locale, RULE, kind, block.kind, edits)

    def own(self, block: Block) -> str:
        return self.text[block.text : block.end]

    def lost(self, kind: str, block: Block, end: int | None = None) -> Fault:
        return self.fault(kind, block, whole_lines(self.text, block.start, block.end if end is None else end))

    def following(self, index: int) -> Block | None:
        return self.blocks[index + 1] if index + 1 < len(self.blocks) else None


def _notes(text: str) -> bool:
    return "[^" in text


def _paragraphs(side: _Side) -> Iterator[Fault]:
    for block in side.blocks:
        if block.kind == "paragraph" and not block.inside and not block.indent and not _notes(side.own(block)):
            if sum(b.kind == "paragraph" for b in side.blocks) > 1:
                yield side.lost("paragraph-dropped", block)
        elif block.kind == "quote" and "\n" not in side.own(block):
            yield side.lost("quote-dropped", block)
            yield side.fault("quote-flattened", block, Edit(block.start, block.text, ""))
        elif block.kind == "quote":
            yield side.lost("quote-dropped", block)
            flat = "\n".join(QUOTE.sub("", line, count=1) for line in side.text[block.start : block.end].split("\n"))
            yield side.fault("quote-flattened", block, Edit(block.start, block.end, flat))


def _headings(side: _Side) -> Iterator[Fault]:
    for block in side.blocks:
        if block.kind == "heading":
            marks = side.text[block.start : block.text].rstrip()
            new = {"##": "###", "###": "##", "####": "###"}.get(marks)
            yield side.lost("heading-dropped", block)
            yield side.fault("heading-to-paragraph", block, Edit(block.start, block.text, ""))
            if new:
                yield side.fault("heading-level", block, Edit(block.start, block.start + len(marks), new))


def _adjacent(side: _Side, first: Block, second: Block | None) -> bool:
    """Whether two items are of one list, on the same level, with nothing between them."""
    if second is None or second.kind != "item" or first.kind != "item" or first.indent != second.indent:
        return False
    alike = side.text[first.start].isdigit() == side.text[second.start].isdigit()
    return alike and side.text[first.end : second.start].strip() == ""


def _joined(texts: Sequence[str]) -> str:
    return "; ".join(text.strip().rstrip(".;,") for text in texts[:-1]) + "; " + texts[-1].strip()


def _items(side: _Side) -> Iterator[Fault]:
    runs: list[list[int]] = []
    for index, block in enumerate(side.blocks):
        if index and _adjacent(side, side.blocks[index - 1], block):
            runs[-1].append(index)
        elif block.kind == "item":
            runs.append([index])
    for run in (run for run in runs if len(run) > 1):
        last = side.following(run[-1])
        nested = (
            side.blocks[run[0]].indent > 0
            or (last is not None and last.kind == "item")
            or (last is not None and last.indent > 0)
        )
        for place, index in enumerate(run):
            block = side.blocks[index]
            if index == run[-1] and last is not None and last.indent > block.indent:
                continue
            if not _notes(side.own(block)):
                yield side.lost("item-dropped", block)
            if place:
                before = side.blocks[run[place - 1]]
                text = _joined([side.own(before), side.own(block)])
                yield side.fault("items-merged", before, Edit(before.text, block.end, text))
        first, final = side.blocks[run[0]], side.blocks[run[-1]]
        above = side.blocks[run[0] - 1] if run[0] else None
        if not nested and not (above is not None and above.kind == "item"):
            text = _joined([side.own(side.blocks[i]) for i in run])
            yield side.fault("list-to-paragraph", first, Edit(first.start, final.end, text))


def _tables(side: _Side) -> Iterator[Fault]:
    rows: list[Block] = []
    for index, block in enumerate(side.blocks):
        if block.kind == "header-row":
            rows = []
        if block.kind == "row":
            rows.append(block)
            after = side.following(index)
            if (after is None or after.kind != "row") and len(rows) > 1:
                for row in rows:
                    yield side.lost("row-dropped", row)
    for index, block in enumerate(side.blocks):
        if block.kind == "header-row":
            yield from _columns(side, index)


def _columns(side: _Side, head: int) -> Iterator[Fault]:
    end = side.blocks[head].end
    for block in side.blocks[head + 1 :]:
        if block.kind != "row":
            break
        end = block.end
    start = side.blocks[head].start
    lines = side.text[start:end].split("\n")
    counts = {len(CELL.findall(line)) for line in lines}
    if len(counts) != 1 or not DELIMITER.match(lines[1]) or (width := counts.pop()) < COLUMNS:
        return
    for column in range(1, width):
        edits, offset = [], start
        for line in lines:
            cell = list(CELL.finditer(line))[column]
            edits.append(Edit(offset + cell.start(), offset + cell.end() + 1, ""))
            offset += len(line) + 1
        yield side.fault("column-dropped", side.blocks[head], *edits)


def _notes_lost(side: _Side) -> Iterator[Fault]:
    for block in side.blocks:
        if block.kind == "footnote":
            label = re.match(r"\[\^[^\]]+\]", side.text[block.start :])
            if label is None:
                continue
            marks = [m for m in re.finditer(re.escape(label[0]) + r"(?!:)", side.text) if m.start() != block.start]
            edits = [Edit(*mark.span(), "") for mark in marks]
            if edits:
                yield side.fault("footnote-dropped", block, whole_lines(side.text, block.start, block.end), *edits)


def _admonitions(side: _Side) -> Iterator[Fault]:
    for index, block in enumerate(side.blocks):
        if block.kind != "admonition":
            continue
        inner = [b for b in side.blocks[index + 1 :] if b.inside and b.start > block.start]
        run = [b for i, b in enumerate(inner) if side.blocks[index + 1 + i] is b]
        if run and not any(_notes(side.own(b)) for b in run):
            yield side.lost("admonition-dropped", block, run[-1].end)
            if len(run) == 1 and run[0].kind == "paragraph" and "\n" not in side.own(run[0]):
                edit = Edit(block.start, run[0].end, side.own(run[0]))
                yield side.fault("admonition-flattened", block, edit)


def _added(side: _Side, others: Sequence[Bundle], rng: Random) -> Iterator[Fault]:
    donors = [bundle for bundle in others if bundle.key != side.bundle.key]
    places = [b for b in side.blocks if b.kind == "paragraph" and not b.indent]
    if not donors or not places:
        return
    for block in rng.sample(places, min(2, len(places))):
        text = rng.choice(donors).text(side.locale)
        plain = [
            b for b in blocks(text) if b.kind == "paragraph" and not b.indent and PLAIN.fullmatch(text[b.start : b.end])
        ]
        if plain:
            given = rng.choice(plain)
            edit = Edit(block.end, block.end, f"\n\n{text[given.start : given.end]}")
            yield side.fault("paragraph-added", block, edit)


def changes(pair: Pair, others: Sequence[Bundle], rng: Random) -> Iterator[Fault]:
    """Every change of structure in either edition."""
    if not pair.is_parallel:
        return
    for locale in ("vi", "en"):
        side = _Side(pair, locale)
        for kind in (_paragraphs, _headings, _items, _tables, _notes_lost, _admonitions):
            yield from kind(side)
        yield from _added(side, others, rng)
