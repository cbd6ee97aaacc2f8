"""The instruments see what is planted: a test of the site that uses them is not blind."""

from collections.abc import Callable, Iterator
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page

from tests.site.accessibility import Violation
from tests.site.html_checker import Message, check_html
from tests.site.server import serve
from tests.site.visits import Visits

SOUND = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<title>Bản tin</title>
{head}</head>
<body>
<main><h1>Bản tin</h1>
{body}</main>
</body>
</html>
"""

Write = Callable[..., str]


@pytest.fixture
def write(tmp_path: Path) -> Iterator[Write]:
    """Writes a page with the given parts and gives back its address."""
    with serve(tmp_path) as address:

        def write_page(name: str = "index.html", *, head: str = "", body: str = "") -> str:
            (tmp_path / name).write_text(SOUND.format(head=head, body=body), encoding="utf-8")
            return f"{address}/{name}"

        yield write_page


def test_a_sound_page_has_no_fault(
    write: Write, tmp_path: Path, open_page: Visits, axe: Callable[[Page], list[Violation]]
) -> None:
    page = open_page(write())

    assert page.title() == "Bản tin"
    assert axe(page) == []
    assert check_html(tmp_path.glob("*.html")) == []


def test_a_pale_text_is_a_contrast_violation(
    write: Write, open_page: Visits, axe: Callable[[Page], list[Violation]]
) -> None:
    page = open_page(write(body='<p id="pale" style="color: #ccc; background: #fff">Mưa lớn</p>\n'))

    assert [(found.rule, found.targets) for found in axe(page)] == [("color-contrast", ("#pale",))]


def test_a_small_target_is_a_violation_of_the_newest_level(
    write: Write, open_page: Visits, axe: Callable[[Page], list[Violation]]
) -> None:
    small = '<button style="width: 9px; height: 9px; padding: 0; border: 0" aria-label="{}"></button>'
    page = open_page(write(body=small.format("Trước") + small.format("Sau")))

    assert [found.rule for found in axe(page)] == ["target-size"]


def test_the_checker_finds_bad_html_on_its_line(write: Write, tmp_path: Path) -> None:
    write("tệp có dấu.html", body="<p>\n<img src=a.png>\n")

    [found] = check_html(tmp_path.glob("*.html"))

    assert (found.path, found.line, found.type) == (tmp_path / "tệp có dấu.html", 11, "error")
    assert "alt" in found.message


def test_the_checker_finds_bad_css_on_its_line(tmp_path: Path) -> None:
    style = tmp_path / "site.css"
    style.write_text("p {\n  colr: red;\n}\n", encoding="utf-8")

    [found] = check_html([style])

    assert found == Message(style, 2, "error", None, "CSS: “colr”: Property “colr” doesn't exist.")


def test_the_checker_refuses_to_check_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no files"):
        check_html(tmp_path.glob("*.html"))


@pytest.mark.parametrize(
    "part",
    [
        pytest.param({"body": '<img src="http://foreign.invalid/x.png" alt="x">'}, id="image"),
        pytest.param({"head": '<link rel="stylesheet" href="//foreign.invalid/x.css">'}, id="style"),
        pytest.param({"body": "<script>fetch('//foreign.invalid/x').catch(() => 0)</script>"}, id="fetch"),
    ],
)
def test_a_foreign_host_is_noticed(write: Write, open_page: Visits, part: dict[str, str]) -> None:
    page = open_page(write(**part))

    assert open_page.record(page).foreign_hosts == {"foreign.invalid"}


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        pytest.param({"body": '<img src="//foreign.invalid/x" alt="x">'}, "foreign host", id="foreign"),
        pytest.param({"body": "<script>console.error('hỏng')</script>"}, "hỏng", id="console"),
        pytest.param({"body": "<script>throw Error('hỏng')</script>"}, "hỏng", id="exception"),
        pytest.param({"body": '<img src="gone.png" alt="x">'}, "404", id="missing"),
    ],
)
def test_a_fault_that_nobody_looked_at_fails_the_test(
    write: Write, browser: Browser, part: dict[str, str], fault: str
) -> None:
    visits = Visits(browser, str)
    visits(write(**part))

    with pytest.raises(AssertionError, match=fault):
        visits.close()


def test_the_settings_of_the_reader_reach_the_page(write: Write, open_page: Visits) -> None:
    page = open_page(write(), locale="en-GB", color_scheme="dark", width=320)

    seen = "[navigator.language, matchMedia('(prefers-color-scheme: dark)').matches, innerWidth]"
    assert page.evaluate(seen) == ["en-GB", True, 320]


def test_an_unknown_address_is_answered_with_the_page_for_it(write: Write) -> None:
    address = write("404.html", body="<p>Không có trang này</p>")

    with pytest.raises(HTTPError) as answer:
        urlopen(address.replace("404.html", "gone/"))

    assert answer.value.code == HTTPStatus.NOT_FOUND
    assert "Không có trang này" in answer.value.read().decode()
