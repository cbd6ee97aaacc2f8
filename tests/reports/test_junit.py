"""JUnit: valid by the schema of Jenkins, read back by a parser, with every character that XML can hold."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import fromstring

from bulletin.model.finding import Severity
from bulletin.reports.junit import clean, report
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Failure, JUnitXml, TestCase, TestSuite
from xmlschema import XMLSchema

from tests.reports.samples import EN, FINDINGS, HOSTILE, KEY, PIECES, WAIVED, finding, sample, told

# From https://github.com/jenkinsci/xunit-plugin, under the MIT License, which stands in it.
SCHEMA = XMLSchema(str(Path(__file__).with_name("junit-10.xsd")))


def cases(text: str) -> dict[str, TestCase]:
    """The cases of a document, which is valid, by the path that suite, class and name make."""
    SCHEMA.validate(text)
    found = {}
    for suite in JUnitXml.fromstring(text.encode()):
        assert isinstance(suite, TestSuite)
        for case in suite:
            found[f"{suite.name}: {case.classname}/{case.name}"] = case
    return found


def test_every_edition_is_a_case_and_those_without_errors_pass() -> None:
    found = cases(report(replace(sample(), findings=())))

    assert list(found) == [
        "en about: docs/about/lien-he/index.en.md",
        "en home: docs/index.en.md",
        f"en news: docs/{EN}",
        "vi about: docs/about/lien-he/index.vi.md",
        "vi home: docs/index.vi.md",
        f"vi news: docs/{KEY}/index.vi.md",
    ]
    assert all(case.is_passed for case in found.values())


def test_a_case_fails_once_with_all_errors_of_its_edition_and_prints_its_warnings() -> None:
    findings = [finding("value-mismatch", 14), finding("schema", 2), finding("missing-alt", 9)]

    case = cases(report(sample(*findings)))[f"en news: docs/{EN}"]

    [failure] = case.result
    assert isinstance(failure, Failure)
    assert failure.type == "schema"
    assert failure.message == "thông báo của schema / what schema says (+1)"
    assert (failure.text or "").splitlines() == [
        f"docs/{EN}:2: error: schema: thông báo của schema / what schema says",
        f"docs/{EN}:14: error: value-mismatch: thông báo của value-mismatch / what value-mismatch says",
    ]
    assert case.system_out == f"docs/{EN}:9: warning: missing-alt: thông báo của missing-alt / what missing-alt says\n"


def test_a_missing_translation_is_the_failure_of_the_edition_that_is_not_there() -> None:
    missing = finding("missing-translation", path="about/lien-he/index.vi.md", key="about/lien-he")

    found = cases(report(sample(missing)))

    assert [name for name, case in found.items() if not case.is_passed] == ["en about: docs/about/lien-he/index.en.md"]


def test_what_belongs_to_no_edition_is_a_case_of_its_own() -> None:
    found = cases(report(sample()))

    assert not found["docs: docs/khac"].is_passed
    assert not found["docs: docs/docs"].is_passed
    assert not found[f"news: docs/{KEY}/ảnh, 100%0A: a|b]]>\u0061\u0302 👍.txt"].is_passed


def test_the_counts_of_suites_are_those_of_their_cases() -> None:
    text = report(sample())
    tree = JUnitXml.fromstring(text.encode())

    suites = list(tree)
    for suite in suites:
        failed = sum(not case.is_passed for case in suite)
        assert (suite.tests, suite.failures, suite.errors) == (len(list(suite)), failed, 0)
    assert tree.tests == sum(suite.tests for suite in suites)
    assert tree.failures == sum(suite.failures for suite in suites) > 1


def test_a_suite_tells_the_coverage_of_its_section() -> None:
    [suite] = [suite for suite in fromstring(report(sample())) if suite.get("name") == "en news"]

    assert {each.get("name"): each.get("value") for each in suite.iter("property")}["stale"] == "1"


def test_every_finding_is_in_the_document_once() -> None:
    text = "".join(fromstring(report(sample())).itertext())

    for each in FINDINGS:
        line = f"{each.severity.value}: {each.rule}: {each.message}"
        assert text.count(f"{each.path}:{each.line}: {line}") + text.count(f"docs:{each.line}: {line}") == 1


def test_a_waived_finding_is_printed_with_its_answer_and_fails_nothing() -> None:
    case = cases(report(replace(sample(finding("missing-alt")), waived=WAIVED)))[f"en news: docs/{EN}"]

    assert case.is_passed
    assert f"Trần Thị B | Sở: Trích nguyên văn {HOSTILE}" in (case.system_out or "")


@given(st.lists(st.sampled_from(PIECES) | st.text(st.characters(exclude_categories=["Cs"]), max_size=4)).map("".join))
def test_any_message_comes_back_but_for_what_xml_does_not_know(text: str) -> None:
    document = report(sample(told(text), told(text, Severity.WARNING)))

    SCHEMA.validate(document)
    [failure] = fromstring(document).iter("failure")
    [printed] = fromstring(document).iter("system-out")
    line = clean(f"vi {text} / en {text}")
    assert (failure.text or "").endswith(f": {line}\n")
    assert (printed.text or "").endswith(f": {line}\n")
    # A parser makes a space of a line feed or tab in an attribute that is not escaped.
    assert failure.get("message") == line


@given(st.text())
def test_all_but_what_xml_does_not_know_stays_as_it_is(text: str) -> None:
    known = re.sub("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)

    assert clean(known) == known
    assert fromstring(f"<a>{clean(text).replace('&', '&amp;').replace('<', '&lt;')}</a>") is not None
