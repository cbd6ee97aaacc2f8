"""The files of overrides/ that pages load, under names that change with their content, and the style sheet as text."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import rcssmin

FOLDER = "assets"
STYLES = "site/styles.css"


@dataclass(frozen=True, slots=True)
class Assets:
    """What every page loads."""

    names: Mapping[str, str]
    """Name below `overrides/assets/` → address below the root, with a digest: it may be cached for ever."""
    styles: str
    """The style sheet, minified, which is set into each page."""


def read_assets(overrides: Path) -> Assets:
    """Read the files that pages load."""
    names = {}
    for path in sorted((overrides / FOLDER).iterdir()):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:10]
        names[path.name] = f"{FOLDER}/{path.stem}.{digest}{path.suffix}"
    return Assets(names, rcssmin.cssmin((overrides / STYLES).read_text(encoding="utf-8")))
