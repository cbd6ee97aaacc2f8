"""How much of what must be translated is: every page in one state, and its words with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from bulletin.checks.coverage import Coverage, Tally
from bulletin.reports.text import table

from tests.desk import EN, VI, accept, check
from tests.trees import write_docs

COUNTS = ("required", "current", "stale", "diverged", "missing", "untracked", "machine", "draft")
CHANGED = VI.replace("1.250,5", "1.300")
REVISED = EN.replace("1,250.5", "1,300")
MACHINE = EN.replace("status: reviewed", "status: machine")
DRAFT = EN.replace("status: reviewed", "status: draft")
STATES = {
    "current": (VI, EN, VI, EN),
    "edited": (VI, EN, VI, REVISED),
    "stale": (VI, EN, CHANGED, EN),
    "diverged": (VI, EN, CHANGED, REVISED),
    "missing": (VI, None, VI, None),
    "untracked": (None, None, VI, EN),
    "machine": (VI, MACHINE, VI, MACHINE),
    "draft": (VI, DRAFT, VI, DRAFT),
    "pending": (None, None, VI, EN.replace("translator:", "checked: 2026-03-06, translator:")),
    "unreadable": (VI, EN, VI, "---\ntitle: [\n---\n"),
}
"""Name → the pair that was accepted, the pair that is there now."""


def tree(folder: Path, *names: str) -> Path:
    """A docs folder with one bulletin of each name, in `about`."""
    before = {name: STATES[name][:2] for name in names if STATES[name][1]}
    for name, (source, translation) in before.items():
        write_docs(folder, {f"about/{name}/index.vi.md": str(source), f"about/{name}/index.en.md": str(translation)})
    if before:
        accept(folder)
    for name in names:
        _, _, source, translation = STATES[name]
        write_docs(folder, {f"about/{name}/index.vi.md": str(source)})
        if translation:
            write_docs(folder, {f"about/{name}/index.en.md": translation})
    return folder


@pytest.mark.parametrize(
    ("name", "state"),
    [
        *[pytest.param(state, state, id=state) for state in COUNTS[1:]],
        pytest.param("edited", "current", id="edited-counts-as-current"),
        pytest.param("pending", "current", id="accepted-in-the-form"),
        pytest.param("unreadable", "missing", id="unreadable-counts-as-missing"),
    ],
)
def test_a_page_counts_in_exactly_one_state(name: str, state: str, tmp_path: Path) -> None:
    counts = check(tree(tmp_path, name)).report["coverage"]["en"]["about"]

    assert {key: counts[key] for key in COUNTS} == {key: int(key in ("required", state)) for key in COUNTS}
    assert counts["words_current"] == (counts["words"] if state == "current" else 0)


def test_counts_add_up(tmp_path: Path) -> None:
    counts = check(tree(tmp_path, *STATES)).report["coverage"]["en"]["about"]

    assert counts["required"] == len(STATES) == sum(counts[key] for key in COUNTS[1:])
    one = check(tmp_path, "about/current").report["coverage"]["en"]["about"]["words"]
    assert counts["words_current"] == 3 * one


@pytest.mark.parametrize("status", ["machine", "draft"])
def test_the_policy_may_count_machine_translations_and_drafts(status: str, tmp_path: Path) -> None:
    docs = tree(tmp_path, status)
    write_docs(docs, {"_data/coverage.yml": f"sections: {{about: {{{status}: true}}}}\n"})

    assert check(docs).report["coverage"]["en"]["about"]["current"] == 1


@pytest.mark.parametrize(
    "field", ["translate: optional", "translate: none\nreason: Chỉ dành cho xã", "status: draft", "status: review"]
)
def test_what_need_not_be_translated_does_not_count(field: str, tmp_path: Path) -> None:
    source = VI.replace("status: published", field if "status" in field else f"status: published\n{field}")
    docs = write_docs(tmp_path, {"about/x/index.vi.md": source, "index.vi.md": VI.replace("date: 2026-03-05\n", "")})

    assert check(docs).report["coverage"] == {"vi": {}, "en": {}}


def test_a_translation_into_vietnamese_counts_for_vietnamese(tmp_path: Path) -> None:
    source = EN.replace("translation: {of: vi, status: reviewed, translator: Trần Thị B}", "status: published")

    docs = write_docs(tmp_path, {"about/x/index.en.md": source})

    assert check(docs).report["coverage"]["vi"]["about"]["missing"] == 1


def test_words_are_those_a_reader_reads(tmp_path: Path) -> None:
    text = "---\ntitle: Hai từ\ndescription: Ba từ nữa\nstatus: published\n---\nBốn **từ** [ở đây](https://a.vn/).\n"
    code = "\n    năm từ không ai đếm\n\n<!-- không -->\n"

    report = check(write_docs(tmp_path, {"about/x/index.vi.md": text + code})).report

    assert report["coverage"]["en"]["about"]["words"] == 9


@pytest.mark.parametrize(("current", "share"), [(0, "0"), (199, "99"), (200, "100")])
def test_only_all_is_100_per_cent(current: int, share: str) -> None:
    tally = Tally(required=200, current=current, words=200, words_current=current)

    *_, row = table_of(tally)

    assert row.split()[-2:] == [share, share]


def table_of(tally: Tally) -> list[str]:
    """The table of one locale and section."""
    return list(table(Coverage({"en": {"clarifications": tally}})))


def test_the_table_of_a_large_site_fits_100_columns() -> None:
    many = Tally(*[99_999] * len(COUNTS))

    assert max(map(len, table_of(many))) <= 100
