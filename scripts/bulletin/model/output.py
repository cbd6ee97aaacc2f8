"""A file of the site before it is made: where it will be, what it depends on, and how to make it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """One file."""

    address: str
    """Path below the site's root, not percent-encoded: `en/news/2026/03/wind/index.html`."""
    key: str
    """Digest of exactly what it shows and of the code that makes it: while it is the same, the bytes are."""
    make: Callable[[], bytes]
    """Makes its bytes; may run in a forked process. Raises what the maker raises."""
