"""Texts for readers elsewhere: addresses that lead from anywhere, and the words without any markup.

What is read here is the renderer's HTML, sanitised: names in small letters, every attribute in double quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape, unescape
from urllib.parse import urljoin

from bulletin.model.kinds import text_in
from bulletin.model.locale import LocalText
from bulletin.model.page import Json

_WITH_ATTRIBUTES = re.compile(r'<([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")+)>')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_OURS = ("data-block", "tabindex")
"""What only our own pages need: the parts of two texts beside each other, the keyboard's way into a wide table."""

_PART, _LINE, _CELL = "\x1d", "\x1e", "\x1f"
"""What stands for the ends of paragraphs, lines and cells while a text is read: white space, which no text has then."""
_ATTRIBUTES = r'(?: [a-z-]+="[^"]*")*'
_ENDS = tuple(
    (re.compile(rf"</?(?:{names}){_ATTRIBUTES}>"), mark)
    for names, mark in (
        ("p|h[1-6]|[uod]l|div|section|figure|figcaption|blockquote|pre|table|details|summary|hr", _PART),
        ("li|d[td]|tr|br|caption", _LINE),
        ("t[dh]", _CELL),
        ("[a-z][a-z0-9]*", ""),
    )
)
"""Tags, and what their text is parted by; the last ones part nothing."""
_REFERENCE = re.compile(r'<sup[^>]*><a [^>]*class="footnote-ref"[^>]*>([^<]*)</a></sup>')
_WAY_BACK = re.compile(r'<a [^>]*class="footnote-backref"[^>]*>[^<]*</a>')
_POWER = re.compile(r"<(su[pb])>([0-9]+)</su[pb]>")
_RAISED = {"sup": str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"), "sub": str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")}


def absolute(html: str, base: str) -> str:
    """A text whose addresses lead from any place; `base` is the absolute address of its own page."""

    def moved(address: str) -> str:
        if _SCHEME.match(address):
            return address
        try:
            return urljoin(base, address)
        except ValueError:  # pragma: no cover - the renderer writes no such address
            return address

    def attribute(match: re.Match[str]) -> str:
        name, value = match[1], match[2]
        if name in _OURS:
            return ""
        if name in ("href", "src"):
            return f' {name}="{escape(moved(unescape(value)))}"'
        if name == "srcset":
            listed = (each.partition(" ") for each in value.split(", "))
            return ' srcset="' + ", ".join(f"{moved(url)} {width}" for url, _, width in listed) + '"'
        return match[0]

    def tag(match: re.Match[str]) -> str:
        # One attribute after the other, so that what stands in a value is never taken for one.
        return f"<{match[1]}{_ATTRIBUTE.sub(attribute, match[2])}>"

    return _WITH_ATTRIBUTES.sub(tag, html)


def plain(html: str) -> str:
    """The words of a text: an empty line between paragraphs, cells of a table parted by tabs."""
    html = _WAY_BACK.sub("", _REFERENCE.sub(r"[\1]", " ".join(html.split())))
    html = _POWER.sub(lambda match: match[2].translate(_RAISED[match[1]]), html)
    for tags, mark in _ENDS:
        html = tags.sub(mark, html)
    text = unescape(html)
    text = re.sub(rf"[ {_LINE}{_CELL}]*{_PART}[ {_PART}{_LINE}{_CELL}]*", "\n\n", text)
    text = re.sub(rf"[ {_CELL}]*{_LINE}[ {_LINE}{_CELL}]*", "\n", text)
    return re.sub(rf" *{_CELL}[ {_CELL}]*", "\t", text).strip()


def local(texts: LocalText, tags: Iterable[str]) -> dict[str, Json]:
    """A text by its languages, as far as readers of some locales see it: nothing of an edition that is not public."""
    return {language: text for text, language in (text_in(texts, tag) for tag in tags) if text}
