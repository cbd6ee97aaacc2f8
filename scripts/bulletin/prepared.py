"""Everything that the content says the site is, before a file of it is made: read, checked, cleared, and rendered."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property, partial
from pathlib import Path
from types import MappingProxyType

from bulletin.checks import Task, check_lock, check_texts, judge_all, rows_of, run, standings_of, weigh_all
from bulletin.checks.addresses import LOCK_NAME, read_lock
from bulletin.checks.bundle import Given
from bulletin.making.edit import Edit
from bulletin.making.hands import parallel
from bulletin.making.memory import Memory, rest_of, texts_of
from bulletin.making.outputs import Content
from bulletin.model.abbreviations import abbreviations_of
from bulletin.model.body import Body
from bulletin.model.calendar import day_of, start_of
from bulletin.model.catalogue import message
from bulletin.model.extras import Extras
from bulletin.model.finding import CallError, Finding, Severity
from bulletin.model.page import Json, Page, Published
from bulletin.model.policy import Policy
from bulletin.model.routes import Routes, page_url
from bulletin.model.rows import Rows
from bulletin.model.site import Labels, Site
from bulletin.model.state import Standing
from bulletin.program import ROOT, config_of
from bulletin.render.body import BodyRenderer
from bulletin.render.kept_bodies import bodies_of, kept_html
from bulletin.source.approvers import read_approving
from bulletin.source.kept_tree import read_tree_again
from bulletin.source.registries import read_policy, read_registries
from bulletin.source.site import read_extensions, read_labels, read_site
from bulletin.source.tree import Tree
from bulletin.stage.extras import extras_of
from bulletin.stage.gate import Cleared, clear
from bulletin.stage.lists import next_turn
from bulletin.stage.noted import Noted, Notes, Place
from bulletin.stage.pages import all_pages, files, furniture
from bulletin.stage.plan import Plan, plan
from bulletin.stage.view import View

OVERRIDES = ROOT / "overrides"
EMBLEM = OVERRIDES / "assets" / "icon.svg"
"""The site's icon, which stands in every masthead and in every picture for sharing."""


@dataclass(frozen=True)
class Prepared:
    """What the content says the site is. Its pages and all else are worked out when somebody asks for them."""

    site: Site
    labels: Labels
    docs: Path
    now: datetime
    findings: Sequence[Finding]
    """Weighed, by place."""
    waived: Sequence[Finding]
    """Those that somebody has waived; they stop nothing."""
    editions: int
    """How many could be read."""
    view: View | None
    """None where an error stops publication: then there are no pages."""
    notes: Notes
    """Take whose texts the pages ask for."""
    tree: Tree
    bodies: Mapping[Place, Body]
    """(key, locale tag) → the text of every edition."""
    kept: Path | None
    """The folder in which rendered texts are kept."""
    lock: str
    """The addresses that were ever published."""
    next_change: datetime | None

    @cached_property
    def pages(self) -> Sequence[Page]:
        """Every page, by address."""
        return list(all_pages(self.view, self.notes)) if self.view else []

    @cached_property
    def furniture(self) -> Mapping[str, Json]:
        """What all pages of a locale share."""
        return furniture(self.view) if self.view else {}

    @cached_property
    def files(self) -> Sequence[Published]:
        """The files of bundles that pages show."""
        return files(self.view) if self.view else []

    @cached_property
    def extras(self) -> Extras:
        """All that is no page."""
        return extras_of(self.view) if self.view else Extras()

    @property
    def content(self) -> Content:
        """What the site is made of."""
        pages, files = list(self.pages), list(self.files)
        return Content(self.docs, self.site, self.labels, self.furniture, pages, files, self.extras)

    @property
    def errors(self) -> int:
        """How many findings stop publication."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def ends(self) -> datetime:
        """The instant at which time alone may change the site."""
        return min(filter(None, (self.next_change, start_of(day_of(self.now) + timedelta(days=1)))))

    @cached_property
    def present(self) -> Memory | None:
        """What is known now for the next build, without the pages; None where it is not known what was read."""
        view = self.view
        if view is None or self.kept is None or len(self.tree.rests) < len(self.tree.bulletins):
            return None
        beside = (self.lock, str(self.docs.resolve()))
        return Memory(
            rest=rest_of(view, self.tree.rests, beside, OVERRIDES),
            begins=self.now.timestamp(),
            ends=self.ends.timestamp(),
            texts=texts_of(self.bodies.items(), dict(view.standings.items()), dict(view.rows.items())),
            bodies={place: body.digest for place, body in self.bodies.items()},
            pages={},
            count=0,
            images=0,
        )

    @property
    def edit(self) -> Edit | None:
        """What is needed to make only what shows texts that have changed."""
        if self.view is None or self.present is None or self.kept is None:
            return None
        return Edit(self.view, self.notes, lambda: self.furniture, self.present, partial(kept_html, self.kept))


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known of a docs folder before a text is checked or rendered."""

    docs: Path
    site: Site
    labels: Labels
    policy: Policy
    given: Given
    tree: Tree
    cleared: Cleared
    lock: str
    """The addresses that were ever published."""
    plan: Plan
    routes: Routes
    renderer: BodyRenderer

    def view(
        self,
        bodies: Mapping[Place, Body],
        standings: Mapping[Place, Standing] = MappingProxyType({}),
        rows: Mapping[Place, Rows] = MappingProxyType({}),
    ) -> View:
        """The content as pages look at it, or as much of it as there are bodies."""
        emblem = EMBLEM.read_text(encoding="utf-8")
        return View(
            *(self.site, self.labels, self.given.registries, self.cleared, self.plan, bodies, standings, rows, emblem)
        )


def read_ground(docs: Path, now: datetime, cache: Path | None) -> Ground:
    """Read a docs folder and decide what of it is public. Raises CallError as `prepare` does."""
    config = config_of(docs)
    site = read_site(config)
    labels = read_labels(ROOT / "overrides" / "locales", site.tags)
    extensions = read_extensions(config)
    if not docs.is_dir():
        raise CallError("--docs", message("no-folder", found=docs))
    registries, policy = read_registries(docs, site.tags), read_policy(docs)
    file = cache.parents[1] / "tree" / cache.name if cache else None
    tree = read_tree_again(docs, site.tags, file, trusts_stat=trusts_stat())
    approving = read_approving(docs, policy, site.tags)
    given = Given(site.tags, registries, day_of(now), approving, site.issue)
    cleared = clear(tree.bulletins, now, policy, judge_all(tree, approving))
    lock = read_lock_of(docs)
    planned = plan(cleared, site, registries, set(read_lock(lock)[0]))
    routes = planned.routes(site, cleared, registries)
    renderer = BodyRenderer(extensions, labels, {tag: abbreviations_of(registries, tag) for tag in site.tags})
    return Ground(docs, site, labels, policy, given, tree, cleared, lock, planned, routes, renderer)


def trusts_stat() -> bool:
    """Whether size, times and inode of a file may stand for its content (architecture.md, "Cache key")."""
    return not os.environ.get("CI")


def prepare(
    docs: Path,
    now: datetime,
    *,
    jobs: int = 1,
    cache: Path | None = None,
    before: Callable[[Ground], None] = lambda _: None,
) -> Prepared:
    """Read, check and clear a docs folder; `cache` is the file in which the check keeps what it knows, None for none.

    `before` is called with what is known before anything is checked or rendered. Raises CallError for a wrong
    configuration or registry.
    """
    ground = read_ground(docs, now, cache)
    before(ground)
    site, tree, cleared, planned, given = ground.site, ground.tree, ground.cleared, ground.plan, ground.given
    policy, lock, today = ground.policy, ground.lock, given.today
    outcome = run(Task(docs, given, jobs, cache, trusts_stat=trusts_stat()))
    kept = cache.parents[1] / "bodies" / cache.name if cache else None
    bodies = bodies_of(tree.bulletins, ground.routes, ground.renderer, kept, lambda makers: parallel(makers, jobs))
    # What reading found is among what the check tells of each bundle.
    texts = check_texts(tree.bulletins, bodies)
    weighed = weigh_all(outcome, texts, policy, today, tree.bulletins, cleared.clearances)
    findings = weighed.findings
    if not any(finding.severity is Severity.ERROR for finding in findings):
        # A bulletin with a mistake is not lost: to call it so would send its editor the wrong way.
        addresses = {page_url(site.locale(tag).prefix, key) for key, tag in planned.kinds}
        findings += check_lock(lock, addresses)
    is_stopped = any(finding.severity is Severity.ERROR for finding in findings)
    notes = Notes()
    seen = Noted(bodies, notes), Noted(standings_of(outcome), notes), Noted(rows_of(outcome), notes)
    return Prepared(
        site=site,
        labels=ground.labels,
        docs=docs,
        now=now,
        findings=findings,
        waived=weighed.waived,
        editions=len(bodies),
        view=ground.view(*seen) if not is_stopped else None,
        notes=notes,
        tree=tree,
        bodies=bodies,
        kept=kept,
        lock=lock,
        next_change=min(filter(None, (cleared.next_change, next_turn(given.registries, now))), default=None),
    )


def read_lock_of(docs: Path) -> str:
    """The addresses that were ever published from a docs folder: `urls.lock` beside it.

    The project's own lock speaks of its own docs/ only, not of another tree that is built inside the project.
    """
    docs = docs.resolve()
    if docs.parent == ROOT and docs != ROOT / "docs":
        return ""
    path = docs.parent / LOCK_NAME
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise CallError(f"{LOCK_NAME}:1", message("unreadable-file", reason=error)) from error
