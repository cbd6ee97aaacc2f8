"""Numbers that leave their magnitude out: "40 nghìn, có bánh mì thì năm mươi"."""

from __future__ import annotations

import re

from bulletin.checks.facts.draft import Draft
from bulletin.checks.facts.keys import THOUSAND, rounded
from bulletin.checks.facts.scanning.passage import Passage
from bulletin.model.fact import Family

ELLIPSIS = 60
"""Characters behind an amount within which a number may lack its magnitude."""
_SENTENCE_END = re.compile(r"[.!?]\s|\n|\|")
_OUT_OF = re.compile(
    r"\s(?:trong(?: tổng)?(?: số)?|trên(?: tổng)?(?: số)?|(?:out )?of(?: (?:a|the))?(?: total)?(?: of)?)\s(?:VND|USD|\$)?",
)
_NOTHING_COUNTED = re.compile(
    r"\s?[.,;:–)”\"!?-](?!\d)|\s?$|\s(?:lên|xuống|đến|tới|còn|rồi|nay|thì|vào|để|cho|từ|trong|ở|với|mỗi|một|"
    r"to|from|in|for|with|on|a|this|last|by|at|and|rising)(?![^\W_])"
)
"""What stands behind a number that counts nothing: "đầu vụ 35, cuối vụ 60 nghìn"."""


class Ellipses(Passage):
    """Gives bare numbers the magnitude of another in their sentence."""

    def complete(self) -> None:
        """Give a bare number the magnitude of one in its sentence: "40 nghìn, có bánh mì thì năm mươi"."""
        scaled = [draft for draft in self.drafts if draft.magnitude >= THOUSAND and draft.raw is not None]
        if not scaled:
            return
        for draft in self.drafts:
            if draft.raw is None or draft.unit or draft.magnitude != 1 or draft.year or draft.day[1] or draft.foreign:
                continue
            if draft.family is Family.NUMBER and 0 < draft.raw < THOUSAND and draft.keys:
                whole = next((other for other in scaled if self._is_elliptic(draft, other)), None)
                if whole is not None:
                    amount = rounded(draft.raw * whole.magnitude)
                    draft.keys.append(("f", amount))
                    if whole.unit:
                        draft.keys.append(("e", whole.unit[0], rounded(amount * whole.unit[1])))

    def _is_elliptic(self, draft: Draft, whole: Draft) -> bool:
        """Whether a number that stands alone is one of the magnitude that another names."""
        is_behind = whole.end <= draft.start
        between = self.text[whole.end : draft.start] if is_behind else self.text[draft.end : whole.start]
        if len(between) > ELLIPSIS or _SENTENCE_END.search(between):
            return False
        return (not is_behind and _OUT_OF.fullmatch(between) is not None) or bool(
            _NOTHING_COUNTED.match(self.text, draft.end)
        )
