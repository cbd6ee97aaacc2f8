"""`link-mismatch`: where links lead, block by block, then wherever a sentence may have taken its link.

Two blocks that each have what the other lacks have exchanged their links; one that lacks nothing else gave its away.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from bulletin.checks.alignment import align, features_of, folded
from bulletin.checks.destinations import canonical, is_other_wikipedia, language_of, shown_addresses, split_fragment
from bulletin.checks.told import Told
from bulletin.model.alignment import Alignment
from bulletin.model.anchors import heading_anchors
from bulletin.model.block import Block, Target, is_foreign
from bulletin.model.bulletin import Edition
from bulletin.model.catalogue import message

RULE = "link-mismatch"
MAX_QUOTED = 60
HOLE = "\ufffc"
"""Stands in prose for what is no language: so for every address."""
_WORD = re.compile(r"[^\W_]{2,}|\d")
_IDLE = frozenset(
    (
        "https",
        "http",
        "www",
        "mailto",
        "index",
        "md",
        "vn",
        "com",
        "example",
        "xem",
        "tai",
        "day",
        "the",
        "of",
        "and",
        "in",
        "here",
    )
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A heading of another bulletin to which two links lead: comparable only with that bulletin's blocks at hand."""

    key: str
    source: str
    """Fragment of the source's link."""
    translation: str
    line: int
    """1-based, in the translation's file."""
    source_line: int
    href: str
    source_href: str


@dataclass(frozen=True, slots=True)
class _Link:
    key: str
    """Its canonical destination."""
    target: Target


@dataclass(slots=True)
class _Unit:
    """Two aligned blocks, or one alone, with the links that have found no counterpart yet."""

    source: Block | None
    translation: Block | None
    left: list[_Link]
    right: list[_Link]
    matched: list[tuple[_Link, _Link]] = field(default_factory=list)


def compare_links(alignment: Alignment, source: Edition, translation: Edition) -> tuple[list[Told], list[Anchor]]:
    """Findings on the targets of links, and the anchors in other bulletins that are still to be compared."""
    told = list(_shown(alignment))
    units = _units(alignment, source.key, translation.key)
    if not units:
        return told, []
    for unit in units:
        told += _exchanged(unit)
        _match(unit, unit)
    for unit in units:
        _give_away(unit, units)
    anchors: list[Anchor] = []
    for unit in units:
        for left, right in unit.matched:
            told += _language(left.target, right.target, source, translation)
            told += _anchors(left, right, anchors)
        told += _left_over(unit)
    return told, anchors


def _units(alignment: Alignment, source_key: str, translation_key: str) -> list[_Unit]:
    units = []
    headings: Mapping[str, str] | None = None
    for pair in alignment:
        ours, theirs = pair.source.links if pair.source else (), pair.translation.links if pair.translation else ()
        if not ours and not theirs:
            continue
        left = [_Link(canonical(link.href, source_key), link) for link in ours]
        right = [_Link(canonical(link.href, translation_key), link) for link in theirs]
        if any(link.key.startswith("#") for link in right):
            headings = _headings(alignment) if headings is None else headings
            right = [_Link(_anchored(link.key, headings), link.target) for link in right]
        units.append(_Unit(pair.source, pair.translation, left, right))
    return units


def _anchored(key: str, headings: Mapping[str, str]) -> str:
    """An anchor of the translation as that of the source; one that only the source has leads nowhere here."""
    if not key.startswith("#"):
        return key
    anchor = key[1:]
    if anchor not in headings and anchor in headings.values():
        return f"#\0{anchor}"
    return f"#{headings.get(anchor, anchor)}"


def _headings(alignment: Alignment) -> dict[str, str]:
    """Anchors of the translation's headings → those of the source's, where they are aligned."""
    source = heading_anchors(sorted((pair.source for pair in alignment if pair.source), key=lambda block: block.line))
    translation = heading_anchors(
        sorted((pair.translation for pair in alignment if pair.translation), key=lambda block: block.line)
    )
    both = [pair.both for pair in alignment if pair.both]
    return {translation[id(b)]: source[id(a)] for a, b in both if id(a) in source and id(b) in translation}


# What agrees


def _agree(one: str, other: str) -> bool:
    return one == other or is_other_wikipedia(one, other)


def _match(one: _Unit, other: _Unit) -> None:
    """Take off the links of one unit's source that the other's translation has."""
    here = one is other
    gone = []
    for left in one.left:
        right = next((each for each in other.right if _agree(left.key, each.key)), None)
        if right is not None:
            other.right.remove(right)
            one.matched.append((left, right))
        elif not here or all(left.key != each.key for each, _ in one.matched):
            continue
        gone.append(left)  # agreed, or named twice here and once there, within one block
    one.left = [left for left in one.left if all(left is not each for each in gone)]
    if here:
        one.right = [right for right in one.right if all(right.key != each.key for _, each in one.matched)]


def _give_away(unit: _Unit, units: Sequence[_Unit]) -> None:
    """Match what is left with the nearest block that has it: a sentence that moved takes its link along."""
    if not unit.left:
        return
    at = next(index for index, each in enumerate(units) if each is unit)
    for other in sorted(units, key=lambda each: abs(next(i for i, one in enumerate(units) if one is each) - at)):
        if other is not unit and other.right and not (other.left and other.source and other.translation):
            _match(unit, other)


# What does not


def _exchanged(unit: _Unit) -> Iterator[Told]:
    """Links of one block whose texts say that they changed places."""
    if len(unit.left) != len(unit.right) or len({link.key for link in unit.left}) < 2:  # noqa: PLR2004 - two to exchange
        return
    places = {link.key: at for at, link in enumerate(unit.right)}
    if set(places) != {link.key for link in unit.left} or len(places) != len(unit.left):
        return
    for one, two in combinations(unit.left, 2):
        first, second = unit.right[places[one.key]], unit.right[places[two.key]]
        if _crossed(one, two, first, second):
            for expected, found in ((one, second), (two, first)):
                yield _mismatch(expected.target, found.target)
            return


def _crossed(one: _Link, two: _Link, first: _Link, second: _Link) -> bool:
    """Whether the texts of two links fit the other one's counterpart, or the other one's address, and not their own."""
    straight = _kin(one.target.text, first.target.text) + _kin(two.target.text, second.target.text)
    across = _kin(one.target.text, second.target.text) + _kin(two.target.text, first.target.text)
    if straight or across:
        return across > straight
    own = [_kin(link.target.text, link.key) for link in (one, two, first, second)]
    swapped = [_kin(a.target.text, b.key) for a, b in ((one, two), (two, one), (first, second), (second, first))]
    return not sum(own) and sum(swapped) > 1


def _kin(one: str, other: str) -> int:
    return len(_words(one) & _words(other))


def _words(text: str) -> set[str]:
    return {folded(word) for word in _WORD.findall(text)} - _IDLE


def _left_over(unit: _Unit) -> Iterator[Told]:
    """What no block of the other edition has; a missing block is told with its links."""
    if unit.source is None or unit.translation is None or not (unit.left or unit.right):
        return
    for left, right in zip(unit.left, unit.right, strict=False):
        yield _mismatch(left.target, right.target)
    for left in unit.left[len(unit.right) :]:
        link = left.target
        parts = {"expected": link.href, "line": link.line, "text": _name(link), "own": _quote(unit.translation.text)}
        yield Told(RULE, unit.translation.line, message("link-missing", **parts))
    for right in unit.right[len(unit.left) :]:
        link = right.target
        parts = {"found": link.href, "line": unit.source.line, "text": _name(link), "own": _quote(unit.source.text)}
        yield Told(RULE, link.line, message("link-added", **parts))


def _mismatch(expected: Target, found: Target) -> Told:
    parts = {"found": found.href, "expected": expected.href, "text": _name(found), "own": _name(expected)}
    return Told(RULE, found.line, message("link-mismatch", line=expected.line, **parts))


def _name(link: Target) -> str:
    return _quote(link.text) or "…"


def _quote(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= MAX_QUOTED else f"{text[: MAX_QUOTED - 1]}…"


def _language(left: Target, right: Target, source: Edition, translation: Edition) -> Iterator[Told]:
    """A link to the other language's page, where the other edition keeps its readers in theirs."""
    strays = [_strays(left.href, source.locale), _strays(right.href, translation.locale)]
    if strays == [False, True]:
        link, other, in_source = right, left, False
    elif strays == [True, False] and canonical(left.href, source.key) not in (source.key, "."):
        link, other, in_source = left, right, True
    else:
        return
    parts = {"found": link.href, "expected": other.href, "text": _name(link), "own": _name(other)}
    yield Told(RULE, link.line, message("link-language", line=other.line, **parts), in_source=in_source)


def _strays(href: str, tag: str) -> bool:
    language = language_of(href)
    return bool(language) and language != tag.lower()


# Anchors in other bulletins


def _anchors(left: _Link, right: _Link, anchors: list[Anchor]) -> Iterator[Told]:
    if left.key.startswith("#") or is_foreign(left.target.href):
        return
    expected, found = split_fragment(left.target.href)[1], split_fragment(right.target.href)[1]
    if bool(expected) is not bool(found):
        yield _mismatch(left.target, right.target)
    elif expected != found:
        one, other = left.target, right.target
        anchors.append(Anchor(left.key, expected, found, other.line, one.line, other.href, one.href))


def anchors_agree(anchor: Anchor, source: Sequence[Block], translation: Sequence[Block]) -> bool:
    """Whether two fragments name the same heading, given the blocks of both editions to which they lead."""
    ours, theirs = heading_anchors(source), heading_anchors(translation)
    if anchor.source not in ours.values():
        return anchor.translation not in theirs.values()
    alignment = align([features_of(block, ()) for block in source], [features_of(block, ()) for block in translation])
    return any(
        ours.get(id(pair.source)) == anchor.source and theirs.get(id(pair.translation)) == anchor.translation
        for pair in alignment
        if pair.both
    )


def anchor_told(anchor: Anchor) -> Told:
    """The finding on an anchor that names another heading."""
    parts = {
        "found": anchor.href,
        "expected": anchor.source_href,
        "text": f"#{anchor.translation}",
        "own": f"#{anchor.source}",
    }
    return Told(RULE, anchor.line, message("link-mismatch", line=anchor.source_line, **parts))


# Addresses that are no links


def _shown(alignment: Alignment) -> Iterator[Told]:
    """Addresses that a text shows and that differ from those of its counterpart."""
    both = [pair.both for pair in alignment if pair.both and HOLE in pair.both[1].prose]
    if not both:
        return
    known = _keys(pair.source for pair in alignment), _keys(pair.translation for pair in alignment)
    for source, translation in both:
        ours = [each for each in shown_addresses(source.text) if each[1] not in known[1]]
        theirs = [each for each in shown_addresses(translation.text) if each[1] not in known[0]]
        for (expected, _, _), (found, _, at) in zip(ours, theirs, strict=False):
            line = translation.line + translation.text.count("\n", 0, at)
            yield Told(RULE, line, message("address-mismatch", found=found, expected=expected, line=source.line))


def _keys(blocks: Iterator[Block | None]) -> Collection[str]:
    found = set()
    for block in blocks:
        if block is not None and (block.links or HOLE in block.prose):
            found |= {key for _, key, _ in shown_addresses(block.text)}
            found |= {canonical(link.href, "") for link in block.links if is_foreign(link.href)}
    return found
