"""The states of translations → findings: `missing-translation` and its kin, and `lock-pending`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bulletin.model.block import Block
from bulletin.model.bulletin import Bulletin, Edition, Status, Translate
from bulletin.model.catalogue import Words, message, on_day
from bulletin.model.finding import Finding, Severity
from bulletin.model.state import Accepted, Standing, State, standing

NAMES = {"vi": ("tiếng Việt", "Vietnamese"), "en": ("tiếng Anh", "English")}
MAX_LISTED = 8
"""Lines that a message names; a revision of the whole needs no list."""
MAX_OLD = 3
"""Old texts that a message quotes."""
MAX_QUOTED = 60
"""Characters of a text that it quotes."""


def digests(blocks: Sequence[Block]) -> tuple[tuple[str, int], ...]:
    """(digest, 1-based line) of each block."""
    return tuple((block.digest, block.line) for block in blocks)


def standings(
    bulletin: Bulletin, blocks: Mapping[str, Sequence[Block]], accepted: Mapping[str, Accepted], today: date
) -> dict[str, Standing]:
    """How each translation of a bulletin stands, by locale tag; those that are missing are not among them."""
    found = {}
    source = bulletin.source
    for tag, edition in bulletin.editions.items():
        if edition.translation is None:
            continue
        if source is None:
            found[tag] = Standing(State.ORPHAN)
            continue
        entry = accepted.get(tag)
        if entry is not None and entry.of != source.locale:
            entry = None
        own = tuple(block.digest for block in blocks[tag])
        found[tag] = standing(entry, digests(blocks[source.locale]), own, edition.translation.checked, today)
    return found


def required_in(bulletin: Bulletin, tags: Sequence[str]) -> Iterator[str]:
    """The locales into which a bulletin must be translated: all others, once it is to be public."""
    source = bulletin.source
    if source is None or not bulletin.key:
        return
    if source.shared.status is Status.PUBLISHED and source.shared.translate is Translate.REQUIRED:
        yield from (tag for tag in tags if tag != source.locale)


def missing(bulletin: Bulletin, tag: str) -> Finding:
    """A required translation that is not there."""
    source = bulletin.source
    path = source.path if source else ""
    vi, en = NAMES.get(tag, (tag, tag))
    sentence = message("missing-translation", language=Words(vi, en), tag=tag)
    return Finding(State.MISSING.rule, Severity.ERROR, path, 1, sentence, bulletin.key, tag)


def state_findings(edition: Edition, stands: Standing, today: date, old: Sequence[str] = ()) -> Iterator[Finding]:
    """What the state of one translation has to say; `old` are texts that the source's changed blocks once had."""
    line = edition.line_of("translation")
    checked = edition.translation.checked if edition.translation else None
    if checked is not None and checked > today:
        yield _finding(edition, line, "lock-pending", "checked-later", day=on_day(checked))
    if stands.pending:
        yield _finding(edition, line, "lock-pending", "lock-pending", day=str(checked), key=edition.path)
    rule = stands.state.rule
    if not rule or stands.state is State.ORPHAN:
        return
    if stands.accepted is None:
        yield _finding(edition, line, rule, rule, key=edition.path)
        return
    count = max(len(stands.changed), len(stands.removed))
    parts = {
        "day": on_day(stands.accepted),
        "count": count,
        "lines": _lines(stands),
        "old": _old(old),
        "key": edition.path,
    }
    yield _finding(edition, line, rule, rule, **parts)


def _finding(edition: Edition, line: int, rule: str, name: str, /, **parts: object) -> Finding:
    return Finding(rule, Severity.ERROR, edition.path, line, message(name, **parts), edition.key, edition.locale)


def _lines(stands: Standing) -> Words:
    listed = ", ".join(str(line) for line in stands.changed[:MAX_LISTED])
    if not listed:
        return Words(" (đã bỏ)", " (removed)")
    more = "…" if len(stands.changed) > MAX_LISTED else ""
    return Words(f" (dòng {listed}{more})", f" (lines {listed}{more})")


def _old(texts: Sequence[str]) -> Words:
    if not texts:
        return Words("", "")
    shown = [text if len(text) <= MAX_QUOTED else f"{text[: MAX_QUOTED - 1]}…" for text in texts[:MAX_OLD]]
    vi, en = ", ".join(f"“{text}”" for text in shown), ", ".join(f'"{text}"' for text in shown)
    more = "…" if len(texts) > MAX_OLD else ""
    return Words(f"; trước đây: {vi}{more}", f"; before: {en}{more}")
