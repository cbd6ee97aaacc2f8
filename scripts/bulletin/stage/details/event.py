"""An event: when, where, whose, and whether it takes place as announced."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from bulletin.model.bulletin import Bulletin
from bulletin.model.kinds import Event, EventStatus
from bulletin.model.moments import iso_of
from bulletin.model.page import Json
from bulletin.stage.calendars import EVENT, address_of_all, calendar_address
from bulletin.stage.details.whereabouts import whereabouts
from bulletin.stage.details.words import SCHEMA, named, organisation, span, without_nothing
from bulletin.stage.names import name_of
from bulletin.stage.view import View

_STATUSES = {
    EventStatus.SCHEDULED: "EventScheduled",
    EventStatus.POSTPONED: "EventPostponed",
    EventStatus.CANCELLED: "EventCancelled",
}


def facts(view: View, bulletin: Bulletin, event: Event, tag: str) -> dict[str, Json]:
    """What the page shows beside the text."""
    takes_place = event.event_status is EventStatus.SCHEDULED
    is_announced = event.start is not None and not event.is_over(view.cleared.now)
    return {
        "status": "" if takes_place else event.event_status.value,
        "turn": turn_of(event, view.cleared.now) if takes_place else "",
        "when": span(event.start, event.end, tag) if event.start else [],
        "has_hours": event.start is not None and not (event.start.is_day and (event.end is None or event.end.is_day)),
        "place": named(view, "places", event.place, tag),
        "organiser": named(view, "agencies", event.organiser, tag),
        "link": event.link,
        "host": (urlsplit(event.link).hostname or "").removeprefix("www."),
        "calendar": calendar_address(view, bulletin.key, EVENT, tag) if is_announced and takes_place else "",
        "all": address_of_all(view, tag) if event.start else "",
    }


def turn_of(event: Event, now: datetime) -> str:
    """`coming`, `now` or `past`; empty where nobody says when it is, or whether it still goes on."""
    if event.start is None:
        return ""
    if event.is_over(now):
        return "past"
    if not event.has_begun(now):
        return "coming"
    return "now" if event.end or event.start.is_day else ""


def data(view: View, bulletin: Bulletin, event: Event, tag: str) -> Json:
    """Event (schema.org); None where nobody says when it is."""
    if event.start is None:
        return None
    edition = bulletin.editions[tag]
    image = view.cards.image(bulletin, edition)
    url = view.site.url + view.url(bulletin.key, tag)
    return without_nothing(
        {
            "@type": "Event",
            "@id": f"{url}#event",
            "url": url,
            "inLanguage": tag,
            "name": edition.title,
            "description": edition.description,
            "startDate": iso_of(event.start),
            "endDate": iso_of(event.end) if event.end else "",
            "eventStatus": f"{SCHEMA}/{_STATUSES[event.event_status]}",
            **whereabouts(event, name_of(view.registries, "places", event.place, tag)),
            "organizer": organisation(name_of(view.registries, "agencies", event.organiser, tag)),
            "image": view.site.url + str(image["url"]) if isinstance(image, dict) else "",
            "sameAs": event.link,
        }
    )
