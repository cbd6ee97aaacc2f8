"""A board → the HTML of its pages, in each language; every text is escaped, hidden characters are written out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bulletin.checks.bundle import Checked
from bulletin.model.bulletin import SECTIONS
from bulletin.model.finding import Severity
from bulletin.reports.dashboard.board import Board
from bulletin.reports.dashboard.charts import KINDS, bars, columns, curve
from bulletin.reports.dashboard.items import TASKS, Item, Urgency
from bulletin.reports.dashboard.labels import LANGUAGES, number, percent, short_day
from bulletin.reports.dashboard.sides import Sides
from bulletin.reports.dashboard.telling import Telling, breakable, page_of, url, visible

FOLDER = Path(__file__).parent / "templates"
NEXT = 5
"""Pieces of work on the first screen."""
UPCOMING = 6
"""Deadlines that the first page lists."""
POLICY = (
    "default-src 'none'; style-src 'self' file:; script-src 'self' file:; font-src 'self' file:; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""What a page may load: its own files, also from a disk (`file:`); nothing foreign, and nothing inline."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One bulletin whose page is to be made."""

    bundle: Checked
    items: Sequence[Item]
    sides: Sequence[Sides]


class Pages:
    """The pages of one board."""

    def __init__(self, board: Board) -> None:
        self.board = board

    def main(self) -> Iterator[tuple[str, str]]:
        """Path → HTML of the pages that are about all bulletins."""
        for tag in LANGUAGES:
            telling = Telling(tag, self.board)
            yield self._page(telling, "index.html", "overview.html", **self._overview(telling))
            yield self._page(telling, "queue.html", "queue.html", **self._queue(telling))

    def of_bulletin(self, detail: Detail) -> Iterator[tuple[str, str]]:
        """Path → HTML of the pages of one bulletin."""
        for tag in LANGUAGES:
            telling = Telling(tag, self.board)
            shown = {"bundle": detail.bundle, "items": detail.items, "sides": detail.sides}
            yield self._page(telling, page_of(detail.bundle.key), "bulletin.html", **shown)

    def assets(self, colours: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Path → text of the style sheet, in the colours of the site, and of the script."""
        light = "".join(f"--{name}: {value}; " for name, value in colours.items() if not name.endswith("-dark"))
        dark = "".join(f"--{name[:-5]}: {value}; " for name, value in colours.items() if name.endswith("-dark"))
        tokens = f":root {{ {light}color-scheme: light dark; }}\n"
        tokens += f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark}}} }}\n"
        sheet = (FOLDER / "dashboard.css").read_text(encoding="utf-8")
        yield "assets/dashboard.css", tokens + sheet + "".join(f"{rule}\n" for rule in self._filters())
        yield "assets/dashboard.js", (FOLDER / "dashboard.js").read_text(encoding="utf-8")

    def _filters(self) -> Iterator[str]:
        """The rules that filter the queue where no script runs: values are words of ours, or numbers."""
        values = {
            "section": SECTIONS,
            "state": (*TASKS, "faulty"),
            "translator": map(str, self.translators.values()),
        }
        for name, words in values.items():
            for word in words:
                chosen = f'main:has(#filter-{name} option[value="{word}"]:checked)'
                yield f'{chosen} .work[data-{name}]:not([data-{name}="{word}"]) {{ display: none; }}'

    @property
    def keys(self) -> list[str]:
        """Of the bulletins that have a page, the worst first."""
        found = [item.key for item in self.board.items] + [bundle.key for bundle in self.board.waiting]
        return list(dict.fromkeys(found))

    def _page(self, telling: Telling, path: str, template: str, /, **shown: object) -> tuple[str, str]:
        prefix = "" if telling.tag == LANGUAGES[0] else f"{telling.tag}/"
        root = "../" * f"{prefix}{path}".count("/")
        links = {tag: f"{root}{'' if tag == LANGUAGES[0] else f'{tag}/'}{url(path)}" for tag in LANGUAGES}
        html = self._environment.get_template(template).render(
            t=telling,
            board=self.board,
            tag=telling.tag,
            path=path,
            root=root,
            home=f"{root}{prefix}",
            languages=links,
            csp=POLICY,
            number=lambda value: number(value, telling.tag),
            day=lambda value: short_day(value, telling.tag),
            **shown,
        )
        return f"{prefix}{path}", html

    @cached_property
    def _environment(self) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(FOLDER),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=visible,
            auto_reload=False,
        )
        environment.globals.update(page_of=page_of, url=url, percent=percent, kinds=KINDS, urgencies=list(Urgency))
        environment.filters.update(breakable=breakable, headed=lambda text: text[:1].upper() + text[1:])
        environment.tests["error"] = lambda finding: finding.severity is Severity.ERROR
        return environment

    def _overview(self, telling: Telling) -> Mapping[str, object]:
        board = self.board
        upcoming = list(board.upcoming.items())
        sections = {share.key: telling.section(share.key) for share in board.sections}
        agencies = {share.key: telling.agency(share.key) for share in board.agencies}
        translators = {share.key: telling.translator(share.key) for share in board.translators}
        months = {share.key: telling.month(share.key) for share in board.months}
        return {
            "errors": board.count(Severity.ERROR),
            "warnings": board.count(Severity.WARNING),
            "overdue": sum(item.is_overdue for item in board.items),
            "next": board.items[:NEXT],
            "upcoming": upcoming[:UPCOMING],
            "later": sum(len(items) for _, items in upcoming[UPCOMING:]),
            "groups": (
                ("section", bars(board.sections, sections)),
                ("agency", bars(board.agencies, agencies)),
                ("translator", bars(board.translators, translators)),
            ),
            "ways": {
                "section": {item.section: url(item.section) for item in board.items},
                "translator": self.translators,
            },
            "months": columns(board.months, months),
            "highest": max((share.tally.required for share in board.months), default=0),
            "curve": curve(board.points),
        }

    def _queue(self, telling: Telling) -> Mapping[str, object]:
        items = self.board.items
        return {
            "numbers": self.translators,
            "groups": [(urgency, self.board.group(urgency)) for urgency in Urgency],
            "filters": {
                "section": [(key, telling.section(key)) for key in sorted({item.section for item in items})],
                "state": [
                    (state, telling.label(f"state_{state}"))
                    for state in (*TASKS, "faulty")
                    if any(item.state == state for item in items)
                ],
                "translator": [(str(index), telling.translator(name)) for name, index in self.translators.items()],
            },
        }

    @cached_property
    def translators(self) -> dict[str, int]:
        """Name → number, for filters: the name itself may be anything."""
        names = sorted({item.translator for item in self.board.items}, key=lambda name: (not name, name))
        return {name: index for index, name in enumerate(names)}
