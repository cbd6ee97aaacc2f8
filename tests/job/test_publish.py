"""publish.py as a program: its statuses, its one line, and what it tells the server."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from bulletin.publish import write_manifest

from tests.desk import Done, script
from tests.publish.trees import write_files

MOVED = '<meta http-equiv="refresh" content="0; url=../moi/">'


def site(folder: Path, **files: str) -> Path:
    write_files(folder, {"index.html": folder.name, **{name.replace("__", "/"): text for name, text in files.items()}})
    write_manifest(folder)
    return folder


def publish(base: Path, *arguments: str | Path) -> Done:
    return script("publish", "--to", base, *arguments)


def one_line(text: str) -> str:
    (line,) = text.splitlines()
    vi, en = line.split(" / ", 1)
    assert vi
    assert en
    return line


def test_publishing_rolling_back_and_publishing_again(tmp_path: Path) -> None:
    base = tmp_path / "srv"
    first = publish(base, "--site-dir", site(tmp_path / "a"))
    assert first.status == 0
    assert one_line(first.output).startswith("đã xuất bản / published: ")
    assert publish(base, "--site-dir", tmp_path / "a").output.startswith("không đổi / unchanged: ")
    publish(base, "--site-dir", site(tmp_path / "b"))
    back = publish(base, "--rollback")
    assert (back.status, back.output.split(":")[0]) == (0, "đã quay lại / went back")
    assert (base / "current/site/index.html").read_text() == "a"


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        pytest.param(["--keep", "0"], 2, id="keep-nothing"),
        pytest.param(["--site-dir", "/khong-co"], 2, id="no-site"),
        pytest.param(["--rollback"], 3, id="nothing-before"),
        pytest.param(["--khong-co"], 2, id="unknown-option"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_a_status(tmp_path: Path, arguments: list[str], status: int) -> None:
    done = publish(tmp_path / "srv", *arguments)
    assert done.status == status
    one_line(done.errors)


def test_a_folder_of_somebody_else_is_a_wrong_call(tmp_path: Path) -> None:
    write_files(tmp_path / "srv", {"bài.txt": "của tôi"})
    done = publish(tmp_path / "srv", "--site-dir", site(tmp_path / "a"))
    assert done.status == 2
    assert "was not made by publish.py" in one_line(done.errors)


def test_a_site_that_is_not_as_its_manifest_says_leaves_the_old_one(tmp_path: Path) -> None:
    base = tmp_path / "srv"
    publish(base, "--site-dir", site(tmp_path / "a"))
    (site(tmp_path / "b") / "index.html").write_text("sửa")
    done = publish(base, "--site-dir", tmp_path / "b")
    assert done.status == 3
    assert "vẫn giữ nguyên" in one_line(done.errors)
    assert (base / "current/site/index.html").read_text() == "a"


def test_the_server_is_told_where_former_addresses_changed_and_only_there(tmp_path: Path) -> None:
    base, told = tmp_path / "srv", tmp_path / "told"
    command = f"{sys.executable} -c \"open('{told}', 'a').write('x')\""

    def times(*arguments: str | Path) -> int:
        before = told.stat().st_size if told.exists() else 0
        assert publish(base, "--reload", command, *arguments).status == 0
        return told.stat().st_size - before if told.exists() else 0

    assert times("--site-dir", site(tmp_path / "a")) == 1
    assert times("--site-dir", site(tmp_path / "b")) == 0
    assert times("--site-dir", site(tmp_path / "c", cu__index_html=MOVED)) == 0  # not the name of a page
    moved = tmp_path / "d"
    write_files(moved, {"index.html": "d", "cu/index.html": MOVED, "moi/index.html": "mới"})
    write_manifest(moved)
    assert times("--site-dir", moved) == 1
    assert times("--site-dir", moved) == 1  # what was killed between the two is made good
    assert times("--rollback") == 1


def test_a_server_that_cannot_be_told_is_a_status_of_its_own_and_the_site_is_public(tmp_path: Path) -> None:
    done = publish(tmp_path / "srv", "--site-dir", site(tmp_path / "a"), "--reload", "false")
    assert done.status == 3
    assert (tmp_path / "srv/current/site/index.html").read_text() == "a"
