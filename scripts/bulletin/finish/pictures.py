"""Photographs as the pages need them: turned upright, scaled, in WebP, without what the camera wrote into them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import PIL
from PIL import Image, ImageCms, ImageOps

from bulletin.finish.store import keep, kept

QUALITY = 80
METHOD = 4
"""Of 0 to 6: how long the encoder looks for a smaller file. 4 is its own default."""
_RECIPE = f"Pillow {PIL.__version__}, WebP q{QUALITY} m{METHOD}, 1"
"""What a cached picture depends on besides its source and width; the last number is this module's own."""


def scale_all(jobs: Mapping[Path, tuple[Path, int]], cache: Path | None) -> None:
    """Make each target from its source at a width in pixels: several at once, and from the cache what it has.

    Raises OSError where a source cannot be read or a target cannot be written.
    """
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for done in [pool.submit(_make, target, *job, cache) for target, job in jobs.items()]:
            done.result()


def _make(target: Path, source: Path, width: int, cache: Path | None) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(scaled_picture(source, width, cache))


def scaled_picture(source: Path, width: int, cache: Path | None) -> bytes:
    """A photograph at a width in pixels, from the cache if it is there. Raises OSError for one that cannot be read."""
    data = source.read_bytes()
    if cache is None:
        return scale(data, width)
    entry = cache / hashlib.sha256(b"\0".join((_RECIPE.encode(), str(width).encode(), data))).hexdigest()
    picture = kept(entry)
    if picture is None:
        picture = scale(data, width)
        keep(entry, picture)
    return picture


def picture_key(width: int) -> str:
    """What a scaled photograph depends on besides its source."""
    return f"{_RECIPE} {width}"


def scale(data: bytes, width: int) -> bytes:
    """A picture at a width in pixels, upright, in sRGB, with no metadata: where it was taken is nobody's business."""
    with Image.open(BytesIO(data)) as opened:
        image = upright(opened)
    if width < image.width:
        height = max(1, round(image.height * width / image.width))
        image = image.resize((width, height), Image.Resampling.LANCZOS)
    out = BytesIO()
    image.save(out, "WEBP", quality=QUALITY, method=METHOD, exif=b"", icc_profile=b"", xmp=b"")
    return out.getvalue()


def upright(opened: Image.Image) -> Image.Image:
    """A picture as it is seen: turned, in sRGB, with what shows through it if anything does."""
    profile = opened.info.get("icc_profile")
    has_alpha = opened.mode in ("RGBA", "LA", "PA") or "transparency" in opened.info
    image: Image.Image = ImageOps.exif_transpose(opened)
    if profile and image.mode in ("RGB", "CMYK"):
        image = _in_srgb(image, profile)
    return image.convert("RGBA" if has_alpha else "RGB")


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        turned = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return image  # a broken profile: the numbers as they are
    return turned or image
