"""The numbers of documents: how they are written, and which letters belong to which kind.

The letters are those of Decree 30/2020/NĐ-CP, Annex III, for the State; of the Law on Promulgation of Legal Documents
(64/2025/QH15) and Decree 78/2025/NĐ-CP for decrees, circulars and what the National Assembly passes; and of Guidance
36-HD/VPTW (2018) for the Party. A standard (QCVN 01:2024/BTC) is no document of this kind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from unicodedata import normalize

_PART = r"[A-ZĐ][A-Za-zĐđ0-9]{0,9}"
_MORE = rf"(?:[-‑–/.&]{_PART}){{0,4}}"
REFERENCE = re.compile(
    r"(?<![\w/.,-])(?<!\d:)(?P<number>\d{1,6}[a-zA-Z]?)"
    rf"(?:/(?P<year>\d{{2,5}})/(?P<of_year>{_PART}{_MORE})"  # 72/2015/NĐ-CP, 64/2025/QH15
    rf"|[-‑–/](?P<two>[A-ZĐ][A-Za-zĐđ0-9]{{0,6}}[-‑–/.]{_PART}{_MORE})"  # 18-NQ/TW, 1234/UBND-KT
    r"|/(?P<one>[A-ZĐ]{2,8})"  # 1234/UBND
    r"|[-‑–](?P<known>KH|QĐ|QD|NĐ|ND|NQ|CT|KL|TB|CTr|TTr|HD|BC|ĐA|DA|CV|GP|TT|QC))"
    r"(?!\w)"
)
"""The number of a document in running text."""
KINDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "KH": (("kế hoạch",), ("plan", "action plan")),
    "QD": (("quyết định", "quy định"), ("decision", "regulation", "regulations")),
    "ND": (("nghị định",), ("decree",)),
    "NQ": (("nghị quyết",), ("resolution",)),
    "CT": (("chỉ thị",), ("directive", "instruction")),
    "KL": (("kết luận",), ("conclusion",)),
    "TB": (
        ("thông báo", "thông báo kết luận"),
        ("notice", "notification", "announcement", "communiqué", "conclusion"),
    ),
    "TT": (("thông tư",), ("circular",)),
    "CTR": (
        ("chương trình", "chương trình hành động"),
        ("programme", "program", "action programme", "action program", "action plan"),
    ),
    "TTR": (("tờ trình",), ("submission", "proposal", "report", "statement")),
    "HD": (("hướng dẫn",), ("guidance", "guideline", "guidelines", "instruction")),
    "BC": (("báo cáo",), ("report",)),
    "DA": (("đề án",), ("project", "scheme", "plan")),
    "TTLT": (("thông tư liên tịch",), ("joint circular", "circular")),
    "CD": (("công điện",), ("telegram", "dispatch", "official telegram")),
    "QH": (("luật", "nghị quyết", "bộ luật"), ("law", "resolution", "code")),
    "QC": (("quy chế",), ("regulation", "regulations", "rules")),
}
"""First letters, without diacritics and in capitals → the names of the kind in Vietnamese and in English."""
_SHOWN = {"QD": "QĐ", "ND": "NĐ", "DA": "ĐA", "CTR": "CTr", "TTR": "TTr", "CD": "CĐ"}
_FOLD = str.maketrans({"Đ": "D", "đ": "d", "–": "-", "‑": "-", "&": "-"})
_ANNEXED = frozenset(("KH", "CTR", "DA", "QC", "HD"))
"""Kinds that are often issued with a document of another kind, and are headed by their own name."""
_ANNEXING = frozenset(("QD", "NQ", "TT", "CT"))
"""Kinds of the documents with which they are."""
_NUMBER = re.compile(r"\d{1,6}[a-zA-Z]?[-‑–/]\S{1,50}")
"""The number that a document has, which may be of a form that nobody looks for in running text."""


class DocumentKind(Enum):
    """The kinds of documents that have a page."""

    DECREE = "decree"
    DECISION = "decision"
    RESOLUTION = "resolution"
    DIRECTIVE = "directive"
    PLAN = "plan"
    CIRCULAR = "circular"
    NOTICE = "notice"
    REPORT = "report"
    GUIDELINE = "guideline"
    CONCLUSION = "conclusion"
    PROGRAMME = "programme"
    LAW = "law"
    DISPATCH = "dispatch"
    """An official letter or telegram, whose number mostly has no letters of a kind: 1234/UBND-KT."""


LETTERS: Mapping[DocumentKind, tuple[str, ...]] = {
    DocumentKind.DECREE: ("ND",),
    DocumentKind.DECISION: ("QD",),
    DocumentKind.RESOLUTION: ("NQ", "QH"),
    DocumentKind.DIRECTIVE: ("CT",),
    DocumentKind.PLAN: ("KH",),
    DocumentKind.CIRCULAR: ("TT", "TTLT"),
    DocumentKind.NOTICE: ("TB",),
    DocumentKind.REPORT: ("BC",),
    DocumentKind.GUIDELINE: ("HD",),
    DocumentKind.CONCLUSION: ("KL", "TB"),
    DocumentKind.PROGRAMME: ("CTR",),
    DocumentKind.LAW: ("QH",),
    DocumentKind.DISPATCH: ("CD", "CV"),
}
"""Kind → the letters with which its numbers may go on; a conclusion is often made known by a notice."""


def folded(text: str) -> str:
    """Letters without the mark of Đ, and dashes as one kind of dash; the length stays."""
    return text.translate(_FOLD)


def number_key(text: str) -> str:
    """What two ways of writing one number have in common: no diacritics, capitals, one kind of dash.

    One leading zero is a matter of style, a second one is none.
    """
    return folded(normalize("NFC", text)).upper().removeprefix("0")


def parse_number(text: str) -> str:
    """The number of a document as it is written. Raises ValueError for what is none."""
    text = normalize("NFC", text)
    if not _NUMBER.fullmatch(text) or not text.isprintable():
        raise ValueError(text)
    return text


def head_of(number: str) -> str:
    """The first letters of a number, as KINDS has them; empty for a text that is no number."""
    match = REFERENCE.fullmatch(number)
    letters = (match["of_year"] or match["two"] or match["one"] or match["known"]) if match else ""
    return first_letters(letters)


def first_letters(letters: str) -> str:
    """What of the letters of a number says its kind: QD of "QĐ-UBND"."""
    return re.split(r"[-/.\d]", folded(letters).upper(), maxsplit=1)[0]


def shown(head: str) -> str:
    """Letters as they are written: QĐ."""
    return _SHOWN.get(head, head)


def kinds_of(number: str) -> tuple[DocumentKind, ...]:
    """The kinds that a number may have; none where its letters say nothing of that."""
    head = head_of(number)
    return tuple(kind for kind, heads in LETTERS.items() if head in heads)


def fits_kind(number: str, kind: DocumentKind) -> bool:
    """Whether a number may be that of a kind; letters that name no kind fit any."""
    head = head_of(number)
    return head in LETTERS[kind] or head not in KINDS


def kind_named(title: str, number: str, tag: str) -> tuple[str, str] | None:
    """The word with which a title begins, and the letters of its kind, where a number has those of another.

    None where they agree, or the title begins with no such word. A plan, a programme, a scheme, rules and guidance are
    no disagreement with the decision, resolution or circular that issues them.
    """
    head = head_of(number)
    if head not in KINDS or tag not in ("vi", "en"):
        return None
    index = 0 if tag == "vi" else 1
    start = normalize("NFC", title).casefold().removeprefix("the ")
    names = {name for each in KINDS.values() for name in each[index] if re.match(rf"{re.escape(name)}(?!\w)", start)}
    if not names:
        return None
    name = max(names, key=len)
    heads = [each for each, known in KINDS.items() if name in known[index]]
    if head in heads or (head in _ANNEXING and _ANNEXED.intersection(heads)) or (head == "TB" and "KL" in heads):
        return None
    return name, ", ".join(map(shown, heads))
