"""build.py against a plain `mkdocs build` with the hooks: one result, and nothing at all without them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.build.projects import change, copy_project, differing, epoch_of, large_tree, mkdocs, snapshot
from tests.trees import NOW, SOURCE, WAITING, build, pair, with_field

LATER = "2030-01-01"
"""A day after everything in the real docs."""
CANARY = "chim-yen-bi-mat"
HIDDEN = {
    **WAITING,
    **pair(),
    f"news/2026/03/{CANARY}/index.vi.md": with_field(SOURCE, "embargo_until: 2026-04-01").replace("Hội nghị", CANARY),
    f"news/2026/03/{CANARY}/{CANARY}.png": CANARY.encode(),
    "index.vi.md": with_field(SOURCE.replace("date: 2026-03-05\n", ""), "embargo_until: 2026-04-01").replace(
        "Hội nghị", CANARY
    ),
}


def betrayed(folder: Path) -> list[str]:
    """List the files below a folder in whose name or bytes the canary stands."""
    return [name for name, data in snapshot(folder).items() if CANARY in name or CANARY.encode() in data]


def plain(root: Path, now: str = NOW) -> Mapping[str, bytes]:
    done = mkdocs(root, "build", "--strict", epoch=epoch_of(now))
    assert done.returncode == 0, done.stderr
    return snapshot(root / ".build" / "mkdocs")


def ours(root: Path, jobs: int, now: str = NOW) -> Mapping[str, bytes]:
    run = build(root / "docs", root.parent / f"site-{jobs}", "--jobs", str(jobs), root=root, now=now)
    assert (run.status, run.errors) == (0, "")
    return snapshot(run.site)


def test_the_real_docs_give_the_same_bytes(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "du-an")
    reference = plain(root, LATER)
    assert len([name for name in reference if name.endswith(".html")]) > 40
    assert {jobs: differing(reference, ours(root, jobs, LATER)) for jobs in (1, 2)} == {1: [], 2: []}


def test_a_large_tree_gives_the_same_bytes_with_any_number_of_processes(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "du-an", large_tree(3, 130))
    reference = plain(root)
    assert len([name for name in reference if name.endswith(".html")]) > 250
    assert {jobs: differing(reference, ours(root, jobs)) for jobs in (1, 2, 3)} == {1: [], 2: [], 3: []}


def test_a_comparison_sees_a_difference_of_one_byte(tmp_path: Path) -> None:
    for name, data in (("a", b"x"), ("b", b"y")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_bytes(data)
    assert differing(snapshot(tmp_path / "a"), snapshot(tmp_path / "b")) == ["index.html"]


def test_a_plain_build_publishes_only_what_is_cleared(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "du-an", HIDDEN)
    reference = plain(root)
    assert "diễn ra".encode() not in reference["index.html"]
    assert betrayed(root / ".build") == []
    assert reference["news/2026/03/hoi-nghi/index.html"].count("diễn ra".encode()) == 1
    assert not (root / "site").exists()


@pytest.mark.parametrize("strict", [pytest.param([], id="lax"), pytest.param(["--strict"], id="strict")])
def test_without_the_hooks_nothing_of_docs_is_published(tmp_path: Path, strict: list[str]) -> None:
    root = copy_project(tmp_path / "du-an", HIDDEN)
    old = snapshot(build(root / "docs", root / "site", "--no-cache", root=root).site)
    assert betrayed(root / "site") == []
    change(root / "mkdocs.yml", "hooks:\n  - scripts/hooks.py\n", "")
    mkdocs(root, "build", *strict)
    for words in (CANARY, "Hội nghị", "hoi-nghi", "Nguyễn Văn A"):
        found = snapshot(root / ".build")
        assert [name for name, data in found.items() if words in name or words.encode() in data] == []

    run = build(root / "docs", root / "site", "--no-cache", root=root, now="2026-04-02")
    assert run.status == 2
    assert len(run.errors.splitlines()) == 1
    assert snapshot(root / "site") == old


def test_a_plain_build_stops_for_a_finding(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "du-an", {**HIDDEN, "news/2026/03/sai/index.vi.md": SOURCE.replace("date:", "day:")})
    done = mkdocs(root, "build")
    assert done.returncode != 0
    assert "docs: 2 lỗi, không dựng trang / errors: 2, nothing is built" in done.stdout + done.stderr
    assert snapshot(root / ".build") == {}


def test_time_lets_a_plain_build_show_what_it_lets_ours(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "du-an", HIDDEN)
    assert betrayed(root / ".build") == []
    done = mkdocs(root, "build", "--strict", epoch=epoch_of("2026-04-02"))
    assert done.returncode == 0
    assert f"mkdocs/news/2026/03/{CANARY}/index.html" in betrayed(root / ".build")


def test_the_surroundings_leave_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = large_tree(4, 40)
    one = copy_project(tmp_path / "du-an", files)
    other = copy_project(tmp_path / "một nơi khác" / "dự án có dấu", dict(reversed(files.items())))
    expected = ours(one, 2)
    for name, value in (
        ("TZ", "America/St_Johns"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("LANG", "C"),
        ("PYTHONHASHSEED", "4711"),
    ):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PYTHONUTF8", "0")
    run = build(other / "docs", tmp_path / "nơi này", "--jobs", "1", now=NOW, root=other)
    assert (run.status, run.errors) == (0, "")
    assert differing(expected, snapshot(run.site)) == []
    for trace in (str(tmp_path), "du-an", "dự án"):
        assert run.holds(trace) == []
