"""Whether a block is in the other language than its edition's, judged without a model: from syllables and words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import filterfalse

from bulletin.checks import language_words as known
from bulletin.checks.language_quotes import Quoted, split_quoted
from bulletin.checks.language_syllables import is_bare_syllable, is_syllable, unmarked

MIN_SENTENCE = 6
"""Words from which a sentence inside a longer block is judged by itself."""
MIN_PULL_QUOTE = 8
"""Words from which a block that is nothing but a quotation is judged; a shorter one is a title or a saying."""
MAX_QUOTATION = 30
"""Words to which a quotation may stay in the other language: four lines of lục bát verse have 28."""
MAX_GLOSSED = 6
"""Words of a term that a translation in parentheses excuses."""

MAX_PHRASE = 15
"""Words of a heading, a cell or a caption, in which one word decides."""
MAX_DISH = 4
"""Words of a dish or a song."""
MIN_MARKED = 3
"""Words in the other language from which a text is no list of names."""

_OTHER = {"vi": "en", "en": "vi"}
_LABELS = {"vi": known.EN_LABELS, "en": known.VI_LABELS}
PLAIN = 12
"""Words up to which a text is a phrase, which is looked at closely."""
_ENGLISH_ONLY = frozenset(
    (
        *(
            "the",
            "of",
            "and",
            "with",
            "was",
            "were",
            "from",
            "that",
            "which",
            "their",
            "its",
            "this",
            "has",
            "have",
            "had",
        ),
        *("will", "for", "is", "are", "by", "been", "who", "his", "her", "they", "into"),
    )
)
"""English words of running text that are no Vietnamese syllables."""
_MARKED_LOWER = re.compile(r"(?<![^\W\d_])[a-zđ]*[à-ỹăâđêôơưĩũ]")
_STOPS = re.compile(r"[.!?;:…]\s|\n|[“”\"()]")
_UNIT = re.compile(r"(?:[<>≤≥±~]? ?\d[\d.,–-]*[ \xa0]?)?[a-zA-Z°²³%µ][\w°²³%µ]{0,5}(?:/[\w²³]{1,5}){1,2}")
"""mg/l, 60 km/h, VND/kg: the same in every language."""
_ANY_LETTER = re.compile(r"[^\W\d_]")
_TOKENS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…;])\s+|\n")
_LABEL = re.compile(r"\s*([^\W\d_][^:\d]{0,30}):")
_ENGLISH_ENDING = re.compile(
    r".{3,}(?:tions?|sions?|ments?|ness|ings?|ities|ity|ships?|ances?|ences?|ers|ists?|isms?|ously|ally|ed|ies|able"
    r"|ible|ful|less|ous|ives?|ical|ology|['’]s|s['’])"
)
_LATIN_GENUS = re.compile(r"[A-Z][a-z]*(?:us|is|as|es|a|um|on|ys|ps|x)")
_LATIN_SPECIES = re.compile(r"[a-z]{2,}(?:us|is|as|es|a|um|i|ae|on|ax|ex|ens|or|e)")
_ENGLISH_START = re.compile(r"W.*[VC]|W$")
"""Kinds of "Why Diễn Châu?", "About Cờn Temple", "Since"."""
_ENGLISH_OFFICE = re.compile(r"[VX]*V[VX]*CC+")
"""Kinds of "Nghệ An Provincial People's Committee"."""
_MAY = re.compile(r"\b(?:\d+ May|May \d+)\b")
"""The one month of the English year that is a Vietnamese syllable."""
_NOT_BEFORE_NAME = re.compile(r"g(?![VXCNW0])")
_VIETNAMESE_LETTERS = frozenset("ăâđêôơưảẻỉỏủỷãẽĩõũỹạẹịọụỵằắẳẵặầấẩẫậềếểễệồốổỗộờớởỡợừứửữự")
"""Letters that no English word has, not even a borrowed one such as café, naïve, façade or à la carte."""

# What a word tells, one letter each, so that a text is a string in which to count.
_MARKED = "v"  # Vietnamese, with marks
_FUNCTION_VI = "f"  # Vietnamese, with marks, one of the commonest
_PLAIN = "p"  # a Vietnamese syllable without marks, and no English word
_KEPT = "k"  # a dish, a song, a festival: Vietnamese, yet at home in an English text
_PLACE = "g"  # Vietnamese, part of the name or number that follows: a street, a ward
_ENGLISH = "E"  # a common English word, or one with an English ending
_FUNCTION_EN = "w"  # English, one of the commonest
_NAME_FUNCTION_EN = "n"  # English, one of the commonest also in names: the, of
_SYLLABLE_EN = "h"  # common in English, and a Vietnamese syllable that could have lost its marks: the, but, day
_UNKNOWN = "e"  # no Vietnamese syllable
_SHARED = "b"  # an English word that is a Vietnamese syllable too, a loan, a unit, a single letter
_CAPITAL_MARKED = "V"
_CAPITAL_ENGLISH = "C"  # a common English word with a capital
_CAPITAL_FUNCTION_EN = "W"
_ARTICLE = "T"  # The
_CAPITAL_NAMELIKE = "N"  # an English word that names are made of
_CAPITAL = "X"
_NUMBER = "0"
_LOWER_VIETNAMESE = "vfkgp"
_LOWER_ENGLISH = "Ewneh"
_ANY_LOWER_VIETNAMESE = frozenset(_LOWER_VIETNAMESE)
_ANY_LOWER_ENGLISH = frozenset(_LOWER_ENGLISH)
_NO_NAME = frozenset("vfp")  # Vietnamese that is no name, place or dish
_NO_VIETNAMESE_NAME = frozenset("EwneC")


def _listed() -> dict[str, str]:
    """What the listed words in lower case tell; of a word on two lists, as the later one says."""
    kinds = dict.fromkeys(known.EN_SHARED, _SHARED) | dict.fromkeys(known.EN_WORDS, _ENGLISH)
    kinds |= dict.fromkeys(known.EN_FUNCTION, _FUNCTION_EN) | dict.fromkeys(known.EN_NAME_FUNCTION, _NAME_FUNCTION_EN)
    kinds |= {word: _SYLLABLE_EN for word, kind in kinds.items() if kind != _SHARED and is_bare_syllable(word)}
    kinds |= dict.fromkeys(known.LOANS, _SHARED)
    kinds |= {word: _FUNCTION_VI for word in known.VI_FUNCTION if not word.isascii()}
    return kinds | dict.fromkeys(known.PLACE, _PLACE) | dict.fromkeys(known.KEPT | known.KEPT_BARE, _KEPT)


_LISTED = _listed()


def is_foreign(text: str, expected: str, counterpart: str = "") -> bool:  # noqa: PLR0911 - one look after the other
    """Whether a block's plain text is in the other of `vi` and `en` than `expected`, as a whole or in a sentence of it.

    `counterpart` is the aligned block of the other edition, "" if none. Quotations and what stands in parentheses may
    be in either language, and so may names. For other values of `expected` nothing is foreign.
    """
    if expected not in _OTHER:
        return False
    text = unicodedata.normalize("NFC", text)
    if _ANY_LETTER.search(text) is None or _is_plainly(text, expected):
        return False
    if "/" in text and _UNIT.fullmatch(text.strip()):
        return False
    label = _LABEL.match(text) if ":" in text else None
    if label and " ".join(label[1].lower().split()) in _LABELS[expected]:
        return True
    outside, quoted = split_quoted(text)
    tokens = _TOKENS.findall(outside)
    counterpart = unicodedata.normalize("NFC", counterpart)
    if not quoted and _is_plain_phrase(_kinds(tokens), expected):
        return expected == "en" and len(tokens) <= MAX_PHRASE and _has_lost_marks(tokens, _TOKENS.findall(counterpart))
    if _is_glossed(tokens, quoted, expected):
        return False
    if _has_foreign_sentence(outside, tokens, expected):
        return True
    if len(tokens) <= MAX_PHRASE and _is_foreign_phrase(_with_parentheses(tokens, quoted), expected, counterpart):
        return True
    is_pull_quote = not _reads(tokens, expected)
    return any(_is_foreign_quotation(each.text, expected, is_pull_quote=is_pull_quote) for each in quoted)


def _is_plainly(text: str, expected: str) -> bool:
    """Whether a longer text is so plainly in its language that nothing else need be looked at: most are."""
    words = text.lower().split()
    if len(words) <= PLAIN:
        return False
    if expected == "vi":
        return _ENGLISH_ONLY.isdisjoint(words) and 3 * sum(map(str.isascii, words)) <= 2 * len(words)
    if any(map(_MARKED_LOWER.search, filterfalse(str.isascii, text.split()))):
        return False
    sentences = (sentence.split() for sentence in _STOPS.split(text.lower()))
    return all(len(each) < MIN_SENTENCE or not _ENGLISH_ONLY.isdisjoint(each) for each in sentences)


def _is_plain_phrase(kinds: str, expected: str) -> bool:
    """Whether no rule for a phrase or a sentence can find a text foreign, but for marks that it has lost."""
    if expected == "vi":
        return _ANY_LOWER_ENGLISH.isdisjoint(kinds) and not _ANY_LOWER_VIETNAMESE.isdisjoint(kinds)
    return _NO_NAME.isdisjoint(kinds) and not _NO_VIETNAMESE_NAME.isdisjoint(kinds)


def _is_glossed(tokens: list[str], quoted: list[Quoted], expected: str) -> bool:
    """Whether a term, a saying or a verse of the other language is followed by its translation in parentheses."""
    glosses = [_TOKENS.findall(each.text) for each in quoted if not each.is_quotation]
    longest = max((len(gloss) for gloss in glosses if _reads(gloss, expected)), default=0)
    return bool(longest) and (len(tokens) <= MAX_GLOSSED or len(tokens) <= min(2 * longest, MAX_QUOTATION))


def _with_parentheses(tokens: list[str], quoted: list[Quoted]) -> list[str]:
    """The words of a phrase and of its parentheses, which tell as much: "Doanh thu (triệu đồng)"."""
    inside = [_TOKENS.findall(each.text) for each in quoted if not each.is_quotation]
    return [*tokens, *(token for each in inside for token in each)]


def _has_foreign_sentence(text: str, tokens: list[str], expected: str) -> bool:
    """Whether all of the text, or a sentence of at least MIN_SENTENCE words, is in the other language."""
    is_foreign_sentence = _is_vietnamese if expected == "en" else _is_english
    if is_foreign_sentence(_kinds(tokens)):
        return True
    if len(tokens) <= MIN_SENTENCE:
        return False
    sentences = _SENTENCE_ENDS.split(text)
    if len(sentences) == 1:
        return False
    kinds = (_kinds(_TOKENS.findall(sentence)) for sentence in sentences)
    return any(len(each) >= MIN_SENTENCE and is_foreign_sentence(each) for each in kinds)


def _is_foreign_quotation(quoted: str, expected: str, *, is_pull_quote: bool) -> bool:
    """Whether a quotation is too long to stay in the other language, or is translated but for some sentences."""
    text, _ = split_quoted(quoted)
    tokens = _TOKENS.findall(text)
    if len(tokens) < MIN_SENTENCE or not _has_foreign_sentence(text, tokens, expected):
        return False
    if len(tokens) >= (MIN_PULL_QUOTE if is_pull_quote else MAX_QUOTATION):
        return True
    sentences = map(_TOKENS.findall, _SENTENCE_ENDS.split(text))
    return any(len(each) >= MIN_SENTENCE and _reads(each, expected) for each in sentences)


def _reads(tokens: list[str], language: str) -> bool:
    """Whether a text, however short, has words of the language, and more than of the other."""
    kinds = _kinds(tokens)
    vietnamese = _count(kinds, _LOWER_VIETNAMESE)
    english = _count(kinds, _LOWER_ENGLISH)
    if language == "vi":
        return vietnamese > english
    if vietnamese or _is_latin_name(tokens):
        return english > vietnamese
    return english > 0 or "C" in kinds or "N" in kinds


def _is_vietnamese(kinds: str) -> bool:
    """Whether a sentence is Vietnamese, with or without marks, rather than English with Vietnamese names and terms."""
    functions = kinds.count(_FUNCTION_VI)
    marked = kinds.count(_MARKED) + functions
    plain = kinds.count(_PLAIN)
    if marked >= MIN_MARKED:
        english = _count(kinds, _LOWER_ENGLISH + "CWT")
        return not english or (functions > 0 and marked > MIN_MARKED and marked + plain >= 4 * english)
    english = _count(kinds, "EwneC")
    if not english:
        return plain > MIN_MARKED or (plain == MIN_MARKED and plain + _count(kinds, "bh") >= MIN_SENTENCE)
    return plain > MIN_MARKED and plain >= 4 * english


def _is_english(kinds: str) -> bool:
    """Whether a sentence is English, rather than Vietnamese with English names and terms."""
    content = _count(kinds, "Ee")
    english = _count(kinds, _LOWER_ENGLISH)
    vietnamese = _count(kinds, "vfkg")
    functions = kinds.count(_FUNCTION_EN)
    if vietnamese:
        return english >= MIN_MARKED and english >= 3 * vietnamese and english > kinds.count(_UNKNOWN) + 1
    if english <= kinds.count(_PLAIN):
        return False
    if content and english > kinds.count(_UNKNOWN) and english > 1:
        return True
    return functions > 1 or (functions > 0 and _count(kinds, "EhCW") > 0)


def _is_foreign_phrase(tokens: list[str], expected: str, counterpart: str) -> bool:
    """Whether a heading, a cell or a caption of a few words is in the other language."""
    if not tokens:
        return False
    others = _TOKENS.findall(counterpart)
    if expected == "en":
        return _has_lost_marks(tokens, others) or _is_vietnamese_phrase(tokens, others)
    return _is_english_phrase(tokens, others) or _is_english_heading(tokens)


def _is_vietnamese_phrase(tokens: list[str], others: list[str]) -> bool:
    kinds = _kinds(tokens)
    lowered = [token.lower() for token in tokens]
    if _count(kinds, "EwneC") or (lowered[0] in known.KEPT_HEADS and len(tokens) <= MAX_DISH):
        return False
    if _count(kinds, "vf") or kinds.count(_PLAIN) >= MIN_MARKED:
        return True
    is_repeated = lowered == [other.lower() for other in others]
    if _count(kinds, "pk"):
        return (_PLAIN in kinds and is_repeated) or _begins_as_noun(kinds, lowered)
    return tokens[0][0].isalpha() and _is_common_vietnamese(lowered, is_repeated=is_repeated)


def _begins_as_noun(kinds: str, lowered: list[str]) -> bool:
    """Whether a phrase begins with a common noun of its own, with marks: "Giá trung bình"."""
    return kinds[0] == _CAPITAL_MARKED and (lowered[0] in known.VI_WORDS or " ".join(lowered[:2]) in known.VI_PHRASES)


def _has_lost_marks(tokens: list[str], others: list[str]) -> bool:
    """Whether the words are the Vietnamese edition's own, some in lower case, but for their marks."""
    if len(tokens) != len(others):
        return False
    pairs = list(zip(tokens, others, strict=True))
    if any(unmarked(each) != unmarked(other) for each, other in pairs):
        return False
    return any(each != other and other.islower() and other not in known.KEPT for each, other in pairs)


def _is_common_vietnamese(lowered: list[str], *, is_repeated: bool) -> bool:
    """Whether a phrase in capitals is made of common nouns, as no name is."""
    word = lowered[0]
    if all(each.isdigit() for each in lowered[1:]) and (len(lowered) == 1 or word not in known.PLACE):
        return word in known.VI_WORDS and (word != unmarked(word) or is_repeated)
    at = 0
    while at < len(lowered):
        if " ".join(lowered[at : at + 2]) in known.VI_PHRASES:
            at += 2
        elif at and (lowered[at] in known.VI_FUNCTION or lowered[at].isdigit()):
            at += 1
        else:
            return False
    return True


def _is_english_phrase(tokens: list[str], others: list[str]) -> bool:
    """Whether a phrase is English by a word in lower case."""
    kinds = _kinds(tokens)
    if _count(kinds, "vfkg"):
        return False
    if _ENGLISH in kinds or _SYLLABLE_EN + _SYLLABLE_EN in kinds:
        return True
    is_repeated = [each.lower() for each in tokens] == [each.lower() for each in others]
    if _UNKNOWN in kinds and not _is_latin_name(tokens):
        return is_repeated or not _count(kinds, _PLAIN + _CAPITAL_MARKED)  # "Tấm silic"
    return _FUNCTION_EN in kinds and _PLAIN not in kinds and (is_repeated or kinds[0] in "CNWTX0")


def _is_english_heading(tokens: list[str]) -> bool:
    """Whether a phrase is English by its words in capitals, and no name: "Fishing Fleet", "Thành Vinh Ward"."""
    kinds = _kinds(tokens)
    if _count(kinds, "vfkgpe"):
        return False
    if _ENGLISH_START.match(kinds) or _ENGLISH_OFFICE.fullmatch(kinds) or _MAY.search(" ".join(tokens)):
        return True
    if kinds[-1] in "CN" and tokens[-1].lower() in known.EN_PLACE and set(kinds[:-1]) <= {_CAPITAL_MARKED, _CAPITAL}:
        return _CAPITAL_MARKED in kinds
    links = zip(kinds, tokens[1:], strict=False)
    if any(kind == _CAPITAL_ENGLISH and following in known.EN_LINKS for kind, following in links):
        return True  # "Conference in Warsaw", not "The State of World Fisheries"
    # "Decree 118/2025/NĐ-CP", "Price (VND)": codes are no names.
    others = {kind for token, kind in zip(tokens, kinds, strict=True) if not token.isupper() or token == tokens[0]}
    return _CAPITAL_ENGLISH in kinds and not others & {_CAPITAL, _CAPITAL_MARKED, _ARTICLE}


def _is_latin_name(tokens: list[str]) -> bool:
    """Whether the words that are no Vietnamese ones are the second halves of species: "Penaeus monodon"."""
    kinds = _kinds(tokens)
    at = kinds.find(_UNKNOWN)
    return at > 0 and all(
        _LATIN_SPECIES.fullmatch(token)
        and (_LATIN_GENUS.fullmatch(tokens[place - 1]) or _LATIN_SPECIES.fullmatch(tokens[place - 1]))
        for place, (token, kind) in enumerate(zip(tokens, kinds, strict=True))
        if kind == _UNKNOWN
    )


def _count(kinds: str, wanted: str) -> int:
    return sum(map(kinds.count, wanted))


def _kinds(tokens: list[str]) -> str:
    kinds = "".join(map(_kind, tokens))
    return _NOT_BEFORE_NAME.sub(_MARKED, kinds) if _PLACE in kinds else kinds


@lru_cache(maxsize=1 << 16)
def _kind(token: str) -> str:
    """What a word tells of its language: one of the letters above."""
    if token[0].isdigit():
        return _NUMBER
    return _lower_kind(token) if token.islower() else _capital_kind(token)


def _lower_kind(word: str) -> str:
    listed = _LISTED.get(word)
    if listed:
        return listed
    parts = re.split(r"['’-]", word)
    if (len(word) == 1 and word.isascii()) or not all(part.isalpha() for part in parts):  # x, m²
        return _SHARED
    if _is_marked(word):
        return _MARKED
    if all(map(is_bare_syllable, parts)):
        return _PLAIN
    return _ENGLISH if _is_common_english(word) or _ENGLISH_ENDING.fullmatch(word) else _UNKNOWN


def _capital_kind(word: str) -> str:
    lowered = word.lower()
    if _is_marked(lowered):
        return _CAPITAL_MARKED
    if word == "The" or not word[0].isupper():  # iPhone, eKYC, kWh
        return _ARTICLE if word == "The" else _SHARED
    if lowered in known.LOANS or lowered in known.EN_NAMELIKE:
        return _CAPITAL_NAMELIKE
    if _is_common_english(lowered.replace("’", "'")):
        return _CAPITAL_ENGLISH
    is_function = lowered in known.EN_FUNCTION - known.EN_NAME_FUNCTION and not is_bare_syllable(lowered)
    return _CAPITAL_FUNCTION_EN if is_function else _CAPITAL


def _is_common_english(word: str) -> bool:
    """Whether a word or what it is the plural of is listed."""
    return word in known.EN_WORDS or any(
        word.endswith(ending) and word.removesuffix(ending) in known.EN_WORDS for ending in ("s", "es")
    )


def _is_marked(word: str) -> bool:
    return not word.isascii() and (not _VIETNAMESE_LETTERS.isdisjoint(word) or is_syllable(word))
