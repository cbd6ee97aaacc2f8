"""Slips in ordinals, centuries, decades, fractions and multiples."""

import re
from collections.abc import Iterator, Mapping
from random import Random

from tests.quality.planting.bundles import Locale, other
from tests.quality.planting.calendar import suffix
from tests.quality.planting.fault import Edit, Fault, make
from tests.quality.planting.masks import masked
from tests.quality.planting.pairs import Facing, Pair

RULE = "value-mismatch"
ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
]
VIETNAMESE = (
    ("nhất", "1", "I"),
    ("hai", "2", "II", "nhì"),
    ("ba", "3", "III"),
    ("tư", "4", "IV"),
    ("năm", "5", "V"),
    ("sáu", "6", "VI"),
    ("bảy", "7", "VII"),
    ("tám", "8", "VIII"),
    ("chín", "9", "IX"),
    ("mười", "10", "X"),
    ("mười một", "11", "XI"),
    ("mười hai", "12", "XII"),
    ("mười ba", "13", "XIII"),
)
ENGLISH_WORD = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|'s|’s|a|very|only) "
    rf"(?P<word>{'|'.join(ORDINALS[1:])})(?= [a-z]+)(?!(?: |-)(?:quarter|half|hand))|\b(?P<digits>\d{{1,3}})(?P<suffix>st|nd|rd|th)\b(?!(?: |-)century| of [A-Z]| [A-Z])"
)
VIETNAMESE_WORD = re.compile(
    r"\b(?:lần thứ|thứ|lần) (?P<word>mười hai|mười một|mười ba|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|\d{1,3}|[IVX]+)"
    r"(?! (?:mươi|hằng tuần|hàng tuần|và thứ))(?!,? (?:ngày )?\d)\b"
)
ROMAN = [
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
    "XVII",
    "XVIII",
    "XIX",
    "XX",
    "XXI",
]
CENTURY: Mapping[Locale, re.Pattern[str]] = {
    "vi": re.compile(
        rf"\b[Tt]hế kỷ (?:thứ )?(?P<century>{'|'.join(sorted(ROMAN, key=len, reverse=True))}|\d{{1,2}})\b"
    ),
    "en": re.compile(
        r"\b(?P<century>\d{1,2}(?:st|nd|rd|th)|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth)"
        r"(?=[ -]century)"
    ),
}
CENTURY_WORDS = ["fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"]
DECADE: Mapping[Locale, re.Pattern[str]] = {
    "vi": re.compile(r"\b(?:thập niên|thập kỷ|những năm) (?P<decade>(?:19|20)?\d0)\b(?!\d)"),
    "en": re.compile(r"\b(?P<decade>(?:19|20)\d0)(?=s\b)"),
}
MULTIPLES: Mapping[str, Mapping[Locale, tuple[tuple[str, str], ...]]] = {
    "half": {
        "vi": (("một nửa", "một phần ba"),),
        "en": ((r"half(?= of\b)", "a third"), (r"(?<=by )half", "a third")),
    },
    "third": {
        "vi": (("một phần ba", "một phần tư"),),
        "en": ((r"a third(?= of| from|,|\.)", "a quarter"), (r"one[ -]third", "one quarter")),
    },
    "fourth": {
        "vi": (("một phần tư", "một phần năm"),),
        "en": ((r"a quarter(?= of| from|,|\.)", "a fifth"), (r"one[ -]quarter", "one fifth")),
    },
    "fifth": {
        "vi": (("một phần năm", "một phần tư"),),
        "en": ((r"a fifth(?= of| from|,|\.)", "a quarter"), (r"one[ -]fifth", "one quarter")),
    },
    "two-thirds": {
        "vi": (("hai phần ba", "ba phần tư"),),
        "en": ((r"two[ -]thirds", "three quarters"),),
    },
    "three-quarters": {
        "vi": (("ba phần tư", "hai phần ba"),),
        "en": ((r"three[ -]quarters", "two thirds"),),
    },
    "two-fifths": {
        "vi": (("hai phần năm", "ba phần năm"),),
        "en": ((r"two[ -]fifths", "three fifths"),),
    },
    "double": {
        "vi": (("gấp đôi", "gấp ba"), ("gấp hai lần", "gấp ba lần")),
        "en": (
            ("doubled", "tripled"),
            ("doubling", "tripling"),
            (r"double(?= the| that| its| last| what)", "triple"),
            (r"twice(?= as| the| that| its)", "three times"),
        ),
    },
    "triple": {
        "vi": (("gấp ba", "gấp đôi"),),
        "en": (("tripled", "doubled"), (r"three times(?= as| the| that| its)", "twice"), ("threefold", "fourfold")),
    },
    "sesqui": {
        "vi": (("gấp rưỡi", "gấp đôi"), ("gấp 1,5 lần", "gấp 2,5 lần")),
        "en": (
            ("one and a half times", "two and a half times"),
            ("half as much again as", "twice as much as"),
            (r"1\.5 times", "2.5 times"),
        ),
    },
    "dozen": {
        "vi": (("một tá", "hai tá"),),
        "en": (("a dozen", "two dozen"),),
    },
}


def _fault(pair: Pair, face: Facing, kind: str, span: tuple[int, int], new: str) -> Fault:
    base = face.here.start
    return make(pair.bundle, face.locale, RULE, kind, face.place, [Edit(base + span[0], base + span[1], new)])


def _rank(word: str) -> int:
    """The number that an ordinal names, 1-based; 0 if none."""
    if word.isdigit():
        return int(word)
    return next((rank for rank, forms in enumerate(VIETNAMESE, 1) if word in forms), 0)


def _english_ranks(text: str) -> set[int]:
    hidden = masked(text)
    ranks = {rank for rank, word in enumerate(ORDINALS, 1) if re.search(rf"\b{word}\b", hidden, re.IGNORECASE)}
    return ranks | {int(n) for n in re.findall(r"\b(\d{1,3})(?:st|nd|rd|th)\b", hidden)}


def _vietnamese_ranks(text: str) -> set[int]:
    return {_rank(m["word"]) for m in VIETNAMESE_WORD.finditer(masked(text))}


def ordinals(pair: Pair, face: Facing, _rng: Random) -> Iterator[Fault]:
    """Another ordinal: the third time for the fourth."""
    english = face.locale == "en"
    there = _vietnamese_ranks(face.counterpart) if english else _english_ranks(face.counterpart)
    sides = (face.near_here, face.near_there) if english else (face.near_there, face.near_here)
    taken = _english_ranks(sides[0]) | _vietnamese_ranks(sides[1])
    for match in (ENGLISH_WORD if english else VIETNAMESE_WORD).finditer(masked(face.text)):
        word = match["word"]
        rank = (ORDINALS.index(word) + 1 if word else int(match["digits"])) if english else _rank(word)
        new = rank + 1
        if rank not in there or new in taken or rank < 1 or new > len(ORDINALS) + 87 * (not word or word.isdigit()):
            continue
        if english:
            name = "word" if word else "digits"
            text = ORDINALS[new - 1] if word else f"{new}{suffix(new)}"
            span = match.span("word") if name == "word" else (match.start("digits"), match.end("suffix"))
        else:
            forms = VIETNAMESE[rank - 1] if rank <= len(VIETNAMESE) else ()
            text = str(new) if word.isdigit() else VIETNAMESE[new - 1][forms.index(word) % 3]
            span = match.span("word")
        yield _fault(pair, face, "ordinal", span, text)


def _century(word: str) -> int:
    if word in ROMAN:
        return ROMAN.index(word) + 1
    return CENTURY_WORDS.index(word) + 15 if word in CENTURY_WORDS else int(re.sub(r"\D", "", word))


def centuries(pair: Pair, face: Facing, _rng: Random) -> Iterator[Fault]:
    """Another century or decade."""
    far = other(face.locale)
    near = ((face.near_here, face.locale), (face.near_there, far))
    there = {_century(m["century"]) for m in CENTURY[far].finditer(face.counterpart)}
    taken = {_century(m["century"]) for text, locale in near for m in CENTURY[locale].finditer(text)}
    for match in CENTURY[face.locale].finditer(face.text):
        word, century = match["century"], _century(match["century"])
        new = century - 1
        if century in there and new not in taken and (word not in CENTURY_WORDS or word != CENTURY_WORDS[0]):
            if word in ROMAN:
                text = ROMAN[new - 1]
            else:
                text = (
                    CENTURY_WORDS[new - 15]
                    if word in CENTURY_WORDS
                    else f"{new}{suffix(new) if word[-1].isalpha() else ''}"
                )
            yield _fault(pair, face, "century", match.span("century"), text)
    decades = {m["decade"][-2:] for m in DECADE[far].finditer(face.counterpart)}
    taken_decades = {m["decade"][-2:] for text, locale in near for m in DECADE[locale].finditer(text)}
    for match in DECADE[face.locale].finditer(face.text):
        decade = match["decade"]
        new_decade = f"{int(decade[-2]) + (-1 if decade[-2] > '0' else 1)}0"
        if decade[-2:] in decades and new_decade not in taken_decades:
            yield _fault(pair, face, "decade", match.span("decade"), decade[:-2] + new_decade)


def _says(key: str, text: str, locale: Locale) -> bool:
    return any(re.search(rf"\b{form}", text, re.IGNORECASE) for form, _ in MULTIPLES[key][locale])


def multiples(pair: Pair, face: Facing, _rng: Random) -> Iterator[Fault]:
    """Another fraction or multiple in words."""
    far = other(face.locale)
    for key, forms in MULTIPLES.items():
        if not _says(key, face.counterpart, far):
            continue
        for form, new in forms[face.locale]:
            for match in re.finditer(rf"\b{form}\b(?! (?:rưỡi|mươi))", face.text):
                if new not in face.near_here:
                    yield _fault(pair, face, "multiple", match.span(), new)
