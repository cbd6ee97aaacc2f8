"""All that holds for every bulletin of a docs folder: configuration, labels, registries, policy, approvers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from bulletin.checks.addresses import read_lock
from bulletin.checks.bundle import Given
from bulletin.model.abbreviations import abbreviations_of
from bulletin.model.approval import Approving
from bulletin.model.catalogue import message
from bulletin.model.finding import CallError
from bulletin.model.policy import Policy
from bulletin.model.registry import Registries
from bulletin.model.site import Labels, Site
from bulletin.prepared import EMBLEM, OVERRIDES, read_lock_of
from bulletin.program import config_of
from bulletin.render.body import BodyRenderer
from bulletin.source.approvers import read_approving
from bulletin.source.registries import read_policy, read_registries
from bulletin.source.site import read_extensions, read_labels, read_site


@dataclass(frozen=True)
class Settings:
    """As they were read at one moment."""

    site: Site
    labels: Labels
    extensions: dict[str, dict[str, object]]
    registries: Registries
    policy: Policy
    approving: Approving
    lock: str
    """The addresses that were ever published."""
    emblem: str

    def given(self, today: date) -> Given:
        """What the check needs."""
        return Given(self.site.tags, self.registries, today, self.approving, self.site.issue)

    @cached_property
    def recorded(self) -> frozenset[str]:
        """The addresses of the lock."""
        return frozenset(read_lock(self.lock)[0])

    @cached_property
    def renderer(self) -> BodyRenderer:
        """For all texts, as long as these settings hold. Raises CallError for an extension that is not there."""
        abbreviations = {tag: abbreviations_of(self.registries, tag) for tag in self.site.tags}
        renderer = BodyRenderer(self.extensions, self.labels, abbreviations)
        renderer.begin(self.site.tags)
        return renderer


def read_settings(docs: Path) -> Settings:
    """Read everything. Raises CallError at the first mistake, and OSError where a file of our own is not there."""
    config = config_of(docs)
    site = read_site(config)
    if not docs.is_dir():
        raise CallError("--docs", message("no-folder", found=docs))
    policy = read_policy(docs)
    return Settings(
        site,
        read_labels(OVERRIDES / "locales", site.tags),
        read_extensions(config),
        read_registries(docs, site.tags),
        policy,
        read_approving(docs, policy, site.tags),
        read_lock_of(docs),
        EMBLEM.read_text(encoding="utf-8"),
    )
