"""Docs folders for tests, written beside the assertion, and the real program run on them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
NOW = "2026-03-20T08:00:00+07:00"
"""An instant after the date and approval of `SOURCE`."""

SOURCE = """\
---
title: Hội nghị xúc tiến đầu tư Nghệ An
description: Tỉnh giới thiệu các dự án với nhà đầu tư.
date: 2026-03-05
status: published
approved: {by: Nguyễn Văn A, on: 2026-03-05}
---
Hội nghị diễn ra ngày 05 tháng 3 năm 2026.
"""
TRANSLATION = """\
---
title: Nghệ An investment conference
description: The province presents its projects to investors.
translation: {of: vi, status: reviewed, translator: Trần Thị B, checked: 2026-03-05}
---
The conference was held on 5 March 2026.
"""
KEY = "news/2026/03/hoi-nghi"
"""Key of the bulletin that `pair` makes."""


WAITING = {"_data/coverage.yml": "rules: {missing-translation: warning}\n"}
"""A policy for which a translation that is missing stops nothing."""

LENIENT = {
    "_data/coverage.yml": "rules: {missing-translation: warning, stale-translation: warning, untranslated-block: warning,"
    " value-mismatch: warning, reference-mismatch: warning, link-mismatch: warning}\n"
}
"""A policy for which nothing that a translation lacks or says otherwise stops anything."""


def pair(key: str = KEY, source: str = SOURCE, translation: str | None = TRANSLATION) -> dict[str, str | bytes]:
    """The files of one bulletin; None for a bulletin without a translation, and a policy that lets it wait for one."""
    files: dict[str, str | bytes] = {f"{key}/index.vi.md": source}
    return files | ({f"{key}/index.en.md": translation} if translation is not None else WAITING)


def with_field(text: str, *fields: str) -> str:
    """A text of an edition with lines of front matter added at the end of the block, as line 7 or later."""
    head, body = text.removeprefix("---\n").split("---\n", 1)
    return f"---\n{head}" + "".join(f"{field}\n" for field in fields) + f"---\n{body}"


def with_body(text: str, body: str) -> str:
    """A text of an edition with another body."""
    head = text.removeprefix("---\n").split("---\n", 1)[0]
    return f"---\n{head}---\n{body}"


def write_docs(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder, bytes as they are and text as UTF-8; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


@dataclass(frozen=True, slots=True)
class Run:
    """How scripts/build.py ended."""

    status: int
    output: str
    """Findings and steps: standard output."""
    errors: str
    """Standard error."""
    site: Path

    def holds(self, words: str) -> list[str]:
        """The files of the site in whose name or bytes some words stand."""
        return [
            str(path.relative_to(self.site))
            for path in sorted(self.site.rglob("*"))
            if words in str(path.relative_to(self.site)) or (path.is_file() and words.encode() in path.read_bytes())
        ]


def build(docs: Path, site: Path, *options: str, now: str | None = NOW, root: Path = ROOT) -> Run:
    """Run `python scripts/build.py` of a project on a docs folder as a program of its own."""
    command = [sys.executable, str(root / "scripts/build.py"), "--docs", str(docs), "--site-dir", str(site)]
    command += ["--now", now] if now else []
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([*command, *options], check=False, capture_output=True, text=True, env=environment)
    return Run(done.returncode, done.stdout, done.stderr, site)
