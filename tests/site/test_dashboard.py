"""The editors' dashboard in a browser, opened from the disk: for every eye, by keyboard, without scripts, on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.desk import run
from tests.reports.synthetic import TODAY, write_tree
from tests.site.accessibility import Violation
from tests.site.html_checker import check_html
from tests.site.visits import Visits

pytestmark = pytest.mark.sweep
KINDS = ("overview", "queue", "stale", "wrong", "missing", "broken")
every_page = pytest.mark.parametrize(
    ("kind", "tag"), [(kind, tag) for kind in KINDS for tag in ("vi", "en")], ids=lambda value: value
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("office")
    docs = write_tree(base / "docs", git=True)
    done = run("report", "--docs", docs, "--to", base / "report", "--today", TODAY.isoformat(), "--no-cache")
    assert done.status == 0, done.errors
    return base / "report"


@pytest.fixture(scope="module")
def address(folder: Path) -> Callable[[str, str], str]:
    """The address of a page of a kind: the longest of those that show it."""
    signs = {"stale": "state-stale", "wrong": "value-mismatch", "missing": "state-missing", "broken": "schema"}

    def find(kind: str, tag: str) -> str:
        root = folder if tag == "vi" else folder / tag
        if kind in ("overview", "queue"):
            return (root / ("index.html" if kind == "overview" else "queue.html")).as_uri()
        found = [path for path in (root / "bulletins").rglob("*.html") if signs[kind] in path.read_text("utf-8")]
        return max(found, key=lambda path: (path.stat().st_size, path)).as_uri()

    return find


Find = Callable[[str, str], str]


@every_page
def test_axe_finds_nothing_light_or_dark(
    address: Find, open_page: Visits, axe: Callable[[Page], list[Violation]], kind: str, tag: str
) -> None:
    page = open_page(address(kind, tag))
    assert page.locator("html").get_attribute("lang") == tag
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert open_page.record(page).faults == []  # judged before axe, which asks for the style sheet once more
    assert axe(page) == []
    page.emulate_media(color_scheme="dark")
    assert axe(page) == []


@every_page
def test_nothing_is_wider_than_the_window(address: Find, open_page: Visits, kind: str, tag: str) -> None:
    page = open_page(address(kind, tag))
    for width in (320, 360, 768, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


@every_page
def test_its_own_style_font_and_script_load_from_the_disk(
    address: Find, open_page: Visits, kind: str, tag: str
) -> None:
    page = open_page(address(kind, tag))
    page.evaluate("document.fonts.ready.then(() => 0)")
    assert page.evaluate("[...document.fonts].filter((font) => font.status === 'loaded').length") == 2
    assert page.locator("[data-copy]").first.is_visible()


def test_the_html_checker_has_nothing_to_say(folder: Path) -> None:
    pages = [folder / name for name in ("index.html", "en/index.html", "queue.html", "en/queue.html")]
    bulletins = sorted((folder / "bulletins").rglob("*.html"))[::3]
    found = check_html([*pages, *bulletins, folder / "assets/dashboard.css"])
    # The checker does not know where a file lies, so it takes the page's own style sheet for a foreign one.
    assert [message for message in found if "Content Security Policy" not in message.message] == []


def test_the_first_screen_says_what_to_do(address: Find, open_page: Visits) -> None:
    page = open_page(address("overview", "vi"), width=1440)
    for each in (*page.locator(".numbers .big").all(), *page.locator(".next .work .name").all()):
        box = each.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 900
    assert page.locator(".next .work").count() == 5


def visible(page: Page) -> int:
    return len([work for work in page.locator(".work[data-section]").all() if work.is_visible()])


@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no-script"])
def test_the_queue_is_filtered_with_and_without_script(browser: Browser, address: Find, *, has_script: bool) -> None:
    context = browser.new_context(java_script_enabled=has_script)
    page = context.new_page()
    page.goto(address("queue", "vi"))
    whole = visible(page)
    page.select_option("#filter-state", "missing")
    missing = page.locator('.work[data-state="missing"]').count()
    assert 0 < missing < whole
    assert visible(page) == missing
    page.select_option("#filter-section", "news")
    both = page.locator('.work[data-state="missing"][data-section="news"]').count()
    assert visible(page) == both
    page.select_option("#filter-section", "")
    page.select_option("#filter-state", "")
    page.select_option("#filter-translator", "0")
    assert visible(page) == page.locator('.work[data-translator="0"]').count()
    context.close()


def test_a_filter_can_be_linked_counted_and_cleared(address: Find, open_page: Visits) -> None:
    page = open_page(address("overview", "en"))
    page.locator(".bars a", has_text="News").click()
    page.wait_for_url("**/en/queue.html#section=news")
    shown = page.locator('.work[data-section="news"]').count()
    assert visible(page) == shown
    assert page.locator("[data-result]").inner_text().startswith(f"Showing {shown} of ")
    page.get_by_role("button", name="Clear").click()
    assert visible(page) == page.locator(".work[data-section]").count()
    assert page.evaluate("document.activeElement.id") == "filter-section"


def test_every_control_is_reached_by_keyboard(address: Find, open_page: Visits) -> None:
    page = open_page(address("wrong", "vi"))
    wanted = page.locator("a[href], button, input").count()
    reached = set()
    for _ in range(wanted):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate("[...document.querySelectorAll('a[href], button, input')].indexOf(document.activeElement)")
        )
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none"
    assert reached == set(range(wanted))


def test_only_blocks_to_look_at_are_left_by_choice(browser: Browser, address: Find) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address("wrong", "vi"))
    rows = page.locator(".row").count()
    page.locator(".only-changed").check()
    left = [row for row in page.locator(".row").all() if row.is_visible()]
    assert 0 < len(left) < rows
    context.close()


def test_a_button_copies_its_command(address: Find, open_page: Visits) -> None:
    page = open_page(address("stale", "en"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    row = page.locator(".copyable").nth(1)
    row.get_by_role("button").click()
    row.get_by_text("Copied").wait_for()
    text = str(page.evaluate("navigator.clipboard.readText()"))
    assert text == row.locator("code").inner_text()
    assert text.startswith(".venv/bin/python scripts/accept.py ")


def test_paper_shows_both_editions_and_no_furniture(address: Find, open_page: Visits) -> None:
    page = open_page(address("stale", "vi"))
    page.emulate_media(media="print", color_scheme="dark")
    for furniture in (".languages", ".ways", ".trail", ".switch", ".copyable button"):
        assert not page.locator(furniture).first.is_visible(), furniture
    columns = [cell.bounding_box() for cell in page.locator(".row").first.locator(".cell").all()]
    assert columns[0] is not None
    assert columns[1] is not None
    assert columns[0]["x"] < columns[1]["x"]
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
