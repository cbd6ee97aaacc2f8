"""The pictures for sharing themselves: a page's words on the site's paper, beside its lead picture or above a strip.

Where there is no photograph a picture has one palette from the start, a part of it for the edges of letters, so that
no colours are counted or reduced for each.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image

from bulletin.finish.lettering import Block, Box, drawable, fitted, shaped, stamp
from bulletin.finish.scenery import HEIGHT as STRIP
from bulletin.finish.scenery import strip
from bulletin.finish.share_panel import PANEL, PICTURE_COLOURS, Panel, drawing, on_paper, rgb
from bulletin.model.share_image import HEIGHT, WIDTH, ShareImage

MARGIN = 64
"""Between the edge and the words: services cut a little off."""
SMALLEST = 28
"""Height of the smallest letters, in pixels: seen at a third of the size they are 9 high."""
QUALITY = 82
"""Of a JPEG."""
COMPRESSION = 4
"""Of a PNG, from 0 to 9: at 6, the usual, a file is a tenth smaller and takes half as long again."""
INKS = ("ink", "primary", "accent")
_SHADES = 16
"""Between the paper and each ink."""
_PLAIN = 256 - PICTURE_COLOURS
"""Where the colours of pictures begin in the palette."""
_EMBLEM_COLOURS = _PLAIN - len(INKS) * _SHADES
_TOP, _EMBLEM, _GAP = 56, 72, 20
"""Where the emblem begins, how large it is, and how far the name is from it."""
_TITLES = (76, 68, 62, 56, 52, 48, 44, 40, 37, 34, 32)
_LONG = (32, 30, SMALLEST)
"""For titles that are too long for four lines of larger letters."""
_NAMES = (34, 32, 30, SMALLEST)
_LABELS = (32, 30, SMALLEST)
_LEADS = (34, 32, 30, SMALLEST)
_NOTES = (30, SMALLEST)
_BETWEEN = 22
"""Between label, title and lead."""
_ON_LETTERS = [0, *[255] * 255]
"""Shade of a letter → whether it is drawn there."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text with its place."""

    block: Block
    ink: str
    """One of `INKS`."""
    left: int
    top: int
    is_bold: bool = True


def draw(shown: ShareImage, panel: Panel | None) -> bytes:
    """One picture, as PNG or JPEG; `panel` has its lead picture, None where there is none that can be read."""
    ground, palette = _ground(tuple(sorted(shown.look.colours.items())), shown.look.emblem, has_strip=panel is None)
    canvas = ground.copy()
    for each in laid_out(shown, has_panel=panel is not None):
        _write(canvas, each)
    out = BytesIO()
    if shown.is_photograph:
        coloured = canvas.convert("RGB")
        if panel:
            coloured.paste(panel.image, (WIDTH - PANEL, 0))
        coloured.save(out, "JPEG", quality=QUALITY, optimize=True)
        return out.getvalue()
    if panel:
        canvas.paste(panel.reduced.point(lambda index: index + _PLAIN), (WIDTH - PANEL, 0))
        canvas.putpalette([*palette[: 3 * _PLAIN], *_palette_of(panel.reduced, PICTURE_COLOURS)])
    canvas.save(out, "PNG", compress_level=COMPRESSION)
    return out.getvalue()


@lru_cache(maxsize=8)
def _ground(
    colours: tuple[tuple[str, str], ...], emblem: str, *, has_strip: bool
) -> tuple[Image.Image, tuple[int, ...]]:
    """Paper with the emblem, and with the strip below, in mode P; and its palette."""
    named = dict(colours)
    paper = rgb(named["paper"])
    palette = [channel for ink in INKS for channel in _shades(paper, rgb(named[ink]))]
    image = Image.new("P", (WIDTH, HEIGHT), 0)
    parts = [(drawing(emblem, _EMBLEM, _EMBLEM), (MARGIN, _TOP), _EMBLEM_COLOURS)] if emblem else []
    if has_strip:
        parts.append((drawing(strip(named)), (0, HEIGHT - STRIP), PICTURE_COLOURS))
    for part, place, most in parts:
        first = _PLAIN if most == PICTURE_COLOURS else _PLAIN - _EMBLEM_COLOURS
        reduced = on_paper(part, paper).quantize(most)
        image.paste(reduced.point(lambda index, first=first: index + first), place)
        palette += [0] * (3 * first - len(palette)) + _palette_of(reduced, most)
    image.putpalette(palette)
    return image, tuple(palette + [0] * (3 * _PLAIN - len(palette)))


def _palette_of(image: Image.Image, most: int) -> list[int]:
    return list(image.getpalette() or [])[: 3 * most]


def _shades(paper: tuple[int, int, int], ink: tuple[int, int, int]) -> list[int]:
    return [
        round(one + (other - one) * step / (_SHADES - 1))
        for step in range(_SHADES)
        for one, other in zip(paper, ink, strict=True)
    ]


def _write(canvas: Image.Image, each: Written) -> None:
    letters = stamp(each.block, WIDTH - MARGIN - each.left, is_bold=each.is_bold)
    canvas.paste(letters.point(_shades_of(each.ink)), (each.left, each.top), letters.point(_ON_LETTERS))


@lru_cache(maxsize=8)
def _shades_of(ink: str) -> list[int]:
    """Shade of a letter → place in the palette."""
    return [INKS.index(ink) * _SHADES + round(value * (_SHADES - 1) / 255) for value in range(256)]


def laid_out(shown: ShareImage, *, has_panel: bool) -> list[Written]:
    """The words of a picture, each at its place: none meets another, the margins, the panel or the strip."""
    width = WIDTH - MARGIN - (PANEL + 16 if has_panel else MARGIN)
    name, label, title, lead = (drawable(text) for text in (shown.head, shown.label, shown.title, shown.lead))
    if not title:  # in letters that the font has not: better another word than half of it
        name, label, title = (name, "", label) if label else ("", "", name)
    if label:  # there is not room for both; no page asks for it
        lead = ""
    left = MARGIN + (_EMBLEM + _GAP if shown.look.emblem else 0)
    head = fitted(name, Box(width - left + MARGIN, _EMBLEM + 12, _NAMES, 2))
    note = _note(shown, width)
    lower = HEIGHT - (MARGIN if has_panel else STRIP - 8) - note.height
    upper = _TOP + _EMBLEM + 28
    named = fitted(label, Box(width, 48, _LABELS, 1))
    room = lower - upper - 12 - (named.height + _BETWEEN if named.lines else 0)
    below = fitted(lead, Box(width, room // 2 - _BETWEEN, _LEADS, 3), is_bold=False)
    room -= below.height + _BETWEEN if below.lines else 0
    written = fitted(title, Box(width, room, _TITLES, 4))
    if written.is_cut:
        written = fitted(title, Box(width, room, _LONG, 6))
    found = [
        Written(head, "primary", left, _TOP + (_EMBLEM - head.height) // 2),
        Written(note, "ink", MARGIN, lower, is_bold=False),
    ]
    # One group, a little above the middle of what is free.
    upper += max(0, room - written.height) * 2 // 5
    for block, ink, is_bold in ((named, "accent", True), (written, "ink", True), (below, "ink", False)):
        if block.lines:
            found.append(Written(block, ink, MARGIN, upper, is_bold))
            upper += block.height + _BETWEEN
    return [each for each in found if each.block.lines]


def _note(shown: ShareImage, width: int) -> Block:
    """Day and language on one line, or on one each."""
    both = (drawable(shown.note), drawable(shown.language) or drawable(shown.tag.upper()))
    parts = tuple(part for part in both if part)
    whole = " · ".join(parts)
    found = fitted(whole, Box(width, 84, _NOTES, 1), is_bold=False)
    if not found.is_cut:
        return found
    if all(shaped(part, is_bold=False).width * found.size <= width for part in parts):
        return Block(parts, found.size, found.reach)
    return fitted(whole, Box(width, 84, _NOTES[-1:], 2), is_bold=False)
