"""The order of names in a list, as readers of a language look for them."""

from __future__ import annotations

import unicodedata
from functools import cache

Key = tuple[tuple[tuple[int, int], ...], tuple[int, ...], tuple[bool, ...], str]
"""Letters, then marks, then capitals, then the text itself: what comes first decides first."""

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""Letters of Vietnamese with f, j, w and z in their usual places (CLDR, common/collation/vi.xml)."""
_SHAPES = {
    ("a", "\u0306"): "ă",
    ("a", "\u0302"): "â",
    ("e", "\u0302"): "ê",
    ("o", "\u0302"): "ô",
    ("o", "\u031b"): "ơ",
    ("u", "\u031b"): "ư",
}
"""Letter and mark that are another letter in Vietnamese."""
_TONES = "\u0300\u0309\u0303\u0301\u0323"
"""huyền, hỏi, ngã, sắc, nặng, in that order (vi.xml: `&̀<<̉<<̃<<́<<̣`); no mark (ngang) comes before all."""
_SPACE, _SIGN, _DIGIT, _LETTER, _FOREIGN = range(5)
"""What comes before what, whatever the language (CLDR root)."""


@cache
def sort_key(text: str, tag: str) -> Key:
    """What a text is sorted by: the same for NFC and NFD.

    Vietnamese is sorted as CLDR has it for `vi`: letters of the whole text decide before any tone does. In every other
    language marks decide only between texts of the same letters, and đ is a d with a mark.
    """
    letters: list[tuple[int, int]] = []
    marks: list[int] = []
    capitals: list[bool] = []
    for base, own in _clusters(text):
        small = base.lower()
        left = own
        if tag == "vi":
            shape = next((mark for mark in own if (small, mark) in _SHAPES), "")
            small, left = _SHAPES.get((small, shape), small), own.replace(shape, "", 1)
        elif small == "đ":
            small, left = "d", "đ" + own
        letters.append(_weight(small))
        marks.append(sum(_mark_weight(mark) for mark in left))
        capitals.append(base != base.lower())
    return tuple(letters), tuple(marks), tuple(capitals), unicodedata.normalize("NFC", text)


def initial(text: str, tag: str) -> str:
    """The letter under which a name stands: "Ấm" under Â and "Đô" under Đ in Vietnamese, under A and D elsewhere.

    Empty for a name that begins with no letter.
    """
    kind, number = next(iter(sort_key(text, tag)[0]), (_SPACE, 0))
    if kind == _LETTER:
        return _ALPHABET[number].upper()
    return chr(number).upper() if kind == _FOREIGN else ""


def _clusters(text: str) -> list[tuple[str, str]]:
    """Each character with the marks that stand on it."""
    found: list[tuple[str, str]] = []
    for character in unicodedata.normalize("NFKD", text):
        if unicodedata.combining(character) and found:
            base, marks = found[-1]
            found[-1] = (base, marks + character)
        else:
            found.append((character, ""))
    return found


def _weight(small: str) -> tuple[int, int]:
    place = _ALPHABET.find(small)
    if place >= 0:
        return _LETTER, place
    if small.isdecimal():
        return _DIGIT, unicodedata.digit(small)
    if small.isalpha():
        return _FOREIGN, ord(small[0])
    return (_SPACE, 0) if small.isspace() else (_SIGN, ord(small[0]))


def _mark_weight(mark: str) -> int:
    tone = _TONES.find(mark)
    return tone + 1 if tone >= 0 else ord(mark)
