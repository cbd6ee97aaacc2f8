"""Pictures as they are on the disk: whole, broken, or something else under a picture's name."""

from __future__ import annotations

import random
from io import BytesIO

import pytest
from bulletin.source.pictures import measure
from PIL import Image

FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF", "avif": "AVIF"}


def noise(kind: str) -> bytes:
    """A picture of 40 × 30 that no compression makes small."""
    stream = BytesIO()
    Image.effect_noise((40, 30), 50).convert("RGB").save(stream, FORMATS[kind])
    return stream.getvalue()


@pytest.mark.parametrize("kind", FORMATS)
def test_a_whole_picture_has_its_size(kind: str) -> None:
    picture, wrong = measure(noise(kind), kind)

    assert wrong is None
    assert picture is not None
    assert (picture.width, picture.height) == (40, 30)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_picture_is_measured_or_told_and_never_a_crash(kind: str, seed: int) -> None:
    chance, whole = random.Random(seed), noise(kind)

    for _ in range(100):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 2, 5, 30))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        picture, wrong = measure(bytes(data[: chance.choice((len(data), chance.randrange(len(data))))]), kind)
        assert picture is not None or wrong is not None


@pytest.mark.parametrize("kind", FORMATS)
def test_what_is_no_picture_is_told(kind: str) -> None:
    for data in (b"", b"<html>", b"RIFF", b"GIF89a", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n"):
        assert measure(data, kind)[1] is not None
