"""`value-mismatch` for values that stand in each other's place."""

from __future__ import annotations

import pytest

from tests.checks.editions import findings

EXCHANGED = [
    pytest.param(
        "Kim ngạch xuất khẩu đạt 262 triệu USD, kim ngạch nhập khẩu đạt 148 triệu USD.",
        "Exports came to USD {} million, while imports came to USD {} million.",
        ("262", "148"),
        id="exports-and-imports",
    ),
    pytest.param(
        "Xã Nghi Lộc trồng 120 ha rừng, còn xã Quỳnh Lưu trồng 85 ha.",
        "Nghi Lộc Commune planted {} ha of forest, and Quynh Luu Commune {} ha.",
        ("120", "85"),
        id="names-with-and-without-marks",
    ),
    pytest.param(
        "Năm 2024, tỉnh đón 1,2 triệu lượt khách; năm 2025, tỉnh đón 1,5 triệu lượt khách.",
        "The province received {} million visitors in 2024 and {} million in 2025.",
        ("1.2", "1.5"),
        id="years",
    ),
    pytest.param(
        "Nay đi hết 28 phút thay vì 50 phút.", "It now takes {} minutes instead of {}.", ("28", "50"), id="instead"
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo giảm từ 7,5% xuống 5,1%.",
        "The share of poor households fell from {}% to {}%.",
        ("7.5", "5.1"),
        id="from-and-to",
    ),
    pytest.param(
        "Lượng khách tăng lần lượt 13% và 8%.",
        "Visitor numbers rose by {}% and {}% respectively.",
        ("13", "8"),
        id="a-series",
    ),
    pytest.param(
        "Trong đó, 68% tin bài mang tính tích cực, 23% trung lập.",
        "Of these, {}% were favourable and {}% neutral.",
        ("68", "23"),
        id="what-follows",
    ),
    pytest.param(
        "Hội nghị khai mạc ngày 5/3, lễ hội bế mạc ngày 9/3.",
        "The conference opens on {} March; the festival closes on {} March.",
        ("5", "9"),
        id="dates",
    ),
    pytest.param(
        "Trong 1.894 dịch vụ, 1.310 dịch vụ tăng, 502 giữ nguyên và 82 giảm.",
        "Of the 1,894 services, 1,310 have become dearer and {1} cheaper, while {0} are unchanged.",
        ("502", "82"),
        id="words-behind-that-keep-their-order",
    ),
    pytest.param(
        "Ở Nghi Lộc, xuất khẩu đạt 262 triệu USD, nhập khẩu đạt 148 triệu USD.",
        "Exports came to USD {} million, imports to USD {} million in Nghi Lộc.",
        ("262", "148"),
        id="a-name-of-two-words-that-speaks-against-it",
    ),
    pytest.param(
        "Trước khi bão vào, tỉnh đã gọi 1.876 tàu với 8.940 lao động vào bờ và di dời 5.312 hộ.",
        "Before the storm struck, {} vessels with {} crew had been called in to safety and 5,312 households moved.",
        ("1,876", "8,940"),
        id="called-in-to-safety",
    ),
    pytest.param(
        "Thời gian đi từ cảng đến khu công nghiệp rút từ 50 phút còn 28 phút.",
        "The drive from the port to the industrial park now takes {} minutes instead of {}.",
        ("28", "50"),
        id="from-so-many-and-instead-of-so-many",
    ),
]


@pytest.mark.parametrize(("source", "form", "values"), EXCHANGED)
def test_two_values_that_have_changed_places_are_told(source: str, form: str, values: tuple[str, str]) -> None:
    assert findings("value-mismatch", f"{source}\n", f"{form.format(*values)}\n") == []
    (told,) = findings("value-mismatch", f"{source}\n", f"{form.format(*reversed(values))}\n")
    assert "seem to have changed places" in told
    assert all(value in told for value in values)


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        pytest.param("Tỷ lệ tăng từ 5% lên 7%.", "The rate rose to 7% from 5%.", id="from-and-to"),
        pytest.param(
            "Kim ngạch nhập khẩu đạt 148 triệu USD, xuất khẩu đạt 262 triệu USD.",
            "Exports came to USD 262 million, imports to USD 148 million.",
            id="clauses-in-another-order",
        ),
        pytest.param("Trong 40 hộ, 12 hộ đã có nước.", "Water has reached 12 of the 40 households.", id="one-clause"),
        pytest.param(
            "Khoản 3 Điều 5 của Nghị quyết.", "Article 5, Clause 3 of the Resolution.", id="numbers-that-are-names"
        ),
        pytest.param(
            "Cả xã có 11 bản thì bảy bản chưa có điện.",
            "Seven of the commune's 11 villages have no power.",
            id="a-share",
        ),
        pytest.param(
            "Trường cạnh bệnh viện có 12 phòng, chợ có 15 phòng.",
            "The school by the market has 12 rooms, the hospital 15.",
            id="one-word-more-for-it-than-against-it",
        ),
        pytest.param(
            "Chiều 20/1, Sở Y tế tổ chức họp đánh giá chiến dịch tiêm vắc xin triển khai từ ngày 15/12/2025 theo Kế hoạch "
            "số 1126.",
            "The campaign, which began on 15 December 2025 under Plan No. 1126, was reviewed at a meeting held by the "
            "Department of Health on the afternoon of 20 January.",
            id="days-told-of-in-another-order",
        ),
        pytest.param(
            "Chị Phạm Thị Tám mười bảy tuổi đã gánh gạch, nay bốn mươi lăm.",
            "Phạm Thị Tám, now 45, was seventeen when she began carrying bricks.",
            id="nothing-but-the-name-speaks-for-it",
        ),
        pytest.param(
            "Nhà máy có hơn ba nghìn thợ làm việc mỗi ngày. Thợ học việc lĩnh 18 xu một ngày.",
            "An apprentice earned 18 xu a day. The factory had more than 3,000 people at work a day.",
            id="both-by-the-day",
        ),
        pytest.param(
            "Xã Tân Kỳ sửa 3,5 – 4,2 km đường.", "Road repairs of 3.5 – 4.2 km in Tân Kỳ Commune.", id="a-range"
        ),
        pytest.param(
            "Chi phí vận chuyển một container 40 feet giảm từ 18 triệu xuống còn 14,5 triệu đồng.",
            "Shipping a 40-foot container now costs VND 14.5 million, down from 18 million.",
            id="the-old-value-named-last",
        ),
        pytest.param(
            "Ở Vinh có 12 trường, ở Cửa Lò có 12 trường.", "There are 12 schools in Vinh, and 12 in Cửa Lò.", id="equal"
        ),
    ],
)
def test_values_told_in_another_order_are_no_exchange(source: str, translation: str) -> None:
    assert findings("value-mismatch", f"{source}\n", f"{translation}\n") == []


def test_an_exchange_between_the_cells_of_a_table_is_told_by_cell() -> None:
    source = "| Xã | Rừng | Lúa |\n|---|---|---|\n| Nghi Lộc | 120 ha | 85 ha |\n"
    translation = "| Commune | Forest | Rice |\n|---|---|---|\n| Nghi Lộc | 85 ha | 120 ha |\n"

    found = findings("value-mismatch", source, translation)

    assert len(found) == 2
    assert not any("changed places" in each for each in found)


def test_thousands_of_values_in_one_block_are_compared_at_once() -> None:
    source = ", ".join(f"xã {number} có {number + 7} ha" for number in range(10, 3000))
    translation = ", ".join(f"commune {number} has {number + 7} ha" for number in range(10, 3000))

    assert findings("value-mismatch", f"{source}\n", f"{translation}\n") == []
