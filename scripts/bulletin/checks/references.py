"""`reference-mismatch`: numbers of documents, and whether their letters fit the kind of document that they name.

The letters are those of Decree 30/2020/NĐ-CP, Annex III, for the State, and Guidance 36-HD/VPTW (2018) for the Party.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from bulletin.checks.told import Told
from bulletin.model.alignment import Alignment
from bulletin.model.block import Block, BlockKind
from bulletin.model.catalogue import message

REFERENCE = re.compile(
    r"(?<![\w/.,-])(\d{1,5}[a-z]?)"
    r"(?:/(\d{4})/([A-ZĐ][A-Za-zĐđ]{0,6}\d{0,2}(?:[-–/.&][A-ZĐ][A-Za-zĐđ0-9]{0,9}){0,4})"
    r"|([-–/])([A-ZĐ][A-Za-zĐđ]{0,5}[-–/][A-ZĐ][A-Za-zĐđ0-9]{1,9}(?:[-–/.&][A-ZĐ][A-Za-zĐđ0-9]{0,9}){0,3})"
    r"|[-–/]((?:KH|QĐ|QD|NĐ|ND|NQ|CT|KL|TB|CTr|TTr|HD|BC|ĐA|DA)))"
    r"(?![\w])"
)
_FOLD = str.maketrans({"Đ": "D", "đ": "d", "–": "-", "&": "-"})
KINDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "KH": (("kế hoạch",), ("plan",)),
    "QD": (("quyết định", "quy định"), ("decision", "regulation", "regulations")),
    "ND": (("nghị định",), ("decree",)),
    "NQ": (("nghị quyết",), ("resolution",)),
    "CT": (("chỉ thị",), ("directive", "instruction")),
    "KL": (("kết luận",), ("conclusion",)),
    "TB": (("thông báo",), ("notice", "notification", "announcement", "communiqué")),
    "TT": (("thông tư",), ("circular",)),
    "CTR": (("chương trình", "chương trình hành động"), ("programme", "program", "action programme", "action program")),
    "TTR": (("tờ trình",), ("submission", "proposal", "report")),
    "HD": (("hướng dẫn",), ("guidance", "guideline", "guidelines", "instruction")),
    "BC": (("báo cáo",), ("report",)),
    "DA": (("đề án",), ("project", "scheme", "plan")),
    "TTLT": (("thông tư liên tịch",), ("joint circular", "circular")),
    "CD": (("công điện",), ("telegram", "dispatch", "official telegram")),
    "QC": (("quy chế",), ("regulation", "regulations", "rules")),
}
"""First letters, without diacritics and in capitals → the names of the kind in Vietnamese and in English."""
_ALL = {name: letters for letters, names in KINDS.items() for each in names for name in each}
_NAMED = {
    "vi": re.compile(rf"({'|'.join(sorted({n for names, _ in KINDS.values() for n in names}, key=len, reverse=True))})\s+(?:số:?\s*|hành động số\s*)?$", re.IGNORECASE),
    "en": re.compile(rf"(?<![a-z])({'|'.join(sorted({n for _, names in KINDS.values() for n in names}, key=len, reverse=True))})\s+(?:(?:no|number)\.?\s*)?$", re.IGNORECASE),
}  # fmt: skip


class Reference(NamedTuple):
    """The number of a document in a text."""

    text: str
    key: str
    """Comparable: without diacritics, in capitals, with one kind of dash."""
    line: int


@dataclass(slots=True)
class _Unit:
    source: Block
    translation: Block
    left: list[Reference]
    right: list[Reference]


def read_references(block: Block) -> list[Reference]:
    """The document numbers of a block."""
    if block.kind in (BlockKind.CODE, BlockKind.HTML) or not any(c.isdigit() for c in block.prose):
        return []
    return [Reference(match[0], _key(match[0]), block.line_at(match.start())) for match in REFERENCE.finditer(block.prose)]


def _key(text: str) -> str:
    number, _, rest = text.translate(_FOLD).upper().partition("/")
    return f"{number.lstrip('0')}/{rest}" if rest else number.lstrip("0")


def without_references(prose: str) -> str:
    """A text of the same length in which document numbers are holes, so that nobody takes 72/2015 for a date."""
    if "/" not in prose and "-" not in prose and "–" not in prose:
        return prose
    return REFERENCE.sub(lambda match: "\ufffc" * len(match[0]), prose)


def compare_references(alignment: Alignment, foreign: frozenset[int]) -> Iterator[Told]:
    """Findings on the document numbers of two editions: each stands in the other, if not always as often."""
    units, gone_left, gone_right = _units(alignment, foreign)
    in_source = {ref.key for unit in units for ref in unit.left} | gone_left
    in_translation = {ref.key for unit in units for ref in unit.right} | gone_right
    for unit in units:
        left = [ref for ref in _unique(unit.left) if ref.key not in in_translation]
        right = [ref for ref in _unique(unit.right) if ref.key not in in_source]
        for one, other in zip(left, right, strict=False):
            parts = {"found": other.text, "expected": one.text, "line": one.line}
            yield Told("reference-mismatch", other.line, message("reference-mismatch", **parts))
        for one in left[len(right) :]:
            if any(other.key != one.key for other in unit.right) and len(unit.right) >= len(unit.left):
                other = next(other for other in unit.right if other.key != one.key)
                parts = {"found": other.text, "expected": one.text, "line": one.line}
                yield Told("reference-mismatch", other.line, message("reference-mismatch", **parts))
            else:
                yield Told("reference-mismatch", unit.translation.line, message("reference-missing", expected=one.text, line=one.line))
        for other in right[len(left) :]:
            sentence = message("reference-added", found=other.text, line=unit.source.line)
            yield Told("reference-mismatch", other.line, sentence)


def _units(alignment: Alignment, foreign: frozenset[int]) -> tuple[list[_Unit], set[str], set[str]]:
    units = []
    gone_left: set[str] = set()
    gone_right: set[str] = set()
    for pair in alignment:
        blocks = pair.both
        if blocks is None or id(blocks[0]) in foreign or id(blocks[1]) in foreign:
            gone_left |= {ref.key for ref in read_references(pair.source)} if pair.source else set()
            gone_right |= {ref.key for ref in read_references(pair.translation)} if pair.translation else set()
            continue
        units.append(_Unit(*blocks, read_references(blocks[0]), read_references(blocks[1])))
    return units, gone_left, gone_right


def _unique(references: list[Reference]) -> list[Reference]:
    return list({ref.key: ref for ref in references}.values())


def wrong_letters(block: Block, tag: str) -> Iterator[Told]:
    """Document numbers whose letters are not those of the kind that stands before them."""
    if tag not in _NAMED or block.kind in (BlockKind.CODE, BlockKind.HTML):
        return
    for match in REFERENCE.finditer(block.prose):
        named = _NAMED[tag].search(block.prose[max(0, match.start() - 40) : match.start()])
        letters = match[3] or match[5] or match[6]
        if named is None:
            continue
        heads = re.split(r"[-–/.&]", letters.translate(_FOLD).upper())
        known = [head for head in heads if head in KINDS]
        kind = named[1].lower()
        index = 0 if tag == "vi" else 1
        if known and not any(kind in KINDS[head][index] for head in known):
            expected = next(head for head, names in KINDS.items() if kind in names[index])
            parts = {"found": match[0], "kind": named[1], "expected": _SHOWN.get(expected, expected)}
            yield Told("reference-mismatch", block.line_at(match.start()), message("reference-letters", **parts), in_source=True)


_SHOWN = {"QD": "QĐ", "ND": "NĐ", "DA": "ĐA", "CTR": "CTr", "TTR": "TTr", "CD": "CĐ"}
