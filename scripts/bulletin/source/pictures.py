"""What a picture is before it is shown: its size, its digest, and whether it can be read at all."""

from __future__ import annotations

import hashlib
import re
import struct
import warnings
from io import BytesIO
from xml.parsers import expat

from PIL import Image, UnidentifiedImageError

from bulletin.model.bulletin import Picture
from bulletin.model.catalogue import Words

MAX_PIXELS = 100_000_000
"""Of a picture: no camera makes more, and a small file can claim any number ("decompression bomb")."""
_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
"""What a photograph may be, whatever its name ends in: telephones save one kind under the name of another. In Pillow
JPEG opens MPO too, which many of them write into .jpg."""
_LENGTH = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)(?:px)?\s*")
_DEFAULT_SIZE = (1200, 675)
"""Of a drawing that gives none: the browser scales it, and its place must be kept all the same."""
_DRAFT = (256, 256)
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, RuntimeError, LookupError, TypeError, struct.error)
"""What Pillow's decoders raise for broken data: found by trying, since no document says so."""


def measure(data: bytes, kind: str) -> tuple[Picture | None, Words | None]:
    """The size of a picture as it is seen, and what is wrong with it; `kind` is the name's ending.

    What is no picture at all is published as it is, since it harms no page; one that is broken is not published.

    A photograph is decoded, at an eighth of its size where the format can, so that a cut-off file is noticed here.
    """
    digest = hashlib.sha256(data).hexdigest()
    if kind == "svg":
        return Picture(*_drawing_size(data), digest, is_fixed=True), None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=_FORMATS) as image:
                width, height = image.size
                if width * height > MAX_PIXELS:
                    return None, Words(f"{width}×{height} điểm ảnh", f"{width}×{height} pixels")
                orientation = image.getexif().get(0x0112, 1)
                is_moving = getattr(image, "n_frames", 1) > 1 and image.format in ("GIF", "WEBP", "PNG", "AVIF")
                image.draft("RGB", _DRAFT)
                image.load()
    except UnidentifiedImageError:
        wrong = Words(f"nội dung không phải .{kind}", f"content that is not .{kind}")
        return Picture(0, 0, digest, is_fixed=True), wrong
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return None, Words("quá nhiều điểm ảnh", "too many pixels")
    except _BROKEN as error:
        reason = str(error).split("\n")[0]
        return None, Words(f"dữ liệu hỏng ({reason})", f"broken data ({reason})")
    if orientation in (5, 6, 7, 8):  # EXIF: turned by a quarter
        width, height = height, width
    return Picture(width, height, digest, is_fixed=is_moving), None


def _drawing_size(data: bytes) -> tuple[int, int]:
    """The size that an SVG states, by its `width` and `height` or else its `viewBox`."""
    found: list[dict[str, str]] = []
    parser = expat.ParserCreate()

    def start(_name: str, attributes: dict[str, str]) -> None:
        if not found:
            found.append(attributes)

    parser.StartElementHandler = start
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes it so
    except expat.ExpatError:
        return _DEFAULT_SIZE
    attributes = found[0] if found else {}
    sizes = [_LENGTH.fullmatch(attributes.get(name, "")) for name in ("width", "height")]
    if sizes[0] and sizes[1]:
        width, height = float(sizes[0][1]), float(sizes[1][1])
    else:
        box = re.findall(r"-?[0-9]+(?:\.[0-9]+)?", attributes.get("viewBox", ""))
        if len(box) != 4:  # noqa: PLR2004 - min-x, min-y, width, height
            return _DEFAULT_SIZE
        width, height = float(box[2]), float(box[3])
    if width < 1 or height < 1:
        return _DEFAULT_SIZE
    return round(width), round(height)
