"""One file for each family of mistakes: a small docs folder and every finding on it, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from bulletin.model.calendar import parse_instant
from bulletin.model.rules import DUE
from bulletin.prepared import prepare
from bulletin.reports.text import lines

from tests.source.pictures import picture
from tests.trees import NOW, write_docs

CASES = sorted((Path(__file__).parent / "golden").glob("*.yml"))
OF_PAIRS = DUE | {
    *("untracked-translation", "edited-translation", "lock-pending", "structure-mismatch", "image-mismatch"),
    *(
        "value-mismatch",
        "number-format",
        "reference-mismatch",
        "untranslated-block",
        "link-mismatch",
        "missing-alt",
        "missing-caption",
    ),
}
"""Rules on what two editions say; tests/checks/golden has their cases."""


@pytest.mark.parametrize("case", [pytest.param(path, id=path.stem) for path in CASES])
def test_a_docs_folder_has_exactly_the_findings_of_its_golden_case(case: Path, tmp_path: Path) -> None:
    golden = yaml.safe_load(case.read_text(encoding="utf-8"))
    files = golden["files"] | {name: picture(name) for name in golden.get("pictures", ())}
    docs = write_docs(tmp_path / "docs", files)
    if sum(path.is_file() for path in docs.rglob("*")) != len(files):
        pytest.skip("this disk takes two of the names for one")

    findings = prepare(docs, parse_instant(NOW)).findings
    found = list(lines([each for each in findings if each.rule not in OF_PAIRS], ""))

    assert found == golden["findings"].splitlines()


@pytest.mark.parametrize("case", [pytest.param(path, id=path.stem) for path in CASES])
def test_every_finding_is_one_line_in_vietnamese_and_in_english(case: Path) -> None:
    for line in yaml.safe_load(case.read_text(encoding="utf-8"))["findings"].splitlines():
        place, number, severity, rule, _ = line.split(":", 4)
        assert place
        assert int(number) >= 1
        assert severity.strip() in ("error", "warning")
        assert rule.strip().replace("-", "").isalpha()
        assert " / " in line
        assert line.isprintable()
        assert "Traceback" not in line
