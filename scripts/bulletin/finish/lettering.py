"""Letters on a picture: which of them the site's own font has, how wide they run, and where the lines of a text end."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import ceil, floor
from pathlib import Path

import fontpkg_be_vietnam_pro
import uharfbuzz as hb
from PIL import Image, ImageDraw, ImageFont

_FOLDER = Path(fontpkg_be_vietnam_pro.__file__).parent / "files"
_LEADING = 1.24
"""From line to line in heights of the letters, at least: more where a capital has two marks above, as in "Ẩ"."""
_AIR = 0.03
"""At least, between what hangs from a line and what stands up from the next."""
_FEATURES = {"liga": False, "clig": False, "dlig": False}
"""No ligatures: a cluster is then one letter, which is drawn by itself."""
_ELLIPSIS = "…"
_QUARTERS = 4
"""To how many parts of a pixel a letter is placed."""
_ALIKE = str.maketrans(
    {"\u2011": "-", "\u2010": "-", "\u2012": "–", "\u2015": "—", "\u2032": "’", "\u2033": "”", "\u201b": "‘"}
    | dict.fromkeys("→←↔⇒⇔➔➜", "–")
    | {"\u202f": "\N{NO-BREAK SPACE}", "\u2007": "\N{NO-BREAK SPACE}"}
)
"""Signs that the font lacks, and those that say the same."""
_UNSEEN = frozenset(("Cf", "Cc", "Cn", "Co"))
"""Categories of what nobody sees: marks of direction, soft hyphens."""
_ORNAMENTS = frozenset(("So", "Sk"))
"""Categories of signs that a text can do without: emoji and the like."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far letters of one pixel go up and down from the line on which they stand."""

    above: float = 0.0
    below: float = 0.0

    @property
    def leading(self) -> float:
        """From line to line."""
        return max(_LEADING, self.above + self.below + _AIR)

    def of_lines(self, count: int) -> float:
        """The height of several lines."""
        return self.above + self.below + self.leading * (count - 1)


@dataclass(frozen=True, slots=True)
class Run:
    """A text on one line, in letters of one pixel."""

    clusters: tuple[tuple[str, float], ...]
    """What is drawn by itself, a letter with its marks, and where."""
    width: float
    reach: Reach


@dataclass(frozen=True, slots=True)
class Block:
    """A text in lines at one size."""

    lines: tuple[str, ...]
    size: int
    """Of the letters, in pixels."""
    reach: Reach
    is_cut: bool = False
    """Whether words are left out at its end."""

    @property
    def height(self) -> int:
        """From the highest mark above the first line to the deepest one below the last, in pixels."""
        return ceil(self.size * self.reach.of_lines(len(self.lines))) if self.lines else 0


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
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(font_file(is_bold=is_bold)))))


def font_file(*, is_bold: bool) -> Path:
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
        if char.isspace():
            found.append(char if char in has else " ")
        elif unicodedata.category(char) in _UNSEEN:
            continue
        elif char in has:
            found.append(char)
        elif (alike := unicodedata.normalize("NFKC", char)) and all(each in has for each in alike):
            found.append(alike)
        elif unicodedata.category(char) not in _ORNAMENTS and not _is_selector(char):
            return ""
    return " ".join(word for word in "".join(found).split(" ") if word)


def _is_selector(char: str) -> bool:
    """Whether it only says how the sign before it is to look."""
    return "\ufe00" <= char <= "\ufe0f"


@lru_cache(maxsize=20_000)
def shaped(text: str, *, is_bold: bool) -> Run:
    """A drawable text, its letters placed."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    font = _shaper(is_bold=is_bold)
    hb.shape(font, buffer, _FEATURES)
    starts: dict[int, float] = {}
    at = above = below = 0.0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        starts.setdefault(info.cluster, at + position.x_offset)
        at += position.x_advance
        if shape := font.get_glyph_extents(info.codepoint):
            above = max(above, shape.y_bearing + position.y_offset)
            below = max(below, -shape.y_bearing - shape.height - position.y_offset)
    ends = [*list(starts)[1:], len(text)]
    scale = font.face.upem
    clusters = tuple((text[one:end], x / scale) for (one, x), end in zip(starts.items(), ends, strict=True))
    return Run(clusters, at / scale, Reach(above / scale, below / scale))


def fitted(text: str, box: Box, *, is_bold: bool = True) -> Block:
    """A drawable text in a box: the largest letters with which it fits, in lines of about one width.

    A word is never cut. What is still too long at the smallest size ends with an ellipsis after a word.
    """
    words = text.split(" ") if text else []
    runs = [shaped(word, is_bold=is_bold) for word in words]
    widths = [run.width for run in runs]
    space = shaped(" ", is_bold=is_bold).width
    reach = Reach(max((run.reach.above for run in runs), default=0), max((run.reach.below for run in runs), default=0))
    for size in box.sizes:
        room = box.width / size
        ends = _ends(widths, space, room)
        if len(ends) <= _most(box, size, reach) and max(widths, default=0) <= room:
            return Block(tuple(_lines(words, _balanced(widths, space, room, ends))), size, reach)
    size = box.sizes[-1]
    lines = _cut(words, widths, box.width / size, _most(box, size, reach), is_bold=is_bold)
    return Block(lines, size, reach, is_cut=True)


def _most(box: Box, size: int, reach: Reach) -> int:
    """How many lines there is room for; one in any case."""
    fits = (count for count in range(box.most, 0, -1) if reach.of_lines(count) * size <= box.height)
    return next(fits, 1)


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


def _cut(words: list[str], widths: list[float], room: float, most: int, *, is_bold: bool) -> tuple[str, ...]:
    """As many words as there is room for, and an ellipsis; none where the first is too long by itself."""
    space = shaped(" ", is_bold=is_bold).width
    fits = next((at for at, width in enumerate(widths) if width > room), len(words))
    for count in range(fits, 0, -1):
        last = words[count - 1].rstrip(",;:.–—-(") + _ELLIPSIS
        shown = [*widths[: count - 1], shaped(last, is_bold=is_bold).width]
        ends = _ends(shown, space, room)
        if len(ends) <= most and shown[-1] <= room:
            return tuple(_lines([*words[: count - 1], last], ends))
    return ()


@lru_cache(maxsize=64)
def _pen(size: int, *, is_bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_file(is_bold=is_bold), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=20_000)
def _drawn(letters: str, size: int, shift: int, *, is_bold: bool) -> tuple[Image.Image, int, int]:
    """A letter, a number of quarters of a pixel to the right, and where it begins: from its foot, in pixels.

    To draw one takes longer than all else that is done for a picture, and a few hundred are all there are.
    """
    pen = _pen(size, is_bold=is_bold)
    left, top, right, bottom = pen.getbbox(letters, anchor="ls")
    x, y = floor(left) - 1, floor(top) - 1
    image = Image.new("L", (ceil(right) - x + 2, ceil(bottom) - y + 1))
    ImageDraw.Draw(image).text((shift / _QUARTERS - x, -y), letters, fill=255, font=pen, anchor="ls")
    return image, x, y


def stamp(block: Block, width: int, *, is_bold: bool) -> Image.Image:
    """The letters of a block, white on black, on a ground of its height and of a width in pixels.

    Placed by HarfBuzz and drawn one by one: what Pillow does with a whole text depends on libraries of the machine.
    """
    mask = Image.new("L", (width, block.height + 1))
    for number, line in enumerate(block.lines):
        foot = round(block.size * (block.reach.above + block.reach.leading * number))
        for letters, at in shaped(line, is_bold=is_bold).clusters:
            if letters != " ":
                pixel, shift = divmod(round(at * block.size * _QUARTERS), _QUARTERS)
                image, x, y = _drawn(letters, block.size, shift, is_bold=is_bold)
                mask.paste(255, (pixel + x, foot + y), image)
    return mask
