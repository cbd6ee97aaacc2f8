"""Small tables of words for quantities, by language, each with its source.

Units: the International System of Units (BIPM, 9th edition) and Vietnam's Decree 86/2012/NĐ-CP; traditional ones as the General
Statistics Office publishes them (1 tạ = 100 kg, 1 yến = 10 kg). Currencies: ISO 4217. Months: CLDR, by Babel.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from babel import Locale

Unit = tuple[str, float]
"""Name of the base unit and how many of it one unit is."""

PERCENT: Final = "%"
POINT: Final = "point"
"""Percentage points."""

_SYMBOLS: dict[str, Unit] = {
    "%": (PERCENT, 1), "‰": ("‰", 1),
    "km": ("m", 1000), "m": ("m", 1), "cm": ("m", 0.01), "mm": ("m", 0.001),
    "ha": ("m²", 1e4), "m2": ("m²", 1), "m²": ("m²", 1), "km2": ("m²", 1e6), "km²": ("m²", 1e6),
    "m3": ("m³", 1), "m³": ("m³", 1), "kg": ("kg", 1), "g": ("kg", 0.001), "mg": ("kg", 1e-6),
    "w": ("W", 1), "kw": ("W", 1e3), "mw": ("W", 1e6), "gw": ("W", 1e9), "kwp": ("W", 1e3), "mwp": ("W", 1e6), "gwp": ("W", 1e9),
    "kwh": ("Wh", 1e3), "mwh": ("Wh", 1e6), "gwh": ("Wh", 1e9), "kv": ("V", 1e3), "kva": ("VA", 1e3), "mva": ("VA", 1e6),
    "gb": ("B", 1e9), "mb": ("B", 1e6), "tb": ("B", 1e12), "mbps": ("bps", 1e6), "gbps": ("bps", 1e9),
    "teu": ("TEU", 1), "teus": ("TEU", 1), "dwt": ("kg", 1000), "ml": ("m³", 1e-6), "°c": ("°C", 1), "℃": ("°C", 1), "°": ("°C", 1),
    "μg": ("kg", 1e-9), "µg": ("kg", 1e-9), "hz": ("Hz", 1), "mhz": ("Hz", 1e6),
}  # fmt: skip
_CURRENCIES: dict[str, str] = {
    "vnd": "VND", "vnđ": "VND", "₫": "VND", "usd": "USD", "us$": "USD", "$": "USD", "eur": "EUR", "€": "EUR", "jpy": "JPY", "¥": "JPY",
    "krw": "KRW", "₩": "KRW", "cny": "CNY", "rmb": "CNY", "lak": "LAK", "thb": "THB", "gbp": "GBP", "£": "GBP", "sgd": "SGD", "s$": "SGD",
    "aud": "AUD", "a$": "AUD", "cad": "CAD", "hkd": "HKD", "twd": "TWD", "inr": "INR", "rub": "RUB", "chf": "CHF", "khr": "KHR",
}  # fmt: skip
_SHARED: dict[str, Unit] = {**_SYMBOLS, **{word: (code, 1) for word, code in _CURRENCIES.items()}}

UNITS: Mapping[str, Mapping[str, Unit]] = {
    "vi": {
        **_SHARED,
        "phần trăm": (PERCENT, 1), "điểm phần trăm": (POINT, 1), "điểm %": (POINT, 1), "phần nghìn": ("‰", 1),
        "đồng": ("VND", 1), "đ": ("VND", 1), "việt nam đồng": ("VND", 1), "đồng việt nam": ("VND", 1),
        "đô la mỹ": ("USD", 1), "đô-la mỹ": ("USD", 1), "đôla mỹ": ("USD", 1), "đô la": ("USD", 1), "đô-la": ("USD", 1), "đôla": ("USD", 1), "mỹ kim": ("USD", 1),
        "đô la úc": ("AUD", 1), "đô la singapore": ("SGD", 1), "đô la canada": ("CAD", 1), "đô la hồng kông": ("HKD", 1),
        "euro": ("EUR", 1), "ơ-rô": ("EUR", 1), "yên": ("JPY", 1), "yen": ("JPY", 1), "yên nhật": ("JPY", 1), "won": ("KRW", 1), "nhân dân tệ": ("CNY", 1), "ndt": ("CNY", 1),
        "kíp": ("LAK", 1), "kip": ("LAK", 1), "kíp lào": ("LAK", 1), "bạt": ("THB", 1), "baht": ("THB", 1), "bảng anh": ("GBP", 1), "rúp": ("RUB", 1), "franc thụy sĩ": ("CHF", 1),
        "ki-lô-mét": ("m", 1000), "kilômét": ("m", 1000), "ki lô mét": ("m", 1000), "kilomet": ("m", 1000), "cây số": ("m", 1000), "mét": ("m", 1), "centimét": ("m", 0.01), "xăng-ti-mét": ("m", 0.01),
        "mi-li-mét": ("m", 0.001), "milimét": ("m", 0.001), "feet": ("ft", 1), "foot": ("ft", 1), "ft": ("ft", 1), "hải lý": ("nmi", 1), "hải lí": ("nmi", 1), "dặm": ("mi", 1),
        "héc-ta": ("m²", 1e4), "hecta": ("m²", 1e4), "héc ta": ("m²", 1e4), "hec-ta": ("m²", 1e4), "mét vuông": ("m²", 1), "ki-lô-mét vuông": ("m²", 1e6), "km vuông": ("m²", 1e6), "m vuông": ("m²", 1),
        "mét khối": ("m³", 1), "m khối": ("m³", 1), "khối": ("m³", 1), "lít": ("m³", 0.001),
        "tấn": ("kg", 1000), "tạ": ("kg", 100), "yến": ("kg", 10), "ki-lô-gam": ("kg", 1), "kilôgam": ("kg", 1), "kilogam": ("kg", 1), "cân": ("kg", 1), "gam": ("kg", 0.001), "gram": ("kg", 0.001),
        "độ c": ("°C", 1), "độ": ("°C", 1), "oc": ("°C", 1), "sào": ("sào", 1), "mẫu": ("mẫu", 1), "ký": ("kg", 1), "lạng": ("kg", 0.1), "khắc": ("s", 900),
        "giây": ("s", 1), "phút": ("s", 60), "giờ": ("s", 3600), "tiếng": ("s", 3600), "tiếng đồng hồ": ("s", 3600), "giờ đồng hồ": ("s", 3600),
        "ngày": ("s", 86400), "hôm": ("s", 86400), "đêm": ("night", 1), "tuần": ("s", 604800), "tháng": ("month", 1), "năm": ("month", 12), "thập kỷ": ("month", 120), "thập kỉ": ("month", 120), "thập niên": ("month", 120), "thế kỷ": ("month", 1200), "thế kỉ": ("month", 1200),
        "quý": ("month", 3), "mê-ga-oát": ("W", 1e6), "megawatt": ("W", 1e6), "oát": ("W", 1),
    },
    "en": {
        **_SHARED,
        "percent": (PERCENT, 1), "per cent": (PERCENT, 1), "pct": (PERCENT, 1), "percentage point": (POINT, 1), "percentage points": (POINT, 1), "pp": (POINT, 1), "pps": (POINT, 1), "% points": (POINT, 1), "per mille": ("‰", 1),
        "dong": ("VND", 1), "đồng": ("VND", 1), "dongs": ("VND", 1), "vietnamese dong": ("VND", 1),
        "us dollar": ("USD", 1), "us dollars": ("USD", 1), "dollar": ("USD", 1), "dollars": ("USD", 1), "u.s. dollars": ("USD", 1), "american dollars": ("USD", 1),
        "australian dollars": ("AUD", 1), "singapore dollars": ("SGD", 1), "canadian dollars": ("CAD", 1), "hong kong dollars": ("HKD", 1),
        "euro": ("EUR", 1), "euros": ("EUR", 1), "yen": ("JPY", 1), "japanese yen": ("JPY", 1), "won": ("KRW", 1), "korean won": ("KRW", 1), "yuan": ("CNY", 1), "renminbi": ("CNY", 1), "kip": ("LAK", 1), "lao kip": ("LAK", 1),
        "baht": ("THB", 1), "thai baht": ("THB", 1), "pound": ("GBP", 1), "pounds sterling": ("GBP", 1), "pounds": ("GBP", 1), "roubles": ("RUB", 1), "rubles": ("RUB", 1), "swiss francs": ("CHF", 1),
        **dict.fromkeys(("kilometre", "kilometres", "kilometer", "kilometers", "kms"), ("m", 1000.0)),
        **dict.fromkeys(("metre", "metres", "meter", "meters"), ("m", 1.0)),
        **dict.fromkeys(("centimetre", "centimetres", "centimeter", "centimeters"), ("m", 0.01)),
        **dict.fromkeys(("millimetre", "millimetres", "millimeter", "millimeters"), ("m", 0.001)),
        "feet": ("ft", 1), "foot": ("ft", 1), "ft": ("ft", 1), "nautical mile": ("nmi", 1), "nautical miles": ("nmi", 1), "mile": ("mi", 1), "miles": ("mi", 1),
        "hectare": ("m²", 1e4), "hectares": ("m²", 1e4), "sq m": ("m²", 1), "sq. m": ("m²", 1), "sqm": ("m²", 1), "sq km": ("m²", 1e6), "sq. km": ("m²", 1e6), "m sq": ("m²", 1),
        **dict.fromkeys(("square metre", "square metres", "square meter", "square meters"), ("m²", 1.0)),
        **dict.fromkeys(("square kilometre", "square kilometres", "square kilometer", "square kilometers"), ("m²", 1000000.0)),
        **dict.fromkeys(("cubic metre", "cubic metres", "cubic meter", "cubic meters", "cu m", "cu. m"), ("m³", 1.0)),
        **dict.fromkeys(("litre", "litres", "liter", "liters"), ("m³", 0.001)),
        **dict.fromkeys(("tonne", "tonnes", "tấn", "ton", "tons", "metric tons", "metric tonnes", "metric ton", "metric tonne"), ("kg", 1000.0)),
        "quintal": ("kg", 100), "quintals": ("kg", 100), **dict.fromkeys(("kilogram", "kilograms", "kilo", "kilos", "kilogramme", "kilogrammes"), ("kg", 1.0)),
        **dict.fromkeys(("gram", "grams", "gramme", "grammes"), ("kg", 0.001)),
        "degree celsius": ("°C", 1), "degrees celsius": ("°C", 1), "degree": ("°C", 1), "degrees": ("°C", 1), "degrees c": ("°C", 1), "sao": ("sào", 1), "sào": ("sào", 1), "mau": ("mẫu", 1), "mẫu": ("mẫu", 1), "ta": ("kg", 100), "tạ": ("kg", 100),
        **dict.fromkeys(("second", "seconds", "sec", "secs"), ("s", 1.0)), **dict.fromkeys(("minute", "minutes", "min", "mins"), ("s", 60.0)),
        **dict.fromkeys(("hour", "hours", "hr", "hrs"), ("s", 3600.0)), "day": ("s", 86400), "days": ("s", 86400), "night": ("night", 1), "nights": ("night", 1), "week": ("s", 604800), "weeks": ("s", 604800), "fortnight": ("s", 1209600),
        "month": ("month", 1), "months": ("month", 1), "year": ("month", 12), "years": ("month", 12), "decade": ("month", 120), "decades": ("month", 120), "century": ("month", 1200), "centuries": ("month", 1200), "quarters": ("month", 3),
        **dict.fromkeys(("megawatt", "megawatts"), ("W", 1000000.0)), **dict.fromkeys(("kilowatt", "kilowatts"), ("W", 1000.0)), "gigawatts": ("W", 1e9), "kilovolts": ("V", 1e3),
        "kilowatt-hours": ("Wh", 1e3), "kilowatt hours": ("Wh", 1e3),
    },
}  # fmt: skip
"""Word or symbol in lower case → unit."""
CURRENCIES = frozenset(_CURRENCIES.values())
BEFORE: Mapping[str, str] = {word: code for word, code in _CURRENCIES.items() if word != "₫"}
"""What may stand before an amount, in lower case → currency."""

MAGNITUDES: Mapping[str, Mapping[str, float]] = {
    "vi": {"trăm": 1e2, "nghìn": 1e3, "ngàn": 1e3, "vạn": 1e4, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9, "chục": 1e1, "tr": 1e6},
    "en": {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "millions": 1e6, "billion": 1e9, "trillion": 1e12, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12, "dozen": 12, "lakh": 1e5},
}  # fmt: skip
TIGHT: Mapping[str, Mapping[str, float]] = {
    "vi": {"k": 1e3, "tr": 1e6},
    "en": {"k": 1e3},
}
"""Magnitudes that must touch the digits."""


def _months() -> dict[str, int]:
    found = {}
    names = Locale("en").months["format"]
    for width in ("wide", "abbreviated"):
        found.update({name.lower().rstrip("."): number for number, name in names[width].items()})
    return {**found, "sept": 9}


MONTHS: Mapping[str, int] = _months()
"""English names of months in lower case, without a full stop → number."""
WEEKDAYS: Mapping[str, int] = {name.lower(): number + 1 for number, name in Locale("en").days["format"]["wide"].items()}
"""English names of weekdays in lower case → 1 for Monday … 7."""

_UNITS_IN_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ENGLISH_NUMBERS: Mapping[str, int] = {
    "zero": 0,
    **{word: number for number, word in enumerate(_UNITS_IN_WORDS, 1)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    "fourty": 40,
}
ENGLISH_ORDINALS: Mapping[str, int] = {
    **{word: number for number, word in enumerate(("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"), 1)},
    **{f"{word}th": number for number, word in enumerate(_UNITS_IN_WORDS, 1) if number > 12},
    **{f"{word[:-1]}ieth": 10 * number for number, word in enumerate(_TENS, 2)},
    "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
VIETNAMESE_DIGITS: Mapping[str, int] = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
ROMAN: Mapping[str, int] = {
    tens + ones: 10 * len(tens) + number
    for tens in ("", "X", "XX", "XXX")
    for number, ones in enumerate(("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"))
    if tens + ones
}
"""Roman numerals to 39, as congresses, centuries and quarters need them."""
