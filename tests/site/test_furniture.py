"""The menu and the foot, on a phone and on a desk, with scripts and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.site.visits import Visits

RICH = "news/2026/10/danh-muc/"


@pytest.mark.parametrize("address", [RICH, f"en/{RICH}"])
def test_a_phone_without_scripts_has_the_whole_menu_behind_one_button(
    kinds_url: str, browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(f"{kinds_url}/{address}")
    bar = page.locator("nav.sections").bounding_box()
    assert bar is not None
    assert bar["height"] <= 2 * 60
    first, last = page.locator("nav.sections li a").first, page.locator("nav.sections li a").last
    assert not first.is_visible()
    page.locator(".menu-open").click()
    box = last.bounding_box()
    assert first.is_visible()
    assert box is not None
    assert box["height"] >= 44
    assert box["y"] + box["height"] <= 800
    page.locator(".menu-close").click()
    assert not first.is_visible()
    context.close()


def test_on_a_desk_the_menu_stands_open_and_has_no_button(kinds_url: str, open_page: Visits) -> None:
    page = open_page(f"{kinds_url}/{RICH}", width=1440)
    assert page.locator("nav.sections li a").last.is_visible()
    assert page.locator("nav.sections button:visible").count() == 0


@pytest.mark.parametrize(
    ("address", "current", "kind"),
    [
        pytest.param("", "Trang chủ", "page", id="home"),
        pytest.param("en/news/", "News", "page", id="section"),
        pytest.param("news/2026/10/", "Tin tức", "true", id="month"),
        pytest.param(RICH, "Tin tức", "true", id="bulletin"),
        pytest.param("about/organisation/", "Giới thiệu", "true", id="standing"),
    ],
)
def test_the_menu_marks_the_section_on_its_page_and_on_all_below_it(
    kinds_url: str, open_page: Visits, address: str, current: str, kind: str
) -> None:
    marked = open_page(f"{kinds_url}/{address}").locator("nav.sections [aria-current]")
    assert [marked.inner_text(), marked.get_attribute("aria-current")] == [current, kind]


@pytest.mark.parametrize(("width", "expected"), [(360, False), (1440, True)])
def test_the_groups_of_links_are_folded_on_a_phone_and_open_where_there_is_room(
    kinds_url: str, open_page: Visits, width: int, *, expected: bool
) -> None:
    page = open_page(f"{kinds_url}/{RICH}", width=width)
    link = page.locator('.agencies a[href="https://nghean.gov.vn/"]')
    assert link.is_visible() is expected
    if not expected:
        page.locator(".agencies summary").first.click()
        assert link.is_visible()
