"""Pictures for sharing: their size, their words inside the margins, and the colours in which these stand."""

from __future__ import annotations

import hashlib
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from bulletin.finish.lettering import shaped
from bulletin.finish.scenery import HEIGHT as STRIP
from bulletin.finish.scenery import strip
from bulletin.finish.share_canvas import INKS, MARGIN, SMALLEST, draw, laid_out
from bulletin.finish.share_panel import PANEL, panel_of
from bulletin.model.colour import MIN_CONTRAST, contrast
from bulletin.model.share_image import DESIGN, HEIGHT, WIDTH, Look
from bulletin.source.site import read_site
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.finish.share_images import COLOURS, EMBLEM, LOOK, opened, share_image

ROOT = Path(__file__).parents[2]
SITES = (ROOT / "mkdocs.yml", ROOT / "examples/demo-province/mkdocs.yml")
TEXT = "Ủy ban nhân dân tỉnh Nghệ An ẨM THỰC ĐẶC SẢN phát triển kinh tế – xã hội Võ Văn Tý 15/2026/QĐ-UBND Ẳng"
WORDS = TEXT.split()
TEXTS = st.lists(st.sampled_from(WORDS), max_size=50).map(" ".join)
DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9" fill="#1f7a3d"/></svg>'


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    path = tmp_path / "bia.svg"
    path.write_text(DRAWN, encoding="utf-8")
    return path


@given(
    head=TEXTS,
    title=TEXTS,
    label=TEXTS,
    note=TEXTS,
    lead=TEXTS,
    has_panel=st.booleans(),
    form=st.sampled_from(["NFC", "NFD"]),
)
@settings(max_examples=300, deadline=None)
def test_no_word_leaves_its_place(
    head: str, title: str, label: str, note: str, lead: str, *, has_panel: bool, form: str
) -> None:
    texts = {"head": head, "title": title, "label": label, "note": note, "lead": "" if has_panel else lead}
    image = share_image(**{name: unicodedata.normalize(form, text) for name, text in texts.items()})  # type: ignore[arg-type]
    written = sorted(laid_out(image, has_panel=has_panel), key=lambda each: each.top)
    right = WIDTH - PANEL if has_panel else WIDTH - MARGIN
    lowest = HEIGHT - MARGIN if has_panel else HEIGHT - STRIP + 8
    lower_edge = 0
    for each in written:
        assert each.block.size >= SMALLEST
        assert each.left >= MARGIN
        for line in each.block.lines:
            assert each.left + shaped(line, is_bold=each.is_bold).width * each.block.size <= right
        assert each.top >= max(lower_edge, 48)
        lower_edge = each.top + each.block.height
        assert lower_edge <= lowest


@given(title=TEXTS)
@settings(max_examples=20, deadline=None)
def test_no_ink_is_in_the_margin(title: str) -> None:
    picture = opened(draw(share_image(title=title), None))
    for box in ((0, 0, MARGIN, 440), (WIDTH - MARGIN, 0, WIDTH, 440), (0, 0, WIDTH, 48)):
        assert picture.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), (0xFB, 0xF8, 0xF2))]


def test_a_picture_is_of_the_size_that_services_ask_for_and_small(drawn: Path) -> None:
    for panel in (None, panel_of(drawn, LOOK)):
        data = draw(share_image(), panel)
        assert Image.open(BytesIO(data)).format == "PNG"
        assert opened(data).size == (1200, 630)
        assert len(data) < 60_000


def test_the_same_words_give_the_same_bytes(drawn: Path) -> None:
    assert draw(share_image(), panel_of(drawn, LOOK)) == draw(share_image(), panel_of(drawn, LOOK))


def test_a_lead_picture_stands_at_the_right(drawn: Path) -> None:
    picture = opened(draw(share_image(picture="bia.svg"), panel_of(drawn, LOOK)))
    assert picture.getpixel((WIDTH - 10, 10)) == picture.getpixel((WIDTH - 10, HEIGHT - 10)) == (0x1F, 0x7A, 0x3D)
    assert picture.getpixel((10, HEIGHT - 10)) == (0xFB, 0xF8, 0xF2)


@pytest.mark.parametrize(("width", "height"), [(400, 2000), (2000, 400), (20, 20)])
def test_a_photograph_of_any_shape_fills_its_place(tmp_path: Path, width: int, height: int) -> None:
    path = tmp_path / "anh.jpg"
    Image.new("RGB", (width, height), (200, 30, 30)).save(path)
    panel = panel_of(path, LOOK)
    assert panel is not None
    assert panel.image.size == (PANEL, HEIGHT)
    data = draw(share_image(picture="anh.jpg", is_photograph=True), panel)
    assert Image.open(BytesIO(data)).format == "JPEG"
    found = opened(data).getpixel((WIDTH - 3, HEIGHT // 2))
    assert isinstance(found, tuple)
    assert all(abs(one - other) < 8 for one, other in zip(found, (200, 30, 30), strict=True))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.jpg", b"\xff\xd8\xff", id="cut-off"),
        pytest.param("a.jpg", b"<html>", id="no-picture"),
        pytest.param("a.svg", b"<svg", id="broken-drawing"),
        pytest.param("a.svg", b"\xff\xfe", id="no-text"),
        pytest.param("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>', id="nothing-in-it"),
    ],
)
def test_a_picture_that_nobody_can_read_leaves_the_words(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert panel_of(tmp_path / name, LOOK) is None
    assert panel_of(tmp_path / "mất.svg", LOOK) is None


def test_a_title_in_other_letters_gives_way_to_the_section() -> None:
    texts = [each.block.lines for each in laid_out(share_image(title="ຂ່າວຕ່າງປະເທດ"), has_panel=False)]
    assert texts == [("Bản tin đối ngoại Nghệ An",), ("Ngày 05 tháng 3 năm 2026 · Tiếng Việt",), ("Tin tức",)]
    bare = share_image(title="ຂ່າວ", label="ຂ່າວ", head="ຂ່າວ", note="", language="ລາວ", tag="lo")
    assert [each.block.lines for each in laid_out(bare, has_panel=False)] == [("LO",)]


def test_day_and_language_part_before_either_is_broken() -> None:
    note = "17 giờ 30, ngày 25 tháng 9 năm 2026"
    written = laid_out(share_image(note=note), has_panel=True)
    assert [each.block.lines for each in written if not each.is_bold] == [(note, "Tiếng Việt")]


@pytest.mark.parametrize("config", SITES, ids=lambda path: path.parent.name)
def test_words_are_read_in_the_colours_of_the_site(config: Path) -> None:
    colours = read_site(config).colours
    assert all(contrast(colours[ink], colours["paper"]) >= MIN_CONTRAST for ink in INKS)
    # What stands in the picture is those colours and no others.
    image = opened(draw(share_image(look=Look(colours, EMBLEM)), None))
    words = image.crop((MARGIN, 140, WIDTH, HEIGHT - STRIP))
    counted = {f"#{red:02x}{green:02x}{blue:02x}" for _, (red, green, blue) in words.getcolors(1 << 16) or []}  # type: ignore[misc]
    assert {colours["paper"], colours["ink"], colours["accent"]} <= counted


def test_whoever_changes_the_design_raises_its_number() -> None:
    """The name of a picture is made from the number: a service that knows the name shows what it had."""
    shown = [laid_out(share_image(), has_panel=has_panel) for has_panel in (False, True)]
    places = [(each.block.lines, each.block.size, each.ink, each.left, each.top) for words in shown for each in words]
    design = repr((places, strip(COLOURS), PANEL, INKS))
    assert (DESIGN, hashlib.sha256(design.encode()).hexdigest()[:12]) == (1, "8e405847f9d2")


@pytest.mark.parametrize(
    "size",
    [
        'width="1200" height="675" viewBox="0 0 1200 675"',
        'width="1200px" height="675"',
        'viewBox="0 0 1200 675"',
        'width="1200" height="675" viewBox="-600 -300 400 225"',
        'width="300" height="675" viewBox="0 0 1200 675"',
    ],
)
def test_a_drawing_is_cut_to_the_middle_however_it_says_its_size(size: str, tmp_path: Path) -> None:
    """Red at the left, blue at the right, in parts of the whole: their border is in the middle of the panel."""
    path = tmp_path / "bia.svg"
    half = '<linearGradient id="h"><stop offset="50%" stop-color="#f00"/><stop offset="50%" stop-color="#00f"/>'
    left_top = size.partition('viewBox="')[2].split(" ")[:2] if "viewBox" in size else ["0", "0"]
    corner = 'x="{}" y="{}"'.format(*left_top)
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}><defs>{half}</linearGradient></defs>'
        f'<rect {corner} width="100%" height="100%" fill="url(#h)"/></svg>',
        encoding="utf-8",
    )
    panel = panel_of(path, LOOK)
    assert panel is not None
    middle = PANEL // 2
    assert [panel.image.getpixel((middle + at, 315)) for at in (-12, 12)] == [(255, 0, 0), (0, 0, 255)]
