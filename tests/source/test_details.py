"""Fields of types: read from one edition, merged from all, and every mistake in them told with its line."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from unicodedata import normalize

import pytest
from bulletin.model.bulletin import Bulletin
from bulletin.model.documents import DocumentKind
from bulletin.model.kinds import (
    Claim,
    Event,
    EventStatus,
    LegalDocument,
    LegalStatus,
    NumberedIssue,
    Opportunity,
    PressReport,
    Span,
    Verdict,
    text_in,
)
from bulletin.source.blocks import read_blocks
from bulletin.source.tree import Tree, read_tree

from tests.trees import SOURCE, TRANSLATION, with_field, write_docs

TAGS = ("vi", "en")
FLAT = ("issues", "opportunities", "documents")


def tree(
    folder: Path, section: str, source: str, translation: str | None = "", files: dict[str, str] | None = None
) -> Tree:
    """A docs folder of one bulletin, with fields of its type given line by line; None for no translation."""
    key = f"{section}/bai" if section in FLAT else f"{section}/2026/03/bai"
    found = {f"{key}/index.vi.md": with_field(SOURCE, *source.strip().splitlines())}
    if translation is not None:
        found[f"{key}/index.en.md"] = with_field(TRANSLATION, *translation.strip().splitlines())
    return read_tree(write_docs(folder, found | {f"{key}/{name}": text for name, text in (files or {}).items()}), TAGS)


def bulletin(folder: Path, section: str, source: str, translation: str | None = "") -> Bulletin:
    found = tree(folder, section, source, translation)
    assert not found.findings
    return next(iter(found.bulletins.values()))


def told(found: Tree) -> list[tuple[str, int, str]]:
    return [(each.path.rpartition("/")[2], each.line, each.message.en) for each in found.findings]


def test_a_bulletin_of_a_type_without_its_fields_is_an_ordinary_page(tmp_path: Path) -> None:
    for section in ("clarifications", "events", "press", "documents", "issues", "opportunities", "news"):
        assert bulletin(tmp_path / section, section, "").details is None


def test_a_clarification_is_merged_from_its_editions(tmp_path: Path) -> None:
    details = bulletin(
        tmp_path,
        "clarifications",
        """
claim: Cảng Cửa Lạch đã bán cho nước ngoài
verdict: false
claimed_on: 2026-03-01
claimed_by: một số tài khoản mạng xã hội
evidence: ["Hồ sơ đăng ký doanh nghiệp", {text: "Biên bản bàn giao", url: "https://example.org/a"}]
sources: [{name: {vi: Sở Tài chính, en: Department of Finance}, url: "https://example.org/b"}]
""",
        """
claim: Cửa Lạch Port has been sold to foreigners
claimed_by: some social media accounts
evidence: [Business registration file, Minutes of the handover]
""",
    ).details

    assert isinstance(details, Claim)
    assert details.claim == {
        "vi": "Cảng Cửa Lạch đã bán cho nước ngoài",
        "en": "Cửa Lạch Port has been sold to foreigners",
    }
    assert details.verdict.verdict is Verdict.FALSE
    assert details.claimed_on == date(2026, 3, 1)
    assert details.claimed_by["en"] == "some social media accounts"
    assert [(each.text["en"], each.url) for each in details.evidence] == [
        ("Business registration file", ""),
        ("Minutes of the handover", "https://example.org/a"),
    ]
    assert details.sources[0].name == {"vi": "Sở Tài chính", "en": "Department of Finance"}


def test_the_source_gives_a_text_for_every_locale(tmp_path: Path) -> None:
    found = bulletin(
        tmp_path,
        "clarifications",
        "claim: {vi: Cảng đã bán, en: The port is sold}\nverdict: {vi: Sai một phần, en: Partly false}",
    )

    assert isinstance(found.details, Claim)
    assert found.details.claim == {"vi": "Cảng đã bán", "en": "The port is sold"}
    assert found.details.verdict.verdict is None
    assert found.details.verdict.text == {"vi": "Sai một phần", "en": "Partly false"}
    texts = {tag: [block.text for block in read_blocks(edition)[2:4]] for tag, edition in found.editions.items()}
    assert texts == {"vi": ["Cảng đã bán", "Sai một phần"], "en": ["The port is sold", "Partly false"]}


@pytest.mark.parametrize("typed", ["true", "True", '"true"', "TRUE"])
def test_a_verdict_is_a_word_and_no_boolean(tmp_path: Path, typed: str) -> None:
    details = bulletin(
        tmp_path, "clarifications", f"claim: Cảng đã bán\nverdict: {typed}", "claim: The port is sold"
    ).details

    assert isinstance(details, Claim)
    assert details.verdict.verdict is Verdict.TRUE


def test_a_verdict_in_words_may_have_one_of_the_set_in_its_translation(tmp_path: Path) -> None:
    details = bulletin(
        tmp_path,
        "clarifications",
        "claim: Cảng đã bán\nverdict: Sai sự thật",
        "claim: The port is sold\nverdict: False",
    ).details

    assert isinstance(details, Claim)
    assert details.verdict.verdict is None
    assert details.verdict.text == {"vi": "Sai sự thật", "en": "False"}


def test_texts_are_composed(tmp_path: Path) -> None:
    claim = normalize("NFD", "Cảng đã bán")
    found = tree(tmp_path, "clarifications", f"claim: {claim}\nverdict: false", "claim: The port is sold")
    details = next(iter(found.bulletins.values())).details

    assert isinstance(details, Claim)
    assert details.claim["vi"] == "Cảng đã bán"


def test_an_event_with_times(tmp_path: Path) -> None:
    details = bulletin(
        tmp_path,
        "events",
        "start: 2026-12-10T08:00+07:00\nend: 2026-12-11T17:30+07:00\nplace: minh-ha\norganiser: Hội Doanh nhân trẻ\nlink: https://example.org/\nevent_status: postponed",
        "organiser: Young Entrepreneurs Association",
    ).details

    assert isinstance(details, Event)
    assert details.start is not None
    assert details.start.begins == datetime(2026, 12, 10, 1, 0, tzinfo=UTC)
    assert details.over == datetime(2026, 12, 11, 10, 30, tzinfo=UTC)
    assert (details.place.key, details.place.text) == ("minh-ha", {})
    assert details.organiser.text == {"vi": "Hội Doanh nhân trẻ", "en": "Young Entrepreneurs Association"}
    assert details.event_status is EventStatus.POSTPONED
    assert not details.is_all_day
    assert details.has_begun(datetime(2026, 12, 10, 1, 0, tzinfo=UTC))
    assert not details.is_over(datetime(2026, 12, 11, 10, 29, tzinfo=UTC))


@pytest.mark.parametrize(
    ("fields", "over"),
    [
        pytest.param("start: 2026-12-10", datetime(2026, 12, 10, 17, tzinfo=UTC), id="one-day"),
        pytest.param("start: 2026-12-10\nend: 2026-12-11", datetime(2026, 12, 11, 17, tzinfo=UTC), id="two-days"),
        pytest.param("start: 2026-12-10T08:00+07:00", datetime(2026, 12, 10, 17, tzinfo=UTC), id="no-end"),
        pytest.param("start: 2026-12-10T23:00Z", datetime(2026, 12, 11, 17, tzinfo=UTC), id="no-end-in-another-zone"),
        pytest.param(
            "start: 2026-12-10T08:00+07:00\nend: 2026-12-10",
            datetime(2026, 12, 10, 17, tzinfo=UTC),
            id="end-of-the-day",
        ),
        pytest.param("start: 9999-12-31", datetime(9999, 12, 31, 16, 59, 59, 999999, tzinfo=UTC), id="last-day-of-all"),
    ],
)
def test_an_event_is_past_after_its_last_day(tmp_path: Path, fields: str, over: datetime) -> None:
    details = bulletin(tmp_path, "events", fields).details

    assert isinstance(details, Event)
    assert details.over == over


def test_a_place_in_words_of_two_languages_may_look_like_a_key_in_one(tmp_path: Path) -> None:
    details = bulletin(tmp_path, "events", "place: Trực tuyến", "place: online").details

    assert isinstance(details, Event)
    assert details.place.key == ""
    assert details.place.text == {"vi": "Trực tuyến", "en": "online"}


def test_a_press_digest_has_its_reports_whichever_way_they_are_given(tmp_path: Path) -> None:
    one = bulletin(
        tmp_path / "1",
        "press",
        "outlet: Nikkei Asia\nlink: https://example.org/\npublished_on: 2026-03-01\nlanguage: ja",
    ).details
    two = bulletin(
        tmp_path / "2",
        "press",
        'links: [{outlet: NHK, title: "投資会議", link: "https://example.org/1", language: ja}, {outlet: RFI, link: "https://example.org/2"}]',
    ).details

    assert isinstance(one, PressReport)
    assert isinstance(two, PressReport)
    assert [(each.outlet["vi"], each.link, each.language) for each in one.reports] == [
        ("Nikkei Asia", "https://example.org/", "ja")
    ]
    assert [(each.outlet["vi"], each.title, each.language) for each in two.reports] == [
        ("NHK", "投資会議", "ja"),
        ("RFI", "", ""),
    ]


def test_a_document(tmp_path: Path) -> None:
    details = bulletin(
        tmp_path,
        "documents",
        "number: 31/2021/QĐ-UBND\nkind: decision\nissuer: ppc\nissued_on: 2021-06-22\neffective_on: 2021-07-05\nlegal_status: repealed\nrepealed_by: 15/2026/QĐ-UBND\ntext: https://example.org/31",
    ).details

    assert details == LegalDocument(
        "31/2021/QĐ-UBND",
        DocumentKind.DECISION,
        details.issuer if isinstance(details, LegalDocument) else None,  # type: ignore[arg-type]
        date(2021, 6, 22),
        date(2021, 7, 5),
        LegalStatus.REPEALED,
        "15/2026/QĐ-UBND",
        "https://example.org/31",
    )
    assert details.issuer.key == "ppc"
    assert (details.address, details.file) == ("https://example.org/31", "")


def test_the_full_text_of_a_document_is_a_file_of_its_bundle(tmp_path: Path) -> None:
    there = tree(
        tmp_path / "1", "documents", "number: 15/2026/QĐ-UBND\ntext: toan-van.pdf", files={"toan-van.pdf": "%PDF"}
    )
    gone = tree(tmp_path / "2", "documents", "number: 15/2026/QĐ-UBND\ntext: toan-van.pdf")

    assert not there.findings
    assert [(name, line) for name, line, _ in told(gone)] == [("index.vi.md", 8)]
    assert next(iter(gone.bulletins.values())).editions["vi"].faulty
    assert not next(iter(there.bulletins.values())).editions["vi"].faulty


@pytest.mark.parametrize(
    ("typed", "span", "first", "last"),
    [
        pytest.param("2026-02", Span.MONTH, date(2026, 2, 1), date(2026, 2, 28), id="month"),
        pytest.param("2026-12", Span.MONTH, date(2026, 12, 1), date(2026, 12, 31), id="december"),
        pytest.param("2026-Q4", Span.QUARTER, date(2026, 10, 1), date(2026, 12, 31), id="quarter"),
        pytest.param("2026", Span.YEAR, date(2026, 1, 1), date(2026, 12, 31), id="year"),
        pytest.param("9999-12", Span.MONTH, date(9999, 12, 1), date(9999, 12, 31), id="last-month-of-all"),
        pytest.param("{from: 2026-03-01, to: 2026-03-15}", Span.DAYS, date(2026, 3, 1), date(2026, 3, 15), id="days"),
    ],
)
def test_a_period(tmp_path: Path, typed: str, span: Span, first: date, last: date) -> None:
    details = bulletin(tmp_path, "issues", f"number: 12\nperiod: {typed}").details

    assert isinstance(details, NumberedIssue)
    assert (details.period.span, details.period.first, details.period.last) == (span, first, last)
    assert details.period.holds(first)
    assert details.period.holds(last)


def test_a_period_in_words(tmp_path: Path) -> None:
    details = bulletin(
        tmp_path, "issues", "number: 12\nperiod: Số Tết Bính Ngọ", "period: Lunar New Year issue"
    ).details

    assert isinstance(details, NumberedIssue)
    assert details.period.text == {"vi": "Số Tết Bính Ngọ", "en": "Lunar New Year issue"}
    assert not details.period.holds(date(2026, 3, 1))


def test_an_issue_keeps_the_order_of_its_contents(tmp_path: Path) -> None:
    details = bulletin(
        tmp_path, "issues", "number: 12\ncontents: [news/2026/03/b, /features/2026/01/a/]\npages: 24"
    ).details

    assert isinstance(details, NumberedIssue)
    assert details.contents == ("news/2026/03/b", "features/2026/01/a")
    assert (details.number, details.pages) == (12, 24)


@pytest.mark.parametrize(
    ("contact", "translation", "name", "phone", "email"),
    [
        pytest.param("Phòng Xúc tiến", "contact: Promotion Division", "Promotion Division", "", "", id="text"),
        pytest.param("{vi: Phòng Xúc tiến, en: Promotion Division}", "", "Promotion Division", "", "", id="texts"),
        pytest.param(
            '{name: Phòng Xúc tiến, phone: "+84 238 384 4444", email: a@example.org}',
            "contact: {name: Promotion Division}",
            "Promotion Division",
            "+84 238 384 4444",
            "a@example.org",
            id="group",
        ),
        pytest.param('{phone: "(0238) 384.4444"}', "", "", "(0238) 384.4444", "", id="phone-alone"),
    ],
)
def test_whom_to_ask_about_an_opportunity(
    tmp_path: Path, contact: str, translation: str, name: str, phone: str, email: str
) -> None:
    details = bulletin(tmp_path, "opportunities", f"contact: {contact}", translation).details

    assert isinstance(details, Opportunity)
    assert (details.contact.name.get("en", ""), details.contact.phone, details.contact.email) == (name, phone, email)


def test_an_opportunity_is_open_on_its_last_day(tmp_path: Path) -> None:
    details = bulletin(
        tmp_path,
        "opportunities",
        "capital: 1.250,5 tỷ đồng\narea: 120 ha\nsector: logistics\nas_of: 2026-03-01\nexpires: 2026-12-31",
        "capital: VND 1,250.5 billion",
    ).details

    assert isinstance(details, Opportunity)
    assert details.sector == "logistics"
    assert not details.is_closed(date(2026, 12, 31))
    assert details.is_closed(date(2027, 1, 1))
    assert text_in(details.capital, "en") == ("VND 1,250.5 billion", "en")
    assert text_in(details.area, "en") == ("120 ha", "vi")


def test_a_text_that_only_the_source_gives_stands_in_every_edition(tmp_path: Path) -> None:
    found = bulletin(tmp_path, "opportunities", "capital: 500 tỷ đồng\narea: 120 ha", "area: 120 hectares")

    texts = [(each.name, each.text, each.line, each.is_inherited) for each in found.editions["en"].texts]
    assert texts == [("capital", "500 tỷ đồng", 4, True), ("area", "120 hectares", 5, False)]


def test_an_outlet_is_in_no_language(tmp_path: Path) -> None:
    found = bulletin(tmp_path, "press", "outlet: South China Morning Post\nlink: https://example.org/")

    assert {each.language for edition in found.editions.values() for each in edition.texts} == {"und"}


@pytest.mark.parametrize(
    ("section", "fields", "line", "sentence"),
    [
        pytest.param(
            "clarifications",
            "claim: Cảng đã bán",
            7,
            'there is "claim", but no "verdict"; expected both',
            id="claim-alone",
        ),
        pytest.param(
            "clarifications",
            "verdict: false",
            7,
            'there is "verdict", but no "claim"; expected both',
            id="verdict-alone",
        ),
        pytest.param(
            "clarifications",
            "claim: {vi: Cảng đã bán}\nverdict: false",
            7,
            '"claim" has no text for the locale: en',
            id="claim-in-one-language",
        ),
        pytest.param(
            "clarifications",
            "claim: Cảng đã bán\nverdict: false\nclaimed_on: hôm qua",
            9,
            '"claimed_on" is "hôm qua"; expected a day of the form 2026-03-05',
            id="claimed-on",
        ),
        pytest.param(
            "clarifications",
            "evidence:\n  - {text: Ảnh gốc, href: x}",
            8,
            'there is no field "evidence.href" here',
            id="unknown-sub-field",
        ),
        pytest.param(
            "clarifications",
            "evidence: [{url: ftp://example.org/, text: Ảnh}]",
            7,
            '"evidence.url" is "ftp://example.org/"; expected an https:// or http:// address',
            id="address-of-evidence",
        ),
        pytest.param(
            "clarifications",
            "sources: [{url: https://example.org/}]",
            7,
            'required field "sources.name" is missing',
            id="source-without-name",
        ),
        pytest.param(
            "clarifications", "sources: Bộ Y tế", 7, '"sources" is "Bộ Y tế"; expected a list', id="sources-no-list"
        ),
        pytest.param(
            "clarifications",
            "claim: x\nverdict: false\nverdit: sai",
            9,
            'there is no field "verdit" here; did you mean "verdict"?',
            id="unknown-field",
        ),
        pytest.param(
            "clarifications",
            "claim: Cảng số #1 đã bán\nverdict: false",
            7,
            '"claim: Cảng số #1 đã bán" is cut off at the #',
            id="claim-cut-off",
        ),
        pytest.param("events", "end: 2026-12-11", 7, 'there is "end", but no "start"; expected both', id="end-alone"),
        pytest.param(
            "events",
            "start: 2026-12-11\nend: 2026-12-10",
            8,
            'the event ends at "2026-12-10", before it starts at "2026-12-11"; expected an end at or after the start',
            id="end-before-start",
        ),
        pytest.param(
            "events",
            "start: 2026-12-10T08:00+07:00\nend: 2026-12-10T07:59+07:00",
            8,
            "ends at",
            id="end-a-minute-before-start",
        ),
        pytest.param(
            "events",
            "start: 2026-12-10T08:00+07:00\nend: 2026-12-10T08:30+08:00",
            8,
            "ends at",
            id="end-before-start-in-another-zone",
        ),
        pytest.param("events", "start: 2026-12-10T08:00", 7, "an instant with its offset", id="start-without-offset"),
        pytest.param(
            "events", "start: 2026-12-10\nlink: example.org", 8, "expected an https:// or http:// address", id="link"
        ),
        pytest.param(
            "events",
            "start: 2026-12-10\nevent_status: canceled",
            8,
            "one of: scheduled, postponed, cancelled",
            id="event-status",
        ),
        pytest.param(
            "events", "start: 2026-12-10\nplace: [a, b]", 8, '"place" is a list; expected a text', id="two-places"
        ),
        pytest.param(
            "press", "link: https://example.org/", 7, 'there is "link", but no "outlet"; expected both', id="link-alone"
        ),
        pytest.param("press", "outlet: NHK", 7, 'there is "outlet", but no "link"; expected both', id="outlet-alone"),
        pytest.param(
            "press",
            "published_on: 2026-03-01",
            7,
            'there is "published_on", but no "link"; expected both',
            id="day-alone",
        ),
        pytest.param(
            "press",
            "outlet: NHK\nlink: https://example.org/\nlinks: [{outlet: RFI, link: https://example.org/2}]",
            7,
            'there are both "outlet" and "links"; expected one of the two',
            id="both-ways",
        ),
        pytest.param(
            "press", "links: [{outlet: RFI}]", 7, 'required field "links.link" is missing', id="report-without-link"
        ),
        pytest.param(
            "press",
            "links: [{link: https://example.org/}]",
            7,
            'required field "links.outlet" is missing',
            id="report-without-outlet",
        ),
        pytest.param(
            "press",
            "outlet: NHK\nlink: https://example.org/\nlanguage: Japanese",
            9,
            '"language" is "Japanese"; expected the tag of a language, such as ja or zh-Hant',
            id="language",
        ),
        pytest.param(
            "documents",
            "number: Quyết định 15",
            7,
            "expected the number of a document, such as 15/2026/QĐ-UBND",
            id="number",
        ),
        pytest.param("documents", "number: 15/2026/QĐ-UBND\nkind: order", 8, "one of: decree, decision", id="kind"),
        pytest.param(
            "documents",
            "number: 15/2026/QĐ-UBND\nrepealed_by: 16/2026/QĐ-UBND",
            8,
            "its legal_status says nothing of that",
            id="repealed-without-status",
        ),
        pytest.param(
            "documents",
            "number: 15/2026/QĐ-UBND\nlegal_status: in-force\nrepealed_by: 16/2026/QĐ-UBND",
            9,
            "its legal_status says nothing of that; expected one of: partly-repealed, repealed",
            id="repealed-in-force",
        ),
        pytest.param(
            "documents",
            "number: 15/2026/QĐ-UBND\ntext: ../x.pdf",
            8,
            "or the name of a file in the bulletin's folder",
            id="path-of-the-text",
        ),
        pytest.param("issues", "number: mười hai", 7, "expected a whole number of at least 1", id="number-of-an-issue"),
        pytest.param("issues", "number: 0", 7, "expected a whole number of at least 1", id="number-nought"),
        pytest.param("issues", "period: 2026-13", 7, "expected a period such as 2026-03", id="month-13"),
        pytest.param("issues", "period: 2026-Q5", 7, "expected a period such as 2026-03", id="quarter-5"),
        pytest.param("issues", "period: 2026-3", 7, "expected a period such as 2026-03", id="month-of-one-digit"),
        pytest.param(
            "issues", "period: {from: 2026-03-15, to: 2026-03-01}", 7, "before it begins", id="period-backwards"
        ),
        pytest.param(
            "issues", "period: {from: 2026-03-15}", 7, 'required field "period.to" is missing', id="period-without-end"
        ),
        pytest.param("issues", "contents: [news/2026/03]", 7, "expected the key of a bulletin", id="contents"),
        pytest.param("opportunities", "sector: Năng lượng", 7, "expected a key of a–z", id="sector"),
        pytest.param("opportunities", "expires: 31/12/2026", 7, "expected a day of the form 2026-03-05", id="expires"),
        pytest.param("opportunities", "contact: {phone: gọi cho tôi}", 7, "expected a telephone number", id="phone"),
        pytest.param("opportunities", "contact: {email: a-example.org}", 7, "expected an e-mail address", id="email"),
        pytest.param(
            "opportunities", "contact: {name: A, fax: 1}", 7, 'there is no field "contact.fax" here', id="fax"
        ),
        pytest.param("news", "claim: Cảng đã bán", 7, 'there is no field "claim" here', id="field-of-another-type"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, section: str, fields: str, line: int, sentence: str) -> None:
    found = tree(tmp_path, section, fields, None)

    errors = [each for each in told(found) if sentence in each[2]]
    assert [(name, number) for name, number, _ in errors] == [("index.vi.md", line)]
    assert next(iter(found.bulletins.values())).editions["vi"].faulty


def test_a_translation_gives_its_own_texts_and_no_others(tmp_path: Path) -> None:
    found = tree(
        tmp_path,
        "clarifications",
        "claim: Cảng đã bán\nverdict: false",
        "claim: {vi: Cảng đã bán, en: The port is sold}",
    )

    assert told(found) == [("index.en.md", 5, '"claim" is a group of fields; expected a text')]
