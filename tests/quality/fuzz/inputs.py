"""The n-th input of the fuzz: a docs folder, the same for the same seed and number."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random

from tests.quality.fuzz.mutations import mutated
from tests.quality.fuzz.soups import FRAGMENTS, LOCK, YAML, of, one_character, soup

CORPUS = Path(__file__).parents[1] / "corpus" / "develop"
KEY = "news/2026/03/x"
HEADS = {
    "vi": "---\ntitle: Thu hoạch lúa\ndescription: Năng suất 6,5 tấn.\ndate: 2026-03-05\nstatus: published\napproved: {by: A, on: 2026-03-05}\n---\n",
    "en": "---\ntitle: Rice harvest\ndescription: A yield of 6.5 tonnes.\ntranslation: {of: vi, status: reviewed}\n---\n",
}
BIG = 256 * 1024 - 1024
"""Bytes; with its front matter a file stays below the limit."""


@dataclass(frozen=True, slots=True)
class Input:
    """A docs folder that is not written yet."""

    kind: str
    files: Mapping[str, bytes]
    tags: tuple[str, ...] = ("vi", "en")
    accepts: bool = False
    """Whether translations are accepted before the check."""
    specials: Mapping[str, str] = field(default_factory=dict)
    """Path → `fifo`, `folder`, or the target of a symbolic link."""

    def write(self, docs: Path) -> None:
        """Write it; what this disk refuses is left out."""
        for name, data in self.files.items():
            path = docs / name
            with suppress(OSError, ValueError):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
        for name, what in self.specials.items():
            path = docs / name
            with suppress(OSError, ValueError):
                path.parent.mkdir(parents=True, exist_ok=True)
                if what == "fifo":
                    os.mkfifo(path)
                elif what == "folder":
                    path.mkdir(exist_ok=True)
                else:
                    path.symlink_to(what)


@cache
def bundles() -> tuple[tuple[str, Mapping[str, bytes]], ...]:
    """The corpus: key → name → bytes."""
    found: dict[str, dict[str, bytes]] = {}
    for path in sorted(CORPUS.rglob("*")):
        if path.is_file():
            key = path.parent.relative_to(CORPUS).as_posix()
            found.setdefault(key, {})[path.name] = path.read_bytes()
    return tuple(sorted(found.items()))


def pair(source: str, translation: str) -> dict[str, bytes]:
    """A bundle of two bodies with sound front matter."""
    bodies = {"vi": source, "en": translation}
    return {
        f"{KEY}/index.{tag}.md": (HEADS[tag] + body).encode("utf-8", "surrogatepass") for tag, body in bodies.items()
    }


def _real(chance: Random) -> dict[str, bytes]:
    key, files = chance.choice(bundles())
    return {f"{key}/{name}": data for name, data in files.items()}


def _mutated(chance: Random) -> Input:
    files = _real(chance)
    for name in files:
        if chance.random() < 0.7:
            files[name] = mutated(files[name], chance)
    return Input("mutated", files, accepts=chance.random() < 0.1)


def _soup(chance: Random) -> Input:
    text = soup(chance)
    other = text if chance.random() < 0.3 else soup(chance)
    return Input("soup", pair(text, other), accepts=chance.random() < 0.05)


def _fields(chance: Random) -> Input:
    """Soup in the fields that readers see."""
    files = {}
    for tag in ("vi", "en"):
        quoted = [soup(chance).replace("'", "''").replace("\n", " ")[:140] for _ in range(5)]
        extra = f"image: {{file: a.jpg, alt: '{quoted[2]}', caption: '{quoted[3]}'}}\ncorrections:\n- {{on: 2026-03-06, note: '{quoted[4]}'}}\n"
        head = (
            HEADS[tag]
            .replace("title: ", f"title: '{quoted[0]}' #")
            .replace("description: ", f"description: '{quoted[1]}' #")
        )
        files[f"{KEY}/index.{tag}.md"] = head.replace("---\n", f"---\n{extra}", 1).encode("utf-8", "surrogatepass")
    return Input("fields", files)


def _characters(chance: Random) -> Input:
    """Any characters between the words of numbers."""
    texts = []
    for _ in range(2):
        words = [f"{soup(chance)[:20]}{one_character(chance)}" for _ in range(chance.choice((2, 10)))]
        texts.append(" ".join(words))
    return Input("characters", pair(*texts))


def _front_matter(chance: Random) -> Input:
    files = {}
    for tag in ("vi", "en"):
        head = of(YAML, chance) if chance.random() < 0.5 else HEADS[tag][4:-4] + of(YAML, chance, 8)
        files[f"{KEY}/index.{tag}.md"] = f"---\n{head}\n---\n{soup(chance)[:200]}".encode("utf-8", "surrogatepass")
    return Input("front matter", files)


def _types(chance: Random) -> Input:
    """Front matter of other types, mutated."""
    files = _real(chance)
    name = chance.choice(sorted(files))
    end = files[name].find(b"\n---\n", 4)
    lines = files[name][4:end].split(b"\n")
    lines[chance.randrange(len(lines))] = of(YAML, chance, 6).encode("utf-8", "surrogatepass")
    files[name] = b"---\n" + b"\n".join(lines) + files[name][end:]
    return Input("types", files)


def _lock(chance: Random) -> Input:
    files = _real(chance)
    folder = min(files).rsplit("/", 1)[0]
    lock = of(LOCK, chance, 20).encode()
    if chance.random() < 0.5:
        digests = "".join(f"  - {chance.randrange(16**16):016x}\n" for _ in range(chance.choice((0, 1, 30))))
        lock = f"en:\n  of: vi\n  accepted: 2026-03-05\n  source:\n{digests}  translation:\n{digests}".encode()
        lock = mutated(lock, chance) if chance.random() < 0.7 else lock
    files[f"{folder}/translation.lock"] = lock
    return Input("lock", files, accepts=chance.random() < 0.2)


def _data(chance: Random) -> Input:
    """A damaged policy or registry."""
    name = chance.choice(
        (
            "coverage",
            "coverage",
            "topics",
            "agencies",
            "places",
            "people",
            "glossary",
            "links",
            "sectors",
            "unknown",
            "²",
        )
    )
    text = of(YAML, chance, 25)
    if name == "coverage" and chance.random() < 0.6:
        values = [of(YAML, chance, 2) for _ in range(3)]
        text = f"sections:\n  news: {{required: {values[0]}, by: pages, grace_days: {values[1]}}}\nrules: {{value-mismatch: {values[2]}, '*': off}}\n"
    data = text.encode("utf-8", "surrogatepass")
    return Input(
        "data", {**_real(chance), f"_data/{name}.yml": mutated(data, chance) if chance.random() < 0.3 else data}
    )


def _tree(chance: Random) -> Input:
    """Names and kinds of files that do not belong there."""
    files = _real(chance)
    specials = {}
    odd = (
        *(
            "index.vi.md",
            "index.en.md",
            "news/index.vi.md",
            f"{KEY}/index.lo.md",
            f"{KEY}/index..md",
            f"{KEY}/index.VI.md",
            f"{KEY}/index.md",
            f"{KEY}/INDEX.en.md",
        ),
        *(
            f"{KEY}/a.jpg",
            f"{KEY}/a.en.jpg",
            f"{KEY}/a.svg",
            f"{KEY}/²",
            f"{KEY}/translation.lock",
            f"{KEY}/waivers.yml",
            f"{KEY}/a\nb.md",
            f"{KEY}/\x7f.pdf",
            f"{KEY}/\udcff.md",
        ),
        *(
            "news/2026/03/\udce1\udcbb/index.vi.md",
            "news/2026/03/Nghe\u0323\u0302 An/index.vi.md",
            "news/²/03/a/index.vi.md",
            "news/٢٠٢٦/٠٣/a/index.vi.md",
            "news/2026/13/a/index.vi.md",
        ),
        *(
            "issues/2026-²/index.vi.md",
            "about/en/index.vi.md",
            "x/y/z",
            "_data/x/y.yml",
            ".hidden/a",
            "news/2026/03/a.b/index.vi.md",
            "/".join(["news", *["d"] * 60, "index.vi.md"]),
        ),
        *(
            "about/a/b/c/index.vi.md",
            "about/" + "a" * 200 + "/index.vi.md",
            "events/2026/03/İ/index.vi.md",
            "events/2026/03/i\u0307/index.vi.md",
            "press/2026/03/a/index.en.md",
        ),
    )
    for _ in range(chance.choice((1, 3, 8))):
        name = chance.choice(odd)
        what = chance.random()
        if what < 0.15:
            specials[name] = "fifo"
        elif what < 0.3:
            specials[name] = chance.choice(
                (name.rsplit("/", 1)[-1], "..", "/dev/zero", "/etc/passwd", "index.vi.md", "\udcff", "missing")
            )
        elif what < 0.4:
            specials[name] = "folder"
        else:
            files[name] = chance.choice(
                (
                    b"",
                    b"\xff",
                    HEADS["vi"].encode(),
                    HEADS["en"].encode(),
                    soup(chance).encode("utf-8", "surrogatepass"),
                )
            )
    return Input("tree", files, specials=specials, accepts=chance.random() < 0.1)


def _third(chance: Random) -> Input:
    """Three locales, of which one has no grammar, and editions under each other's names."""
    files = _real(chance)
    names = [name for name in files if name.endswith(".md")]
    folder = names[0].rsplit("/", 1)[0]
    files[f"{folder}/index.lo.md"] = (
        mutated(files[chance.choice(names)], chance) if chance.random() < 0.5 else files[chance.choice(names)]
    )
    if chance.random() < 0.3:
        del files[chance.choice(names)]
    return Input("third locale", files, ("vi", "en", "lo"), accepts=chance.random() < 0.2)


def _mixed(chance: Random) -> Input:
    """The source of one bulletin with the translation of another."""
    (key, one), (_, other) = chance.sample(bundles(), 2)
    files = {f"{key}/{name}": data for name, data in one.items()}
    for name, data in other.items():
        if chance.random() < 0.5:
            files[f"{key}/{name}"] = mutated(data, chance) if chance.random() < 0.3 else data
    return Input("mixed", files)


def _long(chance: Random) -> Input:
    """A fragment some thousands of times, in one edition or both."""
    return _repeated(chance.choice(FRAGMENTS), chance.choice((5_000, 40_000)), chance)


def _repeated(fragment: str, size: int, chance: Random) -> Input:
    text = fragment * (size // len(fragment.encode()))
    end = chance.choice(("", "\n", "x", "]", ")", "9", "\n\nend\n"))
    other = chance.choice((text, text[: len(text) // 2], "A.\n", f"{text}\n\n- x\n"))
    return Input(f"repeated {fragment!r}", pair(text + end, other))


def big(index: int, seed: int) -> Input:
    """256 KiB of one fragment in both editions, or of two in turn."""
    chance = Random(f"{seed} big {index}")
    fragment = FRAGMENTS[index % len(FRAGMENTS)]
    if index >= len(FRAGMENTS):
        fragment += chance.choice(FRAGMENTS)
    return _repeated(fragment, BIG, chance)


KINDS: tuple[tuple[int, Callable[[Random], Input]], ...] = (
    (26, _mutated), (24, _soup), (6, _fields), (10, _characters), (6, _front_matter), (5, _types), (5, _lock), (4, _data), (6, _tree), (4, _third), (4, _mixed), (2, _long),
)  # fmt: skip
"""How often each kind is drawn."""


def nth(number: int, seed: int) -> Input:
    """The input of a number from 0."""
    chance = Random(f"{seed} {number}")
    draw = chance.choices([kind for _, kind in KINDS], [weight for weight, _ in KINDS])[0]
    return draw(chance)
