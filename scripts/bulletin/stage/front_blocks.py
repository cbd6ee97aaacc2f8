"""The sections of the front page, in the order of a locale: pictures for stories, lines for what is looked up."""

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
    NumberedIssue,
    PressReport,
    text_in,
)
from bulletin.model.locale import day_range, month_and_year
from bulletin.model.page import Json
from bulletin.stage.issues import contents_of, heading_of
from bulletin.stage.names import name_of
from bulletin.stage.neighbours import issues_in_order
from bulletin.stage.together import WHOLE
from bulletin.stage.view import View

CARDS, LINES = 4, 4
"""Bulletins in a row with pictures, and in a list without."""
_PICTURED = ("news", "features")
_ISSUES = "issues"
_SAID = {EventStatus.POSTPONED: "event_postponed", EventStatus.CANCELLED: "event_cancelled"}
"""Status → its label; an event that takes place as announced needs none."""


def blocks(view: View, tag: str, shown: Sequence[Bulletin]) -> list[Json]:
    """What a section has beside what the head of the page shows; a section without any is left out.

    Neighbouring lists are one block: they stand beside each other where there is room.
    """
    made: list[Json] = []
    lists: list[Json] = []
    for section in view.site.sections_of(tag):
        listed = view.listed.get((section, tag), [])
        rest = [b for b in listed if b not in shown]
        if section in LISTS and (items := LISTS[section](view, tag, rest)):
            if not lists:
                made.append({"kind": "lists", "rails": lists})
            heading = view.label(tag, "front_coming") if section == "events" else ""
            lists.append({**_head(view, section, tag), "heading": heading, "items": items})
        elif section in _PICTURED and rest:
            lists = []
            made.append({**_head(view, section, tag), "kind": "cards", "items": view.cards.cards(rest[:CARDS], tag)})
        elif section == _ISSUES and listed:
            lists = []
            made.append(_issue(view, tag, listed))
    return made


def _head(view: View, section: str, tag: str) -> dict[str, Json]:
    return {**view.section_step(section, tag), "section": section, "heading": ""}


def _line(view: View, bulletin: Bulletin, tag: str, *notes: Json, **parts: Json) -> Json:
    edition = bulletin.editions[tag]
    given: dict[str, Json] = {"tile": None, "description": "", "date": None, **parts}
    return {"title": edition.title, "url": view.url(bulletin.key, tag), "notes": list(notes), **given}


def _note(text: str, *, is_strong: bool = False) -> list[Json]:
    return [{"text": text, "is_strong": is_strong}] if text else []


def clarifications(view: View, tag: str, rest: Sequence[Bulletin]) -> list[Json]:
    """Title and description, which say what is so; never the claim."""
    return [
        _line(view, b, tag, description=b.editions[tag].description, date=view.cards.day(b.shared.date, tag))
        for b in rest[:LINES]
    ]


def coming_events(view: View, tag: str, rest: Sequence[Bulletin]) -> list[Json]:
    """Events that are not over, the soonest first, then those of which nobody says when they are."""
    timed = [(b, b.details) for b in rest if isinstance(b.details, Event) and b.details.start]
    coming = [(b, event) for b, event in timed if not event.is_over(view.cleared.now)]
    coming.sort(key=lambda each: (each[1].start.begins, each[0].key) if each[1].start else ())
    untimed = [b for b in rest if not (isinstance(b.details, Event) and b.details.start)]
    return [
        *(_event(view, b, event, tag) for b, event in coming[:LINES]),
        *(_line(view, b, tag, date=view.cards.day(b.shared.date, tag)) for b in untimed[: max(0, LINES - len(coming))]),
    ]


def _event(view: View, bulletin: Bulletin, event: Event, tag: str) -> Json:
    first, last = event.start.day if event.start else None, event.last_day
    status = _SAID.get(event.event_status)
    days = day_range(first, last, tag) if first and last and first != last else ""
    return _line(
        view,
        bulletin,
        tag,
        *_note(view.label(tag, status) if status else "", is_strong=True),
        *_note(name_of(view.registries, "places", event.place, tag)),
        *_note(days),
        tile=_tile(first, tag),
    )


def _tile(day: date | None, tag: str) -> Json:
    return {"iso": day.isoformat(), "day": str(day.day), "month": month_and_year(day, tag)} if day else None


def press(view: View, tag: str, rest: Sequence[Bulletin]) -> list[Json]:
    """Our own summary's title, with whose report it is of."""
    found = []
    for bulletin in rest[:LINES]:
        reports = bulletin.details.reports if isinstance(bulletin.details, PressReport) else ()
        outlets = dict.fromkeys(text_in(each.outlet, tag)[0] for each in reports)
        notes = _note(", ".join(outlet for outlet in outlets if outlet))
        found.append(_line(view, bulletin, tag, *notes, date=view.cards.day(bulletin.shared.date, tag)))
    return found


def documents(view: View, tag: str, rest: Sequence[Bulletin]) -> list[Json]:
    """Those that are not repealed as a whole, by the day of issue, the newest first."""
    papers = [(b, b.details if isinstance(b.details, LegalDocument) else LegalDocument()) for b in rest]
    papers = [(b, paper) for b, paper in papers if paper.legal_status is not LegalStatus.REPEALED]
    papers.sort(key=lambda each: each[1].issued_on or date.min, reverse=True)
    return [
        _line(view, b, tag, *_note(paper.number, is_strong=True), date=view.cards.day(paper.issued_on, tag))
        for b, paper in papers[:LINES]
    ]


LISTS: Mapping[str, Callable[[View, str, Sequence[Bulletin]], list[Json]]] = MappingProxyType(
    {"clarifications": clarifications, "events": coming_events, "press": press, "documents": documents}
)
"""Section → what makes the lines of its list."""


def _issue(view: View, tag: str, listed: Sequence[Bulletin]) -> Json:
    """The newest issue with the first things that it holds."""
    newest = issues_in_order(listed)[0]
    issue = newest.details if isinstance(newest.details, NumberedIssue) else None
    whole = newest.key + WHOLE
    contents = contents_of(view, newest, tag).shown if issue else ()
    return {
        **_head(view, _ISSUES, tag),
        "kind": "issue",
        "heading": view.label(tag, "front_newest_issue"),
        "item": view.cards.card(newest, tag),
        "number": str(issue.number) if issue and issue.number is not None else "",
        "label": heading_of(view, issue, tag) if issue else "",
        "contents": [view.link(each.editions[tag].title, each.key, tag) for each in contents[:LINES]],
        "whole": view.url(whole, tag) if (whole, tag) in view.plan.kinds else "",
    }
