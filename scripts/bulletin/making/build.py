"""Makes what has to be made, and publishes the whole."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bulletin.finish import share_images
from bulletin.finish.store import prune
from bulletin.making.hands import Made, make_all
from bulletin.making.memory import Memory, save
from bulletin.making.outputs import PICTURES, SHARED, Content, outputs_of
from bulletin.model.output import Output
from bulletin.publish import LEDGER, StaleError, Standing, Wanted, publish, switch, write_manifest
from bulletin.render.press import Press, RenderError

TEMPLATES_KEPT = 400
"""Translated templates: some sixty are in use, and other branches have others."""
PICTURES_KEPT, PICTURES_SPARE = 2000, 3
"""Scaled photographs: so many, and so many times as many as pages show."""
ATTEMPTS = 2
"""How often a build begins anew because another one of the same site came between."""
UNUSED = 30 * 24 * 3600
"""Seconds after which nobody is expected to come back to a docs folder."""
GONE = 5
"""Sites that are no more whose spare trees one build removes."""


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
    press = Press(
        means.overrides,
        content.site,
        content.labels,
        content.furniture,
        kept=means.cache / "templates" if means.cache else None,
    )
    work = Path(tempfile.mkdtemp(dir=means.work))
    outputs: dict[str, Output] = {}
    for output in outputs_of(content, press, means.cache, work, jobs=means.jobs, trusts_stat=means.trusts_stat):
        outputs[output.address] = output
    if means.cache is None:
        result = Result(len(content.pages), switch(_tree(made_of(outputs, means), means.work / "html"), site_dir))
    else:
        result = _by_difference(outputs, site_dir, means, means.cache)
        share_images.tidy(content.extras.share_images, means.cache / SHARED)
        prune(
            means.cache / PICTURES, (), PICTURES_KEPT + PICTURES_SPARE * sum(file.width > 0 for file in content.files)
        )
        prune(means.cache / "templates", (), TEMPLATES_KEPT)
    return result


def _by_difference(outputs: Mapping[str, Output], site_dir: Path, means: Means, cache: Path) -> Result:
    """Make what is not there, and publish the difference; once more where another publication came between."""
    home = home_of(site_dir, cache)
    for _ in range(ATTEMPTS):
        with suppress(StaleError):
            return _attempt(outputs, Standing(site_dir, home, trusts_stat=means.trusts_stat), means)
    return _attempt(outputs, Standing(site_dir, home, trusts_stat=means.trusts_stat), means)


def _attempt(outputs: Mapping[str, Output], standing: Standing, means: Means) -> Result:
    missing = {at: each for at, each in outputs.items() if not standing.has(at, each.key)}
    made = made_of(missing, means)
    wanted = {
        at: Wanted(each.key, made[at].sha256, made[at].file)
        if at in made
        else Wanted(each.key, standing.sha256(at), None)
        for at, each in outputs.items()
    }
    is_new = publish(wanted, standing)
    with suppress(OSError):
        (standing.home / "path").write_text(str(standing.site), encoding="utf-8", errors="surrogateescape")
    return Result(sum(at.endswith(".html") for at in missing), is_new)


def home_of(site_dir: Path, cache: Path) -> Path:
    """The folder for what is known of a site; those of sites that are no more are removed, a few at a time."""
    real = os.path.realpath(site_dir)
    folder = cache / "sites"
    gone = 0
    for each in folder.iterdir() if folder.is_dir() else ():
        with suppress(OSError, UnicodeDecodeError):
            path = (each / "path").read_text(encoding="utf-8", errors="surrogateescape")
            if gone < GONE and not os.path.lexists(path):
                shutil.rmtree(each)
                gone += 1
    return folder / hashlib.blake2b(os.fsencode(real), digest_size=8).hexdigest()


def remember(site_dir: Path, cache: Path, known: Memory) -> None:
    """Keep what is known of a site that was built just now."""
    home = home_of(site_dir, cache)
    save(home, home / LEDGER, known)


def forget_unused(folders: Iterable[Path], name: str, now: float) -> None:
    """Remove what is kept of docs folders to which nobody has come back for long: of branches, of tests.

    `name` is that of the docs folder at hand, in each of the folders.
    """
    for folder in folders:
        with suppress(OSError):
            os.utime(folder / name, (now, now))
        for entry in folder.iterdir() if folder.is_dir() else ():
            with suppress(OSError):
                if entry.stat().st_mtime < now - UNUSED:
                    shutil.rmtree(entry) if entry.is_dir() else entry.unlink()


def made_of(outputs: Mapping[str, Output], means: Means) -> dict[str, Made]:
    """Make outputs, by address. Raises HandError."""
    folder = Path(tempfile.mkdtemp(dir=means.work))
    return make_all(list(outputs.values()), folder, means.jobs, (RenderError, OSError))


def _tree(made: Mapping[str, Made], tree: Path) -> Path:
    """What was made, as a tree with its manifest."""
    for address, each in made.items():
        target = tree / address
        target.parent.mkdir(parents=True, exist_ok=True)
        each.file.rename(target)
    write_manifest(tree)
    return tree
