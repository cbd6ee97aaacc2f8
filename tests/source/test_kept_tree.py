"""A docs folder that is read again is what it is when it is read from nothing."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from bulletin.source import kept_tree
from bulletin.source.kept_tree import CODING, read_tree_again
from bulletin.source.marks import TICK
from bulletin.source.tree import Tree, read_bundle, read_tree

from tests.build.projects import large_tree
from tests.site.kinds import write_kinds
from tests.trees import KEY, ROOT, write_docs

TAGS = ("vi", "en")
OTHER = "news/2026/03/khac"


class Folder:
    """A docs folder, and what is kept of it."""

    def __init__(self, folder: Path) -> None:
        self.docs = write_docs(folder / "docs", large_tree(5, 12))
        self.file = folder / "kept"
        time.sleep(TICK / 1e9 + 0.03)
        self.read()

    def read(self, *, trusts_stat: bool = True) -> Tree:
        return read_tree_again(self.docs, TAGS, self.file, trusts_stat=trusts_stat)

    def some(self) -> Path:
        return sorted(self.docs.rglob("index.*.md"))[3]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Keys of the bundles that were read."""
    keys: list[str] = []
    read = read_bundle

    def noting(docs: Path, bundle: object, tags: tuple[str, ...]) -> object:
        keys.append(bundle.key)  # type: ignore[attr-defined]
        return read(docs, bundle, tags)  # type: ignore[arg-type]

    monkeypatch.setattr(kept_tree, "read_bundle", noting)
    return keys


@pytest.mark.parametrize("docs", ["docs", "examples/demo-province/docs", "kinds"])
def test_every_value_that_is_kept_is_the_one_that_was_read(tmp_path: Path, docs: str) -> None:
    root = write_kinds(tmp_path) if docs == "kinds" else ROOT / docs
    expected = read_tree(root, TAGS)
    for _ in range(2):
        assert read_tree_again(root, TAGS, tmp_path / "kept", trusts_stat=False) == expected
    for bulletin in expected.bulletins.values():
        assert whole(CODING.read(CODING.written(bulletin))) == whole(bulletin)


def whole(value: object) -> str:
    """With the lines, which do not count where values are compared."""
    return re.sub(r"mappingproxy\((\{[^{}]*\})\)", r"\1", repr(value))


def test_what_has_not_changed_is_not_opened(folder: Folder, opened: list[str]) -> None:
    expected = read_tree(folder.docs, TAGS)
    assert folder.read() == expected
    assert opened == []


def rewrite(path: Path) -> None:
    """Other bytes of the same length, with the time of the old ones: only the inode's own time tells."""
    found = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("a", "e"), encoding="utf-8")
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


@pytest.mark.parametrize(
    "act",
    [
        rewrite,
        Path.unlink,
        lambda path: path.write_bytes(b"\xff"),
        lambda path: path.with_name("anh.png").write_bytes(b"x"),
        lambda path: path.with_name("approval.lock").write_text("x"),
        lambda path: path.parent.rename(path.parent.with_name("ten-moi")),
    ],
    ids=["in-place", "gone", "no-text", "picture", "lock", "renamed"],
)
def test_what_has_changed_is_read_anew_and_nothing_else(
    folder: Folder, opened: list[str], act: Callable[[Path], object]
) -> None:
    act(folder.some())
    assert folder.read() == read_tree(folder.docs, TAGS)
    assert len(set(opened)) == 1


def test_where_contents_are_asked_for_times_mean_nothing(folder: Folder, opened: list[str]) -> None:
    folder.read(trusts_stat=False)
    opened.clear()
    for path in folder.docs.rglob("index.*.md"):
        os.utime(path)
    assert folder.read(trusts_stat=False) == read_tree(folder.docs, TAGS)
    assert opened == []


def test_what_changed_a_moment_ago_is_read_next_time_too(tmp_path: Path, opened: list[str]) -> None:
    docs = write_docs(tmp_path / "docs", large_tree(5, 3))
    for _ in range(2):
        opened.clear()
        read_tree_again(docs, TAGS, tmp_path / "kept", trusts_stat=True)
    assert opened


@pytest.mark.parametrize("damage", ["gone", "empty", "half", "flipped", "folder", "other-version"])
def test_a_damaged_file_is_read_past(folder: Folder, monkeypatch: pytest.MonkeyPatch, damage: str) -> None:
    data = folder.file.read_bytes()
    folder.file.unlink()
    middle = len(data) // 2
    if damage == "folder":
        folder.file.mkdir()
    elif damage == "other-version":
        folder.file.write_bytes(data)
        monkeypatch.setattr(kept_tree, "code_digest", lambda *_: "khác")
    elif damage != "gone":
        flipped = data[:middle] + bytes(byte ^ 1 for byte in data[middle : middle + 1]) + data[middle + 1 :]
        folder.file.write_bytes({"empty": b"", "half": data[:middle], "flipped": flipped}[damage])
    for _ in range(2):
        assert folder.read() == read_tree(folder.docs, TAGS)


def test_the_file_of_another_folder_is_not_taken(folder: Folder, tmp_path: Path) -> None:
    other = write_docs(tmp_path / "other", large_tree(6, 5))
    assert read_tree_again(other, TAGS, folder.file, trusts_stat=True) == read_tree(other, TAGS)
    assert folder.read() == read_tree(folder.docs, TAGS)


@pytest.mark.parametrize(
    "value", [None, True, 0, -7, 1.5, "", "Nghệ An", "\ud800", (), ("a", (1,)), {"vi": ("x",)}, date(2026, 3, 5)]
)
def test_any_plain_value_comes_back(value: object) -> None:
    assert CODING.read(CODING.written(value)) == value


def test_an_instant_keeps_its_zone() -> None:
    instant = datetime(2026, 3, 5, 8, 0, 1, 5, tzinfo=UTC)
    assert CODING.read(CODING.written(instant)) == instant


def test_a_value_of_another_class_is_refused() -> None:
    with pytest.raises(TypeError):
        CODING.written({KEY: Path(OTHER)})
