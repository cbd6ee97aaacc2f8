"""What the public content is besides pages: calendars and the like, all from the same view as the pages."""

from __future__ import annotations

from bulletin.model.extras import Extras
from bulletin.stage.calendars import agendas
from bulletin.stage.search import catalogues
from bulletin.stage.view import View


def extras_of(view: View) -> Extras:
    """Everything that finish/ writes beside the pages."""
    return Extras(agendas=tuple(agendas(view)), catalogues=tuple(catalogues(view)))
