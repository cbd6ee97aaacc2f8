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
from bulletin.model.finding import Message
from bulletin.source.fields import KEY
from bulletin.source.front_matter import MAX_TITLE

TYPES = SECTIONS
_ISSUE = re.compile(r"[0-9]{4}-[0-9]{1,4}")
_FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "opportunities": ("capital", "area", "sector", "contact", "as_of", "expires"),
    "clarifications": ("claim", "verdict", "evidence"),
    "events": ("start", "end", "place"),
    "documents": ("number", "issuer", "issued_on"),
})  # fmt: skip
"""Type → fields of its own (content.md), which an editor is reminded of."""
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


def bundle_texts(section: str, titles: Mapping[str, str], day: date, tags: Iterable[str]) -> dict[str, str]:
    """File name → text: the source in the first locale, a draft of a translation in every other.

    Titles are by locale tag; one that is not there is left for the editor.
    """
    source, *others = tags
    dated = [f"date: {day.isoformat()}"] if section in (*DATED_SECTIONS, "issues") else []
    own = [f"{name}:" for name in _FIELDS.get(section, ())]
    texts = {f"index.{source}.md": _text(source, titles, [*dated, "status: draft", *own])}
    for tag in others:
        texts[f"index.{tag}.md"] = _text(tag, titles, [f"translation: {{of: {source}, status: draft}}"])
    return texts


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
