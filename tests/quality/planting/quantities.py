"""Numbers in digits with what they count: magnitude, currency, unit, share. A rough reader, on the safe side."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from tests.quality.planting.bundles import Locale
from tests.quality.planting.letters import LOWER
from tests.quality.planting.masks import masked

NUMBER: Mapping[Locale, re.Pattern[str]] = {
    "vi": re.compile(r"(?<![\w.,/:■-])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?![\d/:]|[.,]\d|-[A-ZĐ\d])"),
    "en": re.compile(r"(?<![\w.,/:■-])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d/:]|[.,]\d|-[A-Z\d])"),
}
MAGNITUDE: Mapping[Locale, re.Pattern[str]] = {
    "vi": re.compile(r"[ \u00a0]?(nghìn tỷ|nghìn tỉ|ngàn tỷ|ngàn tỉ|tỷ|tỉ|triệu|vạn|nghìn|ngàn)\b"),
    "en": re.compile(r"[ \u00a0]?(trillion|billion|million|thousand)\b"),
}
SCALE: Mapping[str, Decimal] = {
    "nghìn": Decimal(10**3),
    "ngàn": Decimal(10**3),
    "vạn": Decimal(10**4),
    "triệu": Decimal(10**6),
    "tỷ": Decimal(10**9),
    "tỉ": Decimal(10**9),
    "nghìn tỷ": Decimal(10**12),
    "nghìn tỉ": Decimal(10**12),
    "ngàn tỷ": Decimal(10**12),
    "ngàn tỉ": Decimal(10**12),
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
}
CURRENCY_AFTER = re.compile(
    r"[ \u00a0]?(đồng(?! (?:chí|thời|loạt|bào|minh|hương))|VNĐ|VND|dong|đô la Mỹ|US dollars|USD|euros?|EUR)\b"
)
CURRENCY_BEFORE = re.compile(r"(VNĐ|VND|USD|EUR|US\$|€)[ \u00a0]?\Z")
CURRENCIES: Mapping[str, str] = {
    "đồng": "VND",
    "VNĐ": "VND",
    "VND": "VND",
    "dong": "VND",
    "đô la Mỹ": "USD",
    "US dollars": "USD",
    "USD": "USD",
    "US$": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "EUR": "EUR",
    "€": "EUR",
}
UNIT = re.compile(
    r"[ \u00a0-]?("
    r"km²|km2|km|m²|m³|mm|m|ha|MWp|kWp|MW|kW|kWh|kg|tấn|hải lý|hécta|"
    r"square kilometres|square metres|cubic metres|kilometres|metres|hectares|tonnes|kilograms|millimetres|nautical miles"
    r")(?![\w²³/])"
)
UNITS: Mapping[str, str] = {
    "km2": "km²",
    "square kilometres": "km²",
    "square metres": "m²",
    "cubic metres": "m³",
    "kilometres": "km",
    "metres": "m",
    "hectares": "ha",
    "hécta": "ha",
    "tonnes": "t",
    "tấn": "t",
    "kilograms": "kg",
    "millimetres": "mm",
    "nautical miles": "nmi",
    "hải lý": "nmi",
}
SHARE = re.compile(r"[ \u00a0]?(%|per ?cent\b|percentage points?\b|điểm phần trăm|điểm %)")
NOUN: Mapping[Locale, re.Pattern[str]] = {
    "vi": re.compile(
        r"[ \u00a0](?!(?:đến|và|tới|hoặc|hay|giờ|phút|giây|của|ở|tại|trong|do|là|thì|với|để|được|có|sẽ|đã|âm|trên|"
        rf"tháng \d|năm \d|tháng [A-ZĐ]|cho|từ|này|vào|khi|nên|mà|bị|so|còn|cũng|theo|không|h|ra)\b)[{LOWER}]"
    ),
    "en": re.compile(
        r"[ \u00a0-](?!(?:to|and|or|of|in|on|at|for|from|by|a|p|am|pm|as|is|was|were|are|has|have|had|with|when|but|"
        r"while|will|would|this|the|that|which|until|before|after|between|since|can|may|must|o'clock|be|it|its|"
        r"came|went|under|over|if|per|than|last|next|onwards|about|not|years? old)\b)[a-z]{2}"
    ),
}
LABEL = re.compile(
    r"(?:\b(?:thứ|lần|số|phút|trang|tầng|phòng|cấp|khối|tổ|khoản|điểm|hạng|lớp|khóa|Điều|Khoản|kỳ|quý|No\.|nos?\.|level|"
    r"pages?|Articles?|Clause|force|category|block|rooms?|issue|QL|Quốc lộ|lộ|Highway|Road|ngày|tháng|năm|mùng|mồng|"
    r"km|Km|[Bb]us(?:es)?|[Ss]torms?|[Tt]yphoons?|[Bb]ão|floor|Part|Phần|Chương|Chapter|Tập|Volume|tuổi|aged|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|Nos|mã|PO Box|Hòm thư|"
    r"đường|ngõ|Lane|hotline|tổng đài|gọi|call|Room|Figure|Hình|Bảng|Table|gate|Gate|cổng|Zone|khu|Khu|mốc|markers?|"
    r"grades?|Grade|khối lớp|U|điều|vòng|Group|bảng|postcode|bưu chính|dialling|báo|page|giai đoạn|Phase|phase)"
    r"|\d[\d, ]*(?:,| và| and| –| to| đến))[ \u00a0]\Z"
)
YEAR = re.compile(r"(?:1\d|20|21)\d\d\Z")


@dataclass(frozen=True, slots=True)
class Part:
    """A word beside a number, with its offsets in the text and what it stands for."""

    start: int
    end: int
    text: str
    code: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number in digits as its text states it."""

    start: int
    end: int
    """Offsets of the digits alone."""
    digits: str
    number: Decimal
    """The digits by the locale's separators, without magnitude."""
    magnitude: Part | None
    currency: Part | None
    unit: Part | None
    share: Part | None
    sure: bool
    """What stands beside it shows that it counts or measures, and is no label or date."""

    @property
    def value(self) -> Decimal:
        return self.number * (SCALE[self.magnitude.code] if self.magnitude else 1)


def parse(digits: str, locale: Locale) -> Decimal:
    """The value of digits with the locale's separators."""
    group, point = (".", ",") if locale == "vi" else (",", ".")
    return Decimal(digits.replace(group, "").replace(point, "."))


def _part(pattern: re.Pattern[str], text: str, at: int, codes: Mapping[str, str]) -> Part | None:
    found = pattern.match(text, at)
    return Part(found.start(1), found.end(1), found[1], codes.get(found[1], found[1])) if found else None


def _share_code(part: Part | None) -> Part | None:
    if part is None:
        return None
    code = "pp" if part.text.startswith(("percentage", "điểm")) else "%"
    return Part(part.start, part.end, part.text, code)


def _quantity(text: str, found: re.Match[str], locale: Locale) -> Quantity | None:
    at = found.end()
    magnitude = _part(MAGNITUDE[locale], text, at, {})
    at = magnitude.end if magnitude else at
    before = CURRENCY_BEFORE.search(text, 0, found.start())
    currency = _part(CURRENCY_AFTER, text, at, CURRENCIES)
    if before:
        currency = Part(before.start(1), before.end(1), before[1], CURRENCIES[before[1]])
    unit = _part(UNIT, text, at, UNITS)
    share = _share_code(_part(SHARE, text, at, {}))
    if re.match(r"[^\W\d_]", text[found.end() :]) and not (unit or magnitude or currency):
        return None
    alone = not text.replace(text[found.start() : at], "").strip("*_ +≈~<>()")
    named = bool(magnitude or currency or unit or share or alone or NOUN[locale].match(text, at))
    year = YEAR.match(found[0]) is not None and not (magnitude or currency or unit or share)
    sure = named and not year and LABEL.search(text[: found.start()]) is None
    digits = found[0]
    return Quantity(found.start(), found.end(), digits, parse(digits, locale), magnitude, currency, unit, share, sure)


def _read(text: str, locale: Locale) -> Iterator[Quantity]:
    hidden = masked(text)
    for found in NUMBER[locale].finditer(hidden):
        if not (len(found[0]) > 1 and found[0][0] == "0" and found[0][1].isdigit()):
            quantity = _quantity(hidden, found, locale)
            if quantity is not None:
                yield quantity


@lru_cache(maxsize=8192)
def quantities(text: str, locale: Locale) -> tuple[Quantity, ...]:
    """All numbers in digits of a text, dates and codes left out as well as a rough reader can."""
    return tuple(_read(text, locale))


def grouped(digits: str, locale: Locale) -> str:
    """Plain digits (`.` as the point) written with the locale's separators."""
    group, point = (".", ",") if locale == "vi" else (",", ".")
    whole, _, rest = digits.partition(".")
    return f"{int(whole):,}".replace(",", group) + (point + rest if rest else "")


def plain(quantity: Quantity, locale: Locale) -> str:
    """A quantity's digits without grouping, with `.` as the point."""
    group, point = (".", ",") if locale == "vi" else (",", ".")
    return quantity.digits.replace(group, "").replace(point, ".")
