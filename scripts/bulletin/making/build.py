"""Makes what has to be made, and publishes the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bulletin.finish import share_images
from bulletin.finish.store import prune
from bulletin.making.hands import make_all
from bulletin.making.outputs import Content, outputs_of
from bulletin.model.output import Output
from bulletin.publish import switch, write_manifest
from bulletin.render.press import Press, RenderError

TEMPLATES_KEPT = 400
"""Translated templates: some sixty are in use, and other branches have others."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a build has done."""

    pages: int
    """Pages that were rendered."""
    is_new: bool
    """Whether the site is another than before."""


@dataclass(frozen=True, slots=True)
class Means:
    """With what a build works."""

    overrides: Path
    work: Path
    """An empty folder of this process alone."""
    jobs: int
    cache: Path | None
    trusts_stat: bool


def build_site(content: Content, site_dir: Path, means: Means) -> Result:
    """Make a site and put it in its place. Raises HandError, RenderError, SourceError and PublishError."""
    kept = means.cache / "templates" if means.cache else None
    press = Press(means.overrides, content.site, content.labels, content.furniture, kept=kept)
    outputs: dict[str, Output] = {}
    for output in outputs_of(content, press, means.cache, trusts_stat=means.trusts_stat):
        outputs[output.address] = output
    files = _made(outputs, means)
    is_new = switch(files, site_dir)
    if means.cache:
        share_images.tidy(content.extras.share_images, means.cache / "share-images")
        prune(means.cache / "templates", (), TEMPLATES_KEPT)
    return Result(len(content.pages), is_new)


def _made(outputs: Mapping[str, Output], means: Means) -> Path:
    """All outputs as a tree of their own, with its manifest."""
    made, tree = means.work / "made", means.work / "html"
    made.mkdir()
    for address, each in make_all(list(outputs.values()), made, means.jobs, (RenderError, OSError)).items():
        target = tree / address
        target.parent.mkdir(parents=True, exist_ok=True)
        each.file.rename(target)
    write_manifest(tree)
    return tree
