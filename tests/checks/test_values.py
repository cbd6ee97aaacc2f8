"""`value-mismatch` and `number-format` where the two languages say one fact differently, and where they do not."""

from __future__ import annotations

import pytest

from tests.checks.editions import DAY, findings

SAME = [
    pytest.param("Mở cửa từ 7h30 đến 11h30.", "Open between 7.30 and 11.30.", id="times-with-points"),
    pytest.param("Chiều làm việc từ 16h30.", "Work goes on at 4.30 in the afternoon.", id="an-afternoon"),
    pytest.param("Xóa 26 điểm trong hai quý đầu năm.", "Remove 26 spots in the first half of the year.", id="two-quarters"),
    pytest.param("Ba quý còn lại phải tăng 10%.", "The remaining three quarters must grow by 10%.", id="three-quarters"),
    pytest.param("Doanh thu quý I đạt 46 tỷ đồng.", "Revenue for the quarter came to VND 46 billion.", id="the-quarter"),
    pytest.param("Đêm 9/10, đoàn đã có mặt.", "The team was there that very night.", id="that-night"),
    pytest.param("Sáng 26/3, đoàn thăm cảng.", "The following morning they saw the port.", id="next-morning"),
    pytest.param("Công trình khởi công tháng 7.", "Work started the following month.", id="next-month"),
    pytest.param("Thứ Ba (24/3), tỉnh công bố kết quả.", "On Tuesday the province told the result.", id="weekday"),
    pytest.param("Sở báo cáo sáu tháng một lần.", "The department reports twice a year.", id="twice-a-year"),
    pytest.param("Có sáu vụ cháy; ba vụ do đốt rác.", "Six fires, half of them from waste.", id="half-of-six"),
    pytest.param("Hai trường tuyển 400 em, mỗi trường một nửa.", "The two schools take 200 each.", id="half-each"),
    pytest.param("Thông báo tuyển sinh vào lớp 10.", "Admission to upper secondary school.", id="a-grade"),
    pytest.param("Tàu có trọng tải 69.800 tấn.", "A ship of 69,800 DWT.", id="deadweight"),
    pytest.param("Bốn xã Nghi Lộc, Diễn Châu, Yên Thành và Đô Lương.", "Nghi Lộc, Diễn Châu, Yên Thành and Đô Lương.", id="a-count-of-what-is-named"),
    pytest.param("Cả nhà sáu người làm nghề này.", "The whole family works at it.", id="a-small-count"),
    pytest.param("Tỉnh xuất khẩu tám mặt hàng gạo, ngô, lạc, chè, cam, tôm, cá và gỗ.", "The province exports rice, maize, groundnuts, tea, oranges, shrimp, fish and timber.", id="a-count-of-eight-that-are-named"),
    pytest.param("Hai ngân hàng cho vay.", "The banks lend.", id="two"),
    pytest.param("| Nhóm | 6 tháng 2026 |\n|---|---|\n| Gỗ | 210 |", "| Group | H1 2026 |\n|---|---|\n| Timber | 210 |", id="six-months-of-a-year"),
    pytest.param("Bão số 5 đã làm 26 người bị thương.", "The storm injured 26.", id="the-number-of-a-storm"),
    pytest.param("Thành tích 1 giờ 9 phút 42 giây.", "A time of 1 hour, 9 minutes, 42 seconds.", id="hours-minutes-and-seconds"),
    pytest.param("Bác sĩ chuyên khoa II Trần Đăng Khoa.", "Dr Trần Đăng Khoa.", id="a-degree"),
    pytest.param("Bàn thắng ở phút 90+4.", "A 94th-minute winner.", id="the-94th-minute"),
    pytest.param("Kỳ thi vào lớp 10 năm học 2026–2027.", "The examination for the 2026–2027 school year.", id="a-grade-and-a-school-year"),
    pytest.param("Trồng bảy lá một hoa.", "They grow Paris polyphylla.", id="a-herb"),
    pytest.param("Gọi 113, trực 24/7.", "Call 113, day and night.", id="day-and-night"),
    pytest.param("Người học trò thứ bốn trăm.", "The four hundredth pupil.", id="four-hundredth"),
    pytest.param("Công suất 40 tấn/ngày đêm.", "A capacity of 40 tonnes every 24 hours.", id="day-and-night-long"),
    pytest.param("Sửa đoạn Km 211+500 – Km 218+300.", "Km 211+500 to Km 218+300 is repaired.", id="road-marks"),
    pytest.param("Mười bốn trong 21 ngành cấp II tăng.", "Output rose in 14 of the 21 second-level industries.", id="second-level"),
    pytest.param("| Thu | So với cùng kỳ |\n|---|---|\n| Thuế | 210 |", "| Item | Against 2025 |\n|---|---|\n| Tax | 210 |", id="the-same-period-in-a-head"),
    pytest.param("Thưởng Tết Dương lịch thấp hơn.", "Bonuses for 1 January were lower.", id="a-holiday"),
    pytest.param("Bàn thắng ở phút 90+4.", "A goal in the fourth minute of added time.", id="added-time"),
    pytest.param("Quân gỡ hòa trên chấm 11 m.", "Quân levelled from the penalty spot.", id="penalty"),
    pytest.param("Trong kỳ, tỉnh xử phạt 23 cơ sở.", "Over the six months 23 establishments were fined.", id="the-six-months"),
    pytest.param("Công suất 40 tấn/ngày.", "A capacity of 40 tonnes a day.", id="a-day"),
    pytest.param("Mỗi năm trồng 40 ha.", "It plants 40 hectares annually.", id="annually"),
    pytest.param("Lương 12 triệu đồng/tháng.", "Monthly pay is VND 12 million.", id="monthly"),
]  # fmt: skip
OTHER = [
    pytest.param("Sở phải xong trong mười ngày.", "The department must finish soon.", "mười ngày", id="ten-days-dropped"),
    pytest.param("Tổ tuần rừng mười hai người đi hằng tuần.", "The patrol goes every week.", "mười hai", id="twelve-dropped"),
    pytest.param("Đội có các thợ lặn.", "The team has seven divers.", "seven", id="seven-added"),
    pytest.param("Công suất đạt 1.124 MW.", "Capacity came to 1,124 kW.", "1,124 kW", id="a-unit-that-looks-like-a-separator"),
    pytest.param("Sửa đoạn từ Km 211+500.", "Repairs begin at Km 211+800.", "211+800", id="another-road-mark"),
    pytest.param("Nhà máy có công suất 40 tấn/ngày.", "A plant with a capacity of 40 tonnes a month.", "month", id="a-month-for-a-day-beside-one"),
    pytest.param("Tổng vốn gần 4.471 tỷ đồng.", "A total of almost VND 4,471 million.", "4,471 million", id="a-magnitude-that-looks-like-a-separator"),
    pytest.param("Điện có lại sớm hơn ba giờ.", "Power was back two hours early.", "two hours", id="hours"),
    pytest.param("Họ chờ sáu tuần.", "They had to wait.", "sáu tuần", id="six-weeks-dropped"),
    pytest.param("Mở cửa lúc 7h30.", "Open at 8.30.", "7h30", id="another-time"),
    pytest.param("Doanh thu quý I đạt 46 tỷ đồng.", "Revenue for quarter II came to VND 46 billion.", "quý I", id="another-quarter"),
    pytest.param("Công suất 40 tấn/ngày.", "A capacity of 40 tonnes a month.", "month", id="a-month-for-a-day"),
    pytest.param("Mỗi năm trồng 40 ha.", "It plants 40 hectares every month.", "month", id="a-month-for-a-year"),
    pytest.param("Tái sử dụng một nửa, còn 30 nghìn m³.", "It reuses a third of it; 30,000 m³ remain.", "third", id="a-third-for-a-half"),
    pytest.param("Thứ Ba (24/3), tỉnh công bố kết quả.", "On Thursday the province told the result.", "24/3", id="another-weekday"),
]  # fmt: skip


def told(source: str, translation: str, tags: tuple[str, str] = ("vi", "en")) -> list[str]:
    rules = ("value-mismatch", "number-format")
    return [each for rule in rules for each in findings(rule, f"{source}\n", f"{translation}\n", tags=tags, day=DAY)]


@pytest.mark.parametrize(("source", "translation"), SAME)
def test_one_fact_said_in_two_ways_is_one(source: str, translation: str) -> None:
    assert told(source, translation) == []
    assert told(translation, source, ("en", "vi")) == []


@pytest.mark.parametrize(("source", "translation", "text"), OTHER)
def test_what_one_edition_says_otherwise_is_told(source: str, translation: str, text: str) -> None:
    found = told(source, translation)

    assert found
    assert any(text in each for each in found)


@pytest.mark.parametrize(
    ("source", "translation", "rule"),
    [
        ("Tổng vốn gần 4.471 tỷ đồng.", "A total of almost VND 4,471 million.", "value-mismatch"),
        ("Công suất đạt 1.124 MW.", "Capacity came to 1,124 kW.", "value-mismatch"),
        ("Tổng vốn 1.835 tỷ đồng.", "A total of VND 1,835 trillion.", "number-format"),
        ("Tổng vốn 4,150 tỷ đồng.", "A total of VND 4.15 trillion.", "number-format"),
        ("Đường dài 8,7 km.", "The road is 8,7 km long.", "number-format"),
    ],
)
def test_a_slip_of_the_magnitude_is_none_of_the_separators(source: str, translation: str, rule: str) -> None:
    rules = ("value-mismatch", "number-format")

    assert [each for each in rules if findings(each, f"{source}\n", f"{translation}\n")] == [rule]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Họp báo lúc 11 giờ 30 tại phòng 2.3.", "There is a press conference at 11.30 a.m. in room 2.3."),
        ("Gian hàng 4.12 giới thiệu gạo.", "Booth 4.12 shows rice."),
        ("Cửa 3.1 mở lúc 7 giờ.", "Gate 3.1 opens at 7 a.m."),
    ],
)
def test_the_number_of_a_room_is_no_decimal(source: str, translation: str) -> None:
    assert told(source, translation) == []


def test_a_number_behind_such_a_word_has_separators_if_it_has_a_unit() -> None:
    assert told("Mỗi lô 2.3 ha được giao cho một hộ.", "Each lot of 2.3 ha was given to one household.") != []
