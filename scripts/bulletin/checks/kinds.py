"""What types add to a bulletin: keys that exist, translations that contradict nothing, numbers that fit their kind."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from bulletin.checks.addresses import Claim
from bulletin.checks.language import is_foreign
from bulletin.checks.pair import foreign_told
from bulletin.checks.references import wrong_letters
from bulletin.model.block import Block, BlockKind
from bulletin.model.bulletin import Bulletin, Edition
from bulletin.model.catalogue import did_you_mean, message
from bulletin.model.documents import LETTERS, fits_kind, kind_named, number_key, shown
from bulletin.model.finding import Finding, Message, Severity
from bulletin.model.kinds import Event, IssueRules, LegalDocument, Named, NumberedIssue, Opportunity
from bulletin.model.merging import contradictions
from bulletin.model.registry import Registries

MAX_QUOTED = 60
"""Words of a quotation in a press digest: beyond them it is a part of another's work, not a mention of it."""
_MARKS = str.maketrans(dict.fromkeys('“”"‘’«»', " "))


def check_kind(
    bulletin: Bulletin, blocks: Mapping[str, Sequence[Block]], registries: Registries, rules: IssueRules
) -> Iterator[Finding]:
    """Findings on the fields of a bulletin's type; blocks are by locale tag."""
    source, details = bulletin.source, bulletin.details
    if bulletin.section == "press":
        for tag, edition in bulletin.editions.items():
            yield from _long_quotations(edition, blocks[tag])
    if source is None:
        return
    for tag, edition in bulletin.editions.items():
        if edition is not source and edition.details is not None:
            for name in contradictions(details, edition.details, edition.lines):
                parts = {"name": name, "path": source.path, "line": source.line_of(name)}
                sentence = message("metadata-mismatch", **parts)
                yield _finding(edition, edition.line_of(name), "metadata-mismatch", sentence)
        yield from _untranslated(edition, blocks[tag])
    yield from _unknown_keys(source, bulletin, registries)
    if isinstance(details, LegalDocument):
        yield from _letters(bulletin, details, source, blocks)
    elif isinstance(details, NumberedIssue):
        yield from _issue(source, details, rules)


def _unknown_keys(source: Edition, bulletin: Bulletin, registries: Registries) -> Iterator[Finding]:
    """Keys of registries in fields that may hold a name instead, and in those that may not."""
    details = bulletin.details
    found: list[tuple[str, str, str]] = []
    if isinstance(details, Event):
        found = [("place", "places", details.place.key), ("organiser", "agencies", details.organiser.key)]
    elif isinstance(details, LegalDocument):
        found = [("issuer", "agencies", details.issuer.key)]
    elif isinstance(details, Opportunity):
        found = [("sector", "sectors", details.sector)]
    for name, registry, key in found:
        known = registries.get(registry, {})
        if key and key not in known:
            close = did_you_mean(difflib.get_close_matches(key, sorted(known), n=2))
            is_named = isinstance(getattr(details, name), Named)
            sentence = message(
                "key-or-name" if is_named else "registry-missing", found=key, registry=registry, suggestion=close
            )
            yield _finding(source, source.line_of(name), "registry-missing", sentence)


def _untranslated(edition: Edition, blocks: Iterable[Block]) -> Iterator[Finding]:
    """Texts that nobody has translated, between quotation marks, which excuse a text that an editor put there."""
    inherited = {(each.name, each.text) for each in edition.texts if each.is_inherited and not each.language}
    for block in blocks:
        if block.kind is not BlockKind.FIELD or (block.label, block.text) not in inherited:
            continue
        text, tag = block.text, edition.locale
        if not is_foreign(text, tag, text) and is_foreign(text.translate(_MARKS), tag):
            told = foreign_told(edition, block, text, block.line)
            yield _finding(edition, told.line, told.rule, told.message)


def _letters(
    bulletin: Bulletin, document: LegalDocument, source: Edition, blocks: Mapping[str, Sequence[Block]]
) -> Iterator[Finding]:
    """A number whose letters are those of another kind than `kind` says, or than the title begins with."""
    number = document.number
    if number and document.kind is not None and not fits_kind(number, document.kind):
        expected = ", ".join(map(shown, LETTERS[document.kind]))
        sentence = message("reference-letters", found=number, kind=document.kind.value, expected=expected)
        yield _finding(source, source.line_of("kind"), "reference-mismatch", sentence)
    for tag, edition in bulletin.editions.items():
        title = next((block for block in blocks[tag] if block.kind is BlockKind.TITLE), None)
        named = kind_named(edition.title, number, tag) if number else None
        if named is not None and title is not None and not any(wrong_letters(title, tag)):
            sentence = message("reference-letters", found=number, kind=named[0], expected=named[1])
            yield _finding(edition, title.line, "reference-mismatch", sentence)


def _issue(source: Edition, issue: NumberedIssue, rules: IssueRules) -> Iterator[Finding]:
    imprint = rules.imprint_of(issue)
    for name in rules.requires:
        if name not in imprint:
            sentence = message("imprint-missing", name=name)
            line = source.line_of("number" if "number" in source.lines else "title")
            yield replace(_finding(source, line, "schema", sentence), severity=Severity.WARNING)
    if issue.pages is not None and issue.pages > rules.max_pages:
        sentence = message("too-many-pages", found=issue.pages, limit=rules.max_pages)
        yield _finding(source, source.line_of("pages"), "schema", sentence)


def _long_quotations(edition: Edition, blocks: Sequence[Block]) -> Iterator[Finding]:
    """Quotations as readers see them: blocks of one quotation together. Vietnamese words are counted by syllables."""
    for (_, is_quoted), each in groupby(blocks, lambda block: (block.top, "q" in block.container)):
        quoted = list(each)
        count = sum(len(block.prose.split()) for block in quoted)
        if is_quoted and count > MAX_QUOTED:
            sentence = message("long-quotation", found=count, limit=MAX_QUOTED)
            yield _finding(edition, quoted[0].line, "long-quotation", sentence)


# What two bulletins have to do with each other


def numbers_of(bulletin: Bulletin) -> tuple[Claim, ...]:
    """The number of a document."""
    source, details = bulletin.source, bulletin.details
    if source is None or not isinstance(details, LegalDocument) or not details.number:
        return ()
    return ((bulletin.key, details.number, source.path, source.line_of("number"), source.locale),)


def contents_of(bulletin: Bulletin) -> tuple[Claim, ...]:
    """The bulletins that an issue names."""
    source, details = bulletin.source, bulletin.details
    if source is None or not isinstance(details, NumberedIssue):
        return ()
    line = source.line_of("contents")
    return tuple((bulletin.key, key, source.path, line, source.locale) for key in details.contents)


def check_numbers(claims: Iterable[Claim]) -> Iterator[Finding]:
    """A finding on each document whose number another has too, however the two are written."""
    by_number: dict[str, list[Claim]] = {}
    for claim in claims:
        by_number.setdefault(number_key(claim[1]), []).append(claim)
    for each in by_number.values():
        for key, number, path, line, tag in each if len(each) > 1 else ():
            other = next(there for there, *_ in each if there != key)
            sentence = message("number-twice", found=number, other=other)
            yield Finding("schema", Severity.ERROR, path, line, sentence, key, tag)


def check_contents(claims: Iterable[Claim], keys: Collection[str]) -> Iterator[Finding]:
    """A finding for each bulletin that an issue names and that there is none of."""
    for key, content, path, line, tag in claims:
        if content not in keys:
            close = did_you_mean(difflib.get_close_matches(content, sorted(keys), n=1))
            sentence = message("unknown-content", found=content, suggestion=close)
            yield Finding("schema", Severity.ERROR, path, line, sentence, key, tag)


def _finding(edition: Edition, line: int, rule: str, sentence: Message) -> Finding:
    return Finding(rule, Severity.ERROR, edition.path, line, sentence, edition.key, edition.locale)
