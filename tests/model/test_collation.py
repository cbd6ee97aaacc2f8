"""Names in the order in which readers look for them."""

from __future__ import annotations

import unicodedata

import pytest
from bulletin.model.collation import initial, sort_key
from hypothesis import given
from hypothesis import strategies as st

ALPHABET = [*"aăâbcdđeêghiklmnoôơpqrstuưvxy"]
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VOWELS = "aăâeêioôơuưy"
NAMES = st.text(st.sampled_from("aăâđdeêghioôơuưyAĂÂĐ \u0300\u0309\u0303\u0301\u0323-1"), max_size=8)


def in_order(texts: list[str], tag: str = "vi") -> list[str]:
    return sorted(texts, key=lambda text: sort_key(text, tag))


def test_letters_stand_as_in_the_alphabet() -> None:
    assert in_order(ALPHABET[::-1]) == ALPHABET
    assert in_order(["Đà Nẵng", "Dương", "Ông", "Ăn", "Zürich", "An", "Ẩn"]) == [
        "An", "Ăn", "Ẩn", "Dương", "Đà Nẵng", "Ông", "Zürich",
    ]  # fmt: skip


@pytest.mark.parametrize("vowel", VOWELS)
def test_tones_stand_as_ngang_huyen_hoi_nga_sac_nang(vowel: str) -> None:
    toned = [unicodedata.normalize("NFC", vowel + tone) for tone in TONES]
    assert in_order(toned[::-1]) == toned


def test_letters_of_the_whole_name_decide_before_tones() -> None:
    assert in_order(["Bá Vì", "Bà Rịa", "Ba Vì", "Ba Đình"]) == ["Ba Đình", "Bà Rịa", "Ba Vì", "Bá Vì"]


def test_names_are_in_the_order_that_icu_gives_them() -> None:
    """ICU 78.3, collator of `vi` (CLDR 48)."""
    expected = [
        "1 tháng", "10 tháng", "a", "A", "à", "À", "An", "An Sơn", "An-Sơn", "Anh", "Ánh", "AnSơn", "Ăn", "Ăn Sơn",
        "Ân", "Ba", "Da", "Dê", "Đà", "Đả", "Đã", "Đá", "Đạ", "E", "Ê", "Hoà Bình", "Hòa Bình", "O", "Ô", "Ông", "Ơ",
        "Quảng Trị", "Quế Phong", "Quỳ Châu", "Quỳ Hợp", "Quỳnh Lưu", "U", "Ua", "Ùa", "Ủa", "Ũa", "Úa", "Ụa", "Ư",
        "Ương", "Zürich",
    ]  # fmt: skip
    assert in_order(expected[::-1]) == expected


def test_english_folds_diacritics_and_uses_them_only_between_equals() -> None:
    assert in_order(["Ông", "Đà Nẵng", "Da", "Đa", "Zone", "Ăn", "Anh", "Oslo"], "en") == [
        "Ăn", "Anh", "Da", "Đa", "Đà Nẵng", "Ông", "Oslo", "Zone",
    ]  # fmt: skip


@given(NAMES, st.sampled_from(["vi", "en"]))
def test_nfc_and_nfd_are_one_name(text: str, tag: str) -> None:
    keys = {sort_key(unicodedata.normalize(form, text), tag) for form in ("NFC", "NFD")}
    assert len(keys) == 1


@given(NAMES, NAMES, st.sampled_from(["vi", "en"]))
def test_only_equal_names_have_equal_keys(one: str, other: str, tag: str) -> None:
    are_equal = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (sort_key(one, tag) == sort_key(other, tag)) is are_equal


@given(st.text(max_size=12), st.sampled_from(["vi", "en"]))
def test_every_text_has_a_place(text: str, tag: str) -> None:
    assert sort_key(text, tag) <= sort_key(text + "z", tag)


@pytest.mark.parametrize(
    ("name", "vietnamese", "english"),
    [
        pytest.param("Ấm", "Â", "A", id="â"),
        pytest.param("Đô Lương", "Đ", "D", id="đ"),
        pytest.param(unicodedata.normalize("NFD", "Ứng Hòa"), "Ư", "U", id="ư-in-nfd"),
        pytest.param("Fukuoka", "F", "F", id="f"),
        pytest.param("12/9", "", "", id="digit"),
        pytest.param("", "", "", id="nothing"),
    ],
)
def test_a_name_stands_under_its_letter(name: str, vietnamese: str, english: str) -> None:
    assert (initial(name, "vi"), initial(name, "en")) == (vietnamese, english)
