"""The blocks of an edition: what an alignment aligns, a state remembers and a finding points to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from hashlib import blake2b
from string import punctuation
from unicodedata import normalize
from urllib.parse import quote

DIGEST_BYTES = 8
"""64 bits: two blocks of one edition would share a digest once in 10^15 editions of 100 blocks."""
_TYPOGRAPHIC = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "′": "'", "″": '"', "…": "..."})
_ANY_TYPOGRAPHIC = re.compile("[‘’“”′″…]")
"""What the renderer sets of itself: typing it by hand changes nothing for a reader."""
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ESCAPED = re.compile(r"%[0-9A-Fa-f]{2}")


class BlockKind(Enum):
    """What a block is to a reader."""

    TITLE = "title"
    """The field `title`."""
    DESCRIPTION = "description"
    """The field `description`."""
    ALT = "alt"
    """The field `image.alt`."""
    CAPTION = "caption"
    """The field `image.caption`."""
    CORRECTION = "correction"
    """The note of an entry of `corrections`."""
    FIELD = "field"
    """A text in a field of the bulletin's type, such as `claim`; `label` is the name of the field."""
    HEADING = "heading"
    """A heading; `level` is its level."""
    PARAGRAPH = "paragraph"
    """A paragraph, by itself or in a container."""
    ITEM = "item"
    """The text of an item of a list."""
    ROW = "row"
    """A row of a table, the head included."""
    FOOTNOTE = "footnote"
    """The first paragraph of a footnote."""
    ADMONITION = "admonition"
    """The opening of a box, with its title."""
    TERM = "term"
    """A term of a list of definitions."""
    DEFINITION = "definition"
    """A definition of such a list."""
    CODE = "code"
    """Text that is shown as it is written."""
    PICTURE = "picture"
    """A paragraph of nothing but pictures."""
    RULE = "rule"
    """A thematic break."""
    HTML = "html"
    """Raw HTML."""

    @property
    def is_field(self) -> bool:
        """Whether it stands in the front matter."""
        return self in _FIELDS


_FIELDS = frozenset(
    (
        BlockKind.TITLE,
        BlockKind.DESCRIPTION,
        BlockKind.ALT,
        BlockKind.CAPTION,
        BlockKind.CORRECTION,
        BlockKind.FIELD,
    )
)


@dataclass(frozen=True, slots=True)
class Target:
    """A link in a block."""

    text: str
    href: str
    """As it was written."""
    line: int
    """1-based, in the edition's file."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture in a block."""

    src: str
    alt: str
    caption: str
    line: int
    """1-based, in the edition's file."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an edition."""

    kind: BlockKind
    text: str
    """What a reader reads, without markup; a line feed where the file has one, so that lines can be counted."""
    prose: str
    """The text without code, addresses and the numbers of footnotes, for rules that read language."""
    line: int
    """1-based, in the edition's file, of its first line."""
    level: int = 0
    """Of a heading, 1–6; of anything else, how deep in lists it lies."""
    container: str = ""
    """What it lies in, from outside: `q` quotation, `a` box, `i` item, `f` footnote, `d` definition."""
    cells: tuple[str, ...] = ()
    """Of a row: the prose of its cells."""
    links: tuple[Target, ...] = ()
    figures: tuple[Figure, ...] = ()
    notes: tuple[str, ...] = ()
    """Labels of the footnotes to which it refers."""
    label: str = ""
    """Of a footnote or field; the kind of a box; `1` for an item of a numbered list and `-` for any other."""
    lang: str = ""
    """The language that its editor marked it with (`{: lang=vi }`); empty where none."""
    top: int = -1
    """Number of the rendered top-level block (`data-block`) that it is part of, from 0; -1 for fields and footnotes."""

    def line_at(self, offset: int) -> int:
        """The 1-based line of the file on which a character of `prose` stands."""
        return self.line + self.prose.count("\n", 0, offset)

    @property
    def digest(self) -> str:
        """Of its identity, in 16 hexadecimal digits."""
        return blake2b(self.identity.encode("utf-8", "replace"), digest_size=DIGEST_BYTES).hexdigest()

    @property
    def identity(self) -> str:
        """What a reader is told, in one form.

        Reflow, emphasis, NFC or NFD, marks of lists and tables, the numbers of footnotes and the targets of internal
        links leave it alone.
        """
        kind, text = self.kind, _plain(self.text)
        if not text and kind is BlockKind.ADMONITION:
            text = self.label  # a box without a title is headed by the word for its kind
        words = [f"{kind.value}{self.level}" if kind is BlockKind.HEADING else kind.value, text]
        if kind is BlockKind.FIELD:
            words.append(self.label)
        if self.links:
            words += [_canonical(link.href) for link in self.links if is_foreign(link.href)]
        for figure in self.figures:
            words.append(f"{figure.src}\x1e{_plain(figure.alt)}\x1e{_plain(figure.caption)}")
        return normalize("NFC", "\x1f".join(words))


def is_foreign(href: str) -> bool:
    """Whether a link leads out of the site."""
    return href.startswith("//") or _SCHEME.match(href) is not None


def _plain(text: str) -> str:
    if _ANY_TYPOGRAPHIC.search(text):
        text = text.translate(_TYPOGRAPHIC)
    return " ".join(text.split())


def _canonical(href: str) -> str:
    """An address without what changes nothing: the case of its host, the slash of an empty path, escapes of letters."""
    match = _SCHEME.match(href)
    scheme = match[0].lower() if match else ""
    rest = href[len(scheme) :]
    slashes = "//" if rest.startswith("//") else ""
    host, slash, path = rest.removeprefix("//").partition("/")
    path = quote(normalize("NFC", path), safe=punctuation, errors="replace")
    path = _ESCAPED.sub(lambda found: found[0].upper(), path)
    return f"{scheme}{slashes}{host.lower()}{slash if path else ''}{path}"
