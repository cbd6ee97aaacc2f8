"""Every kind of page, in both languages, light and dark: as a reader, a keyboard, axe and the HTML checker see it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.site.accessibility import Violation
from tests.site.html_checker import check_html
from tests.site.kinds import BILINGUAL, addresses
from tests.site.visits import ColorScheme, Visits

READ = [page for page in addresses() if page[0] != "redirect"]
"""Pages that a reader stays on."""
IDS = [f"{kind}-{tag}" for kind, tag, _ in READ]

REACHABLE = """[...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")].filter((at) => at.checkVisibility())"""
"""What the keyboard must reach, in the order of the page."""

every_page = pytest.mark.parametrize(("kind", "tag", "address"), READ, ids=IDS)


@every_page
def test_axe_finds_nothing_against_wcag_2_2_aa_light_or_dark(
    kinds_url: str,
    open_page: Visits,
    axe: Callable[[Page], list[Violation]],
    kind: str,
    tag: str,
    address: str,
) -> None:
    page = open_page(f"{kinds_url}/{address}", color_scheme="light")
    assert axe(page) == [], (kind, tag)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert axe(page) == [], (kind, tag)


def test_dark_pages_are_dark(kinds_url: str, open_page: Visits) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    schemes: list[ColorScheme] = ["light", "dark"]
    shown = [open_page(f"{kinds_url}/", color_scheme=scheme).evaluate(background) for scheme in schemes]
    light, dark = (sum(map(int, re.findall(r"\d+", colour)[:3])) for colour in shown)
    assert light > 600
    assert dark < 200


@pytest.mark.sweep
@every_page
def test_language_width_and_foot_are_right(
    kinds_url: str, open_page: Visits, kind: str, tag: str, address: str
) -> None:
    """`lang` and body agree with the address; nothing is wider than a small, middle or large window; the foot is honest."""
    page = open_page(f"{kinds_url}/{address}")
    assert page.locator("html").get_attribute("lang") == tag
    title = re.sub(r"\S+/\S+", "", page.locator("h1").inner_text())  # numbers of documents have Đ in any language
    has_marks = bool(re.search("[ăâđêôơưạảấầẩậắằắặẹẻếềểễệỉịọỏốồổộớờởợụủứừửữựỳỵỷỹ]", title.lower()))
    assert has_marks is (tag == "vi") or "Nghệ An" in title, (kind, title)
    for width in (360, 768, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    foot = page.locator("footer.foot .notices")
    assert "trang trình diễn phần mềm" in foot.locator('[lang="vi"]').inner_text()
    assert "demonstration of software" in foot.locator('[lang="en"]').inner_text()


@pytest.mark.sweep
@every_page
def test_the_keyboard_reaches_everything_from_top_to_bottom_and_shows_where_it_is(
    kinds_url: str, open_page: Visits, kind: str, tag: str, address: str
) -> None:
    page = open_page(f"{kinds_url}/{address}")
    count = page.evaluate(f"{REACHABLE}.length")
    assert count > 9, (kind, tag)
    seen: list[int] = []
    for _ in range(count):
        page.keyboard.press("Tab")
        place, outline, top = page.evaluate(
            f"""() => {{
                const at = document.activeElement, shown = getComputedStyle(at.closest(".card, .line") ?? at);
                return [{REACHABLE}.indexOf(at), shown.outlineStyle + " " + shown.outlineWidth,
                        at.getBoundingClientRect().top];
            }}"""
        )
        assert outline not in ("none 0px", "solid 0px"), page.evaluate("document.activeElement.outerHTML")
        assert -1 <= top < 900
        seen.append(place)
    assert seen == list(range(count))


def test_the_skip_link_leads_past_the_menu(kinds_url: str, open_page: Visits) -> None:
    page = open_page(f"{kinds_url}/news/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Đến nội dung chính"
    assert page.locator(":focus").bounding_box() is not None
    page.keyboard.press("Enter")
    assert page.locator(":focus").get_attribute("id") == "site--main"


@pytest.mark.sweep
@pytest.mark.parametrize(("kind", "tag", "address"), [p for p in READ if p[0] not in ("not found", *BILINGUAL)])
def test_the_switcher_lands_on_the_same_bulletin_or_its_stub_and_back(
    kinds_url: str, open_page: Visits, kind: str, tag: str, address: str
) -> None:
    page = open_page(f"{kinds_url}/{address}")
    for there in ("vi" if tag == "en" else "en", tag):
        page.locator(f'nav.languages a[hreflang="{there}"]').click()
        assert page.locator("html").get_attribute("lang") == there
        assert urlsplit(page.url).path.removeprefix("/en") == "/" + address.removeprefix("en/"), kind


def test_a_reader_of_english_is_told_that_a_bulletin_is_in_vietnamese_only(kinds_url: str, open_page: Visits) -> None:
    page = open_page(f"{kinds_url}/news/2026/11/how-this-bulletin-is-checked/")
    title = page.locator("h1").inner_text()
    page.locator('nav.languages a[hreflang="en"]').click()
    assert page.locator("h1").inner_text() == "Not available in English"
    assert page.locator('meta[name="robots"]').get_attribute("content") == "noindex"
    assert "Thuật ngữ" not in page.locator("main").inner_text()
    link = page.locator('main a[lang="vi"]')
    assert link.inner_text() == title
    link.click()
    assert page.locator("h1").inner_text() == title


def test_an_unknown_address_is_answered_in_both_languages_with_ways_out(kinds_url: str, open_page: Visits) -> None:
    page = open_page(f"{kinds_url}/en/news/khong-co/gi/ca/")
    open_page.record(page)  # the browser itself complains of the 404
    assert "Không tìm thấy trang" in page.locator("main").inner_text()
    assert page.locator('main section[lang="en"]').inner_text().startswith("Page not found")
    page.locator('main section[lang="en"] a').first.click()
    assert urlsplit(page.url).path == "/en/"


def test_a_former_address_leads_to_the_present_one(kinds_url: str, open_page: Visits) -> None:
    page = open_page(f"{kinds_url}/en/news/2026/10/ten-cu/")
    page.wait_for_url("**/en/news/2026/10/danh-muc/")
    assert page.locator("h1").inner_text() == "Nghệ An announces projects open to investment in 2026–2030"


def test_a_former_address_names_its_icon(kinds_dir: Path) -> None:
    """Or a browser asks for favicon.ico, which is not there, while it waits for the present one."""
    assert 'rel="icon"' in (kinds_dir / "en/news/2026/10/ten-cu/index.html").read_text(encoding="utf-8")


def test_a_withdrawn_bulletin_says_when_and_why_and_nothing_else(kinds_url: str, open_page: Visits) -> None:
    text = open_page(f"{kinds_url}/en/news/2026/10/da-go/").locator("main").inner_text()
    assert "7 October 2026" in text
    assert "The statistics office had not confirmed the figures." in text
    text = open_page(f"{kinds_url}/news/2026/10/da-go/").locator("body").inner_text()
    assert "ngày 07 tháng 10 năm 2026" in text
    assert "Tin đã gỡ" not in text
    assert "Nội dung đã gỡ" not in text


def test_a_bulletin_shows_date_byline_source_caption_corrections_and_other_news(
    kinds_url: str, open_page: Visits
) -> None:
    text = open_page(f"{kinds_url}/news/2026/10/danh-muc/").locator("main").inner_text()
    for words in (
        "Ngày đăng: ngày 06 tháng 10 năm 2026",
        "Cập nhật: ngày 08 tháng 10 năm 2026",
        "Thực hiện: Ban biên tập",
        "Nguồn: Cổng thông tin. Giữ bản quyền",
        "Hình minh họa: núi và biển",
        "Minh họa của dự án",
        "ngày 07 tháng 10 năm 2026: Sửa số dự án từ 11 thành 12.",
        "Tin khác",
        "Đầu tư",
        "Ghi chú",
    ):
        assert words in text
    text = open_page(f"{kinds_url}/en/news/2026/10/danh-muc/").locator("main").inner_text()
    assert "Published: 6 October 2026" in text
    assert "English version matches the Vietnamese text of 8 October 2026" in text


@pytest.mark.parametrize(
    ("address", "words"),
    [
        pytest.param("news/2026/10/danh-muc/", "Bản tiếng Anh khớp với bản tiếng Việt", id="matches"),
        pytest.param(
            "en/news/2015/09/tiep-khach/", "The Vietnamese text was updated on 9 September 2015", id="in-revision"
        ),
        pytest.param("news/2015/09/lich-moi/", "Bản tiếng Anh chưa được đối chiếu", id="never-compared"),
    ],
)
def test_how_a_pair_stands_is_read_beside_the_way_to_the_other_language_and_on_paper(
    open_page: Visits, kinds_url: str, address: str, words: str
) -> None:
    page = open_page(f"{kinds_url}/{address}")
    told, way = page.locator(".pair .standing"), page.locator(".pair .other").first
    assert told.inner_text().startswith(words)
    top = "at => at.getBoundingClientRect().top"
    tops = [page.locator(each).evaluate(top) for each in ("h1", ".pair .standing", ".prose")]
    assert tops == sorted(tops)
    page.emulate_media(media="print")
    assert (told.is_visible(), way.is_visible()) == (True, False)


def test_without_scripts_pages_are_whole_and_show_no_dead_button(kinds_url: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{kinds_url}/en/news/2026/10/danh-muc/")
    assert page.locator("h1").inner_text() == "Nghệ An announces projects open to investment in 2026–2030"
    assert page.locator("button:visible").count() == 0
    page.locator('nav.languages a[hreflang="vi"]').click()
    page.locator("nav.sections a").nth(1).click()
    page.locator(".card a").first.click()
    assert page.locator("article h1").is_visible()
    context.close()


def test_the_size_of_the_text_and_the_dark_colours_stay_on_the_next_page(kinds_url: str, open_page: Visits) -> None:
    page = open_page(f"{kinds_url}/news/2026/10/danh-muc/")
    size = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
    background = "getComputedStyle(document.body).backgroundColor"
    normal, light = page.evaluate(size), page.evaluate(background)
    for _ in range(3):
        page.locator("[data-do=larger]").click()
    page.locator("[data-do=theme]").click()
    assert page.locator("[data-do=theme]").get_attribute("aria-pressed") == "true"
    assert page.locator("[data-do=larger]").get_attribute("aria-disabled") == "true"
    page.locator('nav.languages a[hreflang="en"]').click()
    assert page.evaluate(size) > normal * 1.35
    assert page.evaluate(background) != light
    page.locator("[data-do=normal]").click()
    page.locator("[data-do=theme]").click()
    page.reload()
    assert (page.evaluate(size), page.evaluate(background)) == (normal, light)
    page.locator("[data-do=smaller]").click()
    assert page.evaluate(size) < normal
    assert page.locator("[data-do=smaller]").get_attribute("aria-disabled") == "true"


def test_dark_colours_follow_the_system_until_the_reader_chooses(kinds_url: str, open_page: Visits) -> None:
    page = open_page(f"{kinds_url}/", color_scheme="dark")
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(background)
    page.locator("[data-do=theme]").click()
    light = page.evaluate(background)
    assert light != dark
    page.emulate_media(color_scheme="light")
    assert page.evaluate(background) == light
    page.emulate_media(color_scheme="dark")
    page.locator("[data-do=theme]").click()
    assert page.evaluate(background) == dark


@pytest.mark.sweep
def test_the_html_checker_has_nothing_to_say(kinds_dir: Path) -> None:
    found = check_html([*kinds_dir.rglob("*.html"), *kinds_dir.rglob("*.css")])
    assert found == []


def test_every_link_of_every_page_leads_to_a_page(site_dir: Path) -> None:
    pages = [page for page in site_dir.rglob("*.html") if page.name != "404.html"]
    assert len(pages) > 40
    for page in pages:
        here = "http://site/" + page.relative_to(site_dir).as_posix().removesuffix("index.html")
        for address in re.findall(r'(?:href|src)="([^"]+)"', page.read_text(encoding="utf-8")):
            target = urlsplit(urljoin(here, address))
            if target.netloc != "site":
                continue
            path = site_dir / target.path.lstrip("/")
            found = path / "index.html" if target.path.endswith("/") else path
            assert found.is_file(), (here, address)
            if target.fragment:
                assert f'id="{target.fragment}"' in found.read_text(encoding="utf-8"), (here, address)
