"""Slips in dates, years, quarters and times, wherever both editions name the same one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from tests.quality.planting.bundles import Locale, other
from tests.quality.planting.fault import Edit, Fault, make
from tests.quality.planting.masks import masked
from tests.quality.planting.pairs import Facing, Pair

RULE = "value-mismatch"
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_M = "|".join(MONTHS)
_Y = r"(?P<year>20\d\d|19\d\d|18\d\d)"
_D = r"(?P<day>\d{1,2})"
DATES: Mapping[Locale, tuple[re.Pattern[str], ...]] = {
    "vi": (
        re.compile(rf"(?<![\d/.,:■-]){_D}(?P<sign>[/-])(?P<month>\d{{1,2}})(?:(?P=sign){_Y})?(?![\d/%-]|[.,]\d)"),
        re.compile(rf"(?<![\d/.,:■-]){_D} tháng (?P<month>\d{{1,2}})(?:(?: năm |/){_Y})?(?!\d| âm)"),
    ),
    "en": (
        re.compile(rf"(?<![\d.,:■-]){_D}(?:st|nd|rd|th)?(?: of)? (?P<month>{_M})(?:,? {_Y})?\b"),
        re.compile(rf"\b(?P<month>{_M}) {_D}(?:st|nd|rd|th)?(?![\d:])(?:,? {_Y})?"),
    ),
}
MONTH_YEARS: Mapping[Locale, re.Pattern[str]] = {
    "vi": re.compile(rf"(?<!\d )tháng (?P<month>\d{{1,2}})(?:[/-]| năm ){_Y}(?!\d)"),
    "en": re.compile(rf"(?<!\d )(?<!\dth )\b(?P<month>{_M}),? {_Y}\b"),
}
YEARS: Mapping[Locale, re.Pattern[str]] = {
    "vi": re.compile(rf"\b[Nn]ăm {_Y}(?![\d/–-])"),
    "en": re.compile(
        rf"\b(?:[Ii]n|[Oo]f|[Ss]ince|[Bb]y|until|than|for|from|to|[Ee]nd-|early|late|mid-|season|year|half of) {_Y}(?![\d/–-]|'s|s)"
    ),
}
PERIODS = re.compile(r"(?<![\d/])(?P<low>20\d\d|19\d\d)(?: ?[–-] ?| đến | to )(?P<high>20\d\d|19\d\d)(?![\d/])")
LUNAR = re.compile(r"âm lịch|lunar|[Gg]iêng|Chạp|Tết", re.IGNORECASE)
QUARTERS: Mapping[Locale, re.Pattern[str]] = {
    "vi": re.compile(r"\b[Qq]uý (?P<quarter>IV|I{1,3}|[1-4]|một|hai|ba|bốn|tư)\b"),
    "en": re.compile(r"\b(?:(?P<quarter>first|second|third|fourth)[ -]quarter|(?P<code>Q[1-4]))\b", re.IGNORECASE),
}
QUARTER_FORMS = (
    ("I", "II", "III", "IV"),
    ("1", "2", "3", "4"),
    ("một", "hai", "ba", "bốn"),
    ("một", "hai", "ba", "tư"),
    ("first", "second", "third", "fourth"),
    ("Q1", "Q2", "Q3", "Q4"),
)
HALVES: Mapping[Locale, tuple[tuple[re.Pattern[str], int, str], ...]] = {
    "vi": (
        (re.compile(r"\b(?:6|[Ss]áu) tháng (đầu)(?= năm)"), 1, "cuối"),
        (re.compile(r"\b(?:6|[Ss]áu) tháng (cuối)(?= năm)"), 2, "đầu"),
        (re.compile(r"\b[Nn]ửa (đầu)(?= năm)"), 1, "cuối"),
        (re.compile(r"\b[Nn]ửa (cuối)(?= năm)"), 2, "đầu"),
    ),
    "en": (
        (re.compile(r"\b(first)(?=(?: |-)(?:half|six months))"), 1, "second"),
        (re.compile(r"\b(second)(?= half of (?:the year|\d{4}))"), 2, "first"),
        (re.compile(r"\b(last)(?= six months of)"), 2, "first"),
    ),
}
TIMES: Mapping[Locale, re.Pattern[str]] = {
    "vi": re.compile(
        r"(?<![\d/.,:■–])(?P<hour>\d{1,2})(?P<sign>h|:| giờ)(?: ?(?P<minute>\d{2}))?(?![\d/]| ?\d| đồng hồ)"
    ),
    "en": re.compile(
        r"(?<![\d/,:■.])(?P<hour>\d{1,2})(?P<sign>[.:])?(?P<minute>(?<=[.:])\d{2})?(?:\s?(?P<half>a\.m\.|p\.m\.|am\b|pm\b))"
    ),
}


@dataclass(frozen=True, slots=True)
class Day:
    """A date as a text names it."""

    match: re.Match[str]
    day: int
    month: int
    year: int | None


def _fault(pair: Pair, face: Facing, kind: str, span: tuple[int, int], new: str) -> Fault:
    base = face.here.start
    return make(pair.bundle, face.locale, RULE, kind, face.place, [Edit(base + span[0], base + span[1], new)])


def _month(text: str) -> int:
    return MONTHS.index(text) + 1 if text in MONTHS else int(text)


@lru_cache(maxsize=8192)
def dates(text: str, locale: Locale) -> tuple[Day, ...]:
    """The dates with day and month that a text names, lunar ones left out."""
    hidden, found = masked(text), []
    for pattern in DATES[locale]:
        for match in pattern.finditer(hidden):
            day, month = int(match["day"]), _month(match["month"])
            around = text[max(0, match.start() - 20) : match.end() + 20]
            if 1 <= month <= len(DAYS) and 1 <= day <= DAYS[month - 1] and not LUNAR.search(around):
                found.append(Day(match, day, month, int(match["year"]) if match["year"] else None))
    return tuple(found)


def _days(texts: list[tuple[str, Locale]]) -> set[tuple[int, int]]:
    return {(d.day, d.month) for text, locale in texts for d in dates(text, locale)}


def _all_days(pair: Pair) -> set[tuple[int, int]]:
    return _days([(pair.bundle.text("vi"), "vi"), (pair.bundle.text("en"), "en")])


def _month_like(old: str, month: int) -> str:
    if old in MONTHS:
        return MONTHS[month - 1]
    return f"{month:02d}" if len(old) > 1 and old[0] == "0" else str(month)


def _wrong_day(found: Day, taken: set[tuple[int, int]], pair: Pair, face: Facing, rng: Random) -> Iterator[Fault]:
    match = found.match
    last = DAYS[found.month - 1]
    for day in rng.sample([found.day + 1, found.day - 1, found.day + 10, found.day - 10], 4):
        if 1 <= day <= last and (day, found.month) not in taken:
            new = f"{day:02d}" if match["day"][0] == "0" else str(day)
            end = match.end("day")
            if re.match(r"(?:st|nd|rd|th)\b", face.text[end:]):
                new, end = new + suffix(day), end + 2
            yield _fault(pair, face, "date-day", (match.start("day"), end), new)
            break


def _wrong_month(found: Day, taken: set[tuple[int, int]], pair: Pair, face: Facing, rng: Random) -> Iterator[Fault]:
    match = found.match
    for month in rng.sample([found.month + 1, found.month - 1, found.month + 2], 3):
        if 1 <= month <= len(DAYS) and found.day <= DAYS[month - 1] and (found.day, month) not in taken:
            yield _fault(pair, face, "date-month", match.span("month"), _month_like(match["month"], month))
            break


def suffix(number: int) -> str:
    """`st`, `nd`, `rd` or `th`."""
    return "th" if number in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def days(pair: Pair, face: Facing, rng: Random) -> Iterator[Fault]:
    """Another day, month or year in a date, or day and month the wrong way round."""
    there = {(d.day, d.month, d.year) for d in dates(face.counterpart, other(face.locale))}
    faced = {(day, month) for day, month, _ in there}
    taken = _all_days(pair)
    for found in dates(face.text, face.locale):
        if (found.day, found.month) not in faced:
            continue
        match = found.match
        yield from _wrong_day(found, taken, pair, face, rng)
        yield from _wrong_month(found, taken, pair, face, rng)
        if found.year and (found.day, found.month, found.year) in there:
            year = found.year + rng.choice([-1, 1])
            yield _fault(pair, face, "date-year", match.span("year"), str(year))
        plain = re.match(r"(?:st|nd|rd|th)\b", face.text[match.end("day") :]) is None
        if found.day <= len(DAYS) and found.day != found.month and plain and (found.month, found.day) not in taken:
            first, second = sorted([match.span("day"), match.span("month")])
            named = {match.span("day"): str(found.month), match.span("month"): _month_like(match["month"], found.day)}
            middle = face.text[first[1] : second[0]]
            yield _fault(pair, face, "date-inverted", (first[0], second[1]), named[first] + middle + named[second])


def months(pair: Pair, face: Facing, rng: Random) -> Iterator[Fault]:
    """Another month or year in a month with its year."""
    far = other(face.locale)
    there = {(_month(m["month"]), m["year"]) for m in MONTH_YEARS[far].finditer(masked(face.counterpart))}
    near = face.near_here + "\n" + face.near_there
    for match in MONTH_YEARS[face.locale].finditer(masked(face.text)):
        month = _month(match["month"])
        if (month, match["year"]) not in there:
            continue
        new = month % 12 + 1
        if not re.search(rf"\b{MONTHS[new - 1]}\b|tháng 0?{new}\b|/0?{new}\b", near):
            yield _fault(pair, face, "month", match.span("month"), _month_like(match["month"], new))
        year = str(int(match["year"]) + rng.choice([-1, 1]))
        if year not in near:
            yield _fault(pair, face, "month-year", match.span("year"), year)


def years(pair: Pair, face: Facing, rng: Random) -> Iterator[Fault]:
    """Another year, or another end of a period of years."""
    hidden, there = masked(face.text), masked(face.counterpart)
    near = face.near_here + "\n" + face.near_there
    for match in YEARS[face.locale].finditer(hidden):
        inside = any(m.start() <= match.start("year") < m.end() for m in PERIODS.finditer(hidden))
        year = str(int(match["year"]) + rng.choice([-1, 1]))
        if not inside and re.search(rf"\b{match['year']}\b", there) and year not in near:
            yield _fault(pair, face, "year", match.span("year"), year)
    periods = {(m["low"], m["high"]) for m in PERIODS.finditer(there)}
    for match in PERIODS.finditer(hidden):
        year = str(int(match["high"]) + rng.choice([-1, 1]))
        if (match["low"], match["high"]) in periods and year not in near and year > match["low"]:
            yield _fault(pair, face, "period-end", match.span("high"), year)


def _quarters(text: str, locale: Locale) -> set[int]:
    found = set()
    for match in QUARTERS[locale].finditer(masked(text)):
        word = (match["quarter"] or match["code"]) if locale == "en" else match["quarter"]
        for forms in QUARTER_FORMS:
            lowered = [form.lower() for form in forms]
            if word.lower() in lowered:
                found.add(lowered.index(word.lower()))
    return found


def quarters(pair: Pair, face: Facing, rng: Random) -> Iterator[Fault]:
    """Another quarter, or the other half of a year."""
    far = other(face.locale)
    there = _quarters(face.counterpart, far)
    taken = _quarters(face.near_here, face.locale) | _quarters(face.near_there, far)
    for match in QUARTERS[face.locale].finditer(masked(face.text)):
        name = "code" if face.locale == "en" and match["code"] else "quarter"
        forms = next(f for f in QUARTER_FORMS if match[name].lower() in [form.lower() for form in f])
        at = [form.lower() for form in forms].index(match[name].lower())
        free = [i for i in range(4) if i not in taken]
        if at in there and free:
            new = forms[rng.choice(free)]
            new = new.capitalize() if match[name][0].isupper() and forms[0] == "first" else new
            yield _fault(pair, face, "quarter", match.span(name), new)
    for pattern, half, new in HALVES[face.locale]:
        if any(p.search(face.counterpart) for p, which, _ in HALVES[far] if which == half):
            for match in pattern.finditer(face.text):
                yield _fault(pair, face, "half-year", match.span(1), new)


def _minutes(match: re.Match[str]) -> int:
    """Minutes on a clock of twelve hours."""
    return (int(match["hour"]) % 12) * 60 + int(match["minute"] or 0)


def times(pair: Pair, face: Facing, rng: Random) -> Iterator[Fault]:
    """Another hour or minute, or the other half of the day."""
    far = other(face.locale)
    near = [(face.near_here, face.locale), (face.near_there, far)]
    taken = {_minutes(m) for text, locale in near for m in TIMES[locale].finditer(masked(text))}
    there = {_minutes(m) for m in TIMES[far].finditer(masked(face.counterpart))}
    for match in TIMES[face.locale].finditer(masked(face.text)):
        at = _minutes(match)
        if at not in there:
            continue
        hour = int(match["hour"]) + rng.choice([-1, 1])
        if 1 <= hour <= (12 if face.locale == "en" else 23) and (hour % 12) * 60 + at % 60 not in taken:
            new = f"{hour:02d}" if match["hour"][0] == "0" else str(hour)
            yield _fault(pair, face, "time-hour", match.span("hour"), new)
        if match["minute"]:
            minute = rng.choice([m for m in (0, 15, 30, 45) if m != int(match["minute"])])
            if at - at % 60 + minute not in taken:
                yield _fault(pair, face, "time-minute", match.span("minute"), f"{minute:02d}")
        if face.locale == "en" and match["half"]:
            new = match["half"].translate(str.maketrans("ap", "pa"))
            yield _fault(pair, face, "half-day", match.span("half"), new)
