"""What a reader can do with a bulletin: pass it on, report a mistake, have an abbreviation explained."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser

from tests.site.visits import Visits

BULLETIN = "news/2026/10/danh-muc/"
PUBLIC = "https://ban-tin-nghe-an.example/"


def test_letters_name_the_page_by_its_public_address(kinds_url: str, open_page: Visits) -> None:
    page = open_page(f"{kinds_url}/en/{BULLETIN}")
    links = [urlsplit(link.get_attribute("href") or "") for link in page.locator(".acts a").all()]
    shared, report = (parse_qs(link.query) for link in links)
    assert [link.path for link in links] == ["", "bantin@example.org"]
    assert shared["body"] == [f"{PUBLIC}en/{BULLETIN}"]
    assert "open to investment" in shared["subject"][0]
    assert f"{PUBLIC}en/{BULLETIN}" in report["body"][0]
    assert report["subject"][0].startswith("Error on the page: Nghệ An announces")


def test_the_address_is_copied_and_a_screen_reader_is_told(kinds_url: str, browser: Browser) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{kinds_url}/{BULLETIN}")
    page.get_by_role("button", name="Sao chép địa chỉ").click()
    page.get_by_role("button", name="Đã sao chép địa chỉ").wait_for()
    assert page.get_by_role("status").inner_text() == "Đã sao chép địa chỉ"
    assert page.evaluate("navigator.clipboard.readText()") == PUBLIC + BULLETIN
    context.close()


def test_without_script_only_what_works_is_offered(kinds_url: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{kinds_url}/{BULLETIN}")
    assert page.locator(".acts :visible").all_inner_texts() != []
    assert page.locator(".acts button:visible").count() == 0
    context.close()


def test_the_keyboard_has_an_abbreviation_explained(kinds_url: str, open_page: Visits) -> None:
    page = open_page(f"{kinds_url}/{BULLETIN}")
    abbreviation = page.locator("abbr[tabindex]").first
    before = abbreviation.bounding_box()
    abbreviation.focus()
    after = abbreviation.bounding_box()
    assert before is not None
    assert after is not None
    assert (after["width"], after["height"]) != (before["width"], before["height"])
    told = "(element) => getComputedStyle(element, '::after').content"
    assert "Ủy ban nhân dân" in abbreviation.evaluate(told) or "attr(title)" in abbreviation.evaluate(told)
