"""The picture that others show of each page: one for every public edition, and one for all other pages of a locale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from bulletin.model.bulletin import HOME_KEY, Asset, Bulletin, Edition
from bulletin.model.locale import Locale, long_date
from bulletin.model.page import Json, Page
from bulletin.model.share_image import COLOURS, HEIGHT, WIDTH, Look, ShareImage
from bulletin.model.site import Site
from bulletin.stage.lines import Lines, lines_of
from bulletin.stage.view import EDITIONS, View

_APART = " · "


def share_images(view: View, places: Iterable[tuple[str, str]] | None = None) -> dict[str, ShareImage]:
    """Address of a page → its picture; that of a front page is for every page of its locale without one of its own.

    `places` are (key, locale tag) of the pages that are wanted, None for all.
    """
    look = Look({name: view.site.colours[name] for name in COLOURS}, view.emblem)
    found = {locale.prefix: _of_site(view, locale, look) for locale in view.site.locales}
    for key, tag in view.plan.kinds if places is None else places:
        if view.plan.kinds[(key, tag)] in EDITIONS:
            found[view.url(key, tag)] = _of_edition(view, view.cleared.bulletins[key], view.site.locale(tag), look)
    return found


def with_share_image(page: Page, images: Mapping[str, ShareImage], site: Site) -> Page:
    """A page that names its picture, if others may keep it."""
    if not page.is_indexable and not page.canonical:
        return page
    image = images.get(page.url) or images[site.locale(page.locale).prefix]
    shown: Json = {"url": image.url, "width": WIDTH, "height": HEIGHT, "alt": image.alt}
    return replace(page, content={**page.content, "card": shown})


def _of_site(view: View, locale: Locale, look: Look) -> ShareImage:
    site, tag = view.site, locale.tag
    edition = view.cleared.bulletins[HOME_KEY].editions[tag] if view.cleared.is_public(HOME_KEY, tag) else None
    return ShareImage(
        folder=locale.prefix,
        alt=site.name[tag],
        head=site.agency[tag],
        title=site.name[tag],
        look=look,
        lead=edition.description if edition else site.description[tag],
        note=urlsplit(site.url).hostname or "",
        language=locale.name,
        tag=tag,
    )


def _of_edition(view: View, bulletin: Bulletin, locale: Locale, look: Look) -> ShareImage:
    tag = locale.tag
    edition, name = bulletin.editions[tag], view.site.name[tag]
    lines = lines_of(bulletin, tag, view.labels[tag], view.registries, view.cleared.now)
    section = view.label(tag, f"section_{bulletin.section}")
    picture = _picture(bulletin, edition)
    return ShareImage(
        folder=view.url(bulletin.key, tag),
        alt=f"{edition.title} – {name}",
        head=name,
        title=edition.title,
        look=look,
        label=_APART.join(text for text in (section, lines.alert) if text),
        note=_note(bulletin, lines, tag),
        language=locale.name,
        tag=tag,
        picture=picture.path if picture else "",
        picture_digest=picture.picture.digest if picture and picture.picture else "",
        is_photograph=bool(picture and not picture.path.lower().endswith(".svg")),
    )


def _picture(bulletin: Bulletin, edition: Edition) -> Asset | None:
    """The lead picture, if anybody could read it."""
    asset = bulletin.asset(edition.image.file, edition.locale) if edition.image else None
    return asset if asset and asset.picture and asset.picture.width else None


def _note(bulletin: Bulletin, lines: Lines, tag: str) -> str:
    """What a list says of it, or else the day."""
    day = bulletin.shared.date
    note = lines.notes[0] if lines.notes else long_date(day, tag) if day else ""
    return note[:1].upper() + note[1:]
