"""Numbers: digits with separators, magnitudes and mixtures of them, words, halves, percentages, below zero."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hypothesis import strategies as st

from tests.checks.forms import words
from tests.checks.forms.said import Carrier, Kind, Said, unique

THOUSAND, MILLION, BILLION, TRILLION = Decimal(10**3), Decimal(10**6), Decimal(10**9), Decimal(10**12)
HALF = Decimal("0.5")

_VI_STEPS = (
    (THOUSAND, ("nghìn", "ngàn")),
    (MILLION, ("triệu",)),
    (BILLION, ("tỷ", "tỉ")),
    (TRILLION, ("nghìn tỷ", "ngàn tỷ")),
)
_EN_STEPS = ((THOUSAND, "thousand"), (MILLION, "million"), (BILLION, "billion"), (TRILLION, "trillion"))


def digits(value: Decimal, tag: str) -> str:
    """A number with the separators of its language."""
    text = f"{abs(value):,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if tag == "vi":
        text = text.translate(str.maketrans(",.", ".,"))
    return text


def plain(value: Decimal) -> str:
    """A whole number of four digits without a separator."""
    return str(int(value))


def _fits(value: Decimal, step: Decimal) -> bool:
    scaled = value / step
    return HALF <= scaled < 100_000 and round(scaled, 4) == scaled


def vietnamese(value: Decimal) -> tuple[str, ...]:
    """A positive number in every form that a noun or a unit may follow."""
    return unique(_vietnamese(value))


def _vietnamese(value: Decimal) -> Iterator[str]:
    yield digits(value, "vi")
    whole = value == int(value)
    if whole and 1000 <= value < 10_000:
        yield plain(value)
    if whole and 2 <= value < 1000:
        yield from words.vietnamese(int(value))
    for index, (step, names) in enumerate(_VI_STEPS):
        scaled = value / step
        if _fits(value, step):
            yield from (f"{digits(scaled, 'vi')} {name}" for name in names)
            if scaled == int(scaled) and 2 <= scaled < 1000:
                yield f"{words.vietnamese(int(scaled))[0]} {names[0]}"
        if scaled == HALF and step > THOUSAND:
            yield f"nửa {names[0]}"
        if step < TRILLION and scaled % 1 == HALF and 1 <= scaled < 10:
            yield f"{int(scaled)} {names[0]} rưỡi"
            yield f"{words.vietnamese(int(scaled))[0]} {names[0]} rưỡi"
        if index and step < TRILLION and 1 <= scaled < 1000:
            below, below_names = _VI_STEPS[index - 1]
            rest = value % step / below
            if rest and rest == int(rest):
                yield f"{int(scaled)} {names[0]} {int(rest)} {below_names[0]}"


def english(value: Decimal) -> tuple[str, ...]:
    """A positive number in every form that a noun or a unit may follow."""
    return unique([*english_digits(value), *english_words(value)])


def english_digits(value: Decimal) -> tuple[str, ...]:
    """The forms in digits, to which a currency sign may be joined."""
    found = [digits(value, "en")]
    if value == int(value) and 1000 <= value < 10_000:
        found.append(plain(value))
    found += [f"{digits(value / step, 'en')} {name}" for step, name in _EN_STEPS if _fits(value, step)]
    return unique(found)


def english_words(value: Decimal) -> tuple[str, ...]:
    """The forms in words."""
    found: list[str] = []
    if value == int(value) and 2 <= value < 1000:
        found += words.english(int(value))
    for step, name in _EN_STEPS:
        scaled = value / step
        if scaled == int(scaled) and 2 <= scaled < 1000:
            found.append(f"{words.english(int(scaled))[0]} {name}")
        if scaled == 1:
            found += [f"one {name}", f"a {name}"]
        if scaled == HALF and step > THOUSAND:
            found += [f"half a {name}", f"a half {name}"]
        if scaled % 1 == HALF and 1 <= scaled < 10:
            found.append(f"{words.english(int(scaled))[0]} and a half {name}")
    return unique(found)


def _scaled(mantissa: int, exponent: int) -> Decimal:
    return (Decimal(mantissa) * Decimal(10) ** exponent).normalize() + 0


def amounts(least: int, most: int) -> st.SearchStrategy[Decimal]:
    """Numbers of up to five digits, times powers of ten between the bounds."""
    mantissas = st.one_of(
        st.integers(1, 9), st.integers(1, 999), st.integers(1000, 99_999), st.sampled_from([15, 25, 5, 125])
    )
    return st.builds(_scaled, mantissas, st.integers(least, most))


def near(value: Decimal) -> Iterator[Decimal]:
    """Slips of a translator: a digit, a power of ten, a magnitude."""
    unit = Decimal(10) ** int(value.normalize().as_tuple().exponent)
    yield value + unit
    if value > unit:
        yield value - unit
    yield value * 10
    yield value * 1000


# Kinds

COUNTS = Kind(
    "counts",
    st.one_of(st.integers(2, 100).map(Decimal), amounts(0, 4)).filter(lambda value: value >= 2),
    lambda value: Said(vietnamese(value), english(value)),
    near,
    [
        Carrier(
            "Tỉnh đã bàn giao mặt bằng cho {} hộ dân vùng lũ.",
            "The province has handed over land to {} households in the flood zone.",
        ),
        Carrier(
            "{} doanh nghiệp tham dự hội nghị xúc tiến đầu tư.",
            "{} businesses attended the investment promotion conference.",
        ),
        Carrier(
            "Cảng Cửa Lò đón {} lượt khách từ đầu mùa.", "Cửa Lò port has received {} visitors since the season began."
        ),
        Carrier(
            "Toàn tỉnh còn {} xã chưa đạt chuẩn (năm 2025).",
            "In the whole province {} communes still fall short (2025).",
        ),
        Carrier(
            "Đến nay, {} người đã được tiêm vắc-xin; 15 ca phải theo dõi.",
            "So far {} people have been vaccinated; 15 are being watched.",
        ),
    ],
)

DECIMALS = Kind(
    "decimals",
    amounts(-2, 0).filter(lambda value: value > 1),
    lambda value: Said((digits(value, "vi"),), (digits(value, "en"),)),
    near,
    [
        Carrier("Chỉ số cải cách hành chính đạt {} điểm.", "The administrative reform index reached {} points."),
        Carrier("Tỷ lệ che phủ bình quân là {} cây trên một người.", "Average cover is {} trees for one person."),
    ],
)

_PERCENTAGES = amounts(-2, 0).filter(lambda value: value <= 400 and value != 100)


def _percent(value: Decimal) -> Said:
    vi, en = digits(value, "vi"), digits(value, "en")
    said_vi = [f"{vi}%", f"{vi} %", f"{vi} phần trăm"]
    said_en = [f"{en}%", f"{en} %", f"{en} per cent", f"{en} percent"]
    if value == int(value) and 2 <= value <= 99:
        said_vi += [f"{each} phần trăm" for each in words.vietnamese(int(value))]
        said_en += [f"{each} {name}" for each in words.english(int(value)) for name in ("per cent", "percent")]
    return Said(unique(said_vi), unique(said_en))


PERCENTAGES = Kind(
    "percentages",
    _PERCENTAGES,
    _percent,
    near,
    [
        Carrier(
            "Tổng sản phẩm trên địa bàn tăng {} so với cùng kỳ.", "Gross regional product rose by {} year on year."
        ),
        Carrier("Tỷ lệ hộ nghèo giảm còn {}, thấp hơn kế hoạch.", "The poverty rate fell to {}, lower than planned."),
        Carrier("{} lao động đã qua đào tạo.", "{} of workers have been trained."),
    ],
)


def _points(value: Decimal) -> Said:
    vi, en = digits(value, "vi"), digits(value, "en")
    return Said(
        (f"{vi} điểm phần trăm", f"{vi} điểm %"),
        (f"{en} percentage points", f"{en} percentage point", f"{en} % points", f"{en} pp"),
    )


POINTS = Kind(
    "percentage points",
    _PERCENTAGES,
    _points,
    near,
    [Carrier("Tỷ lệ giải ngân cao hơn năm trước {}.", "The disbursement rate is {} higher than the year before.")],
)


def _below_zero(value: Decimal) -> Said:
    if value > 0:
        return _percent(value)
    vi, en = digits(value, "vi"), digits(value, "en")
    return Said(
        (f"âm {vi}%", f"âm {vi} phần trăm", f"-{vi}%", f"−{vi}%", f"–{vi}%"),
        (
            f"minus {en}%",
            f"minus {en} per cent",
            f"negative {en} percent",
            f"-{en}%",
            f"−{en}%",
            f"–{en}%",
            f"−{en} per cent",
        ),
    )


BELOW_ZERO = Kind(
    "percentages below zero",
    _PERCENTAGES.map(lambda value: -value),
    _below_zero,
    lambda value: [*(-slip for slip in near(-value)), -value],
    [
        Carrier("Chỉ số sản xuất công nghiệp ở mức {}.", "The index of industrial production stands at {}."),
        Carrier("{} là mức tăng trưởng thấp nhất từ trước đến nay.", "{} is the lowest growth on record."),
    ],
)


def _frost(value: int) -> Said:
    size = abs(value)
    word_vi, word_en = words.vietnamese(size)[0], words.english(size)[0]
    if value > 0:
        return Said(
            (f"{size} độ C", f"{size}°C", f"{word_vi} độ C"),
            (f"{size} degrees Celsius", f"{size}°C", f"{word_en} degrees"),
        )
    vi = (
        f"âm {size} độ C",
        f"-{size}°C",
        f"−{size}°C",
        f"âm {size}°C",
        f"âm {word_vi} độ C",
        f"-{size} độ C",
        f"âm {size} độ",
        f"–{size}°C",
    )
    en = (
        f"minus {size} degrees Celsius", f"-{size}°C", f"−{size} °C", f"minus {size}°C", f"minus {word_en} degrees", f"–{size}°C",
        f"minus {word_en} degrees Celsius", f"{size} degrees below zero", f"{word_en} degrees below zero", f"{size}°C below zero",
    )  # fmt: skip
    return Said(vi, en)


FROST = Kind(
    "temperatures below zero",
    st.integers(-30, -2),
    _frost,
    lambda value: [value - 1, value - 10, -value],
    [
        Carrier(
            "Nhiệt độ tại Mường Lống xuống {} vào rạng sáng.", "The temperature at Mường Lống fell to {} before dawn."
        )
    ],
)


def _spelled(value: int) -> Said:
    thousands, rest = divmod(value, 1000)
    vi_rest = [f" {each}" for each in words.vietnamese(rest)] if rest >= 100 else [""]
    en_rest = [f" {each}" for each in words.english(rest) if not each.startswith("a ")] if rest >= 100 else [""]
    whole = value if rest >= 100 else thousands * 1000
    vi = [digits(Decimal(whole), "vi")] + [
        f"{words.vietnamese(thousands)[0]} {name}{tail}" for name in ("nghìn", "ngàn") for tail in vi_rest
    ]
    en = [digits(Decimal(whole), "en")] + [f"{words.english(thousands)[0]} thousand{tail}" for tail in en_rest]
    return Said(unique(vi), unique(en))


SPELLED = Kind(
    "thousands in words",
    st.integers(1, 99).flatmap(
        lambda thousands: st.one_of(st.just(0), st.integers(100, 999)).map(lambda rest: thousands * 1000 + rest)
    ),
    _spelled,
    lambda value: [value + 1000, value + 100] if value % 1000 >= 100 and value % 1000 < 900 else [value + 1000],
    [Carrier("Cả xã có {} nhân khẩu.", "The whole commune has {} residents.")],
)
