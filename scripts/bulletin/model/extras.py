"""What a site has besides its pages and the files of bundles, as values that finish/ writes."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.model.agenda import Agenda
from bulletin.model.guide import Guide
from bulletin.model.headline import Headline


@dataclass(frozen=True, slots=True)
class Extras:
    """Everything of one site that is made from its content and is no page."""

    agendas: tuple[Agenda, ...] = ()
    headlines: tuple[Headline, ...] = ()
    """For the sitemap of news, the newest first."""
    guide: Guide | None = None
    """For programs that read texts; None in a site of which nothing is to be said."""
