"""The badge: well-formed, accessible, legible, and the same for the same coverage."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest
from bulletin.checks.coverage import Coverage, Tally
from bulletin.model.colour import MIN_CONTRAST, contrast
from bulletin.reports.badge import COLOURS, LABEL, LABEL_COLOUR, NOTHING_COLOUR, badge, width

SVG = "{http://www.w3.org/2000/svg}"


def of(current: int, required: int) -> Coverage:
    """Coverage of two locales and sections that add up to some counts."""
    first = Tally(required=required // 2, current=current // 2)
    second = Tally(required=required - required // 2, current=current - current // 2)
    return Coverage({"vi": {"news": first}, "en": {"about": second}})


@pytest.mark.parametrize(
    ("current", "required", "shown", "colour"),
    [
        pytest.param(10, 10, "100 %", "#1a7f37", id="all"),
        pytest.param(999, 1000, "99 %", "#1a7f37", id="never-rounded-up"),
        pytest.param(95, 100, "95 %", "#1a7f37", id="good"),
        pytest.param(94, 100, "94 %", "#8a5a00", id="fair"),
        pytest.param(79, 100, "79 %", "#b42318", id="poor"),
        pytest.param(0, 5, "0 %", "#b42318", id="none"),
        pytest.param(0, 0, "–", "#59636e", id="nothing-to-translate"),
    ],
)
def test_the_badge_shows_the_share_in_its_colour(current: int, required: int, shown: str, colour: str) -> None:
    svg = fromstring(badge(of(current, required)))

    assert [text.text for text in svg.iter(f"{SVG}text")] == [LABEL, shown]
    assert [half.get("fill") for half in svg.iter(f"{SVG}path")] == [LABEL_COLOUR, colour]


def test_it_is_a_picture_with_a_name_in_both_languages() -> None:
    svg = fromstring(badge(of(7, 9)))
    name = "Bản dịch khớp với bản gốc: 77 % (7/9) / Translations that match their source: 77 % (7/9)"

    assert (svg.get("role"), svg.get("aria-label"), svg.findtext(f"{SVG}title")) == ("img", name, name)


def test_it_asks_for_nothing_from_elsewhere() -> None:
    text = badge(of(7, 9)).replace('xmlns="http://www.w3.org/2000/svg"', "")

    assert "http" not in text
    assert "@import" not in text
    assert "<script" not in text
    assert "id=" not in text  # two of them may stand in one page
    assert "href" not in text


@pytest.mark.parametrize("colour", [LABEL_COLOUR, NOTHING_COLOUR, *(colour for _, colour in COLOURS)])
def test_white_can_be_read_on_every_colour(colour: str) -> None:
    assert contrast("#ffffff", colour) >= MIN_CONTRAST


@pytest.mark.parametrize("share", ["0 %", "50 %", "100 %", "–"])
def test_both_texts_fit_into_their_halves(share: str) -> None:
    current, required = (0, 0) if share == "–" else (int(share[:-2]), 100)
    svg = fromstring(badge(of(current, required)))
    whole = int(svg.get("width", ""))
    left = int(list(svg.iter(f"{SVG}path"))[1].get("d", "").removeprefix("M").split()[0])

    assert left >= width(LABEL) + 10
    assert whole - left >= width(share) + 10
