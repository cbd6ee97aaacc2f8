"""Pictures for sharing on disk: drawn once, kept, drawn anew where what was kept is damaged."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from bulletin.finish import share_images
from bulletin.finish.share_images import draw_all
from PIL import Image

from tests.finish.share_images import share_image

IMAGES = [
    share_image(),
    share_image(folder="en/", title="Sample", tag="en", language="English"),
    share_image(folder="news/c%E1%BA%A3ng/", picture="anh.jpg", picture_digest="1", is_photograph=True),
    share_image(folder="en/news/", title="Port", picture="anh.jpg", picture_digest="1", is_photograph=True),
]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    Image.new("RGB", (600, 400), (30, 90, 200)).save(folder / "anh.jpg")
    return folder


def written(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("card-*")}


def test_every_picture_is_at_its_address(tmp_path: Path, docs: Path) -> None:
    draw_all(IMAGES, tmp_path / "html", docs, None)
    names = {image.url.replace("c%E1%BA%A3ng", "cảng") for image in IMAGES}
    assert set(written(tmp_path / "html")) == names


def test_what_is_kept_is_not_drawn_again(tmp_path: Path, docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "kept"
    draw_all(IMAGES, tmp_path / "first", docs, kept)
    monkeypatch.setattr(share_images, "draw", lambda *_: pytest.fail("drawn again"))
    draw_all([*reversed(IMAGES)], tmp_path / "second", docs, kept)
    assert written(tmp_path / "first") == written(tmp_path / "second")


def test_what_is_damaged_is_drawn_anew(tmp_path: Path, docs: Path) -> None:
    kept = tmp_path / "kept"
    draw_all(IMAGES, tmp_path / "first", docs, kept)
    for entry in kept.iterdir():
        entry.write_bytes(entry.read_bytes()[:-1])
    draw_all(IMAGES, tmp_path / "second", docs, kept)
    assert written(tmp_path / "first") == written(tmp_path / "second")


def test_what_no_page_shows_goes_when_there_is_too_much(
    tmp_path: Path, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_images, "SPARE", 1)
    kept = tmp_path / "kept"
    draw_all(IMAGES, tmp_path / "html", docs, kept)
    for path in kept.iterdir():
        os.utime(path, ns=(1, 1))
    draw_all(IMAGES[:1], tmp_path / "html", docs, kept)
    assert len(list(kept.iterdir())) == 2


def test_a_picture_that_is_lost_leaves_the_words(tmp_path: Path, docs: Path) -> None:
    (docs / "anh.jpg").unlink()
    draw_all(IMAGES, tmp_path / "html", docs, None)
    assert len(written(tmp_path / "html")) == len(IMAGES)


def test_a_name_is_made_from_what_is_seen() -> None:
    one = share_image()
    assert share_image(folder="khác/", alt="khác", picture="nơi khác.svg").digest == one.digest
    for field in ("title", "head", "label", "note", "lead", "language", "picture_digest"):
        assert share_image(**{field: "khác"}).digest != one.digest, field
    assert one.url == f"news/2026/03/hoi-nghi/card-{one.digest[:10]}.png"
    assert share_image(is_photograph=True).url.endswith(".jpg")
