"""The main pages look as they did when somebody last looked at them (`make references` renews the pictures)."""

from __future__ import annotations

import re

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.site.shots import Shot, take
from tests.site.thumbnails import FOLDER, SHOTS, difference, thumbnail

MEAN, SHARE = 5.0, 0.03
"""What another machine's fonts may differ by; unstyled pages differ by more than 15 and a fifth of all cells."""


@pytest.mark.parametrize("shot", SHOTS, ids=[shot.name for shot in SHOTS])
def test_a_page_looks_as_it_did(kinds_url: str, browser: Browser, shot: Shot) -> None:
    mean, share = difference(
        thumbnail(take(browser, kinds_url, shot)), Image.open(FOLDER / f"{shot.name}.png").convert("L")
    )
    print(f"{shot.name}: {mean:.2f} of 255, {share:.1%} of cells")
    assert mean < MEAN
    assert share < SHARE


@pytest.mark.parametrize("shot", SHOTS, ids=[shot.name for shot in SHOTS])
def test_a_page_without_its_styles_does_not_pass(kinds_url: str, browser: Browser, shot: Shot) -> None:
    context = browser.new_context(viewport={"width": shot.width, "height": 900}, color_scheme=shot.scheme)
    page = context.new_page()
    page.route(
        f"{kinds_url}/{shot.address}",
        lambda route: route.fulfill(
            body=re.sub(r"(?s)<style>.*?</style>", "", route.fetch().text()), content_type="text/html"
        ),
    )
    page.goto(f"{kinds_url}/{shot.address}")
    mean, share = difference(
        thumbnail(page.screenshot(full_page=True)), Image.open(FOLDER / f"{shot.name}.png").convert("L")
    )
    context.close()
    assert mean > 2 * MEAN
    assert share > 2 * SHARE
