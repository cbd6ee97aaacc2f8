"""What a site has besides its pages and the files of bundles, as values that finish/ writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bulletin.model.agenda import Agenda
from bulletin.model.api import ApiFile
from bulletin.model.feed import Feed
from bulletin.model.guide import Guide
from bulletin.model.headline import Headline
from bulletin.model.search import Catalogue
from bulletin.model.share_image import ShareImage


@dataclass(frozen=True, slots=True)
class Extras:
    """Everything of one site that is made from its content and is no page."""

    agendas: tuple[Agenda, ...] = ()
    share_images: tuple[ShareImage, ...] = ()
    feeds: tuple[Feed, ...] = ()
    api: Iterable[ApiFile] = ()
    """Can be gone through more than once; each file is made on the way."""
    headlines: tuple[Headline, ...] = ()
    """For the sitemap of news, the newest first."""
    guide: Guide | None = None
    """For programs that read texts; None in a site of which nothing is to be said."""
    catalogues: tuple[Catalogue, ...] = ()
