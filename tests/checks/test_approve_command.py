"""scripts/approve.py: whom it means, what it writes, what it leaves alone, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from bulletin.model.approval import ApprovalLock, Imprint, Recorded
from bulletin.model.calendar import parse_day
from bulletin.model.finding import CallError
from bulletin.source.approval_lock import read_approval_lock, write_approval_lock
from bulletin.source.approvers import read_approvers
from hypothesis import given
from hypothesis import strategies as st

from tests.desk import EN, EN_PATH, TODAY, VI, VI_PATH, Done, check, files, run
from tests.trees import KEY, ROOT, write_docs

LOCK = f"{KEY}/approval.lock"
HOME = VI.replace("date: 2026-03-05\n", "")
OTHER = "about/lien-he"
DRAFT = EN.replace("reviewed", "draft")
APPROVERS = """\
truong: {name: Lê Văn C, role: {vi: Trưởng ban, en: Head}, sections: all}
pho: {name: Trần Thị D, sections: [about, home], email: d@example.vn, since: 2026-03-01, until: 2026-12-31}
"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """The home page, two pairs, and a bulletin whose translation is a draft."""
    one = files() | {
        "index.vi.md": HOME,
        "index.en.md": EN,
        "about/nhap/index.vi.md": HOME,
        "about/nhap/index.en.md": DRAFT,
    }
    return write_docs(tmp_path / "docs", one | {f"{OTHER}/index.vi.md": HOME, f"{OTHER}/index.en.md": EN})


def approve(docs: Path, *arguments: str | Path, by: str = "Lê Văn C", today: str = TODAY) -> Done:
    return run("approve", "--docs", docs, "--today", today, "--by", by, *arguments)


def lock_of(docs: Path, key: str = KEY) -> ApprovalLock:
    return read_approval_lock((docs / key / "approval.lock").read_text(encoding="utf-8"))


def clearance(docs: Path, today: str = TODAY) -> list[str]:
    """Whose editions are withheld for want of an approval."""
    return [each["path"] for each in check(docs, today=today).report["findings"] if each["rule"] == "clearance"]


@pytest.mark.parametrize(
    ("paths", "approved"),
    [
        pytest.param([KEY], {KEY: "en vi"}, id="key"),
        pytest.param([EN_PATH], {KEY: "en"}, id="translation"),
        pytest.param([VI_PATH], {KEY: "vi"}, id="source"),
        pytest.param([VI_PATH, EN_PATH], {KEY: "en vi"}, id="both-files"),
        pytest.param(["index.en.md"], {"": "en"}, id="home-page"),
        pytest.param(["about/nhap"], {"about/nhap": "vi"}, id="drafts-are-left-out"),
        pytest.param(["about/nhap/index.en.md"], {"about/nhap": "en"}, id="a-draft-by-its-name"),
        pytest.param(["about"], {OTHER: "en vi", "about/nhap": "vi"}, id="folder-of-many"),
        pytest.param(["."], {"": "en vi", OTHER: "en vi", "about/nhap": "vi", KEY: "en vi"}, id="all"),
    ],
)
def test_it_approves_what_its_paths_mean(paths: list[str], approved: dict[str, str], docs: Path) -> None:
    done = approve(docs, *paths)

    assert (done.status, done.errors) == (0, "")
    found = {path.parent.relative_to(docs).as_posix().replace(".", ""): path for path in docs.rglob("approval.lock")}
    assert {key: " ".join(sorted(lock_of(docs, key).editions)) for key in found} == approved
    assert all(lock_of(docs, key).key == key for key in found)


def test_it_records_by_whom_in_which_office_and_when(docs: Path) -> None:
    done = approve(docs, KEY, "--role", "Phó  Trưởng ban", "--on", "2026-03-18")

    assert "đã phê duyệt / approved: en, vi\n" in done.output
    entry = lock_of(docs).editions["en"]
    assert (entry.by, entry.role, entry.on) == ("Lê Văn C", "Phó Trưởng ban", parse_day("2026-03-18"))
    assert "approved: {by: Lê Văn C, role: Phó Trưởng ban, on: 2026-03-18}\n" in (docs / VI_PATH).read_text("utf-8")
    assert clearance(docs) == []


def test_it_changes_one_line_of_the_source_and_nothing_of_the_translation(docs: Path) -> None:
    approve(docs, KEY)

    expected = VI.replace("{by: Nguyễn Văn A, on: 2026-03-05}", "{by: Lê Văn C, on: 2026-03-20}")
    assert (docs / VI_PATH).read_text(encoding="utf-8") == expected
    assert (docs / EN_PATH).read_text(encoding="utf-8") == EN


def test_a_translation_s_own_approval_is_renewed_with_it_and_its_source_left_alone(docs: Path) -> None:
    own = EN.replace("translation:", "approved: {by: B, on: 2026-03-06}\ntranslation:")
    write_docs(docs, {EN_PATH: own})

    approve(docs, EN_PATH)

    assert "approved: {by: Lê Văn C, on: 2026-03-20}\n" in (docs / EN_PATH).read_text(encoding="utf-8")
    assert (docs / VI_PATH).read_text(encoding="utf-8") == VI


def test_approving_twice_changes_no_byte_and_a_given_day_does(docs: Path) -> None:
    approve(docs, KEY)
    before = {path: (path.read_bytes(), path.stat().st_ino) for path in (docs / KEY).iterdir()}

    done = approve(docs, KEY, today="2026-04-01")

    assert (done.status, done.output) == (0, f"{KEY}: không đổi / unchanged\n")
    assert {path: (path.read_bytes(), path.stat().st_ino) for path in before} == before
    approve(docs, KEY, "--on", "2026-03-21", today="2026-04-01")
    assert {entry.on for entry in lock_of(docs).editions.values()} == {parse_day("2026-03-21")}


def test_somebody_else_s_approval_takes_the_place_of_the_first(docs: Path) -> None:
    approve(docs, KEY, "--role", "Trưởng ban")
    approve(docs, KEY, by="Trần Thị D", today="2026-03-25")

    assert {(entry.by, entry.role) for entry in lock_of(docs).editions.values()} == {("Trần Thị D", "")}
    assert "approved: {by: Trần Thị D, on: 2026-03-25}\n" in (docs / VI_PATH).read_text(encoding="utf-8")


def test_naming_one_edition_leaves_the_approval_of_the_other(docs: Path) -> None:
    approve(docs, KEY)
    write_docs(docs, {EN_PATH: EN.replace("were signed", "got signed")})
    assert clearance(docs) == [EN_PATH]

    approve(docs, EN_PATH, by="Trần Thị D", today="2026-03-22")

    assert {tag: entry.by for tag, entry in lock_of(docs).editions.items()} == {"en": "Trần Thị D", "vi": "Lê Văn C"}
    assert clearance(docs, today="2026-03-22") == []


def test_an_edition_that_cannot_be_read_keeps_what_is_recorded_of_it(docs: Path) -> None:
    approve(docs, KEY)
    write_docs(docs, {EN_PATH: "---\ntitle: [\n---\n"})

    assert approve(docs, VI_PATH, "--on", "2026-03-19").status == 0
    assert sorted(lock_of(docs).editions) == ["en", "vi"]


def test_what_changed_is_told_with_its_lines_and_by_whom_it_was_approved(docs: Path) -> None:
    approve(docs, KEY)
    write_docs(
        docs, {VI_PATH: (docs / VI_PATH).read_text("utf-8").replace("1.250,5", "1.300").replace("Ký ba", "Ký bốn")}
    )

    [finding] = [each for each in check(docs).report["findings"] if each["rule"] == "clearance"]

    assert (finding["path"], finding["line"], finding["severity"]) == (VI_PATH, 6, "warning")
    assert "Lê Văn C đã duyệt ngày 20/03/2026, sau đó bản này thay đổi: 2 đoạn (dòng 12, 13)" in finding["message"]
    assert f"expected scripts/approve.py {VI_PATH}" in finding["message"]


# Who may


@pytest.mark.parametrize(
    ("by", "path", "on", "words"),
    [
        pytest.param("Lê Văn C", KEY, TODAY, "", id="name"),
        pytest.param("truong", KEY, TODAY, "", id="key"),
        pytest.param("Trần Thị D", OTHER, TODAY, "", id="own-section"),
        pytest.param("Trần Thị D", "index.vi.md", TODAY, "", id="home-page"),
        pytest.param("Lê Văn", KEY, TODAY, 'did you mean "Lê Văn C"', id="nobody"),
        pytest.param("Nguyễn Văn A", KEY, TODAY, "is not in _data/approvers.yml", id="stranger"),
        pytest.param("Trần Thị D", KEY, TODAY, 'may not approve "news" on 20 March 2026', id="other-section"),
        pytest.param("Trần Thị D", ".", TODAY, 'may not approve "news"', id="one-of-many-sections"),
        pytest.param("pho", OTHER, "2026-02-28", 'may not approve "about" on 28 February 2026', id="before-office"),
    ],
)
def test_only_who_stands_in_approvers_may_approve(by: str, path: str, on: str, words: str, docs: Path) -> None:
    write_docs(docs, {"_data/approvers.yml": APPROVERS})
    before = {each: each.read_bytes() for each in docs.rglob("*") if each.is_file()}

    done = approve(docs, path, "--on", on, by=by)

    if words:
        assert (done.status, done.errors.count("\n")) == (2, 1)
        assert done.errors.startswith("--by: ")
        assert words in done.errors
        assert {each: each.read_bytes() for each in docs.rglob("*") if each.is_file()} == before
    else:
        assert (done.status, done.errors) == (0, "")
        assert {
            each.by for key in (path.removesuffix("index.vi.md"),) for each in lock_of(docs, key).editions.values()
        } <= {
            "Lê Văn C",
            "Trần Thị D",
        }


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        pytest.param("", 1, "is empty", id="nobody"),
        pytest.param("# chưa có ai\n", 1, "is empty", id="a-comment"),
        pytest.param("- Lê Văn C\n", 1, "field: value", id="a-list"),
        pytest.param("c:\n  sections: all\n", 2, '"c.name" is missing', id="no-name"),
        pytest.param("c:\n  name: C\n", 2, '"c.sections" is missing', id="no-sections"),
        pytest.param("c:\n  name: C\n  sections: []\n", 3, '"c.sections" is missing', id="empty-sections"),
        pytest.param("c:\n  name: C\n  sections: [tin]\n", 3, "there is no section", id="unknown-section"),
        pytest.param("c:\n  name: C\n  sections: all\n  until: mai\n", 4, "a day", id="no-day"),
        pytest.param(
            "c:\n  name: C\n  sections: all\n  since: 2026-02-01\n  until: 2026-01-01\n", 5, "is wrong", id="ends-first"
        ),
        pytest.param("c:\n  name: C\n  sections: all\n  email: c\n", 4, "e-mail address", id="no-address"),
        pytest.param("c:\n  name: C\n  sections: all\n  phone: 1\n", 4, "no field", id="unknown-field"),
        pytest.param("C D:\n  name: C\n  sections: all\n", 1, "a key", id="no-key"),
        pytest.param("c: {name: C, sections: all}\nc: {name: D, sections: all}\n", 2, "already stands", id="twice"),
        pytest.param("c:\n  name: C\n  sections: all\n  role: {vi: x}\n", 4, "no text for the locale: en", id="role"),
    ],
)
def test_a_wrong_list_of_approvers_is_status_2_with_its_line(text: str, line: int, words: str, docs: Path) -> None:
    write_docs(docs, {"_data/approvers.yml": text})

    with pytest.raises(CallError) as error:
        read_approvers(docs, ("vi", "en"))

    assert error.value.place == f"_data/approvers.yml:{line}"
    assert words in error.value.message.en
    assert approve(docs, KEY).status == check(docs).status == 2


def test_who_approved_without_being_entitled_is_told_where_locks_do_not_count(docs: Path) -> None:
    write_docs(docs, {"_data/approvers.yml": APPROVERS, "_data/coverage.yml": "approvals: names\n"})

    told = [each for each in check(docs, KEY).report["findings"] if each["rule"] == "clearance"]

    assert {each["path"] for each in told} == {VI_PATH, EN_PATH}
    assert all('"Nguyễn Văn A" is not in _data/approvers.yml' in each["message"] for each in told)


# What is refused


@pytest.mark.parametrize(
    ("arguments", "place"),
    [
        pytest.param([KEY, "--on", "2026-03-21"], "--on: ", id="a-day-to-come"),
        pytest.param([KEY, "--on", "mai"], "--on: ", id="no-day"),
        pytest.param([KEY, "--role", "a\u200bb"], "--role: ", id="role-that-hides"),
        pytest.param(["khong-co"], "khong-co: ", id="no-such-place"),
        pytest.param([], "approve.py: ", id="no-place"),
    ],
)
def test_a_wrong_call_is_status_2_and_one_line(arguments: list[str], place: str, docs: Path) -> None:
    done = approve(docs, *arguments)

    assert (done.status, done.errors.count("\n")) == (2, 1)
    assert done.errors.startswith(place)
    assert list(docs.rglob("approval.lock")) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param(VI_PATH, "---\ntitle: [\n---\n", id="source-that-cannot-be-read"),
        pytest.param(EN_PATH, "---\ntitle: [\n---\n", id="translation-that-cannot-be-read"),
        pytest.param(VI_PATH, VI.replace("date: 2026-03-05", "date: mai"), id="wrong-field"),
        pytest.param(
            VI_PATH, VI.replace("status:", "image: {file: thieu.png}\nstatus:"), id="picture-that-is-not-there"
        ),
        pytest.param(LOCK, "<<<<<<< HEAD\n", id="damaged-lock"),
    ],
)
def test_what_is_wrong_is_not_approved_and_nothing_is_written(path: str, text: str, docs: Path) -> None:
    write_docs(docs, {path: text})
    before = {each: each.read_bytes() for each in (docs / KEY).iterdir()}

    done = approve(docs, KEY, OTHER)

    assert done.status == 1
    assert f"{path}:" in done.output
    assert {each: each.read_bytes() for each in (docs / KEY).iterdir()} == before
    assert (docs / OTHER / "approval.lock").exists()


def test_a_front_matter_that_cannot_be_edited_safely_is_left_alone(docs: Path) -> None:
    text = VI.replace(
        "approved: {by: Nguyễn Văn A, on: 2026-03-05}", "approved:\n  by: >-\n    Nguyễn Văn A\n  on: 2026-03-05"
    )
    write_docs(docs, {VI_PATH: text})

    done = approve(docs, KEY)

    assert done.status == 1
    assert "expected by hand: approved: {by: Lê Văn C, on: 2026-03-20}" in done.output
    assert (docs / VI_PATH).read_text(encoding="utf-8") == text
    assert not (docs / LOCK).exists()


def test_both_files_are_written_or_none(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    approve(docs, KEY)
    write_docs(docs, {VI_PATH: (docs / VI_PATH).read_text("utf-8").replace("Ký ba", "Ký bốn")})
    before = {each: each.read_bytes() for each in (docs / KEY).iterdir()}
    done_before = Path.replace
    calls = []

    def fail_the_second(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        return done_before(self, target)

    monkeypatch.setattr(Path, "replace", fail_the_second)
    done = approve(docs, KEY, by="Trần Thị D")

    assert done.status == 1
    assert "No space left on device" in done.output
    assert {each: each.read_bytes() for each in (docs / KEY).iterdir()} == before


# The lock


DIGESTS = st.text("0123456789abcdef", min_size=16, max_size=16)
WHOLE = st.text("0123456789abcdef", min_size=32, max_size=32)
NAMES = st.sampled_from(["Lê Văn C", "Trần: Thị #D", "by: x", "- 0123456789abcdef", "vi:"])
ENTRIES = st.builds(
    Recorded,
    by=NAMES,
    on=st.dates(),
    imprint=st.builds(Imprint, WHOLE, WHOLE, DIGESTS, DIGESTS, DIGESTS, st.lists(DIGESTS, max_size=4).map(tuple)),
    role=st.one_of(st.just(""), NAMES),
)


@given(st.sampled_from(["", KEY]), st.dictionaries(st.sampled_from(["vi", "en", "zh-Hant"]), ENTRIES))
def test_a_lock_is_read_as_it_was_written(key: str, editions: dict[str, Recorded]) -> None:
    lock = read_approval_lock(write_approval_lock(ApprovalLock(key, editions)))

    assert (lock.key, lock.damaged) == (key, 0)
    assert {tag: (each.by, each.role, each.on, each.imprint) for tag, each in lock.editions.items()} == {
        tag: (each.by, each.role, each.on, each.imprint) for tag, each in editions.items()
    }


@given(st.text(max_size=200))
def test_whatever_stands_in_a_lock_is_read_without_an_accident(text: str) -> None:
    lock = read_approval_lock(text)

    assert not (lock.damaged and lock.editions)


def test_every_line_that_is_cut_out_of_a_lock_is_missed(docs: Path) -> None:
    approve(docs, KEY, "--role", "Trưởng ban")
    lines = (docs / LOCK).read_text(encoding="utf-8").splitlines(keepends=True)
    whole = read_approval_lock("".join(lines))

    for at, line in enumerate(lines):
        found = read_approval_lock("".join(lines[:at] + lines[at + 1 :]))
        is_same = {tag: each.imprint for tag, each in found.editions.items()} == {
            tag: each.imprint for tag, each in whole.editions.items()
        }
        assert found.damaged or not is_same or line.startswith(("#", "  role"))


def test_the_demonstration_is_approved_as_it_stands() -> None:
    """After a change of docs/: `scripts/approve.py docs/… --by "Nhóm làm bản trình diễn"`."""
    assert clearance(ROOT / "docs", today="2026-11-23") == []


def test_owners_are_asked_about_approvals_waivers_and_policy() -> None:
    owned = {
        line.split()[0]
        for line in (ROOT / ".github/CODEOWNERS").read_text("utf-8").splitlines()
        if line[:1] in "*/" and line
    }

    assert owned >= {
        "**/approval.lock",
        "**/waivers.yml",
        "/docs/_data/coverage.yml",
        "/docs/_data/approvers.yml",
        "/.github/",
    }


def test_a_draft_translation_that_is_not_right_yet_does_not_hold_its_source(docs: Path) -> None:
    draft = docs / "about/nhap/index.en.md"
    draft.write_text(draft.read_text(encoding="utf-8").replace("title: ", "titel: "), encoding="utf-8")

    assert approve(docs, "about/nhap").status == 0
    assert "vi" in lock_of(docs, "about/nhap").editions
    assert approve(docs, "about/nhap/index.en.md").status == 1
