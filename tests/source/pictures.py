"""Pictures for docs folders in tests."""

from __future__ import annotations

from io import BytesIO

from PIL import Image


def picture(name: str) -> bytes:
    """A whole picture of one pixel, of the kind that its name says."""
    stream = BytesIO()
    Image.new("RGB", (1, 1)).save(stream, {"jpg": "JPEG", "png": "PNG"}[name.rsplit(".", 1)[-1].lower()])
    return stream.getvalue()
