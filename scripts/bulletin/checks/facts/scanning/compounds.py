"""Amounts in two units: "2 hours 30 minutes", "5 phút 12 giây"."""

from __future__ import annotations

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import number_keys, rounded
from bulletin.checks.facts.scanning.passage import Passage
from bulletin.model.fact import Key, Strength


class Compounds(Passage):
    """Puts amounts in two units together."""

    def merge(self) -> None:
        """Put "2 hours 30 minutes" and "5 phút 12 giây" together."""
        merged: list[Draft] = []
        for draft in self.drafts:
            last = merged[-1] if merged else None
            if (
                draft.unit
                and last is not None
                and self._goes_on(last, draft)
                and last.unit
                and last.raw is not None
                and draft.raw is not None
            ):
                value = last.raw * last.unit[1] + draft.raw * draft.unit[1]
                parts: tuple[Key, ...] = (*(last.parts or (("=", rounded(last.raw)),)), ("=", rounded(draft.raw)))
                smaller = (draft.unit[0], draft.unit[1])
                keys = number_keys(value / smaller[1], smaller)
                # 12 giây 4: the other readings of the last part
                keys += [
                    ("u", key[1], rounded(last.raw * last.unit[1] + float(key[2])))
                    for key in draft.keys[2:]
                    if key[0] == "u"
                ]
                merged[-1] = Draft(last.start, draft.end, value / smaller[1], 1, smaller, keys, parts=parts)
            else:
                merged.append(draft)
        self.drafts = merged

    def _goes_on(self, one: Draft, other: Draft) -> bool:
        if one.unit is None or other.unit is None or one.unit[0] != other.unit[0] or not one.unit[1] > other.unit[1]:
            return False
        if one.unit[0] not in ("s", "month", "m", "kg"):
            return False
        between = self.text[one.end : other.start].strip(" \u00a0\n,")
        if one.strength is Strength.OPTIONAL and (between != "and" or not one.raw):  # an hour and forty minutes
            return False
        return between in ("", "and", "và") and other.raw is not None and other.raw * other.unit[1] < one.unit[1]
