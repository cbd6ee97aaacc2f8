"""A staged page as the renderer reads it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def read_staged(meta: Mapping[str, Any]) -> dict[str, Any]:
    """What a page shows, from the front matter that the stage wrote.

    Raises ValueError for a page that did not come through the stage.
    """
    staged = meta.get("staged")
    if not isinstance(staged, str):
        raise ValueError("not staged")  # noqa: TRY004 - said of the page, not of a type
    data: dict[str, Any] = json.loads(staged)
    return data
