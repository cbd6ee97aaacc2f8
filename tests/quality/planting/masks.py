"""What looks like a number but is none: addresses, codes, telephones, document numbers. Hidden, length kept."""

import re
from functools import lru_cache

HIDDEN = re.compile(
    r"""
      \]\([^)\n]*\)                                    # targets of links, with their titles
    | <https?://[^>\s]*> | https?://\S+ | `[^`\n]*` | \[\^[^\]\n]+\]
    | [\w.+-]+@[\w.-]+\w
    | \d+(?:/\d{4})?[/-][A-ZĐ]{2}[\w/&Đ-]*             # 72/2015/NĐ-CP, 127-KH/TU
    | \d+/\d{4}/[A-ZĐ]\w+
    | (?:\+84|\(?\b0\d{2,3}\)?|\b1[89]00)[ .-]?\d[\d .-]{3,}\d
    | \b\d{3,4}[ .]\d{3}[ .]\d{3}\b(?=\s*[,;)\n])
    | \b[A-ZĐ]+[-.]?\d[\w-]*                           # QL7A, DN300, COVID-19
    | \b\d+[A-ZĐ]\b                                    # 7A
    | \b\d{4}-\d{2}-\d{2}(?:T[\d:+]+)?
    | \b\d+/\d+\s*(?:giờ|h)\b                          # 24/24 giờ
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=8192)
def masked(text: str) -> str:
    """The text with everything hidden that is no quantity, each character by `■`."""
    return HIDDEN.sub(lambda found: re.sub(r"\S", "■", found[0]), text)
