"""Bytes of a file → NFC text with its mistakes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bulletin.model.catalogue import message
from bulletin.model.finding import Message

MAX_FILE_BYTES = 1024 * 1024
"""An edition of more than a mebibyte is no bulletin: at 700 words a page it would be two hundred pages."""

_SUSPECT = re.compile(r"[^\t\n -~\u00a0-\u00ac\u00ae-\u02ff\u0300-\u036f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]")
"""Quick filter: every character that is not plainly visible; each hit is then looked at by its category."""
_INVISIBLE = frozenset(("Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"))
_COMBINING = re.compile(r"[^\x00-\u02ff]")


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong at a line of a file."""

    line: int
    """1-based."""
    message: Message
    is_warning: bool = False
    """Whether an edition can be published all the same."""


def decode(data: bytes) -> tuple[str | None, list[Flaw]]:
    """Read bytes as UTF-8 with `\\n` line ends, in NFC; None where they are no such text.

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
    flaws += character_flaws(text)
    return unicodedata.normalize("NFC", text), flaws


def character_flaws(text: str, first_line: int = 1) -> list[Flaw]:
    """Every line with an invisible character or with letters that are not composed."""
    flaws = list(_invisible(text, first_line))
    if _COMBINING.search(text) and not unicodedata.is_normalized("NFC", text):
        for number, line in enumerate(text.split("\n"), first_line):
            if not unicodedata.is_normalized("NFC", line):
                word = next(w for w in line.split(" ") if not unicodedata.is_normalized("NFC", w))
                flaws.append(Flaw(number, message("not-nfc", text=unicodedata.normalize("NFC", word))))
    return flaws


def _invisible(text: str, first_line: int) -> Iterator[Flaw]:
    seen: set[tuple[int, str]] = set()
    for match in _SUSPECT.finditer(text):
        character = match.group()
        if unicodedata.category(character) not in _INVISIBLE:
            continue
        line = first_line + text.count("\n", 0, match.start())
        if (line, character) in seen:
            continue
        seen.add((line, character))
        if len(seen) > 100:  # noqa: PLR2004 - a binary file needs no longer list
            return
        name = unicodedata.name(character, "control character")
        yield Flaw(line, message("invisible-character", code=f"U+{ord(character):04X}", name=name))
