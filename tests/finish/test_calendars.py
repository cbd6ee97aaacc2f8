"""Calendar files, read back by the library that wrote them and by one that others made."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
from bulletin.finish.calendars import written
from bulletin.model.agenda import Agenda, Appointment
from bulletin.model.kinds import EventStatus
from bulletin.model.site import Site
from bulletin.source.site import read_site
from bulletin.source.values import parse_moment
from ical.calendar_stream import IcsCalendarStream

from tests.trees import ROOT

TITLE = "Hội nghị xúc tiến đầu tư; “Nghệ An, điểm đến” \\ 2026"


@pytest.fixture(scope="module")
def site() -> Site:
    return read_site(ROOT / "mkdocs.yml")


def appointment(start: str, end: str = "", **values: Any) -> Appointment:  # noqa: ANN401 - any field
    fields: dict[str, Any] = {
        "uid": "events/2026/11/hoi-nghi@example.org",
        "title": TITLE,
        "description": "Hai ngày, 28 dự án."
        + " Mời nhà đầu tư đến gặp các sở, ngành." * 5
        + "\n\nhttps://example.org/",
        "place": "Trung tâm Hội nghị, phường Trường Vinh",
        "organiser": "Sở Tài chính",
        "status": EventStatus.SCHEDULED,
        "url": "https://example.org/events/2026/11/hoi-nghi/",
        "changed": datetime(2026, 11, 17, 17, tzinfo=UTC),
        "sequence": 16,
    }
    return Appointment(start=parse_moment(start), end=parse_moment(end) if end else None, **{**fields, **values})


def agenda(*appointments: Appointment) -> Agenda:
    return Agenda("en/events/calendar.ics", "vi", "Sự kiện – Bản tin, thử; nghiệm", appointments)


def events_of(data: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


TIMED = appointment("2026-12-10T08:00+07:00", "2026-12-11T16:30+07:00")


def test_two_readers_find_in_it_what_was_written(site: Site) -> None:
    data = written(agenda(TIMED), site)
    (event,) = events_of(data)
    (other,) = IcsCalendarStream.calendar_from_ics(data.decode()).events
    assert (str(event["SUMMARY"]), other.summary) == (TITLE, TITLE)
    assert (str(event["DESCRIPTION"]), other.description) == (TIMED.description, TIMED.description)
    assert (str(event["LOCATION"]), other.location) == (TIMED.place, TIMED.place)
    assert (str(event["UID"]), other.uid) == (TIMED.uid, TIMED.uid)
    assert (int(event["SEQUENCE"]), other.sequence) == (16, 16)
    moments: Any = [(event["DTSTART"].dt, event["DTEND"].dt), (other.dtstart, other.dtend)]
    for start, end in moments:
        assert start == datetime(2026, 12, 10, 1, tzinfo=UTC)
        assert end == datetime(2026, 12, 11, 9, 30, tzinfo=UTC)
        assert start.utcoffset() == timedelta(hours=7)
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == datetime(2026, 11, 17, 17, tzinfo=UTC)
    assert event["DTSTART"].params["TZID"] == "Asia/Ho_Chi_Minh"
    assert event["SUMMARY"].params["LANGUAGE"] == "vi"


def test_whole_days_are_days_and_end_before_the_day_after_the_last(site: Site) -> None:
    days = appointment("2027-02-19", "2027-02-21")
    day = appointment("2027-02-19", uid="b@example.org")
    data = written(agenda(days, day), site)
    found = [(each["DTSTART"].dt, each["DTEND"].dt) for each in events_of(data)]
    others = [(each.dtstart, each.dtend) for each in IcsCalendarStream.calendar_from_ics(data.decode()).events]
    assert found == others == [(date(2027, 2, 19), date(2027, 2, 22)), (date(2027, 2, 19), date(2027, 2, 20))]


def test_what_nobody_says_the_end_of_has_none(site: Site) -> None:
    data = written(agenda(appointment("2026-12-10T08:00+07:00")), site)
    assert b"DTEND" not in data
    assert b"DURATION:" not in data.replace(b"VALUE=DURATION:", b"")


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (EventStatus.SCHEDULED, "CONFIRMED"),
        (EventStatus.POSTPONED, "TENTATIVE"),
        (EventStatus.CANCELLED, "CANCELLED"),
    ],
)
def test_a_status_is_told_in_the_words_of_calendars(site: Site, status: EventStatus, told: str) -> None:
    data = written(agenda(appointment("2026-12-10", status=status)), site)
    (event,) = events_of(data)
    assert str(event["STATUS"]) == told
    assert IcsCalendarStream.calendar_from_ics(data.decode()).events[0].status == told


def test_lines_are_of_75_octets_and_end_as_the_standard_says(site: Site) -> None:
    lines = written(agenda(TIMED), site).split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    assert any(line.startswith(b" ") for line in lines)
    for line in lines:
        line.decode()  # no letter is cut in two


def test_a_text_can_begin_nothing_of_its_own(site: Site) -> None:
    hostile = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:y\nATTACH:https://example.org/"
    data = written(agenda(appointment("2026-12-10", title=hostile, place=hostile, organiser=hostile)), site)
    (event,) = events_of(data)
    assert str(event["UID"]) == TIMED.uid
    assert "ATTACH" not in event


def test_the_calendar_that_devices_follow_says_its_name_and_one_of_an_event_does_not(site: Site) -> None:
    data = written(agenda(TIMED), site)
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    name = r"Sự kiện – Bản tin\, thử\; nghiệm"
    assert {f"NAME:{name}", f"X-WR-CALNAME:{name}"} <= {*lines}
    assert str(icalendar.Calendar.from_ical(data)["SOURCE"]) == f"{site.url}en/events/calendar.ics"
    alone = icalendar.Calendar.from_ical(written(Agenda("a/event.ics", "vi", "", (TIMED,)), site))
    assert "NAME" not in alone
    assert "X-WR-CALNAME" not in alone


def test_the_same_content_gives_the_same_bytes_and_an_empty_calendar_is_one(site: Site) -> None:
    assert written(agenda(TIMED), site) == written(agenda(TIMED), site)
    assert events_of(written(agenda(), site)) == []
