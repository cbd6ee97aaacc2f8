"""What a finished tree of files holds of texts that must not be public, by their words, whatever stands around them.

Texts become runs of plain words: without marks, capitals and diacritics, so that a search index without diacritics
gives a text away like any page. A run that a public text holds too proves nothing.
"""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

RUN = 8
"""Words of a run: fewer could stand in two texts by chance."""
SHORTEST = 4
"""Words of a text that is told by itself, such as a title; fewer are anybody's."""
TEXTS = frozenset(
    (".html", ".xml", ".json", ".js", ".css", ".txt", ".svg", ".atom", ".rss", ".ics", ".csv", ".vtt", "")
)
_DAY = frozenset((
    *("ngay", "thang", "nam", "january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december", *map(str, range(3000)), *(f"0{digit}" for digit in range(1, 10))),
))  # fmt: skip
"""Words of a day, as `words_of` has them."""
_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^<>]*>")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def words_of(text: str) -> list[str]:
    """The plain words of a text."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return _WORD.findall("".join(c for c in plain if not unicodedata.combining(c)))


class Probes:
    """Runs of words that give a secret away."""

    def __init__(self, secret: Mapping[str, Iterable[str]], public: Iterable[str], labels: Iterable[str] = ()) -> None:
        """Place → texts that nobody may see; and every text that anybody may, which clears the runs in it.

        `labels` are the site's own words, beside which it puts days of public bulletins: they clear runs that are
        nothing but the words of one label and a day.
        """
        self.runs: dict[int, dict[tuple[str, ...], str]] = {}
        for place, texts in secret.items():
            for text in texts:
                words = words_of(text)
                length = min(RUN, len(words))
                if length >= SHORTEST:
                    held = self.runs.setdefault(length, {})
                    for run in _runs(words, length):
                        held.setdefault(run, place)
        for text in public:
            words = words_of(text)
            for length, held in self.runs.items():
                for run in _runs(words, length):
                    held.pop(run, None)
        self._clear_days(labels)

    def _clear_days(self, labels: Iterable[str]) -> None:
        own = {
            run
            for text in labels
            for words in [words_of(text)]
            for length in range(1, RUN)
            for run in _runs(words, length)
        }
        for held in self.runs.values():
            for run in [run for run in held if any(word.isdigit() for word in run)]:
                parts = [tuple(part) for is_day, part in groupby(run, _DAY.__contains__) if not is_day]
                if len(parts) <= 1 and own.issuperset(parts):
                    del held[run]

    def found_in(self, text: str) -> set[str]:
        """The places whose texts a file gives away."""
        found: set[str] = set()
        for stream in _streams(text):
            words = words_of(stream)
            for length, held in self.runs.items():
                found.update(held[run] for run in _runs(words, length) if run in held)
        return found


def leaks(root: Path, probes: Probes) -> Iterator[tuple[str, str]]:
    """(file of the tree, place of the text) for every secret that is in it."""
    for file in sorted(root.rglob("*")):
        if file.is_file() and file.suffix.lower() in TEXTS:
            text = file.read_text(encoding="utf-8", errors="replace")
            path = file.relative_to(root).as_posix()
            yield from ((path, place) for place in sorted(probes.found_in(text)))


def _runs(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))


def _streams(text: str) -> Iterator[str]:
    """The text as it stands, with its attributes and comments; and without tags, as its reader gets it."""
    text = html.unescape(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), text))
    yield text
    yield _TAG.sub(" ", text)
