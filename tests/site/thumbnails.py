"""Pages as small grey pictures, in which a font's last pixel does not count and a lost style does."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops

from tests.site.shots import Shot

FOLDER = Path(__file__).parent / "references"
SHOTS = [
    Shot("home", "vi", "", 1440, "light"),
    Shot("bulletin", "en", "en/news/2026/10/danh-muc/", 768, "dark"),
    Shot("section", "vi", "news/", 360, "light"),
    Shot("stub", "en", "en/news/2026/11/how-this-bulletin-is-checked/", 360, "light"),
]
SIZE = (120, 180)
TOP = 1.5
"""How much of a page is compared: its width times this. What lies below moves with every line above."""
FAR = 40
"""Of 255: a difference that a cell of a thumbnail shows only where something else stands."""


def thumbnail(png: bytes) -> Image.Image:
    image = Image.open(BytesIO(png)).convert("L")
    page = Image.new("L", (image.width, round(image.width * TOP)), 255)
    page.paste(image, (0, 0))
    return page.resize(SIZE, Image.Resampling.BOX)


def difference(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """The mean difference, of 255, and the share of cells that are far apart."""
    counts = ImageChops.difference(one, other).histogram()
    cells = SIZE[0] * SIZE[1]
    return sum(value * count for value, count in enumerate(counts)) / cells, sum(counts[FAR:]) / cells
