"""Numbers in words up to 99, of both languages, where the word beside them shows that they count."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from tests.quality.planting.bundles import Locale
from tests.quality.planting.masks import masked
from tests.quality.planting.quantities import quantities

ENGLISH = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
VIETNAMESE = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
ENDINGS = {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, "bẩy": 7}

_DIGIT = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín"
WORDS: Mapping[Locale, re.Pattern[str]] = {
    "vi": re.compile(
        rf"(?<![\w■])(?:(?:{_DIGIT}) mươi(?: (?:{_DIGIT}|mốt|tư|lăm|nhăm))?|mười(?: (?:{_DIGIT}|lăm))?|{_DIGIT})(?!\w)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        rf"(?<![\w■-])(?:(?:{'|'.join(TENS)})(?:-(?:{'|'.join(ENGLISH[1:10])}))?|{'|'.join(sorted(ENGLISH[1:], key=len, reverse=True))})(?![\w-])",
        re.IGNORECASE,
    ),
}
COUNTED: Mapping[Locale, re.Pattern[str]] = {
    "vi": re.compile(
        r" (?:xã|phường|huyện|tỉnh|thành phố|nước|quốc gia|người|hộ|ngày|tuần|tháng(?! \d)|dự án|doanh nghiệp|công ty|"
        r"đơn vị|trường|lớp|đoàn|tàu|thuyền|xe|cây cầu|trạm|điểm|cụm|nhà máy|bệnh viện|giải|huy chương|đội|trận|buổi|"
        r"phiên|nghị quyết|văn bản|bài|trang|cuốn|bức|tầng|phòng|cuộc|lần|bước|nhóm|loại|giống|loài|con|chiếc|căn|ngôi|"
        r"mẫu|câu|thôn|làng|gian hàng|vé|hợp đồng|biên bản|thỏa thuận|đại biểu|chuyên gia|nghệ nhân|nghệ sĩ|sinh viên|"
        r"học sinh|giáo viên|bác sĩ|lao động|tuyến|chuyến|bến|cảng|sản phẩm|mặt hàng|ngành|lĩnh vực|đợt|hạng mục|"
        r"tác phẩm|di tích|làn xe|nút giao|ca|tiết|bản nhạc|tiếng đồng hồ|kỹ sư|y tá|thợ|lô đất|cặp|tờ|lá|hồ|đập)(?!\w)"
    ),
    "en": re.compile(
        r" (?!(?:to|and|or|of|in|on|at|for|from|by|thirds?|quarters?|fifths?|tenths?|times|hundred|thousand|million|"
        r"billion|dozen|more|percentage|per|half|halves|as|is|was|were|are|has|have|had|with|who|that|which|a|p|"
        r"o'clock|sides?|ends?)\b)[a-z]{3}"
    ),
}
BEFORE: Mapping[Locale, re.Pattern[str]] = {
    "vi": re.compile(
        r"(?:\b(?:thứ|tháng|lần thứ|phần|số|quý|ngày|mùng|mồng|kỳ|lớp|trăm|nghìn|ngàn|triệu|tỷ|vạn|lẻ|linh|gấp|khối|cấp|"
        r"\d+|hay|hoặc|bảng|tốp|hạng|tuổi)[ ])\Z",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:\b(?:hundred|hundred and|thousand|million|or|half|[Tt]able|[Pp]hase|[Gg]rade|[Ll]evel|[Zz]one|[Ff]orce)[ ]"
        r"|\d[ ]|-)\Z"
    ),
}
YEAR_WORD = re.compile(
    r"(?:\b(?:mỗi|hằng|hàng|một|trong|cả|các|những|đầu|cuối|giữa|từng|qua|sau|nhiều|theo|quanh|trên|nửa|vài|mấy|suốt|"
    r"hai|ba|bốn|sáu|bảy|tám|chín|mười|thêm)[ ])\Z",
    re.IGNORECASE,
)
"""What makes a following `năm` the word for a year."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words."""

    start: int
    end: int
    text: str
    value: int
    sure: bool
    """What stands beside it shows that it counts something."""


def _english(word: str) -> int:
    head, _, tail = word.lower().partition("-")
    if head in TENS:
        return 10 * (TENS.index(head) + 2) + (ENGLISH.index(tail) if tail else 0)
    return ENGLISH.index(head)


def _vietnamese(word: str) -> int:
    def digit(part: str) -> int:
        return ENDINGS[part] if part in ENDINGS else VIETNAMESE.index(part)

    parts = word.lower().split()
    if parts[0] == "mười":
        return 10 + (digit(parts[1]) if len(parts) > 1 else 0)
    if len(parts) > 1:
        return 10 * digit(parts[0]) + (digit(parts[2]) if len(parts) > 2 else 0)
    return digit(parts[0])


def spell(value: int, locale: Locale) -> str:
    """A number from 2 to 99 in words."""
    tens, unit = divmod(value, 10)
    if locale == "en":
        if value < len(ENGLISH):
            return ENGLISH[value]
        return TENS[tens - 2] + (f"-{ENGLISH[unit]}" if unit else "")
    if tens == 0:
        return VIETNAMESE[unit]
    last = {0: "", 1: " mốt" if tens > 1 else " một", 4: " tư" if tens > 1 else " bốn", 5: " lăm"}
    return ("mười" if tens == 1 else f"{VIETNAMESE[tens]} mươi") + last.get(unit, f" {VIETNAMESE[unit]}")


def _read(text: str, locale: Locale) -> Iterator[Spelled]:
    hidden = masked(text)
    for found in WORDS[locale].finditer(hidden):
        value = (_english if locale == "en" else _vietnamese)(found[0])
        counts = COUNTED[locale].match(hidden, found.end()) is not None
        named = (
            found[0][0].isupper()
            and found.start() > 0
            and hidden[: found.start()].rstrip(' *_"“')[-1:] not in ".:!?>|\n"
        )
        sure = counts and value > 1 and not named and BEFORE[locale].search(hidden[: found.start()]) is None
        if found[0].lower() == "năm" and YEAR_WORD.search(hidden[: found.start()]):
            sure = False
        yield Spelled(*found.span(), found[0], value, sure)


@lru_cache(maxsize=8192)
def spelled(text: str, locale: Locale) -> tuple[Spelled, ...]:
    """All numbers in words, the unsure ones among them."""
    return tuple(_read(text, locale))


@lru_cache(maxsize=8192)
def loose_values(text: str, locale: Locale) -> frozenset[Decimal]:
    """Every value that a generous reader could find: digits with and without magnitude, parts of dates, words."""
    found = {Decimal(word.value) for word in spelled(text, locale)}
    for quantity in quantities(text, locale):
        found |= {quantity.number, quantity.value}
    found |= {Decimal(digits) for digits in re.findall(r"\d+", text)}
    return frozenset(found)


@lru_cache(maxsize=8192)
def stated_values(text: str, locale: Locale) -> frozenset[Decimal]:
    """The values that a text states as numbers, in digits or in words."""
    return frozenset({q.value for q in quantities(text, locale)} | {Decimal(w.value) for w in spelled(text, locale)})
