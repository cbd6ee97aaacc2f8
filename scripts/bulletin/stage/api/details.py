"""What the type of a bulletin adds, for machines: facts once for all languages, texts by language."""

from __future__ import annotations

from collections.abc import Sequence

from bulletin.model.bulletin import Bulletin
from bulletin.model.calendar import SITE_ZONE
from bulletin.model.documents import number_key
from bulletin.model.kinds import (
    Claim,
    Event,
    Evidence,
    LegalDocument,
    Moment,
    Named,
    NamedLink,
    NumberedIssue,
    Opportunity,
    PressReport,
)
from bulletin.model.page import Json
from bulletin.model.periods import period_name
from bulletin.stage.api.editions import iso
from bulletin.stage.api.texts import local
from bulletin.stage.details.words import without_nothing
from bulletin.stage.issues import contents_of
from bulletin.stage.view import View


def details_of(view: View, bulletin: Bulletin, tags: Sequence[str]) -> Json:
    """The fields of a type; `tags` are of the public editions. None where nobody gave any."""
    found = bulletin.details
    match found:
        case Claim():
            kind, fields = "claim", _claim(view, found, tags)
        case Event():
            kind, fields = "event", _event(view, found, tags)
        case PressReport():
            kind, fields = "press", _press(found, tags)
        case LegalDocument():
            kind, fields = "document", _document(view, found, tags)
        case NumberedIssue():
            kind, fields = "issue", _issue(view, bulletin, found, tags)
        case Opportunity():
            kind, fields = "opportunity", _opportunity(view, found, tags)
        case _:
            return None
    return {"type": kind, **without_nothing(fields)}


def _claim(view: View, claim: Claim, tags: Sequence[str]) -> dict[str, Json]:
    verdict = claim.verdict.verdict
    name = {tag: view.label(tag, f"verdict_{verdict.value}") for tag in tags} if verdict else {}
    return {
        "claim": local(claim.claim, tags),
        "verdict": without_nothing(
            {"value": verdict.value if verdict else "", "name": {**(name or local(claim.verdict.text, tags))}}
        ),
        "claimed_on": iso(claim.claimed_on),
        "claimed_by": local(claim.claimed_by, tags),
        "evidence": [_linked(each, tags) for each in claim.evidence],
        "sources": [_linked(each, tags) for each in claim.sources],
    }


def _linked(value: Evidence | NamedLink, tags: Sequence[str]) -> Json:
    text = value.text if isinstance(value, Evidence) else value.name
    return without_nothing({"text": local(text, tags), "url": value.url})


def _event(view: View, event: Event, tags: Sequence[str]) -> dict[str, Json]:
    return {
        "status": event.event_status.value,
        "start": _moment(event.start),
        "end": _moment(event.end),
        "place": _named(view, "places", event.place, tags),
        "organiser": _named(view, "agencies", event.organiser, tags),
        "link": event.link,
    }


def _moment(moment: Moment | None) -> str:
    """A day, or an instant in the site's zone with its seconds (RFC 3339); empty for none."""
    if moment is None:
        return ""
    return moment.day.isoformat() if moment.is_day else moment.begins.astimezone(SITE_ZONE).isoformat()


def _press(press: PressReport, tags: Sequence[str]) -> dict[str, Json]:
    return {
        "reports": [
            without_nothing(
                {
                    "outlet": local(each.outlet, tags),
                    "title": each.title,
                    "link": each.link,
                    "published_on": iso(each.published_on),
                    "lang": each.language,
                }
            )
            for each in press.reports
        ]
    }


def _document(view: View, document: LegalDocument, tags: Sequence[str]) -> dict[str, Json]:
    status = document.status_on(view.today)
    repealing = view.documents.get(number_key(document.repealed_by)) if document.repealed_by else None
    return {
        "number": document.number,
        "kind": document.kind.value if document.kind else "",
        "issuer": _named(view, "agencies", document.issuer, tags),
        "issued_on": iso(document.issued_on),
        "effective_on": iso(document.effective_on),
        "legal_status": status.value if status else "",
        "repealed_by": without_nothing({"number": document.repealed_by, "key": repealing.key if repealing else ""}),
        "repeals": [*view.repeals.get(number_key(document.number), ())] if document.number else [],
        "full_text_at": document.address,
    }


def _issue(view: View, bulletin: Bulletin, issue: NumberedIssue, tags: Sequence[str]) -> dict[str, Json]:
    contents = [each.key for tag in tags for each in contents_of(view, bulletin, tag).shown]
    names = {tag: period_name(issue.period, tag) for tag in tags}
    return {
        "number": issue.number,
        "period": without_nothing(
            {
                "name": {tag: name for tag, name in names.items() if name},
                "first": iso(issue.period.first),
                "last": iso(issue.period.last),
            }
        ),
        "contents": [*dict.fromkeys(contents)],
        "imprint": {name: local(texts, tags) for name, texts in view.site.issue.imprint_of(issue).items()},
        "pages": issue.pages,
    }


def _opportunity(view: View, offer: Opportunity, tags: Sequence[str]) -> dict[str, Json]:
    contact = offer.contact
    return {
        "capital": local(offer.capital, tags),
        "area": local(offer.area, tags),
        "sector": offer.sector if offer.sector in view.registries.get("sectors", {}) else "",
        "contact": without_nothing({"name": local(contact.name, tags), "phone": contact.phone, "email": contact.email}),
        "as_of": iso(offer.as_of),
        "expires": iso(offer.expires),
    }


def _named(view: View, registry: str, value: Named, tags: Sequence[str]) -> Json:
    """An agency or a place: its key, if it has one, and what readers call it."""
    entry = view.registries.get(registry, {}).get(value.key)
    if entry is None:
        return without_nothing({"name": local(value.text, tags)})
    return {"key": entry.key, "name": {tag: entry.text[tag] for tag in tags}}
