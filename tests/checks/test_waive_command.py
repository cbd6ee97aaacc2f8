"""scripts/waive.py: what it waives, until when, what ends it, and what it refuses; and waivers.yml as it is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from bulletin.model.rules import FIXED, RULES, UNWAIVABLE
from bulletin.source.waivers import read_waivers, rewritten
from hypothesis import given
from hypothesis import strategies as st

from tests.desk import EN, EN_PATH, TODAY, VI, VI_PATH, Done, accept, check, files, run
from tests.trees import KEY, build, write_docs

WAIVERS = f"{KEY}/waivers.yml"
UNTIL = "2026-06-20"
WRONG = EN.replace("1,250.5", "1,300.5").replace("| 2025 | 12 |", "| 2025 | 13 |")
"""A translation with two wrong values, on lines 11 and 15."""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    docs = write_docs(tmp_path / "docs", files(translation=WRONG))
    accept(docs)
    return docs


def waive(docs: Path, place: str = f"{EN_PATH}:11", **options: str | None) -> Done:
    """Waive a wrong value, but for what is given; None leaves an option out."""
    given = {"rule": "value-mismatch", "reason": "Nguồn ghi số 'tròn'.", "by": "Trần Thị B", "until": UNTIL, **options}
    flags = [word for name, value in given.items() if value is not None for word in (f"--{name}", value)]
    return run("waive", "--docs", docs, "--today", TODAY, *flags, place)


def remove(docs: Path, place: str, *options: str) -> Done:
    """Take waivers back."""
    return run("waive", "--docs", docs, "--today", TODAY, "--remove", *options, place)


def lines(docs: Path, rule: str = "value-mismatch", today: str = TODAY) -> list[int]:
    """Where findings of a rule are told."""
    return [each["line"] for each in check(docs, today=today).report["findings"] if each["rule"] == rule]


def text(docs: Path, *options: str, today: str = TODAY) -> str:
    """The report for people."""
    return run("check", "--docs", docs, "--no-cache", "--today", today, *options).output


def change(docs: Path, path: str, old: str, new: str) -> None:
    """Change words of a file."""
    was = (docs / path).read_text(encoding="utf-8")
    assert old in was
    (docs / path).write_text(was.replace(old, new, 1), encoding="utf-8")


def entries(docs: Path) -> list[dict[str, Any]]:
    """What the file holds, for any reader of YAML that takes `on` for a word."""
    found: list[dict[str, Any]] = yaml.load((docs / WAIVERS).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return found


# What a waiver does


def test_a_waived_finding_is_counted_and_shown_and_is_no_error(docs: Path) -> None:
    done = waive(docs)

    assert (done.status, done.errors) == (0, "")
    assert "đã miễn / waived: value-mismatch, en:11, đến 20/06/2026 / until 20 June 2026" in done.output
    assert lines(docs) == [15]
    report = text(docs)
    assert f"{EN_PATH}:11: waived: value-mismatch: " in report
    assert "Trần Thị B cho miễn đến ngày 20/06/2026: Nguồn ghi số 'tròn'. / " in report
    assert report.endswith("1 lỗi, 0 cảnh báo, đã miễn 1 / bulletins: 1, errors: 1, warnings: 0, waived: 1\n")


def test_the_last_waiver_makes_the_check_end_well(docs: Path) -> None:
    assert waive(docs, EN_PATH).status == 0  # both values

    assert check(docs).status == 0
    assert len(entries(docs)) == 2


def test_build_lets_pass_what_check_lets_pass(docs: Path, tmp_path: Path) -> None:
    assert build(docs, tmp_path / "site").status == 1
    waive(docs, EN_PATH)

    done = build(docs, tmp_path / "site")

    assert done.status == 0
    assert done.output.count(": waived: value-mismatch: ") == 2
    assert done.holds("Trần Thị B cho") == done.holds("waivers") == done.holds("tròn") == []


def test_an_entry_is_yaml_that_people_can_read(docs: Path) -> None:
    waive(docs)

    [entry] = entries(docs)
    assert {name: str(entry[name]) for name in ("rule", "locale", "line", "by", "on", "until", "reason")} == {
        "rule": "value-mismatch",
        "locale": "en",
        "line": "11",
        "by": "Trần Thị B",
        "on": TODAY,
        "until": UNTIL,
        "reason": "Nguồn ghi số 'tròn'.",
    }
    assert sorted(entry["blocks"]) == ["en", "vi"]


@pytest.mark.parametrize("place", [f"{EN_PATH}:11", f"{KEY}:11", EN_PATH, KEY])
def test_a_place_is_named_as_check_names_it_or_as_a_bulletin(place: str, docs: Path) -> None:
    assert waive(docs, place).status == 0
    assert 11 not in lines(docs)


def test_absolute_places_and_places_from_here_are_read(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert waive(docs, f"{docs}/{EN_PATH}:11").status == 0
    monkeypatch.chdir(docs / KEY)
    assert waive(docs, "index.en.md:15").status == 0
    assert lines(docs) == []


def test_waiving_the_same_place_again_replaces_the_entry(docs: Path) -> None:
    waive(docs)
    waive(docs, reason="Lý do khác")

    assert [entry["reason"] for entry in entries(docs)] == ["Lý do khác"]


# What ends it


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        pytest.param(EN_PATH, "registered capital", "capital", id="the-block"),
        pytest.param(VI_PATH, "Vốn đăng ký", "Vốn", id="the-block-of-the-other-edition"),
    ],
)
def test_it_ends_when_the_block_of_either_edition_changes(path: str, old: str, new: str, docs: Path) -> None:
    waive(docs)
    change(docs, path, old, new)

    [first, _] = [each for each in check(docs).report["findings"] if each["rule"] == "value-mismatch"]
    assert (first["line"], first["severity"]) == (11, "error")
    assert "hết hiệu lực" in first["message"]
    assert "which ended when the text changed" in first["message"]
    assert "unused-waiver" not in check(docs).rules()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        pytest.param(EN_PATH, "The conference was", "It was", id="another-block"),
        pytest.param(VI_PATH, "không thu phí.", "không thu phí.\n\nThêm một đoạn.", id="a-block-added-before"),
        pytest.param(EN_PATH, "## Results", "\n\n\n## Results", id="lines-that-move"),
        pytest.param(EN_PATH, "The registered capital is", "The **registered** capital\n  is", id="reflow"),
        pytest.param(EN_PATH, "status: reviewed", "status:  reviewed", id="front-matter"),
    ],
)
def test_it_lasts_while_the_block_and_its_counterpart_do(path: str, old: str, new: str, docs: Path) -> None:
    waive(docs)
    change(docs, path, old, new)

    assert len(lines(docs)) == 1
    assert "đã miễn 1 / " in text(docs)


def test_it_ends_behind_its_day_and_says_so(docs: Path) -> None:
    waive(docs)

    assert lines(docs, today=UNTIL) == [15]
    assert lines(docs, today="2026-06-21") == [11, 15]
    assert "waived this until 20 June 2026, which is over" in text(docs, today="2026-06-21")


def test_equal_blocks_are_told_apart_by_what_stands_for_them(tmp_path: Path) -> None:
    source = VI + "| 2026 | 14 |\n| 2026 | 15 |\n"
    translation = EN + "| 2026 | 18 |\n| 2026 | 18 |\n"
    docs = write_docs(tmp_path, files(source, translation))
    accept(docs)
    first, second = lines(docs)

    assert waive(docs, f"{EN_PATH}:{first}").status == 0
    assert lines(docs) == [second]
    assert waive(docs, f"{EN_PATH}:{second}").status == 0
    assert lines(docs) == []


def test_it_does_not_hold_before_the_day_on_which_it_was_given(docs: Path) -> None:
    waive(docs)

    assert lines(docs, today="2026-03-19") == [11, 15]


def test_a_dropped_block_that_is_waived_is_told_again_when_it_changes(tmp_path: Path) -> None:
    docs = write_docs(tmp_path, files(VI.replace("## Kết quả", "Có mặt đại diện các sở.\n\n## Kết quả")))
    accept(docs)
    [line] = lines(docs, "structure-mismatch")
    assert waive(docs, f"{EN_PATH}:{line}", rule="structure-mismatch").status == 0
    assert lines(docs, "structure-mismatch") == []

    change(docs, VI_PATH, "Có mặt đại diện các sở.", "Hội nghị bị hoãn vì bão.")
    assert lines(docs, "structure-mismatch") != []


@pytest.mark.parametrize(
    ("rule", "place"),
    [("stale-translation", EN_PATH), ("stale-translation", f"{EN_PATH}:4"), ("stale-translation", KEY)],
)
def test_a_finding_on_a_whole_edition_is_waived_until_any_of_it_changes(rule: str, place: str, docs: Path) -> None:
    change(docs, VI_PATH, "Ký ba", "Đã ký ba")
    assert waive(docs, place, rule=rule).status == 0
    assert rule not in check(docs).rules()
    assert "editions" in entries(docs)[0]

    change(docs, VI_PATH, "Kết quả", "Các kết quả")
    assert check(docs).rules().count(rule) == 1


def test_a_missing_translation_is_waived_until_the_source_changes(tmp_path: Path) -> None:
    docs = write_docs(tmp_path, files(translation=None))
    assert waive(docs, f"{VI_PATH}:1", rule="missing-translation").status == 0
    assert check(docs).status == 0

    change(docs, VI_PATH, "Ký ba", "Đã ký ba")
    assert check(docs).status == 1


def test_a_contradicted_field_is_waived_by_itself(tmp_path: Path) -> None:
    translation = EN.replace("translation:", "date: 2026-03-06\nauthor: B\ntranslation:")
    docs = write_docs(tmp_path, files(translation=translation))
    found = lines(docs, "metadata-mismatch")
    assert len(found) == 2

    assert waive(docs, f"{EN_PATH}:{found[0]}", rule="metadata-mismatch").status == 0
    assert lines(docs, "metadata-mismatch") == found[1:]


# A waiver of nothing


def test_a_waiver_that_waives_nothing_any_more_is_a_warning(docs: Path) -> None:
    waive(docs)
    change(docs, EN_PATH, "1,300.5", "1,250.5")

    [finding] = [each for each in check(docs).report["findings"] if each["rule"] == "unused-waiver"]
    assert (finding["severity"], finding["path"], finding["line"], finding["key"]) == ("warning", WAIVERS, 3, KEY)
    assert remove(docs, f"{WAIVERS}:3").status == 0
    assert "unused-waiver" not in check(docs).rules()


def test_a_rule_that_is_off_leaves_its_waivers_alone(docs: Path) -> None:
    waive(docs)
    write_docs(docs, {"_data/coverage.yml": "rules: {value-mismatch: off}\n"})

    assert check(docs).rules() == []


# What is refused


@pytest.mark.parametrize(
    ("options", "place", "words"),
    [
        pytest.param({"rule": "schema"}, "--rule", "cannot be waived", id="schema"),
        pytest.param({"rule": "clearance"}, "--rule", "cannot be waived", id="clearance"),
        pytest.param({"rule": "lost-url"}, "--rule", "cannot be waived", id="address"),
        pytest.param({"rule": "value-mismach"}, "--rule", "did you mean", id="unknown-rule"),
        pytest.param({"rule": None}, "--rule", "is missing", id="no-rule"),
        pytest.param({"rule": "number-format"}, f"{EN_PATH}:11", "no such finding", id="no-such-finding"),
        pytest.param({"reason": None}, "--reason", "is missing", id="no-reason"),
        pytest.param({"reason": "  "}, "--reason", "one line of plain text", id="empty-reason"),
        pytest.param({"reason": "a\u202eb"}, "--reason", "one line of plain text", id="reason-that-hides"),
        pytest.param({"reason": "a" * 301}, "--reason", "at most 300", id="long-reason"),
        pytest.param({"by": None}, "--by", "is missing", id="nobody"),
        pytest.param({"until": None}, "--until", "is missing", id="no-end"),
        pytest.param({"until": "2026-03-19"}, "--until", "from 2026-03-20 to 2027-03-20", id="end-in-the-past"),
        pytest.param({"until": "2027-03-21"}, "--until", "from 2026-03-20 to 2027-03-20", id="more-than-a-year"),
        pytest.param({"until": "mai"}, "--until", "is not a day", id="no-day"),
    ],
)
def test_a_wrong_call_is_refused_and_nothing_written(
    options: dict[str, str | None], place: str, words: str, docs: Path
) -> None:
    done = waive(docs, f"{EN_PATH}:11", **options)

    assert done.status == 2
    assert done.errors.startswith(f"{place}: ")
    assert words in done.errors or words == "no such finding"
    assert done.errors.count("\n") == 1
    assert not (docs / WAIVERS).exists()


@pytest.mark.parametrize(
    "place", [f"{EN_PATH}:8", f"{VI_PATH}:13", "news", ".", "khong-co", f"{KEY}/khong-co.md", "x:y:1"]
)
def test_a_place_without_such_a_finding_is_refused(place: str, docs: Path) -> None:
    done = waive(docs, place)

    assert (done.status, done.errors.count("\n")) == (2, 1)
    assert not (docs / WAIVERS).exists()


@pytest.mark.parametrize("until", [TODAY, "2027-03-20"])
def test_the_first_and_the_last_day_are_allowed(until: str, docs: Path) -> None:
    assert waive(docs, until=until).status == 0
    assert 11 not in lines(docs)


@pytest.mark.parametrize(
    ("name", "status"),
    [
        pytest.param("Trần Thị B", 0, id="name"),
        pytest.param("tran-b", 0, id="key"),
        pytest.param("Trần Thị C", 2, id="somebody-else"),
        pytest.param("Lê Cũ", 2, id="no-longer-in-office"),
    ],
)
def test_where_approvers_are_named_one_of_them_answers(name: str, status: int, docs: Path) -> None:
    people = "tran-b: {name: Trần Thị B, sections: all}\nle-cu: {name: Lê Cũ, sections: all, until: 2026-03-19}\n"
    write_docs(docs, {"_data/approvers.yml": people})

    done = waive(docs, by=name)

    assert done.status == status
    if not status:
        assert entries(docs)[0]["by"] == "Trần Thị B"


def test_rules_that_cannot_be_waived_are_rules() -> None:
    assert FIXED < UNWAIVABLE < RULES


# The file


def test_other_entries_are_kept_to_the_byte_and_removing_one_restores_the_file(docs: Path) -> None:
    waive(docs)
    path = docs / WAIVERS
    path.write_text(
        path.read_text(encoding="utf-8").replace("- rule", "# ghi chú của biên tập\n- rule"), encoding="utf-8"
    )
    before = path.read_bytes()

    assert waive(docs, f"{EN_PATH}:15").status == 0
    assert path.read_bytes().startswith(before)
    assert lines(docs) == []

    assert remove(docs, f"{EN_PATH}:15", "--rule", "value-mismatch").status == 0
    assert path.read_bytes() == before


def test_removing_the_last_one_removes_the_file(docs: Path) -> None:
    waive(docs, EN_PATH)

    done = remove(docs, KEY)

    assert "đã bỏ / removed: 2" in done.output
    assert not (docs / WAIVERS).exists()
    assert lines(docs) == [11, 15]


@pytest.mark.parametrize("place", [f"{EN_PATH}:8", VI_PATH])
def test_removing_what_is_not_there_is_refused(place: str, docs: Path) -> None:
    waive(docs)
    before = (docs / WAIVERS).read_bytes()

    assert remove(docs, place).status == 2
    assert (docs / WAIVERS).read_bytes() == before


WHOLE = (
    "- rule: value-mismatch\n  locale: en\n  line: 11\n  blocks:\n    en: [0123456789abcdef]\n"
    "  reason: 'x'\n  by: 'B'\n  on: 2026-03-20\n  until: 2026-06-20\n"
)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        pytest.param("- rule: value-mismatch", "- rule: schema", 1, "cannot be waived", id="fixed-rule"),
        pytest.param("value-mismatch", "value-mismach", 1, "there is no rule", id="unknown-rule"),
        pytest.param("until: 2026-06-20", "until: 2027-03-21", 9, "expected a day from", id="more-than-a-year"),
        pytest.param("until: 2026-06-20", "until: 2026-03-19", 9, "expected a day from", id="over-before-it-began"),
        pytest.param("0123456789abcdef", "*", 5, "wrong YAML", id="no-yaml"),
        pytest.param("0123456789abcdef", "0123", 5, "16 digits", id="no-digest"),
        pytest.param("  reason: 'x'\n", "", 1, '"waivers.reason" is missing', id="no-reason"),
        pytest.param("line: 11", "lines: 11", 3, "no field", id="unknown-field"),
        pytest.param("- rule", "<<<<<<< HEAD\n- rule", 2, "wrong YAML", id="conflict"),
        pytest.param(WHOLE, "{}\n", 1, "this is not a list", id="no-list"),
    ],
)
def test_a_file_that_is_wrong_waives_nothing_and_says_where(
    old: str, new: str, line: int, words: str, docs: Path
) -> None:
    waive(docs, EN_PATH)
    valid, _ = read_waivers(WHOLE)
    assert len(valid) == 1
    write_docs(docs, {WAIVERS: WHOLE.replace(old, new)})

    found = [each for each in check(docs).report["findings"] if each["path"] == WAIVERS]

    assert words in "".join(each["message"] for each in found)
    assert (found[0]["rule"], found[0]["severity"]) == ("schema", "warning")
    assert line in {each["line"] for each in found}
    assert lines(docs) == [11, 15]
    before = (docs / WAIVERS).read_bytes()
    assert waive(docs).status == 2
    assert (docs / WAIVERS).read_bytes() == before


def test_a_file_in_another_style_is_read_and_never_written_over(docs: Path) -> None:
    waive(docs)
    entry = entries(docs)
    flow = yaml.safe_dump(entry, default_flow_style=True, allow_unicode=True, width=1000)
    write_docs(docs, {WAIVERS: flow})

    assert lines(docs) == [15]
    done = waive(docs, f"{EN_PATH}:15")
    assert (done.status, (docs / WAIVERS).read_text(encoding="utf-8")) == (2, flow)


def test_the_file_is_written_whole_or_not_at_all(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waive(docs)
    before = (docs / WAIVERS).read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    done = waive(docs, f"{EN_PATH}:15")

    assert done.status == 2
    assert "No space left on device" in done.errors
    assert (docs / WAIVERS).read_bytes() == before
    assert sorted(path.name for path in (docs / KEY).iterdir()) == [
        "index.en.md",
        "index.vi.md",
        "translation.lock",
        "waivers.yml",
    ]


@given(st.text(max_size=400))
def test_any_text_is_read_without_an_accident_and_never_lost(text: str) -> None:
    found, flaws = read_waivers(text)

    assert not (found and flaws)
    again = rewritten(text, (), read_waivers(WHOLE)[0])
    assert again is None or text.strip() in again


REASONS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=80)


@given(REASONS, REASONS)
def test_whatever_is_written_is_read_back(reason: str, by: str) -> None:
    from dataclasses import replace  # noqa: PLC0415 - needed here alone
    from unicodedata import normalize  # noqa: PLC0415 - as above

    [waiver], _ = read_waivers(WHOLE)
    given_ = replace(waiver, reason=normalize("NFC", reason), by=normalize("NFC", by))

    whole = rewritten("", (), [given_])

    if whole is not None:
        assert [(each.reason, each.by) for each in read_waivers(whole)[0]] == [(given_.reason, given_.by)]
