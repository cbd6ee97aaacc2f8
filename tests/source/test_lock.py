"""translation.lock: what is written is read again; what is damaged accepts nothing and says where."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from bulletin.model.state import Accepted
from bulletin.source.lock import read_lock, write_lock
from hypothesis import given
from hypothesis import strategies as st

from tests.desk import EN, LOCK_PATH, accept, check, files
from tests.trees import write_docs

ONE, TWO = "0123456789abcdef", "f" * 16
ENTRY = Accepted("vi", date(2026, 3, 5), (ONE, TWO), (TWO,), 3)
LOCK = write_lock({"en": ENTRY})
HEAD_LINES = 2


def test_a_lock_says_what_it_is_and_holds_one_digest_a_line() -> None:
    body = f"en:\n  of: vi\n  accepted: 2026-03-05\n  source:\n  - {ONE}\n  - {TWO}\n  translation:\n  - {TWO}\n"

    assert LOCK.split("\n", HEAD_LINES)[HEAD_LINES] == body
    assert all(line.startswith("# ") for line in LOCK.split("\n")[:HEAD_LINES])


digests = st.lists(st.from_regex(r"[0-9a-f]{16}", fullmatch=True), max_size=4).map(tuple)
entries = st.builds(Accepted, st.sampled_from(("vi", "en")), st.dates(), digests, digests)


@given(st.dictionaries(st.sampled_from(("en", "vi", "fr", "zh-Hant", "pt-BR")), entries))
def test_what_is_written_is_read_again(accepted: dict[str, Accepted]) -> None:
    read, flaws = read_lock(write_lock(accepted))

    assert flaws == []
    assert {tag: (e.of, e.on, e.source, e.translation) for tag, e in read.items()} == {
        tag: (e.of, e.on, e.source, e.translation) for tag, e in accepted.items()
    }
    assert write_lock(read) == write_lock(accepted)


@given(st.text() | st.text("abef0 :-\n #<>=", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    accepted, flaws = read_lock(text)

    assert not (accepted and flaws)
    assert all(1 <= flaw.line <= text.count("\n") + 1 for flaw in flaws)


DAMAGES: list[tuple[str, Callable[[str], str], int]] = [
    ("conflict", lambda text: text.replace(f"  - {ONE}\n", f"<<<<<<< HEAD\n  - {ONE}\n=======\n>>>>>>> b\n"), 7),
    ("conflict-in-the-day", lambda text: text.replace("  acc", "<<<<<<< a\n  acc"), 5),
    ("both-days-of-a-merge", lambda text: text.replace("  source:", "  accepted: 2026-03-06\n  source:"), 6),
    ("both-lists-of-a-merge", lambda text: f"{text}  source:\n  - {ONE}\n", 11),
    ("locale-twice", lambda text: text + text.split("\n", HEAD_LINES)[HEAD_LINES], 11),
    ("digest-cut-off", lambda text: text[:-4], 10),
    ("digest-in-capitals", lambda text: text.replace(TWO, TWO.upper()), 8),
    ("no-day", lambda text: text.replace("  accepted: 2026-03-05\n", ""), 3),
    ("no-such-day", lambda text: text.replace("2026-03-05", "2026-02-30"), 3),
    ("no-translation", lambda text: text.split("  translation")[0], 3),
    ("no-source-locale", lambda text: text.replace("  of: vi\n", ""), 3),
    ("empty-source-locale", lambda text: text.replace("  of: vi\n", "  of: \n"), 4),
    ("tabs", lambda text: text.replace("  of", "\tof"), 4),
    ("other-yaml", lambda _: "a: [1, 2]\n", 1),
    ("digest-before-a-list", lambda text: text.replace("  of", f"  - {ONE}\n  of"), 4),
]


@pytest.mark.parametrize(("damage", "line"), [pytest.param(d, line, id=name) for name, d, line in DAMAGES])
def test_a_damaged_lock_accepts_nothing_and_says_where(damage: Callable[[str], str], line: int) -> None:
    accepted, flaws = read_lock(damage(LOCK))

    assert accepted == {}
    assert [flaw.line for flaw in flaws] == [line]


def test_a_damaged_lock_is_an_error_of_its_own_file_and_accepts_nothing(tmp_path: Path) -> None:
    docs = write_docs(tmp_path, files())
    accept(docs)
    path = docs / LOCK_PATH
    path.write_text(path.read_text(encoding="utf-8").replace("  of", "=======\n  of"), encoding="utf-8")

    done = check(docs)

    assert [(each["rule"], each["path"], each["line"]) for each in done.report["findings"]] == [
        ("untracked-translation", f"{LOCK_PATH.rsplit('/', 1)[0]}/index.en.md", 4),
        ("schema", LOCK_PATH, 4),
    ]
    assert done.status == 1


@pytest.mark.parametrize("lock", ["", "# x\n", "\n\n"])
def test_an_empty_lock_is_no_lock(lock: str, tmp_path: Path) -> None:
    docs = write_docs(tmp_path, files() | {LOCK_PATH: lock})

    assert check(docs).rules() == ["untracked-translation"]


def test_line_ends_of_windows_change_nothing(tmp_path: Path) -> None:
    docs = write_docs(tmp_path, files())
    accept(docs)
    (docs / LOCK_PATH).write_bytes((docs / LOCK_PATH).read_bytes().replace(b"\n", b"\r\n"))

    assert check(docs).report["findings"] == []


def test_a_lock_of_another_locale_accepts_nothing_here_and_is_kept(tmp_path: Path) -> None:
    docs = write_docs(tmp_path, files() | {LOCK_PATH: LOCK.replace("en:", "fr:")})

    assert check(docs).rules() == ["untracked-translation"]

    accept(docs)
    text = (docs / LOCK_PATH).read_text(encoding="utf-8")

    assert "\nen:\n" in text
    assert text.endswith(LOCK.split("\n", HEAD_LINES)[HEAD_LINES].replace("en:", "fr:"))


def test_a_lock_made_from_another_source_accepts_nothing(tmp_path: Path) -> None:
    docs = write_docs(tmp_path, files())
    accept(docs)
    path = docs / LOCK_PATH
    path.write_text(path.read_text(encoding="utf-8").replace("of: vi", "of: fr"), encoding="utf-8")

    assert check(docs).rules() == ["untracked-translation"]


def test_a_change_of_one_block_changes_one_line_and_the_day(tmp_path: Path) -> None:
    docs = write_docs(tmp_path, files())
    accept(docs, today="2026-03-10")
    before = (docs / LOCK_PATH).read_text(encoding="utf-8").splitlines()
    write_docs(docs, files(translation=EN.replace("was held", "took place")))
    accept(docs, today="2026-03-11")

    after = (docs / LOCK_PATH).read_text(encoding="utf-8").splitlines()

    assert sum(one != other for one, other in zip(before, after, strict=True)) == 2
