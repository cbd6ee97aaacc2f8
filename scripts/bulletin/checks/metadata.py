"""Shared metadata: keys that exist, translations that contradict nothing, approvals that were forgotten."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from bulletin.model.bulletin import Bulletin, Edition, Shared, Status
from bulletin.model.catalogue import did_you_mean, message
from bulletin.model.finding import Finding, Message, Severity
from bulletin.model.registry import Registries

KEYED = ("topics", "sectors", "places", "people", "agencies")
"""Shared fields whose values are keys of the registry of the same name."""
_OWNED_BY_SOURCE = (
    *("date", "status", *KEYED, "author", "source", "featured", "audience", "translate"),
    *("updated", "reviewed_on", "withdrawn", "redirect_from"),
)
"""Shared fields but `approved` and `embargo_until`, which a translation may have for itself."""


def check_metadata(bulletin: Bulletin, registries: Registries) -> Iterator[Finding]:
    """Findings on the front matter of all editions of a bulletin together."""
    source = bulletin.source
    for edition in bulletin.editions.values():
        yield from _unknown_keys(edition, registries)
        if source is not None and edition is not source:
            yield from _contradictions(edition, source)
    if source and source.shared.status is Status.PUBLISHED and "approved" not in source.lines:
        line = source.line_of("status")
        yield _finding(source, line, "clearance", message("clearance"), Severity.WARNING)


def _unknown_keys(edition: Edition, registries: Registries) -> Iterator[Finding]:
    for name in KEYED:
        registry = registries.get(name, {})
        for key in _keys(edition.shared, name):
            if key not in registry:
                close = did_you_mean(difflib.get_close_matches(key, sorted(registry), n=2))
                sentence = message("registry-missing", found=key, registry=name, suggestion=close)
                yield _finding(edition, edition.line_of(name), "registry-missing", sentence)


def _keys(shared: Shared, name: str) -> tuple[str, ...]:
    keys: tuple[str, ...] = getattr(shared, name)
    return keys


def _contradictions(edition: Edition, source: Edition) -> Iterator[Finding]:
    for name in _OWNED_BY_SOURCE:
        if name in edition.lines and getattr(edition.shared, name) != getattr(source.shared, name):
            parts = {"name": name, "path": source.path, "line": source.line_of(name)}
            line = edition.line_of(name)
            yield _finding(edition, line, "metadata-mismatch", message("metadata-mismatch", **parts))
    own, shared = edition.shared.embargo_until, source.shared.embargo_until
    if own and shared and own < shared:
        line = edition.line_of("embargo_until")
        yield _finding(edition, line, "metadata-mismatch", message("earlier-embargo"))


def _finding(edition: Edition, line: int, rule: str, sentence: Message, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(rule, severity, edition.path, line, sentence, edition.key, edition.locale)
