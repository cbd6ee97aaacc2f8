"""The newest bulletins, for the sitemap of news."""

from __future__ import annotations

from datetime import date, timedelta

from bulletin.model.headline import Headline
from bulletin.stage.view import View

WINDOW = timedelta(days=2)
"""Search engines take what is not older ("News sitemaps", Google Search Central)."""
LIMIT = 1_000
"""Entries that such a sitemap may have (as above)."""


def headlines(view: View) -> tuple[Headline, ...]:
    """The editions of the last two days on which something was published, the newest first.

    The days end with the newest bulletin's, not with the day of the build: so time alone never changes the sitemap,
    nobody has to build for that, and it is never empty, which its schema forbids. Search engines pass over what is
    older than two days when they come.
    """
    found = [
        Headline(view.url(bulletin.key, tag), tag, bulletin.editions[tag].title, day)
        for tag in view.site.tags
        for bulletin in view.newest[tag]
        if (day := bulletin.shared.date)
    ]
    first = max((each.published for each in found), default=date.min)
    recent = (each for each in found if first - each.published < WINDOW)
    return tuple(sorted(recent, key=lambda each: (-each.published.toordinal(), each.url))[:LIMIT])
