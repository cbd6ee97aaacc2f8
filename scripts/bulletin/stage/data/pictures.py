"""The pictures of a page for whoever shows it elsewhere: search engines, messengers, networks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from bulletin.model.page import Json
from bulletin.model.site import Site

_RASTER = (".webp", ".jpg", ".jpeg", ".png", ".gif")
"""What networks show: none of them draws an SVG."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture with its size in pixels."""

    url: str
    """Below the site's root."""
    width: int
    height: int
    alt: str

    @property
    def is_raster(self) -> bool:
        """Whether it is made of pixels."""
        return unquote(self.url).lower().endswith(_RASTER)


def card_of(content: Mapping[str, Json]) -> Picture | None:
    """The picture made of the title; None where a page has none."""
    card = content.get("card")
    return _picture(card) if isinstance(card, dict) else None


def lead_of(content: Mapping[str, Json]) -> Picture | None:
    """The lead picture in its widest form; None where a page has none."""
    image = content.get("image")
    if not isinstance(image, dict) or "url" not in image:  # side by side there may be two
        return None
    found, variants = _picture(image), image.get("variants")
    widest = variants[-1] if isinstance(variants, list) and variants else None
    if not isinstance(widest, dict) or not found.width:
        return found
    width = int(str(widest["width"]))
    return Picture(found.url, width, round(found.height * width / found.width), found.alt)


def _picture(value: dict[str, Json]) -> Picture:
    width, height = (int(str(value.get(name) or 0)) for name in ("width", "height"))
    return Picture(str(value["url"]), width, height, str(value.get("alt") or ""))


def shared_picture(content: Mapping[str, Json]) -> Picture | None:
    """What is shown where a page is shared: its card, else a lead picture that networks can show."""
    lead = lead_of(content)
    return card_of(content) or (lead if lead and lead.is_raster else None)


def addresses(site: Site, content: Mapping[str, Json]) -> list[Json]:
    """The addresses of a page's pictures for search engines, the editors' own first; a drawing only for want of any."""
    lead, card = lead_of(content), card_of(content)
    found = [lead] if lead and (lead.is_raster or not card) else []
    return [site.url + each.url for each in (*found, *([card] if card else []))]
