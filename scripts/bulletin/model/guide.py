"""The guide to a site for programs that read texts: what there is, and where (llmstxt.org)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """One link of the guide."""

    title: str
    url: str
    """Below the site's root."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Links under a heading."""

    title: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """The whole."""

    title: str
    summary: str
    notes: tuple[str, ...] = ()
    """A paragraph each."""
    chapters: tuple[Chapter, ...] = ()
