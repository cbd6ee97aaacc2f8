"""The feeds: one for each locale, and one for each of its sections and topics.

An entry is known by an id that never changes, and lies where it was published: whatever changes in a bulletin later,
a reader's own program shows it in its old place, and not as new.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from bulletin.model.bulletin import HOME_KEY, SECTIONS, Bulletin
from bulletin.model.calendar import SITE_ZONE, day_of, start_of
from bulletin.model.feed import Author, Category, Entry, Feed
from bulletin.stage.feed_places import feed_keys, feed_name, feed_title, feed_url, told_in
from bulletin.stage.feed_text import text_of
from bulletin.stage.lists import FEEDS, TAXONOMIES, named_taxa
from bulletin.stage.taxon_pages import taxon_lead, taxon_name
from bulletin.stage.view import NEWEST, View

LATE = NEWEST // 2
"""Entries at most that a feed keeps for translations that come after their bulletin has left it."""


def feeds(view: View, having: Collection[str] | None = None) -> Iterator[Feed]:
    """Every feed, by locale and list; where keys of bulletins are given, only feeds that tell of one `having` such."""
    for tag in view.site.tags:
        made: dict[str, Entry] = {}
        for key in feed_keys(view, tag):
            told = _chosen(view, told_in(view, key, tag), tag)
            if having is not None and not any(bulletin.key in having for bulletin in told):
                continue
            for bulletin in told:
                if bulletin.key not in made:
                    made[bulletin.key] = _entry(view, bulletin, tag)
            yield _feed(view, key, tag, tuple(made[bulletin.key] for bulletin in told))


def _feed(view: View, key: str, tag: str, entries: tuple[Entry, ...]) -> Feed:
    site = view.site
    others = (each for each in site.tags if each != tag and told_in(view, key, each))
    return Feed(
        url=feed_url(view, key, tag),
        id=_id(view, f"{FEEDS}/{key}" if key else FEEDS, tag),
        locale=tag,
        title=feed_title(view, key, tag),
        description=_description(view, key, tag),
        home=site.url + view.url(key, tag),
        about=site.url + view.url(FEEDS, tag),
        author=Author(site.agency[tag], site.url + view.url(HOME_KEY, tag)),
        rights=site.licence[tag],
        licence=site.licence_url,
        translations={each: site.url + view.url(key, each) for each in others},
        entries=entries,
    )


def _description(view: View, key: str, tag: str) -> str:
    """What the page that shows the same bulletins says of itself."""
    if key == HOME_KEY:
        return view.site.description[tag]
    name, site = feed_name(view, key, tag), view.site.name[tag]
    if key in SECTIONS:
        return view.label(tag, "section_description", section=name, site=site)
    taxonomy, _, topic = key.partition("/")
    return taxon_lead(view, taxonomy, topic, tag) or view.label(tag, "topic_description", topic=name, site=site)


def _id(view: View, specific: str, tag: str) -> str:
    """A tag URI (RFC 4151). Its year is that since which sites are made so, and the same for all."""
    return f"tag:{urlsplit(view.site.url).hostname},2026:{specific}:{tag}"


def _entry(view: View, bulletin: Bulletin, tag: str) -> Entry:
    site, shared, edition = view.site, bulletin.shared, bulletin.editions[tag]
    published = published_at(bulletin, tag)
    byline = shared.author.get(tag, "")
    image = view.cards.image(bulletin, edition)
    return Entry(
        id=_id(view, (shared.redirect_from or (bulletin.key,))[0], tag),
        url=site.url + view.url(bulletin.key, tag),
        title=edition.title,
        summary=edition.description,
        content=text_of(view, bulletin, tag, published),
        published=published,
        updated=_updated_at(bulletin, tag, published, view.today),
        author=Author(byline) if byline else Author(site.agency[tag], site.url + view.url(HOME_KEY, tag)),
        rights=shared.source.rights.get(tag, "") if shared.source else "",
        categories=tuple(_categories(view, bulletin, tag)),
        translations=tuple(
            (str(each["tag"]), site.url + str(each["url"])) for each in view.other_editions(bulletin, tag)
        ),
        image=site.url + str(image["url"]) if isinstance(image, dict) else "",
    )


def _categories(view: View, bulletin: Bulletin, tag: str) -> Iterator[Category]:
    yield Category(bulletin.section, view.label(tag, f"section_{bulletin.section}"))
    for taxonomy in TAXONOMIES:
        scheme = view.site.url + view.url(taxonomy, tag)
        for key in named_taxa(bulletin, taxonomy, view.registries):
            yield Category(key, taxon_name(view, taxonomy, key, tag), scheme)


# When, and in which order


def published_at(bulletin: Bulletin, tag: str) -> datetime:
    """The first instant at which an edition could be public, as far as what never changes says: day and embargo.

    Approvals and days of comparison are renewed with every change, so nothing of them may move an entry.
    """
    embargoes = [bulletin.shared.embargo_until, bulletin.editions[tag].shared.embargo_until]
    instants = [start_of(bulletin.shared.date or date.min), *(each for each in embargoes if each)]
    return max(instants).astimezone(SITE_ZONE)


def _updated_at(bulletin: Bulletin, tag: str, published: datetime, today: date) -> datetime:
    """The last change that readers were told of.

    Only days are known of changes; a second for each keeps apart those of one day, that of publication among them.
    """
    days = [each.on for each in bulletin.editions[tag].corrections]
    days += [bulletin.shared.updated] if bulletin.shared.updated else []
    told = [day for day in days if day <= today]
    last = max([published, *(start_of(day) for day in told)])
    return (last + timedelta(seconds=len(told))).astimezone(SITE_ZONE)


def _chosen(view: View, told: Sequence[Bulletin], tag: str) -> list[Bulletin]:
    """The newest, and translations that came when their bulletin was no longer among those; by publication.

    A translation that comes late stands where its bulletin does, and a reader's own program, which has not seen its id
    before, shows it as unread. Below the newest nobody would find it, so it takes the place of the last of them.
    """
    by_time = sorted(told, key=lambda each: each.key)
    by_time.sort(key=lambda each: published_at(each, tag), reverse=True)
    newest, older = by_time[:NEWEST], by_time[NEWEST:]
    if not older:
        return newest
    since = day_of(published_at(newest[-1], tag))
    came = [(day, each) for each in older if (day := _came_late(each, tag, view.today)) and day > since]
    came.sort(key=lambda pair: pair[0], reverse=True)
    late = {each.key for _, each in came[:LATE]}
    kept = {each.key for each in newest[: NEWEST - len(late)]}
    return [each for each in by_time if each.key in kept or each.key in late]


def _came_late(bulletin: Bulletin, tag: str, today: date) -> date | None:
    """The day of which it is known that a translation was ready; None where a later change may have renewed it."""
    edition, shared = bulletin.editions[tag], bulletin.shared
    if edition.translation is None or edition.corrections or shared.updated:
        return None
    approved = edition.shared.approved if "approved" in edition.lines else None
    days = [day for day in (edition.translation.checked, approved.on if approved else None) if day]
    return min((day for day in days if day <= today), default=None)
