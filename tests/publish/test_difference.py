"""A site published by difference is the wanted tree whole, whatever lay there before and wherever it was stopped."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from bulletin.publish import PublishError, StaleError, Standing, Wanted, difference, publish, verify
from bulletin.publish.manifest import MANIFEST
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Files = Mapping[str, bytes]
FIRST = {"index.html": b"Trang 1", "tin/a/index.html": b"A", "tin/b/index.html": b"B", "sitemap.xml": b"<1>"}
SECOND = {"index.html": b"Trang 2", "tin/a/index.html": b"A", "tin/c/index.html": b"C", "sitemap.xml": b"<1>"}


class Place:
    """A site, what belongs to it, and a folder in which things are made."""

    def __init__(self, folder: Path) -> None:
        self.site, self.home, self.made = folder / "site", folder / "cache" / "nhà", folder / "made"
        self.made.mkdir(parents=True)
        self.count = 0
        self.asked: list[str] = []
        """What the last publication had to make."""

    def publish(self, files: Files, *, trusts_stat: bool = True) -> bool:
        """Publish files, of which only those are made that are not there."""
        standing = Standing(self.site, self.home, trusts_stat=trusts_stat)
        return publish(self.wanted(files, standing), standing)

    def wanted(self, files: Files, standing: Standing) -> dict[str, Wanted]:
        self.asked = []
        found = {}
        for address, data in files.items():
            key = f"khóa của {data!r}"
            if standing.has(address, key):
                found[address] = Wanted(key, standing.sha256(address), None)
                continue
            self.count += 1
            self.asked.append(address)
            made = self.made / str(self.count)
            made.write_bytes(data)
            found[address] = Wanted(key, hashlib.sha256(data).hexdigest(), made)
        return found

    def holds(self, files: Files) -> bool:
        """Whether the site is these files with their manifest, and nothing else."""
        found = {str(path.relative_to(self.site)): path.read_bytes() for path in self.site.rglob("*") if path.is_file()}
        folders = {path for path in self.site.rglob("*") if path.is_dir()}
        verify(self.site)
        assert all(any(path.iterdir()) for path in folders)
        return found.pop(MANIFEST, None) is not None and found == dict(files)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_only_what_differs_is_made_and_the_rest_stays_where_it_lies(place: Place) -> None:
    assert place.publish(FIRST)
    assert place.holds(FIRST)
    inode = (place.site / "tin/a/index.html").stat().st_ino
    assert place.publish(SECOND)
    assert place.asked == ["index.html", "tin/c/index.html"]
    assert place.holds(SECOND)
    assert (place.site / "tin/a/index.html").stat().st_ino == inode
    assert place.publish(FIRST)
    assert place.asked == ["index.html", "tin/b/index.html"]
    assert place.holds(FIRST)
    assert not place.publish(FIRST)
    assert place.asked == []


def test_nothing_lies_beside_the_site_afterwards(place: Place) -> None:
    for files in (FIRST, SECOND, FIRST):
        place.publish(files)
        assert sorted(path.name for path in place.site.parent.iterdir()) == ["cache", "made", "site"]


def test_a_file_is_never_written_into(place: Place) -> None:
    place.publish(FIRST)
    place.publish(SECOND)
    with (place.site / "index.html").open("rb") as reader:  # a server that is sending it
        place.publish(FIRST)
        place.publish(SECOND)
        place.publish(FIRST)
        assert reader.read() == b"Trang 2"


def in_place(path: Path, data: bytes) -> None:
    """Other bytes of the same length, with the time of the old ones: only the inode's own time tells."""
    time.sleep(0.03)  # a disk gives two changes within some milliseconds one time
    found = path.stat()
    path.write_bytes(data)
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


def remade(path: Path, make: Callable[[], object]) -> None:
    """Something else in the place of a file or folder."""
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    make()


def moved(path: Path, target: Path) -> None:
    path.rename(target)


SPOILERS: dict[str, Callable[[Path], None]] = {
    "in-place": lambda tree: in_place(tree / "tin/a/index.html", b"X"),
    "manifest": lambda tree: in_place(tree / MANIFEST, (tree / MANIFEST).read_bytes()[::-1]),
    "gone": lambda tree: (tree / "tin/a/index.html").unlink(),
    "added": lambda tree: (tree / "tin/a/them.html").touch(),
    "moved": lambda tree: moved(tree / "tin/a", tree / "tin/khac"),
    "folder": lambda tree: remade(tree / "sitemap.xml", (tree / "sitemap.xml").mkdir),
    "file": lambda tree: remade(tree / "tin", (tree / "tin").touch),
    "folder-link": lambda tree: remade(tree / "tin", lambda: (tree / "tin").symlink_to(tree.parent)),
    "link": lambda tree: remade(tree / "sitemap.xml", lambda: (tree / "sitemap.xml").symlink_to(tree / "index.html")),
    "empty-folder": lambda tree: (tree / "rong").mkdir(),
}


@pytest.mark.parametrize("trusts_stat", [True, False])
@pytest.mark.parametrize("where", ["site", "spare"])
@pytest.mark.parametrize("spoil", SPOILERS.values(), ids=SPOILERS)
def test_what_was_changed_by_hand_is_put_right(
    place: Place, where: str, spoil: Callable[[Path], object], *, trusts_stat: bool
) -> None:
    for files in (FIRST, SECOND):
        place.publish(files)
    spoil(place.site if where == "site" else place.home / "tree")
    place.publish(SECOND, trusts_stat=trusts_stat)
    assert place.holds(SECOND)
    place.publish(FIRST, trusts_stat=trusts_stat)
    assert place.holds(FIRST)


@pytest.mark.parametrize("name", ["ledger", "tree"])
@pytest.mark.parametrize("damage", ["gone", "empty", "half", "flipped", "folder"])
def test_a_damaged_memory_costs_time_and_nothing_else(place: Place, name: str, damage: str) -> None:
    for files in (FIRST, SECOND):
        place.publish(files)
    path = place.home / name
    data = path.read_bytes() if path.is_file() else b""
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    if damage == "folder":
        path.mkdir()
    elif damage != "gone":
        middle = len(data) // 2
        flipped = data[:middle] + bytes(byte ^ 1 for byte in data[middle : middle + 1]) + data[middle + 1 :]
        path.write_bytes({"empty": b"", "half": data[:middle], "flipped": flipped}[damage])
    place.publish(FIRST)
    assert place.holds(FIRST)
    place.publish(SECOND)
    assert place.holds(SECOND)


class Stopped(BaseException):
    """As a process that is killed at this very step."""


@pytest.mark.parametrize("begin", [(), (FIRST,), (FIRST, SECOND)], ids=["first", "second", "third"])
def test_wherever_it_is_stopped_the_site_is_wholly_old_or_wholly_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begin: tuple[Files, ...]
) -> None:
    third = {"index.html": b"Trang 3", "tin/d/index.html": b"D", "sitemap.xml": b"<2>"}
    steps = 0
    finished = False
    while not finished:
        steps += 1
        place = Place(tmp_path / str(steps))
        for files in begin:
            place.publish(files)
        with monkeypatch.context() as patch:
            _stop_at(patch, steps)
            try:
                place.publish(third)
                finished = True
            except Stopped:
                pass
        assert (place.site.exists() and place.holds(third)) or (
            place.holds(begin[-1]) if begin else not place.site.exists()
        )
        place.publish(third)
        assert place.holds(third)
        place.publish(FIRST)
        assert place.holds(FIRST)
    assert steps > 10


def _stop_at(patch: pytest.MonkeyPatch, step: int) -> None:
    """Let the n-th act on the disk be the last."""
    done = 0

    def stopping(act: Callable[..., object]) -> Callable[..., object]:
        def acted(*arguments: object, **named: object) -> object:
            nonlocal done
            if str(arguments[0]).endswith(".lock"):  # which the system takes back from who is killed
                return act(*arguments, **named)
            done += 1
            if done == step:
                raise Stopped
            return act(*arguments, **named)

        return acted

    for name in ("mkdir", "unlink", "replace", "rename", "write_bytes"):
        patch.setattr(Path, name, stopping(getattr(Path, name)))
    patch.setattr(os, "link", stopping(os.link))
    for name in ("replace_folder", "write_ledger"):
        patch.setattr(difference, name, stopping(getattr(difference, name)))


def test_a_disk_without_second_names_gets_whole_sites(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", refuse)
    for files in (FIRST, SECOND, FIRST, SECOND):
        place.publish(files)
        assert place.holds(files)
    assert not (place.home / "tree").exists()


def test_two_builds_of_one_site_do_not_mix(place: Place) -> None:
    place.publish(FIRST)
    early = Standing(place.site, place.home, trusts_stat=True)
    wanted = place.wanted(FIRST, early)
    place.publish(SECOND)
    with pytest.raises(StaleError):
        publish(wanted, early)
    assert place.holds(SECOND)


def test_a_folder_that_is_not_ours_is_left_alone(place: Place) -> None:
    place.site.mkdir()
    (place.site / "cua-toi.txt").write_text("x")
    with pytest.raises(PublishError):
        place.publish(FIRST)
    assert [path.name for path in place.site.iterdir()] == ["cua-toi.txt"]


def test_bytes_that_are_not_what_was_said_are_refused(place: Place) -> None:
    place.publish(FIRST)
    standing = Standing(place.site, place.home, trusts_stat=True)
    wanted = place.wanted(SECOND, standing)
    made = wanted["index.html"].made
    assert made is not None
    made.write_bytes(b"khac")
    with pytest.raises(PublishError):
        publish(wanted, standing)
    assert place.holds(FIRST)
    place.publish(SECOND)
    assert place.holds(SECOND)


ADDRESSES = st.sampled_from(["index.html", "a", "a/b", "a/b/c", "d/ảnh.webp", "d/e/f", "d/e", "g"])


def fits(files: Files) -> bool:
    """Whether no file is where another one needs a folder."""
    return not any(other.startswith(f"{address}/") for address in files for other in files)


@given(st.lists(st.dictionaries(ADDRESSES, st.binary(max_size=3), min_size=1).filter(fits), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_sites_may_follow_one_another(
    tmp_path_factory: pytest.TempPathFactory, sites: list[dict[str, bytes]]
) -> None:
    place = Place(tmp_path_factory.mktemp("nơi"))
    for files in sites:
        place.publish(files)
        assert place.holds(files)
