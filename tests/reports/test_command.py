"""scripts/check.py with its forms of report: what changed comes first, coverage before and after, the badge."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from bulletin.desk.forge import files_address

from tests.desk import EN, EN_PATH, TODAY, VI, accept, files, run, script
from tests.history import commit, git, repository
from tests.reports.commands import read_command
from tests.reports.test_markdown import row
from tests.trees import KEY, write_docs

OTHER = "news/2026/03/khac"
SPOILT = EN.replace("VND 1,250.5 billion", "VND 1,350.5 billion")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Two pairs in a repository, accepted and committed."""
    root = repository(tmp_path / "kho")
    pairs = files() | {path.replace(KEY, OTHER): text for path, text in files().items()}
    docs = write_docs(root / "docs", pairs)
    assert accept(docs).status == 0
    commit(root)
    return docs


def report(docs: Path, form: str, *arguments: str | Path) -> str:
    """What the check prints in a form."""
    return run("check", "--docs", docs, "--no-cache", "--today", TODAY, "--format", form, *arguments).output


def test_a_pull_request_that_spoils_a_number_is_refused_at_its_line_with_both_values(docs: Path) -> None:
    write_docs(docs, {EN_PATH: SPOILT})

    done = script("check", "--docs", docs, "--today", TODAY, "--format", "github", "--base", "main", "--no-cache")

    assert (done.status, done.errors) == (1, "")
    command = read_command(done.output.splitlines()[0])
    assert command is not None
    assert command.name == "error"
    assert command.properties["file"] == f"docs/{EN_PATH}"
    assert command.properties["line"] == "11"
    assert "“VND 1,350.5 billion”" in command.data
    assert "“1.250,5 tỷ đồng”" in command.data


@pytest.mark.parametrize("form", ["github", "markdown", "text"])
def test_what_changed_since_the_base_comes_first(form: str, docs: Path) -> None:
    write_docs(docs, {EN_PATH: SPOILT})
    commit(docs)
    write_docs(docs, {f"{OTHER}/index.en.md": SPOILT})

    def places(*arguments: str) -> list[int]:
        text = report(docs, form, *arguments)
        return [text.index(f"docs/{path}") for path in (EN_PATH, f"{OTHER}/index.en.md")]

    first, second = places()
    assert first < second
    first, second = places("--base", "HEAD")
    assert second < first


def test_a_number_that_the_source_changed_is_told_as_a_changed_line(docs: Path) -> None:
    write_docs(docs, {f"{KEY}/index.vi.md": VI.replace("1.250,5 tỷ", "1.350,5 tỷ")})

    text = report(docs, "markdown", "--base", "HEAD")

    assert text.index("On changed lines") < text.index("**value-mismatch**") < text.index("In changed bulletins")


def test_json_is_the_same_with_a_base(docs: Path) -> None:
    write_docs(docs, {f"{OTHER}/index.en.md": SPOILT})

    assert report(docs, "json", "--base", "HEAD") == report(docs, "json")


def test_sarif_names_the_line_of_the_other_edition(docs: Path) -> None:
    write_docs(docs, {EN_PATH: SPOILT})

    results = json.loads(report(docs, "sarif"))["runs"][0]["results"]

    [found] = [result for result in results if result["ruleId"] == "value-mismatch"]
    [other] = found["relatedLocations"]
    assert other["physicalLocation"]["artifactLocation"]["uri"] == f"docs/{KEY}/index.vi.md"
    assert other["physicalLocation"]["region"] == {"startLine": 13}


def test_junit_has_a_case_for_every_edition(docs: Path) -> None:
    write_docs(docs, {EN_PATH: SPOILT})

    tree = fromstring(report(docs, "junit"))

    assert (tree.get("tests"), tree.get("failures")) == ("4", "1")


def test_findings_outside_a_repository_are_named_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_docs(tmp_path / "nội dung", files(translation=SPOILT))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    command = read_command(report(Path("nội dung"), "github").splitlines()[0])

    assert command is not None
    assert command.properties["file"] == f"nội dung/{EN_PATH}"


@pytest.mark.parametrize(
    ("base", "place"),
    [
        pytest.param("khong-co", "--base: ", id="unknown"),
        pytest.param("", "--base: ", id="empty"),
        pytest.param("--help", "check.py: ", id="option"),
    ],
)
def test_a_wrong_base_is_a_wrong_call(base: str, place: str, docs: Path) -> None:
    done = run("check", "--docs", docs, "--base", base)

    assert (done.status, done.output) == (2, "")
    assert done.errors.startswith(place)
    assert done.errors.count("\n") == 1


# Coverage before and after


def coverage(docs: Path, *arguments: str | Path) -> list[str]:
    """Required, and the share of pages and of words, in English news."""
    return row(report(docs, "markdown", "--base", "HEAD", *arguments), "en news")[:3]


def test_nothing_changed_leaves_the_coverage_as_it_was(docs: Path) -> None:
    assert coverage(docs) == ["2", "100", "100"]


def test_a_changed_source_takes_its_translation_out_of_the_coverage(docs: Path) -> None:
    write_docs(docs, {f"{KEY}/index.vi.md": VI.replace("ba thỏa thuận", "bốn thỏa thuận")})

    assert coverage(docs) == ["2", "100 → 50 ▼", "100 → 50 ▼"]


def test_a_translation_that_was_written_and_accepted_raises_it(docs: Path) -> None:
    write_docs(docs, {"about/lien-he/index.vi.md": VI.replace("date: 2026-03-05\n", "")})
    commit(docs)
    write_docs(docs, {"about/lien-he/index.en.md": EN})
    accept(docs)

    text = report(docs, "markdown", "--base", "HEAD")

    assert row(text, "en about")[:2] == ["1", "0 → 100 ▲"]
    assert row(text, "en news")[:2] == ["2", "100"]


def test_a_new_bulletin_and_one_that_is_gone_are_counted_on_their_side(docs: Path) -> None:
    write_docs(docs, {"news/2026/03/moi/index.vi.md": VI, "news/2026/03/moi-2/index.vi.md": VI})
    for path in (docs / OTHER).iterdir():
        path.unlink()

    assert coverage(docs) == ["2 → 3", "100 → 33 ▼", "100 → 33 ▼"]


def test_a_bulletin_that_only_moved_is_counted_once(docs: Path) -> None:
    (docs / OTHER).rename(docs / "news/2026/03/ten-moi")

    assert coverage(docs) == ["2", "100", "100"]


def test_the_policy_of_then_counts_for_then(docs: Path) -> None:
    machine = EN.replace("status: reviewed", "status: machine")
    policy = "sections: {news: {machine: true}}\n"
    write_docs(docs, {EN_PATH: machine, "_data/coverage.yml": policy})
    accept(docs)
    commit(docs)
    (docs / "_data/coverage.yml").unlink()

    assert coverage(docs)[1] == "100 → 50 ▼"


def test_a_wrong_policy_of_then_is_no_error_of_now(docs: Path) -> None:
    write_docs(docs, {"_data/coverage.yml": "rules: [\n"})
    commit(docs)
    write_docs(docs, {"_data/coverage.yml": "rules: {}\n"})

    assert coverage(docs) == ["2", "100", "100"]


def test_only_what_the_call_names_is_counted_then_too(docs: Path) -> None:
    for key in (KEY, OTHER):
        write_docs(docs, {f"{key}/index.vi.md": VI.replace("ba thỏa thuận", "bốn thỏa thuận")})

    for path in (KEY, docs / KEY, f"{KEY}/index.vi.md"):
        assert coverage(docs, path) == ["1", "100 → 0 ▼", "100 → 0 ▼"]


def test_a_clone_without_the_content_of_then_is_one_line(docs: Path, tmp_path: Path) -> None:
    write_docs(docs, {EN_PATH: SPOILT, f"{OTHER}/index.en.md": SPOILT})
    commit(docs)
    git(docs, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", docs.parent.as_uri(), "ban-sao")

    done = run("check", "--docs", tmp_path / "ban-sao/docs", "--no-cache", "--base", "HEAD~1")

    assert (done.status, done.output) == (2, "")
    assert done.errors.startswith("--base: ")
    assert done.errors.count("\n") == 1


def test_where_git_cannot_tell_the_content_of_then_coverage_is_that_of_now(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bulletin.checks.before.write_base", lambda *_: False)
    write_docs(docs, {f"{KEY}/index.vi.md": VI.replace("ba thỏa thuận", "bốn thỏa thuận")})

    assert coverage(docs) == ["2", "50", "50"]


# The badge, and addresses


def test_a_badge_is_written_beside_any_report(docs: Path, tmp_path: Path) -> None:
    done = run("check", "--docs", docs, "--no-cache", "--today", TODAY, "--badge", tmp_path / "huy hiệu.svg")

    assert done.status == 0
    assert "100 % (2/2)" in (tmp_path / "huy hiệu.svg").read_text(encoding="utf-8")


def test_a_badge_that_cannot_be_written_is_a_wrong_call(docs: Path, tmp_path: Path) -> None:
    done = run("check", "--docs", docs, "--no-cache", "--output", tmp_path / "a", "--badge", tmp_path / "khong/co.svg")

    assert done.status == 2
    assert done.errors.startswith("--badge: ")
    assert done.errors.count("\n") == 1


@pytest.mark.parametrize(
    ("environment", "address"),
    [
        pytest.param({}, "", id="nowhere"),
        pytest.param(
            {"GITHUB_SERVER_URL": "https://g.example", "GITHUB_REPOSITORY": "a/b", "GITHUB_SHA": "c0ffee"},
            "https://g.example/a/b/blob/c0ffee/",
            id="github",
        ),
        pytest.param({"GITHUB_SERVER_URL": "https://g.example", "GITHUB_SHA": "c0ffee"}, "", id="half"),
        pytest.param(
            {"CI_PROJECT_URL": "https://l.example/a/b", "CI_COMMIT_SHA": "c0ffee"},
            "https://l.example/a/b/-/blob/c0ffee/",
            id="gitlab",
        ),
    ],
)
def test_files_are_linked_where_the_run_says_that_they_are(environment: dict[str, str], address: str) -> None:
    assert files_address(environment) == address
