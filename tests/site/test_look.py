"""How pages look and behave: contrast, targets, narrow and enlarged windows, forced colours, paper."""

from __future__ import annotations

import re
from typing import Any

import pytest
from bulletin.model.colour import contrast
from playwright.sync_api import Browser, Page

from tests.site.kinds import addresses
from tests.site.visits import ColorScheme, Visits

PAGES = {kind: address for kind, tag, address in reversed(addresses()) if kind != "redirect"}
"""One page of each kind, in the first language that has it."""
RICH = "news/2026/10/danh-muc/"
TEXTS = """() => {
    const solid = (element) => {
        for (let at = element; at; at = at.parentElement) {
            const colour = getComputedStyle(at).backgroundColor;
            if (!/rgba\\(.*, 0\\)|transparent/.test(colour)) return colour;
        }
        return "rgb(255, 255, 255)";
    };
    const seen = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const at = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !at.checkVisibility()) continue;
        seen.add(getComputedStyle(at).color + "|" + solid(at));
    }
    return [...seen];
}"""


def as_hex(colour: str) -> str:
    """`#rrggbb` of what Chromium computed: `rgb(…)` or, for a mixed colour, `color(srgb …)`."""
    numbers = [float(number) for number in re.findall(r"[0-9.]+(?:e-?\d+)?", colour.replace("srgb", ""))[:3]]
    scale = 255 if colour.startswith("color(") else 1
    return "#" + "".join(f"{round(number * scale):02x}" for number in numbers)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", PAGES)
def test_every_text_can_be_read_on_its_background(
    kinds_url: str, open_page: Visits, kind: str, scheme: ColorScheme
) -> None:
    page = open_page(f"{kinds_url}/{PAGES[kind]}", color_scheme=scheme)
    pairs = [tuple(as_hex(part) for part in pair.split("|")) for pair in page.evaluate(TEXTS)]
    assert len(pairs) >= 5
    assert [(ink, paper, round(contrast(ink, paper), 2)) for ink, paper in pairs if contrast(ink, paper) < 4.5] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ring_around_what_has_the_focus_is_seen(kinds_url: str, open_page: Visits, scheme: ColorScheme) -> None:
    page = open_page(f"{kinds_url}/", color_scheme=scheme)
    rings = []
    for _ in range(page.evaluate("document.querySelectorAll('a, button').length")):
        page.keyboard.press("Tab")
        ring, paper = page.evaluate(
            """() => {
                const at = document.activeElement.closest(".card, .line") ?? document.activeElement;
                const behind = at.closest(".sections, .foot, .notices") ?? document.body;
                return [getComputedStyle(at).outlineColor, getComputedStyle(behind).backgroundColor];
            }"""
        )
        rings.append((as_hex(ring), as_hex(paper)))
    assert [pair for pair in rings if contrast(*pair) < 3] == []
    assert len(set(rings)) >= 3


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("kind", PAGES)
def test_what_a_finger_must_hit_is_large_enough(kinds_url: str, open_page: Visits, kind: str, width: int) -> None:
    """44 CSS px (WCAG 2.2, 2.5.5) for menus, tools and chips; 24 (2.5.8) in height for links that stand in lists."""
    page = open_page(f"{kinds_url}/{PAGES[kind]}", width=width)
    small = page.evaluate(
        """() => {
            const wrong = [];
            const check = (selector, side) => {
                for (const at of document.querySelectorAll(selector)) {
                    const box = at.getBoundingClientRect();
                    if (box.width && (box.height < side || box.width < Math.min(side, 44))) {
                        wrong.push([at.outerHTML.slice(0, 90), box.width, box.height]);
                    }
                }
            };
            check(".languages a, .languages span, .tools button, .sections a, .sections button, .chips a, .card", 44);
            check(".line, .issue-row .contents a, .issue-row .whole a, .foot a, .foot summary", 44);
            check(".trail a, .months a, .rail-head a, .notice-page li a", 24);
            return wrong;
        }"""
    )
    assert small == []


@pytest.mark.parametrize("kind", PAGES)
def test_enlarged_four_times_everything_flows_into_one_column(kinds_url: str, open_page: Visits, kind: str) -> None:
    """320 CSS px are a window of 1,280 at 400% (WCAG 2.2, 1.4.10); tables scroll in a box of their own."""
    page = open_page(f"{kinds_url}/{PAGES[kind]}", width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": 640, "height": 450})
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    assert clipped(page) == []


def test_the_largest_text_clips_nothing(kinds_url: str, open_page: Visits) -> None:
    page = open_page(f"{kinds_url}/{RICH}", width=360)
    for _ in range(3):
        page.locator("[data-do=larger]").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert clipped(page) == []


def clipped(page: Page) -> list[Any]:
    """Texts that are cut off, but for titles of cards, which end after three lines on purpose."""
    found: list[Any] = page.evaluate(
        """() => [...document.querySelectorAll("h1, h2, h3, p, li, figcaption, .name")]
            .filter((at) => !at.closest(".card") && getComputedStyle(at).overflow !== "visible"
                && !at.matches(".skip, .unseen"))
            .filter((at) => at.scrollHeight > at.clientHeight + 1 || at.scrollWidth > at.clientWidth + 1)
            .map((at) => at.outerHTML.slice(0, 90))"""
    )
    return found


def test_marks_above_and_below_letters_are_not_cut_off_in_the_titles_of_cards(
    kinds_url: str, open_page: Visits
) -> None:
    """The box that ends a title after three lines is higher than its lines: Ế and Ộ reach out of theirs."""
    page = open_page(f"{kinds_url}/news/")
    room = page.evaluate(
        """() => [...document.querySelectorAll(".card h2")].map((at) => {
            const style = getComputedStyle(at);
            return [parseFloat(style.paddingTop), parseFloat(style.fontSize), parseFloat(style.lineHeight)];
        })"""
    )
    assert room
    assert all(padding >= size * 0.08 and line >= size * 1.25 for padding, size, line in room)


def test_in_forced_colours_the_page_says_where_the_reader_is(kinds_url: str, browser: Browser) -> None:
    context = browser.new_context(forced_colors="active", reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{kinds_url}/news/")
    current = page.locator(".sections [aria-current]")
    assert "underline" in str(current.evaluate("at => getComputedStyle(at).textDecorationLine"))
    assert page.locator(".languages [aria-current]").is_visible()
    moving = "[...document.querySelectorAll('*')].filter(at => getComputedStyle(at).transitionDuration !== '0s').length"
    assert page.evaluate(moving) == 0
    context.close()


def test_on_paper_there_is_the_text_its_address_and_no_furniture(kinds_url: str, open_page: Visits) -> None:
    page = open_page(f"{kinds_url}/{RICH}", color_scheme="dark")
    page.locator("[data-do=larger]").click()
    page.emulate_media(media="print")
    for furniture in (".aside", ".sections", ".trail", ".others", ".topics", ".top", ".skip", ".contacts", "button"):
        assert page.locator(furniture).first.is_hidden(), furniture
    assert page.locator(".address").inner_text() == f"https://ban-tin-nghe-an.example/{RICH}"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    shown = page.evaluate("getComputedStyle(document.querySelector('.prose a[href^=http]'), '::after').content")
    assert "https://nghean.gov.vn/" in shown
    assert page.locator("h1").is_visible()
    assert page.locator(".corrections").is_visible()
    sheet = page.pdf(prefer_css_page_size=True)
    assert sheet.startswith(b"%PDF")
    assert re.search(rb"/MediaBox ?\[0 0 59[4-6](\.\d+)? 84[1-2](\.\d+)?\]", sheet), "A4"
    assert 1 <= len(re.findall(rb"/Type ?/Page\b", sheet)) <= 3
