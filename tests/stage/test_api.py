"""The interface for machines: every file by its schema, and nothing that is not public."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from bulletin.model.calendar import parse_instant
from bulletin.prepared import Prepared, prepare
from bulletin.stage.api.texts import absolute, plain
from jsonschema import Draft202012Validator, FormatChecker

from tests.site.kinds import RICH, RICH_EN, SVG, WITHDRAWN, write_kinds
from tests.stage.sites import TOPICS, dated, stage
from tests.trees import KEY, NOW, ROOT, SOURCE, TRANSLATION, pair, with_body, with_field, write_docs

API = "api/v1/"
DEMO = ROOT / "examples/demo-province/docs"


def files_of(prepared: Prepared) -> dict[str, Any]:
    """Address below the interface → value."""
    return {file.url.removeprefix(API): json.loads(file.data) for file in prepared.extras.api}


def api(folder: Path, files: dict[str, str | bytes], now: str = NOW) -> dict[str, Any]:
    return files_of(stage(folder, files, now).prepared)


def keys(listed: dict[str, Any]) -> list[str]:
    return [item["key"] for item in listed["items"]]


@pytest.fixture(scope="module", params=["demo", "kinds"])
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    if request.param == "demo":
        return files_of(prepare(DEMO, parse_instant("2026-11-20T09:00+07:00")))
    return files_of(prepare(write_kinds(tmp_path_factory.mktemp("kinds")), parse_instant("2026-11-20T09:00+07:00")))


def closed(schema: Any) -> Any:  # noqa: ANN401 - a part of a schema
    """The schema as it is today: a field that it does not name may come later, but is not there yet."""
    if isinstance(schema, dict):
        found = {name: closed(value) for name, value in schema.items()}
        return {"additionalProperties": False, **found} if "properties" in schema and "type" in schema else found
    return [closed(each) for each in schema] if isinstance(schema, list) else schema


def values_in(value: Any) -> Iterator[Any]:  # noqa: ANN401 - any JSON
    yield value
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from values_in(each)


# The schema


def test_every_file_is_as_the_schema_says_and_has_nothing_that_it_does_not_name(files: dict[str, Any]) -> None:
    schema = closed(files["schema.json"])
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    wrong = {
        name: [error.message for error in validator.iter_errors(value)]
        for name, value in files.items()
        if name != "schema.json"
    }
    assert {name: errors for name, errors in wrong.items() if errors} == {}
    assert len(wrong) > 25


def test_a_field_that_nobody_documented_is_told(files: dict[str, Any]) -> None:
    validator = Draft202012Validator(closed(files["schema.json"]))
    spoiled = deepcopy(files["index.json"])
    spoiled["licence"]["secret"] = "x"
    assert not validator.is_valid(spoiled)
    assert Draft202012Validator(files["schema.json"]).is_valid(spoiled)  # a later edition may have it


def test_what_is_not_known_is_left_out(files: dict[str, Any]) -> None:
    lists = [id(value["items"]) for value in files.values() if "items" in value]
    for name, value in files.items():
        if name == "schema.json":
            continue
        years = id(files["index.json"]["years"])
        nothing = [
            each for each in values_in(value) if each in (None, "", {}) or (each == [] and id(each) not in lists)
        ]
        assert [each for each in nothing if id(each) != years] == [], name


def test_every_text_is_nfc_and_every_file_the_same_bytes_each_time(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", {**pair(), **dated("news/2026/03/b", "2026-03-06")})
    prepared = prepare(docs, parse_instant(NOW))
    first, second = list(prepared.extras.api), list(prepared.extras.api)
    assert first == second
    assert all(unicodedata.is_normalized("NFC", file.data.decode()) for file in first)


# What is public


def test_nothing_of_what_is_not_public_is_in_any_file(tmp_path: Path) -> None:
    secret = "KHÔNGAITHẤY"
    hidden = dated("news/2026/03/a", "2026-03-05", title=f"{secret} bài")
    draft = {name: str(text).replace("status: published", "status: draft") for name, text in hidden.items()}
    embargoed = dated("news/2026/03/b", "2026-03-05", "embargo_until: 2026-04-01T08:00+07:00", title=secret)
    later = dated("news/2026/04/c", "2026-04-05", title=secret)
    translation = with_body(TRANSLATION, secret).replace("status: reviewed", "status: draft")
    withdrawn = WITHDRAWN.replace("2026-10", "2026-03").replace("Tin đã gỡ", secret).replace("Nội dung", secret)
    files = {
        **draft,
        **embargoed,
        **later,
        **pair(source=SOURCE, translation=translation.replace("title: ", f"title: {secret} ")),
        "news/2026/03/d/index.vi.md": withdrawn,
    }
    given = api(tmp_path, {**files})
    assert secret not in json.dumps(given, ensure_ascii=False)
    assert keys(given["bulletins/2026.json"]) == [KEY, "news/2026/03/d"]
    assert [each["lang"] for each in given[f"bulletins/{KEY}.json"]["editions"]] == ["vi"]
    assert {name for name in given if name.startswith("bulletins/news")} == {
        f"bulletins/{KEY}.json",
        "bulletins/news/2026/03/d.json",
    }


def test_a_field_of_a_type_is_told_only_in_the_languages_that_are_public(tmp_path: Path) -> None:
    key = "clarifications/2026/03/phi"
    claim = with_field(SOURCE, "claim: {vi: Tỉnh thu phí., en: There is a fee.}", "verdict: false")
    translation = TRANSLATION.replace("status: reviewed", "status: draft")
    details = api(tmp_path, pair(key, claim, translation))[f"bulletins/{key}.json"]["details"]
    assert details == {
        "type": "claim",
        "claim": {"vi": "Tỉnh thu phí."},
        "verdict": {"value": "false", "name": {"vi": "Sai sự thật"}},
    }


def test_of_a_withdrawn_bulletin_there_is_the_reason_and_no_text(tmp_path: Path) -> None:
    given = api(tmp_path, {"news/2026/10/da-go/index.vi.md": WITHDRAWN}, "2026-10-20T08:00+07:00")
    told = given["bulletins/news/2026/10/da-go.json"]
    assert told == {
        "kind": "bulletin",
        "status": "withdrawn",
        "id": "news/2026/10/da-go",
        "key": "news/2026/10/da-go",
        "section": "news",
        "withdrawn_on": "2026-10-07",
        "reason": {
            "vi": "Số liệu trong bài chưa được cơ quan thống kê xác nhận.",
            "en": "The statistics office had not confirmed the figures.",
        },
    }
    assert given["bulletins/2026.json"]["items"][0]["status"] == "withdrawn"
    assert given["newest.json"]["items"] == []
    assert given["index.json"]["changed_on"] == "2026-10-07"


def test_a_former_key_leads_to_the_present_one_and_the_id_stays(tmp_path: Path) -> None:
    given = api(tmp_path, pair(source=with_field(SOURCE, "redirect_from: [news/2026/02/ten-cu, news/2026/03/ten-moi]")))
    file = given[f"bulletins/{KEY}.json"]
    assert (file["id"], file["former_keys"]) == ("news/2026/02/ten-cu", ["news/2026/02/ten-cu", "news/2026/03/ten-moi"])
    moved = given["bulletins/news/2026/02/ten-cu.json"]
    assert (moved["status"], moved["now"]) == ("moved", KEY)
    assert moved["file"].endswith(f"/api/v1/bulletins/{KEY}.json")


# Lists


def test_a_year_has_all_its_bulletins_the_newest_first_and_standing_ones_are_apart(tmp_path: Path) -> None:
    files = {
        **dated("news/2026/03/a", "2026-03-05"),
        **dated("news/2026/03/b", "2026-03-07"),
        **dated("press/2025/12/c", "2025-12-31"),
        **dated("documents/d", "2026-03-01"),
    }
    given = api(tmp_path, files)
    assert keys(given["bulletins/2026.json"]) == ["news/2026/03/b", "news/2026/03/a"]
    assert keys(given["bulletins/2025.json"]) == ["press/2025/12/c"]
    assert keys(given["bulletins/standing.json"]) == ["documents/d"]
    assert [(each["year"], each["count"]) for each in given["index.json"]["years"]] == [(2026, 2), (2025, 1)]
    assert keys(given["newest.json"]) == ["news/2026/03/b", "news/2026/03/a", "press/2025/12/c"]


def test_the_newest_are_twenty(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {}
    for day in range(1, 16):
        files |= dated(f"news/2026/03/a{day}", f"2026-03-{day:02}") | dated(
            f"press/2026/02/b{day}", f"2026-02-{day:02}"
        )
    given = api(tmp_path, files)
    assert len(keys(given["newest.json"])) == 20
    assert keys(given["newest.json"])[:2] == ["news/2026/03/a15", "news/2026/03/a14"]
    assert len(keys(given["bulletins/2026.json"])) == 30


def test_a_new_bulletin_changes_lists_and_no_file_of_another(tmp_path: Path) -> None:
    old = dated("news/2026/03/a", "2026-03-05") | dated("news/2025/03/z", "2025-03-05")
    before = stage(tmp_path / "before", old).prepared.extras.api
    after = stage(tmp_path / "after", old | dated("news/2026/03/b", "2026-03-06")).prepared.extras.api
    was = {file.url.removeprefix(API): file.data for file in before}
    changed = {file.url.removeprefix(API) for file in after if was.get(file.url.removeprefix(API)) != file.data}
    assert changed == {"index.json", "newest.json", "bulletins/2026.json", "bulletins/news/2026/03/b.json"}


def test_a_digest_in_a_list_is_that_of_the_file(files: dict[str, Any], tmp_path: Path) -> None:
    given = {file.url: file.data for file in stage(tmp_path, pair()).prepared.extras.api}
    digest = hashlib.sha256(given[f"{API}bulletins/{KEY}.json"]).hexdigest()[:16]
    assert digest in json.dumps(api(tmp_path, pair())["bulletins/2026.json"])
    for name, value in files.items():
        for item in value["items"] if value.get("kind") == "bulletins" else []:
            assert item["file"].endswith(f"bulletins/{item['key']}.json"), name
            assert f"bulletins/{item['key']}.json" in files


def test_only_words_in_use_are_in_a_registry_and_a_successor_is_named(tmp_path: Path) -> None:
    agencies = (
        "dpi: {vi: Sở Kế hoạch và Đầu tư, en: Department of Planning and Investment, until: 2026-03-10, successor: dof}\n"
        "dof: {vi: Sở Tài chính, en: Department of Finance}\nidle: {vi: Sở Không việc, en: Department of Nothing}\n"
    )
    data = {"_data/topics.yml": TOPICS, "_data/agencies.yml": agencies}
    source = with_field(SOURCE, "topics: [culture]", "agencies: [dpi]", "audience: [press]")
    given = api(tmp_path, {**pair(source=source), **data})
    site = "https://ban-tin-nghe-an.example/"
    assert given["topics.json"]["items"] == [
        {
            "key": "culture",
            "name": {"vi": "Văn hóa", "en": "Culture"},
            "url": {"vi": f"{site}topics/culture/", "en": f"{site}en/topics/culture/"},
        }
    ]
    assert [(each["key"], each.get("until"), each.get("successor")) for each in given["agencies.json"]["items"]] == [
        ("dpi", "2026-03-10", "dof"),
        ("dof", None, None),
    ]
    assert [each["name"] for each in given["audience.json"]["items"]] == [{"vi": "Báo chí", "en": "The press"}]
    assert given["places.json"]["items"] == []
    file = given[f"bulletins/{KEY}.json"]
    assert (file["topics"], file["agencies"], file["audience"]) == (["culture"], ["dpi"], ["press"])


def test_a_site_without_bulletins_has_every_file_that_every_site_has(tmp_path: Path) -> None:
    given = api(tmp_path, {})
    assert given["newest.json"]["items"] == given["bulletins/standing.json"]["items"] == []
    assert given["index.json"]["years"] == []
    validator = Draft202012Validator(closed(given["schema.json"]))
    assert all(validator.is_valid(value) for name, value in given.items() if name != "schema.json")


# Editions


def test_an_edition_has_all_that_its_page_has(tmp_path: Path) -> None:
    key = "news/2026/10/danh-muc"
    files = {**pair(key, RICH, RICH_EN), f"{key}/anh.svg": SVG, "_data/topics.yml": TOPICS}
    given = api(tmp_path, files, "2026-11-20T08:00+07:00")[f"bulletins/{key}.json"]
    vietnamese, english = given["editions"]
    site = "https://ban-tin-nghe-an.example/"
    assert (given["date"], given["updated"], given["changed_on"]) == ("2026-10-06", "2026-10-08", "2026-10-08")
    assert given["side_by_side"] == f"{site}both/{key}/"
    assert vietnamese["corrections"] == [{"on": "2026-10-07", "note": "Sửa số dự án từ 11 thành 12."}]
    assert vietnamese["source"] == {
        "name": "Cổng thông tin",
        "url": "https://nghean.gov.vn/",
        "rights": "Giữ bản quyền",
    }
    assert vietnamese["image"] == {
        "url": f"{site}{key}/anh.svg",
        "alt": "Hình vẽ núi và biển",
        "caption": "Hình minh họa: núi và biển",
        "credit": "Minh họa của dự án",
        "width": 1200,
        "height": 675,
    }
    assert "translation" not in vietnamese
    assert english["translation"] == {
        "of": "vi",
        "status": "reviewed",
        "standing": {"state": "current", "on": "2026-10-08"},
    }
    assert f'src="{site}{key}/anh.svg"' in english["body_html"]
    assert f'href="{site}en/{key}/#fn:1"' in english["body_html"]
    assert "Project\tCapital (VND billion)\nCửa Lò port\t850.5" in english["body_text"]
    assert "m² and a link.[1]\n\nThe list" in english["body_text"]


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    title = 'Tỉnh thông báo với bạn đọc </script><script>alert(1)</script> về “a” \\" \\u0000 🏞'
    source = SOURCE.replace("title: Hội nghị xúc tiến đầu tư Nghệ An", f"title: '{title}'")
    body = 'Mã `<a href="x.html" onclick="y">` và ` src="z"`, [liên kết](https://example.org/?a=1&b=2 "tựa href=").\n'
    given = api(tmp_path, pair(source=with_body(source, body), translation=None))[f"bulletins/{KEY}.json"]
    (edition,) = given["editions"]
    assert edition["title"] == title
    assert '&lt;a href="x.html" onclick="y"&gt;' in edition["body_html"]
    assert '<a href="x.html" onclick="y">' in edition["body_text"]
    assert '<a href="https://example.org/?a=1&amp;b=2" title="tựa href=">' in edition["body_html"]


# Texts


@pytest.mark.parametrize(
    ("html", "moved"),
    [
        pytest.param('<a href="../b/">x</a>', '<a href="https://a.example/en/b/">x</a>', id="relative"),
        pytest.param('<a href="#fn:1">x</a>', '<a href="https://a.example/en/a/#fn:1">x</a>', id="anchor"),
        pytest.param('<a href="tel:+84">x</a>', '<a href="tel:+84">x</a>', id="telephone"),
        pytest.param(
            '<a href="https://b.example/?x=1&amp;y=2">x</a>',
            '<a href="https://b.example/?x=1&amp;y=2">x</a>',
            id="elsewhere",
        ),
        pytest.param(
            '<img src="a.webp" srcset="a.webp 480w, ../b.webp 800w" alt="x > y">',
            '<img src="https://a.example/en/a/a.webp" srcset="https://a.example/en/a/a.webp 480w, '
            'https://a.example/en/b.webp 800w" alt="x > y">',
            id="sizes",
        ),
        pytest.param('<p data-block="3">x</p>', "<p>x</p>", id="our-own-number"),
        pytest.param(
            '<a title="x href=" href="../b/">x</a>',
            '<a title="x href=" href="https://a.example/en/b/">x</a>',
            id="in-a-value",
        ),
        pytest.param(
            '<code>&lt;a href="x"&gt; href="y"</code>', '<code>&lt;a href="x"&gt; href="y"</code>', id="in-a-text"
        ),
    ],
)
def test_addresses_lead_from_anywhere(html: str, moved: str) -> None:
    assert absolute(html, "https://a.example/en/a/") == moved


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("<h2>A</h2>\n<p>b\nc <b>d</b></p>\n<p>e</p>", "A\n\nb c d\n\ne", id="paragraphs"),
        pytest.param("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "a\nb", id="list"),
        pytest.param("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td></td></tr></table>", "a\tb\n1", id="table"),
        pytest.param("<p>100 km<sup>2</sup>, CO<sub>2</sub>, n<sup>th</sup></p>", "100 km², CO₂, nth", id="powers"),
        pytest.param("<p>a &lt;b&gt; &amp;amp; c</p>", "a <b> &amp; c", id="signs"),
        pytest.param("<p>a\x1d\x1e\x1fb</p>", "a b", id="our-own-marks"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_words_without_markup(html: str, text: str) -> None:
    assert plain(html) == text


# The page for people


@pytest.mark.parametrize(("tag", "url"), [("vi", "api/v1/"), ("en", "en/api/v1/")])
def test_the_page_tells_every_field_of_the_schema_in_the_readers_language(tmp_path: Path, tag: str, url: str) -> None:
    staged = stage(tmp_path, pair())
    page = staged[url]
    schema = files_of(staged.prepared)["schema.json"]
    kinds: Any = page.content["kinds"]
    told = {kind["name"]: [field["name"] for field in kind["fields"]] for kind in kinds}
    assert told == {name: [*kind["properties"]] for name, kind in schema["$defs"].items()}
    always = {kind["name"]: [field["name"] for field in kind["fields"] if field["is_always"]] for kind in kinds}
    assert always == {name: kind["required"] for name, kind in schema["$defs"].items()}
    assert all(field["of"] in ("", *told) for kind in kinds for field in kind["fields"])
    texts = [field["text"] for kind in kinds for field in kind["fields"]]
    assert ("Tiêu đề." in texts, "The title." in texts) == (tag == "vi", tag == "en")
    assert page.is_indexable
    assert set(page.alternates) == {"vi", "en"}


def test_the_page_is_the_same_whatever_is_published(tmp_path: Path) -> None:
    pages = [stage(tmp_path / name, files)["api/v1/"] for name, files in {"a": pair(), "b": {}}.items()]
    assert pages[0] == pages[1]
