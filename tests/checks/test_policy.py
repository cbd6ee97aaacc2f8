"""docs/_data/coverage.yml: every way of being wrong, shares, days of reckoning, and who counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from bulletin.checks.bundle import Checked
from bulletin.checks.shares import Shares
from bulletin.model.finding import CallError
from bulletin.model.policy import Binding, Policy, SectionPolicy
from bulletin.model.state import Standing, State
from bulletin.source.registries import read_policy
from hypothesis import given
from hypothesis import strategies as st

from tests.desk import EN, TODAY, VI, Done, accept, check, files
from tests.trees import build, write_docs

POLICY = "_data/coverage.yml"


def policy(folder: Path, text: str | bytes) -> Policy:
    """Read a policy."""
    return read_policy(write_docs(folder, {POLICY: text}))


# What is wrong


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        pytest.param("- sections\n", 1, "field: value", id="a-list"),
        pytest.param("sections\n", 1, "field: value", id="a-word"),
        pytest.param("sections: [news]\n", 1, "expected a group of fields", id="sections-as-a-list"),
        pytest.param("sections:\n  news: 0.9\n", 2, "expected a group of fields", id="a-share-alone"),
        pytest.param('sections:\n  "": {required: 1}\n', 2, "there is no section", id="a-section-without-a-name"),
        pytest.param("sections:\n  News: {required: 1}\n", 2, "there is no section", id="capitals"),
        pytest.param("sections:\n  news:\n    required: 95%\n", 3, "from 0 to 1", id="per-cent"),
        pytest.param("sections:\n  news:\n    required: 1.01\n", 3, "from 0 to 1", id="more-than-all"),
        pytest.param("sections:\n  news:\n    required: -0.1\n", 3, "from 0 to 1", id="less-than-nothing"),
        pytest.param("sections:\n  news:\n    required: nan\n", 3, "from 0 to 1", id="no-number"),
        pytest.param("sections:\n  news:\n    required: 0_1\n", 3, "from 0 to 1", id="underscore"),
        pytest.param("sections:\n  news:\n    required: 0,95\n", 3, "from 0 to 1", id="comma"),
        pytest.param("sections:\n  news:\n    required: [1]\n", 3, "from 0 to 1", id="share-as-a-list"),
        pytest.param("sections:\n  news:\n    by: page\n", 3, "one of: pages, words", id="measure"),
        pytest.param("sections:\n  news:\n    by: [pages, words]\n", 3, "expected a text", id="two-measures"),
        pytest.param("sections:\n  news:\n    grace_days: 1.5\n", 3, "at least 0", id="half-a-day"),
        pytest.param("sections:\n  news:\n    grace_days: 99999999999\n", 3, "at least 0", id="too-many-days"),
        pytest.param("sections:\n  news:\n    machine: yes\n", 3, "true or false", id="yes"),
        pytest.param("sections:\n  news:\n    draft: True\n", 3, "true or false", id="true-in-capitals"),
        pytest.param("sections:\n  news:\n    graceDays: 1\n", 3, 'no field "sections.news.graceDays"', id="field"),
        pytest.param("sections:\n  news: {}\n  news: {}\n", 3, "already stands on line 2", id="section-twice"),
        pytest.param("rules: value-mismatch\n", 1, "expected a group of fields", id="rules-as-a-word"),
        pytest.param("rules:\n  value-mismatch: 1\n", 2, "one of: error, warning, off", id="level"),
        pytest.param("rules:\n  value-mismatch: {a: b}\n", 2, "expected a text", id="level-as-a-group"),
        pytest.param("rules:\n  clearance: warning\n", 2, "always an error", id="fixed"),
        pytest.param("rules:\n  value-mismach: off\n", 2, 'did you mean "value-mismatch', id="rule"),
        pytest.param("approvals: text\nrules:\n  x: off\n", 3, "there is no rule", id="rule-behind-a-right-line"),
        pytest.param("approvals: both\n", 1, "one of: text, names", id="approvals"),
        pytest.param("rules: {}\nsections:\n  tin: {}\nrulez: {}\n", 3, "there is no section", id="the-first-of-two"),
        pytest.param("sections:\n\tnews: {}\n", 2, "a tab", id="tab"),
        pytest.param("sections: {news: {}\n", 1, "not closed", id="unclosed"),
        pytest.param("a: &a {}\n", 1, "anchor", id="anchor"),
        pytest.param("rules: {}\n---\nrules: {}\n", 2, "second document", id="two-documents"),
        pytest.param(b"\xff\xfe", 1, "not UTF-8", id="not-utf-8"),
    ],
)
def test_a_wrong_policy_is_one_line_with_its_place(text: str | bytes, line: int, words: str, tmp_path: Path) -> None:
    with pytest.raises(CallError) as error:
        policy(tmp_path, text)

    assert str(error.value).startswith(f"{POLICY}:{line}: ")
    assert words in error.value.message.en


@pytest.mark.parametrize("verb", ["check", "build"])
def test_a_wrong_policy_is_status_2_for_every_verb(verb: str, tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", files() | {POLICY: "sections:\n  news: {required: 2}\n"})

    done = check(docs) if verb == "check" else build(docs, tmp_path / "site")

    assert done.status == 2
    assert done.errors.startswith(f"{POLICY}:2: ")
    assert done.errors.count("\n") == 1


def test_a_policy_that_is_a_folder_or_a_link_is_told(tmp_path: Path) -> None:
    (tmp_path / "a" / POLICY).mkdir(parents=True)
    write_docs(tmp_path / "b/_data", {"x": ""})
    (tmp_path / "b" / POLICY).symlink_to("x")
    for name in "ab":
        with pytest.raises(CallError, match=f"{POLICY}:1: "):
            read_policy(tmp_path / name)


@pytest.mark.parametrize("share", ["0", "0.0", ".5", "0.95", "1", "1.0"])
def test_shares_from_0_to_1_are_read(share: str, tmp_path: Path) -> None:
    assert policy(tmp_path, f"sections: {{news: {{required: {share}}}}}\n").section("news").required == float(share)


def test_all_that_a_policy_says_is_read(tmp_path: Path) -> None:
    section = "{required: 0.5, by: words, grace_days: 3, machine: true, draft: true}"
    found = policy(tmp_path, f'sections: {{news: {section}, "*": {{by: pages}}}}\napprovals: names\n')

    assert found.section("news") == SectionPolicy(0.5, by_words=True, grace_days=3, machine=True, draft=True)
    assert found.section("about") == SectionPolicy()
    assert found.approvals is Binding.NAMES


def test_saying_what_approvals_bind_to_is_not_yet_a_policy_of_translation(tmp_path: Path) -> None:
    """A small office that wants names to suffice does not thereby stop its site at missing translations."""
    docs = write_docs(tmp_path / "docs", files(translation=None) | {POLICY: "approvals: names\n"})

    assert build(docs, tmp_path / "site").status == 0
    write_docs(docs, {POLICY: "approvals: names\nsections: {}\n"})
    assert build(docs, tmp_path / "site").status == 1


# Shares


def tree(folder: Path, states: str, text: str) -> Path:
    """A docs folder with one bulletin in `about` for each letter: c current, s stale, m missing."""
    flat = VI.replace("date: 2026-03-05\n", "")
    for at, state in enumerate(states):
        write_docs(folder, {f"about/b{at}/index.vi.md": flat})
        write_docs(folder, {f"about/b{at}/index.en.md": EN} if state in "cs" else {})
    if set(states) & set("cs"):
        accept(folder, *(f"about/b{at}" for at, state in enumerate(states) if state in "cs"))
    for at, state in enumerate(states):
        if state == "s":
            write_docs(folder, {f"about/b{at}/index.vi.md": flat.replace("Ký ba", "Đã ký ba")})
    return write_docs(folder, {POLICY: text})


def due(done: Done) -> list[tuple[str, str]]:
    """Rule and severity of the findings that a share decides."""
    return [(each["rule"], each["severity"]) for each in done.report["findings"] if each["rule"] != "value-mismatch"]


@pytest.mark.parametrize(
    ("states", "required", "severity"),
    [
        pytest.param("cm", "0.5", "warning", id="met-exactly"),
        pytest.param("cm", "0.51", "error", id="just-missed"),
        pytest.param("cmm", "0.5", "error", id="missed"),
        pytest.param("cs", "0.5", "warning", id="stale-lets-pass"),
        pytest.param("cs", "1", "error", id="all"),
        pytest.param("m", "0", "warning", id="nothing-required"),
        pytest.param("c" * 19 + "m", "0.95", "warning", id="nineteen-of-twenty"),
    ],
)
def test_a_share_that_is_met_lets_the_rest_pass(states: str, required: str, severity: str, tmp_path: Path) -> None:
    done = check(tree(tmp_path, states, f"sections: {{about: {{required: {required}}}}}\n"))

    assert {found for _, found in due(done)} == {severity}
    assert done.status == (severity == "error")


def test_a_share_that_is_met_is_told(tmp_path: Path) -> None:
    done = check(tree(tmp_path, "ccm", "sections: {about: {required: 0.6}}\n"))

    [finding] = done.report["findings"]
    assert "; chưa là lỗi vì mục này đã đạt 66,6%, quy định cần 60% / " in finding["message"]
    assert finding["message"].endswith("; no error while 66.6% of this section is current, expected 60%")
    assert set(finding) == {"rule", "severity", "path", "line", "locale", "message", "key"}


def test_a_share_of_words_weighs_bulletins_by_their_length(tmp_path: Path) -> None:
    docs = tree(tmp_path, "cm", "sections: {about: {required: 0.5, by: words}}\n")
    long = VI.replace("date: 2026-03-05\n", "") + "\nMột câu dài thêm vào bài này.\n" * 9
    write_docs(docs, {"about/b1/index.vi.md": long})

    assert check(docs).status == 1
    write_docs(docs, {POLICY: "sections: {about: {required: 0.5, by: pages}}\n"})
    assert check(docs).status == 0


def test_a_share_counts_only_what_is_past_its_grace(tmp_path: Path) -> None:
    """Two of three are current, but the second of them is still within its grace."""
    docs = tree(tmp_path, "ccm", "sections: {about: {required: 0.6, grace_days: 10}}\n")
    path = docs / "about/b1/index.vi.md"
    path.write_text(path.read_text(encoding="utf-8").replace("on: 2026-03-05", "on: 2026-03-18"), encoding="utf-8")

    assert check(docs).status == 1
    assert check(docs, today="2026-03-29").status == 0


def test_a_bulletin_that_is_checked_alone_weighs_as_among_all(tmp_path: Path) -> None:
    docs = tree(tmp_path, "ccccm", "sections: {about: {required: 0.8}}\n")

    assert check(docs, "about/b4").report["findings"] == check(docs).report["findings"]
    assert check(docs, "about/b4").status == 0


def test_what_need_not_be_translated_waits_for_no_share_but_is_measured_by_it(tmp_path: Path) -> None:
    docs = tree(tmp_path, "s", "")
    path = docs / "about/b0/index.vi.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("status:", "translate: optional\nstatus:"), encoding="utf-8"
    )

    assert due(check(docs)) == [("stale-translation", "error")]
    write_docs(docs, {POLICY: "sections: {about: {required: 0}}\n"})
    assert due(check(docs)) == [("stale-translation", "warning")]


# Days of reckoning


@pytest.mark.parametrize(
    ("today", "words"),
    [
        pytest.param("2026-03-05", "; từ ngày 20/03/2026 là lỗi / ", id="first-day"),
        pytest.param("2026-03-19", "; an error from 20 March 2026", id="last-day"),
    ],
)
def test_what_grace_lets_pass_names_the_day_on_which_it_becomes_an_error(
    today: str, words: str, tmp_path: Path
) -> None:
    docs = write_docs(tmp_path, files(translation=None) | {POLICY: "sections: {news: {grace_days: 14}}\n"})

    [finding] = check(docs, today=today).report["findings"]
    assert words in finding["message"]
    assert "20 March" not in check(docs, today="2026-03-20").report["findings"][0]["message"]
    assert check(docs, today="2026-03-20").status == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "sections: {news: {grace_days: 14}}\nrules: {missing-translation: warning}\n", id="a-warning-for-ever"
        ),
        pytest.param("sections: {news: {grace_days: 999999999}}\n", id="behind-the-calendar"),
    ],
)
def test_no_day_is_named_where_none_will_come(text: str, tmp_path: Path) -> None:
    [finding] = check(write_docs(tmp_path, files(translation=None) | {POLICY: text})).report["findings"]

    assert (finding["severity"], "an error from" in finding["message"]) == ("warning", False)


def checked(key: str, since: str, state: State) -> Checked:
    """A bulletin that must be translated into English."""
    return Checked(
        key,
        (),
        section="news",
        required=("en",),
        standings={"en": Standing(state)},
        words=10,
        since=date.fromisoformat(since),
    )


def test_a_share_that_will_be_missed_names_the_day(tmp_path: Path) -> None:
    del tmp_path
    given_policy = Policy({"news": SectionPolicy(required=0.5, grace_days=0)}, is_given=True)
    late = checked("a", "2026-03-01", State.MISSING)
    shares = Shares(
        [late, checked("b", "2026-03-01", State.CURRENT), checked("c", "2026-04-01", State.STALE)], given_policy
    )

    found = shares.reckon(late, "en", date(2026, 3, 20))

    assert (found.due, found.share) == (date(2026, 4, 2), 0.5)
    assert not found.is_error(date(2026, 4, 1))
    assert shares.reckon(late, "en", date(2026, 4, 2)).is_error(date(2026, 4, 2))


DAYS = st.dates(date(2026, 1, 1), date(2026, 1, 20))


@given(st.lists(st.tuples(DAYS, st.booleans()), min_size=1, max_size=8), st.integers(0, 10), st.integers(0, 3), DAYS)
def test_the_day_that_is_named_is_the_first_on_which_it_is_an_error(
    pages: list[tuple[date, bool]], tenths: int, grace: int, today: date
) -> None:
    policy_ = Policy({"news": SectionPolicy(required=tenths / 10, grace_days=grace)}, is_given=True)
    bundles = [
        checked(str(at), day.isoformat(), State.CURRENT if is_current else State.MISSING)
        for at, (day, is_current) in enumerate(pages)
    ]
    shares = Shares(bundles, policy_)

    def is_error(day: date) -> bool:
        over = [is_current for since, is_current in pages if (day - since).days > grace]
        mine = (day - pages[0][0]).days > grace
        return mine and sum(over) / len(over) < tenths / 10

    days = [date.fromordinal(day) for day in range(today.toordinal(), date(2026, 3, 1).toordinal())]
    expected = next((day for day in days if is_error(day)), None)
    assert shares.reckon(bundles[0], "en", today).due == expected


# Who counts


@pytest.mark.parametrize(
    ("status", "section", "state", "counts"),
    [
        pytest.param("reviewed", "{}", "accepted", True, id="reviewed-and-accepted"),
        pytest.param("reviewed", "{}", "untracked", False, id="untracked"),
        pytest.param("reviewed", "{}", "edited", True, id="edited"),
        pytest.param("reviewed", "{}", "stale", False, id="stale"),
        pytest.param("machine", "{}", "accepted", False, id="machine"),
        pytest.param("machine", "{machine: true}", "accepted", True, id="machine-allowed"),
        pytest.param("machine", "{machine: true}", "untracked", False, id="machine-allowed-untracked"),
        pytest.param("machine", "{draft: true}", "accepted", False, id="machine-where-drafts-count"),
        pytest.param("draft", "{}", "accepted", False, id="draft"),
        pytest.param("draft", "{draft: true}", "accepted", True, id="draft-allowed"),
        pytest.param("draft", "{draft: true}", "stale", False, id="draft-allowed-stale"),
        pytest.param("draft", "{machine: true}", "accepted", False, id="draft-where-machines-count"),
    ],
)
def test_who_counts_for_a_share(status: str, section: str, state: str, *, counts: bool, tmp_path: Path) -> None:
    """A second bulletin has no translation; half is required, so it is let pass if the first one counts."""
    docs = write_docs(tmp_path, {"about/a/index.vi.md": VI, "about/a/index.en.md": EN.replace("reviewed", status)})
    if state != "untracked":
        accept(docs)
    if state == "stale":
        write_docs(docs, {"about/a/index.vi.md": VI.replace("Ký ba", "Đã ký ba")})
    if state == "edited":
        write_docs(docs, {"about/a/index.en.md": EN.replace("reviewed", status).replace("were signed", "got signed")})
    rest = section.strip("{}")
    text = f"sections: {{about: {{required: 0.5{', ' if rest else ''}{rest}}}}}\n"
    write_docs(docs, {"about/b/index.vi.md": VI, POLICY: text})

    found = {
        each["key"]: each["severity"]
        for each in check(docs).report["findings"]
        if each["rule"] == "missing-translation"
    }

    assert found == {"about/b": "warning" if counts else "error"}
    assert check(docs, today=TODAY).report["coverage"]["en"]["about"]["current"] == int(counts)
