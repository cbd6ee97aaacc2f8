"""The pictures for sharing, drawn by several hands, and kept from build to build."""

from __future__ import annotations

import os
import struct
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

from PIL import Image

from bulletin.finish.pictures import upright
from bulletin.finish.share_canvas import PANEL, draw, drawing
from bulletin.finish.store import keep, kept, prune
from bulletin.model.share_image import HEIGHT, ShareImage

_TOOLS = "-".join(version(name) for name in ("Pillow", "resvg-py", "uharfbuzz", "fontpkg-be-vietnam-pro"))
"""What a kept picture depends on besides what it shows."""
_SPARE = 2000
"""Pictures that are kept although no page shows them now: those of other docs folders, and of other instants."""
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, RuntimeError, LookupError, TypeError, struct.error)
"""What decoders raise for broken data (source.pictures); the check has told of it."""


def draw_all(images: Sequence[ShareImage], html: Path, docs: Path, cache: Path | None) -> None:
    """Write every picture below the folder of the pages.

    Raises OSError where one cannot be written.
    """
    ordered = sorted(images, key=lambda image: (image.picture, image.url))  # editions of one picture in a row
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for done in [pool.submit(_make, image, html, docs, cache) for image in ordered]:
            done.result()
    if cache:
        used = {_name(image) for image in images}
        prune(cache, used, len(used) + _SPARE)


def _make(image: ShareImage, html: Path, docs: Path, cache: Path | None) -> None:
    entry = cache / _name(image) if cache else None
    made = kept(entry) if entry else None
    if made is None:
        made = draw(image, lead_of(docs / image.picture) if image.picture else None)
        if entry:
            keep(entry, made)
    target = html / unquote(image.url)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(made)


def _name(image: ShareImage) -> str:
    return f"{image.digest}-{_TOOLS}"


def lead_of(path: Path) -> Image.Image | None:
    """A lead picture as it is seen, its height at least that of the panel; None where it cannot be drawn."""
    try:
        data = path.read_bytes()
        if path.suffix.lower() == ".svg":
            found = drawing(data.decode(), height=HEIGHT)
        else:
            with Image.open(BytesIO(data)) as opened:
                opened.draft("RGB", (PANEL, HEIGHT))
                found = upright(opened).convert("RGBA")
    except _BROKEN:
        return None
    return found
