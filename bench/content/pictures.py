"""Small pictures: landscapes drawn as SVG, and the same painted with the grain of a photograph as JPEG."""

from __future__ import annotations

import io
from random import Random

from PIL import Image, ImageDraw

SIZE = (1200, 675)
"""Of a photograph; a drawing is scaled."""
RIDGES = 4
STEPS = 9
GRAIN = 6
"""Of 255: how far a point may differ from its neighbours."""


def _landscape(chance: Random) -> tuple[str, str, list[tuple[str, list[tuple[int, int]]]]]:
    """Sky, sun, and the hills from the farthest to the nearest: (colour, outline)."""
    hue = chance.randint(0, 359)
    hills = []
    for row in range(RIDGES):
        base = SIZE[1] * (row + 3) // (RIDGES + 4)
        line = [(SIZE[0] * at // STEPS, base - chance.randint(0, 110)) for at in range(STEPS + 1)]
        hills.append((f"hsl({(hue + 25 * row) % 360}, 35%, {68 - 12 * row}%)", [(0, SIZE[1]), *line, SIZE]))
    return f"hsl({hue}, 45%, 88%)", f"hsl({(hue + 180) % 360}, 80%, 65%)", hills


def drawing(chance: Random) -> bytes:
    """An SVG of some 1.5 KB."""
    sky, sun, hills = _landscape(chance)
    at = f'cx="{chance.randint(150, 1050)}" cy="{chance.randint(80, 240)}" r="{chance.randint(40, 80)}"'
    shapes = "\n".join(
        f'<path fill="{colour}" d="M{" L".join(f"{x} {y}" for x, y in points)} Z"/>' for colour, points in hills
    )
    frame = f'viewBox="0 0 {SIZE[0]} {SIZE[1]}" width="{SIZE[0]}" height="{SIZE[1]}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {frame}>\n<rect width="100%" height="100%" fill="{sky}"/>\n'
        f'<circle {at} fill="{sun}"/>\n{shapes}\n</svg>\n'
    ).encode()


def photograph(chance: Random) -> bytes:
    """A JPEG of some 100 KB."""
    sky, sun, hills = _landscape(chance)
    image = Image.new("RGB", SIZE, sky)
    draw = ImageDraw.Draw(image)
    x, y, radius = chance.randint(150, 1050), chance.randint(80, 240), chance.randint(40, 80)
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=sun)
    for colour, points in hills:
        draw.polygon(points, fill=colour)
    coarse = SIZE[0] // 4, SIZE[1] // 4
    grain = Image.frombytes("L", coarse, chance.randbytes(coarse[0] * coarse[1]))
    grain = grain.resize(SIZE, Image.Resampling.BICUBIC).point(lambda value: 128 + (value - 128) * GRAIN // 128)
    image = Image.blend(image, Image.merge("RGB", (grain,) * 3), 0.12)
    stored = io.BytesIO()
    image.save(stored, "JPEG", quality=82)
    return stored.getvalue()
