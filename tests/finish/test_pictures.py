"""Photographs in the site: upright, small, and silent about where they were taken."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from bulletin.finish.pictures import scale, scale_all
from PIL import Image, ImageCms

from tests.trees import KEY, SOURCE, build, pair, with_body, with_field, write_docs

LEFT, RIGHT = (200, 30, 30), (30, 30, 200)
ORIENTATION, DESCRIPTION = 0x0112, 0x010E


def photograph(width: int, height: int, *, orientation: int = 1, words: str = "", kind: str = "JPEG") -> bytes:
    """A picture whose left half is red and whose right half is blue, as the camera stored it."""
    image = Image.new("RGB", (width, height), LEFT)
    image.paste(RIGHT, (width // 2, 0, width, height))
    exif = image.getexif()
    exif[ORIENTATION] = orientation
    if words:
        exif[DESCRIPTION] = words
        exif.get_ifd(0x8825)[1] = "N"  # a place
    out = BytesIO()
    image.save(out, kind, exif=exif, comment=words.encode()) if kind == "JPEG" else image.save(out, kind, exif=exif)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def is_like(image: Image.Image, at: tuple[float, float], colour: tuple[int, int, int]) -> bool:
    found = image.convert("RGB").getpixel((int(at[0] * image.width), int(at[1] * image.height)))
    assert isinstance(found, tuple)
    return all(abs(one - other) < 30 for one, other in zip(found, colour, strict=True))


@pytest.mark.parametrize(
    ("orientation", "size", "red"),
    [
        pytest.param(1, (400, 200), (0.1, 0.5), id="upright"),
        pytest.param(3, (400, 200), (0.9, 0.5), id="upside-down"),
        pytest.param(6, (400, 800), (0.5, 0.1), id="turned-right"),
        pytest.param(8, (400, 800), (0.5, 0.9), id="turned-left"),
    ],
)
def test_a_photograph_is_turned_upright_and_scaled(
    orientation: int, size: tuple[int, int], red: tuple[float, float]
) -> None:
    picture = opened(scale(photograph(800, 400, orientation=orientation), 400))
    assert (picture.format, picture.size) == ("WEBP", size)
    assert is_like(picture, red, LEFT)
    assert is_like(picture, (1 - red[0], 1 - red[1]), RIGHT)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_that_the_camera_wrote_is_left(kind: str) -> None:
    source = photograph(600, 300, words="CHUP-TAI-NHA", kind=kind)
    assert b"CHUP-TAI-NHA" in source
    made = scale(source, 480)
    assert b"CHUP-TAI-NHA" not in made
    assert {key: value for key, value in opened(made).info.items() if key in ("exif", "xmp", "icc_profile")} == {}
    assert not opened(made).getexif()


def test_no_picture_is_made_wider_than_it_is() -> None:
    assert opened(scale(photograph(300, 200), 480)).size == (300, 200)


def test_what_shows_through_keeps_showing_through() -> None:
    out = BytesIO()
    Image.new("RGBA", (100, 100), (0, 0, 0, 0)).save(out, "PNG")
    assert opened(scale(out.getvalue(), 50)).convert("RGBA").getpixel((1, 1)) == (0, 0, 0, 0)


@pytest.mark.parametrize("mode", ["CMYK", "L", "P", "1", "I;16"])
def test_pictures_of_every_mode_become_web_pictures(mode: str) -> None:
    out = BytesIO()
    Image.new(mode, (64, 64)).save(out, "TIFF" if mode == "I;16" else ("JPEG" if mode in ("CMYK", "L") else "PNG"))
    assert opened(scale(out.getvalue(), 32)).size == (32, 32)


def test_colours_are_those_of_srgb_whatever_the_profile() -> None:
    out = BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.new("RGB", (64, 64), LEFT).save(out, "PNG", icc_profile=profile)
    assert is_like(opened(scale(out.getvalue(), 64)), (0.5, 0.5), LEFT)
    out = BytesIO()
    Image.new("RGB", (64, 64), LEFT).save(out, "PNG", icc_profile=b"not a profile")
    assert is_like(opened(scale(out.getvalue(), 64)), (0.5, 0.5), LEFT)


def test_a_kept_picture_is_used_and_a_damaged_one_is_made_anew(tmp_path: Path) -> None:
    source, cache, target = tmp_path / "anh.jpg", tmp_path / "cache", tmp_path / "site" / "anh.webp"
    source.write_bytes(photograph(800, 400))
    scale_all({target: (source, 400)}, cache)
    made = target.read_bytes()
    (entry,) = cache.iterdir()
    kept = entry.read_bytes()
    for damaged in (b"", kept[:-1], kept[:40] + b"x" + kept[41:], b"\0" * 100):
        entry.write_bytes(damaged)
        scale_all({target: (source, 400)}, cache)
        assert target.read_bytes() == made
        assert entry.read_bytes() == kept
    stamp = entry.stat().st_mtime_ns
    scale_all({target: (source, 400)}, cache)
    assert entry.stat().st_mtime_ns == stamp
    source.write_bytes(photograph(800, 200))
    scale_all({target: (source, 400)}, cache)
    assert opened(target.read_bytes()).size == (400, 100)


def test_a_page_offers_three_widths_and_keeps_their_place_and_the_original_stays_at_home(tmp_path: Path) -> None:
    source = with_field(
        with_body(SOURCE, "Chữ.\n\n![Bến cảng](cang.png)\n\n[Tải ảnh](hoi-nghi.jpg)\n"),
        "image: {file: hoi-nghi.jpg, alt: Hội nghị, caption: Quang cảnh, credit: Ảnh A}",
    )
    docs = write_docs(
        tmp_path / "docs",
        {
            **pair(source=source, translation=None),
            f"{KEY}/hoi-nghi.jpg": photograph(3000, 2000, orientation=6, words="BI-MAT"),
            f"{KEY}/cang.png": photograph(600, 300, kind="PNG"),
        },
    )
    run = build(docs, tmp_path / "site", "--no-cache")
    assert run.status == 0, run.output
    names = sorted(path.name for path in (run.site / KEY).iterdir() if not path.name.startswith("card-"))
    assert [name.rsplit("-", 1)[-1] for name in names] == [
        "480.webp",
        "600.webp",
        "1200.webp",
        "480.webp",
        "800.webp",
        "index.html",
    ]
    assert opened((run.site / KEY / names[2]).read_bytes()).size == (1200, 1800)
    assert run.holds("BI-MAT") == []
    page = (run.site / KEY / "index.html").read_text(encoding="utf-8")
    lead = f'src="{names[2]}" srcset="{names[3]} 480w, {names[4]} 800w, {names[2]} 1200w"'
    assert lead in page
    assert 'width="2000" height="3000" fetchpriority="high"' in page
    assert f'srcset="{names[0]} 480w, {names[1]} 600w"' in page
    assert 'loading="lazy"' in page
    assert f'<a href="{names[2]}">Tải ảnh</a>' in page
    again = build(docs, tmp_path / "again")
    assert (again.site / KEY / names[2]).read_bytes() == (run.site / KEY / names[2]).read_bytes()


@pytest.mark.parametrize(
    ("data", "status", "words"),
    [
        pytest.param(photograph(800, 600)[:3000], 1, "dữ liệu hỏng", id="cut-off"),
        pytest.param(b"<html>BI-MAT</html>", 0, "nội dung không phải .jpg", id="no-picture"),
    ],
)
def test_a_photograph_that_nobody_can_read_is_told(tmp_path: Path, data: bytes, status: int, words: str) -> None:
    source = with_field(SOURCE, "image: {file: anh.jpg, alt: Ảnh}")
    docs = write_docs(tmp_path / "docs", {**pair(source=source, translation=None), f"{KEY}/anh.jpg": data})
    run = build(docs, tmp_path / "site")
    assert run.status == status
    assert f"{KEY}/anh.jpg:1: " in run.output
    assert words in run.output


def test_a_photograph_under_the_name_of_another_kind_is_a_photograph_all_the_same(tmp_path: Path) -> None:
    source = with_field(SOURCE, "image: {file: anh.png, alt: Ảnh}")
    files = {**pair(source=source, translation=None), f"{KEY}/anh.png": photograph(800, 600, words="BI-MAT")}
    run = build(write_docs(tmp_path / "docs", files), tmp_path / "site")
    assert (run.status, "broken" in run.output) == (0, False)
    assert len(list((run.site / KEY).glob("*.webp"))) == 2
    assert run.holds("BI-MAT") == []
