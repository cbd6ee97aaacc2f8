"""The pictures for sharing themselves: a page's words on the site's paper, beside its lead picture or above a strip.

Where there is no photograph a picture has one palette from the start, a part of it for the edges of letters, so that
nothing is counted or reduced for each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import resvg_py
from PIL import Image

from bulletin.finish.lettering import Block, Box, drawable, fitted, stamp
from bulletin.finish.scenery import HEIGHT as STRIP
from bulletin.finish.scenery import strip
from bulletin.model.share_image import HEIGHT, WIDTH, Look, ShareImage

MARGIN = 64
"""Between the edge and the words: services cut a little off."""
SMALLEST = 28
"""Height of the smallest letters, in pixels: seen at a third of the size they are 9 high."""
PANEL = 456
"""Width of a lead picture."""
QUALITY = 82
"""Of a JPEG."""
_EMBLEM = 72
_GAP = 20
_INKS = ("ink", "primary", "accent")
_STEPS = 16
"""Shades between the paper and each ink."""
_EMBLEM_COLOURS = 32
_PLAIN = len(_INKS) * _STEPS + _EMBLEM_COLOURS
"""Where the colours of pictures begin in the palette."""
_TITLES = (76, 68, 62, 56, 52, 48, 44, 40, 37, 34, 32)
_NAMES = (34, 32, 30, SMALLEST)
_NOTES = (30, SMALLEST)
_EDGE = 5
"""Width of the line between paper and lead picture."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What pictures of one kind share, before a word is written."""

    image: Image.Image
    """In mode P."""
    palette: tuple[int, ...]


def draw(shown: ShareImage, lead: Image.Image | None) -> bytes:
    """One picture, as PNG or JPEG; `lead` is its lead picture, None where there is none that can be read."""
    ground = _ground(_key(shown.look), has_strip=lead is None)
    canvas = ground.image.copy()
    panel = _panel(lead, shown.look.colours) if lead else None
    _write_all(canvas, shown, has_panel=panel is not None)
    if panel and not shown.is_photograph:
        reduced = panel.quantize(256 - _PLAIN)
        canvas.paste(reduced.point(lambda index: index + _PLAIN), (WIDTH - panel.width, 0))
        own = (reduced.getpalette() or [])[: 3 * (256 - _PLAIN)]
        canvas.putpalette([*ground.palette[: 3 * _PLAIN], *own])
    out = BytesIO()
    if shown.is_photograph:
        coloured = canvas.convert("RGB")
        if panel:
            coloured.paste(panel, (WIDTH - panel.width, 0))
        coloured.save(out, "JPEG", quality=QUALITY, optimize=True, subsampling=0)
    else:
        canvas.save(out, "PNG")
    return out.getvalue()


def drawing(svg: str, width: int | None = None, height: int | None = None) -> Image.Image:
    """An SVG in pixels, with no other fonts than those that every machine has: none.

    Raises ValueError where it cannot be drawn.
    """
    data = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, width=width, height=height)
    return Image.open(BytesIO(data)).convert("RGBA")


def _key(look: Look) -> tuple[tuple[tuple[str, str], ...], str]:
    return tuple(sorted(look.colours.items())), look.emblem


@lru_cache(maxsize=8)
def _ground(look: tuple[tuple[tuple[str, str], ...], str], *, has_strip: bool) -> Ground:
    """Paper with the emblem, and with the strip below."""
    colours, emblem = dict(look[0]), look[1]
    paper = _rgb(colours["paper"])
    palette = [channel for ink in _INKS for channel in _shades(paper, _rgb(colours[ink]))]
    image = Image.new("P", (WIDTH, HEIGHT), 0)
    if emblem:
        palette += _put(image, _on_paper(drawing(emblem, _EMBLEM, _EMBLEM), paper), (MARGIN, 56), len(palette) // 3, 32)
    palette += [0] * (3 * _PLAIN - len(palette))
    if has_strip:
        palette += _put(image, _on_paper(drawing(strip(colours)), paper), (0, HEIGHT - STRIP), _PLAIN, 256 - _PLAIN)
    image.putpalette(palette)
    return Ground(image, tuple(palette))


def _put(image: Image.Image, part: Image.Image, at: tuple[int, int], first: int, most: int) -> list[int]:
    """Put a part on a picture with a palette; return its colours, which begin at a place of the palette."""
    reduced = part.quantize(most)
    image.paste(reduced.point(lambda index: index + first), at)
    return list(reduced.getpalette() or [])[: 3 * most]


def _on_paper(part: Image.Image, paper: tuple[int, int, int]) -> Image.Image:
    ground = Image.new("RGB", part.size, paper)
    ground.paste(part, mask=part.getchannel("A"))
    return ground


def _shades(paper: tuple[int, int, int], ink: tuple[int, int, int]) -> list[int]:
    return [
        round(one + (other - one) * step / (_STEPS - 1))
        for step in range(_STEPS)
        for one, other in zip(paper, ink, strict=True)
    ]


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _panel(lead: Image.Image, colours: Mapping[str, str]) -> Image.Image:
    """The lead picture at the right, whole in height, its edge a bank of a river."""
    scale = max(PANEL / lead.width, HEIGHT / lead.height)
    size = max(PANEL, round(lead.width * scale)), max(HEIGHT, round(lead.height * scale))
    left, top = (size[0] - PANEL) // 2, (size[1] - HEIGHT) // 2
    cut = lead.resize(size, Image.Resampling.LANCZOS).crop((left, top, left + PANEL, top + HEIGHT))
    bank = _bank()
    paper = _rgb(colours["paper"])
    ground = Image.new("RGB", (PANEL, HEIGHT), paper)
    ground.paste(_rgb(colours["accent"]), mask=bank[0])
    ground.paste(_on_paper(cut, paper), mask=bank[1])
    return ground


@lru_cache(maxsize=1)
def _bank() -> tuple[Image.Image, Image.Image]:
    """Where the line along the lead picture is, and where the picture is."""
    curve = "C{0} 120 {1} 200 {2} 330 S{3} 540 {4} 630"

    def mask(shift: int) -> Image.Image:
        places = [x + shift for x in (52, 40, 22, 0, 14)]
        path = f"M{44 + shift} 0 {curve.format(*places)} L{PANEL} 630 L{PANEL} 0Z"
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{PANEL}" height="{HEIGHT}"><path d="{path}"/></svg>'
        return drawing(svg).getchannel("A")

    return mask(0), mask(_EDGE)


# The words


def _write_all(canvas: Image.Image, shown: ShareImage, *, has_panel: bool) -> None:
    width = WIDTH - MARGIN - (PANEL + 24 if has_panel else MARGIN)
    lower = HEIGHT - (MARGIN if has_panel else STRIP - 16)
    write = _writer(canvas, width)
    indent = (_EMBLEM + _GAP) if shown.look.emblem else 0
    head = fitted(drawable(shown.head), Box(width - indent, _EMBLEM + 12, _NAMES, 2))
    write(head, "primary", 56 + (_EMBLEM - head.height) // 2, indent)
    label, title, lead = (drawable(text) for text in (shown.label, shown.title, shown.lead))
    if not title:  # in letters that the font has not: better nothing than half of it
        label, title = "", label
    note = fitted(_note(shown), Box(width, 2 * 40, _NOTES, 2), is_bold=False)
    lower -= note.height
    write(note, "ink", lower, is_bold=False)
    upper = 160
    if label:
        named = fitted(label, Box(width, 44, (32, 30, SMALLEST), 1))
        write(named, "accent", upper, 0)
        upper += named.height + 8
    room = lower - upper - 16
    if lead:
        below = fitted(lead, Box(width, room // 2, (34, 32, 30, SMALLEST), 3), is_bold=False)
        room -= below.height + 12
    else:
        below = Block((), 0)
    written = fitted(title, Box(width, room, _TITLES, 4))
    spare = max(0, room - written.height) // (2 if has_panel or lead else 3)
    write(written, "ink", upper + spare, 0)
    write(below, "ink", upper + spare + written.height + 12, is_bold=False)


def _writer(canvas: Image.Image, width: int) -> Callable[..., None]:
    def write(block: Block, ink: str, top: int, indent: int = 0, *, is_bold: bool = True) -> None:
        if block.lines:
            letters = stamp(block, is_bold=is_bold, width=width - indent + 8)
            first = _INKS.index(ink) * _STEPS
            shades = letters.point([first + round(value * (_STEPS - 1) / 255) for value in range(256)])
            canvas.paste(shades, (MARGIN + indent, top), letters.point([0] + [255] * 255))

    return write


def _note(shown: ShareImage) -> str:
    language = drawable(shown.language) or drawable(shown.tag.upper())
    return " · ".join(text for text in (drawable(shown.note), language) if text)
