"""A docs folder of thousands of bulletins for the timer: the corpus's own blocks in new order, with new numbers.

    python -m bench.check.generate FOLDER [--pairs N] [--seed N]

The numbers are changed in both editions alike, so that most pairs agree; of a hundred bulletins five were never
accepted, four have changed since, three tell another number, and one has no translation.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import shutil
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path
from random import Random

from bulletin.checks.states import digests
from bulletin.model.state import Accepted
from bulletin.source.blocks import read_blocks
from bulletin.source.front_matter import EditionFile, read_edition
from bulletin.source.lock import LOCK_NAME, write_lock

CORPUS = Path(__file__).parents[2] / "tests" / "quality" / "corpus" / "develop"
WORDS = 540
"""English words from which a body is long enough; with its last blocks, and in Vietnamese, it has some 700."""
SECTIONS = ("news", "news", "news", "features", "press")
FIRST_DAY = date(2016, 1, 1)
_NUMBER = re.compile(r"(?<![\w.,/:–-])\d+(?:[.,]\d+)*(?![\w/:–-]|[.,]\d)")
_SWAPPED = str.maketrans(".,", ",.")
_FIELD = re.compile(r'^(title|description): "?(.*?)"?$', re.MULTILINE)
YEARS = (1900, 2100)
DAY = 31
"""A number up to it may be a day of a month, and stays one."""


@dataclass(frozen=True, slots=True)
class Part:
    """A chunk of a body in both languages, Vietnamese first."""

    texts: tuple[str, str]
    words: int
    """Of the English one."""


@cache
def parts() -> tuple[tuple[Part, ...], ...]:
    """The bodies of the corpus, chunk by chunk; of a bundle only where both editions have as many."""
    found = []
    for path in sorted(CORPUS.rglob("index.vi.md")):
        vi, en = (body_of(path.with_name(f"index.{tag}.md").read_text("utf-8")) for tag in ("vi", "en"))
        pairs = list(zip(vi, en, strict=False)) if len(vi) == len(en) else []
        chunks = [
            Part(pair, len(pair[1].split())) for pair in pairs if "[^" not in "".join(pair) and "![" not in pair[0]
        ]
        if chunks:
            found.append(tuple(chunks))
    return tuple(found)


def body_of(text: str) -> list[str]:
    """The chunks between empty lines of an edition's body."""
    body = text.split("\n---\n", 1)[1].strip("\n")
    return [chunk for chunk in re.split(r"\n{2,}", body) if chunk.strip()]


@cache
def names() -> tuple[tuple[tuple[str, str], tuple[str, str]], ...]:
    """Titles and descriptions of the corpus: (Vietnamese, English) of each."""
    found = []
    for path in sorted(CORPUS.rglob("index.vi.md")):
        vi, en = (dict(_FIELD.findall(path.with_name(f"index.{tag}.md").read_text("utf-8"))) for tag in ("vi", "en"))
        found.append(((vi["title"], en["title"]), (vi["description"], en["description"])))
    return tuple(found)


def renumbered(texts: tuple[str, str], chance: Random) -> tuple[str, str]:
    """New digits for the numbers that both texts write, each in its own way."""
    vi, en = texts
    own = Counter(match[0].translate(_SWAPPED) for match in _NUMBER.finditer(vi))
    other = Counter(match[0] for match in _NUMBER.finditer(en))
    new = {number: _fresh(number, chance) for number in own if own[number] == other[number] and _is_free(number)}
    vi = _NUMBER.sub(
        lambda match: new.get(match[0].translate(_SWAPPED), match[0].translate(_SWAPPED)).translate(_SWAPPED), vi
    )
    return vi, _NUMBER.sub(lambda match: new.get(match[0], match[0]), en)


def _is_free(number: str) -> bool:
    return not number.isdigit() or (len(number) > 1 and not YEARS[0] <= int(number) < YEARS[1])


def _fresh(number: str, chance: Random) -> str:
    if number.isdigit() and int(number) <= DAY:
        return str(chance.randint(11, 28))
    first, rest = number[0], number[1:]
    digits = [str(chance.randint(4, 9)) if first != "0" else "0"]
    return "".join(digits + [chance.choice("123456789") if c.isdigit() else c for c in rest])


def body(chance: Random) -> tuple[str, str]:
    """A body in both languages, of runs of chunks."""
    chosen: list[Part] = []
    words = 0
    while words < WORDS:
        bundle = chance.choice(parts())
        at = chance.randrange(len(bundle))
        run = bundle[at : at + chance.randint(3, 9)]
        chosen += run
        words += sum(part.words for part in run)
    pairs = [renumbered(part.texts, chance) for part in chosen]
    return "\n\n".join(vi for vi, _ in pairs) + "\n", "\n\n".join(en for _, en in pairs) + "\n"


def bundle(number: int, seed: int) -> tuple[str, Mapping[str, str]]:
    """Key and files of a bulletin."""
    chance = Random(f"{seed} {number}")  # noqa: S311 - reproducible, not secret
    day = FIRST_DAY + timedelta(days=number * 3800 // 10_000)
    title, _ = chance.choice(names())
    _, description = chance.choice(names())
    texts = {}
    bodies = body(chance)
    shared = f"date: {day}\nstatus: published\napproved: {{by: Nguyễn Thị Hòa, on: {day}}}\n"
    own = "translation: {of: vi, status: reviewed, translator: Trần Minh}\n"
    for index, tag in enumerate(("vi", "en")):
        fields = f"title: {_quoted(title[index][:140])}\ndescription: {_quoted(description[index])}\n"
        texts[f"index.{tag}.md"] = f"---\n{fields}{own if index else shared}---\n\n{bodies[index]}"
    key = f"{chance.choice(SECTIONS)}/{day:%Y/%m}/bulletin-{number:05d}"
    return key, _as_it_stands(key, texts, day, number % 100)


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "").replace("'", "''") + "'"


def _as_it_stands(key: str, texts: dict[str, str], day: date, place: int) -> Mapping[str, str]:
    """The files with their lock, some of them changed since, by the place among a hundred."""
    if place >= 5:  # noqa: PLR2004 - five of a hundred
        texts[LOCK_NAME] = _lock(key, texts, day)
    if place in (10, 30, 50, 70):
        texts["index.vi.md"] += "\nThông tin được cập nhật sau khi bản dịch hoàn thành.\n"
    elif place in (20, 40, 60):
        texts["index.en.md"] = texts["index.en.md"].replace("5", "6", 1) + "\nThe total was 4,321.\n"
    elif place == 80:  # noqa: PLR2004 - one of a hundred
        return {"index.vi.md": texts["index.vi.md"]}
    return texts


def _lock(key: str, texts: Mapping[str, str], day: date) -> str:
    found = []
    for tag in ("vi", "en"):
        name = f"index.{tag}.md"
        edition, flaws = read_edition(EditionFile(key, tag, f"{key}/{name}", texts[name].encode()), ("vi", "en"))
        if edition is None or flaws:
            raise ValueError(key, flaws)
        found.append(tuple(digest for digest, _ in digests(read_blocks(edition))))
    return write_lock({"en": Accepted("vi", day, found[0], found[1])})


def _write(folder: Path, seed: int, numbers: Sequence[int]) -> tuple[int, int]:
    words = 0
    for number in numbers:
        key, files = bundle(number, seed)
        path = folder / key
        path.mkdir(parents=True)
        for name, text in files.items():
            (path / name).write_text(text, "utf-8")
            words += len(text.split()) if name.endswith(".md") else 0
    return len(numbers), words


def generate(folder: Path, pairs: int, seed: int = 4) -> float:
    """Write the bulletins below a folder; return the mean number of words of an edition."""
    shutil.rmtree(folder, ignore_errors=True)
    tasks = [range(at, min(at + 100, pairs)) for at in range(0, pairs, 100)]
    with multiprocessing.Pool() as pool:
        found = list(pool.imap_unordered(partial(_write, folder, seed), tasks))
    return sum(words for _, words in found) / (2 * pairs)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="generate", description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pairs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=4)
    options = parser.parse_args()
    print(f"{options.pairs} pairs, {generate(options.folder, options.pairs, options.seed):.0f} words an edition")
