"""What a build keeps: each kind in its place, and of other docs folders only as long as somebody comes back."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

from bulletin.making.build import UNUSED, Means, build_site, forget_unused
from bulletin.model.calendar import parse_instant
from bulletin.prepared import OVERRIDES, prepare
from PIL import Image

from tests.site.kinds import write_kinds

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


def test_pictures_are_kept_where_they_are_looked_for_and_tidied(tmp_path: Path) -> None:
    docs = write_kinds(tmp_path / "content")
    (docs / "news/2026/10/danh-muc/anh-chup.jpg").write_bytes(photograph())
    text = docs / "news/2026/10/danh-muc/index.vi.md"
    for path in (text, text.with_name("index.en.md")):
        shown = path.read_text(encoding="utf-8").replace("(anh.svg)", "(anh-chup.jpg)")
        path.write_text(shown, encoding="utf-8")
    content = prepare(docs, parse_instant("2026-11-20T09:00+07:00")).content
    means = Means(OVERRIDES, tmp_path, 2, tmp_path / "cache", trusts_stat=True)
    build_site(content, tmp_path / "site", means)
    assert {path.name for path in (tmp_path / "cache").iterdir()} == {
        *("pictures", "share-images", "search", "sites", "templates"),
    }
    assert len(list((tmp_path / "cache/pictures").iterdir())) == sum(file.width > 0 for file in content.files) > 0
    assert len(list((tmp_path / "cache/share-images").iterdir())) == len(
        {image.digest for image in content.extras.share_images}
    )


def photograph() -> bytes:
    stream = BytesIO()
    Image.effect_noise((1600, 900), 40).convert("RGB").save(stream, "JPEG")
    return stream.getvalue()
