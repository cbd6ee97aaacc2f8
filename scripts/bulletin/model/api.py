"""The interface for machines: files of JSON below `api/v1/`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from bulletin.model.page import Json

ROOT = "api/v1/"
"""Where the files of the first version lie, below the site's root: one set for all locales."""
KEY = ROOT.rstrip("/")
"""The key of the page that explains them."""


@dataclass(frozen=True, slots=True)
class ApiFile:
    """One file of the interface."""

    url: str
    """Below the site's root: `api/v1/bulletins/news/2026/03/wind.json`."""
    data: bytes


def written(content: Mapping[str, Json]) -> bytes:
    """A value as the interface gives it: UTF-8 without escapes, in the order of the value, with a closing newline."""
    return (json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
