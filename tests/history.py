"""Repositories for tests, as nobody's settings make them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str) -> str:
    """Run git there, as somebody, and without any settings of this machine; what it prints."""
    somebody = ["-c", "user.name=A", "-c", "user.email=a@example.vn", "-c", "commit.gpgsign=false"]
    around = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", *somebody, *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, env=around).stdout


def commit(folder: Path) -> str:
    """Record all that is there; the new commit."""
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "x", "--allow-empty")
    return git(folder, "rev-parse", "HEAD").strip()


def repository(folder: Path) -> Path:
    """An empty repository."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "-q", "-b", "main")
    return folder
