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


class Articles(Rates, Fractions, Periods):
    """Reads what an article begins."""

    words: ClassVar[Mapping[str, str]] = {"a": "article", "an": "article"}

    def article(self, start: int, token: str) -> None:
        """A hundred, a million, a quarter, a third of, a dozen, a decade, an hour."""
        end = start + len(token)
        match = self.next_re.match(self.text, end)
        if match is None:
            return
        following = match[1].lower()
        if following == "year" and self.is_comparison(start, match.end()):
            self.year_on_year(match.start(1), match[1])
            return
        if (
            following == "hundred"
            and self.previous_word(start) == "in"
            and self.drafts
            and (share := self.drafts[-1].raw)
            and start - self.drafts[-1].end < 24
        ):
            self.add(
                Draft(start, match.end(), keys=[("u", "%", rounded(share))], strength=Strength.OPTIONAL)
            )  # one in a hundred
            return
        if following == "million" and self.previous_word(start) == "in":
            return
        if match[1][0].isupper():
            return  # A Hundred Years
        if following in ("hundred", "thousand", "million", "billion", "trillion"):
            if re.compile(rf"[\s-]+{following}\s+(?:and|[a-z]+)").match(self.text, end):
                value, stop, _ = self.spelled(match.start(1))
                if value:
                    draft = self.spelled_amount(start, stop, value)
                    if draft.raw in (101, 1001):  # a hundred and one things to do
                        draft.strength = Strength.OPTIONAL
                    return
            self.spelled_amount(start, match.end(), MAGNITUDES["en"][following])
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
            value = 1 / FRACTION_NAMES[following]
            if time := OF_TIME.match(self.text, match.end()):
                unit, stop = self.unit_after(time.end() - 1)
                self.add(Draft(start, stop, keys=number_keys(value, unit)))
                return
            keys = [*number_keys(value, None), ("u", "%", rounded(100 * value))]
            if following == "quarter":
                keys += [] if self.next_word(match.end()) == "of" else [("u", "month", 3.0)]
            else:
                keys += number_keys(float(ENGLISH_ORDINALS[following]), None)
            is_share = (
                re.compile(r"\s+(?:of|more|less|higher|lower|share)(?![^\W_])").match(self.text, match.end())
                or self.previous_word(start) == "by"
            )
            draft = Draft(start, match.end(), keys=keys, parts=(("=", 1.0), ("=", float(FRACTION_NAMES[following]))))
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
            elif AND_A_HALF.match(self.text, stop):
                half = AND_A_HALF.match(self.text, stop)
                self.add(Draft(start, half.end() if half else stop, 1.5, keys=number_keys(1.5, unit)))
            else:
                keys = [*number_keys(1.0, unit), *self._bare_decade(following)]
                if following in TIMES_OF_RATES and self.belongs_to_amount(start):
                    self.each(start, stop, following)
                    self.drafts[-1].keys += [key for key in keys if key[0] == "u"]
                    return
                self.add(Draft(start, stop, 1.0, unit=unit, keys=keys, strength=Strength.OPTIONAL))

    @staticmethod
    def _bare_decade(word: str) -> list[Key]:
        return {"decade": [("=", 10.0)], "century": [("=", 100.0)], "fortnight": [("=", 2.0), ("=", 14.0)]}.get(
            word, []
        )  # type: ignore[return-value]
