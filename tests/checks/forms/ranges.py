"""Ranges of numbers: counts, percentages, money, measures."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from tests.checks.forms import words
from tests.checks.forms.said import Carrier, Kind, Said

Range = tuple[int, int]
_RANGES = st.tuples(st.integers(2, 60), st.integers(1, 35)).map(lambda value: (value[0], sum(value)))


def _near_ranges(value: Range) -> Iterator[Range]:
    low, high = value
    yield (low, high + 1)
    yield (low, high * 10)
    if low > 2:
        yield (low - 1, high)


def _say_range(value: Range) -> Said:
    low, high = value
    vi = (
        f"từ {low} đến {high}%", f"{low}-{high}%", f"{low}–{high}%", f"{low} - {high}%", f"{low}%-{high}%", f"từ {low}% đến {high}%", f"từ {low} tới {high} phần trăm",
        f"khoảng {low} đến {high}%",
    )  # fmt: skip
    en = (
        f"{low}–{high} per cent", f"{low}-{high}%", f"{low} to {high}%", f"between {low} and {high} per cent", f"from {low}% to {high}%", f"{low}%–{high}%",
        f"from {low} to {high} percent", f"between {low}% and {high}%", f"{words.english(low)[0]} to {words.english(high)[0]} per cent",
    )  # fmt: skip
    return Said(vi, en)


PERCENT_RANGES = Kind(
    "ranges of percentages",
    _RANGES,
    _say_range,
    _near_ranges,
    [Carrier("Giá vé tăng {} so với năm ngoái.", "Fares rose by {} compared with last year.")],
)


def _say_money_range(value: Range) -> Said:
    low, high = value
    vi = (
        f"từ {low} đến {high} tỷ đồng", f"{low}-{high} tỷ đồng", f"{low} – {high} tỷ đồng", f"từ {low} tỷ đến {high} tỷ đồng", f"từ {low} tỷ đồng đến {high} tỷ đồng",
        f"khoảng {low}–{high} tỷ VND",
    )  # fmt: skip
    en = (
        f"VND {low}–{high} billion", f"VND {low} billion to VND {high} billion", f"between VND {low} billion and VND {high} billion", f"{low} to {high} billion dong",
        f"VND {low}-{high} billion", f"from VND {low} to {high} billion", f"between VND {low} and {high} billion", f"VND {low} billion–{high} billion",
        f"from {low} billion to {high} billion dong",
    )  # fmt: skip
    return Said(vi, en)


MONEY_RANGES = Kind(
    "ranges of money",
    _RANGES,
    _say_money_range,
    _near_ranges,
    [Carrier("Chi phí ước tính {} mỗi năm.", "The cost is put at {} a year.")],
)


def _say_dollar_range(value: Range) -> Said:
    low, high = value
    vi = (
        f"từ {low} đến {high} triệu USD",
        f"{low}-{high} triệu USD",
        f"{low} triệu đến {high} triệu đô la Mỹ",
        f"từ {low} triệu USD đến {high} triệu USD",
    )
    en = (
        f"US${low}–{high} million",
        f"${low} million to ${high} million",
        f"USD {low}-{high} million",
        f"between {low} and {high} million US dollars",
        f"US${low} million–US${high} million",
        f"from USD {low} million to USD {high} million",
        f"${low}–{high} million",
    )
    return Said(vi, en)


DOLLAR_RANGES = Kind(
    "ranges of dollars",
    _RANGES,
    _say_dollar_range,
    _near_ranges,
    [Carrier("Nhà đầu tư dự kiến rót thêm {} vào nhà máy.", "The investor plans to put {} more into the plant.")],
)


def _say_count_range(value: Range) -> Said:
    low, high = value
    vi = (
        f"từ {low} đến {high}",
        f"{low}-{high}",
        f"{low} – {high}",
        f"từ {words.vietnamese(low)[0]} đến {words.vietnamese(high)[0]}",
        f"{low} đến {high}",
    )
    en = (
        f"{low}–{high}",
        f"{low} to {high}",
        f"between {low} and {high}",
        f"from {low} to {high}",
        f"{words.english(low)[0]} to {words.english(high)[0]}",
        f"between {words.english(low)[0]} and {words.english(high)[0]}",
    )
    return Said(vi, en)


COUNT_RANGES = Kind(
    "ranges of counts",
    _RANGES,
    _say_count_range,
    _near_ranges,
    [Carrier("Mỗi lớp có {} học sinh.", "Each class has {} pupils.")],
)


def _say_measure_range(value: Range) -> Said:
    low, high = value
    vi = (
        f"từ {low} đến {high} km",
        f"{low}-{high} km",
        f"{low}–{high}km",
        f"từ {low} km đến {high} km",
        f"{low} đến {high} ki-lô-mét",
    )
    en = (
        f"{low}–{high} km",
        f"{low} to {high} kilometres",
        f"between {low} and {high} km",
        f"from {low} km to {high} km",
        f"{low}-{high} kilometers",
    )
    return Said(vi, en)


MEASURE_RANGES = Kind(
    "ranges of measures",
    _RANGES,
    _say_measure_range,
    _near_ranges,
    [Carrier("Các bản cách trung tâm xã {}.", "The hamlets are {} from the commune centre.")],
)


def _say_mixed_range(value: Range) -> Said:
    """From millions to billions."""
    low, high = value
    million, billion = low * 10, high / 10
    vi_high, en_high = f"{billion:.1f}".replace(".", ","), f"{billion:.1f}"
    vi = (
        f"từ {million} triệu đến {vi_high} tỷ đồng",
        f"từ {million} triệu đồng đến {vi_high} tỷ đồng",
        f"{million} triệu – {vi_high} tỷ đồng",
    )
    en = (
        f"from VND {million} million to VND {en_high} billion", f"between VND {million} million and VND {en_high} billion",
        f"{million} million to {en_high} billion dong", f"VND {million} million–{en_high} billion",
    )  # fmt: skip
    return Said(vi, en)


MIXED_RANGES = Kind(
    "ranges over two magnitudes",
    _RANGES,
    _say_mixed_range,
    _near_ranges,
    [Carrier("Mỗi trang trại thu {} một năm.", "Each farm earns {} a year.")],
)
