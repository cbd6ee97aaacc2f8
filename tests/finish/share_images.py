"""Pictures for sharing as tests make them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from bulletin.model.share_image import Look, ShareImage
from PIL import Image

COLOURS = {"paper": "#fbf8f2", "ink": "#1c2a33", "primary": "#0b4f6c", "accent": "#9c4a12"}
EMBLEM = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#0b4f6c"/></svg>'
LOOK = Look(COLOURS, EMBLEM)
TITLE = "Tỉnh Nghệ An đón đoàn doanh nghiệp Nhật Bản tìm hiểu môi trường đầu tư"


def share_image(**fields: object) -> ShareImage:
    """A picture of a bulletin without a lead picture; `fields` are what is otherwise."""
    usual: dict[str, Any] = {
        "folder": "news/2026/03/hoi-nghi/",
        "alt": TITLE,
        "head": "Bản tin đối ngoại Nghệ An",
        "title": TITLE,
        "look": LOOK,
        "label": "Tin tức",
        "note": "Ngày 05 tháng 3 năm 2026",
        "language": "Tiếng Việt",
        "tag": "vi",
    }
    usual.update(fields)
    return ShareImage(**usual)


def opened(data: bytes) -> Image.Image:
    """A picture, decoded, in RGB."""
    return Image.open(BytesIO(data)).convert("RGB")
