"""What readers can search for: the public editions of a locale, and the lists by which they are ordered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import chain

from bulletin.model.bulletin import Bulletin
from bulletin.model.kinds import LegalDocument
from bulletin.model.locale import long_date
from bulletin.model.page import PageKind
from bulletin.model.registry import Entry as Registered
from bulletin.model.search import Catalogue, Entry, Synonyms
from bulletin.stage.lists import AUDIENCE, TAXONOMIES, named_taxa
from bulletin.stage.taxon_pages import names_in_order, taxon_lead
from bulletin.stage.view import View

_CALLED = ("agencies", "places", "people", "glossary", "topics", "sectors")
"""Registries whose entries have names by which a text is found."""
_MARK = r"""[^<>"]*(?:"[^"]*"[^<>"]*)*>"""
"""The rest of a tag: the sanitiser leaves `>` in an attribute as it is."""
_HEADING = re.compile(rf"<h[1-6]\b{_MARK}(.*?)</h[1-6]>", re.DOTALL)
_BLOCK = re.compile(
    r"</?(?:p|h[1-6]|li|ul|ol|dl|dt|dd|table|thead|tbody|tr|th|td|caption|blockquote|div|section|aside|details|summary"
    rf"|figure|figcaption|pre|hr|br|img)\b{_MARK}"
)
_TAG = re.compile(rf"<[/!a-z]{_MARK}")
_BLANK = re.compile(r"[^\S\n]+")
_EMPTY = re.compile(r"\s*\n\s*")


def catalogues(view: View) -> Iterator[Catalogue]:
    """One for each locale, also where it has nothing yet: the page of the search asks for it."""
    for tag in view.site.tags:
        yield catalogue(view, tag)


def catalogue(view: View, tag: str) -> Catalogue:
    """What can be found in one locale."""
    return Catalogue(tag, (*_lists(view, tag), *_editions(view, tag)), synonyms(view, tag))


def _editions(view: View, tag: str) -> Iterator[Entry]:
    for bulletin in _in_order(view, tag):
        yield entry_of(view, bulletin, tag, view.bodies[(bulletin.key, tag)].html)


def _in_order(view: View, tag: str) -> list[Bulletin]:
    """Standing pages, then bulletins, the oldest first."""
    return [*view.standing[tag], *reversed(view.newest[tag])]


def numbers(view: View, tag: str) -> dict[str, int]:
    """Key of a bulletin → its place in the catalogue of a locale."""
    first = sum(1 for _ in _lists(view, tag))
    return {each.key: first + at for at, each in enumerate(_in_order(view, tag))}


def entry_of(view: View, bulletin: Bulletin, tag: str, html: str) -> Entry:
    """What can be found of an edition with a rendered text."""
    edition, shared, details = bulletin.editions[tag], bulletin.shared, bulletin.details
    headings, text = text_of(html)
    picture = [edition.image.alt, edition.image.caption] if edition.image else []
    fields = [field.text for field in edition.texts if field.locale == tag and not field.is_doubtful]
    return Entry(
        url=view.url(bulletin.key, tag),
        title=edition.title,
        description=edition.description,
        section=view.label(tag, f"section_{bulletin.section}"),
        date=long_date(shared.date, tag) if shared.date else "",
        headings=headings,
        number=details.number if isinstance(details, LegalDocument) else "",
        names=tuple(dict.fromkeys(_names_of(view, bulletin))),
        body="\n".join([text, *fields, *filter(None, picture)]),
    )


def _names_of(view: View, bulletin: Bulletin) -> Iterator[str]:
    """The names of all that its fields name, people included."""
    for taxonomy in (*TAXONOMIES, "people"):
        registry = view.registries.get(taxonomy, {})
        keys = bulletin.shared.people if taxonomy == "people" else named_taxa(bulletin, taxonomy, view.registries)
        for key in keys:
            if taxonomy == AUDIENCE:
                yield from (view.label(tag, f"audience_{key}") for tag in view.site.tags)
            elif key in registry:
                yield from _all_names(registry[key])


def _lists(view: View, tag: str) -> Iterator[Entry]:
    """Topics, places and the like that have something, and the sections."""
    for section in view.site.sections_of(tag):
        if view.plan.kinds.get((section, tag)) is PageKind.SECTION and view.listed.get((section, tag)):
            title = view.label(tag, f"section_{section}")
            names = tuple(view.label(each, f"section_{section}") for each in view.site.tags if each != tag)
            yield Entry(view.url(section, tag), title, "", view.label(tag, "search_list"), aliases=names)
    for taxonomy in TAXONOMIES:
        for name, key in names_in_order(view, taxonomy, tag):
            registered = view.registries.get(taxonomy, {}).get(key)
            yield Entry(
                url=view.url(f"{taxonomy}/{key}", tag),
                title=name,
                description=taxon_lead(view, taxonomy, key, tag),
                section=view.label(tag, f"taxon_{taxonomy}"),
                aliases=tuple(dict.fromkeys(_all_names(registered))) if registered else (),
            )


def synonyms(view: View, tag: str) -> tuple[Synonyms, ...]:
    """What the registries call by several names."""
    return tuple(_synonyms(view, tag))


def _synonyms(view: View, tag: str) -> Iterator[Synonyms]:
    for name in _CALLED:
        for registered in view.registries.get(name, {}).values():
            said = [registered.text.get(tag, ""), *registered.abbr.get(tag, ()), *registered.forms.get(tag, ())]
            names = tuple(dict.fromkeys(_all_names(registered)))
            yield Synonyms(tuple(filter(None, dict.fromkeys(said))), names)


def _all_names(registered: Registered) -> Iterable[str]:
    kinds = [registered.abbr, registered.forms]
    return filter(None, chain(registered.text.values(), *chain.from_iterable(kind.values() for kind in kinds)))


def text_of(html: str) -> tuple[tuple[str, ...], str]:
    """The headings of a rendered text, and the rest of it, as plain text."""
    headings = tuple(_plain(found) for found in _HEADING.findall(html))
    return headings, _plain(_HEADING.sub("\n", html))


def _plain(html: str) -> str:
    lines = _TAG.sub("", _BLOCK.sub("\n", html))
    return _EMPTY.sub("\n", _BLANK.sub(" ", unescape(lines))).strip()
