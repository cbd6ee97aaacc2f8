"""Slips in document numbers that both editions cite alike."""

import re
from collections.abc import Iterator
from random import Random

from tests.quality.planting.bundles import FILES
from tests.quality.planting.fault import Edit, Fault, make
from tests.quality.planting.pairs import Facing, Pair

RULE = "reference-mismatch"
REFERENCE = re.compile(
    r"(?<![\w/.:-])(?P<number>\d{1,4})(?:/(?P<year>(?:19|20)\d\d))?(?P<sign>[/-])(?P<letters>[A-ZĐ]{1,6}\d{0,2}(?:[/-][A-ZĐ][\wĐ&]*)*)(?![\w/])"
)
ADDRESS = re.compile(r"\]\([^)\n]*\)|https?://\S+")
LETTERS = {
    "NĐ-CP": ("QĐ-TTg", "NQ-CP"),
    "QĐ-TTg": ("NĐ-CP", "CT-TTg", "QĐ-UBND"),
    "QĐ-UBND": ("KH-UBND", "QĐ-TTg", "QĐ-BTC"),
    "KH-UBND": ("QĐ-UBND", "KH-BCĐ"),
    "NQ-HĐND": ("NQ-CP", "QĐ-UBND"),
    "NQ-CP": ("NĐ-CP", "QĐ-TTg"),
    "CT-TTg": ("QĐ-TTg", "CĐ-TTg"),
    "KH/TU": ("CT/TU", "NQ/TU"),
    "NQ/TU": ("KH/TU", "NQ/TW"),
    "NQ/TW": ("CT/TW", "NQ/TU"),
    "CT/TW": ("NQ/TW", "KL/TW"),
    "KL/TW": ("NQ/TW",),
    "CT/TU": ("KH/TU",),
    "TB-VP": ("CV-VP", "BC-VP"),
    "TT-BTC": ("TT-BTP", "QĐ-BTC"),
    "QH13": ("QH14",),
    "QH14": ("QH13", "QH15"),
    "QH15": ("QH14",),
}


def _letters(old: str, rng: Random) -> str:
    if old in LETTERS:
        return rng.choice(LETTERS[old])
    head, sign, tail = re.fullmatch(r"([A-ZĐ]+)([/-]?)(.*)", old, re.DOTALL).groups()  # type: ignore[union-attr]
    kinds = [kind for kind in ("QĐ", "KH", "CT", "NQ", "TB", "CV", "BC", "TT") if kind != head]
    return rng.choice(kinds) + sign + tail if sign else f"{head[:-1]}{'K' if head[-1] != 'K' else 'V'}{tail}"


def _numbers(old: str, rng: Random) -> Iterator[tuple[str, str]]:
    swaps = [i for i in range(len(old) - 1) if old[i] != old[i + 1] and (i or old[1] != "0")]
    if swaps:
        i = rng.choice(swaps)
        yield "digits-swapped", old[:i] + old[i + 1] + old[i] + old[i + 2 :]
    at = rng.randrange(len(old))
    digit = rng.choice([d for d in "123456789" if d != old[at]])
    yield "digit-changed", old[:at] + digit + old[at + 1 :]
    if len(old) > 1 and old[1] != "0":
        yield "digit-dropped", old[1:] if rng.random() < 0.5 else old[:-1]
    yield "digit-doubled", old[: at + 1] + old[at:]


def _changes(match: re.Match[str], rng: Random) -> Iterator[tuple[str, str, str]]:
    """Kind of slip, the group it is in, what stands there then."""
    for kind, new in _numbers(match["number"], rng):
        yield kind, "number", new
    if match["year"]:
        yield "year", "year", str(int(match["year"]) + rng.choice([-1, 1]))
    yield "letters", "letters", _letters(match["letters"], rng)


def numbers(pair: Pair, face: Facing, rng: Random) -> Iterator[Fault]:
    """A document's number, year or letters changed into those of no document in the bundle."""
    hidden = ADDRESS.sub(lambda found: " " * len(found[0]), face.text)
    everything = "\n".join(pair.bundle.texts[name] for name in FILES.values())
    for match in REFERENCE.finditer(hidden):
        alike = [m for m in REFERENCE.finditer(face.counterpart) if m[0] == match[0]]
        if not alike:
            continue
        for kind, group, new in _changes(match, rng):
            changed = hidden[match.start() : match.start(group)] + new + hidden[match.end(group) : match.end()]
            if changed not in everything:
                span = face.here.start + match.start(group), face.here.start + match.end(group)
                yield make(pair.bundle, face.locale, RULE, kind, face.place, [Edit(*span, new)])
