"""A part of a sentence, or a sentence, with a value that nothing else states."""

import re
from collections.abc import Iterator
from decimal import Decimal
from random import Random

from tests.quality.planting.bundles import other
from tests.quality.planting.fault import Edit, Fault, make
from tests.quality.planting.letters import UPPER
from tests.quality.planting.masks import masked
from tests.quality.planting.pairs import Facing, Pair
from tests.quality.planting.quantities import Quantity, quantities
from tests.quality.planting.words import loose_values, stated_values

RULE = "value-mismatch"
BRACKETS = re.compile(r"[ \u00a0]\([^()\n]*\)")
CLAUSE = re.compile(
    r", (?:up|down|or|including|an increase of|a rise of|with|tăng|giảm|trong đó có|bằng|chiếm|tương đương|gồm) "
    r"[^,;.()\n“”\"]*?(?:\d[.,]\d[^,;.()\n“”\"]*?)*(?=[.;](?:\s|\Z)|\Z)"
)
END = re.compile(rf"(?<=[.!?])[ ](?=[{UPPER}“\"*\d])")
SHORTENED = re.compile(
    r"(?:\b(?:TP|GS|TS|PGS|ThS|Ths|BS|Dr|Mr|Mrs|Ms|No|Nos|St|a\.m|p\.m|vs|approx|tel|Tel|ext)\.|\b[A-ZĐ]\.)\Z"
)
SENTENCE_LENGTH = 30
"""Shorter sentences are greetings and exclamations."""


def sentences(text: str) -> list[tuple[int, int]]:
    """The spans of a paragraph's sentences, without the space after each."""
    cuts = [m.start() for m in END.finditer(text) if not SHORTENED.search(text[: m.start()])]
    return list(zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(text)], strict=True))


def _only_here(quantity: Quantity, pair: Pair, face: Facing) -> bool:
    """Whether the edition states the value nowhere else, so that to lose it here is to lose it."""
    text = pair.bundle.text(face.locale)
    rest = text[: face.here.start + quantity.start] + "■" + text[face.here.start + quantity.end :]
    return quantity.value not in loose_values(rest, face.locale) and quantity.number not in loose_values(
        rest, face.locale
    )


def _is_restated(quantity: Quantity, face: Facing) -> bool:
    """Whether it converts a sum that stands, or says `100%` where a word says it: no fact goes with it."""
    others = [q for q in quantities(face.text, face.locale) if q.currency and q.currency != quantity.currency]
    whole = quantity.share is not None and quantity.number == 100
    return whole or (quantity.currency is not None and any(q.end < quantity.start for q in others))


def _lost(pair: Pair, face: Facing, start: int, end: int) -> bool:
    """Whether a stretch holds a value that the other edition states once and this one states nowhere else."""
    far = other(face.locale)
    there = stated_values(face.counterpart, far)
    if "■" in masked(face.text[start:end]) or "[" in face.text[start:end]:
        return False
    return any(
        start <= q.start < end
        and q.sure
        and q.value in there
        and q.value > Decimal(2)
        and not _is_restated(q, face)
        and _only_here(q, pair, face)
        for q in quantities(face.text, face.locale)
    )


def parts(pair: Pair, face: Facing, _rng: Random) -> Iterator[Fault]:
    """A bracket, a clause at the end or a whole sentence left out."""
    base = face.here.start

    def fault(kind: str, start: int, end: int) -> Fault:
        return make(pair.bundle, face.locale, RULE, kind, face.place, [Edit(base + start, base + end, "")])

    for kind, pattern in (("bracket-dropped", BRACKETS), ("clause-dropped", CLAUSE)):
        for match in pattern.finditer(face.text):
            if _lost(pair, face, *match.span()):
                yield fault(kind, *match.span())
    spans = sentences(face.text) if face.place in {"paragraph", "item", "quote", "description", "footnote"} else []
    for index, (start, end) in enumerate(spans):
        inner = face.text[start:end]
        whole = all(inner.count(a) == inner.count(b) for a, b in ("()", "“”", "[]")) and inner.count('"') % 2 == 0
        if (
            len(spans) > 1
            and whole
            and "\n" not in inner
            and end - start > SENTENCE_LENGTH
            and _lost(pair, face, start, end)
        ):
            yield (
                fault("sentence-dropped", start, end + 1)
                if index + 1 < len(spans)
                else fault("sentence-dropped", start - 1, end)
            )
