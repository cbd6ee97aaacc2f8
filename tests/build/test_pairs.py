"""build.py and the translation check: what stops publication, what readers are told, and that the cache changes nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.build.projects import copy_project, differing, large_tree, snapshot
from tests.trees import KEY, NOW, ROOT, SOURCE, TRANSLATION, Run, build, pair, with_body, with_field, write_docs

OTHER_DAY = TRANSLATION.replace("5 March", "6 March")
GRACE = {"_data/coverage.yml": "sections:\n  news: {grace_days: 30}\n"}


def script(name: str, docs: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of the editors' scripts on a docs folder, on the day of `NOW`."""
    command = [sys.executable, str(ROOT / "scripts" / name), "--docs", str(docs), "--today", NOW[:10], *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def rules(run: Run, severity: str) -> list[str]:
    """The rules of the findings that a build told with a severity."""
    return [line.split(": ")[2] for line in run.output.splitlines() if f": {severity}: " in line]


@pytest.mark.parametrize(
    ("files", "rule"),
    [
        pytest.param(pair(translation=OTHER_DAY), "value-mismatch", id="another-day"),
        pytest.param(
            {f"{KEY}/index.vi.md": SOURCE, "_data/coverage.yml": "sections: {news: {grace_days: 3}}\n"},
            "missing-translation",
            id="no-translation-after-the-grace-of-the-policy",
        ),
        pytest.param(
            pair(translation=with_body(TRANSLATION, "Hội nghị diễn ra ngày 05 tháng 3 năm 2026.\n")),
            "untranslated-block",
            id="left-in-vietnamese",
        ),
        pytest.param({**pair(), f"{KEY}/translation.lock": "<<<<<<< HEAD\n"}, "schema", id="a-merge-in-the-lock"),
    ],
)
def test_editions_that_disagree_are_not_published(tmp_path: Path, files: dict[str, str | bytes], rule: str) -> None:
    run = build(write_docs(tmp_path / "docs", files), tmp_path / "site")
    assert (run.status, rules(run, "error"), run.site.exists()) == (1, [rule], False)


def test_without_a_policy_a_bulletin_is_published_while_its_translation_is_missing(tmp_path: Path) -> None:
    run = build(write_docs(tmp_path / "docs", {f"{KEY}/index.vi.md": SOURCE}), tmp_path / "site")
    assert (run.status, rules(run, "error"), rules(run, "warning")) == (0, [], ["missing-translation"])


def test_a_finding_is_told_once_and_as_check_tells_it(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", pair(source=with_field(SOURCE, "topics: [khong-co]"), translation=OTHER_DAY))
    run = build(docs, tmp_path / "site")
    told = [line for line in run.output.splitlines() if ": error: " in line or ": warning: " in line]
    assert sorted(told) == sorted(script("check.py", docs).stdout.splitlines()[: len(told)])
    assert len(told) == len(set(told)) == 3


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(SOURCE.replace("status: published", "status: draft"), id="draft"),
        pytest.param(SOURCE.replace("approved: {by: Nguyễn Văn A, on: 2026-03-05}\n", ""), id="not-approved"),
    ],
)
def test_editions_of_what_is_being_written_may_disagree(tmp_path: Path, source: str) -> None:
    run = build(write_docs(tmp_path / "docs", pair(source=source, translation=OTHER_DAY)), tmp_path / "site")
    assert (run.status, rules(run, "error")) == (0, [])
    assert "value-mismatch" in rules(run, "warning")


def test_the_policy_weighs_rules_for_build_as_for_check(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", pair(translation=with_field(OTHER_DAY, "date: 2026-03-06")))
    policy = docs / "_data/coverage.yml"
    policy.parent.mkdir()
    for text, status in (
        ("rules: {value-mismatch: warning}\n", 0),  # metadata-mismatch warns unless the policy says otherwise
        ("rules: {value-mismatch: off, metadata-mismatch: error}\n", 1),
        ("rules: {value-mismatch: error}\n", 1),
    ):
        policy.write_text(text, encoding="utf-8")
        run = build(docs, tmp_path / "site")
        assert (run.status, script("check.py", docs).returncode) == (status, status)
        assert "metadata-mismatch" in rules(run, "error") + rules(run, "warning")


def test_a_topic_that_no_registry_has_is_left_out_where_the_policy_lets_it_pass(tmp_path: Path) -> None:
    policy = {"_data/coverage.yml": "rules: {registry-missing: warning}\n"}
    docs = write_docs(tmp_path / "docs", {**policy, **pair(source=with_field(SOURCE, "topics: [khong-co]"))})
    run = build(docs, tmp_path / "site")
    assert (run.status, "registry-missing" in rules(run, "warning")) == (0, True)
    assert run.holds("khong-co") == []


def test_a_translation_that_fell_behind_is_published_in_its_grace_and_says_so_and_not_after(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", {**GRACE, **pair()})
    assert script("accept.py", docs, str(docs)).returncode == 0
    matched = build(docs, tmp_path / "site")
    assert matched.holds("matches the Vietnamese text of <time") == [f"both/{KEY}/index.html", f"en/{KEY}/index.html"]
    assert matched.holds("khớp với bản tiếng Việt <time") == [f"both/{KEY}/index.html", f"{KEY}/index.html"]

    changed = with_field(SOURCE, "updated: 2026-04-03").replace("diễn ra", "khai mạc")
    write_docs(docs, {f"{KEY}/index.vi.md": changed})
    behind = build(docs, tmp_path / "site", now="2026-04-04")
    assert (behind.status, rules(behind, "warning")) == (0, ["stale-translation"])
    assert behind.holds("this translation is being revised") == [f"both/{KEY}/index.html", f"en/{KEY}/index.html"]
    assert behind.holds("bản tiếng Anh đang được chỉnh sửa") == [f"both/{KEY}/index.html", f"{KEY}/index.html"]
    assert behind.holds("matches the Vietnamese") == []

    over = build(docs, tmp_path / "site", now="2026-04-05")
    assert (over.status, rules(over, "error")) == (1, ["stale-translation"])


def test_a_lock_is_no_file_of_the_site(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", pair())
    script("accept.py", docs, str(docs))
    lock = (docs / KEY / "translation.lock").read_text(encoding="utf-8")
    digest = lock.splitlines()[-1].removeprefix("  - ")
    run = build(docs, tmp_path / "site")
    assert (run.status, run.holds("translation.lock"), run.holds(digest)) == (0, [], [])


def test_what_an_earlier_build_knew_changes_nothing(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "du-an", large_tree(5, 40))
    sites = [tmp_path / name for name in ("anew", "first", "again")]
    runs = [
        build(root / "docs", site, *options, root=root)
        for site, options in zip(sites, (["--no-cache"], [], ["--jobs", "1"]), strict=True)
    ]
    assert [run.status for run in runs] == [0, 0, 0]
    assert [differing(snapshot(sites[0]), snapshot(site)) for site in sites[1:]] == [[], []]
    findings = [[line for line in run.output.splitlines() if ": warning: " in line] for run in runs]
    assert findings[0] == findings[1] == findings[2]


def test_an_earlier_day_forgets_what_was_accepted_later(tmp_path: Path) -> None:
    docs = write_docs(
        tmp_path / "docs", pair(translation=TRANSLATION.replace("checked: 2026-03-05", "checked: 2026-03-15"))
    )
    after = build(docs, tmp_path / "after", now="2026-03-16")
    before = build(docs, tmp_path / "before", now="2026-03-14")
    assert after.holds("has not yet been compared") == []
    assert before.status == 0
    assert before.holds("has not yet been compared") == [f"both/{KEY}/index.html", f"en/{KEY}/index.html"]
