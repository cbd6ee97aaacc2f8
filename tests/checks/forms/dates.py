"""Days with and without a year, ranges of days, weekdays, the lunar calendar."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from typing import Final

from hypothesis import strategies as st

from tests.checks.forms import words
from tests.checks.forms.said import Carrier, Kind, Said, unique

MONTHS_EN: Final = tuple(calendar.month_name)
ABBREVIATIONS: Final = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec")
MONTHS_VI: Final = ("", "Một", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười Một", "Mười Hai")
_DAYS: Final = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
YEARS_OF_NEWS = st.integers(1990, 2060)

Day = tuple[int, int]
"""Day and month."""


def _days() -> st.SearchStrategy[Day]:
    return st.integers(1, 12).flatmap(lambda month: st.tuples(st.integers(1, _DAYS[month]), st.just(month)))


def _near_days(day: Day) -> Iterator[Day]:
    number, month = day
    yield (number % _DAYS[month] + 1, month)
    if number + 10 <= _DAYS[month]:
        yield (number + 10, month)
    if number <= 28:
        yield (number, month % 12 + 1)
    if number != month and number <= 12:
        yield (month, number)


def _vietnamese_days(day: Day) -> Iterator[str]:
    number, month = day
    yield f"ngày {number}/{month}"
    yield f"ngày {number:02}/{month:02}"
    yield f"ngày {number}-{month}"
    yield f"ngày {number} tháng {month}"
    yield f"ngày {number} tháng {MONTHS_VI[month]}"
    yield f"ngày {number} tháng {MONTHS_VI[month].lower()}"
    yield f"sáng {number}/{month}"
    yield f"chiều ngày {number}/{month}"


def _english_days(day: Day) -> Iterator[str]:
    number, month = day
    name, short = MONTHS_EN[month], ABBREVIATIONS[month]
    nth = words.english_suffix(number)
    yield f"{number} {name}"
    yield f"{name} {number}"
    yield f"{nth} {name}"
    yield f"{name} {nth}"
    yield f"the {nth} of {name}"
    yield f"{number} {short}"
    yield f"{short} {number}"
    if month != 5:
        yield f"{short}. {number}"


DAYS = Kind(
    "days without a year",
    _days(),
    lambda day: Said(unique(_vietnamese_days(day)), unique(_english_days(day))),
    _near_days,
    [
        Carrier("Lễ khai mạc diễn ra vào {} tại Vinh.", "The opening ceremony takes place on {} in Vinh."),
        Carrier("Hạn nộp hồ sơ là {}.", "The deadline for applications is {}."),
        Carrier("{}, đoàn công tác làm việc tại Kỳ Sơn.", "On {} the delegation was at work in Kỳ Sơn."),
    ],
)

Date = tuple[Day, int]


def _say_date(date: Date) -> Said:
    (number, month), year = date
    name, short, nth = MONTHS_EN[month], ABBREVIATIONS[month], words.english_suffix(number)
    vi = (
        f"ngày {number}/{month}/{year}", f"ngày {number:02}/{month:02}/{year}", f"ngày {number}-{month}-{year}", f"ngày {number:02}.{month:02}.{year}",
        f"ngày {number} tháng {month} năm {year}", f"ngày {number:02} tháng {month:02} năm {year}", f"ngày {number} tháng {MONTHS_VI[month]} năm {year}",
        f"{number}/{month}/{year}", f"ngày {number} tháng {month}, {year}", f"ngày {number} tháng {month}/{year}",
    )  # fmt: skip
    en = (
        f"{number} {name} {year}", f"{name} {number}, {year}", f"{nth} {name} {year}", f"{name} {nth}, {year}", f"the {nth} of {name}, {year}",
        f"{number} {short} {year}", f"{short} {number}, {year}", f"{year}-{month:02}-{number:02}", f"{number} {name}, {year}", f"{name} {number} {year}",
    )  # fmt: skip
    return Said(unique(vi), unique(en))


def _near_dates(date: Date) -> Iterator[Date]:
    day, year = date
    yield from ((slip, year) for slip in _near_days(day))
    yield (day, year + 1)
    yield (day, year - 10)


DATES = Kind(
    "days with a year",
    st.tuples(_days(), YEARS_OF_NEWS),
    _say_date,
    _near_dates,
    [
        Carrier("Quyết định có hiệu lực từ {}.", "The decision takes effect on {}."),
        Carrier("Dự án khởi công {}, đang chậm tiến độ.", "The project broke ground on {} and is behind schedule."),
    ],
)


_WEEKDAYS: Final = (
    ("thứ Hai", "Monday"),
    ("thứ Ba", "Tuesday"),
    ("thứ Tư", "Wednesday"),
    ("thứ Năm", "Thursday"),
    ("thứ Sáu", "Friday"),
    ("thứ Bảy", "Saturday"),
    ("Chủ nhật", "Sunday"),
)


def _say_weekday(number: int) -> Said:
    vi, en = _WEEKDAYS[number]
    return Said(
        unique((vi, vi.lower(), vi[0].upper() + vi[1:], *((f"thứ {number + 2}",) if number < 6 else ("Chủ Nhật",)))),
        (en,),
    )


WEEKDAYS = Kind(
    "weekdays",
    st.integers(0, 6),
    _say_weekday,
    lambda number: [(number + 1) % 7, (number + 3) % 7],
    [
        Carrier("Chợ phiên họp vào {} hằng tuần.", "The market is held every {}."),
        Carrier("Sáng {}, đoàn rời thành phố Vinh.", "On {} morning the delegation left Vinh."),
    ],
)


def _say_lunar(day: Day) -> Said:
    number, month = day
    name = {1: "Giêng", 12: "Chạp"}.get(month, MONTHS_VI[month])
    vi = [
        f"ngày {number}/{month} âm lịch",
        f"ngày {number} tháng {name} âm lịch",
        f"ngày {number} tháng {name.lower()} âm lịch",
    ]
    if number <= 10:
        vi += [
            f"mùng {number} tháng {name} âm lịch",
            f"mồng {number} tháng {name} âm lịch",
            f"mùng {words.vietnamese(number)[0]} tháng {name} âm lịch",
        ]
    if number == 15:
        vi += [f"rằm tháng {name}", f"rằm tháng {name} âm lịch", f"Rằm tháng {name.lower()}"]
    nth, nth_month = words.english_suffix(number), words.english_suffix(month)
    worded, worded_month = words.english_ordinal(number), words.english_ordinal(month)
    en = [
        f"the {nth} day of the {worded_month} lunar month", f"the {worded} day of the {worded_month} lunar month", f"the {nth} of the {nth_month} lunar month",
        f"the {nth} day of the {nth_month} month of the lunar calendar",
    ]  # fmt: skip
    if number == 15:
        en += [
            f"the full moon of the {worded_month} lunar month",
            f"the full-moon day of the {worded_month} lunar month",
        ]
    return Said(unique(vi), unique(en))


LUNAR = Kind(
    "lunar days",
    st.tuples(st.one_of(st.just(15), st.integers(1, 30)), st.integers(1, 12)),
    _say_lunar,
    lambda day: [(day[0] % 30 + 1, day[1]), (day[0], day[1] % 12 + 1)],
    [Carrier("Lễ hội đền Cờn diễn ra vào {}.", "The Cờn temple festival takes place on {}.")],
)

DayRange = tuple[Day, Day]


def _ranges(first: Day, length: int) -> DayRange:
    day, month = first[0] + length, first[1]
    return (first, (day, month)) if day <= _DAYS[month] else (first, (day - _DAYS[month], month % 12 + 1))


def _say_range(value: DayRange) -> Said:
    (a, m), (b, n) = value
    vi = [
        f"từ ngày {a}/{m} đến ngày {b}/{n}",
        f"từ {a}/{m} đến {b}/{n}",
        f"từ ngày {a}/{m} đến {b}/{n}",
        f"từ ngày {a} tháng {m} đến ngày {b} tháng {n}",
        f"ngày {a}/{m} - {b}/{n}",
        f"từ {a}/{m} tới {b}/{n}",
    ]
    x, y = MONTHS_EN[m], MONTHS_EN[n]
    en = [
        f"from {a} {x} to {b} {y}",
        f"from {x} {a} to {y} {b}",
        f"{a} {x} – {b} {y}",
        f"{x} {a}–{y} {b}",
        f"{x} {a} to {y} {b}",
        f"between {a} {x} and {b} {y}",
    ]
    if m == n:
        vi += [
            f"từ {a} đến {b}/{m}",
            f"từ ngày {a} đến {b}/{m}",
            f"từ ngày {a} đến ngày {b}/{m}",
            f"ngày {a}-{b}/{m}",
            f"từ {a}-{b}/{m}",
            f"từ ngày {a} đến ngày {b} tháng {m}",
            f"các ngày {a} – {b}/{m}",
        ]
        en += [
            f"from {a} to {b} {x}",
            f"{a}–{b} {x}",
            f"{a}-{b} {x}",
            f"{x} {a}–{b}",
            f"{x} {a} to {b}",
            f"from {x} {a} to {b}",
            f"between {x} {a} and {b}",
            f"between {a} and {b} {x}",
            f"from the {words.english_suffix(a)} to the {words.english_suffix(b)} of {x}",
        ]
    return Said(unique(vi), unique(en))


def _near_ranges(value: DayRange) -> Iterator[DayRange]:
    first, last = value
    yield (first, (last[0] % _DAYS[last[1]] + 1, last[1]))
    if first[0] > 1:
        yield ((first[0] - 1, first[1]), last)


DAY_RANGES = Kind(
    "ranges of days",
    st.builds(_ranges, _days(), st.integers(1, 9)),
    _say_range,
    _near_ranges,
    [
        Carrier("Hội chợ diễn ra {} tại Vinh.", "The fair runs {} in Vinh."),
        Carrier("Đường tạm đóng {}.", "The road is closed {}."),
    ],
)
