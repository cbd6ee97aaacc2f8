"""What changed since a revision of git: lines, files and former names, whatever their names and the settings of git."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from bulletin.model.changes import Changes, Nearness, vicinity
from bulletin.model.finding import CallError, Finding, Message, Severity
from bulletin.source.base import write_base
from bulletin.source.changes import ALL_LINES, read_changes, repository_prefix
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.history import commit, git, repository
from tests.trees import write_docs

KEY = "news/2026/03/hoi-nghi"
VI, EN = f"{KEY}/index.vi.md", f"{KEY}/index.en.md"
TEXT = "".join(f"dòng {number}\n" for number in range(1, 10))


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A docs folder in a repository, with one commit."""
    root = repository(tmp_path / "kho")
    docs = write_docs(root / "docs", {VI: TEXT, EN: TEXT})
    commit(root)
    return docs


def changed(docs: Path, text: str, path: str = VI) -> tuple[tuple[int, int], ...]:
    """The stretches of a file that changed when it says something else."""
    write_docs(docs, {path: text})
    return read_changes(docs, "HEAD").lines.get(path, ())


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        pytest.param(TEXT, (), id="nothing"),
        pytest.param(TEXT.replace("dòng 3", "hàng 3"), ((3, 3),), id="one-line"),
        pytest.param(TEXT.replace("dòng 3", "hàng 3").replace("dòng 7", "7"), ((3, 3), (7, 7)), id="two-places"),
        pytest.param(TEXT.replace("dòng 3\n", "a\nb\nc\n"), ((3, 5),), id="longer"),
        pytest.param("a\nb\n" + TEXT, ((1, 2),), id="before-all"),
        pytest.param(TEXT + "a", ((10, 10),), id="behind-all-without-line-feed"),
        pytest.param(TEXT.replace("dòng 3\n", ""), ((2, 3),), id="gone"),
        pytest.param(TEXT.replace("dòng 1\n", ""), ((0, 1),), id="first-gone"),
        pytest.param("", ((0, 1),), id="all-gone"),
        pytest.param(TEXT.replace("dòng 9\n", "dòng 9"), ((9, 9),), id="last-line-feed-gone"),
        pytest.param(TEXT.replace("dòng 4", "++ b/x\n@@ -1 +1 @@\n-- a/x"), ((4, 6),), id="looks-like-a-difference"),
        pytest.param(TEXT.replace("dòng 4", "++ b/x").replace("9", "x"), ((4, 4), (9, 9)), id="looks-like-a-name"),
        pytest.param(TEXT.replace("\n", "\r\n"), ((1, 9),), id="line-ends"),
        pytest.param(TEXT.replace("dòng 3", "do\u0300ng 3"), ((3, 3),), id="nfd"),
    ],
)
def test_lines_that_are_new_or_beside_which_some_are_gone_have_changed(
    text: str, stretches: tuple[tuple[int, int], ...], docs: Path
) -> None:
    assert changed(docs, text) == stretches


LINES = st.lists(
    st.sampled_from(["", "a", "b", "+c", "-d", "++ b/x", "-- a/y", "@@ -1 +1 @@", "\\ z", "diff"]), max_size=9
)


@settings(max_examples=30)
@given(LINES, LINES)
def test_what_is_left_of_a_text_without_its_changed_lines_was_there_before(old: list[str], new: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        docs = repository(Path(folder))
        write_docs(docs, {"a.md": "".join(f"{line}\n" for line in old), "b.md": "b\n"})
        commit(docs)
        write_docs(docs, {"a.md": "".join(f"{line}\n" for line in new), "b.md": "c\n"})

        changes = read_changes(docs, "HEAD")

    kept = [line for number, line in enumerate(new, 1) if not changes.holds("a.md", number)]
    rest = iter(old)
    assert all(line in rest for line in kept)
    assert changes.lines["b.md"] == ((1, 1),)
    assert ("a.md" in changes.files) == (old != new)


def test_a_new_file_has_changed_as_a_whole_committed_or_not(docs: Path) -> None:
    write_docs(docs, {f"{KEY}/index.fr.md": TEXT})
    git(docs, "add", ".")
    write_docs(docs, {"about/x/index.vi.md": TEXT})

    changes = read_changes(docs, "HEAD")

    assert changes.lines == {f"{KEY}/index.fr.md": ((1, 9),), "about/x/index.vi.md": (ALL_LINES,)}
    assert changes.files == set(changes.lines)


def test_what_git_ignores_and_what_lies_elsewhere_has_not_changed(docs: Path) -> None:
    write_docs(docs, {".gitignore": "*.tmp\n", "a.tmp": ""})
    write_docs(docs.parent, {"README.md": "x"})

    assert read_changes(docs, "HEAD").files == {".gitignore"}


def test_a_file_that_was_only_touched_has_not_changed(docs: Path) -> None:
    os.utime(docs / VI, (1, 1))

    assert read_changes(docs, "HEAD").files == frozenset()


def test_a_file_that_is_gone_has_changed_and_has_no_lines(docs: Path) -> None:
    (docs / EN).unlink()

    changes = read_changes(docs, "HEAD")

    assert changes.files == {EN}
    assert not changes.lines


def test_a_bundle_that_moved_has_changed_at_both_places_but_not_in_its_lines(docs: Path) -> None:
    (docs / KEY).rename(docs / "news/2026/03/khac")
    write_docs(docs, {"news/2026/03/khac/index.en.md": TEXT.replace("dòng 3", "hàng 3")})
    git(docs, "add", "-A")

    changes = read_changes(docs, "HEAD")

    assert changes.folders == {KEY, "news/2026/03/khac"}
    assert changes.lines == {"news/2026/03/khac/index.en.md": ((3, 3),)}


def test_a_picture_that_changed_is_among_the_files(docs: Path) -> None:
    write_docs(docs, {f"{KEY}/a.png": b"\x89PNG\0\0"})
    commit(docs)
    write_docs(docs, {f"{KEY}/a.png": b"\x89PNG\0\1"})

    changes = read_changes(docs, "HEAD")

    assert changes.files == {f"{KEY}/a.png"}
    assert not changes.lines


@pytest.mark.parametrize(
    ("name", "path"),
    [
        pytest.param("hai chữ.md", "hai chữ.md", id="space-and-marks"),
        pytest.param("chu\u031b\u0303.md", "chu\u031b\u0303.md", id="nfd"),
        pytest.param('"a".md', '"a".md', id="quotes"),
        pytest.param("a\\t.md", "a\\t.md", id="backslash"),
        pytest.param("a\tb.md", "a\\tb.md", id="tab"),
        pytest.param("a\nb.md", "a\\nb.md", id="line-feed"),
        pytest.param("👍 b/c.md", "👍 b/c.md", id="emoji"),
        pytest.param(os.fsdecode(b"\xff.md"), "\\udcff.md", id="not-utf-8"),
    ],
)
def test_any_name_is_named_as_findings_name_it(name: str, path: str, docs: Path) -> None:
    write_docs(docs, {name: TEXT})
    commit(docs)
    write_docs(docs, {name: f"x\n{TEXT}", f"{name}2": TEXT})

    changes = read_changes(docs, "HEAD")

    assert changes.files == {path, f"{path}2"}
    assert changes.lines == {path: ((1, 1),), f"{path}2": (ALL_LINES,)}


@pytest.mark.parametrize(
    "setting",
    [
        *("diff.noprefix=true", "diff.mnemonicPrefix=true", "diff.external=false", "color.ui=always", "diff.context=9"),
        *("diff.interHunkContext=9", "diff.algorithm=patience", "core.quotePath=true", "diff.renames=false"),
        *(
            "diff.orderFile=/khong/co",
            "diff.relative=false",
            "core.pager=false",
            "diff.wordRegex=.",
            "diff.colorMoved=zebra",
        ),
        "diff.submodule=log",
    ],
)
def test_no_setting_of_git_changes_what_has_changed(setting: str, docs: Path) -> None:
    name, _, value = setting.partition("=")
    git(docs, "config", name, value)

    assert changed(docs, TEXT.replace("dòng 3", "hàng 3").replace("dòng 6", "hàng 6")) == ((3, 3), (6, 6))


def test_what_others_changed_meanwhile_has_not_changed_here(docs: Path) -> None:
    git(docs, "checkout", "-qb", "sua")
    write_docs(docs, {EN: TEXT.replace("dòng 3", "hàng 3")})
    commit(docs)
    git(docs, "checkout", "-q", "main")
    write_docs(docs, {VI: TEXT.replace("dòng 5", "hàng 5")})
    commit(docs)
    git(docs, "checkout", "-q", "sua")

    assert read_changes(docs, "main").files == {EN}


def test_in_a_clone_without_the_common_past_the_revision_itself_is_compared(docs: Path, tmp_path: Path) -> None:
    first = git(docs, "rev-parse", "HEAD").strip()
    write_docs(docs, {EN: TEXT.replace("dòng 3", "hàng 3")})
    commit(docs)
    here = repository(tmp_path / "đây")
    git(here, "remote", "add", "origin", docs.parent.as_uri())
    git(docs, "branch", "cu", first)
    git(here, "fetch", "-q", "--depth=1", "origin", "main", "cu")
    git(here, "checkout", "-q", "FETCH_HEAD")
    git(here, "checkout", "-q", git(docs, "rev-parse", "main").strip())

    assert read_changes(here / "docs", first).lines == {EN: ((3, 3),)}


@pytest.mark.parametrize(
    "revision", ["", "khong-co", "--output=x", "-p", "a b", "HEAD\0", "0" * 40, "HEAD:docs", "x" * 9000]
)
def test_a_revision_that_is_none_is_a_wrong_call(revision: str, docs: Path) -> None:
    with pytest.raises(CallError) as wrong:
        read_changes(docs, revision)

    assert str(wrong.value).startswith("--base: ")
    assert "\n" not in str(wrong.value)
    assert sorted(path.name for path in docs.iterdir()) == ["news"]


def test_a_folder_in_no_repository_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="not a git repository") as wrong:
        read_changes(tmp_path, "HEAD")

    assert wrong.value.place == "--base"


def test_without_git_a_base_is_a_wrong_call(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/khong/co")

    with pytest.raises(CallError, match="--base cần"):
        read_changes(docs, "HEAD")

    assert repository_prefix(docs) is None


@pytest.mark.parametrize(
    ("folder", "prefix"),
    [
        pytest.param("docs", "docs/", id="docs"),
        pytest.param(".", "", id="root"),
        pytest.param("docs/news", "docs/news/", id="deeper"),
    ],
)
def test_a_folder_is_named_from_the_root_of_its_repository(folder: str, prefix: str, docs: Path) -> None:
    assert repository_prefix(docs.parent / folder) == prefix


# The content of then


def test_some_folders_are_written_as_they_were(docs: Path, tmp_path: Path) -> None:
    other = "about/lien-he"
    write_docs(docs, {f"{other}/index.vi.md": TEXT, f"{KEY}/a.png": b"\x89PNG", "_data/coverage.yml": "rules: {}\n"})
    (docs / f"{KEY}/link.md").symlink_to("index.vi.md")
    then = commit(docs)
    write_docs(docs, {VI: "khác\n"})

    assert write_base(docs, then, {KEY}, tmp_path / "cũ")

    found = {
        path.relative_to(tmp_path / "cũ").as_posix(): path.read_text(encoding="utf-8")
        for path in (tmp_path / "cũ").rglob("*")
        if path.is_file()
    }
    assert found == {VI: TEXT, EN: TEXT, "_data/coverage.yml": "rules: {}\n"}


def test_a_revision_that_git_does_not_have_writes_nothing(docs: Path, tmp_path: Path) -> None:
    assert not write_base(docs, "f" * 40, {KEY}, tmp_path / "cũ")
    assert not (tmp_path / "cũ").exists()


# Nearness


CHANGES = Changes("0" * 40, {VI: ((3, 4), (4, 4), (9, 12))}, frozenset((VI, f"{KEY}/a.png", "index.vi.md")))


@pytest.mark.parametrize("line", range(14))
def test_a_line_is_held_by_the_stretch_in_which_it_lies(line: int) -> None:
    assert CHANGES.holds(VI, line) == (line in (3, 4, 9, 10, 11, 12))


@pytest.mark.parametrize(
    ("path", "line", "there", "key", "nearness"),
    [
        pytest.param(VI, 9, 0, KEY, Nearness.LINE, id="own-line"),
        pytest.param(EN, 5, 3, KEY, Nearness.LINE, id="line-of-the-other-edition"),
        pytest.param(EN, 3, 0, KEY, Nearness.BUNDLE, id="same-number-other-file"),
        pytest.param(f"{KEY}/b.png", 1, 0, KEY, Nearness.BUNDLE, id="file-of-the-bundle"),
        pytest.param(KEY, 1, 0, "", Nearness.BUNDLE, id="folder"),
        pytest.param(f"{KEY}-2/index.vi.md", 9, 3, f"{KEY}-2", Nearness.ELSEWHERE, id="name-that-begins-alike"),
        pytest.param("khac", 1, 0, "", Nearness.ELSEWHERE, id="beside-the-home-page"),
        pytest.param("index.vi.md", 3, 0, "", Nearness.BUNDLE, id="home-page"),
    ],
)
def test_a_finding_is_as_near_as_what_it_is_about(
    path: str, line: int, there: int, key: str, nearness: Nearness
) -> None:
    finding = Finding("value-mismatch", Severity.ERROR, path, line, Message("a", "a", there), key)

    assert vicinity(CHANGES).of(finding, VI if key == KEY else "") is nearness
