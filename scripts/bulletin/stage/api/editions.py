"""One edition for machines: what its page says, in its own language."""

from __future__ import annotations

from datetime import date
from urllib.parse import urljoin

from bulletin.model.bulletin import Bulletin, Edition
from bulletin.model.kinds import Event
from bulletin.model.page import Json
from bulletin.model.routes import asset_url
from bulletin.stage.api.texts import absolute, plain
from bulletin.stage.calendars import EVENT, calendar_address
from bulletin.stage.details.document import text_file
from bulletin.stage.details.words import without_nothing
from bulletin.stage.editions import changed_on, source_of, told_of
from bulletin.stage.together import WHOLE
from bulletin.stage.view import View


def summary_of(view: View, bulletin: Bulletin, tag: str) -> dict[str, Json]:
    """What lists say of an edition."""
    edition = bulletin.editions[tag]
    return {
        "lang": tag,
        "url": view.site.url + view.url(bulletin.key, tag),
        "title": edition.title,
        "description": edition.description,
        "changed_on": iso(changed_on(bulletin, edition)),
    }


def edition_of(view: View, bulletin: Bulletin, tag: str) -> Json:
    """All that there is of an edition."""
    edition, key = bulletin.editions[tag], bulletin.key
    page = view.site.url + view.url(key, tag)
    html = absolute(view.bodies[(key, tag)].html, page)
    file, event = text_file(bulletin, tag), bulletin.details
    has_calendar = isinstance(event, Event) and event.start
    return without_nothing(
        {
            **summary_of(view, bulletin, tag),
            "translation": _translation(view, bulletin, edition),
            "byline": bulletin.shared.author.get(tag, ""),
            "source": _source(bulletin, tag),
            "image": _image(view, bulletin, edition),
            "body_html": html,
            "body_text": plain(html),
            "corrections": [{"on": each.on.isoformat(), "note": each.note} for each in edition.corrections],
            "calendar": view.site.url + calendar_address(view, key, EVENT, tag) if has_calendar else "",
            "full_text": view.site.url + asset_url(key, file) if file else "",
            "whole": view.site.url + view.url(key + WHOLE, tag) if (key + WHOLE, tag) in view.plan.kinds else "",
        }
    )


def _translation(view: View, bulletin: Bulletin, edition: Edition) -> Json:
    """From which language it was made, and how it stands to that text if readers can see both; None for the source."""
    if edition.translation is None or edition.translation.status is None:
        return None
    found: dict[str, Json] = {"of": edition.translation.of, "status": edition.translation.status.value}
    if bulletin.source_locale and view.cleared.is_public(bulletin.key, bulletin.source_locale):
        told = told_of(view, bulletin, edition)
        found["standing"] = without_nothing({"state": told.label.removeprefix("pair_"), "on": iso(told.day)})
    return found


def _source(bulletin: Bulletin, tag: str) -> Json:
    credit = source_of(bulletin.shared, tag)
    return without_nothing(credit) if isinstance(credit, dict) else None


def _image(view: View, bulletin: Bulletin, edition: Edition) -> Json:
    """The lead picture in every size in which it is published."""
    image = view.cards.image(bulletin, edition)
    if not isinstance(image, dict):
        return None
    variants = image["variants"] if isinstance(image["variants"], list) else []
    sizes: list[Json] = [
        {"url": urljoin(view.site.url, str(each["url"])), "width": each["width"]}
        for each in variants
        if isinstance(each, dict)
    ]
    sized = {**image, "url": urljoin(view.site.url, str(image["url"])), "variants": sizes}
    return without_nothing({name: value for name, value in sized.items() if value != 0})


def iso(day: date | None) -> str:
    """A day for machines; empty for none."""
    return day.isoformat() if day else ""
