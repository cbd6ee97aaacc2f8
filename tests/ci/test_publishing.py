"""What the publishing job does besides building: dated checks, locks, and the instant of the next change."""

from __future__ import annotations

import subprocess

import pytest

from tests.ci.office import ENGLISH, EPOCH, Clone, Office
from tests.desk import EN, VI
from tests.trees import KEY, pair, with_field

pytestmark = pytest.mark.job
LOCK = f"docs/{KEY}/translation.lock"
DATED = "status: reviewed, translator: Trần Thị B"


def publish(clone: Clone) -> None:
    """The steps of the publishing workflow that need no forge, in their order."""
    for target in ("ci-check", "accept-pending", "ci-site", "locks"):
        done = clone.make(target)
        assert done.returncode == 0, done.stdout + done.stderr


def record(clone: Clone, **environment: str) -> subprocess.CompletedProcess[str]:
    return clone.make("commit-locks", environment={"BRANCH": "main", **environment})


def test_a_translation_dated_in_a_form_is_accepted_and_recorded_on_main(office: Office) -> None:
    editor = office.clone("editor")
    editor.change(ENGLISH, "free of charge", "at no charge", "Sửa câu")
    editor.change(ENGLISH, DATED, f"{DATED}, checked: 2026-03-19", "Đã đối chiếu")
    editor.git("push", "--quiet", "origin", "main")
    workflow = office.clone("workflow")
    publish(workflow)
    assert record(workflow).returncode == 0
    assert "accepted: 2026-03-20" in office.text_of(LOCK)
    assert office.text_of(ENGLISH).count("checked: 2026-03-19") == 1
    later = office.clone("later")
    assert "lock-pending" not in later.make("ci-check").stdout


def test_a_translation_that_nobody_dated_is_not_accepted(office: Office) -> None:
    editor = office.clone("editor")
    editor.change(ENGLISH, "free of charge", "at no charge", "Sửa câu")
    editor.git("push", "--quiet", "origin", "main")
    before = office.text_of(LOCK)
    workflow = office.clone("workflow")
    publish(workflow)
    assert record(workflow).returncode == 0
    assert office.text_of(LOCK) == before


def add_bulletin(clone: Clone, key: str, source: str = VI) -> None:
    for path, text in pair(key, source, EN).items():
        target = clone.root / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(str(text), encoding="utf-8")
    clone.git("add", "--all")
    clone.git("commit", "--quiet", "-m", "Bài mới")


def test_new_addresses_are_recorded_on_top_of_what_main_is_by_then(office: Office) -> None:
    editor = office.clone("editor")
    add_bulletin(editor, "news/2026/03/bai-moi")
    editor.git("push", "--quiet", "origin", "main")
    workflow = office.clone("workflow")
    publish(workflow)
    (editor.root / "urls.lock").write_text(editor.read("urls.lock") + "/news/2026/03/cua-nguoi-khac/\n")
    editor.git("commit", "--quiet", "--all", "-m", "Trong lúc đó")
    editor.git("push", "--quiet", "origin", "main")
    done = record(workflow)
    assert done.returncode == 0, done.stderr
    recorded = office.text_of("urls.lock").splitlines()
    assert "/news/2026/03/bai-moi/" in recorded
    assert "/news/2026/03/cua-nguoi-khac/" in recorded


def test_recording_twice_is_recording_once(office: Office) -> None:
    editor = office.clone("editor")
    add_bulletin(editor, "news/2026/03/bai-moi")
    editor.git("push", "--quiet", "origin", "main")
    workflow = office.clone("workflow")
    publish(workflow)
    assert record(workflow).returncode == 0
    after = editor.git("ls-remote", "origin", "main")
    assert record(workflow).returncode == 0
    assert editor.git("ls-remote", "origin", "main") == after


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param("docs/index.vi.md", "x", id="content"),
        pytest.param(".github/workflows/x.yml", "on: push", id="workflow"),
        pytest.param("scripts/urls.lock", "x", id="elsewhere"),
        pytest.param("docs/../Makefile", "x", id="way-up"),
    ],
)
def test_a_patch_that_holds_anything_else_is_refused(office: Office, path: str, text: str) -> None:
    workflow = office.clone("workflow")
    before = workflow.git("ls-remote", "origin", "main")
    patch = workflow.root / ".build/ci/locks.patch"
    patch.parent.mkdir(parents=True)
    patch.write_text(
        f"diff --git a/{path} b/{path}\nnew file mode 100644\n--- /dev/null\n+++ b/{path}\n@@ -0,0 +1 @@\n+{text}\n"
    )
    done = record(workflow)
    assert done.returncode != 0
    assert workflow.git("ls-remote", "origin", "main") == before


def test_a_lock_that_would_be_a_link_is_refused(office: Office) -> None:
    workflow = office.clone("workflow")
    before = workflow.git("ls-remote", "origin", "main")
    patch = workflow.root / ".build/ci/locks.patch"
    patch.parent.mkdir(parents=True)
    path = "docs/news/translation.lock"
    patch.write_text(
        f"diff --git a/{path} b/{path}\nnew file mode 120000\n--- /dev/null\n+++ b/{path}\n@@ -0,0 +1 @@\n+/etc/passwd\n"
        "\\ No newline at end of file\n"
    )
    done = record(workflow)
    assert done.returncode != 0
    assert "120000" in done.stderr
    assert workflow.git("ls-remote", "origin", "main") == before


# The schedule


@pytest.fixture
def waiting(office: Office) -> Office:
    """An office with a bulletin whose embargo ends an hour after `tests.trees.NOW`."""
    editor = office.clone("editor")
    add_bulletin(editor, "news/2026/03/sap-toi", with_field(VI, "embargo_until: 2026-03-20T09:00:00+07:00"))
    editor.git("push", "--quiet", "origin", "main")
    return office


def due(clone: Clone, after: int = 0, **environment: str) -> str:
    """Ask so many seconds after `tests.trees.NOW`; the answer that a step of a workflow gets."""
    output = clone.root / "output"
    output.unlink(missing_ok=True)
    around = {"SOURCE_DATE_EPOCH": str(int(EPOCH) + after), "GITHUB_OUTPUT": str(output), **environment}
    done = clone.make("due", environment=around)
    assert done.returncode == 0, done.stderr
    answer = output.read_text()
    assert answer == f"due={clone.read('.build/ci/due')}"
    return answer.strip().removeprefix("due=")


def test_what_nobody_recorded_is_due(waiting: Office) -> None:
    assert due(waiting.clone("clock")) == "true"


def test_the_instant_that_the_build_printed_is_when_it_is_due(waiting: Office) -> None:
    workflow = waiting.clone("workflow")
    publish(workflow)
    assert workflow.read(".build/ci/next-change") == "2026-03-20T09:00:00+07:00\n"
    done = workflow.make("schedule")
    assert done.returncode == 0, done.stdout + done.stderr
    clock = waiting.clone("clock")
    assert due(clock, after=3599) == "false"
    assert due(clock, after=3600) == "true"
    assert due(clock, after=100_000) == "true"


def test_where_the_instant_is_near_the_clock_waits_for_it(waiting: Office) -> None:
    workflow = waiting.clone("workflow")
    publish(workflow)
    workflow.make("schedule")
    assert due(waiting.clone("clock"), after=3599, WAIT="1") == "true"


def test_where_time_changes_nothing_nothing_is_due(office: Office) -> None:
    workflow = office.clone("workflow")
    publish(workflow)
    workflow.make("schedule")
    assert due(office.clone("clock"), after=10_000_000) == "false"


def test_the_instant_is_outside_of_every_branch_and_replaced_by_the_next(waiting: Office) -> None:
    workflow = waiting.clone("workflow")
    before = workflow.git("ls-remote", "origin", "main")
    publish(workflow)
    workflow.make("schedule")
    (workflow.root / ".build/ci/next-change").write_text("none\n")
    workflow.make("schedule")
    assert workflow.git("ls-remote", "origin", "main") == before
    assert due(waiting.clone("clock"), after=100_000) == "false"


def test_a_schedule_that_cannot_be_recorded_says_so_without_the_secret_of_its_address(office: Office) -> None:
    workflow = office.clone("workflow")
    publish(workflow)
    secret = f"file://x-access-token:bimat@localhost{office.folder}/gone.git"
    done = workflow.make("schedule", environment={"REMOTE": secret})
    assert done.returncode != 0
    assert "bimat" not in done.stdout + done.stderr
    assert "refs/bulletin" not in done.stdout
