"""What a build by MkDocs alone renders: `mkdocs build` and `mkdocs serve`, with the hooks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bulletin.model.site import Labels, Site


@dataclass(frozen=True, slots=True)
class Job:
    """One build of a staged tree."""

    pages: Path
    """Its docs folder."""
    site: Site
    labels: Labels
    furniture: Mapping[str, Any]
