"""An office for each test."""

from pathlib import Path

import pytest

from tests.ci.office import Office, found_office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return found_office(tmp_path / "office")
