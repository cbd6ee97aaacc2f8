"""What the words around an amount make of it: "two and a half", "5 degrees below zero", "one in ten"."""

from __future__ import annotations

import re

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.english.articles import AND_A_HALF
from bulletin.checks.facts.english.numbers import OR_TWO
from bulletin.checks.facts.keys import NOON, number_keys, rounded
from bulletin.checks.facts.scanning.scanner import Scanner
from bulletin.checks.facts.scanning.times import POINT_CLOCK
from bulletin.checks.facts.tables import ENGLISH_NUMBERS, PERCENT, POINT
from bulletin.model.fact import Family, Strength

_OF_PERCENT = re.compile(r"\s+of\s+(?:a|one)\s+(percentage\s+point|per\s?cent|%)")
_BELOW_ZERO = re.compile(r"\s+below\s+(?:zero|freezing)")
_THE = re.compile(r"the\s$")
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
_MEN = re.compile(r"[\s-]m[ae]n(?![^\W_])")
TWO = 2
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
_FROM = re.compile(r"(?:at|from|to|until|till|by|before|after|between|[-–])\s?$")


class Amounts(Scanner):
    """Adds the readings that words around an amount give it."""

    def finished(self, draft: Draft) -> Draft:
        """Two and a half; 5 degrees below zero; 8.30 as a time."""
        if draft.raw is None:
            return draft
        following = self.next_word(draft.end)
        if following == "and" and self._and_a_half(draft, draft.raw):
            following = self.next_word(draft.end)
        if following == "of" and draft.unit is None and self._of_percent(draft, draft.raw):
            following = self.next_word(draft.end)
        if draft.raw in (3, 6) and draft.has_unit("month", 1):
            self._months(draft)
        self._times_and_shares(draft)
        if following == "below" and _BELOW_ZERO.match(self.text, draft.end):
            draft.keys = number_keys(-draft.raw, draft.unit)
        if draft.raw == 2 and draft.unit is None and draft.magnitude == 1 and self.next_word(draft.end) in _TOGETHER:
            draft.strength = Strength.WEAK
        is_long = draft.end - draft.start > 5
        digits = None if is_long else POINT_CLOCK.fullmatch(self.text, draft.start, draft.end)
        if digits:  # 7.30, if the other edition has such a time
            minutes = int(digits[1]) * 60 + int(digits[2])
            draft.keys += [("t", minutes), ("t", minutes + NOON)]
            if _FROM.search(self.before(draft.start)):
                draft.minutes = minutes
        elif draft.can_be_day and _THE.search(self.before(draft.start, 5)):
            draft.keys.append(("D", int(draft.raw)))
        return draft

    def _and_a_half(self, draft: Draft, raw: float) -> bool:
        """Two and a half million, three kilometres and a half. Whether a half follows."""
        half = AND_A_HALF.match(self.text, draft.end)
        if half is None:
            return False
        raw += 0.5 * (draft.magnitude if draft.magnitude > 1 and draft.unit is None else 1)
        draft.end = half.end()
        if draft.unit is None:
            more, draft.end = self.magnitude_after(draft.end)
            raw, draft.magnitude = raw * more, draft.magnitude * more
            draft.unit, draft.end = self.unit_after(draft.end)
        draft.raw, draft.keys = raw, number_keys(raw, draft.unit)
        return True

    def _of_percent(self, draft: Draft, raw: float) -> bool:
        """0.5 of a percentage point. Whether that follows."""
        match = _OF_PERCENT.match(self.text, draft.end)
        if match is None:
            return False
        draft.unit = (POINT if match[1].endswith("point") else PERCENT, 1)
        draft.end = match.end()
        draft.keys = number_keys(raw, draft.unit)
        return True

    def _months(self, draft: Draft) -> None:
        """Three months are a quarter, the first six half a year."""
        if draft.raw == 3:
            draft.keys.append(("3m",))
            return
        half = re.search(r"(first|last|second)\s$", self.before(draft.start))
        draft.keys = [("h", 1 if half[1] == "first" else 2), ("h6",)] if half else [*draft.keys, ("6m",)]
        draft.family = Family.PERIOD if half else draft.family

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
        elif value == TWO and (few := OR_TWO.search(before)):  # a week or two
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
