"""Vietnamese times of day: "8h30", "8 giờ 30 phút sáng", "chín giờ kém mười", "bốn rưỡi chiều"."""

from __future__ import annotations

import re

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import NOON, rounded
from bulletin.checks.facts.scanning.passage import Spelled
from bulletin.checks.facts.vietnamese.spelling import Spelling, read_words
from bulletin.model.fact import Strength

_TIME = re.compile(
    r"([01]?\d|2[0-4])\s?(?:h|g|giờ|H)(?![^\W\d_])(?:\s?([0-5]\d(?!\d|[.,]\d)|\d(?=\s?(?:phút|ph)(?![^\W_]))))?(?:\s?(?:phút|'|’|ph)(?![^\W_]))?"
)
_SECONDS = re.compile(r"\s(\d{1,2}(?:,\d+)?)\s?giây(?![^\W_])")
_PART = re.compile(r"\s(sáng|trưa|chiều|tối|đêm|khuya)(?![^\W_])")
_HALF_HOUR = re.compile(r"\srưỡi(?![^\W_])")
_KEM = re.compile(r"\ském\s(\d{1,2}|mười(?:\slăm)?|năm|hai\smươi(?:\slăm)?)(?:\sphút)?(?![^\W_])")
_CLOCK_WORDS = re.compile(
    r"\s+giờ(?:\s+(rưỡi|kém\s+(?P<less>\d{1,2}|[^\W\d_]+(?:\s(?:lăm|mươi))?)|(?P<more>\d{1,2}|[^\W\d_]+(?:\s(?:lăm|mươi))?)\s+phút))?(?=\s|[.,;:!?)”\"]|$)"
)
_HALF_PAST = re.compile(r"\s+rưỡi\s+(?=sáng|chiều|tối|trưa|đêm)")


class Times(Spelling):
    """Reads times of day with words."""

    def time(self, start: int) -> bool:
        """8h30, 14 giờ, 8 giờ 30 phút sáng; "24 giờ" is a duration too."""
        match = _TIME.match(self.text, start)
        if match is None:
            if not super().time(start):
                return False
            self.half_of_day(self.drafts[-1])
            return True
        hour, minute = int(match[1]), int(match[2] or 0)
        end = match.end()
        if half := _HALF_HOUR.match(self.text, end):
            minute, end = 30, half.end()
        elif kem := _KEM.match(self.text, end):
            hour, minute, end = hour - 1, 60 - self.minutes(kem[1]), kem.end()
        if (match[0].rstrip().endswith("phút") or match[2] is None) and (seconds := _SECONDS.match(self.text, end)):
            return self._long_duration(start, seconds, hour * 3600 + minute * 60)
        draft = self.clock(start, end, hour, minute)
        written = match[0].rstrip()
        if match[2] is None and not half and written.endswith(("giờ", "h")):
            draft.keys += [("u", "s", float(hour * 3600)), ("~", float(hour))]
            if self.text[end : end + 6].startswith(" đồng hồ"):
                draft.minutes = -1
        elif "phút" in written or "giờ" in written:
            draft.keys.append(("u", "s", float(hour * 3600 + minute * 60)))  # 2 giờ 30 phút may last as long
            draft.parts = (("=", float(hour)), ("=", float(minute)))
        self.half_of_day(draft)
        return True

    def _long_duration(self, start: int, match: re.Match[str], so_far: int) -> bool:
        """2 giờ 30 phút 15 giây: a duration, and no time of day."""
        total = rounded(so_far + float(match[1].replace(",", ".")))
        self.add(Draft(start, match.end(), total, unit=("s", 1), keys=[("u", "s", total)]))
        return True

    def half_of_day(self, draft: Draft) -> None:
        match = _PART.match(self.text, draft.end)
        if match is None:
            return
        hour, minute = divmod(draft.minutes, 60)
        late = (
            match[1] in ("chiều", "tối")
            or (match[1] in ("đêm", "khuya") and hour >= 6)
            or (match[1] == "trưa" and hour < 3)
        )
        if match[1] == "đêm" and hour == 12:
            hour = 0
            draft.keys.append(("t", 24 * 60 + minute))
        elif late and hour < 12:
            hour += 12
        draft.keys[0] = ("t", hour * 60 + minute)
        draft.minutes = hour * 60 + minute
        draft.end = match.end()
        self.at = max(self.at, draft.end)

    def share_half_day(self, left: Draft) -> None:
        """Từ 2 đến 5 giờ chiều."""
        left.keys.append(("t", left.minutes + NOON))

    def spelled_clock(self, start: int, spelled: Spelled) -> bool:
        """Năm giờ sáng, bảy giờ rưỡi, chín giờ kém mười, bốn rưỡi chiều. Whether it is a time of day."""
        hour, end, count = spelled
        if hour is None or not 0 < hour <= 24 or count > 3:  # hours in words
            return False
        minute = 0
        plain = False
        if match := _HALF_PAST.match(self.text, end):
            minute, end = 30, match.end() - 1
        elif match := _CLOCK_WORDS.match(self.text, end):
            end = match.end()
            plain = match[1] is None
            hour, minute = self._more_or_less(hour, match)
        else:
            return False
        draft = self.clock(start, end, int(hour), minute)
        if plain:
            draft.keys += [("u", "s", hour * 3600), ("~", hour)]
        if not plain and minute:
            draft.keys.append(("u", "s", hour * 3600 + minute * 60.0))
        if plain and hour == 1:
            draft.strength = Strength.OPTIONAL
        if not _PART.match(self.text, draft.end) and hour < 12:
            draft.keys.append(("t", draft.minutes + NOON))
        self.half_of_day(draft)
        return True

    def _more_or_less(self, hour: float, match: re.Match[str]) -> tuple[float, int]:
        """Hour and minute of "bảy giờ rưỡi", "chín giờ kém mười", "năm giờ mười phút"."""
        if match[1] == "rưỡi":
            return hour, 30
        if less := match["less"]:
            return hour - 1, 60 - self.minutes(less)
        return hour, self.minutes(match["more"]) if match["more"] else 0

    @staticmethod
    def minutes(text: str) -> int:
        if text.isdecimal():
            return int(text)
        value, _, _ = read_words([(word, 0) for word in text.lower().split()])
        return int(value or 0)
