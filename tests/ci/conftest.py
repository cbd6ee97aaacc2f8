"""An office for each test."""

import shutil
from pathlib import Path

import pytest

from tests.ci.office import Office, found_office


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Founded once; nobody works there."""
    return found_office(tmp_path_factory.mktemp("office"))


@pytest.fixture
def office(tmp_path: Path, founded: Office) -> Office:
    """One of its own for a test, in the state in which it was founded."""
    mine = Office(tmp_path / "office")
    shutil.copytree(founded.origin, mine.origin)
    return mine
