"""What the types add: to the pages of their editions, to cards, to calendars, and for machines."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from bulletin.model.moments import NBSP
from bulletin.stage.details import words
from bulletin.stage.details.press import language_name

from tests.stage.sites import TOPICS, Staged, dated, stage
from tests.trees import LENIENT, SOURCE, TRANSLATION, pair, with_field

NOW = "2026-11-20T09:00:00+07:00"
REGISTRIES = {
    "_data/topics.yml": TOPICS,
    "_data/places.yml": "cua-lach: {vi: Xã Cửa Lạch, en: Cửa Lạch Commune}\n",
    "_data/agencies.yml": "ppc: {vi: Ủy ban nhân dân tỉnh, en: Provincial People’s Committee}\n",
    "_data/sectors.yml": "wind: {vi: Điện gió, en: Wind power}\n",
}
Files = dict[str, str | bytes]


def typed(
    folder: Path,
    key: str,
    fields: str,
    english: str = "",
    *,
    now: str = NOW,
    others: Mapping[str, str | bytes] | None = None,
) -> Staged:
    """Stage one bulletin with fields of its type, and what else is in the docs folder."""
    return stage(folder, {**REGISTRIES, **typed_files(key, fields, english), **(others or {})}, now)


def typed_files(key: str, fields: str, english: str = "") -> Files:
    given, translated = fields.strip("\n").split("\n"), [line for line in english.strip("\n").split("\n") if line]
    return pair(key, with_field(SOURCE, "topics: [investment]", *given), with_field(TRANSLATION, *translated))


def details(staged: Staged, url: str) -> dict[str, Any]:
    found: Any = staged[url].content["details"]
    return dict(found)


def data(staged: Staged, url: str) -> dict[str, Any]:
    """What the type of a bulletin adds to what its page tells machines."""
    nodes: Any = staged[url].content["data"]
    (found,) = [node for node in nodes["@graph"] if node["@type"] in ("ClaimReview", "Event", "Legislation")]
    return dict(found)


def said(parts: list[dict[str, str]]) -> str:
    return "".join(part["text"] for part in parts).replace(NBSP, " ")


def card(staged: Staged, key: str, tag: str) -> tuple[str, list[str], bool]:
    """What the card of a bulletin says first, what else beside its texts, and whether it has the day of publication."""
    prefix = "" if tag == "vi" else f"{tag}/"
    items: Any = staged[f"{prefix}topics/investment/"].content
    cards = [*items["items"], *(each for group in items["groups"] for each in group["items"])]
    found = next(each for each in cards if each["url"] == f"{prefix}{key}/")
    return found["alert"], found["notes"], found["date"] is not None


def test_a_text_of_another_language_is_marked_as_one() -> None:
    assert words.said({"vi": "Cảng", "en": "The port"}, "en") == {"text": "The port", "lang": ""}
    assert words.said({"vi": "Cảng"}, "en") == {"text": "Cảng", "lang": "vi"}
    assert words.said({}, "en") is None


# Nothing


@pytest.mark.parametrize("section", ["clarifications", "events", "press", "news"])
def test_a_bulletin_without_fields_of_its_type_is_an_ordinary_page(tmp_path: Path, section: str) -> None:
    key = f"{section}/2026/03/bai"
    staged = stage(tmp_path, dated(key, "2026-03-05"))
    content = staged[f"{key}/"].content
    assert (content["details"], content["styles"]) == (None, ["edition", "ways"])
    told: Any = content["data"]
    assert [node["@type"] for node in told["@graph"]] == ["NewsArticle", "BreadcrumbList"]


# Clarifications

CLAIM = "clarifications/2026/03/cang"
CLAIM_FIELDS = """
claim: Cảng đã bị bán cho nước ngoài.
verdict: misleading
claimed_on: 2026-03-01
claimed_by: Một số tài khoản mạng xã hội
evidence: [{text: Hợp đồng thuê bãi, url: "https://example.org/hop-dong"}, {text: Giấy chứng nhận}]
sources: [{name: {vi: Sở Ngoại vụ, en: Department of Foreign Affairs}, url: "https://example.org/"}]
"""
CLAIM_ENGLISH = """
claim: The port has been sold to foreigners.
claimed_by: Some social media accounts
evidence: [{text: Lease of the yard, url: "https://example.org/hop-dong"}, {text: Certificate}]
"""


def test_a_clarification_gives_each_language_its_claim_and_verdict(tmp_path: Path) -> None:
    staged = typed(tmp_path, CLAIM, CLAIM_FIELDS, CLAIM_ENGLISH)
    vi, en = details(staged, f"{CLAIM}/"), details(staged, f"en/{CLAIM}/")
    assert vi["verdict"] == {"text": "Gây hiểu lầm", "lang": ""}
    assert en["verdict"] == {"text": "Misleading", "lang": ""}
    assert en["claim"]["text"] == "The port has been sold to foreigners."
    assert vi["claimed_on"]["text"] == "ngày 01 tháng 3 năm 2026"
    assert [(each["text"], each["url"]) for each in en["evidence"]] == [
        ("Lease of the yard", "https://example.org/hop-dong"),
        ("Certificate", ""),
    ]
    assert [each["text"] for each in en["sources"]] == ["Department of Foreign Affairs"]


def test_no_list_repeats_a_claim(tmp_path: Path) -> None:
    staged = typed(tmp_path, CLAIM, CLAIM_FIELDS, CLAIM_ENGLISH)
    pages = [page for page in staged.prepared.pages if page.url not in (f"{CLAIM}/", f"en/{CLAIM}/")]
    assert not [page.url for page in pages if "bị bán" in str(page) or "been sold" in str(page)]
    assert card(staged, CLAIM, "vi") == ("", [], True)
    assert "bị bán" not in staged[f"{CLAIM}/"].title + staged[f"{CLAIM}/"].description


def test_machines_are_told_the_claim_with_its_rating(tmp_path: Path) -> None:
    told = data(typed(tmp_path, CLAIM, CLAIM_FIELDS, CLAIM_ENGLISH), f"en/{CLAIM}/")
    assert (told["@type"], told["inLanguage"], told["datePublished"]) == ("ClaimReview", "en", "2026-03-05")
    assert told["url"].endswith(f".example/en/{CLAIM}/")
    assert told["claimReviewed"] == "The port has been sold to foreigners."
    rating = {"@type": "Rating", "ratingValue": 2, "bestRating": 5, "worstRating": 1, "alternateName": "Misleading"}
    assert told["reviewRating"] == rating
    author = {"@type": "Organization", "name": "Some social media accounts"}
    assert told["itemReviewed"]["author"] == author
    assert told["itemReviewed"]["datePublished"] == "2026-03-01"


@pytest.mark.parametrize("verdict", ["unproven", "{vi: Đúng một nửa, en: Half right}"])
def test_a_verdict_without_a_place_between_false_and_true_gets_no_number(tmp_path: Path, verdict: str) -> None:
    fields = CLAIM_FIELDS.replace("misleading", verdict)
    rating = data(typed(tmp_path, CLAIM, fields, CLAIM_ENGLISH), f"en/{CLAIM}/")["reviewRating"]
    assert sorted(rating) == ["@type", "alternateName"]
    assert rating["alternateName"] in ("Unproven", "Half right")


# Events

EVENT = "events/2026/11/hoi-nghi"
EVENT_FIELDS = """
start: 2026-12-10T08:00+07:00
end: 2026-12-11T16:30+07:00
place: {vi: Trung tâm Hội nghị, en: Convention Centre}
organiser: ppc
link: https://www.example.org/hoi-nghi
"""


def test_an_event_says_when_where_and_whose_it_is(tmp_path: Path) -> None:
    staged = typed(tmp_path, EVENT, EVENT_FIELDS)
    vi, en = details(staged, f"{EVENT}/"), details(staged, f"en/{EVENT}/")
    assert said(vi["when"]) == "Từ 08 giờ 00, ngày 10 tháng 12 đến 16 giờ 30, ngày 11 tháng 12 năm 2026"
    assert said(en["when"]) == "8 a.m., 10 December to 4.30 p.m., 11 December 2026"
    assert (vi["place"]["text"], en["organiser"]["text"]) == ("Trung tâm Hội nghị", "Provincial People’s Committee")
    assert (vi["host"], vi["has_hours"]) == ("example.org", True)


@pytest.mark.parametrize(
    ("now", "turn", "calendar"),
    [
        pytest.param("2026-12-10T07:59:59+07:00", "coming", f"{EVENT}/event.ics", id="coming"),
        pytest.param("2026-12-10T08:00:00+07:00", "now", f"{EVENT}/event.ics", id="under-way"),
        pytest.param("2026-12-11T16:29:59+07:00", "now", f"{EVENT}/event.ics", id="to-the-last-second"),
        pytest.param("2026-12-11T16:30:00+07:00", "past", "", id="past"),
    ],
)
def test_time_alone_makes_an_event_past_and_takes_the_way_into_a_calendar(
    tmp_path: Path, now: str, turn: str, calendar: str
) -> None:
    shown = details(typed(tmp_path, EVENT, EVENT_FIELDS, now=now), f"{EVENT}/")
    assert (shown["turn"], shown["calendar"]) == (turn, calendar)


def test_of_an_event_without_an_end_nobody_says_that_it_goes_on(tmp_path: Path) -> None:
    shown = details(
        typed(tmp_path, EVENT, "start: 2026-12-10T08:00+07:00", now="2026-12-10T09:00:00+07:00"), f"{EVENT}/"
    )
    assert shown["turn"] == ""


@pytest.mark.parametrize(("status", "word"), [("postponed", "Hoãn"), ("cancelled", "Hủy")])
def test_an_event_that_does_not_take_place_says_so_on_its_page_and_its_card(
    tmp_path: Path, status: str, word: str
) -> None:
    staged = typed(tmp_path, EVENT, f"{EVENT_FIELDS}event_status: {status}")
    shown = details(staged, f"{EVENT}/")
    assert (shown["status"], shown["turn"], shown["calendar"]) == (status, "", "")
    assert card(staged, EVENT, "vi")[0] == word
    assert data(staged, f"{EVENT}/")["eventStatus"] == f"https://schema.org/Event{status.title()}"


def test_the_card_of_an_event_has_its_days_and_place(tmp_path: Path) -> None:
    staged = typed(tmp_path, EVENT, EVENT_FIELDS.replace("{vi: Trung tâm Hội nghị, en: Convention Centre}", "cua-lach"))
    assert card(staged, EVENT, "en") == ("", ["10–11 December 2026", "Cửa Lạch Commune"], False)


def test_the_card_of_a_past_event_says_that_it_is_past(tmp_path: Path) -> None:
    staged = typed(tmp_path, EVENT, EVENT_FIELDS, now="2026-12-11T16:30:00+07:00")
    assert card(staged, EVENT, "en")[0] == "Past"


def test_machines_are_told_when_and_where(tmp_path: Path) -> None:
    told = data(typed(tmp_path, EVENT, EVENT_FIELDS), f"{EVENT}/")
    assert (told["startDate"], told["endDate"]) == ("2026-12-10T08:00+07:00", "2026-12-11T16:30+07:00")
    assert told["location"] == {"@type": "Place", "name": "Trung tâm Hội nghị", "address": "Trung tâm Hội nghị"}
    assert told["eventStatus"] == "https://schema.org/EventScheduled"
    assert "image" not in told


def test_each_language_has_a_calendar_of_its_public_events_and_each_event_a_file_beside_its_page(
    tmp_path: Path,
) -> None:
    alone = dated("events/2026/10/rieng", "2026-10-01", "start: 2027-01-05", title="Ngày hội", english=None)
    untimed = dated("events/2026/10/chua-ro", "2026-10-01", title="Chưa rõ ngày", english="No day yet")
    files = {**REGISTRIES, **typed_files(EVENT, EVENT_FIELDS), **alone, **untimed}
    agendas = {each.url: each for each in stage(tmp_path, files, NOW).prepared.extras.agendas}
    assert sorted(agendas) == [
        f"en/{EVENT}/event.ics",
        "en/events/calendar.ics",
        "events/2026/10/rieng/event.ics",
        f"{EVENT}/event.ics",
        "events/calendar.ics",
    ]
    vi, en = agendas["events/calendar.ics"], agendas["en/events/calendar.ics"]
    assert [each.title for each in vi.appointments] == ["Hội nghị xúc tiến đầu tư Nghệ An", "Ngày hội"]
    assert [each.title for each in en.appointments] == ["Nghệ An investment conference"]
    assert vi.appointments[0].uid == en.appointments[0].uid
    assert en.name.startswith("Events – ")


def test_an_appointment_keeps_its_name_when_the_bulletin_moves_and_counts_its_changes(tmp_path: Path) -> None:
    first = typed(tmp_path, EVENT, EVENT_FIELDS).prepared.extras.agendas[0].appointments[0]
    moved = f"{EVENT_FIELDS}redirect_from: [{EVENT}]\nupdated: 2026-03-09\nevent_status: postponed"
    second = typed(tmp_path / "later", "events/2026/11/hoi-nghi-moi", moved).prepared.extras.agendas[0].appointments[0]
    assert second.uid == first.uid
    assert (first.sequence, second.sequence) == (0, 4)
    assert (second.changed - first.changed).days == 4
    assert second.title == f"Hoãn: {first.title}"


# The press

PRESS = "press/2026/11/bao-chi"


def test_one_report_and_several_are_told_in_the_same_way(tmp_path: Path) -> None:
    one = "outlet: Shiokaze Keizai\nlink: https://example.com/a\npublished_on: 2026-03-01\nlanguage: ja"
    shown = details(typed(tmp_path, PRESS, one), f"en/{PRESS}/")["reports"]
    assert [(each["outlet"]["text"], each["language"], each["date"]["text"]) for each in shown] == [
        ("Shiokaze Keizai", "Japanese", "1 March 2026")
    ]
    several = 'links:\n  - {outlet: Küstenblatt, title: Salz aus Sand, link: "https://example.de/", language: de}'
    (shown,) = details(typed(tmp_path / "several", PRESS, several), f"{PRESS}/")["reports"]
    assert (shown["title"], shown["tag"], shown["language"], shown["date"]) == (
        "Salz aus Sand",
        "de",
        "Tiếng Đức",
        None,
    )


@pytest.mark.parametrize(
    ("language", "tag", "name"),
    [
        ("ja", "vi", "Tiếng Nhật"),
        ("zh-Hant", "en", "Traditional Chinese"),
        ("pt-BR-x", "en", "Brazilian Portuguese"),
        ("ja", "fr", "Japonais"),
        ("xqx", "en", "xqx"),
        ("", "en", ""),
    ],
)
def test_languages_are_called_by_their_names(language: str, tag: str, name: str) -> None:
    assert language_name(language, tag) == name


# Documents

OLD, NEW = "documents/quyet-dinh-31", "documents/quyet-dinh-15"
OLD_FIELDS = """
number: 31/2021/QĐ-UBND
kind: decision
issuer: ppc
issued_on: 2021-06-22
effective_on: 2021-07-05
legal_status: repealed
repealed_by: 15/2026/QĐ-UBND
text: toan-van.pdf
"""
NEW_FIELDS = "number: 15/2026/QĐ-UBND\nkind: decision\nissued_on: 2026-03-18\neffective_on: 2026-04-01\nlegal_status: "


def documents(folder: Path, now: str = NOW, status: str = "in-force") -> Staged:
    speaks = dated("news/2026/03/tin", "2026-03-06", title="Tin về văn bản", english=None)
    text = str(speaks["news/2026/03/tin/index.vi.md"]).replace("Nội dung.", "Theo Quyết định 31/2021/QĐ-UBND.")
    others: Files = {
        **typed_files(NEW, NEW_FIELDS + status),
        f"{OLD}/toan-van.pdf": b"%PDF-1.4\n",
        **speaks,
        "news/2026/03/tin/index.vi.md": text,
    }
    return typed(folder, OLD, OLD_FIELDS, now=now, others=others)


def test_a_repealed_document_leads_to_the_one_that_repealed_it_and_back(tmp_path: Path) -> None:
    staged = documents(tmp_path)
    old, new = details(staged, f"en/{OLD}/"), details(staged, f"en/{NEW}/")
    assert old["status"] == "repealed"
    assert old["repealed_by"] == {"text": "Decision 15/2026/QĐ-UBND", "url": f"en/{NEW}/", "tag": ""}
    assert new["repeals"] == [{"text": "Decision 31/2021/QĐ-UBND", "url": f"en/{OLD}/", "tag": ""}]
    assert card(staged, OLD, "en")[:2] == ("Repealed", ["31/2021/QĐ-UBND"])
    assert card(staged, NEW, "en")[:2] == ("", ["15/2026/QĐ-UBND", "In force"])


def test_a_document_without_a_page_is_named_and_not_linked(tmp_path: Path) -> None:
    fields = OLD_FIELDS.replace("text: toan-van.pdf", "text: https://example.org/van-ban")
    shown = details(typed(tmp_path, OLD, fields), f"{OLD}/")
    assert shown["repealed_by"] == {"text": "15/2026/QĐ-UBND", "url": "", "tag": ""}
    assert shown["text"] == {"url": "https://example.org/van-ban", "is_file": False, "form": ""}


def test_the_file_of_the_full_text_is_published_and_named_by_its_form(tmp_path: Path) -> None:
    staged = documents(tmp_path)
    url = f"{OLD}/toan-van.pdf"
    assert details(staged, f"{OLD}/")["text"] == {"url": url, "is_file": True, "form": "PDF"}
    assert url in [file.url for file in staged.prepared.files]


def test_a_document_s_page_leads_to_what_speaks_of_it_in_the_same_language(tmp_path: Path) -> None:
    staged = documents(tmp_path)
    assert [each["title"] for each in details(staged, f"{OLD}/")["mentions"]] == ["Tin về văn bản"]
    assert details(staged, f"en/{OLD}/")["mentions"] == []


@pytest.mark.parametrize(
    ("status", "now", "shown"),
    [
        pytest.param("not-yet-in-force", "2026-03-31T23:59:59+07:00", "not_yet", id="before-its-day"),
        pytest.param("not-yet-in-force", "2026-04-01T00:00:00+07:00", "in_force", id="from-its-day"),
        pytest.param("in-force", "2026-03-31T23:59:59+07:00", "not_yet", id="said-too-early"),
        pytest.param("partly-repealed", "2026-04-01T00:00:00+07:00", "partly_repealed", id="time-repeals-nothing"),
    ],
)
def test_a_document_comes_into_force_by_itself(tmp_path: Path, status: str, now: str, shown: str) -> None:
    assert details(documents(tmp_path, now, status), f"{NEW}/")["status"] == shown


def test_machines_are_told_what_a_document_is_and_whether_it_holds(tmp_path: Path) -> None:
    staged = documents(tmp_path)
    old, new = data(staged, f"{OLD}/"), data(staged, f"en/{NEW}/")
    assert (old["@type"], old["legislationIdentifier"]) == ("Legislation", "31/2021/QĐ-UBND")
    assert old["legislationPassedBy"]["name"] == "Ủy ban nhân dân tỉnh"
    forces = (old["legislationLegalForce"], new["legislationLegalForce"])
    assert forces == ("https://schema.org/NotInForce", "https://schema.org/InForce")
    assert old["encoding"]["contentUrl"].endswith(f".example/{OLD}/toan-van.pdf")
    assert new["legislationRepeals"][0]["legislationIdentifier"] == "31/2021/QĐ-UBND"
    assert new["legislationType"] == "Decision"


def test_a_number_in_a_title_is_kept_on_one_line(tmp_path: Path) -> None:
    fields = NEW_FIELDS + "in-force"
    files = typed_files(NEW, fields)
    name = f"{NEW}/index.vi.md"
    files[name] = str(files[name]).replace("Hội nghị xúc tiến đầu tư Nghệ An", "Quyết định 15/2026/QĐ-UBND về hỗ trợ")
    staged = stage(tmp_path, {**REGISTRIES, **files, **LENIENT}, NOW)
    assert details(staged, f"{NEW}/")["heading"] == {"before": "Quyết định ", "after": " về hỗ trợ"}
    assert details(staged, f"en/{NEW}/")["heading"] is None


# Opportunities

OFFER = "opportunities/dien-gio"
OFFER_FIELDS = """
capital: 9.800 tỷ đồng
area: 12 ha
sector: wind
contact: "Trung tâm Xúc tiến đầu tư, điện thoại +84 000 000 120, ipc@example.org"
as_of: 2026-03-01
expires: 2026-12-31
"""
OFFER_ENGLISH = """
capital: VND 9,800 billion
area: 12 ha
contact: "Investment Promotion Centre, telephone +84 000 000 120, ipc@example.org"
"""


@pytest.mark.parametrize(
    ("now", "state", "facts"),
    [
        pytest.param(
            "2026-12-31T23:59:59+07:00", "", ["Capital: VND 9,800 billion", "Open until 31 December 2026"], id="open"
        ),
        pytest.param(
            "2027-01-01T00:00:00+07:00", "Closed after 31 December 2026", ["Capital: VND 9,800 billion"], id="closed"
        ),
    ],
)
def test_an_offer_is_open_until_the_end_of_its_last_day(tmp_path: Path, now: str, state: str, facts: list[str]) -> None:
    staged = typed(tmp_path, OFFER, OFFER_FIELDS, OFFER_ENGLISH, now=now)
    assert details(staged, f"en/{OFFER}/")["is_closed"] is bool(state)
    assert card(staged, OFFER, "en")[:2] == (state, facts)


def test_an_offer_has_its_key_facts_in_the_reader_s_language(tmp_path: Path) -> None:
    shown = details(typed(tmp_path, OFFER, OFFER_FIELDS, OFFER_ENGLISH), f"en/{OFFER}/")
    assert (shown["capital"]["text"], shown["sector"]["text"]) == ("VND 9,800 billion", "Wind power")
    assert shown["as_of"]["text"] == "1 March 2026"


def test_whom_to_ask_can_be_called_and_written_to(tmp_path: Path) -> None:
    contact = details(typed(tmp_path, OFFER, OFFER_FIELDS, OFFER_ENGLISH), f"{OFFER}/")["contact"]
    assert said(contact["name"]) == "Trung tâm Xúc tiến đầu tư, điện thoại +84 000 000 120, ipc@example.org"
    urls = [part["url"] for part in contact["name"] if part["url"]]
    assert urls == ["tel:+84000000120", "mailto:ipc@example.org"]
    person = 'contact: {name: Nguyễn Văn B, phone: "+84 (0) 238 123-456", email: b@example.org}'
    contact = details(typed(tmp_path / "person", OFFER, person), f"{OFFER}/")["contact"]
    assert (contact["call"], contact["email"]) == ("+84238123456", "b@example.org")
