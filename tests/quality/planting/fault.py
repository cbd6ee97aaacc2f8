"""A planted change as a value, and the one way to make it: replace spans of a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tests.quality.planting.bundles import FILES, Bundle, Locale

CONTEXT = 30
"""Characters quoted on either side of a change, within its line."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One change planted in one bundle; with the rule `trivial`, one that must give no finding."""

    rule: str
    """The rule that must find it, or `trivial`."""
    key: str
    """The bundle's."""
    file: str
    """The file changed; with two changed, the one the line is in."""
    line: int
    """1-based line of the change, in the file as it was."""
    before: str
    """What stood there, with a little of its line."""
    after: str
    """What stands there now, with the same surroundings."""
    kind: str
    """What sort of slip it is: `magnitude`, `row-dropped`."""
    texts: Mapping[str, str]
    """Both editions after the change, by file name."""
    place: str = "file"
    """Where in an edition: `title`, `cell`, `paragraph` …"""


class Edit(NamedTuple):
    """Characters `start` up to `end` of a file become `new`."""

    start: int
    end: int
    new: str


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with all edits, which must not overlap."""
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def line_at(text: str, offset: int) -> int:
    """The 1-based line that a character is in."""
    return text.count("\n", 0, offset) + 1


def quoted(text: str, edit: Edit) -> tuple[str, str]:
    """Quote a change with its surroundings, before and after."""
    left = text[max(text.rfind("\n", 0, edit.start) + 1, edit.start - CONTEXT) : edit.start]
    stop = text.find("\n", edit.end)
    right = text[edit.end : min(stop if stop >= 0 else len(text), edit.end + CONTEXT)]
    return left + text[edit.start : edit.end] + right, left + edit.new + right


def make(bundle: Bundle, locale: Locale, rule: str, kind: str, place: str, edits: Sequence[Edit]) -> Fault:
    """Plant edits in one edition; the first is the one quoted and located."""
    file, text = FILES[locale], bundle.text(locale)
    before, after = quoted(text, edits[0])
    first = edits[0].start
    first += len(text[first : edits[0].end]) - len(text[first : edits[0].end].lstrip("\n"))
    texts = {**bundle.texts, file: edited(text, edits)}
    return Fault(rule, bundle.key, file, line_at(text, first), before, after, kind, texts, place)
