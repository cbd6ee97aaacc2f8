"""What a site has besides its pages and the files of bundles, as values that finish/ writes."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.model.agenda import Agenda
from bulletin.model.feed import Feed
from bulletin.model.share_image import ShareImage


@dataclass(frozen=True, slots=True)
class Extras:
    """Everything of one site that is made from its content and is no page."""

    agendas: tuple[Agenda, ...] = ()
    share_images: tuple[ShareImage, ...] = ()
    feeds: tuple[Feed, ...] = ()
