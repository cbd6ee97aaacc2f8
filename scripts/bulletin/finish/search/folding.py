"""Text → units, without capitals and diacritics. overrides/assets/search.js does the same with what a reader types.

A unit is a syllable of Vietnamese, the stem of an English word, or a run of digits. Whatever else stands between them
is nothing: `2500/KH-UBND` is three units, however it is written.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass, field
from functools import cache

LONGEST = 40
"""Letters of a unit; what is longer is no word of a language."""
_APOSTROPHE = re.compile(r"['’ʼ](?:s(?![^\W_]))?")
"""With the English genitive."""
_SENTENCE = re.compile(r"[.;:!?…](?=\s)|\n")
"""Where two words stand side by side and mean nothing together."""
_SOLID = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""Scripts that set no space between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese. A letter is a unit."""
_IN_SOLID = re.compile(f"[{_SOLID}]|[^{_SOLID}]+")
_MARK_CODES = 61
_FIRST_CODE = 48
_Y = re.compile(r"(qu|[hklmstv])y")
"""Vietnamese syllables that are written with either i or y: kỹ, kĩ."""
_VOWEL = re.compile(r"[aeiouy]")
_PLAIN = re.compile(r"[a-z]{4,}")


WITHOUT = {
    "en": frozenset(
        (
            *(
                "a",
                "an",
                "and",
                "are",
                "as",
                "at",
                "be",
                "been",
                "but",
                "by",
                "for",
                "from",
                "had",
                "has",
                "have",
                "he",
            ),
            *("her", "his", "if", "in", "into", "is", "it", "its", "no", "not", "of", "on", "or", "she", "so", "than"),
            *("that", "the", "their", "them", "there", "they", "this", "to", "was", "we", "were", "which", "who"),
            *("will", "with", "would", "you"),
        )
    )
}
"""Words that say nothing by themselves: "department of finance" is two units side by side. The index tells the script.

Vietnamese has none: without marks they are other words, too."""


@cache
def _word() -> re.Pattern[str]:
    """Letters and digits with their marks; Python's own class of letters knows none."""
    marks = "".join(re.escape(chr(code)) for code in range(0x300, 0xFFFF) if unicodedata.category(chr(code))[0] == "M")
    return re.compile(f"(?:[^\\W_]|[{marks}])+")


@dataclass(slots=True)
class Folder:
    """Cuts texts of one locale, and keeps what it found of each word."""

    tag: str
    known: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Word → its units, each with the code of its marks."""
    without: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Look up what the locale leaves out."""
        self.without = WITHOUT.get(self.tag, frozenset())

    def sentences(self, text: str) -> list[list[tuple[str, str]]]:
        """The units of a text, sentence by sentence, each with the code of the marks that it bears, if any."""
        plain = _APOSTROPHE.sub("", unicodedata.normalize("NFKC", text).lower())
        return [found for sentence in _SENTENCE.split(plain) if (found := self._units(sentence))]

    def units(self, text: str) -> list[str]:
        """The units of a text, whatever stands between them."""
        return [unit for sentence in self.sentences(text) for unit, _ in sentence]

    def _units(self, text: str) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        for word in _word().findall(text):
            if (units := self.known.get(word)) is None:
                units = self.known[word] = () if word in self.without else tuple(self._cut(word))
            found += units
        return found

    def _cut(self, word: str) -> list[tuple[str, str]]:
        split = unicodedata.normalize("NFKD", word)
        marks = sorted(c for c in split if c in "đð" or unicodedata.category(c)[0] == "M")
        letters = "".join(c for c in split if unicodedata.category(c)[0] != "M").replace("đ", "d").replace("ð", "d")
        code = marks_code(marks)
        parts = [letters] if letters.isascii() else _IN_SOLID.findall(letters)
        return [(sys.intern(stem(part[:LONGEST], self.tag)), code) for part in parts]


def marks_code(marks: list[str]) -> str:
    """One letter for the marks of a word, wherever in it they stand: hòa and hoà bear the same. Empty for none."""
    if not marks:
        return ""
    number = 0
    for mark in marks:
        number = (number * 31 + ord(mark)) % _MARK_CODES
    return chr(_FIRST_CODE + number)


def stem(word: str, tag: str) -> str:
    """What is common to the forms of a word, so that any of them finds the others."""
    if tag == "vi":
        return f"{word[:-1]}i" if _Y.fullmatch(word) else word
    return _english(word) if tag == "en" and _PLAIN.fullmatch(word) else word


def _english(word: str) -> str:
    """Without plural, -ed, -ing and a last e: deliberately little, so that names survive."""
    if word.endswith(("ies", "ied")):
        word = f"{word[:-3]}y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= 3 and _VOWEL.search(rest):  # noqa: PLR2004 - king, need
            word = rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word  # noqa: PLR2004
