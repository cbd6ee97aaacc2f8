"""All pages of a site, with what each shows resolved: a page can then be rendered without looking at any other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from types import MappingProxyType

from bulletin.model.bulletin import HOME_KEY
from bulletin.model.page import Json, Page, PageKind, Published
from bulletin.model.routes import asset_url, variants
from bulletin.stage import (
    archive,
    editions,
    feeds_page,
    foot,
    front,
    issues,
    list_pages,
    search_page,
    side_by_side,
    site_map,
    stand_ins,
    taxon_pages,
)
from bulletin.stage.api import page as api
from bulletin.stage.data.graph import described
from bulletin.stage.details.document import text_file
from bulletin.stage.feed_places import feed_links
from bulletin.stage.noted import Notes, Place
from bulletin.stage.share_images import share_images, with_share_image
from bulletin.stage.view import View

MAKERS: Mapping[PageKind, Callable[[View, str, str], Page]] = MappingProxyType(
    {
        PageKind.HOME: front.front_page,
        PageKind.SECTION: list_pages.section_page,
        PageKind.MONTH: list_pages.month_page,
        PageKind.YEAR: list_pages.year_page,
        PageKind.TAXON: taxon_pages.taxon_page,
        PageKind.INDEX: taxon_pages.index_page,
        PageKind.ARCHIVE: archive.archive_page,
        PageKind.ARCHIVE_YEAR: archive.archive_year_page,
        PageKind.ARCHIVE_MONTH: archive.archive_month_page,
        PageKind.SITE_MAP: site_map.site_map_page,
        PageKind.FEEDS: feeds_page.feeds_page,
        PageKind.API: api.api_page,
        PageKind.SEARCH: search_page.search_page,
        PageKind.BULLETIN: editions.edition_page,
        PageKind.STANDING: editions.edition_page,
        PageKind.ISSUE: issues.issue_page,
        PageKind.WHOLE: issues.whole_page,
        PageKind.STUB: stand_ins.stub_page,
        PageKind.WITHDRAWN: stand_ins.withdrawn_page,
        PageKind.REDIRECT: stand_ins.redirect_page,
        PageKind.BOTH: side_by_side.both_page,
        PageKind.GONE: stand_ins.gone_page,
    }
)
"""Kind → what makes its page from a view, a key and a locale tag."""


def all_pages(view: View, notes: Notes | None = None) -> Iterator[Page]:
    """Every page, by address; `notes` take whose texts each of them asks for."""
    made = pages_at(view, view.plan.kinds, notes or Notes())
    lost = [stand_ins.not_found_page(view, locale) for locale in view.site.locales]
    yield from sorted([*made, *lost], key=lambda page: page.url)


def pages_at(view: View, places: Collection[Place], notes: Notes) -> Iterator[Page]:
    """Some pages of the plan, in the order in which they are wanted."""
    images = share_images(view, places)
    for key, tag in places:
        notes.begin((key, tag))
        page = with_share_image(MAKERS[view.plan.kinds[(key, tag)]](view, key, tag), images, view.site)
        yield described(view, key, tag, page)
        notes.begin(None)


def furniture(view: View) -> dict[str, Json]:
    """What every page of a locale shows around its own content, by tag: the sections, and where the foot leads."""
    return {
        tag: {
            "home": view.url(HOME_KEY, tag),
            "sections": view.sections(tag),
            "search": search_page.search_links(view, tag),
            "ways": site_map.ways(view, tag),
            "feeds": feed_links(view, HOME_KEY, tag),
            "about": foot.about_links(view, tag),
            "rights": foot.rights_links(view, tag),
            "links": foot.link_groups(view, tag),
        }
        for tag in view.site.tags
    }


def files(view: View) -> list[Published]:
    """The files that public editions show or link to, and no others."""
    found = {file.url: file for key in view.cleared.bulletins for file in files_of(view, key)}
    return [found[url] for url in sorted(found)]


def files_of(view: View, key: str) -> Iterator[Published]:
    """The files that the public editions of a bulletin show or link to; one may come twice."""
    bulletin = view.cleared.bulletins[key]
    for tag, edition in bulletin.editions.items():
        if view.cleared.is_public(key, tag):
            assets = list(view.bodies[(key, tag)].assets)
            if edition.image and (lead := bulletin.asset(edition.image.file, tag)):
                assets.append(lead)
            if full_text := text_file(bulletin, tag):
                assets.append(full_text)
            for asset in assets:
                scaled = variants(key, asset) or [(asset_url(key, asset), 0)]
                yield from (Published(url, asset.path, width) for url, width in scaled)
