"""The readers' site map: every list and standing page of a locale on one page; and the ways to find something."""

from __future__ import annotations

from bulletin.model.api import KEY as API_KEY
from bulletin.model.bulletin import SECTIONS
from bulletin.model.page import Json, Page
from bulletin.stage.lists import ARCHIVE, FEEDS, SITE_MAP, TAXONOMIES
from bulletin.stage.neighbours import period_name
from bulletin.stage.taxon_pages import index_step, names_in_order
from bulletin.stage.view import View, last_change


def site_map_page(view: View, key: str, tag: str) -> Page:
    """Sections with their years, taxonomies with their keys, the years of the archive, the standing pages."""
    content: dict[str, Json] = {
        "styles": ["ways"],
        "trail": view.trail(tag),
        "sections": [
            {**view.section_step(section, tag), "links": _years(view, section, tag)}
            for section in SECTIONS
            if section != "about" and view.listed.get((section, tag))
        ],
        "taxonomies": [
            {
                **index_step(view, taxonomy, tag),
                "links": [
                    view.link(name, f"{taxonomy}/{each}", tag) for name, each in names_in_order(view, taxonomy, tag)
                ],
            }
            for taxonomy in TAXONOMIES
            if view.listed.get((taxonomy, tag))
        ],
        "archive": {**view.link(view.label(tag, "archive"), ARCHIVE, tag), "links": _years(view, ARCHIVE, tag)}
        if view.listed.get((ARCHIVE, tag))
        else None,
        "about": {**view.section_step("about", tag), "links": _about(view, tag)}
        if view.listed.get(("about", tag))
        else None,
    }
    texts = (view.label(tag, "site_map"), view.label(tag, "site_map_description", site=view.site.name[tag]))
    return view.page(key, tag, texts, content, modified=last_change([*view.newest[tag], *view.standing[tag]]))


def _years(view: View, key: str, tag: str) -> list[Json]:
    years = reversed(view.shelves.get((tag, key, 1), []))
    return [view.link(period_name(view, year, tag), year, tag) for year in years]


def ways(view: View, tag: str) -> list[Json]:
    """Where a reader can look for something: what every page's foot leads to."""
    found: list[Json] = []
    if view.listed.get((ARCHIVE, tag)):
        found.append(view.link(view.label(tag, "archive"), ARCHIVE, tag))
    found += [index_step(view, taxonomy, tag) for taxonomy in TAXONOMIES if view.listed.get((taxonomy, tag))]
    last = (("feeds", FEEDS), ("api", API_KEY), ("site_map", SITE_MAP))
    return [*found, *(view.link(view.label(tag, label), key, tag) for label, key in last)]


def _about(view: View, tag: str) -> list[Json]:
    """The standing pages about the publication that a locale has."""
    return [
        view.link(bulletin.editions[tag].title, bulletin.key, tag)
        for bulletin in view.standing[tag]
        if bulletin.section == "about"
    ]
