"""Entries of registries: every field by its declared type, names in time, and files that nobody reads."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from bulletin.model.finding import CallError
from bulletin.model.registry import grouped_links, successor_on
from bulletin.source.registries import read_registries, survey_registries

from tests.checks.registered import REGISTRIES, TAGS, registries
from tests.trees import ROOT, write_docs


@pytest.mark.parametrize(
    ("files", "said"),
    [
        pytest.param(
            {"agencies.yml": "a: {vi: A, en: A, abr: {vi: B}}\n"},
            '_data/agencies.yml:1: there is no field "a.abr" here; did you mean "abbr"?',
            id="unknown-field",
        ),
        pytest.param(
            {"topics.yml": "a: {vi: A, en: A, avoid: {vi: B}}\n"},
            '_data/topics.yml:1: there is no field "a.avoid" here',
            id="a-field-of-another-registry",
        ),
        pytest.param(
            {"agencies.yml": "a:\n  vi: A\n  en: A\n  forms: {fr: B}\n"},
            '_data/agencies.yml:4: there is no field "a.forms.fr" here',
            id="unknown-locale",
        ),
        pytest.param(
            {"places.yml": "a: {vi: A, en: A, until: 30/6/2025}\n"},
            '_data/places.yml:1: "a.until" is "30/6/2025"; expected a day of the form 2026-03-05',
            id="day",
        ),
        pytest.param(
            {"places.yml": "a: {vi: A, en: A, since: 2025-07-01, until: 2025-06-30}\n"},
            '_data/places.yml:1: "a" ends on 2025-06-30, before it begins on 2025-07-01; expected until on or after since',
            id="until-before-since",
        ),
        pytest.param(
            {"places.yml": "quang-binh:\n  vi: A\n  en: A\n  successor: hu-e\nhue: {vi: B, en: B}\n"},
            '_data/places.yml:1: "quang-binh.successor" is "hu-e"; expected a key of this file; did you mean "hue"?',
            id="successor",
        ),
        pytest.param(
            {"places.yml": "a: {vi: A, en: A, successor: b}\nb: {vi: B, en: B, successor: a}\n"},
            '_data/places.yml:1: "a" follows upon itself by way of "successor"; expected a last name that still holds',
            id="successors-in-a-circle",
        ),
        pytest.param(
            {"glossary.yml": "a: {vi: A, en: A, forms: {en: [B, '…']}}\n"},
            '_data/glossary.yml:1: "a.forms.en" is "…"; expected a name with letters, of at most 200 characters',
            id="a-form-without-letters",
        ),
        pytest.param(
            {"glossary.yml": "a: {vi: A, en: A, common: maybe}\n"},
            '_data/glossary.yml:1: "a.common" is "maybe"; expected one of: vi, en',
            id="common",
        ),
        pytest.param(
            {"people.yml": "a:\n  vi: A\n  en: A\n  posts:\n    - {vi: B, en: B, form: C}\n"},
            '_data/people.yml:5: there is no field "a.posts.form" here; did you mean "forms"?',
            id="field-of-a-post",
        ),
        pytest.param(
            {"links.yml": "g: {vi: G, en: G}\na: {vi: A, en: A, group: g}\n"},
            '_data/links.yml:2: "a" has no href, so it names a group, and is in group "g"; expected an href, or no group',
            id="link-without-address",
        ),
        pytest.param(
            {"links.yml": "trong-tinh: {vi: G, en: G}\na: {vi: A, en: A, href: 'https://a.vn/', group: trong-tin}\n"},
            '_data/links.yml:2: "a.group" is "trong-tin"; expected the key of an entry without href in this file; '
            'did you mean "trong-tinh"?',
            id="group-that-is-not-there",
        ),
        pytest.param(
            {
                "links.yml": "a: {vi: A, en: A, href: 'https://a.vn/'}\nb: {vi: B, en: B, href: 'https://b.vn/', group: a}\n"
            },
            '_data/links.yml:2: "b.group" is "a"; expected the key of an entry without href in this file',
            id="group-that-is-a-link",
        ),
        pytest.param(
            {"figures.yml": "a: {vi: Dân số, en: Population}\n"},
            '_data/figures.yml:1: required field "a.value" is missing',
            id="figure-without-value",
        ),
        pytest.param(
            {"figures.yml": "a: {vi: Dân số, en: Population, value: '1', as_of: 2026}\n"},
            '_data/figures.yml:1: "a.as_of" is "2026"; expected a day of the form 2026-03-05',
            id="day-of-a-figure",
        ),
        pytest.param(
            {"topics.yml": "a: {vi: A, en: A, value: 1}\n"},
            '_data/topics.yml:1: there is no field "a.value" here',
            id="figure-in-another-registry",
        ),
        pytest.param(
            {"links.yml": "a: {vi: A, en: A, href: {vi: 'https://a.vn/', en: a.vn}}\n"},
            '_data/links.yml:1: "a.href.en" is "a.vn"; expected an https:// or http:// address',
            id="address-of-a-link",
        ),
        pytest.param(
            {"agencis.yml": ""},
            '_data/agencis.yml:1: "agencis.yml" is no file of _data/; did you mean "agencies.yml"?; expected one of: '
            "topics.yml, sectors.yml, people.yml, agencies.yml, places.yml, links.yml, glossary.yml, figures.yml, coverage.yml, approvers.yml",
            id="misspelt-file",
        ),
        pytest.param(
            {"topics.yaml": ""}, '"topics.yaml" is no file of _data/; did you mean "topics.yml"?', id="ending"
        ),
    ],
)
def test_a_wrong_registry_stops_everything_with_its_place(files: dict[str, str], said: str, tmp_path: Path) -> None:
    docs = write_docs(tmp_path, {f"_data/{name}": text for name, text in files.items()})

    for read in (read_registries, survey_registries):
        with pytest.raises(CallError) as caught:
            read(docs, TAGS)
        assert said in f"{caught.value.place}: {caught.value.message.en}"


def test_notes_and_backups_beside_the_registries_are_left_alone(tmp_path: Path) -> None:
    names = ("README.md", ".topics.yml.swp", "topics.yml~", ".gitkeep", "approvers.yml", "coverage.yml")

    assert not any(read_registries(write_docs(tmp_path, {f"_data/{name}": "" for name in names}), TAGS).values())


def test_an_entry_knows_its_forms_times_and_posts() -> None:
    found = registries()
    dpi, person = found["agencies"]["dpi"], found["people"]["nguyen-van-a"]

    assert (dpi.abbr["en"], dpi.avoid["en"], dpi.common) == (("DPI",), ("Planning Department",), ("vi",))
    assert (dpi.until, dpi.successor) == (date(2025, 2, 28), "dof")
    assert found["agencies"]["peoples-committee"].common == TAGS
    assert [post.forms["en"][0] for post in person.posts] == [
        "Director of the Department of Finance",
        "Vice-Chair of the province",
    ]


def test_a_name_is_followed_to_the_one_that_holds_on_the_day() -> None:
    text = "a: {vi: A, en: A, until: 2020-12-31, successor: b}\nb: {vi: B, en: B, until: 2025-06-30, successor: c}\nc: {vi: C, en: C}\n"
    places = registries({"places": text})["places"]

    for day, key in (("2020-12-31", "a"), ("2021-01-01", "b"), ("2025-07-01", "c")):
        after = successor_on(places, places["a"], date.fromisoformat(day))
        assert after is not None
        assert after.key == key


def test_a_key_figure_has_a_value_in_each_language_a_day_and_a_source() -> None:
    text = """
population:
  {vi: Dân số, en: Population, value: {vi: "1,24 triệu người", en: 1.24 million}, as_of: 2026-04-01, source: {vi: Cục Thống kê, en: Statistics Office}}
area: {vi: Diện tích, en: Area, value: 5.860 km²}
"""
    figures = registries({"figures": text})["figures"]

    assert figures["population"].value == {"vi": "1,24 triệu người", "en": "1.24 million"}
    assert figures["population"].as_of == date(2026, 4, 1)
    assert figures["population"].source["en"] == "Statistics Office"
    assert figures["area"].value == {"vi": "5.860 km²", "en": "5.860 km²"}
    assert figures["area"].as_of is None


def test_places_and_agencies_have_a_landing_text() -> None:
    text = "a: {vi: A, en: A, lead: {vi: Dẫn, en: Lead}}\n"
    found = registries({"places": text, "agencies": text})

    assert [found[name]["a"].lead["en"] for name in ("places", "agencies")] == ["Lead", "Lead"]


def test_links_stand_in_their_groups_and_those_of_none_come_last() -> None:
    text = """
alone: {vi: A, en: A, href: "https://a.vn/"}
far: {vi: Trung ương, en: Central}
near: {vi: Trong tỉnh, en: In the province}
b: {vi: B, en: B, href: "https://b.vn/", group: near}
c: {vi: C, en: C, href: {vi: "https://c.vn/", en: "https://c.vn/en/"}, group: far}
d: {vi: D, en: D, href: "https://d.vn/", group: near}
empty: {vi: Trống, en: Empty}
"""
    grouped = grouped_links(registries({"links": text})["links"])

    names = [(group.key if group else "", [link.key for link in links]) for group, links in grouped]
    assert names == [("far", ["c"]), ("near", ["b", "d"]), ("", ["alone"])]


def test_a_survey_tells_every_text_that_is_missing_and_reads_on(tmp_path: Path) -> None:
    text = "a: {vi: Á}\nb:\n  vi: Bê\n  en: ''\n  lead: {vi: Dẫn}\nc: {vi: Cê, en: C}\n"
    docs = write_docs(
        tmp_path,
        {
            "_data/topics.yml": text,
            "_data/glossary.yml": "d: {en: D}\n",
            "_data/people.yml": "e: {vi: E, en: E, posts: [{vi: F}]}\n",
            "_data/figures.yml": "f: {vi: F, en: F, value: {vi: 1 triệu}}\n",
        },
    )

    found, gaps = survey_registries(docs, TAGS)

    assert [(name, gap.line, gap.name) for name, gap in gaps] == [
        ("topics", 1, "a.en"),
        ("topics", 4, "b.en"),
        ("topics", 5, "b.lead.en"),
        ("people", 1, "e.posts.en"),
        ("glossary", 1, "d.vi"),
        ("figures", 1, "f.value.en"),
    ]
    assert list(found["topics"]) == ["a", "b", "c"]


def test_the_projects_own_registries_are_sound_and_have_every_text() -> None:
    found, gaps = survey_registries(ROOT / "docs", TAGS)

    assert not gaps
    assert found == read_registries(ROOT / "docs", TAGS)
    ended = [entry for entry in found["places"].values() if entry.until]
    valid = [entry for entry in found["places"].values() if entry.successor]
    assert len(ended) == len(valid) == 30
    assert set(REGISTRIES) <= set(found)
