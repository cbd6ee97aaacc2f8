"""Which block of a translation stands for which of its source: told by kinds, numbers, names, words and lengths."""

from __future__ import annotations

import time
from random import Random

import pytest
from bulletin.checks.alignment import Features, align
from bulletin.checks.lexicon import common_words
from bulletin.model.block import Block, BlockKind

from tests.checks.editions import alignment, lone

VI = [
    "Sáng 5/3, UBND tỉnh tổ chức hội nghị xúc tiến đầu tư với 250 doanh nghiệp.",
    "Ông Lê Văn Giáp, Giám đốc Sở Tài chính, giới thiệu 42 dự án.",
    "Kim ngạch xuất khẩu của tỉnh năm ngoái tăng mạnh nhất từ trước tới nay.",
    "Nông dân xã Yên Thành đã gặt xong vụ lúa xuân.",
    "Du khách đến lễ hội đền Cờn được phục vụ miễn phí.",
    "Trường trung học ở Kỳ Sơn nhận thêm hai giáo viên tiếng Anh.",
]
EN = [
    "On the morning of 5 March the provincial People's Committee held an investment conference with 250 companies.",
    "Lê Văn Giáp, Director of the Department of Finance, presented 42 projects.",
    "Exports from the province rose last year by more than ever before.",
    "Farmers in the commune of Yên Thành have brought in the spring rice.",
    "Visitors to the Cờn Temple festival were served free of charge.",
    "The secondary school at Kỳ Sơn has two more teachers of English.",
]


def text(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraphs) + "\n"


@pytest.mark.parametrize("at", range(len(VI)))
def test_the_paragraph_that_was_dropped_is_the_one_without_a_counterpart(at: int) -> None:
    assert lone(text(VI), text(EN[:at] + EN[at + 1 :])) == [VI[at]]


@pytest.mark.parametrize("at", range(len(VI)))
def test_the_paragraph_that_was_added_is_the_one_without_a_counterpart(at: int) -> None:
    assert lone(text(VI[:at] + VI[at + 1 :]), text(EN)) == [EN[at]]


@pytest.mark.parametrize("at", range(len(VI)))
def test_english_may_be_the_source(at: int) -> None:
    found = alignment(text(EN), text(VI[:at] + VI[at + 1 :]), ("en", "vi"))

    assert [pair.source.text for pair in found if pair.source and not pair.translation] == [EN[at]]


def test_a_paragraph_without_numbers_and_names_is_found_by_its_words() -> None:
    vi = [VI[2], "Bệnh viện đã có thêm bác sĩ.", "Học sinh được nghỉ vì rét.", "Chợ họp từ sáng sớm."]
    en = [EN[2], "The hospital has more doctors.", "Pupils stayed at home in the cold.", "The market opens at dawn."]

    assert lone(text(vi), text(en[:1] + en[2:])) == [vi[1]]


def test_one_paragraph_dropped_among_forty_alike_is_one_block_without_a_counterpart() -> None:
    vi = [f"Xã thứ {n} của huyện có {n * 37 + 11} hộ dân." for n in range(2, 42)]
    en = [f"The commune numbered {n} of the district has {n * 37 + 11} households." for n in range(2, 42)]

    assert lone(text(vi), text(en[:17] + en[18:])) == [vi[17]]


def test_two_paragraphs_that_changed_places_are_paired_all_the_same() -> None:
    found = alignment(text(VI), text([EN[1], EN[0], *EN[2:]]))

    assert all(pair.both for pair in found)
    assert {pair.source.text: pair.translation.text for pair in found if pair.source and pair.translation}[VI[0]] == EN[
        0
    ]
    assert sum(pair.is_moved for pair in found) == 1


def test_a_row_is_not_taken_for_the_head_of_its_table() -> None:
    vi = "| Tầng | Độ sâu (cm) |\n|---|---|\n| Mặt | 0–35 |\n| Giữa | 35–80 |\n| Đáy | 80–120 |\n"
    en = "| Layer | Depth (cm) |\n|---|---|\n| Middle | 35–80 |\n| Bottom | 80–120 |\n"

    assert lone(vi, en) == ["Mặt | 0–35"]


def test_the_head_of_a_table_stays_its_head_although_it_says_as_little_as_its_rows() -> None:
    vi = "| Tên | Việc |\n|---|---|\n| Sáng | Vẽ tranh |\n| Chiều | Đi chợ |\n"
    en = "| Name | Task |\n|---|---|\n| Afternoon | To the market |\n"

    assert lone(vi, en) == ["Sáng | Vẽ tranh"]


def test_a_paragraph_is_found_by_its_length_in_a_language_that_is_half_as_long() -> None:
    lengths = (60, 410, 90, 260, 130)
    vi = [("ê a " * 200)[:length] + "ơ." for length in lengths]
    short = [("ກ ຂ " * 200)[: length // 2] + "." for length in lengths]

    found = alignment(text(vi), text(short[:2] + short[3:]), ("vi", "lo"))

    assert [pair.source.text for pair in found if pair.source and not pair.translation] == [vi[2]]


def test_comments_of_translators_are_no_blocks() -> None:
    assert lone(text(VI), "<!-- xem lại tên xã -->\n\n" + text(EN)) == []


def test_any_locale_is_aligned_by_numbers_names_and_lengths() -> None:
    lao = ["ກອງປະຊຸມ 250 ວິສາຫະກິດ 5/3", "ພຣະນະທ່ານ 42 ໂຄງການ Lê Văn Giáp"]

    found = alignment(text(VI[:2]), text(lao[1:]), ("vi", "lo"))

    assert [pair.source.text for pair in found if pair.source and not pair.translation] == [VI[0]]


def test_common_words_are_those_of_both_languages() -> None:
    assert common_words("Kim ngạch xuất khẩu tăng.", "vi") & common_words("Exports rose in value.", "en")
    assert not common_words("Bệnh viện tỉnh", "vi") & common_words("The harvest festival", "en")
    assert common_words("Xuất khẩu", "lo") == frozenset()


def _features(number: int, *said: object) -> Features:
    return Features(Block(BlockKind.PARAGRAPH, f"Đoạn {number}", "", number), said)


@pytest.mark.parametrize(
    "alike", [pytest.param(0, id="every-block-its-own"), pytest.param(7, id="seven-blocks-again-and-again")]
)
def test_five_thousand_blocks_against_four_thousand_are_aligned_in_seconds(alike: int) -> None:
    rng = Random(20260305)
    source = [_features(n, n % alike if alike else n) for n in range(5000)]
    translation = [_features(n, n % alike if alike else n) for n in [0, *sorted(rng.sample(range(1, 4999), 3999))]]

    source[4999] = _features(4999, 4999, "Kỳ Sơn")
    translation[:1] = [_features(0, 0, "Kỳ Sơn")]  # a name that stands once in both, in blocks that are not the same

    before = time.process_time()
    found = align(source, translation)

    assert time.process_time() - before < 5
    assert sum(pair.source is not None for pair in found) == 5000
    if not alike:
        assert sum(pair.both is None for pair in found) == 1000
        assert all(a.text == b.text for a, b in (pair.both for pair in found if pair.both))


def test_weights_are_summed_in_the_order_of_the_text_so_that_every_run_says_the_same() -> None:
    said = [("u", "VND", 1e9), ("=", 42.0), "src", ("d", 5, 3), ("number", "127-KH/TU"), "a", "b"]

    assert list(_features(1, *said).said)[-len(said) :] == said
