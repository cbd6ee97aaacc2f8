"""Events as calendars on a reader's own device take them in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bulletin.model.kinds import EventStatus, Moment


@dataclass(frozen=True, slots=True)
class Appointment:
    """One event in one language."""

    uid: str
    """The same in every language, and for ever: by it a device knows the event again."""
    title: str
    description: str
    start: Moment
    end: Moment | None
    """Of an all-day event its last day."""
    place: str
    organiser: str
    status: EventStatus
    url: str
    """Of the event's page, absolute."""
    changed: datetime
    """In UTC: when the content last changed, as far as the editors have said."""
    sequence: int
    """It never falls, and rises with each day on which the content changed."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """A calendar file of the site."""

    url: str
    """Below the site's root: `en/events/calendar.ics`."""
    locale: str
    name: str
    """What a device calls the calendar that follows the file; empty for that of one event."""
    appointments: tuple[Appointment, ...]
