"""A build after nothing but texts have changed: makes what shows them, and leaves all else as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from bulletin.finish import extra_makers, search
from bulletin.making.build import Means, Result, home_of, made_of
from bulletin.making.memory import Memory, load
from bulletin.making.outputs import known, pages_of
from bulletin.model.api import ApiFile
from bulletin.model.extras import Extras
from bulletin.model.output import Output
from bulletin.model.page import Json
from bulletin.publish import MANIFEST, StaleError, Standing, Wanted, publish
from bulletin.render.press import Press
from bulletin.stage.api.addresses import address_of
from bulletin.stage.api.bulletins import is_withdrawn, public_tags
from bulletin.stage.api.interface import Interface
from bulletin.stage.feeds import feeds
from bulletin.stage.noted import Notes, Place
from bulletin.stage.pages import pages_at
from bulletin.stage.search import catalogue, entry_of, numbers, synonyms
from bulletin.stage.view import View

FEW = 40
"""Bulletins whose texts may have changed: for more of them everything is gone through."""


class _LostError(Exception):
    """Something that should stand does not: everything is to be gone through."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What is known when a build begins."""

    view: View
    notes: Notes
    """With which the view was made."""
    furniture: Callable[[], Mapping[str, Json]]
    present: Memory
    """Without the pages, their number and that of the pictures: these are as they were."""
    html: Callable[[str], str | None]
    """Gives a text that was rendered before by its digest; None where nobody has it any more."""


def build_edit(edit: Edit, site_dir: Path, means: Means) -> tuple[Result, Memory] | None:
    """Make what shows the texts that have changed, and publish it; None where more than texts have, or may have.

    Raises HandError, RenderError and PublishError.
    """
    if means.cache is None:
        return None
    home = home_of(site_dir, means.cache)
    standing = Standing(site_dir, home, trusts_stat=means.trusts_stat)
    past = load(home, standing.ledger)
    if past is None or past.rest != edit.present.rest or not past.begins <= edit.present.begins < past.ends:
        return None
    keys = {key for key, digest in edit.present.texts.items() if past.texts.get(key) != digest}
    if len(keys) > FEW or edit.present.texts.keys() != past.texts.keys():
        return None
    work = _Work(edit, past, standing, means, keys)
    with suppress(_LostError, StaleError):
        return work.done()
    return None


@dataclass(frozen=True, slots=True)
class _Work:
    edit: Edit
    past: Memory
    standing: Standing
    means: Means
    keys: set[str]
    """Of the bulletins whose texts have changed."""

    def done(self) -> tuple[Result, Memory]:
        """Make and publish. Raises _LostError and StaleError."""
        places = list(dict.fromkeys(place for key in sorted(self.keys) for place in self.past.pages.get(key, ())))
        outputs = {each.address: each for each in self._outputs(places)}
        gone = set(self._gone(outputs))
        entries = self.standing.known.site
        for address, entry in entries.items():
            if address not in outputs and address not in gone and address != MANIFEST:
                self._hold(address, entry.key)
        missing = {at: each for at, each in outputs.items() if not self.standing.has(at, each.key)}
        made = made_of(missing, self.means)
        wanted = {
            address: Wanted(entry.key, entry.sha256, None)
            for address, entry in entries.items()
            if address not in gone and address != MANIFEST
        }
        for address, each in outputs.items():
            file = made[address].file if address in made else None
            hashed = made[address].sha256 if address in made else self.standing.sha256(address)
            wanted[address] = Wanted(each.key, hashed, file)
        is_new = publish(wanted, self.standing)
        pages = sum(address.endswith(".html") for address in missing)
        return Result(pages, is_new), self._memory(places)

    def _hold(self, address: str, key: str) -> None:
        if not self.standing.has(address, key):
            raise _LostError(address)

    def _memory(self, places: list[Place]) -> Memory:
        """What is known now: of the pages that were made, whose texts they asked for this time."""
        again = set(places)
        asked = {key: [each for each in found if each not in again] for key, found in self.past.pages.items()}
        for key, found in self.edit.notes.pages.items():
            asked.setdefault(key, []).extend(found)
        return replace(self.edit.present, pages=asked, count=self.past.count, images=self.past.images)

    def _outputs(self, places: list[Place]) -> Iterator[Output]:
        view, means = self.edit.view, self.means
        kept = means.cache / "templates" if means.cache else None
        press = Press(means.overrides, view.site, view.labels, self.edit.furniture(), kept=kept)
        yield from pages_of(pages_at(view, places, self.edit.notes), press)
        icon = next((view.site.url + url for url in press.files() if url.startswith("assets/icon.")), "")
        extras = Extras(feeds=tuple(feeds(view, self.keys)), api=self._interface())
        for make in extra_makers(extras, view.site, icon):
            for address, data in make():
                yield known(address, data)
        for tag in view.site.tags:
            for address, data in self._search(tag):
                yield known(address, data)

    def _interface(self) -> list[ApiFile]:
        view, entries = self.edit.view, self.standing.known.site
        told = [each for each in view.cleared.bulletins.values() if public_tags(view, each) or is_withdrawn(view, each)]
        stand = {}
        for bulletin in told:
            if bulletin.key and bulletin.key not in self.keys:
                entry = entries.get(address_of(bulletin.key))
                if entry is None:
                    raise _LostError(bulletin.key)
                stand[bulletin.key] = entry.sha256
        return [*Interface(view, stand)] if any(each.key in self.keys for each in told) else []

    # The search

    def _search(self, tag: str) -> Iterator[tuple[str, bytes]]:
        """The files of the index that are other ones now."""
        view, cache = self.edit.view, self.means.cache
        changed = [
            key
            for key in sorted(self.keys)
            if key
            and view.cleared.is_public(key, tag)
            and self.past.bodies.get((key, tag)) != self.edit.present.bodies[(key, tag)]
        ]
        if not changed:
            return
        index = self._changed(tag, changed) or search.index_of(catalogue(view, tag))
        if cache is not None:
            search.keep_lengths(index, cache)
        yield from search.files_of(index)

    def _changed(self, tag: str, keys: list[str]) -> search.Index | None:
        view, cache = self.edit.view, self.means.cache
        turned = []
        places = numbers(view, tag)
        for key in keys:
            before = self.edit.html(self.past.bodies.get((key, tag), ""))
            if before is None:
                return None
            bulletin = view.cleared.bulletins[key]
            entries = [entry_of(view, bulletin, tag, html) for html in (before, view.bodies[(key, tag)].html)]
            turned.append(search.Turned(places[key], *entries))
        manifest = self._bytes(f"search/{tag}.json")
        lengths = search.kept_lengths(cache, manifest) if cache else None
        if lengths is None:
            return None
        standing = search.Standing(search.manifest_of(manifest), lengths, self._text, self.standing.sha256)
        return search.changed(standing, turned, synonyms(view, tag), tag)

    def _text(self, address: str) -> str:
        return self._bytes(address).decode()

    def _bytes(self, address: str) -> bytes:
        """A file of the site as it was published. Raises _LostError."""
        entry = self.standing.known.site.get(address)
        try:
            data = (self.standing.site / address).read_bytes()
        except OSError as error:
            raise _LostError(address) from error
        if entry is None or sha256(data).hexdigest() != entry.sha256:
            raise _LostError(address)
        return data

    def _gone(self, outputs: Mapping[str, Output]) -> Iterator[str]:
        """Files of an index whose place others have taken."""
        for tag in self.edit.view.site.tags:
            if f"search/{tag}.json" not in outputs:
                continue
            manifest = search.manifest_of(outputs[f"search/{tag}.json"].make())
            stay = f"{manifest['path']}t", f"{manifest['path']}r", f"{manifest['lists']}w"
            for address in self.standing.known.site:
                is_of_tag = address.startswith("search/") and address.split("/")[2:3] == [tag]
                if is_of_tag and address not in outputs and not address.startswith(stay):
                    yield address
