"""Bundles of the corpus as plain texts by file name, read from one half of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

Locale = Literal["vi", "en"]
LOCALES: tuple[Locale, Locale] = ("vi", "en")
FILES: Mapping[Locale, str] = {"vi": "index.vi.md", "en": "index.en.md"}
TRANSLATED = re.compile(r"^translation:", re.MULTILINE)


def other(locale: Locale) -> Locale:
    return "en" if locale == "vi" else "vi"


@dataclass(frozen=True)
class Bundle:
    """One bulletin of the corpus, with both editions."""

    key: str
    """The folder below the half, with `/` between its parts."""
    texts: Mapping[str, str]
    """The text of each edition by file name."""

    @cached_property
    def source(self) -> Locale:
        """The locale whose file has no `translation:`; Vietnamese if both or neither have one."""
        english = self.texts[FILES["en"]]
        return "vi" if TRANSLATED.search(english.split("\n---", 1)[0]) else "en"

    def text(self, locale: Locale) -> str:
        return self.texts[FILES[locale]]


def read_half(folder: Path) -> list[Bundle]:
    """Read every folder that has both editions, sorted by key; a folder with one edition is left out."""
    found = []
    for path in sorted(folder.rglob(FILES["vi"])):
        if (path.parent / FILES["en"]).is_file():
            texts = {name: (path.parent / name).read_text("utf-8") for name in FILES.values()}
            found.append(Bundle(path.parent.relative_to(folder).as_posix(), texts))
    return found
