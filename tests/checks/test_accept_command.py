"""scripts/accept.py: whom it means, what it writes, and when it refuses."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from bulletin.desk import arguments
from bulletin.model.kinds import IssueRules

from tests.desk import EN, EN_PATH, LOCK_PATH, TODAY, VI, VI_PATH, accept, check, files, script
from tests.trees import KEY, write_docs

HOME = VI.replace("date: 2026-03-05\n", "")
OTHER = "about/lien-he"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """The home page, two pairs, and a bulletin without a translation."""
    one = files() | {"index.vi.md": HOME, "index.en.md": EN, "about/mot-minh/index.vi.md": HOME}
    return write_docs(tmp_path / "docs", one | {f"{OTHER}/index.vi.md": HOME, f"{OTHER}/index.en.md": EN})


def locks(docs: Path) -> list[str]:
    """The bundles that have a lock; "." is the home page."""
    return sorted(path.parent.relative_to(docs).as_posix() for path in docs.rglob("translation.lock"))


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("paths", "accepted"),
    [
        pytest.param([KEY], [KEY], id="key"),
        pytest.param([f"{KEY}/"], [KEY], id="slash"),
        pytest.param([EN_PATH], [KEY], id="translation"),
        pytest.param([VI_PATH], [KEY], id="source"),
        pytest.param([KEY, OTHER], [OTHER, KEY], id="several"),
        pytest.param([KEY, EN_PATH, KEY], [KEY], id="the-same-thrice"),
        pytest.param(["index.en.md"], ["."], id="home-page"),
        pytest.param(["about"], [OTHER], id="folder-of-many"),
        pytest.param(["."], [".", OTHER, KEY], id="all"),
    ],
)
def test_it_accepts_what_its_paths_mean(paths: list[str], accepted: list[str], docs: Path) -> None:
    done = accept(docs, *paths)

    assert (done.status, done.errors) == (0, "")
    assert locks(docs) == accepted
    assert done.output.count("đã xác nhận / accepted: en\n") == len(accepted)


def test_paths_are_read_from_here_and_absolute_ones_too(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(docs / KEY)
    assert accept(docs, ".").status == 0
    assert locks(docs) == [KEY]

    assert accept(docs, docs / OTHER / "index.en.md").status == 0
    assert locks(docs) == [OTHER, KEY]


def test_accepting_twice_changes_no_byte(docs: Path) -> None:
    accept(docs)
    before = {path: (path.read_bytes(), path.stat().st_ino) for path in docs.rglob("translation.lock")}

    done = accept(docs, today="2026-04-01")

    assert done.status == 0
    assert done.output.count("không đổi / unchanged\n") == 3
    assert {path: (path.read_bytes(), path.stat().st_ino) for path in before} == before


def test_the_home_page_is_current_once_it_is_accepted(docs: Path) -> None:
    accept(docs)

    assert check(docs, "index.vi.md").report["findings"] == []


@pytest.mark.parametrize(
    "path", ["about/mot-minh", "about/mot-minh/index.vi.md", "events", "news/2026/03/hoi-nghi/index.fr.md", "khong-co"]
)
def test_a_path_without_a_translation_is_refused(path: str, docs: Path) -> None:
    write_docs(docs, {"events/2026/03/x/index.vi.md": VI})

    done = accept(docs, path, KEY)

    if path in ("khong-co", "news/2026/03/hoi-nghi/index.fr.md"):
        assert done.status == 2
        assert done.errors.count("\n") == 1
        assert locks(docs) == []
    else:
        assert done.status == 1
        assert f"{path}:1: error: schema: ở đây không có bản dịch nào" in done.output
        assert locks(docs) == [KEY]


BAD = "---\ntitle: [\n---\n"


@pytest.mark.parametrize(
    ("source", "translation", "words"),
    [
        pytest.param(VI, BAD, f"{EN_PATH}:3: error: schema: ", id="translation-that-cannot-be-read"),
        pytest.param(BAD, EN, f"{VI_PATH}:3: error: schema: ", id="source-that-cannot-be-read"),
        pytest.param(VI, VI, "không có bản dịch nào", id="two-sources"),
        pytest.param(EN, EN, "không có bản dịch nào", id="no-source"),
    ],
)
def test_what_cannot_be_compared_is_not_accepted(source: str, translation: str, words: str, tmp_path: Path) -> None:
    docs = write_docs(tmp_path, files(source, translation))

    done = accept(docs)

    assert done.status == 1
    assert words in done.output
    assert locks(docs) == []


def test_a_mistake_in_a_field_does_not_keep_texts_from_being_compared(tmp_path: Path) -> None:
    docs = write_docs(tmp_path, files(translation=EN.replace("status: reviewed", "status: reviwed")))

    assert accept(docs).status == 0
    assert check(docs).rules() == ["schema"]


DAMAGED = [
    pytest.param("<<<<<<< HEAD\n", id="conflict"),
    pytest.param("en:\n  of: vi\n", id="half"),
    pytest.param("\0\xff", id="not-text"),
]


@pytest.mark.parametrize("lock", DAMAGED)
def test_a_damaged_lock_is_not_written_over(lock: str, docs: Path) -> None:
    write_docs(docs, {LOCK_PATH: lock.encode("latin-1")})

    done = accept(docs, KEY)

    assert done.status == 1
    assert f"{LOCK_PATH}:1: error: schema: " in done.output
    assert (docs / LOCK_PATH).read_bytes() == lock.encode("latin-1")


def test_a_lock_that_cannot_be_written_is_told_and_the_others_are(docs: Path) -> None:
    (docs / LOCK_PATH).mkdir()

    done = accept(docs, KEY, OTHER)

    assert done.status == 1
    assert locks(docs) == [OTHER, KEY]
    assert list((docs / LOCK_PATH).iterdir()) == []
    assert names(docs / KEY) == ["index.en.md", "index.vi.md", "translation.lock"]


def test_a_lock_is_written_whole_or_not_at_all(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    accept(docs)
    before = (docs / LOCK_PATH).read_bytes()
    write_docs(docs, {EN_PATH: EN.replace("was held", "took place")})

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    done = accept(docs)

    assert done.status == 1
    assert "No space left on device" in done.output
    assert (docs / LOCK_PATH).read_bytes() == before
    assert names(docs / KEY) == ["index.en.md", "index.vi.md", "translation.lock"]


def test_each_of_three_locales_is_accepted_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arguments, "read_site", lambda _: SimpleNamespace(tags=("vi", "en", "fr"), issue=IssueRules()))
    docs = write_docs(tmp_path, files() | {f"{KEY}/index.fr.md": EN})

    assert accept(docs, EN_PATH).output.endswith("accepted: en\n")
    assert accept(docs, f"{KEY}/index.fr.md", EN_PATH).output.endswith("accepted: en, fr\n")
    assert [each["locale"] for each in check(docs).report["findings"] if each["rule"].startswith("untracked")] == []


def test_one_translation_that_cannot_be_read_does_not_hold_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arguments, "read_site", lambda _: SimpleNamespace(tags=("vi", "en", "fr"), issue=IssueRules()))
    docs = write_docs(tmp_path, files() | {f"{KEY}/index.fr.md": BAD})

    assert accept(docs, EN_PATH).status == 0
    assert accept(docs, f"{KEY}/index.fr.md").status == 1
    done = accept(docs, KEY)

    assert done.status == 1
    assert "unchanged" in done.output
    assert f"{KEY}/index.fr.md:3: error: schema: " in done.output


def test_the_day_of_a_lock_is_that_of_the_site(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772730000")  # 2026-03-05T17:00:00Z
    around = {"SOURCE_DATE_EPOCH": "1772730000"}

    done = script("accept", "--docs", docs, KEY, environment=around)

    assert (done.status, done.errors) == (0, "")
    assert "accepted: 2026-03-06\n" in (docs / LOCK_PATH).read_text(encoding="utf-8")


def test_it_needs_a_path_and_a_folder(docs: Path) -> None:
    assert script("accept", "--docs", docs).status == 2
    assert script("accept", "--docs", docs / "khong-co", "--today", TODAY, ".").errors.startswith("--docs: ")


def test_pending_accepts_only_what_an_editor_has_dated_since(tmp_path: Path) -> None:
    dated = EN.replace("translator: Trần Thị B", "translator: Trần Thị B, checked: 2026-03-19")
    other = "news/2026/03/bai-khac"
    docs = write_docs(tmp_path, {**files(VI, dated), f"{other}/index.vi.md": VI, f"{other}/index.en.md": EN})
    done = accept(docs, "--pending", docs)
    assert (done.status, done.output) == (0, f"{KEY}: đã xác nhận / accepted: en\n")
    assert (docs / LOCK_PATH).exists()
    assert not (docs / other / "translation.lock").exists()
    assert accept(docs, "--pending", docs).output == ""


@pytest.mark.parametrize("checked", ["2026-03-21", "2026-03-31"])
def test_pending_does_not_accept_what_is_dated_later_than_today(tmp_path: Path, checked: str) -> None:
    dated = EN.replace("translator: Trần Thị B", f"translator: Trần Thị B, checked: {checked}")
    docs = write_docs(tmp_path, files(VI, dated))
    assert accept(docs, "--pending", docs).status == 0
    assert not (docs / LOCK_PATH).exists()
