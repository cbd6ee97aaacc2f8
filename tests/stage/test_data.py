"""What pages tell machines: of which type an edition is, whose it is, of what a translation, and where an event is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from bulletin.model.kinds import Event, Named
from bulletin.model.locale import with_territory
from bulletin.stage.data.pictures import addresses, lead_of, shared_picture
from bulletin.stage.details.whereabouts import whereabouts

from tests.stage.sites import ENGLISH, STANDING, TOPICS, Staged, dated, stage
from tests.trees import KEY, ROOT, SOURCE, TRANSLATION, pair, with_field

NOW = "2026-03-20T08:00:00+07:00"
REGISTRIES: dict[str, str | bytes] = {
    "_data/topics.yml": TOPICS,
    "_data/people.yml": "a: {vi: Minh Anh, en: Minh Anh}\n",
    "_data/agencies.yml": "dofa: {vi: Sở Ngoại vụ, en: Department of Foreign Affairs}\n",
    "_data/places.yml": "vinh: {vi: Thành phố Vinh, en: Vinh City}\n",
}


def nodes(staged: Staged, url: str) -> list[dict[str, Any]]:
    data: Any = staged[url].content.get("data")
    return list(data["@graph"]) if data else []


def article(staged: Staged, url: str = f"{KEY}/") -> dict[str, Any]:
    return nodes(staged, url)[0]


def told(
    folder: Path, *fields: str, english: tuple[str, ...] = (), others: Mapping[str, str | bytes] | None = None
) -> Staged:
    files = pair(KEY, with_field(SOURCE, *fields), with_field(TRANSLATION, *english))
    return stage(folder, {**REGISTRIES, **files, **(others or {})}, NOW)


# Types and addresses


@pytest.mark.parametrize("section", ["news", "features", "clarifications", "events", "press"])
def test_every_dated_bulletin_is_an_article_of_news(tmp_path: Path, section: str) -> None:
    key = f"{section}/2026/03/bai"
    staged = stage(tmp_path, dated(key, "2026-03-05"))
    for url, tag in ((f"{key}/", "vi"), (f"en/{key}/", "en")):
        found = article(staged, url)
        assert (found["@type"], found["inLanguage"], found["datePublished"]) == ("NewsArticle", tag, "2026-03-05")
        assert found["@id"] == f"{found['url']}#article"


def test_a_standing_page_tells_about_the_publisher_and_other_pages_are_web_pages(tmp_path: Path) -> None:
    offer = with_field(STANDING, "expires: 2026-12-31")
    files = {"about/organisation/index.vi.md": STANDING, "opportunities/kho/index.vi.md": offer}
    staged = stage(tmp_path, files, NOW)
    assert article(staged, "about/organisation/")["@type"] == "AboutPage"
    assert article(staged, "opportunities/kho/")["@type"] == "WebPage"


def test_a_page_that_nobody_may_keep_tells_nothing(tmp_path: Path) -> None:
    staged = stage(tmp_path, dated("news/2026/03/bai", "2026-03-05", english=None))
    assert nodes(staged, "en/news/2026/03/bai/") == []
    assert staged["en/news/2026/03/bai/"].content["social"] is None


# Translations


def test_a_translation_and_its_source_name_each_other(tmp_path: Path) -> None:
    staged = told(tmp_path)
    source, translation = article(staged), article(staged, f"en/{KEY}/")
    assert source["workTranslation"] == [{"@id": translation["@id"]}]
    assert translation["translationOfWork"] == {"@id": source["@id"]}
    assert "translationOfWork" not in source
    assert "workTranslation" not in translation


def test_nobody_is_told_of_an_edition_that_is_not_public(tmp_path: Path) -> None:
    later = TRANSLATION.replace("checked: 2026-03-05}", "checked: 2026-03-05}\nembargo_until: 2027-01-01")
    staged = stage(tmp_path, {**REGISTRIES, **pair(KEY, SOURCE, later)}, NOW)
    assert "workTranslation" not in article(staged)
    assert staged.prepared.extras.headlines[0].url == f"{KEY}/"
    assert "en/" not in str([each.url for each in staged.prepared.extras.headlines])
    others: Any = staged[f"{KEY}/"].content["social"]
    assert others["others"] == []


# Whose


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        pytest.param("Nguyễn Thùy Dương", [("Person", "Nguyễn Thùy Dương")], id="a-person-is-called-alike-everywhere"),
        pytest.param("Minh Anh", [("Person", "Minh Anh")], id="in-the-registry"),
        pytest.param(
            "Hà Phương Chi, Tạ Minh Khuê", [("Person", "Hà Phương Chi"), ("Person", "Tạ Minh Khuê")], id="two"
        ),
        pytest.param("Jean-Luc O’Neill", [("Person", "Jean-Luc O’Neill")], id="foreign"),
    ],
)
def test_a_byline_that_names_people_says_so(tmp_path: Path, byline: str, author: list[tuple[str, str]]) -> None:
    found = article(told(tmp_path, f'author: "{byline}"'))
    people = found["author"] if isinstance(found["author"], list) else [found["author"]]
    assert [(each["@type"], each["name"]) for each in people] == author
    assert "creditText" not in found


@pytest.mark.parametrize(
    "byline",
    [
        pytest.param('"Ban biên tập"', id="a-desk"),
        pytest.param("{vi: Phòng Biên tập, en: Editorial Desk}", id="a-desk-is-translated"),
        pytest.param('"Báo Nghệ An"', id="a-newspaper"),
        pytest.param('"TTXVN"', id="an-agency"),
        pytest.param('"Tổ dịch, Nguyễn Văn A"', id="a-desk-and-a-person"),
    ],
)
def test_what_is_not_surely_a_person_is_credited_in_its_own_words(tmp_path: Path, byline: str) -> None:
    staged = told(tmp_path, f"author: {byline}")
    for found in (article(staged), article(staged, f"en/{KEY}/")):
        assert found["author"] == found["publisher"]
        assert found["creditText"] in byline


def test_an_agency_of_the_registry_is_an_author(tmp_path: Path) -> None:
    staged = told(tmp_path, "author: {vi: Sở Ngoại vụ, en: Department of Foreign Affairs}")
    assert article(staged, f"en/{KEY}/")["author"] == {"@type": "Organization", "name": "Department of Foreign Affairs"}


def test_a_text_without_a_byline_is_the_publishers(tmp_path: Path) -> None:
    found = article(told(tmp_path))
    assert found["author"] == found["publisher"]
    assert found["publisher"]["@type"] == "Organization"
    assert found["license"].startswith("https://creativecommons.org/")


def test_what_was_taken_from_elsewhere_names_its_source_and_its_rights(tmp_path: Path) -> None:
    found = article(told(tmp_path, 'source: {name: TTXVN, url: "https://example.org/a", rights: Giữ bản quyền}'))
    assert (found["sourceOrganization"]["name"], found["isBasedOn"]) == ("TTXVN", "https://example.org/a")
    assert found["copyrightNotice"] == "Giữ bản quyền"
    assert "license" not in found


def test_topics_places_and_corrections_are_told(tmp_path: Path) -> None:
    staged = told(
        tmp_path,
        *(
            "topics: [investment]",
            "places: [vinh]",
            "agencies: [dofa]",
            "corrections: [{on: 2026-03-07, note: Sửa số.}]",
        ),
    )
    found = article(staged, f"en/{KEY}/")
    assert (found["keywords"], found["contentLocation"][0]["name"]) == (["Investment"], "Vinh City")
    assert found["mentions"] == [{"@type": "Organization", "name": "Department of Foreign Affairs"}]
    (correction,) = article(staged)["correction"]
    assert correction == {"@type": "CorrectionComment", "datePublished": "2026-03-07", "text": "Sửa số."}


def test_only_a_configuration_makes_the_publisher_an_authority(tmp_path: Path) -> None:
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert nodes(told(tmp_path), "")[1]["@type"] == "Organization"
    marked = config.replace("    international: en\n", "    international: en\n    agency_kind: government\n")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "mkdocs.yml").write_text(marked, encoding="utf-8")
    staged = told(tmp_path / "other")
    assert nodes(staged, "")[1]["@type"] == "GovernmentOrganization"
    assert article(staged)["publisher"]["@type"] == "GovernmentOrganization"


# Where an event is


@pytest.mark.parametrize(
    "place",
    [
        "Online",
        "trực tuyến",
        "Hình thức: trực tuyến",
        "Trực tuyến qua Zoom",
        "Online (Microsoft Teams)",
        "Webinar",
        "Hội nghị trực tuyến",
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_network_is_no_place(place: str, form: Any) -> None:  # noqa: ANN401 - a literal of unicodedata
    import unicodedata  # noqa: PLC0415

    said = unicodedata.normalize(form, place)
    event = Event(place=Named(text={"vi": said, "en": said}))
    assert whereabouts(event, said) == {
        "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
        "location": [],
    }
    linked = Event(place=event.place, link="https://example.org/vao")
    assert whereabouts(linked, said)["location"] == {"@type": "VirtualLocation", "url": "https://example.org/vao"}


@pytest.mark.parametrize(
    "place",
    [
        "Trung tâm Hội nghị Minh Hà",
        "Hội An",
        "Sân vận động Vinh",
        "Convention Centre",
        "Trang trại Sen",
        "Meeting room 2",
    ],
)
def test_a_place_is_a_place_with_or_without_a_link(place: str) -> None:
    event = Event(place=Named(text={"vi": place, "en": place}), link="https://example.org/")
    assert whereabouts(event, place) == {
        "eventAttendanceMode": "",
        "location": {"@type": "Place", "name": place, "address": place},
    }


@pytest.mark.parametrize(
    "place", ["Chưa xác định", "Sẽ thông báo sau", "TBA", "Venue to be announced", "Địa điểm: đang cập nhật"]
)
def test_a_place_that_nobody_knows_yet_is_none(place: str) -> None:
    assert whereabouts(Event(place=Named(text={"vi": place})), place)["location"] == []


def test_an_event_at_a_place_and_on_the_network_is_both() -> None:
    place = "Khách sạn Mường Thanh và trực tuyến"
    found: Any = whereabouts(Event(place=Named(text={"vi": place}), link="https://example.org/"), place)
    assert [each["@type"] for each in found["location"]] == ["Place", "VirtualLocation"]
    assert found["eventAttendanceMode"].endswith("/MixedEventAttendanceMode")
    unnamed = "Kết hợp trực tiếp và trực tuyến"
    assert whereabouts(Event(place=Named(text={"vi": unnamed})), unnamed)["location"] == []


def test_one_language_knows_for_both() -> None:
    event = Event(place=Named(text={"vi": "Trực tuyến", "en": "On the province’s conferencing service"}))
    assert whereabouts(event, "On the province’s conferencing service")["location"] == []


# Sharing


@pytest.mark.parametrize(
    ("tag", "locale"), [("vi", "vi_VN"), ("en", "en_US"), ("en-GB", "en_GB"), ("zh-Hant", "zh_TW"), ("lo", "lo_LA")]
)
def test_a_language_is_given_its_country(tag: str, locale: str) -> None:
    assert with_territory(tag) == locale


PHOTOGRAPH: dict[str, Any] = {
    "url": "a/b-1200.webp",
    "alt": "Núi",
    "width": 4000,
    "height": 3000,
    "variants": [{"url": "a/b-480.webp", "width": 480}, {"url": "a/b-1200.webp", "width": 1200}],
}
DRAWING: dict[str, Any] = {"url": "a/b.svg", "alt": "Núi", "width": 1200, "height": 675, "variants": []}
CARD: dict[str, Any] = {"url": "a/card-1.png", "width": 1200, "height": 630, "alt": "Tiêu đề"}


def test_a_photograph_is_shared_in_the_size_that_it_has() -> None:
    found = shared_picture({"image": PHOTOGRAPH})
    assert found is not None
    assert (found.url, found.width, found.height, found.alt) == ("a/b-1200.webp", 1200, 900, "Núi")


def test_no_network_draws_a_drawing_and_a_card_comes_first() -> None:
    assert shared_picture({"image": DRAWING}) is None
    assert shared_picture({}) is None
    found = shared_picture({"image": PHOTOGRAPH, "card": CARD})
    assert found is not None
    assert found.url == "a/card-1.png"


def test_search_engines_get_the_editors_picture_first(tmp_path: Path) -> None:
    site = told(tmp_path).prepared.site

    def urls(**content: Any) -> list[Any]:  # noqa: ANN401 - what a page shows
        return [str(url).removeprefix(site.url) for url in addresses(site, content)]

    assert urls(image=PHOTOGRAPH, card=CARD) == ["a/b-1200.webp", "a/card-1.png"]
    assert urls(image=DRAWING, card=CARD) == ["a/card-1.png"]
    assert urls(image=DRAWING) == ["a/b.svg"]
    assert lead_of({"image": {"is_shared": True, "of": []}}) is None


# News and the guide


def test_news_are_of_the_last_two_days_on_which_there_were_any_whatever_the_clock_says(tmp_path: Path) -> None:
    files = {
        **dated("news/2026/03/moi", "2026-03-10", title="Mới", english=None),
        **dated("press/2026/03/hom-truoc", "2026-03-09", title="Hôm trước", english="The day before"),
        **dated("news/2026/03/cu", "2026-03-08", title="Cũ", english="Old"),
        "news/2026/03/en-only/index.en.md": ENGLISH.replace("2026-03-05", "2026-03-10"),
    }
    found = [
        stage(tmp_path / now[:4], files, now).prepared
        for now in ("2026-03-10T09:00:00+07:00", "2031-01-01T09:00:00+07:00")
    ]
    assert [each.url for each in found[0].extras.headlines] == [
        "en/news/2026/03/en-only/",
        "news/2026/03/moi/",
        "en/press/2026/03/hom-truoc/",
        "press/2026/03/hom-truoc/",
    ]
    assert found[0].extras.headlines == found[1].extras.headlines
    assert found[0].next_change is None


def test_a_site_without_bulletins_has_no_news(tmp_path: Path) -> None:
    assert stage(tmp_path, {"about/organisation/index.vi.md": STANDING}, NOW).prepared.extras.headlines == ()


def test_a_new_bulletin_does_not_change_the_guide(tmp_path: Path) -> None:
    before = stage(tmp_path / "1", dated("news/2026/03/mot", "2026-03-05"), NOW).prepared.extras.guide
    both = {**dated("news/2026/03/mot", "2026-03-05"), **dated("news/2026/03/hai", "2026-03-06")}
    after = stage(tmp_path / "2", both, NOW).prepared.extras.guide
    assert before == after
    assert before is not None
    assert [chapter.title for chapter in before.chapters][:2] == ["Tiếng Việt (vi)", "English (en)"]
    assert "en/feeds/atom.xml" in [way.url for way in before.chapters[1].ways]
