"""Numbers spelled out, and in Roman numerals: written for the tests alone, from grammars, not from the tables of the code."""

from __future__ import annotations

from tests.checks.forms.said import unique

_VI = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_NAMES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_EN = _NAMES.split()
_TENS = ("", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def vietnamese(number: int) -> tuple[str, ...]:
    """A number from 1 to 999 in words: with mốt, tư, lăm or nhăm, and linh or lẻ."""
    hundreds, rest = divmod(number, 100)
    below = _vietnamese_tens(rest) if rest else ("",)
    if not hundreds:
        return below
    head = f"{_VI[hundreds]} trăm"
    if not rest:
        return (head,)
    links = ("linh ", "lẻ ") if rest < 10 else ("",)
    return unique(f"{head} {link}{tail}" for link in links for tail in below)


def _vietnamese_tens(number: int) -> tuple[str, ...]:
    tens, units = divmod(number, 10)
    if not tens:
        return (_VI[units], "bẩy") if units == 7 else (_VI[units],)
    head = "mười" if tens == 1 else f"{_VI[tens]} mươi"
    if not units:
        return (head,)
    tails: tuple[str, ...] = (_VI[units],)
    if units == 5:
        tails = ("lăm",) if tens == 1 else ("lăm", "nhăm")
    elif tens > 1 and units in (1, 4):
        tails = ("mốt",) if units == 1 else ("tư", "bốn")
    return tuple(f"{head} {tail}" for tail in tails)


def english(number: int) -> tuple[str, ...]:
    """A number from 1 to 999 in words: "forty-five" or "forty five", with or without "and", "a hundred"."""
    hundreds, rest = divmod(number, 100)
    below = _english_tens(rest) if rest else ("",)
    if not hundreds:
        return below
    heads = [f"{_EN[hundreds]} hundred", *(["a hundred"] if hundreds == 1 else [])]
    if not rest:
        return unique(heads)
    return unique(f"{head} {link}{tail}" for head in heads for link in ("and ", "") for tail in below)


def _english_tens(number: int) -> tuple[str, ...]:
    tens, units = divmod(number, 10)
    if number < 20:
        return (_EN[number],)
    if not units:
        return (_TENS[tens],)
    return (f"{_TENS[tens]}-{_EN[units]}", f"{_TENS[tens]} {_EN[units]}")


def english_ordinal(number: int) -> str:
    """The ordinal of a number from 1 to 99 in words."""
    words = english(number)[0]
    head, dash, last = words.rpartition("-")
    ending = _ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return f"{head}{dash}{ending}"


def english_suffix(number: int) -> str:
    """1st, 2nd, 13th, 21st."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def roman(number: int) -> str:
    """A number from 1 to 39."""
    found = ""
    for value, letters in _ROMAN:
        while number >= value:
            found, number = found + letters, number - value
    return found
