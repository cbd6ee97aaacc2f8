"""The order in which findings are told, and the edition with which one was compared."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bulletin.checks.bundle import Checked
from bulletin.model.changes import Changes
from bulletin.model.finding import Finding

from tests.reports.samples import CHECKED, EN, KEY, OTHER, VI, finding, sample


def order(*findings: Finding, changes: Changes | None = None) -> list[tuple[str, int]]:
    """Rule and line of findings in the order in which they are told."""
    return [(each.rule, each.line) for _, each in sample(*findings, changes=changes).worst_first()]


def test_errors_come_before_warnings_and_the_gravest_rule_before_others() -> None:
    light = finding("value-mismatch", 1).as_warning()
    found = order(light, finding("stale-translation", 2), finding("missing-alt", 3), finding("schema", 9))

    assert found == [("schema", 9), ("stale-translation", 2), ("value-mismatch", 1), ("missing-alt", 3)]


def test_findings_of_one_rule_come_by_place() -> None:
    assert order(finding("schema", 9), finding("schema", 2)) == [("schema", 2), ("schema", 9)]


def test_what_is_near_a_change_comes_first_however_light_it_is() -> None:
    changes = Changes("0" * 40, {EN: ((7, 7),)}, frozenset((EN,)))
    elsewhere = finding("schema", 1, f"{OTHER}/index.vi.md", key=OTHER)

    found = order(elsewhere, finding("value-mismatch", 2), finding("missing-alt", 7), changes=changes)

    assert found == [("missing-alt", 7), ("value-mismatch", 2), ("schema", 1)]


def test_for_a_reader_at_a_terminal_findings_stay_by_place_but_for_what_changed() -> None:
    changes = Changes("0" * 40, {EN: ((7, 7),)}, frozenset((EN,)))
    findings = [finding("missing-alt", 2), finding("schema", 3), finding("missing-alt", 7)]

    assert [each.line for each in sample(*findings).changed_first()] == [2, 3, 7]
    assert [each.line for each in sample(*findings, changes=changes).changed_first()] == [7, 2, 3]


FR = f"{KEY}/index.fr.md"


@pytest.mark.parametrize(
    ("source", "paths", "path", "other"),
    [
        pytest.param("vi", {"vi": VI, "en": EN}, EN, VI, id="translation"),
        pytest.param("vi", {"vi": VI, "en": EN}, VI, EN, id="source"),
        pytest.param("vi", {"vi": VI, "en": EN, "fr": FR}, FR, VI, id="one-of-two-translations"),
        pytest.param("vi", {"vi": VI, "en": EN, "fr": FR}, VI, "", id="source-of-two-translations"),
        pytest.param("vi", {"vi": VI}, VI, "", id="alone"),
        pytest.param("", {"vi": VI, "en": EN}, VI, EN, id="without-a-source"),
        pytest.param("", None, VI, "", id="unread"),
    ],
)
def test_the_other_edition_is_the_one_that_was_compared(
    source: str, paths: dict[str, str] | None, path: str, other: str
) -> None:
    found = replace(sample(), bundles=(*CHECKED[:1], Checked(KEY, (), source=source, paths=paths)))

    assert found.other_edition(finding("value-mismatch", path=path)) == other


def test_a_finding_of_no_bulletin_has_no_other_edition() -> None:
    assert not sample().other_edition(finding("schema", path="khac", key="khac"))
