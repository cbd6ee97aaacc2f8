"""How a translation stands to its source: what changes that, what must not, and what is said."""

from __future__ import annotations

import os
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desk import EN, EN_PATH, LOCK_PATH, VI, VI_PATH, accept, check, files
from tests.history import commit, git
from tests.trees import KEY, write_docs

STATES = ("missing", "orphan", "untracked", "stale", "diverged", "edited")
Change = Callable[[str], str]


def states(docs: Path, today: str = "2026-03-20") -> list[str]:
    """The rules on states that find something, and `lock-pending`."""
    names = {*(f"{state}-translation" for state in STATES), "lock-pending"}
    return [rule for rule in check(docs, today=today).rules() if rule in names]


def accepted(folder: Path, source: str = VI, translation: str = EN, today: str = "2026-03-10") -> Path:
    """A docs folder whose one pair was accepted on a day."""
    docs = write_docs(folder / "docs", files(source, translation))
    assert accept(docs, today=today).status == 0
    return docs


def rewrite(path: Path, change: Change) -> None:
    """Change the text of a file; it must change."""
    text = path.read_text(encoding="utf-8")
    assert change(text) != text
    path.write_text(change(text), encoding="utf-8")


def swap(old: str, new: str) -> Change:
    """A change of words that stand in a text once."""

    def change(text: str) -> str:
        assert text.count(old) == 1, old
        return text.replace(old, new)

    return change


def checked_on(day: str) -> Change:
    """The field of the form, dated."""
    return swap("translator: Trần Thị B", f"translator: Trần Thị B, checked: {day}")


CHANGED = swap("Hội nghị diễn ra", "Hội nghị không diễn ra")
REVISED = swap("was held", "was not held")


# Each state


def test_a_bulletin_without_its_translation_misses_it(tmp_path: Path) -> None:
    docs = write_docs(tmp_path, files(translation=None))

    [finding] = check(docs).report["findings"]

    assert (finding["rule"], finding["severity"]) == ("missing-translation", "error")
    assert (finding["path"], finding["line"], finding["locale"]) == (VI_PATH, 1, "en")
    assert "index.en.md" in finding["message"]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(VI.replace("status: published", "status: draft"), id="draft"),
        pytest.param(VI.replace("status: published", "status: published\ntranslate: optional"), id="optional"),
        pytest.param(
            VI.replace("status: published", "status: published\ntranslate: none\nreason: Chỉ dành cho xã"), id="none"
        ),
    ],
)
def test_a_translation_that_nobody_requires_is_not_missing(source: str, tmp_path: Path) -> None:
    assert states(write_docs(tmp_path, files(source, None))) == []


def test_a_translation_whose_source_is_gone_is_an_orphan(tmp_path: Path) -> None:
    docs = accepted(tmp_path)
    (docs / VI_PATH).unlink()

    assert states(docs) == ["orphan-translation"]
    assert check(docs).status == 1


def test_a_translation_that_nobody_accepted_is_untracked(tmp_path: Path) -> None:
    docs = write_docs(tmp_path, files())

    assert states(docs) == ["untracked-translation"]
    assert check(docs).status == 0


def test_an_accepted_translation_is_current(tmp_path: Path) -> None:
    docs = accepted(tmp_path)

    assert check(docs).report["findings"] == []


def test_a_translation_of_an_older_source_is_stale(tmp_path: Path) -> None:
    docs = accepted(tmp_path)
    rewrite(docs / VI_PATH, CHANGED)

    assert states(docs) == ["stale-translation"]


def test_a_translation_is_diverged_when_both_have_changed(tmp_path: Path) -> None:
    docs = accepted(tmp_path)
    rewrite(docs / VI_PATH, CHANGED)
    rewrite(docs / EN_PATH, REVISED)

    assert states(docs) == ["diverged-translation"]


def test_a_translation_that_alone_has_changed_is_edited_and_still_current(tmp_path: Path) -> None:
    docs = accepted(tmp_path)
    rewrite(docs / EN_PATH, REVISED)

    done = check(docs)

    assert done.rules() == ["edited-translation"]
    assert done.status == 0
    assert done.report["coverage"]["en"]["news"]["current"] == 1


def test_a_change_that_is_taken_back_was_none(tmp_path: Path) -> None:
    docs = accepted(tmp_path)
    rewrite(docs / VI_PATH, CHANGED)
    rewrite(docs / VI_PATH, swap("không diễn ra", "diễn ra"))

    assert states(docs) == []


def test_accepting_the_revised_translation_makes_it_current_again(tmp_path: Path) -> None:
    docs = accepted(tmp_path)
    rewrite(docs / VI_PATH, CHANGED)
    rewrite(docs / EN_PATH, REVISED)

    assert accept(docs).status == 0
    assert states(docs) == []


# The field of the form


def test_a_translation_dated_in_the_form_is_current_before_its_lock_says_so(tmp_path: Path) -> None:
    docs = write_docs(tmp_path, files(translation=checked_on("2026-03-12")(EN)))

    done = check(docs)

    assert done.rules() == ["lock-pending"]
    assert done.report["coverage"]["en"]["news"]["current"] == 1


def test_a_day_later_than_the_locks_accepts_a_stale_translation(tmp_path: Path) -> None:
    docs = accepted(tmp_path)
    rewrite(docs / VI_PATH, CHANGED)
    rewrite(docs / EN_PATH, checked_on("2026-03-12"))

    assert states(docs) == ["lock-pending"]


@pytest.mark.parametrize("day", ["2026-03-09", "2026-03-10"])
def test_a_day_no_later_than_the_locks_accepts_nothing(day: str, tmp_path: Path) -> None:
    docs = accepted(tmp_path)
    rewrite(docs / VI_PATH, CHANGED)
    rewrite(docs / EN_PATH, checked_on(day))

    assert states(docs) == ["stale-translation"]


def test_a_day_still_to_come_accepts_nothing_and_is_told(tmp_path: Path) -> None:
    docs = accepted(tmp_path)
    rewrite(docs / VI_PATH, CHANGED)
    rewrite(docs / EN_PATH, checked_on("2026-03-21"))

    assert states(docs) == ["lock-pending", "stale-translation"]
    assert states(docs, today="2026-03-21") == ["lock-pending"]
    assert "ngày chưa tới" in check(docs).output


def test_accepting_a_pending_translation_dates_its_lock_anew(tmp_path: Path) -> None:
    docs = accepted(tmp_path)
    rewrite(docs / EN_PATH, checked_on("2026-03-12"))
    assert states(docs) == ["lock-pending"]

    assert accept(docs, today="2026-03-13").status == 0

    assert states(docs) == []
    assert "accepted: 2026-03-13" in (docs / LOCK_PATH).read_text(encoding="utf-8")


# What changes nothing


def reflowed(text: str) -> str:
    """Break the first line of the body in two."""
    return text.replace(" tại Vinh, ", "\ntại   Vinh, \n")


TRIVIAL = [
    pytest.param(reflowed, id="reflow"),
    pytest.param(lambda text: text.replace("\n", "\r\n"), id="line-ends"),
    pytest.param(lambda text: text.replace("\n\n", "\n\n\n\n"), id="empty-lines"),
    pytest.param(swap("ba thỏa thuận", "**ba** _thỏa thuận_"), id="emphasis"),
    pytest.param(lambda text: unicodedata.normalize("NFD", text), id="nfd"),
    pytest.param(lambda text: text.replace("\n- ", "\n* "), id="marker-of-a-list"),
    pytest.param(lambda text: text.replace("|---|---|", "|:--|--:|").replace("| 12 |", "|    12|"), id="table"),
    pytest.param(swap("https://example.vn/", "https://EXAMPLE.vn"), id="form-of-a-link"),
    pytest.param(
        lambda text: swap("(https://example.vn/)", "[s]")(text) + "\n[s]: https://example.vn/\n", id="link-by-reference"
    ),
    pytest.param(swap("status: published", "status: published\nfeatured: 2026-04-01"), id="field-that-nobody-reads"),
]


@pytest.mark.parametrize("change", TRIVIAL)
def test_a_trivial_change_leaves_a_translation_current(change: Change, tmp_path: Path) -> None:
    docs = accepted(tmp_path)
    text = (docs / VI_PATH).read_text(encoding="utf-8")
    (docs / VI_PATH).write_bytes(change(text).encode())

    assert (docs / VI_PATH).read_bytes() != text.encode()
    assert states(docs) == []


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(swap("1.250,5", "1.250,6"), id="number"),
        pytest.param(swap("tỷ đồng", "triệu đồng"), id="magnitude"),
        pytest.param(swap("ngày 05", "ngày 06"), id="date"),
        pytest.param(swap("Vinh", "Huế"), id="name"),
        pytest.param(swap(", không thu phí", ", thu phí"), id="negation"),
        pytest.param(swap("ba thỏa thuận", "ba văn bản"), id="word"),
        pytest.param(swap("- Vốn", "- Vồn"), id="one-mark"),
        pytest.param(swap("title: Hội nghị", "title: Hội thảo"), id="title"),
        pytest.param(swap("description: Tỉnh", "description: Sở"), id="description"),
        pytest.param(swap("## Kết quả", "### Kết quả"), id="level-of-a-heading"),
        pytest.param(swap("https://example.vn/", "https://example.com/"), id="address-outside"),
        pytest.param(swap("| 2025 | 12 |", "| 2025 | 13 |"), id="cell"),
        pytest.param(swap("- Vốn đăng ký 1.250,5 tỷ đồng.\n", ""), id="item-removed"),
        pytest.param(lambda text: text + "\nHội nghị kết thúc tốt đẹp.\n", id="paragraph-added"),
        pytest.param(
            lambda text: text + "\n" + text[text.index("Hội nghị diễn ra") : text.index("\n\n##")], id="doubled"
        ),
    ],
)
def test_a_change_of_meaning_makes_a_translation_stale(change: Change, tmp_path: Path) -> None:
    docs = accepted(tmp_path)
    rewrite(docs / VI_PATH, change)

    assert states(docs) == ["stale-translation"]


def test_a_paragraph_that_moved_makes_a_translation_stale_at_its_line(tmp_path: Path) -> None:
    docs = accepted(tmp_path)
    head, rest = VI.split("Hội nghị diễn ra", 1)
    moved, rest = ("Hội nghị diễn ra" + rest).split("\n\n", 1)
    (docs / VI_PATH).write_text(f"{head}{rest}\n{moved}\n", encoding="utf-8")

    done = check(docs)

    assert "stale-translation" in done.rules()
    assert "blocks: 1 (lines 17)" in done.output


def test_the_target_of_a_link_within_the_site_makes_nothing_stale(tmp_path: Path) -> None:
    link = "[bài trước](../bai-truoc/) [the last one](../bai-truoc/)"
    docs = accepted(tmp_path, f"{VI}\nXem {link}.\n", f"{EN}\nSee {link}.\n")
    for path in (VI_PATH, EN_PATH):
        rewrite(docs / path, lambda text: text.replace("../bai-truoc/", "../bai-cu/"))

    assert states(docs) == []


@pytest.mark.parametrize("place", ["news/2026/03/ten-moi", "features/2026/03/hoi-nghi", "about/hoi-nghi"])
def test_renaming_or_moving_a_bundle_changes_nothing(place: str, tmp_path: Path) -> None:
    docs = accepted(tmp_path)
    rewrite(docs / VI_PATH, CHANGED)
    (docs / place).parent.mkdir(parents=True, exist_ok=True)
    (docs / KEY).rename(docs / place)

    assert states(docs) == ["stale-translation"]

    rewrite(docs / place / "index.vi.md", swap("không diễn ra", "diễn ra"))

    assert states(docs) == []


def test_touched_files_change_nothing(tmp_path: Path) -> None:
    docs = accepted(tmp_path)
    os.utime(docs / VI_PATH, (2_000_000_000, 2_000_000_000))
    os.utime(docs / LOCK_PATH, (0, 0))

    assert states(docs) == []


def test_a_copy_without_any_history_changes_nothing(tmp_path: Path) -> None:
    docs = accepted(tmp_path)
    rewrite(docs / EN_PATH, REVISED)
    shutil.copytree(docs, tmp_path / "other")

    assert states(tmp_path / "other") == ["edited-translation"]


# What git adds


def repository(folder: Path) -> Path:
    """A repository whose one pair was accepted, and whose source was changed in a later commit."""
    git_folder = folder / "kho nội dung"
    docs = accepted(git_folder)
    git(git_folder, "init", "-q", "-b", "main")
    commit(git_folder)
    rewrite(docs / VI_PATH, swap("1.250,5", "1.300"))
    commit(git_folder)
    return docs


def stale_message(docs: Path) -> str:
    """What is said of the one stale translation."""
    [message] = [each["message"] for each in check(docs).report["findings"] if each["rule"] == "stale-translation"]
    return str(message)


def test_the_message_names_blocks_lines_and_the_old_text(tmp_path: Path) -> None:
    message = stale_message(repository(tmp_path))

    assert "từ ngày 10/03/2026: 1 đoạn (dòng 13); trước đây: “Vốn đăng ký 1.250,5 tỷ đồng.”; hãy" in message
    assert 'since 10 March 2026, blocks: 1 (lines 13); before: "Vốn đăng ký 1.250,5 tỷ đồng."; expected' in message
    assert f"scripts/accept.py {EN_PATH}" in message


def test_the_old_text_is_found_under_the_old_name(tmp_path: Path) -> None:
    docs = repository(tmp_path)
    (docs / KEY).rename(docs / "news/2026/03/ten-moi")
    commit(docs)

    assert "before:" in stale_message(docs)


def test_the_old_text_is_found_across_a_merge(tmp_path: Path) -> None:
    docs = repository(tmp_path)
    git(docs, "checkout", "-q", "-b", "other", "HEAD~1")
    rewrite(docs / VI_PATH, swap("Vinh", "Huế"))
    commit(docs)
    git(docs, "merge", "-q", "--no-edit", "main")

    message = stale_message(docs)

    assert "blocks: 2 (lines 8, 13)" in message
    assert "tại Vinh" in message


def test_a_shallow_clone_has_the_same_state_and_no_old_text(tmp_path: Path) -> None:
    docs = repository(tmp_path)
    git(tmp_path, "clone", "-q", "--depth", "1", docs.parent.as_uri(), "clone")

    message = stale_message(tmp_path / "clone/docs")

    assert "blocks: 1 (lines 13); expected" in message


def test_a_clone_without_the_old_objects_asks_nobody_for_them(tmp_path: Path) -> None:
    docs = repository(tmp_path)
    git(docs, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", docs.parent.as_uri(), "clone")

    message = stale_message(tmp_path / "clone/docs")

    assert "blocks: 1 (lines 13); expected" in message


def test_a_rebase_changes_nothing(tmp_path: Path) -> None:
    docs = repository(tmp_path)
    git(docs, "checkout", "-q", "-b", "other", "HEAD~1")
    write_docs(docs, {"about/x/index.vi.md": VI})
    commit(docs)
    before = (docs / LOCK_PATH).read_bytes()
    git(docs, "rebase", "-q", "main")

    assert (docs / LOCK_PATH).read_bytes() == before
    assert "before:" in stale_message(docs)


def test_without_git_the_state_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs = repository(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert "blocks: 1 (lines 13); expected" in stale_message(docs)


def test_a_damaged_repository_changes_nothing(tmp_path: Path) -> None:
    docs = repository(tmp_path)
    (docs.parent / ".git/HEAD").write_text("?", encoding="utf-8")

    assert "blocks: 1 (lines 13); expected" in stale_message(docs)


def test_a_message_names_the_first_lines_of_many(tmp_path: Path) -> None:
    source = VI + "".join(f"\nĐoạn thứ {number}.\n" for number in range(20))
    docs = accepted(tmp_path, source, EN)
    rewrite(docs / VI_PATH, lambda text: text.replace("Đoạn", "Phần"))

    assert "blocks: 20 (lines 19, 21, 23, 25, 27, 29, 31, 33…)" in stale_message(docs)


def test_a_block_that_was_removed_is_counted(tmp_path: Path) -> None:
    docs = accepted(tmp_path)
    rewrite(docs / VI_PATH, swap("- Vốn đăng ký 1.250,5 tỷ đồng.\n", ""))

    assert "blocks: 1 (removed); expected" in stale_message(docs)
