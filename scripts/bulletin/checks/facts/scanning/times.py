"""Times of day, and the times that races take, in digits."""

from __future__ import annotations

import re

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import rounded
from bulletin.checks.facts.scanning.passage import Passage
from bulletin.model.fact import Family

_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?!\d)(?::[0-5]\d)?")
_LASTING = re.compile(r"(?:(\d{1,2}):)?([0-9]\d):([0-5]\d)(?:[.,](\d{1,2}))?(?![\d:])")
"""A time that a race takes: 2:31:04, 38:12."""
POINT_CLOCK = re.compile(r"([01]?\d|2[0-3])\.([0-5]\d)")


class Times(Passage):
    """Reads times in digits. A language adds those with words."""

    def time(self, start: int) -> bool:
        """Read a time of day, if there is one."""
        match = _CLOCK.match(self.text, start)
        lasting = _LASTING.match(self.text, start)
        if lasting and (match is None or lasting[1]):
            seconds = 3600 * int(lasting[1] or 0) + 60 * int(lasting[2]) + float(f"{lasting[3]}.{lasting[4] or 0}")
            draft = Draft(start, lasting.end(), keys=[("u", "s", rounded(seconds))])
            if match is not None:
                draft.keys.append(("t", int(match[1]) * 60 + int(match[2])))
            self.add(draft)
            return True
        if match is None:
            return False
        self.clock(start, match.end(), int(match[1]), int(match[2]))
        return True

    def clock(self, start: int, end: int, hour: int, minute: int) -> Draft:
        """Keep a time of day, hours from 0 to 24."""
        minutes = hour * 60 + minute
        return self.add(Draft(start, end, keys=[("t", minutes)], family=Family.TIME, minutes=minutes))

    def share_half_day(self, left: Draft) -> None:
        """Let a time take the half of the day of the one after it."""
