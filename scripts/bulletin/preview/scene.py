"""The site as the content is at one moment: what would be public, what is shown, and what the check says of it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from bulletin.checks import Task, check_lock, check_texts, rows_of, standings_of, weigh_all
from bulletin.checks.run import Outcome, across
from bulletin.model.bulletin import Bulletin
from bulletin.model.finding import Finding, Severity
from bulletin.model.routes import page_url
from bulletin.preview.drafts import opened
from bulletin.preview.memory import Memory
from bulletin.preview.texts import Store, Texts
from bulletin.render.kept_bodies import Asking
from bulletin.stage.gate import Cleared, clear
from bulletin.stage.lists import next_turn
from bulletin.stage.pages import furniture
from bulletin.stage.plan import Plan, plan
from bulletin.stage.view import View

_SAME = ("source_locale", "details")
"""Parts of a bulletin on which plan and lists depend, besides what its editions have of them."""


@dataclass(frozen=True)
class Look:
    """One way to see the content: what is cleared for it, its plan, its texts."""

    cleared: Cleared
    plan: Plan
    asking: Asking
    texts: Texts


@dataclass(frozen=True)
class Scene:
    """Everything that the preview shows until something changes."""

    memory: Memory
    now: datetime
    real: Cleared
    """What the gate says."""
    look: Look
    """What is shown."""
    view: View
    store: Store
    known: Mapping[str, tuple[Finding, ...]] | None = None
    """Key → its findings, as far as the whole was checked; those on no bulletin are under `None`'s text, "-"."""
    errors: tuple[Finding, ...] = ()
    """All that would stop the site."""
    made: dict[str, object] = field(default_factory=dict, repr=False)
    """What was made of this very scene, by address."""

    @cached_property
    def furniture(self) -> dict[str, object]:
        """What stands around every page."""
        return dict(furniture(self.view))

    @cached_property
    def real_look(self) -> Look:
        """What would be public."""
        return self.look if self.look.cleared is self.real else _look(self.memory, self.real, self.store)

    @cached_property
    def addresses(self) -> Mapping[str, tuple[str, str]]:
        """Address below the root → key and locale tag of its page."""
        return {self.view.url(key, tag): (key, tag) for key, tag in self.look.plan.kinds}

    @cached_property
    def sound(self) -> Scene:
        """The same without drafts in which something is wrong, on which a page may stumble."""
        cleared = opened(self.real, with_faults=False)
        return self if cleared is self.look.cleared else _scene(self.memory, self.now, self.real, cleared, self.store)

    @property
    def next_change(self) -> datetime | None:
        """The next instant at which time alone changes it."""
        registries = self.memory.settings.registries
        return min(filter(None, (self.real.next_change, next_turn(registries, self.now))), default=None)

    def findings_of(self, key: str) -> tuple[Finding, ...]:
        """What the check says of a bulletin as it is."""
        if self.known is not None:
            return self.known.get(key, ())
        found = self.memory.known.get(key)
        if found is None or found.checked is None:
            return ()
        at_hand = self.look if "real_look" not in self.__dict__ else self.real_look
        bulletins = {key: found.bulletin} if found.bulletin else {}
        return tuple(
            weigh_all(
                Outcome((found.checked,), (), {}),
                check_texts(bulletins, at_hand.texts),
                self.memory.settings.policy,
                self.memory.today,
                self.real.bulletins,
                self.real.clearances,
                every=[each.checked for each in self.memory.known.values() if each.checked],
            ).findings
        )


def scene_of(memory: Memory, now: datetime, store: Store, *, shows_drafts: bool) -> Scene:
    """Make everything anew. Raises CallError for an extension of Markdown that is not there."""
    real = _cleared(memory, now)
    return _scene(memory, now, real, opened(real) if shows_drafts else real, store)


def scene_after(before: Scene, memory: Memory, changed: Collection[str], *, shows_drafts: bool) -> Scene:
    """The scene after some bundles changed: plan and lists stay where only texts are others."""
    news = {key: memory.known[key].bulletin for key in changed if key in memory.known}
    fresh = _cleared(memory, before.now, {key: each for key, each in news.items() if each})
    if memory.settings is not before.memory.settings or not _is_only_text(before, memory, changed, fresh):
        return scene_of(memory, before.now, before.store, shows_drafts=shows_drafts)
    replaced = {id(before.real.bulletins[key]): each for key, each in news.items() if each}
    bulletins = {**before.real.bulletins, **fresh.bulletins}
    real = replace(before.real, bulletins=bulletins)
    is_same = before.look.cleared is before.real
    look = _moved(before.look, real if is_same else replace(before.look.cleared, bulletins=bulletins), changed)
    scene = Scene(memory, before.now, real, look, _swapped(before.view, memory, look, replaced), before.store)
    if "real_look" in before.__dict__ and not is_same:
        scene.__dict__["real_look"] = _moved(before.real_look, real, changed)
    scene.__dict__["addresses"] = before.addresses
    return scene


def completed(scene: Scene, is_wanted: Callable[[], bool]) -> Scene | None:
    """The scene with what the check says of everything; None if it is not wanted any more meanwhile."""
    memory, look = scene.memory, scene.real_look
    for place in look.texts:
        if not is_wanted():
            return None
        look.texts[place]
    scene.store.keep_only(set(look.texts))
    checked = [each.checked for each in memory.known.values() if each.checked]
    bundles = [each.bundle for each in memory.known.values()]
    task = Task(memory.docs, memory.settings.given(memory.today))
    told = (*memory.findings, *across(task, bundles, checked))
    weighed = weigh_all(
        Outcome(tuple(checked), told, {}),
        check_texts(scene.real.bulletins, look.texts),
        memory.settings.policy,
        memory.today,
        scene.real.bulletins,
        scene.real.clearances,
    )
    findings = weighed.findings
    if not any(each.severity is Severity.ERROR for each in findings):
        site = memory.settings.site
        addresses = {page_url(site.locale(tag).prefix, key) for key, tag in look.plan.kinds}
        findings += check_lock(memory.settings.lock, addresses)
    known: dict[str, list[Finding]] = {}
    for each in findings:
        known.setdefault(each.key or _key_of(each, memory), []).append(each)
    done = copy.copy(scene)
    object.__setattr__(done, "known", {key: tuple(found) for key, found in known.items()})
    object.__setattr__(done, "errors", tuple(each for each in findings if each.severity is Severity.ERROR))
    object.__setattr__(done, "made", {})
    return done


def _key_of(finding: Finding, memory: Memory) -> str:
    """The home page's findings have an empty key, as those have that belong to no bulletin."""
    home = memory.known.get("")
    return "" if home and finding.path in home.bundle.files.values() else "-"


def _cleared(memory: Memory, now: datetime, only: Mapping[str, Bulletin] | None = None) -> Cleared:
    every = {key: each.bulletin for key, each in memory.known.items() if each.bulletin} if only is None else only
    judgements = {(key, tag): judged for key in every for tag, judged in memory.known[key].judgements.items()}
    return clear(every, now, memory.settings.policy, judgements)


def _look(memory: Memory, cleared: Cleared, store: Store) -> Look:
    settings = memory.settings
    planned = plan(cleared, settings.site, settings.registries, settings.recorded)
    asking = Asking(planned.routes(settings.site, cleared, settings.registries), settings.renderer)
    return Look(cleared, planned, asking, Texts(store, cleared.bulletins, asking))


def _scene(memory: Memory, now: datetime, real: Cleared, cleared: Cleared, store: Store) -> Scene:
    look = _look(memory, cleared, store)
    return Scene(memory, now, real, look, _view(memory, look), store)


def _view(memory: Memory, look: Look) -> View:
    settings = memory.settings
    seen = Outcome(tuple(each.checked for each in memory.known.values() if each.checked), (), {})
    return View(
        settings.site,
        settings.labels,
        settings.registries,
        look.cleared,
        look.plan,
        look.texts,
        standings_of(seen),
        rows_of(seen),
        settings.emblem,
    )


# After a change of texts alone


def _is_only_text(before: Scene, memory: Memory, changed: Collection[str], fresh: Cleared) -> bool:
    """Whether neither plan nor lists nor the answers to any link can be others."""
    for key in changed:
        old, new = before.real.bulletins.get(key), fresh.bulletins.get(key)
        if old is None or new is None or old.editions.keys() != new.editions.keys():
            return False
        if any(getattr(old, name) != getattr(new, name) for name in _SAME):
            return False
        for tag, edition in new.editions.items():
            was = old.editions[tag]
            if was.shared != edition.shared or bool(was.title) != bool(edition.title):
                return False
            if was.translation != edition.translation:
                return False
            if before.real.clearances[key, tag] != fresh.clearances[key, tag]:
                return False
    return memory.today == before.memory.today


def _moved(look: Look, cleared: Cleared, changed: Collection[str]) -> Look:
    asking = look.asking.after(cleared.bulletins)
    return Look(cleared, look.plan, asking, look.texts.after(cleared.bulletins, asking, changed))


def _swapped(view: View, memory: Memory, look: Look, replaced: Mapping[int, Bulletin]) -> View:
    """The view with some bulletins in the places of what they were: none has moved in any list."""
    seen = Outcome(tuple(each.checked for each in memory.known.values() if each.checked), (), {})
    swapped = object.__new__(View)
    named = {"cleared": look.cleared, "bodies": look.texts, "standings": standings_of(seen), "rows": rows_of(seen)}
    lists = {
        name: {place: list(_others(listed, replaced)) for place, listed in getattr(view, name).items()}
        for name in ("newest", "standing", "listed")
    }
    same = {name: getattr(view, name) for name in ("site", "labels", "registries", "plan", "emblem", "places")}
    swapped.__dict__.update(same | named | lists)
    return swapped


def _others(listed: list[Bulletin], replaced: Mapping[int, Bulletin]) -> Iterator[Bulletin]:
    return (replaced.get(id(each), each) for each in listed)
