"""`structure-mismatch`: blocks that one edition has and the other has not, or has as something else.

Blocks that belong together are told once: a section that is gone, a list that became a paragraph, the rows of a table
that lost a column. Pictures have a rule of their own, and a line across the page tells nobody anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from math import log
from typing import TypeAlias

from bulletin.checks.told import Told
from bulletin.model.alignment import Alignment, Pair
from bulletin.model.block import Block, BlockKind
from bulletin.model.catalogue import Words, message

RULE = "structure-mismatch"
MAX_QUOTED = 60
JOINED = 0.25
"""How far the logarithm of two lengths' ratio may be from that of the editions if one block holds the text of both."""
_BLANK = " -–—…\ufffc"
_IGNORED = (BlockKind.PICTURE, BlockKind.RULE)
_NAMES = {
    BlockKind.HEADING: ("đề mục", "heading"),
    BlockKind.PARAGRAPH: ("đoạn văn", "paragraph"),
    BlockKind.ITEM: ("mục danh sách", "list item"),
    BlockKind.ROW: ("hàng của bảng", "table row"),
    BlockKind.FOOTNOTE: ("chú thích cuối trang", "footnote"),
    BlockKind.ADMONITION: ("hộp ghi chú", "box"),
    BlockKind.TERM: ("thuật ngữ", "term"),
    BlockKind.DEFINITION: ("định nghĩa", "definition"),
    BlockKind.CODE: ("khối mã", "code block"),
    BlockKind.RULE: ("đường kẻ ngang", "rule"),
    BlockKind.HTML: ("khối HTML", "HTML block"),
    BlockKind.PICTURE: ("ảnh", "picture"),
}
_CONTAINERS = {
    "q": ("trích dẫn", "a quotation"),
    "a": ("hộp ghi chú", "a box"),
    "i": ("mục danh sách", "a list item"),
    "f": ("chú thích", "a footnote"),
    "d": ("định nghĩa", "a definition"),
}
Naming: TypeAlias = tuple[str, str]
"""In Vietnamese and in English."""
Difference: TypeAlias = tuple[Naming, Naming]
"""What a block is in the translation, and what in the source."""


def compare_structure(alignment: Alignment) -> Iterator[Told]:
    """Findings on blocks without a counterpart, in another place or of another kind: one for each run of them."""
    pairs = alignment.pairs
    if all(pair.both and not pair.is_moved and _difference(*pair.both) is None for pair in pairs):
        yield from _notes(alignment)
        return
    lost = {
        label
        for pair in pairs
        if not pair.both
        for block in (pair.source or pair.translation,)
        if block
        for label in block.notes
    }
    told: set[int] = set()
    for first, last in _runs(pairs):
        run = pairs[first:last]
        told.update(range(first, last))
        yield from _run(run, pairs, first, last, lost)
    differences = [
        (None if at in told or not pair.both or pair.is_moved else _difference(*pair.both), pair)
        for at, pair in enumerate(pairs)
    ]
    yield from _kinds(differences)
    yield from _moved(pairs)
    yield from _notes(alignment)


def _is_gap(pair: Pair) -> bool:
    block = pair.source or pair.translation
    return pair.both is None and block is not None and block.kind not in _IGNORED


def _runs(pairs: Sequence[Pair]) -> Iterator[tuple[int, int]]:
    """Runs with at least one block that has no counterpart, and with what beside it was turned into something else."""
    at = 0
    while at < len(pairs):
        end = at
        is_note = _is_note(pairs[at])
        while (
            end < len(pairs) and _is_note(pairs[end]) is is_note and (pairs[end].both is None or _is_turned(pairs[end]))
        ):
            end += 1
        if any(_is_gap(pair) for pair in pairs[at:end]):
            yield at, end
        at = max(end, at + 1)


def _is_note(pair: Pair) -> bool:
    block = pair.source or pair.translation
    return block is not None and (block.kind is BlockKind.FOOTNOTE or block.container[:1] == "f")


def _is_turned(pair: Pair) -> bool:
    if pair.both is None or pair.is_moved:
        return False
    source, translation = pair.both
    return source.kind is not translation.kind or source.container.strip("i") != translation.container.strip("i")


def _run(run: Sequence[Pair], pairs: Sequence[Pair], first: int, last: int, lost: set[str]) -> Iterator[Told]:
    source = [pair.source for pair in run if pair.source and pair.source.kind not in _IGNORED]
    translation = [pair.translation for pair in run if pair.translation and pair.translation.kind not in _IGNORED]
    if all(_is_note(pair) for pair in run) and all(
        block.label in lost for block in (*source, *translation) if block.label
    ):
        return  # gone together with the block that refers to it
    if source and translation:
        parts = {"found": _count(translation), "expected": _count(source), "own": _quote(translation[0])}
        sentence = message("structure-other", **parts, line=source[0].line, text=_quote(source[0]))
        yield Told(RULE, translation[0].line, sentence)
        return
    for near in (pairs[first - 1 : first], pairs[last : last + 1]):
        both = near[0].both if near else None
        if both and (name := _joined(both, source, translation, _scale(pairs))):
            parts = {"text": _quote(both[1]), "own": _quote(both[0])}
            yield Told(RULE, both[1].line, message(name, line=both[0].line, **parts))
            return
    if source:
        before = _before(pairs, first, translation=True)
        line = before.line if before else _first_line(pairs)
        parts = {"expected": _count(source), "text": _quote(source[0]), "place": _place(before)}
        yield Told(RULE, line, message("structure-missing", line=source[0].line, **parts))
    else:
        before = _before(pairs, first, translation=False)
        parts = {"found": _count(translation), "text": _quote(translation[0]), "place": _place(before)}
        yield Told(RULE, translation[0].line, message("structure-added", line=before.line if before else 1, **parts))


def _scale(pairs: Sequence[Pair]) -> float:
    """Logarithm of how much longer the translation is than the source."""
    both = [pair.both for pair in pairs if pair.both]
    return log(max(sum(len(b.text) for _, b in both), 1) / max(sum(len(a.text) for a, _ in both), 1))


def _joined(
    both: tuple[Block, Block], source: Sequence[Block], translation: Sequence[Block], scale: float
) -> str | None:
    """The name of the message if what has no counterpart stands in the block beside it."""
    one, other = both
    if any((block.kind, block.container) != (one.kind, one.container) for block in (*source, *translation, other)):
        return None
    length, there = len(one.text), len(other.text)
    more, more_there = sum(len(block.text) for block in source), sum(len(block.text) for block in translation)
    alone = abs(log(max(there, 1) / max(length, 1)) - scale)
    together = abs(log(max(there + more_there, 1) / max(length + more, 1)) - scale)
    if together > JOINED or alone < together + JOINED:
        return None
    return "structure-joined" if source else "structure-split"


def _before(pairs: Sequence[Pair], at: int, *, translation: bool) -> Block | None:
    """The block of one edition behind which something should or should not stand; None at the beginning of the body."""
    for pair in reversed(pairs[:at]):
        block = pair.translation if translation else pair.source
        if block is not None and not pair.is_moved:
            return None if block.kind.is_field else block
    return None


def _first_line(pairs: Sequence[Pair]) -> int:
    return next((pair.translation.line for pair in pairs if pair.translation and not pair.translation.kind.is_field), 1)


def _place(before: Block | None) -> Words:
    if before is None:
        return Words("ở đầu bài", "at the beginning")
    text = _quote(before) if before.text.strip() else Words(*_NAMES[before.kind])
    return Words(f"sau “{text.vi}”", f'after "{text.en}"')


def _count(blocks: Sequence[Block]) -> Words:
    """How many of which kind: "2 đoạn văn, 1 đề mục"."""
    counted = Counter(block.kind for block in blocks)
    vi = ", ".join(f"{number} {_name(kind)[0]}" for kind, number in counted.items())
    en = ", ".join(f"{number} {_name(kind)[1]}{'s' if number > 1 else ''}" for kind, number in counted.items())
    return Words(vi, en)


def _name(kind: BlockKind) -> tuple[str, str]:
    return _NAMES.get(kind, (kind.value, kind.value))


def _quote(block: Block) -> Words:
    text = " ".join(block.text.split())
    text = text if len(text) <= MAX_QUOTED else f"{text[: MAX_QUOTED - 1]}…"
    return Words(text, text)


# Blocks that are something else


def _kinds(differences: Sequence[tuple[Difference | None, Pair]]) -> Iterator[Told]:
    """Neighbours that differ alike, such as the rows of a table, are told once."""
    for difference, group in groupby(differences, key=lambda each: each[0]):
        both = next(group)[1].both
        if difference is None or both is None:
            continue
        source, translation = both
        found, expected = difference
        parts = {
            "found": Words(*found),
            "expected": Words(*expected),
            "own": _quote(source),
            "text": _quote(translation),
        }
        yield Told(RULE, translation.line, message("structure-kind", line=source.line, **parts))


def _difference(source: Block, translation: Block) -> Difference | None:
    """How two aligned blocks differ."""
    if source.kind is not translation.kind:
        return _kind(translation), _kind(source)
    for name in _SHAPES.get(source.kind, ()):
        if name(source) != name(translation):
            return name(translation), name(source)
    if source.container != translation.container:
        return _container(translation.container), _container(source.container)
    return None


def _kind(block: Block) -> Naming:
    vi, en = _name(block.kind)
    return vi, f"an {en}" if block.kind is BlockKind.HTML else f"a {en}"


def _level(heading: Block) -> Naming:
    return f"đề mục cấp {heading.level}", f"a heading of level {heading.level}"


def _row(row: Block) -> Naming:
    return f"hàng có {len(row.cells)} ô", f"a row of {len(row.cells)} cell{'s' if len(row.cells) > 1 else ''}"


def _full(row: Block) -> Naming:
    """How many cells say something, but for the first: a head may have none there in one table only."""
    full = sum(bool(cell.strip(_BLANK)) for cell in row.cells[1:])
    return f"hàng có {full} ô có nội dung sau ô đầu", f"a row of {full} filled cell{'s' * (full != 1)} after its first"


def _item(item: Block) -> Naming:
    vi, en = ("đánh số", "a numbered list") if item.label == "1" else ("không đánh số", "a list without numbers")
    return f"mục ở cấp {item.level} của danh sách {vi}", f"an item at depth {item.level} of {en}"


def _box(box: Block) -> Naming:
    return f"hộp ghi chú loại “{box.label}”", f'a box of the kind "{box.label}"'


def _container(container: str) -> Naming:
    if not container:
        return ("đoạn đứng riêng", "text by itself")
    names = [_CONTAINERS[each] for each in container]
    return ("đoạn trong " + ", ".join(vi for vi, _ in names), "text in " + ", ".join(en for _, en in names))


_SHAPES: Mapping[BlockKind, tuple[Callable[[Block], Naming], ...]] = {
    BlockKind.HEADING: (_level,),
    BlockKind.ROW: (_row, _full),
    BlockKind.ITEM: (_item,),
    BlockKind.ADMONITION: (_box,),
}
"""What makes two blocks of a kind different blocks."""


# Blocks in another place, and lost references


def _moved(pairs: Sequence[Pair]) -> Iterator[Told]:
    for is_moved, group in groupby(enumerate(pairs), key=lambda each: each[1].is_moved):
        at, pair = next(group)
        if is_moved and pair.both:
            source, translation = pair.both
            place = _place(_before(pairs, at, translation=False))
            parts = {"text": _quote(translation), "own": _quote(source), "place": place}
            yield Told(RULE, translation.line, message("structure-moved", line=source.line, **parts))


def _notes(alignment: Alignment) -> Iterator[Told]:
    """References to footnotes that one edition has lost although the footnote stands."""
    here = sum(len(pair.translation.notes) for pair in alignment if pair.translation and pair.translation.notes)
    there = sum(len(pair.source.notes) for pair in alignment if pair.source and pair.source.notes)
    if here == there or any(pair.both is None for pair in alignment):
        return
    for source, translation in (pair.both for pair in alignment if pair.both):
        found, expected = len(translation.notes), len(source.notes)
        if found != expected and (found < expected) is (here < there):
            parts = {"text": _quote(translation), "own": _quote(source), "found": found, "expected": expected}
            yield Told(RULE, translation.line, message("structure-notes", line=source.line, **parts))
            return
