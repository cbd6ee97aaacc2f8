"""A small, strict part of YAML: mappings, lists and scalars that stay the text they are, each with its line.

PyYAML finds the structure; nothing is resolved, so `no`, `010` and `12:30` are what the editor typed, and an
alias, an anchor or a tag is a mistake rather than a way to a billion copies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from bulletin.model.catalogue import message, yaml_reason
from bulletin.source.text import Flaw, character_flaws

MAX_DEPTH = 12
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Scalar:
    """One value, as typed."""

    line: int
    text: str
    is_quoted: bool = False


@dataclass(slots=True)
class Sequence:
    """A list."""

    line: int
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Fields in their order."""

    line: int
    entries: dict[str, Node] = field(default_factory=dict)
    key_lines: dict[str, int] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


_TOLD_WHERE_IT_BEGINS = ("end of stream", "document indicator", "or ']'", "or '}'", "expected ':'")
"""Problems that the parser notices further down than the editor has to look."""


class _WrongError(Exception):
    def __init__(self, flaw: Flaw) -> None:
        super().__init__(str(flaw.message))
        self.flaw = flaw


def read_yaml(text: str, first_line: int = 1, *, allows_tags: bool = False) -> tuple[Node | None, list[Flaw]]:
    """Read one YAML document; None where it is empty, cannot be read, or says two things of one field.

    `first_line` is the 1-based line of the file on which the text begins. Tags are ignored where allowed.
    """
    flaws: list[Flaw] = []
    reader = _Reader(text, first_line, flaws, allows_tags=allows_tags)
    try:
        root = reader.document()
    except _WrongError as error:
        return None, [*flaws, error.flaw]
    except yaml.MarkedYAMLError as error:
        problem = error.problem or error.context or ""
        begins = error.context_mark if problem.endswith(_TOLD_WHERE_IT_BEGINS) else None
        mark = begins or error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        return None, [*flaws, Flaw(line, message("yaml-syntax", reason=yaml_reason(problem)))]
    except (yaml.YAMLError, ValueError) as error:  # ValueError: an escape above the last code point
        reason = yaml_reason(str(error).split("\n")[0])
        return None, [*flaws, Flaw(first_line, message("yaml-syntax", reason=reason))]
    return (None if reader.is_ambiguous else root), flaws


class _Reader:
    """One pass over the parser's events."""

    def __init__(self, text: str, first_line: int, flaws: list[Flaw], *, allows_tags: bool) -> None:
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=_Loader)
        self.first_line = first_line
        self.flaws = flaws
        self.allows_tags = allows_tags
        self.is_ambiguous = False
        """Whether a field stood twice, so that nobody knows which value was meant."""

    def document(self) -> Node | None:
        root: Node | None = None
        seen = False
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if seen:
                    self.stop(event, "yaml-syntax", reason=yaml_reason("a second document"))
                seen = True
                root = self.node(next(self.events), 0)
        return root

    def node(self, event: yaml.Event, depth: int) -> Node:
        line = self.line(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self.stop(event, "yaml-anchor")
        tag = getattr(event, "tag", None)
        is_bare = tag == "!" and isinstance(event, yaml.ScalarEvent) and event.style
        if tag and not self.allows_tags and not is_bare:
            self.stop(event, "yaml-tag", found=tag)
        if depth > MAX_DEPTH:
            self.stop(event, "yaml-too-deep", limit=MAX_DEPTH)
        if isinstance(event, yaml.ScalarEvent):
            self.flaws += [Flaw(line, flaw.message) for flaw in character_flaws(event.value)[:1]]
            return Scalar(line, event.value, is_quoted=bool(event.style))
        if isinstance(event, yaml.SequenceStartEvent):
            sequence = Sequence(line)
            while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
                sequence.items.append(self.node(event, depth + 1))
            return sequence
        mapping = Mapping(line)
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key_line = self.line(event)
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                self.stop(event, "yaml-syntax", reason=yaml_reason("a name that is no text"))
            elif key.text in mapping.entries:
                self.is_ambiguous = True
                first = mapping.key_lines[key.text]
                self.flaws.append(Flaw(key_line, message("duplicate-key", name=key.text, first=first)))
            else:
                mapping.entries[key.text] = value
                mapping.key_lines[key.text] = key_line
        return mapping

    def line(self, event: yaml.Event) -> int:
        return self.first_line + (event.start_mark.line if event.start_mark else 0)

    def stop(self, event: yaml.Event, name: str, /, **parts: object) -> None:
        raise _WrongError(Flaw(self.line(event), message(name, **parts)))
