"""`reference-mismatch`: the numbers of documents are the same in both editions, and their letters fit their kind."""

from __future__ import annotations

import pytest
from bulletin.checks.references import without_references, wrong_letters
from bulletin.source.blocks import split_body

from tests.checks.editions import findings


def told(source: str, translation: str) -> list[str]:
    return findings("reference-mismatch", f"{source}\n", f"{translation}\n")


def letters(text: str, tag: str) -> list[str]:
    return [each.message.en for block in split_body(text) for each in wrong_letters(block, tag)]


NUMBERS = [
    "72/2015/NĐ-CP",
    "64/2025/QH15",
    "1059/QĐ-TTg",
    "127-KH/TU",
    "33-CTr/TU",
    "45-KH/ĐU",
    "57-NQ/TW",
    "1234/UBND-KT",
    "1234/UBND",
    "12/GP-BTTTT",
    "46/2025/QĐ-UBND-NN",
    "01/2025/TTLT-BTC-BKHĐT",
    "15/VBHN-VPQH",
    "1240/NQ-UBTVQH15",
    "10/CT.UBND",
    "118-KH",
    "35-B",
]


@pytest.mark.parametrize("number", NUMBERS)
def test_the_same_number_is_equal_without_diacritics_and_with_any_dash(number: str) -> None:
    source = f"Tỉnh thực hiện văn bản số {number} từ tháng 3."

    assert told(source, f"The province has followed document No. {number} since March.") == []
    plain = number.replace("Đ", "D").replace("-", "–")
    assert told(source, f"The province has followed document No. {plain} since March.") == []


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("slip", ["digit", "doubled", "letter", "lost"])
def test_a_slip_in_a_number_is_found(number: str, slip: str) -> None:
    wrong = {
        "digit": str((int(number[0]) + 1) % 10) + number[1:],
        "doubled": number[0] + number,
        "letter": number[:-1] + ("K" if number[-1] != "K" else "V"),
        "lost": "",
    }[slip]

    found = told(
        f"Tỉnh thực hiện văn bản số {number} từ tháng 3.", f"The province follows document No. {wrong}, as it must."
    )

    assert len(found) == 1
    assert found[0].startswith("en:7: ")
    assert number in found[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("72/2015/NĐ-CP", "72/2016/NĐ-CP", id="year"),
        pytest.param("72/2015/NĐ-CP", "27/2015/NĐ-CP", id="digits-swapped"),
        pytest.param("72/2015/NĐ-CP", "72/205/NĐ-CP", id="digit-of-the-year-lost"),
        pytest.param("05/2023/NQ-HĐND", "005/2023/NQ-HĐND", id="zero-doubled"),
        pytest.param("18-NQ/TW", "18-NQ/TU", id="province-for-centre"),
        pytest.param("46/QĐ-UBND", "46/QĐ-TTg", id="another-issuer"),
        pytest.param("64/2025/QH15", "64/2025/QH14", id="another-legislature"),
    ],
)
def test_another_document_is_found_and_both_numbers_are_named(one: str, other: str) -> None:
    (found,) = told(f"Theo văn bản số {one}.", f"According to document No. {other}.")

    assert found == f'en:7: document number "{other}" but the source (line 7) says "{one}"; expected the same number'


def test_a_leading_zero_and_a_number_without_letters_name_the_same_document() -> None:
    assert told("Nghị quyết số 05/2023/NQ-HĐND.", "Resolution No. 5/2023/NQ-HĐND.") == []
    assert told("Nghị quyết số 57-NQ/TW của Bộ Chính trị.", "Resolution 57 of the Politburo.") == []
    assert told("Nghị định số 72/2015/NĐ-CP.", "Decree 72/2015.") == []


def test_a_document_named_by_its_number_alone_is_compared() -> None:
    assert told("Tỉnh thực hiện Nghị quyết 57.", "The province follows Resolution No. 57.") == []
    assert len(told("Tỉnh thực hiện Nghị quyết 57.", "The province follows Resolution 58.")) == 1
    assert told("Nghị quyết 5 năm nêu 12 điểm.", "The five-year resolution has 12 points.") == []


def test_a_number_need_not_be_repeated_as_often() -> None:
    source = "Nghị định 72/2015/NĐ-CP ra đời.\n\nNghị định 72/2015/NĐ-CP có hiệu lực."

    assert told(source, "Decree No. 72/2015/ND-CP was issued.\n\nThe Decree is in force.") == []


def test_two_documents_that_changed_places_are_found() -> None:
    source = "Quyết định 46/QĐ-UBND về đất.\n\nQuyết định 64/QĐ-UBND về rừng."

    found = told(source, "Decision 64/QD-UBND on land.\n\nDecision 46/QD-UBND on forests.")

    assert [each.split(":")[1] for each in found] == ["7", "9"]


def test_a_standard_a_size_and_a_house_are_no_documents() -> None:
    assert told("Theo QCVN 01:2024/BTC.", "Under the technical regulation.") == []
    assert told("Có 57 xã đạt chuẩn.", "There are 58 such communes.") == []
    assert told("Nhà máy 30 MW ở số 12-B đường Lê Lợi.", "A 30-MW plant at 12-B Lê Lợi Street.") == []


def test_values_do_not_see_the_numbers_of_documents() -> None:
    text = "Nghị định 72/2015/NĐ-CP tăng 15/3 lên 30-40%"

    assert without_references(text) == "Nghị định " + "\ufffc" * 13 + " tăng 15/3 lên 30-40%"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        pytest.param("Nghị định số 1059/QĐ-TTg", "vi", id="decree-with-letters-of-a-decision"),
        pytest.param("Decree No. 1059/QĐ-TTg", "en", id="the-same-in-english"),
        pytest.param("Kế hoạch số 33-CTr/TU", "vi", id="plan-with-letters-of-a-programme"),
        pytest.param("Directive 18-NQ/TW", "en", id="directive-with-letters-of-a-resolution"),
        pytest.param("Luật số 64/2025/NĐ-CP", "vi", id="law-with-letters-of-a-decree"),
    ],
)
def test_letters_that_do_not_fit_the_kind_are_found(text: str, tag: str) -> None:
    (found,) = letters(text, tag)

    assert "expected the letters" in found


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        pytest.param("Thông báo kết luận số 211/TB-VPCP", "vi", id="notice-of-a-conclusion"),
        pytest.param("Action Plan No. 33-CTr/TU", "en", id="programme-called-a-plan"),
        pytest.param("Nghị quyết số 1240/NQ-UBTVQH15", "vi", id="resolution-of-the-assembly"),
        pytest.param("Luật số 64/2025/QH15", "vi", id="law"),
        pytest.param("Công văn số 1234/UBND-KT", "vi", id="letter"),
        pytest.param("Thông tư liên tịch số 01/2025/TTLT-BTC", "vi", id="joint-circular"),
        pytest.param("Kế hoạch thực hiện Quyết định số 1059/QĐ-TTg", "vi", id="the-nearest-kind-counts"),
        pytest.param("Nghị định số 1059/QĐ-TTg", "lo", id="another-locale"),
    ],
)
def test_letters_that_fit_are_not_found(text: str, tag: str) -> None:
    assert letters(text, tag) == []
