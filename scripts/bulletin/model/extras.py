"""What a site has besides its pages and the files of bundles, as values that finish/ writes."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.model.agenda import Agenda
from bulletin.model.search import Catalogue


@dataclass(frozen=True, slots=True)
class Extras:
    """Everything of one site that is made from its content and is no page."""

    agendas: tuple[Agenda, ...] = ()
    catalogues: tuple[Catalogue, ...] = ()
