"""Bodies, rendered when a page needs one, and known as long as they lead where their links lead now."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress

from bulletin.model.body import Body
from bulletin.model.bulletin import Bulletin
from bulletin.render.kept_bodies import Asking, LazyBody

Place = tuple[str, str]
_VIEWS = 2
"""Bodies that are remembered of one text: one with drafts shown and one without may differ."""


class Store:
    """All bodies that were rendered, by key and locale tag, the last one first."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: dict[Place, list[LazyBody]] = {}
        self._renderer = threading.Lock()  # one Markdown instance for each locale, with the state of one text

    def put(self, bodies: Mapping[Place, LazyBody]) -> None:
        """Take what an earlier process kept; it is asked before it is shown."""
        for place, body in bodies.items():
            self._known.setdefault(place, [body])

    def body(self, place: Place, bulletin: Bulletin, asking: Asking) -> LazyBody:
        """The body of an edition as its links lead now."""
        with self._renderer:
            for known in self._known.get(place, ()):
                with suppress(LookupError):  # what was kept has been removed meanwhile
                    if asking.is_of(known, bulletin, place[1]):
                        return known
            made = asking.made(bulletin.editions[place[1]], bulletin)
            self._known[place] = [made, *self._known.get(place, ())][:_VIEWS]
            return made

    def keep_only(self, places: Collection[Place]) -> None:
        """Forget the texts of bulletins that are no more."""
        with self._renderer:
            for place in self._known.keys() - places:
                del self._known[place]


class Texts(Mapping[Place, Body]):
    """The bodies of one site at one moment."""

    def __init__(self, store: Store, bulletins: Mapping[str, Bulletin], asking: Asking) -> None:
        """Take the site; nothing is rendered yet."""
        self._store = store
        self._bulletins = bulletins
        self._asking = asking
        self._made: dict[Place, Body] = {}

    def after(self, bulletins: Mapping[str, Bulletin], asking: Asking, changed: Collection[str]) -> Texts:
        """The bodies after some bulletins changed, and nothing to which a link of another leads."""
        texts = Texts(self._store, bulletins, asking)
        texts._made = {place: body for place, body in list(self._made.items()) if place[0] not in changed}
        return texts

    def __getitem__(self, place: Place) -> Body:
        found = self._made.get(place)
        if found is None:
            bulletin = self._bulletins[place[0]]
            if place[1] not in bulletin.editions:
                raise KeyError(place)
            found = self._made[place] = self._store.body(place, bulletin, self._asking)
        return found

    def __iter__(self) -> Iterator[Place]:
        return ((key, tag) for key, bulletin in self._bulletins.items() for tag in bulletin.editions)

    def __len__(self) -> int:
        return sum(len(bulletin.editions) for bulletin in self._bulletins.values())
