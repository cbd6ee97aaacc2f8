"""What HTML a text may hold: cleaned by nh3 in any case, and told to the editor where it would be changed."""

from __future__ import annotations

import re
import secrets
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

import nh3

TAGS = frozenset(
    (
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre"),
        *("hr", "br", "div", "span", "section", "figure", "figcaption", "details", "summary"),
        *("table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "colgroup", "col"),
        *("a", "img", "abbr", "cite", "q", "dfn", "time", "bdi", "wbr", "em", "strong", "b", "i", "u", "s"),
        *("del", "ins", "sub", "sup", "small", "mark", "code", "kbd", "samp", "var"),
    )
)
CLASSES = frozenset(
    (
        *("admonition", "admonition-title", "note", "info", "tip", "warning", "important", "caution"),
        *("quote", "example", "footnote", "footnote-ref", "footnote-backref"),
        *("left", "center", "right", "lead", "numbers", "no-print", "document", "repealed"),
    )
)
BLOCK = "data-block"
OURS = f"{secrets.token_hex(8)}-"
"""What a block's number begins with until it is sanitised: another one in every process, so no text can hold it."""
ATTRIBUTES: dict[str, frozenset[str]] = {
    "*": frozenset(("id", "class", "lang", "title", BLOCK)),
    "a": frozenset(("href", "hreflang")),
    "img": frozenset(("src", "srcset", "sizes", "alt", "width", "height", "loading", "decoding")),
    "ol": frozenset(("start", "type", "reversed")),
    "li": frozenset(("value",)),
    "table": frozenset(("tabindex",)),
    "abbr": frozenset(("tabindex",)),
    "th": frozenset(("scope", "colspan", "rowspan")),
    "td": frozenset(("colspan", "rowspan")),
    "time": frozenset(("datetime",)),
    "details": frozenset(("open",)),
}
_ALLOWED = {tag: set(names) | set(ATTRIBUTES["*"]) - {"class"} for tag, names in ATTRIBUTES.items()}
_ALLOWED["*"] = set(ATTRIBUTES["*"]) - {"class"}
_ALLOWED_CLASSES = {tag: set(CLASSES) for tag in TAGS}
_SCHEMES = {"http", "https", "mailto", "tel"}
_OURS = re.compile(r"(?:(?:\.\./)*[\w.%~-]+(?:/[\w.%~-]+)* \d+w(?:, |$))+")
"""A `srcset` as the link processor writes it: relative addresses with widths."""
_LITERAL = frozenset(("code", "pre", "kbd", "samp"))
RESERVED_ID = "site--"
"""What the ids of the page around a text begin with; no heading gets such a slug."""


def sanitise(html: str) -> str:
    """HTML with nothing in it that runs, calls elsewhere by itself, or imitates the page around it."""
    return nh3.clean(
        html,
        tags=set(TAGS),
        attributes=_ALLOWED,
        allowed_classes=_ALLOWED_CLASSES,
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
        attribute_filter=_filter,
    )


def _filter(_tag: str, attribute: str, value: str) -> str | None:
    if attribute == BLOCK:
        return value.removeprefix(OURS) if value.startswith(OURS) else None
    if attribute == "srcset" and not _OURS.fullmatch(value):  # nh3 does not look at the addresses in it
        return None
    return None if attribute == "id" and value.startswith(RESERVED_ID) else value


@dataclass(slots=True)
class Inspection:
    """What a text's HTML holds."""

    ids: set[str] = field(default_factory=set)
    parts: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Every element, and every attribute of one; the name of an element's own part is empty."""
    refused: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """What may not be there: how to name it, and the patterns by which its line is found, the best first."""
    addresses: list[tuple[str, str]] = field(default_factory=list)
    """Every `href`, `src` and `srcset`, with the element's tag."""


def inspect(html: str) -> Inspection:
    """Look at HTML without changing it."""
    inspector = _Inspector()
    inspector.feed(html)
    inspector.close()
    return inspector.seen


class _Inspector(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = Inspection()
        self.literals = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.parts[tag, ""] += 1
        self.literals += tag in _LITERAL
        if tag not in TAGS:
            self.seen.refused.append((f"<{tag}>", (f"<{re.escape(tag)}", "<")))
            return
        for name, value in attrs:
            self.seen.parts[tag, name] += 1
            self.seen.refused += self._refusals(tag, name, value or "")
            if name == "id" and value:
                self.seen.ids.add(value)
            if name in ("href", "src", "srcset"):
                self.seen.addresses.append((tag, value or ""))

    def _refusals(self, tag: str, name: str, value: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        if name not in ATTRIBUTES["*"] and name not in ATTRIBUTES.get(tag, ()):
            yield f"{name}=… (<{tag}>)", (rf"{re.escape(name)}\s*=", re.escape(name), "<")
        elif name == BLOCK and not value.startswith(OURS):
            yield f"{BLOCK}={value}", (rf"{BLOCK}\s*=", BLOCK)
        elif name == "id" and value.startswith(RESERVED_ID):
            yield f"id={value}", (re.escape(value),)
        elif name == "class":
            for each in value.split():
                if each not in CLASSES:
                    yield f"class={each}", (rf"(?<![\w-]){re.escape(each)}(?![\w-])",)

    def handle_endtag(self, tag: str) -> None:
        self.literals -= tag in _LITERAL

    def handle_data(self, data: str) -> None:
        """A comment that is not closed is no comment: its text would be there for all to read."""
        if "<!--" in data and not self.literals:
            self.seen.refused.append(("<!--", ("<!--(?!(?s:.*?)-->)",)))

    def handle_decl(self, decl: str) -> None:
        self.seen.refused.append((f"<!{decl[:20]}>", ("<!(?!--)",)))

    def unknown_decl(self, data: str) -> None:
        self.seen.refused.append((f"<![{data[:20]}]>", (r"<!\[",)))

    def handle_pi(self, data: str) -> None:
        self.seen.refused.append((f"<?{data[:20]}>", (r"<\?",)))
