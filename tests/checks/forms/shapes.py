"""Ordinals, multiples and fractions."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from tests.checks.forms import words
from tests.checks.forms.numbers import digits
from tests.checks.forms.said import Carrier, Kind, Said, unique


def _say_ordinal(number: int) -> Said:
    vi = [f"lần thứ {number}", f"lần thứ {words.roman(number)}"]
    if number == 1:
        vi += ["lần thứ nhất", "lần đầu tiên", "lần đầu"]
    elif number in (2, 4):
        vi += [f"lần thứ {'hai' if number == 2 else 'tư'}"]
    else:
        vi += [f"lần thứ {each}" for each in words.vietnamese(number)]
    return Said(unique(vi), (f"the {words.english_suffix(number)} time", f"the {words.english_ordinal(number)} time"))


ORDINALS = Kind(
    "ordinals",
    st.integers(1, 39),
    _say_ordinal,
    lambda number: [number + 1, number + 10],
    [
        Carrier("Đây là {} hội chợ được tổ chức tại Vinh.", "This is {} that the fair has been held in Vinh."),
        Carrier("Đội bóng giành cúp {}.", "The team has won the cup for {}."),
    ],
)


def _say_congress(number: int) -> Said:
    vi = (
        f"Đại hội lần thứ {words.roman(number)}",
        f"Đại hội lần thứ {number}",
        f"Đại hội {words.roman(number)}",
        f"Đại hội thứ {number}",
    )
    en = (
        f"the {words.english_suffix(number)} Congress",
        f"the {words.english_ordinal(number)} Congress",
        f"the {words.english_ordinal(number).title()} Congress",
    )
    return Said(vi, unique(en))


CONGRESSES = Kind(
    "congresses",
    st.integers(2, 30),
    _say_congress,
    lambda number: [number + 1, number + 10],
    [
        Carrier(
            "Nghị quyết {} Đảng bộ tỉnh đã đi vào cuộc sống.",
            "The resolution of {} of the provincial Party has been put to work.",
        )
    ],
)


def _say_multiple(value: Decimal) -> Said:
    vi, en = digits(value, "vi"), digits(value, "en")
    said_vi, said_en = [f"gấp {vi} lần"], [f"{en} times"]
    whole = int(value)
    if value == whole and whole <= 10:
        said_vi += [f"gấp {each} lần" for each in words.vietnamese(whole)]
        said_en += [f"{words.english(whole)[0]} times"]
    extra = {
        2: (("gấp đôi", "gấp hai"), ("twice", "double")),
        3: (("gấp ba",), ("triple",)),
        4: (("gấp bốn",), ()),
        5: (("gấp năm",), ()),
    }.get(whole, ((), ()))
    if value == whole:
        said_vi += extra[0]
        said_en += extra[1]
    if value == Decimal("1.5"):
        said_vi += ["gấp rưỡi"]
        said_en += ["one and a half times"]
    return Said(unique(said_vi), unique(said_en))


MULTIPLES = Kind(
    "multiples",
    st.one_of(
        st.integers(2, 10).map(Decimal),
        st.integers(11, 95).map(lambda tenths: Decimal(tenths) / 10),
        st.just(Decimal("1.5")),
    ),
    _say_multiple,
    lambda value: [value + 1, value + Decimal("0.5")],
    [
        Carrier("Sản lượng {} năm trước.", "Output was {} the previous year’s."),
        Carrier("Giá đất ở đây cao {} mức chung.", "Land here costs {} the usual price."),
    ],
)


def _say_growth(value: int) -> Said:
    word = words.vietnamese(value)[0]
    vi = [f"tăng gấp {value} lần", f"tăng gấp {word} lần", f"tăng {value} lần"]
    en = [
        f"rose {words.english(value)[0]}fold",
        f"grew {words.english(value)[0]} times",
        f"went up {value} times",
        f"rose {value}-fold",
    ]
    extra: dict[int, tuple[str, tuple[str, ...]]] = {
        2: ("đôi", ("doubled", "rose twofold")),
        3: ("ba", ("tripled", "trebled")),
        4: ("bốn", ("quadrupled",)),
    }
    if value in extra:
        vi.append(f"tăng gấp {extra[value][0]}")
        en += extra[value][1]
    return Said(unique(vi), unique(en))


GROWTH = Kind(
    "growth by a multiple",
    st.integers(2, 10),
    _say_growth,
    lambda value: [value + 1],
    [Carrier("Doanh thu du lịch {} sau dịch.", "Tourism revenue {} after the epidemic.")],
)

Fraction = tuple[int, int]
_NAMES = {3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 8: "eighth", 10: "tenth"}
_FRACTIONS = [
    (1, 3),
    (2, 3),
    (1, 4),
    (3, 4),
    (1, 5),
    (2, 5),
    (3, 5),
    (4, 5),
    (5, 6),
    (3, 8),
    (7, 8),
    (3, 10),
    (9, 10),
    (1, 2),
]


def _say_fraction(value: Fraction) -> Said:
    top, bottom = value
    if bottom == 2:
        return Said(("một nửa", "1/2", "nửa"), ("half", "one half", "a half", "1/2", "one-half"))
    below = {4: "tư"}.get(bottom, words.vietnamese(bottom)[0])
    vi = (f"{top}/{bottom}", f"{words.vietnamese(top)[0]} phần {below}", f"{top} phần {bottom}")
    name = _NAMES[bottom] + ("s" if top > 1 else "")
    en = [f"{top}/{bottom}", f"{words.english(top)[0]}-{name}", f"{words.english(top)[0]} {name}"]
    if top == 1:
        en.append(f"a {name}")
    if (top, bottom) == (3, 4):
        en.append("three-fourths")
    return Said(vi, tuple(en))


FRACTIONS = Kind(
    "fractions",
    st.sampled_from(_FRACTIONS),
    _say_fraction,
    lambda value: [other for other in _FRACTIONS if other != value],
    [
        Carrier("Khoảng {} số hộ đã có nước sạch.", "About {} of the households have clean water."),
        Carrier("{} diện tích lúa đã được gặt.", "{} of the rice area has been harvested."),
    ],
)
