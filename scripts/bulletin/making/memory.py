"""What is known of a site from its last build: what it was made of but the texts, and which pages show which text.

While all else stands, a text changes only the pages that asked for it, the files for programs of its own bulletin, and
the rows of its words in the search (making/edit.py). The memory belongs to one ledger, and is as good as none without.
"""

from __future__ import annotations

import json
import marshal
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

from bulletin.model.body import Body
from bulletin.model.rows import Rows
from bulletin.model.state import Standing
from bulletin.render.press import templates_digest
from bulletin.stage.noted import Place
from bulletin.stage.view import View

NAME = "memory"
_CHECKSUM_BYTES = 32
_FORM = 1
"""Of the file; another form is as good as none."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What one build knew."""

    rest: str
    """Digest of everything but the texts."""
    begins: float
    """The instant for which it was built, in seconds since 1970 (UTC)."""
    ends: float
    """The instant at which time alone may change the site."""
    texts: Mapping[str, str]
    """Key → digest of the texts of a bulletin, and of how they stand to one another."""
    bodies: Mapping[Place, str]
    """(key, locale tag) → digest of the HTML of each text."""
    pages: Mapping[str, Sequence[Place]]
    """Key of a bulletin → (key, locale tag) of the pages that asked for its texts."""
    count: int
    """How many pages there are."""
    images: int
    """How many pictures for sharing."""


def rest_of(view: View, bundles: Mapping[str, str], beside: Iterable[str], overrides: Path) -> str:
    """Digest of everything on which a site depends but the texts of its editions.

    `bundles` are the digests of Tree.rests, `beside` says what else decides: the lock of addresses, where the docs lie.
    """
    cleared = view.cleared
    flags = [
        (place, each.is_public, each.is_withdrawn, each.awaits_approval) for place, each in cleared.clearances.items()
    ]
    led = [
        (place, [asset.path for asset in body.assets], sorted(body.targets), body.numbers)
        for place, body in view.bodies.items()
        if body.assets or body.targets or body.numbers
    ]
    words = [
        *beside,
        view.cleared.today,
        repr(sorted(bundles.items())),
        repr(sorted(flags)),
        repr(sorted(led)),
        repr(view.site),
        json.dumps(view.labels, default=dict),
        repr(sorted(view.registries.items())),
        templates_digest(overrides),
        _code(),
        _packages(),
    ]
    return blake2b("\0".join(words).encode(errors="backslashreplace"), digest_size=16).hexdigest()


def texts_of(
    bodies: Iterable[tuple[Place, Body]], standings: Mapping[Place, Standing], rows: Mapping[Place, Rows]
) -> dict[str, str]:
    """Key → digest of all that is said of the texts of a bulletin."""
    found: dict[str, list[object]] = {}
    for place, body in bodies:
        said = place[1], body.digest, standings.get(place), rows.get(place)
        found.setdefault(place[0], []).append(said)
    for place in standings.keys() - {place for place, _ in bodies}:
        found.setdefault(place[0], []).append((place[1], standings[place]))
    return {
        key: blake2b(repr(sorted(said, key=repr)).encode(errors="backslashreplace"), digest_size=16).hexdigest()
        for key, said in found.items()
    }


@cache
def _code() -> str:
    """Of all our own code."""
    digest = blake2b(digest_size=16)
    root = Path(__file__).parents[1]
    for path in sorted(root.rglob("*.py")):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _packages() -> str:
    """Everything that is installed beside us, by the names of the folders that tell its version."""
    found = [sys.version]
    for folder in sys.path:
        with suppress(OSError):
            found += sorted(name for name in os.listdir(folder) if name.endswith(("-info", ".egg", ".pth")))  # noqa: PTH208
    return "\n".join(found)


def load(home: Path, ledger: Path) -> Memory | None:
    """What is known of a site, if it is whole and of this ledger."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        data = (home / NAME).read_bytes()
        if data[:_CHECKSUM_BYTES] == _checksum(data[_CHECKSUM_BYTES:]):
            form, of, *values = marshal.loads(data[_CHECKSUM_BYTES:])  # noqa: S302 - whole, and written below
            if form == _FORM and of == _mark(ledger):
                return Memory(*values)
    return None


def save(home: Path, ledger: Path, memory: Memory) -> None:
    """Write it in one step; a full or read-only disk costs time, nothing else."""
    values = tuple(getattr(memory, name) for name in Memory.__slots__)
    beside = home / f"{NAME}-{os.getpid()}"
    with suppress(OSError):
        data = marshal.dumps((_FORM, _mark(ledger), *values), 2)
        beside.write_bytes(_checksum(data) + data)
        beside.replace(home / NAME)


def forget(home: Path) -> None:
    """Know nothing: the site becomes another one."""
    with suppress(OSError):
        (home / NAME).unlink()


def _mark(ledger: Path) -> bytes:
    """The checksum with which a ledger begins. Raises OSError."""
    with ledger.open("rb") as file:
        return file.read(_CHECKSUM_BYTES)


def _checksum(data: bytes) -> bytes:
    return blake2b(data, digest_size=_CHECKSUM_BYTES).digest()
