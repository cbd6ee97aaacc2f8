"""Model → findings, one module for each family of rules; `weigh` then says which of them stop publication."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bulletin.checks.addresses import check_lock, check_redirects, redirect_claims
from bulletin.checks.metadata import check_metadata
from bulletin.checks.texts import check_text
from bulletin.checks.weight import weigh
from bulletin.model.body import Body
from bulletin.model.bulletin import Bulletin
from bulletin.model.finding import Finding
from bulletin.model.registry import Registries

__all__ = ["check_all", "check_lock", "weigh"]


def check_all(
    bulletins: Mapping[str, Bulletin], bodies: Mapping[tuple[str, str], Body], registries: Registries
) -> list[Finding]:
    """Every finding on what was read, in no order; bodies are by key and locale tag."""
    found: list[Finding] = list(check_redirects(redirect_claims(bulletins), bulletins))
    for bulletin in bulletins.values():
        found += check_metadata(bulletin, registries)
        found += _texts(bulletin, bodies)
    return found


def _texts(bulletin: Bulletin, bodies: Mapping[tuple[str, str], Body]) -> Iterable[Finding]:
    for tag, edition in bulletin.editions.items():
        body = bodies.get((bulletin.key, tag))
        if body is not None:
            yield from check_text(edition, body, bodies)
