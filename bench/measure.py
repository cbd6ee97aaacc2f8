"""Times this project beside other generators, on the same content and machine: `make bench`.

    python -m bench.measure [--pairs N] [--runs N] [--only NAME …] [--readme FILE]
    python -m bench.measure --show [--readme FILE]

The generators take turns, so that whatever else the machine does falls on all alike. *Cold* has neither output nor
cache; *nothing* follows it at once; for *edit* a sentence was added to both editions of one bulletin, another each
time, and the new sentence is looked for in both pages. Results go to .build/bench/results.json. Exit status: 0
measured, 1 a generator failed or its pages are not there.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench import table
from bench.content.generate import generate
from bench.peers.articles import Article, read, read_bundle
from bench.peers.eleventy import ELEVENTY
from bench.peers.hugo import HUGO
from bench.peers.mkdocs_like import STOCK, ZENSICAL
from bench.peers.peer import TOOLS, Peer
from bench.peers.pelican import PELICAN
from bench.peers.this_project import PICTURES, THIS
from bench.results import Results, Run, Size, machine
from bench.run import Cost, RunError, measure

PEERS: Mapping[str, Peer] = {
    "this": THIS,
    "stock": STOCK,
    "hugo": HUGO,
    "eleventy": ELEVENTY,
    "pelican": PELICAN,
    "zensical": ZENSICAL,
}
RESULTS = TOOLS / "results.json"
LINES = {"vi": "Bản tin sẽ thông báo khi có tin mới", "en": "The bulletin will tell when there is news"}
"""What an edit adds; no number, name or negation, so that both editions still say the same."""


def environment_of(peer: Peer) -> dict[str, str]:
    """That of this process without what would change a build."""
    kept = {name: value for name, value in os.environ.items() if name not in {"CI", "PYTHONPATH", "SOURCE_DATE_EPOCH"}}
    return {**kept, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1", **peer.environment}


@dataclass(slots=True)
class Bench:
    """One generator in its folder, with all editions as they stand there."""

    name: str
    peer: Peer
    docs: Path
    """The generated folder; an edit changes it for all."""
    folder: Path
    articles: list[Article]

    def prepare(self) -> None:
        """Write the folder anew."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.peer.write(self.docs, self.folder)

    def once(self, *, weighs: bool = False) -> Cost:
        """Run it."""
        return measure(self.peer.command(self.folder), self.folder, environment_of(self.peer), weighs=weighs)

    def edit(self, changed: Sequence[Article]) -> None:
        """Write what has changed where this generator reads it."""
        for article in changed:
            path = self.folder / self.peer.source(article)
            if self.peer is THIS:
                path.write_bytes((self.docs / article.name).read_bytes())
            else:
                path.write_text(self.peer.edition(article), "utf-8")
        if self.peer.is_told:
            self.peer.is_told(self.folder, changed[0])

    def page(self, article: Article) -> Path:
        """Where its page is."""
        return self.folder / self.peer.output / self.peer.page(article)

    def missing(self) -> list[str]:
        """Editions that have no page."""
        return [article.name for article in self.articles if not self.page(article).is_file()]

    def size(self) -> Size:
        """Of all that it made, and of the pages of bulletins among it."""
        files = [path.stat().st_size for path in (self.folder / self.peer.output).rglob("*") if path.is_file()]
        pages = [self.page(article).stat().st_size for article in self.articles]
        return Size(len(files), sum(files), sum(pages) // max(1, len(pages)))


def rewrite(docs: Path, article: Article, mark: str) -> list[Article]:
    """Add a sentence, with a mark of this edit, to the first paragraph of both editions; give them as they stand."""
    for tag, line in LINES.items():
        path = docs / article.key / f"index.{tag}.md"
        head, separator, body = path.read_text("utf-8").partition("\n---\n")
        first, gap, rest = body.strip("\n").partition("\n\n")
        path.write_text(f"{head}{separator}{first} {line} {mark}.{gap}{rest}\n", "utf-8")
    return list(read_bundle(docs, docs / article.key))


def mark_of(number: int) -> str:
    """A word that no text has: letters only, so that it is no number."""
    return "qz" + "".join(chr(ord("a") + int(digit)) for digit in str(number))


def case_edit(benches: Sequence[Bench], article: Article, number: int) -> list[Article]:
    """Change one bulletin for all."""
    changed = rewrite(benches[0].docs, article, mark_of(number))
    for bench in benches:
        bench.edit(changed)
    return changed


def runs(benches: Sequence[Bench], count: int) -> Iterator[tuple[Bench, Run]]:
    """Every case of every generator, so many times; the first of a round is another one each time."""
    news = [article for article in benches[0].articles if article.tag == "vi" and article.section == "news"]
    for number in range(count):
        order = [*benches[number % len(benches) :], *benches[: number % len(benches)]]
        for bench in order:
            bench.peer.clear(bench.folder)
            yield bench, Run(bench.name, "cold", number, bench.once())
            if missing := bench.missing():
                raise RunError(f"{bench.name}: {len(missing)} pages are not there, such as {missing[0]}")
        for bench in order:
            yield bench, Run(bench.name, "nothing", number, bench.once())
        changed = case_edit(order, news[(len(news) // 2 + 7 * number) % len(news)], number)
        for bench in order:
            yield bench, Run(bench.name, "edit", number, bench.once())
            if any(mark_of(number) not in bench.page(article).read_text("utf-8") for article in changed):
                raise RunError(f"{bench.name}: the page of {changed[0].key} is not what was written")
        for bench in order:
            if bench.peer is THIS:  # cold again, but for the pictures: other generators make none
                keep_pictures(bench)
                yield bench, Run(bench.name, "cold, pictures kept", number, bench.once())


def keep_pictures(bench: Bench) -> None:
    """Remove output and caches, all but the pictures for sharing."""
    kept, aside = bench.folder / PICTURES, bench.folder / "pictures"
    if kept.is_dir():
        kept.rename(aside)
    bench.peer.clear(bench.folder)
    if aside.is_dir():
        kept.parent.mkdir(parents=True)
        aside.rename(kept)


def measured(names: Sequence[str], pairs: int, count: int) -> Results:
    """Generate, run, weigh."""
    content = TOOLS / f"content-{pairs}"
    say(f"generating {pairs} pairs")
    written = generate(content, pairs)
    docs = content / "docs"
    articles = read(docs)
    benches = [Bench(name, PEERS[name], docs, TOOLS / "runs" / name, articles) for name in names]
    for bench in benches:
        bench.prepare()
    found = []
    for bench, run in runs(benches, count):
        say(f"{run.number + 1}/{count} {bench.name}, {run.case}: {run.cost.wall:.2f} s, CPU {run.cost.cpu:.2f} s")
        found.append(run)
    sizes = {bench.name: bench.size() for bench in benches}
    for bench in benches:
        bench.peer.clear(bench.folder)
        cost = bench.once(weighs=True)
        say(f"{bench.name}: {cost.together:.0f} MB together, {cost.largest:.0f} MB the largest process")
        found.append(Run(bench.name, "weighed", 0, cost))
    words = sum(written.words) // (2 * max(1, written.pairs))
    versions = {bench.name: bench.peer.version() for bench in benches}
    return Results(machine(), pairs, len(articles), words, count, versions, found, sizes)


def say(text: str) -> None:
    """Tell how it goes."""
    print(text, file=sys.stderr, flush=True)


def arguments(argv: Sequence[str]) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="bench", description="Times this project beside other generators.")
    add = parser.add_argument
    add("--pairs", type=int, default=1000, metavar="N", help="bulletins with both editions (1000)")
    add("--runs", type=int, default=5, metavar="N", help="runs of each generator and case (5)")
    add("--only", nargs="+", choices=list(PEERS), metavar="NAME", help=f"of {', '.join(PEERS)}")
    add("--show", action="store_true", help="run nothing; show the last results")
    add("--readme", type=Path, metavar="FILE", help="put the table between the marks of this file")
    return parser.parse_args(argv)


def main(argv: Sequence[str]) -> int:
    """Measure, store, show."""
    options = arguments(argv)
    if not options.show:
        try:
            found = measured(options.only or list(PEERS), options.pairs, options.runs)
        except RunError as error:
            say(str(error))
            return 1
        RESULTS.write_text(json.dumps(asdict(found), indent=1, ensure_ascii=False) + "\n", "utf-8")
    results = Results.read(json.loads(RESULTS.read_text("utf-8")))
    text = table.markdown(results, PEERS)
    if options.readme:
        options.readme.write_text(table.inserted(options.readme.read_text("utf-8"), text), "utf-8")
    else:
        print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
