"""The page on which two editions of a bulletin stand beside each other, block by block."""

from __future__ import annotations

from functools import cache

from bulletin.model.bulletin import Bulletin
from bulletin.model.kinds import NumberedIssue
from bulletin.model.page import Json, Later, Page
from bulletin.model.rows import Rows
from bulletin.stage.editions import changed_on, source_of, standing_beside
from bulletin.stage.issues import contents_of, heading_of, imprint_of
from bulletin.stage.markup import Placing, Text, placed, placing_digest
from bulletin.stage.together import BOTH, pair_of
from bulletin.stage.view import View, is_machine


def both_page(view: View, key: str, tag: str) -> Page:
    """A pair, its source first; each part in its own language."""
    bulletin = view.cleared.bulletins[key.removeprefix(BOTH)]
    pair = pair_of(bulletin, view.cleared, view.site)
    if pair is None:  # pragma: no cover - the plan has such a page for a pair only
        raise KeyError(key)
    url = view.url(key, tag)
    sides = [_side(view, bulletin, each, pair) for each in pair]
    rows, notes = _texts(view, bulletin, pair, url)
    content: dict[str, Json] = {
        "sides": list(sides),
        "styles": ["edition", "issue"] if isinstance(bulletin.details, NumberedIssue) else ["edition"],
        "image": _image(view, bulletin, pair),
        "rows": rows,
        "notes": notes,
        "issue": _issue(view, bulletin, pair),
        "sections": {each: view.section_step(bulletin.section, each) for each in view.site.tags},
    }
    editions = [bulletin.editions[each] for each in pair]
    return Page(
        kind=view.plan.kinds[(key, tag)],
        url=url,
        locale=tag,
        title=" · ".join(dict.fromkeys(edition.title for edition in editions)),
        description=editions[0].description,
        is_indexable=False,
        alternates={},
        x_default=url,
        switch={each: view.url(bulletin.key, each) for each in view.site.tags},
        content=content,
        modified=max((day for each in editions if (day := changed_on(bulletin, each))), default=None),
        canonical=view.url(bulletin.key, pair[0]),
    )


def _texts(view: View, bulletin: Bulletin, pair: tuple[str, str], url: str) -> tuple[Later, Later]:
    """Both texts in their rows, and their footnotes."""
    aligned = view.rows.get((bulletin.key, pair[1]), ())
    bodies = [view.bodies[(bulletin.key, tag)] for tag in pair]
    placings = [Placing(view.url(bulletin.key, tag), url, tag) for tag in pair]

    @cache
    def texts() -> tuple[Text, Text]:
        left, right = (placed(body.html, placing) for body, placing in zip(bodies, placings, strict=True))
        return left, right

    known = [placing_digest(body.digest, placing) for body, placing in zip(bodies, placings, strict=True)]
    digest = f"{' '.join(known)} {aligned!r}"
    notes = Later(digest, lambda: [text.footnotes for text in texts()])
    return Later(digest, lambda: side_by_side(*texts(), aligned)), notes


def _side(view: View, bulletin: Bulletin, tag: str, pair: tuple[str, str]) -> Json:
    """What stands around the text of one edition."""
    edition, shared = bulletin.editions[tag], bulletin.shared
    other = pair[0] if tag == pair[1] else pair[1]
    return {
        "tag": tag,
        "url": view.url(bulletin.key, tag),
        "title": edition.title,
        "description": edition.description,
        "section": view.section_step(bulletin.section, tag),
        "date": view.cards.day(shared.date, tag),
        "updated": view.cards.day(shared.updated, tag),
        "reviewed_on": view.cards.day(shared.reviewed_on, tag),
        "byline": shared.author.get(tag, ""),
        "standing": standing_beside(view, bulletin, tag, other),
        "is_machine": is_machine(edition),
        "source": source_of(shared, tag),
        "corrections": [
            {"date": view.cards.day(correction.on, tag), "note": correction.note} for correction in edition.corrections
        ],
    }


def _image(view: View, bulletin: Bulletin, pair: tuple[str, str]) -> Json:
    """The lead picture, once where both editions have the same one; a translation without one shows none."""
    shown = [view.cards.image(bulletin, bulletin.editions[tag]) for tag in pair]
    if not any(shown):
        return None
    urls = {str(image["url"]) for image in shown if isinstance(image, dict)}
    return {"is_shared": len(urls) == 1, "of": list(shown)}


def _issue(view: View, bulletin: Bulletin, pair: tuple[str, str]) -> Json:
    """What a numbered issue has besides its text: number, contents and imprint, those of both beside each other."""
    details = bulletin.details
    if not isinstance(details, NumberedIssue):
        return None
    held = [contents_of(view, bulletin, tag) for tag in pair]
    shown = [{each.key: each for each in contents.shown} for contents in held]
    keys = [key for contents in held for key in (each.key for each in contents.shown)]
    return {
        "headings": [heading_of(view, details, tag) for tag in pair],
        "contents": [
            [_step(view, found[key], tag) if key in found else None for tag, found in zip(pair, shown, strict=True)]
            for key in dict.fromkeys(keys)
        ],
        "imprints": [imprint_of(view, details, tag) for tag in pair],
    }


def _step(view: View, bulletin: Bulletin, tag: str) -> Json:
    return view.link(bulletin.editions[tag].title, bulletin.key, tag)


def side_by_side(left: Text, right: Text, rows: Rows) -> list[Json]:
    """The elements of two texts in their rows; an element of which no row knows stands alone at the end."""
    found: list[Json] = []
    at, other = 0, 0
    for here, there in rows:
        cells = "".join(left.elements[at : at + here]), "".join(right.elements[other : other + there])
        at, other = at + here, other + there
        if any(cells):
            found.append(list(cells))
    found += [[element, ""] for element in left.elements[at:]]
    found += [["", element] for element in right.elements[other:]]
    return found
