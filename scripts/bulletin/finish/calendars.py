"""Calendar files as devices read them: iCalendar (RFC 5545), with the names of RFC 7986."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vDuration, vText

from bulletin.model.agenda import Agenda, Appointment
from bulletin.model.calendar import SITE_ZONE, after, day_of
from bulletin.model.kinds import EventStatus, Moment
from bulletin.model.site import Site

_STATUSES = {
    EventStatus.SCHEDULED: "CONFIRMED",
    EventStatus.POSTPONED: "TENTATIVE",
    EventStatus.CANCELLED: "CANCELLED",
}
_DAILY = timedelta(days=1)
"""How often a device that follows a calendar may ask for it."""


def written(agenda: Agenda, site: Site) -> bytes:
    """A calendar file: lines of at most 75 octets, ended by CRLF; the same content gives the same bytes."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//{urlsplit(site.url).hostname}//bulletin//{agenda.locale.upper()}")
    calendar.add("calscale", "GREGORIAN")
    if agenda.name:
        calendar.add("name", vText(agenda.name))
        calendar.add("x-wr-calname", vText(agenda.name))
        calendar.add("source", site.url + agenda.url, parameters={"value": "URI"})
        calendar.add("refresh-interval", _DAILY, parameters={"value": "DURATION"})
        calendar.add("x-published-ttl", vDuration(_DAILY))
    calendar.add_component(_zone())
    for each in agenda.appointments:
        calendar.add_component(_event(each, agenda.locale))
    return bytes(calendar.to_ical(sorted=False))


def _zone() -> Timezone:
    """The site's zone, which has had one offset for as long as there are such files."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", SITE_ZONE.key)
    standard.add("dtstart", datetime(1976, 1, 1))  # noqa: DTZ001 - local by RFC 5545, 3.6.5
    standard.add("tzoffsetfrom", timedelta(hours=7))
    standard.add("tzoffsetto", timedelta(hours=7))
    standard.add("tzname", "+07")
    zone.add_component(standard)
    return zone


def _event(each: Appointment, tag: str) -> Event:
    event = Event()
    event.add("uid", each.uid)
    event.add("dtstamp", each.changed)  # without METHOD the instant of the last revision (RFC 5545, 3.8.7.2)
    event.add("last-modified", each.changed)
    event.add("sequence", each.sequence)
    event.add("dtstart", _begin(each.start))
    if end := _end(each):
        event.add("dtend", end)
    for name, text in (
        ("summary", each.title),
        ("description", each.description),
        ("location", each.place),
        ("contact", each.organiser),  # ORGANIZER would be an e-mail address, and make it an invitation
    ):
        if text:
            event.add(name, vText(text), parameters={"language": tag})
    event.add("status", _STATUSES[each.status])
    event.add("url", each.url)
    return event


def _begin(moment: Moment) -> date | datetime:
    return moment.day if moment.is_day else moment.begins.astimezone(SITE_ZONE)


def _end(each: Appointment) -> date | datetime | None:
    """The first day, or the first instant, that is no longer of it; None where nobody says when it ends."""
    if each.start.is_day:
        last = each.end or each.start
        return day_of(after(last.day))
    if each.end is None or each.end.ends <= each.start.begins:
        return None
    return each.end.ends.astimezone(SITE_ZONE)
