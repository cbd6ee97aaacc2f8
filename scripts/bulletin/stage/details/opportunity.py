"""An investment opportunity: what it costs, how large it is, until when it is open, and whom to ask."""

from __future__ import annotations

import re

from bulletin.model.calendar import day_of
from bulletin.model.kinds import Opportunity, text_in
from bulletin.model.page import Json
from bulletin.stage.details.words import list_address, said
from bulletin.stage.view import View

_REACHED = re.compile(r"(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(?P<phone>\+\d[\d ().-]{6,}\d)")
"""What of a contact's text is a link: an address, and a number that can be called from anywhere."""


def facts(view: View, offer: Opportunity, tag: str) -> dict[str, Json]:
    """What the page shows beside the text."""
    sector = view.registries.get("sectors", {}).get(offer.sector)
    contact = offer.contact
    name, language = text_in(contact.name, tag)
    return {
        "capital": said(offer.capital, tag),
        "area": said(offer.area, tag),
        "sector": {"text": sector.text[tag], "lang": "", "url": list_address(view, f"sectors/{sector.key}", tag)}
        if sector
        else None,
        "as_of": view.cards.day(offer.as_of, tag),
        "expires": view.cards.day(offer.expires, tag),
        "is_closed": offer.is_closed(day_of(view.cleared.now)),
        "contact": {
            "name": _reachable(name),
            "lang": "" if language == tag else language,
            "phone": contact.phone,
            "call": _number(contact.phone),
            "email": contact.email,
        }
        if contact
        else None,
    }


def _reachable(text: str) -> list[Json]:
    """A text in pieces, of which addresses and telephone numbers are links."""
    found: list[Json] = []
    end = 0
    for match in _REACHED.finditer(text):
        if before := text[end : match.start()]:
            found.append({"text": before, "url": ""})
        url = f"mailto:{match['email']}" if match["email"] else f"tel:{_number(match['phone'])}"
        found.append({"text": match[0], "url": url})
        end = match.end()
    return [*found, {"text": text[end:], "url": ""}] if text[end:] else found


def _number(phone: str) -> str:
    """A telephone number as `tel:` takes it (RFC 3966): without what only eyes need, and the 0 of calls at home."""
    return re.sub(r"(?<=\d) *\(0\)|[^\d+]", "", phone)
