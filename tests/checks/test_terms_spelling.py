"""What one edition writes by itself: forms to avoid, abbreviations, and one spelling of the country."""

from __future__ import annotations

import pytest
from bulletin.checks.terms.matcher import names_of

from tests.checks.registered import REGISTRIES, TAGS, registries, told

FREE = names_of(registries({"glossary": REGISTRIES["glossary"]}), TAGS)


def english(text: str, names: object = None) -> list[str]:
    found = told("", text) if names is None else told("", text, names=FREE)
    return [line.removeprefix("en:") for line in found]


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        pytest.param("Foreign information work.", "Foreign information", "external information", id="term"),
        pytest.param(
            "In 2020 the Planning Department met.",
            "Planning Department",
            "Department of Planning and Investment",
            id="body",
        ),
        pytest.param("Made in Vietnam by hand.", "Vietnam", "Viet Nam", id="country"),
        pytest.param("Vietnam’s exports.", "Vietnam", "Viet Nam", id="possessive"),
        pytest.param("In Việt Nam.", "Việt Nam", "Viet Nam", id="diacritics-that-are-not-wanted"),
    ],
)
def test_a_form_to_avoid_is_told_with_the_right_one(text: str, found: str, expected: str) -> None:
    assert [line for line in english(text) if "not to be used" in line][:1] == [
        f'7: {"term" if text.startswith("Foreign") else "name"}-mismatch: "{found}" is not to be used; expected "{expected}"'
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Vietnam Airlines flies.", id="a-registered-name"),
        pytest.param("The Vietnam News Agency reports.", id="a-name-that-goes-on"),
        pytest.param("The State Bank of Vietnam lends.", id="a-name-that-began-before"),
        pytest.param("See <https://vietnam.vn/Vietnam>.", id="address"),
        pytest.param("They sang “Hello Vietnam, my home”.", id="quotation"),
        pytest.param("Some call it “foreign information”.", id="a-term-that-is-spoken-of"),
        pytest.param("Planning departments everywhere.", id="no-capitals"),
        pytest.param("The `Vietnam` key.", id="code"),
    ],
)
def test_what_is_somebody_elses_may_be_written_otherwise(text: str) -> None:
    assert english(text) == []


def test_two_spellings_of_the_country_are_told_even_where_no_registry_has_it() -> None:
    assert english("In Viet Nam.\n\nFrom Vietnam.", FREE) == [
        '9: name-mismatch: "Vietnam" but line 7 has "Viet Nam"; expected one spelling of the country throughout'
    ]
    assert english("In Viet Nam, and Vietnam Airlines, “Vietnam”.", FREE) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("DOF met.", ["7"], id="unexplained"),
        pytest.param("DOF met.\n\nMore.\n\nThe Department of Finance.", ["7"], id="explained-too-late"),
        pytest.param("The Department of Finance (DOF) met.\n\nDOF said so.", [], id="behind-the-name"),
        pytest.param("DOF (Department of Finance) met.", [], id="before-the-name"),
        pytest.param("## News of the DOF\n\nThe Department of Finance met.", [], id="in-a-heading"),
        pytest.param("DOF met.\n\n*[DOF]: Department of Finance", [], id="explained-to-the-renderer"),
        pytest.param("Decision 12/QĐ-DOF.", [], id="document-number"),
    ],
)
def test_an_abbreviation_is_spelled_out_where_it_is_first_used(text: str, lines: list[str]) -> None:
    found = [line for line in english(text) if "spelled out" in line]

    assert [line.split(":")[0] for line in found] == lines
    assert all(
        '"DOF" is not spelled out where it is first used; expected "Department of Finance (DOF)"' in line
        for line in found
    )


def test_a_common_abbreviation_needs_no_explanation() -> None:
    assert [line for line in told("UBND tỉnh họp.", "The People's Committee met.") if "spelled" in line] == []
