"""Everything that the registries have to say of one bulletin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bulletin.checks.pair import PairResult, Read
from bulletin.checks.terms.matcher import Names
from bulletin.checks.terms.pair import Comparison
from bulletin.checks.terms.passages import Named, passages_of
from bulletin.checks.terms.spelling import abbreviations, avoided, country
from bulletin.checks.terms.validity import day_of_names, out_of_time, posts_out_of_time
from bulletin.checks.told import Told
from bulletin.model.bulletin import Bulletin, Edition
from bulletin.model.finding import Finding, Severity

MOST = 200
"""Findings of one edition: a text that is all wrong needs no longer list."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A translation that was compared with its source."""

    source: str
    """Tag of the source's locale."""
    translation: str
    result: PairResult


def check_terms(
    bulletin: Bulletin, sides: Mapping[str, Read], compared: list[Compared], names: Names
) -> Iterator[Finding]:
    """Findings on the terms and names of all editions."""
    named = {tag: passages_of(side.blocks, names.matchers[tag]) for tag, side in sides.items() if tag in names.matchers}
    for tag, side in sides.items():
        yield from _findings(_alone(bulletin, side, named.get(tag), names), side.edition)
    for pair in compared:
        if pair.source in named and pair.translation in named:
            result = pair.result
            comparison = Comparison(result.alignment, named[pair.source], named[pair.translation], result.foreign)
            yield from _findings(comparison.told(), sides[pair.translation].edition)


def _alone(bulletin: Bulletin, side: Read, named: Named | None, names: Names) -> Iterator[Told]:
    if side.edition.locale == "en":
        yield from country(side.blocks)
    if named is None or not named.blocks:
        return
    yield from avoided(named)
    yield from abbreviations(named, names.matchers[named.tag], side.blocks, side.edition.body)
    day = day_of_names(bulletin)
    if day is not None:
        yield from out_of_time(named, names.registries, day)
        yield from posts_out_of_time(named, day)


def _findings(told: Iterator[Told], edition: Edition) -> Iterator[Finding]:
    for number, each in enumerate(told):
        if number == MOST:
            return
        yield Finding(each.rule, Severity.ERROR, edition.path, each.line, each.message, edition.key, edition.locale)
