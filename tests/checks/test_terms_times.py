"""Names and posts have their time: what has ended is told with what came after it, unless the text speaks of the past."""

from __future__ import annotations

from datetime import date

import pytest
from bulletin.model.bulletin import Shared

from tests.checks.registered import DAY, told


def alone(text: str, tag: str, day: date | None = DAY) -> list[str]:
    """What is said of one edition, whose translation says nothing."""
    other = "en" if tag == "vi" else "vi"
    return [line.removeprefix(f"{tag}:") for line in told(text, "", tags=(tag, other), day=day) if line[:2] == tag]


ENDED = [
    pytest.param("vi", "UBND tỉnh Quảng Bình ban hành kế hoạch.", '"Quảng Bình"', '"Quảng Trị"', id="province"),
    pytest.param("vi", "Hội nghị diễn ra tại Quảng Bình.", '"Quảng Bình"', '"Quảng Trị"', id="place"),
    pytest.param("en", "The conference was held in Quang Binh.", '"Quang Binh"', '"Quảng Trị"', id="place-in-english"),
    pytest.param("en", "Quảng Bình Province invites.", '"Quảng Bình"', '"Quảng Trị"', id="province-in-english"),
    pytest.param("vi", "Sở KH&ĐT trình dự án.", '"Sở KH&ĐT"', '"Sở Tài chính"', id="abbreviation"),
    pytest.param("vi", "Hội nghị tại tỉnh Thừa Thiên Huế.", '"Thừa Thiên Huế"', '"Thành phố Huế"', id="city"),
    pytest.param(
        "vi", "Ngày 05/8/2025, UBND tỉnh Quảng Bình họp.", '"Quảng Bình"', '"Quảng Trị"', id="a-later-day-of-that-year"
    ),
    pytest.param(
        "vi", "Từng bước, hiện nay tỉnh Quảng Bình mời.", '"Quảng Bình"', '"Quảng Trị"', id="words-that-only-look-so"
    ),
]


@pytest.mark.parametrize(("tag", "text", "found", "expected"), ENDED)
def test_a_name_that_has_ended_is_told_with_its_successor(tag: str, text: str, found: str, expected: str) -> None:
    (line,) = alone(text, tag)

    assert line.startswith(f"7: name-mismatch: {found} was the name until ")
    assert f"on 5 March 2026 expected {expected}, or a word" in line


HISTORY = [
    pytest.param("vi", "Xã này trước đây thuộc tỉnh Quảng Bình.", id="trước-đây"),
    pytest.param("vi", "Địa bàn tỉnh Quảng Bình cũ.", id="cũ"),
    pytest.param("vi", "Tỉnh Quảng Bình (nay là tỉnh Quảng Trị) mời.", id="nay-là"),
    pytest.param("vi", "Ông là nguyên Giám đốc Sở Kế hoạch và Đầu tư.", id="nguyên"),
    pytest.param("vi", "Năm 2019, UBND tỉnh Quảng Bình họp.", id="a-year-before"),
    pytest.param("vi", "Tháng 6 năm 2025, tỉnh Quảng Bình họp.", id="a-month-before"),
    pytest.param("vi", "Ngày 30/6/2025, tỉnh Quảng Bình họp.", id="the-last-day"),
    pytest.param("vi", "Nghị quyết số 57/2021/NQ-HĐND tỉnh Quảng Bình năm 2021.", id="a-document"),
    pytest.param("vi", "Ông nói: “Quê tôi ở tỉnh Quảng Bình”.", id="quotation"),
    pytest.param("vi", "> Tỉnh Quảng Bình trong tôi.", id="quoted-block"),
    pytest.param("vi", "Sau khi sáp nhập, tỉnh Quảng Bình vào Quảng Trị.", id="sáp-nhập"),
    pytest.param("vi", "Trường Đại học Quảng Bình tuyển sinh.", id="a-school-of-that-name"),
    pytest.param("vi", "Xã Quảng Bình đón nông thôn mới.", id="a-commune-of-that-name"),
    pytest.param("vi", "Như [Quảng Bình](../../2023/12/ke-hoach/) đã làm.", id="a-link-to-its-time"),
    pytest.param("en", "The former Quảng Bình Province.", id="former"),
    pytest.param("en", "Quang Binh, now part of Quang Tri, was hit.", id="now-part-of"),
    pytest.param("en", "In 2019 the Quảng Bình Provincial Party Committee met.", id="a-year-before-in-english"),
    pytest.param("en", "Quảng Bình University is enrolling.", id="a-university-of-that-name"),
    pytest.param("en", "He was born in Quảng Bình.", id="born-in"),
    pytest.param("vi", "Tỉnh Quảng Bình mời.\n\nTỉnh Quảng Bình nay là tỉnh Quảng Trị.", id="explained-elsewhere"),
]


@pytest.mark.parametrize(("tag", "text"), HISTORY)
def test_a_text_about_the_past_keeps_the_names_of_the_past(tag: str, text: str) -> None:
    assert alone(text, tag) == []


def test_a_name_is_right_on_its_last_day_and_wrong_on_the_next() -> None:
    text = "UBND tỉnh Quảng Bình họp."

    assert alone(text, "vi", date(2025, 6, 30)) == []
    assert len(alone(text, "vi", date(2025, 7, 1))) == 1
    assert alone(text, "vi", None) == []


def test_a_standing_page_has_the_names_of_the_day_on_which_it_was_gone_over() -> None:
    shared = Shared(reviewed_on=date(2026, 1, 2), updated=date(2020, 1, 1))
    (line,) = (each for each in told("Sở Kế hoạch và Đầu tư.", "", shared=shared) if each.startswith("vi"))

    assert "on 2 January 2026" in line


def test_a_name_is_told_where_it_first_stands_and_not_again() -> None:
    (line,) = alone("Mở đầu.\n\nTỉnh Quảng Bình mời.\n\nTỉnh Quảng Bình đón.", "vi")

    assert line.startswith("9: ")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("Sở Nông nghiệp và Môi trường họp.", 1, id="as-if-it-were-there"),
        pytest.param("Đề án thành lập Sở Nông nghiệp và Môi trường.", 0, id="a-plan"),
        pytest.param("Từ năm 2025 có Sở Nông nghiệp và Môi trường.", 0, id="a-later-year"),
    ],
)
def test_a_name_that_is_yet_to_come_is_told_unless_it_is_a_plan(text: str, number: int) -> None:
    found = alone(text, "vi", date(2024, 5, 6))

    assert len(found) == number
    assert all("is the name since 1 March 2025 only" in line for line in found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("Ông Nguyễn Văn Ánh, Giám đốc Sở Tài chính, nói.", "held the post", id="behind-the-name"),
        pytest.param("Giám đốc Sở Tài chính Nguyễn Văn Ánh nói.", "held the post", id="before-the-name"),
        pytest.param("Ông Nguyễn Văn Ánh, nguyên Giám đốc Sở Tài chính, nói.", "", id="former"),
        pytest.param("Ông Nguyễn Văn Ánh, Phó Chủ tịch tỉnh, nói.", "", id="present"),
        pytest.param("Bà Lê Thị Bích, Giám đốc Sở Tài chính, nói.", "", id="somebody-else"),
    ],
)
def test_a_post_that_has_ended_is_told_with_the_present_one(text: str, said: str) -> None:
    found = alone(text, "vi")

    assert len(found) == bool(said)
    assert all(said in line and 'expected "Phó Chủ tịch tỉnh"' in line for line in found)
