"""What the public content is besides pages: calendars and the like, all from the same view as the pages."""

from __future__ import annotations

from bulletin.model.extras import Extras
from bulletin.stage.api.interface import Interface
from bulletin.stage.calendars import agendas
from bulletin.stage.feeds import feeds
from bulletin.stage.guide import guide_of
from bulletin.stage.headlines import headlines
from bulletin.stage.search import catalogues
from bulletin.stage.share_images import share_images
from bulletin.stage.view import View


def extras_of(view: View) -> Extras:
    """Everything that finish/ writes beside the pages."""
    return Extras(
        agendas=tuple(agendas(view)),
        api=Interface(view),
        catalogues=tuple(catalogues(view)),
        feeds=tuple(feeds(view)),
        guide=guide_of(view),
        headlines=headlines(view),
        share_images=tuple(share_images(view).values()),
    )
