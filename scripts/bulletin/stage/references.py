"""Which public documents repeal which, and which bulletins speak of them."""

from __future__ import annotations

from collections.abc import Mapping

from bulletin.model.body import Body
from bulletin.model.bulletin import Bulletin
from bulletin.model.documents import number_key
from bulletin.model.kinds import LegalDocument
from bulletin.model.routes import Document
from bulletin.stage.cards import newest_first
from bulletin.stage.gate import Cleared


def repeals_of(cleared: Cleared, documents: Mapping[str, Document]) -> dict[str, list[str]]:
    """Comparable number → the keys of the public documents that say that the one of that number repealed them."""
    found: dict[str, list[str]] = {}
    for key in sorted(document.key for document in documents.values()):
        details = cleared.bulletins[key].details
        if isinstance(details, LegalDocument) and details.repealed_by:
            found.setdefault(number_key(details.repealed_by), []).append(key)
    return found


def mentions_of(
    cleared: Cleared, bodies: Mapping[tuple[str, str], Body], documents: Mapping[str, Document]
) -> dict[tuple[str, str], list[Bulletin]]:
    """(key of a document, tag) → the other public bulletins of that locale whose text leads to it, the newest first."""
    keys = {document.key for document in documents.values()}
    found: dict[tuple[str, str], list[Bulletin]] = {}
    for (key, tag), body in bodies.items() if keys else ():
        if key and cleared.is_public(key, tag):
            linked = set(body.targets & keys)
            linked.update(documents[number].key for number in body.numbers if number in documents)
            for there in linked - {key}:
                found.setdefault((there, tag), []).append(cleared.bulletins[key])
    return {place: newest_first(bulletins) for place, bulletins in found.items()}
