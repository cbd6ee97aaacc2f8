"""Bytes of a file → NFC text with its mistakes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bulletin.model.catalogue import message
from bulletin.model.finding import Message

MAX_FILE_BYTES = 256 * 1024
"""An edition of more is no bulletin: it would have 45,000 words, and the check would keep its editor waiting."""

_PLAIN = r"\t\n -~\u00a0-\u00ac\u00ae-\u02ff\u0300-\u034e\u0350-\u036f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e"
_SUSPECT = re.compile(f"[^{_PLAIN}]")
"""Quick filter: every character that is not plainly visible; each hit is then looked at by its category."""
_INVISIBLE = frozenset(("Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"))
_INVISIBLE_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
"""Letters and marks without a width (Default_Ignorable_Code_Point in Unicode's DerivedCoreProperties.txt)."""
_COMBINING = re.compile(r"[^\x00-\u02ff]")
_MANY = re.compile(r"[^\x00-\u02ff]{31,}")
MAX_MARKS = 30
"""Marks on one letter: the Stream-Safe Text Format of UAX #15. Composing takes the square of their number."""
_MOST = 100
"""Findings of one kind in one file: what a wrong program wrote needs no longer list."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong at a line of a file."""

    line: int
    """1-based."""
    message: Message
    is_warning: bool = False
    """Whether an edition can be published all the same."""


def decode(data: bytes) -> tuple[str | None, list[Flaw]]:
    """Read bytes as UTF-8, with line feeds only and in NFC; None where they are no such text.

    The rules are those of content.md, "Text".
    """
    if len(data) > MAX_FILE_BYTES:
        return None, [Flaw(1, message("file-too-large", found=len(data), limit=MAX_FILE_BYTES))]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        return None, [Flaw(line, message("not-utf8", column=column, byte=f"{data[error.start]:02x}"))]
    flaws = []
    if text.startswith("\ufeff"):
        flaws.append(Flaw(1, message("byte-order-mark")))
        text = text[1:]
    text = text.replace("\r\n", "\n")
    if (crowded := _crowded_line(text)) is not None:
        return None, [*flaws, Flaw(crowded, message("too-many-marks", limit=MAX_MARKS))]
    flaws += character_flaws(text)
    return unicodedata.normalize("NFC", text), flaws


def character_flaws(text: str, first_line: int = 1) -> list[Flaw]:
    """Every line with an invisible character or with letters that are not composed."""
    flaws = list(_invisible(text, first_line))
    if _COMBINING.search(text) and not unicodedata.is_normalized("NFC", text):
        flaws += islice(_decomposed(text, first_line), _MOST)
    return flaws


def _crowded_line(text: str) -> int | None:
    """The 1-based line on which a letter carries more marks than any language writes."""
    for match in _MANY.finditer(text):
        run = 0
        for at, character in enumerate(match.group(), match.start()):
            run = run + 1 if unicodedata.combining(character) else 0
            if run > MAX_MARKS:
                return text.count("\n", 0, at) + 1
    return None


def _decomposed(text: str, first_line: int) -> Iterator[Flaw]:
    for number, line in enumerate(text.split("\n"), first_line):
        if not unicodedata.is_normalized("NFC", line):
            word = next(w for w in line.split(" ") if not unicodedata.is_normalized("NFC", w))
            yield Flaw(number, message("not-nfc", text=unicodedata.normalize("NFC", word)))


def _invisible(text: str, first_line: int) -> Iterator[Flaw]:
    seen: set[tuple[int, str]] = set()
    line, counted = first_line, 0
    for match in _SUSPECT.finditer(text):
        character = match.group()
        if unicodedata.category(character) not in _INVISIBLE and character not in _INVISIBLE_LETTERS:
            continue
        line += text.count("\n", counted, match.start())
        counted = match.start()
        if (line, character) in seen:
            continue
        seen.add((line, character))
        if len(seen) > _MOST:
            return
        name = unicodedata.name(character, "control character")
        yield Flaw(line, message("invisible-character", code=f"U+{ord(character):04X}", name=name))
