"""Quantities in English: numbers in words, "15 March", "2 p.m.", "the second quarter", "the 19th century", "twice"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.scanner import (
    FIRST_YEAR,
    NOON,
    POINT_CLOCK,
    THOUSAND,
    Draft,
    Scanner,
    Spelled,
    date_keys,
    is_date,
    magnitude_pattern,
    number_keys,
    rounded,
    unit_pattern,
)
from bulletin.checks.facts.tables import (
    BEFORE,
    ENGLISH_NUMBERS,
    ENGLISH_ORDINALS,
    MAGNITUDES,
    MONTHS,
    PERCENT,
    POINT,
    WEEKDAYS,
)
from bulletin.model.fact import Family, Key, Strength

_MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY_FIRST = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?:day\s+)?of)?\s+({_MONTH_NAMES})(?![^\W_])\.?(?:,?\s+(\d{{4}})(?!\d))?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    r"\.?\s+(?:the\s)?(\d{1,2})(?:st|nd|rd|th)?(?![\d%]|[.,]\d|\s?(?:per cent|percent|million|billion))(?:,?\s+(\d{4})(?!\d))?",
    re.IGNORECASE,
)
_MONTH_ALONE = re.compile(r"\.?,?\s+(?:of\s)?(\d{4})(?!\d|,\d)")
_MAY = re.compile(
    r"(?:in|of|since|by|until|till|late|early|mid|last|next|from|to|and|between|this|through|for|during|before|after|on|–|-|,|\d|\d(?:st|nd|rd|th)|\()[\s-]?$"
)
_TIME = re.compile(r"([01]?\d|2[0-4])(?:[:.]([0-5]\d))?\s?(a\.?m\b\.?|p\.?m\b\.?|noon\b|midnight\b)", re.IGNORECASE)
_OCLOCK = re.compile(r"([01]?\d)\s?o[’']clock(?:\s(in the (?:morning|afternoon|evening)))?", re.IGNORECASE)
_ORDINAL_TAIL = re.compile(r"(?:st|nd|rd|th)(?![^\W_])")
_DECADE_TAIL = re.compile(r"[’']?s(?![^\W_])")
_FRACTION_NAMES = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "twelfth": 12, "twelfths": 12, "twentieth": 20, "twentieths": 20, "hundredth": 100, "hundredths": 100, "thousandth": 1000}  # fmt: skip
_FRACTION = re.compile(
    rf"[\s-]({'|'.join(sorted(_FRACTION_NAMES, key=len, reverse=True))})(?![^\W_])(?!\s(?:of\s)?(?:year|century|day|time|quarter|place|floor|round|session|congress|edition))",
    re.IGNORECASE,
)
_TO_LUNAR = re.compile(r"\s+(?:to|and|or|through|until)\s+(?:the\s+)?[a-z]+\s+(?:lunar\s+)?month(?![^\W_])")
_CLOCK_TO = re.compile(
    r"\s+(?:minutes\s+)?(to|past)\s+(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?![^\W_])"
)
_LUNAR = re.compile(
    r"\s+(?:day\s+)?(?:of|in)\s+the\s+(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last|\d{1,2}(?:st|nd|rd|th))\s+(?:lunar\s+)?month(?![^\W_])",
    re.IGNORECASE,
)
_PER_MANY = {"hundred": 100.0, "thousand": 1000.0, "million": 1e6, "dozen": 12.0}
_TIMES_OF_RATES = frozenset(("hour", "day", "week", "month", "quarter", "year"))
_OF_AMOUNT = re.compile(r"(?:[\s-]+(?!in |for |after |before |within |over |than |about |took )[a-z]+){0,3}\s+")
_LAST_MAGNITUDE = re.compile(r"(thousand|million|billion|trillion)$")
_HALF_DAY = re.compile(r"\s(?:(a\.?m\.?|p\.?m\.?)|o[’']clock)(?![^\W_])", re.IGNORECASE)
_OF_PERCENT = re.compile(r"\s+of\s+(?:a|one)\s+(percentage\s+point|per\s?cent|%)")
_BELOW_ZERO = re.compile(r"\s+below\s+(?:zero|freezing)")
_THE = re.compile(r"the\s$")
_AND_A_HALF = re.compile(r"\s+and\s+a\s+half(?![^\W_])", re.IGNORECASE)
_TOGETHER = frozenset(
    [
        "sides",
        "parties",
        "countries",
        "nations",
        "peoples",
        "provinces",
        "localities",
        "neighbours",
        "neighbors",
        "governments",
        "leaders",
        "of",
        "ends",
        "banks",
        "delegations",
        "others",
        "agencies",
    ]
)
_MULTIPLES = {"tw": 2.0, "doub": 2.0, "thr": 3.0, "tri": 3.0, "treb": 3.0, "quad": 4.0, "quin": 5.0}
_YEAR_ON_YEAR = re.compile(r"[\s-](?:on|over)[\s-]year|[\s-](?:before|earlier|ago|previously)(?![^\W_])")
_PRIZE = re.compile(r"[\s-](?:prize|place)s?(?![^\W_])")
_AND_A = re.compile(r"(?<=\s)(minute|hour|day|week|month|year|decade|century|tonne|hectare|kilometre|kilo)\sand\sa\s$")
_PLURALS = {
    f"{word}es" if word.endswith("x") else f"{word}s": number
    for word, number in ENGLISH_NUMBERS.items()
    if 0 < number < 20
}
"""As in "under-fives"."""
_MEN = re.compile(r"[\s-]m[ae]n(?![^\W_])")
TWO = 2
_OR_TWO = re.compile(
    r"(?<=\s)(minute|hour|day|week|fortnight|month|year|decade|kilo|tonne|kilometre|metre|hectare)\sor\s$"
)
_COMPARED = frozenset(("than", "as", "with", "from", "on", "versus", "over", "against", "to"))
_OF_TIME = re.compile(r"\s+of\s+an?\s+(?=(?:hour|day|week|month|year|decade|century|percentage point)(?![^\W_]))")
_PART_OF_DAY = re.compile(
    r"\s+(?:(?:(this|that|tomorrow|yesterday|the next|the following|the same|in the|early in the|late in the|last|on [a-z]+)"
    r"\s)?(morning|afternoon|evening|night)|(tonight)|at\s(night)|sharp|on\sthe\sdot)(?![^\W_])",
    re.IGNORECASE,
)
_AT = re.compile(r"(?:at|by|of|past|before|until|till|around|about|after|from|since|to|between|and|nearly|towards)\s$")
_SHARE_IN = re.compile(
    r"\s(?:in|out\sof)\s(?:every\s)?(two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|\d{1,3}(?![\d.,]\d|\d))"
    r"(?=[\s.,;:)–]|$)(?!\s(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|quarters?)(?![^\W_]))",
)
_WHOLE_OF_TIME = re.compile(r"(?:(month)s?|(day)s?|(hour)s?)\s(?:in|out\sof)\s$")
_YEAR_WORDS = {
    "last": -1,
    "previous": -1,
    "this": 0,
    "next": 1,
    "coming": 1,
    "past": -1,
    "preceding": -1,
    "following": 1,
}


class English(Scanner):
    """Reads an English text."""

    tag = "en"
    next_re = re.compile(r"[\s\u00a0-]+([A-Za-z]+)")
    previous_re = re.compile(r"([A-Za-z]+)[\s\u00a0-]+$")
    word_re = re.compile(r"[A-Za-z]+")
    sentence_ends = ".:;!?|•–…"
    joins = (" ", "-", "\u00a0", "\n")
    longest = 16
    decimal = "."
    thousands = ","
    unit_re = unit_pattern("en")
    magnitude_re = magnitude_pattern("en")
    link_re = re.compile(
        r"\s*(?:[-–,;/&]|and|to|or|until|till|through|versus|v|by|,? and|,? or|down to|up to|against|from|compared with|instead of|rather than|then)?\s*(?:the|on|about|around|nearly|almost|over|some|more than|just over|from|as many as|up to)?\s*(?:the)?\s*",
    )
    negative_re = re.compile(r"(?:minus|negative)\s$")
    negative_ends = "sSeE"
    after_digits = frozenset((*MONTHS, "of", "day", "a", "am", "p", "pm", "noon", "midnight", "o", "tháng", "thang"))
    roman_cue_re = re.compile(
        r"(?<![^\W_])(?:chapter|part|class|zone|phase|quarter|region|war|section|article|category|level|grade|type|congress|volume|area|term|annex|hospital|"
        r"line|group|park|elizabeth|hoàng mai|hoang mai|đông hồi|dong hoi|no\.|plant|factory|session|course)\s$"
    )
    hyphenated = frozenset((*ENGLISH_NUMBERS, *ENGLISH_ORDINALS, "half", "quarter", "year", "full"))
    prefixes = frozenset(("mid", "early", "late", "pre", "post", "end", "under", "over"))
    words: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(ENGLISH_NUMBERS, "number_words"), **dict.fromkeys(("a", "an"), "article"),
        **dict.fromkeys(ENGLISH_ORDINALS, "ordinal_words"), **dict.fromkeys(MONTHS, "month_words"), **dict.fromkeys(WEEKDAYS, "weekday"),
        "half": "half_words", "both": "both", "twice": "times_words", "double": "times_words", "doubled": "times_words", "doubling": "times_words", "doubles": "times_words", "twofold": "times_words", "triple": "times_words", "tripled": "times_words", "tripling": "times_words", "threefold": "times_words",
        "thrice": "times_words", "quadrupled": "times_words", "quadruple": "times_words", "fourfold": "times_words", "fivefold": "times_words", "tenfold": "times_words", "quintupled": "times_words", "trebled": "times_words", "treble": "times_words", "sixfold": "times_words",
        **dict.fromkeys(_PLURALS, "plural_of"), "brace": "pair", **{f"{word}fold": "times_words" for word in ENGLISH_NUMBERS if word not in ("zero", "one")}, "full": "full_moon",
        "noon": "noon", "midday": "noon", "midnight": "noon", "hundreds": "vague_words", "thousands": "vague_words", "dozens": "vague_words", "tens": "vague_words", "millions": "vague_words", "billions": "vague_words", "scores": "vague_words",
        "pair": "pair", "couple": "pair", "trio": "pair", "last": "last_of", "previous": "relative", "this": "relative", "next": "relative", "coming": "relative", "same": "relative", "preceding": "relative", "following": "relative", "earlier": "relative", "year": "year_on_year", "end": "end_of", "year-end": "end_of",
        **dict.fromkeys(("hourly", "daily", "weekly", "monthly", "quarterly", "annual", "annually", "yearly"), "adverb_of_rate"),
        **dict.fromkeys(("new", "labour", "labor", "national", "christmas"), "holiday"), "per": "rate", "each": "rate", "decade": "decade", "quarter": "quarter_alone", "every": "every", "final": "last_of", "biennial": "pair", "biennially": "pair", "halved": "halved", "halving": "halved", "halve": "halved", "twin": "pair", "hat-trick": "pair", "hat": "hat",
        **dict.fromkeys(("nineties", "eighties", "seventies", "sixties", "fifties", "forties", "thirties", "twenties"), "decade_name"),
        **dict.fromkeys(BEFORE, "currency"),
    }  # fmt: skip

    holidays: ClassVar[Mapping[str, tuple[int, int]]] = {
        "new year's day": (1, 1), "new year’s day": (1, 1), "labour day": (1, 5), "labor day": (1, 5), "national day": (2, 9), "christmas": (25, 12),
    }  # fmt: skip

    # Digits with English words

    def named(self, name: str, number: int, start: int, end: int) -> bool:
        """Q2, H1."""
        if name == "Q" and 1 <= number <= 4:  # quarters
            self.add(Draft(start, end, keys=[("q", number), ("q3",)], family=Family.PERIOD))
            return True
        if name == "H" and number in (1, 2):
            self.add(Draft(start, end, keys=[("h", number)], family=Family.PERIOD))
            return True
        if name.lower() in ("mid-", "pre-", "post-", "late-", "early-", "under-", "over-", "non-", "no.", "art."):
            self._number(end - len(str(number)))
            return True
        return False

    def long_date(self, start: int) -> bool:
        """15 March 2026, 15th of March."""
        match = _DAY_FIRST.match(self.text, start)
        if match is None or not match[2][0].isupper():
            street = re.compile(r"(\d{1,2})\s+(?:Tháng|Thang|tháng|thang)\s+(\d{1,2})(?!\d)").match(self.text, start)
            if street and is_date(int(street[1]), int(street[2])):  # 30 Tháng 4 Street
                self.date(start, street.end(), int(street[1]), int(street[2]), 0)
                return True
            return False
        day, month = int(match[1]), MONTHS[match[2].lower()]
        if not is_date(day, month):
            return False
        self.date(start, match.end() if match[3] else match.end(2), day, month, int(match[3] or 0))
        return True

    def means_date(self, start: int, separator: str) -> bool:
        """Whether 15/3 is a date: after "on" and the like."""
        return separator == "/" and bool(
            re.search(r"(?:on|from|to|until|by|since|before|after|and)\s$", self.before(start))
        )

    def time(self, start: int) -> bool:
        """2 p.m., 8.30 a.m., 14:00, 8 o'clock."""
        match = _TIME.match(self.text, start) or _OCLOCK.match(self.text, start)
        if match is None:
            if not super().time(start):
                return False
            tail = re.compile(r"\s?(?:hrs|hours|h)\b").match(self.text, self.drafts[-1].end)
            if tail:
                self.drafts[-1].end = self.at = tail.end()
            return True
        hour = int(match[1])
        is_clock = match.re is _OCLOCK
        minute = 0 if is_clock else int(match[2] or 0)
        half = (match[2] if is_clock else match[3]) or ""
        half = half.lower().replace(".", "")
        if half in ("pm", "noon", "in the afternoon", "in the evening") and hour < 12:
            hour += 12
        elif half in ("am", "midnight") and hour == 12:
            hour = 0
        draft = self.clock(start, match.end(), hour, minute)
        if half == "midnight":
            draft.keys.append(("t", 24 * 60))
        if is_clock and not half:
            draft.keys.append(("t", hour * 60 + NOON))
        return True

    def share_half_day(self, left: Draft) -> None:
        """From 1:30 to 5 p.m."""
        if not self.text[left.start : left.end].strip("0123456789:."):
            left.keys.append(("t", left.minutes + NOON))

    def suffix(self, start: int, end: int, value: float | None) -> bool:
        """15th, 1990s."""
        if value is None or self.text[end : end + 1] not in "snrt’'":
            return False
        if match := _ORDINAL_TAIL.match(self.text, end):
            if self._lunar(start, match.end(), value):
                return True
            draft = Draft(start, match.end(), value, keys=number_keys(value, None), family=Family.ORDINAL)
            draft.can_be_day = value <= 31  # days of a month
            if draft.can_be_day:
                draft.keys.append(("D", int(value)))
            self._quarter_or_half(draft, match.end())
            if value == 1:
                draft.strength = Strength.WEAK
            self.add(draft)
            return True
        if match := _DECADE_TAIL.match(self.text, end):
            keys = number_keys(value, None)
            if value < 100:  # '90s
                keys.append(("=", 1900 + value))
            elif value >= FIRST_YEAR:
                keys.append(("=", value % 100))
            self.add(Draft(start, match.end(), value, keys=keys, family=Family.YEAR))
            return True
        return False

    def finished(self, draft: Draft) -> Draft:
        """Two and a half; 5 degrees below zero; 8.30 as a time."""
        if draft.raw is None:
            return draft
        following = self._next(draft.end)
        if following == "and" and (half := _AND_A_HALF.match(self.text, draft.end)):
            draft.raw += 0.5 * (draft.magnitude if draft.magnitude > 1 and draft.unit is None else 1)
            draft.end = half.end()
            if draft.unit is None:
                more, draft.end = self.magnitude_after(draft.end)
                draft.raw, draft.magnitude = draft.raw * more, draft.magnitude * more
                draft.unit, draft.end = self.unit_after(draft.end)
            draft.keys = number_keys(draft.raw, draft.unit)
            following = self._next(draft.end)
        if following == "of" and draft.unit is None and (match := _OF_PERCENT.match(self.text, draft.end)):
            draft.unit = (POINT if match[1].endswith("point") else PERCENT, 1)
            draft.end = match.end()
            draft.keys = number_keys(draft.raw, draft.unit)
            following = self._next(draft.end)
        if draft.raw == 3 and draft.has_unit("month", 1):
            draft.keys.append(("3m",))
        if draft.raw == 6 and draft.has_unit("month", 1):  # half a year
            half = re.search(r"(first|last|second)\s$", self.before(draft.start))
            draft.keys = [("h", 1 if half[1] == "first" else 2), ("h6",)] if half else [*draft.keys, ("6m",)]
            draft.family = Family.PERIOD if half else draft.family
        self._times_and_shares(draft)
        if following == "below" and _BELOW_ZERO.match(self.text, draft.end):
            draft.keys = number_keys(-draft.raw, draft.unit)
        if draft.raw == 2 and draft.unit is None and draft.magnitude == 1 and self._next(draft.end) in _TOGETHER:
            draft.strength = Strength.WEAK
        is_long = draft.end - draft.start > 5
        digits = None if is_long else POINT_CLOCK.fullmatch(self.text, draft.start, draft.end)
        if digits:  # 7.30, if the other edition has such a time
            minutes = int(digits[1]) * 60 + int(digits[2])
            draft.keys += [("t", minutes), ("t", minutes + NOON)]
            if re.search(r"(?:at|from|to|until|till|by|before|after|between|[-–])\s?$", self.before(draft.start)):
                draft.minutes = minutes
        elif draft.can_be_day and _THE.search(self.before(draft.start, 5)):
            draft.keys.append(("D", int(draft.raw)))
        return draft

    def _times_and_shares(self, draft: Draft) -> None:
        """Nine this evening; one in ten; three months in twelve; five or six."""
        value = draft.raw
        if value is None or draft.unit is not None or draft.magnitude != 1 or not 0 < value < 100:
            return
        before = self.before(draft.start)
        if (
            value <= 12
            and value.is_integer()
            and (part := _PART_OF_DAY.match(self.text, draft.end))
            and _AT.search(before)
        ):
            draft.keys += [("t", int(value * 60)), ("t", int(value * 60) + NOON)]
            draft.end = part.end()
        elif (share := _SHARE_IN.match(self.text, draft.end)) and value < (whole := self._whole(share[1])):
            draft.parts = (("=", value), ("=", whole))
            draft.raw, draft.end = value / whole, share.end()
            draft.keys = [("=", rounded(value / whole)), ("u", PERCENT, rounded(100 * value / whole))]
        elif (all_of := _WHOLE_OF_TIME.search(before)) and value == {1: 12, 2: 7, 3: 24}[all_of.lastindex or 1]:
            draft.strength = Strength.OPTIONAL
        elif value == TWO and (few := _OR_TWO.search(before)):  # a week or two
            unit, _ = self.unit_after(draft.start - len(before) + few.start(1) - 1)
            draft.keys += number_keys(value, unit)
            draft.strength = Strength.OPTIONAL
        elif value in (9, 10) and _MEN.match(self.text, draft.end):
            draft.strength = Strength.WEAK  # a team after a red card
        elif before.endswith(" or ") and self.drafts[-2:-1] and self.drafts[-2].raw == value - 1:
            draft.strength = Strength.OPTIONAL  # five or six: some

    @staticmethod
    def _whole(word: str) -> float:
        return float(word) if word.isdecimal() else float(ENGLISH_NUMBERS[word])

    def _next(self, end: int) -> str:
        return super()._next(end).lower()

    def _previous(self, start: int) -> str:
        return super()._previous(start).lower()

    # Numbers in words

    def number_words(self, start: int, token: str) -> None:
        """Forty-five, two hundred and ten, three."""
        value, end, count = self._spelled(start)
        if value is None:
            return
        if value in (5, 10, 20, 25) and self._minutes_to(start, end, int(value)):
            return
        if match := _FRACTION.match(self.text, end):
            if self._takes_fraction(value, count, match):
                share = value / _FRACTION_NAMES[match[1].lower()]
                keys = [*number_keys(share, None), ("u", "%", rounded(100 * share))]
                draft = Draft(start, match.end(), keys=keys)
                if match[1].lower() == "quarters":
                    self._quarters_of_year(draft, value)
                if time := _OF_TIME.match(self.text, match.end()):
                    unit, draft.end = self.unit_after(time.end() - 1)
                    draft.keys = number_keys(share, unit)
                draft.parts = (("=", value), ("=", float(_FRACTION_NAMES[match[1].lower()])))
                self.add(draft)
                return
        if count > 1 and re.split(r"[\s-]", self.text[start:end].lower())[-1] in ENGLISH_ORDINALS:  # twenty-first
            self.ordinal(start, end, value)
            return
        if self.is_negative(start):
            value = -value
        draft = self._spelled_amount(start, end, value)
        self._time_in_words(draft, value)
        if value == 2 and self._previous(start) == "no":  # "no two alike"
            draft.strength = Strength.OPTIONAL
            return
        if token[0].isupper() and count == 1 and self.text[end + 1 : end + 2].isupper():
            draft.strength = Strength.WEAK  # part of a name, or of a headline in capitals
            return
        if draft.magnitude == 1 and draft.raw == value:
            if value in (0, 1) or _OR_TWO.search(self.before(start)):
                draft.strength = Strength.OPTIONAL
            elif value in (2, 3) and draft.unit is None:  # "the two banks" are "the banks"
                draft.strength = Strength.WEAK

    def _quarters_of_year(self, draft: Draft, number: float) -> None:
        """The remaining three quarters are nine months, the first two a half of the year."""
        part = re.search(r"(first|last)\s$", self.before(draft.start))
        if number == 2 and part:
            draft.keys, draft.family = [("h", 1 if part[1] == "first" else 2), ("h6",)], Family.PERIOD
        else:
            draft.keys.append(("u", "month", 3 * number))

    def _minutes_to(self, start: int, end: int, minutes: int) -> bool:
        """Ten to seven, twenty past four. Whether it is a time."""
        match = _CLOCK_TO.match(self.text, end)
        before = self.before(start)
        if match is None or not (re.search(r"(?:at|by|before|after|until|till)\s(?:about\s|around\s)?$", before)):
            return False
        if re.compile(r"\s*(?:%|per\s?cent|people|[a-z]+s(?![^\W_]))").match(self.text, match.end()):
            return False  # by five to six per cent
        hour = ENGLISH_NUMBERS[match[2]]
        value = hour * 60 + (minutes if match[1] == "past" else -minutes)
        self.add(Draft(start, match.end(), keys=[("t", value), ("t", value + NOON)], family=Family.TIME))
        return True

    def _time_in_words(self, draft: Draft, value: float) -> None:
        match = _HALF_DAY.match(self.text, draft.end)
        if match and value <= 12:  # hours
            hour = int(value) % 12 + (12 if (match[1] or "").lower().startswith("p") else 0)
            draft.keys = [("t", hour * 60)]
            draft.keys += [] if match[1] else [("t", hour * 60 + NOON)]
            draft.family, draft.end = Family.TIME, match.end()
            self.at = max(self.at, draft.end)

    @staticmethod
    def _takes_fraction(value: float, count: int, match: re.Match[str]) -> bool:
        """Whether "two thirds" is one: the name fits the number, and nothing is counted by it."""
        plural = match[1].lower().endswith("s") and match[1].lower() != "halves"
        return count == 1 and value < 20 and (plural == (value > 1) or match[1].lower() == "half")

    def _spelled_amount(self, start: int, end: int, value: float) -> Draft:
        draft = self.amount(start, end, value)
        match = _LAST_MAGNITUDE.search(self.text[start:end].lower()) if abs(value) >= THOUSAND else None
        if match and draft.magnitude == 1:
            draft.magnitude = MAGNITUDES["en"][match[1]]
        draft.can_be_day = draft.unit is None and draft.magnitude == 1 and value <= 31
        if draft.unit and draft.strength is Strength.WEAK and value != 1:
            draft.strength = Strength.STRONG
        return draft

    def _spelled(self, start: int) -> Spelled:
        return _read_words(self.number_run(start, _SPELLING))

    def article(self, start: int, token: str) -> None:
        """A hundred, a million, a quarter, a third of, a dozen, a decade, an hour."""
        end = start + len(token)
        match = self.next_re.match(self.text, end)
        if match is None:
            return
        following = match[1].lower()
        if following == "year" and self._is_comparison(start, match.end()):
            self.year_on_year(match.start(1), match[1])
            return
        if (
            following == "hundred"
            and self._previous(start) == "in"
            and self.drafts
            and (share := self.drafts[-1].raw)
            and start - self.drafts[-1].end < 24
        ):
            self.add(
                Draft(start, match.end(), keys=[("u", "%", rounded(share))], strength=Strength.OPTIONAL)
            )  # one in a hundred
            return
        if following == "million" and self._previous(start) == "in":
            return
        if match[1][0].isupper():
            return  # A Hundred Years
        if following in ("hundred", "thousand", "million", "billion", "trillion"):
            if re.compile(rf"[\s-]+{following}\s+(?:and|[a-z]+)").match(self.text, end):
                value, stop, _ = self._spelled(match.start(1))
                if value:
                    draft = self._spelled_amount(start, stop, value)
                    if draft.raw in (101, 1001):  # a hundred and one things to do
                        draft.strength = Strength.OPTIONAL
                    return
            self._spelled_amount(start, match.end(), MAGNITUDES["en"][following])
        elif following == "dozen":
            self.add(Draft(start, match.end(), 12.0, keys=[("=", 12.0), ("v", 10.0)]))
        elif following == "score":
            self.add(Draft(start, match.end(), 20.0, keys=[("=", 20.0)]))
        elif following == "half":
            self.half_words(match.start(1), match[1])
        elif following in ("third", "quarter", "fifth", "tenth", "sixth", "seventh", "eighth", "ninth"):
            if following == "quarter" and (
                clock := re.compile(r"\s+(past|to)\s+([a-z]+|\d{1,2})").match(self.text, match.end())
            ):
                hour = int(clock[2]) if clock[2].isdecimal() else ENGLISH_NUMBERS.get(clock[2], -1)
                if 0 <= hour <= 12:
                    minutes = hour * 60 + (15 if clock[1] == "past" else -15)
                    self.add(
                        Draft(start, clock.end(), keys=[("t", minutes), ("t", minutes + NOON)], family=Family.TIME)
                    )
                    return
            value = 1 / _FRACTION_NAMES[following]
            if time := _OF_TIME.match(self.text, match.end()):
                unit, stop = self.unit_after(time.end() - 1)
                self.add(Draft(start, stop, keys=number_keys(value, unit)))
                return
            keys = [*number_keys(value, None), ("u", "%", rounded(100 * value))]
            if following == "quarter":
                keys += [] if self._next(match.end()) == "of" else [("u", "month", 3.0)]
            else:
                keys += number_keys(float(ENGLISH_ORDINALS[following]), None)
            is_share = (
                re.compile(r"\s+(?:of|more|less|higher|lower|share)(?![^\W_])").match(self.text, match.end())
                or self._previous(start) == "by"
            )
            draft = Draft(start, match.end(), keys=keys, parts=(("=", 1.0), ("=", float(_FRACTION_NAMES[following]))))
            if not is_share:
                draft.strength = Strength.OPTIONAL if following == "quarter" else Strength.WEAK
                draft.family = Family.NUMBER if following == "quarter" else Family.ORDINAL
            self.add(draft)
        elif following in (
            "year",
            "month",
            "week",
            "day",
            "hour",
            "minute",
            "decade",
            "century",
            "fortnight",
            "hectare",
            "kilometre",
            "kilometer",
            "tonne",
            "kilo",
            "kilogram",
            "litre",
            "metre",
            "night",
        ):
            unit, stop = self.unit_after(end)
            if following == "hour" and (more := re.compile(r"\s+and\s+a\s+quarter(?![^\W_])").match(self.text, stop)):
                self.add(Draft(start, more.end(), 4500.0, keys=[("u", "s", 4500.0)]))
            elif _AND_A_HALF.match(self.text, stop):
                half = _AND_A_HALF.match(self.text, stop)
                self.add(Draft(start, half.end() if half else stop, 1.5, keys=number_keys(1.5, unit)))
            else:
                keys = [*number_keys(1.0, unit), *self._bare_decade(following)]
                if following in _TIMES_OF_RATES and self._belongs_to_amount(start):
                    self.each(start, stop, following)
                    self.drafts[-1].keys += [key for key in keys if key[0] == "u"]
                    return
                self.add(Draft(start, stop, 1.0, unit=unit, keys=keys, strength=Strength.OPTIONAL))

    def _is_comparison(self, start: int, end: int) -> bool:
        """Whether "a year" begins "a year-on-year rise", or stands in "than a year ago"."""
        match = _YEAR_ON_YEAR.match(self.text, end)
        return match is not None and (match[0].endswith("year") or self._previous(start) in _COMPARED)

    def _belongs_to_amount(self, start: int) -> bool:
        """Whether "a day" follows an amount: 40 tonnes, 40 tonnes of waste, twice."""
        last = self.drafts[-1].end if self.drafts else -1
        return last >= 0 and _OF_AMOUNT.fullmatch(self.text, last, start) is not None

    @staticmethod
    def _bare_decade(word: str) -> list[Key]:
        return {"decade": [("=", 10.0)], "century": [("=", 100.0)], "fortnight": [("=", 2.0), ("=", 14.0)]}.get(
            word, []
        )  # type: ignore[return-value]

    def ordinal_words(self, start: int, token: str) -> None:
        """Third, twenty-first, the second quarter, the first half."""
        lower = token.lower()
        if "-" in lower:
            return
        self.ordinal(start, start + len(token), float(ENGLISH_ORDINALS[lower]))

    def ordinal(self, start: int, end: int, number: float) -> None:
        """Keep an ordinal in words, with all that it may be: a day, a quarter, a half, a lunar month."""
        lower = self.text[start:end].lower()
        if (
            number == 1
            and not _LUNAR.match(self.text, end)
            and re.compile(r"\s(?:year|month|week|day|hour)(?![^\W_])").match(self.text, end)
        ):
            unit, stop = self.unit_after(end)
            self.add(
                Draft(
                    start,
                    stop,
                    1.0,
                    keys=[*number_keys(1.0, unit), ("=", 1.0)],
                    family=Family.ORDINAL,
                    strength=Strength.OPTIONAL,
                )
            )
            return
        if self._lunar(start, end, number):
            return
        draft = Draft(start, end, number, keys=number_keys(number, None), family=Family.ORDINAL)
        draft.can_be_day = number <= 31
        if draft.can_be_day:
            draft.keys.append(("D", int(number)))
        if match := re.compile(r",?\s(?:and|to)\s(second|third|fourth)\squarters?").match(self.text, end):
            draft.keys = [("q", int(number)), ("q3",)]
            draft.family = Family.PERIOD
            del match
            self.add(draft)
            return
        if number <= 12 and re.compile(r"\s+(?:lunar\s+)?month(?![^\W_])").match(self.text, end):
            draft.keys.append(("m", int(number)))
        if (more := _TO_LUNAR.match(self.text, end)) and number <= 12:  # from the fourth to the eighth lunar month
            del more
            draft.keys.append(("m", int(number)))
        if (
            number <= 4 and "quarter" in self.text and self._next(end) not in ENGLISH_NUMBERS
        ):  # "the fourth quarter … the third"
            draft.keys.append(("q", int(number)))
        is_name = (
            self.text[start].isupper() and not self._begins_sentence(start) and self.text[end + 1 : end + 2].isupper()
        )
        if is_name:
            draft.strength = Strength.WEAK
            self.add(draft)
            return
        if re.compile(
            r"-(?:rate|hand|class|tier|ever|generation|guess|best)(?![^\W_])|[\s-]to[\s-]none|[\s-]part(?:y|ies)(?![^\W_])|\s+hour(?![^\W_])"
        ).match(self.text, end):
            draft.strength = Strength.OPTIONAL
            self.add(draft)
            return
        if _PRIZE.match(self.text, end):
            draft.keys.append(("g", number))
        self._quarter_or_half(draft, end)
        if number == 1:
            if draft.family is Family.ORDINAL:
                draft.strength = (
                    Strength.WEAK
                    if self._next(end) in ("prize", "place", "class", "edition", "session", "round", "time", "rank")
                    else Strength.OPTIONAL
                )
        elif number == 2 and draft.family is Family.ORDINAL:
            draft.strength = Strength.WEAK
        if (
            lower == "second"
            and self._previous(start) in ("per", "a", "every", "each")
            and self._next(end) not in ("time", "phase", "round")
        ):
            draft.strength = Strength.OPTIONAL
        self.add(draft)

    def _lunar(self, start: int, end: int, day: float) -> bool:
        """The tenth day of the third lunar month. Whether that is what begins here."""
        match = _LUNAR.match(self.text, end)
        if match is None or day > 31:
            return False
        name = match[1].lower()
        month = 12 if name == "last" else ENGLISH_ORDINALS.get(name) or int(re.match(r"\d*", name)[0] or 0)  # type: ignore[index]
        if not is_date(int(day), month):
            return False
        self.add(Draft(start, match.end(), keys=date_keys(int(day), month), family=Family.DATE, day=(int(day), month)))
        return True

    def _quarter_or_half(self, draft: Draft, end: int) -> None:
        number = int(draft.raw) if draft.raw and 0 < draft.raw <= 4 else 0
        if 1 <= number <= 4 and (match := re.compile(r"[\s-]quarters?(?![^\W_])").match(self.text, end)):
            draft.keys, draft.family, draft.end = [("q", number), ("q3",)], Family.PERIOD, match.end()
        elif number in (1, 2) and (match := re.compile(r"[\s-]half(?![^\W_])").match(self.text, end)):
            keys: list[Key] = [("h", number), ("h6",), ("=", 0.5), ("=", float(number))]
            draft.keys, draft.end = keys, match.end()
            is_year = re.compile(r"\s+(?:of\s+(?:the\s+year|this year|last year|\d{4}|fiscal)|[-–])").match(
                self.text, match.end()
            )
            draft.family = Family.PERIOD
            draft.strength = Strength.STRONG if is_year else Strength.WEAK
            if is_year:
                draft.keys = [("h", number), ("h6",)]

    def month_words(self, start: int, token: str) -> None:
        """March, March 5, March 5, 2026, in May."""
        lower = token.lower()
        if not token[0].isupper() or lower not in MONTHS:
            return
        month = MONTHS[lower]
        end = start + len(token)
        if lower in ("mar", "jan", "dec", "jun", "jul", "sep", "oct", "nov", "feb", "apr", "aug") and not re.compile(
            r"\.|\s\d"
        ).match(self.text, end):
            return
        if match := _MONTH_FIRST.match(self.text, end):
            if is_date(int(match[1]), month):
                self.date(start, match.end() if match[2] else match.end(1), int(match[1]), month, int(match[2] or 0))
                tail = _ORDINAL_TAIL.match(self.text, self.at)
                if tail:
                    self.at = tail.end()
                return
        has_year = _MONTH_ALONE.match(self.text, end)
        is_verb = lower == "may" and not has_year and not _MAY.search(self.before(start))
        strength = Strength.OPTIONAL if is_verb else Strength.STRONG
        draft = Draft(start, end, float(month), keys=[("m", month)], family=Family.DATE, month=month, strength=strength)
        draft.parts = (("=", float(month)),)  # a bare 2 in a column of months
        self.add(draft)

    def weekday(self, start: int, token: str) -> None:
        """Monday."""
        if token[0].isupper():
            number = WEEKDAYS[token.lower()]
            self.add(
                Draft(start, start + len(token), keys=[("w", number)], family=Family.WEEKDAY, strength=Strength.WEAK)
            )

    def half_words(self, start: int, token: str) -> None:
        """Half, half a million, half an hour, half as much again, half past eight."""
        end = start + len(token)
        text = self.text
        if match := _AND_A.search(text, max(0, start - 20), start):  # the last hour and a half
            unit, _ = self.unit_after(match.start(1) - 1)
            if unit is not None and (not self.drafts or self.drafts[-1].end <= match.start(1)):
                self.add(Draft(match.start(1), end, 1.5, unit=unit, keys=number_keys(1.5, unit)))
                return
        if match := re.compile(r"\s+past\s+([a-z]+|\d{1,2})", re.IGNORECASE).match(text, end):
            hour = int(match[1]) if match[1].isdecimal() else ENGLISH_NUMBERS.get(match[1].lower(), -1)
            if 0 <= hour <= 24:
                self.add(
                    Draft(
                        start,
                        match.end(),
                        keys=[("t", hour * 60 + 30), ("t", hour * 60 + 30 + NOON)],
                        family=Family.TIME,
                    )
                )
                return
        if match := re.compile(r"\s+(?:as\s+[a-z]+\s+again|again\s+as\s+[a-z]+)").match(text, end):
            self.add(Draft(start, match.end(), 1.5, keys=[("=", 1.5), ("u", "%", 50.0)]))
            return
        if match := re.compile(r"[\s-]+an?(?=\s)").match(text, end):
            draft = self.amount(start, match.end(), 0.5)
        else:
            draft = self.amount(start, end, 0.5)
        draft.can_be_day = False
        if draft.magnitude == 1 and draft.unit is None:
            draft.strength = Strength.WEAK
            draft.keys.append(("u", "%", 50.0))
            if re.compile(r"-(?:time|way|hearted|finished|truth)").match(text, end):
                draft.strength = Strength.OPTIONAL

    def quarter_alone(self, start: int, token: str) -> None:
        """A quarter of an hour, a single quarter; "three quarters" was read before."""
        if match := re.compile(r"\s+of\s+an\s+hour").match(self.text, start + len(token)):
            self.add(Draft(start, match.end(), 900.0, keys=[("u", "s", 900.0)]))
        elif token.lower() == "quarter":
            self.add(Draft(start, start + len(token), 3.0, keys=[("u", "month", 3.0)], strength=Strength.OPTIONAL))

    def plural_of(self, start: int, token: str) -> None:
        """Under-fives."""
        if self.before(start, 6).endswith(("under-", "over-")):
            number = float(_PLURALS[token.lower()])
            self.add(Draft(start, start + len(token), number, keys=[("=", number)]))

    def both(self, start: int, token: str) -> None:
        """Both: two."""
        self.add(Draft(start, start + len(token), 2.0, keys=[("=", 2.0)], strength=Strength.OPTIONAL))

    def pair(self, start: int, token: str) -> None:
        """Pair, couple, trio."""
        number = 3.0 if token.lower() in ("trio", "hat-trick", "hat") else 2.0
        self.add(Draft(start, start + len(token), number, keys=[("=", number)], strength=Strength.OPTIONAL))

    def hat(self, start: int, token: str) -> None:
        """Hat trick: three."""
        if self.text[start : start + 9].lower() == "hat trick":
            self.pair(start, token)

    def times_words(self, start: int, token: str) -> None:
        """Twice, doubled, threefold."""
        lower = token.lower()
        named = ENGLISH_NUMBERS.get(lower.removesuffix("fold"))
        number = (
            float(named)
            if named
            else next((value for head, value in _MULTIPLES.items() if lower.startswith(head)), 2.0)
        )
        strength = Strength.WEAK if lower in ("twice", "double", "triple", "thrice") else Strength.STRONG
        self.add(Draft(start, start + len(token), number, keys=[("=", number)], strength=strength))

    def full_moon(self, start: int, token: str) -> None:
        """The full moon of the seventh lunar month: its fifteenth day."""
        match = re.compile(r"[\s-]moon(?:\s+(?:day|night|festival))?(?![^\W_])", re.IGNORECASE).match(
            self.text, start + len(token)
        )
        if match and not self._lunar(start, match.end(), 15.0):
            self.add(
                Draft(start, match.end(), keys=[("D", 15), ("=", 15.0)], family=Family.DATE, strength=Strength.OPTIONAL)
            )

    def noon(self, start: int, token: str) -> None:
        """Noon is 12:00, midnight 0:00 or 24:00."""
        keys: list[Key] = [("t", 0), ("t", 24 * 60)] if token.lower() == "midnight" else [("t", NOON)]
        self.add(Draft(start, start + len(token), keys=keys, family=Family.TIME, strength=Strength.WEAK))

    def vague_words(self, start: int, token: str) -> None:
        """Hundreds, tens of thousands."""
        scale = {
            "hundreds": 100.0,
            "thousands": 1e3,
            "dozens": 10.0,
            "tens": 10.0,
            "millions": 1e6,
            "billions": 1e9,
            "scores": 10.0,
        }
        value = scale[token.lower()]
        end = start + len(token)
        if match := re.compile(r"\s+of\s+(hundreds|thousands|millions|billions)(?![^\W_])").match(self.text, end):
            value *= scale[match[1]]
            end = match.end()
        keys: list[Key] = [("v", value)]
        if token.lower() == "dozens":
            keys.append(("v", 12.0))
        self.add(Draft(start, end, keys=keys, family=Family.VAGUE, strength=Strength.WEAK))

    def relative(self, start: int, token: str) -> None:
        """Last year, the same period, a year earlier."""
        following = self._next(start + len(token))
        lower = token.lower()
        if lower == "earlier":
            if self._previous(start) == "year":
                self._relative(start, start + len(token), -1)
        elif following == "year" or (lower == "same" and following in ("period", "time", "month", "quarter")):
            self._relative(start, start + len(token), _YEAR_WORDS.get(lower, -1))

    def decade(self, start: int, token: str) -> None:
        """The decade: ten years, if the other edition says so."""
        self.add(
            Draft(
                start, start + len(token), 10.0, keys=[("=", 10.0), ("u", "month", 120.0)], strength=Strength.OPTIONAL
            )
        )

    def decade_name(self, start: int, token: str) -> None:
        """The nineties."""
        tens = {
            "twenties": 20,
            "thirties": 30,
            "forties": 40,
            "fifties": 50,
            "sixties": 60,
            "seventies": 70,
            "eighties": 80,
            "nineties": 90,
        }[token.lower()]
        keys: list[Key] = [("=", float(tens)), ("=", 1900.0 + tens)]
        self.add(Draft(start, start + len(token), keys=keys, family=Family.YEAR, strength=Strength.WEAK))

    def last_of(self, start: int, token: str) -> None:
        """The last quarter is the fourth, the last lunar month the twelfth; else last year."""
        end = start + len(token)
        if match := re.compile(r"\s+quarter(?=\s+of|[\s,.;)]|$)").match(self.text, end):
            self.add(Draft(start, match.end(), keys=[("q", 4), ("q3",)], family=Family.PERIOD, strength=Strength.WEAK))
        elif match := re.compile(r"\s+(?:lunar\s+month|month\s+of\s+the\s+lunar)").match(self.text, end):
            self.add(Draft(start, match.end(), keys=[("m", 12)], family=Family.DATE, strength=Strength.OPTIONAL))
        else:
            self.relative(start, token)

    def year_on_year(self, start: int, token: str) -> None:
        """Year on year: against the year before."""
        if _YEAR_ON_YEAR.match(self.text, start + len(token)):
            self._relative(start, start + len(token), -1)

    def end_of(self, start: int, token: str) -> None:
        """The end of 2026: 31 December."""
        month = re.compile(rf"\s+of\s+({_MONTH_NAMES})(?![^\W_])", re.IGNORECASE).match(self.text, start + len(token))
        if month:
            number = MONTHS[month[1].lower()]
            keys: list[Key] = [("d", day, number) for day in (28, 29, 30, 31)]
            keys += [("q", number // 3)] if number % 3 == 0 else []
            self.add(Draft(start, start + len(token), keys=keys, family=Family.DATE, strength=Strength.OPTIONAL))
        elif (
            re.compile(r"\s+of\s+(?:the\s+year|this\s+year|next\s+year|\d{4})").match(self.text, start + len(token))
            or "-" in token
        ):
            self.add(
                Draft(start, start + len(token), keys=[("d", 31, 12)], family=Family.DATE, strength=Strength.OPTIONAL)
            )

    def rate(self, start: int, token: str) -> None:
        """Per day, each year."""
        time = self._next(start + len(token))
        if time in _PER_MANY:
            begin = start + len(token) + 1
            self._spelled_amount(begin, begin + len(time), _PER_MANY[time])
        elif time in _TIMES_OF_RATES and not self.text.startswith(" of", start + len(token) + 1 + len(time)):
            self.each(start, start + len(token) + 1 + len(time), time)

    def adverb_of_rate(self, start: int, token: str) -> None:
        """Daily, annually."""
        lower = token.lower()
        time = "day" if lower == "daily" else "year" if lower.startswith("annual") else lower.removesuffix("ly")
        self.each(start, start + len(token), time)

    def every(self, start: int, token: str) -> None:
        """Every other year: two years; every year."""
        end = start + len(token)
        self.rate(start, token)
        if match := re.compile(r"\s+(?:other|second)\s+([a-z]+)").match(self.text, end):
            unit, stop = self.unit_after(match.start(1) - 1)
            keys = [*number_keys(2.0, unit), ("=", 2.0), ("~", 2.0)]
            self.add(Draft(start, stop if unit else match.start(1), 2.0, keys=keys, strength=Strength.OPTIONAL))

    def halved(self, start: int, token: str) -> None:
        """Halved: by half."""
        self.add(Draft(start, start + len(token), 0.5, keys=[("=", 0.5), ("u", "%", 50.0)], strength=Strength.WEAK))


_SPELLING = frozenset((*ENGLISH_NUMBERS, *ENGLISH_ORDINALS, *MAGNITUDES["en"], "hundred", "dozen", "and"))
"""Every word that numbers are spelled with."""


def _read_words(words: list[tuple[str, int]]) -> Spelled:
    """English number words from the first on → value, end, how many were read. One pass over a small grammar."""
    total = group = 0.0
    seen = end = 0
    last_was_unit = last_was_ten = last_was_ordinal = False
    for at, (word, word_end) in enumerate(words):
        following = words[at + 1][0] if at + 1 < len(words) else ""
        if word in ENGLISH_NUMBERS:
            value = ENGLISH_NUMBERS[word]
            if last_was_unit or (last_was_ten and value >= 10):
                break
            group += value
            last_was_ten = value >= 20 or (value >= 10)
            last_was_unit = value < 20
        elif word == "hundred" and 0 < group < 100:
            group *= 100
            last_was_unit = last_was_ten = False
        elif word == "hundred" and not at:
            group, last_was_unit, last_was_ten = 100, False, False
        elif word in ("thousand", "million", "billion", "trillion") and (group or not at or total):
            scale = MAGNITUDES["en"][word]
            if group or not total:
                total += (group or 1) * scale
            else:
                total *= scale
            group = 0
            last_was_unit = last_was_ten = False
        elif word == "dozen" and group:
            group *= 12
            last_was_unit = True
        elif (
            word == "and"
            and seen
            and words[at - 1][0] in ("hundred", "thousand", "million")
            and following in ENGLISH_NUMBERS
        ):
            continue
        elif (
            word in ENGLISH_ORDINALS
            and last_was_ten
            and not last_was_unit
            and ENGLISH_ORDINALS[word] < 10
            and group >= 20
        ):
            group += ENGLISH_ORDINALS[word]  # twenty-first
            seen += 1
            end = word_end
            break
        elif word in ("hundredth", "thousandth") and group and not last_was_ordinal:
            group *= ENGLISH_ORDINALS[word]  # four hundredth
            last_was_ordinal = True
        else:
            break
        seen += 1
        end = word_end
    if not seen:
        return None, 0, 0
    return total + group, end, seen
