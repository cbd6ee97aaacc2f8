"""Two editions of a bulletin → every finding on what one tells its readers and the other does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bulletin.checks.alignment import Features, align, features_of
from bulletin.checks.exchanges import exchanged_values
from bulletin.checks.language import is_foreign
from bulletin.checks.pictures import compare_pictures, missing_alts
from bulletin.checks.references import compare_references, read_references, wrong_letters
from bulletin.checks.structure import compare_structure
from bulletin.checks.targets import Anchor, compare_links
from bulletin.checks.told import Sides, Spot, Told
from bulletin.checks.values import compare_values, facts_of, malformed_numbers
from bulletin.model.alignment import Alignment
from bulletin.model.block import Block, BlockKind
from bulletin.model.bulletin import Bulletin, Edition
from bulletin.model.catalogue import Words, message
from bulletin.model.fact import Fact
from bulletin.model.finding import Finding, Severity

HOLE = "\ufffc"
_LANGUAGES = {"vi": ("tiếng Việt", "Vietnamese"), "en": ("tiếng Anh", "English")}
MAX_QUOTED = 60
_BARE = frozenset(("=", "~"))
_TELLING = frozenset(("=", "~", "u", "d"))
"""Readings by which a block is recognised."""


@dataclass(frozen=True, slots=True)
class Read:
    """One edition with what its blocks state."""

    edition: Edition
    blocks: tuple[Block, ...]
    facts: Mapping[int, list[Fact]]
    """`id` of a block → its quantities."""


def read(edition: Edition, blocks: tuple[Block, ...]) -> Read:
    """Find the quantities of an edition's blocks."""
    return Read(edition, blocks, {id(block): facts_of(block, edition.locale) for block in blocks})


def align_editions(source: Read, translation: Read) -> Alignment:
    """Align two editions of a bulletin."""
    return align(list(_features(source)), list(_features(translation)))


def alignments_of(bulletin: Bulletin, blocks: Mapping[str, tuple[Block, ...]]) -> dict[str, Alignment]:
    """Align every translation of a bulletin with its source, by the translation's tag."""
    source = bulletin.source
    if source is None:
        return {}
    sides = {tag: read(edition, blocks[tag]) for tag, edition in bulletin.editions.items()}
    return {
        tag: align_editions(sides[source.locale], side)
        for tag, side in sides.items()
        if side.edition.translation is not None and tag != source.locale
    }


def _features(side: Read) -> Iterator[Features]:
    for block in side.blocks:
        said: list[object] = [
            key[1:] if key[0] in _BARE else key
            for fact in side.facts[id(block)]
            for key in fact.keys[:2]
            if key[0] in _TELLING
        ]
        said += [("number", reference.key) for reference in read_references(block)]
        yield features_of(block, said, side.edition.locale)


@dataclass(frozen=True, slots=True)
class PairResult:
    """What a comparison found."""

    findings: tuple[Finding, ...]
    anchors: tuple[Anchor, ...]
    """Links to headings of other bulletins, still to be compared."""
    alignment: Alignment
    spots: Mapping[Finding, tuple[Spot, ...]]
    """The words that a finding is about, for those that know them."""
    foreign: frozenset[int] = frozenset()
    """`id` of the blocks that are not translated."""


def compare(bulletin: Bulletin, source: Read, translation: Read) -> PairResult:
    """Compare a translation with its source."""
    alignment = align_editions(source, translation)
    sides = Sides(source.edition.locale, translation.edition.locale, bulletin.shared.date)
    partners = _partners(alignment)
    own = [
        (source.edition, list(untranslated(source, partners))),
        (translation.edition, list(untranslated(translation, partners))),
    ]
    foreign = frozenset(ident for _, found in own for _, ident in found)
    facts = {**source.facts, **translation.facts}
    told = list(compare_values(alignment, facts, sides, foreign))
    told += exchanged_values(alignment, facts, sides, foreign)
    told += compare_references(alignment, foreign)
    told += compare_structure(alignment)
    links, anchors = compare_links(alignment, source.edition, translation.edition)
    told += links
    told += compare_pictures(alignment, source.edition, translation.edition)
    findings = [_finding(each, source.edition if each.in_source else translation.edition) for each in told]
    spots = {finding: each.spots for finding, each in zip(findings, told, strict=True) if each.spots}
    for edition, found in own:
        findings += [_finding(each, edition) for each, _ in found]
    return PairResult(tuple(findings), tuple(anchors), alignment, spots, foreign)


def _partners(alignment: Alignment) -> dict[int, Block]:
    partners = {}
    for pair in alignment:
        if pair.source is not None and pair.translation is not None:
            partners[id(pair.source)] = pair.translation
            partners[id(pair.translation)] = pair.source
    return partners


def check_alone(side: Read, *, has_pair: bool) -> Iterator[Finding]:
    """Findings that one edition has by itself; malformed numbers only where no pair tells them."""
    edition = side.edition
    for block in side.blocks:
        for told in wrong_letters(block, edition.locale):
            yield _finding(told, edition)
        if not has_pair:
            for told in malformed_numbers(block, edition.locale):
                yield _finding(told, edition)
    for told in missing_alts(edition, side.blocks):
        yield _finding(told, edition)
    if not has_pair:
        for told, _ in untranslated(side, {}):
            yield _finding(told, edition)


def untranslated(side: Read, partners: Mapping[int, Block]) -> Iterator[tuple[Told, int]]:
    """Blocks, cells and texts of pictures in another language than the edition's, with the `id` of their block."""
    tag = side.edition.locale
    if tag not in _LANGUAGES:
        return
    for block in side.blocks:
        if block.kind in (BlockKind.CODE, BlockKind.HTML) or (block.lang and block.lang != tag):
            continue
        partner = partners.get(id(block))
        for text, counterpart, line in _texts(block, partner):
            if text and is_foreign(text, tag, counterpart):
                yield foreign_told(side.edition, block, text, line), id(block)


def foreign_told(edition: Edition, block: Block, text: str, line: int) -> Told:
    """That a text is not in the language of its edition, which is `vi` or `en`."""
    parts: dict[str, object] = {"text": _shortened(text), "language": Words(*_LANGUAGES[edition.locale])}
    is_field = block.kind is BlockKind.FIELD
    for each in edition.texts if is_field else ():
        if each.is_inherited and (each.name, each.text) == (block.label, block.text):
            sentence = message("untranslated-field", name=each.name, **{**parts, "line": each.there})
            return Told("untranslated-block", line, sentence)
    return Told("untranslated-block", line, message("untranslated-block", **parts))


def _texts(block: Block, partner: Block | None) -> Iterator[tuple[str, str, int]]:
    """The texts of a block that a reader reads by themselves, with their counterparts and lines."""
    if block.kind is BlockKind.ROW:
        cells = partner.cells if partner is not None and len(partner.cells) == len(block.cells) else ()
        for index, cell in enumerate(block.cells):
            yield _bare(cell), _bare(cells[index]) if cells else "", block.line
    elif block.prose:
        yield _bare(block.prose), _bare(partner.prose) if partner else "", block.line
    figures = partner.figures if partner is not None and len(partner.figures) == len(block.figures) else ()
    for index, figure in enumerate(block.figures):
        other = figures[index] if figures else None
        yield figure.alt, other.alt if other else "", figure.line
        yield figure.caption, other.caption if other else "", figure.line


def _bare(prose: str) -> str:
    return prose.replace(HOLE, " ") if HOLE in prose else prose


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= MAX_QUOTED else f"{text[: MAX_QUOTED - 1]}…"


def _finding(told: Told, edition: Edition) -> Finding:
    return Finding(told.rule, Severity.ERROR, edition.path, told.line, told.message, edition.key, edition.locale)
