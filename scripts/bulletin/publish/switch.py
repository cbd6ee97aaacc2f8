"""The step that puts a finished tree before readers: all of it, or nothing.

    tree ──copy──▶ .site.new-… ──verify──▶ one rename ──▶ site

Whenever the process dies or the disk fills, `site` is wholly the old tree or wholly the new one.
A server must look the site up by its path: one that was started inside the folder, or mounted the
folder itself into a container, keeps the old folder, which is then emptied.
"""

import os
from contextlib import suppress
from pathlib import Path

from bulletin.publish import errors, lock, manifest, siblings
from bulletin.publish.exchange import exchange
from bulletin.publish.tree import copy, naming, sync_open

WAIT_SECONDS = 30.0
"""How long another publication of the same site may take before we give up."""


def switch(tree: Path, site_dir: Path, *, wait_seconds: float = WAIT_SECONDS) -> bool:
    """Make the site a copy of the tree, which has its manifest; False if it already was one.

    A link is followed and stays. What else was in a site that we made is gone. Raises PublishError,
    and then the old site stands; only its UNCONFIRMED means that the new one does.
    """
    tree, site = Path(os.path.realpath(tree)), Path(os.path.realpath(site_dir))
    if tree.is_relative_to(site) or site.is_relative_to(tree):
        raise errors.PublishError(errors.OVERLAP.filled(tree=tree, site=site))
    try:
        check_target(site)
        site.parent.mkdir(parents=True, exist_ok=True)
        with lock.held(siblings.lock_file(site), wait_seconds):
            return _switch(tree, site)
    except lock.BusyError as error:
        raise errors.PublishError(errors.BUSY.filled(site=site, seconds=wait_seconds)) from error
    except errors.ManifestError as error:
        raise failure(error.message, site) from error
    except OSError as error:
        raise failure(errors.reason(error), site) from error


def _switch(tree: Path, site: Path) -> bool:
    siblings.clear(site)
    try:
        if _is_copy(site, tree):
            return False
        new = siblings.named(site, "new")
        copy(tree, new)
        manifest.verify(new)
        replace_folder(site, new)
    finally:
        with suppress(OSError):  # what is left is in nobody's way
            siblings.clear(site)
    return True


def check_target(site: Path) -> None:
    """Refuse a folder that this tool did not make, before anything is done for it. Raises PublishError."""
    if not os.path.lexists(site):
        return
    if site.is_symlink() or not site.is_dir():  # only a loop of links is still a link here
        raise errors.PublishError(errors.NOT_A_FOLDER.filled(site=site))
    if site.is_mount():
        raise errors.PublishError(errors.MOUNT_POINT.filled(site=site))
    if any(site.iterdir()) and not (site / manifest.MANIFEST).is_file():
        raise errors.PublishError(errors.NOT_OURS.filled(site=site))


def _is_copy(site: Path, tree: Path) -> bool:
    wanted = manifest.read(tree)
    try:
        if manifest.read(site) != wanted:
            return False
        manifest.verify(site)
    except (errors.ManifestError, OSError):
        return False
    manifest.verify(tree)  # or an edit made after the manifest would pass for published
    return True


def replace_folder(site: Path, new: Path) -> None:
    """Put a new folder in the place of the site, in one step; the old one is then where the new one was, or aside."""
    # Opened before, so that after the rename nothing but the disk itself can fail.
    parent = os.open(site.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if site.is_dir():
            exchange(new, site, siblings.named(site, "old"))
        else:
            new.rename(site)
        _confirm(parent, site)
    finally:
        os.close(parent)


def _confirm(parent: int, site: Path) -> None:
    try:
        with naming(site.parent):
            sync_open(parent)
    except OSError as error:
        raise errors.PublishError(errors.UNCONFIRMED.filled(site=site, reason=errors.reason(error))) from error


def failure(why: errors.Message, site: Path) -> errors.PublishError:
    """What went wrong, and what stands now."""
    outcome = errors.NONE_STANDS.filled(site=site)
    if (site / manifest.MANIFEST).is_file():
        outcome = errors.OLD_STANDS.filled(site=site)
    else:
        with suppress(OSError):
            for aside in siblings.left(site, "old"):
                outcome = errors.SET_ASIDE.filled(aside=aside)
    return errors.PublishError(errors.FAILED.filled(reason=why, outcome=outcome))
