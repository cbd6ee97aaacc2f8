"""Where the files that a CI run checks can be read: the forge that runs it says so in its environment."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote


def files_address(environment: Mapping[str, str]) -> str:
    """The address below which the repository's files stand as they are checked; empty where nobody says it."""
    github = [environment.get(name, "") for name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")]
    if all(github):
        server, repository, commit = github
        return f"{server.rstrip('/')}/{quote(repository)}/blob/{quote(commit)}/"
    gitlab = [environment.get(name, "") for name in ("CI_PROJECT_URL", "CI_COMMIT_SHA")]
    if all(gitlab):
        return f"{gitlab[0].rstrip('/')}/-/blob/{quote(gitlab[1])}/"
    return ""
