"""`ui-string-missing`, `taxonomy-missing`, `registry-missing`, and registries that the cache knows."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bulletin.checks.labels import missing_labels
from bulletin.desk import site_texts
from bulletin.model.bulletin import SECTIONS
from bulletin.source.site import survey_labels

from tests.desk import EN, accept, check, files, run
from tests.trees import ROOT, build, pair, write_docs

SECTION_LABELS = [f"section_{section}" for section in SECTIONS]


def test_a_label_that_one_language_lacks_is_told_at_its_file() -> None:
    found = missing_labels({"vi": [*SECTION_LABELS, "home"], "en": SECTION_LABELS[1:]}, "../overrides/locales")

    assert [(each.rule, each.path, each.message.en) for each in found] == [
        (
            "ui-string-missing",
            "../overrides/locales/en.yml",
            '"home" has no text in English; expected one in every language',
        ),
        (
            "ui-string-missing",
            "../overrides/locales/en.yml",
            '"section_news" has no text in English; expected one in every language',
        ),
    ]


def test_a_section_without_a_label_in_any_language_is_told_in_each() -> None:
    labels = {"vi": SECTION_LABELS[1:], "en": SECTION_LABELS[1:]}

    assert [each.path for each in missing_labels(labels, "x")] == ["x/vi.yml", "x/en.yml"]


def test_the_labels_of_the_theme_are_checked_with_the_projects_own_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path.resolve()
    docs = write_docs(root / "docs", files())
    shutil.copytree(ROOT / "overrides/locales", root / "overrides/locales")
    english = root / "overrides/locales/en.yml"
    english.write_text(english.read_text("utf-8").replace("home: Home\n", "home:\n"), "utf-8")
    monkeypatch.setattr(site_texts, "ROOT", root)
    monkeypatch.setattr(site_texts, "LABELS", root / "overrides/locales")
    accept(docs)

    said = run("check", "--docs", docs, "--no-cache").output
    (finding,) = check(docs).report["findings"]

    assert f"{root}/overrides/locales/en.yml:1: warning: ui-string-missing: " in said
    assert (finding["rule"], finding["path"]) == ("ui-string-missing", "../overrides/locales/en.yml")
    assert check(docs, docs / "news").report["findings"] == []


def test_the_projects_own_labels_are_complete() -> None:
    labels = survey_labels(ROOT / "overrides/locales", ("vi", "en"))

    assert list(missing_labels(labels, "x")) == []


def test_content_elsewhere_has_no_theme(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", files())
    accept(docs)

    assert check(docs).report["findings"] == []


def test_a_registry_with_a_gap_stops_the_build_and_is_only_told_by_the_check(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", pair() | {"_data/topics.yml": "a: {vi: Á}\n"})

    assert check(docs).status == 0
    assert "taxonomy-missing" in check(docs).rules("warning")
    assert build(docs, tmp_path / "site").status == 2


def test_what_was_found_is_looked_for_anew_when_a_registry_changes(tmp_path: Path) -> None:
    docs = write_docs(tmp_path / "docs", files())
    accept(docs)

    def findings() -> str:
        return run("check", "--docs", docs, "--today", "2026-03-20").output

    assert "term-mismatch" not in findings()
    write_docs(
        docs, {"_data/glossary.yml": "charge: {vi: không thu phí, en: without a fee, avoid: {en: [free of charge]}}\n"}
    )
    assert "free of charge" in EN
    assert "term-mismatch" in findings()
    (docs / "_data/glossary.yml").unlink()
    assert "term-mismatch" not in findings()
