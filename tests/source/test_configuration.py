"""What stops everything: registries, the coverage policy, mkdocs.yml and the labels, each with file and line."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from bulletin.model.bulletin import SECTIONS
from bulletin.model.finding import CallError
from bulletin.model.site import Site
from bulletin.source.registries import read_policy, read_registries
from bulletin.source.site import read_extensions, read_labels, read_site

from tests.trees import ROOT, build, pair, write_docs

TAGS = ("vi", "en")
MKDOCS = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def line_of(words: str) -> int:
    """Where words first stand in mkdocs.yml."""
    return MKDOCS[: MKDOCS.index(words)].count("\n") + 1


# Registries


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "a: {vi: A, en: A}\nĐầu tư: {vi: B, en: B}\n",
            '2: "_data/topics.yml" is "Đầu tư"; expected a key of a–z, 0–9 and hyphens',
            id="key",
        ),
        pytest.param("a: {vi: A}\n", '1: required field "a.en" is missing', id="text-of-a-locale"),
        pytest.param("a:\n  vi: A\n  en: ''\n", '3: "a.en" is empty; expected a text', id="empty-text-of-a-locale"),
        pytest.param("a: {vi: [A], en: A}\n", '1: "a.vi" is a list; expected a text', id="list-for-text"),
        pytest.param("a: Đầu tư\n", '1: "a" is "Đầu tư"; expected a group of fields', id="text-for-group"),
        pytest.param("a:\n", '1: required field "a" is missing', id="nothing"),
        pytest.param("- a\n", '1: there are no "field: value" lines here; expected one for each field', id="list"),
        pytest.param(
            "a: {vi: A, en: A}\nb: {vi: B, en: B}\na: {vi: C, en: C}\n",
            '3: field "a" already stands on line 1; expected each field once',
            id="the-same-key",
        ),
        pytest.param(
            "a: {vi: A, en: A}\n\nb: {vi: 'B, en: B}\n",
            "3: wrong YAML: the quote that opens here is never closed",
            id="syntax",
        ),
        pytest.param(
            "a: &a {vi: A, en: A}\n",
            "1: there is a YAML anchor or alias (& or *); expected the value itself, in quotes if need be",
            id="anchor",
        ),
        pytest.param(
            "a: {vi: A, en: A}\nb: {vi: B\u200b, en: B}\n",
            "2: there is an invisible character U+200B (ZERO WIDTH SPACE); expected none, delete it",
            id="invisible",
        ),
        pytest.param(
            "a: {vi: Nghe\u0323\u0302 An, en: A}\n",
            '1: "Nghệ" is written with separate marks (NFD); expected the composed form, NFC',
            id="nfd",
        ),
        pytest.param("a: {vi: A, en: A, lead: {vi: A}}\n", '1: "a.lead" has no text for the locale: en', id="lead"),
    ],
)
def test_a_wrong_registry_stops_everything_at_its_line(text: str, said: str, tmp_path: Path) -> None:
    docs = write_docs(tmp_path, {"_data/topics.yml": text})

    with pytest.raises(CallError) as caught:
        read_registries(docs, TAGS)

    assert str(caught.value).startswith("_data/topics.yml:")
    assert f"{caught.value.place.removeprefix('_data/topics.yml:')}: {caught.value.message.en}" == said


def test_a_registry_that_is_not_there_or_empty_has_no_keys(tmp_path: Path) -> None:
    docs = write_docs(tmp_path, {"_data/topics.yml": "# chưa có gì\n"})

    assert not any(read_registries(docs, TAGS).values())
    assert not any(read_registries(tmp_path / "none", TAGS).values())


def test_an_entry_knows_its_texts_and_its_line(tmp_path: Path) -> None:
    docs = write_docs(tmp_path, {"_data/topics.yml": "a: {vi: Á, en: A}\n\nb: {vi: Bê, en: B}\n"})

    entry = read_registries(docs, TAGS)["topics"]["b"]

    assert (entry.key, entry.text, entry.line) == ("b", {"vi": "Bê", "en": "B"}, 3)


@pytest.mark.parametrize("name", ["topics.yml", "coverage.yml"])
def test_registries_are_not_read_through_a_link_and_not_from_a_pipe(name: str, tmp_path: Path) -> None:
    secret = write_docs(tmp_path / "outside", {name: "a: {vi: A, en: A}\n"})
    linked_file, linked_folder, pipe = (write_docs(tmp_path / each, {"_data/x": ""}) for each in "abc")
    (linked_file / "_data" / name).symlink_to(secret / name)
    shutil.rmtree(linked_folder / "_data")
    (linked_folder / "_data").symlink_to(secret)
    os.mkfifo(pipe / "_data" / name)

    for docs in (linked_file, linked_folder, pipe):
        with pytest.raises(CallError, match=r"^_data.*:1: "):
            read_policy(docs) if name == "coverage.yml" else read_registries(docs, TAGS)


# The coverage policy


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("section: {}\n", '1: there is no field "section" here; did you mean "sections"?', id="field"),
        pytest.param("sections: [news]\n", '1: "sections" is a list; expected a group of fields', id="list"),
        pytest.param(
            "sections:\n  nwes: {machine: true}\n",
            '2: there is no section "nwes"; expected one of: news, features, clarifications, events, press, '
            "issues, opportunities, documents, about, *",
            id="section",
        ),
        pytest.param(
            "sections:\n  news:\n    machine: yes\n",
            '3: "sections.news.machine" is "yes"; expected true or false',
            id="yes",
        ),
        pytest.param(
            "sections:\n  news: {required: 95}\n",
            '2: "sections.news.required" is "95"; expected a number from 0 to 1',
            id="share",
        ),
        pytest.param(
            "sections:\n  news: {grace_days: -1}\n",
            '2: "sections.news.grace_days" is "-1"; expected a whole number of at least 0',
            id="days",
        ),
        pytest.param(
            "sections:\n  news: {by: page}\n",
            '2: "sections.news.by" is "page"; expected one of: pages, words',
            id="by",
        ),
        pytest.param(
            "sections:\n  news: {grace: 1}\n", '2: there is no field "sections.news.grace" here', id="unknown"
        ),
        pytest.param(
            "rules: {value-mismatch: fatal}\n",
            '1: "rules.value-mismatch" is "fatal"; expected one of: error, warning, off',
            id="severity",
        ),
    ],
)
def test_a_wrong_policy_stops_everything_at_its_line(text: str, said: str, tmp_path: Path) -> None:
    docs = write_docs(tmp_path, {"_data/coverage.yml": text})

    with pytest.raises(CallError) as caught:
        read_policy(docs)

    assert f"{caught.value.place}: {caught.value.message.en}" == f"_data/coverage.yml:{said}"


@pytest.mark.parametrize(
    ("text", "news", "about"),
    [
        pytest.param("", False, False, id="nothing-said"),
        pytest.param("sections: {news: {machine: true}}", True, False, id="one-section"),
        pytest.param('sections: {"*": {machine: true}}', True, True, id="all-sections"),
        pytest.param('sections: {"*": {machine: true}, news: {machine: false}}', False, True, id="all-but-one"),
        pytest.param('sections: {"*": {machine: true}, news: {by: words}}', False, True, id="one-not-said"),
    ],
)
def test_a_machine_translation_is_allowed_only_where_the_policy_says_so(
    text: str, *, news: bool, about: bool, tmp_path: Path
) -> None:
    policy = read_policy(write_docs(tmp_path, {"_data/coverage.yml": text}))

    assert (policy.allows_machine("news"), policy.allows_machine("about")) == (news, about)


# mkdocs.yml


@pytest.mark.parametrize(
    ("old", "new", "at", "said"),
    [
        pytest.param(
            "site_url: https://ban-tin-nghe-an.example/",
            "site_url: https://ban-tin-nghe-an.example",
            "site_url:",
            'site_url "https://ban-tin-nghe-an.example" is wrong',
            id="url-without-slash",
        ),
        pytest.param(
            "site_url: https://ban-tin-nghe-an.example/",
            "site_url: https://[ban-tin/",
            "site_url:",
            'site_url "https://[ban-tin/" is wrong',
            id="url-that-cannot-be-split",
        ),
        pytest.param(
            "site_url: https://ban-tin-nghe-an.example/",
            "site_url: https://ban-tin-nghe-an.example/?a=/",
            "site_url:",
            "is wrong",
            id="url-with-query",
        ),
        pytest.param(
            "site_url: https://ban-tin-nghe-an.example/",
            "site_url: /ban-tin/",
            "site_url:",
            'site_url "/ban-tin/" is wrong',
            id="url-of-no-site",
        ),
        pytest.param("default: true", "default: yes", "plugins:", "exactly one language", id="no-default"),
        pytest.param(
            "{locale: en, name: English}",
            "{locale: en, name: English, default: true}",
            "plugins:",
            "exactly one language",
            id="two-defaults",
        ),
        pytest.param(
            "{locale: en, name: English}",
            "{locale: vi, name: English}",
            "name: English",
            'locale "vi" stands here twice',
            id="one-locale-twice",
        ),
        pytest.param(
            "{locale: en, name: English}",
            "{locale: eng, name: English}",
            "name: English",
            '"i18n.languages.locale" is "eng"; expected the tag of a language',
            id="wrong-tag",
        ),
        pytest.param("  - i18n:", "  - i19n:", "plugins:", '"plugins.i18n" is missing', id="no-plugin"),
        pytest.param("extra:\n", "extr:\n", "site_name", '"extra" is missing', id="no-extra"),
        pytest.param("  site:\n", "  sites:\n", "  site:\n", '"extra.site" is missing', id="no-site"),
        pytest.param(
            'accent: "#9c4a12"',
            "accent: brown",
            'accent: "#9c4a12"',
            '"extra.site.colours.accent" is "brown"; expected a colour of the form #0b4f6c',
            id="colour",
        ),
        pytest.param(
            'accent: "#9c4a12"',
            'accent: "#e0a458"',
            'accent: "#9c4a12"',
            'colour "accent" on "paper" has a contrast of 2.06:1; expected at least 4.5:1, to be read',
            id="pale-letters",
        ),
        pytest.param(
            'ink-dark: "#e8edf0"',
            'ink-dark: "#33414a"',
            'ink-dark: "#e8edf0"',
            'colour "ink-dark" on "paper-dark" has a contrast of 1.69:1; expected at least 4.5:1, to be read',
            id="dark-letters-by-night",
        ),
        pytest.param(
            'ink: "#1c2a33"', 'tint: "#1c2a33"', "primary: ", '"extra.site.colours.ink" is missing', id="colours"
        ),
        pytest.param(
            "international: en",
            "international: fr",
            "international: en",
            '"fr" is not a locale of this site; expected one of: vi, en',
            id="international",
        ),
        pytest.param(
            "href: https://nghean.gov.vn/",
            "href: javascript:alert(1)",
            "href: https://nghean.gov.vn/",
            '"extra.site.contacts.href" is "javascript:alert(1)"; expected an https:, mailto: or tel: address',
            id="contact",
        ),
        pytest.param(
            "      en: The bilingual bulletin software project\n",
            "",
            "agency:",
            '"extra.site.agency" has no text for the locale: en',
            id="missing-text",
        ),
        pytest.param(
            "    notice:",
            "    notise:",
            "    notice:",
            'no field "extra.site.notise" here; did you mean "notice"',
            id="unknown",
        ),
        pytest.param(
            "    international: en",
            "    sections: {en: [opportunities, new]}\n    international: en",
            "    international: en",
            'is "new"; expected one of: news, features',
            id="section",
        ),
        pytest.param(
            "    international: en",
            "    sections: {fr: [news]}\n    international: en",
            "    international: en",
            'there is no field "extra.site.sections.fr" here',
            id="sections-of-no-locale",
        ),
        pytest.param(
            "    international: en",
            "    follow: [{label: YouTube, href: 'http://example.org/'}]\n    international: en",
            "    international: en",
            '"extra.site.follow.href" is "http://example.org/"; expected an https:// address',
            id="follow",
        ),
        pytest.param(
            "    international: en",
            "    report_to: bantin\n    international: en",
            "    international: en",
            '"extra.site.report_to" is "bantin"; expected an e-mail address',
            id="report-to",
        ),
        pytest.param(
            "    international: en",
            "    agency_kind: ministry\n    international: en",
            "    international: en",
            '"extra.site.agency_kind" is "ministry"; expected one of: organisation, government',
            id="agency-kind",
        ),
        pytest.param(
            "    international: en",
            "    issue: {requires: [publisher, editor]}\n    international: en",
            "    international: en",
            'is "editor"; expected one of: publisher, responsible, licence, licence_authority, address, printed_by',
            id="imprint",
        ),
        pytest.param(
            "    international: en",
            "    issue: {max_pages: 0}\n    international: en",
            "    international: en",
            '"extra.site.issue.max_pages" is "0"; expected a whole number of at least 1',
            id="pages",
        ),
        pytest.param("strict: true", "strict: 'true", "strict: true", "never closed", id="syntax"),
    ],
)
def test_a_wrong_identity_stops_everything_at_its_line(old: str, new: str, at: str, said: str, tmp_path: Path) -> None:
    assert old in MKDOCS
    config = tmp_path / "mkdocs.yml"
    config.write_text(MKDOCS.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(CallError) as caught:
        read_site(config)

    assert caught.value.place == f"mkdocs.yml:{line_of(at)}"
    assert said in caught.value.message.en


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(None, "mkdocs.yml:1: there is no such file", id="no-file"),
        pytest.param("", "mkdocs.yml:1: there is no such file", id="empty"),
        pytest.param("- a\n", 'mkdocs.yml:1: there are no "field: value" lines here', id="list"),
    ],
)
def test_a_configuration_that_is_none_is_told(text: str | None, said: str, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")

    with pytest.raises(CallError) as caught:
        read_site(tmp_path / "mkdocs.yml")

    assert f"{caught.value.place}: {caught.value.message.en}".startswith(said)


def site_with(folder: Path, fields: str) -> Site:
    """The project's own site with more lines of `extra.site`."""
    config = folder / "mkdocs.yml"
    config.write_text(MKDOCS.replace("    international: en", f"{fields}    international: en", 1), encoding="utf-8")
    return read_site(config)


def test_a_locale_has_its_own_order_of_sections_and_the_usual_one_for_the_rest(tmp_path: Path) -> None:
    site = site_with(tmp_path, "    sections: {en: [opportunities, news]}\n")

    assert site.sections_of("en") == (
        "opportunities",
        "news",
        *(s for s in SECTIONS if s not in ("opportunities", "news")),
    )
    assert site.sections_of("vi") == SECTIONS


def test_mistakes_are_reported_to_the_address_that_is_named_or_to_the_first_of_the_contacts(tmp_path: Path) -> None:
    assert site_with(tmp_path, "").report_to == "bantin@example.org"
    assert site_with(tmp_path, "    report_to: loi@example.org\n").report_to == "loi@example.org"


def test_the_addresses_to_follow_are_those_of_the_configuration(tmp_path: Path) -> None:
    site = site_with(
        tmp_path, "    follow: [{label: {vi: Kênh YouTube, en: YouTube}, href: 'https://example.org/yt'}]\n"
    )

    assert [(each.label["vi"], each.href) for each in site.follow] == [("Kênh YouTube", "https://example.org/yt")]


def test_an_issue_asks_for_what_the_law_asks_for_unless_the_configuration_says_otherwise(tmp_path: Path) -> None:
    usual = site_with(tmp_path, "").issue
    own = site_with(
        tmp_path,
        "    issue: {publisher: {vi: Sở Ngoại vụ, en: Foreign Affairs}, requires: [publisher], max_pages: 32}\n",
    ).issue

    assert (usual.requires, usual.max_pages) == (("publisher", "responsible", "licence", "address"), 64)
    assert (own.requires, own.max_pages) == (("publisher",), 32)
    assert own.imprint == {"publisher": {"vi": "Sở Ngoại vụ", "en": "Foreign Affairs"}}


def test_the_projects_own_identity_is_sound() -> None:
    site = read_site(ROOT / "mkdocs.yml")

    assert site.tags == ("vi", "en")
    assert site.default_locale.tag == "vi"
    assert site.url.endswith("/")
    assert set(read_labels(ROOT / "overrides/locales", site.tags)) == {"vi", "en"}


@pytest.mark.parametrize("name", ["pymdownx.snippets", "pymdownx.b64", "mdx_include", "markdown_include.include"])
@pytest.mark.parametrize("form", ["  - {}\n", "  - {}: {{base_path: docs}}\n"], ids=["bare", "with-options"])
def test_an_extension_that_reads_files_is_refused(name: str, form: str, tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text("markdown_extensions:\n  - tables\n" + form.format(name), encoding="utf-8")

    with pytest.raises(CallError, match=r"^mkdocs\.yml:3: .* is not allowed"):
        read_extensions(config)


def test_the_options_of_extensions_are_text_or_truth_values(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    text = "markdown_extensions:\n  - tables\n  - toc: {permalink: true, title: no}\n  - abbr:\n"
    config.write_text(text, encoding="utf-8")

    assert read_extensions(config) == {"tables": {}, "toc": {"permalink": True, "title": "no"}, "abbr": {}}


@pytest.mark.parametrize("text", ["markdown_extensions: tables\n", "markdown_extensions: {toc: {}}\n"])
def test_extensions_are_a_list(text: str, tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text(f"site_name: x\n{text}", encoding="utf-8")

    with pytest.raises(CallError, match=r"^mkdocs\.yml:2: .*expected a list"):
        read_extensions(config)


# Labels


@pytest.mark.parametrize(
    ("vi", "en", "said"),
    [
        pytest.param("a: Á\nb: Bê\n", "a: A\n", 'en.yml:1: required field "b" is missing', id="en-lacks-one"),
        pytest.param("a: Á\n", "a: A\nb: B\n", 'vi.yml:1: required field "b" is missing', id="vi-lacks-one"),
        pytest.param("a: Á\n", None, "en.yml:1: there is no such file", id="no-file"),
        pytest.param("a: Á\n", "a:\n", 'en.yml:1: required field "a" is missing', id="empty-label"),
        pytest.param("a: Á\n", "a: [A]\n", 'en.yml:1: "a" is a list; expected a text', id="wrong-type"),
    ],
)
def test_every_locale_has_every_label(vi: str, en: str | None, said: str, tmp_path: Path) -> None:
    files = {"vi.yml": vi} | ({"en.yml": en} if en is not None else {})
    folder = write_docs(tmp_path / "overrides/locales", files)

    with pytest.raises(CallError) as caught:
        read_labels(folder, TAGS)

    assert f"{caught.value.place}: {caught.value.message.en}" == f"overrides/locales/{said}"


# The program


@pytest.mark.parametrize(
    ("files", "place"),
    [
        pytest.param({"_data/topics.yml": "a: {vi: A}\n"}, "_data/topics.yml:1: ", id="registry"),
        pytest.param({"_data/coverage.yml": "rules: []\n"}, "_data/coverage.yml:1: ", id="policy"),
    ],
)
def test_a_wrong_registry_ends_the_build_with_2_and_one_line(
    files: dict[str, str | bytes], place: str, tmp_path: Path
) -> None:
    run = build(write_docs(tmp_path / "docs", pair() | files), tmp_path / "site")

    assert run.status == 2
    assert run.errors.startswith(place)
    assert run.errors.count("\n") == 1
    assert not run.site.exists()
