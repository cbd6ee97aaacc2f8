"""The pages of topics, sectors, places, agencies and audiences, and those that list them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bulletin.model.bulletin import FLAT_SECTIONS, Bulletin
from bulletin.model.collation import initial, sort_key
from bulletin.model.locale import long_date
from bulletin.model.page import Json, Page
from bulletin.model.registry import Entry, successors
from bulletin.stage.feed_places import feed_links
from bulletin.stage.list_pages import STYLES
from bulletin.stage.lists import ARCHIVE, AUDIENCE, TAXONOMIES, known_taxa, named_taxa
from bulletin.stage.neighbours import period_name
from bulletin.stage.view import NEWEST, View, last_change

LETTERS_FROM = 24
"""Names in an index from which it stands under letters, and each without its introduction."""


def taxon_page(view: View, key: str, tag: str) -> Page:
    """The newest dated bulletins, the months of the older ones, and all that has no date."""
    taxonomy, _, name = key.partition("/")
    listed = view.listed.get((key, tag), [])
    dated = [bulletin for bulletin in listed if bulletin.is_dated]
    title = taxon_name(view, taxonomy, name, tag)
    lead = taxon_lead(view, taxonomy, name, tag)
    content: dict[str, Json] = {
        "styles": STYLES,
        "trail": view.trail(tag, index_step(view, taxonomy, tag)),
        "kind": view.label(tag, f"taxon_{taxonomy}"),
        "index": view.url(taxonomy, tag),
        "lead": lead,
        "feeds": feed_links(view, key, tag),
        "count": view.count(len(listed), tag),
        "items": view.cards.cards(dated[:NEWEST], tag),
        "years": older_years(view, dated[NEWEST:], tag),
        "groups": _without_date(view, listed, tag),
        **_validity(view, taxonomy, name, tag),
    }
    description = lead or view.label(tag, "topic_description", topic=title, site=view.site.name[tag])
    return view.page(key, tag, (title, description), content, modified=last_change(listed))


def taxon_name(view: View, taxonomy: str, key: str, tag: str) -> str:
    """What readers call a topic, place, agency or audience."""
    if taxonomy == AUDIENCE:
        return view.label(tag, f"audience_{key}")
    return view.registries[taxonomy][key].text[tag]


def taxon_lead(view: View, taxonomy: str, key: str, tag: str) -> str:
    """The introduction to a list; empty where nobody has written one."""
    if taxonomy == AUDIENCE:
        return view.label(tag, f"audience_{key}_lead")
    return view.registries[taxonomy][key].lead.get(tag, "")


def index_step(view: View, taxonomy: str, tag: str) -> dict[str, Json]:
    """A link to all keys of a taxonomy."""
    return view.link(view.label(tag, f"index_{taxonomy}"), taxonomy, tag)


def taxa_steps(view: View, bulletin: Bulletin, tag: str) -> list[Json]:
    """What a bulletin is found by: its topics, sectors, places and the like, each group with its name."""
    groups: list[Json] = []
    for taxonomy in TAXONOMIES:
        keys = named_taxa(bulletin, taxonomy, view.registries)
        if keys:
            links: list[Json] = [
                view.link(taxon_name(view, taxonomy, key, tag), f"{taxonomy}/{key}", tag) for key in keys
            ]
            groups.append({"title": view.label(tag, f"taxon_{taxonomy}"), "taxonomy": taxonomy, "links": links})
    return groups


def older_years(view: View, older: Iterable[Bulletin], tag: str) -> list[Json]:
    """The months in which older bulletins lie, by year, the newest first, each with the number of them.

    They lead to the archive, where all sections are together, as they are in the list that goes on there.
    """
    counts: dict[str, dict[str, int]] = {}
    for bulletin in older:
        if day := bulletin.shared.date:
            months = counts.setdefault(f"{ARCHIVE}/{day.year:04}", {})
            month = f"{ARCHIVE}/{day.year:04}/{day.month:02}"
            months[month] = months.get(month, 0) + 1
    return [
        {
            **view.link(period_name(view, year, tag), year, tag),
            "months": [{**view.month_step(month, tag), "count": count} for month, count in months.items()],
        }
        for year, months in counts.items()
    ]


def _without_date(view: View, listed: Sequence[Bulletin], tag: str) -> list[Json]:
    """Opportunities, documents and standing pages, each under the name of its section."""
    found: list[Json] = []
    for section in FLAT_SECTIONS:
        own = [bulletin for bulletin in listed if bulletin.section == section]
        if own:
            found.append({**view.section_step(section, tag), "items": view.cards.cards(own, tag)})
    return found


def _validity(view: View, taxonomy: str, key: str, tag: str) -> dict[str, Json]:
    """Until when a name held and what took its place; of one that holds, which names it took the place of."""
    registry = view.registries.get(taxonomy, {})
    entry = registry.get(key)
    if entry is None:
        return {"ended": "", "successor": None, "former": []}
    later = [
        after
        for after in successors(registry, entry, view.today)
        if (f"{taxonomy}/{after.key}", tag) in view.plan.kinds
    ]
    before = [
        each
        for each in registry.values()
        if each.successor == key
        and view.listed.get((f"{taxonomy}/{each.key}", tag))
        and key in (after.key for after in successors(registry, each, view.today))
    ]
    return {
        "ended": _ended(view, entry, "name_ended", tag),
        "successor": view.link(later[-1].text[tag], f"{taxonomy}/{later[-1].key}", tag) if later else None,
        "former": [
            {
                **view.link(each.text[tag], f"{taxonomy}/{each.key}", tag),
                "ended": _ended(view, each, "name_ended_short", tag),
            }
            for each in before
        ],
    }


def _ended(view: View, entry: Entry, label: str, tag: str) -> str:
    """Until when a name was in use; empty for one that is."""
    has_ended = entry.until is not None and entry.until < view.today
    return view.label(tag, label, day=long_date(entry.until, tag)) if has_ended and entry.until else ""


def index_page(view: View, key: str, tag: str) -> Page:
    """All keys of a taxonomy that have something, by their names in the order of the language."""
    title = view.label(tag, f"index_{key}")
    names = names_in_order(view, key, tag)
    is_long = len(names) >= LETTERS_FROM
    groups: dict[str, list[Json]] = {}
    for text, name in names:
        letter = initial(text, tag) if is_long else ""
        groups.setdefault(letter, []).append(_entry(view, key, (name, text), tag, is_long=is_long))
    content: dict[str, Json] = {
        "styles": STYLES,
        "trail": view.trail(tag),
        "groups": [{"letter": letter, "entries": entries} for letter, entries in groups.items()],
        "others": [
            index_step(view, taxonomy, tag)
            for taxonomy in TAXONOMIES
            if taxonomy != key and view.listed.get((taxonomy, tag))
        ],
    }
    description = view.label(tag, f"index_{key}_description", site=view.site.name[tag])
    return view.page(key, tag, (title, description), content, modified=last_change(view.listed.get((key, tag), [])))


def names_in_order(view: View, taxonomy: str, tag: str) -> list[tuple[str, str]]:
    """The names of a taxonomy that have something, each with its key, in the order of the language.

    Audiences are four, and keep the order in which readers are offered them.
    """
    keys = [key for key in known_taxa(taxonomy, view.registries) if view.listed.get((f"{taxonomy}/{key}", tag))]
    names = [(taxon_name(view, taxonomy, key, tag), key) for key in keys]
    return names if taxonomy == AUDIENCE else sorted(names, key=lambda pair: sort_key(pair[0], tag))


def _entry(view: View, taxonomy: str, name: tuple[str, str], tag: str, *, is_long: bool) -> Json:
    key, text = name
    validity = _validity(view, taxonomy, key, tag)
    return {
        **view.link(text, f"{taxonomy}/{key}", tag),
        "count": view.count(len(view.listed[(f"{taxonomy}/{key}", tag)]), tag),
        "lead": "" if is_long else taxon_lead(view, taxonomy, key, tag),
        "ended": _ended(view, view.registries[taxonomy][key], "name_ended_short", tag) if taxonomy != AUDIENCE else "",
        "successor": validity["successor"],
    }
