"""What is kept from build to build: whole, or not at all, and not for ever."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from bulletin.finish.store import keep, kept, prune


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    assert kept(tmp_path / "mới" / "a") is None
    keep(tmp_path / "mới" / "a", b"content")
    assert kept(tmp_path / "mới" / "a") == b"content"


@pytest.mark.parametrize("damage", [b"", b"\0" * 50], ids=["emptied", "overwritten"])
def test_a_damaged_entry_is_as_good_as_none(tmp_path: Path, damage: bytes) -> None:
    keep(tmp_path / "a", b"content")
    (tmp_path / "a").write_bytes(damage)
    assert kept(tmp_path / "a") is None


def test_the_oldest_that_nobody_used_go_first(tmp_path: Path) -> None:
    for age, name in enumerate(("used", "old", "older", "oldest")):
        keep(tmp_path / name, b"x")
        os.utime(tmp_path / name, ns=(10**18 - age, 10**18 - age))
    os.utime(tmp_path / "used", ns=(1, 1))
    prune(tmp_path, {"used"}, 2)
    assert {path.name for path in tmp_path.iterdir()} == {"used", "old"}
    prune(tmp_path, {"used"}, 0)
    assert {path.name for path in tmp_path.iterdir()} == {"used"}
    prune(tmp_path / "none", (), 0)
