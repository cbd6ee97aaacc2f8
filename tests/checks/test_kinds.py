"""Texts in fields of types are texts: compared, remembered, approved and waived as any other."""

from __future__ import annotations

import json
from datetime import UTC, date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bulletin.checks.bundle import Given, checked_from_json
from bulletin.checks.kinds import MAX_QUOTED
from bulletin.checks.run import check_one
from bulletin.model.kinds import changes_at
from bulletin.source.details import OF_TYPE
from bulletin.source.tree import read_tree, scan_tree
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.desk import accept, check, run
from tests.trees import SOURCE, TRANSLATION, with_body, with_field, write_docs

TAGS = ("vi", "en")
EN = TRANSLATION.replace(", checked: 2026-03-05", "")
KEYS = {section: f"{section}/2026/03/bai" for section in ("clarifications", "events", "press")} | {
    section: f"{section}/bai" for section in ("documents", "opportunities", "issues")
}
CLAIM = (
    "claim: Cảng Cửa Lạch đã bán cho nước ngoài",
    "verdict: false",
    "claimed_by: một số tài khoản mạng xã hội",
)
CLAIM_EN = ("claim: Cửa Lạch Port has been sold to foreigners", "claimed_by: some social media accounts")
DOCUMENT = ("number: 15/2026/QĐ-UBND", "legal_status: in-force", "issued_on: 2026-03-01")
EVENT = ("start: 2026-12-10T08:00+07:00", "place: Hội trường lớn", "link: https://example.org/")


def bundle(section: str, source: tuple[str, ...], translation: tuple[str, ...] = ()) -> dict[str, str]:
    """The files of one bulletin with fields of its type."""
    key = KEYS[section]
    return {f"{key}/index.vi.md": with_field(SOURCE, *source), f"{key}/index.en.md": with_field(EN, *translation)}


def findings(docs: Path, severity: str = "") -> list[tuple[str, str, int]]:
    """(rule, locale, line) of every finding."""
    found = check(docs).report["findings"]
    return [(each["rule"], each["locale"], each["line"]) for each in found if severity in ("", each["severity"])]


def change(docs: Path, section: str, tag: str, old: str, new: str) -> None:
    path = docs / KEYS[section] / f"index.{tag}.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


# Compared


@pytest.mark.parametrize(
    ("source", "translation", "rule"),
    [
        pytest.param("capital: 500 tỷ đồng", "capital: VND 500 million", "value-mismatch", id="magnitude"),
        pytest.param("capital: 1.386 tỷ đồng", "capital: VND 1.386 billion", "number-format", id="separators"),
        pytest.param(
            "area: 12 ha tại phường Minh Hà", "area: 12 ha tại phường Minh Hà", "untranslated-block", id="copied"
        ),
        pytest.param("area: 12 ha tại phường Minh Hà", "", "untranslated-block", id="left-out"),
        pytest.param(
            "area: 12 ha theo 15/2026/QĐ-UBND",
            "area: 12 ha under 16/2026/QĐ-UBND",
            "reference-mismatch",
            id="reference",
        ),
        pytest.param("area: {vi: 12 ha, en: 21 ha}", "", "value-mismatch", id="both-in-the-source"),
        pytest.param(
            "contact: {vi: Phòng Đầu tư, en: Phòng Đầu tư}", "", "untranslated-block", id="untranslated-in-the-source"
        ),
    ],
)
def test_a_field_is_compared_as_a_title_is(source: str, translation: str, rule: str, tmp_path: Path) -> None:
    write_docs(tmp_path, bundle("opportunities", (source,), (translation,) if translation else ()))
    accept(tmp_path)

    assert [each[0] for each in findings(tmp_path, "error")] == [rule]


def test_figures_that_changed_places_between_two_fields_are_not_taken_for_moved(tmp_path: Path) -> None:
    fields = ("capital: 500 tỷ đồng", "area: 120 ha"), ("capital: 120 ha", "area: VND 500 billion")
    write_docs(tmp_path, bundle("opportunities", *fields))
    accept(tmp_path)

    assert "value-mismatch" in {each[0] for each in findings(tmp_path, "error")}


def test_a_text_that_needs_no_translation_serves_both(tmp_path: Path) -> None:
    write_docs(tmp_path, bundle("opportunities", ("area: 120 ha", "contact: Nguyễn Văn Lâm")))
    accept(tmp_path)

    assert findings(tmp_path) == []


def test_what_a_draft_lacks_warns(tmp_path: Path) -> None:
    files = bundle("clarifications", CLAIM)
    docs = write_docs(
        tmp_path, {name: text.replace("status: reviewed", "status: draft") for name, text in files.items()}
    )

    assert {each[0] for each in findings(docs, "warning")} >= {"untranslated-block"}
    assert findings(docs, "error") == []


@pytest.mark.parametrize("own", ["start: 2026-12-10T01:00:00Z", "start: 2026-12-10T08:00+07:00"])
def test_a_translation_may_repeat_a_value(own: str, tmp_path: Path) -> None:
    write_docs(tmp_path, bundle("events", EVENT, (own, "place: Great Hall")))
    accept(tmp_path)

    assert findings(tmp_path) == []


@pytest.mark.parametrize(
    ("section", "source", "translation"),
    [
        pytest.param("events", EVENT, ("start: 2026-12-10", "place: Great Hall"), id="a-day-for-an-hour"),
        pytest.param("events", EVENT, ("event_status: cancelled", "place: Great Hall"), id="status"),
        pytest.param("clarifications", CLAIM, (*CLAIM_EN, "verdict: Partly true"), id="verdict-in-words"),
        pytest.param("clarifications", CLAIM, (*CLAIM_EN, "claimed_on: 2026-03-01"), id="what-the-source-leaves-out"),
        pytest.param("documents", DOCUMENT, ("number: 16/2026/QĐ-UBND",), id="number"),
        pytest.param(
            "press",
            ("links: [{outlet: NHK, link: https://example.org/1}]",),
            ("links: [{outlet: NHK, link: https://example.org/2}]",),
            id="link",
        ),
        pytest.param("issues", ("period: 2026-03",), ("period: 2026-04",), id="period"),
        pytest.param(
            "opportunities",
            ("area: {vi: 12 ha, en: 12 ha}",),
            ("area: 12 hectares",),
            id="a-text-that-the-source-gives",
        ),
    ],
)
def test_a_translation_contradicts_no_value(
    section: str, source: tuple[str, ...], translation: tuple[str, ...], tmp_path: Path
) -> None:
    write_docs(tmp_path, bundle(section, source, translation))
    accept(tmp_path)

    assert [each[:2] for each in findings(tmp_path) if each[0] != "schema"] == [("metadata-mismatch", "en")]


# Remembered


def test_a_lock_of_a_bundle_without_such_fields_is_what_it_was(tmp_path: Path) -> None:
    docs = write_docs(tmp_path, bundle("clarifications", ()))
    accept(docs)

    lock = (docs / KEYS["clarifications"] / "translation.lock").read_text(encoding="utf-8")
    assert [line.strip() for line in lock.splitlines() if line.startswith("  - ")] == [
        *("- 388c1f0daff46b6c", "- 09e1d937b9c2e891", "- 553f492dce74f7e9"),
        *("- 9185a1842a4a0b4a", "- 1cc5d960d666e222", "- 294a51d3efecf4eb"),
    ]


@pytest.mark.parametrize(
    ("tag", "old", "new", "rule"),
    [
        pytest.param("vi", "đã bán", "sắp bán", "stale-translation", id="claim"),
        pytest.param("vi", "một số tài khoản", "nhiều tài khoản", "stale-translation", id="claimed-by"),
        pytest.param("en", "has been sold", "will be sold", "edited-translation", id="claim-of-the-translation"),
    ],
)
def test_a_field_that_changed_is_compared_again(tag: str, old: str, new: str, rule: str, tmp_path: Path) -> None:
    write_docs(tmp_path, bundle("clarifications", CLAIM, CLAIM_EN))
    accept(tmp_path)
    assert findings(tmp_path) == []
    change(tmp_path, "clarifications", tag, old, new)

    assert [each[0] for each in findings(tmp_path)] == [rule]


def test_the_english_text_that_the_source_gives_is_part_of_the_translation(tmp_path: Path) -> None:
    source = ("claim: {vi: Cảng đã bán, en: The port is sold}", "verdict: false")
    write_docs(tmp_path, bundle("clarifications", source))
    accept(tmp_path)
    change(tmp_path, "clarifications", "vi", "The port is sold", "The port has been sold")

    assert [each[0] for each in findings(tmp_path)] == ["edited-translation"]


def test_a_field_is_reflowed_without_consequences(tmp_path: Path) -> None:
    write_docs(tmp_path, bundle("clarifications", CLAIM, CLAIM_EN))
    accept(tmp_path)
    change(tmp_path, "clarifications", "vi", "claim: Cảng Cửa Lạch đã bán", "claim: >-\n  Cảng Cửa Lạch\n  đã bán")

    assert findings(tmp_path) == []


# Approved


@pytest.mark.parametrize(
    ("section", "fields", "translation", "tag", "old", "new", "lapsed"),
    [
        pytest.param("clarifications", CLAIM, CLAIM_EN, "vi", "đã bán", "sắp bán", {"vi", "en"}, id="claim"),
        pytest.param("clarifications", CLAIM, CLAIM_EN, "vi", "false", "misleading", {"vi", "en"}, id="verdict"),
        pytest.param(
            "clarifications", CLAIM, CLAIM_EN, "en", "has been sold", "is sold", {"en"}, id="claim-of-the-translation"
        ),
        pytest.param("events", EVENT, ("place: Great Hall",), "vi", "08:00", "09:00", {"vi", "en"}, id="start"),
        pytest.param(
            "events", EVENT, ("place: Great Hall",), "vi", "example.org/", "example.com/", {"vi", "en"}, id="link"
        ),
        pytest.param("events", EVENT, ("place: Great Hall",), "en", "Great Hall", "Small Hall", {"en"}, id="place"),
        pytest.param("documents", DOCUMENT, (), "vi", "in-force", "repealed", {"vi", "en"}, id="legal-status"),
        pytest.param("documents", DOCUMENT, (), "vi", "2026-03-01", "2026-03-02", {"vi", "en"}, id="issued-on"),
        pytest.param(
            "issues",
            ("number: 12", "publisher: {vi: Sở A, en: Department A}"),
            (),
            "vi",
            "Department A",
            "Department B",
            {"vi", "en"},
            id="imprint",
        ),
        pytest.param(
            "opportunities", ("expires: 2026-12-31",), (), "vi", "2026-12-31", "2027-12-31", {"vi", "en"}, id="expires"
        ),
    ],
)
def test_an_approval_is_for_the_fields_too(
    section: str,
    fields: tuple[str, ...],
    translation: tuple[str, ...],
    tag: str,
    old: str,
    new: str,
    lapsed: set[str],
    tmp_path: Path,
) -> None:
    docs = write_docs(tmp_path, bundle(section, fields, translation))
    accept(docs)
    assert run("approve", "--docs", docs, "--by", "Lê Văn C", "--today", "2026-03-20", KEYS[section]).status == 0
    assert "clearance" not in {each[0] for each in findings(docs)}
    change(docs, section, tag, old, new)

    assert {each[1] for each in findings(docs) if each[0] == "clearance"} == lapsed


def test_an_approval_is_written_beside_fields_without_a_risk_to_them(tmp_path: Path) -> None:
    docs = write_docs(
        tmp_path, bundle("clarifications", ("claim: {vi: Cảng đã bán, en: The port is sold}", "verdict: false"))
    )
    before = (docs / KEYS["clarifications"] / "index.vi.md").read_text(encoding="utf-8")
    run("approve", "--docs", docs, "--by", "Lê Văn C", "--today", "2026-03-20", KEYS["clarifications"])
    after = (docs / KEYS["clarifications"] / "index.vi.md").read_text(encoding="utf-8")

    assert [line for line in after.splitlines() if not line.startswith("approved:")] == [
        line for line in before.splitlines() if not line.startswith("approved:")
    ]
    assert "Lê Văn C" in after


# Waived


@pytest.mark.parametrize(
    ("tag", "old", "new", "holds"),
    [
        pytest.param("vi", "500 tỷ đồng", "501 tỷ đồng", False, id="the-field"),
        pytest.param("en", "VND 400 billion", "VND 401 billion", False, id="the-field-of-the-translation"),
        pytest.param("vi", "12 ha", "13 ha", True, id="another-field"),
    ],
)
def test_a_waiver_of_a_field_ends_with_it(tag: str, old: str, new: str, tmp_path: Path, *, holds: bool) -> None:
    fields = ("capital: 500 tỷ đồng", "area: 12 ha"), ("capital: VND 400 billion", "area: 12 hectares")
    docs = write_docs(tmp_path, bundle("opportunities", *fields))
    accept(docs)
    place = f"{KEYS['opportunities']}/index.en.md"
    reason = ("--rule", "value-mismatch", "--reason", "Nguồn khác", "--by", "Trần Thị B", "--until", "2026-06-20")
    assert run("waive", "--docs", docs, "--today", "2026-03-20", *reason, place).status == 0
    assert findings(docs) == []
    change(docs, "opportunities", tag, old, new)

    assert (("value-mismatch", "en", 5) not in findings(docs, "error")) is holds


# Keys, numbers, quotations


@pytest.mark.parametrize(
    ("section", "field", "registry", "rule"),
    [
        pytest.param("events", "place: minh-ha", "places", [], id="place"),
        pytest.param("events", "place: minh-hai", "places", ["registry-missing"], id="no-place"),
        pytest.param("events", "place: Hà Nội", "places", [], id="place-in-words"),
        pytest.param("events", "organiser: minh-ha", "places", ["registry-missing"], id="an-agency-among-places"),
        pytest.param("documents", "issuer: ppc", "agencies", ["registry-missing"], id="no-agency"),
        pytest.param("opportunities", "sector: minh-ha", "sectors", [], id="sector"),
        pytest.param("opportunities", "sector: tourism", "sectors", ["registry-missing"], id="no-sector"),
    ],
)
def test_a_key_is_one_of_its_registry(section: str, field: str, registry: str, rule: list[str], tmp_path: Path) -> None:
    files = bundle(section, (field,)) | {f"_data/{registry}.yml": "minh-ha: {vi: Minh Hà, en: Minh Hà}\n"}
    write_docs(tmp_path, files)
    accept(tmp_path)

    assert [each[0] for each in findings(tmp_path, "error")] == rule


def test_a_number_that_the_title_has_too_is_told_once(tmp_path: Path) -> None:
    docs = write_docs(tmp_path, bundle("documents", ("number: 15/2026/NĐ-CP",)))
    for tag, title, new in (
        ("vi", "Hội nghị xúc tiến đầu tư Nghệ An", "Quyết định 15/2026/NĐ-CP"),
        ("en", "Nghệ An investment conference", "Decision 15/2026/NĐ-CP"),
    ):
        change(docs, "documents", tag, title, new)
    accept(docs)

    assert findings(docs, "error") == [("reference-mismatch", "en", 2), ("reference-mismatch", "vi", 2)]


@pytest.mark.parametrize(
    ("section", "words", "told"),
    [("press", MAX_QUOTED, False), ("press", MAX_QUOTED + 1, True), ("news", MAX_QUOTED + 1, False)],
)
def test_a_quotation_in_a_press_digest_is_short(section: str, words: int, tmp_path: Path, *, told: bool) -> None:
    key = f"{section}/2026/03/bai"
    body = "Báo viết:\n\n> " + "cảng " * (words - 1) + "mới\n\nHết.\n"
    write_docs(tmp_path, {f"{key}/index.vi.md": with_body(SOURCE, body)})

    assert (("long-quotation", "vi", 10) in findings(tmp_path, "warning")) is told


def test_an_issue_that_says_all_is_not_told_of(tmp_path: Path) -> None:
    fields = [f"{name}: {{vi: Sở A, en: Department A}}" for name in ("publisher", "responsible", "licence", "address")]
    write_docs(tmp_path, bundle("issues", ("number: 12", "pages: 64", *fields)))
    accept(tmp_path)

    assert findings(tmp_path) == []


def test_the_check_knows_the_same_from_its_cache(tmp_path: Path) -> None:
    files = bundle("documents", DOCUMENT)
    docs = write_docs(tmp_path, files | {name.replace("/bai/", "/hai/"): text for name, text in files.items()})
    arguments = ("--docs", docs, "--format", "json", "--today", "2026-03-20")
    first, second = run("check", *arguments).output, run("check", *arguments).output

    assert first == second
    assert "is the number of documents/hai too" in second


# Whatever is typed

WORDS = st.sampled_from(
    [
        "",
        "false",
        "2026-03",
        "2026-03-05",
        "2026-03-05T08:00+07:00",
        "9999-12-31",
        "0001-01-01T00:00+14:00",
        "2026-Q4",
        "0000",
        "minh-ha",
        "15/2026/QĐ-UBND",
        "https://example.org/",
        "x.pdf",
        "news/2026/03/a",
        "12",
        "Cảng “đã bán”",
        "\u0301",
        "a\nb",
        "~",
    ]
)
VALUES = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["vi", "en", "text", "url", "name", "phone", "from", "to", "outlet", "link", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


@st.composite
def fields(draw: st.DrawFn) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """A section, and fields of its type for both editions, with any values."""
    section = draw(st.sampled_from(sorted(OF_TYPE)))
    both = [draw(st.dictionaries(st.sampled_from(OF_TYPE[section]), VALUES, max_size=6)) for _ in (0, 1)]
    lines = [tuple(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in each.items()) for each in both]
    return section, lines[0], lines[1]


@settings(max_examples=150, deadline=None)
@given(fields())
def test_whatever_is_typed_gives_findings_and_no_accident(typed: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    section, source, translation = typed
    with TemporaryDirectory() as folder:
        docs = write_docs(Path(folder), bundle(section, source, translation))
        found = read_tree(docs, TAGS)
        [bundle_found] = scan_tree(docs)[0]
        checked = check_one(docs, bundle_found, Given(TAGS, {}, date(2026, 3, 20)))

    assert checked_from_json(checked.to_json()) == checked
    assert {finding.rule for finding in found.findings} <= {"schema"}
    for each in found.bulletins.values():
        changes = changes_at(each.details) if each.details else []
        assert all(instant.tzinfo is UTC for instant in changes)
