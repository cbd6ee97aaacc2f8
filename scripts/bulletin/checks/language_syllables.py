"""Vietnamese syllables: whether letters can be one, with its marks or without them.

Onset × rhyme × tone. On which vowel the tone mark stands (hòa, hoà) is no matter.
"""

from __future__ import annotations

import unicodedata
from functools import cache

LONGEST = 7
"""Letters of the longest syllable, nghiêng."""


def _letters(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}
_STOPS = ("c", "ch", "p", "t")
"""Finals that carry sắc or nặng only."""

_ANY = _letters("""
b d đ h l m n nh ph r s t th tr v x ch kh
""")
"""Onsets before any vowel; the others are spelt one way before i, e, ê, y and another before the rest."""
_BEFORE_FRONT = ["k", "gh", "ngh"]
_BEFORE_REST = ["c", "g", "ng"]
_RHYMES = _letters("""
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch
êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oc oi om on ong op ot oong ô ôc ôi ôm
ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưng ưt ưu ươc ươi ươm
ươn ương ươp ươt ươu oa oac oach oai oam oan oang oanh oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet uân uâng uât
uây uê uêch uênh uơ uy uya uych uyn uynh uyt uyp uyu uyên uyêt y
""")
_WITHOUT_ONSET = _letters("""
yêm yên yêng yêt yêu
""")
_AFTER_QU = _letters("""
a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât ây e en eo et ê êch ên ênh êt êu it ơ ơi ơn ơt y
ych yn ynh yt yên yêt ôc ôi
""")


def _shapes() -> frozenset[str]:
    shapes = {onset + rhyme for onset in ["", *_ANY] for rhyme in _RHYMES}
    for rhyme in _RHYMES:
        shapes |= {onset + rhyme for onset in (_BEFORE_FRONT if rhyme[0] in "ieêy" else _BEFORE_REST)}
    shapes |= set(_WITHOUT_ONSET)
    shapes |= {f"qu{rhyme}" for rhyme in _AFTER_QU}
    shapes |= {f"gi{rhyme}".replace("gii", "gi") for rhyme in _RHYMES} | {"giêng", "giêc"}
    return frozenset(shapes | {"pa", "pi", "pin", "pô"})


_SHAPES = _shapes()


def unmarked(text: str) -> str:
    """The text in lower case without tone marks, hats, horns and bars: "Đường" is "duong"."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


_BARE_SHAPES = frozenset(unmarked(shape) for shape in _SHAPES)


@cache
def _toneless(letter: str) -> tuple[str, str]:
    """A letter without its tone, and the tone or nothing."""
    decomposed = unicodedata.normalize("NFD", letter)
    tone = next((mark for mark in decomposed if mark in _TONES), "")
    return unicodedata.normalize("NFC", decomposed.replace(tone, "") if tone else decomposed), tone


def is_syllable(word: str) -> bool:
    """Whether a word in lower case, written with its marks, is one that Vietnamese could have."""
    if len(word) > LONGEST:
        return False
    letters, tones = zip(*map(_toneless, word), strict=True)
    shape, tone = "".join(letters), "".join(tones)
    if shape not in _SHAPES or len(tone) > 1:
        return False
    return not shape.endswith(_STOPS) or tone in {"\u0301", "\u0323"}


def is_bare_syllable(word: str) -> bool:
    """Whether letters in lower case without marks are a syllable that lost its marks, or never had any."""
    return word in _BARE_SHAPES
