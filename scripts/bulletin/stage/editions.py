"""The page of an edition."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

from bulletin.model.bulletin import Bulletin, Edition, Shared
from bulletin.model.page import Json, Page
from bulletin.model.reading_time import minutes_of
from bulletin.stage.details.of_type import added_to
from bulletin.stage.neighbours import bulletins_beside
from bulletin.stage.standings import Told, how_they_stand
from bulletin.stage.taxon_pages import taxa_steps
from bulletin.stage.together import key_of_both
from bulletin.stage.view import View, is_machine

OTHERS = 4
"""Other news below a bulletin."""
_DAY = "\0"
"""Where the day of a sentence stands: a text of a label never holds it."""


def edition_page(view: View, key: str, tag: str) -> Page:
    """An edition with all that surrounds its text."""
    bulletin = view.cleared.bulletins[key]
    edition, shared = bulletin.editions[tag], bulletin.shared
    body = view.bodies[(key, tag)].html
    both = key_of_both(bulletin, tag, view.cleared, view.site)
    steps = [view.section_step(bulletin.section, tag)]
    if bulletin.is_dated:
        steps.append(view.month_step(key, tag))
    added = added_to(view, bulletin, tag)
    content: dict[str, Json] = {
        "styles": ["edition", "ways", *added.styles],
        "trail": view.trail(tag, *steps),
        "section": steps[0],
        "date": view.cards.day(shared.date, tag),
        "updated": view.cards.day(shared.updated, tag),
        "reviewed_on": view.cards.day(shared.reviewed_on, tag),
        "byline": shared.author.get(tag, ""),
        "source": source_of(shared, tag),
        "image": view.cards.image(bulletin, edition),
        "taxa": taxa_steps(view, bulletin, tag),
        "corrections": [
            {"date": view.cards.day(correction.on, tag), "note": correction.note} for correction in edition.corrections
        ],
        "is_machine": is_machine(edition),
        "other_editions": [
            {**other, "standing": standing_beside(view, bulletin, tag, str(other["tag"]))}
            for other in view.other_editions(bulletin, tag)
        ],
        "minutes": minutes_of(body, tag) if bulletin.is_dated else 0,
        "share": by_mail(f"{edition.title} – {view.site.name[tag]}", view.site.url + view.url(key, tag)),
        "report": _report(view, key, tag),
        "beside": bulletins_beside(view, bulletin, tag),
        "both": view.url(both, view.site.default_locale.tag) if both else "",
        "others": view.cards.cards(_older(view, bulletin, tag), tag),
        "details": added.details,
        "data": added.data,
    }
    texts = (edition.title, edition.description)
    return view.page(key, tag, texts, content, body=body, modified=changed_on(bulletin, edition))


def by_mail(subject: str, text: str, to: str = "") -> str:
    """A link that opens a letter in the reader's own program (RFC 6068)."""
    return f"mailto:{to}?subject={quote(subject, safe='')}&body={quote(text, safe='')}"


def _report(view: View, key: str, tag: str) -> str:
    """A letter about a mistake on a page, with the page's address in it; empty where nobody takes such letters."""
    to = view.site.report_to
    if not to:
        return ""
    subject = view.label(tag, "report_subject", title=view.cleared.bulletins[key].editions[tag].title)
    return by_mail(subject, f"{view.label(tag, 'report_body')}\n\n{view.site.url + view.url(key, tag)}\n", to)


def source_of(shared: Shared, tag: str) -> Json:
    """The credited source, in a locale's words."""
    credit = shared.source
    if credit is None:
        return None
    return {"name": credit.name[tag], "url": credit.url, "rights": credit.rights.get(tag, "")}


def standing_beside(view: View, bulletin: Bulletin, tag: str, other: str) -> Json:
    """How an edition and another stand to each other; None for two translations, which nobody compares."""
    source = bulletin.source_locale
    if source is None or source not in (tag, other):
        return None
    translation = bulletin.editions[other if tag == source else tag]
    if is_machine(translation) and translation.locale == tag:
        return None  # the page bears the label of machine translations
    told = told_of(view, bulletin, translation)
    names = {"source": _language(view, source, tag), "translation": _language(view, translation.locale, tag)}
    label = told.label if tag == translation.locale else told.label_on_source
    before, _, after = view.label(tag, label, day=_DAY, **names).partition(_DAY)
    return {
        "is_changed": told.is_changed and tag != source,
        "before": before,
        "day": view.cards.day(told.day, tag),
        "after": after,
    }


def told_of(view: View, bulletin: Bulletin, translation: Edition) -> Told:
    """What is told of a translation and its source on this day."""
    updated = bulletin.shared.updated
    if updated and updated > view.today:
        updated = None
    standing = view.standings.get((bulletin.key, translation.locale))
    return how_they_stand(standing, updated, is_machine=is_machine(translation))


def _language(view: View, tag: str, reader: str) -> str:
    """The name of a language in the middle of a sentence in a reader's."""
    return view.labels[reader].get(f"language_{tag}", view.site.locale(tag).name)


def _older(view: View, bulletin: Bulletin, tag: str) -> list[Bulletin]:
    """Only older ones, so that a new bulletin changes no page but its own and the lists."""
    at = view.places[tag].get(bulletin.key)
    return [] if at is None else view.newest[tag][at + 1 : at + 1 + OTHERS]


def changed_on(bulletin: Bulletin, edition: Edition) -> date | None:
    """The last day on which an edition's content changed, as far as the editors have said."""
    shared = bulletin.shared
    approved = shared.approved.on if shared.approved and not shared.date else None
    days = [shared.date, shared.updated, approved, *(correction.on for correction in edition.corrections)]
    return max((day for day in days if day), default=None)
