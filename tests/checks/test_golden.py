"""One file for each kind of difference between two languages: a small docs folder and every finding on it.

`files` are what is there on the day `today`; `accepted` are those that stood otherwise when the pair was accepted, with
nothing in it if nobody ever did. After a message was changed, and read: `PYTHONPATH=scripts python -m tests.checks.test_golden`.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from bulletin.model.rules import RULES

from tests.desk import TODAY, accept, run
from tests.source.pictures import picture
from tests.trees import write_docs

CASES = sorted((Path(__file__).parent / "golden").glob("*.yml"))


def findings(golden: dict[str, Any], docs: Path) -> list[str]:
    """Every finding on a case, as the command prints it, with paths below the docs folder."""
    files = golden["files"] | {name: picture(name) for name in golden.get("pictures", ())}
    if golden.get("accepted", True):
        write_docs(docs, files | golden.get("accepted", {}))
        accept(docs)
    write_docs(docs, files)
    today = str(golden.get("today", TODAY))
    lines = run("check", "--docs", docs, "--no-cache", "--today", today).output.splitlines()
    return [line.removeprefix(f"{docs}/") for line in lines if line.startswith(f"{docs}/")]


def read(case: Path) -> dict[str, Any]:
    """A case as it is written."""
    golden: dict[str, Any] = yaml.safe_load(case.read_text(encoding="utf-8"))
    return golden


@pytest.mark.parametrize("case", [pytest.param(path, id=path.stem) for path in CASES])
def test_a_docs_folder_has_exactly_the_findings_of_its_golden_case(case: Path, tmp_path: Path) -> None:
    golden = read(case)

    assert findings(golden, tmp_path / "docs") == (golden["findings"] or "").splitlines()


@pytest.mark.parametrize("case", [pytest.param(path, id=path.stem) for path in CASES])
def test_every_finding_is_one_line_in_both_languages_under_a_known_rule(case: Path) -> None:
    for line in (read(case)["findings"] or "").splitlines():
        place, number, severity, rule, message = line.split(":", 4)
        assert place
        assert int(number) >= 1
        assert severity.strip() in ("error", "warning")
        assert rule.strip() in RULES
        assert " / " in message
        assert line.isprintable()


def test_the_cases_hold_every_rule_on_a_pair() -> None:
    found = {line.split(": ")[2] for case in CASES for line in (read(case)["findings"] or "").splitlines()}

    assert found >= {
        *("value-mismatch", "number-format", "reference-mismatch", "untranslated-block", "structure-mismatch"),
        *("link-mismatch", "image-mismatch", "missing-alt", "missing-caption", "added-conversion", "metadata-mismatch"),
        *("term-mismatch", "name-mismatch", "taxonomy-missing", "registry-missing"),
        *("missing-translation", "orphan-translation", "untracked-translation", "stale-translation"),
        *("diverged-translation", "edited-translation", "lock-pending"),
    }


def renew(case: Path) -> None:
    """Write the findings of a case anew, under all else that stands in it."""
    text = case.read_text(encoding="utf-8")
    head = text[: text.index("\nfindings:")]
    with tempfile.TemporaryDirectory() as folder:
        found = findings(read(case), Path(folder).resolve() / "docs")
    tail = "".join(f"  {line}\n" for line in found)
    case.write_text(f"{head}\nfindings: {'|' if tail else chr(34) * 2}\n{tail}", encoding="utf-8")


if __name__ == "__main__":
    for each in CASES:
        renew(each)
