"""Findings as JUnit XML, which most CI systems show: one suite for each locale and section, one case an edition.

There is no standard: this is what the schema of Jenkins allows, with at most one failure a case, because GitLab shows
no more. It holds all errors of the edition; warnings, and what was waived, are what the case printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from bulletin.checks.coverage import Coverage
from bulletin.model.finding import Finding, Severity
from bulletin.model.waiver import Waiver
from bulletin.reports.report import Report

NAME = "check.py"
# What XML 1.0 does not know ("Char"), and the carriage return, which every parser makes a line feed.
_UNKNOWN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def report(found: Report) -> str:
    """One XML document of the suites by name, and of the cases by path."""
    cases = _cases(found)
    root = Element("testsuites")
    suites: dict[str, dict[str, list[Finding]]] = {}
    for (suite, case), findings in sorted(cases.items()):
        suites.setdefault(suite, {})[case] = findings
    for name, by_case in suites.items():
        _add_suite(root, name, by_case, found)
    root.set("name", NAME)
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def clean(text: str) -> str:
    r"""A text that XML can hold: what it cannot is written as in Python, such as \x00."""
    return _UNKNOWN.sub(lambda match: ascii(match[0])[1:-1], text)


def _cases(found: Report) -> dict[tuple[str, str], list[Finding]]:
    """(suite, case) → what is said of it; every edition that is there or must be is a case."""
    cases: dict[tuple[str, str], list[Finding]] = {}
    place: dict[tuple[str, str], tuple[str, str]] = {}
    for bundle in found.bundles:
        paths = bundle.paths or {}
        for tag in sorted({*paths, *bundle.required}):
            name = found.place(paths.get(tag) or f"{bundle.key}/index.{tag}.md".removeprefix("/"))
            place[bundle.key, tag] = (f"{tag} {bundle.section or 'home'}", name)
            cases[place[bundle.key, tag]] = []
    for finding in (*found.findings, *found.waived):
        section = finding.path.partition("/")[0] if "/" in finding.path else "docs"
        where = place.get((finding.key, finding.locale)) or (section, found.place(finding.path))
        cases.setdefault(where, []).append(finding)
    return cases


def _add_suite(root: Element, name: str, cases: dict[str, list[Finding]], found: Report) -> None:
    suite = SubElement(root, "testsuite", {"name": clean(name), "tests": "0", "failures": "0", "errors": "0"})
    properties = SubElement(suite, "properties")
    for key, value in _counts(name, found.coverage):
        SubElement(properties, "property", {"name": key, "value": value})
    if not len(properties):
        suite.remove(properties)
    failures = 0
    for path, told in cases.items():
        folder, _, file = path.rpartition("/")
        case = SubElement(suite, "testcase", {"classname": clean(folder or name), "name": clean(file)})
        findings = [each for each in told if each.waived is None]
        errors = [each for each in findings if each.severity is Severity.ERROR]
        if errors:
            failures += 1
            first = f"{errors[0].message}" + (f" (+{len(errors) - 1})" if errors[1:] else "")
            failure = SubElement(case, "failure", {"message": clean(first), "type": errors[0].rule})
            failure.text = clean("".join(f"{_line(each, found)}\n" for each in errors))
        printed = [_line(each, found) for each in findings if each.severity is not Severity.ERROR]
        printed += [_waived(each, each.waived, found) for each in told if each.waived is not None]
        if printed:
            SubElement(case, "system-out").text = clean("".join(f"{line}\n" for line in printed))
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(failures))


def _counts(name: str, coverage: Coverage) -> Iterator[tuple[str, str]]:
    tag, _, section = name.partition(" ")
    tally = coverage.tallies.get(tag, {}).get(section)
    if tally is not None:
        yield from ((key, str(count)) for key, count in tally.as_json().items())


def _line(finding: Finding, found: Report) -> str:
    place = f"{found.place(finding.path)}:{finding.line}"
    return f"{place}: {finding.severity.value}: {finding.rule}: {finding.message}"


def _waived(finding: Finding, waiver: Waiver, found: Report) -> str:
    said = f"đã miễn đến {waiver.until.isoformat()} / waived until then: {waiver.by}: {waiver.reason}"
    return f"{_line(finding, found)} ({said})"
