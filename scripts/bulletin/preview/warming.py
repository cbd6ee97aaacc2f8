"""Checks and renders a docs folder in processes of its own, and leaves what it finds in the caches: for the preview."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bulletin.checks import Task, judge_all, run
from bulletin.making.hands import parallel
from bulletin.model.calendar import day_of
from bulletin.preview.settings import read_settings
from bulletin.program import cache_of, instant_of, say
from bulletin.render.kept_bodies import bodies_of
from bulletin.source.tree import read_tree
from bulletin.stage.gate import clear
from bulletin.stage.plan import plan


def main() -> None:
    """Called with a docs folder and an instant; tells how far it is, "12/1000" a line."""
    docs, now = Path(sys.argv[1]), instant_of(sys.argv[2])
    settings, jobs, cache = read_settings(docs), os.cpu_count() or 1, cache_of(docs)
    run(Task(docs, settings.given(day_of(now)), jobs, cache), progress=lambda done, total: say(f"{done}/{total}\n"))
    tree = read_tree(docs, settings.site.tags)
    cleared = clear(tree.bulletins, now, settings.policy, judge_all(tree, settings.approving))
    planned = plan(cleared, settings.site, settings.registries, settings.recorded)
    routes = planned.routes(settings.site, cleared, settings.registries)
    folder = cache.parents[1] / "bodies" / cache.name
    bodies_of(tree.bulletins, routes, settings.renderer, folder, lambda makers: parallel(makers, jobs))
