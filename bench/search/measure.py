"""What a search costs a reader, and how well it finds, among a thousand bulletins: `make search-bytes`.

    python -m bench.search.measure [--pages N] [--queries N]

Bytes are those of the files as publish/ compresses them with brotli, without headers. A *typed* question is asked at
every end of a word, as the page does it; an *asked* one once. `first` is with nothing loaded before, `next` another
question after it. MRR is of the first page that has the words: `title` neighbouring words of a title, `scattered` the
same out of order, `body` neighbouring words of a text; with marks and without.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import statistics
import time
from pathlib import Path
from random import Random

from bulletin.finish import search
from bulletin.finish.search.folding import Folder
from bulletin.model.search import Catalogue

from bench.search.text import Writer
from tests.search.asking import Question, ask, size_of

ROOT = Path(__file__).parents[2]
WORK = ROOT / ".build" / "bench" / "search"
LONG = 12
"""Words of a line from which a phrase is taken."""
AIMS = {"vi": (20, 16), "en": (12, 6)}


def known_items(catalogue: Catalogue, kind: str, count: int, chance: Random) -> list[tuple[str, list[str]]]:
    """Words that somebody knows of a page, and what they were in their order."""
    found = []
    for entry in chance.sample(catalogue.entries, count):
        lines = (
            [entry.title] if kind != "body" else [line for line in entry.body.split("\n") if len(line.split()) > LONG]
        )
        words = chance.choice(lines or [entry.title]).split()
        length = min(len(words), chance.randint(4, 6))
        at = chance.randrange(len(words) - length + 1)
        part = words[at : at + length]
        shuffled = chance.sample(part, length) if kind == "scattered" else part
        found.append((" ".join(shuffled), part))
    return found


def typical(catalogue: Catalogue, count: int, chance: Random) -> list[str]:
    """Short questions: three to five syllables of Vietnamese, two to four words of English, out of a title."""
    folder = Folder(catalogue.locale)
    shortest = 3 if catalogue.locale == "vi" else 2
    found = []
    for entry in chance.sample(catalogue.entries, count):
        words = entry.title.split()
        length = chance.randint(shortest, shortest + 2)
        at = chance.randrange(len(words) - length + 1)
        found.append(" ".join(words[at : at + length]))
    # Nobody asks for "to the".
    few = [text for text in found if len(folder.units(text)) < shortest]
    return [text for text in found if text not in few] + (typical(catalogue, len(few), chance) if few else [])


def ranks(site: Path, catalogue: Catalogue, kind: str, count: int, *, marked: bool) -> float:
    """MRR of the first page that has the words: side by side, or where they were asked out of order, anywhere."""
    folder = Folder(catalogue.locale)
    items = known_items(catalogue, kind, count, Random(11))  # noqa: S311 - reproducible
    texts = {entry.url: folder.units(entry.body if kind == "body" else entry.title) for entry in catalogue.entries}
    asked = [text if marked else " ".join(folder.units(text)) for text, _ in items]
    answers = ask(site, [Question(catalogue.locale, text) for text in asked])
    total = 0.0
    for (_, part), answer in zip(items, answers, strict=True):
        wanted = folder.units(" ".join(part))
        has = has_all if kind == "scattered" else has_run
        rank = next((at for at, url in enumerate(answer.urls, 1) if has(texts[url], wanted)), 0)
        total += 1 / rank if rank else 0
    return total / count


def has_all(units: list[str], wanted: list[str]) -> bool:
    return set(wanted) <= set(units)


def has_run(units: list[str], wanted: list[str]) -> bool:
    return f" {' '.join(wanted)} " in f" {' '.join(units)} "


def bytes_of(site: Path, questions: list[list[Question]]) -> list[float]:
    """KB that each series of questions loaded."""
    answers = iter(ask(site, [question for series in questions for question in series]))
    return [
        sum(size_of(site / file) for question in series for file in next(answers).files) / 1000 for series in questions
    ]


def typed(tag: str, text: str, *, fresh: bool) -> list[Question]:
    """The questions that the page asks while somebody types: at each end of a word, and at the end."""
    words = text.split()
    parts = [" ".join(words[:at]) + " " for at in range(1, len(words))] + [text]
    return [Question(tag, part, typing=True, fresh=fresh and at == 0) for at, part in enumerate(parts)]


def _told(costs: list[float]) -> str:
    return f"{statistics.mean(costs):.1f} KB (worst {max(costs):.1f})"


def main() -> None:
    """Write the index of each language, ask it, and print."""
    parser = argparse.ArgumentParser(prog="measure")
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--queries", type=int, default=20)
    parser.add_argument("--items", type=int, default=200)
    options = parser.parse_args()
    shutil.rmtree(WORK, ignore_errors=True)
    for tag, (first_aim, next_aim) in AIMS.items():
        writer = Writer(tag)
        catalogue = writer.catalogue(options.pages)
        began = time.process_time()
        files = list(search.written([catalogue]))
        seconds = time.process_time() - began
        for name, data in files:
            target = WORK / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        whole = sum(len(data) for _, data in files) / 1e6
        print(f"{tag}: {options.pages} pages, {len(files)} files, {whole:.1f} MB", end="; ")
        print(f"built in {seconds:.1f} s of one core, {memory:.0f} MB with the texts themselves")
        manifest = size_of(WORK / "search" / f"{tag}.json") / 1000
        texts, others = (typical(catalogue, options.queries, Random(seed)) for seed in (5, 6))  # noqa: S311
        for name, make in (("typed", typed), ("asked", lambda t, x, fresh: [Question(t, x, fresh=fresh)])):
            series = []
            for one, two in zip(texts, others, strict=True):
                series += [make(tag, one, fresh=True), make(tag, two, fresh=False)]
            costs = bytes_of(WORK, series)
            first, following = costs[::2], costs[1::2]
            print(f"  {name}: first {_told(first)}, aim {first_aim}, worst 32; next {_told(following)}, aim {next_aim}")
        print(f"  the list of files alone: {manifest:.1f} KB")
        for kind in ("title", "scattered", "body"):
            both = [ranks(WORK, catalogue, kind, options.items, marked=marked) for marked in (True, False)]
            print(f"  {kind}: MRR {both[0]:.3f} with marks, {both[1]:.3f} without")


if __name__ == "__main__":
    main()
