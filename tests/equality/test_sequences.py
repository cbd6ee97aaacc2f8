"""A build that remembers makes what a build that knows nothing makes, and what MkDocs alone makes."""

from pathlib import Path

import pytest

from tests.equality.sequences import faults


@pytest.mark.parametrize("seed", range(12))
def test_what_is_remembered_changes_nothing(tmp_path: Path, seed: int) -> None:
    assert faults(seed, tmp_path, steps=2, ends_plainly=seed % 3 == 0) == []
