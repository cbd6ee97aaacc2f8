"""What git says has changed below a docs folder since an earlier revision, uncommitted and new files included."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from bulletin.model.catalogue import message
from bulletin.model.changes import Changes
from bulletin.model.finding import CallError
from bulletin.source.disk import printable
from bulletin.source.git import FAILURES, git

PATIENCE = 120
"""Seconds for the difference between two trees of any size."""
ALL_LINES = (1, 1 << 31)
# Settings of the user that would change what a difference looks like are all named here.
_DIFF = (
    *("diff", "--patch", "--raw", "--no-abbrev", "--unified=0", "--inter-hunk-context=0", "--find-renames"),
    *("--no-ext-diff", "--no-textconv", "--no-color", "--src-prefix=a/", "--dst-prefix=b/", "--diff-algorithm=myers"),
    *("--ignore-submodules", "--no-indent-heuristic", "--relative", "-O/dev/null"),
)
_HUNK = re.compile(rb"@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
_RAW = re.compile(rb":[0-7]+ [0-7]+ [0-9a-f]+ [0-9a-f]+ [A-Z]\d*\t(.*)")


def read_changes(docs: Path, revision: str) -> Changes:
    """Compare the files below a docs folder with the commit at which a revision and HEAD parted.

    A shallow clone may not hold that commit; then with the revision itself, which in the merge that a pull request
    is tested as comes to the same. Raises CallError where git or the revision is not to be had.
    """
    try:
        git(docs, "rev-parse", "--show-prefix")
    except FAILURES as error:
        raise CallError("--base", message("no-repository", found=docs, reason=_reason(error))) from error
    base = _base(docs, revision)
    try:
        difference = git(docs, *_DIFF, base, "--", ".", timeout=PATIENCE)
        new = git(docs, "ls-files", "--others", "--exclude-standard", "-z", timeout=PATIENCE)
    except FAILURES as error:
        raise CallError("--base", message("no-repository", found=docs, reason=_reason(error))) from error
    lines: dict[str, list[tuple[int, int]]] = {}
    files = set()
    for path, stretch in _read(difference):
        files.add(path)
        if stretch is not None:
            lines.setdefault(path, []).append(stretch)
    for name in new.split(b"\0"):
        if name:
            files.add(_path(name))
            lines[_path(name)] = [ALL_LINES]
    return Changes(base, {path: tuple(found) for path, found in lines.items()}, frozenset(files))


def repository_prefix(docs: Path) -> str | None:
    """The docs folder as its repository names it, with a slash at its end; None where there is no repository."""
    try:
        prefix = git(docs, "rev-parse", "--show-prefix")
    except FAILURES:
        return None
    return printable(os.fsdecode(prefix.removesuffix(b"\n")))


def _base(docs: Path, revision: str) -> str:
    unknown = CallError("--base", message("unknown-revision", found=revision))
    if not revision or revision.startswith("-") or "\0" in revision:  # an option to git; no name of a revision
        raise unknown
    try:
        commit = git(docs, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
    except FAILURES as error:
        raise unknown from error
    try:
        return git(docs, "merge-base", commit, "HEAD", timeout=PATIENCE).decode().strip()
    except FAILURES:  # no commit that both have, or a clone without it
        return commit


def _reason(error: Exception) -> str:
    """The last line of what git had to say."""
    said = error.stderr if isinstance(error, subprocess.CalledProcessError) else None
    lines = (said or b"").decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else str(error)


def _read(difference: bytes) -> Iterator[tuple[str, tuple[int, int] | None]]:
    """(path, stretch of lines) for every hunk, and (path, None) for every file that is named."""
    path = ""
    left = 0
    for line in difference.split(b"\n"):
        if left:  # the body of a hunk may look like anything
            left -= not line.startswith(b"\\")  # "\ No newline at end of file" is not counted
        elif raw := _RAW.fullmatch(line):
            for name in raw[1].split(b"\t"):
                yield _path(_unquoted(name)), None
        elif line.startswith(b"+++ "):
            name = _unquoted(line[4:].rstrip(b"\t"))
            path = _path(name.removeprefix(b"b/")) if name.startswith(b"b/") else ""  # /dev/null: it is gone
        elif hunk := _HUNK.match(line):
            left = _size(line)
            if not path:
                continue
            start, count = int(hunk[1]), int(hunk[2] or 1)
            # Where lines are only gone, `start` is the line before them.
            yield path, (start, start + count - 1) if count else (start, start + 1)


def _size(line: bytes) -> int:
    """The lines of a hunk without context: those that are gone, and those that are new."""
    ranges = line.split(b" ")[1:3]
    return sum(int(each.partition(b",")[2] or 1) for each in ranges)


def _unquoted(name: bytes) -> bytes:
    """A name as git writes it, in quotes with escapes where a byte of it needs them."""
    if len(name) > 1 and name.startswith(b'"') and name.endswith(b'"'):
        return name[1:-1].decode("unicode_escape").encode("latin-1")
    return name


def _path(name: bytes) -> str:
    return printable(os.fsdecode(name))
