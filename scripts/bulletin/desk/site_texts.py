"""The registries and labels that a check of the whole site looks at."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from bulletin.checks.labels import missing_labels, missing_texts
from bulletin.model.finding import Finding
from bulletin.program import ROOT
from bulletin.source.entries import Gap
from bulletin.source.site import survey_labels

LABELS = ROOT / "overrides" / "locales"


def site_findings(docs: Path, tags: Sequence[str], gaps: Sequence[tuple[str, Gap]]) -> Iterator[Finding]:
    """Texts that the registries lack, and the theme's labels where the docs folder is this project's own."""
    yield from missing_texts(gaps)
    if ROOT in docs.resolve().parents and LABELS.is_dir():
        yield from missing_labels(survey_labels(LABELS, tags), Path(os.path.relpath(LABELS, docs)).as_posix())
