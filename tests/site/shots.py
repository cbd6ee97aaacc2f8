"""Pictures of pages, taken so that only the page itself can make two of them differ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Browser, Page, Route

ColorScheme = Literal["light", "dark"]
WAIT = (
    "document.fonts.ready.then(() => Promise.all([...document.images].map((image) => image.decode().catch(() => 0))))"
)


@dataclass(frozen=True, slots=True)
class Shot:
    """One page as one reader sees it."""

    kind: str
    """As in kinds.KINDS."""
    tag: str
    """Of the language."""
    address: str
    """Below the root of the site."""
    width: int
    """Of the window, in CSS px."""
    scheme: ColorScheme

    @property
    def name(self) -> str:
        return f"{self.kind.replace(' ', '-')}-{self.tag}-{self.width}-{self.scheme}"


def take(browser: Browser, site_url: str, shot: Shot) -> bytes:
    """The whole page as a PNG."""
    context = browser.new_context(
        viewport={"width": shot.width, "height": 900}, color_scheme=shot.scheme, reduced_motion="reduce"
    )
    try:
        page = context.new_page()
        show(page, f"{site_url}/{shot.address}")
        return page.screenshot(full_page=True, animations="disabled")
    finally:
        context.close()


def show(page: Page, address: str) -> None:
    """Open a page with its own fonts for certain, and with every picture, also those below the fold."""
    page.route(address, _wait_for_fonts)
    page.goto(address)
    page.evaluate("for (const image of document.images) image.loading = 'eager'")
    page.evaluate(WAIT)


def _wait_for_fonts(route: Route) -> None:
    # `optional` shows a page in another font when its own come late, as on a busy machine.
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub(r"font-display:\s*optional", "font-display: block", answer.text()))
