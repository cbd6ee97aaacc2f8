"""The search as readers meet it: opening, typing, arrows, lists, nothing found, no connection. The engine stands in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.site.accessibility import Violation
from tests.site.test_budget import shift
from tests.site.visits import ColorScheme

ENGINE = """
export async function open(root, tag) {
  if (globalThis.broken) throw new Error("no connection");
  globalThis.asked ??= [];
  return {
    async query(text, { typing = false, limit = 10 } = {}) {
      asked.push([text, typing]);
      if (text.startsWith("cham")) await new Promise((done) => setTimeout(done, 900));
      if (globalThis.broken || text.startsWith("hong")) throw new Error("no connection");
      const total = text.startsWith("khong") ? 0 : text.startsWith("mot") ? 1 : text.startsWith("it") && !typing ? 0 : 45;
      const item = (number) => ({
        url: "news/2026/10/danh-muc/", title: `${text} <b>${number}</b>`, date: "ngày 05 tháng 3 năm 2026",
        section: "Tin tức", description: "Đoạn mở đầu của bài, dài vài dòng.".repeat(4), lang: number === 2 ? "en" : "",
      });
      return { total, items: Array.from({ length: Math.min(total, limit) }, (_, at) => item(at + 1)) };
    },
  };
}
"""
ENGINE_FILE, BOX_FILE = (
    re.compile(r"/assets/search\.[0-9a-f]{10}\.js"),
    re.compile(r"/assets/search-box\.[0-9a-f]{10}\.js"),
)
PAGE = "news/2026/10/danh-muc/"


def _stand_in(route: Route) -> None:
    route.fulfill(body=ENGINE, content_type="text/javascript")


@pytest.fixture
def reader(browser: Browser, kinds_url: str) -> Iterator[Callable[..., Page]]:
    contexts = []

    def visit(path: str, **named: Any) -> Page:  # noqa: ANN401 - handed on
        named.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser.new_context(**named)
        contexts.append(context)
        context.route(ENGINE_FILE, _stand_in)
        page = context.new_page()
        page.goto(f"{kinds_url}/{path}")
        return page

    yield visit
    for context in contexts:
        context.close()


def open_search(page: Page) -> None:
    page.locator(".search-open").click()
    page.wait_for_function("globalThis.asked !== undefined")


def said(page: Page, text: str) -> None:
    page.locator("#site--search [role=status]").get_by_text(text, exact=True).wait_for()


def asked(page: Page) -> list[list[Any]]:
    found: list[list[Any]] = page.evaluate("asked")
    return found


# Opening and closing


def test_nothing_of_the_search_is_loaded_before_a_reader_reaches_for_it(reader: Callable[..., Page]) -> None:
    page = reader("")
    loaded = (
        "performance.getEntriesByType('resource').map((each) => each.name).filter((name) => name.includes('search'))"
    )
    page.wait_for_load_state("networkidle")
    assert page.evaluate(loaded) == []
    open_search(page)
    assert [bool(BOX_FILE.search(name)) for name in page.evaluate(loaded)].count(True) == 1


def test_the_field_opens_before_anything_was_loaded(reader: Callable[..., Page]) -> None:
    page = reader(PAGE)
    page.context.route(BOX_FILE, lambda _: None)
    page.locator(".search-open").click()
    assert page.evaluate("document.activeElement.type") == "search"


def test_what_was_typed_before_the_engine_came_is_looked_for(reader: Callable[..., Page]) -> None:
    page = reader(PAGE)
    held: list[Route] = []
    page.context.route(BOX_FILE, lambda route: held.append(route))  # noqa: PLW0108 - playwright marks the function
    page.keyboard.press("/")
    page.keyboard.type("mot")
    page.wait_for_timeout(100)
    held[0].continue_()
    said(page, "1 kết quả")


def test_a_slash_opens_and_escape_gives_the_focus_back(reader: Callable[..., Page]) -> None:
    page = reader(PAGE)
    page.locator(".name a").focus()
    page.keyboard.press("/")
    assert page.locator("#site--search").is_visible()
    page.keyboard.type("a/b")
    assert page.locator("#site--search-field").input_value() == "a/b"
    page.keyboard.press("Escape")
    assert page.locator("#site--search").is_hidden()
    assert page.evaluate("document.activeElement.closest('.name') !== null")


def test_escape_closes_the_box_whose_code_has_not_come_yet(reader: Callable[..., Page]) -> None:
    page = reader(PAGE)
    page.context.route(BOX_FILE, lambda _: None)
    page.keyboard.press("/")
    page.keyboard.type("đầu tư")
    page.keyboard.press("Escape")
    assert page.locator("#site--search").is_hidden()


def test_a_reader_can_do_without_the_slash(reader: Callable[..., Page]) -> None:
    """WCAG 2.2, 2.1.4: a shortcut of one character can be turned off."""
    page = reader(PAGE)
    open_search(page)
    key = page.get_by_role("button", name="Mở tìm kiếm bằng phím /")
    assert key.get_attribute("aria-pressed") == "true"
    key.click()
    assert key.get_attribute("aria-pressed") == "false"
    page.reload()
    page.keyboard.press("/")
    assert page.locator("#site--search").is_hidden()


def test_the_button_and_a_click_beside_the_box_close_it(reader: Callable[..., Page]) -> None:
    page = reader(PAGE)
    open_search(page)
    page.get_by_role("button", name="Đóng").click()
    assert page.locator("#site--search").is_hidden()
    open_search(page)
    page.mouse.click(20, 600)
    assert page.locator("#site--search").is_hidden()


def test_a_page_in_two_languages_leads_to_the_search_of_each(reader: Callable[..., Page]) -> None:
    page = reader(f"both/{PAGE}")
    links = page.locator(".search-open")
    assert [urlsplit(link.evaluate("at => at.href")).path for link in links.all()] == ["/search/", "/en/search/"]
    page.keyboard.press("/")
    page.wait_for_url("**/search/")


# Typing


def test_a_word_is_looked_for_at_a_space_or_a_pause_and_not_at_each_letter(reader: Callable[..., Page]) -> None:
    page = reader(PAGE)
    open_search(page)
    page.keyboard.type("du lich", delay=20)
    said(page, "45 kết quả")
    page.wait_for_timeout(500)
    assert asked(page) == [["du", False], ["du lich", True]]


def test_an_input_method_is_left_in_peace_while_it_composes(reader: Callable[..., Page]) -> None:
    page = reader(PAGE)
    open_search(page)
    keyboard = page.context.new_cdp_session(page)
    for text in ("đ", "đư", "đườ", "đường "):
        keyboard.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
        page.evaluate(
            "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', "
            "{ key: 'ArrowDown', isComposing: true, bubbles: true }))"
        )
    assert asked(page) == []
    assert page.locator("#site--search-field").evaluate("at => at === document.activeElement")
    page.wait_for_timeout(500)
    assert asked(page) == [["đường", True]]


def test_marks_on_letters_of_their_own_are_put_together(reader: Callable[..., Page]) -> None:
    page = reader(PAGE)
    open_search(page)
    page.locator("#site--search-field").fill("đầu tư ")
    assert asked(page) == [["đầu tư", False]]


def test_a_late_answer_does_not_take_the_place_of_a_newer_one(reader: Callable[..., Page]) -> None:
    page = reader(PAGE)
    open_search(page)
    field = page.locator("#site--search-field")
    field.fill("cham ")
    said(page, "Đang tìm…")
    field.fill("mot ")
    said(page, "1 kết quả")
    page.wait_for_timeout(1000)
    assert page.locator(".found a").all_inner_texts() == ["mot <b>1</b>"]
    said(page, "1 kết quả")


def test_on_a_slow_line_the_answer_to_the_words_before_is_shown_until_the_next_comes(
    reader: Callable[..., Page],
) -> None:
    page = reader(PAGE)
    open_search(page)
    field = page.locator("#site--search-field")
    field.fill("cham ")
    page.wait_for_timeout(500)
    field.fill("cham hai ")
    page.get_by_role("link", name="cham <b>1</b>", exact=True).wait_for()
    page.get_by_role("link", name="cham hai <b>1</b>", exact=True).wait_for()


def test_an_emptied_field_has_no_results(reader: Callable[..., Page]) -> None:
    page = reader(PAGE)
    open_search(page)
    page.locator("#site--search-field").fill("mot ")
    said(page, "1 kết quả")
    page.locator("#site--search-field").fill("")
    assert page.locator(".found li").count() == 0
    assert page.locator("[role=status]").first.inner_text() == ""
    assert page.locator(".search-none").is_hidden()


# Results


def test_arrows_lead_into_the_results_and_out_of_them(reader: Callable[..., Page]) -> None:
    page = reader(PAGE)
    open_search(page)
    page.keyboard.type("hai ")
    said(page, "45 kết quả")
    for expected in ("hai <b>1</b>", "hai <b>2</b>"):
        page.keyboard.press("ArrowDown")
        assert page.locator(":focus").inner_text() == expected
    for _ in range(2):
        page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.type") == "search"
    for _ in range(9):
        page.keyboard.press("ArrowDown")
    assert page.locator(":focus").inner_text() == "Xem tất cả kết quả"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{PAGE}")


def test_a_result_shows_where_it_stands_in_its_language_and_as_text_alone(reader: Callable[..., Page]) -> None:
    page = reader(PAGE)
    open_search(page)
    page.keyboard.type("hai ")
    said(page, "45 kết quả")
    first, second = page.locator(".found li").nth(0), page.locator(".found li").nth(1)
    assert [*filter(None, first.inner_text().split("\n"))][:2] == ["hai <b>1</b>", "Tin tức · ngày 05 tháng 3 năm 2026"]
    assert [first.get_attribute("lang"), second.get_attribute("lang")] == [None, "en"]
    assert page.locator(".found b").count() == 0


def test_nothing_found_says_so_and_what_to_try(reader: Callable[..., Page]) -> None:
    page = reader(PAGE)
    open_search(page)
    page.keyboard.type("khong $& co ")
    said(page, "Không tìm thấy kết quả nào cho “khong $& co”.")
    links = page.locator(".search-none a")
    assert links.all_inner_texts() == ["Tìm bằng tiếng Anh", "Lưu trữ", "Chủ đề"]
    links.first.click()
    page.wait_for_url("**/en/search/?q=*")
    assert page.locator("#site--search-field").input_value() == "khong $& co"


def test_a_word_that_was_sent_off_unfinished_is_looked_for_as_one(reader: Callable[..., Page]) -> None:
    page = reader("search/?q=it+lo")
    said(page, "45 kết quả")
    assert asked(page) == [["it lo", False], ["it lo", True]]


# The page


def test_enter_leads_to_the_page_with_all_results_and_an_address_to_pass_on(reader: Callable[..., Page]) -> None:
    page = reader(f"en/{PAGE}")
    open_search(page)
    page.keyboard.type("cảng nước sâu")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?q=*")
    assert page.locator("#site--search-field").input_value() == "cảng nước sâu"
    said(page, "45 results")
    assert page.locator(".found li").count() == 20
    page.locator(".search-more a").click()
    page.wait_for_function("document.querySelectorAll('.found li').length === 40")
    assert page.locator(":focus").inner_text() == "cảng nước sâu <b>21</b>"


def test_the_address_follows_what_is_typed_and_back_finds_it_again(reader: Callable[..., Page]) -> None:
    page = reader("search/")
    page.keyboard.press("/")
    page.keyboard.type("hai tuần ")
    said(page, "45 kết quả")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["hai tuần"]}
    switch = page.locator('.languages a[hreflang="en"]').get_attribute("href") or ""
    assert parse_qs(urlsplit(switch).query) == {"q": ["hai tuần"]}
    page.locator(".found a").first.click()
    page.wait_for_url(f"**/{PAGE}")
    page.go_back()
    assert page.locator("#site--search-field").input_value() == "hai tuần"
    said(page, "45 kết quả")
    page.go_back()
    assert urlsplit(page.url).path != "/search/"  # each key made no step of its own


@pytest.mark.parametrize(("prefix", "words"), [("", "JavaScript, hiện không hoạt động"), ("en/", "needs JavaScript")])
def test_without_script_the_page_says_so_and_its_form_leads_to_the_archive(
    reader: Callable[..., Page], prefix: str, words: str
) -> None:
    page = reader(prefix + PAGE, java_script_enabled=False)
    page.locator(".search-open").click()
    page.wait_for_url(f"**/{prefix}search/")
    assert words in page.locator("main").inner_text()
    page.locator("#site--search-field").fill("cảng")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{prefix}archive/?q=*")


def test_no_search_engine_keeps_the_page(reader: Callable[..., Page]) -> None:
    page = reader("search/?q=hai")
    assert page.locator('meta[name="robots"]').get_attribute("content") == "noindex"


# What can fail


def test_without_a_connection_a_reader_is_told_and_can_try_again(reader: Callable[..., Page]) -> None:
    page = reader(PAGE)
    page.evaluate("globalThis.broken = true")
    page.locator(".search-open").click()
    page.keyboard.type("mot ")
    said(page, "Chưa tải được dữ liệu tìm kiếm. Có thể kết nối mạng đang bị gián đoạn.")
    assert urlsplit(page.locator(".search-failed a").evaluate("at => at.href")).path == "/archive/"
    page.evaluate("globalThis.broken = false")
    page.get_by_role("button", name="Thử lại").click()
    said(page, "1 kết quả")
    assert page.locator(".search-failed").is_hidden()


def test_a_script_that_did_not_come_is_asked_for_again(reader: Callable[..., Page]) -> None:
    page = reader(PAGE)
    page.context.route(BOX_FILE, lambda route: route.abort(), times=1)
    page.keyboard.press("/")
    page.keyboard.type("mot")
    said(page, "Chưa tải được dữ liệu tìm kiếm. Có thể kết nối mạng đang bị gián đoạn.")
    page.get_by_role("button", name="Thử lại").click()
    said(page, "1 kết quả")


# How it looks


STATES = {"results": "hai ", "none": "khong ", "failed": "hong "}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("address", "width"), [(PAGE, 360), (f"en/{PAGE}", 1280), ("search/", 360), ("en/search/", 1280)]
)
def test_an_open_search_keeps_every_rule_for_pages(
    reader: Callable[..., Page], axe: Callable[[Page], list[Violation]], address: str, width: int, state: str
) -> None:
    page = reader(address, viewport={"width": width, "height": 900})
    open_search(page)
    page.keyboard.type(STATES[state])
    page.locator({"results": ".found a", "none": ".search-none", "failed": ".search-failed"}[state]).first.wait_for()
    schemes: list[ColorScheme] = ["light", "dark"]
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = """() => [...document.querySelectorAll(".search :is(button, input, .chips a, .search-more a), .search-open")]
        .filter((at) => at.checkVisibility()).map((at) => [at.outerHTML, at.getBoundingClientRect()])
        .filter(([, box]) => box.width < 44 || box.height < 44).map(([text]) => text)"""
    assert page.evaluate(small) == []
    assert (
        page.evaluate(
            "document.querySelectorAll('.found li').length ? Math.min(...[...document."
            "querySelectorAll('.found li')].map((at) => at.offsetHeight)) : 44"
        )
        >= 44
    )


@pytest.mark.parametrize("width", [360, 1280])
def test_late_results_move_nothing(reader: Callable[..., Page], width: int) -> None:
    page = reader("search/?q=cham", viewport={"width": width, "height": 900})
    said(page, "45 kết quả")
    assert shift(page) == 0
    page = reader(PAGE, viewport={"width": width, "height": 900})
    open_search(page)
    page.keyboard.type("cham")
    said(page, "45 kết quả")
    assert shift(page) == 0


def test_in_forced_colours_the_buttons_have_an_edge_and_on_paper_there_is_no_box(reader: Callable[..., Page]) -> None:
    page = reader(PAGE, forced_colors="active", reduced_motion="reduce")
    open_search(page)
    page.keyboard.type("hai ")
    said(page, "45 kết quả")
    assert page.locator(".search-line button").evaluate("at => getComputedStyle(at).borderTopWidth") == "1px"
    page.emulate_media(media="print", forced_colors="none")
    assert page.locator("#site--search").is_hidden()
