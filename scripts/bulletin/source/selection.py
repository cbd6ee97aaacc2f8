"""The paths of a call → which bundles are meant, and which findings are to be told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from bulletin.model.catalogue import message
from bulletin.model.finding import CallError, Finding
from bulletin.source.tree import Bundle


@dataclass(frozen=True, slots=True)
class Place:
    """One path of a call."""

    given: str
    """As it stood in the call."""
    path: str
    """Below the docs folder, with `/`; empty for that folder itself."""

    def means(self, bundle: Bundle) -> bool:
        """Whether a bundle lies there, or below, or has the file."""
        return self.names(bundle) or not self.path or bundle.key.startswith(f"{self.path}/")

    def names(self, bundle: Bundle) -> bool:
        """Whether it is this very bundle, or a file of it, and no folder of many."""
        return (bool(bundle.key) and bundle.key == self.path) or self.path in bundle.files.values()

    def shows(self, finding: Finding) -> bool:
        """Whether a finding that belongs to no bundle is about what lies there."""
        return not self.path or finding.path == self.path or finding.path.startswith(f"{self.path}/")


@dataclass(frozen=True, slots=True)
class Selection:
    """All that a call means."""

    places: tuple[Place, ...]

    def means(self, bundle: Bundle) -> bool:
        """Whether any path means a bundle."""
        return any(place.means(bundle) for place in self.places)

    def shows(self, finding: Finding, keys: Collection[str]) -> bool:
        """Whether a finding is about one of the bundles that are meant, by their keys, or about a file that is."""
        return bool(finding.key and finding.key in keys) or any(place.shows(finding) for place in self.places)


def select(docs: Path, given: Sequence[str], bundles: Sequence[Bundle], findings: Sequence[Finding]) -> Selection:
    """Find what the paths of a call mean in a tree that was scanned.

    Raises CallError for a path at which there is nothing that is checked.
    """
    places = tuple(Place(text, below(docs, text)) for text in given)
    for place in places:
        if not (any(map(place.means, bundles)) or any(map(place.shows, findings))):
            raise CallError(place.given, message("unknown-path", found=place.given, docs=docs))
    return Selection(places)


def below(docs: Path, text: str) -> str:
    """A path as it is from here, from the docs folder, or a key, as a path below that folder, empty for itself.

    Links are followed only to find out where it lies. Raises CallError where there is nothing.
    """
    try:
        root = docs.resolve()
        for base in (Path(), docs):
            found = (base / text).resolve()
            if found.exists() and found.is_relative_to(root):
                path = found.relative_to(root).as_posix()
                return "" if path == "." else path
    except (OSError, RuntimeError) as error:  # a name that is too long; a loop of links, in Python before 3.13
        raise CallError(text, message("unknown-path", found=text, docs=docs)) from error
    raise CallError(text, message("unknown-path", found=text, docs=docs))


def tags_meant(places: Sequence[Place], bundle: Bundle, tags: Sequence[str]) -> frozenset[str]:
    """The locales of the editions that a call names one by one; none where it means the bundle as a whole."""
    files = {bundle.files.get(f"index.{tag}.md"): tag for tag in tags}
    named = [files.get(place.path, "") for place in places]
    return frozenset(named) if all(named) else frozenset()
