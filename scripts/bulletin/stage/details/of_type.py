"""What the type of a bulletin adds to the pages of its editions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bulletin.model.bulletin import Bulletin
from bulletin.model.kinds import Claim, Event, LegalDocument, Opportunity, PressReport
from bulletin.model.page import Json
from bulletin.stage.details import claim, document, event, opportunity, press
from bulletin.stage.view import View


@dataclass(frozen=True, slots=True)
class Added:
    """What a template and machines are given; nothing where a bulletin has nothing of its type."""

    details: Json = None
    """With the name of their `template` below `overrides/site/details/`, and the parts of a title around a number."""
    data: Json = None
    """A value of schema.org, as JSON-LD."""
    styles: Sequence[str] = ()
    """Names of style sheets below `overrides/site/styles/`."""


def added_to(view: View, bulletin: Bulletin, tag: str) -> Added:
    """What is added to the page of an edition."""
    found = bulletin.details
    match found:
        case Claim():
            return _added("claim", claim.facts(view, found, tag), claim.data(view, bulletin, found, tag))
        case Event():
            return _added("event", event.facts(view, bulletin, found, tag), event.data(view, bulletin, found, tag))
        case PressReport():
            return _added("press", press.facts(view, found, tag))
        case LegalDocument():
            data = document.data(view, bulletin, found, tag)
            return _added("document", document.facts(view, bulletin, found, tag), data)
        case Opportunity():
            return _added("opportunity", opportunity.facts(view, found, tag))
        case _:
            return Added()


def _added(template: str, facts: dict[str, Json], data: Json = None) -> Added:
    return Added({"template": template, "heading": None, **facts}, data, ("facts", template))
