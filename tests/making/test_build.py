"""What is kept of other docs folders goes when nobody comes back to them."""

from __future__ import annotations

import os
from pathlib import Path

from bulletin.making.build import UNUSED, forget_unused

NOW = 1_800_000_000.0


def test_what_nobody_has_used_for_long_goes_and_what_is_in_use_stays(tmp_path: Path) -> None:
    files, folders = tmp_path / "tree", tmp_path / "bodies"
    for name, age in (("cu", UNUSED + 60), ("moi", 60), ("nay", UNUSED + 60)):
        (folders / name).mkdir(parents=True)
        (folders / name / "index").touch()
        files.mkdir(exist_ok=True)
        (files / name).touch()
        for path in (folders / name, files / name):
            os.utime(path, (NOW - age, NOW - age))
    forget_unused((files, folders, tmp_path / "khong-co"), "nay", NOW)
    for folder in (files, folders):
        assert sorted(path.name for path in folder.iterdir()) == ["moi", "nay"]
