"""What only some types have on a card: when and where an event is, until when an offer is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bulletin.model.bulletin import Bulletin
from bulletin.model.calendar import day_of
from bulletin.model.kinds import Event, EventStatus, LegalDocument, LegalStatus, Opportunity, text_in
from bulletin.model.locale import long_date
from bulletin.model.moments import days_of
from bulletin.model.registry import Registries
from bulletin.stage.names import name_of


@dataclass(frozen=True, slots=True)
class Lines:
    """What a card says beside title and description."""

    alert: str = ""
    """What a reader must know first."""
    notes: tuple[str, ...] = ()
    is_dated: bool = False
    """Whether the notes have a day, beside which that of publication would lead astray."""


def lines_of(bulletin: Bulletin, tag: str, labels: Mapping[str, str], registries: Registries, now: datetime) -> Lines:
    """The lines of a bulletin's card; none for most types. The claim of a clarification is on no card."""
    match bulletin.details:
        case Event() as event:
            return _event(event, tag, labels, registries, now)
        case LegalDocument() as document:
            return _document(document, labels, now)
        case Opportunity() as offer:
            return _offer(offer, tag, labels, now)
        case _:
            return Lines()


def _event(event: Event, tag: str, labels: Mapping[str, str], registries: Registries, now: datetime) -> Lines:
    alert = ""
    if event.event_status is not EventStatus.SCHEDULED:
        alert = labels[f"event_{event.event_status.value}"]
    elif event.is_over(now):
        alert = labels["event_past"]
    when = days_of(event.start, event.end, tag) if event.start else ""
    return Lines(alert, _given(when, name_of(registries, "places", event.place, tag)), bool(when))


def _document(document: LegalDocument, labels: Mapping[str, str], now: datetime) -> Lines:
    status = document.status_on(day_of(now))
    said = labels[f"legal_{status.name.lower()}"] if status else ""
    if status is LegalStatus.REPEALED:
        return Lines(said, _given(document.number))
    return Lines("", _given(document.number, said))


def _offer(offer: Opportunity, tag: str, labels: Mapping[str, str], now: datetime) -> Lines:
    text = text_in(offer.capital, tag)[0]
    capital = labels["list_capital"].format(text=text) if text else ""
    last = long_date(offer.expires, tag) if offer.expires else ""
    if offer.is_closed(day_of(now)):
        return Lines(labels["list_closed_on"].format(day=last), _given(capital))
    return Lines("", _given(capital, labels["list_open_until"].format(day=last) if last else ""))


def _given(*notes: str) -> tuple[str, ...]:
    return tuple(note for note in notes if note)
