"""One bulletin for machines: public, withdrawn, or moved to another key."""

from __future__ import annotations

from datetime import date

from bulletin.model.bulletin import Bulletin
from bulletin.model.page import Json, PageKind
from bulletin.stage.api.addresses import address_of
from bulletin.stage.api.details import details_of
from bulletin.stage.api.editions import edition_of, iso, summary_of
from bulletin.stage.details.words import without_nothing
from bulletin.stage.editions import changed_on
from bulletin.stage.lists import TAXONOMIES, named_taxa
from bulletin.stage.together import key_of_both
from bulletin.stage.view import View


def public_tags(view: View, bulletin: Bulletin) -> list[str]:
    """The locales in which a bulletin is public, in the site's order."""
    return [tag for tag in view.site.tags if view.cleared.is_public(bulletin.key, tag)]


def is_withdrawn(view: View, bulletin: Bulletin) -> bool:
    """Whether its pages say that it is public no longer."""
    return view.plan.kinds.get((bulletin.key, view.site.default_locale.tag)) is PageKind.WITHDRAWN


def changed(bulletin: Bulletin, tags: list[str]) -> date | None:
    """The last day on which one of some editions changed."""
    days = [changed_on(bulletin, bulletin.editions[tag]) for tag in tags]
    return max((day for day in days if day), default=None)


def bulletin_file(view: View, bulletin: Bulletin) -> dict[str, Json]:
    """A public bulletin whole."""
    tags = public_tags(view, bulletin)
    both = next(filter(None, (key_of_both(bulletin, tag, view.cleared, view.site) for tag in tags)), "")
    shared = bulletin.shared
    return {
        "kind": "bulletin",
        **without_nothing(
            {
                **_known(view, bulletin, tags),
                "updated": iso(shared.updated),
                "reviewed_on": iso(shared.reviewed_on),
                "side_by_side": view.site.url + view.url(both, view.site.default_locale.tag) if both else "",
                "details": details_of(view, bulletin, tags),
                "editions": [edition_of(view, bulletin, tag) for tag in tags],
            }
        ),
    }


def withdrawn_file(view: View, bulletin: Bulletin) -> dict[str, Json]:
    """That a bulletin is public no longer, since when and why; nothing of its text."""
    return {"kind": "bulletin", **_withdrawn(view, bulletin)}


def moved_file(view: View, former: str, key: str) -> dict[str, Json]:
    """The way from a key that a bulletin once had."""
    return {"kind": "bulletin", "status": "moved", "key": former, "now": key, "file": _file(view, key)}


def entry_of(view: View, bulletin: Bulletin, digest: str) -> Json:
    """A bulletin in a list; `digest` is that of its file."""
    where: dict[str, Json] = {"file": _file(view, bulletin.key), "digest": digest}
    if is_withdrawn(view, bulletin):
        return {**_withdrawn(view, bulletin), **where}
    tags = public_tags(view, bulletin)
    editions: list[Json] = [without_nothing(summary_of(view, bulletin, tag)) for tag in tags]
    return {**without_nothing(_known(view, bulletin, tags)), "editions": editions, **where}


def _file(view: View, key: str) -> str:
    return view.site.url + address_of(key)


def _named(view: View, bulletin: Bulletin, status: str) -> dict[str, Json]:
    """What never changes of a bulletin, and the keys that it once had."""
    former = bulletin.shared.redirect_from
    return {
        "status": status,
        "id": (former or (bulletin.key,))[0],
        "key": bulletin.key,
        "former_keys": [each for each in former if view.plan.redirects.get(each) == bulletin.key],
        "section": bulletin.section,
    }


def _known(view: View, bulletin: Bulletin, tags: list[str]) -> dict[str, Json]:
    """What lists say of a public bulletin, and its own file too."""
    found: dict[str, Json] = {
        **_named(view, bulletin, "public"),
        "date": iso(bulletin.shared.date),
        "changed_on": iso(changed(bulletin, tags)),
    }
    for taxonomy in TAXONOMIES:
        found[taxonomy] = [*named_taxa(bulletin, taxonomy, view.registries)]
    return found


def _withdrawn(view: View, bulletin: Bulletin) -> dict[str, Json]:
    withdrawn = bulletin.shared.withdrawn
    reason = {tag: withdrawn.reason[tag] for tag in view.site.tags} if withdrawn else {}
    return without_nothing(
        {
            **_named(view, bulletin, "withdrawn"),
            "withdrawn_on": iso(withdrawn.on if withdrawn else None),
            "reason": {**reason},
        }
    )
