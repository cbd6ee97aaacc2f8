"""How the pages put values into words in one language: titles, days, what to do, the command for it."""

from __future__ import annotations

import re
import shlex
import unicodedata
from dataclasses import dataclass
from hashlib import blake2b
from urllib.parse import quote

from markupsafe import Markup

from bulletin.checks.bundle import Checked
from bulletin.model.finding import Finding
from bulletin.reports.dashboard.board import Board
from bulletin.reports.dashboard.items import Item, Task
from bulletin.reports.dashboard.labels import LANGUAGES, labels, number, short_day, short_month

PYTHON = ".venv/bin/python"
"""How the handbook calls the interpreter."""
_SAFE = re.compile(r"[a-z0-9]+(?:[-/][a-z0-9]+)*")
_HIDDEN = frozenset(("Cc", "Cf", "Co", "Cs", "Zl", "Zp"))
"""Categories of characters that nobody sees and that can turn the order of others."""
MAX_KEY = 180


@dataclass(frozen=True, slots=True)
class Telling:
    """The words of one language for one board."""

    tag: str
    board: Board

    def label(self, name: str, **parts: object) -> str:
        """A label with its parts filled in."""
        text = labels(self.tag)[name]
        shown = {key: number(part, self.tag) if isinstance(part, int) else part for key, part in parts.items()}
        return text.format(**shown) if parts else text

    def count(self, name: str, count: int) -> str:
        """A label that has a form of its own for one."""
        return self.label(f"{name}_one") if count == 1 else self.label(name, count=count)

    def section(self, key: str) -> str:
        """The name of a section, as readers see it; its key where it has none."""
        return self.board.given.labels.get(self.tag, {}).get(f"section_{key}", key) or self.label("home")

    def agency(self, key: str) -> str:
        """The name of an agency; its key where the registry does not know it."""
        if not key:
            return self.label("no_agency")
        entry = self.board.given.registries.get("agencies", {}).get(key)
        return entry.text.get(self.tag, key) if entry else key

    def translator(self, name: str) -> str:
        """The name of a translator, or that there is none."""
        return name or self.label("no_translator")

    def month(self, key: str) -> str:
        """A month of charts."""
        return short_month(key, self.tag)

    def title(self, about: Item | Checked) -> tuple[str, str]:
        """The title in this language where there is one, else in another, and its language; the key where none is."""
        titles = about.titles if isinstance(about, Item) else about.about.titles
        for tag in (self.tag, *LANGUAGES, *titles):
            if titles.get(tag, "").strip():
                return titles[tag], tag
        return about.key or self.label("home"), ""

    def language(self, tag: str) -> str:
        """The name of a language in this one."""
        return self.label(f"language_{tag}") if tag in LANGUAGES else tag

    def when(self, item: Item) -> str:
        """How long there is still, or no longer, time."""
        if item.deadline is None:
            return self.label("at_once" if item.errors else "no_deadline")
        if item.days < 0:
            return self.count("overdue", -item.days)
        return self.count("left", item.days) if item.days else self.label("due_today")

    def todo(self, item: Item) -> str:
        """One or two sentences: what is to be done."""
        if item.task is Task.MEND and not item.errors:
            return self.label("do_look")
        day = short_day(item.accepted, self.tag) if item.accepted else "–"
        parts = {"language": self.language(item.tag), "path": self.path(item.target), "day": day, "count": item.changed}
        return self.label(f"do_{item.task.value}", **parts)

    def command(self, item: Item) -> str:
        """What to run when it is done."""
        if item.task is Task.APPROVE:
            return self._approval(item.key)
        if item.task is Task.MEND:
            return self.run("check", item.key or item.place[0])
        return self.run("accept", item.target)

    def run(self, verb: str, path: str, *options: str) -> str:
        """A command on a file or folder below the docs folder."""
        docs = [] if self.board.given.is_own else ["--docs", self.board.given.docs]
        words = [PYTHON, f"scripts/{verb}.py", *docs, self.path(path), *options]
        return " ".join(shlex.quote(word) for word in words)

    def approval(self, bundle: Checked) -> str:
        """The command that approves a bulletin; who does it puts the name in."""
        return self._approval(bundle.key)

    def _approval(self, key: str) -> str:
        return f'{self.run("approve", key or ".")} --by "…"'

    def path(self, path: str) -> str:
        """A path as editors type it."""
        return f"{self.board.given.docs}/{path}".removesuffix("/")

    def place(self, path: str, line: int) -> str:
        """A file and a line, as editors of text open them."""
        return f"{self.path(path)}:{line}"

    def rule(self, name: str) -> str:
        """What a rule is called; its own name where it has no other."""
        return labels(self.tag).get(f"rule_{name}", name)

    def state(self, item: Item) -> str:
        """The state of a piece of work; of one that is only about findings, the name of the first."""
        if item.task in (Task.MEND, Task.APPROVE) and item.findings:
            return self.rule(item.findings[0].rule)
        return self.label(f"state_{item.state}")

    def sentence(self, finding: Finding) -> str:
        """What a finding says."""
        return finding.message.vi if self.tag == "vi" else finding.message.en


def page_of(key: str) -> str:
    """The path of a bulletin's page below the pages of its language: of plain letters, whatever the key."""
    if not key:
        return "bulletins/home.html"
    if _SAFE.fullmatch(key) and len(key) <= MAX_KEY:
        return f"bulletins/{key}.html"
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return f"bulletins/_/{digest}.html"


def breakable(text: str) -> Markup:
    """A path or a command that breaks at its slashes and spaces, and nowhere else while there is room."""
    parts = re.findall(r"[^/ ]*/|[^/ ]+| +", str(visible(text)))
    return Markup("").join(part if part.isspace() else Markup("<span>{}</span>").format(part) for part in parts)


def url(path: str) -> str:
    """A path of a page as a link has it."""
    return quote(path, safe="/")


def visible(value: object) -> object:
    """A text whose hidden characters are written out, so that none can hide or turn others; markup as it is."""
    if not isinstance(value, str) or isinstance(value, Markup) or (value.isascii() and value.isprintable()):
        return value
    return "".join(char if char in "\n\t" or not _is_hidden(char) else f"⟦U+{ord(char):04X}⟧" for char in value)


def _is_hidden(char: str) -> bool:
    return unicodedata.category(char) in _HIDDEN
