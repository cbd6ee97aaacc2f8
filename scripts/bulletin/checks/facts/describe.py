"""A fact's value in words of both languages, for messages: "1.250,5 tỷ đồng" is VND 1,250.5 billion."""

from __future__ import annotations

from babel.numbers import format_decimal

from bulletin.checks.facts.tables import CURRENCIES
from bulletin.model.catalogue import Words
from bulletin.model.fact import Fact, Family, Key

_STEPS = ((1e12, "nghìn tỷ", "trillion"), (1e9, "tỷ", "billion"), (1e6, "triệu", "million"))
_NAMES = {
    "month": ("tháng", "months"), "point": ("điểm phần trăm", "percentage points"), "%": ("%", "%"),
}  # fmt: skip
_WEEKDAYS_VI = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def describe(fact: Fact) -> Words:
    """What a fact is worth, in parentheses after a space; nothing where it is written so already."""
    said = [key for key in fact.keys if key[0] != "w" or fact.family is Family.WEEKDAY]  # "thứ năm" is the fifth too
    words = _value((said or fact.keys or fact.foreign)[0])
    if words is None or fact.text in (words.vi, words.en):
        return Words("", "")
    return Words(f" ({words.vi})", f" ({words.en})")


def _value(key: Key) -> Words | None:
    kind, *rest = key
    if kind == "u" and rest[0] == "s":
        return _duration(float(rest[1]))
    if kind == "u":
        return _amount(float(rest[1]), str(rest[0]))
    if kind in ("=", "~"):
        return _number(float(rest[0]))
    if kind == "d":
        return Words(f"ngày {rest[0]}/{rest[1]}", f"day {rest[0]} of month {rest[1]}")
    if kind == "t":
        hour, minute = divmod(int(rest[0]), 60)
        return Words(f"{hour:02}:{minute:02}", f"{hour:02}:{minute:02}")
    if kind == "w":
        return Words(_WEEKDAYS_VI[int(rest[0]) - 1], _WEEKDAYS_EN[int(rest[0]) - 1])
    names = {
        "m": ("tháng {}", "month {}"),
        "q": ("quý {}", "quarter {}"),
        "h": ("nửa năm thứ {}", "half {} of the year"),
    }
    if kind in names:
        vi, en = names[kind]
        return Words(vi.format(rest[0]), en.format(rest[0]))
    return None


def _amount(value: float, unit: str) -> Words:
    number = _number(value)
    if unit == "VND":
        return Words(f"{number.vi} đồng", f"VND {number.en}")
    if unit in CURRENCIES:
        return Words(f"{number.vi} {unit}", f"{unit} {number.en}")
    vi, en = _NAMES.get(unit, (unit, unit))
    space = "" if unit == "%" else " "
    return Words(f"{number.vi}{space}{vi}", f"{number.en}{space}{en}")


def _duration(seconds: float) -> Words:
    for step, vi, en in ((86400, "ngày", "days"), (3600, "giờ", "hours"), (60, "phút", "minutes")):
        if seconds % step == 0:
            number = _number(seconds / step)
            return Words(f"{number.vi} {vi}", f"{number.en} {en}")
    number = _number(seconds)
    return Words(f"{number.vi} giây", f"{number.en} seconds")


def _number(value: float) -> Words:
    for step, vi, en in _STEPS:
        if abs(value) >= step and round(value / step, 6) == value / step:
            scaled = value / step
            if step == 1e12 and scaled < 1000:  # Vietnamese counts in tỷ up to there
                return Words(f"{_decimal(value / 1e9, 'vi')} tỷ", f"{_decimal(scaled, 'en')} {en}")
            return Words(f"{_decimal(scaled, 'vi')} {vi}", f"{_decimal(scaled, 'en')} {en}")
    return Words(_decimal(value, "vi"), _decimal(value, "en"))


def _decimal(value: float, tag: str) -> str:
    if not abs(value) < 1e17:  # with ten decimals, Babel writes 28 digits at most
        return f"{value:.3g}"
    pattern = "#,##0.##########" if abs(value) >= 10_000 or not float(value).is_integer() else "0.##########"
    return format_decimal(value, pattern, locale=tag)
