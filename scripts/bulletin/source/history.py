"""What git remembers of a source edition: the text of blocks that have changed. Without git, or without their past, nothing."""

from __future__ import annotations

import subprocess
from collections.abc import Collection
from pathlib import Path

from bulletin.model.bulletin import Edition
from bulletin.source.blocks import read_blocks
from bulletin.source.front_matter import EditionFile, read_edition

MAX_REVISIONS = 20
"""How far back a file's history is read."""
TIMEOUT = 10
"""Seconds after which git is left alone."""


def old_texts(docs: Path, source: Edition, digests: Collection[str], tags: tuple[str, ...]) -> list[str]:
    """The texts of blocks with these digests, in the order of the newest revision that has one of them."""
    if not digests:
        return []
    wanted = set(digests)
    try:
        log = _git(docs, "log", f"-{MAX_REVISIONS}", "--format=%H", "--follow", "--name-only", "--", source.path)
    except (OSError, subprocess.SubprocessError):
        return []
    lines = [line for line in log.decode("utf-8", "replace").splitlines() if line]
    for commit, path in zip(lines[::2], lines[1::2], strict=False):
        try:
            data = _git(docs, "show", f"{commit}:{path}")
        except (OSError, subprocess.SubprocessError):
            continue
        edition, _ = read_edition(EditionFile(source.key, source.locale, source.path, data), tags)
        if edition is None:
            continue
        found = [" ".join(block.text.split()) for block in read_blocks(edition) if block.digest in wanted]
        if found:
            return found
    return []


def _git(folder: Path, *arguments: str) -> bytes:
    command = ["git", "-c", "core.quotePath=false", *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=TIMEOUT).stdout
