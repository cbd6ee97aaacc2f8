"""The picture that other services show of a page when somebody shares it: what stands in it, and its address."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property

WIDTH, HEIGHT = 1200, 630
"""In pixels; the size that Open Graph's readers ask for (1.91 : 1)."""
DESIGN = 1
"""Number of the design. Who changes what is drawn raises it: a name stands for one picture, and is kept for ever."""
COLOURS = ("paper", "ink", "primary", "accent")
"""Tokens of the site that a picture is drawn with."""


@dataclass(frozen=True, slots=True)
class Look:
    """What all pictures of a site have in common."""

    colours: Mapping[str, str]
    """Token → `#rrggbb`, of `COLOURS`."""
    emblem: str
    """The site's icon, as SVG; empty for none."""


@dataclass(frozen=True)
class ShareImage:
    """One picture, of one page or of all pages of a locale that have none of their own."""

    folder: str
    """Address of the page, below the root, with a trailing slash unless it is the root itself."""
    alt: str
    head: str
    """Beside the emblem: the site's name, or who publishes it."""
    title: str
    look: Look
    label: str = ""
    """The section, and what a reader must know first."""
    lead: str = ""
    """Below the title of a picture that stands for the whole site."""
    note: str = ""
    """The day, or what the list has instead of it."""
    language: str = ""
    """The language's name in itself."""
    tag: str = ""
    """That stands for the name if the letters of the name cannot be drawn."""
    picture: str = ""
    """Path of the lead picture below the docs folder; empty for none."""
    picture_digest: str = ""
    is_photograph: bool = False
    """Whether the lead picture is one, whose tones no palette holds."""

    @cached_property
    def digest(self) -> str:
        """SHA-256, in hexadecimal, of all that is seen in it, whatever page it belongs to."""
        shown = asdict(self)
        for unseen in ("folder", "alt", "picture"):
            del shown[unseen]
        written = json.dumps([DESIGN, shown], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(written.encode()).hexdigest()

    @property
    def url(self) -> str:
        """Below the root. A new name with every change, or services that keep pictures would show the old one."""
        return f"{self.folder}card-{self.digest[:10]}.{'jpg' if self.is_photograph else 'png'}"
