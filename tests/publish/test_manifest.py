"""A manifest that the world's `sha256sum` accepts and that every difference is seen against."""

import os
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from bulletin.publish import MANIFEST, ManifestError, verify, write_manifest

from tests.publish.trees import NEW, NFC, MakeTree

NFD = unicodedata.normalize("NFD", "tin-tức/bản-tin-số-1.html")


def test_sha256sum_accepts_the_manifest(make_tree: MakeTree) -> None:
    tree = make_tree("tree", {**NEW, "a b/ c .txt": "khoảng trắng", "sub/manifest.sha256": "mine"})
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", MANIFEST],
        cwd=tree,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count(": OK\n") == len(NEW) + 2


def test_the_manifest_is_what_sha256sum_would_write(make_tree: MakeTree) -> None:
    tree = make_tree("tree", NEW)
    names = sorted(NEW, key=str.encode)
    said = subprocess.run(["sha256sum", *names], cwd=tree, capture_output=True, check=True).stdout
    assert (tree / MANIFEST).read_bytes() == said


def test_lines_are_sorted_by_the_bytes_of_their_paths(make_tree: MakeTree) -> None:
    tree = make_tree("tree", dict.fromkeys(["đ.html", "z.html", "Z.html", "a/b.html", "a.html", "a-b.html"], ""))
    lines = (tree / MANIFEST).read_text(encoding="utf-8").splitlines()
    assert [line[66:] for line in lines] == ["Z.html", "a-b.html", "a.html", "a/b.html", "z.html", "đ.html"]


def test_writing_again_changes_nothing(make_tree: MakeTree) -> None:
    tree = make_tree("tree", NEW)
    first = (tree / MANIFEST).read_bytes()
    write_manifest(tree)
    assert (tree / MANIFEST).read_bytes() == first


@pytest.mark.parametrize("name", [pytest.param(NFC, id="NFC"), pytest.param(NFD, id="NFD")])
def test_a_vietnamese_name_keeps_its_bytes(make_tree: MakeTree, name: str) -> None:
    tree = make_tree("tree", {name: "nội dung"})
    assert (tree / MANIFEST).read_bytes()[66:] == name.encode() + b"\n"
    assert verify(tree) == [name]


def test_a_tree_as_written_verifies(make_tree: MakeTree) -> None:
    assert verify(make_tree("tree", NEW)) == sorted(NEW, key=str.encode)


def test_an_empty_tree_has_an_empty_manifest(make_tree: MakeTree, tmp_path: Path) -> None:
    (tmp_path / "tree").mkdir()
    assert verify(make_tree("tree", {})) == []


@pytest.mark.parametrize(
    ("change", "vi", "en"),
    [
        pytest.param(
            lambda t: (t / NFC).write_text("khác", encoding="utf-8"),
            f'sai nội dung "{NFC}"',
            f'wrong content "{NFC}"',
            id="changed",
        ),
        pytest.param(
            lambda t: (t / "index.html").unlink(),
            'thiếu "index.html"',
            'missing "index.html"',
            id="missing",
        ),
        pytest.param(
            lambda t: (t / "en/thừa.html").touch(),
            'thừa "en/thừa.html"',
            'extra "en/thừa.html"',
            id="extra",
        ),
    ],
)
def test_a_file_that_differs_is_named(make_tree: MakeTree, change: Callable[[Path], object], vi: str, en: str) -> None:
    tree = make_tree("tree", NEW)
    change(tree)
    with pytest.raises(ManifestError) as caught:
        verify(tree)
    assert str(caught.value) == (
        f'"{tree}" không khớp với bản kê ở 1 tệp: {vi} / "{tree}" disagrees with its manifest about 1 file(s): {en}'
    )


def test_only_the_first_few_of_many_are_named(make_tree: MakeTree) -> None:
    tree = make_tree("tree", NEW)
    for n in range(100):
        (tree / f"{n:03}.html").touch()
    with pytest.raises(ManifestError, match=r'100 file\(s\): extra "000.html",.*"004.html", …$'):
        verify(tree)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"not a manifest\n", id="prose"),
        pytest.param(b"A" * 64 + b"  x\n", id="upper-case"),
        pytest.param(b"0" * 64 + b" *x\n", id="binary-mark"),
        pytest.param(b"0" * 64 + b"  x\n" + b"0" * 64 + b"  x\n", id="twice"),
        pytest.param(b"\xff\xfe", id="bytes"),
    ],
)
def test_a_damaged_manifest_is_refused_with_its_line(make_tree: MakeTree, line: bytes) -> None:
    tree = make_tree("tree", {"a": ""})
    (tree / MANIFEST).write_bytes((tree / MANIFEST).read_bytes() + line)
    with pytest.raises(ManifestError, match=rf"{MANIFEST}:[23]: not in the format"):
        verify(tree)


def test_a_path_that_leaves_the_tree_is_missing_and_never_opened(make_tree: MakeTree) -> None:
    tree = make_tree("tree", {"a": ""})
    with (tree / MANIFEST).open("ab") as file:
        file.write(b"0" * 64 + b"  ../../etc/passwd\n" + b"0" * 64 + b"  \xff\n")
    with pytest.raises(ManifestError, match=r'missing "../../etc/passwd", missing "\\xff"'):
        verify(tree)


def test_a_tree_without_a_manifest_does_not_verify(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=r"không có bản kê.*has no manifest"):
        verify(tmp_path)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        pytest.param(lambda p: (p / "a").symlink_to("index.html"), '/a" is a link', id="link"),
        pytest.param(lambda p: (p / "a").symlink_to("nowhere"), '/a" is a link', id="broken-link"),
        pytest.param(lambda p: (p / "a").symlink_to("en"), '/a" is a link', id="link-to-folder"),
        pytest.param(lambda p: os.mkfifo(p / "a"), '/a" is a link or a special', id="pipe"),
        pytest.param(lambda p: (p / "a\nb").touch(), '"a\\nb" has a control', id="newline"),
        pytest.param(lambda p: (p / "a\\b").touch(), "has a control character", id="backslash"),
        pytest.param(
            lambda p: open(os.fsencode(p) + b"/a\xff", "wb").close(),  # noqa: PTH123
            '"a\\xff" has a control',
            id="not-utf-8",
        ),
    ],
)
def test_what_a_manifest_cannot_carry_is_refused_by_name(
    make_tree: MakeTree, make: Callable[[Path], object], said: str
) -> None:
    tree = make_tree("tree", NEW)
    before = (tree / MANIFEST).read_bytes()
    make(tree)
    with pytest.raises(ManifestError) as caught:
        write_manifest(tree)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert (tree / MANIFEST).read_bytes() == before


def test_a_tree_that_is_not_there_is_refused_in_both_languages(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=r'gone": không tồn tại / ".*gone": No such file'):
        write_manifest(tmp_path / "gone")
