"""Work is ordered as an editor would, coverage grows as it did, and what changed is shown word by word."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from bulletin.checks.about import About
from bulletin.checks.bundle import Checked
from bulletin.model.finding import Finding, Message, Severity
from bulletin.model.policy import Policy, SectionPolicy
from bulletin.model.state import Standing, State
from bulletin.reports.dashboard.charts import columns, curve
from bulletin.reports.dashboard.items import Item, Task, Urgency, homeless, items
from bulletin.reports.dashboard.shares import Share, by_agency, by_month, by_translator, over_time, shares
from bulletin.reports.dashboard.telling import breakable, page_of, visible
from bulletin.reports.dashboard.words import Piece, compared, plain
from hypothesis import given
from hypothesis import strategies as st

TODAY = date(2026, 3, 20)
POLICY = Policy({"*": SectionPolicy(grace_days=10)}, is_given=True)


def bundle(
    slug: str,
    state: State | None,
    since: int = 0,
    *,
    status: str = "published",
    kind: str = "reviewed",
    accepted: int | None = None,
    agencies: tuple[str, ...] = (),
    pending: bool = False,
    words: int = 100,
) -> Checked:
    """A bulletin whose grace began so many days ago."""
    key = f"news/2026/03/{slug}"
    day = TODAY - timedelta(days=since)
    stood = TODAY - timedelta(days=accepted) if accepted is not None else None
    is_there = state is not State.MISSING
    return Checked(
        key,
        (),
        section="news",
        source="vi",
        required=("en",) if status == "published" else (),
        standings={"en": Standing(state, stood, pending)} if state else {},
        translation_status={"en": kind} if is_there else {},
        is_draft=status != "published",
        words=words,
        since=day,
        paths={"vi": f"{key}/index.vi.md"} | ({"en": f"{key}/index.en.md"} if is_there else {}),
        about=About({"vi": slug}, day, status, agencies, {"en": "Mai"} if is_there else {}),
    )


def finding(slug: str, rule: str, severity: Severity = Severity.ERROR, tag: str = "en") -> Finding:
    key = f"news/2026/03/{slug}"
    return Finding(rule, severity, f"{key}/index.{tag}.md", 9, Message("sai", "wrong"), key, tag)


def work(bundles: list[Checked], *findings: Finding) -> list[Item]:
    return items(bundles, findings, POLICY, TODAY)


@pytest.mark.parametrize(
    ("state", "task"),
    [
        (State.MISSING, Task.TRANSLATE),
        (State.STALE, Task.REVISE),
        (State.DIVERGED, Task.RECONCILE),
        (State.UNTRACKED, Task.ACCEPT),
        (State.EDITED, Task.RECHECK),
    ],
    ids=lambda value: value.value,
)
def test_every_state_has_its_task(state: State, task: Task) -> None:
    assert [item.task for item in work([bundle("a", state)])] == [task]


def test_a_translation_that_matches_is_no_work() -> None:
    assert work([bundle("a", State.CURRENT, accepted=1)]) == []


@pytest.mark.parametrize(("kind", "task"), [("machine", Task.REVIEW), ("draft", Task.FINISH)])
def test_what_nobody_has_read_is_work_even_where_it_matches(kind: str, task: Task) -> None:
    assert [item.task for item in work([bundle("a", State.CURRENT, kind=kind)])] == [task]


def test_an_acceptance_in_a_form_is_to_be_recorded() -> None:
    assert [item.state for item in work([bundle("a", State.CURRENT, accepted=1, pending=True)])] == ["pending"]


def test_the_deadline_is_the_last_day_of_grace() -> None:
    (item,) = work([bundle("a", State.MISSING, since=4)])
    assert (item.deadline, item.days, item.urgency) == (date(2026, 3, 26), 6, Urgency.SOON)
    (item,) = work([bundle("a", State.MISSING, since=10)])
    assert (item.days, item.is_overdue) == (0, False)
    (item,) = work([bundle("a", State.MISSING, since=11)])
    assert (item.days, item.is_overdue, item.urgency) == (-1, True, Urgency.NOW)


def test_a_grace_without_end_is_no_crash() -> None:
    policy = Policy({"*": SectionPolicy(grace_days=10**9)}, is_given=True)
    assert [item.deadline for item in items([bundle("a", State.MISSING)], [], policy, TODAY)] == [None]


def test_work_is_worst_first() -> None:
    bundles = [
        bundle("draft", State.UNTRACKED, status="draft"),
        bundle("later", State.MISSING, since=1),
        bundle("soon", State.MISSING, since=5),
        bundle("overdue", State.MISSING, since=12),
        bundle("long-overdue", State.MISSING, since=30),
        bundle("wrong", State.CURRENT, accepted=1),
        bundle("warned", State.CURRENT, accepted=1),
    ]
    found = work(
        bundles,
        finding("wrong", "value-mismatch"),
        finding("warned", "missing-alt", Severity.WARNING),
        finding("overdue", "missing-translation"),
        finding("long-overdue", "missing-translation"),
    )
    slugs = [item.key.rsplit("/", 1)[1] for item in found]
    assert slugs == ["wrong", "long-overdue", "overdue", "soon", "later", "warned", "draft"]


def test_of_two_as_urgent_the_longer_text_comes_first() -> None:
    found = work([bundle("short", State.MISSING, words=10), bundle("long", State.MISSING, words=900)])
    assert [item.words for item in found] == [900, 10]


def test_values_of_a_source_that_changed_are_revised_not_mended() -> None:
    (item,) = work([bundle("a", State.STALE, 30, accepted=3)], finding("a", "value-mismatch"))
    assert item.task is Task.REVISE
    assert [each.rule for each in item.findings] == ["value-mismatch"]
    (item,) = work([bundle("a", State.STALE, 30, accepted=3)], finding("a", "schema"))
    assert item.task is Task.MEND


def test_what_a_share_lets_pass_has_no_deadline_any_more() -> None:
    late = bundle("a", State.MISSING, since=30)
    (item,) = work([late], finding("a", "missing-translation", Severity.WARNING))
    assert (item.deadline, item.urgency) == (None, Urgency.LATER)
    (item,) = work([late], finding("a", "missing-translation"))
    assert (item.is_overdue, item.urgency) == (True, Urgency.NOW)


def test_what_is_not_cleared_is_to_be_approved() -> None:
    (item,) = work([bundle("a", State.CURRENT, accepted=1)], finding("a", "clearance", tag="vi"))
    assert item.task is Task.APPROVE


def test_a_draft_has_no_deadline() -> None:
    (item,) = work([bundle("a", State.UNTRACKED, 300, status="draft")])
    assert (item.deadline, item.urgency) == (None, Urgency.DRAFT)


def test_findings_on_no_bulletin_stay_apart() -> None:
    stray = Finding("schema", Severity.ERROR, "stray", 1, Message("sai", "wrong"))
    other = finding("a", "value-mismatch")
    assert homeless([bundle("a", State.CURRENT)], [stray, other]) == [stray]


# Coverage


def test_a_bulletin_counts_under_each_agency_and_month_and_translator() -> None:
    bundles = [
        bundle("a", State.CURRENT, accepted=1, agencies=("x", "y")),
        bundle("b", State.MISSING, 25, agencies=("x",)),
        bundle("c", State.STALE, accepted=1),
    ]
    assert [(share.key, share.tally.required) for share in shares(bundles, POLICY, by_agency)] == [
        ("", 1),
        ("x", 2),
        ("y", 1),
    ]
    assert [(share.key, share.tally.current) for share in shares(bundles, POLICY, by_month)] == [
        ("2026-02", 0),
        ("2026-03", 1),
    ]
    assert [share.key for share in shares(bundles, POLICY, by_translator)] == ["", "Mai"]


def test_coverage_grows_on_the_days_of_the_content() -> None:
    bundles = [
        bundle("a", State.CURRENT, since=70, accepted=40),  # 9 January, accepted 8 February
        bundle("b", State.CURRENT, since=30, accepted=25),  # 18 and 23 February
        bundle("c", State.STALE, since=30, accepted=28),
        bundle("d", State.MISSING, since=-5),  # begins in five days
        bundle("e", State.CURRENT, since=-5, accepted=2),
    ]
    points = over_time(bundles, POLICY, TODAY, 18)
    assert [(point.day.isoformat(), point.required, point.current) for point in points] == [
        ("2026-01-31", 1, 0),
        ("2026-02-28", 3, 2),
        ("2026-03-20", 3, 2),
    ]


def test_the_chart_ends_after_so_many_months() -> None:
    points = over_time([bundle("a", State.CURRENT, since=5000, accepted=1)], POLICY, TODAY, 18)
    assert len(points) == 18
    assert curve(points).required.endswith("Z")


def test_no_bulletin_makes_no_chart() -> None:
    assert over_time([], POLICY, TODAY, 18) == []
    assert curve([]).required == ""
    assert columns([], {}) == []


def test_parts_of_a_column_fill_it_from_below() -> None:
    found: list[Share] = shares([bundle("a", State.CURRENT, accepted=1), bundle("b", State.MISSING)], POLICY, by_month)
    (column,) = columns(found, {})
    assert [(part.kind, part.start, part.size) for part in column.parts] == [
        ("current", 50.0, 50.0),
        ("missing", 0.0, 50.0),
    ]


# Words


def shown(pieces: list[Piece]) -> str:
    signs = {"old": "-", "new": "+", "": ""}
    return "".join(f"[{signs[piece.change]}{piece.text}]" if piece.change else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param("Vốn 1.250,5 tỷ đồng.", "Vốn 1.251,5 tỷ đồng.", "Vốn [-1.250,5] [+1.251,5] tỷ đồng.", id="a-number-is-one-word"),
        pytest.param("Không thu phí.", "Không thu phí.", "Không thu phí.", id="nothing"),
        pytest.param("Hội nghị khai mạc sáng nay tại Vinh.", "Hội nghị khai mạc tại Vinh.", "Hội nghị khai mạc [-sáng nay ]tại Vinh.", id="words-gone"),
        pytest.param("a b c d e f", "a x y d e f", "a [-b c] [+x y] d e f", id="words-with-a-space-between"),
        pytest.param("Một câu.", "Something else entirely, and long.", "[-Một câu.] [+Something else entirely, and long.]", id="nothing-in-common"),
        pytest.param("", "mới", " [+mới]".strip(), id="from-nothing"),
    ],
)  # fmt: skip
def test_what_changed_is_shown_word_by_word(before: str, after: str, expected: str) -> None:
    assert shown(compared(before, after)) == expected


@given(
    st.text(alphabet="aăb 1.,\n", max_size=40),
    st.text(alphabet="aăb 1.,\n", max_size=40),
    st.integers(0, 40),
    st.integers(0, 40),
)
def test_the_new_text_is_whole_whatever_changed(before: str, after: str, a: int, b: int) -> None:
    span = (min(a, b, len(after)), min(max(a, b), len(after)))
    pieces = compared(before, after, [span])
    kept = "".join(piece.text for piece in pieces if piece.change != "old")
    assert "".join(kept.split()) == "".join(after.split())
    marked = "".join(piece.text for piece in pieces if piece.is_marked)
    assert marked == after[slice(*span)]


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4))
def test_marks_cut_a_text_and_lose_nothing(text: str, spans: list[tuple[int, int]]) -> None:
    pieces = plain(text, [(min(span), max(span)) for span in spans])
    assert "".join(piece.text for piece in pieces) == text


def test_a_very_long_text_is_struck_as_a_whole() -> None:
    before, after = "a b " * 2000, "a c " * 2000
    assert [piece.change for piece in compared(before, after)] == ["old", "", "new"]


# Names and hidden characters


def test_hidden_characters_are_seen() -> None:
    assert visible("a\u202eb\u200bc\x07") == "a⟦U+202E⟧b⟦U+200B⟧c⟦U+0007⟧"
    assert visible("Nghệ An\n") == "Nghệ An\n"
    assert visible("Nghe\u0323\u0302 An") == "Nghe\u0323\u0302 An"


@given(st.text(max_size=60))
def test_the_page_of_any_key_is_a_plain_path(key: str) -> None:
    assert page_of(key).isascii()
    assert ".." not in page_of(key)
    assert page_of(key).startswith("bulletins/")


@given(st.text(max_size=60))
def test_a_command_that_may_break_keeps_its_words(text: str) -> None:
    assert breakable(text).striptags() == " ".join(str(visible(text)).split())
