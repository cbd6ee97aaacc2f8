"""Changes that mean nothing: what an editor's tools do to a file, and must make no translation stale."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from random import Random

from tests.quality.planting.bundles import FILES, LOCALES, Bundle, Locale
from tests.quality.planting.fault import Fault, line_at
from tests.quality.planting.letters import LOWER
from tests.quality.planting.links import INTERNAL, LINK
from tests.quality.planting.masks import masked
from tests.quality.planting.pages import DELIMITER, FRONT, Block, blocks
from tests.quality.planting.pairs import Pair

RULE = "trivial"
WIDTH = 60
RENAMED = "folder-renamed"
"""The kind whose texts stay and whose folder moves, with its lock."""
BREAKABLE = re.compile(r"[^\W_][\w,;:.()%/“”\"’'-]*\Z")
"""A word that may begin a line: it begins no list, heading, quote or table."""
STARRED = re.compile(r"(?<![\w*\\])\*(?![\s*])([^*\n]+?)(?<![\s*\\])\*(?![\w*])")
STRONG = re.compile(r"(?<![\w*\\])\*\*(?![\s*])([^*\n]+?)(?<![\s*\\])\*\*(?![\w*])")
BARE = re.compile(r"<(https?://[^>\s]+)>")
SELF = re.compile(r"\[(https?://[^\]\s]+)\]\(\1\)")
LONG_WORD = re.compile(rf"(?<=[{LOWER}] )([{LOWER}]{{4,}})(?= [{LOWER}])")
Change = Callable[[str, tuple[Block, ...], Random], str]


def _plain(text: str, block: Block) -> bool:
    return block.kind == "paragraph" and not block.indent and "  \n" not in text[block.start : block.end]


def _wrapped(words: Sequence[str], width: int) -> str:
    lines: list[list[str]] = [[]]
    for word in words:
        full = sum(len(w) + 1 for w in lines[-1]) + len(word) > width
        starts = BREAKABLE.match(word) is not None and not re.match(r"\d+[.)]", word)
        if lines[-1] and full and starts:
            lines.append([])
        lines[-1].append(word)
    return "\n".join(" ".join(line) for line in lines)


def _each(text: str, chosen: Sequence[Block], change: Callable[[str], str]) -> str:
    for block in reversed(chosen):
        text = text[: block.start] + change(text[block.start : block.end]) + text[block.end :]
    return text


def _reflow(width: int) -> Change:
    def change(text: str, found: tuple[Block, ...], _rng: Random) -> str:
        return _each(text, [b for b in found if _plain(text, b)], lambda own: _wrapped(own.split(), width))

    return change


def _spaced(text: str, found: tuple[Block, ...], _rng: Random) -> str:
    return _each(text, [b for b in found if b.kind in {"paragraph", "heading"} and not b.indent], lambda own: own + " ")


def _empty_lines(text: str, found: tuple[Block, ...], rng: Random) -> str:
    starts = [
        b
        for b in found
        if b.kind in {"paragraph", "heading"} and not b.indent and text[b.start - 2 : b.start] == "\n\n"
    ]
    return _each(text, rng.sample(starts, min(3, len(starts))), lambda own: f"\n{own}")


def _underscores(pattern: re.Pattern[str], mark: str) -> Change:
    def change(text: str, found: tuple[Block, ...], _rng: Random) -> str:
        chosen = [b for b in found if b.kind != "code"]
        return _each(text, chosen, lambda own: own if "_" in own else pattern.sub(rf"{mark}\1{mark}", own))

    return change


def _decomposed(text: str, _found: tuple[Block, ...], _rng: Random) -> str:
    return unicodedata.normalize("NFD", text)


def _markers(text: str, found: tuple[Block, ...], _rng: Random) -> str:
    chosen = [b for b in found if b.kind == "item" and text[b.start] in "-*"]
    return _each(text, chosen, lambda own: ("*" if own[0] == "-" else "-") + own[1:])


def _table(line: str, change: Callable[[str], str]) -> str:
    return "|" + "|".join(change(cell) for cell in line.strip()[1:-1].split("|")) + "|"


def _tables(cell: Callable[[str], str], rule: Callable[[str], str]) -> Change:
    def change(text: str, _found: tuple[Block, ...], _rng: Random) -> str:
        lines = text.split("\n")
        for i, line in enumerate(lines):
            if line.startswith("|") and line.rstrip().endswith("|") and "\\|" not in line and "`" not in line:
                lines[i] = _table(line, rule if DELIMITER.match(line) else cell)
        return "\n".join(lines)

    return change


def _emphasis(mark: str) -> Change:
    def change(text: str, found: tuple[Block, ...], rng: Random) -> str:
        places = []
        for block in found:
            own = masked(text[block.start : block.end])
            if block.kind in {"paragraph", "item"} and not set(own) & set("*_[]`"):
                places += [(block.start + m.start(1), block.start + m.end(1)) for m in LONG_WORD.finditer(own)]
        if not places:
            return text
        start, end = rng.choice(places)
        return text[:start] + mark + text[start:end] + mark + text[end:]

    return change


def _links_canonical(text: str, _found: tuple[Block, ...], _rng: Random) -> str:
    changed = BARE.sub(r"[\1](\1)", text)
    return changed if changed != text else SELF.sub(r"<\1>", text)


CHANGES: dict[str, Change] = {
    "reflow-narrow": _reflow(WIDTH),
    "reflow-wide": _reflow(2 * WIDTH),
    "space-at-line-ends": _spaced,
    "empty-lines": _empty_lines,
    "star-to-underscore": _underscores(STARRED, "_"),
    "strong-to-underscores": _underscores(STRONG, "__"),
    "decomposed": _decomposed,
    "list-markers": _markers,
    "table-padding": _tables(lambda cell: f"  {cell.strip()}   ", lambda rule: f" {rule.strip()} "),
    "table-tight": _tables(lambda cell: cell.strip() or " ", lambda rule: rule.strip()),
    "table-rule": _tables(lambda cell: cell, lambda rule: rule.strip().replace("-", "-----", 1)),
    "emphasis-added": _emphasis("*"),
    "strong-added": _emphasis("**"),
    "autolink": _links_canonical,
}


def _fault(bundle: Bundle, kind: str, locales: Sequence[Locale], texts: dict[str, str]) -> Fault | None:
    """The trivial change as a value, quoted at its first difference; None if nothing changed."""
    file = FILES[locales[0]]
    old, new = bundle.texts[file], texts[file]
    if any(texts[FILES[locale]] == bundle.text(locale) for locale in locales):
        return None
    at = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    place = "+".join(locales)
    quotes = old[max(0, at - 20) : at + 40], new[max(0, at - 20) : at + 40]
    return Fault(RULE, bundle.key, file, line_at(old, at), *quotes, kind, texts, place)


def _moved(bundle: Bundle, others: Sequence[Bundle], rng: Random) -> Fault | None:
    """An internal link turned to another bundle in both editions: a move elsewhere."""
    free = [b.key for b in others if b.key != bundle.key]
    if not free:
        return None
    up, key = "../" * len(bundle.key.split("/")), rng.choice(free)
    texts = {}
    for locale in LOCALES:
        text = bundle.text(locale)
        inside = [m for m in LINK.finditer(text) if INTERNAL.match(m["target"])]
        if len(inside) != 1 or key in text:
            return None
        start, end = inside[0].span("target")
        texts[FILES[locale]] = text[:start] + f"{up}{key}/{FILES[locale]}" + text[end:]
    return _fault(bundle, "link-target-moved", LOCALES, texts)


def changes(pair: Pair, others: Sequence[Bundle], rng: Random) -> Iterator[Fault]:
    """Every trivial change, to the source, to the translation and to both."""
    bundle = pair.bundle
    choices: tuple[tuple[Locale, ...], ...] = (("vi",), ("en",), LOCALES)
    for kind, change in CHANGES.items():
        for locales in choices:
            texts = dict(bundle.texts)
            for locale in locales:
                front = FRONT.match(texts[FILES[locale]])
                if front:
                    text = texts[FILES[locale]]
                    whole = change(text, blocks(text), rng)
                    texts[FILES[locale]] = whole if kind == "decomposed" else text[: front.end()] + whole[front.end() :]
            fault = _fault(bundle, kind, locales, texts)
            if fault is not None:
                yield fault
    moved = _moved(bundle, others, rng)
    if moved is not None:
        yield moved
    file = FILES[bundle.source]
    yield Fault(RULE, bundle.key, file, 1, bundle.key, f"{bundle.key}-moved", RENAMED, dict(bundle.texts), "folder")
