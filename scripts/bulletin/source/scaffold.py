"""The texts of a new bundle. What an editor has yet to write is empty, so that nothing is published by mistake."""

from __future__ import annotations

import json
import os
import re
import shutil
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from bulletin.model.bulletin import DATED_SECTIONS, RESERVED_SLUGS, SECTIONS
from bulletin.model.catalogue import message, noun
from bulletin.model.documents import DocumentKind
from bulletin.model.finding import Message
from bulletin.model.kinds import IMPRINT, EventStatus, LegalStatus, Verdict
from bulletin.source.fields import KEY
from bulletin.source.front_matter import MAX_TITLE

TYPES = SECTIONS
_ISSUE = re.compile(r"[0-9]{4}-([0-9]{1,4})")


def _alike(hint: str) -> tuple[str, str]:
    return hint, hint


_TEXT = ("", "")
"""A text, which needs no hint; behind one, a `#` would cut off what an editor types."""
_FIELDS: Mapping[str, Mapping[str, tuple[str, str]]] = MappingProxyType({
    "clarifications": {
        "claim": _TEXT,
        "verdict": _alike(" | ".join(each.value for each in Verdict)),
        "claimed_on": _alike("2026-03-05"),
        "claimed_by": _TEXT,
        "evidence": ("một hoặc nhiều dòng chữ, hoặc [{text, url}]", "a text or several, or [{text, url}]"),
        "sources": _alike("[{name: {vi, en}, url}]"),
    },
    "events": {
        "start": ("2026-03-05T08:00+07:00, hoặc ngày 2026-03-05", "2026-03-05T08:00+07:00, or a day 2026-03-05"),
        "end": ("như start; ngày cuối cùng", "as start; the last day"),
        "place": ("khóa trong _data/places.yml, hoặc tên", "a key of _data/places.yml, or a name"),
        "organiser": ("khóa trong _data/agencies.yml, hoặc tên", "a key of _data/agencies.yml, or a name"),
        "link": _alike("https://"),
        "event_status": _alike(" | ".join(each.value for each in EventStatus)),
    },
    "press": {
        "outlet": _TEXT,
        "link": _alike("https://"),
        "published_on": _alike("2026-03-05"),
        "language": _alike("ja"),
        "links": (
            "nếu có nhiều bài báo: [{outlet, title, link, published_on, language}]",
            "for several articles: [{outlet, title, link, published_on, language}]",
        ),
    },
    "documents": {
        "number": _alike("15/2026/QĐ-UBND"),
        "kind": _alike(" | ".join(each.value for each in DocumentKind)),
        "issuer": ("khóa trong _data/agencies.yml, hoặc tên", "a key of _data/agencies.yml, or a name"),
        "issued_on": _alike("2026-03-05"),
        "effective_on": _alike("2026-03-05"),
        "legal_status": _alike(" | ".join(each.value for each in LegalStatus)),
        "repealed_by": _alike("16/2026/QĐ-UBND"),
        "text": ("https://… hoặc tên tệp trong thư mục này", "https://… or the name of a file in this folder"),
    },
    "issues": {
        "number": _alike("12"),
        "period": _alike("2026-03 | 2026-Q1 | 2026 | {from: 2026-03-01, to: 2026-03-15}"),
        "contents": ("khóa các bài theo thứ tự; để trống: mọi bài trong kỳ", "keys in their order; all of the period"),
        **dict.fromkeys(IMPRINT, ("để trống: như trong mkdocs.yml", "if empty: as mkdocs.yml has it")),
        "pages": _alike("24"),
    },
    "opportunities": {
        "capital": _TEXT,
        "area": _TEXT,
        "sector": ("khóa trong _data/sectors.yml", "a key of _data/sectors.yml"),
        "contact": ("một dòng chữ, hoặc {name, phone, email}", "a text, or {name, phone, email}"),
        "as_of": ("2026-03-05, ngày của số liệu", "2026-03-05, the day of these figures"),
        "expires": ("2026-12-31, ngày cuối cùng còn nhận", "2026-12-31, the last day on which it is open"),
    },
})  # fmt: skip
"""Section → fields of its type → what belongs there, in Vietnamese and English."""
_TRANSLATED: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "clarifications": ("claim", "claimed_by", "evidence"),
    "events": ("place", "organiser"),
    "issues": IMPRINT,
    "opportunities": ("capital", "area", "contact"),
})  # fmt: skip
"""Section → the fields that a translation gives in its own language."""
_HINTS = {
    "vi": "<!-- Viết nội dung ở đây, rồi xóa dòng này. -->",
    "en": "<!-- Write the text here, block by block as in the source, then delete this line. -->",
}
_PLAIN = re.compile(r"[^\W\d_][^:#\[\]{}\"'&*!|>%@`]*")
_WORDS_OF_YAML = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n"))


def slug_flaw(section: str, slug: str) -> Message | None:
    """What is wrong with a slug; None for nothing."""
    if not KEY.fullmatch(slug) or len(slug) > MAX_TITLE:
        return message("wrong-folder", found=slug, expected=noun("slug"))
    if slug in RESERVED_SLUGS:
        return message("reserved-slug", found=slug)
    if section == "issues" and not _ISSUE.fullmatch(slug):
        return message("wrong-folder", found=slug, expected=noun("issue-slug"))
    return None


def title_flaw(title: str) -> Message | None:
    """What is wrong with a title; None for nothing."""
    if not title:
        return message("empty-field", name="title", expected=noun("text"))
    if not title.isprintable():
        return message("wrong-title", found=title)
    if len(title) > MAX_TITLE:
        return message("too-long", name="title", found=len(title), limit=MAX_TITLE)
    return None


def plain_title(text: str) -> str:
    """A title as it is written: composed (NFC), on one line, with single spaces."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def bundle_key(section: str, slug: str, day: date) -> str:
    """Where a new bundle lies: by its month, if its type is dated."""
    return f"{section}/{day:%Y/%m}/{slug}" if section in DATED_SECTIONS else f"{section}/{slug}"


def bundle_texts(
    section: str, titles: Mapping[str, str], day: date, tags: Iterable[str], slug: str = ""
) -> dict[str, str]:
    """File name → text: the source in the first locale, a draft of a translation in every other.

    Titles are by locale tag; one that is not there is left for the editor. The slug of an issue has its number.
    """
    source, *others = tags
    dated = [f"date: {day.isoformat()}"] if section in (*DATED_SECTIONS, "issues") else []
    number = int(match[1]) if section == "issues" and (match := _ISSUE.fullmatch(slug)) else 0
    own = [_field(section, name, source) for name in _FIELDS.get(section, ())]
    own = [f"number: {number}" if number and field.startswith("number:") else field for field in own]
    texts = {f"index.{source}.md": _text(source, titles, [*dated, "status: draft", *own])}
    for tag in others:
        own = [_field(section, name, tag) for name in _TRANSLATED.get(section, ())]
        texts[f"index.{tag}.md"] = _text(tag, titles, [f"translation: {{of: {source}, status: draft}}", *own])
    return texts


def _field(section: str, name: str, tag: str) -> str:
    """An empty field, and what belongs there."""
    vi, en = _FIELDS[section][name]
    hint = vi if tag == "vi" else en
    return f"{name}: # {hint}" if hint else f"{name}:"


def write_bundle(folder: Path, texts: Mapping[str, str]) -> None:
    """Make the folder with all its files, or nothing. Raises OSError, FileExistsError where it is there already."""
    if os.path.lexists(folder):
        raise FileExistsError(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = folder.parent / f".{folder.name}-{os.getpid()}"
    try:
        beside.mkdir()
        for name, text in texts.items():
            (beside / name).write_text(text, encoding="utf-8", newline="\n")
        beside.rename(folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def _text(tag: str, titles: Mapping[str, str], fields: Iterable[str]) -> str:
    title = f"title: {_scalar(titles.get(tag, ''))}".rstrip()
    hint = _HINTS.get(tag, _HINTS["en"])
    return "\n".join(("---", title, "description:", *fields, "---", hint, ""))


def _scalar(text: str) -> str:
    """A title as YAML, in quotes only where it needs them."""
    is_plain = not text or (_PLAIN.fullmatch(text) and text.lower() not in _WORDS_OF_YAML)
    return text if is_plain else json.dumps(text, ensure_ascii=False)
