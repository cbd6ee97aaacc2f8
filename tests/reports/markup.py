"""What a page holds, read by a parser of its own: links, texts by class, elements that must not be there."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset(("meta", "link", "input", "rect", "path", "circle", "br"))


@dataclass
class _Reader(HTMLParser):
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    texts: list[tuple[list[str], str]] = field(default_factory=list)
    """(marks of the elements around it, text)."""
    around: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.tags.append((tag, found))
        if tag not in VOID:
            self.around.append(
                (tag, f"{tag} {found.get('class', '')} {found.get('data-number', '')} {found.get('id', '')}")
            )

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while self.around and self.around.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.texts.append(([mark for _, mark in self.around], data))


@dataclass(frozen=True, slots=True)
class Markup:
    """One page."""

    tags: list[tuple[str, dict[str, str]]]
    texts: list[tuple[list[str], str]]

    @property
    def links(self) -> list[str]:
        """Every `href` and `src`."""
        return [found[name] for _, found in self.tags for name in ("href", "src") if name in found]

    def text(self, *words: str) -> str:
        """The text inside elements whose name, classes, number or id have all these words."""
        return "".join(
            text for marks, text in self.texts if not words or any(set(words) <= set(mark.split()) for mark in marks)
        )

    def all(self, word: str) -> list[str]:
        """The texts of the innermost elements with a word, one by one."""
        return [text for marks, text in self.texts if marks and word in marks[-1].split()]


def read(path: Path) -> Markup:
    """Read a page."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return Markup(reader.tags, reader.texts)
