"""The numbered issue: its own page with contents and imprint, and the page on which all its texts are read at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bulletin.model.bulletin import Bulletin
from bulletin.model.kinds import NumberedIssue, text_in
from bulletin.model.page import Json, Page
from bulletin.model.periods import period_name
from bulletin.stage.editions import edition_page, source_of, standing_beside
from bulletin.stage.markup import Placing, placed_later
from bulletin.stage.neighbours import issues_in_order
from bulletin.stage.together import WHOLE
from bulletin.stage.view import View, is_machine

EDITORIAL = "editorial"
"""The anchor of the issue's own text; the slug of no bulletin, whose anchor begins with its section."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What an issue holds for the readers of one locale."""

    shown: tuple[Bulletin, ...]
    """Those that are public in it, in their order."""
    elsewhere: tuple[tuple[str, int], ...]
    """Tag of another locale → how many are public there and not here."""


def issue_of(bulletin: Bulletin) -> NumberedIssue:
    """What is said of a numbered issue."""
    if not isinstance(bulletin.details, NumberedIssue):  # pragma: no cover - the plan asks first
        raise TypeError(bulletin.key)
    return bulletin.details


def contents_of(view: View, bulletin: Bulletin, tag: str) -> Contents:
    """The bulletins that an issue names, else all of its period; the oldest of each section first."""
    named = [each for each in _named(view, bulletin, tag) if any(_tags(view, each))]
    elsewhere: dict[str, int] = {}
    for each in named:
        tags = list(_tags(view, each))
        if tag not in tags:
            other = each.source_locale if each.source_locale in tags else tags[0]
            elsewhere[str(other)] = elsewhere.get(str(other), 0) + 1
    shown = tuple(each for each in named if tag in _tags(view, each))
    return Contents(shown, tuple((other, elsewhere[other]) for other in view.site.tags if other in elsewhere))


def _named(view: View, bulletin: Bulletin, tag: str) -> list[Bulletin]:
    issue, bulletins = issue_of(bulletin), view.cleared.bulletins
    if issue.contents:
        return [bulletins[key] for key in issue.contents if key in bulletins and key != bulletin.key]
    order = view.site.sections_of(tag)
    within = [each for each in bulletins.values() if each.is_dated and _lies_in(each, issue)]
    return sorted(within, key=lambda each: (order.index(each.section), each.shared.date, each.key))


def _lies_in(bulletin: Bulletin, issue: NumberedIssue) -> bool:
    return bulletin.shared.date is not None and issue.period.holds(bulletin.shared.date)


def _tags(view: View, bulletin: Bulletin) -> Iterator[str]:
    return (tag for tag in view.site.tags if view.cleared.is_public(bulletin.key, tag))


def heading_of(view: View, issue: NumberedIssue, tag: str) -> str:
    """Number and period: "Số 3, Quý III năm 2026"; what nobody gives is left out."""
    number = "" if issue.number is None else view.label(tag, "issue_number", number=str(issue.number))
    return ", ".join(part for part in (number, period_name(issue.period, tag)) if part)


def imprint_of(view: View, issue: NumberedIssue, tag: str) -> list[Json]:
    """The fields of the imprint with their names, the site's own where the issue gives none."""
    fields: list[Json] = []
    for name, texts in view.site.issue.imprint_of(issue).items():
        text, language = text_in(texts, tag)
        fields.append({"name": view.label(tag, f"imprint_{name}"), "text": text, "tag": language})
    if issue.pages is not None:
        fields.append({"name": view.label(tag, "imprint_pages"), "text": str(issue.pages), "tag": tag})
    return fields


def groups_of(view: View, contents: Contents, tag: str) -> list[Json]:
    """The contents by section, in the order in which they come."""
    return [
        {
            "title": view.label(tag, f"section_{section}"),
            "items": [{**_entry(view, each, tag)} for each in bulletins],
        }
        for section, bulletins in groupby(contents.shown, lambda each: each.section)
    ]


def elsewhere_of(view: View, contents: Contents, tag: str) -> list[Json]:
    """What is to be read in another language only, a sentence for each."""
    return [
        view.label(
            tag,
            "issue_elsewhere_one" if count == 1 else "issue_elsewhere",
            count=str(count),
            language=_name(view, other, tag),
        )
        for other, count in contents.elsewhere
    ]


def _name(view: View, tag: str, reader: str) -> str:
    return view.labels[reader].get(f"language_{tag}", view.site.locale(tag).name)


def _entry(view: View, bulletin: Bulletin, tag: str) -> dict[str, Json]:
    edition = bulletin.editions[tag]
    return {
        "key": bulletin.key,
        "url": view.url(bulletin.key, tag),
        "anchor": anchor_of(bulletin.key),
        "title": edition.title,
        "description": edition.description,
        "date": view.cards.day(bulletin.shared.date, tag),
    }


def anchor_of(key: str) -> str:
    """The id of a bulletin on a page that shows many; each key has its own."""
    return key.replace("/", "-")


def issue_page(view: View, key: str, tag: str) -> Page:
    """A numbered issue: whose it is, its editors' words, what it holds, and the way to read it whole."""
    page = edition_page(view, key, tag)
    return replace(page, content={**page.content, **_said(view, key, tag), **_beside(view, key, tag)})


def _said(view: View, key: str, tag: str) -> dict[str, Json]:
    issue = issue_of(view.cleared.bulletins[key])
    contents = contents_of(view, view.cleared.bulletins[key], tag)
    return {
        "styles": ["edition", "issue"],
        "heading": heading_of(view, issue, tag),
        "groups": groups_of(view, contents, tag),
        "elsewhere": elsewhere_of(view, contents, tag),
        "imprint": imprint_of(view, issue, tag),
        "whole": view.url(key + WHOLE, tag),
    }


def _beside(view: View, key: str, tag: str) -> dict[str, Json]:
    """The issues before and after, in the same language."""
    issues = issues_in_order(view.listed.get(("issues", tag), []))
    at = [each.key for each in issues].index(key)
    return {
        "previous": [_step(view, each, tag) for each in issues[at + 1 : at + 2]],
        "next": [_step(view, each, tag) for each in issues[max(at - 1, 0) : at]],
    }


def _step(view: View, bulletin: Bulletin, tag: str) -> Json:
    details = bulletin.details
    heading = heading_of(view, details, tag) if isinstance(details, NumberedIssue) else ""
    return {**view.link(bulletin.editions[tag].title, bulletin.key, tag), "heading": heading}


def whole_page(view: View, key: str, tag: str) -> Page:
    """Everything in an issue on one page, to be read on a screen or on paper."""
    own = key.removesuffix(WHOLE)
    bulletin = view.cleared.bulletins[own]
    issue = issue_page(view, own, tag)
    shown = contents_of(view, bulletin, tag).shown
    url = view.url(key, tag)
    here = {view.url(each.key, tag): anchor_of(each.key) for each in shown}
    heading = str(issue.content["heading"])
    content: dict[str, Json] = {
        **{name: issue.content[name] for name in ("heading", "groups", "elsewhere", "imprint", "image")},
        "styles": ["edition", "issue"],
        "trail": view.trail(tag, view.section_step("issues", tag), view.link(issue.title, own, tag)),
        "issue": issue.url,
        "name": issue.title,
        "lead": issue.description,
        "editorial": placed_later(view.bodies[(own, tag)], Placing(issue.url, url, EDITORIAL, here, demotes=1)),
        "sections": _sections(view, shown, tag, url, here),
        "running_head": " · ".join(part for part in (view.site.name[tag], heading) if part),
    }
    title = view.label(tag, "issue_whole_title", title=issue.title)
    return replace(
        issue,
        kind=view.plan.kinds[(key, tag)],
        url=url,
        title=title,
        is_indexable=False,
        alternates={},
        x_default=url,
        switch={each: _other(view, key, each) for each in view.site.tags if each != tag},
        content=content,
        body="",
        canonical=issue.url,
    )


def _other(view: View, key: str, tag: str) -> str:
    """The whole issue in another locale, else what that locale has of it."""
    return view.url(key if (key, tag) in view.plan.kinds else key.removesuffix(WHOLE), tag)


def _sections(view: View, shown: Sequence[Bulletin], tag: str, url: str, here: dict[str, str]) -> list[Json]:
    return [
        {
            "title": view.label(tag, f"section_{section}"),
            "texts": [_text(view, each, tag, url, here) for each in bulletins],
        }
        for section, bulletins in groupby(shown, lambda each: each.section)
    ]


def _behind(view: View, bulletin: Bulletin, tag: str) -> Json:
    """That a translation may tell what holds no more; None where it matches, or nobody knows better."""
    standing = standing_beside(view, bulletin, tag, bulletin.source_locale) if bulletin.source_locale else None
    return standing if isinstance(standing, dict) and standing["is_changed"] else None


def _text(view: View, bulletin: Bulletin, tag: str, url: str, here: dict[str, str]) -> Json:
    """One bulletin of an issue, with all that belongs to its text."""
    edition, shared, anchor = bulletin.editions[tag], bulletin.shared, anchor_of(bulletin.key)
    body = view.bodies[(bulletin.key, tag)]
    return {
        **_entry(view, bulletin, tag),
        "anchor": anchor,
        "byline": shared.author.get(tag, ""),
        "image": view.cards.image(bulletin, edition),
        "is_machine": is_machine(edition),
        "standing": _behind(view, bulletin, tag),
        "html": placed_later(body, Placing(view.url(bulletin.key, tag), url, anchor, here, demotes=2)),
        "source": source_of(shared, tag),
        "corrections": [
            {"date": view.cards.day(correction.on, tag), "note": correction.note} for correction in edition.corrections
        ],
    }
