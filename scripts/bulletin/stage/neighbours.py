"""What stands before and after: bulletins of a section, numbers of the publication, months and years of a list."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date

from bulletin.model.bulletin import Bulletin
from bulletin.model.kinds import NumberedIssue
from bulletin.model.locale import month_name
from bulletin.model.page import Json
from bulletin.stage.view import View

_NUMBERS = re.compile(r"[0-9]+")


def bulletins_beside(view: View, bulletin: Bulletin, tag: str) -> Json:
    """What stands before and after a dated bulletin in its section, or a numbered issue; None where nothing does.

    So a new bulletin, the newest of its section, changes the page of one other only.
    """
    if bulletin.section == "issues":
        return issues_beside(view, bulletin.key, tag)
    if not bulletin.is_dated:
        return None
    at = view.ranks[(bulletin.key, tag)]
    listed = view.listed[(bulletin.section, tag)]
    older = listed[at + 1] if at + 1 < len(listed) else None
    return _pair(_edition(view, older, tag), _edition(view, listed[at - 1] if at else None, tag))


def issues_beside(view: View, key: str, tag: str) -> Json:
    """The numbers of the publication before and after one; None for the only one."""
    issues = issues_in_order(view.listed.get(("issues", tag), []))
    at = [bulletin.key for bulletin in issues].index(key)
    older = issues[at + 1] if at + 1 < len(issues) else None
    return _pair(_edition(view, older, tag), _edition(view, issues[at - 1] if at else None, tag))


def issues_in_order(issues: Iterable[Bulletin]) -> list[Bulletin]:
    """Numbered issues, the newest first: by the year of the key `<year>-<number>`, then by their numbers.

    Numbers may begin anew with each year; an issue that does not say its number has that of its key.
    """

    def place(bulletin: Bulletin) -> tuple[int, int, str]:
        year, in_key = [*(int(number) for number in _NUMBERS.findall(bulletin.key)), 0, 0][:2]
        details = bulletin.details
        own = details.number if isinstance(details, NumberedIssue) else None
        return year, in_key if own is None else own, bulletin.key

    return sorted(issues, key=place, reverse=True)


def lists_beside(view: View, key: str, tag: str) -> Json:
    """The months, or years, of the same list before and after one, of those that have something in a locale."""
    shelf = view.shelves.get((tag, key.split("/", 1)[0], key.count("/")), [])
    before, after = bisect_left(shelf, key), bisect_right(shelf, key)
    older = shelf[before - 1] if before else None
    newer = shelf[after] if after < len(shelf) else None
    return _pair(_list(view, older, tag), _list(view, newer, tag))


def period_name(view: View, key: str, tag: str) -> str:
    """The year or month of a list, by its key: "Tháng 3 năm 2026", "2026"."""
    _, year, *month = key.split("/")
    if not month:
        return view.label(tag, "year_title", year=year)
    return month_name(date(int(year) or 1, int(month[0]), 1), tag)


def _pair(previous: Json, following: Json) -> Json:
    return {"previous": previous, "next": following} if previous or following else None


def _edition(view: View, bulletin: Bulletin | None, tag: str) -> Json:
    return view.link(bulletin.editions[tag].title, bulletin.key, tag) if bulletin else None


def _list(view: View, key: str | None, tag: str) -> Json:
    return view.link(period_name(view, key, tag), key, tag) if key else None
