"""A document: its number, whose it is, whether it is in force, and what else speaks of it."""

from __future__ import annotations

from bulletin.model.bulletin import Asset, Bulletin
from bulletin.model.calendar import day_of
from bulletin.model.documents import number_key
from bulletin.model.kinds import LegalDocument, LegalStatus
from bulletin.model.page import Json
from bulletin.model.routes import asset_url
from bulletin.stage.details.words import SCHEMA, named, organisation, without_nothing
from bulletin.stage.names import name_of
from bulletin.stage.view import View

MENTIONS = 10
"""Bulletins that a document's page names of those that speak of it."""
_FORCE = {
    LegalStatus.NOT_YET: "NotInForce",
    LegalStatus.IN_FORCE: "InForce",
    LegalStatus.PARTLY_REPEALED: "PartiallyInForce",
    LegalStatus.REPEALED: "NotInForce",
}


def facts(view: View, bulletin: Bulletin, document: LegalDocument, tag: str) -> dict[str, Json]:
    """What the page shows beside the text."""
    status = document.status_on(day_of(view.cleared.now))
    before, number, after = bulletin.editions[tag].title.partition(document.number or "\0")
    return {
        "heading": {"before": before, "after": after} if number else None,
        "number": document.number,
        "kind": view.label(tag, f"kind_{document.kind.value}") if document.kind else "",
        "issuer": named(view, "agencies", document.issuer, tag),
        "issued_on": view.cards.day(document.issued_on, tag),
        "effective_on": view.cards.day(document.effective_on, tag),
        "status": status.name.lower() if status else "",
        "repealed_by": _numbered(view, document.repealed_by, tag) if document.repealed_by else None,
        "repeals": [_page(view, key, tag) for key in view.repeals.get(number_key(document.number), ())],
        "text": _text(bulletin, document, tag),
        "mentions": _mentions(view, bulletin, document, tag),
    }


def text_file(bulletin: Bulletin, tag: str) -> Asset | None:
    """The file of the bundle that holds the full text."""
    document = bulletin.details
    return bulletin.asset(document.file, tag) if isinstance(document, LegalDocument) and document.file else None


def _mentions(view: View, bulletin: Bulletin, document: LegalDocument, tag: str) -> list[Json]:
    """The newest bulletins that speak of a document; those that it repeals, or that repeal it, are told already."""
    told = set(view.repeals.get(number_key(document.number), ()))
    if repealing := view.documents.get(number_key(document.repealed_by)):
        told.add(repealing.key)
    others = [each for each in view.mentions.get((bulletin.key, tag), []) if each.key not in told]
    return [
        {**view.link(each.editions[tag].title, each.key, tag), "date": view.cards.day(each.shared.date, tag)}
        for each in others[:MENTIONS]
    ]


def _text(bulletin: Bulletin, document: LegalDocument, tag: str) -> Json:
    """Where the full text is; None where nobody says."""
    if document.address:
        return {"url": document.address, "is_file": False, "form": ""}
    file = text_file(bulletin, tag)
    if file is None:
        return None
    return {"url": asset_url(bulletin.key, file), "is_file": True, "form": file.name.rpartition(".")[2].upper()}


def _numbered(view: View, number: str, tag: str) -> Json:
    """A document by its number; without an address where it has no page."""
    found = view.documents.get(number_key(number))
    return _page(view, found.key, tag) if found else {"text": number, "url": "", "tag": ""}


def _page(view: View, key: str, tag: str) -> Json:
    """The page of a document, in the reader's language if there is one, by its kind and number."""
    document = view.cleared.bulletins[key].details
    there = (
        tag if view.cleared.is_public(key, tag) else next(t for t in view.site.tags if view.cleared.is_public(key, t))
    )
    number = document.number if isinstance(document, LegalDocument) else ""
    kind = document.kind if isinstance(document, LegalDocument) else None
    text = f"{view.label(tag, f'kind_{kind.value}')} {number}" if kind else number
    return {"text": text, "url": view.url(key, there), "tag": there if there != tag else ""}


def data(view: View, bulletin: Bulletin, document: LegalDocument, tag: str) -> Json:
    """Legislation (schema.org); None without a number."""
    if not document.number:
        return None
    status = document.status_on(day_of(view.cleared.now))
    text = _text(bulletin, document, tag)
    address = str(text["url"]) if isinstance(text, dict) else ""
    if isinstance(text, dict) and text["is_file"]:
        address = view.site.url + address
    edition = bulletin.editions[tag]
    url = view.site.url + view.url(bulletin.key, tag)
    return without_nothing(
        {
            "@type": "Legislation",
            "@id": f"{url}#document",
            "url": url,
            "inLanguage": tag,
            "name": edition.title,
            "description": edition.description,
            "legislationIdentifier": document.number,
            "legislationType": view.label(tag, f"kind_{document.kind.value}") if document.kind else "",
            "legislationPassedBy": organisation(name_of(view.registries, "agencies", document.issuer, tag)),
            "legislationDate": document.issued_on.isoformat() if document.issued_on else "",
            "legislationDateOfApplicability": document.effective_on.isoformat() if document.effective_on else "",
            "legislationLegalForce": f"{SCHEMA}/{_FORCE[status]}" if status else "",
            "legislationRepeals": [
                {"@type": "Legislation", "legislationIdentifier": repealed.number}
                for key in view.repeals.get(number_key(document.number), ())
                if isinstance(repealed := view.cleared.bulletins[key].details, LegalDocument)
            ],
            "encoding": {"@type": "LegislationObject", "contentUrl": address} if address else None,
        }
    )
