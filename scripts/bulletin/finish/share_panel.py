"""The lead picture of an edition in a picture for sharing: at the right, whole in height, behind a river's bank."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from functools import cached_property, lru_cache
from io import BytesIO
from math import isclose, isfinite
from pathlib import Path
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

import resvg_py
from PIL import Image

from bulletin.finish.lettering import font_file
from bulletin.finish.pictures import upright
from bulletin.model.share_image import HEIGHT, Look

PANEL = 456
"""Width, in pixels."""
PICTURE_COLOURS = 176
"""Of the 256 of a palette; the others are for letters and emblem."""
_EDGE = 5
"""Width of the line between paper and picture."""
_FAMILY = "Be Vietnam Pro"
_START = re.compile(r"""<svg\b(?:"[^"]*"|'[^']*'|[^>"'])*>""")
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, RuntimeError, LookupError, TypeError, struct.error)
"""What decoders raise for broken data (source.pictures); the check has told of it."""


@dataclass(frozen=True)
class Panel:
    """What stands at the right, without holes."""

    image: Image.Image
    """In mode RGB."""

    @cached_property
    def reduced(self) -> Image.Image:
        """The same in few colours."""
        return self.image.quantize(PICTURE_COLOURS)


def panel_of(path: Path, look: Look) -> Panel | None:
    """The panel with a picture of a file; None where it cannot be drawn."""
    try:
        lead = _read(path)
    except _BROKEN:
        return None
    if lead.size != (PANEL, HEIGHT):
        lead = lead.resize((PANEL, HEIGHT), Image.Resampling.LANCZOS, box=_middle(*lead.size), reducing_gap=3)
    paper = rgb(look.colours["paper"])
    bank, inside = _bank()
    image = Image.new("RGB", (PANEL, HEIGHT), paper)
    image.paste(rgb(look.colours["accent"]), mask=bank)
    image.paste(on_paper(lead, paper), mask=inside)
    return Panel(image)


def _read(path: Path) -> Image.Image:
    data = path.read_bytes()
    if path.suffix.lower() == ".svg":
        svg = data.decode()
        if (part := _middle_of(svg)) is not None:
            return drawing(part)
        found = drawing(svg, height=HEIGHT)
        return found if found.width >= PANEL else drawing(svg, width=PANEL)
    with Image.open(BytesIO(data)) as opened:
        opened.draft("RGB", (2 * PANEL, HEIGHT))
        return upright(opened)


def _middle(width: float, height: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the part of a picture that fills the panel."""
    scale = max(PANEL / width, HEIGHT / height)
    left, top = max(0.0, (width - PANEL / scale) / 2), max(0.0, (height - HEIGHT / scale) / 2)
    return left, top, width - left, height - top


def _middle_of(svg: str) -> str | None:
    """The part of a drawing that fills the panel, as a drawing, which costs less than half; None where it is unsure."""
    roots: list[tuple[int, dict[str, str]]] = []
    parser = expat.ParserCreate()

    def start(_name: str, attributes: dict[str, str]) -> None:
        if not roots:
            roots.append((parser.CurrentByteIndex, attributes))

    parser.StartElementHandler = start
    try:
        parser.Parse(svg.encode(), True)  # noqa: FBT003 - expat takes it by position only
        at, attributes = roots[0]
        width, height = (float(attributes.get(name, "").removesuffix("px")) for name in ("width", "height"))
        box = attributes.get("viewBox", f"0 0 {width} {height}").replace(",", " ")
        _, _, across, down = map(float, box.split())
    except (expat.ExpatError, ValueError):
        return None
    tag = _START.match(svg.encode()[at:].decode())
    if tag is None or tag[0].endswith("/>") or not (isfinite(width) and isfinite(height)):
        return None
    if min(width, height, across, down) <= 0 or not isclose(width * down, height * across, rel_tol=1e-3):
        return None
    attributes |= {"width": f"{PANEL}", "height": f"{HEIGHT}", "viewBox": box, "preserveAspectRatio": "xMidYMid slice"}
    named = " ".join(f"{name}={quoteattr(value)}" for name, value in attributes.items())
    return f"<svg {named}>{svg.encode()[at:].decode()[tag.end() :]}"


def drawing(svg: str, width: int | None = None, height: int | None = None) -> Image.Image:
    """An SVG in pixels, whose letters are those of the site whatever the machine has.

    Raises ValueError where it cannot be drawn.
    """
    fonts = [str(font_file(is_bold=is_bold)) for is_bold in (False, True)] if "<text" in svg else None
    data = resvg_py.svg_to_bytes(
        svg_string=svg,
        skip_system_fonts=True,
        width=width,
        height=height,
        font_files=fonts,
        font_family=_FAMILY,
        serif_family=_FAMILY,
        sans_serif_family=_FAMILY,
        monospace_family=_FAMILY,
    )
    return Image.open(BytesIO(data)).convert("RGBA")


def on_paper(part: Image.Image, paper: tuple[int, int, int]) -> Image.Image:
    """A picture whose holes show the paper."""
    if part.mode != "RGBA":
        return part
    ground = Image.new("RGB", part.size, paper)
    ground.paste(part, mask=part.getchannel("A"))
    return ground


def rgb(colour: str) -> tuple[int, int, int]:
    """The channels of `#rrggbb`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@lru_cache(maxsize=1)
def _bank() -> tuple[Image.Image, Image.Image]:
    """Where the line and all right of it is, and where the picture is."""

    def mask(shift: int) -> Image.Image:
        curve = "C{} 120 {} 200 {} 330 S{} 540 {} 630".format(*(x + shift for x in (52, 40, 22, 0, 14)))
        path = f"M{44 + shift} 0 {curve} L{PANEL} 630 L{PANEL} 0Z"
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{PANEL}" height="{HEIGHT}"><path d="{path}"/></svg>'
        return drawing(svg).getchannel("A")

    return mask(0), mask(_EDGE)
