"""The words of a text, and the key under which all right spellings of a word are found."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from unicodedata import normalize

from bulletin.checks.alignment import folded

TOKEN = re.compile(
    r"[\w'’]+"
    r"|(?<!\bTP)(?<!\bTp)(?<!\bTX)(?<!\bTx)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bGS)(?<!\bTS)\."
    r"|,(?!\s+(?:and|và)\b|\s*&)|[&;:!?…()\[\]{}\"“”«»|/\\<>=*#@+]"
)
"""A word, or a mark over which no name goes. Hyphens, dashes and footnotes are none: "Thừa Thiên - Huế" is one name."""
MARKS = frozenset('.,&;:!?…()[]{}"“”«»|/\\<>=*#@+')
"""What of it is no word."""
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_POSSESSIVE = re.compile(r"['’]s$")
_AMERICAN = {"programme": "program", "centre": "center", "labour": "labor", "defence": "defense", "harbour": "harbor"}
_SIBILANTS = ("ses", "xes", "ches", "shes", "zes")
_NO_PLURALS = ("ss", "us", "is")
_QUOTES = dict.fromkeys('"“”«»', '"')
_CACHED = 50_000
MIN_PLURAL = 4
"""Letters of the shortest word that may be a plural."""


def word_set(text: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(text.split())


def any_of(*tables: str) -> re.Pattern[str]:
    """Any of the patterns of some tables, which a comma and a space or line part, as whole words and in any case."""
    patterns = "|".join(each.strip() for table in tables for each in re.split(r",\s", table) if each.strip())
    return re.compile(rf"(?<!\w)(?:{patterns})(?!\w)", re.IGNORECASE)


def is_capital(word: str) -> bool:
    """Whether a word begins as names do."""
    return word.lstrip("'’")[:1].isupper()


def vietnamese_key(word: str) -> str:
    """A syllable in lower case, its tone behind it: "hoà" and "hòa" are one, "ma" and "mã" are not."""
    word = word.lower().strip("'’") or word
    if word.isascii():
        return "và" if word == "&" else _QUOTES.get(word, word)
    plain = normalize("NFD", word)
    return normalize("NFC", _TONES.sub("", plain)) + "".join(_TONES.findall(plain)) if word != "và" else word


def english_key(word: str) -> str:
    """A word without diacritics, possessive and plural, in American spelling."""
    return singular(folded(_bare(word)))


def plain_key(word: str) -> str:
    """A word of any other language, without diacritics."""
    word = _bare(word)
    return folded(word)


class Keys(dict[str, str]):
    """Word → key, for a locale; every word is worked out once."""

    def __init__(self, tag: str) -> None:
        self.make: Callable[[str], str] = {"vi": vietnamese_key, "en": english_key}.get(tag, plain_key)

    def __missing__(self, word: str) -> str:
        """Work a key out."""
        if len(self) > _CACHED:
            self.clear()
        key = self[word] = self.make(word)
        return key


def without_possessive(word: str) -> str:
    """A word without what makes it English possessive, and without a closing quotation mark."""
    return _POSSESSIVE.sub("", word.rstrip("'’")) or word


def _bare(word: str) -> str:
    word = without_possessive(word.lower()).lstrip("'’") or word
    return "and" if word == "&" else _QUOTES.get(word, word)


@lru_cache(maxsize=_CACHED)
def singular(word: str) -> str:
    """An English noun without its plural ending, crudely: both sides of a comparison are treated alike."""
    word = _AMERICAN.get(word, word).replace("isation", "ization")
    if len(word) < MIN_PLURAL or word[-1] != "s" or word.endswith(_NO_PLURALS):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    word = word[:-2] if word.endswith(_SIBILANTS) else word[:-1]
    return _AMERICAN.get(word, word)


@lru_cache(maxsize=_CACHED)
def has_right_marks(found: str, wanted: str, tag: str, *, is_exact: bool) -> bool:
    """Whether a word with the key of another also has its diacritics; outside Vietnamese it may have none at all."""
    if tag == "vi":
        return True
    word = _bare(found)
    if not is_exact and word.isascii():
        return True
    right = _bare(wanted)
    return singular(word) == singular(right) or vietnamese_key(word) == vietnamese_key(right)


def passage_key(word: str) -> str:
    """A word as it is compared across languages: in lower case, without diacritics or possessive."""
    return folded(word.removesuffix("’s").removesuffix("'s"))
