"""Two editions written beside the assertion, and what the rules on a pair say of them."""

from __future__ import annotations

from datetime import date

from bulletin.checks.pair import PairResult, Read, align_editions, compare, read
from bulletin.model.alignment import Alignment
from bulletin.model.bulletin import Bulletin, Edition, Image, Shared
from bulletin.source.blocks import read_blocks

KEY = "news/2026/03/hoi-nghi"
BODY_LINE = 7
"""The line on which a body begins: that of its first line in a message."""
TITLES = {"vi": "Hội nghị xúc tiến đầu tư", "en": "Investment promotion conference"}
DESCRIPTIONS = {"vi": "Tỉnh giới thiệu các dự án.", "en": "The province presents its projects."}


DAY = date(2026, 3, 24)
"""The bulletin's date: a Tuesday."""


def edition(body: str, tag: str, image: Image | None = None, key: str = KEY, day: date | None = None) -> Edition:
    """An edition whose body begins on line 7."""
    lines = {"title": 2, "description": 3, "image": 4}
    path = f"{key}/index.{tag}.md"
    title, description = TITLES.get(tag, "T"), DESCRIPTIONS.get(tag, "D")
    return Edition(key, tag, path, title, description, body, BODY_LINE, lines, Shared(date=day), image)


def side(body: str, tag: str, image: Image | None = None, day: date | None = None) -> Read:
    """One edition with its blocks and quantities."""
    one = edition(body, tag, image, day=day)
    return read(one, read_blocks(one))


def result(source: str, translation: str, tags: tuple[str, str] = ("vi", "en")) -> PairResult:
    """The comparison of a translation with its source."""
    return _compared(side(source, tags[0]), side(translation, tags[1]))


def _compared(source: Read, translation: Read) -> PairResult:
    editions = {one.edition.locale: one.edition for one in (source, translation)}
    return compare(Bulletin(KEY, editions, source.edition.locale), source, translation)


def findings(
    rule: str,
    source: str,
    translation: str,
    images: tuple[Image | None, Image | None] = (None, None),
    tags: tuple[str, str] = ("vi", "en"),
    day: date | None = None,
) -> list[str]:
    """What one rule says, as `en:8: message`: the edition, the line in its file, the English sentence."""
    found = _compared(side(source, tags[0], images[0], day), side(translation, tags[1], images[1])).findings
    return [f"{each.locale}:{each.line}: {each.message.en}" for each in found if each.rule == rule]


def alignment(source: str, translation: str, tags: tuple[str, str] = ("vi", "en")) -> Alignment:
    """The alignment of two bodies."""
    return align_editions(side(source, tags[0]), side(translation, tags[1]))


def lone(source: str, translation: str) -> list[str]:
    """The texts of the blocks that have no counterpart."""
    blocks = [pair.source or pair.translation for pair in alignment(source, translation) if pair.both is None]
    return [block.text for block in blocks if block]
