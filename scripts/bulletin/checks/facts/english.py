"""Quantities in English: numbers in words, "15 March", "2 p.m.", "the second quarter", "the 19th century", "twice"."""

from __future__ import annotations

import re

from bulletin.checks.facts.scanner import (
    FIRST_YEAR,
    LAST_YEAR,
    NOON,
    Draft,
    Scanner,
    is_date,
    magnitude_pattern,
    number_keys,
    unit_pattern,
)
from bulletin.checks.facts.tables import BEFORE, ENGLISH_NUMBERS, ENGLISH_ORDINALS, MAGNITUDES, MONTHS, WEEKDAYS
from bulletin.model.fact import Family, Key, Strength

_MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY_FIRST = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?:day\s+)?of)?\s+({_MONTH_NAMES})(?![^\W_])\.?(?:,?\s+(\d{{4}})(?!\d))?", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"\.?\s+(?:the\s)?(\d{1,2})(?:st|nd|rd|th)?(?![\d%]|[.,]\d|\s?(?:per cent|percent|million|billion))(?:,?\s+(\d{4})(?!\d))?", re.IGNORECASE)
_MONTH_ALONE = re.compile(r"\.?,?\s+(?:of\s)?(\d{4})(?!\d|,\d)")
_MAY = re.compile(r"(?:in|of|since|by|until|till|late|early|mid|last|next|from|to|and|between|this|through|for|during|before|after|on|–|-|,|\d|\d(?:st|nd|rd|th)|\()[\s-]?$")
_TIME = re.compile(r"([01]?\d|2[0-4])(?:[:.]([0-5]\d))?\s?(a\.?m\b\.?|p\.?m\b\.?|noon\b|midnight\b)", re.IGNORECASE)
_OCLOCK = re.compile(r"([01]?\d)\s?o[’']clock(?:\s(in the (?:morning|afternoon|evening)))?", re.IGNORECASE)
_ORDINAL_TAIL = re.compile(r"(?:st|nd|rd|th)(?![^\W_])")
_DECADE_TAIL = re.compile(r"[’']?s(?![^\W_])")
_WORD = re.compile(r"[A-Za-z]+")
_NEXT = re.compile(r"[\s\u00a0-]+([A-Za-z]+)")
_PREVIOUS = re.compile(r"([A-Za-z]+)[\s\u00a0-]+$")
_FRACTION_NAMES = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10}  # fmt: skip
_FRACTION = re.compile(rf"[\s-]({'|'.join(sorted(_FRACTION_NAMES, key=len, reverse=True))})(?![^\W_])(?!\s(?:of\s)?(?:year|century|day|time|quarter|place|floor|round|session|congress|edition))", re.IGNORECASE)
_AND_A_HALF = re.compile(r"\s+and\s+a\s+half(?![^\W_])", re.IGNORECASE)
_TOGETHER = frozenset("sides parties countries nations peoples provinces localities neighbours neighbors governments leaders of ends banks delegations others agencies".split())
_YEAR_WORDS = {"last": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "past": -1, "preceding": -1}


class English(Scanner):
    """Reads an English text."""

    tag = "en"
    decimal = "."
    thousands = ","
    unit_re = unit_pattern("en")
    magnitude_re = magnitude_pattern("en")
    link_re = re.compile(
        r"\s*(?:[-–,;/&]|and|to|or|until|till|through|versus|v|by|,? and|,? or|down to|up to|against|from|compared with|then)?\s*(?:the|on|about|around|nearly|almost|over|some|more than|just over|from|as many as|up to)?\s*(?:the)?\s*",
    )
    negative_re = re.compile(r"(?:minus|negative)\s$")
    roman_cue_re = re.compile(
        r"(?:chapter|part|class|zone|phase|quarter|region|war|section|article|category|level|grade|type|congress|volume|area|term|annex|hospital|"
        r"line|group|park|elizabeth|hoàng mai|hoang mai|đông hồi|dong hoi|no\.|plant|factory|session|course|and|,|-|–|to)\s$"
    )
    hyphenated = frozenset((*ENGLISH_NUMBERS, *ENGLISH_ORDINALS, "half", "quarter"))
    words = {
        **dict.fromkeys(ENGLISH_NUMBERS, "number_words"), **dict.fromkeys(("a", "an"), "article"), "dozen": "dozen",
        **dict.fromkeys(ENGLISH_ORDINALS, "ordinal_words"), **dict.fromkeys(MONTHS, "month_words"), **dict.fromkeys(WEEKDAYS, "weekday"),
        "half": "half_words", "both": "both", "twice": "times_words", "double": "times_words", "doubled": "times_words", "doubling": "times_words", "doubles": "times_words", "twofold": "times_words", "triple": "times_words", "tripled": "times_words", "tripling": "times_words", "threefold": "times_words",
        "thrice": "times_words", "quadrupled": "times_words", "quadruple": "times_words", "fourfold": "times_words", "fivefold": "times_words", "tenfold": "times_words", "quintupled": "times_words", "trebled": "times_words", "treble": "times_words", "sixfold": "times_words",
        "noon": "noon", "midday": "noon", "midnight": "noon", "hundreds": "vague_words", "thousands": "vague_words", "dozens": "vague_words", "tens": "vague_words", "millions": "vague_words", "billions": "vague_words", "scores": "vague_words",
        "pair": "pair", "couple": "pair", "trio": "pair", "last": "relative", "previous": "relative", "this": "relative", "next": "relative", "coming": "relative", "same": "relative", "preceding": "relative", "earlier": "relative",
        "decade": "decade", "eve": "skip", "quarter": "quarter_alone", "twin": "pair",
        **dict.fromkeys(("nineties", "eighties", "seventies", "sixties", "fifties", "forties", "thirties", "twenties"), "decade_name"),
        **dict.fromkeys(BEFORE, "currency"),
    }  # fmt: skip

    # Digits with English words

    def named(self, name: str, number: int, start: int, end: int) -> bool:
        """Q2, H1."""
        if name == "Q" and 1 <= number <= 4:  # noqa: PLR2004 - quarters
            self.add(Draft(start, end, keys=[("q", number)], family=Family.PERIOD))
            return True
        if name == "H" and number in (1, 2):
            self.add(Draft(start, end, keys=[("h", number)], family=Family.PERIOD))
            return True
        if name.lower() in ("mid-", "pre-", "post-", "late-", "early-", "under-", "over-", "non-", "no.", "art."):
            self._number_at(end - len(str(number)), end)
            return True
        return False

    def _number_at(self, start: int, end: int) -> None:
        del end
        self._number(start)

    def long_date(self, start: int) -> bool:
        """15 March 2026, 15th of March."""
        match = _DAY_FIRST.match(self.text, start)
        if match is None or not match[2][0].isupper():
            return False
        day, month = int(match[1]), MONTHS[match[2].lower()]
        if not is_date(day, month):
            return False
        self.date(start, match.end() if match[3] else match.end(2), day, month, int(match[3] or 0))
        return True

    def means_date(self, start: int, separator: str) -> bool:
        """Whether 15/3 is a date: after "on" and the like."""
        return separator == "/" and bool(re.search(r"(?:on|from|to|until|by|since|before|after|and)\s$", self.before(start)))

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
        if half in ("pm", "noon", "in the afternoon", "in the evening") and hour < 12:  # noqa: PLR2004
            hour += 12
        elif half in ("am", "midnight") and hour == 12:  # noqa: PLR2004
            hour = 0
        draft = self.clock(start, match.end(), hour, minute)
        if half == "midnight":
            draft.keys.append(("t", 24 * 60))
        if is_clock and not half:
            draft.keys.append(("t", hour * 60 + NOON))
        return True

    def share_half_day(self, left: Draft) -> None:
        """From 2 to 4 p.m."""

    def suffix(self, start: int, end: int, value: float | None) -> bool:
        """15th, 1990s."""
        if value is None:
            return False
        if match := _ORDINAL_TAIL.match(self.text, end):
            draft = Draft(start, match.end(), value, keys=number_keys(value, None), family=Family.ORDINAL)
            draft.can_be_day = value <= 31  # noqa: PLR2004 - days of a month
            if draft.can_be_day:
                draft.keys.append(("D", int(value)))
            self._quarter_or_half(draft, match.end())
            if value == 1:
                draft.strength = Strength.WEAK
            self.add(draft)
            return True
        if match := _DECADE_TAIL.match(self.text, end):
            keys = number_keys(value, None)
            if value < 100:  # noqa: PLR2004 - '90s
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
        if half := _AND_A_HALF.match(self.text, draft.end):
            draft.raw += 0.5 * (draft.magnitude if draft.magnitude > 1 and draft.unit is None else 1)
            draft.end = half.end()
            if draft.unit is None:
                more, draft.end = self.magnitude_after(draft.end)
                draft.raw, draft.magnitude = draft.raw * more, draft.magnitude * more
                draft.unit, draft.end = self.unit_after(draft.end)
            draft.keys = number_keys(draft.raw, draft.unit)
        if re.compile(r"\s+below\s+(?:zero|freezing)").match(self.text, draft.end):
            draft.keys = number_keys(-draft.raw, draft.unit)
        if draft.raw == 2 and draft.unit is None and draft.magnitude == 1 and self._next(draft.end) in _TOGETHER:  # noqa: PLR2004
            draft.strength = Strength.WEAK
        digits = re.fullmatch(r"([01]?\d|2[0-3])\.([0-5]\d)", self.text[draft.start : draft.end])
        if digits and re.search(r"(?:at|from|to|until|till|by|before|after|[-–])\s?$", self.before(draft.start)):
            draft.keys.append(("t", int(digits[1]) * 60 + int(digits[2])))
            draft.minutes = int(digits[1]) * 60 + int(digits[2])
        elif draft.can_be_day and re.search(r"(?:the)\s$", self.before(draft.start)):
            draft.keys.append(("D", int(draft.raw)))
        return draft

    def _next(self, end: int) -> str:
        match = _NEXT.match(self.text, end)
        return match[1].lower() if match else ""

    def _previous(self, start: int) -> str:
        match = _PREVIOUS.search(self.text, max(0, start - 20), start)
        return match[1].lower() if match else ""

    # Numbers in words

    def number_words(self, start: int, token: str) -> None:
        """Forty-five, two hundred and ten, three."""
        value, end, count = self._spelled(start)
        if value is None:
            return
        if match := _FRACTION.match(self.text, end):
            if self._takes_fraction(value, count, match):
                draft = Draft(start, match.end(), keys=number_keys(value / _FRACTION_NAMES[match[1].lower()], None))
                draft.parts = (("=", value), ("=", float(_FRACTION_NAMES[match[1].lower()])))
                self.add(draft)
                return
        draft = self._spelled_amount(start, end, value)
        self._time_in_words(draft, value)
        if draft.magnitude == 1 and draft.raw == value:
            if value == 1:
                draft.strength = Strength.OPTIONAL
            elif value == 0:
                draft.strength = Strength.OPTIONAL
            elif value == 2 and (self._next(end) in _TOGETHER or not self._next(end) or self._previous(start) in ("the", "these", "its", "their")):  # noqa: PLR2004
                draft.strength = Strength.WEAK
        del token

    def _time_in_words(self, draft: Draft, value: float) -> None:
        match = re.compile(r"\s(?:(a\.?m\.?|p\.?m\.?)|o[’']clock)(?![^\W_])", re.IGNORECASE).match(self.text, draft.end)
        if match and value <= 12:  # noqa: PLR2004 - hours
            hour = int(value) % 12 + (12 if (match[1] or "").lower().startswith("p") else 0)
            draft.keys = [("t", hour * 60)] + ([] if match[1] else [("t", hour * 60 + NOON)])
            draft.family, draft.end = Family.TIME, match.end()
            self.at = max(self.at, draft.end)

    @staticmethod
    def _takes_fraction(value: float, count: int, match: re.Match[str]) -> bool:
        """Whether "two thirds" is one: the name fits the number, and nothing is counted by it."""
        plural = match[1].lower().endswith("s") and match[1].lower() != "halves"
        return count == 1 and value < 20 and (plural == (value > 1) or match[1].lower() == "half")  # noqa: PLR2004

    def _spelled_amount(self, start: int, end: int, value: float) -> Draft:
        draft = self.amount(start, end, value)
        match = re.search(r"(thousand|million|billion|trillion)$", self.text[start:end].lower())
        if match and draft.magnitude == 1:
            draft.magnitude = MAGNITUDES["en"][match[1]]
        draft.can_be_day = draft.unit is None and draft.magnitude == 1 and value <= 31  # noqa: PLR2004
        if draft.unit and draft.strength is Strength.WEAK and value != 1:
            draft.strength = Strength.STRONG
        return draft

    def _spelled(self, start: int) -> tuple[float | None, int, int]:
        """A number in words, where it ends and of how many words it is."""
        words: list[tuple[str, int]] = []
        at = start
        while len(words) < 16:  # noqa: PLR2004 - the longest number anyone spells out
            match = _WORD.match(self.text, at)
            if match is None:
                break
            words.append((match[0].lower(), match.end()))
            if self.text[match.end() : match.end() + 1] not in (" ", "-", "\u00a0", "\n"):
                break
            at = match.end() + 1
        return _read_words(words)

    def article(self, start: int, token: str) -> None:
        """A hundred, a million, a quarter, a third of, a dozen, a decade, an hour."""
        end = start + len(token)
        following = self._next(end)
        match = _NEXT.match(self.text, end)
        if match is None:
            return
        if following in ("hundred", "thousand", "million", "billion", "trillion"):
            if re.compile(rf"[\s-]+{following}\s+(?:and|[a-z]+)").match(self.text, end):
                value, stop, _ = self._spelled(match.start(1))
                if value:
                    self._spelled_amount(start, stop, value)
                    return
            self._spelled_amount(start, match.end(), MAGNITUDES["en"][following])
        elif following == "dozen":
            self.add(Draft(start, match.end(), 12.0, keys=[("=", 12.0), ("v", 10.0)]))
        elif following == "half":
            self.half_words(match.start(1), match[1])
        elif following in ("third", "quarter", "fifth", "tenth", "sixth", "seventh", "eighth", "ninth"):
            keys = number_keys(1 / _FRACTION_NAMES[following], None)
            if following != "quarter":
                keys += number_keys(float(ENGLISH_ORDINALS[following]), None)
            self.add(Draft(start, match.end(), keys=keys, parts=(("=", 1.0), ("=", float(_FRACTION_NAMES[following])))))
        elif following in ("year", "month", "week", "day", "hour", "minute", "decade", "century", "fortnight", "hectare", "kilometre", "kilometer", "tonne", "kilo"):
            unit, stop = self.unit_after(end)
            if _AND_A_HALF.match(self.text, stop):
                half = _AND_A_HALF.match(self.text, stop)
                self.add(Draft(start, half.end() if half else stop, 1.5, keys=number_keys(1.5, unit)))
            elif following in ("decade", "century", "fortnight"):
                self.add(Draft(start, stop, 1.0, keys=[*number_keys(1.0, unit), *self._bare_decade(following)], strength=Strength.OPTIONAL))

    @staticmethod
    def _bare_decade(word: str) -> list[Key]:
        return {"decade": [("=", 10.0)], "century": [("=", 100.0)], "fortnight": [("=", 2.0), ("=", 14.0)]}[word]  # type: ignore[return-value]

    def dozen(self, start: int, token: str) -> None:
        """Dozen after a number was read with it; alone it says nothing."""

    def ordinal_words(self, start: int, token: str) -> None:
        """Third, twenty-first, the second quarter, the first half."""
        lower = token.lower()
        if "-" in lower:
            return
        number = float(ENGLISH_ORDINALS[lower])
        end = start + len(token)
        if number >= 20 and (more := re.compile(r"-([a-z]+)").match(self.text, end)):  # noqa: PLR2004
            del more
        draft = Draft(start, end, number, keys=number_keys(number, None), family=Family.ORDINAL)
        draft.can_be_day = number <= 31  # noqa: PLR2004
        if draft.can_be_day:
            draft.keys.append(("D", int(number)))
        if match := re.compile(r",?\s(?:and|to)\s(second|third|fourth)\squarters?").match(self.text, end):
            draft.keys = [("q", int(number))]
            draft.family = Family.PERIOD
            del match
            self.add(draft)
            return
        self._quarter_or_half(draft, end)
        if number == 1:
            if draft.family is Family.ORDINAL:
                draft.strength = Strength.WEAK if self._next(end) in ("prize", "place", "class", "edition", "session", "round") else Strength.OPTIONAL
        elif number == 2 and draft.family is Family.ORDINAL:  # noqa: PLR2004
            draft.strength = Strength.WEAK
        if lower == "second" and self._previous(start) in ("per", "a", "every", "each") and self._next(end) not in ("time", "phase", "round"):
            draft.strength = Strength.OPTIONAL
        self.add(draft)

    def _quarter_or_half(self, draft: Draft, end: int) -> None:
        number = int(draft.raw or 0)
        if 1 <= number <= 4 and (match := re.compile(r"[\s-]quarters?(?![^\W_])").match(self.text, end)):  # noqa: PLR2004
            draft.keys, draft.family, draft.end = [("q", number)], Family.PERIOD, match.end()
        elif number in (1, 2) and (match := re.compile(r"[\s-]half(?![^\W_])").match(self.text, end)):
            keys: list[Key] = [("h", number), ("=", 0.5), ("=", float(number))]
            draft.keys, draft.end = keys, match.end()
            if number == 1:
                draft.keys += [("u", "month", 6.0), ("~", 6.0)]
            else:
                draft.keys += [("u", "month", 6.0), ("~", 6.0)]
            is_year = re.compile(r"\s+(?:of\s+(?:the\s+year|this year|last year|\d{4}|fiscal)|[-–])").match(self.text, match.end())
            draft.family = Family.PERIOD
            draft.strength = Strength.STRONG if is_year else Strength.WEAK

    def month_words(self, start: int, token: str) -> None:
        """March, March 5, March 5, 2026, in May."""
        lower = token.lower()
        if not token[0].isupper() or lower not in MONTHS:
            return
        month = MONTHS[lower]
        end = start + len(token)
        if lower in ("mar", "jan", "dec", "jun", "jul", "sep", "oct", "nov", "feb", "apr", "aug") and not re.compile(r"\.|\s\d").match(self.text, end):
            return
        if match := _MONTH_FIRST.match(self.text, end):
            if is_date(int(match[1]), month):
                self.date(start, match.end() if match[2] else match.end(1), int(match[1]), month, int(match[2] or 0))
                tail = _ORDINAL_TAIL.match(self.text, self.at)
                if tail:
                    self.at = tail.end()
                return
        has_year = _MONTH_ALONE.match(self.text, end)
        if lower in ("may", "march") and not has_year and not _MAY.search(self.before(start)):
            return
        self.add(Draft(start, end, float(month), keys=[("m", month), ("=", float(month))] if False else [("m", month)], family=Family.DATE, month=month))

    def weekday(self, start: int, token: str) -> None:
        """Monday."""
        if token[0].isupper():
            number = WEEKDAYS[token.lower()]
            self.add(Draft(start, start + len(token), keys=[("w", number)], family=Family.WEEKDAY, strength=Strength.WEAK))

    def half_words(self, start: int, token: str) -> None:
        """Half, half a million, half an hour, half as much again, half past eight."""
        end = start + len(token)
        text = self.text
        if match := re.compile(r"\s+past\s+([a-z]+|\d{1,2})", re.IGNORECASE).match(text, end):
            hour = int(match[1]) if match[1].isdigit() else ENGLISH_NUMBERS.get(match[1].lower(), -1)
            if 0 <= hour <= 24:  # noqa: PLR2004
                self.add(Draft(start, match.end(), keys=[("t", hour * 60 + 30), ("t", hour * 60 + 30 + NOON)], family=Family.TIME))
                return
        if match := re.compile(r"(?:\s+as\s+(?:much|many)\s+again|\s+again\s+as\s+(?:much|many|large|high))").match(text, end):
            self.add(Draft(start, match.end(), 1.5, keys=number_keys(1.5, None)))
            return
        if match := re.compile(r"[\s-]+an?(?=\s)").match(text, end):
            draft = self.amount(start, match.end(), 0.5)
        else:
            draft = self.amount(start, end, 0.5)
        draft.can_be_day = False
        if draft.magnitude == 1 and draft.unit is None:
            draft.strength = Strength.WEAK

    def quarter_alone(self, start: int, token: str) -> None:
        """A quarter by itself says nothing; "three quarters" was read before."""

    def both(self, start: int, token: str) -> None:
        """Both: two."""
        self.add(Draft(start, start + len(token), 2.0, keys=[("=", 2.0)], strength=Strength.OPTIONAL))

    def pair(self, start: int, token: str) -> None:
        """Pair, couple, trio."""
        number = 3.0 if token.lower() == "trio" else 2.0
        self.add(Draft(start, start + len(token), number, keys=[("=", number)], strength=Strength.OPTIONAL))

    def times_words(self, start: int, token: str) -> None:
        """Twice, doubled, threefold."""
        lower = token.lower()
        number = 2.0 if lower.startswith(("tw", "doub")) else 3.0 if lower.startswith(("th", "tri", "treb")) else 4.0 if lower.startswith(("quad", "four")) else 6.0 if lower.startswith("six") else 10.0 if lower.startswith("ten") else 5.0
        strength = Strength.WEAK if lower in ("twice", "double", "triple", "thrice") else Strength.STRONG
        self.add(Draft(start, start + len(token), number, keys=[("=", number)], strength=strength))

    def noon(self, start: int, token: str) -> None:
        """Noon is 12:00, midnight 0:00 or 24:00."""
        keys: list[Key] = [("t", 0), ("t", 24 * 60)] if token.lower() == "midnight" else [("t", NOON)]
        self.add(Draft(start, start + len(token), keys=keys, family=Family.TIME, strength=Strength.WEAK))

    def vague_words(self, start: int, token: str) -> None:
        """Hundreds, tens of thousands."""
        scale = {"hundreds": 100.0, "thousands": 1e3, "dozens": 10.0, "tens": 10.0, "millions": 1e6, "billions": 1e9, "scores": 10.0}
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
            if self._previous(start) in ("year",):
                self._relative(start, start + len(token), -1)
        elif following == "year" or (lower == "same" and following in ("period", "time", "month", "quarter")):
            self._relative(start, start + len(token), _YEAR_WORDS.get(lower, -1))

    def _relative(self, start: int, end: int, shift: int) -> None:
        self.add(Draft(start, end, keys=[("y", shift)], family=Family.YEAR, strength=Strength.OPTIONAL))

    def decade(self, start: int, token: str) -> None:
        """The decade: ten years, if the other edition says so."""
        self.add(Draft(start, start + len(token), 10.0, keys=[("=", 10.0), ("u", "month", 120.0)], strength=Strength.OPTIONAL))

    def decade_name(self, start: int, token: str) -> None:
        """The nineties."""
        tens = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90}[token.lower()]
        keys: list[Key] = [("=", float(tens)), ("=", 1900.0 + tens)]
        self.add(Draft(start, start + len(token), keys=keys, family=Family.YEAR, strength=Strength.WEAK))

    def skip(self, start: int, token: str) -> None:
        """A word that says nothing by itself."""


def _read_words(words: list[tuple[str, int]]) -> tuple[float | None, int, int]:
    """English number words from the first on → value, end, how many were read. One pass over a small grammar."""
    total = group = 0.0
    seen = end = 0
    last_was_unit = last_was_ten = False
    for at, (word, word_end) in enumerate(words):
        following = words[at + 1][0] if at + 1 < len(words) else ""
        if word in ENGLISH_NUMBERS:
            value = ENGLISH_NUMBERS[word]
            if last_was_unit or (last_was_ten and value >= 10):  # noqa: PLR2004
                break
            group += value
            last_was_ten = value >= 20 or (value >= 10)  # noqa: PLR2004
            last_was_unit = value < 20  # noqa: PLR2004
        elif word == "hundred" and 0 < group < 100:  # noqa: PLR2004
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
        elif word == "and" and seen and words[at - 1][0] in ("hundred", "thousand", "million") and following in ENGLISH_NUMBERS:
            continue
        elif word in ENGLISH_ORDINALS and last_was_ten and not last_was_unit and ENGLISH_ORDINALS[word] < 10 and group >= 20:  # noqa: PLR2004
            group += ENGLISH_ORDINALS[word]  # twenty-first
            seen += 1
            end = word_end
            break
        else:
            break
        seen += 1
        end = word_end
    if not seen:
        return None, 0, 0
    return total + group, end, seen


_ = (FIRST_YEAR, LAST_YEAR)
