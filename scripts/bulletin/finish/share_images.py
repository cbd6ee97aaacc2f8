"""The pictures for sharing, drawn by several hands, and kept from build to build."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from urllib.parse import unquote

from bulletin.finish.share_canvas import draw
from bulletin.finish.share_panel import Panel, panel_of
from bulletin.finish.store import keep, kept, prune
from bulletin.model.output import Output
from bulletin.model.share_image import Look, ShareImage

_TOOLS = ("Pillow", "resvg-py", "uharfbuzz", "fontpkg-be-vietnam-pro")
_OWN = ("lettering.py", "pictures.py", "scenery.py", "share_canvas.py", "share_panel.py")
"""What draws: whoever changes it sees what he did, whatever is kept."""
SPARE = 2000
"""Pictures that are kept although no page shows them now: those of other docs folders, and of other instants."""


def draw_all(images: Sequence[ShareImage], html: Path, docs: Path, folder: Path | None) -> None:
    """Write every picture below the folder of the pages; those that a folder keeps as they are.

    Raises OSError where one cannot be written.
    """
    missing = []
    for image in images:
        made = kept(folder / _name(image)) if folder else None
        if made is None:
            missing.append(image)
        else:
            _write(image, html, made)
    missing.sort(key=lambda image: (image.picture, "" if image.picture else image.url))
    groups = [list(group) for _, group in groupby(missing, key=lambda image: image.picture or image.url)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for done in [pool.submit(_draw_group, group, html, docs, folder) for group in groups]:
            done.result()
    if folder:
        used = {_name(image) for image in images}
        prune(folder, used, len(used) + SPARE)


def outputs(images: Iterable[ShareImage], docs: Path, folder: Path | None) -> Iterator[Output]:
    """Every picture as an output; those of one lead picture follow one another, which is then prepared once."""
    for image in sorted(images, key=lambda image: (image.picture, image.url)):
        yield Output(unquote(image.url), _name(image), partial(_drawn, image, docs, folder))


def _drawn(image: ShareImage, docs: Path, folder: Path | None) -> bytes:
    made = kept(folder / _name(image)) if folder else None
    if made is None:
        made = draw(image, _panel(docs / image.picture, image.look) if image.picture else None)
        if folder:
            keep(folder / _name(image), made)
    return made


_last: list[tuple[Path, Look, Panel | None]] = []


def _panel(picture: Path, look: Look) -> Panel | None:
    """The lead picture as it is drawn, remembered for the next picture alone: both languages have the same."""
    if not _last or _last[0][:2] != (picture, look):
        _last[:] = [(picture, look, panel_of(picture, look))]
    return _last[0][2]


def tidy(images: Iterable[ShareImage], folder: Path) -> None:
    """Forget pictures that no page has shown for long."""
    used = {_name(image) for image in images}
    prune(folder, used, len(used) + SPARE)


def _draw_group(images: Sequence[ShareImage], html: Path, docs: Path, folder: Path | None) -> None:
    """Draw the pictures of pages that have one lead picture, or one of a page that has none."""
    first = images[0]
    panel = panel_of(docs / first.picture, first.look) if first.picture else None
    for image in images:
        made = draw(image, panel)
        if folder:
            keep(folder / _name(image), made)
        _write(image, html, made)


def _write(image: ShareImage, html: Path, made: bytes) -> None:
    target = html / unquote(image.url)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(made)


def _name(image: ShareImage) -> str:
    return f"{image.digest}-{_recipe()}"


@cache
def _recipe() -> str:
    """What a kept picture depends on besides what it shows."""
    versions = "".join(f"{name} {version(name)}\n" for name in _TOOLS)
    own = b"".join((Path(__file__).parent / name).read_bytes() for name in _OWN)
    return hashlib.sha256(versions.encode() + own).hexdigest()[:16]
