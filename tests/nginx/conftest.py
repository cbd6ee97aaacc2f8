"""Two versions of a real site, built once, and a server for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bulletin.publish.releases import publish

from tests.build.projects import change, copy_project, picture
from tests.nginx.server import Nginx, running
from tests.trees import KEY, SOURCE, TRANSLATION, build, pair, with_body, with_field

MOVED = with_field(SOURCE, "redirect_from: [news/2026/02/ten-cu]", "image: {file: lua.png, alt: Lúa}")
PICTURED = with_field(TRANSLATION, "image: {file: lua.png, alt: Rice}")


def site_of(folder: Path, words: str, colour: str) -> Path:
    """Build the site of a project whose pages say some words and whose icon has a colour."""
    files = pair(
        source=with_body(MOVED, f"{words} lúa. " * 40), translation=with_body(PICTURED, f"{words} rice. " * 40)
    )
    root = copy_project(folder / "project", {**files, f"{KEY}/lua.png": picture("x")})
    change(root / "overrides/assets/icon.svg", "<svg ", f'<svg data-colour="{colour}" ')
    made = build(root / "docs", folder / "site", root=root)
    assert made.status == 0, made.output + made.errors
    return made.site


@pytest.fixture(scope="session")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Version A and version B of one site: other words in every page's text, and another icon."""
    folder = tmp_path_factory.mktemp("versions")
    return site_of(folder / "a", "Phiên bản A:", "xanh"), site_of(folder / "b", "Phiên bản B có thêm:", "nâu")


@pytest.fixture
def nginx(tmp_path: Path, versions: tuple[Path, Path]) -> Iterator[Nginx]:
    """Serves version A."""
    base = tmp_path / "srv"
    publish(versions[0], base, 3)
    with running(tmp_path / "nginx", base) as server:
        yield server
