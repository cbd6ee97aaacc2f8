"""What editors write into fields stands on the page as words, whatever it is."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.build.projects import picture
from tests.trees import KEY, SOURCE, Run, build, write_docs

ATTACK = """'"><script>alert(1)</script><img src=x onerror=alert(1)><!-- </title></style> {{ 7*7 }} {% raw %} ${x} & &lt; `"""
PAGES = (
    *(f"{KEY}/index.html", f"en/{KEY}/index.html", "index.html", "en/index.html", "news/index.html"),
    *("news/2026/03/index.html", "topics/dau-tu/index.html", "press/2026/03/da-go/index.html"),
    *("about/gioi-thieu/index.html", "en/about/gioi-thieu/index.html", "404.html"),
)


def quoted(number: int) -> str:
    """Return the attack as a YAML scalar, with a number by which it is found again."""
    return "'" + f"t{number} {ATTACK}".replace("'", "''") + "'"


SOURCE_FRONT = f"""\
title: {quoted(1)}
description: {quoted(2)}
date: 2026-03-05
updated: 2026-03-06
status: published
approved: {{by: {quoted(3)}, on: 2026-03-05, role: {quoted(4)}}}
topics: [dau-tu]
author: {quoted(5)}
source: {{name: {quoted(6)}, url: 'https://a.example/"onmouseover="alert(1)', rights: {quoted(7)}}}
image: {{file: anh.png, alt: {quoted(8)}, caption: {quoted(9)}, credit: {quoted(10)}}}
corrections: [{{on: 2026-03-06, note: {quoted(11)}}}]
"""
TRANSLATION_FRONT = f"""\
title: {quoted(12)}
description: {quoted(13)}
translation: {{of: vi, status: reviewed, translator: {quoted(14)}, reviewer: {quoted(15)}, checked: 2026-03-06}}
image: {{file: anh.png, alt: {quoted(16)}, caption: {quoted(17)}}}
"""
WITHDRAWN_FRONT = f"""\
title: x
description: y
date: 2026-03-05
status: withdrawn
approved: {{by: A, on: 2026-03-05}}
withdrawn: {{on: 2026-03-06, reason: {{vi: {quoted(18)}, en: {quoted(19)}}}}}
"""
STANDING_FRONT = (
    f"title: {quoted(20)}\ndescription: {quoted(21)}\nstatus: published\napproved: {{by: A, on: 2026-03-05}}\n"
)
SHOWN = frozenset((1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 17, 18, 20, 21, 22, 23))
"""The fields that some page of `PAGES` shows."""
FILES: dict[str, str | bytes] = {
    f"{KEY}/index.vi.md": f"---\n{SOURCE_FRONT}---\nx\n",
    f"{KEY}/index.en.md": f"---\n{TRANSLATION_FRONT}---\nx\n",
    f"{KEY}/anh.png": picture(""),
    "press/2026/03/da-go/index.vi.md": f"---\n{WITHDRAWN_FRONT}---\nx\n",
    "about/gioi-thieu/index.vi.md": f"---\n{STANDING_FRONT}---\nx\n",
    "_data/coverage.yml": "rules: {value-mismatch: off, missing-translation: off}\n",
    "_data/topics.yml": f"dau-tu: {{vi: {quoted(22)}, en: x, lead: {{vi: {quoted(23)}, en: x}}}}\n",
}


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.script = ""
        """Type of the script that is being read; `-` for one of ours, empty outside of scripts."""
        self.scripts: list[str] = []
        self.handlers: list[str] = []
        self.values: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self.script = dict(attrs).get("type") or "-"
            self.scripts.append(dict(attrs).get("src") or "")
        if tag == "img":
            assert dict(attrs)["src"] != "x"
        self.handlers += [name for name, _ in attrs if name.startswith("on") or name in ("srcdoc", "autofocus")]
        self.values += [value for _, value in attrs if value]

    def handle_data(self, data: str) -> None:
        self.values.append(data)
        if self.script == "-":
            self.scripts.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self.script = ""

    def handle_comment(self, data: str) -> None:
        self.handlers.append(f"<!--{data}")


def parsed(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("fields")
    run = build(write_docs(folder / "docs", FILES), folder / "site")
    assert (run.status, run.errors) == (0, "")
    return run


@pytest.mark.parametrize("name", PAGES)
def test_no_element_and_no_attribute_comes_from_a_field(run: Run, name: str) -> None:
    page = parsed(run.site / name)
    assert page.handlers == []
    assert [script for script in page.scripts if "alert" in script or "//" in script.split("\n")[0]] == []


def test_every_field_stands_on_a_page_as_it_was_written(run: Run) -> None:
    values = {value.strip() for name in PAGES for value in parsed(run.site / name).values}
    missing = [number for number in SHOWN if not any(f"t{number} {ATTACK}" in value for value in values)]
    assert missing == []


def test_an_address_with_marks_stays_one_address(run: Run) -> None:
    page = parsed(run.site / KEY / "index.html")
    assert 'https://a.example/"onmouseover="alert(1)' in page.values


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("javascript:alert(1)", id="javascript"),
        pytest.param("JavaScript://a.example/%0Aalert(1)", id="javascript-with-a-host"),
        pytest.param("data:text/html,x", id="data"),
        pytest.param("//evil.example/", id="without-a-scheme"),
        pytest.param("https:evil", id="without-a-host"),
    ],
)
def test_a_source_that_is_no_web_address_stops_publication(tmp_path: Path, url: str) -> None:
    source = SOURCE.replace("status:", f"source: {{name: Báo A, url: '{url}'}}\nstatus:")
    run = build(write_docs(tmp_path / "docs", {f"{KEY}/index.vi.md": source}), tmp_path / "site")
    assert (run.status, run.site.exists()) == (1, False)
    assert f"docs/{KEY}/index.vi.md:5: error: schema: " in run.output


@pytest.mark.parametrize(
    "name", ["../../../../etc/passwd", "/etc/passwd", ".an.png", "khong-co.png", "..\\x.png", "https://a.example/x.png"]
)
def test_a_lead_picture_is_a_file_of_the_bundle(tmp_path: Path, name: str) -> None:
    source = SOURCE.replace("status:", f"image: {{file: '{name}', alt: x}}\nstatus:")
    files: dict[str, str | bytes] = {f"{KEY}/index.vi.md": source, f"{KEY}/.an.png": b"x"}
    run = build(write_docs(tmp_path / "docs", files), tmp_path / "site")
    assert (run.status, run.site.exists()) == (1, False)
