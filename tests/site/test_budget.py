"""What a page costs its reader: bytes, requests, and movement under the eye."""

from __future__ import annotations

import gzip
import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.tools.make_fonts import FOLDER, WEIGHTS, cut

FIRST_VIEW = 14 * 1024
"""Bytes of HTML and CSS, gzip: what a server sends before it waits for the first answer (RFC 6928: 10 segments)."""
WHOLE = 60 * 1024
"""Bytes of all that a page without pictures loads, gzip, fonts apart."""
BULLETIN = "news/2015/10/khong-anh/"
"""The oldest, so that no other news with pictures stands below it."""
SHIFT = """() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
        .observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(sum), 300);
})"""


def compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def test_the_first_view_of_a_bulletin_fits_into_the_first_answer(kinds_dir: Path) -> None:
    page = kinds_dir / BULLETIN / "index.html"
    text = page.read_text(encoding="utf-8")
    assert '<link rel="stylesheet"' not in text
    assert compressed(page) <= FIRST_VIEW


def test_a_bulletin_without_pictures_loads_little_and_nothing_it_does_not_show(
    kinds_url: str, kinds_dir: Path, browser: Browser
) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(f"{kinds_url}/")))
    page.goto(f"{kinds_url}/{BULLETIN}", wait_until="networkidle")
    context.close()
    files = {
        address or "index.html": kinds_dir / (address + "index.html" if address.endswith("/") else address)
        for address in asked
    }
    fonts = sorted(address for address in files if address.endswith(".woff2"))
    names = r"assets/be-vietnam-pro-(bold|regular)\.[0-9a-f]{10}\.woff2"
    assert [bool(re.fullmatch(names, font)) for font in fonts] == [True, True]
    others = [address for address in files if address not in fonts]
    assert len(others) == 4, others  # the page, its emblem, the two scripts; nothing of the search
    assert sum(compressed(files[address]) for address in others) <= WHOLE


def test_fonts_are_asked_for_at_once_and_by_names_that_change_with_them(kinds_dir: Path) -> None:
    text = (kinds_dir / "index.html").read_text(encoding="utf-8")
    preloaded = re.findall(r'<link rel="preload" href="([^"]+)" as="font" type="font/woff2" crossorigin>', text)
    used = re.findall(r'url\("?([^")]+\.woff2)"?\)', text)
    assert sorted(preloaded) == sorted(used)
    assert len(used) == 2


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_fonts_are_those_that_make_fonts_cuts(weight: str) -> None:
    assert (FOLDER / f"be-vietnam-pro-{weight}.woff2").read_bytes() == cut(weight)


def _slowly(route: Route) -> None:
    time.sleep(0.4)
    route.continue_()


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("address", ["", "en/news/", "news/2026/10/danh-muc/"])
def test_nothing_moves_while_fonts_and_pictures_come_late(
    kinds_url: str, browser: Browser, address: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.route(re.compile(r"\.(woff2|svg|webp|js)$"), _slowly)
    page.goto(f"{kinds_url}/{address}", wait_until="networkidle")
    assert shift(page) == 0
    context.close()


def test_the_measure_of_movement_is_not_blind(kinds_url: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(f"{kinds_url}/", wait_until="networkidle")
    page.evaluate("const box = document.createElement('div'); box.style.height = '300px'; document.body.prepend(box)")
    assert shift(page) > 0.05
    context.close()


def shift(page: Page) -> float:
    return float(page.evaluate(SHIFT))


def test_the_first_paint_waits_for_no_script(kinds_url: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route(re.compile(r"\.js$"), lambda _: None)
    page.goto(f"{kinds_url}/{BULLETIN}", wait_until="commit")
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length === 1")
    assert page.locator(".tools").is_visible()  # nor does anything move once they have come
    context.close()
