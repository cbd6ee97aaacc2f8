"""An edition as a creative work: its name, whose and of when it is, in which language, and of what a translation."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bulletin.model.bulletin import Bulletin, Edition
from bulletin.model.kinds import NumberedIssue
from bulletin.model.page import Json, Page
from bulletin.stage.data.bylines import author
from bulletin.stage.data.pictures import addresses
from bulletin.stage.data.publisher import publisher
from bulletin.stage.details.words import organisation, without_nothing
from bulletin.stage.view import View

_FLAT = MappingProxyType({"issues": "PublicationIssue", "about": "AboutPage"})
"""Section without months → what its editions are; those of the others are web pages around something else."""
_ANCHORS = MappingProxyType({"NewsArticle": "article", "PublicationIssue": "issue"})


def type_of(bulletin: Bulletin) -> str:
    """The type of a bulletin's editions."""
    return "NewsArticle" if bulletin.is_dated else _FLAT.get(bulletin.section, "WebPage")


def id_of(view: View, bulletin: Bulletin, tag: str) -> str:
    """What an edition is called by other nodes."""
    return f"{view.site.url}{view.url(bulletin.key, tag)}#{_ANCHORS.get(type_of(bulletin), 'page')}"


def work(view: View, bulletin: Bulletin, tag: str, page: Page) -> Json:
    """An edition as it stands on its page."""
    edition, shared = bulletin.editions[tag], bulletin.shared
    own, kind, about = page.content["data"], type_of(bulletin), _about(page)
    return without_nothing(
        {
            "@type": kind,
            "@id": id_of(view, bulletin, tag),
            "url": view.site.url + page.url,
            "mainEntityOfPage": view.site.url + page.url if kind == "NewsArticle" else "",
            "headline" if kind == "NewsArticle" else "name": edition.title,
            "description": edition.description,
            "inLanguage": tag,
            "datePublished": shared.date.isoformat() if shared.date else "",
            "dateModified": page.modified.isoformat() if page.modified else "",
            "lastReviewed": shared.reviewed_on.isoformat() if shared.reviewed_on and kind.endswith("Page") else "",
            **author(view, shared.author, tag),
            "publisher": publisher(view.site, tag),
            "isAccessibleForFree": True,
            **_rights(view, bulletin, tag),
            "image": addresses(view.site, page.content),
            "articleSection": view.label(tag, f"section_{bulletin.section}") if kind == "NewsArticle" else "",
            "keywords": [*dict.fromkeys(str(name) for each in ("topics", "sectors") for name in about.get(each, ()))],
            "mentions": [organisation(str(name)) for name in about.get("agencies", ())],
            "contentLocation": [{"@type": "Place", "name": name} for name in about.get("places", ())],
            "correction": [_correction(each.on.isoformat(), each.note) for each in edition.corrections],
            **_translations(view, bulletin, edition),
            **(_issue(view, bulletin, page, tag)),
            "mainEntity": {"@id": own["@id"]} if isinstance(own, dict) else None,
        }
    )


def _about(page: Page) -> Mapping[str, list[Json]]:
    """Taxonomy → the names by which the page is found."""
    found: dict[str, list[Json]] = {}
    groups = page.content["taxa"]
    for group in groups if isinstance(groups, list) else []:
        if isinstance(group, dict) and isinstance(group["links"], list):
            found[str(group["taxonomy"])] = [link["title"] for link in group["links"] if isinstance(link, dict)]
    return found


def _rights(view: View, bulletin: Bulletin, tag: str) -> dict[str, Json]:
    """The site's licence; of a text that was taken from elsewhere its source, and what that says of its rights."""
    credit = bulletin.shared.source
    rights = credit.rights.get(tag, "") if credit else ""
    return {
        "license": "" if rights else view.site.licence_url,
        "copyrightNotice": rights,
        "sourceOrganization": organisation(credit.name[tag]) if credit else None,
        "isBasedOn": credit.url if credit else "",
    }


def _correction(day: str, note: str) -> Json:
    return {"@type": "CorrectionComment", "datePublished": day, "text": note}


def _translations(view: View, bulletin: Bulletin, edition: Edition) -> dict[str, Json]:
    """Of which public edition this one is a translation, or which are translations of it."""
    tag, source = edition.locale, bulletin.source_locale
    if source is None:
        return {}
    if source != tag:
        is_public = view.cleared.is_public(bulletin.key, source)
        return {"translationOfWork": {"@id": id_of(view, bulletin, source)} if is_public else None}
    others = [each for each in view.site.tags if each != tag and view.cleared.is_public(bulletin.key, each)]
    return {"workTranslation": [{"@id": id_of(view, bulletin, each)} for each in others]}


def _issue(view: View, bulletin: Bulletin, page: Page, tag: str) -> dict[str, Json]:
    """Of a numbered issue: its number, the publication, and what it holds."""
    issue, groups = bulletin.details, page.content.get("groups")
    if not isinstance(issue, NumberedIssue):
        return {}
    items = [item for group in (groups if isinstance(groups, list) else []) for item in _items(group)]
    return {
        "issueNumber": issue.number,
        "isPartOf": {"@type": "Periodical", "name": view.site.name[tag]},
        "hasPart": [{"@id": id_of(view, view.cleared.bulletins[str(item["key"])], tag)} for item in items],
    }


def _items(group: Json) -> list[dict[str, Json]]:
    items = group["items"] if isinstance(group, dict) else []
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
