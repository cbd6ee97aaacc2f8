"""scripts/check.py as its callers know it: statuses, forms, paths, policy, cache, terminal."""

from __future__ import annotations

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest
from bulletin import program
from bulletin.desk import arguments
from bulletin.model.kinds import IssueRules
from bulletin.source import marks

from tests.build.projects import copy_project
from tests.desk import EN, EN_PATH, LOCK_PATH, TODAY, VI, VI_PATH, Done, accept, check, files, script
from tests.desk import run as run_command
from tests.trees import KEY, ROOT, write_docs

WRONG = EN.replace("VND 1,250.5 billion", "VND 1,250.5 million")
POLICY = "_data/coverage.yml"
OTHER = "about/lien-he"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A pair that was accepted."""
    folder = write_docs(tmp_path / "docs", files())
    assert accept(folder).status == 0
    return folder


@pytest.fixture
def listens_to_ctrl_c() -> Iterator[None]:
    """Programs that are started know Ctrl-C, also in a test run in the background, where shells have it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def rewrite(path: Path, old: str, new: str) -> None:
    """Replace words that stand in a file once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


# Statuses


def test_nothing_to_tell_is_status_0(docs: Path) -> None:
    done = script("check", "--docs", docs, "--today", TODAY)

    assert (done.status, done.errors) == (0, "")
    assert done.output.endswith("1 bài: 0 lỗi, 0 cảnh báo / bulletins: 1, errors: 0, warnings: 0\n")


def test_an_error_is_status_1(docs: Path) -> None:
    write_docs(docs, {EN_PATH: WRONG})

    done = script("check", "--docs", docs, "--today", TODAY)

    assert (done.status, done.errors) == (1, "")
    assert f"{EN_PATH}:11: error: value-mismatch: " in done.output


def test_a_warning_is_status_0(docs: Path) -> None:
    (docs / LOCK_PATH).unlink()

    done = check(docs)

    assert done.rules("warning") == ["untracked-translation"]
    assert done.status == 0


@pytest.mark.parametrize(
    ("arguments", "place"),
    [
        pytest.param(["--docs", "khong-co"], "--docs: ", id="no-folder"),
        pytest.param(["--docs", "x" * 5000], "--docs: ", id="name-too-long"),
        pytest.param(["--format", "pdf"], "check.py: ", id="format"),
        pytest.param(["--today", "hôm nay"], "--today: ", id="day"),
        pytest.param(["--today", "2026-02-30"], "--today: ", id="no-such-day"),
        pytest.param(["--jobs", "0"], "--jobs: ", id="jobs"),
        pytest.param(["--jobs", "9" * 5000], "--jobs: ", id="too-many-jobs"),
        pytest.param(["--hôm-nay"], "check.py: ", id="unknown-option"),
        pytest.param(["news/2026/03/khong-co"], "news/2026/03/khong-co: ", id="path"),
        pytest.param([f"{KEY}/index.fr.md"], f"{KEY}/index.fr.md: ", id="file"),
        pytest.param(["/"], "/: ", id="outside"),
        pytest.param(["x" * 5000], "xxx", id="path-too-long"),
        pytest.param(["_data"], "_data: ", id="data"),
    ],
)
def test_a_wrong_call_is_status_2_and_one_line(arguments: list[str], place: str, docs: Path) -> None:
    given = arguments if arguments[0] == "--docs" else ["--docs", str(docs), *arguments]

    done = run_command("check", *given)

    assert (done.status, done.output) == (2, "")
    assert done.errors.startswith(place)
    assert done.errors.count("\n") == 1
    assert " / " in done.errors


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        pytest.param(
            "topics.yml", "dau-tu: {vi: Đầu tư, en: Investment, slgu: x}\n", "_data/topics.yml:1: ", id="registry"
        ),
        pytest.param("topics.yml", "a: {vi: A, en: A}\n*x\n", "_data/topics.yml:2: ", id="syntax"),
        pytest.param("coverage.yml", "rules:\n  schema: warning\n", "_data/coverage.yml:2: ", id="fixed-rule"),
        pytest.param("coverage.yml", "rules: {clearance: off}\n", "_data/coverage.yml:1: ", id="fixed-rule-off"),
        pytest.param("coverage.yml", "rules:\n  value-mismatch: info\n", "_data/coverage.yml:2: ", id="level"),
        pytest.param("coverage.yml", "rules:\n\n  value-mismach: off\n", "_data/coverage.yml:3: ", id="unknown-rule"),
        pytest.param("coverage.yml", "sections:\n  tin: {required: 1}\n", "_data/coverage.yml:2: ", id="section"),
        pytest.param("coverage.yml", "sections:\n  news: {required: 95}\n", "_data/coverage.yml:2: ", id="share"),
        pytest.param("coverage.yml", "sections:\n  news: {grace_days: -1}\n", "_data/coverage.yml:2: ", id="days"),
        pytest.param("coverage.yml", "rule: {}\n", "_data/coverage.yml:1: ", id="unknown-field"),
    ],
)
def test_a_wrong_registry_or_policy_is_status_2_with_its_line(name: str, text: str, place: str, docs: Path) -> None:
    write_docs(docs, {f"_data/{name}": text})

    done = check(docs)

    assert (done.status, done.output) == (2, "")
    assert done.errors.startswith(place)
    assert done.errors.count("\n") == 1


def test_an_unknown_rule_is_answered_with_the_likeliest(docs: Path) -> None:
    write_docs(docs, {POLICY: "rules: {value-mismach: off}\n"})

    assert 'did you mean "value-mismatch' in check(docs).errors


def test_our_own_error_is_status_3(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(import_module("bulletin.checks.run"), "check_one", fail)

    done = check(docs, "--jobs", "1")

    assert done.status == 3
    assert done.errors.endswith("ZeroDivisionError\n")


def test_the_renderer_is_not_even_imported() -> None:
    code = "import sys; import bulletin.desk.check; sys.exit('markdown' in sys.modules or 'mkdocs' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT / "scripts").returncode == 0


# Forms


def test_json_holds_what_the_contract_names_and_no_more(docs: Path) -> None:
    write_docs(docs, {EN_PATH: WRONG, f"{OTHER}/index.vi.md": VI})

    report = check(docs).report

    assert list(report) == ["version", "findings", "coverage"]
    assert report["version"] == 1
    for finding in report["findings"]:
        assert list(finding) == ["rule", "severity", "path", "line", "locale", "message", "key"]
    assert [{**finding, "message": ""} for finding in report["findings"]] == [
        {
            "rule": "missing-translation",
            "severity": "error",
            "path": f"{OTHER}/index.vi.md",
            "line": 1,
            "locale": "en",
            "message": "",
            "key": OTHER,
        },
        {
            "rule": "edited-translation",
            "severity": "warning",
            "path": EN_PATH,
            "line": 4,
            "locale": "en",
            "message": "",
            "key": KEY,
        },
        {
            "rule": "value-mismatch",
            "severity": "error",
            "path": EN_PATH,
            "line": 11,
            "locale": "en",
            "message": "",
            "key": KEY,
        },
    ]
    counts = {"stale": 0, "diverged": 0, "untracked": 0, "machine": 0, "draft": 0}
    words = report["coverage"]["en"]["news"]["words"]
    assert words > 40
    assert report["coverage"] == {
        "vi": {},
        "en": {
            "about": {"required": 1, "current": 0, "missing": 1, **counts, "words": words, "words_current": 0},
            "news": {"required": 1, "current": 1, "missing": 0, **counts, "words": words, "words_current": words},
        },
    }
    assert list(report["coverage"]["en"]["news"]) == [
        *("required", "current", "stale", "diverged", "missing", "untracked", "machine", "draft"),
        *("words", "words_current"),
    ]


def test_an_empty_folder_has_an_empty_report(tmp_path: Path) -> None:
    assert check(tmp_path).report == {"version": 1, "findings": [], "coverage": {"vi": {}, "en": {}}}


def test_the_table_fits_100_columns(tmp_path: Path) -> None:
    bundles = {f"clarifications/2026/03/bai-{number}/index.vi.md": VI for number in range(3)}

    done = run_command("check", "--docs", write_docs(tmp_path, bundles), "--no-cache", "--today", TODAY)

    table = done.output.splitlines()[3:-1]
    assert table[0].split()[:2] == ["độ", "phủ"]
    assert table[2].split() == ["en", "clarifications", "3", "0", "0", "0", "3", "0", "0", "0", "0", "0"]
    assert {len(line) for line in table} == {len(table[0])}
    assert len(table[0]) <= 100


def test_output_writes_the_report_and_prints_nothing(docs: Path, tmp_path: Path) -> None:
    target = tmp_path / "báo cáo.json"
    target.write_text("cũ" * 100_000, encoding="utf-8")

    done = check(docs, "--output", str(target))

    assert (done.status, done.output, done.errors) == (0, "", "")
    assert json.loads(target.read_text(encoding="utf-8"))["version"] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["báo cáo.json", "docs"]


@pytest.mark.parametrize("target", ["khong-co/a.json", ".", "docs", "x" * 300])
def test_output_that_cannot_be_written_is_a_wrong_call(target: str, docs: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())

    done = check(docs, "--output", str(tmp_path / target))

    assert (done.status, done.output) == (2, "")
    assert done.errors.startswith("--output: ")
    assert done.errors.count("\n") == 1
    assert sorted(tmp_path.iterdir()) == before


def test_output_to_a_device_leaves_it_a_device(docs: Path) -> None:
    assert check(docs, "--output", os.devnull).status == 0
    assert Path(os.devnull).is_char_device()


def test_output_to_a_link_writes_where_it_leads(docs: Path, tmp_path: Path) -> None:
    (tmp_path / "that.json").write_text("", encoding="utf-8")
    (tmp_path / "link.json").symlink_to("that.json")

    check(docs, "--output", str(tmp_path / "link.json"))

    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "that.json").read_text(encoding="utf-8").startswith("{")


def test_a_reader_who_leaves_early_is_no_error(tmp_path: Path) -> None:
    docs = write_docs(tmp_path, {f"about/bai-{number}/index.vi.md": VI for number in range(400)})
    command = [sys.executable, str(ROOT / "scripts/check.py"), "--docs", str(docs), "--no-cache", "--today", TODAY]

    # Unbuffered, Python does not notice that nobody reads on.
    around = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=around) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()

    assert errors == b""
    assert process.returncode == 1


# Paths


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """Three bulletins without translations, and a file that belongs to none."""
    keys = (KEY, "news/2026/03/khac", OTHER)
    home = VI.replace("date: 2026-03-05\n", "")
    return write_docs(
        tmp_path / "docs",
        {f"{key}/index.vi.md": VI for key in keys} | {"index.vi.md": home, "news/2026/lac.txt": "", "index.fr.md": ""},
    )


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        pytest.param([KEY], [KEY], id="key"),
        pytest.param([f"{KEY}/"], [KEY], id="slash"),
        pytest.param([f"{KEY}/index.vi.md"], [KEY], id="file"),
        pytest.param(["about"], [OTHER], id="section"),
        pytest.param([OTHER, KEY], [OTHER, KEY], id="two"),
        pytest.param(["news/2026"], [KEY, "news/2026/03/khac", "news/2026/lac.txt"], id="folder-of-many"),
        pytest.param(["news/2026/lac.txt"], ["news/2026/lac.txt"], id="file-of-none"),
        pytest.param(["index.vi.md"], ["index.fr.md"], id="home"),
        pytest.param(["."], [OTHER, "index.fr.md", KEY, "news/2026/03/khac", "news/2026/lac.txt"], id="all"),
    ],
)
def test_paths_choose_what_is_checked(paths: list[str], found: list[str], three: Path) -> None:
    done = check(three, *paths)

    assert [each["path"].removesuffix("/index.vi.md") for each in done.report["findings"]] == found


def test_a_path_is_read_from_here_before_it_is_read_from_the_docs_folder(
    three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(three / "news/2026/03")

    for path in ("hoi-nghi", str(three / KEY), f"../../../{KEY}", KEY):
        assert [each["key"] for each in check(three, path).report["findings"]] == [KEY]

    write_docs(three, {"about/news/index.vi.md": VI})
    monkeypatch.chdir(three / "about")
    assert [each["key"] for each in check(three, "news").report["findings"]] == ["about/news"]


def test_a_bundle_is_told_of_a_former_key_in_use_even_when_it_is_checked_alone(three: Path) -> None:
    rewrite(three / KEY / "index.vi.md", "status: published", f"status: published\nredirect_from: [{OTHER}]")

    assert "schema" in check(three, KEY).rules()


# The day and the policy


@pytest.mark.parametrize(
    ("policy", "rules"),
    [
        pytest.param("", [("value-mismatch", "error")], id="none"),
        pytest.param("rules: {value-mismatch: warning}\n", [("value-mismatch", "warning")], id="warning"),
        pytest.param("rules: {value-mismatch: off}\n", [], id="off"),
        pytest.param('rules: {"*": off}\n', [], id="all-off"),
        pytest.param('rules: {"*": warning}\n', [("value-mismatch", "warning")], id="the-rest"),
        pytest.param(
            'rules: {value-mismatch: error, "*": off}\n', [("value-mismatch", "error")], id="named-before-the-rest"
        ),
    ],
)
def test_the_policy_weighs_rules(policy: str, rules: list[tuple[str, str]], tmp_path: Path) -> None:
    docs = write_docs(tmp_path, files(translation=WRONG) | {POLICY: policy})
    assert accept(docs).status == 0

    done = check(docs)

    assert [(each["rule"], each["severity"]) for each in done.report["findings"]] == rules
    assert done.status == (("value-mismatch", "error") in rules)


def test_no_policy_turns_off_what_is_fixed(tmp_path: Path) -> None:
    docs = write_docs(tmp_path, files(VI + "x\u202ey\n") | {POLICY: 'rules: {"*": off}\n'})

    assert check(docs).rules("error") == ["schema"]


@pytest.mark.parametrize(
    ("grace", "today", "severity"),
    [
        pytest.param(0, "2026-03-05", "warning", id="on-the-day"),
        pytest.param(0, "2026-03-06", "error", id="no-grace"),
        pytest.param(14, "2026-03-19", "warning", id="last-day"),
        pytest.param(14, "2026-03-20", "error", id="day-after"),
        pytest.param(99999999, "2026-03-20", "warning", id="for-ever"),
    ],
)
def test_a_missing_translation_warns_until_its_grace_is_over(
    grace: int, today: str, severity: str, tmp_path: Path
) -> None:
    policy = f"sections: {{news: {{grace_days: {grace}}}}}\n"
    docs = write_docs(tmp_path, files(translation=None) | {POLICY: policy})

    [finding] = check(docs, today=today).report["findings"]

    assert (finding["rule"], finding["severity"]) == ("missing-translation", severity)


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param(("on: 2026-03-05", "on: 2026-03-19"), id="approval"),
        pytest.param(
            ("status: published", "status: published\nembargo_until: 2026-03-19T10:00:00+07:00"), id="embargo"
        ),
    ],
)
def test_grace_runs_from_the_later_of_date_approval_and_embargo(fields: tuple[str, str], tmp_path: Path) -> None:
    docs = write_docs(tmp_path, files(VI.replace(*fields), None) | {POLICY: "sections: {news: {grace_days: 2}}\n"})

    assert check(docs, today="2026-03-21").status == 0
    assert check(docs, today="2026-03-22").status == 1


def test_the_rest_of_the_sections_has_its_own_grace(tmp_path: Path) -> None:
    policy = 'sections: {about: {grace_days: 0}, "*": {grace_days: 99}}\n'
    docs = write_docs(tmp_path, files(translation=None) | {f"{OTHER}/index.vi.md": VI, POLICY: policy})

    assert [each["key"] for each in check(docs).report["findings"] if each["severity"] == "error"] == [OTHER]


@pytest.mark.parametrize(
    ("source", "translation", "status"),
    [
        pytest.param(VI, WRONG, 1, id="published"),
        pytest.param(VI.replace("status: published", "status: draft"), WRONG, 0, id="draft"),
        pytest.param(VI.replace("status: published", "status: review"), WRONG, 0, id="review"),
        pytest.param(VI, WRONG.replace("status: reviewed", "status: draft"), 0, id="draft-of-a-translation"),
        pytest.param(VI, WRONG.replace("status: reviewed", "status: machine"), 0, id="machine-that-is-not-public"),
        pytest.param(VI.replace("status: published", "status: draft"), "---\ntitle: [\n---\n", 1, id="unreadable"),
    ],
)
def test_what_nobody_asked_to_be_public_warns(source: str, translation: str, status: int, tmp_path: Path) -> None:
    assert check(write_docs(tmp_path, files(source, translation))).status == status


def test_a_machine_translation_weighs_as_any_other_where_the_policy_lets_it_be_public(tmp_path: Path) -> None:
    machine = WRONG.replace("status: reviewed", "status: machine")
    docs = write_docs(tmp_path, files(translation=machine) | {POLICY: "sections: {news: {machine: true}}\n"})

    assert check(docs).status == 1


def test_a_folder_of_a_draft_that_lies_wrong_warns(tmp_path: Path) -> None:
    draft = VI.replace("status: published", "status: draft")

    done = check(write_docs(tmp_path, {"news/2026/03/Hội nghị/index.vi.md": draft}))

    assert done.rules() == ["schema"]
    assert done.status == 0


def test_without_today_the_day_is_that_of_source_date_epoch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = write_docs(tmp_path, files(translation=None))
    seconds = 1772730000  # 2026-03-05T17:00:00Z, when the 6th begins in Việt Nam

    for epoch, status in ((seconds - 1, 0), (seconds, 1)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(epoch))
        assert run_command("check", "--docs", docs, "--no-cache").status == status


# A third locale


def test_a_third_locale_is_required_and_compared_like_the_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arguments, "read_site", lambda _: SimpleNamespace(tags=("vi", "en", "fr"), issue=IssueRules()))
    docs = write_docs(tmp_path, files())
    assert accept(docs).status == 0
    assert [(each["rule"], each["locale"]) for each in check(docs).report["findings"]] == [
        ("missing-translation", "fr")
    ]

    french = EN.replace("status: reviewed", "status: reviewed").split("\n## Results")[0] + "\n"
    write_docs(docs, {f"{KEY}/index.fr.md": french})
    done = check(docs)

    assert {"untracked-translation", "structure-mismatch"} <= {
        each["rule"] for each in done.report["findings"] if each["locale"] == "fr"
    }
    assert done.report["coverage"]["fr"]["news"]["untracked"] == 1
    assert done.report["coverage"]["en"]["news"]["current"] == 1


# The cache


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of work of our own, on a machine that is not CI."""
    monkeypatch.setattr(program, "WORK", tmp_path / "work")
    monkeypatch.delenv("CI", raising=False)
    return tmp_path / "work"


def cached(docs: Path, today: str = TODAY, *paths: str) -> Done:
    """Check with the cache, when the disk's clock has gone on since the last change."""
    time.sleep(marks.TICK / 1e9 + 0.02)
    return run_command("check", "--docs", docs, "--format", "json", "--today", today, "--jobs", "1", *paths)


def spoil(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no bundle be checked any more."""

    def fail(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(import_module("bulletin.checks.run"), "check_one", fail)


def test_an_unchanged_tree_is_not_checked_again_and_has_the_same_report(
    three: Path, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cold = cached(three)
    spoil(monkeypatch)

    assert cached(three) == cold
    assert cached(three, TODAY, KEY).status == 1
    assert len(list(work.rglob("*/check/*"))) == 1


CHANGES = [
    pytest.param(EN_PATH, EN.replace("1,250.5", "1,260.5"), id="translation"),
    pytest.param(VI_PATH, VI.replace("1.250,5", "1.260,5"), id="source"),
    pytest.param(LOCK_PATH, "x", id="lock"),
    pytest.param(f"{KEY}/anh.png", "x", id="new-file"),
    pytest.param("_data/topics.yml", "dau-tu: {vi: Đầu tư, en: Investment}\n", id="registry"),
]


@pytest.mark.parametrize("ci", ["", "true"])
@pytest.mark.parametrize(("path", "text"), CHANGES)
def test_any_change_is_seen(
    path: str, text: str, ci: str, work: Path, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert work.parent == docs.parent
    monkeypatch.setenv("CI", ci)
    rewrite(docs / VI_PATH, "status: published", "status: published\ntopics: [dau-tu]")
    before = cached(docs)
    stat = (docs / path).stat() if (docs / path).exists() else None
    write_docs(docs, {path: text})
    if stat is not None:
        os.utime(docs / path, ns=(stat.st_atime_ns, stat.st_mtime_ns))

    after = cached(docs)

    assert after.report["findings"] != before.report["findings"]
    assert after == check(docs)


def test_a_file_that_goes_is_seen(docs: Path, work: Path) -> None:
    cached(docs)
    (docs / LOCK_PATH).unlink()

    assert cached(docs).rules() == ["untracked-translation"]
    assert work.exists()


def test_in_ci_the_content_decides_whatever_the_disk_says(
    docs: Path, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    cold = cached(docs)
    for path in docs.rglob("*.md"):
        os.utime(path, (1, 1))
    spoil(monkeypatch)

    assert cached(docs) == cold
    assert work.exists()


@pytest.mark.parametrize(
    ("first", "second"), [("2026-03-11", "2026-03-13"), ("2026-03-13", "2026-03-11"), ("2026-03-13", "2026-03-14")]
)
def test_another_day_is_seen(first: str, second: str, tmp_path: Path, work: Path) -> None:
    dated = EN.replace("translator: Trần Thị B", "translator: Trần Thị B, checked: 2026-03-12")
    docs = write_docs(tmp_path / "docs", files(translation=dated))
    cached(docs, first)

    assert cached(docs, second) == check(docs, today=second)
    assert work.exists()


def test_caches_of_folders_long_unused_go_and_nothing_else_does(docs: Path, work: Path) -> None:
    folder = work / "cache" / "check"
    folder.mkdir(parents=True)
    now = time.time_ns()
    ages = {"0" * 16: 31, "1" * 16: 29, f"{'2' * 16}-77": 31, "notes.txt": 400}
    for name, days in ages.items():
        (folder / name).write_text("x")
        os.utime(folder / name, ns=(now, now - days * 24 * 3600 * 10**9))

    cached(docs)

    assert {path.name for path in folder.iterdir()} & set(ages) == {"1" * 16, "notes.txt"}


def test_a_cache_that_is_read_is_in_use(docs: Path, work: Path) -> None:
    cached(docs)
    (cache_file,) = (work / "cache" / "check").iterdir()
    os.utime(cache_file, (1, 1))

    cached(docs)

    assert cache_file.stat().st_mtime > 1


def test_what_is_remembered_outlives_neither_a_waiver_nor_an_approver(tmp_path: Path, work: Path) -> None:
    docs = write_docs(tmp_path / "docs", files(translation=WRONG))
    accept(docs)
    words = ("--rule", "value-mismatch", "--reason", "x", "--by", "B", "--until", "2026-03-25", "--today", TODAY)
    assert run_command("waive", "--docs", docs, *words, KEY).status == 0
    for today, status in ((TODAY, 0), ("2026-03-26", 1), (TODAY, 0)):
        assert cached(docs, today).status == status
    assert "clearance" not in cached(docs).rules()

    write_docs(docs, {"_data/approvers.yml": "a: {name: A, sections: all}\n"})

    assert "clearance" in cached(docs).rules()
    assert work.exists()


def test_what_changed_just_before_is_not_remembered(docs: Path, work: Path) -> None:
    (docs / VI_PATH).touch()
    run_command("check", "--docs", docs, "--today", TODAY)

    [file] = work.rglob("*/check/*")
    assert len(file.read_text(encoding="utf-8").split("\n")) == 1


DAMAGES = [
    pytest.param(lambda text: text[: len(text) // 2], id="half-written"),
    pytest.param(lambda text: text.replace('"line":1,', '"line":7,'), id="altered"),
    pytest.param(lambda text: text.replace("\t", " "), id="other-form"),
    pytest.param(lambda _: "", id="empty"),
    pytest.param(lambda _: "\0\udcff\n\t\t\n", id="not-text"),
    pytest.param(lambda text: text.split("\n")[0] + "\n0\t1\t2\t3\n[]\n", id="foreign-lines"),
    pytest.param(lambda text: "0" * 32 + text[32:], id="of-other-code"),
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_cache_changes_nothing(damage: object, three: Path, work: Path) -> None:
    cold = cached(three)
    [file] = work.rglob("*/check/*")
    text = file.read_text(encoding="utf-8")
    assert callable(damage)
    file.write_text(damage(text), encoding="utf-8", errors="surrogateescape")

    assert cached(three) == cold
    assert file.read_text(encoding="utf-8") == text


def test_a_cache_that_cannot_be_written_changes_nothing(three: Path, work: Path) -> None:
    work.write_text("", encoding="utf-8")

    assert cached(three).report["findings"]


def test_a_change_of_our_code_is_seen(tmp_path: Path) -> None:
    project = copy_project(tmp_path, files())
    script("check", "--today", TODAY, root=project)
    [file] = (project / ".build/cache/check").iterdir()
    before = file.read_text(encoding="utf-8").split("\n")[0]
    with (project / "scripts/bulletin/checks/told.py").open("a", encoding="utf-8") as stream:
        stream.write("# x\n")

    script("check", "--today", TODAY, root=project)

    assert file.read_text(encoding="utf-8").split("\n")[0] != before


def test_workers_and_one_process_say_the_same(tmp_path: Path) -> None:
    docs = write_docs(tmp_path, {f"about/bai-{number}/index.vi.md": VI for number in range(60)})

    assert check(docs, "--jobs", "3") == check(docs, "--jobs", "1")


# The terminal


def large(folder: Path, count: int) -> Path:
    """Many pairs."""
    docs = write_docs(folder / "docs", files())
    for number in range(count):
        shutil.copytree(docs / KEY, docs / f"about/bai-{number}")
    return docs


def on_terminal(docs: Path) -> tuple[subprocess.Popen[bytes], int]:
    """Start the check with a terminal for its errors, in a group of its own; the process and our end of the terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, str(ROOT / "scripts/check.py"), "--docs", str(docs), "--no-cache", "--jobs", "2"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, start_new_session=True)
    os.close(theirs)
    return process, ours


def read_all(terminal: int) -> str:
    """What was written to a terminal until it was closed."""
    parts = []
    try:
        while part := os.read(terminal, 4096):
            parts.append(part)
    except OSError:  # how Linux says that the other end is closed
        pass
    finally:
        os.close(terminal)
    return b"".join(parts).decode()


def test_a_terminal_sees_progress_that_goes_away(tmp_path: Path) -> None:
    process, terminal = on_terminal(large(tmp_path, 99))
    process.communicate()

    shown = read_all(terminal)

    assert "đang kiểm tra / checking: 40/100" in shown
    assert shown.endswith("\r\033[K")
    assert process.wait() == 0


@pytest.mark.usefixtures("listens_to_ctrl_c")
def test_ctrl_c_ends_it_at_once_with_its_workers(tmp_path: Path) -> None:
    process, terminal = on_terminal(large(tmp_path, 3000))
    shown = b""
    while b"checking" not in shown:
        shown += os.read(terminal, 4096)
    os.killpg(process.pid, signal.SIGINT)

    output, _ = process.communicate(timeout=10)
    shown += read_all(terminal).encode()

    assert (process.returncode, output) == (130, b"")
    assert b"Traceback" not in shown
    assert b"Error" not in shown
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def test_colour_is_for_terminals_that_want_it(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_docs(docs, {EN_PATH: WRONG})
    command = [sys.executable, str(ROOT / "scripts/check.py"), "--docs", str(docs), "--no-cache", "--today", TODAY]
    for value, has_colour in (("", True), ("1", False)):
        monkeypatch.setenv("NO_COLOR", value)
        ours, theirs = pty.openpty()
        with subprocess.Popen(command, stdout=theirs) as process:
            os.close(theirs)
            shown = read_all(ours)
        assert ("\033[31m" in shown) is has_colour
        assert process.returncode == 1
