"""What "a" counts: a hundred, a dozen, a third of, an hour and a half."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.english.fractions import FRACTION_NAMES, OF_TIME, Fractions
from bulletin.checks.facts.english.periods import Periods
from bulletin.checks.facts.english.rates import TIMES_OF_RATES, Rates
from bulletin.checks.facts.keys import NOON, number_keys, rounded
from bulletin.checks.facts.tables import ENGLISH_NUMBERS, ENGLISH_ORDINALS, MAGNITUDES
from bulletin.model.fact import Family, Key, Strength

AND_A_HALF = re.compile(r"\s+and\s+a\s+half(?![^\W_])", re.IGNORECASE)
_AND_A_QUARTER = re.compile(r"\s+and\s+a\s+quarter(?![^\W_])")
_PAST = re.compile(r"\s+(past|to)\s+([a-z]+|\d{1,2})")
_SHARE = re.compile(r"\s+(?:of|more|less|higher|lower|share)(?![^\W_])")
_MAGNITUDES = frozenset(("hundred", "thousand", "million", "billion", "trillion"))
_PARTS = frozenset(("third", "quarter", "fifth", "tenth", "sixth", "seventh", "eighth", "ninth"))
_MEASURES = frozenset((
    "year", "month", "week", "day", "hour", "minute", "decade", "century", "fortnight", "hectare", "kilometre", "kilometer", "tonne",
    "kilo", "kilogram", "litre", "metre", "night",
))  # fmt: skip


class Articles(Rates, Fractions, Periods):
    """Reads what an article begins."""

    words: ClassVar[Mapping[str, str]] = {"a": "article", "an": "article"}

    def article(self, start: int, token: str) -> None:
        """A hundred, a million, a quarter, a third of, a dozen, a decade, an hour."""
        end = start + len(token)
        match = self.next_re.match(self.text, end)
        if match is None or self._is_no_amount(start, match):
            return
        following = match[1].lower()
        if following in _MAGNITUDES:
            self._one_magnitude(start, end, match)
        elif following == "dozen":
            self.add(Draft(start, match.end(), 12.0, keys=[("=", 12.0), ("v", 10.0)]))
        elif following == "score":
            self.add(Draft(start, match.end(), 20.0, keys=[("=", 20.0)]))
        elif following == "half":
            self.half_words(match.start(1), match[1])
        elif following in _PARTS:
            if following != "quarter" or not self._quarter_past(start, match.end()):
                self._one_part(start, match.end(), following)
        elif following in _MEASURES:
            self._one_measure(start, end, following)

    def _is_no_amount(self, start: int, match: re.Match[str]) -> bool:
        """Read "a year-on-year rise" and "one in a hundred"; "one in a million" and A Hundred Years count nothing."""
        following = match[1].lower()
        if following == "year" and self.is_comparison(start, match.end()):
            self.year_on_year(match.start(1), match[1])
            return True
        if following in ("hundred", "million") and self.previous_word(start) == "in":
            if following == "million":
                return True
            last = self.drafts[-1] if self.drafts else None
            if last is not None and last.raw and start - last.end < 24:
                share: list[Key] = [("u", "%", rounded(last.raw))]
                self.add(Draft(start, match.end(), keys=share, strength=Strength.OPTIONAL))
                return True
        return match[1][0].isupper()

    def _one_magnitude(self, start: int, end: int, match: re.Match[str]) -> None:
        """A hundred and twenty, a million."""
        following = match[1].lower()
        if re.compile(rf"[\s-]+{following}\s+(?:and|[a-z]+)").match(self.text, end):
            value, stop, _ = self.spelled(match.start(1))
            if value:
                draft = self.spelled_amount(start, stop, value)
                if draft.raw in (101, 1001):  # a hundred and one things to do
                    draft.strength = Strength.OPTIONAL
                return
        self.spelled_amount(start, match.end(), MAGNITUDES["en"][following])

    def _quarter_past(self, start: int, end: int) -> bool:
        """A quarter to seven. Whether that is what begins here."""
        clock = _PAST.match(self.text, end)
        hour = -1
        if clock:
            hour = int(clock[2]) if clock[2].isdecimal() else ENGLISH_NUMBERS.get(clock[2], -1)
        if clock is None or not 0 <= hour <= 12:
            return False
        minutes = hour * 60 + (15 if clock[1] == "past" else -15)
        self.add(Draft(start, clock.end(), keys=[("t", minutes), ("t", minutes + NOON)], family=Family.TIME))
        return True

    def _one_part(self, start: int, end: int, name: str) -> None:
        """A third of, a quarter of a year; what no share follows may be an ordinal."""
        value = 1 / FRACTION_NAMES[name]
        if time := OF_TIME.match(self.text, end):
            unit, stop = self.unit_after(time.end() - 1)
            self.add(Draft(start, stop, keys=number_keys(value, unit)))
            return
        keys = [*number_keys(value, None), ("u", "%", rounded(100 * value))]
        if name == "quarter":
            keys += [] if self.next_word(end) == "of" else [("u", "month", 3.0)]
        else:
            keys += number_keys(float(ENGLISH_ORDINALS[name]), None)
        draft = Draft(start, end, keys=keys, parts=(("=", 1.0), ("=", float(FRACTION_NAMES[name]))))
        if not _SHARE.match(self.text, end) and self.previous_word(start) != "by":
            draft.strength = Strength.OPTIONAL if name == "quarter" else Strength.WEAK
            draft.family = Family.NUMBER if name == "quarter" else Family.ORDINAL
        self.add(draft)

    def _one_measure(self, start: int, end: int, name: str) -> None:
        """An hour and a quarter, a year and a half, a decade; a day, as the time of a rate."""
        unit, stop = self.unit_after(end)
        if name == "hour" and (more := _AND_A_QUARTER.match(self.text, stop)):
            self.add(Draft(start, more.end(), 4500.0, keys=[("u", "s", 4500.0)]))
        elif half := AND_A_HALF.match(self.text, stop):
            self.add(Draft(start, half.end(), 1.5, keys=number_keys(1.5, unit)))
        else:
            keys = [*number_keys(1.0, unit), *self._bare_decade(name)]
            if name in TIMES_OF_RATES and self.belongs_to_amount(start):
                self.each(start, stop, name)
                self.drafts[-1].keys += [key for key in keys if key[0] == "u"]
                return
            self.add(Draft(start, stop, 1.0, unit=unit, keys=keys, strength=Strength.OPTIONAL))

    @staticmethod
    def _bare_decade(word: str) -> list[Key]:
        return {"decade": [("=", 10.0)], "century": [("=", 100.0)], "fortnight": [("=", 2.0), ("=", 14.0)]}.get(
            word, []
        )  # type: ignore[return-value]
