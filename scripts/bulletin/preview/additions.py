"""What the preview puts on a page: a band on what is not public, the findings, and the script that loads it again.

All of it stands between two marks, in shadow trees of its own, so that neither the page's style nor the page changes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

from bulletin.model.finding import Finding, Message, Severity
from bulletin.preview.words import word

BEGIN, END = b"<!--preview-->", b"<!--/preview-->"
OWN = "_preview/"
"""Below the base path; no slug begins with `_`."""
REPORT = "_report/"
"""Where the dashboard is."""
_BODY = b"<body"


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be said on one page."""

    tag: str
    """Of the page's locale."""
    bands: tuple[Message, ...] = ()
    findings: tuple[Finding, ...] | None = None
    """None on a page that is no bulletin's."""
    is_checked: bool = True
    elsewhere: int = 0
    """Errors of other bulletins."""
    problem: str = ""
    """Why the content is older than the files."""
    drafts: tuple[str, ...] = ()
    """Addresses, with the base path, of pages that are not public."""


def with_additions(html: bytes, told: Told, base: str, prefix: str) -> bytes:
    """A page with all that is said on it; `prefix` is the docs folder as findings name it."""
    band, panel = _band(told), _panel(told, base, prefix)
    digest = hashlib.blake2b(html, digest_size=12)
    digest.update(f"{band}{panel}{told.drafts}".encode(errors="surrogatepass"))
    script = _script(base, digest.hexdigest(), told)
    begin = html.find(b">", html.find(_BODY)) + 1 if _BODY in html else 0
    end = html.rfind(b"</body>")
    if not begin or end < begin:
        return html
    top = BEGIN + band.encode(errors="backslashreplace") + END if band else b""
    foot = BEGIN + (panel + script).encode(errors="backslashreplace") + END
    return html[:begin] + top + html[begin:end] + foot + html[end:]


def notice_page(title: Message, lines: Iterable[str], told: Told, base: str, prefix: str) -> bytes:
    """A page of the preview's own, where there is none of the site."""
    first, other = (title.vi, title.en) if told.tag == "vi" else (title.en, title.vi)
    others = "en" if told.tag == "vi" else "vi"
    said = "".join(f"<p>{line}</p>" for line in lines)
    html = (
        f'<!doctype html><html lang="{_lang(told.tag)}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(first)}</title><style>{_file('notice.css')}</style></head>"
        f'<body><main><h1>{escape(first)}</h1><p class="other" lang="{others}">{escape(other)}</p>'
        f"{said}</main></body></html>"
    )
    return with_additions(html.encode(errors="backslashreplace"), told, base, prefix)


def both(message: Message) -> str:
    """A text in both languages, as HTML."""
    return f'<span lang="vi">{escape(message.vi)}</span> / <span lang="en">{escape(message.en)}</span>'


def script() -> bytes:
    """What a page loads."""
    return _file("preview.js").encode()


def _lang(tag: str) -> str:
    return "vi" if tag == "vi" else "en"


def _shadow(name: str, inner: str) -> str:
    styles = _file("preview.css")
    return f'<{name}><template shadowrootmode="open"><style>{styles}</style>{inner}</template></{name}>'


def _band(told: Told) -> str:
    if not told.bands:
        return ""
    lines = "".join(f"<p>{both(each)}</p>" for each in told.bands)
    name = escape(f"{word('preview')}")
    return _shadow("preview-band", f'<aside class="band" aria-label="{name}">{lines}</aside>')


def _panel(told: Told, base: str, prefix: str) -> str:
    parts = []
    if told.problem:
        parts.append(f'<p class="problem"><strong>{both(word("old"))}</strong> <code>{escape(told.problem)}</code></p>')
    if told.findings is not None:
        parts.append(_findings(told.findings, told, prefix))
    if told.elsewhere:
        link = f'<a href="{escape(base + REPORT)}">{both(word("dashboard"))}</a>'
        parts.append(f'<p class="problem">{both(word("elsewhere", count=told.elsewhere))}. {link}</p>')
    parts.append('<p class="progress" hidden role="status"></p>')
    name = escape(f"{word('preview')}")
    return _shadow("preview-panel", f'<section class="panel" aria-label="{name}">{"".join(parts)}</section>')


def _findings(findings: Sequence[Finding], told: Told, prefix: str) -> str:
    errors = sum(each.severity is Severity.ERROR for each in findings)
    head = word("findings", errors=errors, warnings=len(findings) - errors)
    if not findings:
        return f'<p class="none">{both(word("nothing" if told.is_checked else "unchecked"))}</p>'
    items = "".join(_item(each, told.tag, prefix) for each in findings)
    kind = "error" if errors else "warning"
    return f'<details open><summary class="{kind}">{both(head)}</summary><ol tabindex="0">{items}</ol></details>'


def _item(finding: Finding, tag: str, prefix: str) -> str:
    kind = finding.severity.value
    texts = [("vi", finding.message.vi), ("en", finding.message.en)]
    said = "".join(f'<p lang="{lang}">{escape(text)}</p>' for lang, text in (texts if tag == "vi" else texts[::-1]))
    label = word(kind)
    name = label.vi if tag == "vi" else label.en
    place = f"{prefix}{finding.path}:{finding.line}"
    return (
        f'<li class="{kind}"><p class="place"><span class="kind" lang="{_lang(tag)}">{name}</span> '
        f"<code>{escape(finding.rule)}</code> <code>{escape(place)}</code></p>{said}</li>"
    )


def _script(base: str, digest: str, told: Told) -> str:
    label = word("is-draft")
    values = {
        "digest": digest,
        "drafts": list(told.drafts),
        "draft": label.vi if told.tag == "vi" else label.en,
        "checking": word("checking").vi if told.tag == "vi" else word("checking").en,
    }
    text = escape(json.dumps(values, ensure_ascii=False))
    return f'<script src="{escape(base + OWN)}preview.js" data-base="{escape(base)}" data-page="{text}" defer></script>'


@cache
def _file(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8")
