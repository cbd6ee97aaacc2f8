"""What news search engines are told of an edition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Headline:
    """One edition of a recent bulletin."""

    url: str
    """Below the site's root."""
    locale: str
    title: str
    published: date
