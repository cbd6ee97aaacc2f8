"""What the foot of every page of a locale leads to."""

from __future__ import annotations

from bulletin.model.page import Json
from bulletin.model.registry import grouped_links
from bulletin.stage.view import View

RIGHTS = ("rights", "privacy", "accessibility")
"""Slugs of the standing pages of which the small print speaks, in its order."""
_ABOUT = "about"


def about_links(view: View, tag: str) -> list[Json]:
    """Links to the standing pages, but for those of the small print."""
    small_print = {f"{_ABOUT}/{slug}" for slug in RIGHTS}
    return [
        view.link(bulletin.editions[tag].title, bulletin.key, tag)
        for bulletin in view.standing[tag]
        if bulletin.section == _ABOUT and bulletin.key not in small_print
    ]


def rights_links(view: View, tag: str) -> list[Json]:
    """Links to the pages on rights, privacy and accessibility, as far as there are any."""
    keys = [f"{_ABOUT}/{slug}" for slug in RIGHTS]
    return [
        view.link(view.cleared.bulletins[key].editions[tag].title, key, tag)
        for key in keys
        if view.cleared.is_public(key, tag)
    ]


def link_groups(view: View, tag: str) -> list[Json]:
    """The groups of links outside the site; a link without a group is there for the texts."""
    return [
        {"title": group.text[tag], "links": [{"title": link.text[tag], "url": link.href[tag]} for link in links]}
        for group, links in grouped_links(view.registries.get("links", {}))
        if group
    ]
