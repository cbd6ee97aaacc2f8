"""The calendar files: one beside each page of an event, and one for each locale with all events, to be followed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from bulletin.model.agenda import Agenda, Appointment
from bulletin.model.bulletin import Bulletin, Edition
from bulletin.model.calendar import start_of
from bulletin.model.kinds import Event, EventStatus, Moment
from bulletin.stage.names import name_of
from bulletin.stage.view import View

SECTION = "events"
EVENT, FOLLOWED = "event.ics", "calendar.ics"
"""Names of the files beside a page of an event and of the section."""


def calendar_address(view: View, key: str, name: str, tag: str) -> str:
    """The address of a calendar file, below the site's root."""
    return view.url(key, tag) + name


def address_of_all(view: View, tag: str) -> str:
    """The address of the calendar that has all events of a locale."""
    return calendar_address(view, SECTION, FOLLOWED, tag)


def agendas(view: View) -> Iterator[Agenda]:
    """Every calendar file. That of a locale is there, if empty, as long as the section is: devices ask for it daily."""
    for tag in view.site.tags:
        found = [(b, b.details) for b in view.listed.get((SECTION, tag), []) if isinstance(b.details, Event)]
        every = [(b, _appointment(view, b, event, event.start, tag)) for b, event in found if event.start]
        for bulletin, appointment in every:
            yield Agenda(calendar_address(view, bulletin.key, EVENT, tag), tag, "", (appointment,))
        if (SECTION, tag) in view.plan.kinds:
            name = f"{view.label(tag, f'section_{SECTION}')} – {view.site.name[tag]}"
            ordered = sorted((each for _, each in every), key=lambda each: (each.start.begins, each.uid))
            yield Agenda(address_of_all(view, tag), tag, name, tuple(ordered))


def _appointment(view: View, bulletin: Bulletin, event: Event, start: Moment, tag: str) -> Appointment:
    edition = bulletin.editions[tag]
    published, changed = _days(bulletin, edition)
    return Appointment(
        uid=f"{(bulletin.shared.redirect_from or (bulletin.key,))[0]}@{urlsplit(view.site.url).hostname}",
        title=_title(view, edition, event, tag),
        description="\n\n".join(text for text in (edition.description, event.link) if text),
        start=start,
        end=event.end,
        place=name_of(view.registries, "places", event.place, tag),
        organiser=name_of(view.registries, "agencies", event.organiser, tag),
        status=event.event_status,
        url=view.site.url + view.url(bulletin.key, tag),
        changed=start_of(changed),
        sequence=(changed - published).days,
    )


def _title(view: View, edition: Edition, event: Event, tag: str) -> str:
    """The title, which says of an event that does not take place as announced that it does not."""
    if event.event_status is EventStatus.SCHEDULED:
        return edition.title
    status = view.label(tag, f"event_{event.event_status.value}")
    is_said = status.split()[-1].casefold() in edition.title.casefold()
    return edition.title if is_said else f"{status}: {edition.title}"


def _days(bulletin: Bulletin, edition: Edition) -> tuple[date, date]:
    """The day of publication, and that of the last change: an approval is renewed whenever something changes."""
    shared = bulletin.shared
    approvals = [each.approved.on for each in (shared, edition.shared) if each.approved]
    corrected = [correction.on for correction in edition.corrections]
    days = [day for day in (shared.date, shared.updated, *approvals, *corrected) if day]
    published = shared.date or min(days)
    return published, max(days)
