"""The lists of sections whose bulletins are looked for otherwise than by the day on which they were published."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from bulletin.model.bulletin import Bulletin
from bulletin.model.kinds import (
    Event,
    EventStatus,
    LegalDocument,
    LegalStatus,
    Named,
    NumberedIssue,
    Opportunity,
)
from bulletin.model.locale import day_range
from bulletin.model.page import Json
from bulletin.stage.names import name_of
from bulletin.stage.neighbours import issues_in_order
from bulletin.stage.view import NEWEST, View

_STATUS = MappingProxyType({EventStatus.POSTPONED: "event_postponed", EventStatus.CANCELLED: "event_cancelled"})


def events(view: View, listed: Sequence[Bulletin], tag: str) -> dict[str, Json]:
    """Those to come, the soonest first; those that are past, the newest first; then those without a time."""
    timed = [(b, b.details) for b in listed if isinstance(b.details, Event) and b.details.start]
    in_order = sorted(
        timed, key=lambda each: (each[1].start.begins if each[1].start else view.cleared.now, each[0].key)
    )
    coming = [_event(view, *each, tag) for each in in_order if not each[1].is_over(view.cleared.now)]
    past = [_event(view, *each, tag) for each in reversed(in_order) if each[1].is_over(view.cleared.now)]
    known = {bulletin.key for bulletin, _ in timed}
    others = [b for b in listed if b.key not in known]
    if not timed:
        return {}
    return {
        "groups": [
            _group(view, "events_coming", coming, tag, none="events_none"),
            *([_group(view, "events_past", past[:NEWEST], tag)] if past else []),
            *([_group(view, "events_others", view.cards.cards(others[:NEWEST], tag), tag)] if others else []),
        ]
    }


def _group(view: View, title: str, items: list[Json], tag: str, *, none: str = "") -> Json:
    return {"title": view.label(tag, title), "items": items, "none": view.label(tag, none) if none else ""}


def _event(view: View, bulletin: Bulletin, event: Event, tag: str) -> Json:
    first, last = (event.start.day if event.start else None), event.last_day
    status = _STATUS.get(event.event_status)
    when = day_range(first, last or first, tag) if first else ""
    alert = view.label(tag, status) if status else ""
    place = name_of(view.registries, "places", event.place, tag)
    # Above the title stands when it is: all here are events, and nobody asks when they were announced.
    label = when[:1].upper() + when[1:]
    return {
        **_card(view, bulletin, tag),
        "section": label,
        "date": None,
        "alert": alert,
        "notes": [place] if place else [],
    }


def _card(view: View, bulletin: Bulletin, tag: str) -> dict[str, Json]:
    card = view.cards.card(bulletin, tag)
    return card if isinstance(card, dict) else {}


def opportunities(view: View, listed: Sequence[Bulletin], tag: str) -> dict[str, Json]:
    """Those that are open, those that close first before the others; below them those that are closed."""
    offers = [(b, b.details if isinstance(b.details, Opportunity) else Opportunity()) for b in listed]
    offers.sort(key=lambda each: (each[1].expires or date.max, each[0].key))
    still_open = [_offer(view, *each, tag) for each in offers if not each[1].is_closed(view.today)]
    closed = [_offer(view, *each, tag) for each in reversed(offers) if each[1].is_closed(view.today)]
    return {
        "groups": [
            _group(view, "opportunities_open", still_open, tag, none="opportunities_none"),
            *([_group(view, "opportunities_closed", closed, tag)] if closed else []),
        ]
    }


def _offer(view: View, bulletin: Bulletin, offer: Opportunity, tag: str) -> Json:
    card = _card(view, bulletin, tag)
    return {
        **card,
        "section": name_of(view.registries, "sectors", Named(offer.sector), tag) or card["section"],
        "date": None,
    }


def documents(view: View, listed: Sequence[Bulletin], tag: str) -> dict[str, Json]:
    """A table, by the day of issue, the newest first; what has no day stands below."""
    papers = [(b, b.details if isinstance(b.details, LegalDocument) else LegalDocument()) for b in listed]
    papers.sort(key=lambda each: each[0].key)
    papers.sort(key=lambda each: each[1].issued_on or date.min, reverse=True)
    return {"table": [_row(view, *each, tag) for each in papers]}


def _row(view: View, bulletin: Bulletin, paper: LegalDocument, tag: str) -> Json:
    status = paper.status_on(view.today)
    agency = f"agencies/{paper.issuer.key}"
    return {
        "url": view.url(bulletin.key, tag),
        "title": bulletin.editions[tag].title,
        "number": paper.number,
        "issuer": name_of(view.registries, "agencies", paper.issuer, tag),
        "agency": view.url(agency, tag) if view.listed.get((agency, tag)) else "",
        "issued_on": view.cards.day(paper.issued_on, tag),
        "status": view.label(tag, f"legal_{status.name.lower()}") if status else "",
        "is_repealed": status in (LegalStatus.REPEALED, LegalStatus.PARTLY_REPEALED),
    }


def issues(view: View, listed: Sequence[Bulletin], tag: str) -> dict[str, Json]:
    """Covers, the newest number first."""
    return {"covers": [_cover(view, bulletin, tag) for bulletin in issues_in_order(listed)]}


def _cover(view: View, bulletin: Bulletin, tag: str) -> Json:
    issue = bulletin.details if isinstance(bulletin.details, NumberedIssue) else NumberedIssue()
    card = _card(view, bulletin, tag)
    number = view.label(tag, "issue_number", number=str(issue.number)) if issue.number is not None else card["section"]
    return {**card, "section": number}


LISTS: Mapping[str, Callable[[View, Sequence[Bulletin], str], dict[str, Json]]] = MappingProxyType(
    {"events": events, "opportunities": opportunities, "documents": documents, "issues": issues}
)
"""Section → what its list shows beside, or instead of, its newest bulletins."""
