"""One entry of a registry: its texts, what else it may be called, and when."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bulletin.model.catalogue import did_you_mean, message, one_of
from bulletin.model.locale import LocalText
from bulletin.model.registry import NAMED, REGISTRIES, Entry, LocalForms, Post
from bulletin.source.fields import Fields, parse_address, suggestions
from bulletin.source.text import Flaw
from bulletin.source.yaml_reader import Mapping as YamlMapping
from bulletin.source.yaml_reader import Scalar

DATA_FILES = (*REGISTRIES, "coverage", "approvers")
"""Every file that `docs/_data/` may hold, without `.yml`."""
MAX_FORM = 200
"""Characters of a name: longer than any in the Government's Decree 30/2020/NĐ-CP, and short enough to be looked for."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A text that an entry lacks in a locale."""

    line: int
    name: str
    """Of the field: `investment.en`."""
    tag: str


class EntryReader:
    """Reads the entries of one registry; a text that is missing is a gap where `gaps` are asked for, else a flaw."""

    def __init__(self, registry: str, tags: tuple[str, ...], gaps: list[Gap] | None) -> None:
        self.registry = registry
        self.tags = tags
        self.gaps = gaps

    def read(self, group: Fields, key: str, line: int) -> Entry:
        """Read one entry, and note what is wrong with it."""
        text = self._texts(group, self.tags)
        lead = self._local(group, "lead", in_each=True)
        slug = group.key("slug")
        if self.registry == "links":
            href = self._href(group) if group.has("href") else {}
            entry = Entry(key, text, line, lead, slug, href=href, group=group.key("group"))
        elif self.registry == "figures":
            value, source = self._local(group, "value", required=True), self._local(group, "source")
            entry = Entry(key, text, line, lead, slug, value=value, as_of=group.day("as_of"), source=source)
        elif self.registry in NAMED:
            since, until = group.day("since"), group.day("until")
            if since and until and until < since:
                group.note("until", "until-before-since", name=group.owner, since=since, until=until)
            entry = Entry(
                key,
                text,
                line,
                lead,
                slug,
                self._forms(group, "abbr"),
                self._forms(group, "forms"),
                self._forms(group, "avoid"),
                self._common(group),
                since,
                until,
                group.key("successor"),
                self._posts(group),
            )
        else:
            entry = Entry(key, text, line, lead, slug)
        group.close()
        return entry

    def _texts(self, group: Fields, tags: tuple[str, ...]) -> LocalText:
        found = {}
        for tag in tags:
            if self.gaps is not None and _is_empty(group, tag):
                group.skip(tag)
                self.gaps.append(Gap(group.line(tag), f"{group.owner}.{tag}", tag))
            else:
                found[tag] = group.text(tag, required=True, limit=MAX_FORM)
        return found

    def _local(self, group: Fields, name: str, *, required: bool = False, in_each: bool = False) -> LocalText:
        """A text for each locale; what one of them lacks is a gap, if gaps are asked for."""
        is_whole = self.gaps is None or not isinstance(group.mapping.entries.get(name), YamlMapping)
        if is_whole:
            return group.local_text(name, required=required, in_each=in_each)
        below = group.group(name)
        if below is None or self.gaps is None:
            return {}
        texts = {}
        for tag in self.tags:
            if _is_empty(below, tag):
                below.skip(tag)
                self.gaps.append(Gap(below.line(tag), f"{below.owner}.{tag}", tag))
            else:
                texts[tag] = below.text(tag)
        below.close()
        return texts

    def _forms(self, group: Fields, name: str) -> LocalForms:
        forms = group.group(name)
        if forms is None:
            return {}
        found = {tag: forms.texts(tag, _form, "form") for tag in self.tags if forms.has(tag)}
        forms.skip(*self.tags)
        forms.close()
        return found

    def _common(self, group: Fields) -> tuple[str, ...]:
        given = group.texts("common", str, "common")
        if given in {("true",), ("false",)}:
            return self.tags if given == ("true",) else ()
        return group.choices("common", self.tags)

    def _posts(self, group: Fields) -> tuple[Post, ...]:
        if self.registry != "people":
            return ()
        found = []
        for post in group.groups("posts"):
            texts, others = self._texts(post, self.tags), self._forms(post, "forms")
            since, until = post.day("since"), post.day("until")
            if since and until and until < since:
                post.note("until", "until-before-since", name=post.owner, since=since, until=until)
            post.close()
            forms = {tag: (*filter(None, (texts.get(tag),)), *others.get(tag, ())) for tag in self.tags}
            found.append(Post(forms, since, until))
        return tuple(found)

    def _href(self, group: Fields) -> LocalText:
        if isinstance(group.mapping.entries.get("href"), Scalar):
            return dict.fromkeys(self.tags, group.parsed("href", parse_address, "address", required=True) or "")
        each = group.group("href", required=True)
        if each is None:
            return {}
        found = {tag: each.parsed(tag, parse_address, "address", required=True) or "" for tag in self.tags}
        each.close()
        return found


def successor_flaws(entries: Mapping[str, Entry]) -> Iterator[Flaw]:
    """Names that are followed by one that the registry does not have, or by themselves."""
    for entry in entries.values():
        if entry.successor and entry.successor not in entries:
            close = suggestions(entry.successor, entries)
            yield Flaw(
                entry.line, message("unknown-successor", name=entry.key, found=entry.successor, suggestion=close)
            )
    cleared: set[str] = set()
    for entry in entries.values():
        path: dict[str, None] = {}
        key = entry.key
        while key in entries and key not in path and key not in cleared:
            path[key] = None
            key = entries[key].successor
        if key in path:
            yield Flaw(entries[key].line, message("successor-circle", name=key))
        cleared |= path.keys()


def group_flaws(links: Mapping[str, Entry]) -> Iterator[Flaw]:
    """Links in a group that the registry does not have, and groups in a group."""
    groups = [each.key for each in links.values() if not each.href]
    for entry in links.values():
        if entry.group and (entry.group not in groups or not entry.href):
            close = suggestions(entry.group, groups)
            sentence = "unknown-group" if entry.href else "group-in-group"
            parts = {"name": entry.key, "found": entry.group}
            yield Flaw(entry.line, message(sentence, **parts, **({"suggestion": close} if entry.href else {})))


def unknown_files(folder: Path) -> Iterator[tuple[str, Flaw]]:
    """Files that look like registries, and that nothing reads: (name, flaw)."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        name = path.name
        if (
            path.suffix.lower() in (".yml", ".yaml")
            and not name.startswith(".")
            and name.removesuffix(".yml") not in DATA_FILES
        ):
            close = difflib.get_close_matches(path.stem.lower(), DATA_FILES, n=1)
            suggestion = did_you_mean([f"{each}.yml" for each in close])
            expected = one_of(f"{each}.yml" for each in DATA_FILES)
            yield name, Flaw(1, message("unknown-registry", found=name, suggestion=suggestion, expected=expected))


def _is_empty(group: Fields, name: str) -> bool:
    node = group.mapping.entries.get(name)
    return node is None or (isinstance(node, Scalar) and not node.text.strip())


def _form(text: str) -> str:
    if len(text) > MAX_FORM or not any(c.isalnum() for c in text):
        raise ValueError(text)
    return text
