"""`manifest.sha256`, which names every other file of a tree with its hash.

In the format of GNU `sha256sum`, so that anybody can check a site with `sha256sum -c`.
"""

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bulletin.publish import errors
from bulletin.publish.tree import contents

MANIFEST = "manifest.sha256"
"""Its name in the root of the tree; a file so named deeper down is like any other."""

_LINE = re.compile(r"(?P<digest>[0-9a-f]{64})  (?P<path>.+)")
_SHOWN = 5
"""How many files one message names."""


def write_manifest(tree: Path) -> None:
    """Hash every file, in the order of the bytes of its path; ManifestError if one is unfit."""
    with _as_manifest_errors():
        lines = [f"{digest}  {path}\n" for path, digest in _hashes(tree).items()]
        (tree / MANIFEST).write_bytes("".join(lines).encode())


def verify(tree: Path) -> list[str]:
    """Re-read every file and return their paths, sorted.

    ManifestError names the first few that are wrong, missing from the tree or extra in it.
    """
    with _as_manifest_errors():
        expected = digests(tree)
        actual = _hashes(tree)
    differences = [
        kind.filled(path=path)
        for path in sorted(expected.keys() | actual.keys(), key=os.fsencode)
        if (kind := _difference(expected.get(path), actual.get(path)))
    ]
    if differences:
        shown, more = differences[:_SHOWN], ", …" if len(differences) > _SHOWN else ""
        raise errors.ManifestError(
            errors.DISAGREES.filled(
                tree=tree,
                count=len(differences),
                shown=errors.Message(", ".join(d.vi for d in shown) + more, ", ".join(d.en for d in shown) + more),
            )
        )
    return list(actual)


def read(tree: Path) -> bytes:
    """Return the manifest as it stands; ManifestError where there is none."""
    try:
        return (tree / MANIFEST).read_bytes()
    except FileNotFoundError as error:
        raise errors.ManifestError(errors.NO_MANIFEST.filled(tree=tree)) from error


def _difference(expected: str | None, actual: str | None) -> errors.Message | None:
    if expected == actual:
        return None
    if actual is None:
        return errors.MISSING
    return errors.EXTRA if expected is None else errors.WRONG


def digests(tree: Path) -> dict[str, str]:
    """Path → SHA-256, as the manifest says; ManifestError where there is none or it is not one."""
    found: dict[str, str] = {}
    *lines, rest = read(tree).decode("utf-8", "surrogateescape").split("\n")
    for number, line in enumerate([*lines, rest] if rest else lines, start=1):
        match = _LINE.fullmatch(line)
        if not match or match["path"] in found:
            raise errors.ManifestError(
                errors.MALFORMED.filled(path=tree / MANIFEST, line=number),
            )
        found[match["path"]] = match["digest"]
    return found


def _hashes(tree: Path) -> dict[str, str]:
    paths = [path for path in contents(tree).files if path != MANIFEST]
    return {path: hash_of(tree / path) for path in paths}


def hash_of(path: Path) -> str:
    """The SHA-256 of a file as it stands."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _as_manifest_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise errors.ManifestError(errors.reason(error)) from error
