"""A build in parts: jobs side by side do what is costly, each for some bulletins, and one that merges has it to hand.

A shard is no half site but work done ahead: a file with what the check says of its bulletins, their rendered texts,
pictures for sharing and scaled photographs, all of it known by what it was made from. Who merges takes it into the
cache and builds as ever, so that a missing, old, damaged or foreign shard costs time, and never a byte of the site.
Only bulletins of which every edition is public are in one: nothing in it is more confidential than the site.
"""

from __future__ import annotations

import os
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bulletin.checks import Task, check_for_others
from bulletin.checks.cache import Cache
from bulletin.finish import share_images
from bulletin.finish.pictures import picture_key, scaled_picture
from bulletin.finish.store import keep, kept
from bulletin.making.hands import make_all, parallel
from bulletin.making.outputs import PICTURES, SHARED
from bulletin.model.catalogue import message
from bulletin.model.finding import CallError
from bulletin.model.output import Output
from bulletin.prepared import Ground, trusts_stat
from bulletin.program import WORK
from bulletin.render.kept_bodies import adopt, bodies_of
from bulletin.source.tree import scan_tree
from bulletin.stage.pages import files_of
from bulletin.stage.share_images import share_images as images_of
from bulletin.stage.view import View

SHARDS = WORK / "shards"
CHECK, BODIES = "check", "bodies"
_NAMES = re.compile(
    rf"{CHECK}|{BODIES}/(?:index|[0-9a-f]{{32}}\.html)|(?:{SHARED}|{PICTURES})/[0-9a-f]{{64}}(?:-[0-9a-f]{{16}})?"
)
"""All that a shard may hold."""
_SHARE = re.compile(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})")


@dataclass(frozen=True, slots=True)
class Share:
    """Which part of how many."""

    number: int
    """From 1 on."""
    count: int


@dataclass(frozen=True, slots=True)
class Shard:
    """A part that was made."""

    file: Path
    bulletins: int
    of: int
    """How many bulletins there are."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a merging build has to hand."""

    files: int
    things: int
    """Results of the check, texts and pictures that were not known here."""
    refused: tuple[str, ...]
    """Names of files that could not be read."""


def share_of(text: str) -> Share:
    """The value of `--shard`. Raises CallError."""
    found = _SHARE.fullmatch(text)
    if found is None or int(found[1]) > int(found[2]):
        raise CallError("--shard", message("shard-wrong", found=text))
    return Share(int(found[1]), int(found[2]))


def keys_of(keys: Iterable[str], share: Share) -> list[str]:
    """The bulletins of a part: each is in one, neighbours in time are together, all parts have about as many."""
    order = sorted(keys, key=lambda key: (key.split("/")[1:3] if key.count("/") == 3 else [], key))  # noqa: PLR2004
    begin, end = (len(order) * number // share.count for number in (share.number - 1, share.number))
    return order[begin:end]


def make_shard(ground: Ground, share: Share, jobs: int, work: Path, target: Path) -> Shard:
    """Do what is costly for some bulletins, in an empty folder, and write it as one file into another.

    Raises HandError where a picture cannot be made.
    """
    keys = keys_of((key for key in ground.tree.bulletins if _is_open(ground, key)), share)
    mine = {key: ground.tree.bulletins[key] for key in keys}
    check_for_others(Task(ground.docs, ground.given, jobs, work / CHECK, trusts_stat=False), mine.keys())
    bodies = bodies_of(mine, ground.routes, ground.renderer, work / BODIES, lambda makers: parallel(makers, jobs))
    pictures = work / "made"
    pictures.mkdir()
    make_all([*_pictures(ground, ground.view(bodies), keys, share, work)], pictures, jobs, (OSError,))
    target.mkdir(parents=True, exist_ok=True)
    file = target / f"{share.number}-of-{share.count}.zip"
    _pack(work, file)
    return Shard(file, len(keys), len(ground.tree.bulletins))


def _is_open(ground: Ground, key: str) -> bool:
    """Whether every edition of a bulletin is public."""
    return all(ground.cleared.is_public(key, tag) for tag in ground.tree.bulletins[key].editions)


def _pictures(ground: Ground, view: View, keys: Sequence[str], share: Share, work: Path) -> Iterator[Output]:
    """Pictures for sharing and photographs; what they are is kept below `work` on the way."""
    own = set(keys)
    images = images_of(view, [place for place in ground.plan.kinds if place[0] in own])
    if share.number > 1:  # those of the front pages are in the first
        images = {url: image for url, image in images.items() if url not in _fronts(ground)}
    yield from share_images.outputs(images.values(), ground.docs, work / SHARED)
    for key in keys:
        for file in files_of(view, key):
            if file.width:
                source = ground.docs / file.source
                make = partial(scaled_picture, source, file.width, work / PICTURES)
                yield Output(file.url, picture_key(file.width), make)


def _fronts(ground: Ground) -> set[str]:
    return {locale.prefix for locale in ground.site.locales}


def _pack(work: Path, file: Path) -> None:
    """One file, written beside the old one and put in its place."""
    beside = file.with_name(f"{file.name}-{os.getpid()}")
    with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for path in sorted(work.rglob("*")):
            name = path.relative_to(work).as_posix()
            if _NAMES.fullmatch(name) and path.is_file():
                packed.write(path, name)
    beside.replace(file)


def take_shards(folder: Path, ground: Ground, cache: Path, work: Path) -> Taken:
    """Take all shards of a folder into the cache; `cache` is the check's file there, `work` an empty folder."""
    unpacked, refused = [], []
    for number, file in enumerate(sorted(folder.rglob("*.zip"))):
        try:
            _unpack(file, work / str(number))
        except (OSError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, ValueError):
            refused.append(file.name)
        else:
            unpacked.append(work / str(number))
    known = Cache(cache, ground.docs, ground.given, trusts_stat())
    things = known.adopt([each / CHECK for each in unpacked], scan_tree(ground.docs)[0])
    root = cache.parents[1]
    things += adopt(root / BODIES / cache.name, [each / BODIES for each in unpacked])
    things += sum(_take(each / name, root / name) for each in unpacked for name in (SHARED, PICTURES))
    return Taken(len(unpacked), things, tuple(refused))


def _unpack(file: Path, target: Path) -> None:
    """What a shard may hold, and nothing else. Raises what `zipfile` raises."""
    with zipfile.ZipFile(file) as packed:
        for name in packed.namelist():
            if _NAMES.fullmatch(name):
                place = target / name
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(packed.read(name))


def _take(source: Path, target: Path) -> int:
    """Whole pictures that are not there yet."""
    taken = 0
    for file in sorted(source.iterdir()) if source.is_dir() else ():
        data = None if (target / file.name).exists() else kept(file)
        if data is not None:
            with suppress(OSError):
                keep(target / file.name, data)
                taken += 1
    return taken
