"""How git is asked: what it has here, never the network, nothing that a user's settings would change."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

TIMEOUT = 10
"""Seconds after which git is left alone."""
FAILURES = (OSError, subprocess.SubprocessError)
"""What an unanswered question raises: there is no git, no repository, no such object, or no answer in time."""
# A clone without all its objects would ask the network for them (git 2.44 knows the variable; older ones the setting).
_OFFLINE = {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}


def git(folder: Path, *arguments: str, told: bytes = b"", timeout: float = TIMEOUT) -> bytes:
    """What a git command prints when it runs in a folder and is told something. Raises one of FAILURES."""
    command = ["git", "-c", "core.quotePath=false", "-c", "protocol.allow=never", *arguments]
    environment = {**os.environ, **_OFFLINE}
    done = subprocess.run(
        command, cwd=folder, check=True, capture_output=True, input=told, timeout=timeout, env=environment
    )
    return done.stdout
