"""What `translation.lock` is to say once an editor has compared the two."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from bulletin.checks.states import digests
from bulletin.model.bulletin import Bulletin, Edition
from bulletin.model.state import Accepted
from bulletin.source.blocks import read_blocks


def accepted_now(
    bulletin: Bulletin, was: Mapping[str, Accepted], today: date, only: Collection[str] = ()
) -> tuple[dict[str, Accepted], list[str]]:
    """The whole lock as it is to be, and the tags of the translations that are accepted.

       `only` are the locales that are meant, none for all.
    What the lock says of others stays.
    """
    source = bulletin.source
    translations = [edition for edition in bulletin.editions.values() if edition.translation and edition is not source]
    meant = [edition for edition in translations if not only or edition.locale in only] if source else []
    now = dict(was)
    for edition in meant:
        if source is not None:
            now[edition.locale] = _accepted(source, edition, was.get(edition.locale), today)
    return now, sorted(edition.locale for edition in meant)


def _accepted(source: Edition, edition: Edition, was: Accepted | None, today: date) -> Accepted:
    """The day stays where nothing has changed since, unless an editor has dated it anew."""
    own = tuple(digest for digest, _ in digests(read_blocks(source)))
    other = tuple(digest for digest, _ in digests(read_blocks(edition)))
    checked = edition.translation.checked if edition.translation else None
    if was is not None and (was.of, was.source, was.translation) == (source.locale, own, other):
        is_newer = checked is not None and was.on < checked <= today
        return was if not is_newer else Accepted(source.locale, today, own, other, was.line)
    return Accepted(source.locale, today, own, other)
