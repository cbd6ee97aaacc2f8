"""Numbers of official documents as texts write them: 72/2015/NĐ-CP, 127-KH/TU, 2500/KH-UBND.

The forms are those of Decree 30/2020/NĐ-CP, Annex III, for the State, and Guidance 36-HD/VPTW (2018) for the Party.
"""

from __future__ import annotations

import re

_PART = r"[A-ZĐ][A-Za-zĐđ0-9]{0,9}"
_MORE = rf"(?:[-‑–/.&]{_PART}){{0,4}}"
DOCUMENT_NUMBER = re.compile(
    r"(?<![\w/.,-])(?<!\d:)(?P<number>\d{1,6}[a-zA-Z]?)"
    rf"(?:/(?P<year>\d{{2,5}})/(?P<of_year>{_PART}{_MORE})"  # 72/2015/NĐ-CP, 64/2025/QH15
    rf"|[-‑–/](?P<two>[A-ZĐ][A-Za-zĐđ0-9]{{0,6}}[-‑–/.]{_PART}{_MORE})"  # 18-NQ/TW, 1234/UBND-KT
    r"|/(?P<one>[A-ZĐ]{2,8})"  # 1234/UBND
    r"|[-‑–](?P<known>KH|QĐ|QD|NĐ|ND|NQ|CT|KL|TB|CTr|TTr|HD|BC|ĐA|DA|CV|GP|TT|QC))"
    r"(?!\w)"
)
FOLD = str.maketrans({"Đ": "D", "đ": "d", "–": "-", "‑": "-", "&": "-"})


def comparable_number(text: str) -> str:
    """A number without diacritics, in capitals, with one kind of dash: two forms of one number are equal.

    One leading zero is a matter of style, a second one is none.
    """
    return text.translate(FOLD).upper().removeprefix("0")
