"""The texts of a new bundle. What an editor has yet to write is left empty, so that nothing can be published by mistake."""

from __future__ import annotations

import json
import re
from datetime import date

from bulletin.model.bulletin import DATED_SECTIONS, RESERVED_SLUGS, SECTIONS
from bulletin.model.catalogue import message, noun
from bulletin.model.finding import Message
from bulletin.source.fields import KEY

TYPES = SECTIONS
_ISSUE = re.compile(r"[0-9]{4}-[0-9]{1,4}")
_HINTS = {
    "vi": "<!-- Viết nội dung ở đây, rồi xóa dòng này. -->",
    "en": "<!-- Write the text here, block by block as in the source, then delete this line. -->",
}


def slug_flaw(section: str, slug: str) -> Message | None:
    """What is wrong with a slug; None for nothing."""
    if not KEY.fullmatch(slug):
        return message("wrong-folder", found=slug, expected=noun("slug"))
    if slug in RESERVED_SLUGS:
        return message("reserved-slug", found=slug)
    if section == "issues" and not _ISSUE.fullmatch(slug):
        return message("wrong-folder", found=slug, expected=noun("issue-slug"))
    return None


def bundle_texts(section: str, title: str, translated: str, today: date, tags: tuple[str, ...]) -> dict[str, str]:
    """File name → text: the source in the first locale, a draft of a translation in every other."""
    source, *others = tags
    dated = f"date: {today.isoformat()}\n" if section in (*DATED_SECTIONS, "issues") else ""
    texts = {f"index.{source}.md": f"---\ntitle: {_scalar(title)}\ndescription:\n{dated}status: draft\n---\n{_hint(source)}\n"}
    for tag in others:
        own = _scalar(translated) if translated else ""
        field = f"title: {own}".rstrip()
        texts[f"index.{tag}.md"] = (
            f"---\n{field}\ndescription:\ntranslation: {{of: {source}, status: draft}}\n---\n{_hint(tag)}\n"
        )
    return texts


def _hint(tag: str) -> str:
    return _HINTS.get(tag, _HINTS["en"])


def _scalar(text: str) -> str:
    """A title as YAML, in quotes only where it needs them."""
    text = " ".join(text.split())
    plain = re.fullmatch(r"[^\W\d_][^:#\[\]{}\"'&*!|>%@`]*", text) and not text.lower() in ("true", "false", "null", "yes", "no")
    return text if plain else json.dumps(text, ensure_ascii=False)
