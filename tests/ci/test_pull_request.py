"""A pull request from end to end, with the targets that the workflows run."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.ci.office import ENGLISH, Clone, Office
from tests.trees import KEY

pytestmark = pytest.mark.job
RIGHT, WRONG, SOURCE_SAYS = "VND 1,250.5 billion", "VND 1,205.5 billion", "1.250,5 tỷ đồng"


@pytest.fixture
def branch(office: Office) -> Clone:
    """A pull request that spoils one number of the English edition, cloned as a workflow does."""
    editor = office.clone("editor")
    editor.git("checkout", "--quiet", "-b", "sua-so")
    editor.change(ENGLISH, RIGHT, WRONG, "Sửa bản tiếng Anh")
    editor.git("push", "--quiet", "origin", "sua-so")
    return office.clone("workflow", "sua-so")


def line_of(clone: Clone, words: str) -> int:
    """The 1-based line of the English edition on which words stand."""
    return clone.read(ENGLISH)[: clone.read(ENGLISH).index(words)].count("\n") + 1


def test_a_spoiled_number_is_refused_with_its_line_and_both_values(branch: Clone, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    on_github = {"BASE": "origin/main", "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    done = branch.make("ci", environment=on_github)
    assert done.returncode != 0
    line = line_of(branch, WRONG)
    annotation = next(each for each in done.stdout.splitlines() if each.startswith("::error "))
    assert re.search(rf"\bfile={re.escape(ENGLISH)},.*\bline={line}\b", annotation)
    for told in (annotation, summary.read_text(encoding="utf-8")):
        assert WRONG in told
        assert SOURCE_SAYS in told
    assert f"index.en.md:{line}" in summary.read_text(encoding="utf-8")
    assert not (branch.root / "site").exists()


def test_a_refused_pull_request_has_every_report_and_the_dashboard(branch: Clone) -> None:
    branch.make("ci", environment={"BASE": "origin/main"})
    reports = {path.name for path in (branch.root / ".build/ci").iterdir()}
    assert reports == {
        *("check.json", "check.sarif", "check.junit.xml", "annotations.txt", "summary.md", "badge.svg"),
        "code-quality.json",
    }
    assert (branch.root / ".build/report/index.html").is_file()
    entries = json.loads(branch.read(".build/ci/code-quality.json"))
    (entry,) = [each for each in entries if each["severity"] == "major"]
    assert entry["location"] == {"path": ENGLISH, "lines": {"begin": line_of(branch, WRONG)}}
    assert entry["check_name"] == "value-mismatch"


def test_a_laptop_is_told_the_same_without_a_forge(branch: Clone) -> None:
    done = branch.make("ci", "BASE=origin/main")
    assert done.returncode != 0
    assert f"{ENGLISH}:{line_of(branch, WRONG)}: error: value-mismatch" in done.stdout
    assert "::error" not in done.stdout


def test_a_mended_pull_request_is_built_verified_and_clean(branch: Clone) -> None:
    branch.change(ENGLISH, WRONG, RIGHT, "Sửa lại")
    done = branch.make("ci", environment={"BASE": "origin/main"})
    assert done.returncode == 0, done.stdout + done.stderr
    assert RIGHT in (branch.root / f"site/en/{KEY}/index.html").read_text(encoding="utf-8")
    assert branch.read(".build/ci/next-change") == "none\n"
    assert "không lọt vào trang" in done.stdout


def test_a_name_of_a_branch_is_never_a_command(branch: Clone, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    done = branch.make("ci-check", environment={"BASE": f'main"; touch {trap}; "$(touch {trap})`touch {trap}`'})
    assert done.returncode != 0
    assert not trap.exists()
