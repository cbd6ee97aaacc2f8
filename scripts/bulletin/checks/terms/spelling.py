"""What one edition writes by itself: forms to avoid, abbreviations unexplained, two spellings of the country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bulletin.checks.language_quotes import encloses, quotations
from bulletin.checks.terms.matcher import Form, Kind, Matcher
from bulletin.checks.terms.passages import Mention, Named, Passage
from bulletin.checks.terms.words import is_capital, word_set
from bulletin.checks.told import Told
from bulletin.model.block import Block
from bulletin.model.catalogue import message

_COUNTRY = re.compile(r"(?<![^\W_])(?:Viet Nam|Vietnam|Việt Nam|Việtnam)(?![^\W_])")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)[ \n]+(?:of |in |for |and |the )?$")
_SENTENCE_ENDS = re.compile(r"(?:^|[.!?:|][\"”’)]?\s+|\n\n)[\"“‘(]?$")
_WORD_AFTER = re.compile(r"[ \n]([^\W\d_][\w’'-]*)")
_SMALL = word_set("""
In The To From Across Of For And At By With On Within Throughout Between Why How When Where As If But Like Since
""")
NEAR = 60
"""Characters before a place in which a name of which it is part may begin."""
MENTION = 2
"""Words more than a form that quotation marks may hold, so that the form is spoken of rather than used."""


def avoided(named: Named) -> Iterator[Told]:
    """Every form that nobody may write, with the one to be written."""
    for passage in named.passages:
        for mention in passage.mentions:
            form = mention.forms[0]
            if form.kind is not Kind.AVOIDED or _is_somebody_elses(passage, mention, form):
                continue
            right = form.entry.text.get(named.tag, "")
            line = passage.line_at(mention.start)
            if right and right != mention.text:
                yield Told(form.rule, line, message("term-avoided", found=mention.text, expected=right))


def _is_somebody_elses(passage: Passage, mention: Mention, form: Form) -> bool:
    """Whether a form to avoid is part of another's name or words."""
    if form.registry == "places":
        return passage.is_quoted(mention) or _is_in_name(passage.text, mention.start, mention.stop)
    around = encloses(passage.quoted, mention.start, mention.stop)
    if around is None:
        return False
    return len(passage.text[around[0] : around[1]].split()) <= mention.end - mention.first + MENTION


def _is_in_name(text: str, start: int, stop: int) -> bool:
    """Whether a name with a capital goes on right before or behind a place: Vietnam Airlines, the Bank of Vietnam."""
    first = max(0, start - NEAR)
    before, after = _WORD_BEFORE.search(text[first:start]), _WORD_AFTER.match(text, stop)
    if after and is_capital(after[1]):
        return True
    if before is None or not is_capital(before[1]) or before[1] in _SMALL:
        return False
    return not _SENTENCE_ENDS.search(text[max(0, first - 3) : first + before.start()]) or before[0].endswith("of ")


# Abbreviations


def abbreviations(named: Named, matcher: Matcher, blocks: Sequence[Block], body: str) -> Iterator[Told]:
    """Each abbreviation that no text before its first use, nor the same block or the next, spells out."""
    if not matcher.abbreviated:
        return
    places = {id(block): index for index, block in enumerate(blocks)}
    waiting: dict[tuple[str, str], tuple[int, Passage, Mention, Form]] = {}
    done: set[tuple[str, str]] = set()
    for passage in named.passages:
        index = places[id(passage.block)]
        spelled = _spelled(passage)
        for ident in spelled & waiting.keys():
            if index - waiting[ident][0] <= 1:
                del waiting[ident]
        done |= spelled
        for mention in () if passage.block.kind.is_field else passage.mentions:
            form = mention.forms[0]
            idents = {each.ident for each in mention.forms}
            if form.kind is Kind.ABBREVIATION and named.tag not in form.entry.common and done.isdisjoint(idents):
                done |= idents
                if not _is_defined(mention.text, body):
                    waiting[form.ident] = index, passage, mention, form
    for _, passage, mention, form in waiting.values():
        parts = {"found": mention.text, "expected": form.entry.text.get(named.tag, "")}
        yield Told(form.rule, passage.line_at(mention.start), message("abbreviation-first", **parts))


def _spelled(passage: Passage) -> set[tuple[str, str]]:
    """The entries whose name a passage spells out."""
    return {
        form.ident
        for match in passage.matches
        for form in match.forms
        if form.kind in {Kind.NAME, Kind.OTHER}
        and form.is_written(passage.words[match.first : match.end], strictly=False)
    }


def _is_defined(text: str, body: str) -> bool:
    """Whether the body explains an abbreviation to the renderer: `*[DPI]: Department of …`."""
    return f"*[{text}]:" in body


# The country


def country(blocks: Sequence[Block]) -> Iterator[Told]:
    """A second spelling of the country in English; names of others, quotations and addresses keep theirs."""
    first: tuple[str, int] | None = None
    for block in blocks:
        if not _COUNTRY.search(block.prose) or "q" in block.container or block.lang not in {"", "en"}:
            continue
        quoted = quotations(block.prose)
        for found in _COUNTRY.finditer(block.prose):
            start, stop = found.span()
            if _is_in_name(block.prose, start, stop) or encloses(quoted, start, stop):
                continue
            line = block.line_at(start)
            if first is None:
                first = found[0], line
            elif found[0] != first[0]:
                parts = {"found": found[0], "expected": first[0], "line": first[1]}
                yield Told("name-mismatch", line, message("country-spelling", **parts))
                return
