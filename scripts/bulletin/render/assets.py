"""The files of overrides/ that pages load, under names that change with their content, and the style sheet as text."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rcssmin

FOLDER = "assets"
STYLES = Path("site", "styles.css")
PARTS = Path("site", "styles")


@dataclass(frozen=True, slots=True)
class Assets:
    """What every page loads."""

    names: Mapping[str, str]
    """Name below `overrides/assets/` → address below the root, with a digest: it may be cached for ever."""
    styles: str
    """The style sheet of every page, minified, which is set into each."""
    parts: Mapping[str, str]
    """Kind of page, or name of a part of one → its own style sheet, minified; set into the pages that need it."""

    def styles_of(self, shown: Mapping[str, Any]) -> str:
        """The style sheet of a page: everyone's, its kind's, and those of the parts that its content names."""
        names = dict.fromkeys([shown["kind"], *shown["content"].get("styles", ())])
        return "".join([self.styles, *(self.parts[name] for name in names if name in self.parts)])


def read_assets(overrides: Path) -> Assets:
    """Read the files that pages load."""
    names = {}
    for path in sorted((overrides / FOLDER).iterdir()):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:10]
        names[path.name] = f"{FOLDER}/{path.stem}.{digest}{path.suffix}"
    parts = {path.stem: _minified(path) for path in sorted((overrides / PARTS).glob("*.css"))}
    return Assets(names, _minified(overrides / STYLES), parts)


def _minified(path: Path) -> str:
    return str(rcssmin.cssmin(path.read_text(encoding="utf-8")))
