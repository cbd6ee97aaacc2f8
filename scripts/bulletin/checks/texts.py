"""Texts: what may not be published as it stands, and links, pictures and anchors that are not there."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from bulletin.model.body import Body, Link
from bulletin.model.bulletin import Edition
from bulletin.model.catalogue import did_you_mean, message
from bulletin.model.finding import Finding, Message, Severity
from bulletin.model.routes import LinkKind

MAX_COMPARED = 40
"""Anchors among which the likeliest is looked for: comparing letters takes far longer than everything else here."""


def check_text(edition: Edition, body: Body, bodies: Mapping[tuple[str, str], Body]) -> Iterator[Finding]:
    """Findings on one rendered text; anchors are looked up in the other texts."""
    for problem in body.problems:
        severity = Severity.WARNING if problem.is_warning else Severity.ERROR
        yield _finding(edition, problem.line, problem.rule, problem.message, severity)
    for link in body.links:
        sentence = _wrong(link)
        if sentence is not None:
            yield _finding(edition, link.line, "broken-link", sentence)
        elif link.destination.kind is LinkKind.UNPUBLISHED:
            sentence = message("unpublished-link", found=link.href)
            yield _finding(edition, link.line, "unpublished-link", sentence, Severity.WARNING)
        elif link.destination.fragment and link.destination.kind is LinkKind.PAGE:
            yield from _anchor(edition, link, bodies)


def _wrong(link: Link) -> Message | None:
    kind = link.destination.kind
    if kind is LinkKind.FORBIDDEN:
        return message("forbidden-link", found=link.href)
    if link.is_image and (link.destination.asset is None or link.destination.asset.picture is None):
        return message("image-not-local", found=link.href)
    return message("broken-link", found=link.href) if kind is LinkKind.BROKEN else None


def _anchor(edition: Edition, link: Link, bodies: Mapping[tuple[str, str], Body]) -> Iterator[Finding]:
    destination = link.destination
    target = bodies.get((destination.key, destination.locale))
    ids = target.ids if target else frozenset[str]()
    if destination.fragment not in ids:
        near = sorted(ids, key=lambda known: abs(len(known) - len(destination.fragment)))[:MAX_COMPARED]
        close = did_you_mean(difflib.get_close_matches(destination.fragment, near, n=2))
        parts = {"page": f"/{destination.url}", "found": destination.fragment, "suggestion": close}
        yield _finding(edition, link.line, "broken-link", message("broken-anchor", **parts))


def _finding(edition: Edition, line: int, rule: str, sentence: Message, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(rule, severity, edition.path, line, sentence, edition.key, edition.locale)
