"""Quick looks that spare longer ones: with each switched off, everything is found as it is with it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module

import pytest
from bulletin.checks.alignment import align, features_of
from bulletin.checks.facts import read_facts
from bulletin.checks.language import is_foreign
from bulletin.checks.lexicon import placed_words
from bulletin.checks.references import read_references, without_references
from bulletin.model.block import Block, BlockKind
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

MANY = settings(
    max_examples=120,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
NUMBERS = (
    "0912 345 678", "(0238) 3844 123", "+84 238", "1900 1234", "1.250/1.300", "15.3.2026", "15. 3", "8.30", "8,30", "6,5",
    "47.000", "1.250,5", "2026-03-15", "15/3", "15-18", "12", "4", "3", "1", "0", "24/7", "2025-26", "1.2.3", "72/2025/NĐ-CP",
    "18-NQ/TW", "số 12/BC", "$50m", "Q2", "1990s", "21st", "8h30",
)  # fmt: skip
WORDS = (
    "tháng", "Tháng 3", "giờ", "g", "h", "phút chiều", "ngày", "năm", "Ba", "ba", "hai mươi", "nghìn", "triệu", "tỷ đồng", "tấn", "ha",
    "phần ba", "phần trăm", "âm", "rưỡi", "lần", "gấp", "quý II", "đến", "và", "tr", "k", "%", "°C", "mg/l", "(triệu đồng)", "Đơn vị: ha",
    "a.m.", "p.m.", "noon", "Midnight", "o'clock", "of March", "March", "may", "day of May", "million", "hundred", "and a half",
    "of a percentage point", "below zero", "the", "minus", "negative", "per cent", "tonnes", "thousand", "two", "twenty", "a", "dozen",
    "third", "lúa", "gạo", "xuất khẩu", "Giá", "giá cả", "Nghệ An", "People's Committee", "Why", "the harvest", "harvested", "exports",
    "Penaeus monodon", "banh mi", "bánh mì", "Cua Lo", "Cửa Lò", "được mùa", "không", "in Warsaw", "iPhone", "VND", "đã", "nhut", "muot",
    ".", ",", ";", ":", "(", ")", "“", "”", "-", "–", "|", "/", "\n", "\u00a0", "+",
)  # fmt: skip
PHRASES = (
    "âm 5 °C", "dưới âm hai độ", "minus 4 degrees", "negative three", "ngày 15 tháng 3", "15 tháng Ba", "12 giờ trưa", "8 g 30", "15 March 2026",
    "15 of March", "15th day of May", "8 a.m.", "12 noon", "2 đến ba nghìn tấn", "2 to three thousand tonnes", "47.000/50.000", "15.3.2026",
    "Giá lúa gạo đã tăng và được mùa", "the price of rice has risen since May", "ngày 3.2", "8.30 a.m.", "5 ngàn", "3 tỷ 200 triệu đồng",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from((*NUMBERS, *WORDS)) | st.sampled_from(PHRASES), max_size=24).flatmap(
    lambda words: st.sampled_from((" ".join(words), "".join(words), " ".join(words[:5])))
)


class Everything(dict[str, int]):
    """What holds whatever is looked for."""

    def __contains__(self, _: object) -> bool:
        return True


class Four(dict[str, int]):
    """The length of the longest word, whatever it begins with."""

    def get(self, *_: object) -> int:
        return 4


def _facts(text: str) -> object:
    return [read_facts(text, tag) for tag in ("vi", "en")]


def _languages(text: str) -> object:
    return [is_foreign(text, tag, counterpart) for tag in ("vi", "en") for counterpart in ("", text, "Giá lúa")]


def _references(text: str) -> object:
    return read_references(Block(BlockKind.PARAGRAPH, text, text, 1)), without_references(text)


def _words(text: str) -> object:
    placed_words.cache_clear()
    return placed_words(text, "vi")


def _alignment(text: str) -> object:
    """Of two editions that have lost blocks, and others in turned order."""
    parts = [part for part in re.split(r"[.,;:|]", text) if part.strip()]
    sides = (parts, [*parts[2:4], *parts[:1], *parts[3:][::-1]])
    features = [
        [
            features_of(Block(BlockKind.PARAGRAPH, part, part, line), re.findall(r"\d+", part))
            for line, part in enumerate(side)
        ]
        for side in sides
    ]
    return align(*features)


ANYTHING = re.compile("")
FACTS, LANGUAGE = "bulletin.checks.facts", "bulletin.checks.language"
LOOKS = [
    (f"{FACTS}.scanning.amounts:MAGNITUDE_STARTS", defaultdict(Everything), _facts),
    (f"{FACTS}.scanning.amounts:UNIT_STARTS", defaultdict(Everything), _facts),
    (f"{FACTS}.scanning.units:UNIT_STARTS", defaultdict(Everything), _facts),
    (f"{FACTS}.scanning.digits:_DOTTED", ANYTHING, _facts),
    (f"{FACTS}.headings:UNIT_STARTS", defaultdict(Everything), _facts),
    (f"{FACTS}.vietnamese.amounts:THOUSAND", 0, _facts),
    (f"{FACTS}.vietnamese.spelling:THOUSAND", 0, _facts),
    (f"{FACTS}.vietnamese.grammar:Vietnamese.after_digits", Everything(), _facts),
    (f"{FACTS}.vietnamese.grammar:Vietnamese.negative_ends", Everything(), _facts),
    (f"{FACTS}.english.spelling:THOUSAND", 0, _facts),
    (f"{FACTS}.english.grammar:English.after_digits", Everything(), _facts),
    (f"{FACTS}.english.grammar:English.negative_ends", Everything(), _facts),
    (f"{LANGUAGE}:_is_plain_phrase", lambda *_: False, _languages),
    (f"{LANGUAGE}:_ANY_LETTER", ANYTHING, _languages),
    ("bulletin.checks.references:_may_refer", lambda _: True, _references),
    ("bulletin.checks.lexicon:_LONGEST", Four(), _words),
    ("bulletin.checks.alignment:UNKNOWN", 0.0, _alignment),
]


@pytest.mark.parametrize(
    ("look", "off", "found"), [pytest.param(*each, id=each[0].removeprefix("bulletin.checks.")) for each in LOOKS]
)
@MANY
@given(text=TEXTS)
def test_a_quick_look_changes_nothing(look: str, off: object, found: Callable[[str], object], text: str) -> None:
    module, _, name = look.partition(":")
    *owners, attribute = name.split(".")
    owner: object = import_module(module)
    for each in owners:
        owner = getattr(owner, each)
    quick = found(text)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(owner, attribute, off)
        assert found(text) == quick
