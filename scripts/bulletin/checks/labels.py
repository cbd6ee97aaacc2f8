"""`ui-string-missing`, `taxonomy-missing`, `registry-missing`: texts that one language of the site lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bulletin.checks.states import NAMES
from bulletin.model.bulletin import SECTIONS
from bulletin.model.catalogue import Words, message
from bulletin.model.finding import Finding, Severity
from bulletin.model.registry import TAXONOMIES
from bulletin.source.entries import Gap
from bulletin.source.registries import DATA_FOLDER


def missing_labels(labels: Mapping[str, Iterable[str]], place: str) -> Iterator[Finding]:
    """Labels that another locale or the list of sections has; `place` is the folder of the files, below the docs."""
    known = {tag: frozenset(names) for tag, names in labels.items()}
    every = frozenset(f"section_{section}" for section in SECTIONS).union(*known.values())
    for tag, names in known.items():
        for name in sorted(every - names):
            yield _finding("ui-string-missing", f"{place}/{tag}.yml", 1, name, tag)


def missing_texts(gaps: Iterable[tuple[str, Gap]]) -> Iterator[Finding]:
    """Texts that the entries of registries lack, each with the name of its registry."""
    for registry, gap in gaps:
        rule = "taxonomy-missing" if registry in TAXONOMIES else "registry-missing"
        yield _finding(rule, f"{DATA_FOLDER}/{registry}.yml", gap.line, gap.name, gap.tag)


def _finding(rule: str, path: str, line: int, name: str, tag: str) -> Finding:
    language = Words(*NAMES.get(tag, (tag, tag)))
    return Finding(rule, Severity.ERROR, path, line, message("text-missing", name=name, language=language))
