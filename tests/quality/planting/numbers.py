"""Slips in a number and in what stands beside it: digits, magnitude, currency, unit, share, words, range ends."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from random import Random

from tests.quality.planting.bundles import Locale, other
from tests.quality.planting.fault import Edit, Fault, make
from tests.quality.planting.masks import masked
from tests.quality.planting.pairs import Facing, Pair
from tests.quality.planting.quantities import YEAR, Part, Quantity, grouped, parse, plain, quantities
from tests.quality.planting.words import loose_values, spell, spelled, stated_values

RULE = "value-mismatch"
MAGNITUDES: Mapping[str, str] = {
    "trillion": "billion",
    "billion": "million",
    "million": "billion",
    "thousand": "million",
    "nghìn tỷ": "tỷ",
    "nghìn tỉ": "tỉ",
    "ngàn tỷ": "tỷ",
    "tỷ": "triệu",
    "tỉ": "triệu",
    "triệu": "tỷ",
    "nghìn": "triệu",
    "ngàn": "triệu",
    "vạn": "nghìn",
}
CURRENCIES: Mapping[str, tuple[str, ...]] = {
    "VND": ("USD", "EUR"),
    "VNĐ": ("USD",),
    "USD": ("EUR", "VND"),
    "US$": ("€", "VND "),
    "EUR": ("USD",),
    "€": ("US$",),
    "đồng": ("USD", "euro"),
    "dong": ("US dollars",),
    "đô la Mỹ": ("euro", "đồng"),
    "US dollars": ("euros",),
    "euro": ("USD",),
    "euros": ("US dollars",),
}
UNITS: Mapping[str, tuple[str, ...]] = {
    "ha": ("km²", "m²"),
    "hécta": ("km²",),
    "hectares": ("square kilometres", "square metres"),
    "km²": ("ha", "m²"),
    "square kilometres": ("hectares",),
    "m²": ("ha",),
    "square metres": ("hectares",),
    "m³": ("m²",),
    "cubic metres": ("square metres",),
    "km": ("m", "mm"),
    "kilometres": ("metres", "nautical miles"),
    "m": ("km", "cm"),
    "metres": ("kilometres", "centimetres"),
    "mm": ("cm", "m"),
    "millimetres": ("centimetres",),
    "tấn": ("kg", "tạ"),
    "tonnes": ("kg", "kilograms"),
    "kg": ("tấn", "g"),
    "kilograms": ("tonnes",),
    "MW": ("kW", "GW"),
    "MWp": ("kWp",),
    "kWp": ("MWp",),
    "kW": ("MW",),
    "kWh": ("MWh",),
    "hải lý": ("km",),
    "nautical miles": ("kilometres",),
}
COLUMNS: Mapping[str, str] = {
    "tỷ đồng": "triệu đồng",
    "triệu đồng": "tỷ đồng",
    "nghìn đồng": "triệu đồng",
    "triệu USD": "tỷ USD",
    "VND billion": "VND million",
    "VND million": "VND billion",
    "VND thousand": "VND million",
    "USD million": "USD billion",
    "billion dong": "million dong",
}


CHANGE = re.compile(
    r"(?:\b(?:(?<!made )up|down|rise|rose|risen|fell|fall|increased?|decreased?|(?<!followed )by|higher|lower|grow|grew|growth|gain|climbed|"
    r"gained|lost|tăng|giảm|cao hơn|thấp hơn|thêm|kém)\b(?:(?!\b(?:from|to|target|below|từ|lên|xuống|còn|dưới)\b)[^.;|\d]){0,15}|[+-])\Z",
    re.IGNORECASE,
)
"""What makes a percentage a change, where points are a translator's slip; a level in points is nobody's."""


def _fresh(value: Decimal, face: Facing) -> bool:
    """Whether nobody could find the value in or near this place, in either edition."""
    far = other(face.locale)
    return value not in loose_values(face.near_here, face.locale) and value not in loose_values(face.near_there, far)


def _fault(pair: Pair, face: Facing, kind: str, start: int, end: int, new: str) -> Fault:
    base = face.here.start
    return make(pair.bundle, face.locale, RULE, kind, face.place, [Edit(base + start, base + end, new)])


def matched(face: Facing) -> Iterator[Quantity]:
    """The sure quantities whose value the other edition states at the facing place."""
    there = stated_values(face.counterpart, other(face.locale))
    for quantity in quantities(face.text, face.locale):
        if quantity.sure and quantity.value in there:
            yield quantity


def _twin(quantity: Quantity, face: Facing, name: str) -> bool:
    """Whether the facing text has the value with the same currency, unit or share."""
    part: Part | None = getattr(quantity, name)
    if part is None:
        return False
    twins = [q for q in quantities(face.counterpart, other(face.locale)) if q.value == quantity.value]
    return any((twin := getattr(q, name)) is not None and twin.code == part.code for q in twins)


def _rewrites(digits: str, rng: Random) -> Iterator[tuple[str, str]]:
    """The digits with one slip each, by kind; `.` is the point."""
    at = [i for i, character in enumerate(digits) if character.isdigit()]
    whole = len(digits.partition(".")[0])
    place = rng.choice(at)
    choices = [d for d in "123456789" if d != digits[place]]
    yield "digit-changed", digits[:place] + rng.choice(choices) + digits[place + 1 :]
    if whole > 1:
        place = rng.randrange(whole)
        yield "digit-dropped", digits[:place] + digits[place + 1 :]
    place = rng.randrange(whole)
    yield "digit-doubled", digits[: place + 1] + digits[place:]
    swaps = [i for i in at if i + 1 in at and digits[i] != digits[i + 1] and (i or digits[1] != "0")]
    if swaps:
        i = rng.choice(swaps)
        yield "digits-swapped", digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
    if "." in digits:
        head, _, tail = digits.partition(".")
        yield "separator-moved", rng.choice([head + tail[0] + ("." + tail[1:] if tail[1:] else ""), head + tail])
    elif whole == 4:
        yield "separator-moved", f"{digits[:2]}.{digits[2:]}"


def _written(digits: str, quantity: Quantity, locale: Locale) -> str:
    """Plain digits in the manner in which the quantity was written."""
    if digits.partition(".")[0].startswith("0") and not quantity.digits.startswith("0"):
        return ""
    ungrouped = (
        len(plain(quantity, locale).partition(".")[0]) > 3
        and grouped(plain(quantity, locale), locale) != quantity.digits
    )
    text = digits.replace(".", "," if locale == "vi" else ".") if ungrouped else grouped(digits, locale)
    return "" if re.fullmatch(r"(?:1[6-9]|20|21)\d\d", text) else text


def slips(pair: Pair, face: Facing, rng: Random) -> Iterator[Fault]:
    """A number with a wrong, lost, doubled or misplaced digit, or its separator moved."""
    for quantity in matched(face):
        for kind, digits in _rewrites(plain(quantity, face.locale), rng):
            text = _written(digits, quantity, face.locale)
            if not text:
                continue
            number = parse(text, face.locale)
            value = number * quantity.value / quantity.number if quantity.number else number
            if number not in (0, quantity.number) and _fresh(number, face) and _fresh(value, face):
                yield _fault(pair, face, kind, quantity.start, quantity.end, text)


def beside(pair: Pair, face: Facing, rng: Random) -> Iterator[Fault]:
    """Another magnitude, currency, unit or kind of share beside a number that stays."""
    for quantity in matched(face):
        if (part := quantity.magnitude) is not None and part.text in MAGNITUDES:
            yield _fault(pair, face, "magnitude", part.start, part.end, MAGNITUDES[part.text])
        if (part := quantity.currency) is not None and _twin(quantity, face, "currency"):
            yield _fault(pair, face, "currency", part.start, part.end, rng.choice(CURRENCIES[part.text]))
        if (part := quantity.unit) is not None and part.text in UNITS and _twin(quantity, face, "unit"):
            yield _fault(pair, face, "unit", part.start, part.end, rng.choice(UNITS[part.text]))
        if (part := quantity.share) is not None and _twin(quantity, face, "share"):
            if part.code == "%" and not CHANGE.search(face.text[: quantity.start]):
                continue
            points = " điểm phần trăm" if face.locale == "vi" else " percentage points"
            start = part.start - (part.code == "pp" and face.text[part.start - 1] in " \u00a0")
            new = "%" if part.code == "pp" else points
            start = start if part.code == "pp" else len(face.text[: part.start].rstrip())
            yield _fault(pair, face, "share", start, part.end, new)


def columns(pair: Pair, face: Facing, _rng: Random) -> Iterator[Fault]:
    """Another magnitude in the head of a column of figures."""
    if face.place != "cell" or pair.blocks[face.locale][face.here.block].kind != "header-row":
        return
    for old, new in COLUMNS.items():
        for found in re.finditer(rf"(?<!nghìn )(?<!\d )\b{old}\b", face.text):
            yield _fault(pair, face, "column-magnitude", *found.span(), new)


def in_words(pair: Pair, face: Facing, rng: Random) -> Iterator[Fault]:
    """Another number in words: three for four."""
    there = stated_values(face.counterpart, other(face.locale))
    for word in spelled(face.text, face.locale):
        if not word.sure or Decimal(word.value) not in there:
            continue
        fresh = [v for v in (word.value - 1, word.value + 1) if v > 1 and _fresh(Decimal(v), face)]
        if fresh:
            new = spell(rng.choice(fresh), face.locale)
            new = new.capitalize() if word.text[0].isupper() else new
            yield _fault(pair, face, "in-words", word.start, word.end, new)


RANGES = re.compile(
    r"(?:(?P<lead>\b[Tt]ừ|\b[Ff]rom|\b[Bb]etween) )?(?<![\w.,/–-])(?P<low>\d[\d.,]*)(?P<unit>[^\d\n,;.]{0,12}?)"
    r"(?P<sign> ?– ?| đến | tới | to | and )(?P<high>\d[\d.,]*\d|\d)(?![\d/:h]|[.,]\d| ?– ?\d)"
)
AFTER_RANGE = re.compile(
    r"\s*(?:giờ|h\b|a\.m|p\.m|am\b|pm\b|tháng \d|/|(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\b)"
)
BEFORE_RANGE = re.compile(
    r"(?:ngày|sáng|chiều|tối|đêm|trang|phòng|tầng|số|pages?|rooms?|floors?|Nos?\.|Articles?|Điều|lớp|grades?|khoản|năm|in|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|phút|level|cấp|force|tuổi)"
    r"[ ]\Z"
)


def range_ends(pair: Pair, face: Facing, rng: Random) -> Iterator[Fault]:
    """One end of a range moved outwards."""
    text = masked(face.text)
    far = other(face.locale)
    for found in RANGES.finditer(text):
        joined = found["lead"] or "–" in found["sign"] or found["sign"].strip() in {"đến", "to"}
        low, high = (found[end].rstrip(".,") for end in ("low", "high"))
        whole = all(re.fullmatch(r"\d{1,3}(?:[.,]\d{3})*(?:[.,]\d{1,2})?|\d+", end) for end in (low, high))
        if (
            not (joined and whole)
            or AFTER_RANGE.match(text[found.end() :])
            or BEFORE_RANGE.search(text[: found.start()])
        ):
            continue
        ends = parse(low, face.locale), parse(high, face.locale)
        numbers = {q.number for q in quantities(face.counterpart, far)} | stated_values(face.counterpart, far)
        if not ends[0] < ends[1] or not {*ends} <= numbers or any(YEAR.match(end) for end in (low, high)):
            continue
        name, step = rng.choice([("low", -1), ("high", 1)])
        end = parse(found[name].rstrip(".,"), face.locale)
        scale = next((s for s in (100000, 10000, 1000, 100, 10, 5, 1) if end % s == 0 and end > s), 1)
        new = end + step * scale
        if new > 0 and new == int(new) and _fresh(new, face):
            start = found.start(name)
            yield _fault(
                pair,
                face,
                "range-end",
                start,
                start + len(found[name].rstrip(".,")),
                grouped(f"{new:f}".partition(".")[0], face.locale),
            )
