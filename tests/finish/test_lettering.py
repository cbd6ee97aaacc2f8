"""Letters on pictures: all of a text or nothing, never beyond their box, never one into another."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from bulletin.finish.lettering import Block, Box, drawable, fitted, shaped, stamp
from hypothesis import given, settings
from hypothesis import strategies as st

TEXT = """
Ủy ban nhân dân tỉnh Nghệ An ẨM THỰC ẲNG ĐẶC SẢN HỢP TÁC XÃ phát triển kinh tế – xã hội, “Võ Văn Tý” ỨNG DỤNG
1.250,5 tỷ đồng 15/2026/QĐ-UBND nghiêng NGHIÊNG Đắk Lắk Bô-li-khăm-xay the Provincial People’s Committee
"""
WORDS = TEXT.split()
TITLES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join)
BOX = Box(640, 260, (76, 56, 44, 32), 4)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@given(title=TITLES)
@settings(max_examples=150, deadline=None)
def test_a_text_stays_in_its_box_however_it_is_composed(form: str, title: str) -> None:
    text = drawable(unicodedata.normalize(form, title))  # type: ignore[arg-type]
    assert text == title
    block = fitted(text, BOX)
    assert 1 <= len(block.lines) <= 4
    assert block.height <= BOX.height
    ink = stamp(block, BOX.width + 200, is_bold=True).getbbox()
    assert ink is not None
    overhang = block.size // 10  # of marks such as those of ế, which reach beyond the width of their letter
    assert ink[2] <= BOX.width + overhang
    assert ink[3] <= block.height
    shown = " ".join(block.lines)
    words = shown.removesuffix("…").split(" ")
    assert title.split(" ")[: len(words) - 1] == words[:-1]
    assert block.is_cut == shown.endswith("…")
    if not block.is_cut:
        assert shown == title


@given(title=TITLES)
@settings(max_examples=60, deadline=None)
def test_no_mark_of_a_line_meets_the_line_before(title: str) -> None:
    block = fitted(title, BOX)
    one = [Block((line,), block.size, shaped(line, is_bold=True).reach) for line in block.lines]
    feet = [block.size * (block.reach.above + block.reach.leading * at) for at in range(len(one))]
    for upper, lower, (above, below) in zip(one, one[1:], pairwise(feet), strict=False):
        assert above + upper.size * upper.reach.below < below - lower.size * lower.reach.above


def test_letters_are_as_large_as_they_can_be() -> None:
    assert fitted("Tết", BOX).size == 76
    block = fitted(" ".join(["Nghệ", "An"] * 12), BOX)
    larger = BOX.sizes[BOX.sizes.index(block.size) - 1]
    assert fitted(" ".join(["Nghệ", "An"] * 12), Box(BOX.width, BOX.height, (larger,), BOX.most)).is_cut


def test_lines_are_of_about_one_width() -> None:
    lines = fitted("Hội nghị xúc tiến đầu tư tỉnh Nghệ An năm 2026", BOX).lines
    widths = [shaped(line, is_bold=True).width for line in lines]
    assert len(lines) > 1
    assert min(widths) > 0.6 * max(widths)


def test_marks_above_a_first_line_are_whole() -> None:
    block = fitted("Ẳng Ổ Ể", BOX)
    letters = stamp(block, 600, is_bold=True)
    taller = stamp(
        Block(block.lines, block.size, type(block.reach)(block.reach.above + 1, block.reach.below)), 600, is_bold=True
    )
    assert sum(letters.histogram()[128:]) == sum(taller.histogram()[128:])


def test_a_word_wider_than_the_box_is_left_out_and_not_cut() -> None:
    assert fitted("a" * 200, BOX).lines == ()
    assert fitted(f"Nghệ An {'a' * 200}", BOX).lines == ("Nghệ An…",)
    assert fitted("", BOX) == Block((), 76, fitted("", BOX).reach)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Nghệ An ↔ Xiêng Khoảng", "Nghệ An – Xiêng Khoảng", id="arrow"),
        pytest.param("🌸 Lễ hội hoa ☀️ 2026", "Lễ hội hoa 2026", id="ornaments"),
        pytest.param("  Hai\u00adbà\u200b\tTrưng\u2009x ", "Haibà Trưng x", id="what-is-not-seen"),
        pytest.param("ＡＢＣ ﬁn", "ABC fin", id="other-forms-of-letters"),
        pytest.param("1990‑2026", "1990-2026", id="hyphen"),
        pytest.param("Đoàn Bolikhamxay (ບໍລິຄໍາໄຊ)", "", id="lao"),
        pytest.param("中国投资者", "", id="chinese"),
        pytest.param("Россия và Việt Nam", "", id="cyrillic"),
        pytest.param("Diện tích > 5 ∛", "", id="sign-with-a-meaning"),
    ],
)
def test_what_the_font_has_not_is_never_a_box(text: str, found: str) -> None:
    assert drawable(text) == found


def test_letters_stand_closer_where_the_font_says_so() -> None:
    alone = sum(shaped(letter, is_bold=True).width for letter in "AVATAR")
    assert shaped("AVATAR", is_bold=True).width < alone - 0.05
