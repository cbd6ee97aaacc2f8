"""Where nothing has changed a build says the same again, and where anything has it does its work."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from bulletin.making import stamp

from tests.build.projects import change, copy_project, snapshot
from tests.trees import KEY, NOW, pair

DONE = re.compile(r"^đã kiểm tra / checked", re.MULTILINE)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that was built a while ago."""
    root = copy_project(tmp_path / "du-an", pair())
    for path in [*root.rglob("*"), root]:
        os.utime(path, ns=(10**18, 10**18))
    time.sleep(stamp.TICK / 1e9 + 0.05)
    assert DONE.search(run(root))
    return root


def run(root: Path, *options: str, now: str | None = NOW, **variables: str) -> str:
    command = [sys.executable, "scripts/build.py", *options, *(["--now", now] if now else [])]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **variables}
    environment.pop("CI", None) if "CI" not in variables else None
    done = subprocess.run(
        command, cwd=root, check=False, capture_output=True, text=True, encoding="utf-8", env=environment
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_nothing_changed_is_said_with_all_that_was_said_and_nothing_is_done(root: Path) -> None:
    before = snapshot(root / "site")
    said = run(root)
    assert not DONE.search(said)
    assert "không đổi / unchanged" in said
    assert "Lần thay đổi kế tiếp / Next change: " in said
    assert snapshot(root / "site") == before


def test_findings_are_said_again(root: Path) -> None:
    change(root / f"docs/{KEY}/index.en.md", "checked: ", "checked:  ")
    first = [line for line in run(root).splitlines() if "warning" in line]
    time.sleep(0.2)
    run(root)
    assert [line for line in run(root).splitlines() if "warning" in line] == first


def touch(path: Path) -> None:
    """Change a byte and put size and time back as they were: only the inode's own time tells."""
    found = path.stat()
    data = bytearray(path.read_bytes())
    data[-2] ^= 1
    path.write_bytes(data)
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


def add_comment(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "# khác\n", encoding="utf-8")


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(lambda root: touch(root / f"docs/{KEY}/index.vi.md"), id="a-text"),
        pytest.param(lambda root: (root / f"docs/{KEY}/ghi-chu.txt").write_text("x"), id="a-new-file"),
        pytest.param(lambda root: (root / f"docs/{KEY}/index.en.md").unlink(), id="a-file-gone"),
        pytest.param(lambda root: (root / "urls.lock").write_text(""), id="the-lock"),
        pytest.param(lambda root: touch(root / "overrides/site/styles.css"), id="a-style"),
        pytest.param(lambda root: add_comment(root / "scripts/bulletin/model/page.py"), id="the-code"),
        pytest.param(lambda root: touch(root / "site/robots.txt"), id="the-site"),
        pytest.param(lambda root: (root / "site/them.html").write_text("x"), id="a-file-in-the-site"),
        pytest.param(lambda root: (root / "site/robots.txt").unlink(), id="a-file-gone-from-the-site"),
    ],
)
def test_whatever_changes_the_build_does_its_work(root: Path, act: Callable[[Path], object]) -> None:
    try:
        act(root)
        said = run(root)
    except AssertionError as refused:  # a byte of a text may be one that the check refuses: it was looked at
        said = str(refused)
    assert DONE.search(said)


def test_what_was_changed_in_the_site_is_put_right(root: Path) -> None:
    published = snapshot(root / "site")
    touch(root / "site/robots.txt")
    (root / "site/them.html").write_text("x")
    (root / f"site/{KEY}/index.html").unlink()
    assert "đã xuất bản / published" in run(root)
    assert snapshot(root / "site") == published


def test_another_call_is_another_build(root: Path) -> None:
    assert DONE.search(run(root, "--jobs", "1"))
    assert DONE.search(run(root, now="2026-03-21"))
    assert DONE.search(run(root, "--no-cache"))
    assert not DONE.search(run(root))


def test_where_ci_asks_contents_are_read(root: Path) -> None:
    assert DONE.search(run(root, CI="1"))
    assert not DONE.search(run(root, CI="1"))
    for path in (root / "docs").rglob("*.md"):
        os.utime(path, ns=(10**18 + 5, 10**18 + 5))
    assert not DONE.search(run(root, CI="1"))
    assert DONE.search(run(root))


def a_stamp(**values: object) -> stamp.Stamp:
    known: dict[str, object] = {
        "inputs": "", "begins": 0.0, "ends": 0.0, "is_fixed": False, "said": "", "next": "",
        "places": [], "site_dir": "", "shown": "site", "site": "",
    }  # fmt: skip
    return stamp.Stamp(**{**known, **values})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("begins", "ends", "is_fixed", "holds"),
    [
        (-10, 10, False, True),
        (-10, -1, False, False),
        (1, 10, False, False),
        (-10, -1, True, False),
        (-10, 10, True, True),
    ],
)
def test_a_stamp_holds_until_time_changes_something(
    tmp_path: Path, begins: float, ends: float, *, is_fixed: bool, holds: bool
) -> None:
    now = time.time()
    if is_fixed and not holds:
        ends = begins  # an empty span: a fixed instant lies in it as the build said
    seen = stamp.look([str(tmp_path)], trusts_stat=True).digest
    kept = a_stamp(
        begins=now + begins, ends=now + ends, is_fixed=is_fixed, inputs=seen, site=seen,
        places=[str(tmp_path)], site_dir=str(tmp_path),
    )  # fmt: skip
    file = tmp_path.with_name("stamp")
    stamp.save(file, kept, 0, time.time_ns())
    assert (stamp.find(file) is not None) is holds


@pytest.mark.parametrize("damage", [b"", b"{}", b"0" * 40 + b"\n{}", None])
def test_a_damaged_stamp_is_none(tmp_path: Path, damage: bytes | None) -> None:
    file = tmp_path / "stamp"
    stamp.save(file, a_stamp(), 0, time.time_ns())
    assert stamp.load(file) == a_stamp()
    file.write_bytes(file.read_bytes()[:-3] if damage is None else damage)
    assert stamp.load(file) is None


def test_where_something_changed_just_before_there_is_no_stamp(tmp_path: Path) -> None:
    began = time.time_ns()
    stamp.save(tmp_path / "stamp", a_stamp(), began - stamp.TICK // 2, began)
    assert stamp.load(tmp_path / "stamp") is None
