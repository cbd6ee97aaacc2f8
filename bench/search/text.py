"""A thousand bulletins whose words are as various as those of real text, spliced out of the project's own.

The project has some 220,000 words of real text in each language, a third of what a thousand bulletins have. A text here
is stretches of it, most of them from one source, as a bulletin keeps to its subject. A stretch ends, and two words meet
that have never met, as often as real text of that size would show something new; new words come as they would, too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import log
from pathlib import Path
from random import Random

from bulletin.model.locale import long_date
from bulletin.model.search import Catalogue, Entry

ROOT = Path(__file__).parents[2]
FOLDERS = ("tests/quality/corpus", "docs", "examples/demo-province/docs")
WORDS = 740
"""Of a text."""
SHORTEST = 80
"""Words of a source that is no notice."""
GROWTH = 4
"""How many times the real text is what is written out of it."""
AT_HOME = 0.8
"""How many stretches come from the source of the text."""
_FIELD = re.compile(r'^(title|description): "?(.*?)"?$', re.MULTILINE)
_NOISE = re.compile(r"\]\([^)]*\)|\[\^\d+\]:?|^[|>#:!-]+|[|*_\[\]]|^\s*-{3,}.*$|\{[^}]*\}|https?://\S+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Source:
    """One real edition."""

    title: list[str]
    description: list[str]
    words: list[str]


def sources(tag: str) -> list[Source]:
    """All real editions of a language that are long enough."""
    found = []
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob(f"index.{tag}.md")):
            _, front, body = path.read_text("utf-8").split("---\n", 2)
            fields = dict(_FIELD.findall(front))
            words = _NOISE.sub(" ", body).split()
            if len(words) > SHORTEST and "title" in fields and "description" in fields:
                found.append(Source(fields["title"].split(), fields["description"].split(), words))
    return found


def _still_new(found: Sequence[object], half: int) -> float:
    """How many of a hundred things would be new, on average, until there are GROWTH times as many.

    The share of what occurred once, among all, is the chance that the next is new; it falls by a power of the size,
    which the first half of the text and the whole of it show.
    """
    rates = [sum(1 for count in Counter(part).values() if count == 1) / len(part) for part in (found[:half], found)]
    falls = log(rates[0] / rates[1]) / log(2)
    new = rates[1] * (GROWTH ** (1 - falls) - 1) / (1 - falls)
    return new / GROWTH


class Writer:
    """Writes texts of one language."""

    def __init__(self, tag: str, seed: int = 7) -> None:
        """Read the sources, and see how various they are."""
        self.tag = tag
        self.chance = Random(f"{tag} {seed}")  # noqa: S311 - reproducible, not secret
        self.sources = sources(tag)
        words = [word.casefold().strip(".,;:!?()“”") for source in self.sources for word in source.words]
        single = Counter(words)
        self.size = len(words)
        half = len(words) // 2
        self.new_pairs = _still_new(list(pairwise(words)), half)
        self.new_words = _still_new(words, half)
        self.names = [word for word in single if len(word) > len("các") and word.isalpha()]

    def run(self, home: list[str], everywhere: list[list[str]], length: int, ends: float) -> list[str]:
        """So many words, in stretches."""
        found: list[str] = []
        while len(found) < length:
            words = home if self.chance.random() < AT_HOME else self.chance.choice(everywhere)
            at = self.chance.randrange(len(words))
            while at < len(words) and len(found) < length:
                found.append(self.word(words[at]))
                at += 1
                if self.chance.random() < ends:
                    break
        return found

    def word(self, word: str) -> str:
        """A word, or now and then one that nobody has seen."""
        if self.chance.random() >= self.new_words:
            return word
        one, other = self.chance.choice(self.names), self.chance.choice(self.names)
        return (one[: len(one) // 2 + 1] + other[len(other) // 2 :]).capitalize()

    def catalogue(self, pages: int) -> Catalogue:
        """Bulletins as they are found."""
        bodies = [source.words for source in self.sources]
        titles = [source.title for source in self.sources]
        leads = [source.description for source in self.sources]
        first = date(2016, 1, 1)
        entries = []
        for number in range(pages):
            source = self.chance.choice(self.sources)
            day = first + timedelta(days=number * 3800 // pages)
            title = self.run(source.title, titles, self.chance.randint(9, 16), 0.25)
            prefix = "" if self.tag == "vi" else f"{self.tag}/"
            slug = "-".join(re.sub(r"[^a-z ]", "", " ".join(title[:5]).casefold()).split())
            length = max(150, int(self.chance.gauss(WORDS, 250)))
            text = self.run(source.words, bodies, length, self.new_pairs)
            entries.append(
                Entry(
                    url=f"{prefix}news/{day:%Y/%m}/{number}-{slug}/",
                    title=" ".join(title),
                    description=" ".join(self.run(source.description, leads, 28, 0.1)),
                    section="Tin tức" if self.tag == "vi" else "News",
                    date=long_date(day, self.tag),
                    body="\n".join(" ".join(text[at : at + 60]) for at in range(0, len(text), 60)),
                )
            )
        return Catalogue(self.tag, tuple(entries))
