"""Text of one edition left standing in the other."""

import re
import unicodedata
from collections.abc import Iterator
from random import Random

from tests.quality.planting.bundles import FILES, Locale, other
from tests.quality.planting.fault import Edit, Fault, make
from tests.quality.planting.letters import LOWER
from tests.quality.planting.pairs import Facing, Pair

RULE = "untranslated-block"
WORDS = 4
"""A block with fewer words may be a name."""
MARKED = re.compile(rf"(?<!\w)(?=[a-z]*[^\Wa-zA-Z\d_])[{LOWER}]+(?!\w)")
"""A lower-case word that only Vietnamese writes so."""
ENGLISH = re.compile(
    r"\b(?:the|of|and|to|in|for|on|at|with|from|by|is|are|was|were|has|have|had|will|be|been|its|their|that|this|it|as|"
    r"an|who|which|more|than|after|before|between|about|per|new|over|under|up|down|people|province|provincial)\b"
)
LABELS = re.compile(r"\[\^[^\]]+\]")


def _is_of(text: str, locale: Locale) -> bool:
    """Whether a text is plainly in that language, and more than names."""
    words = re.findall(r"[^\W\d_]+", text)
    if len(words) < WORDS:
        return False
    marked, english = len(MARKED.findall(text)), len(ENGLISH.findall(text))
    lower = sum(word[0].islower() for word in words)
    return marked >= 3 and marked > english if locale == "vi" else lower >= 3 and english >= 1 and english > marked


def without_diacritics(text: str) -> str:
    """Vietnamese as it is typed without its marks."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare.replace("đ", "d").replace("Đ", "D"))


def _field(pair: Pair, face: Facing, text: str) -> tuple[str, bool]:
    """The text as it may stand between the quotes, or bare, of a field; False if it may not."""
    whole = pair.bundle.text(face.locale)
    mark = whole[face.here.start - 1]
    if mark in "\"'":
        return text, mark not in text and "\\" not in text
    return f'"{text}"', '"' not in text and "\\" not in text


def untranslated(pair: Pair, face: Facing, _rng: Random) -> Iterator[Fault]:
    """A whole field, paragraph, item, cell, heading … in the words of the other edition."""
    far = other(face.locale)
    text = face.counterpart.strip()
    own = LABELS.findall(face.text) == LABELS.findall(text) and face.text.count("](") == text.count("](")
    if not own or not _is_of(text, far) or not _is_of(face.text, face.locale) or text == face.text:
        return
    text = text.replace(FILES[far], FILES[face.locale])
    at = face.here
    for kind, new in (("copied", text), ("without-diacritics", without_diacritics(text))):
        fits = True
        if kind == "without-diacritics" and (face.locale == "vi" or "](" in text):
            continue
        if at.block < 0:
            new, fits = _field(pair, face, new)  # noqa: PLW2901
        elif at.place in {"alt", "caption", "admonition"}:
            fits = '"' not in new and "]" not in new
        if fits and "|" not in new:
            yield make(
                pair.bundle,
                face.locale,
                RULE,
                f"{kind}-{at.place}" if kind == "copied" else kind,
                at.place,
                [Edit(at.start, at.end, new)],
            )
