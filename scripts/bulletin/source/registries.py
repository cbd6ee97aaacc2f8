"""`docs/_data/*.yml` → registries and policy; a wrong file there stops all, since its keys are used all over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bulletin.model.bulletin import SECTIONS
from bulletin.model.catalogue import message, noun, one_of, quoted
from bulletin.model.finding import CallError
from bulletin.model.policy import Binding, Level, Measure, Policy, SectionPolicy
from bulletin.model.registry import REGISTRIES, Entry, Registries
from bulletin.model.rules import FIXED, RULES
from bulletin.source.disk import read_regular
from bulletin.source.entries import EntryReader, Gap, group_flaws, successor_flaws, unknown_files
from bulletin.source.fields import KEY, Fields, suggestions
from bulletin.source.text import Flaw, decode
from bulletin.source.yaml_reader import Mapping, read_yaml

DATA_FOLDER = "_data"
POLICY_FILE = "coverage.yml"
_SHARE = re.compile(r"0?\.[0-9]{1,15}|0\.?|1(?:\.0{0,15})?")


def read_registries(docs: Path, tags: tuple[str, ...]) -> Registries:
    """Read every registry; a folder without `_data/` has empty ones.

    Raises CallError with file and line at the first mistake, a text that is missing included.
    """
    return _read_all(docs, tags, None)


def survey_registries(docs: Path, tags: tuple[str, ...]) -> tuple[Registries, list[tuple[str, Gap]]]:
    """The registries as far as they go, and every text that they lack, each with the name of its registry.

    Raises CallError with file and line at the first mistake of any other kind.
    """
    gaps: dict[str, list[Gap]] = {name: [] for name in REGISTRIES}
    registries = _read_all(docs, tags, gaps)
    return registries, [(name, gap) for name, found in gaps.items() for gap in found]


def _read_all(docs: Path, tags: tuple[str, ...], gaps: dict[str, list[Gap]] | None) -> Registries:
    found: dict[str, dict[str, Entry]] = {name: {} for name in REGISTRIES}
    for name in REGISTRIES:
        place = f"{DATA_FOLDER}/{name}.yml"
        mapping = read_data(docs, place)
        if mapping is not None:
            reader = EntryReader(name, tags, gaps[name] if gaps is not None else None)
            found[name] = dict(_entries(mapping, reader, place))
            stop(place, *successor_flaws(found[name]))
            stop(place, *(group_flaws(found[name]) if name == "links" else ()))
    for name, flaw in unknown_files(docs / DATA_FOLDER):
        stop(f"{DATA_FOLDER}/{name}", flaw)
    return found


def _entries(mapping: Mapping, reader: EntryReader, place: str) -> Iterator[tuple[str, Entry]]:
    flaws: list[Flaw] = []
    fields = Fields(mapping, flaws, reader.tags)
    for key, line in mapping.key_lines.items():
        if not KEY.fullmatch(key):
            parts = {"name": place, "found": quoted(key), "expected": noun("key")}
            stop(place, Flaw(line, message("wrong-type", **parts)))
        group = fields.group(key, required=True)
        if group is None:
            stop(place, *flaws)
            continue
        entry = reader.read(group, key, line)
        stop(place, *flaws)
        yield key, entry


def read_policy(docs: Path) -> Policy:
    """Read the coverage policy; a folder without one has the defaults.

    Raises CallError with file and line at the first mistake.
    """
    place = f"{DATA_FOLDER}/{POLICY_FILE}"
    mapping = read_data(docs, place)
    if mapping is None:
        return Policy()
    flaws: list[Flaw] = []
    fields = Fields(mapping, flaws, ())
    found = {}
    sections = fields.group("sections")
    for section in sections.mapping.entries if sections else ():
        if sections and section not in (*SECTIONS, "*"):
            sections.note(section, "unknown-section", found=section, expected=one_of((*SECTIONS, "*")))
        group = sections.group(section) if sections else None
        if group is not None:
            found[section] = _section(group)
            group.close()
    rules = {}
    levels = fields.group("rules")
    for rule in levels.mapping.entries if levels else ():
        level = levels.choice(rule, Level) if levels else None
        if levels and rule not in (*RULES, "*"):
            levels.note(rule, "unknown-rule", name=rule, suggestion=suggestions(rule, RULES))
        elif levels and rule in FIXED and level is not Level.ERROR:
            levels.note(rule, "fixed-rule", name=rule)
        if level is not None:
            rules[rule] = level
    approvals = fields.choice("approvals", Binding)
    fields.close()
    stop(place, *sorted(flaws, key=lambda flaw: flaw.line))
    return Policy(found, rules, is_given=sections is not None or levels is not None, approvals=approvals)


def _section(group: Fields) -> SectionPolicy:
    required, days = group.parsed("required", _share, "share"), group.parsed("grace_days", _count, "count")
    by = group.choice("by", Measure)
    machine, draft = group.parsed("machine", _boolean, "boolean"), group.parsed("draft", _boolean, "boolean")
    return SectionPolicy(
        required=1.0 if required is None else required,
        by_words=by is Measure.WORDS,
        grace_days=days or 0,
        machine=bool(machine),
        draft=bool(draft),
    )


def read_data(docs: Path, place: str) -> Mapping | None:
    """Read a file of `_data/`; None where there is none or it is empty. Raises CallError for a wrong one."""
    if (docs / DATA_FOLDER).is_symlink():
        raise CallError(f"{DATA_FOLDER}:1", message("symbolic-link"))
    return read_mapping(docs / place, place)


def read_mapping(path: Path, place: str, *, allows_tags: bool = False) -> Mapping | None:
    """Read a YAML file of the configuration; None where there is none or it is empty.

    Raises CallError with file and line where it is not readable or no mapping.
    """
    if path.is_symlink():
        raise CallError(f"{place}:1", message("symbolic-link"))
    try:
        data = read_regular(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CallError(f"{place}:1", message("unreadable-file", reason=error.strerror)) from error
    text, flaws = decode(data)
    stop(place, *flaws)
    node, flaws = read_yaml(text or "", allows_tags=allows_tags)
    stop(place, *flaws)
    if node is None:
        return None
    if not isinstance(node, Mapping):
        raise CallError(f"{place}:{node.line}", message("front-matter-not-mapping"))
    return node


def stop(place: str, *flaws: Flaw) -> None:
    """Raise CallError for the first flaw, if there is one."""
    for flaw in flaws:
        raise CallError(f"{place}:{flaw.line}", flaw.message)


def _share(text: str) -> float:
    if not _SHARE.fullmatch(text):
        raise ValueError(text)
    return float(text)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):  # noqa: PLR2004 - int() has a limit
        raise ValueError(text)
    return int(text)


def _boolean(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(text)
    return text == "true"
