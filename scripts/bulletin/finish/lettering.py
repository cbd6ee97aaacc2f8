"""Letters on a picture: which of them the site's own font has, how wide they run, and where the lines of a text end."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import fontpkg_be_vietnam_pro
import uharfbuzz as hb
from PIL import Image, ImageDraw, ImageFont

_FOLDER = Path(fontpkg_be_vietnam_pro.__file__).parent / "files"
LEADING = 1.27
"""From line to line: a capital with two marks above never meets the line before."""
_ASCENT = 1.02
"""From the top of the first line to the feet of its letters: "Ẫ" and the like."""
_FEATURES = {"liga": False, "clig": False, "dlig": False}
"""No ligatures: a cluster is then one letter, which is drawn by itself."""
_ELLIPSIS = "…"
_ALIKE = str.maketrans(
    {"\u2011": "-", "\u2010": "-", "\u2012": "–", "\u2015": "—", "\u2032": "’", "\u2033": "”", "\u201b": "‘"}
    | dict.fromkeys("→⇒➔➜", "–")
    | {"\u202f": "\N{NO-BREAK SPACE}", "\u2007": "\N{NO-BREAK SPACE}"}
)
"""Signs that the font lacks, and those that say the same."""
_ORNAMENTS = frozenset(("So", "Sk", "Cf", "Cc", "Cn", "Co"))
"""Categories of signs that a text can do without: emoji, marks of direction, soft hyphens."""


@dataclass(frozen=True, slots=True)
class Block:
    """A text in lines at one size."""

    lines: tuple[str, ...]
    size: int
    """Of the letters, in pixels."""
    is_cut: bool = False
    """Whether words are left out at its end."""

    @property
    def height(self) -> int:
        """From the marks above the first line to the feet of the last one and what hangs below."""
        return round(self.size * (LEADING * len(self.lines))) if self.lines else 0


@dataclass(frozen=True, slots=True)
class Box:
    """Room for a text."""

    width: int
    height: int
    sizes: Sequence[int]
    """From large to small."""
    most: int
    """How many lines at most."""


@cache
def _shaper(*, is_bold: bool) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(_file(is_bold=is_bold)))))


def _file(*, is_bold: bool) -> Path:
    return _FOLDER / f"BeVietnamPro-{'Bold' if is_bold else 'Regular'}.ttf"


@cache
def _letters() -> frozenset[str]:
    both = (_shaper(is_bold=is_bold).face.unicodes for is_bold in (False, True))
    return frozenset.intersection(*(frozenset(map(chr, each)) for each in both))


def drawable(text: str) -> str:
    """A text as the font can draw it; empty where it has not all letters, for a part of a text says something else.

    Ornaments are left out. Marks are composed (NFC).
    """
    has = _letters()
    found = []
    for char in " ".join(unicodedata.normalize("NFC", text).translate(_ALIKE).split(" ")):
        if char in has:
            found.append(char)
        elif char.isspace():
            found.append(" ")
        elif (alike := unicodedata.normalize("NFKC", char)) and all(each in has for each in alike):
            found.append(alike)
        elif unicodedata.category(char) not in _ORNAMENTS and not _is_selector(char):
            return ""
    return " ".join(word for word in "".join(found).split(" ") if word)


def _is_selector(char: str) -> bool:
    """Whether it only says how the sign before it is to look."""
    return "\ufe00" <= char <= "\ufe0f"


@lru_cache(maxsize=20_000)
def _shaped(word: str, *, is_bold: bool) -> tuple[tuple[tuple[str, float], ...], float]:
    """The clusters of a run with the place of each, and the width of all, for letters of one pixel."""
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    font = _shaper(is_bold=is_bold)
    hb.shape(font, buffer, _FEATURES)
    starts: dict[int, float] = {}
    at = 0.0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        starts.setdefault(info.cluster, at + position.x_offset)
        at += position.x_advance
    ends = [*list(starts)[1:], len(word)]
    scale = font.face.upem
    clusters = tuple((word[one:end], x / scale) for (one, x), end in zip(starts.items(), ends, strict=True))
    return clusters, at / scale


def width_of(text: str, *, is_bold: bool) -> float:
    """The width of a line of drawable letters of one pixel."""
    return _shaped(text, is_bold=is_bold)[1]


def fitted(text: str, box: Box, *, is_bold: bool = True) -> Block:
    """A drawable text in a box: the largest letters with which it fits, in lines of about one width.

    A word is never cut. What is still too long at the smallest size ends with an ellipsis after a word.
    """
    words = text.split(" ") if text else []
    widths = [width_of(word, is_bold=is_bold) for word in words]
    space = width_of(" ", is_bold=is_bold)
    for size in box.sizes:
        room = box.width / size
        most = min(box.most, int(box.height / (size * LEADING)))
        ends = _ends(widths, space, room)
        if len(ends) <= most and max(widths, default=0) <= room:
            return Block(tuple(_lines(words, _balanced(widths, space, room, ends))), size)
    size = box.sizes[-1]
    return _cut(words, widths, space, Box(box.width, box.height, (size,), box.most), is_bold=is_bold)


def _ends(widths: Sequence[float], space: float, room: float) -> list[int]:
    """Before which words the lines end, when each takes all words for which there is room."""
    ends: list[int] = []
    used = 0.0
    for at, width in enumerate(widths):
        if at and used + space + width > room:
            ends.append(at)
            used = width
        else:
            used += (space if at else 0) + width
    return [*ends, len(widths)] if widths else []


def _balanced(widths: Sequence[float], space: float, room: float, ends: list[int]) -> list[int]:
    """The same number of lines, the longest of them as short as may be."""
    low, high = max(widths, default=0.0), room
    for _ in range(12):
        middle = (low + high) / 2
        tried = _ends(widths, space, middle)
        if len(tried) <= len(ends):
            high, ends = middle, tried
        else:
            low = middle
    return ends


def _lines(words: Sequence[str], ends: Sequence[int]) -> Iterator[str]:
    for start, end in zip((0, *ends), ends, strict=False):
        yield " ".join(words[start:end])


def _cut(words: list[str], widths: list[float], space: float, box: Box, *, is_bold: bool) -> Block:
    size = box.sizes[0]
    room = box.width / size
    most = max(1, min(box.most, int(box.height / (size * LEADING))))
    fits = next((at for at, width in enumerate(widths) if width > room), len(words))
    for count in range(fits, 0, -1):
        last = words[count - 1].rstrip(" ,;:.–—-(") + _ELLIPSIS
        shown = [*widths[: count - 1], width_of(last, is_bold=is_bold)]
        ends = _ends(shown, space, room)
        if len(ends) <= most and shown[-1] <= room:
            return Block(tuple(_lines([*words[: count - 1], last], ends)), size, is_cut=True)
    return Block((), size, is_cut=True)


@lru_cache(maxsize=64)
def _pen(size: int, *, is_bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_file(is_bold=is_bold), size, layout_engine=ImageFont.Layout.BASIC)


def stamp(block: Block, *, is_bold: bool, is_right: bool = False, width: int = 0) -> Image.Image:
    """The letters of a block, white on black, on a ground of its height and of a width in pixels.

    Placed by HarfBuzz and drawn one by one: what Pillow does with a whole text depends on libraries of the machine.
    """
    mask = Image.new("L", (width, block.height + round(block.size * 0.2)))
    draw = ImageDraw.Draw(mask)
    pen = _pen(block.size, is_bold=is_bold)
    for number, line in enumerate(block.lines):
        clusters, advance = _shaped(line, is_bold=is_bold)
        start = width - advance * block.size if is_right else 0.0
        foot = block.size * (_ASCENT + LEADING * number)
        for letters, x in clusters:
            if letters != " ":
                draw.text((start + x * block.size, foot), letters, fill=255, font=pen, anchor="ls")
    return mask
