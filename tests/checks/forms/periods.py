"""Months, quarters, halves, years, decades, centuries, and ranges of them."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from tests.checks.forms import words
from tests.checks.forms.dates import ABBREVIATIONS, MONTHS_EN, MONTHS_VI, YEARS_OF_NEWS
from tests.checks.forms.said import Carrier, Kind, Said, unique


def _say_month(month: int) -> Said:
    vi = (f"tháng {month}", f"tháng {month:02}", f"tháng {MONTHS_VI[month]}", f"tháng {MONTHS_VI[month].lower()}")
    return Said(unique(vi), (MONTHS_EN[month],))


MONTHS = Kind(
    "months",
    st.integers(1, 12),
    _say_month,
    lambda month: [month % 12 + 1, (month + 5) % 12 + 1],
    [
        Carrier("Nhà máy dự kiến hoạt động vào {}.", "The plant is due to start work in {}."),
        Carrier("Trong {}, xuất khẩu dệt may phục hồi.", "In {} garment exports recovered."),
        Carrier("Đoàn sẽ trở lại vào giữa {}.", "The delegation will be back in mid-{}."),
    ],
)

MonthOfYear = tuple[int, int]


def _say_month_of_year(value: MonthOfYear) -> Said:
    month, year = value
    vi = (
        f"tháng {month}/{year}",
        f"tháng {month:02}/{year}",
        f"tháng {month} năm {year}",
        f"tháng {MONTHS_VI[month]} năm {year}",
        f"tháng {month}-{year}",
    )
    en = (
        f"{MONTHS_EN[month]} {year}",
        f"{ABBREVIATIONS[month]} {year}",
        f"{MONTHS_EN[month]} of {year}",
        f"{MONTHS_EN[month]}, {year}",
    )
    return Said(unique(vi), unique(en))


MONTHS_OF_YEARS = Kind(
    "months with a year",
    st.tuples(st.integers(1, 12), YEARS_OF_NEWS),
    _say_month_of_year,
    lambda value: [(value[0] % 12 + 1, value[1]), (value[0], value[1] + 1)],
    [Carrier("Cầu Cửa Hội thông xe {}.", "Cửa Hội bridge opened to traffic in {}.")],
)

Period = tuple[int, int]
"""Its number in the year, and the year; 0 for no year."""
_PERIOD_YEARS = st.one_of(st.just(0), YEARS_OF_NEWS)


def _near_periods(count: int, value: Period) -> Iterator[Period]:
    number, year = value
    yield (number % count + 1, year)
    if year:
        yield (number, year + 1)


def _say_quarter(value: Period) -> Said:
    number, year = value
    names = (f"quý {words.roman(number)}", f"quý {number}", f"quý {('một', 'hai', 'ba', 'tư')[number - 1]}")
    nth = (words.english_ordinal(number), words.english_suffix(number))
    if not year:
        return Said(names, (*(f"the {each} quarter" for each in nth), f"Q{number}"))
    vi = [f"{name}{link}{year}" for name in names for link in ("/", " năm ", "-")]
    en = [f"the {each} quarter of {year}" for each in nth]
    en += [f"Q{number} {year}", f"Q{number}/{year}", f"Q{number} of {year}"]
    return Said(unique(vi), unique(en))


QUARTERS = Kind(
    "quarters",
    st.tuples(st.integers(1, 4), _PERIOD_YEARS),
    _say_quarter,
    lambda value: _near_periods(4, value),
    [
        Carrier("Dự án hoàn thành trong {}.", "The project is to be finished in {}."),
        Carrier("{}, kinh tế tăng trưởng khá.", "In {} the economy grew well."),
    ],
)


def _say_half(value: Period) -> Said:
    number, year = value
    side = ("đầu", "cuối")[number - 1]
    tail = f"năm {year}" if year else "năm"
    vi = (f"6 tháng {side} {tail}", f"sáu tháng {side} {tail}", f"nửa {side} {tail}")
    name, span = ("first", "second")[number - 1], ("first", "last")[number - 1]
    of = f"of {year}" if year else "of the year"
    en = [
        f"the {name} half {of}",
        f"H{number} {year}" if year else f"H{number}",
        f"the {span} six months {of}",
        f"the {span} 6 months {of}",
    ]
    return Said(vi, unique(en))


HALVES = Kind(
    "halves of years",
    st.tuples(st.integers(1, 2), _PERIOD_YEARS),
    _say_half,
    lambda value: _near_periods(2, value),
    [
        Carrier("Trong {}, thu ngân sách tăng khá.", "In {} budget revenue rose well."),
        Carrier("Kết quả {} cho thấy xu hướng tích cực.", "Results for {} show a good trend."),
    ],
)

YEARS = Kind(
    "years",
    st.integers(1802, 2099),
    lambda year: Said((f"năm {year}",), (f"{year}", f"the year {year}")),
    lambda year: [year + 1, year + 10, year - 100],
    [
        Carrier("Trường được thành lập {}.", "The school was founded in {}."),
        Carrier("Kế hoạch {} đã được thông qua.", "The plan for {} has been adopted."),
    ],
)

Years = tuple[int, int]


def _say_years(value: Years) -> Said:
    first, last = value
    vi = [f"giai đoạn {first}{dash}{last}" for dash in ("-", "–", " - ", " – ")]
    vi += [f"giai đoạn từ {first} đến {last}", f"thời kỳ từ năm {first} đến năm {last}", f"nhiệm kỳ {first}-{last}"]
    en = [f"the {first}{dash}{last} period" for dash in ("-", "–")]
    en += [f"{first}–{last}", f"the years from {first} to {last}", f"the period between {first} and {last}"]
    if first // 100 == last // 100:
        en += [f"the {first}–{last % 100:02} period"]
    return Said(tuple(vi), tuple(en))


YEAR_RANGES = Kind(
    "ranges of years",
    st.tuples(st.integers(1995, 2040), st.integers(1, 15)).map(lambda value: (value[0], value[0] + value[1])),
    _say_years,
    lambda value: [(value[0], value[1] + 1), (value[0] - 1, value[1])],
    [Carrier("Quy hoạch phát triển {} đã được phê duyệt.", "The development plan for {} has been approved.")],
)


def _say_decade(decade: int) -> Said:
    vi = [f"thập niên {decade}", f"thập kỷ {decade}", f"những năm {decade}"]
    en = [f"the {decade}s"]
    if 1930 <= decade < 2000:
        name = words.english(decade % 100)[0]
        vi += [f"thập niên {decade % 100}", f"những năm {decade % 100}"]
        en += [f"the {decade % 100}s", f"the ’{decade % 100}s", f"the {name[:-1]}ies"]
    return Said(tuple(vi), tuple(en))


DECADES = Kind(
    "decades",
    st.integers(190, 204).map(lambda number: number * 10),
    _say_decade,
    lambda decade: [decade + 10, decade - 10],
    [
        Carrier("Ngôi nhà được xây từ {}.", "The house was built in {}."),
        Carrier("Vào {}, nghề dệt gần như thất truyền.", "In {} weaving was all but lost."),
    ],
)


def _say_century(number: int) -> Said:
    vi = (
        f"thế kỷ {words.roman(number)}",
        f"thế kỷ {number}",
        f"thế kỷ thứ {number}",
        f"thế kỷ thứ {words.roman(number)}",
        f"thế kỉ {words.roman(number)}",
    )
    return Said(vi, (f"the {words.english_suffix(number)} century", f"the {words.english_ordinal(number)} century"))


CENTURIES = Kind(
    "centuries",
    st.integers(1, 22),
    _say_century,
    lambda number: [number + 1, number + 10],
    [
        Carrier("Đền được dựng vào {}.", "The temple was built in {}."),
        Carrier("Bức tượng có từ {}, theo các nhà khảo cổ.", "The statue dates from {}, archaeologists say."),
    ],
)


def _say_month_range(value: tuple[int, int]) -> Said:
    a, b = value
    x, y = MONTHS_EN[a], MONTHS_EN[b]
    vi = (
        f"từ tháng {a} đến tháng {b}",
        f"từ tháng {a} đến {b}",
        f"từ tháng {a}-{b}",
        f"từ tháng {MONTHS_VI[a]} đến tháng {MONTHS_VI[b]}",
        f"tháng {a} – tháng {b}",
    )
    return Said(vi, (f"from {x} to {y}", f"{x}–{y}", f"between {x} and {y}", f"{x} to {y}"))


MONTH_RANGES = Kind(
    "ranges of months",
    st.tuples(st.integers(1, 6), st.integers(1, 6)).map(lambda value: (value[0], value[0] + value[1])),
    _say_month_range,
    lambda value: [(value[0], value[1] % 12 + 1)] if value[1] < 12 else [(value[0], value[1] - 1)],
    [Carrier("Mùa du lịch biển kéo dài {}.", "The seaside season lasts {}.")],
)


def _say_months_so_far(count: int) -> Said:
    word_vi, word_en = words.vietnamese(count)[0], words.english(count)[0]
    vi = (f"{count} tháng đầu năm", f"{word_vi} tháng đầu năm")
    return Said(
        vi,
        (
            f"the first {count} months of the year",
            f"the first {word_en} months of the year",
            f"the first {word_en} months",
            f"the year’s first {word_en} months",
        ),
    )


MONTHS_SO_FAR = Kind(
    "months of the year so far",
    st.integers(2, 11),
    _say_months_so_far,
    lambda count: [count + 1, count - 1] if count > 2 else [count + 1],
    [Carrier("Trong {}, xuất khẩu tăng khá.", "In {} exports rose well.")],
)

ANNIVERSARIES = Kind(
    "anniversaries",
    st.integers(2, 150),
    lambda count: Said(
        (f"kỷ niệm {count} năm", f"kỷ niệm lần thứ {count}"),
        unique((f"the {words.english_suffix(count)} anniversary", f"{count} years")),
    ),
    lambda count: [count + 1, count + 10],
    [Carrier("Trường tổ chức lễ {} ngày thành lập.", "The school marked {} since its founding.")],
)
