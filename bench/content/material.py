"""The project's own bilingual texts, cut into sections of which each by itself passes the check."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from bulletin.checks.bundle import Given
from bulletin.checks.run import Task, run
from bulletin.source.registries import read_registries

from bench.check.generate import body_of

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "examples" / "demo-province" / "docs"
FOLDERS = (ROOT / "tests" / "quality" / "corpus" / "develop", DEMO)
TAGS = ("vi", "en")
TODAY = date(2026, 11, 20)
"""The last day of what is written."""
LONGEST_TITLE = 105
"""Characters: a place is put before it, and 150 are allowed."""
_FIELD = re.compile(r'^(title|description): "?(.*?)"?$', re.MULTILINE)
_NOTE = re.compile(r"\[\^[^\]]+\](?!:)")
_INNER_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\((?!https?:)[^)]*\)")
_KIND = re.compile(r"^([!?]{3}\+? )(?!(?:note|info|tip|warning|important|caution)\b)[\w-]+", re.MULTILINE)
"""A box of a kind that pages do not have."""
_HEADING = re.compile(r"#+ ")
_UNFIT = re.compile(r"^\[\^|^\*\[|!\[|<|\]\[|^\[[^\]]+\]:|\{", re.MULTILINE)
"""Definitions, pictures, tags, attributes: they need something that stands elsewhere."""
_NO_NEWS = {"issues", "about", "documents"}
"""Sections whose titles fit no other."""
_PASSED = ("untracked-translation",)
"""Of a text that nobody has accepted yet."""

Pair = tuple[str, str]
"""A text in Vietnamese and in English."""


@dataclass(frozen=True, slots=True)
class Section:
    """Paragraphs, lists and tables that belong together, below a heading or at the head of a text."""

    heading: Pair | None
    parts: tuple[Pair, ...]

    @property
    def has_table(self) -> bool:
        """Whether one of its parts is a table."""
        return any(vi.startswith("|") for vi, _ in self.parts)


@dataclass(frozen=True, slots=True)
class Material:
    """What bulletins are put together from."""

    names: tuple[tuple[Pair, Pair], ...]
    """(title, description) of real bulletins."""
    leads: tuple[Section, ...]
    sections: tuple[Section, ...]


@cache
def material() -> Material:
    """Read the texts, and keep what the check has nothing to say about."""
    names, found = [], []
    for path in sorted(path for folder in FOLDERS for path in folder.glob("*/**/index.vi.md")):
        texts = [path.with_name(f"index.{tag}.md") for tag in TAGS]
        if all(text.is_file() for text in texts):
            vi, en = (text.read_text("utf-8") for text in texts)
            names += list(_name(vi, en)) if not _NO_NEWS & set(path.parts) else []
            found += list(_sections(vi, en))
    clean = _clean([*[pair for name in names for pair in name], *[pair for each in found for pair in _pairs(each)]])
    kept = [each for each in (_only(each, clean) for each in found) if each is not None]
    return Material(
        tuple(name for name in dict.fromkeys(names) if set(name) <= clean),
        tuple(each for each in kept if each.heading is None and not each.has_table),
        tuple(each for each in kept if each.heading is not None),
    )


def _name(vi: str, en: str) -> Iterator[tuple[Pair, Pair]]:
    own, other = (dict(_FIELD.findall(text.split("\n---\n", 1)[0])) for text in (vi, en))
    if all(field in each for field in ("title", "description") for each in (own, other)):
        title = own["title"], other["title"]
        if max(map(len, title)) <= LONGEST_TITLE and "\\" not in "".join((*own.values(), *other.values())):
            yield title, (own["description"], other["description"])


def _sections(vi: str, en: str) -> Iterator[Section]:
    """Both texts side by side; none where they have not as many chunks."""
    chunks = [_whole(body_of(text)) for text in (vi, en)]
    if len(chunks[0]) != len(chunks[1]):
        return
    heading: Pair | None = None
    parts: list[Pair] = []
    for pair in zip(*(map(_plain, each) for each in chunks), strict=True):
        if not all(map(_HEADING.match, pair)):
            parts.append(pair)
            continue
        if parts:
            yield Section(heading, tuple(parts))
        heading, parts = (_HEADING.sub("## ", pair[0], count=1), _HEADING.sub("## ", pair[1], count=1)), []
    if parts:
        yield Section(heading, tuple(parts))


def _whole(chunks: list[str]) -> list[str]:
    """What is indented belongs to what stands before it."""
    found: list[str] = []
    for chunk in chunks:
        if found and chunk.startswith("    "):
            found[-1] += f"\n\n{chunk}"
        else:
            found.append(chunk)
    return found


def _plain(chunk: str) -> str:
    """Without what leads to another place of the same site."""
    chunk = _KIND.sub(r"\1note", chunk)
    return _INNER_LINK.sub(r"\1", chunk if chunk.startswith("[^") else _NOTE.sub("", chunk))


def _pairs(section: Section) -> Iterator[Pair]:
    yield from (pair for pair in section.parts if not any(map(_UNFIT.search, pair)))
    if section.heading:
        yield section.heading


def _only(section: Section, clean: set[Pair]) -> Section | None:
    """What is left of a section; None where that is nothing."""
    parts = tuple(part for part in section.parts if part in clean)
    return Section(section.heading, parts) if parts and section.heading in {None, *clean} else None


def _clean(pairs: list[Pair]) -> set[Pair]:
    """The pairs that pass the check, each in a bulletin of its own, of a year that none of them leaves out."""
    every = list(dict.fromkeys(pairs))
    with tempfile.TemporaryDirectory() as folder:
        docs = Path(folder)
        for number, texts in enumerate(every):
            bundle = docs / "news" / "1999" / "11" / f"p-{number:05d}"
            bundle.mkdir(parents=True)
            for tag, text in zip(TAGS, texts, strict=True):
                (bundle / f"index.{tag}.md").write_text(f"---\n{_FRONT[tag]}---\n\n{text}\n", "utf-8")
        given = Given(TAGS, read_registries(DEMO, TAGS), TODAY)
        outcome = run(Task(docs, given, os.cpu_count() or 1))
        told = {each.key for each in outcome.bundles if any(found.rule not in _PASSED for found in each.findings)}
        return {texts for number, texts in enumerate(every) if f"news/1999/11/p-{number:05d}" not in told}


_FRONT: Mapping[str, str] = {
    "vi": "title: Tin trong tỉnh\ndescription: Những việc đang làm.\ndate: 1999-11-02\nstatus: published\n"
    "approved: {by: Đỗ Thanh Mai, on: 1999-11-02}\n",
    "en": "title: News of the province\ndescription: What is being done.\n"
    "translation: {of: vi, status: reviewed, translator: Bùi Khánh Linh, reviewer: Sarah Whitfield}\n",
}
