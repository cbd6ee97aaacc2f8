"""Where a finding is, told by texts rather than by lines; and which waivers still fit the texts as they are now."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b

from bulletin.model.alignment import Alignment
from bulletin.model.block import Block
from bulletin.model.bulletin import Bulletin, Edition
from bulletin.model.finding import Finding
from bulletin.model.waiver import Held, Waiver

_LAST = 2**31
"""A line behind every line."""
_MENTIONED = re.compile(r"\blines? (\d{1,9})\b")
"""How a message names the line of the other edition."""


@dataclass(frozen=True, slots=True)
class Group:
    """The blocks that begin on one line."""

    first: int
    last: int
    """Lines that are theirs."""
    digests: tuple[str, ...]
    is_body: bool
    partners: Mapping[str, tuple[str, ...]]
    """Locale tag → digests of the blocks that stand for them there."""


@dataclass(frozen=True, slots=True)
class Where:
    """What finds the place of a finding again when its line has moved."""

    texts: tuple[tuple[str, tuple[str, ...]], ...]
    is_whole: bool
    field: str = ""


class Places:
    """The editions of one bulletin, by their blocks and lines."""

    def __init__(
        self,
        bulletin: Bulletin,
        blocks: Mapping[str, Sequence[Block]],
        alignments: Mapping[str, Alignment],
    ) -> None:
        """`alignments` are by the tag of the translation."""
        self.bulletin = bulletin
        self.groups = {tag: _groups(blocks[tag], self._partners(tag, alignments)) for tag in bulletin.editions}
        self.whole = {tag: _digest_of(edition, blocks[tag]) for tag, edition in bulletin.editions.items()}

    def _partners(self, tag: str, alignments: Mapping[str, Alignment]) -> dict[str, dict[int, str]]:
        """Locale tag → `id` of a block of one edition → digest of the block that stands for it there."""
        source = self.bulletin.source_locale or ""
        found: dict[str, dict[int, str]] = {}
        for other, alignment in alignments.items():
            for pair in alignment:
                if pair.source is None or pair.translation is None:
                    continue
                if tag == source:
                    found.setdefault(other, {})[id(pair.source)] = pair.translation.digest
                elif tag == other:
                    found.setdefault(source, {})[id(pair.translation)] = pair.source.digest
        return found

    def where(self, finding: Finding) -> Where:
        """The place of a finding: its blocks and what stands for them, or the editions as wholes."""
        edition = self._edition(finding.path)
        group = self._group(edition.locale, finding.line) if edition else None
        if edition is None or group is None:
            field = next((name for name, line in edition.lines.items() if line == finding.line), "") if edition else ""
            return Where(tuple((tag, (digest,)) for tag, digest in sorted(self.whole.items())), True, field)  # noqa: FBT003
        texts = {edition.locale: group.digests, **group.partners}
        for other in self._others(edition.locale):
            for line in {int(number) for number in _MENTIONED.findall(finding.message.en)}:
                mentioned = self._group(other, line)
                texts[other] = (*texts.get(other, ()), *(mentioned.digests if mentioned else ()))
        return Where(tuple((tag, tuple(dict.fromkeys(found))) for tag, found in sorted(texts.items()) if found), False)  # noqa: FBT003

    def lines(self, finding: Finding) -> tuple[int, int]:
        """The lines of the block in which a finding is; its own line where it is in none."""
        edition = self._edition(finding.path)
        group = self._group(edition.locale, finding.line) if edition else None
        return (group.first, group.last) if group else (finding.line, finding.line)

    def _others(self, tag: str) -> list[str]:
        """The editions with which one is compared."""
        source = self.bulletin.source_locale
        return [each for each in self.bulletin.editions if each != tag and source in (each, tag)]

    def _edition(self, path: str) -> Edition | None:
        return next((each for each in self.bulletin.editions.values() if each.path == path), None)

    def _group(self, tag: str, line: int) -> Group | None:
        return next((group for group in self.groups[tag] if group.first <= line <= group.last), None)

    def held(self, waiver: Waiver) -> Held:
        """A waiver beside the texts as they are."""
        return self._held_whole(waiver) if waiver.is_whole else self._held_block(waiver)

    def _held_whole(self, waiver: Waiver) -> Held:
        now = tuple((tag, (digest,)) for tag, digest in sorted(self.whole.items()))
        edition = self.bulletin.editions.get(waiver.locale) or self.bulletin.source
        if edition is None:
            return Held(waiver, "", (), is_unchanged=False)
        line = edition.lines.get(waiver.field, 1)
        lines = (line, line) if waiver.field else (1, self._first_line(edition.locale) - 1)
        return Held(waiver, edition.path, (lines,), is_unchanged=now == waiver.texts)

    def _first_line(self, tag: str) -> int:
        """Where the first block of a body begins."""
        return min((group.first for group in self.groups[tag] if group.is_body), default=_LAST)

    def _held_block(self, waiver: Waiver) -> Held:
        edition = self.bulletin.editions.get(waiver.locale)
        texts = dict(waiver.texts)
        own = texts.pop(waiver.locale, ())
        if edition is None or not own:
            return Held(waiver, "", (), is_unchanged=False)
        groups = self.groups[waiver.locale]
        same = [group for group in groups if group.digests == own]
        if len(same) > 1:  # the same words twice: those whose counterparts are the ones that were meant
            same = [group for group in same if _fits(group, texts)] or same
        others_are_there = all(
            set(digests) <= {each for group in self.groups.get(tag, ()) for each in group.digests}
            for tag, digests in texts.items()
        )
        is_unchanged = (
            others_are_there and bool(same) and (len(same) == 1 or all(_fits(group, texts) for group in same))
        )
        found = same or [group for group in groups if _touches(group, texts)]
        lines = tuple((group.first, group.last) for group in found) or ((1, _LAST),)
        return Held(waiver, edition.path, lines, is_unchanged)


def _fits(group: Group, texts: Mapping[str, Sequence[str]]) -> bool:
    return all(set(digests) <= set(texts.get(tag, ())) for tag, digests in group.partners.items())


def _touches(group: Group, texts: Mapping[str, Sequence[str]]) -> bool:
    return any(set(digests) & set(texts.get(tag, ())) for tag, digests in group.partners.items())


def _groups(blocks: Iterable[Block], partners: Mapping[str, Mapping[int, str]]) -> list[Group]:
    """Blocks by the line on which they begin; in the body a group reaches as far as the next one."""
    by_line: dict[tuple[bool, int], list[Block]] = {}
    for block in blocks:
        by_line.setdefault((not block.kind.is_field, block.line), []).append(block)
    ordered = sorted(by_line.items())
    found = []
    for at, ((is_body, line), here) in enumerate(ordered):
        last = line if not is_body else ordered[at + 1][0][1] - 1 if at + 1 < len(ordered) else _LAST
        there = {
            tag: tuple(dict.fromkeys(known[id(block)] for block in here if id(block) in known))
            for tag, known in partners.items()
        }
        digests = tuple(block.digest for block in here)
        found.append(Group(line, last, digests, is_body, {tag: each for tag, each in there.items() if each}))
    return found


def _digest_of(edition: Edition, blocks: Iterable[Block]) -> str:
    """An edition as a whole: its texts, and all of its front matter but what says who accepted or approved it."""
    translation = edition.translation and replace(edition.translation, checked=None)
    parts = [
        {name: value for name, value in asdict(replace(edition.shared, approved=None)).items() if value},
        asdict(translation) if translation else None,
        asdict(edition.image) | dict.fromkeys(("line", "alt_line", "caption_line")) if edition.image else None,
        [asdict(correction) for correction in edition.corrections],
        dict(edition.own),
        [block.digest for block in blocks],
    ]
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str)
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()
