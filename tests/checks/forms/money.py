"""Money: each currency before or after its amount, by sign, code and name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from hypothesis import strategies as st

from tests.checks.forms.numbers import amounts, english, english_digits, near, vietnamese
from tests.checks.forms.said import Carrier, Kind, Said, unique


@dataclass(frozen=True, slots=True)
class _Currency:
    """How a currency is called."""

    vi: tuple[str, ...]
    """After the amount, with the space that belongs there."""
    before: tuple[str, ...]
    """In English, before the amount."""
    after: tuple[str, ...]
    """In English, after the amount."""


CURRENCIES: Final[Mapping[str, _Currency]] = {
    "VND": _Currency(
        (" đồng", " VND", " VNĐ", " đ", " đồng Việt Nam"),
        ("VND ", "VND", "VNĐ "),
        (" dong", " Vietnamese dong", " VND", " đồng"),
    ),
    "USD": _Currency(
        (" USD", " đô la Mỹ", " đô-la Mỹ", " đô la"),
        ("USD ", "USD", "US$", "$", "US$ "),
        (" US dollars", " dollars", " USD", " U.S. dollars"),
    ),
    "EUR": _Currency((" euro", " EUR"), ("EUR ", "€"), (" euros", " euro", " EUR")),
    "JPY": _Currency((" yên", " yên Nhật", " JPY", " yen"), ("JPY ", "¥"), (" yen", " Japanese yen")),
    "KRW": _Currency((" won", " KRW"), ("KRW ", "₩"), (" won", " Korean won")),
    "CNY": _Currency((" nhân dân tệ", " NDT", " CNY"), ("CNY ", "RMB "), (" yuan", " renminbi")),
    "LAK": _Currency((" kíp", " kip", " kíp Lào", " LAK"), ("LAK ",), (" kip", " Lao kip")),
    "THB": _Currency((" baht", " THB"), ("THB ",), (" baht", " Thai baht")),
    "GBP": _Currency((" bảng Anh", " GBP"), ("GBP ", "£"), (" pounds", " pounds sterling")),
    "SGD": _Currency((" đô la Singapore", " SGD"), ("SGD ", "S$"), (" Singapore dollars",)),
    "AUD": _Currency((" đô la Úc", " AUD"), ("AUD ", "A$"), (" Australian dollars",)),
}

Money = tuple[Decimal, str]


def say(money: Money) -> Said:
    """An amount of money."""
    value, code = money
    names = CURRENCIES[code]
    vi = [f"{form}{name}" for form in vietnamese(value) for name in names.vi]
    en = [f"{name}{form}" for form in english_digits(value) for name in names.before]
    en += [f"{form}{name}" for form in english(value) for name in names.after]
    en += [f"{names.before[0]}{form}" for form in _short(value)]
    return Said(unique(vi), unique(en))


def _short(value: Decimal) -> Iterator[str]:
    for form in english_digits(value):
        for name, short in (("million", "m"), ("billion", "bn"), ("trillion", "tn")):
            if form.endswith(f" {name}"):
                yield form.replace(f" {name}", short)


def _slips(money: Money) -> Iterator[Money]:
    value, code = money
    yield from ((slip, code) for slip in near(value))
    yield from ((value, other) for other in ("VND", "USD", "EUR", "JPY") if other != code)


MONEY = Kind(
    "money",
    st.tuples(
        st.one_of(amounts(5, 12), amounts(2, 6)).filter(lambda value: value >= 1000),
        st.one_of(st.just("VND"), st.just("USD"), st.sampled_from(sorted(CURRENCIES))),
    ),
    say,
    _slips,
    [
        Carrier("Tổng vốn đầu tư của dự án là {}.", "The project's total investment is {}."),
        Carrier(
            "Tổng vốn đăng ký {}, chủ yếu từ ngân sách.", "Total registered capital is {}, mostly from the budget."
        ),
        Carrier("Thu ngân sách đạt {} (bằng 62% dự toán).", "Budget revenue came to {} (62% of the estimate)."),
        Carrier("Mỗi hộ được hỗ trợ {} để làm nhà.", "Each household receives {} to build a house."),
    ],
)
