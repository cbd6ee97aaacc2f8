"""What lists show of a bulletin, and in which order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from bulletin.model.bulletin import Bulletin, Edition, Image
from bulletin.model.locale import long_date
from bulletin.model.page import Json
from bulletin.model.registry import Registries
from bulletin.model.routes import asset_url, page_url, variants
from bulletin.model.site import Labels, Site
from bulletin.stage.lines import lines_of


def newest_first(bulletins: Iterable[Bulletin]) -> list[Bulletin]:
    """By day, the newest first; bulletins of one day by key."""
    return sorted(
        sorted(bulletins, key=lambda bulletin: bulletin.key),
        key=lambda b: b.shared.date or date.min,
        reverse=True,
    )


@dataclass(frozen=True, slots=True)
class Cards:
    """Makes the cards of one site."""

    site: Site
    labels: Labels
    registries: Registries
    now: datetime

    def url(self, key: str, tag: str) -> str:
        """The address of a key in a locale."""
        return page_url(self.site.locale(tag).prefix, key)

    def card(self, bulletin: Bulletin, tag: str) -> Json:
        """A public edition in a list."""
        edition = bulletin.editions[tag]
        lines = lines_of(bulletin, tag, self.labels[tag], self.registries, self.now)
        return {
            "url": self.url(bulletin.key, tag),
            "tag": tag,
            "title": edition.title,
            "description": edition.description,
            "section": self.labels[tag][f"section_{bulletin.section}"],
            "date": None if lines.is_dated else self.day(bulletin.shared.date, tag),
            "alert": lines.alert,
            "notes": [*lines.notes],
            "image": self.image(bulletin, edition),
        }

    def cards(self, bulletins: Iterable[Bulletin], tag: str) -> list[Json]:
        """Cards in the order of the bulletins."""
        return [self.card(bulletin, tag) for bulletin in bulletins]

    def day(self, day: date | None, tag: str) -> Json:
        """A day for people and for machines."""
        return {"iso": day.isoformat(), "text": long_date(day, tag)} if day else None

    def image(self, bulletin: Bulletin, edition: Edition) -> Json:
        """An edition's lead picture; a translation without one shows none."""
        image: Image | None = edition.image
        asset = bulletin.asset(image.file, edition.locale) if image else None
        if image is None or asset is None:
            return None
        return {
            "url": asset_url(bulletin.key, asset),
            "alt": image.alt,
            "caption": image.caption,
            "credit": image.credit,
            "width": asset.picture.width if asset.picture else 0,
            "height": asset.picture.height if asset.picture else 0,
            "variants": [{"url": url, "width": width} for url, width in variants(bulletin.key, asset)],
        }
