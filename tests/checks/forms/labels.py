"""Numbers that are names: of telephones and of roads."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from tests.checks.forms.said import Carrier, Kind, Said


def _say_phone(number: str) -> Said:
    """An office in Nghệ An: 0238, then seven digits."""
    a, b = number[:4], number[4:]
    vi = (
        f"0238 {a} {b}",
        f"0238.{a}.{b}",
        f"(0238) {a} {b}",
        f"0238-{a}-{b}",
        f"0238{a}{b}",
        f"02383.{number[1:4]}.{b}" if a[0] == "3" else f"0238 {number}",
        f"+84 238 {a} {b}",
        f"(+84) 238 {a} {b}",
        f"0238 {number}",
    )
    en = (
        f"+84 238 {a} {b}",
        f"+84 238 {number}",
        f"0238 {a} {b}",
        f"+84 (0)238 {a} {b}",
        f"+84-238-{a}-{b}",
        f"(+84) 238 {a} {b}",
        f"(+84 238) {a} {b}",
    )
    return Said(vi, en)


def _slips(number: str) -> Iterator[str]:
    for place in (0, 3, 6):
        digit = (int(number[place]) + 1) % 10
        yield f"{number[:place]}{digit}{number[place + 1 :]}"


PHONES = Kind(
    "telephone numbers",
    st.from_regex(r"\A[3-8][0-9]{6}\Z", fullmatch=True).filter(str.isascii),
    _say_phone,
    _slips,
    [
        Carrier("Điện thoại: {}.", "Telephone: {}."),
        Carrier("Người dân gọi số {} để được giúp.", "Residents can call {} for help."),
    ],
)


def _say_mobile(number: str) -> Said:
    whole = f"09{number}"
    vi = (
        f"{whole[:4]} {whole[4:7]} {whole[7:]}",
        f"{whole[:4]}.{whole[4:7]}.{whole[7:]}",
        whole,
        f"{whole[:3]} {whole[3:6]} {whole[6:]}",
        f"{whole[:4]}-{whole[4:7]}-{whole[7:]}",
    )
    en = (
        f"+84 {whole[1:4]} {whole[4:7]} {whole[7:]}",
        f"+84{whole[1:]}",
        f"{whole[:4]} {whole[4:7]} {whole[7:]}",
        f"+84 {whole[1:3]} {whole[3:6]} {whole[6:]}",
    )
    return Said(vi, en)


MOBILES = Kind(
    "mobile numbers",
    st.from_regex(r"\A[0-9]{8}\Z", fullmatch=True).filter(str.isascii),
    _say_mobile,
    _slips,
    [Carrier("Đường dây nóng: {}.", "Hotline: {}.")],
)

_LETTERS = {"": "A", "A": "B", "B": "C", "C": "D", "D": ""}
Road = tuple[int, str]


def _say_highway(road: Road) -> Said:
    name = f"{road[0]}{road[1]}"
    return Said(
        (f"Quốc lộ {name}", f"quốc lộ {name}", f"QL{name}", f"QL {name}"),
        (f"National Highway {name}", f"Highway {name}", f"National Road {name}", f"QL{name}", f"National Route {name}"),
    )


HIGHWAYS = Kind(
    "national highways",
    st.tuples(st.integers(1, 99), st.sampled_from(["", "", "A", "B", "C", "D"])),
    _say_highway,
    lambda road: [(road[0] + 1, road[1]), (road[0], _LETTERS[road[1]])],
    [
        Carrier("Xe cộ bị ùn tắc trên {} qua Diễn Châu.", "Traffic is blocked on {} through Diễn Châu."),
        Carrier("{} đang được nâng cấp.", "{} is being upgraded."),
    ],
)

PROVINCIAL_ROADS = Kind(
    "provincial roads",
    st.integers(530, 599),
    lambda number: Said(
        (f"đường tỉnh {number}", f"tỉnh lộ {number}", f"ĐT{number}", f"ĐT.{number}"),
        (f"Provincial Road {number}", f"provincial road {number}", f"Route {number}", f"DT{number}"),
    ),
    lambda number: [number + 1, number + 10],
    [Carrier("Mưa lớn gây sạt lở trên {}.", "Heavy rain caused a landslide on {}.")],
)
