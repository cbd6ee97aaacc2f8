"""A page as the press prints it; that MkDocs prints the same is what tests/equality shows."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bulletin.model.page import Page, PageKind
from bulletin.render.press import Press, RenderError, templates_digest
from bulletin.source.site import read_labels, read_site

from tests.trees import ROOT

SITE = read_site(ROOT / "mkdocs.yml")
LABELS = read_labels(ROOT / "overrides/locales", SITE.tags)
PAGE = Page(
    kind=PageKind.REDIRECT,
    url="news/2026/03/cu/",
    locale="vi",
    title="Bài <mới>",
    description="",
    is_indexable=False,
    alternates={},
    x_default="news/2026/03/cu/",
    switch={"en": "en/news/2026/03/cu/"},
    content={"target": "news/2026/03/moi/"},
)


@pytest.fixture
def overrides(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "overrides", tmp_path / "overrides"))


def press(overrides: Path, kept: Path | None = None) -> Press:
    return Press(overrides, SITE, LABELS, {}, kept=kept)


def test_a_page_is_printed_with_everything_escaped(overrides: Path) -> None:
    html = press(overrides).page(PAGE).decode()
    assert "Bài &lt;mới&gt;" in html
    assert 'href="../moi/"' in html


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% if %}", "site/redirect.html:1: TemplateSyntaxError"),
        ("\n\n{{ shown.khong_co }}", "site/redirect.html:3: UndefinedError"),
        ("\n{{ 1 / 0 }}", "site/redirect.html:2: ZeroDivisionError"),
        ("{% include 'site/khong-co.html' %}", "site/redirect.html:1: TemplateNotFound: site/khong-co.html"),
    ],
)
def test_a_broken_template_is_told_with_its_place(overrides: Path, text: str, expected: str) -> None:
    (overrides / "site/redirect.html").write_text(text, encoding="utf-8")
    with pytest.raises(RenderError) as told:
        press(overrides).page(PAGE)
    assert str(told.value).startswith(f"news/2026/03/cu/: {expected}")


def test_a_template_that_is_no_text_is_told(overrides: Path) -> None:
    (overrides / "site/redirect.html").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RenderError, match=r"site/redirect\.html"):
        press(overrides).page(PAGE)


@pytest.mark.parametrize("damage", ["none", "empty", "half", "flipped", "folder"])
def test_what_is_kept_of_templates_is_checked_before_it_is_used(overrides: Path, tmp_path: Path, damage: str) -> None:
    kept = tmp_path / "kept"
    expected = press(overrides, kept).page(PAGE)
    assert list(kept.iterdir())
    for path in list(kept.iterdir()) if damage != "none" else ():
        data = path.read_bytes()
        path.unlink()
        if damage == "folder":
            path.mkdir()
        else:
            middle = len(data) // 2
            flipped = data[:middle] + bytes(byte ^ 1 for byte in data[middle : middle + 1]) + data[middle + 1 :]
            path.write_bytes({"empty": b"", "half": data[:middle], "flipped": flipped}[damage])
    assert press(overrides, kept).page(PAGE) == expected


def test_another_template_is_not_taken_for_the_one_that_was_kept(overrides: Path, tmp_path: Path) -> None:
    press(overrides, tmp_path / "kept").page(PAGE)
    (overrides / "site/redirect.html").write_text("khác", encoding="utf-8")
    assert press(overrides, tmp_path / "kept").page(PAGE).decode().strip() == "khác"


@pytest.mark.parametrize("name", ["main.html", "site/kinds/home.html", "site/styles.css", "site/styles/both.css"])
def test_the_digest_of_the_templates_knows_each_of_them(overrides: Path, name: str) -> None:
    before = templates_digest(overrides)
    assert templates_digest(overrides) == before
    path = overrides / name
    if not path.exists():
        pytest.fail(f"{name} is not there")
    path.write_text(path.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert templates_digest(overrides) != before
