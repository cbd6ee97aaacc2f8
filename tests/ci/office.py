"""An office: a project with its repository, a server of git, and clones in which the targets of the workflows run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.build.projects import copy_project
from tests.desk import EN, VI
from tests.trees import KEY, NOW, ROOT, build, pair

FILES = pair(source=VI, translation=EN)
ENGLISH = f"docs/{KEY}/index.en.md"
EPOCH = "1773968400"
"""`tests.trees.NOW` as SOURCE_DATE_EPOCH."""
_NOT_OURS = ("CI", "GITHUB_", "GITLAB_", "MAKE", "MFLAGS", "SOURCE_DATE_EPOCH", "PYTEST_")


@dataclass(frozen=True, slots=True)
class Clone:
    """A work tree."""

    root: Path

    def git(self, *arguments: str) -> str:
        """Run git as an editor; what it printed."""
        command = ["git", "-c", "user.name=Biên tập", "-c", "user.email=bt@example.org", *arguments]
        done = subprocess.run(command, cwd=self.root, check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def make(self, *targets: str, environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        """Run a target; the clock stands at `tests.trees.NOW`."""
        around = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_OURS)}
        around |= {"SOURCE_DATE_EPOCH": EPOCH, "PYTHONDONTWRITEBYTECODE": "1", **(environment or {})}
        return subprocess.run(
            ["make", *targets], cwd=self.root, check=False, capture_output=True, text=True, env=around
        )

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def change(self, path: str, old: str, new: str, message: str) -> None:
        """Commit other words in a file, in which the old ones stand once."""
        text = self.read(path)
        assert text.count(old) == 1
        (self.root / path).write_text(text.replace(old, new), encoding="utf-8")
        self.git("commit", "--quiet", "--all", "-m", message)


@dataclass(frozen=True, slots=True)
class Office:
    """A server of git with one repository, whose main is a project with one accepted pair."""

    folder: Path

    @property
    def origin(self) -> Path:
        return self.folder / "origin.git"

    def clone(self, name: str, branch: str = "main") -> Clone:
        """A fresh clone, set up as `make` leaves it."""
        root = self.folder / name
        subprocess.run(
            ["git", "clone", "--quiet", "--branch", branch, str(self.origin), str(root)],
            check=True,
            capture_output=True,
        )
        set_up(root)
        return Clone(root)

    def text_of(self, path: str, branch: str = "main") -> str:
        """A file as the server has it."""
        command = ["git", f"--git-dir={self.origin}", "show", f"{branch}:{path}"]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def set_up(root: Path) -> None:
    """Make a `.venv` that is sound for the Makefile and runs this very interpreter: nothing is installed in a test."""
    programs = root / ".venv/bin"
    programs.mkdir(parents=True)
    for name, text in (
        ("python", f'#!/bin/sh\nexec "{sys.executable}" "$@"\n'),
        ("pip", f"#!{programs}/python\n"),
    ):
        (programs / name).write_text(text)
        (programs / name).chmod(0o755)
    for stamp in ("pyvenv.cfg", "site.stamp", "test.stamp"):
        (root / ".venv" / stamp).touch()


def found_office(folder: Path, files: Mapping[str, str | bytes] = FILES) -> Office:
    """Found one: the project with these files as docs/, its translations accepted, its addresses recorded."""
    office = Office(folder)
    root = folder / "first"
    copy_project(root, files)
    for name in ("Makefile", "requirements.txt", ".gitignore", ".gitattributes"):
        shutil.copyfile(ROOT / name, root / name)
    shutil.copytree(ROOT / ".ci", root / ".ci")
    accept = [sys.executable, "scripts/accept.py", "--today", "2026-03-06", "docs"]
    subprocess.run(accept, cwd=root, check=True, capture_output=True)
    assert build(root / "docs", folder / "first-site", now=NOW, root=root).status == 0
    record = [sys.executable, "scripts/record.py", "--site-dir", str(folder / "first-site")]
    subprocess.run(record, cwd=root, check=True, capture_output=True)
    subprocess.run(["git", "init", "--quiet", "--bare", "-b", "main", str(office.origin)], check=True)
    first = Clone(root)
    first.git("init", "--quiet", "-b", "main")
    first.git("add", "--all")
    first.git("commit", "--quiet", "-m", "Một trang")
    first.git("push", "--quiet", str(office.origin), "main")
    return office
