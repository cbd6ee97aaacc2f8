"""`structure-mismatch`: blocks that one edition has and the other has not, or has as something else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from bulletin.checks.told import Told
from bulletin.model.alignment import Alignment, Pair
from bulletin.model.block import Block, BlockKind
from bulletin.model.catalogue import Words, message

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
MAX_QUOTED = 60


def compare_structure(alignment: Alignment) -> Iterator[Told]:
    """Findings on blocks without a counterpart, one for each run of them, and on blocks of another kind."""
    for source, translation, index in alignment.gaps():
        yield from _gap(source, translation, alignment.pairs, index)
    yield from _other_kinds(alignment)
    yield from _notes(alignment)


def _gap(
    source: Sequence[Block], translation: Sequence[Block], pairs: Sequence[Pair], index: int
) -> Iterator[Told]:
    source = [block for block in source if block.kind is not BlockKind.PICTURE]
    translation = [block for block in translation if block.kind is not BlockKind.PICTURE]
    if source and translation:
        parts = {"found": _count(translation), "expected": _count(source), "line": source[0].line, "text": _quote(source[0]), "own": _quote(translation[0])}
        yield Told("structure-mismatch", translation[0].line, message("structure-other", **parts))
    elif source:
        line = _place(pairs, index)
        yield Told("structure-mismatch", line, message("structure-missing", expected=_count(source), line=source[0].line, text=_quote(source[0])))
    elif translation:
        place = _source_place(pairs, index)
        yield Told("structure-mismatch", translation[0].line, message("structure-added", found=_count(translation), text=_quote(translation[0]), line=place))


def _place(pairs: Sequence[Pair], index: int) -> int:
    """Where in the translation a block of the source should stand: behind the block before it."""
    for pair in reversed(pairs[:index]):
        if pair.translation is not None and not pair.translation.kind.is_field:
            return pair.translation.line
    return next((pair.translation.line for pair in pairs[index:] if pair.translation is not None and not pair.translation.kind.is_field), 1)


def _source_place(pairs: Sequence[Pair], index: int) -> int:
    return next((pair.source.line for pair in reversed(pairs[:index]) if pair.source is not None), 1)


def _count(blocks: Sequence[Block]) -> Words:
    """"2 đoạn văn, 1 đề mục"."""
    counted = Counter(block.kind for block in blocks)
    vi = ", ".join(f"{number} {_name(kind, 0)}" for kind, number in counted.items())
    en = ", ".join(f"{number} {_name(kind, 1)}{'s' if number > 1 else ''}" for kind, number in counted.items())
    return Words(vi, en)


def _name(kind: BlockKind, index: int) -> str:
    return _NAMES.get(kind, (kind.value, kind.value))[index]


def _quote(block: Block) -> Words:
    text = " ".join(block.text.split())
    text = text if len(text) <= MAX_QUOTED else f"{text[: MAX_QUOTED - 1]}…"
    return Words(text, text)


def _other_kinds(alignment: Alignment) -> Iterator[Told]:
    """Pairs whose blocks differ in kind; neighbours that differ alike, such as the rows of a table, are told once."""
    differences = [(_difference(*pair.both), pair) for pair in alignment if pair.both]
    for difference, group in groupby(differences, key=lambda each: each[0]):
        pairs = [pair.both for _, pair in group if pair.both]
        if difference is None:
            continue
        source, translation = pairs[0]
        found, expected = difference
        parts = {"found": Words(*found), "expected": Words(*expected), "line": source.line, "text": _quote(translation)}
        yield Told("structure-mismatch", translation.line, message("structure-kind", **parts))


def _difference(source: Block, translation: Block) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """How two aligned blocks differ: (the translation's, the source's) in both languages."""
    if source.kind is not translation.kind:
        return _kind(translation), _kind(source)
    if source.kind is BlockKind.HEADING and source.level != translation.level:
        return _level(translation.level), _level(source.level)
    if source.kind is BlockKind.ROW and len(source.cells) != len(translation.cells):
        return _cells(len(translation.cells)), _cells(len(source.cells))
    if source.kind is BlockKind.ITEM:
        if source.level != translation.level:
            return _depth(translation.level), _depth(source.level)
        if source.label != translation.label:
            return _numbering(translation.label), _numbering(source.label)
    if source.container != translation.container:
        return _container(translation.container), _container(source.container)
    return None


def _kind(block: Block) -> tuple[str, str]:
    names = _NAMES.get(block.kind, (block.kind.value, block.kind.value))
    return names[0], names[1]


def _level(level: int) -> tuple[str, str]:
    return f"đề mục cấp {level}", f"heading of level {level}"


def _cells(number: int) -> tuple[str, str]:
    return f"hàng có {number} ô", f"row of {number} cells"


def _depth(level: int) -> tuple[str, str]:
    return f"mục danh sách ở cấp {level}", f"list item at depth {level}"


def _numbering(label: str) -> tuple[str, str]:
    return ("mục của danh sách đánh số", "item of a numbered list") if label == "1" else ("mục của danh sách không đánh số", "item of an unnumbered list")


def _container(container: str) -> tuple[str, str]:
    names = {"q": ("trích dẫn", "a quotation"), "a": ("hộp ghi chú", "a box"), "i": ("mục danh sách", "a list item"), "f": ("chú thích", "a footnote"), "d": ("định nghĩa", "a definition")}
    if not container:
        return "đoạn đứng riêng", "text by itself"
    return "đoạn trong " + ", ".join(names[each][0] for each in container), "text in " + ", ".join(names[each][1] for each in container)


def _notes(alignment: Alignment) -> Iterator[Told]:
    """References to footnotes that one edition has lost although the footnote stands."""
    counts = [(pair, len(pair.source.notes) if pair.source else 0, len(pair.translation.notes) if pair.translation else 0) for pair in alignment]
    if sum(count for _, count, _ in counts) == sum(count for _, _, count in counts):
        return
    if any(BlockKind.FOOTNOTE in (pair.source and pair.source.kind, pair.translation and pair.translation.kind) and not pair.both for pair in alignment):
        return
    for pair, expected, found in counts:
        if expected != found and pair.both:
            source, translation = pair.both
            yield Told("structure-mismatch", translation.line, message("structure-notes", found=found, expected=expected, line=source.line))
            return
