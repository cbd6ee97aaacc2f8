"""Times of the day."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from tests.checks.forms import words
from tests.checks.forms.said import Carrier, Kind, Said, unique

Time = tuple[int, int]
"""Hour and minute."""


def _part(hour: int) -> str:
    if hour < 11:
        return "sáng"
    return "trưa" if hour < 13 else "chiều" if hour < 18 else "tối"


def _vietnamese(time: Time) -> Iterator[str]:
    hour, minute = time
    part, small = _part(hour), hour if hour <= 12 else hour - 12
    if not minute:
        yield from (
            f"{hour}h",
            f"{hour} giờ",
            f"{hour}h00",
            f"{hour}:00",
            f"{hour:02}h",
            f"{hour:02}:00",
            f"{small} giờ {part}",
            f"{small}h {part}",
        )
        yield f"{words.vietnamese(small)[0]} giờ {part}"
        return
    yield from (
        f"{hour}h{minute:02}",
        f"{hour} giờ {minute:02}",
        f"{hour} giờ {minute:02} phút",
        f"{hour}:{minute:02}",
        f"{hour:02}h{minute:02}",
        f"{hour}g{minute:02}",
    )
    yield from (
        f"{small} giờ {minute:02} phút {part}",
        f"{small} giờ {minute:02} {part}",
        f"{small}h{minute:02} {part}",
    )
    if minute > 30:
        yield from (f"{hour + 1} giờ kém {60 - minute}", f"{hour + 1} giờ kém {60 - minute} phút")
    if minute == 30:
        yield from (f"{hour} giờ rưỡi", f"{small} giờ rưỡi {part}", f"{small}h rưỡi {part}")


def _english(time: Time) -> Iterator[str]:
    hour, minute = time
    small = hour if hour <= 12 else hour - 12
    half = "a.m." if hour < 12 else "p.m."
    short = half.replace(".", "")
    yield f"{hour:02}:{minute:02}"
    if hour < 10:
        yield f"{hour}:{minute:02}"
    if not minute:
        yield from (
            f"{small} {half}",
            f"{small}{short}",
            f"{small} {short}",
            f"{small} {short.upper()}",
            f"{small}:00 {half}",
        )
        yield f"{small} o’clock"
        yield f"{words.english(small)[0]} o'clock"
        return
    yield from (
        f"{small}:{minute:02} {half}",
        f"{small}:{minute:02}{short}",
        f"{small}.{minute:02} {half}",
        f"{small}:{minute:02} {short.upper()}",
    )
    if minute == 30:
        yield f"half past {words.english(small)[0]}"
    if minute == 45:
        yield f"a quarter to {words.english(small % 12 + 1)[0]}"  # not "ten to nine", which may be a range
    if minute == 15:
        yield f"a quarter past {words.english(small)[0]}"


def _slips(time: Time) -> Iterator[Time]:
    hour, minute = time
    yield (hour % 20 + 2, minute) if hour % 20 + 2 != hour and (hour % 20 + 2 - hour) % 12 else (hour - 1, minute)
    yield (hour, (minute + 10) % 60)


CLOCK = Kind(
    "times of the day",
    st.tuples(st.integers(5, 22), st.sampled_from([0, 0, 30, 30, 15, 45, 5, 50])),
    lambda time: Said(unique(_vietnamese(time)), unique(_english(time))),
    _slips,
    [
        Carrier("Lễ khai mạc bắt đầu lúc {} tại quảng trường.", "The opening ceremony begins at {} in the square."),
        Carrier("Bão đổ bộ vào khoảng {}.", "The storm made landfall at about {}."),
        Carrier("Tàu rời ga lúc {}, đến nơi trong ngày.", "The train leaves at {} and arrives the same day."),
    ],
)


def _say_span(value: tuple[int, int]) -> Said:
    start, end = value
    vi = (
        f"từ {start}h đến {end}h",
        f"từ {start} giờ đến {end} giờ",
        f"{start}h00-{end}h00",
        f"từ {start} đến {end} giờ",
        f"{start}h – {end}h",
    )
    a, b = (hour if hour <= 12 else hour - 12 for hour in value)
    x, y = ("a.m." if hour < 12 else "p.m." for hour in value)
    en = [
        f"from {a} {x} to {b} {y}",
        f"{a} {x}–{b} {y}",
        f"from {start:02}:00 to {end:02}:00",
        f"{start:02}:00–{end:02}:00",
        f"between {a} {x} and {b} {y}",
    ]
    if x == y:
        en += [f"from {a} to {b} {x}", f"{a}–{b} {x}"]
    return Said(vi, tuple(en))


OPENING_HOURS = Kind(
    "spans of the day",
    st.tuples(st.integers(5, 16), st.integers(1, 6)).map(lambda value: (value[0], sum(value))),
    _say_span,
    lambda value: [(value[0], value[1] + 1), (value[0] - 1, value[1])],
    [Carrier("Bảo tàng mở cửa {} hằng ngày.", "The museum is open {} every day.")],
)

_NAMED = (
    (0, ("nửa đêm", "0h", "0 giờ"), ("midnight", "00:00", "12 a.m.")),
    (12, ("12 giờ trưa", "12h", "12 giờ"), ("noon", "12 noon", "12:00", "12 p.m.", "midday")),
)

NOON_AND_MIDNIGHT = Kind(
    "noon and midnight",
    st.integers(0, 1),
    lambda index: Said(_NAMED[index][1], _NAMED[index][2]),
    lambda index: [1 - index],
    [Carrier("Lệnh cấm có hiệu lực từ {} hôm nay.", "The ban has been in force since {} today.")],
)
