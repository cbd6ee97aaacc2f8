"""Which names stand in a text, and what else one may call what they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bulletin.finish.search.folding import Folder
from bulletin.model.search import Synonyms

Units = tuple[str, ...]
_SHORTEST = 2
"""Letters of an abbreviation."""


class Thesaurus:
    """The names of a site, by the units with which they begin."""

    def __init__(self, synonyms: Iterable[Synonyms], folder: Folder) -> None:
        """Fold every name once."""
        self._said: dict[str, list[tuple[Units, tuple[Units, ...]]]] = {}
        groups: dict[Units, dict[Units, None]] = {}
        for each in synonyms:
            names = list(dict.fromkeys(tuple(folder.units(name)) for name in each.names))
            said = [tuple(folder.units(name)) for name in each.said]
            pairs = list(_initials(said))
            for own, others in [(name, names) for name in said] + pairs:
                if own:
                    groups.setdefault(own, {}).update(dict.fromkeys(name for name in others if name != own))
        for own, found in groups.items():
            self._said.setdefault(own[0], []).append((own, tuple(found)))

    def beside(self, units: Sequence[str]) -> Iterator[Units]:
        """Other names of whatever a sentence names."""
        for at, unit in enumerate(units):
            for own, others in self._said.get(unit, ()):
                if tuple(units[at : at + len(own)]) == own:
                    yield from others


def _initials(names: Sequence[Units]) -> Iterator[tuple[Units, list[Units]]]:
    """`ubnd` and `uy ban nhan dan`, out of names of which one has the letters and the other the words."""
    for short in {unit for name in names for unit in name if len(unit) >= _SHORTEST and unit.isalpha()}:
        size = len(short)
        for name in names:
            for at in range(len(name) - size + 1):
                words = name[at : at + size]
                if all(word[0] == letter for word, letter in zip(words, short, strict=True)):
                    yield (short,), [words]
                    yield words, [(short,)]
